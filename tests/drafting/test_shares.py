"""Columns share a table's width in whole thousandths, the more the wider their words."""

from hypothesis import given
from hypothesis import strategies as st

from papers.drafting.shares import STRIP_COLUMN, TEXT_WIDTH, fitted, least_width, levelled, measure, shares, strip_shares


@given(st.lists(st.floats(1, 1000), min_size=1, max_size=40))
def test_shares_add_up_to_a_thousand(widths):
    found = shares(widths)
    assert sum(found) == 1000
    assert min(found) >= 1


def test_equal_widths_share_equally():
    assert shares([1.0, 1.0, 1.0, 1.0]) == (250, 250, 250, 250)


def test_a_stub_takes_what_its_labels_wish_where_figures_leave_room():
    narrow, wide = fitted(["Actual"], [["84%"]] * 3), fitted(["Statistical neighbours"], [["84%"]] * 3)
    assert narrow[0] < wide[0]
    assert len({*wide[1:]}) <= 2


def test_figures_keep_their_line_before_labels_do():
    found = fitted(["A label that is a good deal longer than any figure is"], [["148,800"]] * 7)
    assert found[1] * TEXT_WIDTH / 1000 >= measure("148,800", bold=True)


def test_markers_are_measured_small():
    assert measure("83.3%\u00a0[p]") < measure("83.3% [p]")


def test_a_table_of_many_long_words_needs_more_than_a_page_is_wide():
    assert least_width(["Row"], [["Unaccompanied"]] * 12) > TEXT_WIDTH > least_width(["Row"], [["84%"]] * 7)


def test_a_strip_gives_a_long_label_two_lines_rather_than_break_a_figure():
    labels = ["A label that is much longer than the others in its strip", "Target", "Previous"]
    found = strip_shares(labels, ["78%", "100%", "£388.4k"], ["", "", ""])
    assert found[2] * TEXT_WIDTH / 1000 > 1.8 * measure("£388.4k", bold=True)


def test_figures_of_a_strip_stand_well_apart_and_alike():
    found = strip_shares(["Latest, Dec 13", "Target", "Floor standard", "Previous, Sep 13"], ["84%", "75%", "70%", "82%"], [""] * 4)
    assert min(found) * TEXT_WIDTH / 1000 >= STRIP_COLUMN
    assert max(found) - min(found) <= 1


def test_labels_of_a_strip_keep_their_line_where_the_page_has_room():
    labels = ["Latest, Dec 13", "Target", "Floor standard", "Previous, Sep 13", "Green since"]
    found = strip_shares(labels, ["84%", "75%", "70%", "82%", "Dec 12"], [""] * 5)
    assert all(share * TEXT_WIDTH / 1000 >= measure(label) for share, label in zip(found, labels, strict=True))


@given(st.lists(st.floats(1, 60), min_size=1, max_size=7))
def test_levelled_widths_fill_the_page_and_give_each_what_it_needs(least):
    found = levelled(least, TEXT_WIDTH)
    assert abs(sum(found) - TEXT_WIDTH) < 0.001
    assert all(width >= need for width, need in zip(found, least, strict=True))
