"""Kent's quarter comes out as it was published: ratings now, before and in every earlier period, and its totals."""

import csv
import itertools
import re
from decimal import Decimal
from pathlib import Path

import pytest

from papers.assess import assess
from papers.document import Paragraph, plain
from papers.intake import read_report

ROOT = Path(__file__).resolve().parents[2]
KENT = ROOT / "data" / "kent-2013-14-q3"

UNTESTED = {("ELS06", "2010-08-31"), ("ELS07", "2011-03-31"), ("ELS10", "2009-08-31")}
"""Rated in print without a target."""
AGAINST_95 = {("PH02", f"{year}-08-31") for year in (2008, 2009, 2010, 2011)}
"""Green in print although participation was below the printed target."""


@pytest.fixture(scope="module")
def kent():
    return read_report(KENT)


@pytest.fixture(scope="module")
def assessed(kent):
    return assess(kent)


@pytest.fixture(scope="module")
def published():
    text = (Path(__file__).parent / "kent_published.csv").read_text(encoding="utf-8")
    return {(row["subject"], row["period_end"]): row["rating"] for row in csv.DictReader(text.splitlines())}


def test_everything_is_carried_over(kent):
    kinds = [indicator.kind for indicator in kent.indicators]
    assert [kinds.count(kind) for kind in ("kpi", "activity", "staffing")] == [35, 18, 13]
    assert (len(kent.directorates), len(kent.risks), len(kent.actions), len(kent.tables)) == (14, 10, 26, 4)
    assert len([o for o in kent.observations if any(v.number is not None or v.text for v in o.values.values())]) == 336


def test_all_35_current_ratings_are_computed_as_published(assessed, published):
    computed = {(each, "current"): found.current.rating for each, found in assessed.by_indicator.items()}
    assert computed == {key: rating for key, rating in published.items() if key[1] == "current"}
    assert dict(assessed.counts.rating) == {"Green": 19, "Amber": 11, "Red": 5}


def test_previous_ratings_are_those_published(assessed, published):
    read = {(each, "previous"): found.previous_rating for each, found in assessed.by_indicator.items()}
    assert read == {key: rating for key, rating in published.items() if key[1] == "previous"}
    assert dict(assessed.counts.previous) == {"Green": 20, "Amber": 11, "Red": 4}


def test_every_earlier_rating_is_computed_as_published_but_for_the_seven_listed(assessed, published):
    computed = {(each, str(rated.period.end)): rated.rating for each, found in assessed.by_indicator.items() for rated in found.history}
    earlier = {key: rating for key, rating in published.items() if key[1] not in ("current", "previous")}
    assert len(earlier) == 178
    assert {key for key, rating in earlier.items() if computed[key] != rating} == UNTESTED | AGAINST_95
    assert {computed[key] for key in UNTESTED} == {None}


def test_directions_are_21_improved_8_worsened_and_6_the_same(assessed):
    assert dict(assessed.counts.direction) == {"improved": 21, "worsened": 8, "same": 6}
    assert assessed.counts.no_direction == 0


def test_mileage_is_rated_for_september_because_december_is_not_in_yet(assessed):
    assert assessed.by_indicator["ENV01"].current.period.label == "Sep 13"


def test_misprinted_labels_stay_as_printed_with_the_right_last_day(kent):
    ends = {(o.indicator, o.period.label): str(o.period.end) for o in kent.observations}
    assert ends["ELS05", "Mar 13"] == ends["ELS06", "Mar 13"] == "2014-03-31"
    assert ends["ASC05", "Sep 11"] == "2012-09-30"
    assert ends["ELS08", "Jun14"] == "2014-06-30"


def gaps(kent):
    """How far each figure that was published Amber or Red missed its target."""
    polarity = {indicator.id: indicator.polarity for indicator in kent.indicators}
    for each in kent.observations:
        actual, target = each.number("actual"), each.number("target")
        if each.published_rating in ("Amber", "Red") and actual is not None and target is not None:
            missed = target - actual if polarity[each.indicator] == "higher" else actual - target
            yield each.indicator, each.period, each.published_rating, missed


def readme_bounds():
    row = re.compile(r"\| (\w+) \| ([^|]*) \| ([\d.]+) \|")
    return [row.match(line).groups() for line in (KENT / "README.md").read_text(encoding="utf-8").splitlines() if row.match(line)]


def test_floors_lie_inside_the_bounds_that_published_ratings_set(kent):
    rules = {(rule.indicator, rule.start): rule for rule in kent.floors if rule.distance is not None}
    for indicator, period, rating, missed in gaps(kent):
        rule = next((r for r in rules.values() if r.indicator == indicator and r.start <= period.end <= r.end), None)
        assert rule is None or (missed <= rule.distance) == (rating == "Amber"), (indicator, period.label)


def test_the_bounds_in_the_readme_are_those_of_the_data(kent):
    stated = readme_bounds()
    assert len(stated) == 34
    for indicator, words, chosen in stated:
        end = "2013-03-31" if indicator == "SCS02" else "9999"
        mine = [(rating, missed) for each, period, rating, missed in gaps(kent) if each == indicator and str(period.end) <= end]
        amber = max((missed for rating, missed in mine if rating == "Amber"), default=None)
        red = min((missed for rating, missed in mine if rating == "Red"), default=None)
        said = {name: Decimal(number) for name, number in re.findall(r"(at least|less than) ([\d.]+)", words)}
        assert (said.get("at least"), said.get("less than")) == (amber, red), indicator
        assert Decimal(chosen) in {rule.distance for rule in kent.floors if rule.indicator == indicator}


def test_every_derived_floor_says_so_and_why(kent):
    assert all(rule.note for rule in kent.floors)
    assert [rule.indicator for rule in kent.floors if not rule.derived] == ["SCS02"]


def test_every_kpi_has_commentary_and_the_foreword_says_it_is_illustrative(kent):
    parts = {part.key: part for part in kent.narrative}
    assert {f"indicator/{i.id}/commentary" for i in kent.indicators if i.kind == "kpi"} <= parts.keys()
    assert "illustrative" in " ".join(plain(b.inlines) for b in parts["foreword"].blocks if isinstance(b, Paragraph))


WORDS = re.compile(
    r"\b(January|March|June|August|September|October|November|December) \d{4}|\b(in|In|for) 20\d\d|year 6|20 seconds|26 weeks|12 months"
    r"|10 days|28 days|16 to 18|3 or more|aged 0 to 17|per 10,000"
)
"""Numbers in words of the commentary that name a period or the indicator, not a figure."""


def test_every_number_in_a_kpis_commentary_is_in_its_data_or_is_a_difference_of_two(kent):
    for part in kent.narrative:
        key = part.key.split("/")
        if key[0] != "indicator" or key[1].startswith("CSA"):
            continue
        values = {value.number for o in kent.of(key[1]) for value in o.values.values() if value.number is not None}
        text = WORDS.sub("", " ".join(plain(block.inlines) for block in part.blocks if isinstance(block, Paragraph)))
        said = {Decimal(number.replace(",", "")) for number in re.findall(r"\d[\d,.]*\d|\d", text)}
        assert said <= values | {a - b for a, b in itertools.permutations(values, 2)}, part.key


def test_calls_and_complaints_of_the_commentary_are_in_their_tables(kent):
    cells = {str(c.value.number) for table in kent.tables for row in table.rows for c in row.cells if c}
    assert {"124", "849", "117", "2457", "2787", "162", "533", "184", "22401", "6702", "4028"} <= cells
