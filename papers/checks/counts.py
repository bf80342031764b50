"""What counts of indicators are held against: the states that papers count, in the whole report or the part that a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from papers.checks.facts import stem, stems
from papers.checks.reading import Finding
from papers.checks.summaries.account import Account
from papers.checks.summaries.names import GENERIC, Part
from papers.checks.summaries.pieces import Piece, pieces
from papers.checks.summaries.reading import account_of, statements
from papers.checks.summaries.sets import key
from papers.checks.tallying import Member, Population, State
from papers.dataset import Dataset, Indicator
from papers.results import Assessed, Assessment

NOUN = r"(?:(?:[Kk]ey )?[Pp]erformance )?(?:[Ii]ndicators?|[Mm]easures?)|KPIs?|kpis?"
TARGET = r"(?:(?:their|its|the|the year's|his|her|own|quarterly|our) )*(?:targets?|standards?|aims?|goals?)"
MET = rf"(?:(?:is|are|was|were) )?(?:met|meets?|meeting|achieved|achieving|achieves?|hit|hitting|hits|reached|reaching|exceeded|exceeding|beat|beating|bettered|at or (?:better|above|beyond)(?: than)?|on or (?:above|better than)|on|ahead of|above|better than)(?: or (?:better|exceeded|exceed|above|exceeding|beat|bettered|beyond)(?: than)?)? {TARGET}|on target|at target|on or above target"
MISSED = rf"(?:missed|missing|misses|miss|fell short of|falls? short of|short of|below|behind|failed to (?:meet|reach|hit|achieve)|failing to (?:meet|reach|hit|achieve)|fail to (?:meet|reach|hit)|did not (?:meet|reach|hit|achieve)|do not meet|not meeting|not met|have not met|has not met|have yet to (?:meet|reach)|off|adrift of|under) {TARGET}|not on target|off target"
BETTER = r"[Ii]mprovements?|improved|improving|improves?|(?:have |has )?(?:got|gotten|done) better|(?:are|is|were|was) better|(?<!or )(?<!than )better|showed (?:an )?improvement|shows? (?:an )?improvement|saw (?:an )?improvement|made progress|moved up|moved forward|moved in the right direction|an improvement"
WORSE = r"[Dd]eclines?(?= |$)|[Dd]eteriorations?|worsened|worsening|worsens?|deteriorat(?:ed|ing|es?)|declined|got worse|gotten worse|done worse|(?:are|is|were|was) worse|(?<!or )(?<!than )worse|fell back|slipped(?: back)?|went backwards|gone backwards|moved backwards|lost ground|moved in the wrong direction|fell away"
STILL = r"stayed the same|(?:were |was |are |is |remained |stayed )?unchanged|remained the same|did not change|didn't change|not changed|no change|(?:showed|shows|saw|show) no change|stood still|stayed (?:where|as) they were|stayed level|kept level|held steady|did not move|were the same|(?:are|is|was) the same|showed neither improvement nor deterioration"
UPGRADED = (
    r"(?:moved|gone|went|climbed|come|came) up (?:a|one) ratings?|(?:moved|gone|went|moves) up (?:a band|in rating)|(?:has |have |had )?(?:improve[sd]?|improving|bettered|raised?) (?:its|their) ratings?"
    r"|upgraded|promoted|(?:a )?changes? for the better|for the better|upwards|(?:got|have|has|earned|gained) a better rating"
)
DOWNGRADED = (
    r"(?:moved|gone|went|slipped|dropped|fell|fallen|come|came) (?:down )?(?:a|one) ratings?|(?:moved|gone|went|moves) down (?:a band|in rating)|downgraded|relegated"
    r"|(?:a )?changes? for the worse|for the worse|downwards|(?:got|have|has|earned) a worse rating"
)


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
            State(
                "missed",
                MISSED,
                lambda a: _rating(a) is not None and not _is(a, best),
                lambda a: a.previous_rating is not None and not _was(a, best),
                "target",
            ),
            State(
                "below the floor",
                r"(?:below|under|beneath) (?:(?:their|its|the) )*floor(?: standards?| levels?)?s?",
                lambda a: _is(a, worst),
                lambda a: _was(a, worst),
                "floor",
            ),
            State(
                "above the floor",
                r"(?:at or (?:above|better than)|above|on or above|better than|met|meets?|meeting|reach(?:ed|es)?|clear of) (?:(?:their|its|the) )*floor(?: standards?| levels?)?s?",
                lambda a: _rating(a) is not None and not _is(a, worst),
                lambda a: a.previous_rating is not None and not _was(a, worst),
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
            State("up a rating", UPGRADED, lambda a: self._step(a) > 0, None, "move", alike="improved"),
            State("down a rating", DOWNGRADED, lambda a: self._step(a) < 0, None, "move", alike="worsened"),
            State(
                "changed",
                r"changed (?:their |its )?ratings?|moved (?:to another|between) ratings?|changed colour|(?:have|has) a (?:new|different) rating"
                r"|changes? of rating|(?<=ratings )(?:have |has )?(?:changed|altered|moved)|(?<=rating )(?:have |has )?(?:changed|altered|moved)",
                _has_changed,
                None,
                "kept",
            ),
            State(
                "directed",
                r"(?:with|have|has|had|given|carry) a direction(?: of travel)?",
                lambda a: a.direction.went is not None,
                None,
                "directed",
            ),
            State(
                "no direction",
                r"(?:cannot|can't|could not) be given a direction|(?:have|has|with|had) no direction(?: of travel)?|without a direction(?: of travel)?",
                lambda a: a.direction.went is None,
                None,
                "direction",
            ),
            State(
                "rated",
                r"(?:carry|carries|have|has|had|with|given|holds?|gets?) (?:a|any) (?:current )?rating(?! of)|(?:is|are|were|was|be|been) rated(?= (?:against|at all|this)|[.,])|(?<=\w )rates(?= )",
                lambda a: _rating(a) is not None,
                None,
                "rated",
            ),
            State(
                "kept",
                r"kept (?:their|its|the|the same)(?: own)? ratings?(?: (?:that |which )?(?:they|it) had)?|held (?:their|its) ratings?|did not change (?:their |its )?ratings?|stayed on the same rating|same rating as (?:before|last (?:quarter|time|report))",
                lambda a: not _has_changed(a),
                None,
                "kept",
            ),
            State("improved", BETTER, lambda a: a.direction.went == "improved", None, "direction"),
            State("the same", STILL, lambda a: a.direction.went == "same", None, "direction"),
            State("worsened", WORSE, lambda a: a.direction.went == "worsened", None, "direction"),
            *(State(each, _band(each), _now(each), _then(each), "rating") for each in bands),
        )

    def _step(self, assessment: Assessment) -> int:
        """How many ratings better it is than at the last report."""
        bands = [each.word for each in self.assessed.scheme.bands]
        now, then = assessment.current.rating, assessment.previous_rating
        return bands.index(then) - bands.index(now) if now in bands and then in bands else 0

    def _indicator(self, assessment: Assessment) -> Indicator:
        return self._by_id[assessment.current.indicator]

    @cached_property
    def _by_id(self) -> dict[str, Indicator]:
        return {each.id: each for each in self.dataset.indicators}

    @cached_property
    def _parts(self) -> list[Part]:
        """The parts of the report: directorates, sections and groups."""
        levels = {each.slug: (each.title, "section") for each in self.dataset.sections}
        levels |= {each.slug: (each.title, "directorate") for each in self.dataset.directorates}
        found = [(slug, title, level, self._indicators(slug)) for slug, (title, level) in levels.items()]
        for section, group in dict.fromkeys((i.section, i.group) for i in self.dataset.indicators if i.group):
            ids = frozenset(i.id for i in self.dataset.indicators if (i.section, i.group) == (section, group))
            found.append(("", group, "group", ids))
        every = [each for _, title, _, _ in found for each in stems(title)]
        return [
            Part(slug, words, ids, lead if every.count(lead) == 1 else "", level)
            for slug, title, level, ids in found
            if (words := stems(title) - GENERIC)
            for lead in [stem(title.split()[0].strip(","))]
        ]

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The titles of each indicator that is counted, one a line."""
        return {each: f"{self._by_id[each].title}\n{self._by_id[each].short_title or ''}" for each in self.assessed.by_indicator}

    def _indicators(self, slug: str) -> frozenset[str]:
        """The ids of the indicators of a directorate or section; of all of them for no slug."""
        own = {each.slug for each in self.dataset.sections if each.directorate == slug} | {slug}
        return frozenset(each.id for each in self.dataset.indicators if not slug or each.section in own)

    def _population(self, ids: frozenset[str]) -> Population:
        members = [found for each in self.dataset.indicators if each.id in ids and (found := self.assessed.by_indicator.get(each.id))]
        return Population(NOUN, self.states, tuple(members), lambda a: a.current.rating is not None)

    def of(self, block: str) -> Population:
        """The indicators that a count in the block is about."""
        slugs = {each.slug for each in self._parts}
        found = self._population(self._indicators(next((each for each in block.split("/")[1:] if each in slugs), "")))
        whole = len(found.members) == len(self.assessed.by_indicator)
        return replace(found, printed=self.dataset.record.counts) if whole and self.dataset.record else found

    def findings(self, sentence: str, block: str) -> Iterator[Finding]:
        """Every count of indicators in the sentence as it stands in that block."""
        if block.startswith("risks"):
            return
        population = self.of(block)
        own = {key(each) for each in population.members}
        titles = {each: title for each, title in self._titles.items() if each in own}
        account = account_of(sentence, population, self._parts, titles, self.dataset.info.previous_period)
        if _is_spoken(account, in_section=block.startswith("section")):
            yield from statements(account)

    def pieces(self, sentence: str, block: str) -> Iterator[Piece]:
        """The pieces of the sentence that are each about one indicator of the block's part, rated or not."""
        population = self.of(block)
        parts = {each for each in block.split("/")[1:] if any(each == part.slug for part in self._parts)}
        own = self._indicators(next(iter(parts), ""))
        titles = {each.id: f"{each.title}\n{each.short_title or ''}" for each in self.dataset.indicators if each.id in own}
        yield from pieces(account_of(sentence, population, self._parts, titles, self.dataset.info.previous_period))


def _is_spoken(account: Account, *, in_section: bool) -> bool:
    """Whether the sentence speaks of indicators: by that word, by ratings, or by how many did what; of a section, of several of them."""
    families = {each.family for each in account.tally.states}
    if in_section:
        several = "%" in account.tokens or any(account.tally.quantities[account.index(at)].kind == "all" for at in account.positions("#"))
        names = len(list(account.positions("&")))
        return several or names > 1 or bool(names and families & {"rating", "move"})
    if families and list(account.positions("&")):
        return True
    if "%" in account.tokens or families & {"rating", "move", "rated", "kept"}:
        return bool(families or "%" in account.tokens)
    return bool(families & {"direction", "target"}) and bool(
        re.match(r"#\d|\+\d|.*outnumber|(?:more|fewer) =|.*#\d+ =\d.*#\d+ =\d", account.tally.text)
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
