"""Computed sentences from phrases: the shipped ones, with a report's own in their place.

`phrases_of(dataset).say("summary.unrated", count=Counted(2, "summary/unrated"))` gives the sentence as inlines, its figures with their keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from papers.dataset import Dataset, Phrasing
from papers.document import Run, inlines, plain
from papers.narrative.figures import Part
from papers.phrases import OTHER, PLAIN, Droppable, Piece, Slot, book, parse
from papers.wording import capital, digits


@dataclass(frozen=True, slots=True)
class Counted:
    """A count for a place: it is written in words or figures by house style, and is the figure of that key where it has one."""

    number: int
    key: str = ""


Filling = Part | Counted | Sequence[Part] | None
"""What a place may be filled with; None and nothing are empty."""


class Phrases:
    """The phrases in force for a report, by key and case."""

    def __init__(self, words: Mapping[str, Mapping[str, str]]) -> None:
        self._pieces = {key: {case: parse(text) for case, text in cases.items()} for key, cases in words.items() if key not in PLAIN}
        self.numbers = tuple(word.strip() for word in words["numbers.words"][OTHER].split(",") if word.strip())
        """The words of one, two and so on, as far as the house style writes words."""

    def say(self, key: str, case: str = "", /, **places: Filling) -> list[Part]:
        """The phrase of that key, its places filled. KeyError for an unknown key.

        Without a case the place `count` chooses one: `none`, `one` or `other`; a case that the phrase does not have is `other`.
        """
        return list(self._filled(self._pieces[key][self.case(key, case, places.get("count"))], places))

    def case(self, key: str, case: str = "", count: Filling = None) -> str:
        """Which of the phrase's cases is said: the one asked for, or that of the count; where it has no such case, `other`."""
        chosen = case or (_number(count.number) if isinstance(count, Counted) else OTHER)
        return chosen if chosen in self._pieces[key] else OTHER

    def text(self, key: str, case: str = "", /, **places: Filling) -> str:
        """The phrase as words alone, for titles, labels and text alternatives."""
        return plain(inlines(*self.say(key, case, **places)))

    def count(self, number: int) -> str:
        """The count as the house style writes it: "none", "nine", "10"."""
        if not number:
            return self.text("numbers.none")
        return self.numbers[number - 1] if 0 < number <= len(self.numbers) else digits(Decimal(number))

    def noun(self, name: str, **places: Filling) -> dict[str, str]:
        """What fills the places `noun` and `nouns`: the singular and the plural of nouns.NAME."""
        return {"noun": self.text(f"nouns.{name}", "one", **places), "nouns": self.text(f"nouns.{name}", OTHER, **places)}

    def counted(self, number: int, name: str) -> str:
        """The count with its noun: "one quarter", "five quarters"."""
        return f"{self.count(number)} {self.noun(name)['noun' if number == 1 else 'nouns']}"

    def listed(self, clauses: Iterable[Sequence[Part]], joint: str = "lists.and", comma: str = "lists.comma") -> list[Part]:
        """The clauses that say anything as one list: "a, b and c"."""
        said = [list(clause) for clause in clauses if any(clause)]
        out: list[Part] = said[0] if said else []
        for n, clause in enumerate(said[1:], 2):
            out = self.say(joint if n == len(said) else comma, rest=out, last=clause)
        return out

    def _filled(self, pieces: Sequence[Piece], places: Mapping[str, Filling]) -> Iterator[Part]:
        for piece in pieces:
            match piece:
                case str():
                    yield piece
                case Slot():
                    yield from self._shown(piece, places[piece.name])
                case Droppable(pieces=inner):
                    if not any(isinstance(each, Slot) and _is_empty(places[each.name]) for each in inner):
                        yield from self._filled(inner, places)

    def _shown(self, slot: Slot, filling: Filling) -> list[Part]:
        """What stands in the place: the value, or the words that the phrase puts there for it."""
        parts = self._parts(filling)
        if slot.words and parts:
            first = parts[0]
            parts = [replace(first, text=slot.words) if isinstance(first, Run) else slot.words]
        return [_capital(parts[0]), *parts[1:]] if slot.capital and parts else parts

    def _parts(self, filling: Filling) -> list[Part]:
        match filling:
            case None | "":
                return []
            case Counted(number=number, key=key):
                words = self.count(number)
                return [Run(words, figure=key) if key else words]
            case str():
                return [filling]
            case Sequence():
                return [part for part in filling if part]
            case _:
                return [filling]


def _number(number: int) -> str:
    """The case that a count chooses."""
    return {0: "none", 1: "one"}.get(number, OTHER)


def of_all(count: int, total: int) -> str:
    """The case of so many out of so many: only, not_only, both, all, neither, none, one or other."""
    if total == 1:
        return "only" if count else "not_only"
    if count == total:
        return "both" if total == 2 else "all"
    return "neither" if total == 2 and not count else _number(count)


def _is_empty(filling: Filling) -> bool:
    return filling is None or (isinstance(filling, Sequence) and not any(filling))


def _capital(part: Part) -> Part:
    """The part as a sentence begins."""
    if isinstance(part, str):
        return capital(part)
    return replace(part, text=capital(part.text)) if isinstance(part, Run) else part


def phrases_of(dataset: Dataset) -> Phrases:
    """The phrases in force for the report."""
    return phrases_with(dataset.phrases)


@lru_cache(maxsize=8)
def phrases_with(own: tuple[Phrasing, ...]) -> Phrases:
    """The shipped phrases, with a report's own in their place. Words given without a case stand for every case."""
    words = {key: dict(phrase.cases) for key, phrase in book().phrases.items()}
    for each in own:
        cases = words[each.key]
        cases.update({each.case: each.words} if each.case else dict.fromkeys(cases, each.words))
    return Phrases(words)
