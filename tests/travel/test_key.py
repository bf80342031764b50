"""The key says what every method means by its directions, and the settings in force."""

from decimal import Decimal

import pytest

from papers.dataset import TravelOptions
from papers.travel import METHODS, key_of, option_problems


@pytest.mark.parametrize("method", METHODS)
def test_every_method_has_a_key_to_each_direction(method):
    key = key_of(method, TravelOptions())
    assert key.method == method
    assert list(key.meanings) == ["improved", "worsened", "same", None]
    assert all(said.endswith(".") for said in (key.question, *key.meanings.values(), *key.settings))


def test_the_key_to_trends_says_what_was_set():
    key = key_of("trend", TravelOptions(significance=Decimal("2.5"), least_points=8))
    assert "at the 2.5% level" in key.settings[0]
    assert "at least 8 results" in key.settings[1]
    assert key.meanings[None] == "There are fewer than 8 comparable results."


def test_the_key_to_control_charts_says_what_was_set():
    said = " ".join(key_of("spc", TravelOptions(shift=8, run=6, screening=True)).settings)
    assert "6 results rising or falling" in said
    assert "8 results running on one side" in said
    assert "3.267 times their average are left out" in said
    assert "left out" not in " ".join(key_of("spc", TravelOptions()).settings)


@pytest.mark.parametrize(
    "options",
    [
        TravelOptions(significance=Decimal(0)),
        TravelOptions(significance=Decimal(100)),
        TravelOptions(least_points=2),
        TravelOptions(shift=2),
        TravelOptions(run=0),
    ],
)
def test_settings_that_make_no_sense_are_refused(options):
    (found,) = option_problems(options)
    assert (found.code, found.level) == ("direction-setting", "error")
    assert found.fix.startswith("Set it to ")


def test_the_usual_settings_are_sound():
    assert list(option_problems(TravelOptions())) == []
