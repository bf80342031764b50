"""The risk register in sentences: counts by level now and at target, what moved and from where, where the risks stand on the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from papers.dataset import Dataset, Risk
from papers.document import inlines
from papers.narrative.figures import Part, Words, figure, paragraph
from papers.narrative.phrases import Counted, Phrases, phrases_of
from papers.phrases import OTHER
from papers.risks import HeatCell, HeatMap, RiskLevel, RiskScheme, count_levels, movement
from papers.wording import listed

NEW, CLOSED, RENAMED = "new", "closed", "renamed"

LABELS = {"new": "New", "closed": "Closed", "up": "Up", "down": "Down", "same": "Same", "renamed": "Renamed"}
"""What happened to a risk, for tables and lists."""

MOVES = {
    "new": "risks.new",
    "closed": "risks.closed",
    "up": "risks.up",
    "down": "risks.down",
    "same": "risks.same",
    "renamed": "risks.renamed",
}
"""The phrase of each thing that happens to risks."""


def risk_summary(dataset: Dataset, scheme: RiskScheme) -> Words:
    """How many risks have each level now and at their target scores, and what moved since the last report. Empty without risks."""
    if not dataset.risks:
        return ()
    held, phrases = open_risks(dataset.risks), phrases_of(dataset)
    standing = _standing(phrases, held, scheme) if held else [phrases.say("risks.none_open")]
    return inlines(*paragraph([*standing, _moves(phrases, dataset)]))


def open_risks(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """The risks that the register holds now: a closed one has no level, now or at target."""
    return tuple(risk for risk in risks if risk.movement != CLOSED)


def earlier_risks(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """The risks that the register held at the last report: all but the new ones."""
    return tuple(risk for risk in risks if risk.movement != NEW)


def _standing(phrases: Phrases, held: Sequence[Risk], scheme: RiskScheme) -> list[list[Part]]:
    """How many open risks there are at each level, now and at target; those without a score make up the total."""
    now = count_levels((risk.current_score for risk in held), scheme)
    target = count_levels((risk.target_score for risk in held), scheme)
    unscored = sum(risk.current_score is None for risk in held)
    clauses = _levels(phrases, now, "risks.first_level", "risks/current")
    clauses += [phrases.say("risks.unscored", count=Counted(unscored, "risks/current/none"))] if unscored else []
    at_target = phrases.listed(_levels(phrases, target, "risks.first_target", "risks/target"))
    return [
        phrases.say("risks.register", count=Counted(len(held), "risks/total"), clauses=phrases.listed(clauses)),
        phrases.say("risks.target", clauses=at_target),
        _unscored(phrases, held),
    ]


def _levels(phrases: Phrases, found: Mapping[str, int], first: str, key: str) -> list[list[Part]]:
    """A clause for each level, the first of them in the words of that phrase: "two are Red", "eight Amber", "none Green"."""
    names = [first, *["risks.next_level"] * len(found)]
    return [
        phrases.say(name, count=Counted(count, f"{key}/{word}"), word=word)
        for name, (word, count) in zip(names, found.items(), strict=False)
    ]


def _unscored(phrases: Phrases, held: Sequence[Risk]) -> list[Part]:
    """How many have no target score; nothing where all have one."""
    count = sum(risk.target_score is None for risk in held)
    return phrases.say("risks.no_target", count=Counted(count, "risks/target/none")) if count else []


def moves_of(risk: Risk) -> tuple[str, ...]:
    """What happened to the risk since the last report, as words of MOVES: told from its scores, else as declared; none where unknown."""
    found = movement(risk)
    return (*((found.moved,) if found.moved else ()), *((RENAMED,) if found.renamed else ()))


def _moves(phrases: Phrases, dataset: Dataset) -> list[Part]:
    """How many are new, closed, up, down, the same or renamed since the last report; nothing where no movement is known."""
    given = [word for risk in dataset.risks for word in moves_of(risk)]
    told = [(name, word, given.count(word)) for word, name in MOVES.items() if word in given]
    clauses = [phrases.say(name, count=Counted(count, f"risks/movement/{word}")) for name, word, count in told]
    return phrases.say("risks.moves", clauses=phrases.listed(clauses)) if clauses else []


def movement_notes(phrases: Phrases, risks: Sequence[Risk], scheme: RiskScheme) -> tuple[tuple[str, Words], ...]:
    """The risks that moved by name, under what happened to them: ("Up", "FR2 Demand for care, from Red 16 to Red 20.").

    Those that stayed the same are left out.
    """
    told = []
    for word, label in LABELS.items():
        moved = [_from_to(phrases, risk, word, scheme) for risk in risks if word in moves_of(risk)]
        if moved and word != "same":
            told.append((label, inlines(*phrases.say("summary.sentence", clauses=_parted(phrases, moved)))))
    return tuple(told)


def _parted(phrases: Phrases, clauses: Iterable[Sequence[Part]]) -> list[Part]:
    return phrases.listed(clauses, "lists.semicolon", "lists.semicolon")


def _from_to(phrases: Phrases, risk: Risk, word: str, scheme: RiskScheme) -> list[Part]:
    """The risk with its scores as far as they belong to what happened: both of one that moved, the last of one that is closed."""
    current = None if risk.current_score is None else scheme.level(risk.current_score)
    before = _scored(risk, "previous", risk.previous_score, scheme.published(risk))
    now = _scored(risk, "current", risk.current_score, current)
    case = OTHER
    if word in {"up", "down"} and before and now:
        case = "moved"
    elif (word == NEW and now) or (word == CLOSED and before):
        case = word
    return phrases.say("risks.named", case, name=f"{risk.id} {risk.title}", before=before, now=now)


def _scored(risk: Risk, moment: str, score: int | None, level: RiskLevel | None) -> list[Part]:
    """The score with its level's word: "Red 16"."""
    return [figure(f"{level.band.word} {score}", f"{risk.id}/{moment}")] if level else []


def map_summary(phrases: Phrases, found: HeatMap) -> Words:
    """Where the risks stand on the map, the highest score first: what the map says to those who can't see it."""
    clauses = [_stands(phrases, cell, found.scheme) for cell in found.occupied]
    return inlines(*phrases.say("summary.sentence", clauses=_parted(phrases, clauses)))


def _stands(phrases: Phrases, cell: HeatCell, scheme: RiskScheme) -> list[Part]:
    """The risks of a cell, its likelihood and impact, and what they come to: "... likelihood 4 (Likely) and impact 5 (Major), Red 20"."""
    place = phrases.say(
        "risks.place",
        likelihood=step(cell.likelihood, scheme.likelihoods, brackets=True),
        impact=step(cell.impact, scheme.impacts, brackets=True),
        level=f"{cell.level.band.word} {cell.score}",
    )
    names = phrases.listed([[risk] for risk in cell.risks])
    return phrases.say("risks.stands", "one" if len(cell.risks) == 1 else OTHER, names=names, place=place)


def step(number: int, words: Sequence[str], *, brackets: bool = False) -> str:
    """A step of likelihood or impact with its word where the scheme has one: "4 Likely", "4 (Likely)", "4"."""
    word = words[number - 1]
    return f"{number} ({word})" if word and brackets else f"{number} {word}".strip()


def unplaced(phrases: Phrases, risks: Iterable[Risk], found: HeatMap) -> Words:
    """The open risks that are not on the map and why; nothing where all are: a position is never guessed from a score."""
    missing = [_no_place(phrases, risk, found.scheme) for risk in risks if risk.id in found.unplaced]
    return inlines(*phrases.say("risks.unplaced", clauses=_parted(phrases, missing))) if missing else ()


def _no_place(phrases: Phrases, risk: Risk, scheme: RiskScheme) -> list[Part]:
    """What is missing of the risk's position: both, one, or a place on the scheme's map; and where its score could be."""
    name, score = f"{risk.id} {risk.title}", risk.current_score
    if score is None:
        return phrases.say("risks.no_place", "no_score", name=name, score="", ways="", why="")
    fitting = [one for one in range(1, len(scheme.likelihoods) + 1) if _can_be(score, one, scheme)]
    ways = [phrases.say("risks.way", likelihood=str(one), impact=str(score // one)) for one in fitting]
    could = phrases.listed(ways, "risks.or") if len(ways) > 1 else []
    lacks = [name for name, value in (("likelihood", risk.current_likelihood), ("impact", risk.current_impact)) if value is None]
    why = phrases.say("risks.missing", "both" if len(lacks) > 1 else "".join(lacks) or OTHER)
    return phrases.say("risks.no_place", OTHER, name=name, score=str(score), ways=could, why=why)


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
