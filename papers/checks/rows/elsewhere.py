"""What is called false in a section's sentence though its words may tell of something else: a pace, the target's own change, a step further back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from papers.checks.language.amounts import holds
from papers.checks.language.coding import Coded
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding

PACE = matcher(
    r"(?: (?!#|,|;)\S+)?(?: (?:a|per|each|every|in each|in every|of each|of every) (?:of|quarter|year|month|week|day)(?!\S)| (?:each|every) time)"
)
"""After an amount that is told of every step."""
IN_ALL = matcher(r"(?: \S+)? (?:in all|altogether|in total|overall|in sum|over (?:the|that|this) (?:\S+ )?(?:time|period))(?!\S)")
"""After an amount of several steps together."""
TARGET = matcher(r" =target(?!\S)")
THEIRS = matcher(r"#\d+(?: (?!#|,|;)\S+){0,3} (?:of|from|on|above|below) (?:theirs|(?:its|their) own)(?!\S)")
"""What is told of another's target: "invoices fell 0.2 points short of theirs"."""
OF_TIMES = matcher(r" (?:out )?of (?:the|these|those|our|its) (?:last|past|latest|previous|@|#\d+)")
"""After how many results went that way: "has risen in nine of the last 12 months"."""
OF_TARGET = matcher(r"=target(?: ,)? (?:which|that|itself)(?: (?!,|;)\S+)* $")
"""Before what a clause tells of the target itself."""
PAST_STEP = matcher(r"(?<!\S)(?:having|had)(?: (?:already|also|itself|been))* (?:[a-z]+ )?(?:by |up |down )?$")
"""Before a step further back: "having fallen by 28%"."""
LIMIT = matcher(
    r"(?<!\S)(?:(?:limit|ceiling|cap|quota|allowance|maximum|minimum|aim|=target) of|inside|within|outside|beyond|(?:long|short|slow|fast|quick|high|low)e?r than)(?: the| our)? $"
)
"""Before a number that bounds the figure."""
YEAR_BEFORE = matcher(r"(?<!\S)last @\d+(?: '?s)?(?: ,? ?when(?: (?!#|,|;)\S+){0,4})? $")
"""Before the figure of "last September", which may be that of a year before."""
AS_PLANNED = matcher(
    r"(?: (?!#|,|;)\S+){0,3} than (?:(?:was|were|had been|is|we|it|originally|first) )*(?:=target|budgeted|planned|forecast|expected|predicted|intended|assumed|allowed)(?!\S)"
)
"""After a distance from a plan, not from an earlier figure: "30.7 FTE fewer staff than budgeted"."""
FROM_START = matcher(
    r"(?: (?!#|,|;)\S+){0,3} (?:than|on|since|from) (?:(?!#|,|;|and |but )\S+ ){0,4}?(?:start|beginning|outset|began|begun|started|opened)(?!\S)"
)
"""After a distance from a time that no period names: "704 fewer than at the start of the financial year"."""
OTHERS = matcher(
    r"(?<!\S)(?:neighbours|others|elsewhere|region|counties|councils|authorities|england)(?: ?['\u2019]s?)? (?:(?:average|figure|of|is|are|was|were|at|had|have|rate) )*$"
)
"""Before a figure of other places."""
NATIONALLY = matcher(
    r"(?<!\S)(?:national|nationally|england|neighbours|comparators?|=comparator)(?: (?:average|figure|rate|result|gap|one))?(?: (?:is|was|were|are|stands|stood|being|still|now|itself))* (?:at )?$"
)
"""Before how far another figure lies from ours: "the national figure is six points higher"."""
ITSELF = matcher(r"(?<!\S)(?:which|that|who) (?:itself|themselves|alone|in turn)(?: (?:has|had|have|was|were|is|are|also))* $")
"""Before a change of what stands just before: "71% of the total, which itself grew by one in fifty"."""
OWN_SUBJECT = matcher(r"(?: \S+)? (?:is|are|was|were) (?!than|up|down|higher|lower|in )\S+")
"""After "and one fewer", what makes it tell of others that are not named: "is younger"."""
OF_BOTH = matcher(r"(?: \S+)? in @\d+ and @")
"""After a number that is told of two periods."""
PEOPLE = matcher(r"(?<!\S)(?:number|people|children|cases)(?!\S)")
"""Before a change of how many there are, which a rate does not tell."""
TWO_THINGS = matcher(r"the figure for (.+?) is [^;]*; the figure for \1 is ")
"""What tells how far the figures of two things lie apart at one time."""
BESIDE = matcher(r"(?: (?!#|,|;)\S+){0,5}? (?:than|as) (?!(?:in |at |for |the )*@|before)")
MOVED = matcher(r"(?<!\S)(?:improved|worsened|better|worse|rose|fell|up|down|higher|lower|increased|decreased)$")
SINCE = matcher(r" (?:on|since|from|over|than|compared (?:with|to))(?: (?!#|,|;)\S+){0,2} @(\d+)")
"""After a count of what moved since a time that is named, not since the last result."""
AT_FIRST = matcher(r"(?<!\S)(?:at|on|from|in) $")
"""Before a "first point" that is no time."""
BY_MUCH = matcher(r"(?: (?!#|,|;)\S+)* by (?:\S+ ){0,3}#|(?: (?!#|,|;)\S+)* #\d+ by (?:\S+ ){0,3}#")
"""After a "first time" that is of an amount."""
REFERENCE = matcher(r"(?<!\S)(?:on|from|than|since|after|before|below|above|against|under|over)(?: (?!#|,|;|and |but )\S+){1,4} $")
"""Before an extreme with which something is compared: "six thousand down on the September peak"."""
NEXT_STEP = matcher(r"(?<!\S)(?:before|then|only to|until)(?: \S+)? $")
"""Before a step of a later time: "rose in June before coming down"."""
STEPS = matcher(r"(?<!\S)before (?:[a-z]+ing|it|they)(?!\S)")
WHEN = matcher(r"@\d+(?: ,)? when (?:(?!,|;)\S+ )*$")
"""Before a place that is told of the period just named: "in June, when 49% was the worst"."""
LISTED = matcher(r" ,(?: #\d+ ,)* #(\d+)(?: ,)? and #\d+(?!\S)")
"""After the first of several changes: "in each of three quarters, by 5,215, 1,260 and 2,530"."""
OF_THINGS = matcher(r"#\d+(?: [a-z]+)? (?:were|was|are|is) $")
"""Before what became of a number of things: "34,231 were closed"."""
AT_SOME = matcher(
    r"(?: (?!#|,|;|and |but )\S+){0,6}? (?:at|in|for|of|on|across) (?:#\d+|some|several|many|most|few) (?:out )?of (?:the|our|its|these|those)(?!\S)"
)
"""After a direction that is told of some rows, not of the whole: "were up on last year at two of the three libraries"."""
PROPOSED = matcher(
    r"(?<!\S)(?:to|will|would|should|may|can|must|has|have|had|having|without|for|set|agree|propose|need|needs|get|gets|given) (?:[a-z]+ )?$"
)
"""Before a "one" that is no count."""
EXTREMES = ("peak", "trough", "high", "low")


def sifted(found: Sequence[Finding], coded: Coded) -> Iterator[Finding]:
    """The findings; those called false whose words may tell of something else as unknown."""
    for each in found:
        yield replace(each, verdict="unknown") if each.verdict == "false" and _is_elsewhere(each, coded, found) else each


def _is_elsewhere(finding: Finding, coded: Coded, found: Sequence[Finding]) -> bool:
    """Whether the words around it let it be of something else."""
    inside = [each for each in coded.spans if each[3] > finding.start and each[2] < finding.stop]
    if not inside:
        return False
    head, said, tail = coded.text[: inside[0][0]], coded.text[inside[0][0] : inside[-1][1]], coded.text[inside[-1][1] :]
    if finding.kind == "change" and AS_PLANNED.match(tail) and "target" not in finding.says:
        return True
    if finding.kind == "change" and " per 1" in finding.says and PEOPLE.search(head):
        return True
    if finding.kind == "change" and TWO_THINGS.match(finding.says) and not BESIDE.match(tail):
        return True
    since = SINCE.match(tail) if finding.kind == "count" and MOVED.search(said) else None
    if since and coded.whens[int(since[1])].kind not in ("previous", "last"):
        return True
    listed = LISTED.match(tail) if finding.kind == "change" else None
    number = re.search(r"#(\d+)$", said)
    if listed and number and coded.amounts[int(number[1])].unit == coded.amounts[int(listed[1])].unit:
        return True
    scaled = finding.kind == "run" and any(coded.amounts[int(each)].scale != 1 for each in re.findall(r"#(\d+)", said))
    return scaled or DOUBTS.get(finding.kind, _never)(head, said, tail) or (finding.kind == "change" and _is_apart(coded, said, found))


def _never(head: str, said: str, tail: str) -> bool:
    del head, said, tail
    return False


def _change(head: str, said: str, tail: str) -> bool:
    number = said.rfind("#")
    before = head + said[: max(number, 0)]
    return bool(
        TARGET.match(tail)
        or OF_TIMES.match(tail)
        or THEIRS.search(said + tail)
        or IN_ALL.match(tail)
        or FROM_START.match(tail)
        or PACE.match(said[max(number, 0) :].lstrip("#0123456789") + tail)
        or OF_TARGET.search(before)
        or PAST_STEP.search(before)
        or PAST_STEP.search(head)
        or NATIONALLY.search(head)
        or ITSELF.search(head)
        or (re.search(r"(?:^|,|;|and) $", head) and re.match(r"#\d+ \S+$", said) and OWN_SUBJECT.match(tail))
    )


def _run(head: str, said: str, tail: str) -> bool:
    if " or " in said:
        return True
    first = "first" in said.split(" ")[:2] or "first-time" in said
    return (first and bool(AT_FIRST.search(head) or BY_MUCH.match(tail))) or bool(re.search(r" by #", said))


def _direction(head: str, said: str, tail: str) -> bool:
    return bool(AT_SOME.match(tail) or NEXT_STEP.search(head) or (" " not in said and OF_THINGS.search(head)))


def _level(head: str, said: str, tail: str) -> bool:
    del said
    return bool(OF_BOTH.match(tail) or LIMIT.search(head) or YEAR_BEFORE.search(head) or OTHERS.search(head))


def _count(head: str, said: str, tail: str) -> bool:
    """Whether "one" stands for what is told before: "has no target, and officers are to propose one"."""
    alone = said == "~one-in" or (
        re.fullmatch(r"#\d+", said) is not None and re.match(r" (?:[.,;]|by|for|before|at|this|next)(?!\S)|$", tail)
    )
    return bool(alone and PROPOSED.search(head))


def _rank(head: str, said: str, tail: str) -> bool:
    del tail
    return bool(said.rsplit(" ", maxsplit=1)[-1] in EXTREMES and REFERENCE.search(head)) or bool(STEPS.search(head) or WHEN.search(head))


DOUBTS: Mapping[str, Callable[[str, str, str], bool]] = {
    "change": _change,
    "count": _count,
    "run": _run,
    "direction": _direction,
    "level": _level,
    "rank": _rank,
}


def _is_apart(coded: Coded, said: str, found: Sequence[Finding]) -> bool:
    """Whether the amount is how far a number that the data has not lies from another one: "39.4, which is 4.5 above the aim of 34.9"."""
    told = re.findall(r"#(\d+)", said)
    own = coded.amounts[int(told[0])] if told else None
    if own is None or own.unit in ("share", "%"):
        return False
    right = [(each.start, each.stop) for each in found if each.verdict in ("true", "rounded")]
    others = [n for n, each in enumerate(coded.amounts) if str(n) != told[0] and each.unit in ("", "%") and not each.word]
    untold = [n for n in others if not _overlaps(coded.words(*coded.of_number(n)), right)]
    return any(holds(own, abs(coded.amounts[n].plain - coded.amounts[m].plain)) == "true" for n in untold for m in others if n != m)


def _overlaps(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < stop for start, stop in others)
