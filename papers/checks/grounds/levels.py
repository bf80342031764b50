"""Numbers that are figures: the one of their period, of the periods that the sentence names, or of none at all."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from papers.checks.facts import Figure, stem
from papers.checks.grounds.derived import derived, share_of_count
from papers.checks.grounds.number import Number
from papers.checks.grounds.pieces import FROM_TO
from papers.checks.grounds.sheet import APRIL, MEASURES, SET, agrees, in_unit, is_slip, once, said_by, year_of
from papers.checks.grounds.told import DOUBTED, UNKNOWN, Told, wrong_level
from papers.checks.grounds.words import ADDED, AFTER_NUMBER, AIMS, AUXILIARY, COMPARE, GENERAL, HOW, NEVER, ONWARDS, side_of
from papers.checks.language.amounts import holds
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.statements.aboutness import OTHERS
from papers.dataset import Observation

SMALL = 20
"""Below which a plain number may count anything."""
QUARTER = matcher(
    r"quarter|(?:three|3) months(?! (?:ago|earlier|before|later|previously|back))|(?:July \S+ Sep|April \S+ Jun|October \S+ Dec|January \S+ Mar)",
    re.IGNORECASE,
)
"""Names of periods that are one quarter, not the year so far."""
DIGITS, LARGE = 3, 100
"""How many digits a certain figure has though the data has none of its period; from which on a number of people is the indicator's."""


def level(number: Number) -> Told:
    """Whether the number is a figure of the indicator: in its own period where it has one, else in one that the words allow."""
    amount = number.amount
    known = in_unit(amount, number.sheet.all_figures)
    if amount.unit == "%" and not known:
        return share_of_count(number)
    unset = number.role in SET and all(each.name != number.role for each in number.sheet.all_figures)
    if not known or unset or (amount.word and amount.unit == "" and not _is_small_count(number)):
        return UNKNOWN
    if number.own:
        return _of_period(number, number.own, known)
    if found := said_by(amount, in_unit(amount, number.sheet.figures(_names(number), _told(number)))):
        return Told("true", figures=(found,))
    return _elsewhere(number, known)


def _is_small_count(number: Number) -> bool:
    """Whether a number in words counts what the indicator does, in a period of its own: "from four children in secure placements in June"."""
    sheet = number.sheet
    results = [each for each in sheet.all_figures if each.name == sheet.main]
    if not number.own or any(each.unit != "count" or each.number > SMALL for each in results):
        return False
    return sum(stem(each) in sheet.facts.words for each in dict.fromkeys(number.piece.words)) > 1


def _names(number: Number) -> list[str]:
    """The series that the number may be of: the measure beside it, else the result, the measures of its piece, and the further series."""
    sheet = number.sheet
    if number.role:
        return list(dict.fromkeys((number.role, *sheet.series)))
    if number.left == ("at",) and not number.at:
        return ["actual", *sheet.series]
    bare = all(each in HOW | COMPARE | {"at", "by", "with", "and"} or each[0] in "#@" for each in number.piece.words)
    return list(dict.fromkeys(("actual", *(sheet.spoken if bare else number.piece.measures), *sheet.series)))


def _told(number: Number) -> list[Observation]:
    """The observations that a number with no period of its own may be of."""
    sheet = number.sheet
    if led := _led_by(number):
        return once([sheet.current, *led])
    if _is_to_date(number):
        return [sheet.current]
    if number.is_current and not (_is_set(number) and {"year", "annual"} & set(number.piece.words)):
        return once([sheet.current, *number.subject, *(each for when in number.whens for each in sheet.then(when))])
    if (
        number.role == "comparator"
        and number.subject
        and (then := [each for each in number.said if sheet.figures((number.role,), (each,))])
    ):
        return then
    if _is_set(number) and THAT_TIME & {*zip(number.right, number.right[1:], number.right[2:], strict=False)}:
        return once([sheet.current, *number.said])
    if _is_set(number):
        later = [each for each in sheet.facts.observations if each.period.end > sheet.current.period.end]
        return once([sheet.current, *(each for when in sheet.reading.coded.whens for each in sheet.then(when)), *later])
    return sheet.wide(number.said)


THREE_MONTHS = matcher(
    r"(?:three|3) months(?! (?:ago|earlier|before|later|previously|back))|quarter (?:to|end)|(?:July \S+ Sep|April \S+ Jun|October \S+ Dec|January \S+ Mar)",
    re.IGNORECASE,
)


def _is_of_year(number: Number, own: When, found: Figure) -> bool:
    """Whether a figure of twelve months is told as one of three: "53.4% in the three months to September"."""
    rolling = number.sheet.facts.indicator.basis == "rolling 12 month" and found.name in ("actual", number.sheet.main)
    return rolling and bool(THREE_MONTHS.search(own.words))


def _led_by(number: Number) -> list[Observation]:
    """The observations of the one period that the sentence is at, or that the statement before "with" is at; none where it tells of others too."""
    sheet = number.sheet
    others = {when.words.lower() for when in sheet.reading.coded.whens if when.kind != "current"}
    if len(others) != 1 or number.whens or number.is_in_order or ONWARDS & set(number.left[:1]) or number.piece.joint not in LEADING:
        return []
    if number.piece.joint == "with":
        return [each for when in sheet.reading.coded.whens if when.kind != "current" for each in sheet.then(when)]
    return number.subject


THAT_TIME = {("for", "that", each) for each in ("year", "quarter", "period", "month", "term")}
"""Words that keep a target to the period that is told of."""
LEADING = ("", ",", "with")
"""How a statement is joined to the period that leads it."""


def _is_to_date(number: Number) -> bool:
    """Whether it counts from the beginning of the financial year until now, in a series that runs on: "22,800 jobs raised since April"."""
    pairs = itertools.pairwise(number.right)
    since = [number.sheet.when(two[1:]) for one, two in pairs if one == "since" and two[0] == "@"]
    return bool(number.sheet.running) and any(each.month == APRIL for each in since)


def _is_set(number: Number) -> bool:
    """Whether the number is told as a target or floor, not as what it was raised from."""
    return number.role in SET and number.left[:1] != ("from",)


def _of_period(number: Number, own: When, known: Sequence[Figure]) -> Told:
    """A number with a period of its own, of which the data has the figure."""
    sheet, amount = number.sheet, number.amount
    meant = sheet.then_any(own)
    if not meant:
        return _of_another_year(number, own, known)
    if QUARTER.search(own.words) and sheet.running:
        added = [each for name in sheet.running for one in meant for each in sheet.in_quarter(name, one)]
        any_added = [each for name in sheet.running for one in sheet.facts.observations for each in sheet.in_quarter(name, one)]
        runs = [each for each in known if each.name in sheet.running]
        if said_by(amount, [*any_added, *runs]) or (runs and amount.unit == "" and amount.plain >= LARGE and not is_foreign(number)):
            right = said_by(amount, added)
            return Told("true", figures=(right,)) if right else Told("false", figures=tuple(added[:1]))
    if _is_set(number) and "year" in own.words.lower():
        meant = (*meant, *(each for each in sheet.facts.observations if each.period.end > sheet.current.period.end))
    if found := said_by(amount, in_unit(amount, sheet.figures(_names(number), meant))):
        return Told("false" if _is_of_year(number, own, found) else "true", "period", (found,))
    needed = (number.role,) if number.role else ("actual", *(each for each in sheet.spoken if each not in ("target", "floor")))
    if not (lacking := [each for each in needed if not sheet.figures((each,), meant)]):
        return _elsewhere(number, known)
    stale = said_by(amount, [each for each in known if each.name == sheet.main])
    if any(holds(amount, each, known[0].unit) != "false" for each in derived(sheet)):
        return DOUBTED
    if stale and lacking == ["actual"] and own.kind in ("month", "current") and not amount.around:
        return Told("false", figures=(stale,))
    return UNKNOWN


def _of_another_year(number: Number, own: When, known: Sequence[Figure]) -> Told:
    """A number of a year that the data has no figure of: false where it is that of another year to the last digit."""
    found = [each for each in known if each.name == number.sheet.main and agrees(number.amount, each)]
    if (
        own.kind not in ("fy", "year", "month")
        or number.role
        or number.amount.around
        or len(str(number.amount.value).replace(".", "")) < DIGITS
    ):
        return UNKNOWN
    if own.kind == "month":
        other = found and all(each.observation.period.end.month != own.month for each in found)
        return Told("false", figures=tuple(found[:1])) if other else UNKNOWN
    of_year = any(own.year in (each.observation.period.end.year, year_of(each.observation)) for each in found)
    return Told("false", figures=tuple(found[:1])) if found and not of_year else UNKNOWN


def _elsewhere(number: Number, known: Sequence[Figure]) -> Told:
    """A number that is no figure of where it stands: one of another period, something derived, or nothing that the data gives."""
    sheet, amount = number.sheet, number.amount
    if ahead := said_by(amount, [each for each in known if each.name == "forecast" and any("forecast" in word for word in sheet.words)]):
        return Told("true", "forecast", (ahead,))
    right = in_unit(amount, sheet.figures(_names(number), sheet.then(number.own) if number.own else [sheet.current]))
    if given := [each for each in known if each.name in _names(number) and agrees(amount, each)]:
        if (
            not number.role
            and not number.own
            and any(each.name in SET and each.observation.period.end > sheet.current.period.end for each in given)
        ):
            return DOUBTED
        bound = (
            number.own
            or number.is_current
            or _is_to_date(number)
            or _is_set(number)
            or _led_by(number)
            or (number.role == "comparator" and number.subject)
        )
        return wrong_level(right, amount) if bound else DOUBTED
    others = [each for each in known if agrees(amount, each)]
    if number.role in (*SET, "comparator") and _is_named(number) and not any(each.name == number.role for each in others):
        return wrong_level(right, amount)
    if _is_result(number) or _is_end(number):
        others = [each for each in others if each.name not in MEASURES]
    is_ahead = any(_is_ahead(number, each) for each in others)
    if others and (is_ahead or others[0].name in sheet.spoken or (AIMS | NEVER) & sheet.words):
        return DOUBTED if is_ahead else UNKNOWN
    if any(
        holds(amount, each, known[0].unit) != "false"
        for each in (*derived(sheet), *sheet.noted, *(each.number for row in sheet.beside for each in row))
    ):
        return DOUBTED
    slip = _likely(number, known)
    return UNKNOWN if is_foreign(number) and not slip else wrong_level(slip or right, amount)


def _is_ahead(number: Number, figure: Figure) -> bool:
    """Whether the figure is a measure that may be meant though it is not named: a later target, or a comparator of any time."""
    if figure.name in SET:
        return figure.observation.period.end >= number.sheet.current.period.end
    return figure.name in MEASURES and (
        not number.own or figure.name in number.sheet.spoken or figure.observation.period.end >= number.sheet.current.period.end
    )


def _is_named(number: Number) -> bool:
    """Whether the words right beside the number call it a target or floor: "the target of 75%", "the 75% target", "raised from 70%"."""
    known = [each.number for each in number.sheet.all_figures if each.name == number.role]
    if not known or number.amount.value in number.sheet.noted or ADDED & set(number.piece.words):
        return False
    beside = number.left[:1] in (("of",), ("is",)) and f"={number.role}" in number.left[1:4]
    return beside or number.right[:1] == (f"={number.role}",) or number.left[:1] == ("from",)


def _is_result(number: Number) -> bool:
    """Whether the sentence begins with the number as the result of the indicator, which its statement names, and sets it against nothing."""
    if number.token.index or number.role or number.piece.measures or number.left[:2] == ("the", "of") or (AIMS & number.sheet.words):
        return False
    if any(each.measures for each in number.sheet.pieces[: number.at]):
        return False
    return any(stem(each) in number.sheet.facts.words for each in number.piece.words if each[:1].isalpha())


def _is_end(number: Number) -> bool:
    """Whether it is an end, with its period, of a change from a result: "from 61% in 2023 to 65% in 2024"."""
    found = FROM_TO.search(number.sheet.reading.text)
    if not found or not number.own or number.role or number.token.index != int(found[2]):
        return False
    first = number.sheet.reading.amount(found[1])
    return any(agrees(first, each) for each in in_unit(first, number.sheet.all_figures) if each.name == number.sheet.main)


def _likely(number: Number, known: Sequence[Figure]) -> list[Figure]:
    """The figure that the number is a slip of, in the indicator or a row of a table beside it; none where there is none, or several."""
    figures = [each for each in (*known, *itertools.chain(*number.sheet.beside)) if is_slip(number.amount, each.number)]
    return figures if len({each.number for each in figures}) == 1 else []


OF_THEM = tuple(("of", each) for each in ("them", "those", "these"))
"""Words after a part of what was told before."""


def is_foreign(number: Number) -> bool:
    """Whether a plain number counts something that the indicator's words do not name."""
    amount, facts = number.amount, number.sheet.facts
    if number.is_left_to_go:
        return False
    if amount.unit or (facts.unit.startswith("rate") and amount.step < 1):
        return False
    if number.right[:2] in OF_THEM:
        return False
    words = [] if AUXILIARY & set(number.right[:1]) else [each for each in number.right if each not in HOW and side_of(each) is None]
    noun = (*words, "")[0]
    if not noun or noun[0] in "@=~#" or noun in AFTER_NUMBER:
        return amount.plain < SMALL and not number.gap
    counts = any(each.unit in ("count", "thousands", "FTE") for each in number.sheet.all_figures)
    if noun in OTHERS and noun not in facts.indicator.title.lower():
        return True
    if facts.unit == "days" and not counts:
        return not number.gap
    if any(stem(each) in facts.known_words and each not in GENERAL for each in words[:3] if each[0].isalpha()):
        return False
    return not (counts and amount.plain >= LARGE and noun in GENERAL and _ends(words[1:]))


def _ends(words: Sequence[str]) -> bool:
    """Whether the noun before those words is told of nothing but a figure: no verb of its own follows it."""
    rest = next((each for each in words[:3] if each not in AUXILIARY), "@")
    return rest[0] in "@=~#*" or rest in AFTER_NUMBER
