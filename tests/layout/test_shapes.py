"""Shapes beside words: each within the room that the line keeps for it, each told from the others by its form."""

import datetime as dt

import pytest

from papers.document import CHIP_SHAPES, Chip, Document, Paragraph, Section, inlines
from papers.layout import lay_out
from papers.layout.placed import Box, Polygon, Text
from papers.layout.shapes import WIDE, direction_shape, rating_shape
from tests.layout import stress

SHAPES = [shape for shape in CHIP_SHAPES if shape]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_ratings_shape_stands_in_its_room_between_baseline_and_capitals(shape):
    corners = rating_shape(shape, 100, 50, 11)
    assert min(x for x, _ in corners) >= 100 - 0.3
    assert max(x for x, _ in corners) <= 100 + WIDE[shape] * 11 + 0.3
    assert min(y for _, y in corners) >= 50 - 11 * 0.85
    assert max(y for _, y in corners) <= 50 + 11 * 0.06


def test_shapes_have_different_numbers_of_corners_or_stand_differently():
    forms = {tuple(sorted((round(x, 2), round(y, 2)) for x, y in rating_shape(shape, 0, 0, 10))) for shape in SHAPES}
    assert len(forms) == len(SHAPES)
    assert rating_shape("", 0, 0, 10) == ()


def test_up_and_down_are_mirrored():
    up, down = (direction_shape(shape, 0, 0, 10) for shape in ("up", "down"))
    assert sorted(y for _, y in up) == pytest.approx(sorted(-(0.68 + 0.02) * 10 - y for _, y in down))


def placed(shape):
    """The ground, shape and word of a chip on its page."""
    words = Paragraph("front/p", inlines(Chip("Star", "#00693E", "#FFFFFF", shape=shape)))
    found = Document("one", "One chip", (Section("front", (words,)),), "A council", date=dt.date(2014, 2, 5))
    items = lay_out(found, stress.house()).pages[0].items
    (ground,) = [item for item in items if isinstance(item, Box) and item.colour == "#00693E"]
    (word,) = [item for item in items if isinstance(item, Text) and item.text.strip() == "Star"]
    return ground, [item for item in items if isinstance(item, Polygon)], word


def test_the_shape_is_drawn_on_the_ground_before_the_word_in_its_ink():
    ground, (shape,), word = placed("star")
    assert shape.colour == "#FFFFFF"
    assert ground.x < min(x for x, _ in shape.points)
    assert max(x for x, _ in shape.points) < word.x
    assert not placed("")[1]


def test_a_chip_with_a_shape_is_wider_by_it():
    assert placed("star")[0].width > placed("")[0].width + 8
