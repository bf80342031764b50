"""Reasons to doubt that a statement is wrong: readings that are kinder than the rules, by which it may be right or about something else."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from papers.checks.language.amounts import Amount, holds
from papers.checks.language.grammar import ANY_NOUN
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.reading import Finding, Reading, fits, overlap
from papers.checks.statements.comparing import STRETCH, sense
from papers.checks.statements.levels import REST
from papers.checks.statements.sizes import way_before

OWN_AFTER = matcher(
    r"(?: (?!#|,|;|and |but |from |to |than |against |up |down )\S+){0,2}? (?:\( )?(?:(?:in|at|for|by|during|of|on)(?: the)? )?@(\d+)"
)
OWN_BEFORE = matcher(
    r"@(\d+)(?: (?:figure|result|score|total|count|rate|level|performance|of|was|were|is|at|,|the|saw|only|just))* $"
    r"|(?:^|[,;] )(?:(?:in|at|by|for|back in) )?(?:the )?@(\d+)(?: (?!#|@|and |but )\S+){0,5} $|@(\d+)(?: ,)? when (?:(?!#|,)\S+ ){0,5}$"
)
TAKEN = matcher(r"#\d+(?: (?!,|;|#)\S+){0,2} (?:in|at|for|by|during|of|on)(?: the)? $")
"""Before a period that belongs to the number before it."""
IN_STEPS = matcher(
    r"(?<!\S)(?:until|till|up to @|in turn|each time|respectively|between (?:the|them|those|these|one)|before that|the (?:two|one|three) before|at first|initially|to begin with"
    r"|then|having|had (?:been|stood|fallen|risen|dropped|come|gone)|made up|in which|(?<!@\d )(?<!@\d\d )when)(?!\S)"
)
"""Words of an account of several steps, of which the latest figure may be none."""
POINTING = matcher(r"(?:this|that|these|those|such an?|most of the|much of the|some of the) (?:[a-z]\S* )?$")
NAMED = matcher(rf"(?<!\S)(?:{ANY_NOUN})$")
"""A direction that is a noun; "this indicator rose" points back to nothing."""
SHORT = matcher(r" (?:#\d+ )?(?:(?:points? )?short|behind|outside|foul|away|off)(?!\S)")
REFERRED = matcher(r"(?<!\S)(?:compared|since|than|(?:in|over|on) (?:the|this) (?:quarter|year|month)|@\d+)(?!\S)")
OWN_REFERENCE = matcher(
    r"(?: (?!#|;|,|and |but )\S+){0,8}? (?:than|since|from|on|compared with|compared to|against|over|above|below) (?:\S+ ){0,3}?[@=]"
)
THEN = matcher(r"(?<!\S)(?:last time|first time|in the past|until|till|would|used to|once|at the time|back then)(?!\S)")
AFTER_SOME = matcher(r"(?<!\S)after (?:the )?#\d+(?!\S)")
"""Results before what is told next: "after three quarters below target it was met"."""
NOUN = matcher(
    r" (?!(?:at|in|on|for|with|and|but|since|over|from|throughout|compared|this|across|during|as|again|between|after|while|all|over)(?!\S))[a-z]"
)


def is_doubtful(reading: Reading, finding: Finding) -> bool:
    """Whether there is a reason to doubt that it is wrong."""
    inside = [each for each in reading.coded.spans if each[3] > finding.start and each[2] < finding.stop]
    low, high = (inside[0][0], inside[-1][1]) if inside else (0, len(reading.text))
    return any(doubt(reading, finding, low, high) for doubt in DOUBTS.get(finding.kind, (_is_of_run,)))


def _number(reading: Reading, low: int, high: int) -> tuple[int, Amount] | None:
    """The one number in that part of the text."""
    found = re.findall(r"#(\d+)", reading.text[low:high])
    return (int(found[0]), reading.amount(found[0])) if len(found) == 1 else None


def own_period(reading: Reading, index: int) -> When | None:
    """The period that stands right beside the number, and belongs to no other one."""
    low, high = reading.coded.of_number(index)
    if after := OWN_AFTER.match(reading.text[high:]):
        return reading.when(after[1])
    before = OWN_BEFORE.search(reading.text[:low])
    if before is None or before.lastindex is None or TAKEN.search(reading.text[: before.start(before.lastindex) - 1]):
        return None
    return reading.when(before[before.lastindex])


def _is_bound(reading: Reading, index: int) -> bool:
    when = own_period(reading, index)
    return bool(STRETCH.search(reading.text)) or (when is not None and when.kind not in ("term", "later", "over", "current"))


def _is_elsewhere(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether the number is a figure of the indicator in another period, or of another measure, where no period is bound to it."""
    del finding
    number = _number(reading, low, high)
    if number is None or number[1].around in ("over", "under", "least", "most") or _is_bound(reading, number[0]):
        return False
    names = ["actual", "target", "comparator", *(each.name for each in reading.facts.series)]
    known = [each for each in reading.facts.all(dict.fromkeys(names)) if holds(number[1], each.number, each.unit) == "true"]
    alone = len(reading.coded.amounts) == 1 and len(reading.coded.whens) < 2
    return any(each.name not in ("actual", reading.facts.indicator.measure) for each in known) or (bool(known) and not alone)


def _is_denied(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether "not" stands before it that belongs to the indicator's name: "waste not taken to landfill"."""
    del finding, high
    return bool(re.search(r"(?<!\S)not (?:\S+ )?$", reading.text[:low])) and " not " in f" {reading.facts.indicator.title.lower()} "


def _is_adjective(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether the word only describes a noun: "a steady rate of 3.9%"."""
    del finding
    said = reading.text[low:high].split()
    return bool(said) and said[-1] in ("steady", "stable", "static", "flat", "constant") and bool(NOUN.match(reading.text[high:]))


def _is_of_then(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether the clause tells of another time that it does not name."""
    del finding
    clause = reading.clause(low)
    return bool(THEN.search(clause) or AFTER_SOME.search(clause[: clause.find(reading.text[low:high])])) or any(
        reading.coded.whens[int(each)].words.lower().endswith("time") for each in re.findall(r"@(\d+)", clause)
    )


def _is_of_target(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether the target is what the clause tells of, not the results."""
    del high
    head = reading.clause(low)
    return "numbers" not in finding.says and bool(
        re.match(
            r"(?:\W|and|while|though|although|the|our|its|since|as|when|after|this|next|year's|@\d+)*(?: ?=target)(?!\S)(?!(?: of #\d+| for| (?!has |have |had |was |were |is |are |that |which |,|;)\S+){0,5} (?:has|have|had|was|were|is|are) (?:\S+ )?(?:been )?(?:met|missed|exceeded|beaten|reached|hit|achieved))",
            head,
        )
    )


def _is_finer(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether two equal figures may differ in decimals that the sentence gives and the data has not."""
    del low, high
    steps = [each.step for each in reading.coded.amounts if fits(each, reading.facts.unit)]
    known = [Amount(each.number).step for each in reading.facts.all(["actual"])]
    return "stayed the same" in finding.says and bool(steps and known) and min(steps) < min(known)


def _points_back(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether it points to what was told before, or is a part of another phrase: "this reduction", "falls a point short"."""
    del finding
    return (
        bool(re.match(r"(?:this|that|these|those|such) ", reading.text[low:high]))
        or (bool(POINTING.search(reading.text[:low])) and bool(NAMED.search(reading.text[low:high])))
        or bool(SHORT.match(reading.text[high:]))
    )


def _tells_steps(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether the clause is one of an account in several steps."""
    del finding, high
    return bool(IN_STEPS.search(reading.clause(low)))


def _tells_rest(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether the clause tells of those whom a percentage leaves."""
    del finding, high
    return reading.facts.unit == "percent" and bool(REST.search(reading.clause(low)))


def _is_another_step(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether the amount is that of a step between two other results, where nothing is named that it is from."""
    del finding
    number = _number(reading, low, high)
    tail = reading.text[high:]
    if (
        number is None
        or "=" in reading.text[low:high]
        or re.match(r" to #", tail)
        or OWN_REFERENCE.match(tail)
        or REFERRED.search(reading.clause(low))
    ):
        return False
    if number[1].unit not in ("", "points") and not fits(number[1], reading.facts.unit):
        return False
    way = sense(reading, way_before(reading, high)[0])
    return number[1].unit != "%" and any(
        holds(number[1], abs(by)) == "true" for by in _steps(reading) if not way or (by > 0) == (way == "up")
    )


def _steps(reading: Reading) -> Iterator[Decimal]:
    """Every difference between results that follow each other."""
    for name in ("actual", *(each.name for each in reading.facts.series)):
        for one, two in itertools.pairwise(reading.facts.all([name])):
            yield two.number - one.number


def _is_of_run(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether the words belong to a statement over several results that holds: "in no year has the target been met"."""
    del low, high
    return any(each.kind == "run" and each.verdict == "true" and overlap(each, finding) for each in reading.findings)


def _is_off(reading: Reading, finding: Finding, low: int, high: int) -> bool:
    """Whether it is told how far off that is: "some way from meeting the target"."""
    del finding, high
    return bool(
        re.search(
            r"(?<!\S)(?:way|far|distance|off|away|short|close|closer|nearer|nearest|towards?)(?: from| to| of)? $", reading.text[:low]
        )
    )


Doubt = Callable[[Reading, Finding, int, int], bool]
DOUBTS: Mapping[str, tuple[Doubt, ...]] = {
    "level": (_is_elsewhere,),
    "target": (_is_of_run, _is_off, _is_denied, _is_of_then),
    "direction": (_is_of_run, _points_back, _is_adjective, _tells_steps, _tells_rest, _is_of_target, _is_finer),
    "change": (_is_another_step,),
    "run": (_is_of_target,),
    "rank": (_is_of_target,),
}
