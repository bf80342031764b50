"""A sentence as tokens: numbers (#0), periods (@0), measures (=target) and ratings (*0) among its words, so that a small grammar can read it.

"In December 2013, 84% of calls were answered, 9 points above the target of 75%." is coded as
"in @0 , #0 of calls were answered , #1 above the =target of #2 ."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from papers.checks.language.amounts import Amount
from papers.checks.language.matching import matcher
from papers.checks.language.measures import AIMED
from papers.checks.language.numerals import (
    FORTNIGHT,
    NUMBER,
    SEVERAL_PARTS,
    SHARE,
    SINGLE,
    amount_of,
    around_of,
    parts_of,
    share_of,
    single_of,
    value_of,
)
from papers.checks.language.periods import PERIOD, When, read_when

ASIDE = matcher(
    r"\b(?:aged?|within|level|key stage|year|page|pages|appendix|section|paragraph|table|figure|phase|tier|grade|stage|priority|item|chapter|age"
    r"|KS|band|class|type|category) \d+(?![.,]\d| ?%| (?:percentage |per ?cent|points?\b))(?: ?(?:to|-|\u2013|and|or) ?\d+)?(?: (?:working )?(?:seconds|days|weeks|hours|months|minutes))?\b"
    r"|\b\d+(?: ?(?:to|-|\u2013) ?\d+)?(?: or (?:more|over|under|older)\b|\+)|\b\d+(?:-| )?(?:to|\u2013|-)(?:-| )?\d+(?: ?-?year[- ]olds?)|\b\d+[- ]years?[- ]olds?\b"
    r"|\b(?:per|for each|for every|each|every|in every|in) (?:1,000|10,000|100,000|1000|10000|100000)\b|\b(?:three|two) or more\b|\b[A-Z]{1,4}\d+\b|\b\d+(?:st|nd|rd|th)\b|\b\d{1,2}[:.]\d\d ?(?:am|pm)\b|\b\d+/\d+\b"
    r"|\bone of (?:the|our|these|those) (?!\w+ (?:indicators|kpis|measures)|indicators)|\b(?:one|two|three|four) (?:of (?:which|whom|them))\b|\b(?:no )?one another\b|\bat one\b|\bone in\b|\bfirst[- ]time\b|\b03000\b"
    r"|\bpeak (?:times?|hours?)\b|\b(?:each|for) one\b|\bthe one\b|\bone (?:that|which)\b|\bno one\b",
    re.IGNORECASE,
)
"""Numbers that are names: ages, levels, time limits, pages."""

PEOPLE = frozenset(
    ("callers", "children", "residents", "those", "pupils", "people", "adults", "clients", "customers", "staff", "users", "drivers")
)
AGED = matcher(r"(?:under|over|above|below) \d\d\b(?! ?(?:%|per)|[.,]\d)")
"""Ages of people: "callers under 25"."""
BOUNDED = frozenset(("of", "for", "with", "by", "take", "takes", "took", "in", "at", "and", "to", "support", "pay", "can", ","))
"""Words after which "up to" tells of the most, not of a rise."""

WORD = matcher(r"[A-Za-z][\w'\u2019*&]*(?:-\w+)*|[^\s\w]|\w+")


@dataclass(frozen=True, slots=True)
class Coded:
    """The coded text with what its tokens stand for, and where each token stands in the sentence."""

    sentence: str
    text: str
    amounts: tuple[Amount, ...]
    whens: tuple[When, ...]
    spans: tuple[tuple[int, int, int, int], ...]
    """Of each token: from and to in `text`, from and to in `sentence`."""

    def words(self, start: int, stop: int) -> tuple[int, int]:
        """Where the tokens of that part of `text` stand in the sentence."""
        inside = [each for each in self.spans if each[0] < stop and each[1] > start]
        return (inside[0][2], inside[-1][3]) if inside else (0, len(self.sentence))

    def of_number(self, index: int) -> tuple[int, int]:
        """Where a number stands in `text`."""
        token = f"#{index}"
        return next((each[0], each[1]) for each in self.spans if self.text[each[0] : each[1]] == token)


OF_THEN = matcher(
    r"(?:^|[;,] |(?<!\S)(?:and|but|while|whereas) )(?:(?:at|by|in) )?@(?P<then>\d+)(?: ,)?(?: (?![#@;,])\S+)* #\d+(?: (?![#@;,])\S+)* (?:in|during|over) @(?P<quarter>\d+)"
)
"""A period that leads a clause with one number, and another one after the number."""
THE_QUARTER = matcher(r"the (?:quarter|period|month|year)", re.IGNORECASE)


LINKS = frozenset(("and", "to", "or", "-"))
"""Words between two months of which the second one alone gives the year."""


@dataclass(slots=True)
class _Coding:
    """A coding under way: the tokens so far."""

    sentence: str
    parts: list[str] = field(default_factory=list)
    spans: list[tuple[int, int, int, int]] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    length: int = 0

    def add(self, token: str, start: int, stop: int) -> None:
        self.parts.append(token)
        self.spans.append((self.length, self.length + len(token), start, stop))
        self.length += len(token) + 1

    def number(self, amount: Amount, start: int, stop: int) -> None:
        self.amounts.append(amount)
        self.add(f"#{len(self.amounts) - 1}", start, stop)

    def _share_year(self) -> None:
        """Give a month the year of the one that follows it: "between September and December 2024"."""
        for one, link, two in zip(self.parts, self.parts[1:], self.parts[2:], strict=False):
            if one[0] != "@" or two[0] != "@" or link not in LINKS:
                continue
            first, second = self.whens[int(one[1:])], self.whens[int(two[1:])]
            if first.kind == second.kind == "month" and second.year and not first.year:
                self.whens[int(one[1:])] = replace(first, year=second.year - (first.month > second.month))

    def _share_period(self) -> None:
        """Take "in the quarter" for the period that leads the clause: "a year ago 41,210 calls were received in the quarter"."""
        for found in OF_THEN.finditer(" ".join(self.parts)) if len(self.whens) > 1 else ():
            first, second = (int(found[each]) for each in ("then", "quarter"))
            if self.whens[first].kind in ("ago", "lastyear", "back") and THE_QUARTER.fullmatch(self.whens[second].words):
                self.whens[second] = self.whens[first]

    def done(self) -> Coded:
        self._share_year()
        self._share_period()
        return Coded(self.sentence, " ".join(self.parts), tuple(self.amounts), tuple(self.whens), tuple(self.spans))


def tidy(text: str) -> str:
    """The text with plain spaces, minus signs and hyphens, "make up" as "come to" and "still to" as "yet to"; every character stays where it stood."""
    plain = text.translate({0xA0: " ", 0x2212: "-", 0x2011: "-", 0x202F: " ", 0x2009: " ", 0x2010: "-"})
    plain = STILL_TO.sub("yet  ", plain)
    return MAKE_UP.sub(lambda found: f"{'cam' if found[0][1:3] == 'ad' else 'com'}e{'s' if found[1] else ''} to", plain)


STILL_TO = matcher(r"(?:(?<=\bhas )|(?<=\bhave )|(?<=\bhad ))still(?= to\b)")
MAKE_UP = matcher(r"\b(?:make|made|make(s)) up\b")


@lru_cache(maxsize=256)
def code(sentence: str, measures: tuple[tuple[re.Pattern[str], str], ...], ratings: re.Pattern[str]) -> Coded:
    """The sentence in tokens; `measures` are the words of each measure with its token, `ratings` the words of ratings."""
    text = tidy(sentence)
    coding = _Coding(sentence)
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif (text[at].isalnum() or text[at] in SIGNS) and (at == 0 or not (text[at - 1].isalnum() and text[at].isalnum())):
            at = _next(text, at, coding, measures, ratings)
        else:
            at = _word(text, at, coding)
    return coding.done()


SIGNS = "-\u00a3\u00bd"
"""Marks that a number may begin with."""


def _word(text: str, at: int, coding: _Coding) -> int:
    """Add the word or mark that begins there as it is."""
    word = WORD.match(text, at)
    end = word.end() if word else at + 1
    coding.add(text[at:end].lower(), at, end)
    return end


def _next(text: str, at: int, coding: _Coding, measures: Sequence[tuple[re.Pattern[str], str]], ratings: re.Pattern[str]) -> int:
    """Add the token that begins there; where it ends."""
    if coding.parts and coding.parts[-1].startswith("#") and (found := AIMED.match(text, at)):
        coding.add("=target", at, found.end())
        return found.end()
    for pattern, token in measures:
        if found := pattern.match(text, at):
            coding.add(token, at, found.end())
            return found.end()
    if text[at].isupper() and (found := ratings.match(text, at)):
        coding.add(f"*{found[0].lower()}", at, found.end())
        return found.end()
    if found := OVER_YEAR.match(text, at):
        coding.add(found[1].lower(), at, at + len(found[1]))
        return at + len(found[1])
    if end := _period(text, at, coding) or _part(text, at, coding):
        return end
    return _aside(text, at, coding) or _number(text, at, coding) or _word(text, at, coding)


def _aside(text: str, at: int, coding: _Coding) -> int:
    """Add a number that is a name, such as an age; where it ends, 0 for none."""
    aged = AGED.match(text, at) if coding.parts and coding.parts[-1] in PEOPLE else None
    found = aged or ASIDE.match(text, at)
    if not found or found.end() == at:
        return 0
    coding.add("~" + re.sub(r"\W+", "-", found[0].lower()), at, found.end())
    return found.end()


YEARLONG = matcher(
    r"(?:a|one|the (?:last|past)|the space of (?:a|one)|just (?:a|one)|a single|the course of a) year\b(?! (?:ago|before|earlier|later))|(?:the )?(?:last |past )?(?:12|twelve) months\b(?! (?:to|ending|ended))",
    re.IGNORECASE,
)
"""After "over" and "in": since a year before."""
OVER_YEAR = matcher(rf"(over|in|within|across) (?={YEARLONG.pattern})", re.IGNORECASE)


def _period(text: str, at: int, coding: _Coding) -> int:
    if coding.parts and coding.parts[-1] in ("over", "in", "within", "across") and (found := YEARLONG.match(text, at)):
        coding.whens.append(When("over", found[0]))
        coding.add(f"@{len(coding.whens) - 1}", at, found.end())
        return found.end()
    found = PERIOD.match(text, at)
    if not found or not found[0].strip():
        return 0
    if found.lastgroup == "month" and not re.search(r"\b[A-Z][a-z]{2,8}", found[0]):
        return 0
    if found.lastgroup == "month" and re.match(r"May\b(?! \d)", found[0]) and at == 0:
        return 0
    when = read_when(found)
    if when is None:
        return 0
    end = found.end() + 2 * text.startswith(("'s", "\u2019s"), found.end())
    coding.whens.append(when)
    coding.add(f"@{len(coding.whens) - 1}", at, end)
    return end


def _number(text: str, at: int, coding: _Coding) -> int:
    found = NUMBER.match(text, at)
    if not found:
        return 0
    if found["around"] and _compares(found, text, coding):
        return 0
    coding.number(amount_of(found), at, found.end())
    return found.end()


COUNTING = frozenset(("after", "the", "last", "past", "for", "these", "those", "all", "previous", "first", "other", "in", "of"))
QUARTERS = matcher(
    r"(?:one quarter|(?:two|three) quarters)\b(?! out of| of (?!missing|falling|being|the (?:year|last|past)))", re.IGNORECASE
)
"""After such words, quarters of a year and no share: "after three quarters at 74%"."""


def _part(text: str, at: int, coding: _Coding) -> int:
    """A part of a whole ("five in six") or one of something ("a point")."""
    if coding.parts and coding.parts[-1] in COUNTING and (found := QUARTERS.match(text, at)):
        coding.number(Amount(value_of(found[0].split()[0]), "quarter", word=True), at, found.end())
        return found.end()
    if (found := SHARE.match(text, at)) and (amount := share_of(found)) and not (found["around"] and _compares(found, text, coding)):
        coding.number(amount, at, found.end())
        return found.end()
    if POINT_PARTS in text and (found := SEVERAL_PARTS.match(text, at)):
        coding.number(parts_of(found), at, found.end())
        return found.end()
    if text[at] not in SINGLES:
        return 0
    if found := SINGLE.match(text, at):
        coding.number(single_of(found), at, found.end())
        return found.end()
    if found := FORTNIGHT.match(text, at):
        coding.number(Amount(Decimal(14), "day", word=True), at, found.end())
        return found.end()
    return 0


POINT_PARTS = "s of a "
"""What every sentence holds that tells of several parts of a point."""
SINGLES = "aAhHoO"
"""How "a", "one" and "half" begin."""


def _compares(found: re.Match[str], text: str, coding: _Coding) -> bool:
    """Whether "above" and "more than" compare with what follows, and say nothing of how exact the number is."""
    words = " ".join(found["around"].lower().split())
    if words == "up to":
        return bool(coding.parts) and coding.parts[-1] not in BOUNDED
    if around_of(words) not in ("over", "under", "past"):
        return False
    nearby = " ".join(coding.parts[-3:]).rpartition(",")[2]
    return bool(re.search(r"#\d+", nearby)) or bool(
        re.match(r" (?:target|limit|ceiling|aim|floor|national|threshold)", text[found.end() :])
    )


SENTENCE_END = matcher(r"(?<=[.!?])(?:[\"\u201d\u2019')\]]*)\s+(?=[\"\u201c\u2018'(\[]*[A-Z0-9\u00a3])")
ABBREVIATED = matcher(r"(?:\b(?:e\.g|i\.e|etc|No|Dr|Mr|Mrs|Ms|St|approx|vs|cf|Nos|Cllr|Qtr)|\b[A-Z])\.$")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph, each with where it begins."""
    start = 0
    for end in SENTENCE_END.finditer(text):
        if ABBREVIATED.search(text[start : end.start()]):
            continue
        yield start, text[start : end.start()]
        start = end.end()
    if text[start:].strip():
        yield start, text[start:]
