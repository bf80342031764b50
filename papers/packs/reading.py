"""An agenda out of its TOML file or its workbook: every problem at once, on its line or cell and key."""

from __future__ import annotations

import re
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from papers.errors import PapersError, Place, problem
from papers.intake.findings import Findings
from papers.intake.sources import OTHER_WORKBOOKS, WORKBOOKS
from papers.packs.agenda import OPEN, Agenda, Item, KeyDecision, Nation, PackSettings, Part, Secrecy
from papers.packs.checks import check_decision, check_item, check_meeting, check_numbers, check_pack, check_part, check_secrecy, is_late
from papers.packs.sheets import written_in_sheets
from papers.packs.tables import At, Table, Written, taken

BOOK = "xl/workbook.xml"
AGENDA_TABLE = re.compile(rb"^\s*\[\s*agenda\s*\]", re.MULTILINE)
AT_LINE = re.compile(r" \(at line (?P<line>\d+), column \d+\)")
BACKGROUND = "Background documents of the reports may be inspected by arrangement with their authors."
"""What is said of background documents unless the agenda says otherwise; nothing where it says ""."""
NOT_OF_THE_RECORD = ("council", "day", "clear_days", "days_counted", "notice")
"""Keys of a meeting that its record has under another name, or that only checks ask for."""


def read_agenda(path: Path) -> Agenda:
    """The agenda in the file, TOML or a workbook. PapersError with every problem where one is an error; advice stays in `Agenda.problems`.

    Of the papers' files only the names are looked at: none is opened.
    """
    findings = Findings()
    if path.suffix.lower() in OTHER_WORKBOOKS:
        raise PapersError([problem("old-workbook", Place(file=path.name), name=path.name)])
    written = written_in_sheets(path, findings) if path.suffix.lower() in WORKBOOKS else _in_toml(path)
    return agenda_of(written, path.parent, findings)


def is_agenda(path: Path) -> bool:
    """Whether the file is an agenda, and no report: a TOML file with a table [agenda], or a workbook with a sheet of the meeting."""
    if path.suffix.lower() in WORKBOOKS:
        return _has_meeting(path)
    return path.suffix.lower() == ".toml" and AGENDA_TABLE.search(path.read_bytes()) is not None


def _has_meeting(path: Path) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as book:
        return BOOK in book.namelist() and b'name="meeting"' in book.read(BOOK).lower()


def agenda_of(written: Written, folder: Path, findings: Findings) -> Agenda:
    """The agenda as it is written, its papers' files looked for from `folder`. PapersError with every problem where one is an error."""
    agenda = _Reading(folder, written, findings).agenda()
    problems = findings.stop_on_errors()
    assert agenda
    return replace(agenda, problems=problems, file=written.file.file or "", said=written.tables)


def _in_toml(path: Path) -> Written:
    place = Place(file=path.name)
    text = _text(path, place)
    try:
        return Written(tomllib.loads(text), place, _places(text, place))
    except tomllib.TOMLDecodeError as error:
        found = AT_LINE.search(str(error))
        place = replace(place, row=int(found["line"])) if found else place
        raise PapersError([problem("agenda-not-toml", place, why=AT_LINE.sub("", str(error)).lower())]) from None


def _text(path: Path, place: Place) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise PapersError([problem("no-such-file", place, name=path.name)]) from None
    except UnicodeDecodeError:
        raise PapersError([problem("agenda-not-toml", place, why="it is not in UTF-8")]) from None


def _places(text: str, place: Place) -> dict[At, Place]:
    """The line of each key, and of each table."""
    found: dict[At, Place] = {}
    table, item, paper = "", 0, 0
    for row, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("[") and bare.endswith("]") and "=" not in bare:
            table = bare.strip("[] ")
            item, paper = (item + 1, 0) if table == "items" else (item, paper + 1) if table == "items.papers" else (0, 0)
            found[table, item, paper, ""] = replace(place, row=row)
        elif "=" in bare and not bare.startswith("#"):
            key = bare.partition("=")[0].strip()
            found.setdefault((table, item, paper, key), replace(place, row=row, column=key))
    return found


class _Reading:
    """Reads the tables of one file; problems gather in its findings."""

    def __init__(self, folder: Path, written: Written, findings: Findings) -> None:
        self.folder, self.written, self.findings = folder, written, findings

    def agenda(self) -> Agenda | None:
        """The agenda; None, and problems, where something that it needs is missing or wrong."""
        tables = self.written.tables
        for name in tables:
            if name not in ("agenda", "pack", "items"):
                self.findings.add("agenda-unknown-key", self._table(name).at(""), value=name)
        meeting = taken("agenda", tables.get("agenda", {}), self._table("agenda"))
        pack = taken("pack", tables.get("pack", {}), self._table("pack"))
        check_pack(pack, self._table("pack"))
        items = tuple(self._items(tables.get("items", [])))
        if not items:
            self.findings.add("agenda-no-items", self.written.file)
        check_numbers(items, [self._table("items", n) for n in range(1, len(items) + 1)], self.findings)
        if not check_meeting(meeting, self._table("agenda")):
            return None
        for n, item in enumerate(items, 1):
            self._check(item, n, meeting.get("nation", "England"), executive=bool(meeting.get("executive")))
        own = {name: meeting[name] for name in meeting if name not in NOT_OF_THE_RECORD}
        own |= {} if "background" in tables["agenda"] else {"background": BACKGROUND}
        notice = meeting.get("notice", "") if is_late(meeting) else ""
        return Agenda(organisation=meeting["council"], notice=notice, items=items, settings=PackSettings(**pack), folder=self.folder, **own)

    def _check(self, item: Item, n: int, nation: Nation, *, executive: bool) -> None:
        """Hold the item and each of its papers against what an agenda must keep to."""
        check_item(item, nation, self._table("items", n), executive=executive)
        for m, part in enumerate(item.parts, 1):
            if part.secrecy != item.secrecy:
                check_secrecy(part.secrecy, nation, self._table("items.papers", n, m), part.place.block)

    def _table(self, name: str, item: int = 0, paper: int = 0) -> Table:
        return Table(name, item, paper, self.folder, self.written, self.findings)

    def _items(self, rows: object) -> Iterator[Item]:
        table = self._table("items")
        for n, row in enumerate(table.tables(rows), 1):
            papers = row.get("papers", [])
            own = taken("items", {name: what for name, what in row.items() if name != "papers"}, self._table("items", n))
            yield self._item(own, papers, n)

    def _item(self, own: Mapping[str, Any], papers: object, n: int) -> Item:
        place = self._table("items", n).at("", f"item {own.get('number', n)}")
        secrecy = _secrecy(own, OPEN)
        parts = tuple(
            self._part(each, secrecy, own.get("reclassified", ""), (n, m), place)
            for m, each in enumerate(self._table("items", n).tables(papers), 1)
        )
        check_decision(own, self._table("items", n), place.block)
        decision = KeyDecision(own.get("decision_reference", ""), own.get("procedure", ""), own.get("procedure_reason", ""))
        plain = {name: own[name] for name in ("public_title", "purpose", "urgent", "minutes_of", "to_follow", "withdrawn") if name in own}
        return Item(
            number=own.get("number", ""),
            title=own.get("title", ""),
            secrecy=secrecy,
            key_decision=decision if own.get("key_decision") or decision != KeyDecision() else None,
            parts=parts,
            place=place,
            **plain,
        )

    def _part(self, row: Mapping[str, Any], usual: Secrecy, reclassified: str, where: tuple[int, int], of: Place) -> Part:
        table = self._table("items.papers", *where)
        own = taken("items.papers", row, table)
        place = table.at("", f"{of.block}, paper {where[1]}")
        plain = {
            name: own[name]
            for name in ("label", "public_title", "file", "report", "paper", "alt", "to_follow", "withdrawn", "corrected")
            if name in own
        }
        part = Part(
            title=own.get("title", ""),
            secrecy=_secrecy(own, usual),
            place=place,
            reclassified=own.get("reclassified", reclassified),
            **plain,
        )
        check_part(part, table)
        return part


def _secrecy(own: Mapping[str, Any], usual: Secrecy) -> Secrecy:
    """What the table says of who may see it; what stands above it where it says nothing."""
    if not any(name in own for name in ("classification", "paragraphs", "public_interest")):
        return usual
    return Secrecy(
        own.get("classification", usual.classification),
        own.get("paragraphs", usual.paragraphs if own.get("classification", "exempt") == "exempt" else ()),
        own.get("public_interest", usual.public_interest if own.get("classification", "exempt") == "exempt" else ""),
    )
