"""Statements that give two figures: "from 82% to 84%", "to 84% from 82%"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from papers.checks.facts import Figure
from papers.checks.language.amounts import Amount, holds
from papers.checks.language.coding import Coded
from papers.checks.language.grammar import ANY_NOUN, ANY_VERB, direction_of
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.reading import Finding, Reading, finding_at, fits, number_words
from papers.checks.statements.aboutness import names_other
from papers.checks.statements.comparing import WAYS, counted_series, relative, sense, subject_series
from papers.checks.statements.sizes import way_before
from papers.wording import with_unit

FROM_TO = matcher(
    r"(?<!\S)from (?:the |a |an |its )?(?:(?:low|high|level|figure) of )?#(\d+)((?: (?!#|,|;|\.)\S+){0,8}?)(?: ,)? (?:to|and was|and is now) (?:the |a |only |just |stand at )?#(\d+)(?!\d)"
)

TO_FROM = matcher(r"(?<!\S)(?:to|at|is|was|are|were) #(\d+)((?: (?!#|;|\.)\S+){0,10}?) from (?:the |a |just |only )?#(\d+)(?!\d)")

TOLD_FROM = matcher(rf"(?<!\S)(up|down|{ANY_VERB}|{ANY_NOUN}) from ")
"""A direction of its own, between the two figures: "is 53.4%, up from 52.6%"."""
RANGING = matcher(r"(?<!\S)(?:anything|anywhere|rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|scores?|somewhere)(?: \S+)? $")
"""What a span from one number to another is told of, not a change."""
QUARTER = matcher(r"quarter|month|period|previous|last")
"""What says that a change is since the result before."""


LOOSENED = matcher(r"=target (?:(?!#|,|;)\S+ ){0,4}(?:eased|relaxed|loosened|softened|tightened|toughened|stretched) $")
"""What makes a target easier or harder, up or down as the indicator has it."""


def pairs(reading: Reading) -> None:
    """Hold every statement that gives an earlier figure beside a later one."""
    for found in reading.matches(FROM_TO):
        _from_to(reading, found, int(found[1]), int(found[3]), found[2])
    for found in reading.matches(TO_FROM):
        if not {int(found[1]), int(found[3])} & reading.used:
            _from_to(reading, found, int(found[3]), int(found[1]), "")


def _from_to(reading: Reading, found: re.Match[str], first: int, second: int, between: str) -> None:
    """Hold both figures, and the words between against their order."""
    if RANGING.search(reading.text[: found.start()]) or names_other(reading, reading.clause(found.start())):
        reading.used.update((first, second))
        return
    one, two = _scaled(reading.amount(first), reading.amount(second))
    series = subject_series(reading, found.start())
    series = subject_series(reading, way_before(reading, found.start())[1]) if series == "actual" else series
    unit = reading.facts.unit_of(series)
    counted = counted_series(reading, one)
    if counted and not _either(one, two, unit):
        series, unit = counted[0], "count"
    if not (_either(one, two, unit)):
        return
    if one.unit != two.unit:  # "from 82 to 84%"
        unit_said = one.unit or two.unit
        one, two = (Amount(each.value, unit_said, each.scale, each.around, each.word) for each in (one, two))
    own = TOLD_FROM.search(found[0]) if found.re == TO_FROM else None
    way = (
        (own and (WAYS.get(own[1]) or direction_of(own[1])))
        or way_before(reading, found.start())[0]
        or way_before(reading, reading.coded.of_number(first)[0])[0]
    )
    _order(reading, way, one, two, found.span())
    ends = re.search(r"@(\d+)", between)
    spanned = re.search(r"between @(\d+) and @(\d+)", reading.text)
    now = reading.when(spanned[2]) if spanned else _now(reading, second, found)
    then = reading.when(spanned[1]) if spanned else reading.when(ends[1]) if ends else _then(reading, first, second, found)
    _hold_pair(reading, (first, one, then), (second, two, now), series)


def _scaled(one: Amount, two: Amount) -> tuple[Amount, Amount]:
    """Both in the scale that only the second one gives: "from 33 to 30 thousand"."""
    if one.scale != 1 or two.scale == 1 or one.plain >= two.scale:
        return one, two
    return Amount(one.value, one.unit, two.scale, one.around, one.word), two


def ordered(coded: Coded) -> Iterator[Finding]:
    """Changes from one number to another whose words say the other direction, whatever they are about."""
    for found in FROM_TO.finditer(coded.text):
        one, two = _scaled(coded.amounts[int(found[1])], coded.amounts[int(found[3])])
        way = re.search(rf"(?<!\S)({ANY_VERB})(?: (?!#|,|;)\S+){{0,4}} $", coded.text[: found.start()])
        said = direction_of(way[1]) if way else ""
        if LOOSENED.search(coded.text[: found.start()]):
            continue
        if said in ("up", "down") and one.unit == two.unit and one.plain != two.plain and (two.plain > one.plain) != (said == "up"):
            wording = "rose" if said == "down" else "fell"
            yield finding_at(coded, found.span(), "false", "direction", "the numbers go the other way", wording=wording)


def _either(one: Amount, two: Amount, unit: str) -> bool:
    return (
        (fits(one, unit) and (fits(two, unit) or not two.unit))
        or (fits(two, unit) and not one.unit)
        or (unit == "percent" and {one.unit, two.unit} <= {"points", "", "%"} and one.unit + two.unit != "")
    )


def _now(reading: Reading, second: int, found: re.Match[str]) -> When | None:
    """The period of the later figure: named just after it, or at the head of the sentence."""
    stop = reading.coded.of_number(second)[1]
    named = re.match(r" (?:\S+ ){0,3}?(?:in|at|to|for|by|on|during|as at)(?: the)? @(\d+)", reading.text[stop:])
    if named and "#" not in named[0]:
        when = reading.when(named[1])
        return None if when and when.kind in ("ago", "lastyear", "previous", "last") else when
    head = re.search(r"^(?:\S+ ){0,4}?(?:in|at|for|by|on|during|to|as at)(?: the)? @(\d+)", reading.text[: found.start()])
    when = reading.when(head[1]) if head else None
    return None if when and when.kind == "over" else when


def _then(reading: Reading, first: int, second: int, found: re.Match[str]) -> When | None:
    """The period of the earlier figure: named just after it, or as what the change is since."""
    stop = reading.coded.of_number(first)[1]
    named = re.match(r" (?:\S+ ){0,3}?(?:in|at|to|for|by|on|during|as at|the)(?: the)? @(\d+)|^ @(\d+)", reading.text[stop:])
    if named and "#" not in named[0]:
        return reading.when(named[1] or named[2])
    stop = reading.coded.of_number(second)[1]
    after = re.match(r"(?: (?!#|,|;)\S+){0,6}? (since|over|compared with|compared to|on)(?: the| in)* @(\d+)", reading.text[stop:])
    if after:
        return reading.when(after[2])
    head = re.search(r"^(?:since|compared with|compared to|over) (?:\S+ ){0,2}?@(\d+)", reading.text[: found.start()])
    return reading.when(head[1]) if head else None


def _hold_pair(reading: Reading, first: tuple[int, Amount, When | None], second: tuple[int, Amount, When | None], series: str) -> None:
    now = reading.figures(second[2], series)
    then = _earlier(reading, first, now, series)
    if first[2] is None and second[2] is None and (found := _any_pair(reading, first[1], second[1], series)):
        then, now = [found[0]], [found[1]]
    chosen = [_hold_one(reading, told, figures, series) for told, figures in ((first, then), (second, now))]
    if chosen[0] and chosen[1] and chosen[0].number:
        reading.pair = (chosen[0], chosen[1])


def _earlier(reading: Reading, first: tuple[int, Amount, When | None], now: list[Figure], series: str) -> list[Figure]:
    """The figures that the earlier number may be."""
    when = first[2]
    if when is not None:
        if when.kind in ("previous", "last", "ago", "lastyear") and now:
            return [each for each in (relative(reading, when, now[0], series),) if each]
        return reading.figures(when, series)
    before = reading.timeline.before(now[0].observation, series) if now else None
    found = [each for each in (reading.facts.figure(series, before),) if each]
    told = " ".join(each.words.lower() for each in reading.coded.whens if each.kind in ("current", "previous"))
    return found if QUARTER.search(told) else found + _any_earlier(reading, first[1], now, series)


def _hold_one(reading: Reading, told: tuple[int, Amount, When | None], figures: list[Figure], series: str) -> Figure | None:
    """Hold one of the two numbers; the figure that it is held against."""
    index, amount, when = told
    reading.used.add(index)
    span = reading.coded.of_number(index)
    if not figures:
        reading.add("unknown", "level", span)
        return None
    verdicts = [(holds(amount, each.number, each.unit), each) for each in figures]
    verdict, figure = next((each for each in verdicts if each[0] != "false"), verdicts[0])
    several = when is not None and when.kind in ("fy", "year") and len(figures) > 1
    if verdict == "false" and (several or reading.facts.allows(amount) or (when is None and _goes_on(reading, index, amount, series))):
        verdict = "unknown"
    reading.add(verdict, "level", span, figure, wording=with_unit(figure.number, figure.unit) if verdict == "false" else "")
    return figure


def _goes_on(reading: Reading, index: int, amount: Amount, series: str) -> bool:
    """Whether the number is a figure on the way to another that follows: "from 15.1 to 14.2 and then 13.1"."""
    tail = reading.text[reading.coded.of_number(index)[1] :]
    on_the_way = any(holds(amount, each.number, each.unit) != "false" for each in reading.facts.all([series]))
    return on_the_way and bool(re.match(r"(?: (?!\.)\S+){0,7}? #", tail))


def _any_pair(reading: Reading, one: Amount, two: Amount, series: str) -> tuple[Figure, Figure] | None:
    """Where no period is named, any two figures that follow each other in time may be meant."""
    figures = reading.facts.all([series])
    return next(
        (
            (then, now)
            for then, now in itertools.combinations(figures, 2)
            if holds(one, then.number, then.unit) != "false" and holds(two, now.number, now.unit) != "false"
        ),
        None,
    )


def _any_earlier(reading: Reading, amount: Amount, now: list[Figure], series: str) -> list[Figure]:
    """Where no period is named for the earlier figure, any earlier one may be meant."""
    if not now:
        return []
    earlier = [each for each in reading.facts.all([series]) if each.observation.period.end < now[0].observation.period.end]
    return [each for each in earlier if holds(amount, each.number, each.unit) != "false"]


def _order(reading: Reading, way: str, one: Amount, two: Amount, span: tuple[int, int]) -> None:
    """The words against the order of the two numbers as written."""
    said = "" if LOOSENED.search(reading.text[: span[0]]) else sense(reading, way)
    if not said or one.plain == two.plain:
        if said and one.plain == two.plain:
            reading.add("false", "direction", span, says="the two numbers are the same", wording="stayed the same")
        return
    rose = "up" if two.plain > one.plain else "down"
    if said != rose:
        computed = f"{number_words(two.plain)} is {'more' if rose == 'up' else 'less'} than {number_words(one.plain)}"
        reading.add(
            "false", "direction", span, says="the numbers go the other way", computed=computed, wording="rose" if rose == "up" else "fell"
        )
