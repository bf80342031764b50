"""Two numbers of a sentence and how far apart it says they are: "48%, two points ahead of the 50% target", "from 79% to 94%, up by 15 per cent".

The sentence contradicts itself, whatever it is about. A number may be set against several others: only where no way of reading holds is it
called false, and numbers that are rounded are given the room of their rounding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from papers.checks.amounts import Amount
from papers.checks.coding import Coded
from papers.checks.grammar import ANY_NOUN, ANY_VERB, HOW, direction_of, guarded
from papers.checks.pairs import FROM_TO, TO_FROM
from papers.checks.reading import Finding, finding_at, number_words

MORE = r"above|over|more than|higher than|greater than|in excess of|up on|beyond|on top of|past"
LESS = r"below|under|less than|lower than|fewer than|down on|short of|shy of"
BETTER = r"ahead of|clear of|better than|in front of"
WORSE = r"behind|adrift of|worse than|off"
SIDES = {"more": MORE, "less": LESS, "better": BETTER, "worse": WORSE}
APART = re.compile(
    rf"#(\d+)(?: (?:better|worse|higher|lower|more|fewer|points|adrift|ahead|clear|over|calls|jobs|cases|children|people|pupils|days))??"
    rf" ({'|'.join(SIDES.values())})(?: (?!#|,|;|\.|and |but |@)\S+){{0,6}}? #(\d+)(?!\d)"
)
"""A difference, on which side of what it lies, and that number."""
BOUND = re.compile(
    rf"#(\d+)(?= (?:\S+ )?(?:{'|'.join(SIDES.values())}) )|(?:{'|'.join(SIDES.values())})(?: (?!#|,|;|\.|and |but )\S+){{0,6}}? #(\d+)"
)
"""Numbers that are a difference, or what something is set against."""
APART_FROM = re.compile(r" (?:;|:|but|while|whereas|although|though|with) ")
"""What parts a change from the figures it is not about."""
CHANGED = (
    re.compile(
        rf"(?<!\S)(?:(?:{ANY_VERB}(?: {HOW})* )?by|{ANY_VERB})(?: {HOW})*(?: (?:some|a further|just|only))? #(\d+)(?!\d)(?! (?:to|and|or) #)"
    ),
    re.compile(rf"(?<!\S)(?:{ANY_NOUN}|change|difference)(?: (?:in|on) (?:\S+ ){{1,2}})? of(?: only| just| some)? #(\d+)(?!\d)"),
    re.compile(
        rf"#(\d+)(?: (?:overall|further|quarterly|annual|year-on-year))? (?:{ANY_NOUN}|more|fewer|less|higher|lower|better|worse)(?!\S)"
    ),
    re.compile(r"(?<!\S)(?:up|down)(?: (?:by|some|a further|just|only))? #(\d+)(?!\d)"),
)
"""How much something changed by."""
STANDS = r"is|are|was|were|stood|stands|remain(?:s|ed)?|still|already|now|well|comfortably|far|came in|ended|finished"
RANGE = re.compile(r"(?<!\S)(?:anything|anywhere|rang\w+|var\w+|spread)(?: \S+){0,2} $")
"""Words before "from 48% to 56%" that make it a range, not a change."""
WAYS = {"up": 1, "more": 1, "higher": 1, "down": -1, "fewer": -1, "less": -1, "lower": -1}
SIGNS = {"up": 1, "down": -1}
"""Of words and of directions: 1 where something grew."""
COMPARES = re.compile(
    rf"#(\d+)(?: (?!;|:|but |while |whereas |and |or |from )\S+){{0,16}}? (exceed(?:s|ed|ing)?|(?:{STANDS}) (?:{MORE}|{LESS}))"
    r"(?: (?:the|its|our|last|a|an|annual|whole|year's|=target|of|year|planned|expected|budgeted)){0,5} #(\d+)(?!\d)(?! (?:or|to|points|more|fewer|higher|lower|above|below|ahead|behind))"
)
"""A number that is said to be more or less than another."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number of the sentence with its place in the list."""

    index: int
    amount: Amount


def gaps(coded: Coded, polarity: str = "") -> Iterator[Finding]:
    """What the sentence says of how far its own numbers lie apart, where that can't be; `polarity` says which way is better."""
    safe = guarded(coded.text)
    for rule in (_apart(coded, polarity), _changed(coded), _compared(coded)):
        for found, finding in rule:
            if not any(start <= found.start() < stop for start, stop in safe):
                yield finding


def _apart(coded: Coded, polarity: str) -> Iterator[tuple[re.Match[str], Finding]]:
    bound = {int(each) for pattern in (BOUND, *CHANGED) for found in pattern.finditer(coded.text) for each in found.groups() if each}
    for found in APART.finditer(coded.text):
        gap, other = (_Told(int(each), coded.amounts[int(each)]) for each in (found[1], found[3]))
        side = next(name for name, words in SIDES.items() if re.fullmatch(words, found[2]))
        levels = [each for each in _alike(coded, other, gap) if each.index not in bound]
        told = [_contradiction(level.amount, other.amount, gap.amount, _sign(side, polarity)) for level in levels]
        if told and all(told) and (len(told) == 1 or not gap.amount.unit):
            yield found, _finding(coded, found.span(), told[0])


def _changed(coded: Coded) -> Iterator[tuple[re.Match[str], Finding]]:
    """Changes that the two figures between which they lie contradict."""
    pairs = [(each, int(each[1]), int(each[3])) for each in FROM_TO.finditer(coded.text) if not RANGE.search(coded.text, 0, each.start())]
    pairs = pairs or [(each, int(each[3]), int(each[1])) for each in TO_FROM.finditer(coded.text)]
    if len(pairs) != 1:
        return
    pair, *ends = pairs[0]
    before, after = (coded.amounts[each] for each in ends)
    if before.unit != after.unit and before.unit:
        return
    for pattern in CHANGED:
        for found in pattern.finditer(coded.text):
            gap = int(found[1])
            if gap not in ends and not APART_FROM.search(coded.text, *_between(pair, found)):
                way = next((way for each in found[0].split() if (way := WAYS.get(each) or SIGNS.get(direction_of(each), 0))), 0)
                told = _contradiction(after, Amount(before.value, after.unit, before.scale), coded.amounts[gap], way)
                if told:
                    yield found, _finding(coded, coded.of_number(gap), told)


def _between(one: re.Match[str], other: re.Match[str]) -> tuple[int, int]:
    """From the end of the first of them to the beginning of the second."""
    return (one.end(), other.start()) if one.start() < other.start() else (other.end(), one.start())


def _compared(coded: Coded) -> Iterator[tuple[re.Match[str], Finding]]:
    """Numbers that are said to be more, or less, than what is less, or more."""
    for found in COMPARES.finditer(coded.text):
        one, other = (_Told(int(each), coded.amounts[int(each)]) for each in (found[1], found[3]))
        if one.amount.unit != other.amount.unit or len(_alike(coded, other, one)) or _hedged(one.amount, other.amount):
            continue
        by = one.amount.plain - other.amount.plain
        more = bool(re.search(rf"^exceed| (?:{MORE})$", found[2]))
        if by and (by > 0) != more:
            told = f"{number_words(one.amount.plain)} is {'less' if more else 'more'} than {number_words(other.amount.plain)}"
            yield found, _finding(coded, found.span(), told)


def _alike(coded: Coded, other: _Told, gap: _Told) -> list[_Told]:
    """The numbers of the sentence, beside these two, that count what the other one counts."""
    rest = [_Told(index, each) for index, each in enumerate(coded.amounts) if index not in (other.index, gap.index)]
    return [each for each in rest if each.amount.unit == other.amount.unit and not _is_small(each.amount)]


def _is_small(amount: Amount) -> bool:
    """Whether it is a number such as "two", which counts something at hand."""
    return amount.word and not amount.unit and amount.plain < 10


def _sign(side: str, polarity: str) -> int:
    """1 where the words say that the first number is the larger, -1 the smaller, 0 where that can't be told."""
    if side in ("more", "less"):
        return 1 if side == "more" else -1
    way = {"higher": 1, "lower": -1}.get(polarity, 0)
    return way if side == "better" else -way


def _hedged(*amounts: Amount) -> bool:
    return any(each.around for each in amounts)


def _contradiction(level: Amount, other: Amount, gap: Amount, sign: int) -> str:
    """What is wrong with a gap between two numbers; "" where it may hold."""
    if _hedged(level, other) or not other.plain:
        return ""
    by = level.plain - other.plain
    exact = f"{number_words(level.plain)} and {number_words(other.plain)} are {number_words(abs(by))} apart"
    if sign and by and (by > 0) != (sign > 0):
        return f"{number_words(level.plain)} is {'more' if by > 0 else 'less'} than {number_words(other.plain)}"
    room = (level.step + other.step) / 2
    percents = level.unit in ("%", "share") and other.unit in ("%", "share")
    points = _spans(gap, abs(by), room)
    share = abs(by) * 100 / abs(other.plain)
    shares = _spans(gap, share, _room_of_share(abs(by), abs(other.plain), other.step / 2, room))
    if gap.unit == "points":
        return "" if points or not percents else f"{exact}: {number_words(abs(by))} percentage points"
    if gap.unit in ("%", "share"):
        if shares or not (points or not percents):
            return ""
        return f"{exact}: {f'{number_words(abs(by))} percentage points, ' if percents else ''}{share:.1f}%"
    if gap.unit in (level.unit, "") and not percents:
        return "" if points else exact
    return ""


def _room_of_share(by: Decimal, other: Decimal, half: Decimal, room: Decimal) -> Decimal:
    """How far the rounding of two numbers may shift the percentage that lies between them."""
    return (by + room) * 100 / (other - half) - by * 100 / other if other > half else Decimal(100)


def _spans(gap: Amount, exact: Decimal, room: Decimal) -> bool:
    """Whether the gap as it is said may be the exact one, with the room that rounding leaves."""
    room += gap.step / 2
    if gap.around in ("", "about", "nearly", "past"):
        slack = room + (gap.plain / 10 if gap.around else 0)
        return abs(gap.plain - exact) <= slack
    return exact + room > gap.plain if gap.around in ("over", "least") else exact - room < gap.plain


def _finding(coded: Coded, span: tuple[int, int], told: str) -> Finding:
    return finding_at(coded, span, "false", "change", "its own numbers say otherwise", computed=told)
