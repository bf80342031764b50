"""At least one validator catches each deliberate breakage; what all of them miss is listed, and is for a person to look at."""

from functools import cache

import pytest

from papers.layout import lay_out
from papers.writers.pdf import write_pdf
from tests.layout import stress
from tests.pdf.breakages import BREAKAGES, broken
from tests.pdf.validators import quick_failures, verapdf_failures

FOR_A_PERSON = {"call_pictures_pictures", "call_headings_paragraphs", "read_backwards", "write_in_the_wrong_language"}
"""No rule of the standards is broken: the words are wrong, or what they are called. The tests of our own papers hold their structure
against the text writer; of a file from elsewhere `papers inspect` finds the first two."""


@cache
def whole() -> bytes:
    document = stress.every_node()
    return write_pdf(document, stress.house(), lay_out(document, stress.house()))


@pytest.mark.parametrize("change", BREAKAGES, ids=[change.__name__ for change in BREAKAGES])
def test_the_quick_validator_catches_what_breaks_a_rule(change):
    told = [quick_failures(broken(whole(), change), profile) for profile in ("ua1", "2a")]
    assert any(told) is (change.__name__ not in FOR_A_PERSON)


def test_saving_without_a_change_leaves_the_file_valid():
    assert quick_failures(broken(whole(), lambda _: None), "ua1") == []


@pytest.mark.verapdf
def test_verapdf_catches_what_breaks_a_rule(tmp_path):
    files = {change.__name__: tmp_path / f"{change.__name__}.pdf" for change in BREAKAGES}
    for change in BREAKAGES:
        files[change.__name__].write_bytes(broken(whole(), change))
    told = "\n".join(verapdf_failures("ua1,2a", *files.values()))
    assert {name for name, file in files.items() if f"{file}\tFAIL" not in told} == FOR_A_PERSON
