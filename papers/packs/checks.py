"""What an agenda must keep to: its day and date, its notice, its items' numbers, its papers and who may see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from papers.errors import Place
from papers.intake.findings import Findings
from papers.packs.agenda import PARAGRAPHS, Item, Nation, Part, Secrecy
from papers.packs.days import clear_days, last_day
from papers.packs.schedule import wants_test
from papers.packs.tables import Table
from papers.wording import date_words, listed

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PDF, WORD, IMAGES = (".pdf",), (".docx", ".doc", ".odt", ".rtf"), (".png", ".jpg", ".jpeg")
KINDS = (*PDF, *WORD, *IMAGES)
"""The ends of the names of files that a pack can take."""

CLEAR_DAYS: dict[Nation, int] = {"England": 5, "Wales": 3}
"""Clear days between publication and meeting (Local Government Act 1972, section 100B; five in England since SI 2002/715, as its executives
have by regulations 6 and 7 of SI 2012/2089)."""

NEEDED = ("council", "body", "day", "date", "time", "room", "published", "officer", "officer_post")


def check_meeting(meeting: Mapping[str, Any], table: Table) -> bool:
    """Hold the day against the date, and the days of notice against what is wanted; whether all that a meeting needs is there."""
    if any(name not in meeting for name in NEEDED):
        return False
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
    return int(meeting.get("clear_days", CLEAR_DAYS[meeting.get("nation", "England")]))


def _clear(meeting: Mapping[str, Any]) -> int:
    return clear_days(meeting["published"], meeting["date"], working=_working(meeting))


def _working(meeting: Mapping[str, Any]) -> bool:
    return bool(meeting.get("days_counted", "working") == "working")


def _check_notice(meeting: Mapping[str, Any], table: Table) -> None:
    told, wanted = meeting.get("notice"), _wanted(meeting)
    if is_late(meeting):
        latest = date_words(last_day(meeting["date"], wanted, working=_working(meeting)))
        words = {"clear": _clear(meeting), "wanted": wanted, "latest": latest, "value": date_words(meeting["published"])}
        table.findings.add("agenda-late-told" if told else "agenda-late", table.at("published"), **words)
    elif told:
        table.findings.add("agenda-not-late", table.at("notice"), value=told)


def check_numbers(items: Sequence[Item], table: Table) -> None:
    """An agenda has items, each with a number of its own."""
    if not items:
        table.findings.add("agenda-no-items", table.written.file)
    seen: dict[str, Place] = {}
    for item in items:
        if item.number in seen and item.number:
            table.findings.add("agenda-number-twice", item.place, value=item.number)
        seen[item.number] = item.place


def check_item(item: Item, nation: Nation, findings: Findings) -> None:
    """An item and each of its papers says rightly who may see it; a procedure has its reason; what is to follow is not there yet."""
    check_secrecy(item.secrecy, nation, item.place, findings)
    for part in item.parts:
        if part.secrecy != item.secrecy:
            check_secrecy(part.secrecy, nation, part.place, findings)
    decision = item.key_decision
    if decision and decision.procedure and not decision.reason:
        findings.add("agenda-procedure-reason", item.place, value=decision.procedure)
    if item.secrecy.restricted and any(not part.secrecy.restricted for part in item.parts):
        findings.add("agenda-open-in-closed", item.place)


def check_secrecy(secrecy: Secrecy, nation: Nation, place: Place, findings: Findings) -> None:
    """Exempt wants paragraphs of the nation's schedule 12A and, but for legal privilege in Wales, the public interest test.

    Confidential and unrestricted have neither.
    """
    allowed = PARAGRAPHS[nation]
    if secrecy.classification != "exempt":
        if secrecy.paragraphs or secrecy.public_interest:
            findings.add("agenda-paragraph-unwanted", place, value=secrecy.classification)
        return
    if not secrecy.paragraphs:
        findings.add("agenda-no-paragraph", place, first=allowed[0], last=allowed[-1])
    wrong = [str(each) for each in secrecy.paragraphs if each not in allowed]
    if wrong:
        findings.add("agenda-wrong-paragraph", place, value=listed(wrong), nation=nation, first=allowed[0], last=allowed[-1])
    if not secrecy.public_interest and wants_test(secrecy, nation):
        findings.add("agenda-no-test", place)


def check_part(part: Part, findings: Findings) -> None:
    """A paper comes from one place, which is there; an image says what it shows."""
    sources = [source for source in (part.file, part.report) if source]
    if not sources and not part.to_follow:
        findings.add("agenda-no-source", part.place)
    if len(sources) > 1:
        findings.add("agenda-two-sources", part.place)
    if sources and part.to_follow:
        findings.add("agenda-here-already", part.place, value=sources[0].name)
    if part.report and not part.paper:
        findings.add("agenda-no-paper", part.place)
    if part.file:
        _check_file(part, findings)
    if part.report and not part.report.is_dir():
        findings.add("no-such-file", part.place, name=part.report.name)


def _check_file(part: Part, findings: Findings) -> None:
    assert part.file
    suffix = part.file.suffix.lower()
    if not part.file.is_file():
        findings.add("no-such-file", part.place, name=part.file.name)
    elif suffix not in KINDS:
        findings.add("agenda-other-kind", part.place, value=part.file.name, choices=", ".join(KINDS))
    if suffix in IMAGES and not part.alt:
        findings.add("agenda-no-alt", part.place, value=part.file.name)
