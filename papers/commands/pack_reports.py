"""Our papers in a pack: where the reports stand that they refer to, and what their references then say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from papers.commands.compose import COVER, REPORT
from papers.document import Document
from papers.drafting.cover import summary_pages
from papers.house import HouseStyle
from papers.packs import Agenda
from papers.packs.front import Key
from papers.packs.references import counted, renumbered, with_summary_counted, with_summary_moved, with_summary_on
from papers.packs.sources import Starts, unnumbered
from papers.packs.supplements import part_of
from papers.packs.unpacking import unpacks_too_much
from papers.seals import Origin, describe

PageOf = Callable[[], Mapping[str, int]]
"""The pages of a report's blocks, counted from 1."""


MARK = b"<dc:source>sha256:"
"""What stands, not packed, in each PDF that papers built."""


def origin_of_ours(data: bytes) -> Origin | None:
    """What a PDF that papers built says it was built from; None for any other, which is not looked into before it is vetted."""
    import pikepdf

    if MARK not in data:
        return None
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            if unpacks_too_much(pdf):
                return None
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return None
    return describe("paper.pdf", data, "").origin


@dataclass(frozen=True, slots=True)
class _Report:
    """A full report in the agenda: the checksum of its data, and its blocks' pages where they can be had."""

    checksum: str
    page_of: PageOf | None


class Reports:
    """The full reports of one agenda, as far as they have been fetched."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self._held: dict[Key, _Report] = {}

    def take(self, key: Key, paper: str, checksum: str, page_of: PageOf | None = None) -> None:
        """Note a paper of ours, if it is a full report; without `page_of` it is a file whose pages are as they are."""
        if paper == REPORT:
            self._held[key] = _Report(checksum, page_of)

    def take_document(self, key: Key, document: Document, house: HouseStyle) -> None:
        """Note a paper of ours that is laid out for its place."""

        @cache
        def page_of() -> Mapping[str, int]:
            from papers.layout import lay_out

            return lay_out(document, unnumbered(house)).page_of

        self.take(key, document.paper, document.checksum, page_of)

    def settled(self, document: Document, key: Key, starts: Starts) -> Document:
        """The paper, which stands at `key`, with the pack's numbers in its references to pages of other papers."""
        item, here = self.agenda.item(key[0]), self.seen(key, starts)
        others = {part.label: (item.number, n) for n, part in enumerate(item.parts) if part.label and (item.number, n) != key}
        document = renumbered(document, {label: here[other] for label, other in others.items() if other in here})
        document = counted(document, [label for label, other in others.items() if self._elsewhere(other, key, starts)])
        if document.paper != COVER or not starts:
            return document
        found = self._report_of(document.checksum, key)
        if found is None or found not in here:
            return with_summary_counted(document)
        return self._with_summary(document, self._held[found], here[found] - 1)

    def seen(self, key: Key, starts: Starts) -> Starts:
        """Those of the papers that all readers of the paper at `key` have: an open paper says the same in the public's and members' copies."""
        return starts if self._closed(key) else {other: first for other, first in starts.items() if not self._closed(other)}

    def _elsewhere(self, other: Key, key: Key, starts: Starts) -> bool:
        """Whether a reader of the paper at `key` lacks the other: closed, to follow, or not in this file. Not known in the first round."""
        return bool(starts) and other not in self.seen(key, starts)

    def _closed(self, key: Key) -> bool:
        return part_of(self.agenda, key).secrecy.restricted

    def _report_of(self, checksum: str, key: Key) -> Key | None:
        """The report that a cover report is about: of the same data, else of the same item."""
        same = [each for each, held in self._held.items() if held.checksum == checksum]
        return next(iter([*same, *(each for each in self._held if each[0] == key[0])]), None)

    def _with_summary(self, document: Document, report: _Report, before: int) -> Document:
        if report.page_of is None:
            return with_summary_moved(document, before)
        pages = summary_pages({block: page + before for block, page in report.page_of().items()})
        return with_summary_on(document, pages) if pages else document
