"""The corporate risk register update: levels now and at target, what moved, the heat map, each risk, then the actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from papers.dataset import Risk
from papers.document import Block, Bullets, Cell, Chip, Heading, Inline, Item, LineBreak, Paragraph, Table, inlines, plain
from papers.drafting.heatmap import heat_map
from papers.drafting.ids import block_id
from papers.drafting.material import Material
from papers.drafting.parts import bold, cell, columns, count_cell, figure_cell, figure_run, header, row, total_row
from papers.drafting.riskactions import action_blocks
from papers.drafting.shares import PADDING, TEXT_WIDTH, longest_word, shares
from papers.narrative.phrases import Phrases
from papers.narrative.risks import LABELS, RENAMED, earlier_risks, movement_notes, moves_of, open_risks
from papers.risks import RiskLevel, RiskScheme, tally_levels

KEY = "risks"

SCORE_WIDTH = 74.0
"""Points: a column of scores as chips."""

OTHER_SCHEME = (
    "The levels of the last report are those that it published. It gave them by another scheme of risks than this report, "
    "so the numbers at each level may differ by the scheme alone."
)


Scored = tuple[int | None, RiskLevel | None]
"""A score, where there is one, and its level."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time at which the risks have scores: how it is headed, the name in keys of figures, the score of each risk with its level.

    `held` are the risks that the register held then, so that its counts add up to their number.
    """

    label: str
    name: str
    scores: Mapping[str, Scored]
    held: tuple[Risk, ...]

    @property
    def levels(self) -> tuple[RiskLevel | None, ...]:
        """The level of each risk that the register held then; None for one without a score."""
        return tuple(self.scores[risk.id][1] for risk in self.held)


def moments(risks: Sequence[Risk], scheme: RiskScheme) -> tuple[Moment, ...]:
    """Now and at target, after the last report where any score of it is known: its levels are those that it published."""
    held, before = open_risks(risks), earlier_risks(risks)
    previous = Moment("Last report", "previous", {r.id: (r.previous_score, scheme.published(r)) for r in risks}, before)
    now = Moment("Now", "current", {r.id: _levelled(scheme, r.current_score) for r in risks}, held)
    target = Moment("At target", "target", {r.id: _levelled(scheme, r.target_score) for r in risks}, held)
    return (previous, now, target) if any(level for _, level in previous.scores.values()) else (now, target)


def _levelled(scheme: RiskScheme, score: int | None) -> Scored:
    return score, None if score is None else scheme.level(score)


def risk_blocks(source: Material, scheme: RiskScheme, lead: Sequence[Block]) -> Iterator[Block]:
    """The register's blocks under its heading, after `lead`; none where the report has no risks."""
    risks = source.dataset.risks
    if not risks:
        return
    yield Heading(KEY, 1, inlines("Corporate risk register update"), short="Corporate risk register")
    yield from lead
    yield Heading(block_id(KEY, "levels-heading"), 2, inlines("Where the risks stand"))
    yield levels_table(risks, scheme)
    if any(risk.previous_score is not None and _is_other(risk, scheme) for risk in risks):
        yield Paragraph(block_id(KEY, "levels", "notes"), inlines(OTHER_SCHEME), "note")
    yield from heat_map(source.phrases, open_risks(risks), scheme)
    yield from _movements(source.phrases, risks, scheme)
    yield Heading(block_id(KEY, "register-heading"), 2, inlines("Risks and their scores"))
    yield register_table(risks, scheme)
    yield from action_blocks(source)


def _is_other(risk: Risk, scheme: RiskScheme) -> bool:
    """Whether the last report published another level of the risk's score than this scheme gives it."""
    score, level = risk.previous_score, scheme.published(risk)
    return score not in scheme.scores or (score is not None and level != scheme.level(score))


def levels_table(risks: Sequence[Risk], scheme: RiskScheme) -> Table:
    """How many risks have each level at each moment, highest level first, with those that have no score, and the total."""
    times = moments(risks, scheme)
    every = (*scheme.former, *scheme.levels)
    found = [tally_levels(filter(None, moment.levels), every) for moment in times]
    rows = []
    for level in reversed(every):
        word = level.band.word
        says = f" {level.name}, of the last report" if level in scheme.former else f" {level.name}, scores {level.low} to {level.high}"
        name = cell(_chip(level, word), says)
        counts = [count_cell(each[word], f"{KEY}/{at.name}/{word}") for each, at in zip(found, times, strict=True)]
        rows.append(row((name, *counts)))
    missing = [count_cell(at.levels.count(None), f"{KEY}/{at.name}/unscored") for at in times]
    rows += [row((cell("No score"), *missing))] if any(None in at.levels for at in times) else []
    totals = [count_cell(len(at.held), f"{KEY}/{at.name}/total") for at in times]
    widths = shares([260.0, *[222.0 / len(times)] * len(times)])
    body = (header("Level", *(at.label for at in times)), *rows, total_row((cell("Total"), *totals)))
    return Table(block_id(KEY, "levels"), "Risks by level, now and at target", columns(widths), body)


def _movements(phrases: Phrases, risks: Sequence[Risk], scheme: RiskScheme) -> Iterator[Block]:
    """What moved since the last report, by name; nothing where no more is known than that a risk was renamed."""
    told = movement_notes(phrases, risks, scheme)
    if any(label != LABELS[RENAMED] for label, _ in told):
        yield Heading(block_id(KEY, "moved-heading"), 2, inlines("What changed since the last report"))
        yield Bullets(block_id(KEY, "moved"), tuple(Item(inlines(bold(f"{label}: "), *words)) for label, words in told))


def register_table(risks: Sequence[Risk], scheme: RiskScheme) -> Table:
    """Each risk with its owner and note, its scores as chips, and how it moved where that is known of any."""
    times = moments(risks, scheme)
    moved = any(moves_of(risk) for risk in risks)
    labels = [*(at.label for at in times), *(["Movement"] if moved else [])]
    rows = [header("Risk", *labels)]
    for risk in risks:
        cells = [_score(risk, at) for at in times]
        rows.append(row((_named(risk), *cells, *([_moved(risk)] if moved else []))))
    own = [longest_word(plain(each.cells[-1].inlines) for each in rows) + PADDING] if moved else []
    widths = [SCORE_WIDTH] * len(times) + own
    share = shares([TEXT_WIDTH - sum(widths), *widths])
    return Table(block_id(KEY, "register"), "Risks with current and target scores", columns(share, len(share)), tuple(rows))


def _named(risk: Risk) -> Cell:
    """The risk's id and title, with its owner and its note on lines of their own."""
    lines = [f"Owner: {risk.owner}" if risk.owner else "", risk.note]
    return cell(bold(risk.id), f" {risk.title}", *(part for line in lines if line for part in (LineBreak(), line)))


def _moved(risk: Risk) -> Cell:
    """What happened to the risk, each on a line."""
    lines = [figure_run(LABELS[word], f"{risk.id}/movement/{word}") for word in moves_of(risk)]
    parts: list[Inline] = [part for line in lines for part in (LineBreak(), line)]
    return cell(*parts[1:])


def _score(risk: Risk, at: Moment) -> Cell:
    key = f"{risk.id}/{at.name}"
    score, level = at.scores[risk.id]
    if level is None:
        return figure_cell(risk.target_note if at.name == "target" else "", key)
    return cell(_chip(level, f"{level.band.word} {score}", key))


def _chip(level: RiskLevel, words: str, key: str | None = None) -> Chip:
    return Chip(words, level.band.fill, level.band.ink, figure=key)
