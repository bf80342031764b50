"""How many times as much: "almost double that of 2012/13", "three times as many as in September", "has halved since June"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from papers.checks.facts import Figure, stem
from papers.checks.grounds.number import numbers_of
from papers.checks.grounds.sheet import MEASURES, Sheet, agrees, in_unit, said_by
from papers.checks.grounds.told import OTHER_SHARE, UNKNOWN, Told
from papers.checks.grounds.topics import is_other_thing, opening
from papers.checks.language.amounts import Around
from papers.checks.language.matching import matcher
from papers.checks.language.numerals import AROUND
from papers.checks.reading import number_words
from papers.checks.statements.aboutness import PARAPHRASES
from papers.checks.statements.commonwords import common

FACTORS = {
    **dict.fromkeys(("double", "doubled", "doubles", "doubling", "twice"), Decimal(2)),
    **dict.fromkeys(("treble", "trebled", "triple", "tripled"), Decimal(3)),
    **dict.fromkeys(("quadrupled", "quadruple"), Decimal(4)),
    **dict.fromkeys(("halved", "halving", "halves"), Decimal("0.5")),
}
MULTIPLE = matcher(rf"(?<!\S)(?:({'|'.join(FACTORS)})|#(\d+)(?= (?:as|higher|more|that|the|what|greater|larger|bigger)(?!\S)))(?!\S)")
AROUND_BEFORE = matcher(rf"(?<!\S)({'|'.join(re.escape(each) for each in sorted(AROUND, key=len, reverse=True))}) (?:the |a )?$")
BASE = matcher(r"(?: (?!but |and |while |;|:|,)\S+){0,6}? ([#@=])(\w+)")
APART = matcher(r"(?<!\S)(?:lead|gap|margin|difference|shortfall|distance|excess)(?!\S)|(?<!\S)that(?: \S+){0,3} $")
"""Before a multiple: what is said to double is a distance, not a figure."""
OBJECT = matcher(r" (?:the|its|their|our|his|her|all)(?: numbers? of)? ([a-z][\w'-]*)(?!\S)")
"""After a verb, what it has done something to."""
SOME_DAYS = matcher(r" (?:in|over|during|on|for) (?:the|one|a|those|these|some)(?: \S+)? (?:weeks?|days?|weekends?|nights?|hours?)(?!\S)")
"""After a verb, a time that no figure is of."""
TIMES = matcher(r" (?:since|in|over|during|within|this|between|by|before|after|running|now|already|at|on|for|and|but|[,.;)])(?!\S)")
"""After "twice", what tells that it counts times and no multiple: "has risen twice since June"."""
NEAR = Decimal("0.07")
"""How far a plain multiple may be off."""
FAR = Decimal("0.16")
"""How far "almost double" may be short."""


def multiples(sheet: Sheet) -> Iterator[tuple[tuple[int, int], Told]]:
    """Where the coded text says how many times one figure is another, and whether it is."""
    text = sheet.reading.text
    for found in MULTIPLE.finditer(text):
        amount = sheet.reading.amount(found[2]) if found[2] else None
        if (
            (found[1] == "twice" and TIMES.match(text, found.end()))
            or (amount and amount.unit != "time")
            or sheet.reading.is_guarded(found.start())
            or APART.search(text[: found.start()])
        ):
            continue
        if _is_of_other(sheet, found):
            yield found.span(), OTHER_SHARE
            continue
        told = AROUND_BEFORE.search(text[: found.start()])
        around: Around = AROUND[told[1]] if told else amount.around if amount else ""
        yield found.span(), _held(sheet, amount.value if amount else FACTORS[found[1]], around, _bases(sheet, found.end()))


def _is_of_other(sheet: Sheet, found: re.Match[str]) -> bool:
    """Whether it is told of another subject or thing, of a strange number just before it, or of some days."""
    after = sheet.reading.text[found.end() :]
    if SOME_DAYS.match(after) or (found[1] and found[1].endswith("ed") and _has_object(sheet, after)):
        return True
    at = next(at for at, each in enumerate(sheet.pieces) if each.tokens[-1].stop >= found.end())
    piece = sheet.pieces[at]
    words = opening([each.text for each in piece.tokens if each.stop <= found.start()])
    if words:
        return not piece.numbers[1:] and is_other_thing(sheet, words, later=at > 0)
    before = [each for each in numbers_of(sheet) if each.at == at - 1 and piece.joint == ","][-1:]
    before = [each for each in before if not each.gap and each.amount.unit not in ("quarter", "month", "year")]
    return any(not said_by(each.amount, in_unit(each.amount, sheet.all_figures)) for each in before)


def _has_object(sheet: Sheet, after: str) -> bool:
    """Whether what is doubled is something else: "the team doubled its hours"."""
    found = OBJECT.match(after)
    thing = found[1] if found else "it"
    return stem(thing) not in sheet.facts.known_words | common() and thing not in PARAPHRASES


def _bases(sheet: Sheet, at: int) -> list[Figure]:
    """What it is a multiple of: the number, period or measure that follows first."""
    found = BASE.match(sheet.reading.text[at:])
    if not found:
        return []
    if found[1] == "=":
        return sheet.figures((found[2],), (sheet.current,)) if found[2] in MEASURES else []
    if found[1] == "@":
        return sheet.figures(("actual", *sheet.series), sheet.then(sheet.when(found[2])))
    number = next(each for each in numbers_of(sheet) if each.token.text == f"#{found[2]}")
    return [each for each in in_unit(number.amount, sheet.all_figures) if agrees(number.amount, each)]


def _held(sheet: Sheet, factor: Decimal, around: Around, bases: Sequence[Figure]) -> Told:
    """Whether any figure of the sentence is so many times one of the bases."""
    observations = [sheet.current, *(each for when in sheet.reading.coded.whens for each in sheet.then(when))]
    names = [each for each in sheet.series if each in sheet.spoken] or ["actual", *sheet.series]
    tops = sheet.figures(names, observations)
    pairs = [(base, top) for base in bases for top in tops if base.number and _compares(base, top)]
    if not pairs:
        return UNKNOWN
    if any(_is_factor(top.number / base.number, factor, around) for base, top in pairs):
        return Told("true", "share")
    base, top = pairs[0]
    computed = f"{number_words(top.number)} divided by {number_words(base.number)} is {top.number / base.number:.2f}"
    return Told("false", "share", (top, base), computed, f"{top.number / base.number:.1f} times")


def _compares(base: Figure, top: Figure) -> bool:
    """Whether the two are alike: of one series at two times, or a result and a measure."""
    if base.unit != top.unit:
        return False
    return base.name in MEASURES or (base.name == top.name and base.observation is not top.observation)


def _is_factor(ratio: Decimal, factor: Decimal, around: Around) -> bool:
    """Whether the ratio is what the words say; "more than halved" is less than a half."""
    off = (ratio / factor - 1) * (-1 if factor < 1 else 1)
    match around:
        case "nearly":
            return -FAR <= off < 0
        case "over" | "past":
            return off > 0
        case "least":
            return off >= 0
        case "under" | "most":
            return off < 0
        case "about":
            return abs(off) <= FAR
    return abs(off) <= NEAR
