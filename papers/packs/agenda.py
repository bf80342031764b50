"""An agenda as records: a meeting, its items in order, and the papers of each item with who may see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from papers.drafting.agenda import Meeting
from papers.errors import NOWHERE, Place, Problem

Classification = Literal["unrestricted", "exempt", "confidential"]
Nation = Literal["England", "Wales"]
Procedure = Literal["", "general exception", "special urgency"]
Numbering = Literal["continue", "restart"]

PARAGRAPHS: dict[Nation, range] = {"England": range(1, 8), "Wales": range(12, 19)}
"""The paragraphs of schedule 12A to the Local Government Act 1972 that describe exempt information, by nation."""


@dataclass(frozen=True, slots=True)
class Secrecy:
    """Who may see a paper, and why.

    Exempt: by `paragraphs` of schedule 12A, with the public interest test in words. Confidential (section 100A(2)): neither.
    """

    classification: Classification = "unrestricted"
    paragraphs: tuple[int, ...] = ()
    public_interest: str = ""

    @property
    def restricted(self) -> bool:
        """Whether the public may not see it."""
        return self.classification != "unrestricted"


OPEN = Secrecy()


@dataclass(frozen=True, slots=True)
class Part:
    """One paper of an item: a file from anywhere, or a paper of ours built from a report (`report`, `paper`), or still to follow.

    `label` is such as "Appendix 1"; `alt` says what an image shows; `corrected` that it stands for a faulty one, and why;
    `reclassified` why others may see it than when it was published; `withdrawn` why it is not taken after all. `public_title` is what the public reads of a closed paper whose title gives something away.
    """

    title: str
    label: str = ""
    public_title: str = ""
    file: Path | None = None
    report: Path | None = None
    paper: str = ""
    alt: str = ""
    secrecy: Secrecy = OPEN
    to_follow: bool = False
    corrected: str = ""
    reclassified: str = ""
    withdrawn: str = ""
    place: Place = NOWHERE

    @property
    def named(self) -> str:
        """Its label and title: "Appendix 1: Budget"."""
        return f"{self.label}: {self.title}" if self.label else self.title


@dataclass(frozen=True, slots=True)
class KeyDecision:
    """A key decision: the reference of its notice, and the way round the notice where there was one (SI 2012/2089, 9 to 11)."""

    reference: str = ""
    procedure: Procedure = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of business. `number` is text, such as "E3"; `purpose` such as "For decision"; `urgent` the reason, "" where it is not.

    `secrecy` is that of the item itself; its papers take it over unless they have their own. `public_title` is what the public reads
    where the title itself gives something away and the item or a paper of it is closed; `withdrawn` is why the item is not taken after all.
    """

    number: str
    title: str
    public_title: str = ""
    purpose: str = ""
    urgent: str = ""
    minutes_of: dt.date | None = None
    withdrawn: str = ""
    secrecy: Secrecy = OPEN
    to_follow: bool = False
    key_decision: KeyDecision | None = None
    parts: tuple[Part, ...] = ()
    place: Place = NOWHERE

    @property
    def restricted(self) -> bool:
        """Whether the whole item is closed to the public: it is itself, or every paper that it has."""
        return self.secrecy.restricted or (bool(self.parts) and all(part.secrecy.restricted for part in self.parts))

    @property
    def guarded(self) -> bool:
        """Whether anything of the item is closed to the public."""
        return self.secrecy.restricted or any(part.secrecy.restricted for part in self.parts)


@dataclass(frozen=True, slots=True)
class PackSettings:
    """How the pack is made.

    `odd_pages`: items begin on odd pages. `first_page`: the number of the front sheet's first page. `supplement_pages`: whether a
    supplement's numbers go on or begin at 1 again. `house`, `template` and `supplement_template` are Word files of the council's own
    for its papers and for the two front sheets.
    """

    odd_pages: bool = True
    first_page: int = 1
    supplement_pages: Numbering = "continue"
    house: Path | None = None
    template: Path | None = None
    supplement_template: Path | None = None


@dataclass(frozen=True, slots=True)
class Agenda(Meeting):
    """A meeting and its business. `folder` is where the agenda lies, `problems` the advice that reading it gave, `said` its tables."""

    nation: Nation = "England"
    executive: bool = False
    """Whether the body is the council's executive, which excludes the public by its own regulations (SI 2012/2089)."""
    items: tuple[Item, ...] = ()
    settings: PackSettings = PackSettings()
    folder: Path = Path()
    file: str = ""
    problems: tuple[Problem, ...] = ()
    said: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def item(self, number: str) -> Item:
        """The item of that number. KeyError where there is none."""
        found = next((each for each in self.items if each.number == number), None)
        if found is None:
            raise KeyError(number)
        return found

    def takes(self, key: tuple[str, int]) -> bool:
        """Whether the paper at that place of its item (from 0) is taken: neither it nor its item is withdrawn."""
        item = self.item(key[0])
        return not item.withdrawn and not item.parts[key[1]].withdrawn
