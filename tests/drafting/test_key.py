"""The key to the ratings: what of the rules a report uses is explained, and nothing else."""

from dataclasses import replace

from papers.dataset import Override, Risk, SchemeText
from papers.document import plain
from tests.drafting.made_reports import INFO, blocks, dataset, drafted, kpi, months, observation, three_months, words


def key_with(data):
    return {key: block for key, block in blocks(drafted(data)).items() if key.startswith("key/")}


def test_the_key_explains_every_method_by_which_a_direction_is_told():
    data = dataset(
        [kpi("calls"), kpi("posts", method="trend"), kpi("visits", method="trend")],
        [observation(name, p, actual=90, target=80) for name in ("calls", "posts", "visits") for p in months(3)],
    )
    found = key_with(data)
    said = plain(found["key/directions/trend"].inlines)
    assert said.startswith("Percentage of posts and Percentage of visits: a straight line is fitted to all comparable results")
    assert "The slope is tested from both sides at the 5% level of significance." in said
    assert "key/directions/trend" not in key_with(three_months())


def test_the_key_has_floors_only_where_the_scheme_looks_at_them():
    data = three_months()
    assert "key/floors" in key_with(data)
    assert "key/floors" not in key_with(replace(data, info=replace(INFO, scheme="tolerance-10")))


NO_AMBER = """extends = "floor-standard"
[[rules]]
for = ["higher", "lower"]
from = 2020-08-01
Green = "target or better"
Red = "otherwise"
"""


def test_the_key_names_the_date_from_which_a_rule_gives_no_amber():
    scheme = SchemeText("mine", NO_AMBER)
    data = replace(three_months(), info=replace(INFO, scheme="mine"), schemes=(scheme,))
    assert plain(key_with(data)["key/dated"].inlines) == (
        "For periods that end on or after 1 August 2020, where higher figures are better or lower figures are better, a rule of its own "
        "holds: Green is for the target or better; Red is for the rest; no Amber is given."
    )
    assert "key/dated" not in key_with(three_months())
    other = replace(data, schemes=(replace(scheme, text=NO_AMBER.replace('"higher", "lower"', '"lower"')),))
    assert "key/dated" not in key_with(other)


def test_the_key_explains_ratings_that_are_carried_forward_or_set_by_a_person():
    assert "carried forward" not in plain(key_with(three_months())["key/compared"].inlines)
    data = three_months()
    override = Override("calls", data.observations[-1].period.end, "Red", "A Person", INFO.date, "A site is missing")
    found = blocks(drafted(replace(data, overrides=(override,))))
    assert "A rating that is set by a person says who set it" in plain(found["key/compared"].inlines)
    assert words(found["summary/indicators"])[-1][1] == "Red Set by a person"
    assert plain(found["indicator/calls/status"].inlines).startswith("Red  Set by a person  Improved")


def test_a_risk_scheme_that_was_partly_chosen_says_so_in_the_key():
    risk = Risk("R1", "Floods", 12, "", None, "")
    data = replace(three_months(), risks=(risk,), info=replace(INFO, risk_scheme="kent-2012"))
    said = plain(key_with(data)["key/risks"].inlines)
    assert said.startswith(
        "A risk\u2019s score is its likelihood times its impact, each from 1 to 5. A score is Blue (Insignificant) from 1 to 2,"
    )
    assert "were not published with the register and were chosen for this scheme." in said
    assert "key/risks" not in key_with(replace(three_months(), risks=(risk,)))
