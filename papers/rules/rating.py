"""One rating from plain values: a figure placed on a ladder. The sentence that explains it is worded when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from papers.dataset import Value
from papers.rules.book import Ladder
from papers.rules.intervals import Step, ends_of, nearest, place, word_at
from papers.rules.qualified import stands_for
from papers.wording import capital, gap, listed, value_in_words, with_unit

Compare = Literal["published", "unrounded"]

NO_DATA = "no data"
NOT_DUE = "not due"
AWAITED = "awaited"
SUPPRESSED = "suppressed"
NO_TARGET = "no target"
NO_RANGE = "no expected range"
NO_FLOOR = "no floor standard"
NO_POLARITY = "no polarity"
NO_RULE = "no rule"
NOT_EXACT = "not an exact figure"

WHY: Mapping[str, str] = {
    NO_DATA: "Not rated: there is no figure for the period.",
    NOT_DUE: "Not rated: the figure is not due yet.",
    SUPPRESSED: "Not rated: the figure is suppressed.",
    NO_TARGET: "Not rated: {figure} has no target to be held against.",
    NO_RANGE: "Not rated: {figure} has no expected range to be held against.",
    NO_FLOOR: "Not rated: {figure} does not meet the target, and no floor standard says how far it may fall short.",
    NO_POLARITY: "Not rated: it is not said whether higher or lower values are better.",
    NO_RULE: "Not rated: the scheme has no rule for such an indicator.",
    NOT_EXACT: "Not rated: {figure} may lie on either side of a boundary.",
}
"""Why a figure is not rated: the short words that are counted and printed, and the sentence."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rating's word, or None and in short words why not; the sentence that explains it and the distance to the next boundary.

    `other` is the figure as it was not compared (unrounded, or as published), where the two differ.
    """

    rating: str | None
    unrated: str | None = None
    figure: Decimal | None = None
    ladder: Ladder | None = None
    qualifier: str = ""
    compare: Compare = "published"
    other: Decimal | None = None

    @property
    def reason(self) -> str:
        """The sentence that explains the rating, or why there is none; worded anew each time."""
        if self.rating is None or self.figure is None or self.ladder is None:
            return self._why_not(self.unrated or NO_DATA)
        return f"{capital(self._words())} is {_stands(self._exact(), self.ladder)}, so {self.rating}{self._away()}.{self._compared()}"

    @property
    def margin(self) -> Decimal | None:
        """How far the figure stands from the nearest boundary of another rating; None without a rating."""
        boundary = self.boundary
        return boundary[0] if boundary else None

    @property
    def boundary(self) -> tuple[Decimal, str] | None:
        """The distance to the nearest boundary of another rating, and what that boundary is called."""
        if self.rating is None or self.figure is None or self.ladder is None:
            return None
        return nearest(self.figure, self.ladder.steps)

    @property
    def apart(self) -> str:
        """How far the nearest boundary is: "4 days away", of a figure known only as less or more "more than 4 days away".

        "" where there is none, or where it is on the side on which such a figure is not known.
        """
        boundary = self.boundary
        if boundary is None or self.figure is None or self.ladder is None:
            return ""
        far = f"{gap(boundary[0], self.ladder.unit)} away"
        if not self.qualifier:
            return far
        end = self.figure + boundary[0] if self.qualifier == "<" else self.figure - boundary[0]
        beyond = boundary[0] and end in {each for each, _ in ends_of(self.ladder.steps)}
        return f"more than {far}" if beyond else ""

    def _why_not(self, why: str) -> str:
        """Why there is no rating: a sentence of ours, or the analyst's own words."""
        other = f"Not rated: there is {why} to hold {{figure}} against." if self.ladder else f"Not rated: {why}."
        return WHY.get(why, other).replace("{figure}", self._words())

    def _away(self) -> str:
        """How far the nearest boundary is: nothing to spare on one's own, nothing gained yet on that of a better rating."""
        assert self.figure is not None, "a rating has a figure"
        assert self.ladder is not None, "a rating has a ladder"
        boundary = nearest(self.figure, self.ladder.steps)
        if boundary is None:
            return ""
        distance, name = boundary
        if distance or self.qualifier:
            return f"; the nearest boundary is {', '.join(filter(None, (name, self.apart)))}"
        own = next(step for step in self.ladder.steps if step.word == self.rating)
        return ", with nothing to spare" if self.figure in {end for end, _ in ends_of([own])} else "; any better figure is rated otherwise"

    def _words(self) -> str:
        if self.figure is None:
            return "the figure"
        return value_in_words(Value(self.figure, qualifier=self.qualifier), self.ladder.unit if self.ladder else "count")

    def _exact(self) -> Decimal:
        """A figure that rates as the qualified one does."""
        assert self.figure is not None, "a rating has a figure"
        assert self.ladder is not None, "a rating has a ladder"
        found = stands_for(self.figure, self.qualifier, self.ladder.steps)
        return self.figure if found is None else found

    def _compared(self) -> str:
        """Which of two figures was compared, where the other would be rated otherwise."""
        if self.other is None or self.ladder is None or word_at(self.other, self.ladder.steps) == self.rating:
            return ""
        other = word_at(self.other, self.ladder.steps) or "not rated"
        words = with_unit(self.other, self.ladder.unit)
        if self.compare == "published":
            return f" It was compared as published; unrounded, {words}, it would be {other}."
        return f" It was compared unrounded; as published, {words}, it would be {other}."


@cache
def unrated(why: str) -> Verdict:
    """The verdict that there is no rating. A reason of the analyst's own words is its own sentence."""
    return Verdict(None, why)


def rate(
    figure: Decimal | None,
    ladder: Ladder,
    qualifier: str = "",
    *,
    compare: Compare = "published",
    other: Decimal | None = None,
) -> Verdict:
    """The rating of a figure on a ladder, exact decimals, with its reason."""
    if figure is None:
        return unrated(NO_DATA)
    exact = stands_for(figure, qualifier, ladder.steps) if qualifier else figure
    if exact is None:
        return Verdict(None, _first_missing(ladder) or NOT_EXACT, figure, ladder, qualifier)
    step = place(exact, ladder.steps)
    if step is None or (step.missing and not step.holds(exact)):
        return Verdict(None, NO_RULE if step is None else step.missing, figure, ladder, qualifier)
    return Verdict(step.word, None, figure, ladder, qualifier, compare, other)


def _first_missing(ladder: Ladder) -> str | None:
    """What the best step lacks where nothing of it is set."""
    best = ladder.steps[0]
    return None if best.intervals else best.missing


def _stands(figure: Decimal, ladder: Ladder) -> str:
    """Where the figure stands on the ladder: "below the target of 96% but above the floor standard of 91%"."""
    steps = ladder.steps
    at = next(n for n, step in enumerate(steps) if step.holds(figure))
    earned = next((interval.relation(figure, ladder.unit) for interval in steps[at].intervals if interval.holds(figure)), "")
    missed = listed(_missed(figure, steps[at - 1], ladder.unit)) if at else ""
    if earned:
        return f"{missed} but {earned}" if missed else earned
    never = [word for word in ladder.left_out if at]
    return f"{missed} and there is no {' or '.join(never)}" if never else missed


def _missed(figure: Decimal, step: Step, unit: str) -> list[str]:
    return [interval.relation(figure, unit) for interval in step.intervals]
