"""The front sheet of a pack: its agenda with the pages that each item and paper has there."""

from __future__ import annotations

from collections.abc import Mapping

from papers.drafting.agenda import AgendaItem, AgendaPaper, AgendaSheet
from papers.packs.agenda import Agenda, Item, KeyDecision, Nation, Part, Secrecy
from papers.packs.merging import link_to
from papers.packs.schedule import reason, resolution
from papers.wording import date_words

Pages = Mapping[tuple[str, int], tuple[int, int]]
"""First and last page of each paper in the pack, by its item's number and its place in the item (from 0)."""


def front_sheet(agenda: Agenda, pages: Pages, *, public: bool, linked: bool) -> AgendaSheet:
    """The agenda as the template shows it. For the public, closed items have their public title; `linked` lets items lead to their pages."""
    return AgendaSheet(
        organisation=agenda.organisation,
        body=agenda.body,
        date=agenda.date,
        time=agenda.time,
        room=agenda.room,
        published=agenda.published,
        officer=agenda.officer,
        officer_post=agenda.officer_post,
        contact=agenda.contact,
        telephone=agenda.telephone,
        email=agenda.email,
        webcasting=" ".join(each for each in (agenda.webcasting, agenda.notice) if each),
        membership=agenda.membership,
        items=tuple(_item(item, pages, agenda.nation, public=public, linked=linked) for item in agenda.items),
        background=agenda.background,
        exclusion=resolution(agenda, executive=agenda.executive),
        language=agenda.language,
    )


def _item(item: Item, pages: Pages, nation: Nation, *, public: bool, linked: bool) -> AgendaItem:
    own = [pages.get((item.number, n)) for n in range(len(item.parts))]
    open_pages = [each for part, each in zip(item.parts, own, strict=True) if each and (item.restricted or not part.secrecy.restricted)]
    span = (open_pages[0][0], open_pages[-1][1]) if open_pages else None
    several = len(item.parts) > 1
    papers = tuple(
        _paper(part, each, link_to(f"{item.number}/{n}") if linked and each else "", nation)
        for n, (part, each) in enumerate(zip(item.parts, own, strict=True))
        if several or part.to_follow or (part.secrecy.restricted and not item.restricted)
    )
    return AgendaItem(
        number=item.number,
        title=item.public_title if public and item.restricted and item.public_title else item.title,
        purpose=_purpose(item),
        pages=span,
        papers=() if public and item.restricted else papers,
        to_follow=item.to_follow or (bool(item.parts) and all(part.to_follow for part in item.parts)),
        urgent=item.urgent,
        exempt=_item_reason(item, nation),
        link=link_to(item.number) if linked and span else "",
    )


def _paper(part: Part, pages: tuple[int, int] | None, link: str, nation: Nation) -> AgendaPaper:
    title = f"{part.title} (to follow)" if part.to_follow else part.title
    closed = f" ({reason(part.secrecy, nation)})" if part.secrecy.restricted else ""
    return AgendaPaper(title + closed, part.label, pages, link)


def _purpose(item: Item) -> str:
    """What the meeting is to do with the item, and what the notice of a key decision must say, as sentences."""
    minutes = f"To confirm the minutes of the meeting held on {date_words(item.minutes_of)}" if item.minutes_of else ""
    said = [item.purpose, minutes, *(_decision(item.key_decision) if item.key_decision else ())]
    return ". ".join(each.rstrip(".") for each in said if each)


def _decision(decision: KeyDecision) -> list[str]:
    reference = f", notice {decision.reference}" if decision.reference else ""
    taken = f"Taken under {decision.procedure}: {decision.reason}" if decision.procedure else ""
    return [f"Key decision{reference}", taken]


def _item_reason(item: Item, nation: Nation) -> str:
    if not item.restricted:
        return ""
    reasons = [item.secrecy] if item.secrecy.restricted else [part.secrecy for part in item.parts]
    return ". ".join(dict.fromkeys(_full_reason(each, nation) for each in reasons))


def _full_reason(secrecy: Secrecy, nation: Nation) -> str:
    words = reason(secrecy, nation)
    return f"{words[0].upper()}{words[1:]}" + (f". {secrecy.public_interest.rstrip('.')}" if secrecy.public_interest else "")
