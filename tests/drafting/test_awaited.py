"""Figures and texts that are due and still to come."""

from dataclasses import replace

from papers.dataset import (
    Awaited,
    Narrative,
    Value,
)
from papers.document import plain
from papers.writers.text import write_text
from tests.drafting.made_reports import blocks, drafted, three_months, with_last, words


def test_an_awaited_figure_is_said_to_be_awaited():
    awaited = with_last(three_months(frequency="monthly", carry_forward=False), actual=Value(None, "awaited"))
    found = blocks(drafted(awaited))
    assert "The figure for September 2020 is awaited." in plain(found["indicator/calls/status"].inlines)
    assert "Not rated: the figure is awaited." in plain(found["indicator/calls/notes"].inlines)
    assert words(found["indicator/calls/figures"])[1][0] == "awaited"
    assert "No data" not in write_text(drafted(awaited))


def test_an_older_figure_stands_beside_word_of_the_newer_one_that_is_awaited():
    for form, place in (("full", "status"), ("compact", "notes")):
        data = with_last(three_months(frequency="monthly", form=form), actual=Value(None, "awaited"))
        found = blocks(drafted(data))
        assert "The figure for September 2020 is awaited." in plain(found[f"indicator/calls/{place}"].inlines)
        assert words(found["indicator/calls/figures"])[0][form == "compact"] == "Latest, Aug 20"


def test_awaited_commentary_without_an_owner_says_that_it_is_awaited():
    part = Narrative("indicator/calls/commentary", awaited=Awaited("say why calls rose."))
    assert "\n\nAwaited: say why calls rose.\n\n" in write_text(drafted(replace(three_months(), narrative=(part,))))


def test_awaited_commentary_shows_its_prompt_and_makes_a_draft():
    part = Narrative("indicator/calls/commentary", awaited=Awaited("Say why calls rose.", "A Person"))
    document = drafted(replace(three_months(), narrative=(part,)))
    shown = blocks(document)["indicator/calls/commentary"]
    assert (shown.prompt, shown.owner) == ("Awaited from A Person. Say why calls rose.", "A Person")
    assert document.draft == "DRAFT, version 1, data of 20 October 2020"


def test_an_extract_is_a_draft_only_where_its_own_parts_are_awaited():
    data = replace(three_months(), narrative=(Narrative("foreword", awaited=Awaited("Write a foreword.")),))
    assert drafted(data).draft
    assert drafted(data, "directorate-one").draft is None


def test_an_awaited_figure_makes_a_draft_and_no_data_does_not():
    data = three_months()
    *rest, last = data.observations
    for text, is_draft in (("Awaited", True), ("n/a", False), ("not due", False)):
        words_for = replace(last, values={**last.values, "actual": Value(None, text)})
        assert bool(drafted(replace(data, observations=(*rest, words_for))).draft) == is_draft
