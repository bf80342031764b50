"""What is reported: directorates, sections, indicators."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from papers.errors import NOWHERE, Place

Polarity = Literal["higher", "lower", "closest", "range", "none"]
IndicatorKind = Literal["kpi", "activity", "staffing"]
Frequency = Literal["monthly", "quarterly", "termly", "half-yearly", "annual"]


@dataclass(frozen=True, slots=True)
class Directorate:
    """A directorate. One that lists no sections is its own only section."""

    slug: str
    title: str
    order: int
    officers: tuple[tuple[str, str], ...] = ()
    """Label and name as printed, in order: ("Cabinet Member", "Mike Hill"), ("Director", "Des Crilley"), ..."""
    matrix_title: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A section of a directorate (or the directorate itself), with the officers whose names head it."""

    slug: str
    directorate: str
    title: str
    order: int
    officers: tuple[tuple[str, str], ...] = ()
    committee: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Indicator:
    """What an indicator is. `measure` names the series that is rated ("actual" unless it is rated on another measure).

    `rated` False declares it unrated, `unrated_reason` says why. `form` "compact" sets it in the small form.
    """

    id: str
    section: str
    kind: IndicatorKind
    title: str
    unit: str
    polarity: Polarity
    short_title: str = ""
    group: str = ""
    frequency: Frequency = "quarterly"
    basis: str = ""
    data_source: str = ""
    measure: str = "actual"
    measure_target: Decimal | None = None
    """The target of the other measure, where it has no row of its own."""
    target_between: Literal["", "step", "interpolate"] = ""
    """What stands for a target or floor that a period does not give: none, that of the period before, or one between neighbours."""
    carry_forward: bool = True
    """Whether the latest rating stands for a later period whose figure is not in; otherwise the indicator is then not rated."""
    rated: bool = True
    unrated_reason: str = ""
    maximum: Decimal | None = None
    form: Literal["full", "compact"] = "full"
    commentary_parts: tuple[str, ...] = ()
    direction: str = ""
    """A declared like-for-like direction ("improved", "worsened", "same") where definitions changed, with `direction_reason`."""
    direction_reason: str = ""
    method: str = ""
    """The method of its direction of travel, where it is not the report's."""
    rebase: tuple[dt.date, ...] = ()
    """Days from which a new phase of its control chart begins, because the process itself was changed."""
    chart: Literal["", "plain", "limits", "trend"] = ""
    """What its chart shows; "" for what its method of direction tells from: limits of a control chart, a trend line, or neither."""
    note: str = ""
    ended: dt.date | None = None
    """The last day of the last period that it is reported for; later reports leave it out."""
    formerly: str = ""
    """The id that it had in the last report: its history goes on under the new one."""
    successor_of: str = ""
    """The id of an indicator that ended and that this one follows, alone or with others; it has no history of its own."""
    place: Place = NOWHERE
    people: bool = False
    """Whether its figures count people, or are a share or rate of people: small numbers of people are suppressed."""
    numerator: str = ""
    """The series that counts those of whom a percentage or rate is told."""
    denominator: str = ""
    """The series that counts all of whom it is told."""

    @property
    def name(self) -> str:
        """The short title, for tables and sentences."""
        return self.short_title or self.title
