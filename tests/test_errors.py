"""The kinds of problems, which stand in a module for each part of the work."""

from papers.errors.kinds import KINDS, PARTS


def test_no_two_parts_have_a_kind_of_one_name():
    assert sum(len(part.KINDS) for part in PARTS) == len(KINDS)
