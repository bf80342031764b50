"""One reading of one Word file: what is open, where the reader stands, and the problems found so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from papers.errors import Place, Problem, problem
from papers.readers.word.names import words_of
from papers.readers.word.places import block_of

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.package import Package
    from papers.readers.word.styles import Styles

NEARBY = 60
"""How many characters of words near it a problem shows."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words of a file that the Document made from it does not have: kept in full, for whoever wrote them."""

    what: str
    """What they stood in: "A text box", "The header of the first page"."""
    words: str
    block: str = ""
    """The id of the block they stand in; "" in none."""
    where: str = ""
    """Their place as a problem names it: a paragraph's number and words near it, or a part of the file."""
    sent: str = ""
    """What was sent in their place, where that is known."""


@dataclass
class Reading:
    """The state of a reading. `exact` reads a file of our own writing, where every space and language mark is meant."""

    package: Package
    styles: Styles
    part: str
    exact: bool = False
    language: str | None = None
    anchors: Mapping[str, str] = field(default_factory=dict)
    """Ids of blocks by the names of the bookmarks that stand in them."""
    reserved: frozenset[str] = frozenset()
    """Document properties that are not figures."""
    problems: list[Problem] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)
    """Ids of blocks that were copied, by the new ids of the copies."""
    paragraph: int = 0
    entered: list[Element] = field(default_factory=list)

    def enter(self, paragraph: Element) -> None:
        """Go to the next paragraph."""
        self.paragraph += 1
        self.entered.append(paragraph)

    @property
    def near(self) -> str:
        """The words of the present paragraph, or of the last one before it that has any."""
        return next((words for words in map(words_of, reversed(self.entered)) if words), "")

    @property
    def place(self) -> str:
        """The present paragraph, as a problem names it."""
        near = f", near “{shortened(self.near)}”" if self.near else ""
        return f"paragraph {self.paragraph}{near}"

    def report(self, code: str, value: str = "", **words: str) -> None:
        """Note a problem at the present paragraph."""
        self.problems.append(problem(code, Place(block=self.place), value=shortened(value), **words))

    def report_template(self) -> None:
        """Say that the template on the officer's own machine, to which Word ties most files, is left aside."""
        if self.package.attached_template:
            self.problems.append(problem("word-template-dropped", value=shortened(self.package.attached_template)))

    def problem_at(self, block: str, code: str, value: str = "", **words: str) -> Problem:
        """A problem of a block by its id."""
        return problem(code, Place(block=block), value=shortened(value), **words)

    def not_carried(self, what: str, value: str, how: str) -> None:
        """Note something that a paper can't carry, and keep its words."""
        self.report("word-not-carried", value or "no words", what=what, how=how)
        self.drop(what, value)

    def left_out(self, what: str, value: str, how: str) -> None:
        """Note words that a paper leaves out on purpose, and keep them."""
        self.report("word-left-out", value, what=what, how=how)
        self.drop(what, value)

    def drop(self, what: str, words: str) -> None:
        """Keep words of the present paragraph that no block has."""
        if words.strip():
            block = block_of(self.entered[-1]) if self.entered else ""
            self.dropped.append(Dropped(what, words, block, self.place))


def shortened(words: str) -> str:
    """The words on one line, cut after a few."""
    words = " ".join(words.split())
    return words if len(words) <= NEARBY else f"{words[:NEARBY].rstrip()}…"
