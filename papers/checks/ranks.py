"""Statements of rank and runs: the highest since, the best of the last six quarters, for the third quarter running, in every quarter."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from papers.checks.aboutness import speaks
from papers.checks.amounts import Verdict
from papers.checks.claims import Claim, claims, nearest
from papers.checks.comparing import NEGATED, WAYS, current_figure, sense, subject_series, way_of
from papers.checks.facts import Figure
from papers.checks.grammar import ANY_NOUN, ANY_VERB, direction_of
from papers.checks.levels import in_group
from papers.checks.reading import Reading
from papers.wording import with_unit

TOP = {
    "highest": "up",
    "largest": "up",
    "greatest": "up",
    "most": "up",
    "peak": "up",
    "longest": "up",
    "widest": "up",
    "lowest": "down",
    "smallest": "down",
    "fewest": "down",
    "least": "down",
}
TOP |= {
    "busiest": "up",
    "quietest": "down",
    "slowest": "up",
    "shortest": "down",
    "narrowest": "down",
    "fastest": "down",
    "quickest": "down",
    "best": "better",
    "strongest": "better",
    "worst": "worse",
    "weakest": "worse",
    "poorest": "worse",
}
RANK = re.compile(
    rf"(?<!\S)(?:(second|third|fourth|joint|equal) )?({'|'.join(each for each in TOP if each not in ('most', 'least'))})(?!\S)"
)
TIMES = "quarter|month|year|term|result|reading|period|report"
MARCH = 3
ORDINALS = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
COUNTED = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "both": 2,
} | {word: n for n, word in enumerate(ORDINALS.split("|"), 2)}
SPAN = re.compile(
    r"^(?: (?!#|;|,)\S+){0,7}? (?:since|after)(?: the)?(?: \S+){0,3}? @(?P<since>\d+)|^(?: (?!;|,)\S+){0,5}? (?:in|of|for|over|across)(?: the)?(?: last| past| latest| most recent)? #(?P<n>\d+)(?: (?P<noun>quarters?|results?|periods?|readings?|years?|months?|points?|figures?|columns?))?"
)
RUN = re.compile(
    r"(?:(?P<each>each|every one|all|every) of(?: the)? (?:last |past |latest |most recent )?#(?P<n>\d+)|(?:for(?: the last| the past)? )?#(?P<m>\d+)(?: \S+)? (?:running|in a row|in succession)"
    rf"|(?:for )?(?:the |a )?(?P<nth>{ORDINALS}) (?:consecutive |successive |straight |quarter |quarterly |month |year |annual |period )+(?:running |in a row )?|(?:for )?#(?P<k>\d+) (?:consecutive|successive|straight)"
    rf"|(?:for )?the (?P<nth2>{ORDINALS}) (?:time|quarter|year|month|reading) (?:running|in a row|in succession)|(?:in )?(?:each|every) (?:quarter|period|year|month|result|reading|time|return|report) (?:shown|in the table|so far|since @(?P<from>\d+)|(?P<then>since(?: then)?(?! @)(?!\S)))?)"
)


def ranks(reading: Reading) -> None:
    """Hold superlatives and runs against the series."""
    for found in reading.matches(RUN):
        _run(reading, found)
    for found in reading.matches(RANK_IS):
        _rank_is(reading, found)
    for found in reading.matches(RANK):
        _rank(reading, found)
    for found in reading.matches(THAN_ANY):
        _than_any(reading, found)


RANK_IS = re.compile(
    rf"(?<!\S)(?P<word>{'|'.join(each for each in TOP if each not in ('most', 'least'))})(?: (?:quarter|month|year|result|reading|figure|term|period|point|level))?(?: (?!#|,|;)\S+){{0,4}}?"
    r" (?:was|were|is|came in|fell in|being)(?: (?:in|that of|the quarter to|the|of|for))* @(?P<at>\d+)"
)
""""the busiest quarter of 2013 was July to September"."""


def _rank_is(reading: Reading, found: re.Match[str]) -> None:
    """Whether the figure of the period that is named is the highest of all, or of its year."""
    when = reading.when(found["at"])
    told = reading.figures(when, "actual")[:1]
    way = sense(reading, TOP[found["word"]])
    years = [int(each) for each in re.findall(r"\b(?:19|20)\d\d\b", reading.coded.sentence[: reading.coded.words(*found.span("at"))[0]])]
    known = [each for each in reading.facts.all(["actual"]) if not years or each.observation.period.end.year in years]
    if not told or not way or len(known) < 2:
        return
    top = (max if way == "up" else min)(known, key=lambda each: each.number)
    held = told[0].number == top.number
    computed = ", ".join(with_unit(each.number, each.unit) for each in known)
    reading.add(
        "true" if held else "false",
        "rank",
        found.span(),
        top,
        computed=f"among {computed}",
        wording="" if held else top.observation.period.spoken,
    )


THAN_ANY = re.compile(
    rf"(?<!\S)(?P<word>more|fewer|less|higher|lower|better|worse|longer|shorter|faster|quicker|slower|wider|narrower|larger|smaller)(?: (?!#|,|;|than)\S+){{0,8}}? than (?:(?:at|in|on|for) )?(?:any(?: other| previous| earlier)? (?:time|point|{TIMES}|one)|ever|all the others|the rest)(?!\S)"
    r"(?:(?: (?!#|,|;)\S+){0,3}? since(?: the)? @(?P<since>\d+))?(?P<year>(?: (?!#|,|;)\S+){0,2}? (?:@\d+|year))?"
)
""""lower than at any time since March": a superlative."""


def _than_any(reading: Reading, found: re.Match[str]) -> None:
    """Whether the figure lies beyond every other one of the time that is named."""
    series = subject_series(reading, found.start())
    now = _subject(reading, found, series)
    way = sense(reading, way_of(found["word"], reading.facts.unit))
    if (
        now is None
        or not way
        or found["year"]
        or "=" in found[0]
        or NEGATED.search(reading.text[: found.start()])
        or not speaks(reading, reading.clause(found.start()))
    ):
        return
    known = series_until(reading, series, now)
    among = _among(reading, f" since @{found['since']}", known) if found["since"] else list(known)
    others = [each for each in among or [] if each.observation is not now.observation]
    if not others or any("b" in v.markers for each in known for v in each.observation.values.values()):
        return
    best = (max if way == "up" else min)(others, key=lambda each: each.number)
    held = now.number > best.number if way == "up" else now.number < best.number
    verdict: Verdict = "true" if held else "rounded" if now.number == best.number else "false"
    reading.add(verdict, "rank", found.span(), now, says=best.says, computed=best.says)


def series_until(reading: Reading, series: str, last: Figure) -> list[Figure]:
    """The figures of the series up to that one, earliest first."""
    return [each for each in reading.facts.all([series]) if each.observation.period.end <= last.observation.period.end]


def _rank(reading: Reading, found: re.Match[str]) -> None:
    """The highest, lowest, best or worst of the periods that are named, or of all shown."""
    series = subject_series(reading, found.start())
    way = sense(reading, TOP[found[2]])
    tail = reading.text[found.end() :]
    if not way or re.search(r"(?:(?:at|to) (?:the )?|possible |very )$", reading.text[: found.start()]):
        return
    head = reading.text[: found.start()]
    if in_group(reading) or not (speaks(reading, head.strip() or "#") or speaks(reading, reading.clause(found.start()))):
        return
    if re.match(r" (?:of )?(?:margins?|possible)|(?: (?!#|,)\S+){0,2} since then", tail):
        return
    if re.match(r" (?:of (?:any|all)(?! (?:quarter|result))|in (?:the )?(?:south|county|country|region|england|kent))", tail):
        return
    now = _subject(reading, found, series)
    if now is None:
        return
    known = series_until(reading, series, now)
    if any("b" in v.markers for each in known for v in each.observation.values.values()):
        return
    among = _among(reading, tail, known)
    if among is None or len(among) < 2:
        return
    others = [each for each in among if each.observation is not now.observation]
    top = max if way == "up" else min
    best = top(others, key=lambda each: each.number)
    ahead = now.number > best.number if way == "up" else now.number < best.number
    verdict: Verdict = "true" if ahead else "rounded" if now.number == best.number else "false"
    if re.match(r" (?:\S+ )?but one(?!\S)| but #\d+", tail):
        beaten = sum(each.number > now.number if way == "up" else each.number < now.number for each in others)
        verdict = "true" if beaten == 1 else "false"
    if found[1] in COUNTED:
        beaten = sum(each.number > now.number if way == "up" else each.number < now.number for each in others)
        verdict = "true" if beaten == COUNTED[found[1]] - 1 else "false"
    if NEGATED.search(reading.text[: found.start()]):
        return
    computed = ", ".join(with_unit(each.number, each.unit) for each in among)
    reading.add(verdict, "rank", found.span(), now, says=best.says, computed=f"among {computed}", wording="")


def _subject(reading: Reading, found: re.Match[str], series: str) -> Figure | None:
    """The figure that is said to be the highest: of the period that is named before, else the current one."""
    if own := re.search(r"@(\d+)(?: 's)? $", reading.text[: found.start()]):
        told = reading.figures(reading.when(own[1]), series)
        return told[0] if told else None
    return current_figure(reading, found.start(), series)


def _among(reading: Reading, tail: str, known: Sequence[Figure]) -> list[Figure] | None:
    """The figures among which it is ranked."""
    span = SPAN.match(tail)
    if span and span["since"]:
        when = reading.when(span["since"])
        ends = [o.period.end for o in (reading.timeline.meant(when, known[-1].name) if when else ())]
        return [each for each in known if each.observation.period.end > ends[0]] if ends else None
    if span and span["n"]:
        count = int(reading.amount(span["n"]).value)
        return list(known[-count:]) if 2 <= count <= len(known) else None
    if re.match(r"(?: \S+){0,4}? (?:this|so far this|of the|in the) (?:financial )?year|(?: \S+){0,3}? (?:so far )@\d+", tail):
        last = known[-1].observation.period.end
        start = last.year if last.month >= 4 else last.year - 1
        return [each for each in known if (each.observation.period.end.year, each.observation.period.end.month) > (start, 3)]
    if re.match(r"(?: \S+){0,3}? (?:@\d+|for|in) ", tail + " ") and not re.match(
        r"(?: \S+){0,5}? (?:on record|shown|whole|entire|run of|yet|to date|in the table|in the series|of the)", tail
    ):
        return None
    return list(known)


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
    now = _subject(reading, found, series)
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
    named = [each for each in re.findall(r"@(\d+)", reading.text[: found.start()])] if found["then"] else []
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
