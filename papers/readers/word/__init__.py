"""Word files as Documents and as authored blocks, vetted before they are parsed; nothing is lost without a problem."""

from __future__ import annotations

from dataclasses import dataclass

from papers.document import AuthoredBlock
from papers.errors import Problem
from papers.readers.word.blocks import BlockReader, block_elements
from papers.readers.word.document import Read, read_word, undecided
from papers.readers.word.names import at
from papers.readers.word.package import open_package
from papers.readers.word.reading import Dropped, Reading
from papers.readers.word.remarks import Comment
from papers.readers.word.running import keep_running
from papers.readers.word.sent import sent_document
from papers.readers.word.styles import read_styles
from papers.readers.word.tracked import Change, Tracked, settle

__all__ = [
    "Authored",
    "Change",
    "Comment",
    "Dropped",
    "Read",
    "Tracked",
    "read_authored",
    "read_blocks",
    "read_word",
    "sent_document",
    "undecided",
]


@dataclass(frozen=True, slots=True)
class Authored:
    """The blocks of a Word file that an officer wrote, what a paper can't carry of it, and the words of that."""

    blocks: tuple[AuthoredBlock, ...]
    problems: tuple[Problem, ...]
    dropped: tuple[Dropped, ...] = ()


def read_blocks(data: bytes, prefix: str) -> tuple[tuple[AuthoredBlock, ...], tuple[Problem, ...]]:
    """The blocks and problems of `read_authored`."""
    read = read_authored(data, prefix)
    return read.blocks, read.problems


def read_authored(data: bytes, prefix: str) -> Authored:
    """The authored blocks of a Word file that an officer wrote, and what a paper can't carry of it.

    Ids are the prefix, "/" and a running number, as in Markdown. Places name the paragraph and words near it; the caller knows
    the file. PapersError with every reason where the file is refused.
    """
    package = open_package(data)
    for root in package.trees.values():
        settle(root, "accepted")
    reading = Reading(package, read_styles(package), package.main)
    reading.report_template()
    body = at(package.trees[package.main], "body")
    reader = BlockReader(reading, prefix)
    blocks = reader.read(() if body is None else block_elements(body))
    keep_running(reading)
    return Authored(blocks, tuple(reading.problems), tuple(reading.dropped))
