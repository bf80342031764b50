"""Statements over several rows or indicators: sums, differences, shares, comparisons and ranks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from papers.checks.amounts import SCALES, Amount, Verdict, holds
from papers.checks.coding import Coded
from papers.checks.facts import stem
from papers.checks.grammar import guarded
from papers.checks.naming import Mention, key_of, table_of
from papers.checks.periods import When
from papers.checks.quantities import holds_share
from papers.checks.reading import COMPARED, UNIT_WORDS, Finding, finding_at, number_words
from papers.checks.subjects import Candidate

TOGETHER = re.compile(
    r"(?<!\S)(?:together|combined|between them|between the two|altogether|jointly|in all|in total|in sum|added up|summed|both|all told|total(?:led|s|ling)?)(?!\S)"
)
MORE = r"(?:more|higher|greater|larger|bigger|ahead of|above|busier|longer)"
LESS = r"(?:fewer|less|lower|smaller|behind|below|shorter|quieter)"
DIFFERENCE = re.compile(rf"#(?P<n>\d+) (?:[^\s,;:]+ )?(?P<way>{MORE}|{LESS})(?!\S)")
BY = re.compile(r"(?<!\S)(?:by|of) #(?P<n>\d+)(?!\d)")
THAN = re.compile(rf"(?<!\S)(?:(?P<more>{MORE})|(?P<less>{LESS}))(?!\S)(?=(?:(?!#|@|;).)* than )")
EXCEEDS = re.compile(
    r"(?<!\S)(?:(?P<more>outnumber\w*|exceed\w*|outstrip\w*|overtook|overtaken|outweigh\w*|surpass\w*|(?:is|are|was|were) (?:larger|bigger|greater|higher|more|ahead of)(?: than)?)|(?P<less>(?:is|are|was|were) (?:smaller|lower|fewer|less|behind)(?: than)?|lag\w* behind|trail\w*))(?!\S)"
)
TIMES = re.compile(
    r"(?<!\S)(?:#(?P<around>\d+) )?(?P<times>twice|three times|four times|half|double) (?:as (?:many|much|large|high)|the (?:number|figure))(?!\S)"
)
NUMBERED = {"twice": Decimal(2), "double": Decimal(2), "three times": Decimal(3), "four times": Decimal(4), "half": Decimal("0.5")}
SHARE_WORDS = re.compile(
    r"(?<!\S)(?:of|made up|make up|makes up|making up|accounts? for|accounted for|accounting for|represents?|represented|constitutes?|amounts? to|amounted to|took|were for|was for|were about|was about|concerned|came from|comes from|went to|passed through|are|were|share|proportion)(?!\S)"
)
CHANGED = re.compile(r"(?:by|up|down|rose|fell|grew|rise of|fall of|increase of|drop of) (?:a |an |some )?$")
NOT_SHARE = re.compile(
    r"^ (?:more|higher|lower|fewer|less|up|down|rise|increase|fall|drop|decrease|reduction|above|below|over|under|points?|better|worse|smaller|larger|bigger|on|satisf\w+|agreed|said)(?!\S)"
)
FEW = 10
NOW: list[When | None] = [None]
IN_ALL = re.compile(
    r"\b(?:in all|altogether|in total|so far|year to date|ytd|to date|over the (?:whole )?year|in the year|during the year|of the year|for the year|in 20\d\d|(?:three|four) quarters|since april)\b",
    re.IGNORECASE,
)


@dataclass
class Across:
    """A sentence that names several things, while it is read."""

    coded: Coded
    rows: Sequence[Mention]
    wholes: Sequence[Mention]
    candidates: Sequence[Candidate]
    findings: list[Finding] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def found(self) -> list[Finding]:
        """Every statement over several."""
        for rule in (_sums, _differences, _comparisons, _shares):
            rule(self)
        return self.findings

    @property
    def text(self) -> str:
        """The coded text."""
        return self.coded.text

    def place(self, mention: Mention) -> tuple[int, int]:
        """Where the mention stands in the coded text."""
        inside = [each for each in self.coded.spans if each[2] < mention.stop and each[3] > mention.start]
        return inside[0][0], inside[-1][1]

    def is_guarded(self, at: int) -> bool:
        """Whether that part says what may be."""
        return any(start <= at < stop for start, stop in guarded(self.text))

    def whens(self) -> list[When | None]:
        """The periods that are told of, not those to compare with."""
        found: list[When | None] = []
        for each in re.finditer(r"@(\d+)", self.text):
            head = re.split(r"[,;#@*]", self.text[: each.start()])[-1]
            if not COMPARED.search(head):
                found.append(self.coded.whens[int(each[1])])
        return found

    def values(self, mentions: Sequence[Mention]) -> list[tuple[list[Decimal], str]]:
        """The figures of the mentions, in one unit, for each basis and period that they may be told of."""
        found = []
        for first in self.spoken(mentions[0].candidates):
            others = [[one for one in each.candidates if _basis(one) == _basis(first)] for each in mentions[1:]]
            if not all(others):
                continue
            chosen = [first, *(each[0] for each in others)]
            for when in self.whens() or NOW:
                numbers = [figure_of(each, when) for each in chosen]
                if all(each is not None for each in numbers):
                    found.append(([each for each in numbers if each is not None], first.facts.unit))
        return self.preferred(found)

    def spoken(self, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
        """Those whose kind of column the sentence names: the rate, the number, the quarter, the 12 months."""
        said = {stem(each) for each in self.text.split()} | {stem(word) for each in self.coded.whens for word in each.words.split()}
        named = [each for each in candidates if stem(each.facts.indicator.basis.split(" ")[-1]) in said]
        return named if len({each.facts.indicator.basis for each in candidates}) > 1 and named else candidates

    def preferred(self, found: Sequence[tuple[list[Decimal], str]]) -> list[tuple[list[Decimal], str]]:
        """Each once; where the sentence gives one of the figures, those alone in which it stands."""
        kept: list[tuple[list[Decimal], str]] = []
        for each in found:
            if each not in kept:
                kept.append(each)
        large = [each for each in self.coded.amounts if each.unit not in ("%", "share", "points") and each.plain >= FEW]
        given = [each for each in kept if any(holds(amount, value, each[1]) == "true" for amount in large for value in each[0])]
        return given or kept

    def amounts_of(self, mentions: Sequence[Mention]) -> list[tuple[list[Decimal], str]]:
        """Those figures that can be added: no percentages, rates or averages."""
        return [each for each in self.values(mentions) if each[1] != "percent" and not each[1].startswith("rate")]

    def total_of(self, mention: Mention) -> Mention | None:
        """The total of the table in which the mention's row stands."""
        tables = {table_of(each) for each in mention.candidates} - {""}
        totals = tuple(each for each in self.candidates if each.total and table_of(each) in tables)
        keys = {key_of(each) for each in totals}
        same = tuple(each for each in totals if _column(each) in {_column(one) for one in mention.candidates}) if len(keys) > 1 else totals
        return Mention(0, 0, same) if same else None

    def add(self, verdict: Verdict, kind: str, span: tuple[int, int], says: str, computed: str) -> None:
        """Keep a finding about that part of the coded text."""
        wording = says if verdict == "false" else ""
        self.findings.append(finding_at(self.coded, span, verdict, kind, says, computed=computed, wording=wording))

    def judge(self, kind: str, span: tuple[int, int], tries: Sequence[tuple[Verdict, str, str]]) -> None:
        """Keep the kindest of the ways in which it may be meant."""
        best = next((each for word in ("true", "rounded", "false") for each in tries if each[0] == word), None)
        if best:
            self.add(best[0], kind, span, best[1], best[2])


def _basis(candidate: Candidate) -> tuple[str, str]:
    """What figures must have in common to be held against each other: unit, and of tables what the columns cover."""
    indicator = candidate.facts.indicator
    return candidate.facts.unit, "" if "|" not in indicator.id or (table_of(candidate) and _column(candidate)) else indicator.basis


def _column(candidate: Candidate) -> str:
    """The column of a row whose columns are no periods; "" of others."""
    indicator = candidate.facts.indicator
    return indicator.basis if indicator.title.endswith(f" {indicator.basis}") else ""


def figure_of(candidate: Candidate, when: When | None) -> Decimal | None:
    """The candidate's figure of the period; of its latest one where none is named."""
    seen = candidate.timeline.meant(when, "actual") if when else (candidate.timeline.current,)
    return next((found for each in seen if (found := each.number("actual")) is not None), None)


def _fits(amount: Amount, unit: str) -> bool:
    return amount.unit in (*UNIT_WORDS.get(unit, ("",)), "") if unit != "percent" else amount.unit in ("%", "points")


def _sums(across: Across) -> None:
    """Hold "between them", "together", "in all" with the sum of what is named."""
    if len(across.rows) < 2 or not (words := TOGETHER.search(across.text)) or across.is_guarded(words.start()) or words[0] == "both":
        return
    values = [each for each in across.amounts_of(across.rows) if len(each[0]) == len(across.rows)]
    tries: list[tuple[Verdict, str, str]] = []
    numbers = [
        n
        for n, each in enumerate(across.coded.amounts)
        if not each.unit or each.unit in {one for u in values for one in UNIT_WORDS.get(u[1], ("",))}
    ]
    whole = across.total_of(across.rows[0])
    tops = [number for several, _ in (across.values([whole]) if whole else []) for number in several]
    tops += [each.number for one in (whole.candidates if whole else ()) for each in one.facts.all(["actual"])]
    free = [
        n
        for n in numbers
        if not any(holds(across.coded.amounts[n], value, unit) != "false" for several, unit in values for value in (*several, *tops))
    ]
    if len(free) != 1 or not values:
        return
    amount, span = across.coded.amounts[free[0]], across.coded.of_number(free[0])
    for several, unit in values:
        total = sum(several, Decimal(0))
        tries.append(
            (
                holds(amount, total, unit),
                f"together they are {number_words(total * SCALES.get(unit, Decimal(1)))}",
                f"{' + '.join(map(number_words, several))} = {number_words(total)}",
            )
        )
    across.used.add(free[0])
    across.judge("sum", span, tries)


def _sides(across: Across, than: int) -> tuple[Mention, Mention] | None:
    """The two that are compared: the last one named before that place, and the first after it."""
    before = [each for each in across.rows if across.place(each)[0] < than]
    after = [each for each in across.rows if across.place(each)[0] >= than]
    return (before[-1], after[0]) if before and after else None


def _differences(across: Across) -> None:
    """Hold "1,482 more pupils in Reception than in Year 7"."""
    for found in DIFFERENCE.finditer(across.text):
        than = across.text.find(" than ", found.end())
        sides = (
            _sides(across, than)
            if than >= 0 and "@" not in across.text[than : than + 14] and "=" not in across.text[than : than + 16]
            else None
        )
        amount = across.coded.amounts[int(found["n"])]
        if sides is None or across.is_guarded(found.start()):
            continue
        sign = 1 if re.fullmatch(MORE, found["way"]) else -1
        tries = [_difference(amount, sign, *values) for values in across.values(sides)]
        across.used.add(int(found["n"]))
        across.judge("sum", found.span(), tries)


def _difference(amount: Amount, sign: int, values: Sequence[Decimal], unit: str) -> tuple[Verdict, str, str]:
    by = (values[0] - values[1]) * sign
    verdict: Verdict = "unknown" if amount.unit in ("%", "share") and unit != "percent" else "false" if by < 0 else holds(amount, by, unit)
    computed = f"{number_words(values[0])} - {number_words(values[1])} = {number_words(values[0] - values[1])}"
    return verdict, f"the difference is {number_words(abs(by) * SCALES.get(unit, Decimal(1)))}", computed


def _comparisons(across: Across) -> None:
    """Hold "more calls came to A than to B", "A outnumbers B", "twice as many A as B"."""
    for pattern in (THAN, EXCEEDS):
        for found in pattern.finditer(across.text):
            than = across.text.find(" than ", found.start()) if pattern is THAN else found.start() + 1
            tail = across.text[than : than + 12]
            sides = _sides(across, than) if than >= 0 and "@" not in tail and "=" not in tail else None
            if sides is None or across.is_guarded(found.start()) or re.search(r"#\d+ (?:\S+ )?$", across.text[: found.start()]):
                continue
            negated = bool(re.search(r"(?:not|n't|never|no) (?:\S+ )?$", across.text[: found.start()]))
            ways = [_compared(values, more=bool(found["more"]), negated=negated) for values, _ in across.values(sides)]
            by = BY.search(across.text, found.end())
            if by and all(each[0] != "true" for each in ways) is False:
                amount = across.coded.amounts[int(by["n"])]
                across.used.add(int(by["n"]))
                ways = [_difference(amount, 1 if found["more"] else -1, values, unit) for values, unit in across.values(sides)]
            across.judge("sum", found.span(), ways)


def _compared(values: Sequence[Decimal], *, more: bool, negated: bool) -> tuple[Verdict, str, str]:
    right = (values[0] > values[1] if more else values[0] < values[1]) is not negated
    told = f"{number_words(values[0])} against {number_words(values[1])}"
    return ("true" if right else "false"), told, told


def _shares(across: Across) -> None:
    """Hold "a quarter of all complaints concerned highways"."""
    if not SHARE_WORDS.search(across.text) or not across.rows:
        return
    for index, amount in enumerate(across.coded.amounts):
        start, stop = across.coded.of_number(index)
        if (
            amount.unit not in ("%", "share")
            or index in across.used
            or NOT_SHARE.match(across.text[stop:])
            or CHANGED.search(across.text[:start])
            or across.is_guarded(start)
            or _is_of_other(across, stop)
        ):
            continue
        pair = _part_and_whole(across, stop)
        if pair is None or any(each.facts.unit == "percent" for each in pair[0].candidates):
            continue
        tries = [_share(amount, values, negated=False) for values, _ in across.amounts_of(pair) if values[1]]
        if tries:
            across.used.add(index)
            across.judge("share", (start, stop), tries)


OF_MONEY = re.compile(
    r" of (?:the |our |its |this |a )?(?:\S+ )?(?:budget|costs?|spending|money|staff|time|sample|respondents|those asked)(?!\S)"
)


def _is_of_other(across: Across, stop: int) -> bool:
    """Whether the share is told of money, time or people asked, which the rows do not count."""
    return bool(OF_MONEY.match(across.text[stop:]))


def _share(amount: Amount, values: Sequence[Decimal], *, negated: bool) -> tuple[Verdict, str, str]:
    del negated
    share = values[0] * 100 / values[1]
    return holds_share(amount, share), f"the share is {share:.1f}%", f"{number_words(values[0])} of {number_words(values[1])}"


def _part_and_whole(across: Across, stop: int) -> tuple[Mention, Mention] | None:
    """What is a share, and of what: what "of" names just after the share is the whole, else the total of the table."""
    named = [*across.rows, *across.wholes]
    after = re.match(r" of (?:all |the |our |its |these |those |every |total |@\d+ |#\d+ |\S+'s )*", across.text[stop:])
    whole = next((each for each in named if after and stop <= across.place(each)[0] <= stop + after.end() + 1), None)
    parts = [each for each in across.rows if each is not whole]
    if not parts and whole in across.rows:
        parts, whole = [each for each in across.rows if each is whole], None
        after = None if any(each.total for each in parts[0].candidates) else after
    if len(parts) != 1:
        return None
    if whole is None or not _same_unit(parts[0], whole):
        whole = across.total_of(parts[0]) if after or whole else None
    return (parts[0], whole) if whole else None


def _same_unit(one: Mention, two: Mention) -> bool:
    return bool({_basis(each) for each in one.candidates} & {_basis(each) for each in two.candidates})
