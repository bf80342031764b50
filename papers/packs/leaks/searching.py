"""The search: restricted words and figures that no public source shows, looked for in every place of the public files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from papers.packs.leaks.figures import FiguresSought
from papers.packs.leaks.pdfs import PAGES, pages_of
from papers.packs.leaks.runs import RUN, RunsSought, words_of
from papers.packs.leaks.sight import Spans, seen
from papers.packs.leaks.texts import Text, texts_of

Files = Mapping[str, bytes]
"""Files by name; the name's end does not matter, their bytes say what they are."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Words, or a figure with words near it, of the restricted file `source`, found in the public `file` at `place` within it."""

    file: str
    place: str
    words: str
    source: str
    kind: Literal["words", "figure"] = "words"


@dataclass(frozen=True, slots=True)
class Search:
    """What was found: the leaks; and what is none, for a public source shows it, but of which somebody should know.

    Of `shared`, `file` is the public source and `place` is in it: long runs (20 words or more) of one restricted file alone.
    """

    leaks: tuple[Leak, ...]
    shared: tuple[Leak, ...]


def search(public: Files, restricted: Files, sources: Files) -> Search:
    """Every leak once: each run of eight or more restricted words, and each restricted figure in its context, that stands in a public file.

    What a reader of `sources`, the papers that are meant to be public, sees openly is shared wording and no leak. What stands in them
    out of sight (comments, metadata, white text, hidden layers) excuses nothing. PapersError names each public file that can't be
    searched: one that is locked, damaged or packed too deep. Takes time in proportion to the length of all files together.
    """
    secret = [(name, each) for name, data in restricted.items() for each in texts_of(name, data)]
    runs, figures = RunsSought(), FiguresSought()
    for name, text in secret:
        runs.seek(name, text)
        figures.seek(name, text)
    shared: list[Leak] = []
    for name, data in sources.items():
        for text in _as_seen(name, data, lambda words: chain(runs.places(words), figures.places(words))):
            shared += (Leak(name, text.at(start), words, source) for start, source, words in runs.excuse(text))
            figures.excuse(text)
    return Search(tuple(dict.fromkeys(_found(public, runs, figures))), tuple(shared))


def leaks(public: Files, restricted: Files, sources: Files) -> tuple[Leak, ...]:
    """The leaks that `search` finds."""
    return search(public, restricted, sources).leaks


def _as_seen(name: str, data: bytes, sought: Spans) -> Iterator[Text]:
    """The texts of a public source; what is looked for in it stands in the text of its pages only where a person can see it."""
    for text in texts_of(name, data):
        yield seen(data, text, pages_of, sought) if text.place == PAGES else text


def wordless(files: Files) -> tuple[str, ...]:
    """The files with too few words for a search, such as scans: a leak of theirs can't be found."""
    return tuple(
        name for name, data in files.items() if sum(len(words_of(each.words)) for each in texts_of(name, data) if each.written) < RUN
    )


def _found(public: Files, runs: RunsSought, figures: FiguresSought) -> Iterator[Leak]:
    for file, data in public.items():
        for text in texts_of(file, data):
            yield from (Leak(file, text.at(start), words, source) for start, source, words in runs.found(text))
            yield from (Leak(file, text.at(start), words, source, "figure") for start, source, words in figures.found(text))
