"""What a Word file says of the paper in its properties: title, dates, the paper's name, the notice of its footer."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.document import ID, MAX_ID
from papers.house import PROPERTIES
from papers.readers.word.names import CORE, DUBLIN, TERMS
from papers.readers.word.places import moment

if TYPE_CHECKING:
    from papers.readers.word.package import Package

PAPER, ORGANISATION, PERIOD, NOTICE, DRAFT, CHECKSUM = "Paper", "Organisation", "Period", "Notice", "Draft", "Checksum"
"""Custom properties that say what a Document says of itself."""

RESERVED = frozenset({*PROPERTIES, PAPER, ORGANISATION, PERIOD, NOTICE, DRAFT, CHECKSUM, "Title", "Subject", "Author"})
"""Properties that headers and footers show, or that say what the paper is: no figures."""

UNDATED = dt.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class About:
    """The attributes of a Document, from the properties of its file."""

    paper: str
    title: str
    organisation: str
    period: str
    subject: str
    author: str
    notice: str
    language: str
    date: dt.date
    draft: str | None
    checksum: str


def read_properties(package: Package) -> About:
    """What the core and custom properties say; a file that says nothing of a paper's name is the paper "paper"."""
    custom = package.custom_properties()
    paper = custom.get(PAPER, "")
    return About(
        paper=paper if len(paper) <= MAX_ID and ID.fullmatch(paper) else "paper",
        title=_core(package, DUBLIN, "title"),
        organisation=custom.get(ORGANISATION, ""),
        period=custom.get(PERIOD, ""),
        subject=_core(package, DUBLIN, "subject"),
        author=_core(package, DUBLIN, "creator"),
        notice=custom.get(NOTICE, ""),
        language=_core(package, DUBLIN, "language") or "en-GB",
        date=_date(_core(package, TERMS, "created")),
        draft=custom.get(DRAFT) or None,
        checksum=custom.get(CHECKSUM, ""),
    )


@dataclass(frozen=True, slots=True)
class Saved:
    """Who saved the file last, when, and with which program, as the file says."""

    by: str
    when: dt.datetime | None
    program: str


def read_saved(package: Package) -> Saved:
    """What the core and application properties say of the last saving."""
    root = package.trees.get(package.part_of_kind("extended-properties"))
    program = "" if root is None else next((each.text or "" for each in root.iter("{*}Application")), "")
    return Saved(_core(package, CORE, "lastModifiedBy"), moment(_core(package, TERMS, "modified")), program)


def _core(package: Package, space: str, name: str) -> str:
    root = package.trees.get(package.part_of_kind("core-properties"))
    if root is None or root.tag != f"{{{CORE}}}coreProperties":
        return ""
    return root.findtext(f"{{{space}}}{name}") or ""


def _date(text: str) -> dt.date:
    found = re.match(r"\d{4}-\d{2}-\d{2}", text)
    try:
        return dt.date.fromisoformat(found[0]) if found else UNDATED
    except ValueError:
        return UNDATED
