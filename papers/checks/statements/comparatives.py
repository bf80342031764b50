"""Comparatives: "fewer calls were answered than in June", "two points better than England", "our neighbours have the wider gap"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from papers.checks.facts import Figure
from papers.checks.language.amounts import Verdict
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.reading import Reading, fits
from papers.checks.statements.aboutness import is_other
from papers.checks.statements.changes import fits_pair, hold_change
from papers.checks.statements.comparing import (
    LEVEL_OF,
    NEGATED,
    counted_series,
    current_figure,
    is_long,
    relative,
    sense,
    subject_series,
    way_of,
)
from papers.checks.statements.sides import EVERY
from papers.checks.statements.sizes import likelier
from papers.checks.statements.ways import hold_way
from papers.wording import with_unit

WORDS = r"(?:more|fewer|less|higher|lower|greater|larger|bigger|smaller|wider|narrower|better|worse|longer|shorter|faster|quicker|slower|stronger|weaker|poorer)"
_INNER = r"(?: (?!#|=|,|;|than |and |but |\*)\S+)"
THAN = matcher(
    rf"(?<!\S)(?:#(?P<n>\d+)(?: (?!#|=|@|,|;|and |but |is |are |was |were )\S+){{0,4}}? )?(?P<word>{WORDS})(?P<inner>{_INNER}{{0,10}}?)"
    rf"(?: #\d+)? than(?! (?:\w+ed|(?!during)\w+ing|half|twice|double|treble)(?!\S))(?P<link>(?: (?!#|,|;|=|@)\S+){{0,6}}?) (?P<ref>@\d+|=\w+|kent's|kent|ours|us|we|our own)(?!\S)"
)
HAS = matcher(
    rf"=(?P<ref>comparator|target)(?: (?!#|=|,|;|than|by)\S+){{0,4}}? (?:have|has|had|show|shows|showed|enjoy\w*|record\w*) (?:the|an?) (?P<word>{WORDS}) (?!than)"
)
OURS = matcher(
    rf"(?<!\S)(?:kent|we|the council|the county) (?:have|has|had|show|shows|showed) (?:the|an?) (?P<word>{WORDS}) (?!than)(?=.* =(?P<ref>comparator))"
)
_WHAT = r"(?! (?:in|at|for|during|of|by)(?!\S))"
"""After a verb, what tells that it has an object: not "exceeded in June"."""
BESIDE = matcher(
    rf"(?<!\S)(?:(?P<up>above|over|(?:overt[ao]\w+|exceed(?:s|ed|ing)|surpass(?:es|ed|ing)|topp?(?:s|ed|ing)|outstripp?(?:s|ed|ing)){_WHAT})|(?P<down>below|under)"
    rf"|(?P<better>ahead of|(?:beat(?:s|en|ing)?|bettered|bettering|outperform(?:s|ed|ing)){_WHAT})|(?P<worse>behind))(?: (?:where|what) (?:it|they|we))?{LEVEL_OF} @(?P<at>\d+)(?! (?:'s )?=)"
)
""""which is below the level of a year ago"."""
SUBJECT = matcher(
    rf"=(?P<ref>\w+)(?: (?!#|=|,|;|than )\S+){{0,5}}? (?:is|was|stands|remains)(?: (?:even|also|still|now|slightly|somewhat|much|a little|rather))* (?P<word>{WORDS})(?= (?:at|and|but|,|\.|:)(?!\S))"
)
""""the forecast for March is higher, at 80,700"."""
OWN = frozenset(("kent's", "kent", "ours", "us", "we", "our own"))


IS = matcher(r"(?<!\S)(?:is|are|was|were|stands|stood|remains|remained|still|now|well|just|far|slightly|comfortably) $")
"""What stands before "below September", where nothing else says that a figure is compared."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A comparative: which way it goes, where it stands, the number of its size, whether it is denied."""

    way: str
    span: tuple[int, int]
    index: int | None
    negated: bool


def comparatives(reading: Reading) -> None:
    """Hold every comparative with an earlier period or with another measure."""
    for found in reading.matches(THAN):
        _than(reading, found)
    for found in reading.matches(BESIDE):
        _beside(reading, found)
    for found in reading.matches(SUBJECT):
        _higher(reading, found)
    for found in reading.matches(OURS):
        way = way_of(found["word"], reading.facts.unit)
        _against(reading, found["ref"], _Said(way, found.span(), None, negated=False), flipped=False)
    for found in reading.matches(HAS):
        way = way_of(found["word"], reading.facts.unit)
        _against(reading, found["ref"], _Said(way, found.span(), None, negated=False), flipped=True)


def _than(reading: Reading, found: re.Match[str]) -> None:
    index = int(found["n"]) if found["n"] and int(found["n"]) not in reading.used else None
    if found["n"] and (
        index is None
        or (reading.amount(found["n"]).unit == "share" and not re.match(r"#\d+ (?:more|fewer|less|higher|lower|better|worse)", found[0]))
    ):
        return
    head = reading.text[: found.start()]
    way = way_of(_adverb(found) or found["word"], reading.facts.unit)
    said = _Said(way, found.span(), index, bool(NEGATED.search(head)))
    clause = reading.clause(found.start())
    if (
        EVERY.search(clause[: clause.find(found[0])])
        or is_other(reading, clause)
        or re.search(r" (?:any|either|both|ever|each|every|all|most)(?: |$)", found["link"])
    ):
        return
    if found["ref"].startswith("="):
        _against(reading, found["ref"][1:], _sized(reading, found, said), flipped=False)
    elif found["ref"] in OWN:
        told = re.search(r"=(comparator)(?: (?!#|=|,|;)\S+){0,5} $|^=(comparator)(?= )", head)
        if told:
            _against(reading, told[1] or told[2], said, flipped=True)
    else:
        _since(reading, found, _sized(reading, found, said))


def _beside(reading: Reading, found: re.Match[str]) -> None:
    """Hold "below the level of a year ago" against the figure of that period."""
    head = reading.text[: found.start()]
    when = reading.when(found["at"])
    now = current_figure(reading, found.start(), "actual")
    bare = re.fullmatch(r"(?:above|over|below|under|behind|ahead)(?: of)? @\d+", found[0])
    if (
        re.search(r"#\d+(?: (?!and |but |which |,)\S+){0,2} $", head)
        or (bare and not IS.search(head))
        or is_other(reading, reading.clause(found.start()))
    ):
        return
    then = relative(reading, when, now, "actual") if when and now and when.kind not in ("current", "next", "over") else None
    if now and then and then.observation is not now.observation:
        way = next(name for name in ("up", "down", "better", "worse") if found[name])
        hold_way(reading, way, then, now, found.span(), negated=bool(NEGATED.search(head)))


def _higher(reading: Reading, found: re.Match[str]) -> None:
    """Hold a measure that is called higher than the indicator's figure, or than it was itself."""
    way = sense(reading, way_of(found["word"], reading.facts.unit))
    now = reading.facts.figure("actual", reading.timeline.current)
    told = [each for when in (None, *reading.coded.whens) for each in reading.figures(when, found["ref"])]
    known = reading.facts.all([found["ref"]])
    if not way or now is None or not told or found["ref"] in ("lower", "upper"):
        return
    sign = 1 if way == "up" else -1
    others = [now, *(each for each in known if each.observation.period.end < told[0].observation.period.end)]
    held = any(sign * (one.number - two.number) > 0 for one in told for two in others)
    negated = bool(NEGATED.search(reading.text[: found.end("word") - len(found["word"])]))
    reading.add("true" if held != negated else "false", "comparator" if found["ref"] == "comparator" else "forecast", found.span(), told[0])


def _sized(reading: Reading, found: re.Match[str], said: _Said) -> _Said:
    """The comparative with the size that follows: "lower than a year ago by 1.8 points"."""
    after = re.match(r"(?: ,)? by(?: just| only)? #(\d+)", reading.text[found.end() :])
    return replace(said, index=int(after[1])) if after and said.index is None else said


def _adverb(found: re.Match[str]) -> str:
    """Of "more slowly" and "less quickly" the one word that says it."""
    pair = f"{found['word']}{found['inner']}".split()[:2]
    slow = {"slowly": ("slower", "faster"), "quickly": ("faster", "slower"), "promptly": ("faster", "slower")}
    if len(pair) == 2 and pair[1] in slow and pair[0] in ("more", "less"):
        return slow[pair[1]][pair[0] == "less"]
    return ""


def _against(reading: Reading, series: str, said: _Said, *, flipped: bool) -> None:
    """Against the other measure in the period that is named, else the current or the last that has it."""
    own = (reading.facts.indicator.measure, "actual", "target", "comparator")
    if any(each not in own for each in re.findall(r"=(\w+)", reading.clause(said.span[0]))):
        return
    pair = _pair(reading, series, said.span)
    if pair is None:
        return
    now, other = pair
    if said.index is not None:
        way = {"up": "down", "down": "up", "better": "worse", "worse": "better"}.get(said.way, "") if flipped else said.way
        hold_change(reading, said.index, way, (other, now), said.span)
        return
    way = sense(reading, said.way)
    if not way:
        return
    first, second = (other, now) if flipped else (now, other)
    held = first.number > second.number if way == "up" else first.number < second.number
    verdict: Verdict = "true" if held != said.negated else "false"
    computed = f"{with_unit(now.number, now.unit)} against {with_unit(other.number, other.unit)}"
    reading.add(verdict, series, said.span, now, says=f"{now.says}; {other.says}", computed=computed)


def _pair(reading: Reading, series: str, span: tuple[int, int]) -> tuple[Figure, Figure] | None:
    """The indicator's figure and the other one of one period: the one that is named, else the last that has both."""
    told = [each for each in reading.coded.whens if each.kind not in ("next", "previous", "last")]
    bare = reading.facts.figure(series, reading.timeline.current) is None
    after = re.match(r"(?: (?!#|,|;|and |but )\S+){0,4}? @(\d+)", reading.text[span[1] :])
    when = reading.subject_when(span[0]) or (reading.when(after[1]) if after else told[0] if len(told) == 1 and bare else None)
    for figure in reading.figures(when, "actual"):
        if other := reading.facts.figure(series, figure.observation):
            return figure, other
    return None


def _since(reading: Reading, found: re.Match[str], said: _Said) -> None:
    """Against an earlier period."""
    series = subject_series(reading, found.start())
    if said.index is not None and series == "actual" and (counted := counted_series(reading, reading.amount(said.index))):
        series = likelier(reading, said.index, found, counted[0])
    inner = re.search(r"@(\d+)", found["inner"])
    when = reading.when(found["ref"][1:])
    named = reading.figures(reading.when(inner[1]), series)[:1] if inner else []
    now = named[0] if named else None if inner else current_figure(reading, found.start(), series)
    if (
        when is None
        or now is None
        or when.kind == "current"
        or (is_long(reading) and when.kind not in ("month", "quarter", "ago", "lastyear"))
    ):
        return
    then = relative(reading, when, now, series)
    if then is None or then.observation is now.observation:
        return
    if said.index is not None:
        hold_change(reading, said.index, said.way, _likeliest(reading, said, when, (then, now)), said.span)
    elif found["word"] not in COUNTED or _agree(reading, (then, now)):
        hold_way(reading, said.way, then, now, said.span, negated=said.negated)


def _likeliest(reading: Reading, said: _Said, when: When, pair: tuple[Figure, Figure]) -> tuple[Figure, Figure]:
    """The two figures, or those of the indicator itself where the number is a change of these."""
    own = reading.facts.figure("actual", pair[1].observation)
    then = relative(reading, when, own, "actual") if own else None
    amount = reading.amount(said.index or 0)
    if own and then and pair[1].name != "actual" and fits(amount, own.unit) and fits_pair(reading, amount, said.way, (then, own)):
        return then, own
    return pair


COUNTED = frozenset(("more", "fewer", "less", "higher", "lower", "greater", "larger", "bigger", "smaller"))
"""Comparatives that may be told of a number as well as of a share or a rate."""


def _agree(reading: Reading, pair: tuple[Figure, Figure]) -> bool:
    """Whether what a share or rate is counted from went the same way, where the data has it: "more clients" may be either."""
    then, now = pair
    counts = [each.name for each in reading.facts.series if each.kind == "extra" and each.unit == "count"]
    for name in counts if reading.facts.unit != "count" else []:
        one, two = reading.facts.figure(name, then.observation), reading.facts.figure(name, now.observation)
        if one and two and (two.number > one.number) != (now.number > then.number):
            return False
    return True
