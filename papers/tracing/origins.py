"""The keys of figures and what stands behind each: a cell with its value, or what it is computed from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from papers.assess.published import computed_counts
from papers.dataset import Dataset, FloorRule, Indicator, Observation, Risk, StatedTotal, Value
from papers.drafting.ids import table_figure
from papers.errors import NOWHERE, Place
from papers.results import Assessed
from papers.wording import digits, shown_value

COUNTED = {
    "rating": "rating",
    "previous": "previous_rating",
    "change": "rating_change",
    "direction": "direction",
    "percent": "rating_share",
}
"""The kind of a count in a figure's key, and the subject that it is computed under."""

OF_INDICATOR = ("rating", "previous-rating", "direction", "since", "run", "margin", "standing", "assurance", "previous", "card")
OF_RISK = {"current": "current_score", "target": "target_score", "previous": "previous_score"}


@dataclass(frozen=True, slots=True)
class Origin:
    """What stands behind a key: a cell's place, or how the figure is computed (`says`). `shown` is what it must read, where that is known."""

    place: Place = NOWHERE
    says: str = ""
    shown: str | None = None


class Origins:
    """Finds the origins of the keys of one report's papers."""

    def __init__(self, dataset: Dataset, assessed: Assessed) -> None:
        self.dataset, self.assessed = dataset, assessed
        self.indicators = {each.id: each for each in dataset.indicators}
        self.risks = {each.id: each for each in dataset.risks}
        self.units = {(each.indicator, each.name): each.unit for each in dataset.series}
        self.observed = {(each.indicator, each.period.end.isoformat()): each for each in dataset.observations}
        self._figures: dict[str, dict[str, Place]] = {}
        self.cells = dict(_cells(dataset))
        self.counts = {key: digits(count) for key, count in computed_counts(assessed.counts).items()}

    def of(self, key: str) -> Origin | None:
        """What stands behind the key; None where nothing does."""
        if key in self.cells:
            return self.cells[key]
        head, _, rest = key.partition("/")
        found: Origin | None = None
        if head in ("summary", "directorate"):
            found = self._count(head, rest)
        elif head in ("risks", "risk_actions"):
            found = self._register(head, rest)
        elif head in self.indicators:
            found = self._of_indicator(self.indicators[head], rest)
        elif head in self.risks or rest.startswith(("movement/", "actions/")):
            found = self._of_risk(head, rest)
        return found

    def cell_of(self, indicator: str, number: str) -> Place | None:
        """The cell of the indicator's figure that reads so; None where it has none."""
        if indicator not in self._figures:
            own = ((each, name, value) for (of, _), each in self.observed.items() if of == indicator for name, value in each.values.items())
            told = {digits(abs(value.number)): each.place_of(name) for each, name, value in own if value.number is not None}
            self._figures[indicator] = told
        return self._figures[indicator].get(number)

    def _count(self, head: str, rest: str) -> Origin:
        """A count of ratings or directions, of the report or of a directorate."""
        subject, _, measure = rest.partition("/")
        count = self.counts.get((COUNTED.get(subject, ""), measure.lower())) if head == "summary" else None
        return Origin(says=f"counted over the ratings of the {'report' if head == 'summary' else 'directorate'}", shown=count)

    def _register(self, head: str, rest: str) -> Origin:
        """A count of risks or actions, or one that was published of them."""
        if rest.endswith("/stated"):
            batch, _, measure = rest.removeprefix("actions/").removesuffix("/stated").partition("/")
            found = _stated(self.dataset, batch, measure or "total")
            if found and found.value is not None:
                return Origin(replace(found.place, column="value"), shown=digits(found.value))
        what = "risk_actions" if head == "risk_actions" or rest.startswith("actions/") else "risks"
        return Origin(says=f"counted over the rows of {what}")

    def _of_indicator(self, indicator: Indicator, rest: str) -> Origin | None:
        day, _, series = rest.partition("/")
        observation = self.observed.get((indicator.id, day))
        if observation:
            return self._of_period(indicator, observation, series)
        if rest.partition("/")[0] not in OF_INDICATOR:
            return None
        found = self.assessed.by_indicator.get(indicator.id)
        place = found.current.place if found else indicator.place
        word = found.current.rating if found and rest == "rating" else None
        return Origin(place, "computed by the rules", word)

    def _of_period(self, indicator: Indicator, observation: Observation, series: str) -> Origin:
        """A figure of a period: its cell, or what a rule of the data gives for it."""
        value = observation.values.get(series)
        if value is not None:
            return Origin(observation.place_of(series), shown=_figure(value, self.units.get((indicator.id, series), indicator.unit)))
        if series == "rating":
            return Origin(observation.place, "computed by the rules")
        rule = next((each for each in self.dataset.floors if each.indicator == indicator.id and _holds(each, observation)), None)
        return Origin(rule.place if rule else observation.place, "computed from the rules of floors and targets")

    def _of_risk(self, name: str, rest: str) -> Origin:
        risk: Risk | None = self.risks.get(name)
        column = OF_RISK.get(rest)
        if risk and column:
            score = getattr(risk, column)
            return Origin(replace(risk.place, column=column), shown=digits(Decimal(score)) if score is not None else None)
        return Origin(risk.place if risk else NOWHERE, "told by the register, and by the last report's record")


def _holds(rule: FloorRule, observation: Observation) -> bool:
    return rule.start <= observation.period.end <= rule.end


def _figure(value: Value, unit: str) -> str:
    return shown_value(replace(value, markers=()), unit)


def _cells(dataset: Dataset) -> Iterator[tuple[str, Origin]]:
    """The keys of the cells of supplementary tables."""
    for table in dataset.tables:
        for row in table.rows:
            for heading, cell in zip(table.headings, row.cells, strict=True):
                if cell:
                    key = table_figure(table.id, row.group, row.label, heading)
                    yield key, Origin(cell.value.place, shown=_figure(cell.value, cell.unit))
                    if cell.comparator:
                        yield f"{key}/comparator", Origin(cell.comparator.place, shown=_figure(cell.comparator, cell.unit))


def _stated(dataset: Dataset, batch: str, measure: str) -> StatedTotal | None:
    subject = f"risk_actions/{batch}"
    return next((each for each in dataset.stated if each.subject == subject and each.measure.casefold() == measure.casefold()), None)
