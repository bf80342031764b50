"""What counts of indicators are held against: the states that papers count, in the whole report or the part that a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from papers.checks.countrules import counted
from papers.checks.facts import stems
from papers.checks.reading import Finding
from papers.checks.tallying import Member, Population, State, Tally, tally
from papers.dataset import Dataset, Indicator
from papers.results import Assessed, Assessment

NOUN = r"(?:(?:[Kk]ey )?[Pp]erformance )?(?:[Ii]ndicators?|[Mm]easures?)|KPIs?|kpis?"
TARGET = r"(?:(?:their|its|the|the year's|his|her|own|quarterly|our) )*(?:targets?|standards?|aims?|goals?)"
MET = rf"(?:(?:is|are|was|were) )?(?:met|meets?|meeting|achieved|achieving|achieves?|hit|hitting|hits|reached|reaching|exceeded|exceeding|beat|beating|bettered|at or (?:better|above|beyond)(?: than)?|on or (?:above|better than)|on|ahead of|above|better than)(?: or (?:better|exceeded|exceed|above|exceeding|beat|bettered|beyond)(?: than)?)? {TARGET}|on target|at target|on or above target"
MISSED = rf"(?:missed|missing|misses|miss|fell short of|falls? short of|short of|below|behind|failed to (?:meet|reach|hit|achieve)|failing to (?:meet|reach|hit|achieve)|fail to (?:meet|reach|hit)|did not (?:meet|reach|hit|achieve)|do not meet|not meeting|not met|have not met|has not met|have yet to (?:meet|reach)|off|adrift of|under) {TARGET}|not on target|off target"
BETTER = r"[Ii]mprovement|improved|improving|improves?|(?:have |has )?(?:got|gotten|done) better|(?:are|is|were|was) better|(?<!or )(?<!than )better|showed (?:an )?improvement|shows? (?:an )?improvement|saw (?:an )?improvement|made progress|moved up|moved forward|moved in the right direction|an improvement"
WORSE = r"worsened|worsening|worsens?|deteriorat(?:ed|ing|es?)|declined|got worse|gotten worse|done worse|(?:are|is|were|was) worse|(?<!or )(?<!than )worse|fell back|slipped(?: back)?|went backwards|gone backwards|moved backwards|lost ground|moved in the wrong direction|fell away"
STILL = r"stayed the same|(?:were |was |are |is |remained |stayed )?unchanged|remained the same|did not change|didn't change|not changed|no change|(?:showed|shows|saw|show) no change|stood still|stayed (?:where|as) they were|stayed level|kept level|held steady|did not move|were the same|(?:are|is|was) the same|showed neither improvement nor deterioration"
GENERIC_TITLES = frozenset(("servi", "perfo", "manag", "devel"))
"""Stems of titles that say nothing of the part alone."""


class Counts:
    """Counts of indicators in one report."""

    def __init__(self, dataset: Dataset, assessed: Assessed) -> None:
        self.dataset, self.assessed = dataset, assessed

    @cached_property
    def states(self) -> tuple[State, ...]:
        """Everything that indicators are counted by, the longest words first where they begin alike."""
        bands = [each.word for each in self.assessed.scheme.bands]
        best, worst = bands[0].lower(), bands[-1].lower()
        return (
            State("met", MET, lambda a: _is(a, best), lambda a: _was(a, best), "target"),
            State("missed", MISSED, lambda a: _rating(a) is not None and not _is(a, best), None, "target"),
            State(
                "below the floor",
                r"(?:below|under|beneath) (?:(?:their|its|the) )*floor(?: standards?| levels?)?s?",
                lambda a: _is(a, worst),
                None,
                "floor",
            ),
            State(
                "not rated",
                r"not rated|unrated|(?:have|has|had|with|carry|carries|is without|are without) no (?:current )?rating|without (?:a )?rating|not (?:been )?(?:given a rating|rated)",
                lambda a: _rating(a) is None,
                None,
                "rated",
            ),
            State(
                "annual",
                r"(?:reported |measured )?annual(?:ly)?(?: ones)?|reported once a year|yearly",
                lambda a: self._indicator(a).frequency == "annual",
                None,
                "annual",
            ),
            State(
                "changed",
                r"changed (?:their |its )?ratings?|moved (?:to another|between) ratings?|changed colour|have a new rating|has a new rating",
                _has_changed,
                None,
                "kept",
            ),
            State(
                "kept",
                r"kept (?:their|its|the same) ratings?|kept the same rating|held (?:their|its) ratings?|did not change (?:their |its )?ratings?|stayed on the same rating|same rating as (?:before|last (?:quarter|time|report))",
                lambda a: not _has_changed(a),
                None,
                "kept",
            ),
            State("improved", BETTER, lambda a: a.direction.went == "improved", None, "direction"),
            State("the same", STILL, lambda a: a.direction.went == "same", None, "direction"),
            State("worsened", WORSE, lambda a: a.direction.went == "worsened", None, "direction"),
            *(State(each, _band(each), _now(each), _then(each), "rating") for each in bands),
        )

    def _indicator(self, assessment: Assessment) -> Indicator:
        return self._by_id[assessment.current.indicator]

    @cached_property
    def _by_id(self) -> dict[str, Indicator]:
        return {each.id: each for each in self.dataset.indicators}

    @cached_property
    def _parts(self) -> list[tuple[str, frozenset[str], frozenset[str]]]:
        """The parts of the report: slug, the stems of its title, and the ids of its indicators."""
        titles = {each.slug: each.title for each in self.dataset.sections} | {each.slug: each.title for each in self.dataset.directorates}
        found = [(slug, stems(title) - GENERIC_TITLES, self._indicators(slug)) for slug, title in titles.items()]
        for section, group in dict.fromkeys((i.section, i.group) for i in self.dataset.indicators if i.group):
            ids = frozenset(i.id for i in self.dataset.indicators if (i.section, i.group) == (section, group))
            found.append(("", stems(group) - GENERIC_TITLES, ids))
        return [each for each in found if each[1]]

    def _indicators(self, slug: str) -> frozenset[str]:
        """The ids of the indicators of a directorate or section; of all of them for no slug."""
        own = {each.slug for each in self.dataset.sections if each.directorate == slug} | {slug}
        return frozenset(each.id for each in self.dataset.indicators if not slug or each.section in own)

    def _population(self, ids: frozenset[str]) -> Population:
        members = [found for each in self.dataset.indicators if each.id in ids and (found := self.assessed.by_indicator.get(each.id))]
        return Population(NOUN, self.states, tuple(members), lambda a: a.current.rating is not None)

    def of(self, block: str) -> Population:
        """The indicators that a count in the block is about."""
        slugs = {slug for slug, _, _ in self._parts}
        return self._population(self._indicators(next((each for each in block.split("/")[1:] if each in slugs), "")))

    def findings(self, sentence: str, block: str) -> Iterator[Finding]:
        """Every count of indicators in the sentence as it stands in that block."""
        if block.startswith("risks"):
            return
        whole = self.of(block)
        coded = tally(sentence, whole)
        said = stems(" ".join(coded.parts))
        own = [*block.split("/"), ""][-2 if block.startswith("summary") else 1]
        named = [
            (words, keep)
            for slug, words, keep in self._parts
            if slug != own and 2 * len(words & said) >= len(words) + (len(words) == 2 and not words <= said)
        ]
        if not _is_spoken(coded, block):
            return
        if block.startswith("section"):
            named = []
        populations = [each for _, keep in named if (each := self._population(keep)).members] or [whole]
        if populations == [whole] and self.dataset.record and len(whole.members) == len(self.of("").members):
            populations.append(replace(whole, printed=self.dataset.record.counts))
        known = frozenset().union(*(words for words, _ in named), *(words for slug, words, _ in self._parts if slug == own))
        yield from counted(coded, populations, known, self.dataset.info.previous_period)


def _is_spoken(coded: Tally, block: str) -> bool:
    """Whether the sentence speaks of indicators: by that word, or in a summary by their states."""
    if not (coded.quantities or coded.states):
        return False
    if "%" in coded.parts:
        return True
    families = {each.family for each in coded.states}
    return block.startswith(("summary", "directorate")) and (
        "rating" in families or bool(families & {"direction", "target"} and re.match(r"#\d|.*outnumber|(?:more|fewer) =", coded.text))
    )


def _band(word: str) -> str:
    return rf"(?:rated |rating of |on |status of )?(?:{word}|{word.upper()}|{word.lower()})s?(?: ratings?| status| ones)?"


def _rating(assessment: Assessment) -> str | None:
    return assessment.current.rating


def _is(assessment: Assessment, word: str) -> bool:
    return (assessment.current.rating or "").lower() == word


def _was(assessment: Assessment, word: str) -> bool:
    return (assessment.previous_rating or "").lower() == word


def _now(band: str) -> Callable[[Member], bool]:
    return lambda assessment: _is(assessment, band.lower())


def _then(band: str) -> Callable[[Member], bool]:
    return lambda assessment: _was(assessment, band.lower())


def _has_changed(assessment: Assessment) -> bool:
    return assessment.previous_rating is not None and assessment.current.rating != assessment.previous_rating
