"""What an indicator says of its past, held against what was published: former ids, successors, and titles that tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from papers.dataset import Indicator
from papers.intake.findings import Findings, hint
from papers.published import PublishedIndicator, PublishedReport


def check_titles(indicators: Iterable[Indicator], findings: Findings) -> None:
    """No two indicators have one title: readers of the papers know them by nothing else."""
    first: dict[str, Indicator] = {}
    for each in indicators:
        other = first.setdefault(_folded(each.title), each)
        if other is not each:
            findings.add("title-twice", replace(each.place, column="title"), value=each.id, other=other.id, title=each.title)


def check_lineage(indicators: Sequence[Indicator], record: PublishedReport, findings: Findings) -> None:
    """Former ids and successors were published, successors have titles of their own, and no new id hides an old indicator."""
    known = {each.id: each for each in (*record.indicators, *record.ended)}
    for each in indicators:
        for column in ("formerly", "successor_of"):
            name = getattr(each, column)
            if name and name not in known and each.id not in known:
                findings.add("former-unknown", replace(each.place, column=column), value=name, hint=hint(name, known))
        _check_successor(each, known.get(each.successor_of), findings)
    gone = {_folded(each.title): each for each in _gone(indicators, record)}
    for each in indicators:
        lost = gone.get(_folded(each.title))
        if lost and each.id not in known and not each.formerly and not each.successor_of:
            findings.add("former-missing", replace(each.place, column="formerly"), value=each.id, other=lost.id, title=lost.title)


def _check_successor(indicator: Indicator, before: PublishedIndicator | None, findings: Findings) -> None:
    """A successor's title is not that of the indicator that it follows, with or without its id in brackets."""
    if before and _folded(indicator.title.removesuffix(f"({indicator.id})")) == _folded(before.title):
        findings.add("successor-untitled", replace(indicator.place, column="title"), value=indicator.id, other=before.id)


def _gone(indicators: Iterable[Indicator], record: PublishedReport) -> Iterator[PublishedIndicator]:
    """Indicators of the last report that this one neither has nor names."""
    named = {name for each in indicators for name in (each.id, each.formerly, each.successor_of)}
    return (each for each in record.indicators if each.id not in named)


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
