"""Over which results a statement is made: since June, of the last five, from 2009 to 2013, of this year, of all that are shown."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

from papers.checks.language.amounts import Amount
from papers.checks.language.grammar import DIGITS
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When, each_month, months_of
from papers.checks.reading import Reading
from papers.checks.series.quantifiers import TIMED, Quantifier
from papers.dataset import Observation

MARCH, QUARTER, YEAR = 3, 3, 12
SINCE = matcher(
    r"(?<!\S)(?:since|after)(?: (?:the|it|that|of|last|figure|result|reading|then|was|in|we|they|high|low|peak|\*\w+|#\d+|=\w+|\S+ed|\S+'s))* @(\d+)"
)
BETWEEN = matcher(r"(?<!\S)(?:from|between)(?: the)? @(\d+) (?:to|and|until|through|onwards to)(?: the)? @(\d+)")
LISTED = matcher(
    r"(?<!\S)from (?:(?:a|the|its) (?:\S+ of )?)?#\d+ (?:in|at|for|during)(?: the)? @(\d+)(?: to #\d+ (?:in|at|for|during)(?: the)? @(\d+)(?! and))?"
)
"""The result from which the figures are listed: "at each count, from 87% in June to 94%"."""
AFTER = matcher(r" (?:after|following)(?: the)? @(\d+)")
"""Which results they are: "for two quarters after September"."""
SINCE_THEN = matcher(
    r"(?<!\S)since (?:when|which)(?!\S)|(?<!\S)since(?: then| that)?(?= (?:[,.;)]|has|have|had|was|were|been|is|in|at)(?!\S)|$)"
)
PAIR = matcher(r"@(\d+)(?: \S+){0,2}? and(?: in)?(?: the)? @(\d+)")
UNTIL = matcher(r"(?<!\S)(?:until|till|before|up to|prior to)(?: the)? @(\d+)")
UNTOLD = matcher(r"(?: (?!,|;)\S+){0,2}? since(?! @| the @| then| [,.])(?!\S)")
"""A time since which it is told that no period names: "in each month since it was set"."""
SPELL = matcher(r"(?<!\S)(?:from|between|in|over|during|through)(?: the)? @(\d+)")
"""Before a period of several months."""
WITHIN = matcher(
    r"(?<!\S)(?:in|of|during|over|throughout|so far|all|for|within|across|point|time|~first-time|stage|reading|result|reports?|returns?|surveys?|terms?|quarters?|months?|counts?|steps?|occasions?|ones?)(?: over)?(?: of)?(?: in)?(?: the whole of)?(?: the)?(?: a)? ?@(\d+)"
)
LAST = matcher(r"(?<!\S)(?:in|of|over|for|within|than|throughout|across|during)(?: the)?(?: (?:last|past|latest|most recent))? #(\d+)")
EXCEPT = matcher(
    r"(?<!\S)(?:save(?: for)?|except(?: for| in)?|apart from|other than|bar|with the exception of|excluding|aside from|leaving (?:out|aside)|setting aside|discounting|ignoring|barring|not counting|(?<=[a-z] )but(?= (?:in |at |for )?(?:the )?@))(?!\S)"
)
"""Words after which a result is named that is left out."""
ADVERB = matcher(r"consistently|invariably|always|throughout|without|unbroken|uninterrupted|\w+ (?:after|by|upon|on) \w+$")
"""Words of what goes on, which need not be of all that is shown."""
EARLIER = matcher(r"(?<!\S)(?:having|had|after|before|previously|formerly|before this|until)(?!\S)")
"""Words of what was so up to the result before."""
HEAD = matcher(r"(?:since|in|over|of|from|between|during|throughout|for)(?: (?!,)\S+){1,8} ,")
"""What a sentence begins with that says over which results it is told."""
ALL_YEAR = matcher(
    r"(?<!\S)(?:all|this|the whole|(?:of|in|during|throughout|start of|beginning of) (?:the|this|our))(?: financial| current| reporting)? year(?: so far| to date)?(?!\S)|(?<!\S)(past|last|latest) (?:year|#\d+ months)(?!\S)"
)

YEARS = matcher(r"(?<!\S)years?(?!\S)")

NAMED = frozenset(("month", "quarter", "term", "year", "fy"))
"""Kinds of periods that are named by themselves, not by how far back they lie."""
Window = Sequence[Observation]


def known(reading: Reading) -> list[Observation]:
    """The results up to the current one, earliest first."""
    end = reading.timeline.current.period.end
    return [each for each in reading.timeline.observations if each.period.end <= end and each.number("actual") is not None]


def windows(reading: Reading, said: Quantifier, clause: tuple[int, int]) -> list[Window]:
    """The results that may be meant, in each way in which the words can be taken; none where the time that is named is unknown."""
    found = _windows(reading, said, clause)
    if not (excepted := EXCEPT.search(reading.text)):
        return found
    left = re.match(r"(?: (?!,|;)\S+){0,6}? @\d+(?: (?:and|or) (?:(?:in|at|for|the) )*@\d+)?", reading.text[excepted.end() :])
    without = [end for each in re.findall(r"@(\d+)", left[0]) for end in ends_of(reading, each)] if left else []
    return [[each for each in window if each.period.end not in without] for window in found] if without else []


def _windows(reading: Reading, said: Quantifier, clause: tuple[int, int]) -> list[Window]:
    ends = [known(reading), *_until_named(reading, said, clause)]
    if said.of and _is_yearly(reading, reading.text[said.start : said.stop]) and not reading.timeline.annual:
        ends = [way for each in ends for way in _yearly(each)]
    return _counted(reading, said, ends) if said.of else _timed(reading, said, clause, ends)


def _counted(reading: Reading, said: Quantifier, ends: Sequence[Window]) -> list[Window]:
    """The last so many results, those before the current one or those after a period that is named."""
    if said.prior or said.earlier:
        return [each[:-1][-said.of :] for each in ends if len(each) > said.of]
    if (after := AFTER.match(reading.text, said.stop)) and (last := ends_of(reading, after[1])):
        later = [each for each in ends[0] if each.period.end > last[-1]]
        return [later[: said.of]] if len(later) >= said.of else []
    return [each[-said.of :] for each in ends if len(each) >= said.of]


def _timed(reading: Reading, said: Quantifier, clause: tuple[int, int], ends: Sequence[Window]) -> list[Window]:
    """The results of the time that the words, their clause or the head of the sentence name, else all of them."""
    text = reading.text[clause[0] : clause[1]]
    if re.search(r"(?<!\S)both(?!\S)", reading.text[said.start : said.stop]):
        both = [end for found in PAIR.finditer(text) for n in (1, 2) for end in ends_of(reading, found[n])[-1:]]
        return [[each for each in ends[0] if each.period.end in both]]
    if not (_names_time(text) or WITHIN.search(text)) and (head := HEAD.match(reading.text)) and head.end() <= clause[0]:
        text = head[0]
    own = reading.text[said.start : said.stop]
    numbers = [reading.amount(each[1]) for each in LAST.finditer(text) if f"#{each[1]}" not in own.split()]
    if numbers and numbers[0].unit in TIMED:
        return [part for each in ends for part in _last(reading, each, numbers[0])]
    named = list(_named(reading, text, ends[0]))[-1:] if said.inclusive else list(_named(reading, text, ends[0]))
    if named or _names_time(text) or UNTOLD.match(reading.text, said.stop):
        return named
    if said.how == "all" and (listed := list(_listed(reading, ends))):
        return listed
    if ADVERB.match(reading.text[said.start : said.stop]):
        return [ends[0], _of_year(reading, ends[0]), _past(ends[0])]
    return [*ends, *_told_before(reading, said, ends[0])]


def _last(reading: Reading, results: Window, amount: Amount) -> list[Window]:
    """The last so many results; those of so many months or years, with and without the one that these begin with."""
    count = int(amount.value)
    months = count * {"month": 1, "year": YEAR}.get(amount.unit, 0)
    if not months or reading.timeline.annual or months_over(results[-2:]) == months // count:
        return [results[-count:]] if len(results) >= count else []
    told: list[Window] = [[each for each in results if months_over([each, results[-1]]) < months + more] for more in (0, 1)]
    return told if len(told[1]) < len(results) or months_over([results[0], results[-1]]) >= months - YEAR // 4 else []


def months_over(results: Window) -> int:
    """How many months lie between the first and the last of them."""
    first, last = results[0].period.end, results[-1].period.end
    return (last.year - first.year) * YEAR + last.month - first.month


def _listed(reading: Reading, ends: Sequence[Window]) -> Iterator[Window]:
    """The results from the first to the last of those that the sentence lists."""
    found = LISTED.search(reading.text)
    start = ends_of(reading, found[1])[-1:] if found else []
    stop = ends_of(reading, found[2])[-1:] if found and found[2] else []
    for each in ends if start else ():
        yield [one for one in each if start[0] <= one.period.end and (not stop or one.period.end <= stop[0])]


def _told_before(reading: Reading, said: Quantifier, results: Window) -> Iterator[Window]:
    """The results of the time that the sentence tells of before those words: since the first period named, or of this year."""
    named = re.findall(r"@(\d+)", reading.text[: said.start])
    ends = [end for each in named for end in ends_of(reading, each)[-1:]]
    if any("year" in reading.coded.whens[int(each)].words.lower() for each in named):
        yield _of_year(reading, results)
    if len(ends) > 1:
        yield [each for each in results if each.period.end >= min(ends)]


def _named(reading: Reading, text: str, results: Window) -> Iterator[Window]:
    """The results of the time that the text names."""
    if spells := _spells(reading, text, results):
        yield from spells
        return
    if found := SINCE.search(text):
        if ends := ends_of(reading, found[1]):
            yield [each for each in results if each.period.end > ends[-1]]
            yield [each for each in results if each.period.end >= ends[0]]
        return
    if found := SINCE_THEN.search(text):
        before = re.findall(r"@(\d+)", reading.text[: reading.text.find(text) + found.start()])
        if before and (ends := ends_of(reading, before[-1])):
            yield [each for each in results if each.period.end > ends[-1]]
        return
    if (found := UNTIL.search(text)) and (ends := ends_of(reading, found[1])):
        yield [each for each in results if each.period.end < ends[0]]
    if times := WITHIN.findall(text):
        for each in times:
            yield from _of_time(reading, reading.coded.whens[int(each)], results)
    elif found := ALL_YEAR.search(text):
        yield from (_past(results),) if found[1] else (_of_year(reading, results), _past(results))


def _spells(reading: Reading, text: str, results: Window) -> list[Window]:
    """The results from one period to another that the text names, with and without the first, or of several months."""
    if (found := BETWEEN.search(text)) and (ends := [ends_of(reading, found[n]) for n in (1, 2)]) and all(ends):
        inside = [each for each in results if ends[0][0] <= each.period.end <= ends[1][-1]]
        return [inside, inside[1:]]
    return [each for found in SPELL.finditer(text) for each in _of_months(reading, found[1], results)]


def _of_months(reading: Reading, index: str, results: Window) -> Iterator[Window]:
    """The results of "January to September 2025", where they are told by the month."""
    when, ends = reading.when(index), ends_of(reading, index)
    months = months_of(when) if when else None
    if months and ends:
        start = dt.date(ends[-1].year - (months[0] > months[1]), months[0], 1)
        yield [each for each in results if start < each.period.end <= ends[-1]]


def _names_time(text: str) -> bool:
    """Whether the text names a time since or in which it is told."""
    return any(each.search(text) for each in (BETWEEN, SINCE, SINCE_THEN, UNTIL))


def _of_time(reading: Reading, when: When, results: Window) -> Iterator[Window]:
    """The results of a year that is named, or of the past one."""
    if when.kind == "over":
        yield _past(results)
    elif when.kind == "current" and "quarter" in when.words.lower():
        months = [each for each in results if months_over([each, results[-1]]) < QUARTER]
        yield from (months,) if len(months) > 1 else ()
    elif when.kind == "current" and "year" in when.words.lower():
        yield from (_of_year(reading, results), _past(results))
    elif when.kind in ("fy", "year", "lastyear") and (found := [each for each in results if _is_of(reading, each, when)]):
        yield found


def _is_of(reading: Reading, observation: Observation, when: When) -> bool:
    """Whether the result is of that calendar or financial year."""
    end = observation.period.end
    if when.kind == "year":
        return end.year == when.year
    year = when.year or _financial(reading.timeline.end) - 1
    return (end.year if reading.timeline.annual else _financial(end)) == year


def _financial(end: dt.date) -> int:
    """The year in which the financial year of that day ends."""
    return end.year + (end.month > MARCH)


def _of_year(reading: Reading, results: Window) -> Window:
    """The results of the financial year of the report."""
    return [each for each in results if _financial(each.period.end) == _financial(reading.timeline.end)]


def _is_yearly(reading: Reading, said: str) -> bool:
    """Whether the words count years."""
    return bool(YEARS.search(said)) or any(reading.amount(each).unit == "year" for each in DIGITS.findall(said))


def _yearly(results: Window) -> Iterator[list[Observation]]:
    """One result of each year: the last of each financial year, or that of the same month."""
    yield list({_financial(each.period.end): each for each in results}.values())
    yield [each for each in results if each.period.end.month == results[-1].period.end.month]
    if len({_financial(each.period.end) for each in results}) >= len(results) - 1:
        yield list(results)


def _past(results: Window) -> Window:
    """The results of the twelve months to the last one."""
    return [each for each in results if months_over([each, results[-1]]) < YEAR]


def around(reading: Reading, said: Quantifier) -> Iterator[Window]:
    """The results that may be meant beside those: so many up to a period that is named by itself, or after it; those between two such."""
    results = known(reading)
    named = sorted({end for n, each in enumerate(reading.coded.whens) if each.kind in NAMED for end in ends_of(reading, str(n))})
    if said.of:
        for each in named:
            to, later = [one for one in results if one.period.end <= each], [one for one in results if one.period.end > each]
            yield from (part for part in (to[-said.of :], later[: said.of]) if len(part) == said.of)
    elif not SINCE.search(reading.text):
        yield from ([one for one in results if one.period.end > each] for each in named if said.how == "times")
        for one, two in itertools.combinations(named, 2):
            yield [each for each in results if one <= each.period.end <= two]
            yield [each for each in results if one < each.period.end <= two]


def ends_of(reading: Reading, index: str) -> list[dt.date]:
    """The last days of what the period may mean: one of a month, each of "March and June" and of a year."""
    when = reading.when(index)
    if when is None:
        return []
    if when.kind == "year" and not reading.timeline.annual:
        return [each.period.end for each in reading.timeline.observations if each.period.end.year == when.year]
    if when.kind == "fy":
        return [each.period.end for each in reading.timeline.meant(when, "actual")]
    return [each.period.end for month in each_month(when) for each in reading.timeline.meant(month, "actual")[:1]]


def _until_named(reading: Reading, said: Quantifier, clause: tuple[int, int]) -> Iterator[list[Observation]]:
    """The results up to the period that the clause is told of, where it names one."""
    head = re.search(r"(?:^|[,;] |(?<!\S)(?:in|by|at|to) )(?:the )?@(\d+)(?!\S)", reading.text[clause[0] : said.start])
    if head:
        for end in ends_of(reading, head[1])[-1:]:
            yield [each for each in known(reading) if each.period.end <= end]
    if after := re.match(r" (?:to|until|up to|ending|before)(?: the)? @(\d+)", reading.text[said.stop :]):
        for end in ends_of(reading, after[1])[-1:]:
            yield [each for each in known(reading) if each.period.end <= end]
            yield [each for each in known(reading) if each.period.end < end]
    if said.how == "first" and (there := re.match(r"(?: (?!,|;|since )\S+){0,4} in(?: the)? @(\d+)", reading.text[said.stop :])):
        when = reading.when(there[1])
        for end in ends_of(reading, there[1])[-1:] if when and when.kind in ("month", "quarter", "term") else ():
            yield [each for each in known(reading) if each.period.end <= end]
    if EARLIER.search(reading.text[clause[0] : clause[1]]):
        yield known(reading)[:-1]


def period_after(reading: Reading, text: str) -> Observation | None:
    """The result of the period since which, or in which, it is told in that part of the text; None where there is none."""
    found = SINCE.search(text) or re.search(r"(?<!\S)(?:in|at|for|of|on|that|with|the)(?: the)?(?: year)? ?@(\d+)", text)
    ends = ends_of(reading, found[1]) if found else []
    return next((each for each in known(reading) if ends and each.period.end == ends[-1]), None)
