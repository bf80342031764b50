"""Documents as text: exact, canonical, and checked on the way back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from papers.document import Document, Paragraph, Picture, Run, Section, walk
from papers.serial import GONE, SerialError, decode, encode, picture_key
from tests.readers.documents import documents
from tests.readers.word_files import png


def pictures(document: Document) -> dict[str, bytes]:
    return {picture_key(each.data): each.data for each in walk(document) if isinstance(each, Picture)}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_a_document_comes_back_from_its_text_as_it_was(document: Document) -> None:
    text = encode(document)
    assert text.isascii()
    again = decode(text, pictures(document))
    assert again == document
    assert encode(again) == text


def small(**more: Any) -> Document:
    return Document("p", "Title", (Section("s", (Paragraph("s/1", (Run("Words"),)),)),), "Kent", **more)


def test_what_is_at_its_default_takes_no_room() -> None:
    assert '"inlines":["Words"]' in encode(small())
    assert "draft" not in encode(small())


def test_a_picture_that_is_gone_has_no_bytes() -> None:
    document = Document("p", "T", (Section("s", (Picture("s/1", png(), "image/png", "A map", 9, 9),)),), "Kent")
    (found,) = decode(encode(document), {}).sections[0].blocks
    assert isinstance(found, Picture)
    assert found.data == GONE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"title":"Title"', '"title":5'),
        ('"title":"Title"', '"titel":"Title"'),
        ('"title":"Title",', ""),
        ('"is":"Paragraph"', '"is":"Parable"'),
        ('"is":"Paragraph",', ""),
        ('"inlines":["Words"]', '"inlines":"Words"'),
        ('"inlines":["Words"]', '"inlines":[{"is":"Run","text":"Words","bold":1}]'),
        ('"inlines":["Words"]', '"inlines":[7]'),
        ('"id":"s/1"', '"id":"s"'),
        ('"date":"2000-01-02"', '"date":"tomorrow"'),
        ("}", ""),
    ],
)
def test_a_text_that_says_no_document_is_refused(before: str, after: str) -> None:
    import datetime as dt

    text = encode(small(date=dt.date(2000, 1, 2)))
    assert before in text
    with pytest.raises(SerialError):
        decode(text.replace(before, after, 1), {})


def test_a_text_nested_without_end_is_refused() -> None:
    with pytest.raises(SerialError):
        decode("[" * 100_000, {})


def test_a_number_of_the_wrong_form_is_refused() -> None:
    text = json.dumps({"is": "Document", "paper": "p", "title": "T", "organisation": "K", "sections": [], "date": "2014-13-01"})
    with pytest.raises(SerialError):
        decode(text, {})
