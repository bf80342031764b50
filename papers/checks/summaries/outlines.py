"""What forewords and notes on the data say of the report itself: its parts, its period, to when its figures run, what was restated."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from papers.checks.language.matching import matcher
from papers.checks.language.numerals import WORD_NUMBER
from papers.checks.language.periods import MONTH, ORDINALS, YEAR
from papers.checks.language.quantities import QUANTITY, read_quantity
from papers.checks.reading import Finding
from papers.checks.summaries.names import Named, Part, named
from papers.dataset import Dataset
from papers.published import Restatement
from papers.wording import MONTHS

BLOCKS = ("foreword", "data-quality", "summary", "directorate")
"""Where a report speaks of itself."""
SIZES = matcher(
    rf"\b(?P<n>\d+|(?:twenty|thirty|forty|fifty)-\w+|{WORD_NUMBER}) (?P<noun>(?:(?:corporate|council|service) )?directorates|"
    r"(?:(?:key|headline|corporate) )*(?:performance )?indicators|KPIs)\b(?! (?:that|which|who|whose|where|with (?:a|an|no)\b|without|rated|improv|worsen))",
    re.IGNORECASE,
)
WHOLE = matcher(
    r"\b(?:(?:position|progress|update|information|commentary|data|detail|details|results|figures|ratings|performance) (?:on|for|of|against|across|with)|(?:set|suite|basket|total|list|range) of|the|our|its|all|council['\u2019]s|covers?|contains?|includes?|sets? out|(?:reports?|reported) on|find(?: here)?|here|tracks?|lists?|presents?|by|into|across|for) $",
    re.IGNORECASE,
)
"""What stands before the number of all parts of a report."""
NAMED_SO = matcher(r"performance|KPI", re.IGNORECASE)
OF_PART = matcher(
    r" (?:for|in|of|within|from|under) (?:the )?(?!(?:Quarter|Q\d|January|April|July|October|December|September|March|June)\b)[A-Z]"
)
"""What follows the number of the indicators of one part."""
SOME = matcher(
    r"\b(?:of the|of these|of those|these|those|other|new|more|fewer|another|least|first|than|by|only|just|all but|up to) $", re.IGNORECASE
)
"""What stands before the number of some of them."""
SAID = matcher(
    r" (?:are|were|is|have|has|had|met|meet|at|show|showed|now|that|which|whose|rated|missed|in|on|above|below|green|amber|red)\b",
    re.IGNORECASE,
)
"""What follows a number of which something is said."""
IN = matcher(r"\b(?:in|from|under) $", re.IGNORECASE)
LISTED = matcher(r" (?:are|is) (?:now )?(?:reported|covered|set out|included|listed|tracked|shown|presented)\b")
SPEAKS = matcher(r"\b(?:report|reported|reports|document|paper|arranged|organised|grouped|indicators)\b", re.IGNORECASE)
"""What tells that a sentence is about the report."""
PLANNED = matcher(
    r"\b(?:will(?! (?:find|see|read|notice))|would|may|might|could|should|if|unless|plan(?:s|ned)?|expect\w*|hop(?:e|es|ed|ing)|intend\w*|aims?|until)\b"
)
"""What may come to be; what a reader will find is there."""
COVERS = matcher(
    r"\b(?:report|paper|document|covers?|set out|sets out|shows?|describes?|presents?|performance (?:for|in|over)|results|figures)\b",
    re.IGNORECASE,
)
OTHER = matcher(
    r"\b(?:compar\w+|than|against|since|last|previous|next|earlier|before|published|due|until|from the report)\b", re.IGNORECASE
)
"""What leads to another period than that of the report."""
SPAN = matcher(rf"\b(?P<a>{MONTH})(?: (?P<y1>{YEAR}))? (?:to|and|-|\u2013) (?P<b>{MONTH})(?: (?P<y2>{YEAR}))?")
ENDING = matcher(rf"\b(?:quarter|months|period)(?: up)? (?:to|ending|ended)(?: in)?(?: the end of)? (?P<b>{MONTH})(?: (?P<y2>{YEAR}))?")
QUARTER = matcher(
    r"\b(?:(?:Quarter |Q)(?P<n>[1-4])|(?P<word>first|second|third|fourth|final) quarter)(?: of)?(?: the)?(?: financial)?(?: year)?(?: (?P<year>20\d\d[/-]\d\d))?"
)
NTH = matcher(
    r"(?<=^This is )(?:the|our)(?: council['\u2019]s)? (?P<word>first|second|third|fourth|final) (?:(?:quarterly|performance) )*report"
    r" (?:of|for) (?:(?:the|this)(?: financial)? year\b)?(?: ?(?P<year>20\d\d[/-]\d\d))?"
)
"""Which report of the year it is said to be."""
REACHED = matcher(
    rf"\b(?:runs?|ran|stops?|stopped|ends?|ended|goes?|go|extends?|available|reach|reaches)(?: only)?(?: up)? (?:to|at|in|with|as far as|no further than)(?: the)?(?: end of)? (?P<m>{MONTH})(?: (?P<y>{YEAR}))?"
    rf"|\b(?:latest|most recent|last)(?: available)? (?:figures?|results?|data|counts?)(?: (?!and|but)[\w'\u2019-]+){{0,7}} (?:is|are|was|were)(?: those)? (?:for|of|from|at)(?: the)?(?: end of)? (?P<m2>{MONTH})(?: (?P<y2>{YEAR}))?"
)
FIGURES = matcher(r"\b(?:figures?|data|results?|counts?|measures?)\b", re.IGNORECASE)
APART = matcher(r",? (?:apart from|except(?: for)?|other than|save for|excluding|with the exception of|but not|but for)\b")
RESTATED = matcher(r"\b(?:restated|republished|revised since|corrected since)\b")
DENIED = matcher(r"\b(?:not|never|no longer|without|n't)\b")
HOW_MANY = matcher(
    r"\b(?:figures?|results?|numbers?) (?:has|have|had|was|were|is|are)(?: been)?(?: now)? (?:restated|revised|republished|corrected)"
)
FROM_TO = matcher(r"\bfrom \u00a3?(?P<was>\d[\d,]*(?:\.\d+)?)[^\d,;]{0,25}? to \u00a3?(?P<now>\d[\d,]*(?:\.\d+)?)")
QUARTER_MONTHS = 3
APRIL = 4
"""The month with which a financial year begins."""


def _month(word: str) -> int:
    """The number of the month, however short it is written."""
    return next(n for n, each in enumerate(MONTHS, 1) if each.startswith(word[:3]))


@dataclass(frozen=True)
class Outlines:
    """Holds what is said of the report itself."""

    dataset: Dataset
    parts: Sequence[Part]

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of every indicator, one a line."""
        return {each.id: f"{each.title}\n{each.short_title or ''}" for each in self.dataset.indicators}

    def findings(self, sentence: str, block: str) -> Iterator[Finding]:
        """What the sentence says of the report, if it stands where a report speaks of itself."""
        if not block.startswith(BLOCKS):
            return
        planned = PLANNED.search(sentence)
        rules = (self._sizes, self._spans, self._quarters, self._reached, self._restated)
        for rule in rules if block.startswith(BLOCKS[:2]) else rules[3:]:
            yield from (each for each in rule(sentence, block) if planned is None or each.stop <= planned.start())

    def _sizes(self, sentence: str, block: str) -> Iterator[Finding]:
        """Hold how many directorates or indicators the report has."""
        kpis = sum(each.kind == "kpi" for each in self.dataset.indicators)
        for found in SIZES.finditer(sentence):
            before = sentence[: found.start()]
            quantity = QUANTITY.match(sentence, found.start("n"))
            first = not before.strip() and LISTED.match(sentence, found.end())
            alone = (
                block.startswith("foreword")
                and NAMED_SO.search(found["noun"])
                and not SOME.search(before)
                and not SAID.match(sentence, found.end())
            )
            whole = first or WHOLE.search(before) or (IN.search(before) and SPEAKS.search(before)) or alone
            if not whole or not quantity or OF_PART.match(sentence, found.end()):
                continue
            noun = found["noun"].lower()
            sizes = {len(self.dataset.directorates)} if "directorates" in noun else {kpis}
            if noun == "indicators":
                sizes.add(len(self.dataset.indicators))
            right = read_quantity(quantity).amount.value in sizes
            yield _finding(sentence, found.span(), f"there are {min(sizes)}", right=right)

    def _spans(self, sentence: str, block: str) -> Iterator[Finding]:
        """Hold "the three months from October to December 2013": the quarter, or the year to its end."""
        for found in (*SPAN.finditer(sentence), *ENDING.finditer(sentence)):
            before = sentence[: found.start()]
            covers = COVERS.search(before) or (block.startswith("foreword") and SPEAKS.search(before))
            if covers and not OTHER.search(before):
                says = f"the report is of {self.dataset.info.period}"
                yield _finding(sentence, found.span(), says, right=_is_span(found, self.dataset.info.period_end))

    def _quarters(self, sentence: str, _: str) -> Iterator[Finding]:
        """Hold "this report covers the second quarter"."""
        own, nth = QUARTER.search(self.dataset.info.period), NTH.search(sentence)
        for found in (nth,) if nth else QUARTER.finditer(sentence):
            before = sentence[: found.start()]
            if own is None or not (nth or COVERS.search(before)) or OTHER.search(before):
                continue
            number = int((not nth and found["n"]) or ORDINALS[found["word"].lower()])
            right = number == int(own["n"] or 0) and found["year"] in (None, own["year"], str(own["year"]).replace("/", "-"))
            yield _finding(sentence, found.span(), f"the report is of {self.dataset.info.period}", right=right)

    def _reached(self, sentence: str, _: str) -> Iterator[Finding]:
        """Hold to which month the figures run: wrong where those of no indicator that is named end there."""
        for found in REACHED.finditer(sentence) if FIGURES.search(sentence) else ():
            apart = [each.end() for each in APART.finditer(sentence)]
            subjects = [each for each in self._named(sentence) if each.stop <= found.start() and not any(at <= each.start for at in apart)]
            ids = frozenset().union(*(each.ids for each in subjects)) or frozenset(self.titles)
            ends = {end for each in ids if (end := self._last(each))}
            month, year = _month(found["m"] or found["m2"]), found["y"] or found["y2"]
            right = any(each.month == month and (not year or each.year == int(year)) for each in ends)
            if ends:
                yield _finding(sentence, found.span(), f"they run to {max(ends):%B %Y}", right=right)

    def _last(self, indicator: str) -> dt.date | None:
        """The end of the latest period of which the indicator has a figure."""
        return next((each.period.end for each in reversed(self.dataset.of(indicator)) if each.number("actual") is not None), None)

    def _named(self, sentence: str) -> list[Named]:
        return named(sentence, self.parts, self.titles)

    def _restated(self, sentence: str, _: str) -> Iterator[Finding]:
        """Hold what is told of figures that differ from those last published: how many, of which indicator, of when, from what to what."""
        word = RESTATED.search(sentence)
        if not word or self.dataset.record is None or DENIED.search(sentence[: word.start()]):
            return
        known = [each for each in self.dataset.restatements if each.period_end]
        yield from _how_many(sentence, known)
        names = [each for each in self._named(sentence) if not each.is_part]
        own = [each for each in known if any(each.indicator in one.ids for one in names)]
        if not own:
            if len({each.ids for each in names}) == 1:
                yield _finding(sentence, (names[0].start, names[0].stop), "nothing of it is restated", right=False)
            return
        months = [found for found in re.finditer(rf"\b{MONTH}\b", sentence) if found[0] != "may"]
        dates = [each.period_end.month for each in own if each.period_end]
        for found in months[:1]:
            yield _finding(sentence, found.span(), f"restated is the figure for {own[0].period}", right=_month(found[0]) in dates)
        if pair := FROM_TO.search(sentence):
            right = any(_number(each.was) == _plain(pair["was"]) and _number(each.now) == _plain(pair["now"]) for each in own)
            yield _finding(sentence, pair.span(), f"from {own[0].was} to {own[0].now}", right=right)


def _is_span(found: re.Match[str], end: dt.date) -> bool:
    """Whether the months are those of the quarter that ends then, of the year or of the financial year so far."""
    last, first = _month(found["b"]), found.groupdict().get("a")
    years = {int(each) for name, each in found.groupdict().items() if each and name in ("y1", "y2")}
    if last != end.month or (years and max(years) != end.year):
        return False
    if first is None:
        return True
    begins = _month(first)
    earliest = end.year if begins <= end.month else end.year - 1
    return (last - begins) % 12 + 1 in (QUARTER_MONTHS, 12) or (begins == APRIL and (not years or min(years) >= earliest))


def _how_many(sentence: str, known: Sequence[Restatement]) -> Iterator[Finding]:
    """Hold "one figure has been restated": the figures, or the indicators that they are of."""
    found = HOW_MANY.search(sentence)
    quantity = found and next(
        (each for at in range(found.start()) if (each := QUANTITY.match(sentence, at)) and each.end() + 1 == found.start()), None
    )
    if not found or not quantity or read_quantity(quantity).kind not in ("count", "none"):
        return
    right = read_quantity(quantity).amount.value in {len(known), len({each.indicator for each in known})}
    yield _finding(sentence, (quantity.start(), found.end()), f"{len(known)} are", right=right)


def _plain(number: str) -> str:
    return number.replace(",", "")


def _number(typed: str) -> str:
    """The number in a cell as typed, without its mark."""
    found = re.search(r"\d[\d,]*(?:\.\d+)?", typed)
    return _plain(found[0]) if found else ""


def _finding(sentence: str, span: tuple[int, int], says: str, *, right: bool) -> Finding:
    start, stop = span
    return Finding("true" if right else "false", "report", start, stop, sentence[start:stop], says, f"counted: {says}", bound=True)
