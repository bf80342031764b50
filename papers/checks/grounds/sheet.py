"""What one sentence about one indicator may draw upon: its pieces, and the figures of the periods and measures that it names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from papers.checks.facts import Facts, Figure, stem, stems
from papers.checks.grounds.dated import dated
from papers.checks.grounds.pieces import Piece, pieces_of
from papers.checks.grounds.words import COMPARE, LEAVING
from papers.checks.language.amounts import Amount, holds
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When, each_month
from papers.checks.reading import Reading, fits
from papers.dataset import Observation

MEASURES = ("target", "floor", "comparator", "lower", "upper")
"""What a result is set against."""
SET = MEASURES[:2]
"""Measures that somebody set: they are exact, and are of the series that is rated."""
EXACT = (*SET, "lower", "upper")
"""Measures that have no decimals but their own."""
BOUNDS = ("over", "under", "least", "most")
SHARES = ("%", "share", "points")
LIST_OF_MONTHS = matcher(r"@\d+(?: , @\d+)*(?: ,)?(?: and @\d+)?")
LIST_OF_NUMBERS = matcher(r"#\d+(?: , #\d+)*(?: ,)? and #\d+")
AGO = matcher(r"ago|last year", re.IGNORECASE)
"""Words of a period that is told from today."""
STRETCH = matcher(r"(?<!\S)(?:between|from)(?: the)? @(\d+) (?:and|to)(?: the)? @(\d+)")


@dataclass(eq=False)
class Sheet:
    """A sentence about an indicator, and its figures."""

    reading: Reading
    around: tuple[Facts, ...] = ()
    """Rows of the tables beside the indicator, which a number may be of as well."""

    @property
    def facts(self) -> Facts:
        """The indicator's figures."""
        return self.reading.facts

    @property
    def current(self) -> Observation:
        """The latest result."""
        return self.reading.timeline.current

    @property
    def main(self) -> str:
        """The series that the targets are of."""
        return self.facts.indicator.measure or "actual"

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the sentence."""
        return frozenset(self.reading.text.split())

    @cached_property
    def pieces(self) -> list[Piece]:
        """The statements of the sentence."""
        return pieces_of(self.reading.coded)

    @cached_property
    def leaves(self) -> bool:
        """Whether a share may be of those whom the indicator does not count."""
        return (
            bool(LEAVING & self.words - set(self.facts.indicator.title.lower().split()))
            or " not " in f" {self.facts.indicator.title.lower()} "
        )

    @cached_property
    def series(self) -> tuple[str, ...]:
        """The indicator's further series: the cases behind a percentage, a rate, a forecast."""
        known = dict.fromkeys(name for each in self.facts.observations for name in each.values)
        return tuple(each for each in known if each != "actual" and each not in MEASURES)

    @cached_property
    def all_figures(self) -> list[Figure]:
        """Every figure of the indicator, of all periods and measures."""
        return self.figures(tuple(dict.fromkeys(("actual", *MEASURES, *self.series))), self.facts.observations)

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The measures that the sentence names."""
        return frozenset(each for piece in self.pieces for each in piece.measures)

    @cached_property
    def told_series(self) -> frozenset[str]:
        """The series that the sentence names, or gives a figure of."""
        amounts = [each for each in self.reading.coded.amounts if each.unit not in SHARES and not each.word]
        counts = [each for each in self.all_figures if each.unit != "percent"]
        told = {each.name for each in counts for amount in amounts if fits(amount, each.unit) and agrees(amount, each)}
        said = {stem(each) for each in self.words}
        own = frozenset() if self.words & {"number", "numbers"} else self.facts.words
        labelled = {each.name for each in self.facts.series if stems(each.label) & said - own}
        return self.spoken | told | labelled | {self.main}

    @cached_property
    def beside(self) -> list[list[Figure]]:
        """The figures of each row of the tables beside the indicator."""
        return [each.all(["actual"]) for each in self.around]

    @cached_property
    def running(self) -> frozenset[str]:
        """The series of counts that run on through a financial year, and begin again with the next one."""
        return frozenset(each for each in ("actual", *self.series) if _runs(self.figures((each,), self.facts.observations)))

    def in_quarter(self, name: str, observation: Observation) -> list[Figure]:
        """Of a series that runs on, what the quarter added; with the figure's own cell."""
        now = self.figures((name,), (observation,))
        before = self.reading.timeline.before(observation, name)
        then = self.figures((name,), (before,)) if before and year_of(before) == year_of(observation) else []
        return [replace(each, number=each.number - (then[0].number if then else 0)) for each in now]

    @cached_property
    def titled(self) -> frozenset[Decimal]:
        """The numbers of the indicator's title: ages, days, levels."""
        return frozenset(Decimal(each) for each in re.findall(r"\d+", self.facts.indicator.title))

    @cached_property
    def noted(self) -> tuple[Decimal, ...]:
        """The numbers of the indicator's note and titles."""
        told = self.facts.indicator
        found = re.findall(r"\d[\d,]*(?:\.\d+)?", f"{told.note} {told.title} {told.short_title}")
        return tuple(Decimal(each.replace(",", "")) for each in found)

    @cached_property
    def listed(self) -> dict[int, When]:
        """The period of each number of a list that follows a list of as many months: "June, September and December at 83%, 82% and 84%"."""
        numbers = LIST_OF_NUMBERS.search(self.reading.text)
        told = [int(each) for each in re.findall(r"#(\d+)", numbers[0])] if numbers else []
        for months in LIST_OF_MONTHS.finditer(self.reading.text, 0, numbers.start() if numbers else 0):
            whens = [one for each in re.findall(r"@(\d+)", months[0]) for one in each_month(self.when(each))]
            if len(told) == len(whens) > 1:
                return dict(zip(told, whens, strict=True))
        return {}

    @cached_property
    def stretch(self) -> tuple[When, When] | None:
        """The two periods of "between September and December", or of "from September to December"."""
        found = STRETCH.search(self.reading.text)
        return (self.when(found[1]), self.when(found[2])) if found else None

    def when(self, index: str | int) -> When:
        """The period of that token; of a month the year that is told beside it: "in September last year", "the previous September"."""
        found = self.reading.coded.whens[int(index)]
        if found.kind != "month" or found.year:
            return found
        told = self.then(self.reading.coded.whens[int(index) - 1]) if int(index) else ()
        return dated(found, int(index), self.reading.coded, self.current.period.end, (told[0] if told else self.current).period.end)

    def then(self, when: When) -> tuple[Observation, ...]:
        """The observations that a period may mean, told from the latest result."""
        return self.told_from(when, self.current)

    def then_any(self, when: When) -> tuple[Observation, ...]:
        """The observations that a period may mean, told from the latest result or any other that the sentence names."""
        if when.kind not in ("previous", "ago", "lastyear", "back"):
            return self.then(when)
        others = [
            each for each in self.reading.coded.whens if each is not when and not (AGO.search(when.words) and self._is_compared(each))
        ]
        anchors = [self.current, *(each for other in others for each in self.then(other))]
        return tuple(once(each for anchor in anchors for each in self.told_from(when, anchor)))

    def _is_compared(self, when: When) -> bool:
        """Whether a period is there to be compared with: "the same as last quarter"."""
        at = next(at for at, each in enumerate(self.reading.coded.whens) if each is when)
        words = next(piece.before(each) for piece in self.pieces for each in piece.periods if each.index == at)
        return bool(COMPARE & set([each for each in words if each not in ("the", "in", "at")][:1]))

    def told_from(self, when: When, anchor: Observation) -> tuple[Observation, ...]:
        """The observations that a period may mean, told from another one; "the last quarter" is the one before, or the one just ended."""
        line = self.reading.timeline
        match when.kind:
            case "last":
                before = line.before(anchor, "actual")
                return (before, anchor) if before else (anchor,)
            case "previous":
                found = line.before(anchor, "actual")
            case "ago" if not when.year:
                found = line.year_ago(anchor)
            case "ago":
                found = line.of_year(when, anchor.period.end.month)
            case "lastyear" if anchor is not self.current:
                found = line.before(anchor, "actual") if line.annual else line.year_ago(anchor)
            case "back":
                found = line.months_ago(anchor, when.months)
            case _:
                return line.meant(when, "actual") or ((line.current,) if when.kind == "term" and line.annual else ())
        return (found,) if found else ()

    def figures(self, names: Iterable[str], observations: Iterable[Observation]) -> list[Figure]:
        """The figures of those series in those periods; a target counts in the unit of the series that is rated."""
        names = tuple(names)
        found = [found for each in observations for name in names if (found := self.facts.figure(name, each))]
        measure = self.facts.indicator.measure
        return [replace(each, unit=self.facts.unit_of(measure)) if each.name in SET and measure else each for each in found]

    def mentioned(self, but: Amount) -> list[Observation]:
        """The observations that the sentence names, by their period or by their figure; the latest one first.

        `but` is the number that is asked about: it names none.
        """
        whens = self.reading.coded.whens
        found = [self.current, *(each for when in whens for each in self.then(when))]
        relative = [when for when in whens if when.kind in ("previous", "ago")]
        found += [each for when in relative for known in list(found) for each in self.told_from(when, known)]
        results = [each for each in self.all_figures if each.name in ("actual", *self.series)]
        for amount in self.reading.coded.amounts:
            if amount is not but and is_telling(amount) and not amount.around:
                found += [each.observation for each in results if fits(amount, each.unit) and _is(amount, each)]
        return once(found)

    def wide(self, observations: Sequence[Observation]) -> list[Observation]:
        """The observations, each with the one before it and the one a year before."""
        line = self.reading.timeline
        more = [found for each in observations for found in (line.before(each, "actual"), line.year_ago(each)) if found]
        return once([*observations, *more])


def year_of(observation: Observation) -> int:
    """The year in which the financial year of an observation ends."""
    end = observation.period.end
    return end.year + (end.month > YEAR_ENDS)


def _runs(figures: Sequence[Figure]) -> bool:
    """Whether counts grow from quarter to quarter in each financial year, and fall with the next one but from year's end to year's end."""
    if len(figures) < RUNNING or any(each.unit != "count" for each in figures):
        return False
    steps = list(itertools.pairwise(figures))
    within = [two.number > one.number for one, two in steps if year_of(one.observation) == year_of(two.observation)]
    across = [
        two.number < one.number
        for one, two in steps
        if year_of(one.observation) != year_of(two.observation) and two.observation.period.end.month != YEAR_ENDS
    ]
    return len(within) > 1 and all(within) and all(across)


RUNNING = 3
"""How many figures it takes to see that a series runs on."""
YEAR_ENDS, APRIL = 3, 4
"""The months with which a financial year ends and begins."""


def _is(amount: Amount, figure: Figure) -> bool:
    return holds(amount, figure.number, figure.unit) == "true"


def is_telling(amount: Amount) -> bool:
    """Whether a number has two digits or more that tell something: few figures have it by chance."""
    return len(str(amount.value).replace(".", "").strip("0")) > 1


def is_slip(amount: Amount, figure: Decimal) -> bool:
    """Whether a number has the digits of the figure but for two that are exchanged or one that is another: too like it to be something else."""
    one, two = f"{amount.value:f}", f"{figure:f}"
    if len(one) < LONG - 1 or len(one) != len(two) or one == two:
        return False
    return sorted(one) == sorted(two) or (len(one) >= LONG and sum(a != b for a, b in zip(one, two, strict=True)) == 1)


LONG = 5
"""How many digits make a number that is like no other by chance."""


def once(observations: Iterable[Observation]) -> list[Observation]:
    """Each observation once."""
    return list({each.period.end: each for each in observations}.values())


def agrees(amount: Amount, figure: Figure) -> bool:
    """Whether the amount says the figure; "under 0.01%" says one that is printed as "<0.01%", and a target has no decimals but its own."""
    if figure.qualifier and amount.around in BOUNDS and amount.plain == figure.number:
        return True
    if figure.name in SET and amount.unit == "%" and not amount.around:
        return amount.value == figure.number
    if figure.name in EXACT and amount.step < Amount(figure.number).step and amount.plain != figure.number and not amount.around:
        return False
    return holds(amount, figure.number, figure.unit) != "false"


def said_by(amount: Amount, figures: Iterable[Figure]) -> Figure | None:
    """The first figure that the amount says."""
    return next((each for each in figures if agrees(amount, each)), None)


def in_unit(amount: Amount, figures: Iterable[Figure]) -> list[Figure]:
    """The figures whose unit the amount may be in; one in digits without a unit may be in any but percent."""
    plain = amount.unit == "" and not amount.word
    return [each for each in figures if fits(amount, each.unit) or (plain and each.unit != "percent")]
