"""The one table of a report's tables and columns: it drives reading, docs/data-format.md, new folders and new workbooks.

A name here serves the CSV file, the workbook's sheet and the DataFrame alike. Names of columns are the names of the records'
fields in `papers.dataset`, apart from those that point into another table (`indicator_id`, `risk_id`, `table_id`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from papers.intake.vocabulary import BUILT_IN, CHARTS, COMPARE, DIRECTIONS, RISK_SCHEMES, SCHEMES, UNITS

CellKind = Literal["text", "name", "choice", "number", "whole", "value", "date", "dates", "yes", "list", "unit", "period"]

MEANING: dict[CellKind, str] = {
    "text": "any text",
    "name": "a short name without spaces: letters, digits, and `_ . : -` between them, at most 40",
    "choice": "one of the words given",
    "number": "a plain number",
    "whole": "a whole number",
    "value": "a figure as printed, with its markers, or a word for a figure that is not there",
    "date": "a date: `2013-12-31`, `31 December 2013`, or day first as `31/12/2013` (read with a note)",
    "dates": "dates with ` | ` between them",
    "yes": "`yes` or `no`",
    "list": "texts with ` | ` between them",
    "unit": "a unit; one that is not in the list is printed as it stands",
    "period": "the label of a period as printed: `Dec 13`, `2013`, `Q3 2013/14`",
}
"""What each kind of cell may hold, for the documentation."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what kind of cell it has, what it means, an example, and what an empty cell stands for."""

    name: str
    kind: CellKind
    meaning: str
    example: str = ""
    required: bool = False
    allowed: tuple[str, ...] = ()
    default: str = ""
    refers: str = ""
    """The table whose first column must hold this cell's text."""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table of the report: one CSV file, sheet or DataFrame of this name."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    required: bool = False
    is_open: bool = False
    """Whether columns of the analyst's own naming may follow."""

    def column(self, name: str) -> Column | None:
        """The column of that name, or None."""
        return next((column for column in self.columns if column.name == name), None)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names in order."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of report.toml: the part it stands in, its name, kind, meaning and example."""

    part: str
    name: str
    kind: CellKind
    meaning: str
    example: str = ""
    required: bool = False
    default: str = ""
    allowed: tuple[str, ...] = ()


SETTINGS: tuple[Setting, ...] = (
    Setting("report", "organisation", "text", "The council's name as printed.", "Kent County Council", required=True),
    Setting("report", "title", "text", "The report's title.", "Quarterly Performance Report", required=True),
    Setting("report", "period", "text", "The period it reports on, as printed.", "Quarter 3 2013/14", required=True),
    Setting("report", "period_end", "date", "The last day of that period.", "2013-12-31", required=True),
    Setting("report", "previous_period", "text", "The period of the last report, as printed; empty: this is the first.", "Quarter 2 2013/14"),
    Setting("report", "previous", "text", "The last report, whose record gives previous ratings, risk scores and what was published: the path from here to its folder, workbook or `published.json`. Empty: none; previous ratings are typed.", "../kent-2013-14-q2"),
    Setting("report", "date", "date", "The date of publication: every file carries it.", "2014-03-17", required=True),
    Setting("report", "data_date", "date", "The day on which the data was final.", "2014-02-14", required=True),
    Setting("report", "version", "text", "The version of this issue of the papers.", "1", default="1"),
    Setting("report", "notice", "text", "A notice on the title page.", "Draft figures: not for publication before 17 March."),
    Setting("report", "author", "text", "Who made the report: a person or a team.", "Business Intelligence"),
    Setting("report", "contact", "text", "Whom to ask, as printed.", "performance@example.gov.uk"),
    Setting("report", "language", "text", "The language of the papers.", "en-GB", default="en-GB"),
    Setting("report", "chart_tables", "yes", "`yes` prints the figures of an activity chart under it, as a table; a key performance indicator always has its table.", "yes", default="no"),
    Setting("ratings", "scheme", "choice", "The rating scheme: one of the program's, or the name of a file in `schemes`.", "floor-standard", default="floor-standard", allowed=SCHEMES),
    Setting("ratings", "previous_scheme", "choice", "The rating scheme that gave the last report's ratings, where they are typed; empty: this report's. A record knows it itself.", "tolerance-5", allowed=SCHEMES),
    Setting("ratings", "compare", "choice", "Which figure is rated; empty: as the scheme says.", "published", allowed=COMPARE),
    Setting("ratings", "direction", "choice", "The method for the direction of travel.", "previous-result", default="previous-result", allowed=DIRECTIONS),
    Setting("ratings", "risk_scheme", "choice", "The risk scheme: one of the program's, or the name of a file in `risk-schemes`.", "risk-4x4", default="risk-5x5", allowed=RISK_SCHEMES),
    Setting("direction", "significance", "number", "Trend: the level of the two-sided test of the slope, in percent.", "5", default="5"),
    Setting("direction", "least_points", "whole", "Trend: the least number of results that it is told from.", "5", default="5"),
    Setting("direction", "shift", "whole", "Control chart: how many results running on one side of the mean are a shift.", "8", default="7"),
    Setting("direction", "run", "whole", "Control chart: how many results rising or falling are a trend.", "6", default="7"),
    Setting("direction", "screening", "yes", "Control chart: `yes` leaves very large moving ranges out of the limits.", "yes", default="no"),
    Setting("small_numbers", "limit", "whole", "The least number of people that is printed; a smaller one is suppressed. Empty: none is.", "5"),
    Setting("small_numbers", "zeros", "yes", "`yes`: a count of nobody is printed; `no`: it is suppressed as well.", "yes", default="yes"),
    Setting("cover", "from", "text", "Who lays the report before the meeting, with ` | ` between them.", "Mike Hill, Cabinet Member | Des Crilley, Corporate Director"),
    Setting("cover", "to", "text", "To whom; empty: the meeting.", "Cabinet"),
    Setting("cover", "meeting", "text", "The meeting.", "Cabinet", default="Cabinet"),
    Setting("cover", "meeting_date", "text", "Its date, as printed.", "10 March 2014"),
    Setting("cover", "decision_no", "text", "The number of the decision.", "14/00021", default="N/A"),
    Setting("cover", "subject", "text", "The subject; empty: the report's title and period.", "Quarterly Performance Report, Quarter 3 2013/14"),
    Setting("cover", "classification", "text", "Whether the public may read it.", "Unrestricted", default="Unrestricted"),
    Setting("cover", "appendix", "text", "What the report is attached as.", "Appendix 1", default="Appendix 1"),
    Setting("cover", "recommendations", "text", "What the meeting is asked to do, with ` | ` between several; empty: to note the report.", "Cabinet is asked to note the report."),
    Setting("cover", "contact", "text", "Contact officers, with ` | ` between them; empty: the report's contact.", "Ann Hall, Performance Manager | performance@example.gov.uk"),
    Setting("cover", "background", "text", "Background documents, with ` | ` between them.", "Council plan 2013"),
    Setting("outline", "order", "list", "The parts of the report in order: authored ones and key, data-quality, summary, sections, staffing, risks; cards, where it is named, is an appendix on how each rating was found.", "foreword | key | data-quality | summary | sections | staffing | risks"),
)  # fmt: skip
"""Every key of report.toml. In a workbook the sheet `report` holds the same in columns part, key and value."""

REPORT_COLUMNS = ("part", "key", "value")
"""The columns of the settings as a sheet or frame."""

OFFICERS: tuple[tuple[str, str, str], ...] = (
    ("cabinet_member", "Cabinet Member", "Mike Hill"),
    ("portfolio", "Portfolio", "Customer and Communities"),
    ("director", "Director", "Des Crilley"),
    ("division", "Division", "Customer Services"),
    ("priority", "Priority", "Improve access to public services"),
)
"""Columns of a section's header table in printed order, with the label where the column `..._label` gives none."""


def _officer_columns() -> tuple[Column, ...]:
    named = [
        (
            Column(name, "text", f"{label}, as printed in the section's header.", example),
            Column(f"{name}_label", "text", f"The printed label of `{name}`.", label, default=label),
        )
        for name, label, example in OFFICERS
    ]
    return tuple(column for pair in named for column in pair)


DIRECTORATES = TableSpec(
    "directorates",
    "Directorates in report order. A directorate without a row in `sections` is its own only section, with the same slug.",
    (
        Column("slug", "name", "The directorate's short name, in file names and references.", "customer-services", required=True),
        Column("title", "text", "Its title as printed.", "Customer Services", required=True),
        Column("order", "whole", "Its place in the report; empty: in the order of the rows.", "1"),
        *_officer_columns(),
        Column("committee", "text", "The committee that it reports to.", "Communities Cabinet Committee"),
        Column("matrix_title", "text", "Its title in the summary's matrix, where it differs.", "Customer"),
    ),
    required=True,
)

SECTIONS = TableSpec(
    "sections",
    "Sections within directorates. A section without officers of its own has its directorate's.",
    (
        Column("slug", "name", "The section's short name: unique in the report.", "contact-point", required=True),
        Column("directorate", "name", "The slug of its directorate.", "customer-services", required=True, refers="directorates"),
        Column("title", "text", "Its title as printed.", "Contact Point", required=True),
        Column("order", "whole", "Its place in the directorate; empty: in the order of the rows.", "1"),
        *_officer_columns(),
        Column("committee", "text", "The committee that it reports to.", "Communities Cabinet Committee"),
    ),
)

INDICATORS = TableSpec(
    "indicators",
    "What each indicator is, in report order within its section. An indicator keeps its id when it moves.",
    (
        Column("id", "name", "The indicator's id.", "CS01", required=True),
        Column("section", "name", "The slug of its section, or of a directorate without sections.", "customer-services", required=True, refers="sections"),
        Column("kind", "choice", "Key performance indicator (rated), activity indicator, or staffing indicator.", "kpi", required=True, allowed=("kpi", "activity", "staffing")),
        Column("title", "text", "The heading of its own page.", "Percentage of phone calls answered within 20 seconds", required=True),
        Column("short_title", "text", "The wording in tables and sentences, where it differs.", "Phone calls answered within 20 seconds"),
        Column("group", "text", "The group of indicators that it belongs to within its section.", "Phone"),
        Column("unit", "unit", "The unit of its figures.", "percent", required=True, allowed=UNITS),
        Column("polarity", "choice", "What is better: higher or lower figures, the closest to target, those within a range, or none.", "higher", required=True, allowed=("higher", "lower", "closest", "range", "none")),
        Column("frequency", "choice", "How often a figure is due.", "quarterly", allowed=("monthly", "quarterly", "termly", "half-yearly", "annual"), default="quarterly"),
        Column("basis", "text", "What a figure covers.", "rolling 12 month"),
        Column("data_source", "text", "Where the figures come from.", "Telephony system"),
        Column("measure", "name", "The series that is rated, where it is not `actual`: one that `series` declares, such as `participation`.", "actual", default="actual"),
        Column("measure_target", "number", "The target of that other series, where it has no row of its own.", "95"),
        Column("target_between", "choice", "What stands for a target, floor or end of a range that a period does not give: the last one given (`step`), or one on the line between neighbours (`interpolate`). Empty: none.", "step", allowed=("step", "interpolate")),
        Column("carry_forward", "yes", "Whether the latest rating stands, marked as carried forward, while the figure of a later period is late. `no`: the indicator is then not rated.", "yes", default="yes", allowed=("yes", "no")),
        Column("rated", "yes", "Whether a key performance indicator is rated.", "yes", default="yes", allowed=("yes", "no")),
        Column("unrated_reason", "text", "Why it is not rated.", "No target has been set."),
        Column("people", "yes", "`yes`: its figures count people, or are a share or rate of people. Small numbers of people are suppressed.", "no", default="no", allowed=("yes", "no")),
        Column("numerator", "name", "The series that counts those of whom a percentage or rate is told, such as `answered`."),
        Column("denominator", "name", "The series that counts all of whom it is told, such as `calls`."),
        Column("maximum", "number", "The greatest figure that can be. Empty: a percentage over 100 is only pointed out.", "100"),
        Column("form", "choice", "`compact` sets it in the small form, three or more to a page.", "full", allowed=("full", "compact"), default="full"),
        Column("commentary_parts", "list", "The named parts of its commentary, where there are several.", "Commentary | What action is being taken | Risks and mitigation"),
        Column("direction", "choice", "A declared direction of travel, like for like, where definitions changed.", "improved", allowed=("improved", "worsened", "same")),
        Column("direction_reason", "text", "Why it is declared: needed with `direction`.", "New definition in 2013; on the old one it rose from 76% to 78%."),
        Column("method", "choice", "The method of its direction of travel, where it is not the report's.", "year-ago", allowed=DIRECTIONS),
        Column("rebase", "dates", "Days from which new limits hold on its control chart, because the process was changed.", "2013-04-01"),
        Column("chart", "choice", "What its chart shows, whatever the method: bars (`plain`), the limits of a control chart, or a trend line. Empty: as the method has it.", "limits", allowed=CHARTS),
        Column("note", "text", "A data note.", "Data is for the end of November."),
        Column("ended", "date", "The last day of the last period that it is reported for: later reports leave it out and name it among those that left.", "2014-03-31"),
        Column("formerly", "name", "The id that it had in the last report, where that changed: its history goes on.", "CS01"),
        Column("successor_of", "name", "The id of an indicator that ended and that this one follows, alone or with others.", "CS02"),
    ),
    required=True,
)  # fmt: skip

OBSERVATIONS = TableSpec(
    "observations",
    "The figures, long: one row for each indicator and period. A further series that `series` declares for an indicator has a "
    "column of its name. A column `actual_note` (a series' name and `_note`) holds footnotes of that series' cells.",
    (
        Column("indicator_id", "name", "The indicator's id.", "CS01", required=True, refers="indicators"),
        Column("period_label", "period", "The period as printed.", "Dec 13", required=True),
        Column(
            "period_end",
            "date",
            "The period's last day. It may be left out where the label is a month and a year, or stands in `periods`.",
            "2013-12-31",
        ),
        Column("actual", "value", BUILT_IN["actual"], "84"),
        Column("target", "value", BUILT_IN["target"], "75"),
        Column("floor", "value", BUILT_IN["floor"], "70"),
        Column("lower", "value", BUILT_IN["lower"], ""),
        Column("upper", "value", BUILT_IN["upper"], ""),
        Column("unrounded", "value", BUILT_IN["unrounded"], ""),
        Column("published_rating", "text", "The rating that was published for this period, for comparison only.", "Green"),
        Column("note", "text", "A note on this period.", "Year target amended since the last report."),
    ),
    required=True,
    is_open=True,
)

WIDE = TableSpec(
    "observations",
    "The figures, wide: one row for each indicator and series, one column for each period, whose header is its label. `series` is "
    "`actual`, `target`, `floor`, `lower`, `upper`, the name of a declared series, `published_rating`, `note`, or a series with `_note`.",
    (
        Column("indicator_id", "name", "The indicator's id.", "CS01", required=True, refers="indicators"),
        Column("series", "name", "Which series the row holds.", "actual", required=True),
    ),
    required=True,
    is_open=True,
)

PERIODS = TableSpec(
    "periods",
    "The last day of periods whose label does not say it. It is needed for labels such as `2013` or `Q3` only.",
    (
        Column("label", "period", "The label as printed.", "2013", required=True),
        Column("end", "date", "The period's last day.", "2013-08-31", required=True),
        Column("indicator_id", "name", "The indicator that this holds for; empty: for every one.", "ELS01", refers="indicators"),
        Column("spoken", "text", "The label in full, for sentences and text alternatives.", "academic year 2012/13"),
    ),
)

SERIES = TableSpec(
    "series",
    "Series beyond the actual and its target: comparators, and extra rows under the actuals.",
    (
        Column("indicator_id", "name", "The indicator's id.", "SCS01", required=True, refers="indicators"),
        Column("name", "name", "The series' name: a column of `observations`.", "comparator", required=True),
        Column("kind", "choice", "`comparator`: the same measure elsewhere. `extra`: another measure.", "comparator", required=True, allowed=("comparator", "extra")),
        Column("label", "text", "Its label as printed.", "Statistical neighbours", required=True),
        Column("unit", "unit", "Its unit; empty: the indicator's.", "percent", allowed=UNITS),
        Column("source", "text", "Where its figures come from.", "Department for Education"),
        Column("people", "yes", "`yes`: its figures count people. Small ones are suppressed.", "no", default="no", allowed=("yes", "no")),
    ),
)  # fmt: skip

FLOORS = TableSpec(
    "floors",
    "How far the floor standard lies from the target, for periods that end within the dates. A floor given in `observations` goes first.",
    (
        Column("indicator_id", "name", "The indicator's id.", "CS01", required=True, refers="indicators"),
        Column("start", "date", "The first day; empty: from the beginning.", "2013-04-01"),
        Column("end", "date", "The last day; empty: until further notice.", "2014-03-31"),
        Column("distance", "number", "How far the floor lies from the target, never negative: below it where higher is better, above it where lower is better.", "5"),
        Column("amber", "yes", "`no`: there is no Amber in these periods, the floor is the target.", "yes", default="yes", allowed=("yes", "no")),
        Column("green_below", "number", "Closest to target: how far below it is still Green.", "1.8"),
        Column("green_above", "number", "Closest to target: how far above it is still Green.", "0.5"),
        Column("floor_below", "number", "Closest to target or within a range: how far below the floor lies.", "3"),
        Column("floor_above", "number", "Closest to target or within a range: how far above the floor lies.", "2"),
        Column("derived", "yes", "`yes`: the floor was not published; it was chosen to fit the published ratings.", "no", default="no", allowed=("yes", "no")),
        Column("note", "text", "A note on the floor, for the data notes.", "Floor set with the business plan."),
    ),
)  # fmt: skip

PREVIOUS_RATINGS = TableSpec(
    "previous_ratings",
    "The ratings that the last report published (never re-rated), and the present ones where they are published already.",
    (
        Column("indicator_id", "name", "The indicator's id.", "CS01", required=True, refers="indicators"),
        Column("rating", "text", "The rating in the last report; empty: it had none.", "Green"),
        Column("published_current", "text", "The rating published for this report, for comparison only.", "Green"),
        Column("note", "text", "A note.", "Printed as Amber, though its table gives Green."),
    ),
)

RESTATEMENTS = TableSpec(
    "restatements",
    "Why a figure, target, floor or title differs from what the last report published. What differs is found by itself where "
    "`previous` names that report; a footnote of the figure's own cell is a reason as well.",
    (
        Column("indicator_id", "name", "The indicator's id.", "CS01", required=True, refers="indicators"),
        Column("period_end", "date", "The last day of the figure's period; empty for a title, unit or polarity.", "2013-09-30"),
        Column("series", "name", "What differs: a series (`actual`, `target`, `floor`, a declared one), or `title`, `unit`, `polarity`.", "actual", required=True),
        Column("reason", "text", "Why.", "Late records were added.", required=True),
        Column("published", "text", "What was published. Needed only where `previous` is not set.", "80"),
    ),
)  # fmt: skip

OVERRIDES = TableSpec(
    "overrides",
    "Ratings that a person puts in the place of the rule's, each for one period. The rule's own rating stays on record.",
    (
        Column("indicator_id", "name", "The indicator's id.", "CS01", required=True, refers="indicators"),
        Column("period_end", "date", "The last day of the period whose rating it is.", "2013-12-31", required=True),
        Column("rating", "text", "The rating, in the scheme's word, or `not rated`.", "Amber", required=True),
        Column("by", "text", "Who decided it.", "Director of Customer Services", required=True),
        Column("date", "date", "When it was decided.", "2014-01-20", required=True),
        Column("reason", "text", "Why.", "Calls of the last week were lost when the system failed.", required=True),
    ),
)

RISKS = TableSpec(
    "risks",
    "The corporate risk register's risks, in order. Likelihood and impact are given or left out, never guessed from the score.",
    (
        Column("id", "name", "The risk's id.", "CRR1", required=True),
        Column("title", "text", "Its title.", "Data and information management", required=True),
        Column("current_score", "whole", "Its current score.", "9"),
        Column("current_level", "text", "Its current level.", "Amber"),
        Column("target_score", "whole", "Its target score.", "6"),
        Column("target_level", "text", "Its target level.", "Green"),
        Column("target_note", "text", "What stands where there is no target score.", "TBC"),
        Column("current_likelihood", "whole", "Its current likelihood.", "3"),
        Column("current_impact", "whole", "Its current impact.", "3"),
        Column("target_likelihood", "whole", "Its target likelihood.", "2"),
        Column("target_impact", "whole", "Its target impact.", "3"),
        Column("previous_score", "whole", "Its score in the last report.", "12"),
        Column("movement", "choice", "What happened to it since the last report.", "down", allowed=("new", "closed", "up", "down", "same", "renamed")),
        Column("owner", "text", "Who owns it.", "Corporate Director"),
        Column("note", "text", "A note.", "Re-focussed from CRR5."),
    ),
)  # fmt: skip

RISK_ACTIONS = TableSpec(
    "risk_actions",
    "Mitigating actions of risks.",
    (
        Column("risk_id", "name", "The risk's id.", "CRR1", required=True, refers="risks"),
        Column("batch", "text", "The batch it was reported in.", "Q3", required=True),
        Column("status", "text", "Its status.", "Complete", required=True),
        Column("action", "text", "The action.", "Owners named for every information asset", required=True),
        Column("due", "date", "When it is due.", "2014-03-31"),
    ),
)

STATED_TOTALS = TableSpec(
    "stated_totals",
    "Totals as published, to hold against what is counted. `subject` is what they count, "
    "`measure` is the word that is counted (Green, improved, Complete), or `total`.",
    (
        Column("subject", "text", "What is counted.", "rating", required=True),
        Column("measure", "text", "Which of them: a rating, a direction, a status, or `total`.", "Green", required=True),
        Column("value", "number", "The total as published; empty: printed blank.", "19"),
        Column("unlisted", "yes", "`yes`: it may cover items that are not listed.", "no", default="no", allowed=("yes", "no")),
        Column("note", "text", "A note.", "Printed in words."),
    ),
)

TABLES = TableSpec(
    "tables",
    "Supplementary tables: one row for each. Their cells stand in `table_cells`.",
    (
        Column("id", "name", "The table's id.", "calls_by_service", required=True),
        Column("title", "text", "Its title.", "Phone calls by service", required=True),
        Column(
            "section",
            "name",
            "Where it stands: the slug of a section or directorate, or a part of the outline.",
            "customer-services",
            required=True,
        ),
        Column("row_heading", "text", "The heading of the column of row labels.", "Service"),
        Column("unit", "unit", "The unit of cells that give none.", "thousands", allowed=UNITS),
        Column("notes", "list", "Notes under the table.", "Totals may not add up because of rounding."),
        Column("landscape", "yes", "`yes`: on a landscape page.", "no", default="no", allowed=("yes", "no")),
        Column("people", "yes", "`yes`: its cells count people. Small numbers are suppressed.", "no", default="no", allowed=("yes", "no")),
    ),
)

TABLE_CELLS = TableSpec(
    "table_cells",
    "Cells of supplementary tables, one cell a row. Rows and columns stand in the order in which they first come.",
    (
        Column("table_id", "name", "The table's id.", "calls_by_service", required=True, refers="tables"),
        Column("row_group", "text", "The title over a group of rows.", "Social care"),
        Column("row", "text", "The row's label.", "Adult social care", required=True),
        Column("row_kind", "choice", "`subtotal`: of its group. `total`: of the table.", "body", allowed=("body", "subtotal", "total"), default="body"),
        Column("spanner", "text", "The heading over several columns.", "2013"),
        Column("column", "text", "The column's heading.", "Oct to Dec", required=True),
        Column("value", "value", "The figure.", "24"),
        Column("comparator", "value", "A figure printed in brackets after it.", "22"),
        Column("unit", "unit", "The cell's unit, where it is not the table's.", "thousands", allowed=UNITS),
        Column("people", "yes", "Whether the cell counts people; empty: as its table.", "yes", allowed=("yes", "no")),
        Column("note", "text", "A footnote of the cell.", "Provisional."),
        Column("row_note", "text", "A footnote of the row.", "Counted in a new way from April."),
    ),
)  # fmt: skip

LINKS = TableSpec(
    "links",
    "Which figures hang together, so that nothing that is suppressed can be worked out from what is printed. A figure is an indicator's id "
    "(its actual), `CS01 | clients` (another series), `CS01 | actual | 2013-12-31` (one period) or `calls_by_service | Adults | Oct to Dec` "
    "(a cell of a table), with `*` for every row or every column. Totals inside one table need no links.",
    (
        Column("figure", "text", "The figure.", "CS01", required=True),
        Column("relation", "choice", "`sum`: it is the sum of all parts that are linked to it. `same`: it is the part, printed again. `derived`: it is worked out from the part, of its period or of the one before.", "same", required=True, allowed=("sum", "same", "derived")),
        Column("part", "text", "The other figure.", "calls_by_service | Adult social care | Oct to Dec", required=True),
    ),
)  # fmt: skip

PHRASES = TableSpec(
    "phrases",
    "Computed sentences in the report's own words. In a folder they may stand in `phrases.toml` instead. docs/phrases.md lists every key.",
    (
        Column("key", "text", "The phrase's key, with its case behind it where it is for one case only.", "summary.unrated.one", required=True),
        Column("words", "text", "Its words, with places in braces.", "{Count} {noun} has no rating; percentages leave it out.", required=True),
    ),
)  # fmt: skip

TABLES_OF_REPORT: tuple[TableSpec, ...] = (
    DIRECTORATES, SECTIONS, INDICATORS, OBSERVATIONS, PERIODS, SERIES, FLOORS, PREVIOUS_RATINGS, RESTATEMENTS, OVERRIDES, RISKS, RISK_ACTIONS, STATED_TOTALS,
    TABLES, TABLE_CELLS, LINKS, PHRASES,
)  # fmt: skip
"""Every table, in the order of the documentation and of a new workbook's sheets."""

BY_NAME: dict[str, TableSpec] = {table.name: table for table in TABLES_OF_REPORT}
