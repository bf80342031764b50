"""Small things that readers stumble over: units of what was restated, very long rows of earlier figures, words of mixed methods."""

from __future__ import annotations

from dataclasses import replace

from papers.assess import assess
from papers.document import plain
from papers.drafting.activity import _earlier
from papers.drafting.material import material
from papers.drafting.restatements import _figure
from papers.drafting.tallies import _method
from tests.drafting.made_reports import dataset, kpi, months, observation, three_months


def test_a_restated_figure_says_its_unit():
    assert (_figure("33", "days"), _figure("9.6 [p]", "percent"), _figure("not given", "days")) == ("33 days", "9.6%", "not given")


def test_a_row_of_very_many_earlier_figures_shows_a_year_of_months_and_counts_the_others():
    calls = replace(kpi("calls"), kind="activity")
    made = dataset((calls,), tuple(observation("calls", each, actual=str(n)) for n, each in enumerate(months(24))))
    said = plain(_earlier(material(made, assess(made)), calls).inlines)
    assert said.count(",") == 12
    assert said.endswith("and 11 before")


def test_directions_told_by_several_methods_are_counted_under_words_that_suit_all():
    made = three_months()
    both = replace(made, info=replace(made.info, direction="spc"), indicators=(replace(made.indicators[0], method="year-ago"),))
    assert _method(material(made, assess(made))) == "previous-result"
    assert _method(material(both, assess(both))) == "year-ago"
