"""A few of Kent's papers are as they were when somebody last looked at them (golden_files.py says how to renew them)."""

import difflib

from tests.papers.golden_files import FOLDER, kept

HOW = "Where this is meant: python -m tests.papers.golden_files, look at git diff, commit."


def changes(name: str, now: str) -> str:
    """What differs from the file that is kept, at most 40 lines."""
    path = FOLDER / name
    before = path.read_text("utf-8") if path.exists() else ""
    lines = difflib.unified_diff(before.splitlines(), now.splitlines(), f"golden/{name}", "now", lineterm="", n=1)
    return "\n".join(list(lines)[:40])


def test_the_papers_are_those_that_are_kept(built):
    told = {name: changes(name, now) for name, now in kept(built)}
    differing = [text for text in told.values() if text]
    assert not differing, "\n\n".join([*differing, HOW])


def test_no_golden_file_is_left_over(built):
    names = {name for name, _ in kept(built)}
    assert {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.*")} == names
