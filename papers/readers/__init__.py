"""Readers: authored text from files, as blocks of the document model with every problem on its place."""
