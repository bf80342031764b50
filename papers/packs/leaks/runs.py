"""Runs of eight words, compared by their letters alone: spaces, hyphens, capitals, marks and ligatures make no difference."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator

from papers.packs.leaks.texts import BREAK, Text

RUN = 8
"""Words in a run."""
LETTERED = 4
"""Of them with letters, at least: a run of bare numbers is the axis of a chart, or any table."""
WORD = re.compile(r"[^\W_]+")
KEPT = re.compile(f"[0-9A-Za-z{BREAK}]+|[^\\x00-\\x7f]")
SHORT_RUN = 16
"""Letters of a run, at least: fewer are the letters of initials and columns."""

Found = tuple[int, str, str]
"""Where in a text, from which file, which words."""


def words_of(text: str) -> list[str]:
    """The words of a text as they stand; a soft hyphen parts none."""
    return WORD.findall(unicodedata.normalize("NFC", text.replace("\u00ad", "")))


def letters(text: str) -> tuple[str, array[int]]:
    """The letters, digits and breaks of a text in one form, and where in it each stands."""
    kept: list[str] = []
    at = array("L")
    for found in KEPT.finditer(text):
        plain, start = found[0], found.start()
        if plain.isascii():
            kept.append(plain.lower())
            at.extend(range(start, found.end()))
            continue
        said = [each for each in unicodedata.normalize("NFKD", plain).casefold() if each.isalnum()]
        kept += said
        at.extend([start] * len(said))
    return "".join(kept), at


class RunsSought:
    """The runs that are looked for."""

    def __init__(self) -> None:
        self._words: dict[str, list[str]] = {}
        self._runs: dict[str, tuple[str, int, bool]] = {}
        self._lengths: dict[str, set[int]] = {}
        """Of the runs that begin with these letters."""

    def seek(self, source: str, text: Text) -> None:
        """Look for every run of this text of the file `source`."""
        for piece in text.words.split(BREAK) if text.written else ():
            self._seek(source, piece, shown=text.shown)

    def _seek(self, source: str, text: str, *, shown: bool) -> None:
        held = self._words.setdefault(source, [])
        first = len(held)
        held += words_of(text)
        plain = [letters(word)[0] for word in held[first:]]
        lettered = [not word.isdigit() for word in plain]
        for n in range(len(plain) - RUN + 1):
            run = "".join(plain[n : n + RUN])
            if sum(lettered[n : n + RUN]) >= LETTERED and len(run) >= SHORT_RUN:
                if shown or run not in self._runs:
                    self._runs[run] = (source, first + n, shown)
                self._lengths.setdefault(run[:RUN], set()).add(len(run))

    def excuse(self, text: Text) -> None:
        """No longer look for what this public text holds.

        A text that no reader is shown excuses only what no reader of the restricted file is shown either, such as a logo's alternative.
        """
        for _, run in self._matches(letters(text.words)[0]):
            if text.shown or not self._runs[run][2]:
                del self._runs[run]

    def found(self, text: Text) -> Iterator[Found]:
        """What stands in the text: runs that follow each other as one."""
        plain, at = letters(text.words)
        started: tuple[int, str, int] | None = None
        length = 0
        for position, run in self._matches(plain):
            source, n, _ = self._runs[run]
            if started and (source, n) == (started[1], started[2] + length):
                length += 1
                continue
            if started:
                yield self._worded(*started, length)
            started, length = (at[position], source, n), 1
        if started:
            yield self._worded(*started, length)

    def _matches(self, plain: str) -> Iterator[tuple[int, str]]:
        """Each run that begins at a place of the letters, with the place."""
        lengths, runs = self._lengths, self._runs
        for n in range(len(plain) - SHORT_RUN + 1):
            for length in lengths.get(plain[n : n + RUN], ()):
                run = plain[n : n + length]
                if run in runs:
                    yield n, run

    def _worded(self, start: int, source: str, n: int, length: int) -> Found:
        return start, source, " ".join(self._words[source][n : n + RUN + length - 1])
