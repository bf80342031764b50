"""Mitigating actions in sentences: how many are listed and have each status, beside what was published, and which are overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from papers.dataset import Dataset, RiskAction, StatedTotal
from papers.document import inlines
from papers.narrative.figures import Part, Words, figure, paragraph
from papers.narrative.phrases import Counted, Phrases, phrases_of
from papers.phrases import OTHER
from papers.risks import Due, count_actions, due_by_batch
from papers.wording import date_words, digits


def action_summary(dataset: Dataset) -> Words:
    """For each batch of actions, how many are listed and how many have each status; and the published total where it is another."""
    stated = {each.subject: each for each in dataset.stated if each.measure.lower() == "total"}
    batches, phrases = count_actions(dataset.actions), phrases_of(dataset)
    return inlines(
        *paragraph(s for name, found in batches.items() for s in _batch(phrases, name, found, stated.get(f"risk_actions/{name}")))
    )


def _batch(phrases: Phrases, batch: str, found: Mapping[str, int], stated: StatedTotal | None) -> Iterator[list[Part]]:
    total, key = sum(found.values()), f"risks/actions/{batch}"
    names = ["actions.first_status", *["actions.next_status"] * len(found)]
    clauses = [
        phrases.say(name, count=Counted(count, f"{key}/{status}"), status=_status(phrases, status))
        for name, (status, count) in zip(names, found.items(), strict=False)
    ]
    several = "one" if total == 1 else OTHER
    yield phrases.say("actions.listed", several, batch=batch, total=Counted(total, f"{key}/total"), clauses=phrases.listed(clauses))
    if stated and stated.value is not None and stated.value != total:
        more = max(int(stated.value) - total, 0) if stated.unlisted else 0
        yield phrases.say("actions.published", count=Counted(more), total=figure(digits(stated.value), f"{key}/stated"))


def _status(phrases: Phrases, status: str) -> str:
    """The status as a predicate: "complete", "under regular review"."""
    lower = status[:1].lower() + status[1:]
    return phrases.text("actions.review", status=lower) if lower.endswith("review") else lower


def due_summary(dataset: Dataset) -> Words:
    """How many open actions are overdue on the day of the data, and how many are still to come. Empty where none has a due date."""
    if not any(action.due for action in dataset.actions):
        return ()
    day, phrases = dataset.info.data_date, phrases_of(dataset)
    batches = due_by_batch(dataset.actions, day)
    late = [action for due in batches.values() for action in due.overdue]
    coming = [action for due in batches.values() for action in due.coming]
    undated = [action for due in batches.values() for action in due.undated]
    if not late and not coming and not undated:
        return inlines(*phrases.say("actions.none_open", date=date_words(day)))
    overdue = phrases.say("actions.overdue", count=Counted(len(late), "risks/actions/overdue"), date=date_words(day))
    return inlines(*paragraph([overdue, _coming(phrases, coming), _undated(phrases, undated)]))


def _coming(phrases: Phrases, coming: Sequence[RiskAction]) -> list[Part]:
    """How many are due later and when the first of them is; nothing where none is."""
    days = [action.due for action in coming if action.due]
    return phrases.say("actions.coming", count=Counted(len(coming), "risks/actions/coming"), date=date_words(min(days))) if days else []


def _undated(phrases: Phrases, undated: Sequence[RiskAction]) -> list[Part]:
    """How many open actions have no due date; nothing where each has one."""
    return phrases.say("actions.undated", count=Counted(len(undated), "risks/actions/undated")) if undated else []


def overdue_notes(phrases: Phrases, batches: Mapping[str, Due], day: dt.date) -> tuple[tuple[RiskAction, Words], ...]:
    """Each overdue action, longest overdue first, with when it was due and how long ago that is."""
    late = sorted((action for due in batches.values() for action in due.overdue), key=lambda action: action.due or day)
    return tuple((action, _since(phrases, action.due, day)) for action in late if action.due)


def _since(phrases: Phrases, due: dt.date, day: dt.date) -> Words:
    return inlines(*phrases.say("actions.due", date=date_words(due), count=Counted((day - due).days)))
