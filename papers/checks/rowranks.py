"""Which row of a table is said to have the most, or the fewest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.checks.across import NOW, Across, figure_of
from papers.checks.amounts import Verdict
from papers.checks.facts import stem
from papers.checks.naming import Mention, key_of, table_of
from papers.checks.periods import When
from papers.checks.reading import number_words
from papers.checks.subjects import Candidate

RANK = re.compile(
    r"(?<!\S)(?:the )?(?P<nth>second|third|joint|next)?[- ]?(?P<way>(?<=the )most|highest|largest|biggest|greatest|busiest|steepest|heaviest|fewest|lowest|smallest|least|quietest|lightest)(?! of the| recent| likely| common| part| since| for \S+ (?:quarters|years))(?!\S)"
)
LOW = ("fewest", "lowest", "smallest", "least", "quietest", "lightest")
IN_TIME = re.compile(r"(?:since|quarters?|years?|periods?|months?|ever|yet|so far|on record|@\d+ to @\d+)(?!\S)")


def row_ranks(across: Across) -> None:
    """Hold "drew the most calls" against the other rows of the table."""
    for found in RANK.finditer(across.text):
        rows = [each for each in across.rows if any(table_of(one) and not one.total for one in each.candidates)]
        tail = across.text[found.end() : found.end() + 40]
        if (
            not rows
            or len(rows) > 2
            or across.is_guarded(found.start())
            or IN_TIME.search(tail.split(" , ")[0])
            or re.match(r" (?:\S+ )?(?:\*|=)", tail)
            or not _is_of_rows(tail, rows)
            or re.search(r"(?:(?:one|some|two) of (?:the |our )?|~one-of-\S+ )$", across.text[: found.start()])
        ):
            continue
        if re.search(r"@\d+ (?:was|is|were|has been|proved|remains)(?: \S+)? $", across.text[: found.start()]):
            continue
        near = rows[0] if len(rows) == 1 else _nearest(across, rows, found.start())
        tries = [
            _placed(across, one, found, when)
            for one in across.spoken(near.candidates)
            if table_of(one) and not one.total
            for when in across.whens() or NOW
        ]
        across.judge("rank", found.span(), [each for each in tries if each])


def _nearest(across: Across, rows: Sequence[Mention], at: int) -> Mention:
    """The row that a rank is told of: the last one named before it in its clause, else the first after it."""
    clause = max((across.text.rfind(mark, 0, at) for mark in (" , ", " ; ", " and ", " while ")), default=-1)
    before = [each for each in rows if clause < across.place(each)[0] < at]
    return before[-1] if before else next((each for each in rows if across.place(each)[0] > at), rows[0])


def _placed(across: Across, one: Candidate, found: re.Match[str], when: When | None) -> tuple[Verdict, str, str] | None:
    rows = [
        each
        for each in across.candidates
        if table_of(each) == table_of(one)
        and each.kind == one.kind
        and not each.total
        and each.facts.indicator.basis == one.facts.indicator.basis
        and each.facts.unit == one.facts.unit
    ]
    figures = {key_of(each): number for each in rows if (number := figure_of(each, when)) is not None}
    own = figures.get(key_of(one))
    place = {"second": 1, "next": 1, "third": 2}.get(found["nth"] or "", 0)
    parts = one.facts.unit == "percent" or any(each.total and table_of(each) == table_of(one) for each in across.candidates)
    if own is None or len(figures) < LEAST_ROWS or not parts:
        return None
    ordered = sorted(set(figures.values()), reverse=found["way"] not in LOW)
    first = next(key for key, number in figures.items() if number == ordered[0])
    told = f"{number_words(own)}; the {found['way']} is {number_words(ordered[0])}, {first.split('|')[-1]}"
    return ("true" if own == ordered[min(place, len(ordered) - 1)] else "false"), told, ""


def _is_of_rows(tail: str, rows: Sequence[Mention]) -> bool:
    """Whether the superlative is of what the table counts, or of nothing that is named."""
    word = re.match(r" ([^\W\d_][\w-]*)", tail)
    known = frozenset().union(*(one.around | one.words for each in rows for one in each.candidates), *(each.words for each in rows))
    return word is None or word[1] in OF or stem(word[1]) in known


LEAST_ROWS = 3
OF = frozenset(
    [
        "number",
        "numbers",
        "share",
        "rate",
        "group",
        "source",
        "volume",
        "figure",
        "figures",
        "count",
        "total",
        "with",
        "by",
        "in",
        "of",
        "for",
        "on",
        "and",
        "at",
        "among",
        "user",
        "users",
    ]
)
"""What may follow a superlative that is of the rows themselves."""
