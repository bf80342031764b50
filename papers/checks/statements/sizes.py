"""Statements of how much: "by 2 percentage points", "58 fewer than in September", "a 5.5% decrease", "more than doubled"."""

from __future__ import annotations

import re
from decimal import Decimal

from papers.checks.facts import Figure
from papers.checks.language.amounts import Amount, holds
from papers.checks.language.grammar import ANY_NOUN, ANY_VERB, DIGITS, HOW, direction_of
from papers.checks.language.matching import matcher
from papers.checks.reading import PARTS, Reading, fits
from papers.checks.statements.aboutness import is_bare, is_other, speaks
from papers.checks.statements.changes import fits_pair, hold_change, hold_ratio, ratio_verdict, spoken_pairs
from papers.checks.statements.claiming import in_group
from papers.checks.statements.comparing import (
    NEGATED,
    REFERENCE,
    WAYS,
    counted_series,
    current_figure,
    is_long,
    pace,
    relative,
    stretch,
    subject_series,
)
from papers.checks.statements.whose import CASES_ALONE, is_anothers

BY = matcher(rf"(?<!\S)({ANY_VERB})(?: {HOW})* by(?: only| just| a further| some)? #(\d+)(?!\d)")

VERB_N = matcher(rf"(?<!\S)({ANY_VERB}|added|adding|lost|losing|shed|put on)(?: {HOW})* #(\d+)(?!\d)(?! (?:to|and|or) #)")

NOUN_OF = matcher(rf"(?<!\S)({ANY_NOUN}|change|difference)(?: (?!#|,|;|of )\S+){{0,5}}? of(?: only| just| some)? #(\d+)(?!\d)")

NOUN_IS = matcher(
    rf"(?<!\S)({ANY_NOUN}|difference|change)(?: (?!#|,|;|of )\S+){{0,7}}? (?:is|was|being|amounts to|amounted to|comes to|came to|stands at)(?: only| just| now)? #(\d+)(?!\d)"
)
OF_NOUN = matcher(rf"#(\d+)(?: (?:overall|further|quarterly|annual|year-on-year))? ({ANY_NOUN})(?!\S)")

UP_BY = matcher(
    r"(?<!picked )(?<!clocked )(?<!made )(?<!carried )(?<!taken )(?<!set )(?<!making )(?<!\S)(up|down)(?: (?:by|some|a further|just|only))? #(\d+)(?!\d)"
)

MORE_THAN = matcher(
    r"#(\d+)((?: (?!#|,|;|than|on|since|from|and|is |are |was |were |has |had |have )\S+){0,4}?) (more|fewer|less|higher|lower|up|down|better|worse|wider|narrower|faster|quicker|slower|longer|shorter) (?=than|on|since|from|compared|over)"
)

TIMES = matcher(
    r"(?<!\S)(more than |almost |nearly |over |about |just over |just under )?(doubled|halved|trebled|tripled|quadrupled)(?!\S)"
)

FACTORS = {"doubled": Decimal(2), "halved": Decimal("0.5"), "trebled": Decimal(3), "tripled": Decimal(3), "quadrupled": Decimal(4)}


BARE = matcher(r"#(\d+)((?: (?:full|clear))?) (up|down|higher|lower)(?= (?:[,.;)]|and |but |at |to ))")

TELLING = 10
"""Numbers below which a figure that is the same tells nothing."""
NEARBY = 8
"""How many words may stand between a direction and what it is of."""
PACE = matcher(r" (?:in )?(?:a|each|every|per) (?:of|year|quarter|month)(?! (?:ago|earlier|before|later))(?!\S)")
""""two points a year": a pace, not a change."""

TARGET_WHICH = matcher(r"=target(?: (?:of|at) #\d+)?(?: ,)? (?:which|that)(?: (?:has|have|had|was|is|also|itself|been))* $")
"""A clause that is told of the target and of nothing else: "the target, which went up by two points"."""
MORE = matcher(
    r"#(\d+)((?: (?!#|,|;|and)\S+){0,3}?) (more|fewer|less|higher|lower)(?!\S)(?! than(?! (?:the |in |at |for )*@)| (?:from|in|at|for|of|by|to|on|with|through)(?: the| a| our| its)? (?![@#=])[a-z])"
)


THAT = matcher(r"(?<!\S)(?:means?|meant|meaning|shows?|showed|showing|found) that ")
"""What a clause begins with another clause after: "the launch meant that grants halved"."""
OF_THEM = matcher(r"(?<!\S)of (?:whom|which|these|those|them)(?: (?!,|;)\S+){0,2} $")
"""Before a number, what says that it counts a part: "of whom 300 more than planned"."""


def sizes(reading: Reading) -> None:
    """Hold every size of a change."""
    for pattern, number, word in TOLD:
        for found in reading.matches(pattern):
            if _is_told(reading, found, int(found[number])):
                _by(reading, int(found[number]), _way_of(found[word]), found, turned=pattern is BARE)
    for found in reading.matches(TIMES):
        _times(reading, found)


TOLD = (
    (BY, 2, 1),
    (UP_BY, 2, 1),
    (VERB_N, 2, 1),
    (NOUN_OF, 2, 1),
    (NOUN_IS, 2, 1),
    (OF_NOUN, 1, 2),
    (MORE_THAN, 1, 3),
    (BARE, 1, 3),
    (MORE, 1, 3),
)
"""The patterns of a change by an amount, with the group of the number and that of the direction."""


def _way_of(word: str) -> str:
    """The direction that the word of a change says."""
    return (
        WAYS.get(word)
        or direction_of(word)
        or {"added": "up", "adding": "up", "put on": "up", "change": "", "difference": ""}.get(word, "down")
    )


def _is_told(reading: Reading, found: re.Match[str], index: int) -> bool:
    """Whether the number is how much something changed, not a figure or a part of something."""
    amount, tail = reading.amount(index), reading.text[found.end() :]
    if found.re == VERB_N:
        return _is_amount(reading, found)
    if found.re == NOUN_IS:
        return amount.unit == "points"
    if found.re in (MORE_THAN, MORE) and amount.unit == "share" and found[2]:
        return False
    if found.re == MORE_THAN:
        return bool(REFERENCE.match(tail) or re.match(r" ?(?:on|from|over|since|compared)(?: (?!,|;)\S+){0,4}? [#@=]", tail))
    return found.re != MORE or (index not in reading.used and pace(reading, found) is not None)


def way_before(reading: Reading, at: int) -> tuple[str, int]:
    """The direction that the words before say, and where they say it."""
    head = reading.text[max(reading.text.rfind(" ; ", 0, at), 0) : at]
    found = list(re.finditer(rf"(?<!\S)({ANY_VERB}|{ANY_NOUN}|up|down)(?!\S)", head))
    if not found or len(re.findall(r"\S+", head[found[-1].end() :])) > NEARBY or NEGATED.search(head[: found[-1].start()]):
        return "", at
    word = found[-1][1]
    return (WAYS.get(word, "") if word in ("up", "down") else direction_of(word)), at - len(head) + found[-1].start()


def _is_amount(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the number after the verb is how much, not to what: "rose two points", "fell 58 to 654"."""
    amount = reading.amount(found[2])
    if amount.unit == "points":
        return True
    return fits(amount, reading.facts.unit) and bool(re.match(r" (?:to|from|on|since) ", reading.text[found.end() :]))


def _by(reading: Reading, index: int, way: str, found: re.Match[str], *, turned: bool = False) -> None:
    """A change by an amount, against an earlier period or another measure."""
    if (
        index in reading.used
        or OF_THEM.search(reading.text[: found.start()])
        or PACE.match(reading.text[reading.coded.of_number(index)[1] :])
    ):
        return
    series = subject_series(reading, found.start())
    if series == "actual" and TARGET_WHICH.search(reading.text[: found.start()]):
        return
    if found.re == NOUN_OF and any(_says(reading.amount(index), each) for each in reading.facts.all([series])):
        return
    if way and f"={series} " not in reading.text and not _is_about(reading, found):
        return
    amount = reading.amount(index)
    counted = counted_series(reading, amount)
    both = [] if TARGET_WHICH.search(reading.text[: found.start()]) else ["actual"]
    if series == "actual" and counted and not _is_points(reading, index, found):
        series = likelier(reading, index, found, counted[0])
        both = ["actual", *counted] if fits(amount, reading.facts.unit) else [series]
    if amount.unit in ("%", "share"):
        both += [each.name for each in reading.facts.series if each.kind == "extra" and each.unit == "count" and both]
    reference = REFERENCE.match(reading.text[found.end() :])
    token = reference[1] if reference else ""
    pair = _told_from(reading, found, series, token)
    others = [told for name in both if name != series and (told := _told_from(reading, found, name, token)) and told[0]]
    pair = next(((then, now) for then, now in others if then and fits_pair(reading, amount, way, (then, now))), pair)
    if pair:
        hold_change(
            reading, index, way, pair, found.span(), strict=reference is not None or pace(reading, found) is not None, turned=turned
        )


def _says(amount: Amount, figure: Figure) -> bool:
    """Whether a number of two digits or more is that very figure: "the spike of 579"."""
    return (
        amount.plain >= TELLING
        and amount.unit not in ("points", "share")
        and not amount.around
        and holds(amount, figure.number, figure.unit) == "true"
    )


def _told_from(reading: Reading, found: re.Match[str], series: str, token: str) -> tuple[Figure | None, Figure] | None:
    """The earlier figure, or that of the other measure, and the later one; None where the words leave it open."""
    if not token and (between := stretch(reading, series)):
        return between
    now = current_figure(reading, found.start(), series)
    if now is None:
        return None
    if token.startswith("="):
        return reading.facts.figure(token[1:], now.observation), now
    when = reading.when(token[1:]) if token else None
    if is_long(reading) and (when is None or when.kind == "current"):
        named = [each for each in reading.coded.whens if each.kind in ("month", "ago", "back", "fy")]
        told = relative(reading, named[0], now, series) if len(named) == 1 and (when is None or "year" in when.words) else None
        return (told, now) if told and told.observation is not now.observation else None
    when = when or pace(reading, found)
    then = relative(reading, when, now, series) if when and when.kind != "current" else None
    if when is None or when.kind == "current" or (then and then.observation is now.observation):
        then = reading.facts.figure(series, reading.timeline.before(now.observation, series))
    return then, now


def likelier(reading: Reading, index: int, found: re.Match[str], counted: str) -> str:
    """Of the indicator's figure and the cases behind it, the one that the number is a change of."""
    amount = reading.amount(index)
    earlier = [reading.amount(each) for each in DIGITS.findall(reading.text[: found.start()])]
    own = fits(amount, reading.facts.unit) or any(fits(each, reading.facts.unit) and each.unit for each in earlier)
    return "actual" if own and reading.facts.unit != "percent" and any(each.unit for each in earlier) else counted


def _is_points(reading: Reading, index: int, found: re.Match[str]) -> bool:
    """Whether a number without a unit counts percentage points: "dropped by two to 71%"."""
    after = re.match(r"(?: \S+){0,2}? to #(\d+)", reading.text[found.end() :])
    return reading.amount(index).word and bool(after) and reading.amount(after[1] if after else 0).unit == "%"


def _is_about(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the change is told of the indicator, not of something else that the sentence mentions."""
    amount_at = found.start()
    clause = reading.clause(amount_at)
    head = reading.text[:amount_at]
    cuts = [each.end() for each in PARTS.finditer(head)]
    whole = (clause if len(clause.split()) > 4 and not is_bare(clause) else head[cuts[-1] if cuts else 0 :] + clause).replace(
        found[0], DIGITS.sub(" ", found[0])
    )
    if found.re in (BY, UP_BY, VERB_N, TIMES) and is_anothers(reading, THAT.split(whole)[-1]):
        return False
    share = found.re == BY and reading.facts.unit == "percent" and reading.amount(found[2]).unit in ("%", "share")
    if share and CASES_ALONE.fullmatch(reading.text[:amount_at].rpartition(" ; ")[2]):
        return False
    return not in_group(reading) and not is_other(reading, clause) and speaks(reading, whole)


def _times(reading: Reading, found: re.Match[str]) -> None:
    if not _is_about(reading, found):
        return
    series = subject_series(reading, found.start())
    if reading.pair:
        hold_ratio(reading, found, FACTORS[found[2]], (found[1] or "").strip(), reading.pair)
        return
    now = current_figure(reading, found.start(), series)
    reference = REFERENCE.match(reading.text[found.end() :])
    when = reading.when(reference[1][1:]) if reference and reference[1].startswith("@") else pace(reading, found)
    then = (
        relative(reading, when, now, series)
        if when and now
        else reading.facts.figure(series, reading.timeline.before(now.observation, series))
        if now
        else None
    )
    if now is None or then is None or not then.number:
        return
    if when is None:
        then, now = next((each for each in spoken_pairs(reading, series) if _is_ratio(each, found)), (then, now))
    hold_ratio(reading, found, FACTORS[found[2]], (found[1] or "").strip(), (then, now))


def _is_ratio(pair: tuple[Figure, Figure], found: re.Match[str]) -> bool:
    """Whether the two figures stand in the ratio that is told."""
    then, now = pair
    return bool(then.number) and ratio_verdict(now.number / then.number, FACTORS[found[2]], (found[1] or "").strip()) != "false"
