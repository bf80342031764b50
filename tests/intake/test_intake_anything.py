"""Whatever stands in the files, reading ends in a dataset or in problems with words, and never in a traceback."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papers.intake.columns import TABLES_OF_REPORT
from tests.intake.small_report import SMALL, problems_of, write

TYPED = st.sampled_from(
    [
        "", " ", "0", "84", "82.0", "-1", "1,200", "84%", "<0.01", "[x]", "n/a", "yes", "no", "maybe", "Green", "total", "Total",
        "PE01", "RO01", "people", "place", "roads", "loads", "R1", "kpi", "range", "higher", "percent", "comparator", "actual", "note",
        "Dec 13", "12-Mar", "2013", "2013-12-31", "31/12/2013", "99999-01-01", "0000-00-00", "#REF!", "# note", "a | b", "|", "rating",
        "risk_actions/Q3", "1e5", "\u2013", "\u00a0", "9" * 400, "-0", "00.0", "period_end", "series",
    ]
)  # fmt: skip
CELLS = TYPED | st.text(max_size=8)
TABLES = st.sampled_from(TABLES_OF_REPORT)


@st.composite
def tables(draw):
    """A table's name and the text of its file: its own columns, perhaps others, any cells."""
    table = draw(TABLES)
    header = draw(st.permutations(table.names).map(list)) + draw(st.lists(CELLS, max_size=2))
    header = header[: draw(st.integers(1, len(header)))] if draw(st.booleans()) else header
    rows = draw(st.lists(st.lists(CELLS, max_size=len(header) + 1), max_size=4))
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return f"{table.name}.csv", text.getvalue().encode("utf-8", "replace")


@given(st.lists(tables(), min_size=1, max_size=3))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_cells_in_any_table_end_in_problems_at_most(changed):
    with tempfile.TemporaryDirectory() as folder:
        for one in problems_of(write(Path(folder), dict(changed))):
            assert one.message


@given(st.sampled_from([name for name in SMALL if name.endswith((".csv", ".toml"))]), st.binary(max_size=200))
@settings(max_examples=80, deadline=None)
def test_any_bytes_in_any_file_end_in_problems_at_most(name, content):
    with tempfile.TemporaryDirectory() as folder:
        assert all(one.fix for one in problems_of(write(Path(folder), {name: content})))


@given(st.lists(st.tuples(st.sampled_from(["series", "actual", "Dec 13", "2013", "", "Dec-13"]), CELLS, CELLS), max_size=5), CELLS, CELLS)
@settings(max_examples=80, deadline=None)
def test_any_cells_laid_out_wide_end_in_problems_at_most(rows, first, second):
    text = io.StringIO()
    csv.writer(text).writerows([("indicator_id", "series", first, second), *(("PE01", *row) for row in rows)])
    with tempfile.TemporaryDirectory() as folder:
        assert all(one.fix for one in problems_of(write(Path(folder), {"observations.csv": text.getvalue().encode("utf-8", "replace")})))
