"""Published totals held against what the report lists, as far as that needs no rating."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

from papers.dataset import Indicator, RiskAction, StatedTotal
from papers.errors import Place
from papers.intake.findings import Findings, hint
from papers.intake.vocabulary import SUBJECTS

TOTAL = "total"
ENOUGH = 3
"""Counts of a subject from which on they are taken for all that there are; fewer may leave some out."""

SUMMED = ("rating", "previous_rating", "direction", "risks", "risk_actions")
"""Subjects whose counts add up to their total."""

OF_INDICATORS = {"rating": "current ratings", "previous_rating": "previous ratings", "direction": "directions of travel"}


def check_stated(
    stated: Iterable[StatedTotal], indicators: tuple[Indicator, ...], actions: tuple[RiskAction, ...], findings: Findings
) -> None:
    """Every published total that can be held against a list, or against its own parts, is."""
    by_subject: dict[str, list[StatedTotal]] = {}
    for one in stated:
        by_subject.setdefault(one.subject, []).append(one)
    for subject, totals in by_subject.items():
        kind, _, rest = subject.partition("/")
        if kind not in SUBJECTS:
            findings.add(
                "unknown-subject", _at(totals[0], "subject"), value=subject, hint=hint(kind, SUBJECTS), choices=", ".join(SUBJECTS)
            )
        elif kind in OF_INDICATORS:
            _check_indicators(OF_INDICATORS[kind], totals, indicators, findings)
        elif kind == "risk_actions":
            _check_list(f"actions of \u201c{rest}\u201d", totals, (one.status for one in actions if one.batch == rest), findings)
        if kind in SUMMED:
            _check_parts(subject, totals, findings)


def _at(total: StatedTotal, column: str) -> Place:
    return Place(total.place.file, total.place.sheet, total.place.row, column)


def _parts(totals: Iterable[StatedTotal]) -> list[StatedTotal]:
    """The counts that make up the total."""
    return [one for one in totals if one.measure.casefold() != TOTAL]


def _check_indicators(what: str, totals: list[StatedTotal], indicators: tuple[Indicator, ...], findings: Findings) -> None:
    """The counts of ratings or directions add up to the number of key performance indicators, all of them or those rated."""
    parts = _parts(totals)
    listed = [one for one in indicators if one.kind == "kpi"]
    if len(parts) < ENOUGH or not listed:
        return
    total = sum((one.value for one in parts if one.value is not None), Decimal(0))
    if total not in (len(listed), sum(one.rated for one in listed)):
        told = f"{len(listed)} key performance indicators"
        findings.add("stated-sum-differs", _at(parts[-1], "value"), what=what, value=str(total), data=told)


def _check_parts(subject: str, totals: list[StatedTotal], findings: Findings) -> None:
    """A published total equals the sum of the published counts, where all of them are there."""
    whole = next((one for one in totals if one.measure.casefold() == TOTAL), None)
    values = [one.value for one in _parts(totals)]
    if whole is None or whole.value is None or not values or None in values:
        return
    total = sum((value for value in values if value is not None), Decimal(0))
    if total > whole.value or (total < whole.value and len(values) >= ENOUGH):
        findings.add("stated-total-differs", _at(whole, "value"), what=subject, value=str(whole.value), data=str(total))


def _check_list(what: str, totals: list[StatedTotal], listed: Iterable[str], findings: Findings) -> None:
    """Each published count equals what is listed, or says that it covers more."""
    counts: Mapping[str, int] = Counter(word.casefold() for word in listed)
    for one in totals:
        measure = one.measure.casefold()
        count = sum(counts.values()) if measure == TOTAL else counts.get(measure, 0)
        if one.value is None or one.value == count:
            continue
        told = what if measure == TOTAL else f"{what} with the status {one.measure}"
        words = {"what": told, "value": str(one.value), "data": str(count)}
        if one.unlisted and one.value > count:
            findings.add("stated-list-unlisted", _at(one, "value"), more=_unlisted(one.value - count), **words)
        else:
            findings.add("stated-list-differs", _at(one, "value"), **words)


def _unlisted(count: Decimal) -> str:
    return "one that is not listed" if count == 1 else f"{count} that are not listed"
