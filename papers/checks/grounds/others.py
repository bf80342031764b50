"""Numbers of something near to the indicator that is not it: single cases, places, other time limits, what somebody had forecast."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from papers.checks.facts import stem
from papers.checks.grounds.derived import means
from papers.checks.grounds.levels import level
from papers.checks.grounds.limits import SAID
from papers.checks.grounds.number import Number, numbers_of
from papers.checks.grounds.pieces import FROM_TO
from papers.checks.grounds.sheet import MEASURES, in_unit, is_slip, said_by
from papers.checks.grounds.words import ADDED, AFTER_NUMBER, AUXILIARY, GENERAL, HOW
from papers.checks.language.amounts import holds
from papers.checks.language.matching import matcher
from papers.checks.language.superlatives import TOP
from papers.checks.statements.aboutness import PARAPHRASES
from papers.checks.statements.commonwords import common

AGAINST = frozenset(("than", "from", "against", "compared", "versus", "on", "previous", "earlier", "before", "then"))
"""Words before a number that another one is set against."""
LIMITS = frozenset(("second", "minute", "hour", "day", "week"))
"""Units of a time in which something is to be done."""
SPREAD = frozenset(("spread", "ranged", "ranges", "ranging", "varied", "varies", "varying", "variation", "differs", "differed"))
PLACING = frozenset(("in", "on", "at", "for", "among"))
FORESEEN = frozenset(("forecast", "predicted", "expected", "estimated", "assumed", "projected", "feared", "anticipated", "budgeted"))
HOPED = matcher(r"hoped|expected|wanted|promised|sought|looked for|pencilled|called for|planned")
"""Words that make a number one that somebody had in mind, which need not be the target."""
SINGLE = frozenset(("longest", "shortest", "slowest", "quickest", "fastest", "oldest"))
"""Superlatives of one case, where the indicator is an average."""
TIMES = frozenset(("quarter", "month", "year", "term", "average", "mean", "time"))


def is_of_another(number: Number) -> bool:
    """Whether the words beside the number make it one of something else."""
    return any(
        each(number)
        for each in (
            _is_of_strange_move,
            _is_of_measure_move,
            _is_second,
            _is_of_event,
            _is_mean,
            _is_to_date,
            _is_of_other_span,
            _is_of_unheld,
            _is_of_limit,
            _is_of_place,
            _is_of_owner,
            _is_of_case,
            _is_foreseen,
        )
    )


def _is_of_strange_move(number: Number) -> bool:
    """Whether it is an end of a change of which neither end is in the data: "abandoned calls fell from 6% to 4%"."""
    found = FROM_TO.search(number.sheet.reading.text)
    if not found or str(number.token.index) not in found.groups():
        return False
    ends = [number.sheet.reading.amount(each) for each in found.groups()]
    known = number.sheet.all_figures
    return not any(said_by(each, in_unit(each, known)) or any(is_slip(each, one.number) for one in known) for each in ends)


def _is_of_measure_move(number: Number) -> bool:
    """Whether it is an end of a change of the target that the sentence speaks of: "the target was met, even after it went up from 80% to 82%"."""
    sheet = number.sheet
    found = FROM_TO.search(sheet.reading.text)
    if not found or str(number.token.index) not in found.groups():
        return False
    ends = [sheet.reading.amount(each) for each in found.groups()]
    figures = sheet.figures(sheet.spoken & set(MEASURES), sheet.facts.observations)
    return all(said_by(each, in_unit(each, figures)) for each in ends)


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


def _is_of_other_span(number: Number) -> bool:
    """Whether it is told of single months, of an academic year or of a part of a time, which the indicator's results are not of."""
    text, basis = number.sheet.reading.text, number.sheet.facts.indicator.basis
    if basis not in ("month", "snapshot") and SINGLE_MONTH.search(text):
        return True
    if number.own is None:
        return False
    if basis != "academic year" and re.search(r"academic|school year", number.own.words.lower()):
        return True
    parts = (number.sheet.reading.coded.whens[int(each)] for each in PART_OF_TIME.findall(text))
    return any(each is number.own for each in parts)


SINGLE_MONTH = matcher(r"(?<!\S)(?:single[- ]month|in-month|monthly|weekly|daily)(?!\S)")
PART_OF_TIME = matcher(r"(?<!\S)(?:parts?|months|weeks|days|middle|height|rest|remainder|bulk) of @(\d+)")


def _is_of_unheld(number: Number) -> bool:
    """Whether its statement goes on from an average of others that the data has not: "the national average, which was only at 56%"."""
    if number.piece.joint not in ("which", "(") or not number.before or number.role or number.gap:
        return False
    last = number.before.words[-3:]
    return last[-1:] == ("average",) and not any(each[0] == "=" for each in last)


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


def _is_of_owner(number: Number) -> bool:
    """Whether the word before it tells that it is somebody else's: "Thanet's 8.1%"."""
    owner, mark, _ = (*number.left[:1], "")[0].replace("\u2019", "'").partition("'s")
    return bool(mark) and not number.role and stem(owner) not in number.sheet.facts.known_words | common()


def _is_second(number: Number) -> bool:
    """Whether the result is told elsewhere in the sentence, and nothing makes this number one of another time or measure, a sum or the rest."""
    sheet, amount = number.sheet, number.amount
    if number.gap or number.role or number.own or number.whens or number.piece.measures or AGAINST & set(number.left[:3]):
        return False
    halves = [each for each in sheet.reading.coded.amounts if each.unit == "share" and each is not amount]
    if halves or ADDED & sheet.words or (amount.unit == "share" and number.right[:1] == ("of",) and sheet.facts.unit != "percent"):
        return False
    now = sheet.figures((sheet.main, "actual"), number.subject or (sheet.current,))
    if sheet.leaves and any(abs(100 - each.number - amount.value) <= (100 - each.number) / 10 for each in now if each.unit == "percent"):
        return False
    others = [each for each in numbers_of(sheet) if each.at != number.at and not each.gap and not each.role]
    told = any(said_by(each.amount, in_unit(each.amount, now)) for each in others)
    results = sheet.figures(dict.fromkeys(("actual", *sheet.series, *sheet.spoken)), sheet.facts.observations)
    return told and not said_by(amount, in_unit(amount, results))


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
