"""The mitigating actions of risks: counts by status beside what was stated, what is overdue, each action under its risk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from papers.dataset import RiskAction, StatedTotal
from papers.document import Block, Bullets, Cell, Heading, Item, LineBreak, Paragraph, Row, Table, inlines
from papers.drafting.ids import block_id
from papers.drafting.material import Material
from papers.drafting.parts import bold, cell, columns, count_cell, figure_cell, figure_run, group_row, header, row
from papers.drafting.shares import shares
from papers.narrative import action_summary, due_summary
from papers.narrative.actions import overdue_notes
from papers.risks import count_actions, due_by_batch, is_overdue
from papers.wording import date_words, digits

KEY = "risks"


def action_blocks(source: Material) -> Iterator[Block]:
    """The mitigating actions by batch: counts by status beside what was stated, what is overdue, then each action under its risk."""
    actions = source.dataset.actions
    if not actions:
        return
    yield Heading(block_id(KEY, "actions-heading"), 2, inlines("Mitigating actions"))
    yield Paragraph(block_id(KEY, "actions", "summary"), action_summary(source.dataset))
    stated = [total for total in source.dataset.stated if total.subject.startswith("risk_actions/")]
    yield _status_table(actions, stated)
    yield from _stated_notes(stated)
    yield from _overdue(source)
    titles = {risk.id: risk.title for risk in source.dataset.risks}
    for batch in dict.fromkeys(action.batch for action in actions):
        found = [action for action in actions if action.batch == batch]
        yield Heading(block_id(KEY, "actions", batch, "heading"), 3, inlines(f"Actions: {batch}"))
        yield _action_table(batch, found, titles, source.info.data_date)


def _overdue(source: Material) -> Iterator[Block]:
    """How many actions are overdue and how many still to come, and each overdue one by name; nothing where none has a due date."""
    said = due_summary(source.dataset)
    if not said:
        return
    day = source.info.data_date
    yield Paragraph(block_id(KEY, "actions", "due"), said)
    late = overdue_notes(source.phrases, due_by_batch(source.dataset.actions, day), day)
    items = [Item(inlines(bold(f"{action.risk}: "), f"{action.action}, ", *words, ".")) for action, words in late]
    if items:
        yield Bullets(block_id(KEY, "actions", "overdue"), tuple(items))


def _status_table(actions: Sequence[RiskAction], stated: Sequence[StatedTotal]) -> Table:
    """How many actions of each status are listed, and how many the register states."""
    counted = count_actions(actions)
    published = {(total.subject, total.measure): total for total in stated}
    rows = [header("Actions", "Listed", *(["Stated"] if stated else []))]
    for batch, statuses in counted.items():
        subject = f"risk_actions/{batch}"
        rows.append(group_row(3 if stated else 2, batch))
        measures = dict.fromkeys([*statuses, *(measure for about, measure in published if about == subject and measure != "total")])
        rows += [_status_row(subject, m, statuses.get(m, 0), published.get((subject, m)), with_stated=bool(stated)) for m in measures]
        total = published.get((subject, "total"))
        rows.append(_status_row(subject, "Total", sum(statuses.values()), total, with_stated=bool(stated)))
    widths = shares([302.0, 90.0, 90.0] if stated else [382.0, 100.0])
    return Table(block_id(KEY, "statuses"), "Mitigating actions by status", columns(widths), tuple(rows))


def _status_row(subject: str, measure: str, listed: int, stated: StatedTotal | None, *, with_stated: bool) -> Row:
    is_total = measure == "Total"
    cells = [cell(measure), count_cell(listed, f"{subject}/{measure}")]
    if with_stated:
        text = digits(stated.value) if stated and stated.value is not None else ""
        cells.append(figure_cell(text, f"{subject}/{measure}/stated"))
    return Row(tuple(cells), "total" if is_total else "body")


def _stated_notes(stated: Sequence[StatedTotal]) -> Iterator[Block]:
    notes = dict.fromkeys(total.note for total in stated if total.note)
    if notes:
        yield Paragraph(block_id(KEY, "statuses", "notes"), inlines(" ".join(notes)), "note")


def _action_table(batch: str, actions: Sequence[RiskAction], titles: Mapping[str, str], day: dt.date) -> Table:
    dated = any(action.due for action in actions)
    width = 3 if dated else 2
    rows = [header("Action", "Status", *(["Due"] if dated else []))]
    for risk, group in groupby(actions, key=lambda action: action.risk):
        rows.append(group_row(width, bold(risk), f" {titles.get(risk, '')}".rstrip()))
        rows += [_action_row(n, risk, action, day if dated else None) for n, action in enumerate(group, 1)]
    widths = shares([249.0, 100.0, 122.0] if dated else [360.0, 122.0])
    return Table(block_id(KEY, "actions", batch), f"Mitigating actions, {batch}", columns(widths, width), tuple(rows))


def _action_row(number: int, risk: str, action: RiskAction, day: dt.date | None) -> Row:
    """The action's row; with its due date, marked where it is overdue on the day, in a table that has them."""
    status = cell(figure_run(action.status, f"{risk}/actions/{action.batch}/{number}/status"))
    return row((cell(action.action), status, *([_due(action, day)] if day else [])))


def _due(action: RiskAction, day: dt.date) -> Cell:
    if action.due is None:
        return Cell()
    return cell(date_words(action.due), *((LineBreak(), bold("Overdue")) if is_overdue(action, day) else ()))
