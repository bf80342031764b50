"""Where pages have ink, read off their operators, and the room that stamps get."""

from __future__ import annotations

import pytest

from papers.packs.geometry import Sheet, moved
from papers.packs.ink import inked
from tests.packs.parts import form_within_itself, plain


def read(content):
    with plain(content=content) as pdf:
        return inked(pdf.pages[0])


def extent(content):
    found = read(content).extent
    return round(found.low, 1), round(found.high, 1)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"BT /F 10 Tf 72 100 Td (Words) Tj ET", (97.0, 110.0)),
        (b"BT /F 10 Tf 20 TL 72 100 Td (One) Tj T* (Two) Tj ET", (77.0, 110.0)),
        (b"BT /F 1 Tf 10 0 0 10 72 100 Tm [(W) -20 (ords)] TJ ET", (97.0, 110.0)),
        (b"q 1 0 0 1 0 50 cm 10 10 20 20 re f Q 10 300 5 5 re f", (60.0, 305.0)),
        (b"4 w 0 100 m 10 120 l S", (98.0, 122.0)),
        (b"0 0 595 842 re W n 10 100 5 5 re f", (100.0, 105.0)),
        (b"1 g 0 0 595 842 re f 0 g 10 100 5 5 re f", (100.0, 105.0)),
        (b"q 100 0 0 50 20 30 cm BI /W 1 /H 1 /BPC 8 /CS /G ID ) EI Q", (30.0, 80.0)),
        (b"q 100 0 0 50 20 30 cm /NoSuch Do Q", (30.0, 80.0)),
        (b"0 100 m 0 200 50 200 50 100 c f", (100.0, 200.0)),
    ],
)
def test_the_extent_holds_all_ink(content, expected):
    assert extent(content) == expected


def test_words_outside_every_mark_are_untagged():
    assert read(b"BT (a) Tj ET").untagged
    assert not read(b"/P <</MCID 0>> BDC BT (a) Tj ET EMC /Artifact BMC 0 0 9 9 re f EMC").untagged


def test_what_a_drawing_leaves_open_is_closed():
    found = read(b"q q BT /P <</MCID 0>> BDC (a) Tj")
    assert found.tail.split() == ["ET", "EMC", "Q", "Q"]
    assert read(b"Q Q").lead.split() == ["q", "q"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_sheet_without_white_is_made_smaller_and_stays_on_its_page(turn):
    sheet = Sheet((10.0, 20.0, 605.0, 862.0), turn, 0.0, 0.0)
    move = sheet.room(30.0, 28.0)
    width, height = sheet.size
    corners = [moved(sheet.displayed, x, y) for x in (0.0, width) for y in (28.0, height - 30.0)]
    low, high = (moved(move, *moved(sheet.displayed, width / 2, y)) for y in (0.0, height))
    assert low == pytest.approx(moved(sheet.displayed, width / 2, 28.0))
    assert high == pytest.approx(moved(sheet.displayed, width / 2, height - 30.0))
    assert all(10 <= x <= 605 and 20 <= y <= 862 for x, y in corners)


def test_a_sheet_with_white_enough_is_left_alone():
    assert Sheet((0.0, 0.0, 595.0, 842.0), 0, 50.0, 50.0).room(30.0, 28.0) is None


def test_a_sheet_with_white_at_its_head_alone_is_shifted_and_not_made_smaller():
    move = Sheet((0.0, 0.0, 595.0, 842.0), 0, 60.0, 0.0).room(0.0, 28.0)
    assert move == pytest.approx((1, 0, 0, 1, 0, 28))


def test_what_lies_outside_the_page_is_no_ink_on_it():
    found = read(b"BT /F 10 Tf 72 100 Td (Words) Tj 0 -140 Td (Below) Tj ET 0 900 50 50 re f 10 -30 20 60 re f")
    assert (round(found.extent.low, 1), round(found.extent.high, 1)) == (0.0, 110.0)
    assert found.outside


def test_a_drawing_within_itself_is_found():
    with plain(content=b"/X Do") as pdf:
        form_within_itself(pdf)
        assert inked(pdf.pages[0]).ring


def test_a_sheet_whose_ink_has_no_height_is_made_no_larger():
    move = Sheet((0.0, 0.0, 595.0, 842.0), 0, 842.0, 0.0).room(30.0, 28.0)
    assert move is not None
    assert 0 < move[0] <= 1


def test_a_sheet_in_larger_units_is_brought_to_points():
    assert Sheet((0.0, 0.0, 1190.0, 1684.0), 0, 99.0, 99.0, unit=2.0).room(30.0, 28.0) == (2.0, 0.0, 0.0, 2.0, 0.0, 0.0)
