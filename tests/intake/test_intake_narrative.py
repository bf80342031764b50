"""The narrative's files as parts: which part a file is, where commentary begins, what is placed, what is due."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from papers.dataset import Awaited, Placed
from papers.document import Heading, Paragraph, Picture, plain
from papers.intake.narrative import key_of, part_key
from tests.intake.small_report import problems_of, read, write

FERNSHIRE = Path(__file__).resolve().parents[2] / "data" / "fernshire-2025-26" / "q2" / "narrative"


def parts(folder, changes=None):
    return {part.key: part for part in read(folder, changes).narrative}


def words(part):
    return [plain(block.inlines) for block in part.blocks if isinstance(block, Heading | Paragraph)]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("foreword.md", "foreword"),
        ("section-adult-social-care.docx", "section/adult-social-care"),
        ("section__roads.md", "section/roads"),
        ("section/roads.md", "section/roads"),
        ("directorate-place.md", "directorate/place"),
        ("cover-legal.md", "cover/legal"),
        ("data-quality.md", "data-quality"),
        ("indicator__CS01__commentary.md", "indicator/CS01/commentary"),
        ("indicator/CS01.md", "indicator/CS01"),
    ],
)
def test_a_files_name_says_which_part_it_is(name, key):
    assert key_of(Path(name)) == key


def test_a_file_of_an_indicator_is_its_commentary(tmp_path):
    found = parts(tmp_path, {"narrative/indicator-RO01.md": None, "narrative/indicator/RO01.md": "Fewer holes.\n"})
    assert words(found["indicator/RO01/commentary"]) == ["Fewer holes."]


def test_a_part_has_its_title_and_keeps_it_out_of_its_text(tmp_path):
    part = parts(tmp_path)["foreword"]
    assert (part.title, words(part)) == ("Foreword", ["A good quarter."])


def test_an_indicators_id_alone_opens_its_commentary(tmp_path):
    text = "# Roads\n\nBefore.\n\n# RO01\n\nHoles.\n\n## Why\n\nFrost.\n\n# WA01\n\nBins.\n"
    found = parts(tmp_path, {"narrative/section-roads.md": text, "narrative/section-waste.md": None})
    assert words(found["section/roads"]) == ["Before."]
    assert words(found["indicator/RO01/commentary"]) == ["Holes.", "Why", "Frost."]
    assert words(found["indicator/WA01/commentary"]) == ["Bins."]
    assert found["indicator/RO01/commentary"].place.row == 5


def test_named_parts_of_a_commentary_have_keys_of_their_own(tmp_path):
    found = parts(tmp_path)
    assert words(found["indicator/PE01/commentary"]) == ["More visits."]
    assert (found["indicator/PE01/what-we-do"].title, words(found["indicator/PE01/what-we-do"])) == ("What we do", ["We visit."])


def test_blocks_are_numbered_within_their_part(tmp_path):
    found = parts(tmp_path, {"narrative/section-people.md": "One.\n\nTwo.\n\n# PE01\n\nThree.\n\n- a\n- b\n"})
    assert [block.id for part in ("section/people", "indicator/PE01/commentary") for block in found[part].blocks] == [
        "section/people/1",
        "section/people/2",
        "indicator/PE01/commentary/1",
        "indicator/PE01/commentary/2",
    ]


def test_what_is_placed_stands_among_the_blocks(tmp_path):
    text = "Before.\n\n{{chart RO01}}\n\nBetween.\n\n{{ indicator PE01 }}\n{{table loads}}\n"
    part = parts(tmp_path, {"narrative/section-roads.md": text, "narrative/section-waste.md": None})["section/roads"]
    assert [block for block in part.blocks if isinstance(block, Placed)] == [
        Placed("chart", "RO01"),
        Placed("indicator", "PE01"),
        Placed("table", "loads"),
    ]
    assert [isinstance(block, Placed) for block in part.blocks] == [False, True, False, True, True]


@pytest.mark.parametrize(
    ("line", "awaited"),
    [
        ("Awaited: from Cy Bin. Say why.", Awaited("Say why.", "Cy Bin")),
        ("Awaited: from Dr. A. Bin: say why. And when.", Awaited("say why. And when.", "Dr. A. Bin")),
        ("Awaited: Say why.", Awaited("Say why.")),
        ("Awaited: from Cy Bin.", Awaited("Commentary is due.", "Cy Bin")),
        ("Awaited:", Awaited("Commentary is due.")),
    ],
)
def test_a_first_line_says_what_is_awaited_and_from_whom(tmp_path, line, awaited):
    part = parts(tmp_path, {"narrative/section-waste.md": f"# WA01\n\n{line}\n"})["indicator/WA01/commentary"]
    assert (part.awaited, part.blocks) == (awaited, ())


def test_text_that_stands_already_is_kept_beside_what_is_awaited(tmp_path):
    part = parts(tmp_path, {"narrative/section-waste.md": "Awaited: from Cy Bin. More.\n\nSo far.\n"})["section/waste"]
    assert (part.awaited or Awaited("")).owner == "Cy Bin"
    assert words(part) == ["So far."]


def test_an_empty_part_is_no_part(tmp_path):
    assert "indicator/WA01/commentary" not in parts(tmp_path, {"narrative/section-waste.md": "Words.\n\n# WA01\n"})


def test_a_problem_in_the_text_is_on_its_line(tmp_path):
    found = problems_of(write(tmp_path, {"narrative/foreword.md": "# Foreword\n\nWords.\n\n![](gone.png)\n"}))
    assert {(one.place.file, one.place.row) for one in found} == {("narrative/foreword.md", 5)}


def test_markdown_in_windows_encoding_is_read_with_a_note(tmp_path):
    write(tmp_path, {"narrative/foreword.md": "Caf\u00e9 \u2013 good.\n".encode("cp1252")})
    assert [one.code for one in problems_of(tmp_path)] == ["windows-encoding"]


def test_pictures_are_found_beside_the_text(tmp_path):
    write(tmp_path)
    shutil.copy(FERNSHIRE / "libraries.png", tmp_path / "narrative" / "bins.png")
    part = parts(tmp_path, {"narrative/foreword.md": "![Bins in a row](bins.png)\n"})["foreword"]
    assert isinstance(part.blocks[0], Picture)


def test_a_word_file_holds_parts_as_markdown_does(tmp_path):
    from docx import Document

    document = Document()
    document.add_heading("Waste", 1)
    document.add_paragraph("Heavier bins.")
    document.add_paragraph("{{table loads}}")
    document.add_heading("WA01", 1)
    document.add_paragraph("Awaited: from Cy Bin. Say why.")
    write(tmp_path, {"narrative/section-waste.md": None})
    document.save(str(tmp_path / "narrative" / "section-waste.docx"))
    found = parts(tmp_path, {"narrative/section-waste.md": None})
    assert found["section/waste"].title == "Waste"
    assert words(found["section/waste"]) == ["Heavier bins."]
    assert found["section/waste"].blocks[1] == Placed("table", "loads")
    assert found["indicator/WA01/commentary"].awaited == Awaited("Say why.", "Cy Bin")


def test_a_long_name_of_a_part_is_cut_to_what_an_id_holds():
    long = "What is being done about it by whom, and by when it will be done"
    assert len(part_key("ABC01", long)) <= 60
    assert part_key("ABC01", "Commentary") == "indicator/ABC01/commentary" == part_key("ABC01")


def test_authored_parts_of_the_outline_may_be_computed_ones(tmp_path):
    assert problems_of(write(tmp_path, {"narrative/summary.md": "All is well.\n"})) == ()
