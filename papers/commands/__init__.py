"""One function for each thing a user does. Only this package writes files; each file appears whole or not at all."""
