"""A report's data as read: frozen records that know where they stand in the analyst's files.

Intake makes a `Dataset`; rules take plain values out of it; drafting words it. Nothing here computes a rating or formats a
number. Numbers are exact decimals that keep the digits as typed ("82.0" stays 82.0).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from papers.document import AuthoredBlock
from papers.errors import NOWHERE, Place, Problem
from papers.published import PublishedReport, Restatement

Polarity = Literal["higher", "lower", "closest", "range", "none"]
IndicatorKind = Literal["kpi", "activity", "staffing"]
Frequency = Literal["monthly", "quarterly", "termly", "half-yearly", "annual"]
Marker = Literal["p", "r", "x", "b", "c"]
"""Provisional, revised, not available, break in the series (domain notes, section 3); confidential, in place of a figure."""


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as typed. Without a number, `text` says what stood there ("n/a", "New indicator", "" for nothing at all).

    `qualifier` is "<" or ">" for figures such as <0.01%. `note` is a footnote of the cell. Cells with the same plain figure may
    share one value, which then has no place of its own: `Observation.place_of` knows it.
    """

    number: Decimal | None
    text: str = ""
    markers: tuple[Marker, ...] = ()
    qualifier: str = ""
    note: str = ""
    place: Place = NOWHERE

    @property
    def typed(self) -> str:
        """The value as an analyst types it: "<0.01 [p]"."""
        figure = self.text if self.number is None else f"{self.qualifier}{self.number:f}"
        return " ".join([*([figure] if figure else []), *(f"[{marker}]" for marker in self.markers)])

    @property
    def is_suppressed(self) -> bool:
        """Whether the figure is left out because it could identify a person."""
        return self.number is None and ("c" in self.markers or self.text.strip().casefold() in SUPPRESSED)

    @property
    def is_confidential(self) -> bool:
        """Whether the figure is to be left out, be its number still there or not."""
        return "c" in self.markers or self.is_suppressed


SUPPRESSED = frozenset({"c", "suppressed"})
"""Words for a figure that is left out because it could identify a person."""


@dataclass(frozen=True, slots=True)
class Period:
    """A column of a trend table: its label as printed, its last day, and the label in full ("December 2013")."""

    label: str
    end: dt.date
    spoken: str


@dataclass(frozen=True, slots=True)
class Observation:
    """What is known of one indicator in one period: series by name ("actual", "target", "floor", and those of `SeriesInfo`)."""

    indicator: str
    period: Period
    values: Mapping[str, Value]
    published_rating: str | None = None
    note: str = ""
    place: Place = NOWHERE

    def place_of(self, series: str) -> Place:
        """Where the series' figure of this period stands: its own place, or the column of its name in the period's row."""
        value = self.values.get(series)
        return value.place if value and value.place != NOWHERE else replace(self.place, column=series)

    def number(self, series: str) -> Decimal | None:
        """The series' number in this period, or None."""
        value = self.values.get(series)
        return value.number if value else None


@dataclass(frozen=True, slots=True)
class SeriesInfo:
    """A comparator or an extra row of an indicator, with its own label, unit and source."""

    indicator: str
    name: str
    kind: Literal["comparator", "extra"]
    label: str
    unit: str
    source: str = ""
    place: Place = NOWHERE
    people: bool = False
    """Whether its figures count people, so that small ones are suppressed."""


@dataclass(frozen=True, slots=True)
class FloorRule:
    """How far the floor lies from the target in periods ending within [start, end]: one distance, never negative.

    The floor is target - distance where higher is better, target + distance where lower is better. `amber` False: no Amber in
    these periods (the floor is the target). For a closest-to-target indicator the green band is [target - green_below,
    target + green_above] and the floor band [target - floor_below, target + floor_above]. `derived` marks a floor that was
    not published but chosen inside the bounds that the published ratings set; `note` says so in the paper's data notes.
    """

    indicator: str
    start: dt.date
    end: dt.date
    distance: Decimal | None = None
    amber: bool = True
    green_below: Decimal | None = None
    green_above: Decimal | None = None
    floor_below: Decimal | None = None
    floor_above: Decimal | None = None
    derived: bool = False
    note: str = ""
    place: Place = NOWHERE


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


@dataclass(frozen=True, slots=True)
class PreviousRating:
    """The rating that the last report published, and the present one where it is published (for comparison only)."""

    indicator: str
    rating: str | None
    published_current: str | None = None
    note: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Override:
    """A rating that a person puts in the place of the rule's for one period: who, when and why. `rating` None: not rated."""

    indicator: str
    period_end: dt.date
    rating: str | None
    by: str
    date: dt.date
    reason: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class SchemeText:
    """A scheme of the report's own as it stands in the folder `schemes` or `risk-schemes`: the file's name without its end, its text."""

    name: str
    text: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A phrase in the report's own words: its key, the case of a number that it is for ("" for every case), the words."""

    key: str
    case: str
    words: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk with its scores; likelihood and impact are given or not, and never guessed from the score."""

    id: str
    title: str
    current_score: int | None
    current_level: str
    target_score: int | None
    target_level: str
    target_note: str = ""
    """Such as TBC, where there is no target score."""
    current_likelihood: int | None = None
    current_impact: int | None = None
    target_likelihood: int | None = None
    target_impact: int | None = None
    previous_score: int | None = None
    previous_level: str = ""
    """The level that the last report's record has for that score; "" where there is no record."""
    movement: str = ""
    owner: str = ""
    note: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class RiskAction:
    """A mitigating action: its risk, the batch it was reported in, its status and due date."""

    risk: str
    batch: str
    status: str
    action: str
    due: dt.date | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A total as published, to hold against what is computed: of ratings, of directions, of risk actions.

    `covers` says what it counts; where it may cover items that are not listed, `unlisted` is True.
    """

    subject: str
    measure: str
    value: Decimal | None
    unlisted: bool = False
    note: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class DataCell:
    """A cell of a supplementary table, with the comparator printed in brackets after it where there is one."""

    value: Value
    unit: str
    comparator: Value | None = None
    people: bool = False
    """Whether it counts people, so that a small number is suppressed."""


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row of a supplementary table. `kind` total or subtotal; `group` titles the rows of one group."""

    label: str
    cells: tuple[DataCell | None, ...]
    kind: Literal["body", "subtotal", "total"] = "body"
    group: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A supplementary table: columns (some under spanners), rows, notes; where it stands is `section`."""

    id: str
    title: str
    section: str
    columns: tuple[str, ...]
    rows: tuple[DataRow, ...]
    spanners: tuple[str, ...] = ()
    """One a column, "" for none; neighbours of one name share one spanner."""
    row_heading: str = ""
    notes: tuple[str, ...] = ()
    landscape: bool = False
    place: Place = NOWHERE


Relation = Literal["sum", "same", "derived"]


@dataclass(frozen=True, slots=True)
class FigureLink:
    """One figure and another that it hangs together with, so that neither gives the other away where one is suppressed.

    `sum`: the figure is the sum of all parts that are linked to it; `same`: the two are one figure; `derived`: the figure is
    worked out from the part, of its own period or of the period before. Both are written as "CS01", "CS01 | clients",
    "CS01 | actual | 2013-12-31" or, of a supplementary table, "table | row | column", with * for every row or column.
    """

    figure: str
    relation: Relation
    part: str
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
