"""The appendix of rating cards, and the ways to it and back."""

from dataclasses import replace

from papers.document import Link, plain
from papers.drafting import draft
from tests.drafting.made_reports import INFO, blocks, drafted, three_months, words

WITH_CARDS = replace(INFO, outline=("summary", "cards"))


def test_a_report_whose_outline_names_the_cards_ends_with_them():
    found = blocks(drafted(replace(three_months(), info=WITH_CARDS)))
    assert plain(found["cards"].inlines) == "How each rating was found"
    assert words(found["cards/calls"]) == [
        ["What", "How it was found"],
        ["Rating", "Green"],
        ["Figure", "September 2020; value: 90%; target: 80%; floor standard: 75%; compared: published, exact decimals"],
        [
            "Rule",
            "floor-standard/1, higher is better; Green: 80% or more (the target); Amber: 75% or more (the floor standard); Red: otherwise",
        ],
        ["Reason", "90% is above the target of 80%, so Green; the nearest boundary is the target, 10 percentage points away."],
        ["Direction", "Improved: 90% in September 2020, up from 80% in August 2020; higher is better, so this is an improvement."],
        ["Method", "previous-result; told from: 2 results"],
    ]


def test_an_indicators_notes_lead_to_its_card_and_the_card_back_to_the_indicator():
    found = blocks(drafted(replace(three_months(), info=WITH_CARDS)))
    led = [part.target for part in found["indicator/calls/notes"].inlines if isinstance(part, Link)]
    assert led == ["#cards/calls", "#summary/indicators"]
    assert found["cards/calls/name"].inlines[0].target == "#indicator/calls"


def test_a_report_has_no_cards_unless_its_outline_names_them():
    found = blocks(drafted(three_months()))
    assert not any(key.startswith("cards") for key in found)
    led = [part.target for part in found["indicator/calls/notes"].inlines if isinstance(part, Link)]
    assert led == ["#summary/indicators"]


def test_an_extract_has_no_cards_and_no_way_to_them(fernshire):
    assert "cards" in fernshire[0].info.outline
    found = blocks(draft(*fernshire, "directorate-people"))
    assert not any(key.startswith("cards") for key in found)
    targets = {part.target for block in found.values() for part in getattr(block, "inlines", ()) if isinstance(part, Link)}
    assert not any(target.startswith("#cards") for target in targets)


def test_every_rated_indicator_of_fernshire_has_a_card(fernshire):
    found = blocks(draft(*fernshire, "quarterly-performance-report"))
    assert {f"cards/{name}" for name in fernshire[1].by_indicator} <= found.keys()
