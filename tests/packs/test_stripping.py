"""Word files that go public hold nothing but what they show."""

import json
import subprocess
import zipfile
from io import BytesIO

import pytest
from click.testing import CliRunner
from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.shared import Pt
from PIL import Image

from papers.cli import main
from papers.commands.build import build
from papers.document import walk
from papers.errors import PapersError
from papers.packs.leaks import leaks
from papers.packs.leaks.texts import texts_of
from papers.packs.stripping import strip_word
from papers.packs.stripping.pictures import bare_picture
from papers.readers.word import read_word
from tests.conftest import KENT
from tests.packs.planted import W, png

SECRET = "the sealed tender of Harrow and Finch Limited was the lowest of three"
REMARK = f"Do not publish: {SECRET}"


def jpeg():
    made = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = SECRET
    Image.new("RGB", (8, 8), "red").save(made, "JPEG", exif=exif, comment=SECRET)
    return made.getvalue()


def run(words, properties=""):
    return f'<w:r xmlns:w="{W}"><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def changed(kind, words, text="t"):
    inner = run(words).replace("<w:t ", f"<w:{text} ").replace("</w:t>", f"</w:{text}>")
    return f'<w:{kind} xmlns:w="{W}" w:id="7" w:author="Pat Officer" w:date="2014-01-01T00:00:00Z">{inner}</w:{kind}>'


@pytest.fixture(scope="module")
def edited():
    """A Word file as an officer leaves it: everything in it that nobody should see."""
    made = WordDocument()
    made.core_properties.author = "Pat Officer"
    made.core_properties.title = "Depots"
    made.core_properties.comments = REMARK
    style = made.styles.add_style("Members only", 1)
    style.font.hidden = True
    first = made.add_paragraph("The depot at Northgate is open. ")
    first._p.set(f"{{{W}}}rsidR", "00AB12CD")
    made.add_comment(first.runs, text=REMARK, author="Pat Officer", initials="PO")
    first._p.append(parse_xml(run(f"{SECRET} ", "<w:vanish/>")))
    first._p.append(parse_xml(changed("ins", "It serves the north. ")))
    first._p.append(parse_xml(changed("del", SECRET, "delText")))
    made.add_paragraph(SECRET, style="Members only")
    made.add_paragraph("Shown after all.", style="Members only").runs[0].font.hidden = False
    made.add_paragraph("The end.").runs[0].font.size = Pt(11)
    made.add_picture(BytesIO(png(Comment=SECRET)))
    made.add_picture(BytesIO(jpeg()))
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def everything(data):
    return " ".join(each.words for each in texts_of("a.docx", data))


def shown(data):
    return "\n".join(each.text for each in WordDocument(BytesIO(data)).paragraphs if each.text)


def test_nothing_secret_is_left_anywhere(edited):
    assert leaks({"a.docx": edited}, {"e.txt": SECRET.encode()}, {})
    stripped = strip_word(edited, "accepted").data
    assert leaks({"a.docx": stripped}, {"e.txt": SECRET.encode()}, {}) == ()
    assert "Pat Officer" not in everything(stripped)
    assert "00AB12CD" not in everything(stripped)


def test_what_it_shows_stays(edited):
    stripped = strip_word(edited, "accepted").data
    assert shown(stripped) == "The depot at Northgate is open. It serves the north. \nShown after all.\nThe end."
    assert WordDocument(BytesIO(stripped)).core_properties.title == "Depots"


def test_changes_are_settled_as_asked(edited):
    stripped = strip_word(edited, "rejected").data
    assert f"is open. {SECRET}" in shown(stripped)
    assert "serves the north" not in everything(stripped)


def test_what_was_taken_is_counted_by_what_it_was(edited):
    taken = strip_word(edited, "accepted").taken
    assert (taken["comments"], taken["tracked changes"], taken["hidden text"], taken["metadata of pictures"]) == (1, 2, 2, 2)


def test_no_part_is_listed_that_is_gone(edited):
    with zipfile.ZipFile(BytesIO(strip_word(edited, "accepted").data)) as package:
        names = package.namelist()
        listed = package.read("[Content_Types].xml").decode() + package.read("word/_rels/document.xml.rels").decode()
    assert not any("comments" in name for name in names)
    assert "comments" not in listed


def test_stripping_twice_changes_nothing_more(edited):
    once = strip_word(edited, "accepted")
    again = strip_word(once.data, "accepted")
    assert again.data == once.data
    assert again.taken == {}


def test_an_author_may_stand_for_the_person(edited):
    stripped = strip_word(edited, "accepted", author="Example Council").data
    assert WordDocument(BytesIO(stripped)).core_properties.author == "Example Council"


def test_a_file_with_macros_is_refused():
    made = BytesIO()
    WordDocument().save(made)
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(PapersError):
        strip_word(made.getvalue(), "accepted")


@pytest.mark.parametrize("make", [jpeg, lambda: png(Comment=SECRET)])
def test_a_picture_keeps_every_sample(make):
    bare = bare_picture(make())
    assert SECRET.encode() not in bare
    with Image.open(BytesIO(make())) as before, Image.open(BytesIO(bare)) as after:
        assert list(before.convert("RGB").tobytes()) == list(after.convert("RGB").tobytes())
        assert not after.getexif()


def test_a_damaged_picture_stays_as_it_is():
    assert bare_picture(b"\xff\xd8\xff") == b"\xff\xd8\xff"
    assert bare_picture(jpeg()[:40]) == jpeg()[:40]


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    out = tmp_path_factory.mktemp("report")
    build(KENT, out, only=("quarterly-performance-report",), formats=("docx",))
    return (out / "quarterly-performance-report.docx").read_bytes()


def test_our_own_report_reads_as_before_without_the_copy_of_what_was_sent(report):
    stripped = strip_word(report, "accepted").data
    with zipfile.ZipFile(BytesIO(stripped)) as package:
        assert not any(name.startswith("customXml") for name in package.namelist())
    before, after = (read_word(data).document for data in (report, stripped))
    assert len(list(walk(before))) > 500
    assert list(walk(after)) == list(walk(before))


def test_the_command_refuses_undecided_changes_and_writes_nothing(edited, tmp_path):
    (tmp_path / "a.docx").write_bytes(edited)
    done = CliRunner().invoke(main, ["strip", str(tmp_path / "a.docx"), "--out", str(tmp_path / "b.docx")])
    assert done.exit_code == 1
    assert not (tmp_path / "b.docx").exists()


def test_the_command_says_what_it_took_out(edited, tmp_path):
    (tmp_path / "a.docx").write_bytes(edited)
    arguments = ["strip", str(tmp_path / "a.docx"), "--out", str(tmp_path / "b.docx"), "--tracked", "accepted", "--json"]
    said = json.loads(CliRunner().invoke(main, arguments).stdout)
    assert (said["schema"], said["taken"]["comments"]) == ("papers.strip/1", 1)
    assert (tmp_path / "b.docx").read_bytes() == strip_word(edited, "accepted").data


@pytest.mark.libreoffice
def test_another_program_opens_what_is_left(edited, tmp_path):
    (tmp_path / "a.docx").write_bytes(strip_word(edited, "accepted").data)
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120)
    assert "It serves the north." in (tmp_path / "a.txt").read_text("utf-8")
