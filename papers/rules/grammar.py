"""The few forms in which a scheme's file says its rules, read into limits, ranges and clauses.

Limits: "target", "target worse by 5%", "target below by green_below or 0", "target worse by tolerance" (a setting), "target
worse by 7 cases". Clauses:
"target or better", "better than year-ago", "within expected-range", each with ", if set" at its end or not; "otherwise".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from papers.rules.limits import Amount, AnyLimit, Clause, DistantLimit, Limit, Range, Relation, Side

NAME = "[a-z][a-z0-9_-]*"
NUMBER = r"\d+(?:\.\d+)?"
IF_SET = ", if set"
OTHERWISE = "otherwise"
DISTANT = re.compile(
    rf"(?P<base>{NAME}) (?P<side>worse|better|below|above) by (?P<amount>{NAME}|{NUMBER})(?P<percent> ?%)?(?P<cases> cases?)?(?: or (?P<otherwise>{NUMBER}))?"
)
CLAUSES = (
    re.compile(rf"(?P<bound>{NAME}) (?P<relation>or better)"),
    re.compile(rf"(?P<relation>better than) (?P<bound>{NAME})"),
    re.compile(rf"(?P<relation>within) (?P<bound>{NAME})"),
)

BUILT_IN: Mapping[str, Limit] = {
    limit.name: limit
    for limit in (
        Limit("target", "the target", "no target"),
        Limit("floor", "the floor standard", "no floor standard"),
        Limit("lower", "the lower end of the expected range", "no expected range"),
        Limit("upper", "the upper end of the expected range", "no expected range"),
        Limit("year-ago", "the figure of a year before", "no figure of a year before"),
        Limit("previous", "the figure before", "no figure before"),
    )
}
"""The limits that every scheme may name. Any other name is a series of the report."""

EXPECTED = Range("the expected range", BUILT_IN["lower"], BUILT_IN["upper"])


class Unclear(Exception):  # noqa: N818 - it says what the text is, and never leaves the reading of schemes
    """A text that has none of the forms, with what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a scheme has named so far: settings, limits and ranges."""

    settings: Mapping[str, Decimal]
    limits: Mapping[str, AnyLimit]
    ranges: Mapping[str, Range]

    def limit(self, name: str) -> AnyLimit:
        """The limit of that name: the scheme's own, a built-in one, or a series of the report."""
        if name in self.ranges:
            raise Unclear(f"{name} is a range, so a figure is within it")
        return self.limits.get(name) or BUILT_IN.get(name) or Limit(name, f"the {name.replace('_', ' ')}", f"no {name.replace('_', ' ')}")


def read_limit(name: str, text: str, called: str, missing: str, names: Names) -> AnyLimit:
    """The limit that the text describes. Unclear where it has no such form."""
    if re.fullmatch(NAME, text):
        base = names.limit(text)
        return Limit(text, called, missing) if isinstance(base, Limit) else _renamed(base, called, missing)
    found = DISTANT.fullmatch(text)
    if found is None:
        raise Unclear(f"“{text}” is no limit; write it as “target”, “target worse by 5%” or “target below by 3”")
    otherwise = Decimal(found["otherwise"]) if found["otherwise"] else None
    if found["percent"] and found["cases"]:
        raise Unclear(f"“{text}” counts cases and a percentage at once")
    amount = Amount(_amount(found["amount"], names), bool(found["percent"]), otherwise, bool(found["cases"]))
    return DistantLimit(name, called, missing, names.limit(found["base"]), cast("Side", found["side"]), amount)


def _renamed(limit: DistantLimit, called: str, missing: str) -> DistantLimit:
    return DistantLimit(limit.name, called, missing, limit.base, limit.side, limit.amount)


def _amount(text: str, names: Names) -> Decimal | str:
    """The amount: a number, a setting's number, or the name of a number of the period."""
    return Decimal(text) if text[0].isdigit() else names.settings.get(text, text)


def read_clauses(text: object, names: Names) -> tuple[Clause, ...]:
    """The clauses of one rating: a text or a list of them, any of which is enough; none for "otherwise". Unclear for other forms."""
    texts = [text] if isinstance(text, str) else text
    if not isinstance(texts, list) or not texts or not all(isinstance(each, str) for each in texts):
        raise Unclear(f"“{text}” is no condition")
    return () if texts == [OTHERWISE] else tuple(_clauses(texts, names))


def _clauses(texts: list[str], names: Names) -> Iterator[Clause]:
    for text in texts:
        bare = text.removesuffix(IF_SET)
        found = next((match for form in CLAUSES if (match := form.fullmatch(bare))), None)
        if found is None:
            raise Unclear(f"“{text}” is no condition; write it as “target or better”, “better than year-ago”, “within band” or “otherwise”")
        bound = _range(found["bound"], names) if found["relation"] == "within" else names.limit(found["bound"])
        yield Clause(cast("Relation", found["relation"]), bound, optional=bare != text)


def _range(name: str, names: Names) -> Range:
    if name not in names.ranges:
        raise Unclear(f"there is no range {name}")
    return names.ranges[name]
