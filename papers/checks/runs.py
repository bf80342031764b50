"""Statements of runs: for the third quarter running, in each of the last five, every month since June."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from papers.checks.claims import Claim, claims, nearest
from papers.checks.comparing import WAYS, sense, subject_series
from papers.checks.facts import Figure
from papers.checks.grammar import ANY_NOUN, ANY_VERB, direction_of
from papers.checks.ranks import COUNTED, ORDINALS, series_until, subject_figure
from papers.checks.reading import Reading
from papers.wording import with_unit

MARCH = 3


RUN = re.compile(
    r"(?:(?P<each>each|every one|all|every) of(?: the)? (?:last |past |latest |most recent )?#(?P<n>\d+)|(?:for(?: the last| the past)? )?#(?P<m>\d+)(?: \S+)? (?:running|in a row|in succession)"
    rf"|(?:for )?(?:the |a )?(?P<nth>{ORDINALS}) (?:consecutive |successive |straight |quarter |quarterly |month |year |annual |period )+(?:running |in a row )?|(?:for )?#(?P<k>\d+) (?:consecutive|successive|straight)"
    rf"|(?:for )?the (?P<nth2>{ORDINALS}) (?:time|quarter|year|month|reading) (?:running|in a row|in succession)|(?:in )?(?:each|every) (?:quarter|period|year|month|result|reading|time|return|report) (?:shown|in the table|so far|since @(?P<from>\d+)|(?P<then>since(?: then)?(?! @)(?!\S)))?)"
)


def runs(reading: Reading) -> None:
    """Hold what is said of each of several results."""
    for found in reading.matches(RUN):
        _run(reading, found)


def _run(reading: Reading, found: re.Match[str]) -> None:
    """A direction, or a target met, in each of several periods."""
    if reading.facts.indicator.kind != "kpi" and found["n"] and reading.amount(found["n"]).unit in ("", "result"):
        return
    start = max((reading.text.rfind(f" {mark} ", 0, found.start()) for mark in ",;:()"), default=0)
    told = [each for each in claims(reading) if not each.move and not found.start() <= each.start < found.end()]
    way = _way(reading, found)
    stop = start + len(reading.clause(found.start()))
    related = nearest([each for each in told if not way or start <= each.start < stop], found.span())
    series = "actual" if related else subject_series(reading, found.start())
    now = subject_figure(reading, found, series)
    if now is None:
        return
    known = series_until(reading, series, now)
    count = _counted(reading, found, known, related=bool(related))
    for index in (found["n"], found["m"], found["k"]):
        if index:
            reading.used.add(int(index))
    if related and count:
        _run_of_claim(reading, found, related, known[-count:])
    elif way and count:
        _run_of_direction(reading, found, way, known, count)


def _counted(reading: Reading, found: re.Match[str], known: Sequence[Figure], *, related: bool) -> int:
    """Of how many results the run is told; 0 where that can't be told."""
    tail = reading.text[found.end() :]
    if re.match(r" ?(?:of|in|for|over) (?:the )?(?:past|last) year| ?(?:in|over) @\d+", tail) or "past year" in reading.text:
        return 4
    if year := re.match(r" ?of @(\d+)", tail):
        return _of_year(reading, known) if reading.coded.whens[int(year[1])].kind == "current" else 0
    named = re.findall(r"@(\d+)", reading.text[: found.start()]) if found["then"] else []
    index = found["from"] or (named[-1] if named else None)
    if index:
        when = reading.when(index)
        ends = [o.period.end for o in (reading.timeline.meant(when, known[-1].name) if when else ())]
        return sum(each.observation.period.end > ends[0] for each in known) if ends else 0
    return 0 if found["then"] else _count(reading, found, len(known), related=related)


def _of_year(reading: Reading, known: Sequence[Figure]) -> int:
    """How many of the results are of the financial year of the report."""
    end = reading.timeline.end
    start = dt.date(end.year if end.month > MARCH else end.year - 1, MARCH, 31)
    return sum(each.observation.period.end > start for each in known)


def _count(reading: Reading, found: re.Match[str], known: int, *, related: bool) -> int:
    index = found["n"] or found["m"] or found["k"]
    if index:
        return int(reading.amount(index).value)
    nth = found["nth"] or found["nth2"]
    return COUNTED[nth] if nth else known if related else known - 1


def _way(reading: Reading, found: re.Match[str]) -> str:
    """The direction of the run, from the nearest verb or noun of the clause; "same" for none."""
    clause = reading.clause(found.start())
    words = list(re.finditer(rf"(?<!\S)({ANY_VERB}|{ANY_NOUN}|up|down)(?!\S)", clause))
    if not words:
        more = re.search(r"(?<!and )(?<!or )(?<!\S)(more|fewer|less) (?!than)", clause)
        return WAYS[more[1]] if more else ""
    return WAYS.get(words[-1][1], "") if words[-1][1] in ("up", "down") else direction_of(words[-1][1])


def _run_of_direction(reading: Reading, found: re.Match[str], way: str, known: Sequence[Figure], count: int) -> None:
    said = sense(reading, way)
    if not said or len(known) <= count:
        return
    steps = [after.number - before.number for before, after in zip(known[-count - 1 :], known[-count:], strict=False)]
    held = all(step > 0 for step in steps) if said == "up" else all(step < 0 for step in steps)
    computed = ", ".join(with_unit(each.number, each.unit) for each in known[-count - 1 :])
    reading.add("true" if held else "false", "run", found.span(), known[-1], says=f"the results were {computed}", computed=computed)


def _run_of_claim(reading: Reading, found: re.Match[str], claim: Claim, known: Sequence[Figure]) -> None:
    """Whether the statement holds of each of the results."""
    held = [claim.holds(each.observation) for each in known]
    if None in held and False not in held:
        return
    computed = ", ".join(with_unit(each.number, each.unit) for each in known)
    reading.add(
        "false" if False in held else "true", "run", found.span(), known[-1], says=f"the results were {computed}", computed=computed
    )
