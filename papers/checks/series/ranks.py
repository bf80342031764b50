"""Statements of rank: the highest since June, the best of the last six quarters, lower than at any time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.checks.facts import Figure
from papers.checks.language.amounts import Verdict, holds
from papers.checks.language.grammar import DIGITS
from papers.checks.language.matching import matcher
from papers.checks.language.numerals import NUMBER_WORDS
from papers.checks.language.superlatives import ADJECTIVES, TOP
from papers.checks.reading import Reading
from papers.checks.series.extremes import EXTREME, RANK_IS, current_words, hold_extreme, hold_rank_is, ranks_results, way_of_top
from papers.checks.series.quantifiers import COUNTED, TIMES, Quantifier
from papers.checks.series.windows import MARCH, windows
from papers.checks.statements.aboutness import FINITE, speaks, telling
from papers.checks.statements.claiming import in_group
from papers.checks.statements.comparing import NEGATED, WAYS, broken, current_figure, percent_series, sense, subject_series, way_of
from papers.dataset import Observation
from papers.wording import with_unit

RANK = matcher(rf"(?<!\S)(?:(second|third|fourth|joint|equal) )?({'|'.join(each for each in TOP if each not in ('most', 'least'))})(?!\S)")
SPAN = matcher(
    r"^(?: (?!#|;|,)\S+){0,7}? (?:since|after)(?: the)?(?: \S+){0,3}? @(?P<since>\d+)|^(?: (?!;|,)\S+){0,5}? (?:in|of|for|over|across)(?: the)?(?: last| past| latest| most recent)? #(?P<n>\d+)(?: (?P<noun>quarters?|results?|periods?|readings?|years?|months?|points?|figures?|columns?))?"
)


def ranks(reading: Reading) -> None:
    """Hold superlatives, and comparatives with every other result."""
    for found in reading.matches(RANK_IS):
        hold_rank_is(reading, found)
    for found in reading.matches(RANK):
        _rank(reading, found)
    for found in reading.matches(THAN_ANY):
        if not NEGATED.search(reading.text[: found.start()]) and not OTHER_THINGS.match(reading.text[found.end() - len(" other") :]):
            _beyond(reading, found, way_of(found["word"], reading.facts.unit))
    for found in reading.matches(NEVER):
        _beyond(reading, found, ADJECTIVES.get(found["as"] or "") or way_of(found["word"] or "", reading.facts.unit), even=not found["as"])
    for found in reading.matches(AS_ANY):
        _beyond(reading, found, ADJECTIVES[found["as"]], even=True)
    for found in reading.matches(EXTREME):
        hold_extreme(reading, found)
    for found in reading.matches(RECORD):
        _beyond(reading, found, TOP.get(found["top"]) or ADJECTIVES[found["top"]])


_MORE = "|".join(WAYS)
_ADJECTIVE = "|".join(ADJECTIVES)
_OTHERS = (
    r"(?:(?:at|in|on|for|during) )?(?:(?:any|either|each|every|all|both)(?: of)?(?: (?:the|these|our|its|other|others|previous|earlier|last|past|latest|of))*"
    rf"(?: (?:@(?P<then>\d+)|#(?P<n>\d+)(?: {TIMES})?|{TIMES}))?(?: before| previous| earlier)?|ever|all the others|the rest)"
)
_INNER = rf"(?: (?!#|,|;|than|but |and |is |was |(?:{_MORE}) )\S+)"
THAN_ANY = matcher(rf"(?<!\S)(?P<word>{_MORE}){_INNER}{{0,8}}? than {_OTHERS}(?!\S)")
""""lower than at any time since March", "better than in either of the two terms before"."""
OTHER_THINGS = matcher(rf" other (?!(?:{TIMES}|since|so|shown|before|in|on|of|for|at|this|here)(?!\S))[a-z]")
""""more than any other service": no result of the indicator."""
NEVER = matcher(
    rf"(?<!\S)(?:never|not|n't)(?: (?:before|been|yet|ever|stood|had|seen|a|an|there))*(?: (?:as|so) (?P<as>{_ADJECTIVE})| (?P<word>{_MORE}))(?!\S)(?!{_INNER}{{0,6}} than)(?! (?:as|so|in @|for @|nor|or) ?)"
)
""""has never been higher", "there have never been fewer"."""
AS_ANY = matcher(
    rf"(?<!\S)as (?P<as>{_ADJECTIVE})(?: (?!#|,|;)\S+){{0,3}}? as (?:(?:it|they|this|that|we|has|have|had|been|was|were|at|in) )*{_OTHERS}(?!\S)"
)
""""as low as it has been in any of the six quarters"."""
RECORD = matcher(
    r"(?<!\S)(?:a|its|their|the|an) (?:record|all-time|new|all time) (?P<top>high|low|highest|lowest|best|worst|peak)(?! of #)(?!\S)"
)


TOLD_OF = matcher(
    r"(?:^|(?:[,;]|while|whereas|but|and|though|although) )(?:the |our )?=(\w+)(?: (?!;|while |whereas |but |and |though |although |=)\S+)* $"
)
"""A measure that is the subject up to there: "while satisfaction went up to 78%, its highest"."""


def _series(reading: Reading, at: int) -> str:
    """The measure that is ranked: one of the indicator's own rows where that is what the statement before is about."""
    if reading.subject:
        return reading.subject
    told = TOLD_OF.search(reading.text[:at])
    extra = {each.name for each in reading.facts.series if each.kind == "extra"}
    numbers = DIGITS.findall(reading.text[:at])
    shares = percent_series(reading, reading.amount(numbers[-1])) if numbers else []
    return told[1] if told and told[1] in extra else shares[0] if shares else subject_series(reading, at)


BUT = matcher(r" (?:but|bar|except|save|other than|apart from)(?: for)? (?:that|those|one|the|in|@)")
"""After "any quarter", what is left out."""
ACTORS = matcher(
    r"(?<!\S)(?:teams?|staff|officers|advisers|agents|crews?|contractors?|colleagues|workers|council|services?|people|residents|demand) "
    r"(?:(?:has|have|had|is|are|was|were|take|takes|took|made|saw) )?$"
)
"""Who is before "has never been smaller": no figure of the indicator."""


def _beyond(reading: Reading, found: re.Match[str], way: str, *, even: bool = False) -> None:
    """Whether the figure lies beyond every other one of the time that is named, or level with it where that is enough."""
    series = _series(reading, found.start())
    now, said = subject_figure(reading, found, series), sense(reading, way)
    if (
        now is None
        or not said
        or "=" in found[0]
        or BUT.match(reading.text, found.end())
        or ACTORS.search(reading.text[: found.start()])
        or telling(reading, found[0].partition(" ")[2])[1]
        or not (speaks(reading, reading.clause(found.start())) or speaks(reading, reading.text[: found.start()]))
    ):
        return
    sign = 1 if said == "up" else -1
    held = []
    for window in _others(reading, found, now, series):
        figures = [
            figure for each in window if (figure := reading.facts.figure(series, each)) and figure.observation is not now.observation
        ]
        if not figures or any(broken(reading, each, now) for each in figures if each.observation.period.end < now.observation.period.end):
            return
        best = max(figures, key=lambda each: sign * each.number)
        held.append((sign * (now.number - best.number), best))
    if held:
        by, best = max(held, key=lambda each: each[0])
        verdict: Verdict = "true" if by > 0 or (even and by == 0) else "rounded" if by == 0 else "false"
        reading.add(verdict, "rank", found.span(), now, says=best.says, computed=best.says)


def _others(reading: Reading, found: re.Match[str], now: Figure, series: str) -> list[Sequence[Observation]]:
    """The results that it is held beside, in each way in which the words may be meant."""
    groups = found.groupdict()
    results = [
        each.observation for each in reading.facts.all([series]) if each.observation.period.end <= reading.timeline.current.period.end
    ]
    before = [each for each in results if each.period.end < now.observation.period.end]
    then = reading.when(groups.get("then"))
    if then is not None and then.kind in ("back", "previous"):
        count = NUMBER_WORDS.get(then.words.lower().split()[0], 0)
        return [before[-count:] if count else before]
    start = max((reading.text.rfind(f" {mark} ", 0, found.start()) for mark in ",;:("), default=0)
    clause = (max(start, 0), start + 1 + len(reading.clause(found.start())))
    number = reading.amount(groups["n"]) if groups.get("n") else None
    if number is not None:
        count = int(number.value)
        if until := re.match(r" (?:to|up to|ending)(?: the)? @(\d+)", reading.text[found.end() :]):
            last_one = reading.observations(reading.when(until[1]), series)
            return [[each for each in results if last_one and each.period.end <= last_one[0].period.end][-count:]]
        last = found[0].split()[-1] in ("before", "previous", "earlier") or "previous" in found[0] or "earlier" in found[0]
        return [before[-count:]] if last else [results[-count:], before[-count:]] if len(results) >= count else []
    return windows(reading, Quantifier(found.start(), found.end(), "all"), clause)


def series_until(reading: Reading, series: str, last: Figure) -> list[Figure]:
    """The figures of the series up to that one, earliest first."""
    return [each for each in reading.facts.all([series]) if each.observation.period.end <= last.observation.period.end]


def _rank(reading: Reading, found: re.Match[str]) -> None:
    """The highest, lowest, best or worst of the periods that are named, or of all shown."""
    series = _series(reading, found.start())
    way = way_of_top(reading, found[2])
    now = subject_figure(reading, found, series) if way and _is_ranked(reading, found) else None
    if now is None:
        return
    own = SUBJECT.search(reading.text[: found.start()]) or RELATIVE.search(reading.text[: found.start()])
    known = series_until(reading, series, reading.facts.figure(series, reading.timeline.current) or now if own else now)
    among = _among(reading, reading.text[found.end() :], known)
    if among is None or len(among) < 2 or any("b" in v.markers for each in known for v in each.observation.values.values()):
        return
    others = [each for each in among if each.observation is not now.observation]
    best = (max if way == "up" else min)(others, key=lambda each: each.number)
    ahead = now.number > best.number if way == "up" else now.number < best.number
    verdict: Verdict = "true" if ahead else "rounded" if now.number == best.number else "false"
    if place := _place(reading, found):
        beaten = sum(each.number > now.number if way == "up" else each.number < now.number for each in others)
        verdict = "true" if beaten == place - 1 else "false"
    computed = ", ".join(with_unit(each.number, each.unit) for each in among)
    counted = SPAN.match(reading.text[found.end() :])
    span = (found.start(), found.end() + (counted.end("n") if counted and counted["n"] else 0))
    reading.add(verdict, "rank", span, now, says=best.says, computed=f"among {computed}", wording="")


def _is_ranked(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the superlative is said of the indicator's figure, among its own figures."""
    head, tail = reading.text[: found.start()], reading.text[found.end() :]
    if (
        RANK_IS.match(reading.text, found.start())
        or NEGATED.search(head)
        or re.search(
            r"(?:(?:at|to) (?:the )?|(?:close|near|nearer|next|closer) (?:to )?(?:its|the|our|their) |nearly (?:the|its) |possible |very |#\d+ )$",
            head,
        )
        or OF_THOSE.search(head)
        or NOT_RANKED.match(tail)
        or _is_elliptical(reading, found)
        or not ranks_results(reading, tail, found[2])
        or (IS_LATER.match(tail) and not FINITE & set(re.split(r" [,;:] ", head)[-1].split()))
        or in_group(reading, found.start())
        or (PART.match(tail) and reading.facts.unit != "percent")
    ):
        return False
    return speaks(reading, head.strip() or "#") or speaks(reading, reading.clause(found.start()))


def _is_elliptical(reading: Reading, found: re.Match[str]) -> bool:
    """Whether a superlative without a noun goes on with one that is of something else: "on our best day 93%, on our worst 68%"."""
    if not re.match(r" (?:#|[,.;)])|$", reading.text[found.end() :]):
        return False
    return any(not ranks_results(reading, reading.text[each.end() :], each[2]) for each in RANK.finditer(reading.text, 0, found.start()))


OF_THOSE = matcher(r"(?<!\S)(?:where|whose|those|for whom)(?: (?!,|;|#|@)\S+){0,4} (?:is|are|was|were) (?:the )?$")
"""What stands before a superlative that picks some out of many: "those where attendance is lowest"."""
PART = matcher(r" (?:share|proportion|percentage)(?!\S)")
"""What follows a superlative that is of no count."""
IS_LATER = matcher(r"(?: (?!,|;|@)\S+){0,6}? (?:was|were|came|fell|being) (?:in |at )?(?:the|that|one|last|between) ")
"""What follows a superlative whose period is named in other words than the data's: "our best quarter was the last one of 2012"."""
NOT_RANKED = matcher(
    r" (?:figures|rates|levels|scores|numbers|schools|areas|districts|services|teams)(?!\S)(?! (?:since|on record|in @|for @|of the|to date))| (?:of )?(?:margins?|possible)|(?: (?!#|,)\S+){0,2} since then| (?:of (?:any|all)(?! (?:quarter|result|period|term|month|year|time))|in (?:the )?(?:south|county|country|region|england|kent))"
)
"""What follows a superlative that is not among the indicator's own results."""


def _place(reading: Reading, found: re.Match[str]) -> int:
    """Which place is told: 2 of "the second highest" and "the highest but one"; 0 where it is the first."""
    if re.match(r" (?:\S+ )?but one(?!\S)| but #\d+", reading.text[found.end() :]):
        return 2
    return COUNTED.get(found[1] or "", 0)


SUBJECT = matcher(r"(?:^|[,;] |and |but )(?:(?:in|at|for|on) )?(?:the )?@(\d+)(?: (?!#|,|;|than |since |and |but )\S+){0,6} $")
"""A period that is the subject of what is said: "August was the best month", "in June it took longer than ever"."""


RELATIVE = matcher(r"@(\d+) , which (?:was|is|were|had been|has been|remains|saw)(?: (?:still|also|itself|then))* (?:the|our|its|a) $")
"""A period of which a clause put in says that it was the best or worst."""


OF_NUMBER = matcher(r"#(\d+) , which (?:was|is|were|remains)(?: (?:still|also|itself))* (?:the|our|its|a) $")
"""A figure of which a clause put in says that it was the best or worst: "June's 95%, which is the best so far"."""


def subject_figure(reading: Reading, found: re.Match[str], series: str) -> Figure | None:
    """The figure that is said to be the highest: of the period that is named before, else the current one."""
    head = reading.text[: found.start()]
    if own := re.search(r"@(\d+)(?: 's| , (?:the|our|its|a)(?: \S+)?)? $", head) or RELATIVE.search(head) or SUBJECT.search(head):
        told = reading.figures(reading.when(own[1]), series)
        return told[0] if told else None
    if given := OF_NUMBER.search(head):
        amount = reading.amount(given[1])
        same = [each for each in reading.facts.all([series]) if holds(amount, each.number, each.unit) == "true"]
        return same[-1] if same else None
    start = max((reading.text.rfind(f" {mark} ", 0, found.start()) for mark in ",;:("), default=-1)
    if PRESENT.search(clause := reading.text[start + 1 : found.start()]) and "@" not in clause:
        return reading.facts.figure(series, reading.timeline.current)
    return current_figure(reading, found.start(), series)


PRESENT = matcher(r"(?<!\S)(?:is|are|stands|remains|stays|now|currently|sits)(?!\S)")
"""Words of a clause that is told of the present."""


def _among(reading: Reading, tail: str, known: Sequence[Figure]) -> list[Figure] | None:
    """The figures among which it is ranked."""
    span = SPAN.match(tail)
    if span and span["since"]:
        when = reading.when(span["since"])
        ends = [o.period.end for o in (reading.timeline.meant(when, known[-1].name) if when else ())]
        return [each for each in known if each.observation.period.end > ends[0]] if ends else None
    if span and span["n"]:
        count = int(reading.amount(span["n"]).value)
        return list(known[-count:]) if 2 <= count <= len(known) else None
    year = re.match(r"(?: (?!#|,|;)\S+){0,4}? (?:so far )?(?:@(\d+)|(?:this|of the|in the) (?:financial )?year)", tail)
    if year and (year[1] is None or "year" in current_words(reading, year[1])):
        last = known[-1].observation.period.end
        start = last.year if last.month > MARCH else last.year - 1
        return [each for each in known if (each.observation.period.end.year, each.observation.period.end.month) > (start, MARCH)]
    named = re.match(r"(?: \S+){0,3}? @(\d+)(?!\S)", tail)
    if named and current_words(reading, named[1]) == "to date":
        return list(known)
    if re.match(r"(?: \S+){0,3}? (?:@\d+|for|in) ", tail + " ") and not re.match(
        r"(?: \S+){0,5}? (?:on record|shown|whole|entire|run of|yet|to date|in the table|in the series|of the)", tail
    ):
        return None
    return list(known)
