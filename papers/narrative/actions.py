"""Mitigating actions in sentences: how many are listed and have each status, beside what was published, and which are overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from papers.dataset import Dataset, RiskAction, StatedTotal
from papers.document import inlines
from papers.narrative.figures import Part, Words, are, counted, figure, joined, paragraph
from papers.risks import Due, count_actions, due_by_batch
from papers.wording import count_word, date_words, digits, plural


def action_summary(dataset: Dataset) -> Words:
    """For each batch of actions, how many are listed and how many have each status; and the published total where it is another."""
    stated = {each.subject: each for each in dataset.stated if each.measure.lower() == "total"}
    batches = count_actions(dataset.actions)
    return inlines(*paragraph(s for batch, found in batches.items() for s in _batch(batch, found, stated.get(f"risk_actions/{batch}"))))


def _batch(batch: str, found: Mapping[str, int], stated: StatedTotal | None) -> Iterator[list[Part]]:
    total = sum(found.values())
    clauses: list[list[Part]] = []
    for status, count in found.items():
        verb = "" if clauses else f"{are(count)} "
        clauses.append([counted(count, f"risks/actions/{batch}/{status}"), f" {verb}{_status(status)}"])
    listed: list[Part] = [
        f"{batch}: of the ",
        counted(total, f"risks/actions/{batch}/total"),
        f" {plural(total, 'action', 'actions')} listed, ",
    ]
    yield [*listed, *joined(clauses), "."]
    if stated and stated.value is not None and stated.value != total:
        yield ["The published total is ", figure(digits(stated.value), f"risks/actions/{batch}/stated"), _covers(stated, total)]


def _covers(stated: StatedTotal, listed: int) -> str:
    """How many of the published total are not listed, where it says that it covers more than the list."""
    more = int((stated.value or 0) - listed)
    return f"; it covers {count_word(more)} that {plural(more, 'is', 'are')} not listed." if stated.unlisted and more > 0 else "."


def _status(status: str) -> str:
    """The status as a predicate: "complete", "under regular review"."""
    lower = status[:1].lower() + status[1:]
    return f"under {lower}" if lower.endswith("review") else lower


def due_summary(dataset: Dataset) -> Words:
    """How many open actions are overdue on the day of the data, and how many are still to come. Empty where none has a due date."""
    if not any(action.due for action in dataset.actions):
        return ()
    day = dataset.info.data_date
    batches = due_by_batch(dataset.actions, day)
    late = [action for due in batches.values() for action in due.overdue]
    coming = [action for due in batches.values() for action in due.coming]
    undated = [action for due in batches.values() for action in due.undated]
    if not late and not coming and not undated:
        return inlines(f"On {date_words(day)}, the day of the data, no action was open.")
    return inlines(*paragraph([_late(late, day), _coming(coming), _undated(undated)]))


def _late(late: Sequence[RiskAction], day: dt.date) -> list[Part]:
    on = f"On {date_words(day)}, the day of the data, "
    if not late:
        return [f"{on}no open action is overdue."]
    return [on, counted(len(late), "risks/actions/overdue"), f" {plural(len(late), 'action is', 'actions are')} overdue."]


def _coming(coming: Sequence[RiskAction]) -> list[Part]:
    """How many are due later and when the first of them is; nothing where none is."""
    if not coming or coming[0].due is None:
        return []
    first = date_words(min(action.due for action in coming if action.due))
    number = counted(len(coming), "risks/actions/coming", first=True)
    if len(coming) == 1:
        return [number, f" is due on {first}."]
    return [number, f" are still to come, the first on {first}."]


def _undated(undated: Sequence[RiskAction]) -> list[Part]:
    """How many open actions have no due date; nothing where each has one."""
    if not undated:
        return []
    return [
        counted(len(undated), "risks/actions/undated", first=True),
        f" open {plural(len(undated), 'action has', 'actions have')} no due date.",
    ]


def overdue_notes(batches: Mapping[str, Due], day: dt.date) -> tuple[tuple[RiskAction, Words], ...]:
    """Each overdue action, longest overdue first, with when it was due and how long ago that is."""
    late = sorted((action for due in batches.values() for action in due.overdue), key=lambda action: action.due or day)
    return tuple((action, _since(action.due, day)) for action in late if action.due)


def _since(due: dt.date, day: dt.date) -> Words:
    days = (day - due).days
    return inlines(f"due on {date_words(due)}, {count_word(days)} {plural(days, 'day', 'days')} ago")
