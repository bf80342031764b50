"""Periods that are said to have the highest or lowest figure: "the busiest quarter was July to September", "its low point in June"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.checks.facts import Figure, stem
from papers.checks.language.grammar import ANY_NOUN
from papers.checks.language.matching import matcher
from papers.checks.language.superlatives import ADJECTIVES, TOP
from papers.checks.reading import Reading
from papers.checks.series.quantifiers import TIMES, results_in
from papers.checks.series.windows import NAMED
from papers.checks.statements.aboutness import PARAPHRASES, speaks
from papers.checks.statements.comparing import sense, subject_series
from papers.wording import with_unit

RANK_IS = matcher(
    rf"(?<!\S)(?P<word>{'|'.join(each for each in TOP if each not in ('most', 'least'))})(?: (?:quarter|month|year|result|reading|figure|term|period|point|level))?(?: (?:of the #(?P<n>\d+)|(?!#|,|;)\S+)){{0,6}}?"
    r" (?:was|were|is|came in|fell in|being|been)(?: (?:in|that of|the quarter to|the|of|for|at|just|only|#\d+(?: [a-z]+)?))* @(?P<at>\d+)"
)
""""the busiest quarter of 2013 was July to September"."""


WORDS = frozenset(
    re.findall(
        r"\S+",
        """
of since in for at so yet to on by and but or it we they that this ever as than which with after before among between from when
because although though while whereas despite following over is are was were has had have been being came fell recorded reported
seen shown reached published now still again on-record quarterly annual monthly termly yearly single overall either during end
mark performance outturn position one ones reading across here throughout all not we've within
""",
    )
)
"""Words that may follow a superlative which is said of the indicator's result."""


ON_AVERAGE = matcher(
    r"(?: (?!,|;)\S+){0,2}? (?:average|mean|typical|times?|turnaround)(?!\S)|(?: (?!,|;)\S+){1,2}? (?:since|on average|of (?:the|any|all)|ever|yet|on record|(?:is|was|were|came|fell)(?: (?:in|that of|for|the))* @\d+)(?!\S)"
)
"""What follows the longest of several averages: "the longest wait was 62 days" is one case."""


def ranks_results(reading: Reading, tail: str, top: str = "") -> bool:
    """Whether what follows a superlative names a result, a period or the indicator, and not something else that is the highest of its kind."""
    words = re.match(r"(?: (?:recorded|reported|published|quarterly|annual|monthly|single|overall|ever))* (\S+)(?: (\S+))?", f"{tail} ")
    if words is None or not words[1][:1].isalpha():
        return True
    if OF_CHANGES.match(tail) or re.fullmatch(f"{ANY_NOUN}|{CHANGES}", words[1]) or re.fullmatch(f"{ANY_NOUN}|{CHANGES}", words[2] or ""):
        return False
    if top in TIMED and not (words[1] in WORDS or re.fullmatch(TIMES, words[1]) or ON_AVERAGE.match(tail)):
        return False
    named = words[1] in WORDS or re.fullmatch(TIMES, words[1]) or words[1] in PARAPHRASES or stem(words[1]) in reading.facts.known_words
    return bool(named)


def way_of_top(reading: Reading, word: str) -> str:
    """Up or down, of a superlative; "" where it is not one of what the indicator measures: of time, or of how much there is to do."""
    unit = reading.facts.unit
    if word in TIMED and unit not in ("days", "weeks", "months", "hours", "minutes"):
        return ""
    return "" if word in COUNTED and unit in ("percent", "days") else sense(reading, TOP[word])


TIMED = frozenset(("fastest", "quickest", "slowest", "longest", "shortest"))
COUNTED = frozenset(("busiest", "quietest", "fewest"))
CHANGES = (
    r"(?:rise|fall|drop|increase|decrease|gain|improvement|decline|reduction|change|jump|move|movement|growth|gap|difference|step|swing)s?"
)
"""What is said of the way between results, or of how far they lie apart."""


OF_CHANGES = matcher(
    rf" of (?:(?:the|these|those|our|its|all|any|such|#\d+|quarterly|annual|monthly|yearly|termly|recent|recorded) )+(?:{CHANGES})(?!\S)"
)
"""What follows a superlative of one step among others: "the smallest of the four quarterly rises"."""


def hold_rank_is(reading: Reading, found: re.Match[str]) -> None:
    """Whether the figure of the period that is named is the highest of all, or of its year."""
    if not ranks_results(reading, reading.text[found.end("word") :], found["word"]):
        return
    when = reading.when(found["at"])
    series = reading.subject or "actual"
    told = reading.figures(when, series)[:1]
    way = way_of_top(reading, found["word"])
    years = [int(each) for each in re.findall(r"\b(?:19|20)\d\d\b", reading.coded.sentence[: reading.coded.words(*found.span("at"))[0]])]
    known = [each for each in reading.facts.all([series]) if not years or each.observation.period.end.year in years]
    if number := found["n"] and results_in(reading.amount(found["n"])):
        known = known[-number:]
    if re.search(r"(?<!\S)(?:previous|earlier|old|other|next) $", reading.text[: found.start()]):
        known = [each for each in known if each.observation is not reading.timeline.current]
    known = _of_time(reading, found[0], known)
    if not told or not way or len(known) < 2:
        return
    top = (max if way == "up" else min)(known, key=lambda each: each.number)
    held = told[0].number == top.number
    computed = ", ".join(with_unit(each.number, each.unit) for each in known)
    reading.add(
        "true" if held else "false",
        "rank",
        found.span(),
        top,
        computed=f"among {computed}",
        wording="" if held else top.observation.period.spoken,
    )


PAST_YEAR = matcher(r"(?<!\S)(?:of|in|over|during) (?:the )?(?:@(\d+)|(?:past|last) year)(?!\S)")


def _of_time(reading: Reading, said: str, known: Sequence[Figure]) -> list[Figure]:
    """The figures of the past year where the words say that they are of it, else all."""
    found = PAST_YEAR.search(said)
    when = reading.when(found[1]) if found else None
    if not found or (when and when.kind not in ("over", "lastyear")):
        return list(known)
    end = reading.timeline.current.period.end
    return [
        each for each in known if (end.year - each.observation.period.end.year) * 12 + end.month - each.observation.period.end.month < 12
    ]


EXTREME = matcher(
    r"(?<!\S)(?:its|their|the|a|that)(?: (?:recent|previous|earlier|all-time|@\d+))? (?P<top>low|high|peak|trough|highest|lowest|best|worst)(?: (?:point|level|mark|reading|result|figure))?"
    r"(?: (?:of|at|was|were|came|in|,|\(|#\d+|the|just|only))*(?: in| of| at| \() ?(?:the )?@(?P<at>\d+)"
)
""""its low point of 79.4% in June": the lowest of all, or at least one at which the figures turned."""


def hold_extreme(reading: Reading, found: re.Match[str]) -> None:
    """Whether the period that is named had the highest or lowest figure, of all or beside those next to it."""
    series = subject_series(reading, found.start())
    when = reading.when(found["at"])
    if when is None or when.kind not in NAMED:
        return
    told = reading.figures(when, series)
    way = sense(reading, TOP.get(found["top"]) or {"trough": "down"}.get(found["top"]) or ADJECTIVES[found["top"]])
    results = [each for each in reading.facts.all([series]) if each.observation.period.end <= reading.timeline.current.period.end]
    if len(told) != 1 or not way or len(results) < 3 or not speaks(reading, reading.clause(found.start())):
        return
    at = next((n for n, each in enumerate(results) if each.observation is told[0].observation), None)
    if at is None:
        return
    sign = 1 if way == "up" else -1
    beside = [each for each in results[max(at - 1, 0) : at + 2] if each is not results[at]]
    held = all(sign * (told[0].number - each.number) >= 0 for each in beside)
    top = max(results, key=lambda each: sign * each.number)
    reading.add("true" if held else "false", "rank", found.span(), top)


def current_words(reading: Reading, index: str) -> str:
    """The words of the period, where it is the current one."""
    when = reading.when(index)
    return when.words.lower() if when and when.kind == "current" else ""
