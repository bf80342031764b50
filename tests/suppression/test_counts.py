"""Which counts are withheld: small ones, and as many others as keep them from being worked out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.suppression import Count, Limits, withheld

FIVE = Limits(5)


def counted(*numbers, **fields):
    return {(str(n),): Count(Decimal(number), **fields) for n, number in enumerate(numbers)}


def keys(*names):
    return {(str(name),) for name in names}


def total(of, parts):
    """The sum that says that the first is the total of the others."""
    return {(str(of),): -1} | {(str(part),): 1 for part in parts}


def table(rows):
    """The counts of a table by row and column, with their totals, and the sums that hold in it."""
    height, width = len(rows), len(rows[0])
    grid = [[*row, sum(row)] for row in rows]
    grid.append([sum(column) for column in zip(*grid, strict=True)])
    counts = {
        (str(r), str(c)): Count(Decimal(number), rank=2 * (r == height or c == width))
        for r, row in enumerate(grid)
        for c, number in enumerate(row)
    }
    across = [{(str(r), str(c)): 1 if c < width else -1 for c in range(width + 1)} for r in range(height + 1)]
    down = [{(str(r), str(c)): 1 if r < height else -1 for r in range(height + 1)} for c in range(width + 1)]
    return counts, [*across, *down]


def could_be_worked_out(counts, sums, hidden):
    """The hidden counts that the sums determine, by rational elimination over all of them: nothing of the program's own algebra."""
    order = [key for key in counts if key in hidden]
    rows = [[Fraction(each.get(key, 0)) for key in order] for each in sums]
    pivots = []
    for column in range(len(order)):
        at = next((n for n in range(len(pivots), len(rows)) if rows[n][column]), None)
        if at is None:
            continue
        here = len(pivots)
        rows[here], rows[at] = rows[at], rows[here]
        rows[here] = [each / rows[here][column] for each in rows[here]]
        for n, row in enumerate(rows):
            if n != here and row[column]:
                rows[n] = [each - row[column] * own for each, own in zip(row, rows[here], strict=True)]
        pivots.append(column)
    return [order[column] for row, column in zip(rows, pivots, strict=False) if sum(map(bool, row)) == 1]


def test_a_count_below_the_limit_is_withheld_and_one_at_the_limit_is_not():
    assert withheld(counted(4, 5, 6), [], {}, FIVE) == keys(0)


def test_nobody_is_printed_unless_the_report_says_otherwise():
    assert withheld(counted(0, 7), [], {}, FIVE) == set()
    assert withheld(counted(0, 7), [], {}, Limits(5, zeros=False)) == keys(0)


def test_what_does_not_count_people_is_printed_however_small():
    assert withheld(counted(3, people=False), [], {}, FIVE) == set()


def test_one_other_count_goes_with_a_small_one_of_a_total_the_smallest():
    assert withheld(counted(3, 40, 9, 52), [total(3, [0, 1, 2])], {}, FIVE) == keys(0, 2)


def test_two_small_counts_of_a_total_hide_each_other():
    assert withheld(counted(3, 2, 40, 45), [total(3, [0, 1, 2])], {}, FIVE) == keys(0, 1)


def test_two_small_counts_that_can_only_be_one_each_do_not_hide_each_other():
    assert withheld(counted(1, 1, 40, 42), [total(3, [0, 1, 2])], {}, FIVE) == keys(0, 1, 2)


def test_a_zero_that_is_printed_hides_nothing():
    assert withheld(counted(3, 0, 40, 43), [total(3, [0, 1, 2])], {}, FIVE) == keys(0, 2)


def test_a_small_count_in_a_table_with_totals_takes_a_rectangle_with_it():
    counts, sums = table([[3, 20, 30], [40, 6, 50], [60, 70, 80]])
    assert withheld(counts, sums, {}, FIVE) == {("0", "0"), ("0", "1"), ("1", "0"), ("1", "1")}


def test_a_figure_that_was_withheld_by_hand_is_hidden_as_well():
    counts = counted(9, 40, 49) | {("0",): Count(None)}
    assert withheld(counts, [total(2, [0, 1])], {}, FIVE) == keys(0, 1)


def test_a_small_count_that_stands_nowhere_is_not_to_be_worked_out():
    counts = counted(50, 49) | {("2",): Count(Decimal(1), printed=False)}
    assert withheld(counts, [total(0, [1, 2])], {}, FIVE) == keys(1)


def test_what_is_worked_out_from_a_withheld_figure_goes_with_it_and_so_on():
    derived = {("2",): [("0",)], ("3",): [("2",)], ("4",): [("1",)]}
    assert withheld(counted(3, 8, 30, 300, 80), [], derived, FIVE) == keys(0, 2, 3)


def test_what_is_worked_out_and_stands_in_a_sum_is_hidden_there():
    counts = {**counted(3), **{(name,): Count(Decimal(number), people=False) for name, number in (("p", 30), ("q", 70), ("all", 100))}}
    sums = [{("all",): -1, ("p",): 1, ("q",): 1}]
    assert withheld(counts, sums, {("p",): [("0",)]}, FIVE) == {("0",), ("p",), ("q",)}


def test_a_figure_that_is_printed_twice_is_withheld_twice():
    assert withheld(counted(3, 3), [{("0",): 1, ("1",): -1}], {}, FIVE) == keys(0, 1)


def test_a_total_is_kept_where_a_part_can_go_instead():
    counts, sums = table([[3, 200], [400, 600]])
    assert {key for key in withheld(counts, sums, {}, FIVE) if "2" in key} == set()


numbers = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 9, 20, 300])
tables = st.tuples(st.integers(2, 6), st.integers(2, 5)).flatmap(
    lambda size: st.lists(st.lists(numbers, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
)


@given(tables, st.sampled_from([Limits(3), FIVE, Limits(5, zeros=False), Limits(10)]))
@settings(max_examples=300, deadline=None)
def test_nothing_withheld_of_a_table_can_be_worked_out_from_what_is_printed(rows, limits):
    counts, sums = table(rows)
    hidden = withheld(counts, sums, {}, limits)
    assert not [key for key, count in counts.items() if limits.is_small(count) and key not in hidden]
    assert could_be_worked_out(counts, sums, hidden) == []


small_tables = st.lists(st.lists(st.integers(0, 7), min_size=2, max_size=2), min_size=2, max_size=2)


@given(small_tables)
@settings(max_examples=100, deadline=None)
def test_every_withheld_count_could_be_another_even_to_one_who_knows_which_are_small(rows):
    """Every table of two rows and columns that agrees with what is printed, tried out: somebody is at least one, few are under five."""
    counts, sums = table(rows)
    hidden = withheld(counts, sums, {}, FIVE)
    order, inner = [*counts], [key for key in counts if "2" not in key]
    choices = [[n for n in range(10) if _is_possible(n, counts[key], key in hidden)] for key in inner]
    seen = {key: set() for key in hidden}
    for a, b, c, d in product(*choices):
        others = dict(zip(order, (a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d), strict=True))
        if all(_is_possible(others[key], count, key in hidden) for key, count in counts.items()):
            for key, found in seen.items():
                found.add(others[key])
    assert len(hidden) == len(counts) or all(len(found) > 1 for found in seen.values())


def _is_possible(number, count, is_hidden):
    """Whether a reader who knows which counts are small must think the number possible."""
    if not is_hidden:
        return number == count.number
    return 1 <= number < 5 if FIVE.is_small(count) else number >= 1 or count.number == 0


@pytest.mark.parametrize("size", [(20, 8), (40, 12)])
def test_a_large_table_is_settled_with_few_more_than_its_small_counts(size):
    rows = [[(r * 37 + c * 11) % 60 + 3 for c in range(size[1])] for r in range(size[0])]
    counts, sums = table(rows)
    small = sum(FIVE.is_small(count) for count in counts.values())
    hidden = withheld(counts, sums, {}, FIVE)
    assert could_be_worked_out(counts, sums, hidden) == []
    assert len(hidden) <= 3 * small


def test_the_same_figures_lose_the_same_counts_in_any_order_of_the_sums():
    counts, sums = table([[3, 20, 30], [40, 6, 50], [60, 70, 80]])
    assert withheld(counts, sums, {}, FIVE) == withheld(counts, sums[::-1], {}, FIVE)
