"""Agenda packs: the agenda read and checked, its papers merged into one PDF with one running page number."""

from papers.packs.agenda import Agenda, Item, KeyDecision, PackSettings, Part, Secrecy
from papers.packs.reading import read_agenda

__all__ = ["Agenda", "Item", "KeyDecision", "PackSettings", "Part", "Secrecy", "read_agenda"]
