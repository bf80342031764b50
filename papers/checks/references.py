"""Cross-references: whether an appendix, page, section, table, figure or part that prose points at exists in the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from papers.checks.facts import stems
from papers.checks.language.amounts import Verdict
from papers.checks.language.matching import matcher
from papers.checks.language.numerals import NUMBER_WORDS
from papers.checks.openings import Openings
from papers.checks.reading import Finding
from papers.dataset import Dataset
from papers.document import Heading, Table, plain

NUMBER = r"(?P<n>\d+|[A-H]\b|one|two|three|four|five|six|seven|eight|nine|ten)"
APPENDIX = matcher(rf"\b(?P<kind>Appendix|Appendices|Annexe?|Schedule|Enclosure) {NUMBER}", re.IGNORECASE)
PAGE = matcher(
    r"\b(?:on|at|to|from|see|of|begins on|starts on|and) (?:\()?(?:the )?pages? (?P<n>\d+)(?:(?: ?(?:to|-|\u2013|and) ?)(?P<last>\d+))?|\bp{1,2}\. ?(?P<n2>\d+)",
    re.IGNORECASE,
)
NUMBERED = matcher(
    r"\b(?P<kind>Table|Figure|Chart|Graph|Diagram|Map|Box|Section|Chapter|Part|Paragraph) (?P<n>\d+(?:\.\d+)*)(?! of (?:the|an?) (?:Act|Regulations|Equality|Localism|Local|Care|Children))",
    re.IGNORECASE,
)
ELSEWHERE = matcher(
    r"\b(?:of|to|in) (?:the |that |an? |its |last (?:year|quarter)'s |our )?(?!this\b)(?:\w+ ){0,3}(?:Act|Regulations?|Code|strategy|plan|budget report|cover report|minutes|agenda|review|guidance|Constitution|medium term|business plan|report of|other report|separate report|website|web-site)\b",
    re.IGNORECASE,
)
PART = matcher(
    r"\b(?:in|see|at|from|by|to|on) (?:the |our |an? )?(?P<part>glossary|index|bibliography|annex|annexe|list of abbreviations|list of figures|list of tables|case stud(?:y|ies)|maps?|infographic|photographs?|flow ?chart|diagram)\b(?: (?:at|on|in) (?:the )?(?:back|end|front|start|next page|last page|following page))?(?: (?:of|to|in) (?:this|the|our) (?:report|paper|document|section))?",
    re.IGNORECASE,
)
TABLE_HERE = matcher(
    r"\b(?:in |by |see )?(?:the|a|our) (?P<what>table|chart|graph|map|picture|photograph|diagram) (?:(?:in|of) this section|below|above|opposite|overleaf|here|that follows|at the (?:end|foot|start|head) of this section)",
    re.IGNORECASE,
)
POINTS = matcher(
    r"\b(?:see|given|set out|shown|listed|found|is at|are at|are in|is in|described|appears?|printed|published|on page|in full|detail|details|reproduced|attached|refer|explained|summarised|breakdown|stands?|begins?|starts?|follows?|sets out|shows?|gives?|covers?|lists?|tells?|compares?|presents?|illustrates?)\b",
    re.IGNORECASE,
)
PAGES_OF_INDICATOR = 1.1
PAGES_OF_PART = 1.6
FRONT = 12
"""Pages for what a report has before and after its sections; with the others it says how long a report may be at most."""


@dataclass(frozen=True)
class References:
    """What can be pointed at in one report."""

    dataset: Dataset
    openings: Openings

    @cached_property
    def appendices(self) -> frozenset[str]:
        """The numbers of appendices that the report or its cover names."""
        told = [self.dataset.info.cover.get("appendix", "Appendix 1"), *self.headings]
        return frozenset(found["n"].lower() for each in told for found in APPENDIX.finditer(each))

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings that authors wrote."""
        return tuple(plain(block.inlines) for part in self.dataset.narrative for block in part.blocks if isinstance(block, Heading))

    @cached_property
    def longest(self) -> int:
        """More pages than the report can have."""
        size = PAGES_OF_INDICATOR * len(self.dataset.indicators) + PAGES_OF_PART * (len(self.dataset.sections) + len(self.dataset.tables))
        return int(FRONT + size + len(self.dataset.risks) / 3 + len(self.dataset.actions) / 6)

    def findings(self, sentence: str, block: str) -> Iterator[Finding]:
        """The references of the sentence that lead nowhere."""
        for found in APPENDIX.finditer(sentence):
            if not self._is_elsewhere(sentence, found):
                number = _plain(found["n"])
                yield _finding(
                    sentence,
                    found,
                    known=number in self.appendices and found["kind"].lower().startswith("append"),
                    says=f"the report has no {found[0]}",
                )
        for found in PAGE.finditer(sentence):
            last = int(found["last"] or found["n"] or found["n2"])
            if not self._is_elsewhere(sentence, found):
                yield self._page(sentence, found, int(found["n"] or found["n2"]), last)
        for found in NUMBERED.finditer(sentence):
            if (
                POINTS.search(sentence)
                and not self._is_elsewhere(sentence, found)
                and not any(found[0].lower() in each.lower() for each in self._titles)
            ):
                yield _finding(
                    sentence, found, known=False, says=f"the report has no {found[0]}: its {found['kind'].lower()}s have no numbers"
                )
        for found in PART.finditer(sentence):
            words = stems(found["part"])
            if ("this report" in sentence or "this section" in sentence or re.search(r"at the (?:back|end|front)", found[0])) and not any(
                words <= stems(each) for each in self._titles
            ):
                yield _finding(sentence, found, known=False, says=f"the report has no {found['part'].lower()}")
        yield from self._here(sentence, block)

    def _page(self, sentence: str, found: re.Match[str], first: int, last: int) -> Finding:
        """Whether the report has those pages, and the part that is named stands there."""
        if last > self.longest:
            return _finding(sentence, found, known=False, says=f"the report has fewer than {self.longest} pages")
        right, says = self.openings.held(sentence, found.span(), first) or (True, "")
        return replace(_finding(sentence, found, known=right, says=says), wording="", bound=True)

    def _here(self, sentence: str, block: str) -> Iterator[Finding]:
        """Tables and charts of the section in which the sentence stands."""
        section = next((each for each in block.split("/")[1:] if each in {one.slug for one in self.dataset.sections}), "")
        for found in TABLE_HERE.finditer(sentence):
            what = found["what"].lower()
            if what in ("map", "picture", "photograph", "diagram"):
                yield _finding(sentence, found, known=False, says=f"there is no {what} here")
            elif section and what == "table" and "table of" not in sentence.lower():
                has = any(each.section == section for each in self.dataset.tables) or self._has_computed(section)
                yield _finding(sentence, found, known=has, says="the section has no table")

    def _has_computed(self, section: str) -> bool:
        """Whether the section has indicators, which come with tables, or a table of the authors."""
        authored = any(section in part.key and isinstance(block, Table) for part in self.dataset.narrative for block in part.blocks)
        return authored or any(each.section == section for each in self.dataset.indicators)

    @cached_property
    def _titles(self) -> tuple[str, ...]:
        """All headings and titles of tables."""
        tables = [each.title for each in self.dataset.tables]
        return (*self.headings, *tables, *(each.title for each in self.dataset.sections), *(each.title for each in self.dataset.indicators))

    @staticmethod
    def _is_elsewhere(sentence: str, found: re.Match[str]) -> bool:
        """Whether the reference leads into another paper."""
        return bool(ELSEWHERE.match(sentence[found.end() :].lstrip(" ,(")))


def _plain(number: str) -> str:
    return str(NUMBER_WORDS.get(number.lower(), number.lower()))


def _finding(sentence: str, found: re.Match[str], *, known: bool, says: str) -> Finding:
    verdict: Verdict = "true" if known else "false"
    start, stop = found.span()
    return Finding(
        verdict,
        "reference",
        start,
        stop,
        sentence[start:stop],
        "" if known else says,
        wording="" if known else "leave the reference out, or name what there is",
    )
