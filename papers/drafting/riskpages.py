"""The corporate risk register update: levels now and at target, each risk, the mitigating actions, the heat map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from papers.dataset import Risk, RiskAction, StatedTotal
from papers.document import Block, Cell, Chip, Heading, LineBreak, Paragraph, Row, Table, inlines, plain
from papers.drafting.heatmap import heat_map
from papers.drafting.ids import block_id
from papers.drafting.material import Material
from papers.drafting.parts import bold, cell, columns, count_cell, figure_cell, figure_run, group_row, header, row, total_row
from papers.drafting.shares import PADDING, TEXT_WIDTH, longest_word, shares
from papers.narrative import action_summary
from papers.narrative.risks import earlier_risks, open_risks
from papers.risks import RiskScheme, count_actions, count_levels
from papers.wording import date_words, digits

KEY = "risks"

SCORE_WIDTH = 74.0
"""Points: a column of scores as chips."""

MOVEMENTS = {"new": "New", "closed": "Closed", "up": "Up", "down": "Down", "same": "Same", "renamed": "Renamed"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A time at which the risks have scores: how it is headed, the name in keys of figures, the score of each risk.

    `counted` are the scores of the risks that the register held then, so that its counts add up to their number.
    """

    label: str
    name: str
    scores: tuple[int | None, ...]
    counted: tuple[int | None, ...]


def moments(risks: Sequence[Risk]) -> tuple[Moment, ...]:
    """Now and at target, after the last report where any score of it is known."""
    held, before = open_risks(risks), earlier_risks(risks)
    previous = Moment("Last report", "previous", tuple(r.previous_score for r in risks), tuple(r.previous_score for r in before))
    now = Moment("Now", "current", tuple(r.current_score for r in risks), tuple(r.current_score for r in held))
    target = Moment("At target", "target", tuple(r.target_score for r in risks), tuple(r.target_score for r in held))
    return (previous, now, target) if any(score is not None for score in previous.scores) else (now, target)


def risk_blocks(source: Material, scheme: RiskScheme, lead: Sequence[Block]) -> Iterator[Block]:
    """The register's blocks under its heading, after `lead`; none where the report has no risks."""
    risks = source.dataset.risks
    if not risks:
        return
    yield Heading(KEY, 1, inlines("Corporate risk register update"), short="Corporate risk register")
    yield from lead
    yield Heading(block_id(KEY, "levels-heading"), 2, inlines("Where the risks stand"))
    yield levels_table(risks, scheme)
    yield from heat_map(open_risks(risks), scheme)
    yield Heading(block_id(KEY, "register-heading"), 2, inlines("Risks and their scores"))
    yield register_table(risks, scheme)
    yield from _actions(source)


def levels_table(risks: Sequence[Risk], scheme: RiskScheme) -> Table:
    """How many risks have each level at each moment, highest level first, with those that have no score, and the total."""
    times = moments(risks)
    found = [count_levels(moment.counted, scheme) for moment in times]
    rows = []
    for level in reversed(scheme.levels):
        word = level.band.word
        name = cell(_chip(scheme, level.low, word), f" {level.name}, scores {level.low} to {level.high}")
        counts = [count_cell(each[word], f"{KEY}/{at.name}/{word}") for each, at in zip(found, times, strict=True)]
        rows.append(row((name, *counts)))
    missing = [count_cell(at.counted.count(None), f"{KEY}/{at.name}/unscored") for at in times]
    rows += [row((cell("No score"), *missing))] if any(None in at.counted for at in times) else []
    totals = [count_cell(len(at.counted), f"{KEY}/{at.name}/total") for at in times]
    widths = shares([260.0, *[222.0 / len(times)] * len(times)])
    body = (header("Level", *(at.label for at in times)), *rows, total_row((cell("Total"), *totals)))
    return Table(block_id(KEY, "levels"), "Risks by level, now and at target", columns(widths), body)


def register_table(risks: Sequence[Risk], scheme: RiskScheme) -> Table:
    """Each risk with its scores as chips, its movement and owner where any is known, and its note."""
    times = moments(risks)
    moved, owned = any(risk.movement for risk in risks), any(risk.owner for risk in risks)
    labels = [*(at.label for at in times), *(["Movement"] if moved else []), *(["Owner"] if owned else [])]
    rows = [header("Risk", *labels)]
    for n, risk in enumerate(risks):
        cells = [_score(risk, at, at.scores[n], scheme) for at in times]
        cells += [cell(MOVEMENTS.get(risk.movement, risk.movement))] if moved else []
        cells += [cell(risk.owner)] if owned else []
        rows.append(row((_named(risk), *cells)))
    own = [longest_word(plain(each.cells[n].inlines) for each in rows) + PADDING for n in range(len(times) + 1, len(labels) + 1)]
    widths = [SCORE_WIDTH] * len(times) + own
    share = shares([TEXT_WIDTH - sum(widths), *widths])
    return Table(block_id(KEY, "register"), "Risks with current and target scores", columns(share, len(share)), tuple(rows))


def _named(risk: Risk) -> Cell:
    note = (LineBreak(), risk.note) if risk.note else ()
    return cell(bold(risk.id), f" {risk.title}", *note)


def _score(risk: Risk, at: Moment, score: int | None, scheme: RiskScheme) -> Cell:
    key = f"{risk.id}/{at.name}"
    if score is None:
        return figure_cell(risk.target_note if at.name == "target" else "", key)
    return cell(_chip(scheme, score, f"{scheme.level(score).band.word} {score}", key))


def _chip(scheme: RiskScheme, score: int, words: str, key: str | None = None) -> Chip:
    band = next(level.band for level in scheme.levels if level.low <= score <= level.high)
    return Chip(words, band.fill, band.ink, figure=key)


def _actions(source: Material) -> Iterator[Block]:
    """The mitigating actions by batch: counts by status beside what was stated, then each action under its risk."""
    actions = source.dataset.actions
    if not actions:
        return
    yield Heading(block_id(KEY, "actions-heading"), 2, inlines("Mitigating actions"))
    yield Paragraph(block_id(KEY, "actions", "summary"), action_summary(source.dataset))
    stated = [total for total in source.dataset.stated if total.subject.startswith("risk_actions/")]
    yield _status_table(actions, stated)
    yield from _stated_notes(stated)
    titles = {risk.id: risk.title for risk in source.dataset.risks}
    for batch in dict.fromkeys(action.batch for action in actions):
        found = [action for action in actions if action.batch == batch]
        yield Heading(block_id(KEY, "actions", batch, "heading"), 3, inlines(f"Actions: {batch}"))
        yield _action_table(batch, found, titles)


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


def _action_table(batch: str, actions: Sequence[RiskAction], titles: dict[str, str]) -> Table:
    dated = any(action.due for action in actions)
    width = 3 if dated else 2
    rows = [header("Action", "Status", *(["Due"] if dated else []))]
    for risk, group in groupby(actions, key=lambda action: action.risk):
        rows.append(group_row(width, bold(risk), f" {titles.get(risk, '')}".rstrip()))
        rows += [_action_row(n, risk, action, dated=dated) for n, action in enumerate(group, 1)]
    widths = shares([249.0, 100.0, 122.0] if dated else [360.0, 122.0])
    return Table(block_id(KEY, "actions", batch), f"Mitigating actions, {batch}", columns(widths, width), tuple(rows))


def _action_row(number: int, risk: str, action: RiskAction, *, dated: bool) -> Row:
    status = cell(figure_run(action.status, f"{risk}/actions/{action.batch}/{number}/status"))
    due = [cell(date_words(action.due)) if action.due else Cell()] if dated else []
    return row((cell(action.action), status, *due))
