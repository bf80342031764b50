"""Links on a screen: every mention of an indicator leads to its block, and its block back to the summary."""

from papers.dataset import Indicator
from papers.document import Bullets, Commentary, Document, Group, Heading, Item, Link, Paragraph, Run, Section, Table, inlines, plain, walk
from papers.drafting import draft
from papers.drafting.links import linked
from tests.drafting.made_reports import blocks


def indicator(key: str, name: str) -> Indicator:
    return Indicator(key, "section", "kpi", name, "percent", "higher")


def led(block) -> list[tuple[str, str]]:
    """The words and targets of the links of a block."""
    parts = block.inlines if isinstance(block, Paragraph) else [i for item in block.items for i in item.inlines]
    return [(plain([part]), part.target) for part in parts if isinstance(part, Link)]


def paper(*more) -> dict:
    calls, answered = indicator("C1", "Calls"), indicator("C2", "Calls answered")
    heads = tuple(Group(f"indicator/{key}/block", (Heading(f"indicator/{key}", 1, inlines(key)),)) for key in ("C1", "C2"))
    made = linked(Document("p", "P", (Section("s", (*more, *heads)),), "Council"), [calls, answered, indicator("C3", "Elsewhere")])
    return blocks(made)


def test_a_name_is_a_link_wherever_it_stands_and_the_longer_name_wins():
    found = paper(
        Paragraph("a", inlines("Calls answered rose; Calls, and ", Run("Calls", bold=True), " fell. Recalls did not.")),
        Bullets("b", (Item(inlines("Calls: Green.")),)),
    )
    assert led(found["a"]) == [("Calls answered", "#indicator/C2"), ("Calls", "#indicator/C1"), ("Calls", "#indicator/C1")]
    assert plain(found["a"].inlines) == "Calls answered rose; Calls, and Calls fell. Recalls did not."
    assert led(found["b"]) == [("Calls", "#indicator/C1")]


def test_figures_what_officers_wrote_and_names_without_a_block_are_left_alone():
    written = Paragraph("w", inlines("Calls rose."))
    found = paper(
        Paragraph("a", (Run("Calls", figure="x"),)), Commentary("c", "Commentary", (written,)), Paragraph("e", inlines("Elsewhere."))
    )
    assert found["w"] == written
    assert led(found["a"]) == led(found["e"]) == []


def test_an_indicators_own_block_does_not_lead_to_itself():
    made = paper(Paragraph("indicator/C1/notes", inlines("Calls are counted daily; see Calls answered."), "note"))
    assert led(made["indicator/C1/notes"]) == [("Calls answered", "#indicator/C2")]


def test_every_block_that_the_summary_names_leads_back_to_it(kent_report):
    found = {each.id: each for each in walk(kent_report)}
    listed = [cell.inlines[0].target[1:] for row in found["summary/indicators"].body for cell in row.cells[:1] if len(row.cells) > 1]
    assert len(listed) == 35
    for target in listed:
        end = found.get(f"{target}/back") or found[f"{target}/notes"]
        assert led(end)[-1] == ("Back to the summary", "#summary/indicators")


def test_in_an_extract_a_block_leads_back_to_the_list_that_the_extract_has(kent):
    found = blocks(draft(*kent, "directorate-public-health"))
    assert isinstance(found["directorate/public-health/indicators"], Table)
    assert led(found["indicator/PH01/notes"])[-1] == ("Back to the list of indicators", "#directorate/public-health/indicators")


def test_sentences_of_the_summary_lead_to_the_indicators_that_they_name(kent_report):
    found = blocks(kent_report)
    assert [target for _, target in led(found["summary/longest"])] == ["#indicator/ELS06", "#indicator/SCS02", "#indicator/PH01"]
    assert ("Young people aged 16 to 18 who are NEET", "#indicator/ELS09") in led(
        found["summary/directorate/education-learning-and-skills"]
    )
