"""Where lines end."""

import pytest

from papers.layout.breaking import Look, fill, words
from papers.metrics import face

LOOK = Look(face("Arial"), 12, "#000000")


def lines(text: str, limit: float) -> list[str]:
    atoms = list(words(text, LOOK, None, joins=False))
    return ["".join(atom.text + (" " if atom.spaced else "") for atom in line) for line in fill(atoms, limit)]


def parts(text: str) -> list[str]:
    return [atom.text for atom in words(text, LOOK, None, joins=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("re-use", ["re-", "use"]),
        ("2013-14", ["2013-14"]),
        ("£100-£200", ["£100-", "£200"]),
        ("2011–2014", ["2011–", "2014"]),
        ("red—green", ["red", "—", "green"]),
        ("and/or", ["and/", "or"]),
        ("2013/14", ["2013/14"]),
        ("-2.1", ["-2.1"]),
        ("https://www.kent.gov.uk/about", ["https://", "www.kent.gov.uk/", "about"]),
        ("10\u00a0March 20\u2011year", ["10\u00a0March", "20\u2011year"]),
    ],
)
def test_a_line_may_end_where_word_lets_it(text, expected):
    assert parts(text) == expected


def test_no_line_is_wider_than_its_room():
    for room in range(20, 400, 7):
        for line in lines("The share answered within twenty seconds stayed above-target for 2013/14 and incomprehensibilities", room):
            assert LOOK.measure(line.rstrip()) <= room + 0.06


def test_no_letter_and_no_space_is_lost():
    text = "One  two -three– four/five  www.example.gov.uk/a-very-long-address-without-a-space-in-it-anywhere "
    for room in range(12, 300, 11):
        assert "".join(lines(text, room)).strip() == text.strip()


def test_a_word_too_wide_for_the_line_is_cut_between_letters():
    assert lines("WWWWWWWWWW", 50) == ["WWWW", "WWWW", "WW"]
