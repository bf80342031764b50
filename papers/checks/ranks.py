"""Statements of rank: the highest since June, the best of the last six quarters, lower than at any time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.checks.aboutness import speaks
from papers.checks.amounts import Verdict
from papers.checks.claiming import in_group
from papers.checks.comparing import NEGATED, current_figure, sense, subject_series, way_of
from papers.checks.facts import Figure
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


def ranks(reading: Reading) -> None:
    """Hold superlatives and runs against the series."""
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
    now = subject_figure(reading, found, series)
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
    now = subject_figure(reading, found, series) if way and _is_ranked(reading, found) else None
    if now is None:
        return
    known = series_until(reading, series, now)
    among = _among(reading, reading.text[found.end() :], known)
    if among is None or len(among) < 2 or any("b" in v.markers for each in known for v in each.observation.values.values()):
        return
    others = [each for each in among if each.observation is not now.observation]
    best = (max if way == "up" else min)(others, key=lambda each: each.number)
    ahead = now.number > best.number if way == "up" else now.number < best.number
    verdict: Verdict = "true" if ahead else "rounded" if now.number == best.number else "false"
    if place := _place(reading, found):
        beaten = sum(each.number > now.number if way == "up" else each.number < now.number for each in others)
        verdict = "true" if beaten == place - 1 else "false"
    computed = ", ".join(with_unit(each.number, each.unit) for each in among)
    reading.add(verdict, "rank", found.span(), now, says=best.says, computed=f"among {computed}", wording="")


def _is_ranked(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the superlative is said of the indicator's figure, among its own figures."""
    head, tail = reading.text[: found.start()], reading.text[found.end() :]
    if NEGATED.search(head) or re.search(r"(?:(?:at|to) (?:the )?|possible |very )$", head) or NOT_RANKED.match(tail) or in_group(reading):
        return False
    return speaks(reading, head.strip() or "#") or speaks(reading, reading.clause(found.start()))


NOT_RANKED = re.compile(
    r" (?:of )?(?:margins?|possible)|(?: (?!#|,)\S+){0,2} since then| (?:of (?:any|all)(?! (?:quarter|result))|in (?:the )?(?:south|county|country|region|england|kent))"
)
"""What follows a superlative that is not among the indicator's own results."""


def _place(reading: Reading, found: re.Match[str]) -> int:
    """Which place is told: 2 of "the second highest" and "the highest but one"; 0 where it is the first."""
    if re.match(r" (?:\S+ )?but one(?!\S)| but #\d+", reading.text[found.end() :]):
        return 2
    return COUNTED.get(found[1] or "", 0)


def subject_figure(reading: Reading, found: re.Match[str], series: str) -> Figure | None:
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
