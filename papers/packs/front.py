"""The front sheets of a pack and of its supplements: items and papers with the pages that they have there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from papers.drafting.agenda import AgendaItem, AgendaPaper, agenda_fields
from papers.packs.agenda import Agenda, Item, KeyDecision, Part, Secrecy
from papers.packs.merging import link_to
from papers.packs.schedule import reason, resolution
from papers.wording import date_words

Key = tuple[str, int]
"""A paper: its item's number and its place in the item (from 0)."""

Pages = Mapping[Key, tuple[int, int]]
"""First and last page of each paper in the pack."""

WAYS = {
    "general exception": "the general exception (SI 2012/2089, regulation 10)",
    "special urgency": "special urgency (SI 2012/2089, regulation 11)",
}
"""How a key decision goes without 28 clear days' notice, as a notice of it says."""


def front_fields(agenda: Agenda, pages: Pages, *, public: bool, linked: bool) -> dict[str, object]:
    """The fields of the front sheet. For the public, closed items have their public title; `linked` lets items lead to their pages."""
    notes = {
        (item.number, n): f"Corrected: {part.corrected}" for item in agenda.items for n, part in enumerate(item.parts) if part.corrected
    }
    listing = Listing(agenda, pages, notes, public=public, linked=linked)
    taken = replace(agenda, items=tuple(_taken(item) for item in agenda.items if not item.withdrawn))
    return agenda_fields(agenda, listing.items(), resolution(taken, executive=agenda.executive))


def _taken(item: Item) -> Item:
    """The item without papers that are withdrawn."""
    return replace(item, parts=tuple(part for part in item.parts if not part.withdrawn))


def motion(agenda: Agenda, only: Collection[Key]) -> tuple[str, ...]:
    """The motion that excludes the public from the business of these papers alone."""
    items = tuple(
        replace(item, parts=tuple(part for n, part in enumerate(item.parts) if (item.number, n) in only))
        for item in agenda.items
        if any(number == item.number for number, _ in only)
    )
    return resolution(replace(agenda, items=items), executive=agenda.executive)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a front sheet lists: the agenda, the pages of its papers, and notes below papers that have one.

    `only` are the papers of a supplement, each of which is named; None lists the whole agenda. `withdrawn` are the items that a
    supplement tells are withdrawn, with the pages that they had, in words.
    """

    agenda: Agenda
    pages: Pages
    notes: Mapping[Key, str]
    public: bool
    linked: bool
    only: Collection[Key] | None = None
    withdrawn: Mapping[str, str] = field(default_factory=dict)

    def items(self) -> tuple[AgendaItem, ...]:
        """The items in the order of business; of a supplement those that have papers in it."""
        every = ((item, self._keys(item)) for item in self.agenda.items)
        return tuple(self._item(item, keys) for item, keys in every if keys or self.only is None or item.number in self.withdrawn)

    def _keys(self, item: Item) -> list[Key]:
        keys = [(item.number, n) for n in range(len(item.parts))]
        return [key for key in keys if self.only is None or key in self.only]

    def _item(self, item: Item, keys: list[Key]) -> AgendaItem:
        if item.withdrawn:
            return self._withdrawn(item)
        parts = {key: item.parts[key[1]] for key in keys}
        here = replace(item, parts=tuple(parts.values()))
        spans = [self.pages[key] for key, part in parts.items() if key in self.pages and (here.restricted or not part.secrecy.restricted)]
        span = (spans[0][0], spans[-1][1]) if spans else None
        named = [key for key, part in parts.items() if self._is_named(item, part)]
        hidden = self.public and item.restricted
        return AgendaItem(
            number=item.number,
            title=self._title(item),
            purpose=_purpose(item),
            pages=span,
            papers=() if hidden else tuple(self._paper(item, key) for key in named),
            to_follow=item.to_follow or (bool(parts) and all(part.to_follow for part in parts.values())),
            urgent=item.urgent,
            exempt=_item_reason(here, self.agenda),
            link=link_to(item.number) if self.linked and span and here.restricted == item.restricted else "",
        )

    def _title(self, item: Item) -> str:
        return _item_title(item) if self.public else item.title

    def _withdrawn(self, item: Item) -> AgendaItem:
        """An item that is not taken: why, and which pages its papers had."""
        pages = self.withdrawn.get(item.number, "")
        stood = f" Its papers stood on {pages}." if pages else ""
        return AgendaItem(
            number=item.number,
            title=self._title(item),
            purpose=f"This item is withdrawn: {item.withdrawn.rstrip('.')}.{stood}",
            exempt=_item_reason(item, self.agenda),
            withdrawn=True,
        )

    def _is_named(self, item: Item, part: Part) -> bool:
        """Whether the paper has a line of its own: an item's only paper says no more than the item, unless something is to be told of it."""
        told = part.to_follow or part.withdrawn or part.corrected or (part.secrecy.restricted and not item.restricted)
        return self.only is not None or len(item.parts) > 1 or bool(told)

    def _paper(self, item: Item, key: Key) -> AgendaPaper:
        part = item.parts[key[1]]
        secret = self.public and part.secrecy.restricted
        title = _part_title(item, part) if self.public else part.title
        follows = f" (withdrawn: {part.withdrawn.rstrip('.')})" if part.withdrawn else " (to follow)" if part.to_follow else ""
        closed = f" ({reason(part.secrecy, self.agenda.nation, executive=self.agenda.executive)})" if part.secrecy.restricted else ""
        pages = self.pages.get(key)
        link = link_to(f"{key[0]}/{key[1]}") if self.linked and pages else ""
        return AgendaPaper(title + follows + closed, part.label, pages, link, "" if secret else self.notes.get(key, ""))


def for_public(agenda: Agenda) -> Agenda:
    """The agenda under the titles that the public may read."""
    items = (
        replace(item, title=_item_title(item), parts=tuple(replace(part, title=_part_title(item, part)) for part in item.parts))
        for item in agenda.items
    )
    return replace(agenda, items=tuple(items))


def public_title(item: Item, part: Part) -> str:
    """What the public may read of a paper, with its label."""
    return replace(part, title=_part_title(item, part)).named


def _item_title(item: Item) -> str:
    return item.public_title if item.guarded and item.public_title else item.title


def _part_title(item: Item, part: Part) -> str:
    """A closed paper's own public title, or that of its item; an open paper that bears the item's title gives no more away than that."""
    if part.secrecy.restricted:
        return part.public_title or (_item_title(item) if item.restricted or item.public_title else part.title)
    return _item_title(item) if part.title == item.title else part.title


def _purpose(item: Item) -> str:
    """What the meeting is to do with the item, and what the notice of a key decision must say, as sentences."""
    minutes = f"To confirm the minutes of the meeting held on {date_words(item.minutes_of)}" if item.minutes_of else ""
    said = [item.purpose, minutes, *(_decision(item.key_decision) if item.key_decision else ())]
    return ". ".join(each.rstrip(".") for each in said if each)


def _decision(decision: KeyDecision) -> list[str]:
    reference = f", notice {decision.reference}" if decision.reference else ""
    taken = f"Taken under {WAYS[decision.procedure]}: {decision.reason}" if decision.procedure else ""
    return [f"Key decision{reference}", taken]


def _item_reason(item: Item, agenda: Agenda) -> str:
    if not item.restricted:
        return ""
    reasons = [item.secrecy] if item.secrecy.restricted else [part.secrecy for part in item.parts]
    return ". ".join(dict.fromkeys(_full_reason(each, agenda) for each in reasons))


def _full_reason(secrecy: Secrecy, agenda: Agenda) -> str:
    words = reason(secrecy, agenda.nation, executive=agenda.executive)
    return f"{words[0].upper()}{words[1:]}" + (f". {secrecy.public_interest.rstrip('.')}" if secrecy.public_interest else "")
