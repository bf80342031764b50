"""Numbers of something near to the indicator that is not it: single cases, places, other time limits, what somebody had forecast."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from papers.checks.facts import stem
from papers.checks.grounds.derived import means
from papers.checks.grounds.levels import level
from papers.checks.grounds.limits import SAID
from papers.checks.grounds.number import Number
from papers.checks.grounds.pieces import FROM_TO
from papers.checks.grounds.sheet import in_unit, is_slip, said_by
from papers.checks.grounds.words import AFTER_NUMBER, AUXILIARY, GENERAL, HOW
from papers.checks.language.amounts import holds
from papers.checks.language.superlatives import TOP
from papers.checks.statements.aboutness import PARAPHRASES

LIMITS = frozenset(("second", "minute", "hour", "day", "week"))
"""Units of a time in which something is to be done."""
SPREAD = frozenset(("spread", "ranged", "ranges", "ranging", "varied", "varies", "varying", "variation", "differs", "differed"))
PLACING = frozenset(("in", "on", "at", "for", "among"))
FORESEEN = frozenset(("forecast", "predicted", "expected", "estimated", "assumed", "projected", "feared", "anticipated", "budgeted"))
HOPED = re.compile(r"hoped|expected|wanted|promised|sought|looked for|pencilled|called for|planned")
"""Words that make a number one that somebody had in mind, which need not be the target."""
SINGLE = frozenset(("longest", "shortest", "slowest", "quickest", "fastest", "oldest"))
"""Superlatives of one case, where the indicator is an average."""
TIMES = frozenset(("quarter", "month", "year", "term", "average", "mean", "time"))


def is_of_another(number: Number) -> bool:
    """Whether the words beside the number make it one of something else."""
    return any(
        each(number)
        for each in (_is_of_strange_move, _is_of_event, _is_mean, _is_to_date, _is_of_limit, _is_of_place, _is_of_case, _is_foreseen)
    )


def _is_of_strange_move(number: Number) -> bool:
    """Whether it is an end of a change of which neither end is in the data: "abandoned calls fell from 6% to 4%"."""
    found = FROM_TO.search(number.sheet.reading.text)
    if not found or str(number.token.index) not in found.groups():
        return False
    ends = [number.sheet.reading.amount(each) for each in found.groups()]
    known = number.sheet.all_figures
    return not any(said_by(each, in_unit(each, known)) or any(is_slip(each, one.number) for one in known) for each in ends)


def _is_of_event(number: Number) -> bool:
    """Whether it is of an event of a month or of some days: "after the December storms", "between 23 and 28 December"."""
    piece = number.piece
    words = (piece.joint or ",", *piece.words)
    triples = list(zip(words, words[1:], words[2:], strict=False))
    if any(
        one in EVENTFUL and two[0] == "@" and three.isalpha() and three.endswith("s") and three not in AUXILIARY | HOW
        for one, two, three in triples
    ):
        return True
    days = any(one[0] == "#" and two in ("and", "to") and three[0] == "@" for one, two, three in triples)
    return days and any(number.sheet.when(each.index).words[0].isdigit() for each in piece.periods)


EVENTFUL = ("after", "during")


def _is_mean(number: Number) -> bool:
    """Whether it is the mean of several results: "the average over the three months was 84.6%"."""
    return not number.gap and not number.role and any(holds(number.amount, each) != "false" for each in means(number.sheet))


def _is_to_date(number: Number) -> bool:
    """Whether it is told of the year to date, of an indicator whose results are of single months or quarters."""
    words = number.own.words.lower() if number.own else ""
    return ("year to date" in words or "year-to-date" in words) and number.sheet.facts.indicator.basis in ("month", "quarter")


def _is_of_limit(number: Number) -> bool:
    """Whether it is of what was done in another time than the title has: "97% within two minutes"."""
    sheet = number.sheet
    pairs = [two[1:] for one, two in itertools.pairwise(number.right[:6]) if one in ("within", "in") and two[0] == "#"]
    told = [each for index in pairs if (each := sheet.reading.amount(index)).unit in LIMITS]
    named = [Decimal(found[1]) for piece in sheet.pieces[: number.at + 1] for each in piece.words if (found := SAID.match(each))]
    return number.amount.unit in ("%", "share") and any(each not in sheet.titled for each in (*named, *(each.value for each in told)))


def _is_of_place(number: Number) -> bool:
    """Whether it is an end of a spread over places or groups: "from 3 days in Dover to 21 days in Swale"."""
    words = number.piece.words
    if not SPREAD & set(words) or number.left[:1] not in (("from",), ("to",), ("between",), ("and",)):
        return False
    return any(
        one[0] == "#" and two in PLACING and three[0] not in "@=#" for one, two, three in zip(words, words[1:], words[2:], strict=False)
    )


def _is_of_case(number: Number) -> bool:
    """Whether it is the highest or lowest of a thing that the indicator does not count: "the longest wait was 63 days"."""
    for noun, best in itertools.pairwise(each for each in number.left[:6] if each not in AUXILIARY):
        if best in TOP and noun.isalpha() and noun not in HOW | AFTER_NUMBER | {"of"}:
            known = PARAPHRASES | TIMES | GENERAL
            return noun not in known and (best in SINGLE or stem(noun) not in number.sheet.facts.known_words)
    return False


def _is_foreseen(number: Number) -> bool:
    """Whether what follows tells that somebody had foreseen it: "the 91% expected", "the £375k that officers had forecast"."""
    if FORESEEN & set(number.right[:1]) and not number.role:
        return True
    if number.right[:1] == ("=target",) and level(number).verdict != "true":
        coded = number.sheet.reading.coded
        aim = number.piece.tokens[number.piece.tokens.index(number.token) + 1]
        begin, end = coded.words(aim.start, aim.stop)
        return bool(HOPED.search(coded.sentence[begin:end]))
    after = number.sheet.pieces[number.at + 1 : number.at + 2]
    return not number.right and bool(after) and after[0].joint == "that" and bool(FORESEEN & set(after[0].words)) and not number.role
