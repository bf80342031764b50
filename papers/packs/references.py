"""References of our papers to pages of others, "pages 4 to 5 of Appendix 1", made to say the pack's numbers.

Where the other paper is not in the reader's pack they say that they count from its own first page, which is true in every copy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from papers.document import AuthoredBlock, Block, Commentary, Document, Group, Inline, Link, Run
from papers.rewriting import rewritten

PAGES = r"(?P<word>[Pp]ages?)(?P<space>[ \u00a0])(?P<first>\d{1,4})(?:(?P<to>[ \u00a0]?(?:to|and|-|\u2013)[ \u00a0]?)(?P<last>\d{1,4}))?"
COUNTED = " (counted from its first page)"
"""What is said of pages of a paper that is closed to the reader, still to follow, or in another file: nobody here knows its numbers."""
SUMMARY = re.compile(rf"(?P<before>\bsummary\b[^.]*?)\b{PAGES}")

B = TypeVar("B", bound=Block)
Worded = Callable[[str], str]


def renumbered(document: Document, firsts: Mapping[str, int]) -> Document:
    """The document with "pages 4 to 5 of Appendix 1" as "pages 16 to 17 (Appendix 1)" for each label whose first page `firsts` gives."""
    labels = {label.casefold(): first for label, first in firsts.items()}
    return _with_labels(document, labels, lambda found: f"{_moved(found, labels[found['label'].casefold()] - 1)} ({found['label']})")


def counted(document: Document, labels: Collection[str]) -> Document:
    """The document with "pages 4 to 5 of Appendix 1" as pages counted from its first, for each of the labels."""
    return _with_labels(document, labels, lambda found: found[0] + COUNTED)


def _with_labels(document: Document, labels: Collection[str], said: Callable[[re.Match[str]], str]) -> Document:
    """The document with `said` in the place of each reference to pages of a paper with one of the labels."""
    if not labels:
        return document
    named = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    sought = re.compile(rf"\b{PAGES} (?:of|in) (?:the )?(?P<label>{named})(?!\w)", re.IGNORECASE)
    return _reworded(document, lambda text: sought.sub(said, text))


def with_summary_on(document: Document, pages: str) -> Document:
    """The cover report with "its summary is on pages 7 to 11" saying these pages, such as "13 to 17"."""

    def said(found: re.Match[str]) -> str:
        return f"{found['before']}{found['word'].rstrip('s')}{'s' if ' ' in pages else ''}{found['space']}{pages}"

    return _reworded(document, lambda text: SUMMARY.sub(said, text))


def with_summary_moved(document: Document, by: int) -> Document:
    """The cover report with "its summary is on pages 7 to 11" saying pages so many further on."""
    return _reworded(document, lambda text: SUMMARY.sub(lambda found: found["before"] + _moved(found, by), text))


def with_summary_counted(document: Document) -> Document:
    """The cover report with "its summary is on pages 7 to 11" saying that they count from the report's first."""
    return _reworded(document, lambda text: SUMMARY.sub(lambda found: found[0] + COUNTED, text))


def _moved(found: re.Match[str], by: int) -> str:
    last = f"{found['to']}{int(found['last']) + by}" if found["last"] else ""
    return f"{found['word']}{found['space']}{int(found['first']) + by}{last}"


def _reworded(document: Document, worded: Worded) -> Document:
    def change(part: Inline) -> Inline:
        match part:
            case Run(text=text):
                return replace(part, text=worded(text))
            case Link(runs=runs):
                return replace(part, runs=tuple(replace(run, text=worded(run.text)) for run in runs))
            case _:
                return part

    def block(each: B) -> B:
        match each:
            case Group(blocks=blocks):
                return replace(each, blocks=tuple(block(one) for one in blocks))
            case Commentary(blocks=own):
                return replace(each, blocks=tuple(rewritten(one, change) for one in own))
            case _ if isinstance(each, AuthoredBlock):
                return cast("B", rewritten(each, change))
            case _:
                return each

    sections = (replace(each, blocks=tuple(block(one) for one in each.blocks)) for each in document.sections)
    return replace(document, sections=tuple(sections))
