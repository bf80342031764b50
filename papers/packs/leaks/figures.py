"""Figures in their context: the same number near the same words, or a number so long that it stands for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papers.packs.leaks.runs import Found
from papers.packs.leaks.texts import Text

TOKEN = re.compile(r"(?P<figure>(?<![\w.:/#&-])\d(?:[\d,.]*\d)?(?![\w:/-]))|(?P<word>[^\W\d_]{4,})")
NEAR = 60
"""Characters on either side of a figure that are its context."""
ALIKE = 2
"""Words that the contexts of a figure must share, where one of them stands in no open paper."""
MANY = 4
"""Words that they must share where all of them stand in open papers."""
TELLING = 5
"""Significant digits from which a figure needs no context."""
STEM = 6
"""Letters by which words are compared, so that "saving" and "savings" are alike."""
YEAR = re.compile(r"(19|20)\d\d")
COMMON_WORDS = """that this with from have been were will their which there than more also into over such other they them these those under
between council county report reports appendix page total actual target rating green amber"""
COMMON = frozenset(COMMON_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure in one form, where it stands, how it stands there, and the stems of the words near it."""

    value: str
    at: int
    shown: str
    near: frozenset[str]


class FiguresSought:
    """The figures that are looked for."""

    def __init__(self) -> None:
        self._sought: dict[str, list[tuple[str, bool, _Figure]]] = {}
        self._public: set[str] = set()
        self._open: set[str] = set()
        """Stems of words near figures of open papers."""

    def seek(self, source: str, text: Text) -> None:
        """Look for every figure of this text of the file `source`; one figure with one context once."""
        for each in _figures(text.words) if text.written else ():
            held = self._sought.setdefault(each.value, [])
            if len(held) < MOST_CONTEXTS and all(one.near != each.near for *_, one in held):
                held.append((source, text.shown, each))

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in the text a figure stands that is looked for: its beginning and its end."""
        return (found.span() for found, value in _values(text) if self._sought.get(value))

    def excuse(self, text: Text) -> None:
        """No longer look for figures that this public text holds in the same context, nor for any of its figures without context.

        A text beside what a reader sees excuses only what no reader of the restricted file is shown either, such as a title in metadata.
        """
        for each in _figures(text.words) if text.written else ():
            if text.shown:
                self._public.add(each.value)
                self._open |= each.near
            held = self._sought.get(each.value, [])
            held[:] = [one for one in held if not (_alike(one[-1], each) and (text.shown or (text.beside and not one[1])))]

    def found(self, text: Text) -> Iterator[Found]:
        """The restricted figures of this text, each with the words around it as the restricted file has them."""
        for each in _figures(text.words) if text.written else ():
            for source, _, one in self._sought.get(each.value, ()):
                if self._same(one, each) or (_telling(each.value) and each.value not in self._public):
                    yield each.at, source, one.shown
                    break

    def _same(self, one: _Figure, other: _Figure) -> bool:
        """Whether both are one figure in one context. One that an open paper prints elsewhere must share more."""
        shared = one.near & other.near
        unlike = not shared <= self._open
        if one.value in self._public:
            return unlike and len(shared) >= MANY
        return len(shared) >= (ALIKE if unlike else MANY)


MOST_CONTEXTS = 40
"""Contexts of one figure that are looked for: a figure that stands in more is a count of no account."""


def _figures(text: str) -> Iterator[_Figure]:
    """The figures of a text that say something, with the words near them."""
    for found, value in _values(text):
        start, end = max(0, found.start() - NEAR), found.end() + NEAR
        yield _Figure(value, found.start(), " ".join(text[start:end].split()), _stems(text[start:end]))


def _values(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The figures of a text that say something, in one form: three digits, a fraction or a share, and no year."""
    for found in TOKEN.finditer(text):
        shown = found["figure"]
        if not shown or YEAR.fullmatch(shown):
            continue
        value = shown.replace(",", "")
        value = value.rstrip("0").rstrip(".") if value.count(".") == 1 else value
        marked = text[max(0, found.start() - 1) : found.start()] in ("£", "€", "$") or text[found.end() : found.end() + 1] == "%"
        if len(value) > 2 or marked:
            yield found, value


def _stems(text: str) -> frozenset[str]:
    words = (found["word"].casefold() for found in TOKEN.finditer(text) if found["word"])
    return frozenset(word[:STEM] for word in words if word not in COMMON)


def _alike(one: _Figure, other: _Figure) -> bool:
    return len(one.near & other.near) >= ALIKE


def _telling(value: str) -> bool:
    return len(value.replace(".", "").strip("0")) >= TELLING
