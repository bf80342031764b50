"""Which counts to withhold so that no small number of people is printed or can be worked out.

Plain values in, names out: the figures by key, the sums they stand in, and which are worked out from others. Two steps, as the
guidance of the Office for National Statistics and the Government Statistical Service has them: what is too small is withheld
itself (primary suppression), then as many others as keep it from being worked out (secondary suppression), losing the least.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from papers.suppression.algebra import Key, Solved, solved

PUBLISHED = 3
"""The rank of a figure of an earlier period: readers have it from the last report, so that to withhold it now hides nothing."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure. `number` None: it is not known, as where it is withheld. `people`: it counts people, so that a small one is withheld.

    `by_hand`: its author withheld it, whatever it counts and however great it is.
    `printed` False: it stands nowhere and can only be worked out, such as those who did not answer, or what a quarter adds to
    the year. `rank` says how much is lost where it is withheld: 0 within a table, 1 a subtotal, 2 a total.
    """

    number: Decimal | None
    people: bool = True
    printed: bool = True
    rank: int = 0
    by_hand: bool = False


Sum = Mapping[Key, int]
"""Figures that add up to nothing, or to what rounding leaves, each times its factor: a total is its parts and -1 times itself."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Below `least` people are too few to print. `zeros`: nobody is printed as it is."""

    least: int
    zeros: bool = True

    def is_small(self, count: Count) -> bool:
        """Whether the figure is too small to print, or was withheld by hand."""
        if count.by_hand or not count.people:
            return count.by_hand
        return count.number is None or (count.number < self.least and (count.number > 0 or (count.number == 0 and not self.zeros)))

    @property
    def lowest(self) -> int:
        """The least that a withheld count can be: where zeros are printed, what is withheld is somebody."""
        return 1 if self.zeros else 0


class Group:
    """Figures that sums tie together, while what to withhold of them is chosen. `given` are withheld in any case."""

    def __init__(self, counts: Mapping[Key, Count], sums: Sequence[Sum], limits: Limits, given: Iterable[Key]) -> None:
        self.counts, self.sums, self.limits = counts, sums, limits
        self.small = frozenset(key for key, count in counts.items() if limits.is_small(count))
        self.given = frozenset(given)
        self.withheld = dict.fromkeys(key for key in counts if key in self.given or not counts[key].printed)
        self.lost: set[Key] = set()
        self.of: dict[Key, list[Sum]] = {key: [] for key in counts}
        for each in sums:
            for key in each:
                self.of[key].append(each)

    def protect(self) -> None:
        """Withhold more figures until none that is withheld can be worked out, then print again what need not be withheld."""
        while (exposed := self._exposed()) is not None:
            chosen = self._choice(exposed)
            if chosen is None:
                self.lost.add(exposed)
            else:
                self.withheld[chosen] = None
        for key in sorted(self._more(), key=self._loss, reverse=True):
            kept = self.withheld
            self.withheld = {each: None for each in kept if each != key}
            if self._exposed() is not None:
                self.withheld = kept

    def _more(self) -> list[Key]:
        """What is withheld for the sake of others."""
        return [key for key in self.withheld if key not in self.given and self.counts[key].printed]

    def _loss(self, key: Key) -> tuple[int, Decimal]:
        """How much is lost where the figure is withheld: totals first, then the greater number."""
        count = self.counts[key]
        return count.rank, abs(count.number or Decimal(0))

    def _is_guarded(self, key: Key) -> bool:
        """Whether nobody may work the withheld figure out: it would be printed, or is small and stands nowhere."""
        return (self.counts[key].printed or key in self.small) and key not in self.lost

    def _exposed(self) -> Key | None:
        """The first withheld figure that can be worked out; None where all are safe."""
        for each in self.sums:
            unknown = [key for key in each if key in self.withheld]
            if len(unknown) == 1 and self._is_guarded(unknown[0]):
                return unknown[0]
        safe = self._moving(solved(self.sums, sorted(self.withheld, key=self._room, reverse=True)))
        return next((key for key in self.withheld if self._is_guarded(key) and key not in safe), None)

    def _room(self, key: Key) -> bool:
        """Whether the figure could be one more or one less."""
        return self._may_be(key, 1) and self._may_be(key, -1)

    def _moving(self, found: Solved) -> frozenset[Key]:
        """The withheld figures that could as well be another number, with every printed sum and every limit kept."""
        possible = (move for move in found.moves() if self._fits(move, 1) or self._fits(move, -1))
        return frozenset(key for move in possible for key in move)

    def _fits(self, move: Mapping[Key, int], sign: int) -> bool:
        return all(self._may_be(key, sign * step) for key, step in move.items())

    def _may_be(self, key: Key, step: int) -> bool:
        """Whether the figure could have been so much more: a small one stays small, the others stay possible."""
        number = self.counts[key].number
        if number is None:
            return True
        lowest: Decimal | int = self.limits.lowest if self.counts[key].printed or key in self.small else 0
        is_small = key not in self.small or number + step < self.limits.least
        return is_small and (number + step >= lowest or step >= 0)

    def _choice(self, exposed: Key) -> Key | None:
        """The figure to withhold next, so that the exposed one is safe again: of its own sums first, the one that is missed the least."""
        own = dict.fromkeys(key for each in self.of[exposed] for key in each)
        for among, zeros in ((own, False), (self.counts, False), (own, True), (self.counts, True)):
            free = [key for key in among if self._is_free(key, zeros=zeros)]
            if free:
                return min(free, key=lambda key: (self.counts[key].rank == PUBLISHED, self._opened(key), *self._loss(key)))
        return None

    def _is_free(self, key: Key, *, zeros: bool) -> bool:
        """Whether the figure can be withheld: it is printed, and nobody's number only where `zeros` may be."""
        count = self.counts[key]
        return count.printed and key not in self.withheld and (zeros or bool(count.number) or not self.limits.zeros)

    def _opened(self, key: Key) -> int:
        """How many sums would be left with one unknown, less those that give one away and get a second."""
        unknown = [[other for other in each if other in self.withheld] for each in self.of[key]]
        return sum(not each for each in unknown) - sum(len(each) == 1 and self._is_guarded(each[0]) for each in unknown)


def withheld(counts: Mapping[Key, Count], sums: Iterable[Sum], derived: Mapping[Key, Iterable[Key]], limits: Limits) -> frozenset[Key]:
    """The keys of all printed figures to withhold: small ones, those that would give them away, and what is worked out from either.

    `sums` may name figures that there are not: those are nothing. `derived` says from which figures each is worked out.
    """
    ties = [each for each in ({key: factor for key, factor in one.items() if key in counts} for one in sums) if len(each) > 1]
    groups = list(_groups(counts, ties))
    given = {key for key, count in counts.items() if limits.is_small(count)}
    while True:
        chosen = {key for keys, own in groups for key in _protected(keys, own, counts, limits, given)}
        worked_out = _worked_out(derived, chosen)
        more = (worked_out & counts.keys()) - given
        if not more:
            return frozenset(chosen | worked_out)
        given |= more


def _worked_out(derived: Mapping[Key, Iterable[Key]], chosen: Iterable[Key]) -> set[Key]:
    """What is worked out from withheld figures, or from what is worked out from them."""
    found: set[Key] = set()
    gone = set(chosen)
    while more := {key for key, sources in derived.items() if key not in found and not gone.isdisjoint(sources)}:
        found |= more
        gone |= more
    return found


def _protected(keys: Sequence[Key], sums: Sequence[Sum], counts: Mapping[Key, Count], limits: Limits, given: set[Key]) -> Iterator[Key]:
    """The printed figures of one group that are withheld."""
    own = [key for key in keys if key in given]
    if own and sums:
        group = Group({key: counts[key] for key in keys}, sums, limits, own)
        group.protect()
        own = [*group.withheld]
    return (key for key in own if counts[key].printed)


def _groups(counts: Iterable[Key], sums: Sequence[Sum]) -> Iterator[tuple[list[Key], list[Sum]]]:
    """Figures that sums tie together, with those sums, in the order of the figures."""
    head: dict[Key, Key] = {key: key for key in counts}

    def of(key: Key) -> Key:
        while head[key] != key:
            head[key] = head[head[key]]
            key = head[key]
        return key

    for each in sums:
        first, *others = each
        for other in others:
            head[of(other)] = of(first)
    members: dict[Key, tuple[list[Key], list[Sum]]] = {}
    for key in head:
        members.setdefault(of(key), ([], []))[0].append(key)
    for each in sums:
        members[of(next(iter(each)))][1].append(each)
    yield from members.values()
