"""A report's data as read: frozen records that know where they stand in the analyst's files.

Intake makes a `Dataset`; rules take plain values out of it; drafting words it. Nothing here computes a rating or formats a
number. Numbers are exact decimals that keep the digits as typed ("82.0" stays 82.0).
"""

from papers.dataset.figures import SUPPRESSED, FloorRule, Marker, Observation, Period, SeriesInfo, Value
from papers.dataset.indicators import Directorate, Frequency, Indicator, IndicatorKind, Polarity, ReportSection
from papers.dataset.ratings import Override, PreviousRating, SchemeText, StatedTotal
from papers.dataset.report import Awaited, Dataset, Narrative, Phrasing, Placed, ReportInfo, SmallNumbers, TravelOptions
from papers.dataset.risks import Risk, RiskAction
from papers.dataset.tables import DataCell, DataRow, DataTable, FigureLink, Relation

__all__ = [
    "SUPPRESSED",
    "Awaited",
    "DataCell",
    "DataRow",
    "DataTable",
    "Dataset",
    "Directorate",
    "FigureLink",
    "FloorRule",
    "Frequency",
    "Indicator",
    "IndicatorKind",
    "Marker",
    "Narrative",
    "Observation",
    "Override",
    "Period",
    "Phrasing",
    "Placed",
    "Polarity",
    "PreviousRating",
    "Relation",
    "ReportInfo",
    "ReportSection",
    "Risk",
    "RiskAction",
    "SchemeText",
    "SeriesInfo",
    "SmallNumbers",
    "StatedTotal",
    "TravelOptions",
    "Value",
]
