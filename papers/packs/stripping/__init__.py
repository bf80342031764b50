"""Word files made fit for the public: nothing in them but what they show."""

from papers.packs.stripping.words import Stripped, strip_word

__all__ = ["Stripped", "strip_word"]
