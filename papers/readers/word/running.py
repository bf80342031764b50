"""Words of headers and footers, and the title: papers make their own, so what somebody changed there is reported and kept.

The part with the sent Document says what the headers and footers said when the file was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from papers.document import Document, Heading, plain, walk
from papers.errors import Place, problem
from papers.house import PROPERTIES, running_words
from papers.readers.word.names import r, w
from papers.readers.word.reading import Dropped, shortened

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.package import Package
    from papers.readers.word.reading import Reading

PAPER = "urn:papers:paper"
KINDS = {"header": "The header", "footer": "The footer"}
OFFICE = "Microsoft"
"""How the names of programs begin that keep fields in headers as fields; others may write their words in their place."""

LIKE = 0.6
"""How like one of the words sent a changed paragraph must be to be shown beside it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a file said in its headers and footers, and as its title, when it was written."""

    words: tuple[str, ...]
    title: str


def sent_running(package: Package) -> Sent | None:
    """What the file says of that; None where it was written by another program or an earlier version, or the part is another paper's."""
    paper = package.custom_properties().get("Paper", "")
    for name, root in package.trees.items():
        ours = name.startswith("customXml/") and root.tag == f"{{{PAPER}}}paper" and root.get("id") == paper
        if ours and root.get("title") is not None:
            return Sent(tuple(each.text or "" for each in root.iter(f"{{{PAPER}}}running")), root.get("title") or "")
    return None


def report_running(document: Document, program: str, reading: Reading) -> None:
    """Note what headers, footers and the title say that was not sent, and keep it."""
    sent = sent_running(reading.package)
    if sent is None:
        return
    if document.title != sent.title:
        _note("The title", document.title, sent.title, "docProps/core.xml", reading)
    found = list(running_parts(reading.package))
    told = frozenset[str]() if not program or program.startswith(OFFICE) else _vocabulary(document, sent)
    left = {words for _, _, words in found}
    gone = [words for words in sent.words if words not in left]
    for part, what, words in found:
        if words not in sent.words and not set(words.split()) <= told:
            near = get_close_matches(words, sent.words, 1, LIKE)
            _note(what, words, near[0] if near else "", part, reading)
    for words in gone if not told else ():
        if not any(each.sent == words for each in reading.dropped):
            _note("A header or footer", "", words, "", reading)


def keep_running(reading: Reading) -> None:
    """Note the words of headers and footers of a file that somebody wrote on their own, and keep them."""
    for part, what, words in running_parts(reading.package):
        how = "Papers make their own; write into the text what belongs there."
        reading.problems.append(problem("word-left-out", Place(block=part), value=shortened(words), what=what, how=how))
        reading.dropped.append(Dropped(what, words, "", part))


def running_parts(package: Package) -> Iterator[tuple[str, str, str]]:
    """What stands in headers and footers: the part's name, which of the two it is, and the words of a paragraph; each words once."""
    custom = package.custom_properties()
    shown = {f"DOCPROPERTY {name}": custom[name] for name in PROPERTIES if name in custom} | {"TITLE": _title(package)}
    seen: set[str] = set()
    named = {each.get(r("id")) for each in package.trees[package.main].iter(w("headerReference"), w("footerReference"))}
    for own, relation in package.relations(package.main).items():
        part = package.parts.get(relation.target)
        if own in named and relation.kind in KINDS and part is not None:
            for words in running_words(part, shown):
                if words not in seen:
                    yield relation.target, KINDS[relation.kind], words
                seen.add(words)


def _title(package: Package) -> str:
    root: Element | None = package.trees.get(package.part_of_kind("core-properties"))
    return "" if root is None else next((each.text or "" for each in root.iter("{*}title")), "")


def _vocabulary(document: Document, sent: Sent) -> frozenset[str]:
    """The words that fields in headers may show: headings, what the paper says of itself, numbers."""
    headings = (plain(each.inlines) for each in walk(document) if isinstance(each, Heading))
    texts = (*sent.words, sent.title, document.organisation, document.period, document.notice, document.title, *headings)
    said = {word for text in texts for word in text.split()}
    return frozenset(said | {word.rstrip(",") for word in said} | {f"{word}," for word in said} | {str(n) for n in range(1000)})


def _note(what: str, words: str, sent: str, part: str, reading: Reading) -> None:
    """A problem for words that differ from what was sent; new ones are kept."""
    reading.problems.append(
        problem(
            "word-running-changed", Place(block=part), value=shortened(words) or "nothing", data=shortened(sent) or "nothing", what=what
        )
    )
    if words:
        reading.dropped.append(Dropped(what, words, "", part, sent))
