"""Small reports made by hand, for what Kent's doesn't show."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from papers.assess import assess
from papers.dataset import Dataset, Directorate, FloorRule, Indicator, Observation, Period, ReportInfo, ReportSection, Value
from papers.document import plain, walk
from papers.drafting import draft

ALL_TIME = (dt.date.min, dt.date.max)
REPORT = "quarterly-performance-report"

INFO = ReportInfo(
    organisation="A council",
    title="Performance report",
    period="Quarter 2 2020/21",
    period_end=dt.date(2020, 9, 30),
    previous_period="Quarter 1 2020/21",
    date=dt.date(2020, 11, 2),
    data_date=dt.date(2020, 10, 20),
)


def months(count, last=dt.date(2020, 9, 30)):
    """Periods of a month each, the last one ending on `last`."""
    ends = [last]
    while len(ends) < count:
        ends.insert(0, ends[0].replace(day=1) - dt.timedelta(days=1))
    return [Period(end.strftime("%b %y"), end, end.strftime("%B %Y")) for end in ends]


def figure(number):
    return Value(Decimal(number))


def observation(indicator, period, **series):
    return Observation(indicator, period, {name: value if isinstance(value, Value) else figure(value) for name, value in series.items()})


def kpi(name, section="one", **fields):
    words = {"title": f"Percentage of {name}", "unit": "percent", "polarity": "higher", "kind": "kpi"} | fields
    return Indicator(name, section, words.pop("kind"), words.pop("title"), words.pop("unit"), words.pop("polarity"), **words)


def dataset(indicators, observations, **fields):
    """A report of one directorate, itself its only section."""
    directorate = Directorate("one", "Directorate one", 1, (("Director", "A Person"),))
    section = ReportSection("one", "one", "Directorate one", 1, directorate.officers)
    base = {"info": INFO, "directorates": (directorate,), "sections": (section,)}
    return Dataset(**(base | {"indicators": tuple(indicators), "observations": tuple(observations)} | fields))


def drafted(data, name=REPORT):
    return draft(data, assess(data), name)


def blocks(document):
    return {block.id: block for block in walk(document)}


def words(block):
    return [[plain(cell.inlines) for cell in row.cells] for row in block.rows]


def three_months(name="calls", **fields):
    return dataset(
        [kpi(name, **fields)],
        [observation(name, p, actual=n, target=80) for p, n in zip(months(3), (70, 80, 90), strict=True)],
        floors=(FloorRule(name, *ALL_TIME, distance=Decimal(5)),),
    )


def with_last(data, **values):
    """The report with other values in its last observation."""
    *rest, last = data.observations
    return replace(data, observations=(*rest, replace(last, values={**last.values, **values})))
