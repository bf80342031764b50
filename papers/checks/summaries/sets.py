"""Sets of indicators and what is said of them: properties as tests, and how many of which set have them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from papers.checks.language.matching import matcher
from papers.checks.language.tallying import Member, Population, State, members_of

Test = Callable[[Member], bool | None]


@dataclass(frozen=True, slots=True)
class Property:
    """What is said of indicators: its words, and whether one has it; None where that can't be told."""

    name: str
    test: Test

    def members(self, among: Sequence[Member]) -> list[Member] | None:
        """Those that have it; None where one can't be told."""
        told = [self.test(each) for each in among]
        return None if None in told else [each for each, has in zip(among, told, strict=True) if has]


VERBAL = matcher(
    r"(?:scores?|has|have|had|is|are|was|were|went|rose|fell|shares?|carry|carries|stands?|stood|remain|remains|belongs?)(?!\w)"
)
"""How the words of a state begin that are a statement of their own."""


def is_verbal(state: State, spoken: str) -> bool:
    """Whether the words of the state begin with a verb: "have improved", "scores 12"."""
    return state.family in ("direction", "target", "kept", "move") or (state.family != "rating" and bool(VERBAL.match(spoken)))


def plain(state: State, *, before: bool = False) -> Property:
    """The property of being in the state, now or at the last report."""
    if before:
        return Property(f"{state.name} before", state.before or (lambda _: None))
    return Property(state.name, state.now)


def kept(state: State) -> Property:
    """The property of being in the state now as at the last report."""
    return both([plain(state), plain(state, before=True)])


def moved(left: State | None, reached: State | None, *, known: bool = False) -> Property:
    """The property of having moved from one rating to another; from or to any other one where only one is told.

    What had no rating before has moved to one, unless the earlier rating must be `known`.
    """
    tests = [plain(left, before=True), negated(plain(left))] if left else []
    tests += [Property("rated before", lambda member: getattr(member, "previous_rating", "") is not None)] if known else []
    tests += [plain(reached), negated(plain(reached, before=True))] if reached else []
    made = both(tests)
    return replace(made, name=" ".join([*([f"from {left.name}"] if left else []), *([f"to {reached.name}"] if reached else [])]))


def negated(one: Property) -> Property:
    """The property of not having it."""
    return Property(f"not {one.name}", lambda member: None if (told := one.test(member)) is None else not told)


def both(properties: Sequence[Property]) -> Property:
    """The property of having all of them."""
    return Property(" and ".join(each.name for each in properties), lambda member: _fold([each.test(member) for each in properties], all))


def either(properties: Sequence[Property]) -> Property:
    """The property of having one of them."""
    return Property(" or ".join(each.name for each in properties), lambda member: _fold([each.test(member) for each in properties], any))


def _fold(told: Sequence[bool | None], join: Callable[[Iterable[bool | None]], bool]) -> bool | None:
    return None if None in told else join(told)


def joined(states: Sequence[tuple[str, Sequence[Property]]]) -> list[Property]:
    """Every way to take states that stand together, each given by its family and the ways to take it: any of one family, all of several."""
    found = []
    for chosen in itertools.islice(itertools.product(*(ways for _, ways in states)), 8):
        families: dict[str, list[Property]] = {}
        for (family, _), one in zip(states, chosen, strict=True):
            families.setdefault(family, []).append(one)
        found.append(both([_of_family(name, each) for name, each in families.items()]))
    return found


DENIED = "not "
"""What the name of a family begins with where none of its states is meant."""


def _of_family(name: str, properties: Sequence[Property]) -> Property:
    one = either(properties) if len(properties) > 1 else properties[0]
    return negated(one) if name.startswith(DENIED) else one


def within(population: Population, ids: frozenset[str]) -> Population:
    """The population of those indicators alone."""
    return members_of(population, lambda member: population.key(member) in ids)


def wholes(population: Population) -> Iterator[Sequence[Member]]:
    """What a share may be of: all, or those of a smaller set, as those that are rated."""
    yield population.members
    for keep in population.wholes:
        part = [each for each in population.members if keep(each)]
        if 0 < len(part) < len(population.members):
            yield part
