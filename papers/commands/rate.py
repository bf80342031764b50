"""`papers rate`: every rating with its reason, the card of one, and what another scheme would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from papers.assess import Card, WhatIf, book_of, card_of, what_if
from papers.assess.cards import cards_of, steps
from papers.commands.report import Report, counts_json, open_report
from papers.dataset import SchemeText
from papers.errors import PapersError, Place, problem
from papers.results import Assessed, Assessment, Direction, Rated
from papers.rules import RuleBook, read_book


@dataclass(frozen=True, slots=True)
class Ratings:
    """The ratings of a report; with `history` every period, else the current one of each indicator.

    `other` is what another scheme would change, where that was asked.
    """

    assessed: Assessed
    history: bool = False
    other: WhatIf | None = None

    def rows(self) -> Iterator[tuple[Assessment, Rated]]:
        """Each rating to show, with its indicator's assessment, in report order."""
        for assessment in self.assessed.by_indicator.values():
            shown = assessment.history if self.history else (assessment.current,)
            yield from ((assessment, rated) for rated in shown)

    def as_json(self) -> dict[str, object]:
        """The schema papers.rate/1."""
        ratings = [_rating_json(assessment, rated) for assessment, rated in self.rows()]
        found: dict[str, object] = {"schema": "papers.rate/1", "counts": counts_json(self.assessed.counts), "ratings": ratings}
        return found if self.other is None else {**found, "what_if": _what_if_json(self.other)}


@dataclass(frozen=True, slots=True)
class Cards:
    """The rating cards of one indicator: of its current rating, or of every period."""

    cards: tuple[Card, ...]

    def as_json(self) -> dict[str, object]:
        """The schema papers.card/1."""
        return {"schema": "papers.card/1", "cards": [_card_json(card) for card in self.cards]}


def rate(folder: Path, *, history: bool = False, scheme: str = "") -> Ratings:
    """The ratings of the report in `folder`, and what another scheme, by its name or file, would change.

    PapersError lists every error there is.
    """
    report = open_report(folder, sealed=False)
    other = what_if(report.dataset, report.assessed, _book(report, scheme)) if scheme else None
    return Ratings(report.assessed, history, other)


def explain(folder: Path, indicator: str, *, history: bool = False) -> Cards:
    """The card of the indicator's current rating, or those of every period. PapersError where no such indicator is rated."""
    report = open_report(folder, sealed=False)
    if indicator not in report.assessed.by_indicator:
        raise PapersError([problem("not-rated-indicator", value=indicator, choices=", ".join(report.assessed.by_indicator))])
    if history:
        return Cards(cards_of(report.dataset, report.assessed, indicator))
    return Cards((card_of(report.dataset, report.assessed, indicator),))


def _book(report: Report, scheme: str) -> RuleBook:
    """The scheme of that name, or in the file of that name. PapersError where there is none, or it is not clear."""
    path = Path(scheme)
    if path.suffix != ".toml":
        return book_of(report.dataset, scheme)
    if not path.is_file():
        raise PapersError([problem("no-such-file", Place(file=path.name), name=path.name)])
    own = {each.name: each for each in report.dataset.schemes}
    return read_book(SchemeText(path.stem, path.read_text("utf-8"), Place(file=path.name)), own)


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
        "rule_gives": rated.computed,
        "carried_forward_to": rated.carried.end.isoformat() if rated.carried else None,
        "reason": f"{rated.reason} {assessment.direction.reason}".strip() if current else rated.reason,
    }


def _what_if_json(other: WhatIf) -> dict[str, object]:
    changes = [
        {
            "indicator": change.indicator,
            "period": change.period.end.isoformat(),
            "current": change.current,
            "rating": change.before,
            "would_be": change.after,
            "reason": change.reason,
        }
        for change in other.changes
    ]
    return {"rule": other.scheme.rule, "counts": counts_json(other.counts), "changes": changes}


def _card_json(card: Card) -> dict[str, object]:
    rated, verdict, given = card.rated, card.verdict, card.rated.override
    boundary = verdict.boundary
    return {
        "indicator": rated.indicator,
        "title": card.indicator.title,
        "period": rated.period.end.isoformat(),
        "rating": rated.rating,
        "unrated": rated.unrated,
        "measure": rated.measure,
        "value": _text(rated.actual),
        "compared": verdict.compare,
        "compared_value": _text(verdict.figure),
        "target": _text(rated.target),
        "floor": _text(rated.floor),
        "unit": card.unit,
        "rule": rated.rule,
        "polarity": card.indicator.polarity,
        "steps": [{"rating": word, "earned": words} for word, words in steps(verdict.ladder)] if verdict.ladder else [],
        "nearest_boundary": {"name": boundary[1], "distance": _text(boundary[0])} if boundary else None,
        "cases_short": card.short,
        "reason": rated.reason,
        "override": {"by": given.by, "date": given.date.isoformat(), "reason": given.reason} if given else None,
        "rule_gives": rated.computed,
        "carried_forward_to": rated.carried.end.isoformat() if rated.carried else None,
        "published_rating": rated.published,
        "previous_rating": card.previous_rating,
        "direction": _direction_json(card.direction) if card.direction else None,
    }


def _direction_json(direction: Direction) -> dict[str, object]:
    return {
        "went": direction.went,
        "method": direction.method,
        "reason": direction.reason,
        "since": direction.since.end.isoformat() if direction.since else None,
        "change": _text(direction.change),
        "points": direction.points,
        "statistics": {name: _text(number) for name, number in direction.statistics},
        "options": dict(direction.options),
    }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")
