"""A scheme's table, whole, made into its rule book; everything that is wrong with it is told at once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, get_args

from papers.dataset import Polarity
from papers.document import CHIP_SHAPES
from papers.errors import PapersError, Place, Problem, problem
from papers.metrics.contrast import LEAST, contrast
from papers.results import Band, DatedRule, Scheme, SchemeSetting
from papers.rules.book import Rule, RuleBook
from papers.rules.earning import unearned
from papers.rules.grammar import BUILT_IN, EXPECTED, OTHERWISE, Names, Unclear, read_clauses, read_limit
from papers.rules.limits import AnyLimit, Clause, Range

KEYS = ("name", "version", "compare", "without", "settings", "bands", "limits", "ranges", "rules")
BAND = {"word": True, "short": False, "fill": True, "ink": True, "meaning": True, "phrase": False, "shape": False}
"""The keys of a band, and whether it needs them."""

RULE = ("for", "units", "from", "until")
SERVED = tuple(polarity for polarity in get_args(Polarity) if polarity != "none")
COMPARE = ("published", "unrounded")
COLOUR = re.compile("#[0-9A-Fa-f]{6}")
Table = Mapping[str, Any]


@dataclass(slots=True)
class Builder:
    """The table on its way to a rule book, with what was found wrong."""

    table: Table
    place: Place
    problems: list[Problem] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The scheme's name."""
        return str(self.table.get("name", ""))

    def unclear(self, why: str) -> None:
        """One more thing that is wrong."""
        self.problems.append(problem("scheme-unclear", self.place, value=self.name, why=why))

    def entries(self, part: str) -> dict[str, Table]:
        """The named entries of the part; anything else is wrong."""
        found = self.table.get(part, {})
        if isinstance(found, dict) and all(isinstance(each, dict) for each in found.values()):
            return found
        self.unclear(f"[{part}] holds something that is no entry of its own")
        return {}

    def listed(self, part: str) -> list[Table]:
        """The entries of the part that stand in order; anything else is wrong, and so are none."""
        found = self.table.get(part, [])
        if isinstance(found, list) and found and all(isinstance(each, dict) for each in found):
            return found
        self.unclear(f"it has no [[{part}]]")
        return []

    def only(self, entry: Table, known: Iterable[str], where: str) -> None:
        """Nothing stands in the entry that nobody reads."""
        for key in entry:
            if key not in known:
                self.unclear(f"{where} has no key {key}")


def build(table: Table, place: Place) -> RuleBook:
    """The rule book of a scheme's table. PapersError with everything that is wrong with it."""
    builder = Builder(table, place)
    builder.only(table, KEYS, "a scheme")
    settings = _settings(builder)
    bands = _bands(builder, settings)
    names = _names(builder, settings)
    words = [band.word for band in bands]
    without = _words(builder, "without", words)
    rules = tuple(rule for entry in builder.listed("rules") if (rule := _rule(builder, entry, words, without, names)))
    dated = tuple(_dated(rule) for rule in rules if rule.start > dt.date.min or rule.end < dt.date.max)
    scheme = Scheme(builder.name, str(table.get("version", "1")), bands, tuple(settings.values()), _compare(builder), dated=dated)
    if builder.problems:
        raise PapersError(builder.problems)
    return RuleBook(scheme, rules, frozenset(without))


def _dated(rule: Rule) -> DatedRule:
    """The rule as the key tells of it."""
    earned = tuple((word, " or ".join(clause.says for clause in clauses) or "the rest") for word, clauses in rule.bands)
    return DatedRule(rule.polarities, rule.units, rule.start, rule.end, earned, rule.absent)


def _compare(builder: Builder) -> str:
    found = builder.table.get("compare", COMPARE[0])
    if found not in COMPARE:
        builder.unclear(f"compare is {found}; choose from {', '.join(COMPARE)}")
    return str(found)


def _words(builder: Builder, key: str, words: list[str]) -> list[str]:
    """The ratings that the key lists: by default those between the best and the last."""
    found = builder.table.get(key, words[1:-1])
    if isinstance(found, list) and all(each in words for each in found):
        return found
    builder.unclear(f"{key} names something that is no rating of the scheme")
    return []


def _settings(builder: Builder) -> dict[str, SchemeSetting]:
    """The scheme's settings by name."""
    found = {}
    for name, entry in builder.entries("settings").items():
        builder.only(entry, ("value", "meaning", "chosen"), f"the setting {name}")
        value = entry.get("value")
        number = Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
        if number is None or not number.is_finite() or number < 0 or not isinstance(entry.get("meaning"), str):
            builder.unclear(f"the setting {name} needs a value, a number that is not negative, and a meaning")
        else:
            found[name] = SchemeSetting(name, number, entry["meaning"], chosen=bool(entry.get("chosen", False)))
    return found


def _bands(builder: Builder, settings: Mapping[str, SchemeSetting]) -> tuple[Band, ...]:
    found = [_band(builder, entry, settings) for entry in builder.listed("bands")]
    bands = tuple(band for band in found if band)
    for what, told in (("word", [band.word for band in bands]), ("short word", [band.short for band in bands if band.short])):
        if len(set(told)) < len(told):
            builder.unclear(f"two bands have one {what}")
    looks = [(band.fill.upper(), band.shape) for band in bands]
    if len(set(looks)) < len(looks):
        builder.unclear("two bands look the same: give them different fills")
    return bands


def _band(builder: Builder, entry: Table, settings: Mapping[str, SchemeSetting]) -> Band | None:
    builder.only(entry, BAND, "a band")
    if not all(isinstance(entry.get(key, "" if not needed else None), str) for key, needed in BAND.items()):
        builder.unclear(f"the band {entry.get('word', 'without a word')} needs {', '.join(key for key, needed in BAND.items() if needed)}")
        return None
    told: dict[str, Any] = {
        key: _filled(text, settings) if key in ("meaning", "phrase") else text for key, text in entry.items() if key in BAND
    }
    if told.get("shape", "") not in CHIP_SHAPES:
        builder.unclear(f"the shape of {told['word']} is none of {', '.join(filter(None, CHIP_SHAPES))}")
        told["shape"] = ""
    band = Band(**told)
    if not COLOUR.fullmatch(band.fill) or not COLOUR.fullmatch(band.ink):
        builder.unclear(f"the colours of {band.word} are not written as #RRGGBB")
    elif (found := contrast(band.fill, band.ink)) < LEAST:
        shown = f"{found:.1f}"
        builder.problems.append(problem("scheme-contrast", builder.place, value=band.word, scheme=builder.name, found=shown))
    return band


def _filled(text: str, settings: Mapping[str, SchemeSetting]) -> str:
    """The text with the values of settings in the place of their names in braces."""
    for setting in settings.values():
        text = text.replace(f"{{{setting.name}}}", f"{setting.value:f}")
    return text


def _names(builder: Builder, settings: Mapping[str, SchemeSetting]) -> Names:
    """The scheme's limits and ranges, each of which may be taken from those before it."""
    limits: dict[str, AnyLimit] = {}
    ranges = {"expected-range": EXPECTED}
    names = Names({name: each.value for name, each in settings.items()}, limits, ranges)
    for name, entry in builder.entries("limits").items():
        builder.only(entry, ("is", "called", "missing"), f"the limit {name}")
        if limit := _limit(builder, name, entry, "is", names):
            limits[name] = limit
    for name, entry in builder.entries("ranges").items():
        builder.only(entry, ("from", "to", "called", "missing"), f"the range {name}")
        low, high = (_limit(builder, name, entry, key, names) for key in ("from", "to"))
        if low and high:
            ranges[name] = Range(_called(name, entry), low, high)
    return names


def _called(name: str, entry: Table) -> str:
    return str(entry.get("called", f"the {name.replace('-', ' ')}"))


def _limit(builder: Builder, name: str, entry: Table, key: str, names: Names) -> AnyLimit | None:
    """The limit that the entry's key describes."""
    called = _called(name, entry)
    missing = str(entry.get("missing", f"no {called.removeprefix('the ')}"))
    try:
        return read_limit(name, str(entry.get(key, "")), called, missing, names)
    except Unclear as unclear:
        builder.unclear(f"{name}: {unclear}")
        return None


def _rule(builder: Builder, entry: Table, words: list[str], without: list[str], names: Names) -> Rule | None:
    """The rule of the entry, its ratings in the order of the bands."""
    polarities, units = entry.get("for", []), entry.get("units", [])
    start, end = entry.get("from", dt.date.min), entry.get("until", dt.date.max)
    where = f"the rule for {' and '.join(map(str, polarities)) if isinstance(polarities, list) else polarities}"
    if not isinstance(polarities, list) or not polarities or not all(each in SERVED for each in polarities):
        builder.unclear(f"{where} names no polarity; choose from higher, lower, closest and range")
        return None
    days = [day for day in (start, end) if isinstance(day, dt.date) and not isinstance(day, dt.datetime)]
    if not isinstance(units, list) or len(days) < 2:
        builder.unclear(f"{where}: units are a list of texts, from and until are dates")
        return None
    builder.only(entry, [*RULE, *words], where)
    bands = tuple(
        (word, clauses) for word in words if word in entry and (clauses := _clauses(builder, entry[word], names, where)) is not None
    )
    _check(builder, bands, polarities, where)
    absent = tuple(word for word in without if word not in entry)
    rule = Rule(tuple(polarities), bands, absent, tuple(units), start, end)
    _check_earned(builder, rule, where)
    return rule


def _clauses(builder: Builder, text: object, names: Names, where: str) -> tuple[Clause, ...] | None:
    try:
        return read_clauses(text, names)
    except Unclear as unclear:
        builder.unclear(f"{where}: {unclear}")
        return None


def _check(builder: Builder, bands: tuple[tuple[str, tuple[Clause, ...]], ...], polarities: list[str], where: str) -> None:
    """The last rating, and it alone, is given otherwise; better and worse are told where higher or lower is better."""
    rest = [not clauses for _, clauses in bands]
    if not rest or rest != [False] * (len(rest) - 1) + [True]:
        builder.unclear(f"{where}: the last rating, and it alone, is “{OTHERWISE}”")
    sided = [clause for _, clauses in bands for clause in clauses if clause.relation != "within"]
    if sided and not set(polarities) <= {"higher", "lower"}:
        builder.unclear(f"{where}: “or better” and “better than” need a rule for higher or lower alone")


def _check_earned(builder: Builder, rule: Rule, where: str) -> None:
    """Some figure earns each rating, where nothing else is wrong."""
    for word in () if builder.problems else unearned(rule):
        builder.unclear(f"{where}: no figure can be rated {word}, because better ratings take every figure that could")


__all__ = ["BUILT_IN", "build"]
