"""`papers rate`: every rating with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from papers.commands.report import counts_json, open_report
from papers.results import Assessed, Assessment, Rated


@dataclass(frozen=True, slots=True)
class Ratings:
    """The ratings of a report; with `history` every period, else the current one of each indicator."""

    assessed: Assessed
    history: bool = False

    def rows(self) -> Iterator[tuple[Assessment, Rated]]:
        """Each rating to show, with its indicator's assessment, in report order."""
        for assessment in self.assessed.by_indicator.values():
            shown = assessment.history if self.history else (assessment.current,)
            yield from ((assessment, rated) for rated in shown)

    def as_json(self) -> dict[str, object]:
        """The schema papers.rate/1."""
        ratings = [_rating_json(assessment, rated) for assessment, rated in self.rows()]
        return {"schema": "papers.rate/1", "counts": counts_json(self.assessed.counts), "ratings": ratings}


def rate(folder: Path, *, history: bool = False) -> Ratings:
    """The ratings of the report in `folder`. PapersError lists every error there is."""
    return Ratings(open_report(folder).assessed, history)


def _rating_json(assessment: Assessment, rated: Rated) -> dict[str, object]:
    current = rated is assessment.current
    return {
        "indicator": rated.indicator,
        "period": rated.period.end.isoformat(),
        "measure": rated.measure,
        "actual": _text(rated.actual),
        "target": _text(rated.target),
        "floor": _text(rated.floor),
        "previous_rating": assessment.previous_rating if current else None,
        "rating": rated.rating,
        "published_rating": rated.published,
        "unrated": rated.unrated,
        "direction": assessment.direction.went if current else None,
        "margin": _text(rated.margin),
        "rule": rated.rule,
        "reason": f"{rated.reason} {assessment.direction.reason}".strip() if current else rated.reason,
    }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")
