"""Figures of charts that were changed in Word are told, whether in what is drawn, in the workbook or in both."""

from __future__ import annotations

import io
import zipfile

from papers.document import Chart, walk
from papers.readers.word import Read, read_word
from tests.readers.test_word_copy import with_part
from tests.word.sample import bars, one, written

PART, BOOK = "word/charts/chart1.xml", "word/embeddings/chart1.xlsx"


def drawn(data: bytes) -> bytes:
    """The file with 83 drawn in the place of 78."""
    return with_part(data, PART, lambda text: _once(text, "<c:v>78</c:v>", "<c:v>55.5</c:v>"))


def _once(text: str, before: str, after: str) -> str:
    assert before in text
    return text.replace(before, after, 1)


def booked(data: bytes) -> bytes:
    """The file with 55.5 in the workbook in the place of 78."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        name = next(each for each in package.namelist() if each.endswith(".xlsx"))
        for each in package.namelist():
            part = package.read(each)
            made.writestr(
                each,
                with_part(part, "xl/worksheets/sheet1.xml", lambda text: _once(text, "<v>78</v>", "<v>55.5</v>")) if each == name else part,
            )
    return out.getvalue()


def sent() -> bytes:
    return written(one(bars()))


def told(read: Read) -> list[tuple[str, str | None, str | None, str]]:
    return [(each.code, each.value, each.data, each.place.block) for each in read.problems]


def value(read: Read) -> str:
    chart = next(each for each in walk(read.document) if isinstance(each, Chart))
    return str(chart.series[0].values[1])


def test_a_chart_as_it_was_sent_is_right() -> None:
    assert told(read_word(sent())) == []


def test_a_figure_changed_in_what_is_drawn_is_told_with_what_the_workbook_says() -> None:
    read = read_word(drawn(sent()))
    assert told(read) == [("word-chart-apart", "55.5", "78", "indicator/AB01/chart")]
    assert value(read) == "55.5"


def test_a_figure_changed_in_the_workbook_alone_is_told() -> None:
    assert told(read_word(booked(sent()))) == [("word-chart-apart", "78", "55.5", "indicator/AB01/chart")]


def test_a_figure_changed_by_edit_data_is_told_with_its_label() -> None:
    read = read_word(drawn(booked(sent())))
    assert told(read) == [("word-chart-label", "55.5", "78%", "indicator/AB01/chart")]
    assert "indicator/AB01/chart shows 55.5 for Actual, Dec 12" in str(read.problems[0].message)
