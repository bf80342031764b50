"""Small reports made by hand, for tests of rules and sentences: each function fills in what the test does not care about."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from papers.dataset import Dataset, Directorate, Indicator, Observation, Period, ReportInfo, ReportSection, Value

SEP, DEC, MAR = (dt.date(2013, 9, 30), dt.date(2013, 12, 31), dt.date(2014, 3, 31))


def period(end: dt.date) -> Period:
    """The period that ends then, spoken as its month."""
    return Period(f"{end:%b %y}", end, f"{end:%B %Y}")


def value(text: str | None) -> Value:
    """A value as an analyst types it: "84", "<0.01", "82.0 [b]", "suppressed"."""
    words, _, markers = (text or "").partition(" [")
    qualifier = words[:1] if words[:1] in {"<", ">"} else ""
    found = tuple(markers.replace("]", "").replace("[", "").split())
    try:
        return Value(Decimal(words.removeprefix(qualifier)), markers=found, qualifier=qualifier)
    except ArithmeticError:
        return Value(None, words, markers=found)


def observed(end: dt.date, *, of: str = "AA01", rating: str | None = None, note: str = "", **series: str | None) -> Observation:
    """What was observed in the period that ends then: actual="84", target="75"."""
    return Observation(of, period(end), {name: value(text) for name, text in series.items() if text is not None}, rating, note)


def indicator(id: str = "AA01", **fields: object) -> Indicator:  # noqa: A002 - the record's own name for it
    """A quarterly key performance indicator in percent where higher is better, unless told otherwise."""
    usual = {"section": "services", "kind": "kpi", "title": f"Calls answered {id}", "unit": "percent", "polarity": "higher"}
    return Indicator(id, **{**usual, **fields})


def info(**fields: object) -> ReportInfo:
    """A report on the quarter to December 2013."""
    usual = {
        "organisation": "Example Council",
        "title": "Quarterly Performance Report",
        "period": "Quarter 3 2013/14",
        "period_end": DEC,
        "previous_period": "Quarter 2 2013/14",
        "date": dt.date(2014, 3, 17),
        "data_date": dt.date(2014, 2, 14),
    }
    return ReportInfo(**{**usual, **fields})


def report(indicators: tuple[Indicator, ...], observations: tuple[Observation, ...], **fields: object) -> Dataset:
    """A report of one directorate, "services", that lists its only section."""
    own = ReportSection("services", "services", "Services", 1)
    tables = {"info": info(), "directorates": (Directorate("services", "Services", 1),), "sections": (own,)}
    return Dataset(**{**tables, **fields}, indicators=indicators, observations=observations)
