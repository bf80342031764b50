"""The package is whole, the same for the same paper, and opens with readers that know nothing of it."""

import datetime as dt
import posixpath
import zipfile
from io import BytesIO

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from papers.document import Document
from tests.word.opened import find, parts, properties, tree
from tests.word.sample import house, one, paper, template, trend, written


@pytest.fixture(scope="module")
def document() -> Document:
    return paper(2, draft="DRAFT, version 2, data of 5 February 2014")


@pytest.fixture(scope="module")
def data(document) -> bytes:
    return written(document)


def test_every_part_has_a_content_type_and_every_override_a_part(data):
    root = tree(data, "[Content_Types].xml")
    defaults, overrides = find(root, "ct:Default/@Extension"), find(root, "ct:Override/@PartName")
    names = [name for name in parts(data) if name != "[Content_Types].xml"]
    assert {name[1:] for name in overrides} <= set(names)
    assert len(overrides) == len(set(overrides))
    assert all("/" + name in overrides or name.rpartition(".")[2] in defaults for name in names)


def test_every_relationship_leads_to_a_part_and_every_reference_to_a_relationship(data):
    every = parts(data)
    for name in every:
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            relations = find(tree(data, name), "pr:Relationship")
            assert len({each.get("Id") for each in relations}) == len(relations)
            inside = [each.get("Target") for each in relations if each.get("TargetMode") != "External"]
            assert all(posixpath.normpath(posixpath.join(folder, target)).lstrip("/") in every for target in inside), name
        elif name.endswith(".xml"):
            own = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
            known = {each.get("Id") for each in tree(data, own)} if own in every else set()
            used = find(tree(data, name), "//@r:id | //@r:embed")
            assert set(used) <= known, name


def test_ids_of_controls_bookmarks_drawings_and_notes_are_unique(data):
    root = tree(data)
    for path in (
        "//w:sdtPr/w:id/@w:val",
        "//w:sdtPr/w:tag/@w:val",
        "//w:bookmarkStart/@w:id",
        "//w:bookmarkStart/@w:name",
        "//wp:docPr/@id",
    ):
        found = find(root, path)
        assert found
        assert len(found) == len(set(found)), path
    assert sorted(find(root, "//w:bookmarkStart/@w:id")) == sorted(find(root, "//w:bookmarkEnd/@w:id"))


def test_every_link_within_the_paper_leads_to_a_bookmark(data):
    root = tree(data)
    names = set(find(root, "//w:bookmarkStart/@w:name"))
    assert set(find(root, "//w:hyperlink/@w:anchor")) <= names
    codes = find(root, "//w:fldSimple/@w:instr") + [each.text for each in find(root, "//w:instrText")]
    assert {code.split()[1] for code in codes if code.split()[0] == "PAGEREF"} <= names


def test_the_same_paper_gives_the_same_bytes(document, data):
    assert written(document) == data


def test_no_part_has_a_date_of_its_own(data):
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2014-02-05T00:00:00Z" in parts(data)["docProps/core.xml"]


def test_core_properties_are_those_of_the_paper(data):
    found = docx.Document(BytesIO(data)).core_properties
    assert (found.title, found.subject, found.author, found.language) == (
        "Quarterly Performance Report",
        "Performance",
        "Strategy",
        "en-GB",
    )
    assert found.created == found.modified == dt.datetime(2014, 2, 5, tzinfo=dt.UTC)


def test_the_language_of_the_paper_is_that_of_its_styles():
    welsh = written(paper(1, language="cy-GB"))
    assert find(tree(welsh, "word/styles.xml"), "string(//w:docDefaults//w:lang/@w:val)") == "cy-GB"


def test_the_file_says_which_paper_it_holds(data):
    (item,) = [root for name in parts(data) if name == "customXml/item1.xml" for root in [tree(data, name)]]
    assert dict(item.attrib) == {"id": "sample", "checksum": "abc", "format": "papers.word/1", "title": "Quarterly Performance Report"}
    found = properties(data)
    assert found["Paper"] == "sample"
    assert found["Running title"] == "Quarterly Performance Report, Quarter 3 2013/14"
    assert found["Draft"] == "DRAFT, version 2, data of 5 February 2014"


def test_each_figure_is_a_property_under_its_key(data):
    found = properties(data)
    assert (found["summary/rating/Green"], found["AB01/2013-12-31/actual"]) == ("19", "84%")
    codes = find(tree(data), "//w:fldSimple/@w:instr")
    assert any('DOCPROPERTY "summary/rating/Green"' in code for code in codes)


def test_nothing_asks_to_update_fields(data):
    assert b"updateFields" not in parts(data)["word/settings.xml"]
    assert not find(tree(data), "//w:fldChar[@w:dirty]")


def test_the_draft_is_marked_on_every_kind_of_page(data):
    root = tree(data)
    relations = {each.get("Id"): each.get("Target") for each in tree(data, "word/_rels/document.xml.rels")}
    used = {relations[each] for each in find(root, "//w:headerReference/@r:id")}
    assert len(used) == 3
    for name in used:
        assert "DRAFT, version 2, data of 5 February 2014" in "".join(find(tree(data, f"word/{name}"), "//w:t/text()"))


def test_a_paper_that_is_no_draft_has_no_mark():
    assert not [name for name, part in parts(written(paper(1))).items() if b"DRAFT" in part]


def test_wide_pages_have_their_tabs_at_their_own_edge(data):
    wide = tree(data, "word/header1Wide.xml")
    assert find(wide, "//w:tab/@w:pos") == ["9420", "14300"]
    assert find(tree(data), "//w:sectPr/w:pgSz[@w:orient='landscape']/@w:w") == ["16838"]


def test_only_the_title_section_has_a_title_page(data):
    pages = [bool(find(each, "w:titlePg")) for each in find(tree(data), "//w:sectPr")]
    assert pages == [True, False, False, False, False]


def test_python_docx_reads_sections_and_styles(data):
    found = docx.Document(BytesIO(data))
    assert [section.orientation.name for section in found.sections] == ["PORTRAIT"] * 3 + ["LANDSCAPE", "PORTRAIT"]
    assert found.sections[0].page_width.pt == pytest.approx(house().page.width)
    assert {style.name for style in found.styles} >= {"Heading 1", "Table Text", "House Table"}


def test_a_validator_that_knows_words_schemas_finds_nothing(tmp_path, data):
    file = tmp_path / "paper.docx"
    file.write_bytes(data)
    found = OpenXmlValidator().validate(str(file))
    assert [str(error) for error in found.errors] == []


def test_the_validator_would_find_what_is_wrong(tmp_path):
    file = tmp_path / "broken.docx"
    with zipfile.ZipFile(file, "w") as package:
        for name, part in parts(written(one(trend(1)))).items():
            package.writestr(name, part.replace(b"<w:cantSplit/>", b"<w:cannotSplit/>", 1))
    assert not OpenXmlValidator().validate(str(file)).is_valid


def test_styles_and_theme_are_the_templates_own(data):
    before, after = parts(template()), parts(data)
    for name in ("word/styles.xml", "word/theme/theme1.xml", "word/settings.xml", "word/fontTable.xml"):
        assert after[name] == before[name]


def test_all_markup_is_well_formed_and_declares_its_namespaces(data):
    for name, part in parts(data).items():
        if name.endswith((".xml", ".rels")):
            assert etree.fromstring(part).nsmap, name
