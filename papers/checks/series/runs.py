"""Statements over several results: in each of the last three, never since June, only twice, for the first time, last in March."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from papers.checks.language.grammar import ANOTHER
from papers.checks.language.matching import matcher
from papers.checks.reading import Reading
from papers.checks.series.claim import Claim
from papers.checks.series.claims import claims
from papers.checks.series.quantifiers import COUNTED, RUNNING, TIMED, Quantifier, quantifiers, results_in
from papers.checks.series.windows import NAMED, SINCE, Window, around, ends_of, known, months_over, period_after, windows
from papers.checks.statements.aboutness import speaks
from papers.dataset import Observation
from papers.wording import with_unit

CUT = matcher(rf" (?:(?:[,;:()\u2013\u2014]|but|while|whereas|although|though) |{ANOTHER})")
STATE_SINCE = matcher(
    r"(?<!\S)(?:has|have|having|'s) (?:(?!#|,|since )\S+ ){0,9}?(?:been|stayed|remained|kept|held|stood|sat|met|missed|exceeded|beaten|hit)(?!\S)(?:(?! last)(?: (?!,|;)\S+){0,8}?) (?P<since>since(?: (?:the )?@\d+| then(?= [,.;])|(?= [,.;])))"
)
"""A state that lasts since a period that is named: "has been Amber since June"."""


NEAR = 12
"""How far after "after three quarters" what is said of these may begin, in letters."""
RELATIVE = matcher(r"(?:when|which|where|who|whose|with|at|after|as)(?!\S)")
"""What begins a clause that is put in between."""
FINITE = matcher(r"(?<!\S)(?:has|have|had|is|are|was|were|been|did|does|do)(?!\S)")
"""Verbs of a clause that says something of its own."""
THEN = matcher(r"(?<!\S)(?:then|before being|after being|after that)(?!\S)")
"""Words of an account in several steps."""
OF_THEN = matcher(r"(?<!\S)(?:until|till|would|used to|not always)(?!\S)")
"""Words of a time that is over, or of what might be."""


FROM = matcher(r" from (?:\S+ ){0,3}?#")
"""The first of several figures: "from a low of 84%"."""
SHOWN = matcher(
    r"(?<!\S)(?:of|in|over|across) (?:the|these|those|all) #(\d+)(?: (?:quarters?|results?|readings?|periods?|months?|years?|terms?))?"
    r"(?= (?:shown|on (?:the|this) page|in the (?:table|series|period|chart)|covered|that we (?:hold|have)|we (?:hold|have)|reported here)(?!\S))"
)
"""How many results are shown: "the best of the five quarters shown"."""


COMPARED_WITH = matcher(
    r"(?<!\S)(?:above|below|than|with|under|over|against|on) (?:the|those|that|any|all)(?: (?:results?|figures?|levels?|rates?|totals?|scores?|performance|seen|recorded|reported))+ $"
)
"""What something is set against, which is of the times that follow: "well below the results for the last two years"."""
DEED = matcher(r"(?<!\S)[a-z]+ing (?:(?:the|its|our|their) )?=\w+ $")
"""Before the words of how often, what they are of, not the move before: "rose to 53.4%, passing its target for the first time"."""


def _shown(reading: Reading) -> None:
    """Hold how many results the sentence says that there are."""
    for found in reading.matches(SHOWN):
        count = results_in(reading.amount(found[1]))
        results = known(reading)
        shown = [each for each in reading.timeline.observations if each.period.end <= reading.timeline.end]
        if reading.amount(found[1]).unit in (*TIMED, "") and count > max(len(results), len(shown)):
            reading.add("false", "run", found.span(), says=f"{len(results)} results are shown")


def runs(reading: Reading) -> None:
    """Hold every statement of how many results something is true of."""
    _shown(reading)
    told = claims(reading)
    said = list(quantifiers(reading))
    for each in said:
        claim = _claim(reading, told, each)
        if claim and (not claim.move or speaks(reading, reading.clause(claim.start))):
            _judge(reading, each, claim)
    for found in reading.matches(STATE_SINCE):
        clause = _clause(reading, found.start(), found.end())
        if not any(clause[0] <= each.start < clause[1] for each in said):
            inside = [one for one in told if not one.move and found.start() <= one.start < found.start("since")]
            if claim := _nearest(inside, found.span("since"), reading.text):
                named = "@" in found["since"] and not claim.denied
                _judge(reading, Quantifier(*found.span("since"), "all", inclusive=named), claim)


def _clause(reading: Reading, start: int, stop: int) -> tuple[int, int]:
    """From where to where the clause reaches in which those words stand."""
    cuts = list(CUT.finditer(reading.text))
    low = max((each.end() for each in cuts if each.end() <= start), default=0)
    return low, min((each.start() for each in cuts if each.start() >= stop), default=len(reading.text))


def _claim(reading: Reading, told: Sequence[Claim], said: Quantifier) -> Claim | None:
    """What is said of the results: the nearest statement of the clause; of the next clause where the words begin a sentence, else of the one before."""
    if _is_name(reading, said) or COMPARED_WITH.search(reading.text[: said.start]):
        return None
    for low, high in _clauses(reading, said):
        inside = [each for each in told if low <= each.start < high]
        inside = [each for each in inside if not (each.start < said.start < each.stop and said.how != "first")]
        inside = [each for each in inside if " and " not in f"{reading.text[said.stop : each.start]}"]
        if said.prior:
            inside = [
                each for each in inside if 0 <= each.start - said.stop <= NEAR and " and " not in reading.text[said.stop : each.start]
            ]
        if inside or said.prior:
            return _nearest(inside, (said.start, said.stop), reading.text)
    return None


def _clauses(reading: Reading, said: Quantifier) -> Iterator[tuple[int, int]]:
    """The clause of those words; then what follows it, where they begin the sentence, else what stands before it."""
    low, high = _clause(reading, said.start, said.stop)
    yield low, high
    if FINITE.search(reading.text[low:high]):
        return
    if low > 0:
        yield _clause(reading, low - 3, low - 3)[0], low
        return
    while high < len(reading.text):
        low, high = _clause(reading, high + 3, high + 3)
        if not RELATIVE.match(reading.text[low:]):
            yield low, high


def _nearest(found: Sequence[Claim], span: tuple[int, int], text: str) -> Claim | None:
    """The claim that stands nearest to that part of the text, one from which no "and" parts it before others."""

    def far(claim: Claim) -> tuple[bool, int]:
        between = text[min(claim.stop, span[1]) : max(claim.start, span[0])]
        return " and " in f" {between} ", max(span[0] - claim.stop, claim.start - span[1], 0)

    return min(found, key=far, default=None)


def _is_name(reading: Reading, said: Quantifier) -> bool:
    """Whether "first time" belongs to the indicator's name: "first time entrants"."""
    named = "first-time" in reading.text[said.start : said.stop] and "first time" in reading.facts.indicator.title.lower()
    return named and not SINCE.match(reading.text[said.stop + 1 :])


def _judge(reading: Reading, said: Quantifier, claim: Claim) -> None:
    """Tell whether it is so in one of the ways in which the words may be meant."""
    clause = _clause(reading, said.start, said.stop)
    if claim.move and DEED.search(reading.text[claim.stop : said.start]):
        return
    if said.how != "last" and OF_THEN.search(reading.text[clause[0] : clause[1]]):
        return
    if said.how == "times" and not said.of and THEN.search(reading.text[clause[0] : clause[1]]):
        return
    meant = windows(reading, said, clause)
    if claim.still or (claim.move and not said.of and FROM.search(reading.text, claim.stop)):
        # Where the figures are listed, or none moved, the first of them is what the steps start from.
        meant = [*meant, *(each[1:] for each in meant if len(each) > 1)]
    held = [_held(reading, said, claim, each, clause) for each in meant if each]
    if not held or (None in held and True not in held):
        return
    if True not in held and _is_otherwise(reading, said, claim, clause):
        return
    if True in held and _is_longer(reading, said, claim, clause):
        held = [False]
    results = [figure for each in known(reading) if (figure := reading.facts.figure("actual", each))]
    computed = ", ".join(with_unit(each.number, each.unit) for each in results)
    low, high = min(said.start, claim.start), max(said.stop, claim.stop)
    span = (low, high) if clause[0] <= claim.start < clause[1] else (said.start, said.stop)
    reading.used.update(int(each) for each in re.findall(r"#(\d+)", reading.text[said.start : said.stop]))
    reading.add("true" if True in held else "false", "run", span, results[-1], says=f"the results were {computed}", computed=computed)


EXACT = matcher(
    r"(?<!\S)(?:quarter|month|year|term) (?:running|in a row|in succession)$|(?<!\S)(?:consecutive|successive|straight) (?:quarter|month|year|term)$"
)
"""How long a run is, told by its last step: "for the third quarter running"."""


def _is_longer(reading: Reading, said: Quantifier, claim: Claim, clause: tuple[int, int]) -> bool:
    """Whether a rating is told for the Nth quarter running that it had in the one before these as well: such a number is exact."""
    own, around = reading.text[said.start : said.stop], reading.text[clause[0] : clause[1]]
    ordinal = any(each in COUNTED for each in own.split())
    if (
        not (ordinal and EXACT.search(own))
        or reading.text[claim.start] != "*"
        or re.search(r"@|(?<!\S)(?:both|all|each|every)(?!\S)", around)
    ):
        return False
    before = known(reading)[-said.of - 1 :]
    return len(before) > said.of and months_over(before[:2]) <= months_over(before[-2:]) and claim.holds(before[0]) is True


def _is_otherwise(reading: Reading, said: Quantifier, claim: Claim, clause: tuple[int, int]) -> bool:
    """Whether it is so of the results up to or since another period that the sentence names, or of all but those that it names."""
    if any(_held(reading, said, claim, each, clause) for each in around(reading, said)):
        return True
    if said.how not in ("all", "none") or RUNNING.search(reading.text[said.start : said.stop]):
        return False
    named = [end for n, each in enumerate(reading.coded.whens) if each.kind in NAMED for end in ends_of(reading, str(n))]
    without = [each for each in known(reading)[:-1] if each.period.end not in named]
    return len(without) > 1 and bool(_held(reading, replace(said, of=0), claim, without, clause))


def _held(reading: Reading, said: Quantifier, claim: Claim, window: Window, clause: tuple[int, int]) -> bool | None:
    """Whether the claim is true of as many of the results as is said; None where that can't be told."""
    if said.how in ("first", "last", "only"):
        return _held_at(reading, said, claim, window, reading.text[clause[0] : clause[1]])
    if said.how == "any" and not claim.denied:
        return None
    if (
        said.how == "times"
        and said.times == 1
        and said.start >= claim.start
        and (claim.denied or " not " in f" {reading.text[claim.start : claim.stop]} ")
    ):
        said = replace(said, how="all")
    held = [claim.holds(each) for each in window]
    if said.how == "times" and not said.of and sum(each is not False for each in held) >= said.times > held.count(True) and claim.level:
        return None
    if not said.of:
        held = [each for each in held if each is not None]
    if said.how in ("all", "any"):
        return False if False in held else None if None in held or not held else True
    if said.how == "none":
        return False if True in held else None if None in held or not held else True
    if None in held:
        return None
    if not all(map(claim.holds, _named_after(reading, said))):
        return False
    return sum(map(bool, held)) == (said.times if said.times > 0 else len(held) + said.times)


def _named_after(reading: Reading, said: Quantifier) -> Iterator[Observation]:
    """The results that are named just after the words: "only once, in June"."""
    if named := re.match(
        r"(?: (?!,|;|#|@)\S+){0,5}? (?:, )?(?:in|at) (?:the )?@(\d+)(?: and (?:in |at )?(?:the )?@(\d+))?(?= ,)", reading.text[said.stop :]
    ):
        for each in named.groups():
            yield from reading.observations(reading.when(each), "actual")[:1] if each else ()


def _held_at(reading: Reading, said: Quantifier, claim: Claim, window: Window, text: str) -> bool | None:
    """Whether it is true of the one result that is meant, and of none of those beside it."""
    results = known(reading)
    here = text.find(reading.text[said.start : said.stop])
    named = period_after(reading, text[here:])
    if said.how == "only":
        at = period_after(reading, text[:here]) or named
        held = {each.period: claim.holds(each) for each in window}
        if None in held.values() and not claim.move:
            return None
        return sum(map(bool, held.values())) == 1 and (at is None or at.period not in held or bool(held[at.period]))
    if said.how == "last":
        return _held_last(claim, named, results, strictly=reading.text[said.start : said.stop] == "not since")
    return _held_first(claim, named if SINCE.search(text[here:]) else None, window, results)


def _held_last(claim: Claim, then: Observation | None, results: Sequence[Observation], *, strictly: bool) -> bool | None:
    """Whether it was so then and not since; "last" says nothing of the current result."""
    if then is None:
        return None
    later = [claim.holds(each) for each in results if each.period.end > then.period.end]
    later = later if strictly else later[:-1]
    at = claim.holds(then)
    return None if at is None or None in later else at and not any(later)


def _held_first(claim: Claim, then: Observation | None, window: Window, results: Sequence[Observation]) -> bool | None:
    """Whether it is so of the last result and of none before it; of the one since which it is told, it may be."""
    if then is not None:
        window = [each for each in results if each.period.end > then.period.end and each.period.end <= window[-1].period.end]
    if not window:
        return None
    now, between = claim.holds(window[-1]), [claim.holds(each) for each in window[:-1]]
    before = claim.holds(then) if then else True
    if now is None or (before is None and not claim.move):
        return None
    told = [each for each in results if claim.holds(each) is not None]
    held = now and (before is not False or then is told[0]) and not any(between)
    return None if held and None in between and then is not None else bool(held)
