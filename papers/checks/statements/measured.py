"""The figure that is set beside another measure, and that measure's: of the period that the sentence names, else of the present one."""

from __future__ import annotations

import re

from papers.checks.facts import Figure
from papers.checks.language.amounts import holds
from papers.checks.language.grammar import DIGITS
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.reading import Reading, fits

SET = ("target", "floor", "comparator", "lower", "upper")
"""Series that stand beside the result of their period."""


def figures_beside(reading: Reading, at: int, stop: int, series: str) -> tuple[Figure, Figure] | None:
    """The indicator's own figure and the other of the period that the sentence is about; None where either is missing."""
    tail = re.match(
        r"(?: (?:at|on|with|of|by)(?: only| just| some| a)? #\d+(?: (?:percentage )?points?)?(?! for))?"
        r"(?:(?: (?!#|,|;|and |but |which |that |who |when )\S+){0,4}? ?(?:in|at|for|to|during|of)(?: the)? @(\d+)| @(\d+))",
        reading.text[stop:],
    )
    when = reading.when(tail[1] or tail[2]) if tail else reading.subject_when(at)
    if ahead := _ahead(reading, at, stop, series, when):
        return ahead
    own = reading.facts.indicator.measure if series in ("target", "floor") else "actual"
    figures = reading.figures(when, own)
    if len(figures) != 1 and when and when.kind in ("fy", "year"):
        figures = figures[-1:] if tail and re.search(r"end of(?: the)? @\d+$", tail[0]) else []
    told = [each for each in reading.coded.whens if each.kind == "month"]
    if when is None and series == "comparator" and len(told) == len(reading.coded.whens) == 1:
        figures += reading.figures(told[0], own)
    for figure in figures:
        other = reading.facts.figure(series, figure.observation)
        if other:
            return figure, other
    return _latest(reading, series) if when is None else None


PRESENT = matcher(r"(?<!\S)(?:is|are|remains?|stands?|stays?|sits?|continues?|@now)(?!\S)(?! (?:(?!,|;)\S+ )*(?:been|was|were) )")
"""Verbs of a clause that is told of the present."""

Pair = tuple[Figure, Figure]


def pairs_beside(reading: Reading, at: int, stop: int, series: str) -> list[Pair]:
    """Every two figures that may be set beside each other there: a clause in the present is of the latest result, whatever was told before it."""
    told = figures_beside(reading, at, stop, series)
    clause = reading.clause(at)
    if "@" not in clause and PRESENT.search(clause) and reading.subject_when(at) and (now := _present(reading, series)):
        return [now]
    if told or series != "comparator":
        return [told] if told else []
    return _published(reading, at, stop)


def given_beside(reading: Reading, found: re.Match[str], pair: Pair) -> list[Pair]:
    """The result of another period, of which the words before give the figure, and the other measure then: "which at 45,380 was within the range"."""
    if _is_given(reading.text[: found.end()], reading, pair[0]):
        return []
    clause = reading.clause(found.start())
    given = [each for each in reading.facts.all([pair[0].name]) if _is_given(clause[: clause.find(found[0])], reading, each)]
    return [(each, other) for each in given if (other := reading.facts.figure(pair[1].name, each.observation))]


def _present(reading: Reading, series: str) -> Pair | None:
    """The latest result and the other figure of its period."""
    now = reading.facts.figure(reading.facts.indicator.measure if series in ("target", "floor") else "actual", reading.timeline.current)
    other = reading.facts.figure(series, reading.timeline.current)
    return (now, other) if now and other else None


def _published(reading: Reading, at: int, stop: int) -> list[Pair]:
    """Results beside comparators of other periods: those that the sentence names by period or number, else the latest that there is."""
    known = [each for each in reading.facts.all(["comparator"]) if each.observation.period.end <= reading.timeline.end]
    named = {one.period for each in reading.coded.whens for one in reading.observations(each, "comparator")}
    others = [each for each in known if each.observation.period in named]
    others = others or [each for each in known if _is_given(reading.text, reading, each)] or known[-1:]
    clause = reading.clause(at)
    given = [each for each in reading.facts.all(["actual"]) if _is_given(clause[: clause.find(reading.text[at:stop])], reading, each)]
    now = reading.facts.figure("actual", reading.timeline.current)
    given = given or ([now] if now and _is_given(reading.text[:at], reading, now) else [])
    results: list[Figure | None] = [*given] or [now]
    pairs = [
        (one, two) for two in others for one in (*results, *(() if given else (reading.facts.figure("actual", two.observation),))) if one
    ]
    return [each for each in pairs if each[0].unit == each[1].unit]


def _is_given(text: str, reading: Reading, figure: Figure) -> bool:
    """Whether a number of that part of the text says the figure."""
    amounts = [reading.amount(each) for each in DIGITS.findall(text)]
    return any(not each.word and fits(each, figure.unit) and holds(each, figure.number, figure.unit) == "true" for each in amounts)


def _latest(reading: Reading, series: str) -> tuple[Figure, Figure] | None:
    """The present figure and the one of a series that is told for a later period alone, such as a forecast."""
    now = reading.facts.figure("actual", reading.timeline.current)
    later = [each for each in reading.facts.all([series]) if each.observation.period.end > reading.timeline.current.period.end]
    return (now, later[0]) if now and len(later) == 1 and series not in SET else None


FULL_YEAR = matcher(r"\b(?:full[- ]year|whole[- ]year|year[- ]end|end[- ]of[- ]year|annual)(?:'s)? target", re.IGNORECASE)
"""A target that is that of the year to come, though a quarter's is nearer."""


def _ahead(reading: Reading, at: int, stop: int, series: str, when: When | None) -> tuple[Figure, Figure] | None:
    """The present figure and the target of a period to come, where that is named or its number given; None else."""
    if series != "target":
        return None
    now = reading.facts.figure(reading.facts.indicator.measure, reading.timeline.current)
    later = [each for each in reading.timeline.observations if each.period.end > reading.timeline.current.period.end]
    observed = reading.observations(when, "target") if when else ()
    reached = re.match(r"(?: \S+)? in(?: the)? @", reading.text[stop:]) and any(each not in later for each in observed)
    if not reading.timeline.annual and FULL_YEAR.search(reading.coded.sentence[slice(*reading.coded.words(at, stop))]):
        aim = reading.facts.figure("target", later[-1]) if later else None
        return (now, aim) if now and aim else None
    meant = [] if reached else [each for each in observed if each in later]
    numbers = DIGITS.findall(reading.text[at:stop]) + re.findall(r"^ (?:of|for|being) #(\d+)", reading.text[stop:])
    present = reading.facts.figure("target", reading.timeline.current)
    for number in numbers:
        amount = reading.amount(number)
        if present and fits(amount, present.unit) and holds(amount, present.number, present.unit) == "false":
            meant += [
                each for each in later if (told := reading.facts.figure("target", each)) and holds(amount, told.number, told.unit) == "true"
            ]
    aim = reading.facts.figure("target", meant[0]) if meant else None
    return (now, aim) if now and aim else None
