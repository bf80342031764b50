"""Templates rendered: what comes out, and every trap of docxtpl refused or put right."""

from __future__ import annotations

import io
import threading
import zipfile

import pytest

from papers.document import Chip, LineBreak, Link, Paragraph, Run, Travel, plain
from papers.errors import PapersError
from papers.readers.word import read_word
from papers.templating import render
from tests.readers.word_files import WORD, para, run, word_file

ABOUT = {
    "paper": "cabinet-cover-report", "title": "R&D report", "organisation": "Kent", "period": "Quarter 3", "subject": "Performance",
    "author": "Officers", "notice": "Provisional", "language": "en-GB", "date": "2014-02-05", "draft": None, "checksum": "abc",
}  # fmt: skip
CHIP = Chip("Green", "#00693E", "#FFFFFF", "CS01/rating")


def rendered(*body: str, **fields: object) -> bytes:
    return render(word_file(*body), "board.docx", {"document": ABOUT, **fields})


def blocks(*body: str, **fields: object):
    """The blocks of what the template makes."""
    (section,) = read_word(rendered(*body, **fields)).document.sections
    return section.blocks


def words(*body: str, **fields: object) -> list[str]:
    return [plain(block.inlines) for block in blocks(*body, **fields)]


def problems(*body: str, **fields: object):
    with pytest.raises(PapersError) as caught:
        rendered(*body, **fields)
    return caught.value.problems


def part(data: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


# --- what comes out


def test_a_field_prints_in_the_look_around_it():
    (found,) = blocks(para(run("In ") + run("{{ period }}", "<w:b/>")), period="Quarter 3")
    assert found.inlines == (Run("In "), Run("Quarter 3", bold=True))


def test_a_tag_that_word_split_over_runs_is_one_tag():
    split = run("{") + run("{ kp") + '<w:proofErr w:type="spellStart"/>' + run("i.name") + run(" }") + run("} end")
    assert words(para(split), kpi={"name": "Late"}) == ["Late end"]


def test_signs_that_mean_something_in_markup_are_words():
    assert words(para("{{ v }} end"), para("Next"), v="R&D <10% of x") == ["R&D <10% of x end", "Next"]


def test_a_figure_becomes_a_field_with_its_key():
    data = rendered(
        para("{{ green }} of {{ kpis }}"), green=Run("19", figure="summary/rating/Green"), kpis=Run("35", figure="summary/kpis")
    )
    assert "DOCPROPERTY &quot;summary/rating/Green&quot;" in part(data)
    assert "<vt:lpwstr>19</vt:lpwstr>" in part(data, "docProps/custom.xml")
    (found,) = read_word(data).document.sections[0].blocks
    assert found.inlines == (Run("19", figure="summary/rating/Green"), Run(" of "), Run("35", figure="summary/kpis"))


def test_a_figure_that_is_worded_in_two_ways_keeps_both():
    (found,) = blocks(para("{{ a }} {{ b }}"), a=Run("5", figure="summary/red"), b=Run("five", figure="summary/red"))
    assert [each.figure for each in found.inlines] == ["summary/red", None, "summary/red"]
    assert plain(found.inlines) == "5 five"


def test_a_sentence_keeps_its_chips_directions_links_and_breaks():
    sentence = (
        Run("Rated "),
        CHIP,
        Run(", "),
        Travel("Improved", "up"),
        LineBreak(),
        Link((Run("write"),), "mailto:a@b.uk"),
        Run("x", italic=True),
    )
    (found,) = blocks(para("{{ s }}"), s=sentence)
    assert found.inlines == sentence


def test_filters_change_the_words_and_not_the_figure():
    (found,) = blocks(para("{{ s|upper }} {{ t|capitalize }}"), s=Run("up", figure="a/b"), t="the Kent way")
    assert found.inlines == (Run("UP", figure="a/b"), Run(" The Kent way"))


def test_a_figure_compares_as_a_number_or_as_words():
    shown = para("{% if few &lt; 10 %}few{% endif %}{% if few == '9' %} nine{% endif %}{% if none %} some{% else %} none{% endif %}")
    assert words(shown, few=Run("9", figure="a"), none=Run("0", figure="b")) == ["few nine none"]


def test_paragraphs_repeat_for_each_record():
    body = (para("{%p for kpi in moved %}"), para("{{ loop.index }}. {{ kpi.name }}"), para("{%p endfor %}"))
    assert words(*body, moved=[{"name": "A"}, {"name": "B"}]) == ["1. A", "2. B"]


def test_rows_repeat_and_the_file_is_read_back_as_a_table():
    rows = "".join(
        f"<w:tr><w:tc>{para(each)}</w:tc></w:tr>" for each in ("Name", "{%tr for kpi in moved %}", "{{ kpi.name }}", "{%tr endfor %}")
    )
    (table,) = blocks(f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{rows}</w:tbl>', moved=[{"name": "A"}, {"name": "B"}])
    assert [plain(row.cells[0].inlines) for row in table.rows] == ["Name", "A", "B"]


def test_a_text_of_lines_prints_as_lines():
    assert blocks(para("{{ address }}"), address="County Hall\nMaidstone")[0].inlines == (Run("County Hall"), LineBreak(), Run("Maidstone"))


def test_properties_say_what_the_paper_is():
    found = read_word(rendered(para("x"))).document
    assert (found.paper, found.title, found.organisation, found.date.isoformat(), found.draft) == (
        "cabinet-cover-report",
        "R&D report",
        "Kent",
        "2014-02-05",
        None,
    )


def test_headers_are_rendered_and_their_fields_show_the_paper():
    header = (
        f'<w:hdr xmlns:w="{WORD}"><w:p><w:r><w:t>{{{{ council }}}}</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DOCPROPERTY '
        '"Running title" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>old</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
    )
    template = word_file(para("x"), parts={"word/header1.xml": header}, links=(("rIdH", "header", "header1.xml"),))
    found = part(render(template, "t", {"document": ABOUT, "council": "Kent"}), "word/header1.xml")
    assert ">Kent<" in found
    assert "R&amp;D report, Quarter 3" in found


def test_the_same_input_gives_the_same_bytes():
    fields = {"a": Run("19", figure="x/y"), "s": (CHIP, Run(" b"))}
    assert rendered(para("{{ a }} {{ s }}"), **fields) == rendered(para("{{ a }} {{ s }}"), **fields)


def test_renders_in_threads_do_not_mix():
    found: dict[int, list[str]] = {}
    body = (para("{%p for line in lines %}"), para("{{ line }}"), para("{%p endfor %}"))
    threads = [threading.Thread(target=lambda n=n: found.update({n: words(*body, lines=[f"n{n}"] * 30)})) for n in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == {n: [f"n{n}"] * 30 for n in range(6)}


# --- what loops and conditions break is put right


def test_a_cell_that_a_condition_emptied_is_still_a_cell():
    cell = para("{%p if no %}") + para("x") + para("{%p endif %}")
    data = rendered(
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>', para("y"), no=False
    )
    assert "<w:tc><w:p/></w:tc>" in part(data)


def test_copied_controls_and_bookmarks_get_ids_and_names_of_their_own():
    control = (
        '<w:sdt><w:sdtPr><w:tag w:val="note:{{ k.id }}"/><w:id w:val="42"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
        f'<w:p><w:bookmarkStart w:id="3" w:name="bk"/>{run("{{ k.text }}")}<w:bookmarkEnd w:id="3"/></w:p></w:sdtContent></w:sdt>'
    )
    data = part(
        rendered(para("{%p for k in ks %}"), control, para("{%p endfor %}"), ks=[{"id": "a", "text": "one"}, {"id": "b", "text": "two"}])
    )
    for expected in (
        'w:tag w:val="note:a"',
        'w:tag w:val="note:b"',
        '<w:id w:val="1"/>',
        '<w:id w:val="2"/>',
        'w:name="bk"',
        'w:name="bk_2"',
    ):
        assert expected in data
    assert "showingPlcHdr" not in data


def test_tracked_changes_and_comments_are_gone_and_tags_in_deletions_do_not_run():
    deleted = f'<w:del w:id="1" w:author="x">{run("{{ old_name }}").replace("w:t", "w:delText")}</w:del>'
    inserted = f'<w:ins w:id="2" w:author="x">{run(" new {{ a }}")}</w:ins><w:r><w:commentReference w:id="0"/></w:r>'
    comments = f'<w:comments xmlns:w="{WORD}"><w:comment w:id="0" w:author="A. Officer">{para("secret")}</w:comment></w:comments>'
    template = word_file(
        para(run("{{ a }}") + deleted + inserted), parts={"word/comments.xml": comments}, links=(("rIdC", "comments", "comments.xml"),)
    )
    data = render(template, "t", {"document": ABOUT, "a": "1"})
    assert read_word(data).document.sections[0].blocks[0].inlines == (Run("1 new 1"),)
    assert "word/comments.xml" not in zipfile.ZipFile(io.BytesIO(data)).namelist()


# --- what is refused, with its place


def test_every_error_is_reported_at_once_with_its_place_and_the_nearest_name():
    found = problems(para("Section A", "Heading1"), para("Of {{ nmae }}"), para("{{ kpi.short_nam }}"), name="x", kpi={"short_name": "y"})
    assert [(p.code, p.value, p.fix) for p in found] == [
        ("template-name", "{{ nmae }}", "Did you mean name?"),
        ("template-name", "{{ kpi.short_nam }}", "Did you mean short_name?"),
    ]
    assert str(found[0].place) == "board.docx, body, paragraph 2, under “Section A”, near “Of {{ nmae }}”"


def test_a_name_that_stands_in_a_record_is_suggested_with_it():
    found = problems(para("{{ organisaton }}"), para("{{ titel }}"))
    assert [p.fix for p in found] == ["Did you mean document.organisation?", "Did you mean document.title?"]


def test_errors_are_in_the_order_of_the_template_an_unclosed_tag_among_them():
    found = problems(para("{{ nmae }}"), para("{% if name %}x"), para("{{ nmae }}"), name="x")
    assert [p.code for p in found] == ["template-name", "template-unclosed", "template-name"]


@pytest.mark.parametrize("opening", ["{% iff name %}", "{% if name }"])
def test_a_condition_that_cannot_be_read_is_one_error(opening):
    assert len(problems(para(f"{opening}x"), para("{% endif %}"), name="x")) == 1


def test_a_name_in_a_loop_is_known_by_the_records():
    (found,) = problems(para("{%p for k in ks %}"), para("{{ k.nmae }}"), para("{%p endfor %}"), ks=[{"name": "a"}])
    assert found.fix == "Did you mean name?"


def test_a_loop_variable_is_unknown_after_its_loop():
    (found,) = problems(para("{%p for k in ks %}"), para("{{ k }}"), para("{%p endfor %}"), para("{{ k }}"), ks=["a"])
    assert found.code == "template-name"


def test_a_missing_value_is_an_error_and_never_a_blank():
    assert [p.code for p in problems(para("[{{ a }}]"), a=None)] == ["template-missing"]
    assert [p.code for p in problems(para("{% if b %}[{{ a }}]{% endif %}"), a=None, b=True)] == ["template-result"]
    assert words(para("x{% if a %}[{{ a }}]{% endif %}"), a=None) == ["x"]


REFUSED = {
    "{{ f() }}": "template-forbidden",
    "{{ name.upper() }}": "template-forbidden",
    "{{ ''.__class__.__mro__ }}": "template-forbidden",
    "{{ name.__class__ }}": "template-forbidden",
    "{{ cycler.__init__.__globals__ }}": "template-forbidden",
    "{{ self }}": "template-name",
    "{{ range(9) }}": "template-forbidden",
    "{{ lipsum }}": "template-name",
    "{{ 'x' * 9000000 }}": "template-forbidden",
    "{{ 9 ** 999999 }}": "template-forbidden",
    "{{ [1, 2] }}": "template-forbidden",
    "{{ name is defined }}": "template-forbidden",
    "{{ name|default('x') }}": "template-filter",
    "{{ name|attr('__class__') }}": "template-filter",
    "{{ name|pct }}": "template-filter",
    "{{ name|first }}": "template-filter",
    "{{ a b }}": "template-syntax",
    "{{ name": "template-syntax",
    "name }}": "template-syntax",
    "{{ items }}": "template-list",
    "{{ items.first }}": "template-name",
    "{{ none }}": "template-missing",
    "{{r name }}": "template-forbidden",
    "{{p name }}": "template-forbidden",
    "{% set x = 1 %}": "template-forbidden",
    "{% include 'x' %}": "template-forbidden",
    "{% import 'x' as y %}": "template-forbidden",
    "{% macro m() %}{% endmacro %}": "template-forbidden",
    "{% if name –1 %}x{% endif %}": "template-syntax",
    "{% if name %}x": "template-unclosed",
    "{% for x in name %}{% endfor %}": "template-no-list",
    "{% endif %}": "template-opens-nothing",
    "{% for x in items if x %}{% endfor %}": "template-name",
    "words {%p if name %}": "template-beside",
}


@pytest.mark.parametrize("tag", REFUSED)
def test_what_a_template_may_not_do_is_refused_before_anything_runs(tag):
    found = problems(para(f"<w:r><w:t>{tag.replace('<', '&lt;')}</w:t></w:r>"), name="n", items=["a"], f="f")
    assert REFUSED[tag] in [p.code for p in found]
    assert all(p.place.file == "board.docx" and "paragraph 1" in str(p.place) for p in found)


def test_a_condition_must_close_where_it_opens():
    assert [p.code for p in problems(para("{% if a %}x"), para("y{% endif %}"), a=True)] == ["template-apart"]
    cell = f"<w:tr><w:tc>{para('{%p endif %}')}</w:tc></w:tr>"
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{cell}</w:tbl>'
    assert [p.code for p in problems(para("{%p if a %}"), table, a=True)] == ["template-apart"]


def test_loops_end():
    nested = "".join(f"{{% for a{n} in items %}}" for n in range(6)) + "x" + "{% endfor %}" * 6
    (found,) = problems(para(nested), items=list(range(20)))
    assert "5000 rounds" in found.message


def test_a_field_that_no_template_can_print_is_named():
    found = problems(para("x"), odd=object(), note="a\x0bb")
    assert [(p.code, "odd" in p.message or "note" in p.message) for p in found] == [("template-field", True)] * 2


def test_what_only_shows_in_rendering_names_the_words_around_it():
    (found,) = problems(para("First"), para("Second {% if a > 3 %}x{% endif %}"), a=Run("many", figure="x"))
    assert (found.code, found.place.block) == ("template-result", "near “Second {% if a > 3 %}x{% endif %}”")


def test_a_paper_without_a_title_is_refused():
    with pytest.raises(PapersError, match=r"document\.title"):
        render(word_file(para("x")), "t", {"document": {**ABOUT, "title": ""}})


def test_a_hostile_template_is_vetted():
    with pytest.raises(PapersError, match="macros"):
        render(word_file(para("x"), parts={"word/vbaProject.bin": b"x"}), "t", {"document": ABOUT})


def test_a_paragraph_of_the_template_without_tags_is_as_it_was():
    assert blocks(para("As it was"))[0] == Paragraph("text/1", (Run("As it was"),))
