"""What an agenda must keep to: its day and date, its notice, its items' numbers, its papers and who may see them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from papers.errors import Place, Problem, problem
from papers.intake.findings import Findings
from papers.packs.agenda import PARAGRAPHS, Item, Nation, Part, Secrecy
from papers.packs.days import clear_days, last_day
from papers.packs.schedule import wants_test
from papers.packs.tables import Table
from papers.wording import date_words, listed

ENGLISH = re.compile(r"en(?:-[A-Za-z0-9]{2,8})*", re.IGNORECASE)
"""Tags of the language that a pack's fixed words are in (BCP 47). Other tags would have a screen reader read English as something else."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PDF, WORD, IMAGES = (".pdf",), (".docx", ".doc", ".odt", ".rtf"), (".png", ".jpg", ".jpeg")
KINDS = (*PDF, *WORD, *IMAGES)
"""The ends of the names of files that a pack can take."""

CLEAR_DAYS: dict[Nation, int] = {"England": 5, "Wales": 3}
"""Clear days between publication and meeting (Local Government Act 1972, section 100B; five in England since SI 2002/715, as its executives
have by regulations 6 and 7 of SI 2012/2089)."""

ASK = {
    False: "Say under urgent why it can't wait, which is printed; what is not urgent waits for the next meeting",
    True: "Have the meeting later, or convene it at shorter notice: an executive takes nothing as urgent by its chairman's leave",
}
"""What to do about a supplement with too few clear days, by whether the body is an executive (SI 2012/2089, regulations 6 and 7)."""
OWN_FILES = ("house", "template", "supplement_template")
"""Keys of a pack that name Word files of the council's own."""

NEEDED = ("council", "body", "day", "date", "time", "room", "published", "officer", "officer_post")


def check_meeting(meeting: Mapping[str, Any], table: Table) -> bool:
    """Hold the language, the day and the days of notice against what they must be; whether all that a meeting needs is there."""
    if any(name not in meeting for name in NEEDED):
        return False
    if not ENGLISH.fullmatch(meeting.get("language", "en-GB")):
        table.findings.add("agenda-language", table.at("language"), value=meeting["language"])
    day = DAYS[meeting["date"].weekday()]
    if meeting["day"].casefold() != day.casefold():
        table.findings.add("agenda-day", table.at("day"), value=meeting["day"], data=day, date=date_words(meeting["date"]))
    if meeting["published"] > meeting["date"]:
        table.findings.add("agenda-published-after", table.at("published"), value=date_words(meeting["published"]))
    else:
        _check_notice(meeting, table)
    return True


def is_late(meeting: Mapping[str, Any]) -> bool:
    """Whether fewer clear days lie between publication and meeting than are wanted."""
    return _clear(meeting) < _wanted(meeting)


def _wanted(meeting: Mapping[str, Any]) -> int:
    return int(meeting.get("clear_days", CLEAR_DAYS[meeting.get("nation", "England").capitalize()]))


def _clear(meeting: Mapping[str, Any]) -> int:
    return clear_days(meeting["published"], meeting["date"], working=_working(meeting))


def _working(meeting: Mapping[str, Any]) -> bool:
    return bool(meeting.get("days_counted", "working").casefold() == "working")


def _check_notice(meeting: Mapping[str, Any], table: Table) -> None:
    told, wanted = meeting.get("notice"), _wanted(meeting)
    if is_late(meeting):
        latest = date_words(last_day(meeting["date"], wanted, working=_working(meeting)))
        words = {"clear": _clear(meeting), "wanted": wanted, "latest": latest, "value": date_words(meeting["published"])}
        table.findings.add("agenda-late-told" if told else "agenda-late", table.at("published"), **words)
    elif told:
        table.findings.add("agenda-not-late", table.at("notice"), value=told)


def check_days(meeting: Mapping[str, Any], date: dt.date, late: Sequence[str], place: Place) -> Iterator[Problem]:
    """Advice where a supplement of that day leaves fewer clear days than are wanted, for the items that are late by it."""
    now = {**meeting, "published": date}
    if late and is_late(now):
        items = f"item{'s' if len(late) > 1 else ''} {listed(late)}"
        ask, clear, wanted = ASK[bool(meeting.get("executive"))], _clear(now), _wanted(now)
        yield problem("supplement-late", place, value=date_words(date), items=items, ask=ask, clear=clear, wanted=wanted)


def check_numbers(items: Sequence[Item], tables: Sequence[Table], findings: Findings) -> None:
    """An agenda has items, each with a number of its own; `tables` are theirs."""
    seen: set[str] = set()
    for item, table in zip(items, tables, strict=True):
        if item.number in seen:
            findings.add("agenda-number-twice", table.at("number", item.place.block), value=item.number)
        seen |= {item.number} - {""}


def check_item(item: Item, nation: Nation, table: Table, *, executive: bool = False) -> None:
    """An item says rightly who may see it; a procedure has its reason; what is to follow is not there yet; its urgency is lawful.

    The chairman's power to take an item as urgent is section 100B(4)(b)'s. An executive in England takes none that was not on the
    agenda for five clear days, or from when the meeting was convened at shorter notice (SI 2012/2089, regulation 6(2)).
    """
    block = item.place.block
    if item.urgent and executive and nation == "England":
        table.findings.add("agenda-urgent-executive", table.at("urgent", block))
    check_secrecy(item.secrecy, nation, table, block)
    decision = item.key_decision
    if decision and decision.procedure and not decision.reason:
        table.findings.add("agenda-procedure-reason", table.at("procedure", block), value=decision.procedure)
    if item.secrecy.restricted and any(not part.secrecy.restricted for part in item.parts):
        table.findings.add("agenda-open-in-closed", table.at("classification", block))
    here = next((part for part in item.parts if not part.to_follow and (part.file or part.report)), None)
    if item.to_follow and here:
        table.findings.add("agenda-here-already", table.at("to_follow", block), value=here.named)


def check_decision(own: Mapping[str, Any], table: Table, block: str | None) -> None:
    """What an item's table says of a key decision agrees with itself; advice where neither a notice nor a way without one is named."""
    told = [key for key in ("procedure", "procedure_reason", "decision_reference") if own.get(key)]
    if own.get("key_decision") is False and told:
        table.findings.add("agenda-not-key", table.at(told[0], block), value=told[0])
    elif own.get("key_decision") and not own.get("procedure") and not own.get("decision_reference"):
        table.findings.add("agenda-no-decision-notice", table.at("key_decision", block))


def check_secrecy(secrecy: Secrecy, nation: Nation, table: Table, block: str | None) -> None:
    """Exempt wants paragraphs of the nation's schedule 12A and, but for legal privilege in Wales, the public interest test.

    Confidential and unrestricted have neither.
    """
    allowed, findings = PARAGRAPHS[nation], table.findings
    if secrecy.classification != "exempt":
        if secrecy.paragraphs or secrecy.public_interest:
            unwanted = table.at("paragraphs" if secrecy.paragraphs else "public_interest", block)
            findings.add("agenda-paragraph-unwanted", unwanted, value=secrecy.classification)
        return
    if not secrecy.paragraphs:
        findings.add("agenda-no-paragraph", table.at("classification", block), first=allowed[0], last=allowed[-1])
    wrong = [str(each) for each in secrecy.paragraphs if each not in allowed]
    if wrong:
        place = table.at("paragraphs", block)
        findings.add("agenda-wrong-paragraph", place, value=listed(wrong), nation=nation, first=allowed[0], last=allowed[-1])
    if not secrecy.public_interest and wants_test(secrecy, nation):
        findings.add("agenda-no-test", table.at("classification", block))


def check_part(part: Part, table: Table) -> None:
    """A paper comes from one place, which is there; an image says what it shows."""
    block, findings = part.place.block, table.findings
    sources = [source for source in (part.file, part.report) if source]
    if not sources and not part.to_follow:
        findings.add("agenda-no-source", part.place)
    if len(sources) > 1:
        findings.add("agenda-two-sources", table.at("report", block))
    if sources and part.to_follow:
        findings.add("agenda-here-already", table.at("to_follow", block), value=sources[0].name)
    if part.report and not part.paper:
        findings.add("agenda-no-paper", table.at("report", block))
    if part.file:
        _check_file(part, part.file, table)
    if part.report and not part.report.is_dir():
        findings.add("no-such-file", table.at("report", block), name=part.report.name)


def _check_file(part: Part, file: Path, table: Table) -> None:
    suffix, block = file.suffix.lower(), part.place.block
    if not file.is_file():
        table.findings.add("no-such-file", table.at("file", block), name=file.name)
    elif suffix not in KINDS:
        table.findings.add("agenda-other-kind", table.at("file", block), value=file.name, choices=", ".join(KINDS))
    if suffix in IMAGES and not part.alt:
        table.findings.add("agenda-no-alt", table.at("file", block), value=file.name)


def check_pack(pack: Mapping[str, Any], table: Table) -> None:
    """The council's own Word files for the pack are there."""
    for name in OWN_FILES:
        if name in pack and not pack[name].is_file():
            table.findings.add("no-such-file", table.at(name), name=pack[name].name)
