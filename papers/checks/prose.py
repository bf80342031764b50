"""All prose of a report or a paper, sentence by sentence, and the problems that are found in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from papers.checks.answers import Answers, finding_name
from papers.checks.checking import Checked, Referee
from papers.checks.language.coding import sentences
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding
from papers.checks.style import UNDERLINING, Slip, definitions, slips, underlining
from papers.checks.suggesting import in_place
from papers.dataset import Dataset
from papers.document import AuthoredBlock, Bullets, Commentary, Document, Heading, Item, Paragraph, Table, plain, walk
from papers.errors import NOWHERE, Place, Problem, problem

LONGEST = 160
"""Characters of a sentence that a problem shows."""

NUMBER = matcher(r"\d")

KIND_OF = {"false": "statement-false", "doubtful": "statement-doubtful"}
"""The kind of problem that a statement is by its verdict."""

COMMAND = "papers check FOLDER"
"""What finds the statements of a report again."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item or heading of prose: the block that it stands in, its words and its place."""

    block: str
    text: str
    place: Place = NOWHERE
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What was found in prose: problems, and how many sentences are true, rounded, false or unknown."""

    problems: tuple[Problem, ...]
    counts: dict[str, int]
    remarks: tuple[tuple[Passage, str, str, Problem], ...] = ()
    """Of each problem: the passage, the sentence and the words in it, for comments anchored to them."""


def passages(dataset: Dataset) -> Iterator[Passage]:
    """The authored prose of a report, in its order."""
    for part in dataset.narrative:
        for block in part.blocks:
            if isinstance(block, Heading | Paragraph | Bullets):
                yield from _of_block(part.key, block, replace(part.place, row=None, block=part.key))


def passages_of(document: Document) -> Iterator[Passage]:
    """The prose of a paper: its commentaries, and the sentences that were computed."""
    authored = {inner.id for block in walk(document) if isinstance(block, Commentary) for inner in walk(block)}
    for block in walk(document):
        if isinstance(block, Commentary):
            yield from passages_in(block.id, block.blocks)
        elif isinstance(block, Paragraph) and "/" in block.id and block.role == "body" and block.id not in authored:
            yield from _of_block(block.id, block, Place(block=block.id))


def commentaries(document: Document) -> Iterator[Passage]:
    """The prose that people wrote into a paper."""
    for block in walk(document):
        if isinstance(block, Commentary):
            yield from passages_in(block.id, block.blocks)


def passages_in(key: str, blocks: Iterable[AuthoredBlock]) -> Iterator[Passage]:
    """The prose of blocks of a commentary, whose id or key is `key`."""
    for block in blocks:
        yield from _of_block(key, block, Place(block=key))


def _of_block(key: str, block: AuthoredBlock, place: Place) -> Iterator[Passage]:
    match block:
        case Heading():
            yield Passage(key, plain(block.inlines), place, heading=True)
        case Paragraph():
            yield Passage(key, plain(block.inlines), place)
        case Bullets():
            for item in block.items:
                yield from _of_item(key, item, place)
        case Table():
            return


def _of_item(key: str, item: Item, place: Place) -> Iterator[Passage]:
    yield Passage(key, plain(item.inlines), place)
    for inner in item.nested.items if item.nested else ():
        yield from _of_item(key, inner, place)


def check_words(
    referee: Referee,
    found: Iterable[Passage],
    answers: Answers,
    place_of: Callable[[Passage, str], Place],
    command: str = COMMAND,
) -> Words:
    """Hold every sentence of the passages, and every heading with a number, against the data; one problem for each false statement.

    `command` is what finds them again, and with --accept accepts one.
    """
    counts = dict.fromkeys(("true", "rounded", "false", "unknown", "answered"), 0)
    remarks = []
    for passage in found:
        if passage.heading and not NUMBER.search(passage.text):
            continue
        for _, checked in referee.paragraph(passage.text, passage.block):
            counts[checked.verdict] += 1
            for finding in _worst(checked):
                name = finding_name(
                    KIND_OF[finding.verdict], passage.block, checked.sentence, finding.said, finding.says + finding.computed
                )
                if name in answers.accepted:
                    counts["answered"] += 1
                    continue
                told = _problem(checked, finding, name, place_of(passage, checked.sentence), command)
                remarks.append((passage, checked.sentence, finding.said, told))
    return Words(tuple(each[3] for each in remarks), counts, tuple(remarks))


def _worst(checked: Checked) -> Sequence[Finding]:
    """The false and the doubtful statements of the sentence, each part of it once."""
    kept: list[Finding] = []
    for each in checked.findings:
        if each.verdict in KIND_OF and not any(one.start <= each.start and each.stop <= one.stop for one in kept):
            kept = [one for one in kept if not (each.start <= one.start and one.stop <= each.stop)] + [each]
    return sorted(kept, key=lambda each: each.start)


def _problem(checked: Checked, finding: Finding, name: str, place: Place, command: str) -> Problem:
    """The statement as a problem: the sentence, what the data says, how it was computed, from which cell, and what to write."""
    parts = (finding.says, finding.computed) if finding.says not in finding.computed else (finding.computed,)
    data = "; ".join(each for each in parts if each) or "it does not hold"
    where = f" ({finding.place})" if finding.place != NOWHERE else ""
    words = {
        "sentence": _short(checked.sentence),
        "where": where,
        "name": name,
        "wording": _remedy(checked.sentence, finding, data),
        "command": command,
    }
    told = problem(KIND_OF[finding.verdict], place, value=finding.said, data=data, **words)
    return replace(told, verdict=finding.verdict, name=name)


def _remedy(sentence: str, finding: Finding, data: str) -> str:
    """What to do: words to write in the place of those that are wrong, or where none fit there, what the data says."""
    instead = in_place(sentence, finding)
    if instead:
        return f"Write \u201c{instead}\u201d"
    said = f": by the data, {finding.wording}" if finding.wording and finding.wording not in data else ""
    return f"Correct the sentence{said}"


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1].rstrip() + "\u2026"


def check_style(
    found: Iterable[Passage],
    known: str,
    answers: Answers,
    place_of: Callable[[Passage, str], Place],
    underlined: Iterable[tuple[Passage, str]] = (),
) -> Words:
    """Hold every sentence against the rules of style; `known` is the text in which abbreviations may be spelt out.

    `underlined` are words that are underlined and no links, each with the paragraph that they stand in.
    """
    kept = tuple(found)
    defined = definitions("\n".join([known, *(each.text for each in kept)]))
    said = ((passage, sentence) for passage in kept for _, sentence in sentences(passage.text))
    slipped = [(passage, sentence, slip) for passage, sentence in said for slip in slips(sentence, defined, answers.off)]
    if UNDERLINING.name not in answers.off:
        slipped += [(passage, passage.text, underlining(passage.text, words)) for passage, words in underlined]
    remarks = []
    told: set[str] = set()
    for passage, sentence, slip in slipped:
        name = finding_name(slip.rule, passage.block, sentence, slip.said, "")
        if (slip.rule == "abbreviation" and slip.said in told) or name in answers.accepted:
            continue
        told |= {slip.said} if slip.rule == "abbreviation" else set()
        problem = _advice(slip, sentence, name, place_of(passage, sentence))
        remarks.append((passage, sentence, sentence[slip.start : slip.stop], problem))
    return Words(tuple(each[3] for each in remarks), {}, tuple(remarks))


def _advice(slip: Slip, sentence: str, name: str, place: Place) -> Problem:
    words = {"rule": slip.rule, "sentence": _short(sentence), "instead": slip.instead, "name": name}
    return replace(problem("style-slip", place, value=slip.said, **words), name=name)


def row_in(text: str, sentence: str) -> int | None:
    """The line of a Markdown file on which the sentence begins; None where its words do not stand there as they are."""
    words = re.findall(r"[^\s*_\[\]()]+", sentence)[:8]
    found = re.search(r"[\s*_\[\]()>-]+".join(map(re.escape, words)), text)
    return text.count("\n", 0, found.start()) + 1 if found else None
