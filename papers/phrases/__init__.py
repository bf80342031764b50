"""The words of computed sentences: the shipped phrases and their grammar. A report's own phrases override them key by key."""

from papers.phrases.book import OTHER, PLAIN, Book, Phrase, book
from papers.phrases.grammar import Droppable, PhraseError, Piece, Slot, parse, slots

__all__ = ["OTHER", "PLAIN", "Book", "Droppable", "Phrase", "PhraseError", "Piece", "Slot", "book", "parse", "slots"]
