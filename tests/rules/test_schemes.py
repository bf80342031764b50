"""The shipped schemes: every band has its words, and colours that can be read."""

import pytest

from papers.document import Chip
from papers.rules import SHIPPED, shipped_scheme

BANDS = [band for name in SHIPPED for band in shipped_scheme(name).bands]


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("band", BANDS, ids=lambda band: band.word)
def test_a_band_can_be_read_on_its_ground(band):
    light, dark = sorted((luminance(band.fill), luminance(band.ink)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
    assert Chip(band.word, band.fill, band.ink)


@pytest.mark.parametrize("band", BANDS, ids=lambda band: band.word)
def test_a_band_says_what_it_means(band):
    assert band.meaning.endswith(".")


def test_a_scheme_says_its_name_and_version():
    scheme = shipped_scheme("floor-standard")
    assert scheme.rule == "floor-standard/1"
    assert [band.word for band in scheme.bands] == ["Green", "Amber", "Red"]


def test_there_is_no_scheme_of_another_name():
    with pytest.raises(KeyError):
        shipped_scheme("../floor-standard")
