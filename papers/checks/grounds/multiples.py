"""How many times as much: "almost double that of 2012/13", "three times as many as in September", "has halved since June"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from papers.checks.facts import Figure
from papers.checks.grounds.numbers import MEASURES, Number, Sheet, Told, numbers_of
from papers.checks.numerals import AROUND

FACTORS = {
    **dict.fromkeys(("double", "doubled", "doubles", "doubling", "twice"), Decimal(2)),
    **dict.fromkeys(("treble", "trebled", "triple", "tripled"), Decimal(3)),
    **dict.fromkeys(("quadrupled", "quadruple"), Decimal(4)),
    **dict.fromkeys(("halved", "halving", "halves"), Decimal("0.5")),
}
MULTIPLE = re.compile(rf"(?<!\S)(?:({'|'.join(FACTORS)})|#(\d+)(?= (?:as|higher|more|that|the|what|greater|larger|bigger)(?!\S)))(?!\S)")
AROUND_BEFORE = re.compile(rf"(?<!\S)({'|'.join(re.escape(each) for each in sorted(AROUND, key=len, reverse=True))}) (?:the |a )?$")
DISTANCE = re.compile(r"(?<!\S)(?:lead|gap|margin|difference|shortfall|distance|that)(?: \S+){0,3} $")
"""What is said to double is a distance, not a figure."""
NEAR = Decimal("0.07")
FAR = Decimal("0.16")


def multiples(sheet: Sheet) -> Iterator[tuple[int, int, Told]]:
    """Where the coded text says how many times one figure is another, and whether it is."""
    text = sheet.reading.text
    for found in MULTIPLE.finditer(text):
        if found[2] and sheet.reading.amount(found[2]).unit != "time":
            continue
        factor = FACTORS[found[1]] if found[1] else sheet.reading.amount(found[2]).value
        told = AROUND_BEFORE.search(text[: found.start()])
        around = AROUND[told[1]] if told else sheet.reading.amount(found[2]).around if found[2] else ""
        bases = _bases(sheet, found.end())
        if bases and not DISTANCE.search(text[: found.start()]) and not sheet.reading.is_guarded(found.start()):
            yield found.start(), found.end(), _held(sheet, factor, around, bases)


def _bases(sheet: Sheet, at: int) -> list[Figure]:
    """What it is a multiple of: the number, period or measure that follows first."""
    tail = re.match(r"(?: (?!but |and |while |;|:|,)\S+){0,6}? ([#@=])(\w+)", sheet.reading.text[at:])
    if not tail:
        return []
    if tail[1] == "=":
        return sheet.figures((tail[2],), (sheet.current,)) if tail[2] in MEASURES else []
    if tail[1] == "@":
        return sheet.figures(("actual", *sheet.series), sheet.then(sheet.reading.coded.whens[int(tail[2])], sheet.current))
    number = next((each for each in numbers_of(sheet) if each.token.text == f"#{tail[2]}"), None)
    return _figures_of(sheet, number) if number else []


def _figures_of(sheet: Sheet, number: Number) -> list[Figure]:
    from papers.checks.grounds.numbers import _agrees, _units

    return [each for each in _units(number, sheet.all_figures) if _agrees(number.amount, each)]


def _held(sheet: Sheet, factor: Decimal, around: str, bases: list[Figure]) -> Told:
    """Whether any figure of the sentence is so many times one of the bases."""
    told = [each for each in sheet.series if each in sheet.spoken]
    tops = [
        each
        for each in sheet.figures(
            told or ("actual", *sheet.series),
            [sheet.current, *(o for w in sheet.reading.coded.whens for o in sheet.then(w, sheet.current))],
        )
    ]
    pairs = [
        (base, top)
        for base in bases
        for top in tops
        if top.unit == base.unit
        and (top.name == base.name or base.name in MEASURES)
        and top.observation is not base.observation
        or base.name in MEASURES
        and top.unit == base.unit
    ]
    if not pairs:
        return Told("unknown", "multiple")
    if any(_is_factor(top.number / base.number, factor, around) for base, top in pairs):
        return Told("true", "multiple")
    return Told("false", "multiple", pairs[0])


def _is_factor(ratio: Decimal, factor: Decimal, around: str) -> bool:
    """Whether the ratio is what the words say: "halved" counts down, "more than halved" is less than a half."""
    off = ratio / factor - 1
    if factor < 1:
        off = -off
    match around:
        case "nearly":
            return -FAR <= off < 0
        case "over" | "past" | "least":
            return off > 0 or (around == "least" and off == 0)
        case "under" | "most":
            return off < 0
        case "about":
            return abs(off) <= FAR
    return abs(off) <= NEAR
