"""A sentence with all that it names: groups of rows and indicators, its numbers, and the clause that each stands in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from papers.checks.facts import STEM, stem
from papers.checks.language.ages import age_spans
from papers.checks.language.coding import Coded
from papers.checks.language.grammar import guarded
from papers.checks.language.matching import matcher
from papers.checks.naming import Mention, is_column, key_of, mentions, strays, table_of
from papers.checks.rows.titles import with_titles, without_titles
from papers.checks.statements.commonwords import COMMON
from papers.checks.subjects import Candidate, stems_of

JOINED = matcher(r"(?: (?:,|and|or|with|plus|together|both|those|the|for|of|in|to|about|at|from|\(|&|from))* $")
"""What may stand between two names of one group: "Highways, Adult Social Care and Libraries"."""
BREAK = matcher(r" (?:;|\u2013|\u2014|while|whereas|but|although|though|,(?= and(?!\S))) ")


@dataclass(frozen=True, slots=True)
class Group:
    """Names that stand together, and where they stand in the coded text."""

    start: int
    stop: int
    mentions: tuple[Mention, ...]

    is_whole: bool = False
    """Whether they name only a table or its total."""
    is_sure: bool = True
    """Whether each name is given so fully that it is no other's."""


LEAST = 0.5


def _is_told(mention: Mention, candidates: Sequence[Candidate]) -> bool:
    """Whether the name is given so fully, or by a word so much its own, that it is no other's."""
    titles = {row_of(each) for each in mention.candidates if not each.total}
    if len(titles) > 1 or any(each.facts.indicator.kind == "kpi" for each in mention.candidates):
        return False
    holders = {word: {key_of(each) for each in candidates if word in each.words} for word in mention.words - COMMON - GENERAL}
    return (mention.cover >= LEAST and bool(holders)) or any(len(keys) == 1 for keys in holders.values())


NARROWER = matcher(
    r"(?<!\S)(?:individual|separate|telephone|written|repeat|formal|informal|hours|famil\w+|new|open|closed|urgent|emergency|upheld|justified|late|overdue"
    r"|unaccompanied|disabled|female|male|part-time|temporary|agency|housing|business|school|average|such|similar|other|most|these|two) $"
)
"""Words before a name after which it is of a part of what the row counts."""
BACK = matcher(
    r" (?:about|to|for|from|at|in|on|with) (?:(?:the|this|that|these|its|their) (?:same )?(?:service|services|line|area|team|branch|library|group)(?!\S)|it(?!\S)|them(?!\S))"
)
"""After a name, words for a row that is told of before: "complaints about the service"."""
GENERAL = frozenset(
    ("recei", "servi", "numbe", "manag", "care", "custo", "surve", "work", "repor", "creat", "other", "major", "new", "day")
)
"""Stems of words that many things are told with."""


def _spoken(candidates: Sequence[Candidate], said: frozenset[str]) -> bool:
    """Whether the words tell of which table they speak; always where there is one."""
    around = {table: each.around for each in candidates if (table := _table(each))}
    shared = frozenset.intersection(*around.values()) if around else frozenset()
    return len(around) < 2 or any((words - shared) & said for words in around.values())


@dataclass(frozen=True)
class Scene:
    """A sentence while its numbers are explained."""

    coded: Coded
    candidates: tuple[Candidate, ...]
    groups: tuple[Group, ...]

    @property
    def text(self) -> str:
        """The coded text."""
        return self.coded.text

    @cached_property
    def guards(self) -> tuple[tuple[int, int], ...]:
        """The parts that say what may be."""
        return guarded(self.text)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that are neither names of ages nor hoped for."""
        places = [(index, self.coded.of_number(index)[0]) for index in range(len(self.coded.amounts))]
        return tuple(n for n, at in places if not self._is_age(n) and not any(a <= at < b for a, b in self.guards))

    @cached_property
    def masked(self) -> str:
        """The coded text in which the numbers of ages are no numbers: "aged ~0 to ~1"."""
        ages = [index for index in range(len(self.coded.amounts)) if self._is_age(index)]
        return re.sub(r"#(\d+)", lambda found: f"~{found[1]}" if int(found[1]) in ages else found[0], self.text)

    def _is_age(self, index: int) -> bool:
        start, stop = self.coded.words(*self.coded.of_number(index))
        return any(a < stop and start < b for a, b in self._ages)

    @cached_property
    def _ages(self) -> list[tuple[int, int]]:
        return ages_of(self.coded.sentence, self.candidates)

    def clause(self, at: int) -> tuple[int, int]:
        """From where to where the clause around that place reaches."""
        cuts = list(BREAK.finditer(self.text))
        start = max((each.end() - 1 for each in cuts if each.end() <= at + 1), default=0)
        stop = min((each.start() for each in cuts if each.start() >= at), default=len(self.text))
        return start, stop


def scene_of(coded: Coded, candidates: Sequence[Candidate]) -> Scene:
    """The sentence with the groups that it names, each among the rows of the table that it tells of."""
    chosen = tuple(framed(candidates, coded.sentence))
    named = [(_place(coded, each, chosen), each) for each in with_titles(mentions(chosen, coded.sentence), chosen, coded.sentence)]
    found = [(place[:2], _any_column(each, chosen) if place[2] else each) for place, each in named if place]
    tabled = any(_table(one) and not one.total for _, each in found for one in each.candidates)
    spoken = _spoken(chosen, stems_of(coded.sentence))
    single = [
        Group(
            *place,
            (_widened(each, chosen),),
            whole := _is_whole(each, tabled=tabled),
            ((whole and _is_total(each)) or _is_told(each, chosen))
            and not NARROWER.search(coded.text[: place[0]])
            and not (whole and BACK.match(coded.text[place[1] :]))
            and (spoken or not any(map(_table, each.candidates)))
            and _is_alike(each, coded.sentence),
        )
        for place, each in found
    ]
    groups = [
        *_grouped(coded, single),
        *_nameless(coded, chosen),
        *_strays(coded, chosen, found),
    ]
    groups += _totals(coded, chosen, groups)
    return Scene(coded, chosen, tuple(sorted(groups, key=lambda each: each.start)))


TOTAL = matcher(r"(?<!\S)(?:the|our|overall) (?:(?:grand|overall) )?totals?(?! (?:of|number))(?P<after>(?: (?!#|,|;)\S+){0,2})")


def _totals(coded: Coded, candidates: Sequence[Candidate], groups: Sequence[Group]) -> list[Group]:
    """The total of the table whose rows are named, where the words tell of it by that word: "the total online"."""
    tables = {table_of(one) for each in groups for mention in each.mentions for one in mention.candidates if table_of(one)}
    totals = [each for each in candidates if each.total and table_of(each) in tables]
    found = []
    for each in TOTAL.finditer(coded.text):
        named = stems_of(each["after"])
        columns = [one for one in totals if is_column(one) and stems_of(one.facts.indicator.basis) <= named] or totals
        taken = any(one.start < each.end() and each.start() < one.stop for one in groups)
        if columns and not taken:
            found.append(Group(each.start(), each.end(), (Mention(0, 0, tuple(columns)),), is_whole=True))
    return found


def _is_whole(mention: Mention, *, tabled: bool) -> bool:
    """Whether it names a total, or, beside rows of tables, an indicator of its own."""
    return any(each.total for each in mention.candidates) or (tabled and not any(table_of(each) for each in mention.candidates))


def _is_total(mention: Mention) -> bool:
    """Whether it names a total, or an activity indicator: what rows can be parts of."""
    return any(each.total or each.facts.indicator.kind != "kpi" for each in mention.candidates)


def _widened(mention: Mention, candidates: Sequence[Candidate]) -> Mention:
    """The mention of an activity indicator with the total of the table that breaks the same figures down."""
    own = [each.facts for each in mention.candidates if each.facts.indicator.kind == "activity" and "|" not in each.facts.indicator.id]
    totals = [
        each
        for each in candidates
        if each.total and each not in mention.candidates and any(2 * len(each.around & facts.words) >= len(each.around) for facts in own)
    ]
    return replace(mention, candidates=(*mention.candidates, *totals))


def whole_of(own: Candidate, candidates: Sequence[Candidate]) -> Group:
    """The indicator and the total of its table as a group that the sentence need not name."""
    return Group(-1, -1, (_widened(Mention(0, 0, (own,)), candidates),), is_whole=True)


def _is_alike(mention: Mention, sentence: str) -> bool:
    """Whether the word is the name's own, not one that only begins like it: "compliments" are no complaints."""
    words = re.findall(r"[a-z]+", sentence[mention.start : mention.stop].lower())
    known = {word for each in mention.candidates for word in re.findall(r"[a-z]+", each.facts.indicator.title.lower())}
    same = [(word, name) for word in words for name in known if len(word) > STEM < len(name) and stem(word) == stem(name)]
    return len(words) > 1 or not same or any(alike(word, name) for word, name in same)


def alike(word: str, name: str) -> bool:
    """Whether two words of one stem differ in their ends alone."""
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(word, name, strict=False)))
    return same >= min(len(word), len(name)) - 3


def _nameless(coded: Coded, candidates: Sequence[Candidate]) -> list[Group]:
    """Ages of which a table by age has no figure, as groups of nothing."""
    known = {span for each in candidates for _, _, span in age_spans(each.facts.indicator.title)}
    places = [
        (start, stop)
        for low, high, span in age_spans(coded.sentence)
        if span not in known and len(known) > 1
        for start, stop, first, last in coded.spans
        if first < high and low < last
    ]
    return [Group(start, stop, (), is_sure=False) for start, stop in places]


def _strays(coded: Coded, candidates: Sequence[Candidate], found: Sequence[tuple[tuple[int, int], Mention]]) -> list[Group]:
    """Words of indicators that the sentence names too little to be read, as groups of nothing."""
    words = strays(candidates, coded.sentence, [each for _, each in found])
    places = [(start, stop) for begin, end in words for start, stop, low, high in coded.spans if low < end and begin < high]
    return [Group(*each, (), is_sure=False) for each in places if not any(low < each[1] and each[0] < high for (low, high), _ in found)]


def framed(candidates: Sequence[Candidate], sentence: str) -> list[Candidate]:
    """The candidates without the rows of tables that the sentence does not speak of, where it speaks of one."""
    around = {table: each.around for each in candidates if (table := _table(each))}
    said = stems_of(without_titles(candidates, sentence))
    telling = {
        table: len(words & said - frozenset().union(*(other for name, other in around.items() if name != table)))
        for table, words in around.items()
    }
    top = max(telling.values(), default=0)
    return [each for each in candidates if not _table(each) or not top or telling[_table(each)] == top]


def _table(candidate: Candidate) -> str:
    return table_of(candidate) if "|" in candidate.facts.indicator.id else ""


def ages_of(sentence: str, candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Where the sentence names ages: "from two to four" is one only where rows are of ages."""
    known = any(age_spans(each.facts.indicator.title) for each in candidates if "|" in each.facts.indicator.id)
    return [(start, stop) for start, stop, _ in age_spans(sentence) if known or AGED.search(sentence[start:stop])]


AGED = matcher(r"age|year|under|below|over|older|younger|above", re.IGNORECASE)


def _place(coded: Coded, mention: Mention, candidates: Sequence[Candidate]) -> tuple[int, int, bool] | None:
    """Where the name stands in the coded text: up to the first number that is no part of it, and whether it goes on after that."""
    ages = ages_of(coded.sentence, candidates)
    tokens: list[tuple[int, int]] = []
    for start, stop, low, high in coded.spans:
        if low < mention.stop and high > mention.start:
            if coded.text[start] == "#" and not any(a < high and low < b for a, b in ages):
                if tokens and not _is_told_after(coded, stop, mention):
                    return tokens[0][0], tokens[-1][1], True
                tokens = []
                continue
            tokens.append((start, stop))
    return (tokens[0][0], tokens[-1][1], False) if tokens else None


def _is_told_after(coded: Coded, at: int, mention: Mention) -> bool:
    """Whether the name itself stands after a number and a colon: "online visits held at 95 thousand: the one library lost three"."""
    return any(at < start and low < mention.stop and coded.text[start] in ":;" for start, _, low, _ in coded.spans)


def _any_column(mention: Mention, candidates: Sequence[Candidate]) -> Mention:
    """The mention with its row in every column, where the column is named only after a number."""
    rows = {row_of(each) for each in mention.candidates if is_column(each)}
    return replace(mention, candidates=tuple(each for each in candidates if row_of(each) in rows)) if rows else mention


def row_of(candidate: Candidate) -> tuple[str, str]:
    """The table and the row, whichever of its columns the candidate is."""
    return table_of(candidate), candidate.facts.indicator.title.removesuffix(f" {candidate.facts.indicator.basis}")


def _grouped(coded: Coded, found: Sequence[Group]) -> list[Group]:
    """Names that only "and" or a comma parts as one group."""
    groups: list[Group] = []
    for each in found:
        last = groups[-1] if groups else None
        if last and not each.is_whole and not last.is_whole and JOINED.fullmatch(coded.text[last.stop : each.start]):
            sure = last.is_sure and each.is_sure
            groups[-1] = replace(last, stop=each.stop, mentions=(*last.mentions, *each.mentions), is_sure=sure)
        else:
            groups.append(each)
    return groups
