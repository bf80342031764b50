"""`papers seal` and `papers verify`: every change of a published folder is found, and what was published can be built again."""

import json
import os
import shutil
from io import BytesIO

import pikepdf
import pytest
from click.testing import CliRunner

from papers.cli import main
from papers.commands.build import build
from papers.commands.files import write_files
from papers.commands.seal import seal
from papers.commands.verify import verify
from papers.errors import PapersError
from papers.seals import MANIFEST, DamagedManifestError, Manifest, SealedFile, clashes, hostile, read_manifest, write_manifest
from tests.conftest import KENT

FERNSHIRE = KENT.parent / "fernshire-2025-26" / "q1"
COVER = "cabinet-cover-report"


@pytest.fixture
def folder(tmp_path):
    """A folder of three files, one of them in a folder of its own."""
    made = tmp_path / "website"
    write_files(made, {"agenda.txt": b"one", "minutes.txt": b"two"})
    (made / "items").mkdir()
    (made / "items" / "item-5.txt").write_bytes(b"three")
    return made


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A sealed cover report in every form, of the smaller shipped report."""
    out = tmp_path_factory.mktemp("published")
    build(FERNSHIRE, out, only=(COVER,), formats=("docx", "pdf", "html", "text"))
    return out, seal(out)


def verdicts(folder):
    return {each.path: each.verdict for each in verify(folder).findings if each.verdict != "same"}


def codes(call):
    with pytest.raises(PapersError) as stopped:
        call()
    return [each.code for each in stopped.value.problems]


def test_a_folder_as_it_was_sealed_is_good(folder):
    seal(folder)
    assert verify(folder).exit_code == 0
    assert verify(folder).counts == {"same": 3, "changed": 0, "missing": 0, "extra": 0, "renamed": 0}


def test_sealing_twice_gives_the_same_bytes(folder):
    seal(folder)
    first = (folder / MANIFEST).read_bytes()
    assert seal(folder).again
    assert (folder / MANIFEST).read_bytes() == first


def test_a_single_changed_byte_is_found(folder):
    seal(folder)
    (folder / "items" / "item-5.txt").write_bytes(b"threE")
    assert verdicts(folder) == {"items/item-5.txt": "changed"}
    assert verify(folder).exit_code == 1


def test_a_missing_and_an_extra_file_are_found(folder):
    seal(folder)
    (folder / "agenda.txt").unlink()
    (folder / "items" / ".hidden").write_bytes(b"four")
    assert verdicts(folder) == {"agenda.txt": "missing", "items/.hidden": "extra"}


def test_a_file_that_differs_in_capitals_alone_is_renamed(folder):
    seal(folder)
    (folder / "agenda.txt").rename(folder / "Agenda.txt")
    assert verdicts(folder) == {"agenda.txt": "renamed"}


def test_a_file_that_moved_is_found_by_its_bytes(folder):
    seal(folder)
    (folder / "agenda.txt").rename(folder / "items" / "first.txt")
    (finding,) = [each for each in verify(folder).findings if each.verdict != "same"]
    assert (finding.path, finding.why) == ("agenda.txt", "it is now called items/first.txt")


def test_a_file_renamed_in_capitals_and_changed_is_both(folder):
    seal(folder)
    (folder / "agenda.txt").unlink()
    (folder / "AGENDA.txt").write_bytes(b"other")
    assert verdicts(folder) == {"agenda.txt": "renamed", "AGENDA.txt": "changed"}


def test_a_link_to_the_same_bytes_is_not_the_file(folder, tmp_path):
    seal(folder)
    shutil.copy(folder / "agenda.txt", tmp_path / "elsewhere.txt")
    (folder / "agenda.txt").unlink()
    (folder / "agenda.txt").symlink_to(tmp_path / "elsewhere.txt")
    assert verdicts(folder) == {"agenda.txt": "changed"}


def test_a_link_is_not_sealed_and_not_followed(folder, tmp_path):
    (folder / "away").symlink_to(tmp_path)
    assert codes(lambda: seal(folder)) == ["seal-strange"]
    assert not (folder / MANIFEST).exists()


def test_a_linked_folder_is_extra_and_not_walked(folder):
    seal(folder)
    (folder / "round").symlink_to(folder)
    assert verdicts(folder) == {"round": "extra"}


def test_a_pipe_is_refused_at_once_not_read(folder):
    os.mkfifo(folder / "pipe")
    assert codes(lambda: seal(folder)) == ["seal-strange"]


@pytest.mark.parametrize("name", ["a\nb.txt", "con.txt", "a:b.txt", "dots. ", "right\u202eto-left.txt", "back\\slash.txt", b"\xff.txt"])
def test_a_name_that_not_every_system_can_hold_is_refused(folder, name):
    (folder / os.fsdecode(name)).write_bytes(b"x")
    assert codes(lambda: seal(folder)) == ["seal-name"]


def test_a_hostile_name_that_came_later_is_printed_harmlessly(folder):
    seal(folder)
    (folder / os.fsdecode(b"\xff\x1b[2J.txt")).write_bytes(b"x")
    for options in ([], ["--json"]):
        done = CliRunner().invoke(main, ["verify", str(folder), *options])
        assert done.exit_code == 1
        assert "\x1b" not in done.stdout


def test_names_that_differ_in_capitals_or_accents_alone_are_refused(folder):
    (folder / "Agenda.txt").write_bytes(b"x")
    (folder / "caf\u00e9.txt").write_bytes(b"x")
    (folder / "cafe\u0301.txt").write_bytes(b"x")
    assert codes(lambda: seal(folder)) == ["seal-clash", "seal-clash"]


def test_a_folder_that_changed_is_not_sealed_over_by_accident(folder):
    seal(folder)
    (folder / "agenda.txt").write_bytes(b"other")
    assert codes(lambda: seal(folder)) == ["seal-there"]
    assert not seal(folder, force=True).again
    assert verify(folder).exit_code == 0


def test_an_empty_folder_is_not_sealed(tmp_path):
    assert codes(lambda: seal(tmp_path)) == ["seal-nothing"]


def test_a_folder_without_a_manifest_is_not_verified(folder):
    assert codes(lambda: verify(folder)) == ["seal-missing"]


def tampered(change):
    said = json.loads(write_manifest(Manifest((SealedFile("a.txt", "0" * 64, 1),))))
    change(said)
    return json.dumps(said)


@pytest.mark.parametrize(
    "change",
    [
        lambda said: said["files"][0].update(path="../a.txt"),
        lambda said: said["files"][0].update(path="/etc/passwd"),
        lambda said: said["files"][0].update(bytes=2),
        lambda said: said["files"][0].update(bytes=True),
        lambda said: said["files"][0].update(sha256="zz"),
        lambda said: said["files"].append(dict(said["files"][0])),
        lambda said: said["files"].append("a.txt"),
        lambda said: said.update(schema="papers.seal/2"),
        lambda said: said.update(seal="0" * 64),
    ],
)
def test_a_manifest_that_was_tampered_with_is_not_trusted(change):
    with pytest.raises(DamagedManifestError):
        read_manifest(tampered(change))


def test_a_manifest_that_nests_without_end_is_no_manifest():
    with pytest.raises(DamagedManifestError):
        read_manifest("[" * 100_000)


def test_a_manifest_is_read_as_it_was_written(published):
    _out, made = published
    assert read_manifest(write_manifest(made.manifest)) == made.manifest


def test_each_file_says_what_it_was_built_from(published):
    _out, made = published
    files = {each.path: each for each in made.manifest.files}
    assert sorted(files) == [f"{COVER}.{end}" for end in ("docx", "html", "pdf", "txt")]
    assert len({each.origin for each in files.values()}) == 1
    origin = files[f"{COVER}.pdf"].origin
    assert origin.paper == COVER
    assert len(origin.data) == len(origin.template) == 64
    assert origin.rules
    assert origin.program
    assert files[f"{COVER}.pdf"].pages > 0
    assert files[f"{COVER}.pdf"].title == files[f"{COVER}.docx"].title != ""


def test_files_copied_elsewhere_still_name_their_data(published, tmp_path):
    out, made = published
    for end in ("pdf", "docx", "html"):
        shutil.copy(out / f"{COVER}.{end}", tmp_path)
    copied = {each.path: each.origin for each in seal(tmp_path).manifest.files}
    assert {each.data for each in copied.values()} == {made.manifest.files[0].origin.data}
    assert copied[f"{COVER}.pdf"].paper == copied[f"{COVER}.docx"].paper == COVER


def test_an_edited_file_does_not_claim_the_build_as_its_origin(published, tmp_path):
    out = shutil.copytree(published[0], tmp_path / "edited")
    with pikepdf.open(out / f"{COVER}.pdf", allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = "Edited"
        pdf.save(out / f"{COVER}.pdf")
    files = {each.path: each.origin for each in seal(out, force=True).manifest.files}
    assert files[f"{COVER}.pdf"].program == ""
    assert files[f"{COVER}.docx"].program != ""


def test_damaged_and_locked_files_are_sealed_as_they_are(tmp_path):
    locked = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    for name, data in {"a.pdf": b"%PDF-1.7 rubbish", "b.docx": b"PK rubbish", "c.pdf": locked.getvalue(), "d.html": b"\xff<title>"}.items():
        (tmp_path / name).write_bytes(data)
    assert [(each.pages, each.title) for each in seal(tmp_path).manifest.files] == [(None, "")] * 4
    assert verify(tmp_path).exit_code == 0


def test_what_was_published_is_built_again_from_its_data(published):
    out, _made = published
    found = verify(out, FERNSHIRE)
    assert [each.reproduced for each in found.rebuilt] == [True] * 4
    assert found.exit_code == 0


def test_a_pdf_that_carries_its_data_is_built_again(tmp_path):
    build(FERNSHIRE, tmp_path, only=(COVER,), formats=("pdf",), attach_data=True)
    seal(tmp_path)
    assert [each.reproduced for each in verify(tmp_path, FERNSHIRE).rebuilt] == [True]


def test_other_data_than_was_published_is_named_as_the_reason(published, tmp_path):
    report = shutil.copytree(FERNSHIRE, tmp_path / "report")
    settings = report / "report.toml"
    settings.write_text(settings.read_text("utf-8").replace('version = "', 'version = "9.'), "utf-8")
    found = verify(published[0], report)
    assert found.exit_code == 1
    differing = [each for each in found.rebuilt if not each.reproduced]
    assert f"{COVER}.pdf" in {each.path for each in differing}
    assert all("the data" in each.why for each in differing)


def test_the_commands_say_it_to_people_and_machines(folder):
    runner = CliRunner()
    sealed = runner.invoke(main, ["seal", str(folder), "--json"])
    assert json.loads(sealed.stdout) == json.loads((folder / MANIFEST).read_text("utf-8"))
    (folder / "minutes.txt").unlink()
    said = runner.invoke(main, ["verify", str(folder)])
    assert said.exit_code == 1
    assert "MISSING  minutes.txt" in said.stdout
    answer = json.loads(runner.invoke(main, ["verify", str(folder), "--json"]).stdout)
    assert (answer["schema"], answer["counts"]["missing"], answer["rebuilt"]) == ("papers.verify/1", 1, None)


@pytest.mark.parametrize("path", ["", "/a", "../a", "a/../b", "a//b", "a\\b", "nul", "COM1.txt", "a" * 256])
def test_a_path_that_leads_out_or_nowhere_is_hostile(path):
    assert hostile(path)


def test_plain_paths_in_any_script_are_not():
    assert not any(map(hostile, ["a.pdf", "items/item 5 – Añadido.pdf", "議題.pdf"]))
    assert not clashes(["a.pdf", "b.pdf", "a/b.pdf"])
