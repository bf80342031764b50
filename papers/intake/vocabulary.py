"""Words that a report's tables may use: units, markers, words for missing figures, series, subjects of totals, parts."""

from __future__ import annotations

UNITS = (
    "percent", "count", "days", "weeks", "months", "years", "minutes", "hours", "million hours", "tonnes", "thousands", "millions",
    "thousand miles", "FTE", "GBP", "GBP thousands", "GBP millions", "rate per 1,000", "rate per 10,000", "rate per 100,000",
)  # fmt: skip
"""Units that the papers know how to word."""

MARKERS: dict[str, str] = {
    "p": "provisional",
    "r": "revised since it was last published",
    "x": "not available",
    "b": "a break in the series: not comparable with the figure before it",
    "c": "confidential: left out because it could identify a person",
}
"""Markers behind a figure, each in square brackets: `82.0 [p]`, `[x]` alone."""

WORDS: dict[str, str] = {
    "n/a": "not applicable or not available",
    "-": "nil, as a dash of any length; papers print the word",
    "nil": "nil",
    "New indicator": "the indicator did not exist yet; more words may follow",
    "not available": "the figure is not available",
    "not collected": "nobody collects the figure in this period",
    "not due": "the figure is not due yet",
    "awaited": "the figure is due and still to come: the papers are drafts until it is in",
    "suppressed": "left out because it could identify a person; `c` is short for it",
    "c": "suppressed",
    "TBC": "to be confirmed",
}
"""Words that may stand where a figure is expected. They are printed as typed."""


COMPUTED = ("key", "data-quality", "summary", "sections", "staffing", "risks", "cards")
"""Parts of the outline that are computed, not written. The last, an appendix, is printed only where the outline names it."""

SCHEMES = (
    "floor-standard", "tolerance-5", "tolerance-10", "tolerance-10-or-better-than-last-year", "star-circle-triangle", "brag",
    "share-and-count-gaps", "deviation",
)  # fmt: skip
"""The rating schemes that come with the program."""

RISK_SCHEMES = ("risk-5x5", "risk-5x5-high-from-12", "risk-4x4", "kent-2012")
"""The risk schemes that come with the program."""

COMPARE = ("published", "unrounded")
"""Which figure may be the one that is rated."""

DIRECTIONS = ("previous-result", "relative-to-target", "year-ago", "trend", "spc")
"""The methods for the direction of travel."""

CHARTS = ("plain", "limits", "trend")
"""What an indicator's chart may show: bars, the limits of a control chart, or a trend line."""

COVER_PARTS = ("financial", "legal", "equality")
"""Authored parts of the cover report, each under a heading of its own."""

BUILT_IN: dict[str, str] = {
    "actual": "The figure itself.",
    "target": "Its target (not for an indicator within a range).",
    "floor": "Its floor standard, where it is given by period and not by `floors`.",
    "lower": "The lower end of the expected range.",
    "upper": "The upper end of the expected range.",
    "unrounded": "The actual before it was rounded, for reports that compare unrounded figures; never printed.",
}
"""Series that every indicator may have. Others are declared in `series`."""

SUBJECTS: dict[str, str] = {
    "rating": "key performance indicators by their current rating",
    "previous_rating": "key performance indicators by the rating last published",
    "rating_change": "the changes between the two",
    "rating_share": "the percentage of rated indicators with each current rating",
    "direction": "key performance indicators by direction of travel",
    "risks": "risks by current level",
    "risk_actions": "mitigating actions by status; the batch follows a slash: `risk_actions/Q3`",
}
"""What a published total may count."""
