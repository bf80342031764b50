"""A whole report: its settings, its commentary, and everything that was read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from papers.dataset.figures import FloorRule, Observation, SeriesInfo
from papers.dataset.indicators import Directorate, Indicator, ReportSection
from papers.dataset.ratings import Override, PreviousRating, SchemeText, StatedTotal
from papers.dataset.risks import Risk, RiskAction
from papers.dataset.tables import DataTable, FigureLink
from papers.document import AuthoredBlock
from papers.errors import NOWHERE, Place, Problem
from papers.published import PublishedReport, Restatement


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A phrase in the report's own words: its key, the case of a number that it is for ("" for every case), the words."""

    key: str
    case: str
    words: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Awaited:
    """Commentary that is due: the prompt to show, from whom."""

    prompt: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A chart or table that the narrative puts at this place: kind and id."""

    kind: Literal["chart", "table", "indicator"]
    id: str


@dataclass(frozen=True, slots=True)
class Narrative:
    """One authored part: its blocks (with what it places among them), or what is awaited."""

    key: str
    """Such as "foreword", "section/customer-services", "indicator/CS01/commentary", "cover/financial"."""
    title: str = ""
    blocks: tuple[AuthoredBlock | Placed, ...] = ()
    awaited: Awaited | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class TravelOptions:
    """How the methods of direction of travel are set. Nothing of this is law: the key to the ratings prints what is in force."""

    significance: Decimal = Decimal(5)
    """Trend: the level of the two-sided test of the slope, in percent."""
    least_points: int = 5
    """Trend: the least number of results that it is told from."""
    shift: int = 7
    """Control chart: how many results running on one side of the mean are a shift."""
    run: int = 7
    """Control chart: how many results rising or falling without a tie are a trend."""
    screening: bool = False
    """Control chart: whether very large moving ranges are left out of the limits."""


@dataclass(frozen=True, slots=True)
class SmallNumbers:
    """From how many people on a count is printed; below `limit` it is suppressed. Without a limit nothing is.

    `zeros` says whether a count of nobody is printed as it is.
    """

    limit: int | None = None
    zeros: bool = True


@dataclass(frozen=True, slots=True)
class ReportInfo:
    """report.toml: what the papers say of themselves. `cover` holds the cover report's fields."""

    organisation: str
    title: str
    period: str
    period_end: dt.date
    previous_period: str
    date: dt.date
    """The date of publication: what every file carries as its date."""
    data_date: dt.date
    version: str = "1"
    notice: str = ""
    author: str = ""
    contact: str = ""
    language: str = "en-GB"
    chart_tables: bool = False
    """Whether the chart of an activity indicator has its figures under it as a table."""
    scheme: str = "floor-standard"
    compare: str = ""
    """Which figure is rated: "published", "unrounded", or "" for what the scheme says."""
    direction: str = "previous-result"
    travel: TravelOptions = TravelOptions()
    previous_scheme: str = ""
    """The scheme of the last report's typed ratings; "" for this report's."""
    risk_scheme: str = "risk-5x5"
    small_numbers: SmallNumbers = SmallNumbers()
    previous_report: str = ""
    """The folder, workbook or record of the last report, as the setting `previous` names it."""
    cover: Mapping[str, str] = field(default_factory=dict)
    outline: tuple[str, ...] = ()
    """Keys of parts in order: authored ("foreword") and computed ("key", "data-quality", "summary", "sections", "staffing", "risks")."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A report: everything that its folder or workbook says, in report order, with the problems that do not stop it."""

    info: ReportInfo
    directorates: tuple[Directorate, ...]
    sections: tuple[ReportSection, ...]
    indicators: tuple[Indicator, ...]
    observations: tuple[Observation, ...]
    series: tuple[SeriesInfo, ...] = ()
    floors: tuple[FloorRule, ...] = ()
    previous: tuple[PreviousRating, ...] = ()
    overrides: tuple[Override, ...] = ()
    schemes: tuple[SchemeText, ...] = ()
    """Rating schemes of the report's own."""
    risk_schemes: tuple[SchemeText, ...] = ()
    """Risk schemes of the report's own."""
    phrases: tuple[Phrasing, ...] = ()
    """Computed sentences in the report's own words."""
    risks: tuple[Risk, ...] = ()
    actions: tuple[RiskAction, ...] = ()
    stated: tuple[StatedTotal, ...] = ()
    tables: tuple[DataTable, ...] = ()
    links: tuple[FigureLink, ...] = ()
    """Which figures hang together with others."""
    narrative: tuple[Narrative, ...] = ()
    record: PublishedReport | None = None
    """What the last report published, where the setting `previous` names it."""
    restatements: tuple[Restatement, ...] = ()
    """What differs from what was published, in report order."""
    ended: tuple[Indicator, ...] = ()
    """Indicators that ended before this report's period: their history is kept, the papers leave them out."""
    problems: tuple[Problem, ...] = ()
    """Contradictions and advice found at intake; errors stop it."""
    checksum: str = ""
    """SHA-256 of the data as read, over canonical text, so that a folder and a workbook of one report agree."""

    def of(self, indicator: str) -> tuple[Observation, ...]:
        """The indicator's observations by period, earliest first."""
        return tuple(sorted((o for o in self.observations if o.indicator == indicator), key=lambda o: o.period.end))
