"""The risk register in sentences: counts by level now and at target, actions by status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from papers.dataset import Dataset, Risk, StatedTotal
from papers.document import inlines
from papers.narrative.figures import Part, Words, are, counted, figure, joined, paragraph
from papers.risks import RiskScheme, count_actions, count_levels
from papers.wording import count_word, digits, plural

NEW, CLOSED = "new", "closed"

MOVES = {
    "new": ("is new", "are new"),
    "closed": ("has been closed", "have been closed"),
    "up": ("has gone up", "have gone up"),
    "down": ("has gone down", "have gone down"),
    "same": ("is unchanged", "are unchanged"),
    "renamed": ("has been renamed", "have been renamed"),
}
"""What happened to a risk, and to several."""


def risk_summary(dataset: Dataset, scheme: RiskScheme) -> Words:
    """How many risks have each level now and at their target scores, and what moved since the last report. Empty without risks."""
    if not dataset.risks:
        return ()
    held = open_risks(dataset.risks)
    return inlines(*paragraph([*(_standing(held, scheme) if held else [["No risk in the register is open."]]), _moves(dataset)]))


def open_risks(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """The risks that the register holds now: a closed one has no level, now or at target."""
    return tuple(risk for risk in risks if risk.movement != CLOSED)


def earlier_risks(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """The risks that the register held at the last report: all but the new ones."""
    return tuple(risk for risk in risks if risk.movement != NEW)


def _standing(held: Sequence[Risk], scheme: RiskScheme) -> list[list[Part]]:
    """How many open risks there are at each level, now and at target; those without a score make up the total."""
    now = count_levels((risk.current_score for risk in held), scheme)
    target = count_levels((risk.target_score for risk in held), scheme)
    opening: list[Part] = ["The register holds ", counted(len(held), "risks/total"), f" {plural(len(held), 'risk', 'risks')}: "]
    at_target: list[Part] = ["At their target scores, ", *_levels(target, "risks/target", "would be"), "."]
    unscored = sum(risk.current_score is None for risk in held)
    return [[*opening, *_levels(now, "risks/current", "", unscored), "."], at_target, _unscored(held)]


def _levels(found: Mapping[str, int], key: str, verb: str, unscored: int = 0) -> list[Part]:
    """The counts by level as one list: "two are Red, eight Amber, none Green and one has no score"."""
    clauses: list[list[Part]] = []
    for word, count in found.items():
        said = "" if clauses else f"{verb or are(count)} "
        clauses.append([counted(count, f"{key}/{word}"), f" {said}{word}"])
    if unscored:
        clauses.append([counted(unscored, f"{key}/none"), f" {plural(unscored, 'has', 'have')} no score"])
    return joined(clauses)


def _unscored(held: Sequence[Risk]) -> list[Part]:
    """How many have no target score; nothing where all have one."""
    count = sum(risk.target_score is None for risk in held)
    return [counted(count, "risks/target/none", first=True), f" {plural(count, 'has', 'have')} no target score."] if count else []


def _moves(dataset: Dataset) -> list[Part]:
    """How many are new, closed, up or down since the last report; nothing where no movement is given."""
    given = [risk.movement for risk in dataset.risks if risk.movement]
    told = [(word, given.count(word)) for word in MOVES if word in given]
    clauses: list[list[Part]] = [[counted(count, f"risks/movement/{word}"), f" {plural(count, *MOVES[word])}"] for word, count in told]
    return ["Since the last report, ", *joined(clauses), "."] if clauses else []


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
