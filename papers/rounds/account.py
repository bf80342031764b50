"""The account of what came back: one finding for each thing that somebody did, in words and for machines."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from papers.rounds.threeway import word_difference

FindingKind = Literal[
    "edit", "placed", "home", "figure", "sentence", "conflict", "emptied", "deleted", "unplaced", "proposal", "moved", "copied", "removed", "unmarked"
]  # fmt: skip

SAYS: dict[FindingKind, str] = {
    "edit": "commentary edited",
    "placed": "text outside any block, placed at the end of the commentary before it",
    "home": "edit that the folder has already",
    "figure": "figure changed: which is right?",
    "sentence": "words that the data makes were changed: is the data wrong?",
    "conflict": "changed by two people in different ways",
    "emptied": "commentary emptied: is it to go?",
    "deleted": "commentary deleted: is it to go?",
    "unplaced": "text outside any block, not placed",
    "proposal": "section rewritten: one proposal",
    "moved": "block moved; its place is the outline's",
    "copied": "block copied",
    "removed": "block that the data makes deleted; the next build draws it again",
    "unmarked": "block whose content control is gone; read by its place",
}

UNRESOLVED: frozenset[FindingKind] = frozenset({"figure", "sentence", "conflict", "emptied", "deleted", "unplaced", "proposal"})
"""What waits for a person. The other kinds tell what was done."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that came back. `sent`, `returned` and `now` are what went out, what came back and what the folder says now.

    `key` is the key of a figure. `where` says where the data lives or what the text stands between. `file`, `by` and `date` are
    those of the edited file.
    """

    kind: FindingKind
    block: str
    head: str
    sent: str = ""
    returned: str = ""
    now: str = ""
    key: str = ""
    where: str = ""
    file: str = ""
    by: str = ""
    date: str = ""
    paper: str = ""
    home: str = ""
    """The id of the commentary that takes the text where a person says so; "" where nobody can tell."""

    @property
    def id(self) -> str:
        """A short name for the finding, the same whenever the same thing comes back."""
        told = repr((self.kind, self.paper, self.block, self.key, self.returned))
        return hashlib.sha256(told.encode()).hexdigest()[:8]

    @property
    def unresolved(self) -> bool:
        """Whether it waits for a person."""
        return self.kind in UNRESOLVED

    def as_json(self) -> dict[str, object]:
        """The finding with the keys of the schema papers.collect/1."""
        texts = {"sent": self.sent, "returned": self.returned, "now": self.now, "key": self.key, "where": self.where}
        origin = {"file": self.file, "by": self.by, "date": self.date, "paper": self.paper}
        told = {name: text or None for name, text in {**texts, **origin}.items()}
        return {"id": self.id, "kind": self.kind, "unresolved": self.unresolved, "block": self.block, "under": self.head, **told}

    def lines(self) -> tuple[str, ...]:
        """The finding for people: what it is, where, and the difference word by word."""
        named = f"{self.head} ({self.block})" if self.head else self.block
        title = f"{named}: {SAYS[self.kind]}" + (f" [{self.id}]" if self.unresolved else "")
        return (title, *(f"    {line}" for line in self._told()))

    def _told(self) -> tuple[str, ...]:
        where = (f"where: {self.where}",) if self.where else ()
        match self.kind:
            case "figure":
                return (f"sent {self.sent}, returned {self.returned}, by the data now {self.now or 'nothing'}", *where)
            case "conflict":
                return (
                    "the folder has:",
                    *_indented(word_difference(self.sent, self.now)),
                    f"{self.by or 'the file'} has:",
                    *_indented(word_difference(self.sent, self.returned)),
                )
            case "unplaced" | "placed" | "copied":
                return (*_indented(self.returned), *where)
        return (*_indented(word_difference(self.sent, self.returned)), *where)


def _indented(text: str) -> tuple[str, ...]:
    return tuple(f"  {line}" for line in text.split("\n") if line)
