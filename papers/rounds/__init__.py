"""Rounds: what officers did to the Word files they were sent, compared three ways and brought home to the report's folder."""
