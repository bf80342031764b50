"""Runs of eight words, compared by their letters alone: spaces, hyphens, capitals, marks and ligatures make no difference."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from papers.packs.leaks.texts import BREAK, Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUN = 8
"""Words in a run."""
LETTERED = 4
"""Of them with letters, at least: a run of bare numbers is the axis of a chart, or any table."""
LONG = 20
"""Words of a run that somebody should look at, though a public paper has it: about a sentence, more than a title or a name."""
WORD = re.compile(r"[^\W_]+")
DROPPED = re.compile(f"(?:[^\\w{BREAK}]|_)+")
PLAIN = bytes(range(256)).lower()
NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum() and chr(code) != BREAK)
SHORT_RUN = 16
"""Letters of a run, at least: fewer are the letters of initials and columns."""

BITS, MIX = 22, 0x9E3779B97F4A7C15
"""Of the sieve's numbers, and what mixes letters to them (2 to the 64 by the golden ratio: Knuth's multiplicative hashing)."""
SLAB = 1 << 20
"""Letters that are sieved at a time."""

Found = tuple[int, str, str]
"""Where in a text, from which file, which words."""


def words_of(text: str) -> list[str]:
    """The words of a text as they stand; a soft hyphen parts none."""
    return WORD.findall(unicodedata.normalize("NFC", text.replace("\u00ad", "")))


def letters(text: str) -> str:
    """The letters, digits and breaks of a text in one form."""
    if text.isascii():
        return text.encode("ascii").translate(PLAIN, NO_LETTERS).decode("ascii")
    return DROPPED.sub("", unicodedata.normalize("NFKD", text).casefold())


class Places:
    """Where in a text its letters stand, worked out once somebody asks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: list[int] = []

    def of(self, letter: int) -> int:
        """The character that this letter comes from."""
        if not self._ends:
            counts = {each: len(letters(each)) for each in set(self._text)}
            self._ends = list(accumulate(map(counts.__getitem__, self._text)))
        return bisect_right(self._ends, letter)


class Sieve:
    """The places of a text where a run may begin: those whose letters mix to a number that the beginning of a run mixes to.

    One place in a hundred or so passes by chance; a search that looks at every place takes many times as long.
    """

    def __init__(self) -> None:
        self._beginnings: set[str] = set()
        self._passing: NDArray[np.bool_] | None = None

    def add(self, beginning: str) -> None:
        """Let through where these letters (RUN of them) stand."""
        self._beginnings.add(beginning)
        self._passing = None

    def places(self, plain: str) -> Iterator[int]:
        """The places that pass, in order."""
        import numpy as np

        if self._passing is None:
            self._passing = np.zeros(1 << BITS, dtype=bool)
            self._passing[mixed("".join(sorted(self._beginnings)))[::RUN]] = True
        for start in range(0, len(plain) - RUN + 1, SLAB):
            for place in np.flatnonzero(self._passing[mixed(plain[start : start + SLAB + RUN - 1])]).tolist():
                yield start + place


def mixed(plain: str) -> NDArray[np.uint64]:
    """A number of BITS bits for each RUN letters that follow each other; letters beyond Latin-1 count as one."""
    import numpy as np

    data = plain.encode("latin-1", "replace")
    windows = np.ndarray((max(0, len(data) - RUN + 1),), dtype="<u8", buffer=data.ljust(RUN), strides=(1,))
    found: NDArray[np.uint64] = (windows * np.uint64(MIX)) >> np.uint64(64 - BITS)
    return found


class RunsSought:
    """The runs that are looked for."""

    def __init__(self) -> None:
        self._words: dict[str, list[str]] = {}
        self._runs: dict[str, tuple[str, int, bool]] = {}
        self._common: set[str] = set()
        """Those that several files hold."""
        self._lengths: dict[str, set[int]] = {}
        """Of the runs that begin with these letters."""
        self._sieve = Sieve()

    def seek(self, source: str, text: Text) -> None:
        """Look for every run of this text of the file `source`."""
        for piece in text.words.split(BREAK) if text.written else ():
            self._seek(source, piece, shown=text.shown)

    def _seek(self, source: str, text: str, *, shown: bool) -> None:
        held = self._words.setdefault(source, [])
        first = len(held)
        held += words_of(text)
        plain = [letters(word) for word in held[first:]]
        lettered = [not word.isdigit() for word in plain]
        for n in range(len(plain) - RUN + 1):
            run = "".join(plain[n : n + RUN])
            if sum(lettered[n : n + RUN]) >= LETTERED and len(run) >= SHORT_RUN:
                if run in self._runs and self._runs[run][0] != source:
                    self._common.add(run)
                if shown or run not in self._runs:
                    self._runs[run] = (source, first + n, shown)
                self._lengths.setdefault(run[:RUN], set()).add(len(run))
                self._sieve.add(run[:RUN])

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in the text something stands that is looked for: the beginning and the end of each run."""
        at = Places(text)
        for position, run in self._matches(letters(text)):
            yield at.of(position), at.of(position + len(run) - 1) + 1

    def excuse(self, text: Text) -> tuple[Found, ...]:
        """No longer look for what this public text holds; the long runs (LONG words or more) that it shared with one restricted file alone.

        A text beside what a reader sees excuses only what no reader of the restricted file is shown either, such as a logo's alternative.
        """
        held = [
            (position, run)
            for position, run in self._matches(letters(text.words))
            if text.shown or (text.beside and not self._runs[run][2])
        ]
        own = ((position, *self._runs[run][:2]) for position, run in held if run not in self._common)
        shared = tuple(self._worded(*each) for each in _joined(Places(text.words), own) if each[-1] + RUN > LONG)
        for _, run in held:
            self._runs.pop(run, None)
        return shared

    def found(self, text: Text) -> Iterator[Found]:
        """What stands in the text: runs that follow each other as one."""
        every = ((position, *self._runs[run][:2]) for position, run in self._matches(letters(text.words)))
        return (self._worded(*each) for each in _joined(Places(text.words), every))

    def _matches(self, plain: str) -> Iterator[tuple[int, str]]:
        """Each run that begins at a place of the letters, with the place."""
        lengths, runs = self._lengths, self._runs
        for n in self._sieve.places(plain):
            for length in lengths.get(plain[n : n + RUN], ()):
                run = plain[n : n + length]
                if run in runs:
                    yield n, run

    def _worded(self, start: int, source: str, n: int, length: int) -> Found:
        return start, source, " ".join(self._words[source][n : n + RUN + length - 1])


def _joined(at: Places, runs: Iterable[tuple[int, str, int]]) -> Iterator[tuple[int, str, int, int]]:
    """Runs that follow each other in the restricted file as one: where it begins, its file and its first word there, and of how many."""
    started: tuple[int, str, int] | None = None
    length = 0
    for position, source, n in runs:
        if started and (source, n) == (started[1], started[2] + length):
            length += 1
            continue
        if started:
            yield *started, length
        started, length = (at.of(position), source, n), 1
    if started:
        yield *started, length
