"""An agenda out of its TOML file: every problem at once, on its line and key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from papers.errors import PapersError, Place, problem
from papers.intake.findings import Findings
from papers.packs.agenda import OPEN, Agenda, Item, KeyDecision, PackSettings, Part, Secrecy
from papers.packs.checks import check_item, check_meeting, check_numbers, check_part
from papers.packs.tables import Table, taken

CLEAR_DAYS = 5
"""Clear days between publication and meeting (Local Government Act 1972, section 100B; SI 2012/2089, regulation 7)."""


def read_agenda(path: Path) -> Agenda:
    """The agenda in the file. PapersError with every problem where one is an error; advice stays in `Agenda.problems`.

    Of the papers' files only the names are looked at: none is opened.
    """
    findings = Findings()
    place = Place(file=path.name)
    text = _text(path, place)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PapersError([problem("agenda-not-toml", place, why=str(error).lower())]) from None
    reading = _Reading(path.parent, place, _lines(text), findings)
    agenda = reading.agenda(tables)
    problems = findings.stop_on_errors()
    assert agenda
    return replace(agenda, problems=problems, file=path.name)


def _text(path: Path, place: Place) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise PapersError([problem("no-such-file", place, name=path.name)]) from None
    except UnicodeDecodeError:
        raise PapersError([problem("agenda-not-toml", place, why="it is not in UTF-8")]) from None


def _lines(text: str) -> dict[tuple[str, int, int, str], int]:
    """The line of each key: by its table, which item and which paper (from 1), and its name; the table's own line under ""."""
    found: dict[tuple[str, int, int, str], int] = {}
    table, item, paper = "", 0, 0
    for row, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("[") and bare.endswith("]") and "=" not in bare:
            table = bare.strip("[] ")
            item, paper = (item + 1, 0) if table == "items" else (item, paper + 1) if table == "items.papers" else (0, 0)
            found[table, item, paper, ""] = row
        elif "=" in bare and not bare.startswith("#"):
            found.setdefault((table, item, paper, bare.partition("=")[0].strip()), row)
    return found


class _Reading:
    """Reads the tables of one file; problems gather in its findings."""

    def __init__(self, folder: Path, place: Place, lines: Mapping[tuple[str, int, int, str], int], findings: Findings) -> None:
        self.folder, self.place, self.lines, self.findings = folder, place, lines, findings

    def agenda(self, tables: Mapping[str, Any]) -> Agenda | None:
        """The agenda; None, and problems, where something that it needs is missing or wrong."""
        for name in tables:
            if name not in ("agenda", "pack", "items"):
                self.findings.add("agenda-unknown-key", replace(self.place, row=self.lines.get((name, 0, 0, ""))), value=name)
        meeting = taken("agenda", tables.get("agenda", {}), self._table("agenda"))
        pack = taken("pack", tables.get("pack", {}), self._table("pack"))
        items = tuple(self._items(tables.get("items", [])))
        check_numbers(items, self._table("items"))
        if not check_meeting(meeting, self._table("agenda"), CLEAR_DAYS):
            return None
        for item in items:
            check_item(item, meeting.get("nation", "England"), self.findings)
        settings = PackSettings(pack.get("odd_pages", True), pack.get("first_page", 1), pack.get("house"), pack.get("template"))
        own = {name: meeting[name] for name in meeting if name not in ("council", "day", "clear_days", "days_counted")}
        return Agenda(organisation=meeting["council"], items=items, settings=settings, folder=self.folder, **own)

    def _table(self, name: str, item: int = 0, paper: int = 0) -> Table:
        return Table(name, item, paper, self.folder, self.place, self.lines, self.findings)

    def _items(self, rows: object) -> Iterator[Item]:
        table = self._table("items")
        for n, row in enumerate(table.tables(rows), 1):
            papers = row.get("papers", [])
            own = taken("items", {name: what for name, what in row.items() if name != "papers"}, self._table("items", n))
            yield self._item(own, papers, n)

    def _item(self, own: Mapping[str, Any], papers: object, n: int) -> Item:
        place = self._table("items", n).at("", f"item {own.get('number', n)}")
        secrecy = _secrecy(own, OPEN)
        parts = tuple(self._part(each, secrecy, n, m, place) for m, each in enumerate(self._table("items", n).tables(papers), 1))
        decision = KeyDecision(own.get("decision_reference", ""), own.get("procedure", ""), own.get("procedure_reason", ""))
        plain = {name: own[name] for name in ("public_title", "purpose", "urgent", "minutes_of", "to_follow") if name in own}
        return Item(
            number=own.get("number", ""),
            title=own.get("title", ""),
            secrecy=secrecy,
            key_decision=decision if own.get("key_decision") or decision != KeyDecision() else None,
            parts=parts,
            place=place,
            **plain,
        )

    def _part(self, row: Mapping[str, Any], usual: Secrecy, n: int, m: int, of: Place) -> Part:
        table = self._table("items.papers", n, m)
        own = taken("items.papers", row, table)
        place = table.at("", f"{of.block}, paper {m}")
        plain = {name: own[name] for name in ("label", "file", "report", "paper", "alt", "to_follow", "corrected") if name in own}
        part = Part(title=own.get("title", ""), secrecy=_secrecy(own, usual), place=place, **plain)
        check_part(part, self.findings)
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
