"""Lists of rows by their place: "the three busiest lines were A, B and C", "the busiest was A, followed by B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.naming import key_of, table_of
from papers.checks.reading import Finding, finding_at, number_words
from papers.checks.rows.neighbours import of_rows, siblings
from papers.checks.rows.periods import Times
from papers.checks.rows.placing import HIGH, LEAST_ROWS, LOW, RISE
from papers.checks.rows.scene import LEAST, Group, Scene

TOP = matcher(rf"(?<!\S)(?:the|our|its) (?:top )?#(?P<n>\d+) (?:(?P<high>{HIGH}|top|main)|(?P<low>{LOW}))(?!\S)")
SUPERLATIVE = matcher(rf"(?<!\S)(?:the )?(?:(?P<high>{HIGH})|(?P<low>{LOW}))(?!\S)")
NEXT = matcher(r"(?<!\S)(?:followed|succeeded)(?: \S+)? by(?: (?:the|calls|complaints|those|about|to|for|in|on|from))* ")
"""What leads from the first of an order to the next ones."""
VERB = matcher(r" (?:is|are|was|were|being|came to|went to|came from|remain|remained|:|,)(?: still| again)? ")
PARTS = matcher(r" (?:;|while|whereas|but|although|though) ")


def ordered_rows(scene: Scene) -> Iterator[Finding]:
    """Every list of the first few rows, and every row that is told to follow another."""
    for found in TOP.finditer(scene.text):
        if not any(start <= found.start() < stop for start, stop in scene.guards):
            yield from _top(scene, found)
    for found in NEXT.finditer(scene.text):
        yield from _next(scene, found)


def _top(scene: Scene, found: re.Match[str]) -> Iterator[Finding]:
    """Whether those named are the first ones, in any order."""
    many = scene.coded.amounts[int(found["n"])].plain
    verb = VERB.search(scene.text, found.end())
    named = (_listed(scene, verb.end() - 1) if verb else []) or _listed(scene, 0, found.start())
    if len(named) != many or RISE.match(scene.text[found.end() :]):
        return
    tries = []
    for numbers in _tables(scene, named, found.start()):
        last = sorted(numbers.values(), reverse=not found["low"])[int(many) - 1]
        wrong = [key for key in named if (numbers[key] > last if found["low"] else numbers[key] < last)]
        tries.append(_finding(scene, found, numbers, wrong))
    yield from sorted(tries, key=lambda each: each.verdict == "false")[:1]


def _next(scene: Scene, found: re.Match[str]) -> Iterator[Finding]:
    """Whether those named after "followed by" come next after the row before it."""
    led = list(SUPERLATIVE.finditer(scene.text, 0, found.start()))
    first = [each for each in scene.groups if each.start < found.start() and not each.is_whole]
    named = _listed(scene, found.end() - 1)
    if not led or not first or not named or len(first[-1].mentions) != 1 or RISE.match(scene.text[led[-1].end() :]):
        return
    order = [*_keys(first[-1:]), *named]
    if len(order) == len(named):
        return
    tries = []
    for numbers in _tables(scene, order, found.start()):
        places = sorted(numbers.values(), reverse=not led[-1]["low"])
        begin = places.index(numbers[order[0]])
        wrong = [key for n, key in enumerate(order) if n and numbers[key] not in places[begin + 1 : begin + len(order)]]
        tries.append(_finding(scene, found, numbers, wrong))
    yield from sorted(tries, key=lambda each: each.verdict == "false")[:1]


def _listed(scene: Scene, low: int, high: int | None = None) -> list[str]:
    """The rows that are named from there to where the statement ends; none where one is not sure."""
    end = PARTS.search(scene.text, low)
    stop = high if high is not None else end.start() if end else len(scene.text)
    return _keys([each for each in scene.groups if low <= each.start < stop and not each.is_whole])


def _keys(groups: Sequence[Group]) -> list[str]:
    """The rows of the one table that has them all; none where a single one is not sure."""
    mentions = [mention for each in groups for mention in each.mentions]
    if len(mentions) == 1 and not groups[0].is_sure:
        return []
    tables = [{table_of(one) for one in each.candidates if "|" in one.facts.indicator.id} for each in mentions]
    shared = set.intersection(*tables) if tables and all(each.cover >= LEAST for each in mentions) else set()
    if len(shared) != 1:
        return []
    return [next(key_of(one) for one in each.candidates if table_of(one) in shared) for each in mentions]


def _tables(scene: Scene, named: Sequence[str], at: int) -> Iterator[dict[str, Decimal]]:
    """The figures of all rows beside those named, in each column and period that is meant."""
    whens: list[When | None] = Times(scene).told_at(at)
    for one in (each for each in scene.candidates if key_of(each) == named[0]):
        for when in whens:
            numbers = of_rows(scene.candidates, one, when, None, ("body",))
            if (
                len(numbers) >= LEAST_ROWS
                and set(named) <= set(numbers)
                and len(numbers) == len(siblings(scene.candidates, one, ("body",)))
            ):
                yield numbers


def _finding(scene: Scene, found: re.Match[str], numbers: dict[str, Decimal], wrong: Sequence[str]) -> Finding:
    top = sorted(numbers.items(), key=lambda each: -each[1])
    says = ", ".join(f"{key.split('|')[-1]} {number_words(number)}" for key, number in top)
    finding = finding_at(scene.coded, found.span(), "false" if wrong else "true", "rank", says, wording=says if wrong else "")
    return replace(finding, bound=True)
