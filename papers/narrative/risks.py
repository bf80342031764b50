"""The risk register in sentences: counts by level now and at target, what moved and from where, where the risks stand on the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from papers.dataset import Dataset, Risk
from papers.document import inlines
from papers.narrative.figures import Part, Words, are, counted, figure, joined, paragraph
from papers.risks import HeatCell, HeatMap, RiskScheme, count_levels, movement
from papers.wording import listed, plural

NEW, CLOSED, RENAMED = "new", "closed", "renamed"

LABELS = {"new": "New", "closed": "Closed", "up": "Up", "down": "Down", "same": "Same", "renamed": "Renamed"}
"""What happened to a risk, for tables and lists."""

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


def moves_of(risk: Risk) -> tuple[str, ...]:
    """What happened to the risk since the last report, as words of MOVES: told from its scores, else as declared; none where unknown."""
    found = movement(risk)
    return (*((found.moved,) if found.moved else ()), *((RENAMED,) if found.renamed else ()))


def _moves(dataset: Dataset) -> list[Part]:
    """How many are new, closed, up, down, the same or renamed since the last report; nothing where no movement is known."""
    given = [word for risk in dataset.risks for word in moves_of(risk)]
    told = [(word, given.count(word)) for word in MOVES if word in given]
    clauses: list[list[Part]] = [[counted(count, f"risks/movement/{word}"), f" {plural(count, *MOVES[word])}"] for word, count in told]
    return ["Since the last report, ", *joined(clauses), "."] if clauses else []


def movement_notes(risks: Sequence[Risk], scheme: RiskScheme) -> tuple[tuple[str, Words], ...]:
    """The risks that moved by name, under what happened to them: ("Up", "FR2 Demand for care, from Red 16 to Red 20.").

    Those that stayed the same are left out.
    """
    told = []
    for word, label in LABELS.items():
        moved: list[list[Part]] = [_from_to(risk, word, scheme) for risk in risks if word in moves_of(risk)]
        if moved and word != "same":
            told.append((label, inlines(*joined(moved, joint="; ", comma="; "), ".")))
    return tuple(told)


def _from_to(risk: Risk, word: str, scheme: RiskScheme) -> list[Part]:
    """The risk with its scores as far as they belong to what happened: both of one that moved, the last of one that is closed."""
    before, now = (
        _scored(risk, name, score, scheme) for name, score in (("previous", risk.previous_score), ("current", risk.current_score))
    )
    name = f"{risk.id} {risk.title}"
    if word in {"up", "down"} and before and now:
        return [name, ", from ", *before, " to ", *now]
    if word == NEW and now:
        return [name, ", at ", *now]
    return [name, ", last at ", *before] if word == CLOSED and before else [name]


def _scored(risk: Risk, moment: str, score: int | None, scheme: RiskScheme) -> list[Part]:
    """The score with its level's word: "Red 16"."""
    return [] if score is None else [figure(f"{scheme.level(score).band.word} {score}", f"{risk.id}/{moment}")]


def map_summary(found: HeatMap) -> Words:
    """Where the risks stand on the map, the highest score first: what the map says to those who can't see it."""
    clauses: list[list[Part]] = [
        [f"{listed(cell.risks)} {plural(len(cell.risks), 'stands', 'stand')} at {_place(cell, found.scheme)}"] for cell in found.occupied
    ]
    return inlines(*joined(clauses, joint="; ", comma="; "), ".")


def _place(cell: HeatCell, scheme: RiskScheme) -> str:
    """Likelihood, impact and what they come to: "likelihood 4 (Likely) and impact 5 (Major), Red 20"."""
    likelihood = step(cell.likelihood, scheme.likelihoods, brackets=True)
    impact = step(cell.impact, scheme.impacts, brackets=True)
    return f"likelihood {likelihood} and impact {impact}, {cell.level.band.word} {cell.score}"


def step(number: int, words: Sequence[str], *, brackets: bool = False) -> str:
    """A step of likelihood or impact with its word where the scheme has one: "4 Likely", "4 (Likely)", "4"."""
    word = words[number - 1]
    return f"{number} ({word})" if word and brackets else f"{number} {word}".strip()


def unplaced(risks: Iterable[Risk], found: HeatMap) -> Words:
    """The open risks that are not on the map and why; nothing where all are: a position is never guessed from a score."""
    missing: list[list[Part]] = [[_why(risk, found.scheme)] for risk in risks if risk.id in found.unplaced]
    if not missing:
        return ()
    return inlines("Not on the map: ", *joined(missing, joint="; ", comma="; "), ". A position is not guessed from a score.")


def _why(risk: Risk, scheme: RiskScheme) -> str:
    """What is missing of the risk's position: both, one, or a place on the scheme's map; and where its score could be."""
    if risk.current_score is None:
        return f"{risk.id} {risk.title} has no score"
    ways = [
        f"{one} by {risk.current_score // one}" for one in range(1, len(scheme.likelihoods) + 1) if _can_be(risk.current_score, one, scheme)
    ]
    could = f", which may be {listed(ways, 'or')}" if len(ways) > 1 else ""
    lacks = [name for name, value in (("likelihood", risk.current_likelihood), ("impact", risk.current_impact)) if value is None]
    why = f"its {listed(lacks)} {plural(len(lacks), 'is', 'are')} not given" if lacks else "its likelihood and impact are not on the scale"
    return f"{risk.id} {risk.title} has a score of {risk.current_score}{could}, and {why}"


def _can_be(score: int, likelihood: int, scheme: RiskScheme) -> bool:
    return score % likelihood == 0 and scheme.holds(likelihood, score // likelihood)


def scored(scheme: RiskScheme) -> str:
    """How risks are scored and what the scores mean: "A risk's score is its likelihood times its impact, each from 1 to 5. ..."."""
    most = len(scheme.likelihoods), len(scheme.impacts)
    each = f"each from 1 to {most[0]}" if most[0] == most[1] else f"likelihood from 1 to {most[0]} and impact from 1 to {most[1]}"
    levels = listed(f"{level.band.word} ({level.name}) from {level.low} to {level.high}" for level in scheme.levels)
    words = [
        f"{name} 1 to {len(steps)}: {listed(steps)}."
        for name, steps in (("Likelihood", scheme.likelihoods), ("Impact", scheme.impacts))
        if all(steps)
    ]
    return " ".join([f"A risk\u2019s score is its likelihood times its impact, {each}. A score is {levels}.", *words])
