"""Risk schemes: what the shipped ones say, and what is wrong with those that can't be read."""

import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.assess import assess
from papers.dataset import Risk, SchemeText
from papers.document import Chip
from papers.errors import PapersError
from papers.intake import read_report
from papers.metrics.contrast import LEAST, contrast
from papers.risks import SHIPPED, count_levels, read_risk_scheme, risk_scheme_of, shipped_risk_scheme, with_levels
from papers.risks.scheme import possible_scores
from tests.samples import info, report

GIVEN = """
version = "1"
likelihood = ["Rare", "Likely"]
impact = ["Minor", "Serious", "Major"]
[[levels]]
name = "Low"
low = 1
high = 3
word = "Green"
fill = "#00693E"
ink = "#FFFFFF"
meaning = "Low."
[[levels]]
name = "High"
low = 4
high = 6
word = "Red"
fill = "#A6192E"
ink = "#FFFFFF"
meaning = "High."
"""


@pytest.mark.parametrize("name", SHIPPED)
def test_every_score_has_exactly_one_level_and_levels_begin_and_end_with_a_score(name):
    scheme = shipped_risk_scheme(name)
    for score in scheme.scores:
        assert sum(level.low <= score <= level.high for level in scheme.levels) == 1
    assert {end for level in scheme.levels for end in (level.low, level.high)} <= set(scheme.scores)


@pytest.mark.parametrize(
    ("name", "impossible"), [("risk-5x5", (0, 7, 11, 13, 14, 17, 18, 19, 21, 24, 26)), ("risk-4x4", (0, 5, 7, 10, 11, 13, 14, 15, 17, 20))]
)
def test_numbers_that_are_no_product_are_no_score(name, impossible):
    scheme = shipped_risk_scheme(name)
    assert not set(impossible) & set(scheme.scores)
    with pytest.raises(ValueError, match=f"{impossible[1]} is no score of {name}"):
        scheme.level(impossible[1])


@pytest.mark.parametrize("name", SHIPPED)
def test_every_level_can_be_read_and_says_what_it_means(name):
    for level in shipped_risk_scheme(name).levels:
        assert contrast(level.band.fill, level.band.ink) >= LEAST
        assert Chip(level.band.word, level.band.fill, level.band.ink)
        assert level.band.meaning == f"{level.name}: a score of {level.low} to {level.high}."


def test_the_bands_that_were_not_published_are_said_to_be_chosen():
    assert "chosen" in shipped_risk_scheme("kent-2012").note
    assert shipped_risk_scheme("kent-2012").likelihoods[-1] == "Very likely"
    assert shipped_risk_scheme("kent-2012").impacts[-1] == "Major"


def test_a_scheme_need_not_be_square():
    scheme = read_risk_scheme(SchemeText("ours", GIVEN))
    assert (scheme.scores, scheme.likelihoods, scheme.size) == ((1, 2, 3, 4, 6), ("Rare", "Likely"), 3)
    assert scheme.holds(2, 3)
    assert not scheme.holds(3, 2)


FAULTS = [
    # what is changed, into what, what the problem says
    ('version = "1"', "", "it lacks version"),
    ('version = "1"', "version = 1", "version of the scheme is not a text"),
    ('version = "1"', 'version = "1"\nbands = 3', "it has the unknown key bands"),
    ('version = "1"', 'version = "1"\nname = "other"', "it calls itself other; its file's name is its name"),
    ('["Rare", "Likely"]', '["Rare"]', "likelihood is not a list of 2 to 10 words"),
    ('["Rare", "Likely"]', "[1, 2]", "likelihood is not a list of 2 to 10 words"),
    ('["Rare", "Likely"]', '"Rare"', "likelihood of the scheme is not a list"),
    ("high = 3", "high = 2", "the score 3 has no level"),
    ("high = 3", "high = 4", "the score 4 has the levels Low and High"),
    ("high = 3", 'high = "3"', "high of level 1 is not a whole number"),
    ("low = 1", "", "level 1 lacks low"),
    ('ink = "#FFFFFF"\nmeaning = "Low."', 'ink = "white"\nmeaning = "Low."', "white of level 1 is no colour such as #A6192E"),
    ('ink = "#FFFFFF"\nmeaning = "Low."', 'ink = "#008040"\nmeaning = "Low."', "less contrast on its fill than 4.5 to 1"),
    ('name = "High"', 'name = "low"', "two levels have the same name"),
    ('word = "Red"', 'word = "GREEN"', "two levels have the same word"),
    ('version = "1"', "version = ", "it is no TOML"),
]


@pytest.mark.parametrize(("old", "new", "said"), FAULTS, ids=[case[2] for case in FAULTS])
def test_a_scheme_that_is_not_clear_says_why(old, new, said):
    with pytest.raises(PapersError) as error:
        read_risk_scheme(SchemeText("ours", GIVEN.replace(old, new, 1)))
    assert said in " ".join(found.message for found in error.value.problems)


def test_every_fault_is_said_at_once():
    with pytest.raises(PapersError) as error:
        read_risk_scheme(SchemeText("ours", 'note = 3\n[[levels]]\nname = "Low"\n'))
    assert len(error.value.problems) >= 10


def named(name, *own):
    risks = (Risk("R1", "Flood", 6, "", 2, ""),)
    return report((), (), info=info(risk_scheme=name), risks=risks, risk_schemes=own)


def test_a_report_may_name_a_shipped_scheme_or_its_own():
    assert risk_scheme_of(named("risk-4x4")).name == "risk-4x4"
    assert risk_scheme_of(named("ours", SchemeText("ours", GIVEN))).levels[1].name == "High"


def test_an_unknown_scheme_is_refused_with_the_choices():
    with pytest.raises(PapersError) as error:
        risk_scheme_of(named("risk-6x6", SchemeText("ours", GIVEN)))
    (found,) = error.value.problems
    assert found.code == "unknown-risk-scheme"
    assert found.fix == "Choose from: risk-5x5, risk-5x5-high-from-12, risk-4x4, kent-2012, ours."


def test_ratings_are_refused_for_a_score_that_the_reports_own_scheme_can_not_give():
    with pytest.raises(PapersError) as error:
        assess(report((), (), info=info(risk_scheme="risk-4x4"), risks=(Risk("R1", "Flood", 10, "", None, ""),)))
    assert [found.code for found in error.value.problems] == ["impossible-score"]


def test_a_folder_holds_its_own_schemes(tmp_path):
    root = Path(__file__).resolve().parents[2] / "data" / "kent-2013-14-q3"
    folder = Path(shutil.copytree(root, tmp_path / "report"))
    own = folder / "risk-schemes" / "ours.toml"
    own.parent.mkdir()
    own.write_text(GIVEN)
    (found,) = read_report(folder).risk_schemes
    assert (found.name, found.place.file) == ("ours", "risk-schemes/ours.toml")
    assert tomllib.loads(found.text)["impact"] == ["Minor", "Serious", "Major"]


sizes = st.integers(2, 6)


@settings(deadline=None)
@given(sizes, sizes)
def test_possible_scores_are_the_products_and_no_others(rows, columns):
    scores = possible_scores(rows, columns)
    assert list(scores) == sorted(set(scores))
    assert {1, rows * columns} <= set(scores)
    assert scores == possible_scores(columns, rows)


@settings(deadline=None)
@given(st.lists(st.sampled_from([*possible_scores(5, 5), None])), st.sampled_from(["risk-5x5", "risk-5x5-high-from-12", "kent-2012"]))
def test_every_score_is_counted_once_in_whatever_order(scores, name):
    scheme = shipped_risk_scheme(name)
    found = count_levels(scores, scheme)
    assert sum(found.values()) == sum(score is not None for score in scores)
    assert count_levels(reversed(scores), scheme) == found
    assert list(found) == [level.band.word for level in reversed(scheme.levels)]


@settings(deadline=None)
@given(st.sampled_from(SHIPPED), st.data())
def test_a_higher_score_never_has_a_lower_level(name, data):
    scheme = shipped_risk_scheme(name)
    low, high = sorted(data.draw(st.lists(st.sampled_from(scheme.scores), min_size=2, max_size=2)))
    assert scheme.levels.index(scheme.level(low)) <= scheme.levels.index(scheme.level(high))


def test_there_is_no_shipped_scheme_of_another_name():
    with pytest.raises(KeyError):
        shipped_risk_scheme("../risk-5x5")


def test_the_levels_on_record_are_those_that_the_papers_print():
    given = replace(report((), ()), risks=(Risk("R1", "Floods", 12, "", 6, "High"),))
    assert [(each.current_level, each.target_level) for each in with_levels(given).risks] == [("Amber", "Green")]
