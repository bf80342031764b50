"""What counts of indicators are held against: the states that papers count, in the whole report or the part that a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from papers.checks.facts import stem, stems
from papers.checks.language.tallying import Population, State
from papers.checks.reading import Finding
from papers.checks.summaries.account import Account
from papers.checks.summaries.names import GENERIC, Part
from papers.checks.summaries.pieces import Piece, pieces
from papers.checks.summaries.reading import account_of, statements
from papers.checks.summaries.states import NOUN, states_of
from papers.dataset import Dataset, Indicator
from papers.results import Assessed

WHOLES = (lambda a: a.current.rating is not None, lambda a: a.direction.went is not None)
"""What a share of indicators may be of: those that are rated, those with a direction."""


class Counts:
    """Counts of indicators in one report."""

    def __init__(self, dataset: Dataset, assessed: Assessed) -> None:
        self.dataset, self.assessed = dataset, assessed

    @cached_property
    def states(self) -> tuple[State, ...]:
        """Everything that indicators are counted by."""
        return states_of([each.word for each in self.assessed.scheme.bands], {each.id: each.frequency for each in self.dataset.indicators})

    @cached_property
    def _by_id(self) -> dict[str, Indicator]:
        return {each.id: each for each in self.dataset.indicators}

    @cached_property
    def parts(self) -> list[Part]:
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
        return Population(NOUN, self.states, tuple(members), WHOLES, key=lambda a: str(a.current.indicator))

    def of(self, block: str) -> Population:
        """The indicators that a count in the block is about."""
        slugs = {each.slug for each in self.parts}
        found = self._population(self._indicators(next((each for each in block.split("/")[1:] if each in slugs), "")))
        whole = len(found.members) == len(self.assessed.by_indicator)
        return replace(found, printed=self._printed) if whole else found

    @cached_property
    def _printed(self) -> dict[str, int] | None:
        """How many the last report printed by rating, and so how many met their targets."""
        if self.dataset.record is None:
            return None
        counts, best = dict(self.dataset.record.counts), self.assessed.scheme.bands[0].word
        bands = [each.word for each in self.assessed.scheme.bands]
        met = counts.get(best)
        missed = sum(counts.get(each, 0) for each in bands) - (met or 0)
        return counts if met is None else {**counts, "met": met, "missed": missed}

    def findings(self, sentence: str, block: str) -> Iterator[Finding]:
        """Every count of indicators in the sentence as it stands in that block."""
        if block.startswith("risks"):
            return
        population = self.of(block)
        own = set(map(population.key, population.members))
        titles = {each: title for each, title in self._titles.items() if each in own}
        account = account_of(sentence, population, self.parts, titles, self.dataset.info.previous_period)
        if _is_spoken(account, in_section=block.startswith("section")):
            yield from statements(account)

    def pieces(self, sentence: str, block: str) -> Iterator[Piece]:
        """The pieces of the sentence that are each about one indicator of the block's part, rated or not."""
        population = self.of(block)
        parts = {each for each in block.split("/")[1:] if any(each == part.slug for part in self.parts)}
        own = self._indicators(next(iter(parts), ""))
        titles = {each.id: f"{each.title}\n{each.short_title or ''}" for each in self.dataset.indicators if each.id in own}
        yield from pieces(account_of(sentence, population, self.parts, titles, self.dataset.info.previous_period))


TOLD = frozenset(("rating", "move", "target"))
"""What is said of indicators alone, and of no rows."""


def _is_spoken(account: Account, *, in_section: bool) -> bool:
    """Whether the sentence speaks of indicators: by that word, by ratings, or by how many did what; of a section, of several of them."""
    families = {each.family for each in account.tally.states}
    if in_section:
        quantities = [account.tally.quantities[account.index(at)] for at in account.positions("#")]
        several = "%" in account.tokens or (families & TOLD and any(each.kind == "all" for each in quantities))
        names = len(list(account.positions("&")))
        return bool(several or names > 1 or (names and families & {"rating", "move"}))
    if families and list(account.positions("&")):
        return True
    if "%" in account.tokens or families & {"rating", "move", "rated", "kept"}:
        return bool(families or "%" in account.tokens)
    return bool(families & {"direction", "target"}) and bool(
        re.match(r"#\d|\+\d|.*outnumber|(?:more|fewer) =|.*#\d+ =\d.*#\d+ =\d", account.tally.text)
    )
