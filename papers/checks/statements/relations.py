"""Statements that compare with a target, a floor, a comparator or a range: met, above, within, by how much, how many times."""

from __future__ import annotations

import re

from papers.checks.facts import Figure
from papers.checks.language.amounts import Amount, holds
from papers.checks.language.matching import matcher
from papers.checks.reading import Reading, fits
from papers.checks.statements.changes import hold_change
from papers.checks.statements.comparing import NEGATED
from papers.checks.statements.levels import hold_level
from papers.checks.statements.measured import figures_beside
from papers.checks.statements.sides import (
    BY,
    CLOSER,
    EVEN,
    EVERY,
    GAP,
    GAP_TO,
    GAP_WORDS,
    GAPS,
    IT_WAS,
    OR_AT,
    PASSIVE,
    PRONOUN,
    RANGE,
    RELATION,
    SEPARATE,
    WITHIN,
)
from papers.checks.statements.sizes import OF_THEM
from papers.checks.statements.standing import STRETCH_N, again_end, again_in, had_been, hold_side, is_counted
from papers.checks.statements.whose import of_somebody
from papers.wording import with_unit


def relations(reading: Reading) -> None:
    """Hold every comparison with another measure of the same period."""
    for found in reading.matches(WITHIN):
        _within(reading, found)
    _distances(reading)
    for found in reading.matches(RELATION):
        _relation(reading, found)
    for found in reading.matches(PRONOUN):
        _of_named(reading, found)
    for found in (*reading.matches(PASSIVE), *reading.matches(IT_WAS)):
        if SHARE_OF.search(reading.text[: found.start()]):
            continue
        way = "bad" if found[2] in ("missed", "breached") else "good"
        hold_side(reading, found, way, found[1], negated=bool(re.search(r" (?:not|never|yet to be|nearly) ", found[0])))
    for found in reading.matches(RANGE):
        _range(reading, found)


def _distances(reading: Reading) -> None:
    """Hold how far the figure is said to be from another measure."""
    for found in reading.matches(GAP):
        _gap(reading, found, int(found[1]), GAP_WORDS[found[2]], found[3])
    for found in reading.matches(CLOSER):
        _closer(reading, found)
    for found in reading.matches(BY):
        _gap(reading, found, int(found["n"]), "good" if found["good"] else "bad" if found["bad"] else "", found["series"])
    for found in reading.matches(SEPARATE):
        _gap(reading, found, int(found[1]), "", found[2])
    for found in reading.matches(GAP_TO):
        _gap(reading, found, int(found[1] or found[4]), "", found[2] or found[3])


def _within(reading: Reading, found: re.Match[str]) -> None:
    """Whether the distance from the other measure is no more than that: "within two points of the target"."""
    amount, pair = reading.amount(found[1]), figures_beside(reading, found.start(), found.end(), found[2])
    if pair is None or amount.unit == "%" or not (fits(amount, reading.facts.unit) or amount.unit in ("", "points")):
        return
    reading.used.add(int(found[1]))
    distance = abs(pair[0].number - pair[1].number)
    held = distance <= amount.value + amount.step / 10
    computed = f"{with_unit(pair[0].number, pair[0].unit)} against {with_unit(pair[1].number, pair[1].unit)}"
    reading.add("true" if held else "false", found[2], found.span(), pair[0], computed=computed)


def _closer(reading: Reading, found: re.Match[str]) -> None:
    """Whether the figure has come closer to its target since the result before."""
    than = re.match(r" than(?: (?:it|we|was|were|in|at|the))* @(\d+)", reading.text[found.end() :])
    pair = figures_beside(reading, found.start(), len(reading.text) if than else found.end(), found[2])
    named = reading.figures(reading.when(than[1]), pair[0].name) if pair and than else []
    before = named[0].observation if named else reading.timeline.before(pair[0].observation, pair[0].name) if pair else None
    then = reading.facts.figure(pair[0].name, before) if pair else None
    aim = reading.facts.figure("target", before) if before else None
    if pair is None or then is None or aim is None:
        return
    now, earlier = abs(pair[0].number - pair[1].number), abs(then.number - aim.number)
    held = now < earlier if found[1] else now > earlier
    reading.add("true" if held else "false", "target", found.span(), pair[0], computed=f"the distance was {earlier} and is {now}")


def _gap(reading: Reading, found: re.Match[str], index: int, way: str, series: str) -> None:
    amount = reading.amount(index)
    if EVERY.search(reading.clause(found.start())) or OF_THEM.search(reading.text[: found.start()]):
        reading.used.add(index)
        return
    if index in reading.used or _is_level(reading, amount, found, way) or reading.is_guarded(found.start()):
        return
    pair = figures_beside(reading, found.start(), found.end(), series)
    if pair is None:
        return
    if (
        reading.facts.unit == "percent"
        and amount.unit == ""
        and re.match(r"#\d+ (?!percentage)[a-z]", found[0])
        and not re.match(rf"#\d+ (?:{GAPS})", found[0])
    ):
        return
    if amount.unit not in ("", "points", "%", "share") and not fits(amount, reading.facts.unit):
        return
    now, other = pair
    inner = re.search(r" #(\d+)(?: (?!#)\S+)* =\w+$", found[0]) if found[0].startswith(f"#{index}") else None
    if inner and int(inner[1]) not in reading.used:
        hold_level(reading, int(inner[1]), series, None, kind="target")
    lower = reading.facts.indicator.polarity == "lower"
    said = {"good": "down" if lower else "up", "bad": "up" if lower else "down", "short": "down"}.get(way, way)
    if way == "good" and reading.facts.indicator.polarity in ("closest", "none", "range"):
        said = ""
    hold_change(reading, index, said, (other, now), found.span())


def _is_level(reading: Reading, amount: Amount, found: re.Match[str], way: str) -> bool:
    """Whether the number is a figure that is compared, not the distance: "54% from the 55% that we set"."""
    return (
        amount.unit == "%"
        and reading.facts.unit == "percent"
        and (
            any(holds(amount, each.number, each.unit) == "true" for each in reading.facts.all(["actual"]))
            or bool(re.search(r"(?:of|at|with|is|was) $", reading.text[: found.start()]))
        )
        and (not way or any(holds(amount, each.number, each.unit) != "false" for each in reading.facts.all(["actual"])))
    )


def _relation(reading: Reading, found: re.Match[str]) -> None:
    missed, equal, met, above, below = (found[n] for n in range(1, 6))
    if re.match(r"within(?: \S+)? #\d+(?: \S+)? (?:of|from) ", found[0]):
        return
    head = reading.text[: found.start()]
    if re.search(r"#\d+(?: \S+){0,3} $", head) and (above or below or missed or met in ("ahead of", "better than", "inside", "beyond")):
        measured = re.search(r"#(\d+)(?: \S+){0,3} $", head)
        if (
            measured
            and int(measured[1]) in reading.used
            and reading.amount(measured[1]).unit in ("points", "")
            and not re.search(r" (?:is|are|was|were|remains|stands|and|which|puts|leaves|,)(?: \S+)? $", head)
        ):
            return
    many = re.search(r"#(\d+) (?:[a-z]\S* ){1,3}(?:were|are|was|is|remain|fell|met|missed)? ?(?:still )?$", head)
    if many and reading.amount(many[1]).unit == "" and reading.facts.unit == "percent":
        return
    share = re.search(r"^(?:\S+ )+?#(\d+) of ", found[0]) if found[6] == "target" else None
    if share and reading.amount(share[1]).unit in ("%", "share") and "#" not in found[0][share.end() :]:
        return
    if NOT_NOW.search(head):
        return
    negated = bool(NEGATED.search(head)) and not missed
    if re.match(r"(?: of #\d+)? by(?: just| only)? #\d+", reading.text[found.end() :]):
        return
    way = "bad" if missed else "equal" if equal else "good" if met else "up" if above else "down"
    way = EVEN.get(way, way) if OR_AT.search(head) else way
    if STEPS.search(head) and re.match(r"(?: \S+){0,4}? to (?:\S+ )?#", reading.text[found.end() :]):
        return
    if met == "on" and not re.search(
        r"(?:is|was|are|were|remains|stayed|stays|puts|put|now|exactly|spot|satisfaction|performance) (?:\S+ )?$|(?:is|was|are|puts) (?:\S+ ){1,4}$",
        head,
    ):
        return
    hold_side(reading, found, way, found[6], negated=negated)


SHARE_OF = matcher(r"(?<!\S)(?:#\d+|half|most|much|part|some|bulk|share|tenths|quarters|thirds|fifths) of (?:(?!=|,|;)\S+ ){0,3}$")
"""What says of how much of a measure something is told: "nearly 90% of the target has been reached"."""
NOT_NOW = matcher(
    r"(?<!\S)from (?:(?:just|well|slightly|far|a|little|some|way|narrowly) )*$|not (?:far|much|only|just|so)(?: \S+)? $|close to being $"
)
"""What says that it was so before, or is not quite: "from just above target to below it"."""
STEPS = matcher(r"(?<!\S)from (?:(?!,|;)\S+ )?#\d+ (?:\S+ )?$")
"""Where something comes from: "from 5 points below the average to 3 points above it"."""
TO_BE = matcher(r"(?:#\d+|only|first|last|one|quarter|month|year|result|time) to $")
"""Which one does it, not that it is done now: "the only one of the five to miss it"."""


def _of_named(reading: Reading, found: re.Match[str]) -> None:
    """Hold "had overtaken them", "well ahead of it" against the comparator or target that was named before."""
    named = re.findall(r"=(target|floor|comparator)", reading.text[: found.start()])
    if TO_BE.search(reading.text[: found.start()]):
        return
    if named and (named[-1] == "comparator") == (found["one"] in ("them", "theirs")):
        way = "bad" if found[1] else "good" if found[2] else "up" if found[3] else "down"
        hold_side(reading, found, way, named[-1], negated=bool(NEGATED.search(reading.text[: found.start()])) and not found[1])


def _range(reading: Reading, found: re.Match[str]) -> None:
    """The expected range of a period: within, above or below it."""
    head = reading.text[: found.start()]
    if is_counted(reading, found) or STRETCH_N.search(head) or NOT_NOW.search(head) or of_somebody(reading, found.start()):
        return
    pairs = [figures_beside(reading, found.start(), found.end(), each) for each in ("lower", "upper")]
    if pairs[0] is None or pairs[1] is None:
        return
    now, low, high = pairs[0][0], pairs[0][1], pairs[1][1]
    negated = bool(NEGATED.search(head))
    holds, stop = _stands(found, now, low, high) != negated, found.end()
    if holds and (then := again_in(reading, found, "actual")):
        ends = [reading.facts.figure(each, then.observation) for each in ("lower", "upper")]
        if ends[0] and ends[1] and _stands(found, then, ends[0], ends[1]) == negated:
            now, low, high, holds, stop = then, ends[0], ends[1], False, again_end(reading, found)
    if not holds and had_been(reading, found):
        return
    stands = "above" if now.number > high.number else "below" if now.number < low.number else "within"
    computed = f"{with_unit(now.number, now.unit)} against {with_unit(low.number, low.unit)} to {with_unit(high.number, high.unit)}"
    reading.add(
        "true" if holds else "false",
        "range",
        (found.start(), stop),
        now,
        computed=computed,
        wording=f"{stands} the expected range",
    )


SAID = {**dict.fromkeys(("within", "inside", "in", "into"), "within"), **dict.fromkeys(("below", "under"), "below")} | dict.fromkeys(
    ("outside", "out of"), "outside"
)


def _stands(found: re.Match[str], now: Figure, low: Figure, high: Figure) -> bool:
    """Whether the figure lies where the words say: within, outside, above or below the range, or one end of it."""
    said = SAID.get(found[1], "above")
    if said == "above" and (found[2] == "lower" or "lower" in found[0] or "bottom" in found[0]):
        return now.number > low.number
    if said == "below" and (found[2] == "upper" or "upper" in found[0] or "top" in found[0]):
        return now.number < high.number
    above, below = now.number > high.number, now.number < low.number
    return {"within": not above and not below, "below": below, "above": above, "outside": above or below}[said]
