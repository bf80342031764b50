"""Which of several things of one name a piece of a sentence tells of, and how sure its words are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from papers.checks.facts import Facts
from papers.checks.language.matching import matcher
from papers.checks.language.numerals import WORD_NUMBER
from papers.checks.naming import Mention, names_of, table_of
from papers.checks.reading import Finding
from papers.checks.subjects import Candidate

IN_ALL = matcher(
    r"\b(?:in all|altogether|in total|so far|year to date|ytd|to date|over the (?:whole )?year|in the year|during the year|of the year|for the year|in 20\d\d|(?:three|four) quarters|since april)\b",
    re.IGNORECASE,
)
"""Words of a year, or of a year so far."""
TWO_TIMES = matcher(r"\bfrom \d|\bnow\b|\b20\d\d.*\b20\d\d", re.IGNORECASE)
"""Words of a figure beside an earlier one, of either of which a distance may be told."""
OF_THINGS = matcher(
    rf"(?:{WORD_NUMBER}) (?:received|receive|had|have|saw|recorded|took|got|were|are|rose|fell|reported|went|improved|did|showed|drew|lost|gained|attracted)\b",
    re.IGNORECASE,
)
"""A number of things of which something is told: "and seven received fewer"."""
SEVERAL = matcher(rf"\b(?:\d+|{WORD_NUMBER}) $", re.IGNORECASE)
"""Before a superlative that is of several rows."""


def is_denied(finding: Finding, piece: str) -> bool:
    """Whether "no" stands before a comparison, which then says no direction, or a superlative is of a change."""
    if finding.kind == "change" and piece[: finding.start].endswith(("from ", "of the ", "of our ", "of all ")):
        return True
    if finding.kind == "change" and OF_THINGS.match(finding.said):
        return True
    if finding.kind == "change" and re.match(
        r" (?:in total|overall|in all|altogether|across|(?:over|in|during) (?:the|that) same (?:time|period))\b", piece[finding.stop :]
    ):
        return True
    if finding.kind in ("change", "comparator") and "average" in finding.said and TWO_TIMES.search(piece):
        return True
    if finding.kind == "rank":
        if finding.said.endswith("any other") and not re.match(r" (?:quarter|year|month|period|time|of the)", piece[finding.stop :]):
            return True
        return bool(SEVERAL.search(piece[: finding.start])) or bool(
            re.match(
                r" (?:part|share|fall|rise|drop|increase|change|single|one-off|lines?|services?|areas?|branch|library|groups?|categor\w+|of the (?:\w+ )?(?:lines|services|areas|libraries|branches|groups|scores))\b",
                piece[finding.stop :],
            )
        )
    if finding.kind == "level":
        return bool(re.search(r"\bpoints?$", finding.said))
    return finding.kind == "direction" and bool(re.search(r"\bno (?:\w+ )?$", piece[: finding.start]))


IN_TIME = matcher(
    r"(?:\W+[^\W,;]+){0,5}?\W+(?:since|ever|yet|so far|on record|(?:quarters?|months?|periods?|years?|time|times|summer|autumn|winter|spring)(?! of the)|all year)\b"
)
"""After a superlative that is of one row's results."""
OWN = matcher(r"\b(?:its|their|a|an|own|ever) (?:\w+ )?$")


def is_among_rows(finding: Finding, piece: str, chosen: Sequence[Candidate]) -> bool:
    """Whether a superlative of a table's row may set it beside the other rows: where no time is told among which it is."""
    if finding.kind != "rank" or not any(table_of(each) for each in chosen):
        return False
    return not (
        OWN.search(piece[: finding.start])
        or IN_TIME.match(" " + finding.said + piece[finding.stop :])
        or IN_TIME.match(piece[finding.stop :])
    )


OF_TOTAL = matcher(
    r"(?:^|[,;:(] ?|\b(?:and|so|so that|but|while|leaving) )(?:the |our |its )?(?:overall |grand )?(?:total|totals|whole)(?: [^\s,;\d]+){0,3} $",
    re.IGNORECASE,
)
"""Before what is told of the total, whatever row is named before it."""


def is_of_total(finding: Finding, piece: str, chosen: Sequence[Candidate]) -> bool:
    """Whether the total is the subject of what is told, and the row that is named before it is none: "one lost 3,000, so the total stood still"."""
    return bool(OF_TOTAL.search(piece[: finding.start])) and not any(each.total for each in chosen)


def meant_by(mention: Mention, sentence: str) -> Sequence[Candidate]:
    """What the mention may be: the total of a row's columns only where the sentence tells of all of them."""
    whole = bool(IN_ALL.search(sentence)) or any(_totals(each, sentence) for each in mention.candidates)
    kept = [each for each in mention.candidates if (each.facts.indicator.basis == "total") <= whole]
    return kept or mention.candidates


def is_sure(chosen: Sequence[Candidate], mention: Mention, found: Sequence[Finding]) -> bool:
    """Whether the words name the thing so fully that a wrong figure is no other one's."""
    if any(each.verdict in ("true", "rounded") and each.kind == "level" for each in found):
        return True
    rows = len(mention.titles) == 1 and any(table_of(each) for each in chosen)
    least = NAMED_KPI if all(each.facts.indicator.kind == "kpi" for each in chosen) else NAMED
    return rows or any(len(name & mention.words) >= least * len(name) for each in chosen for name in names_of(each))


NAMED, NAMED_KPI = 0.5, 0.66
"""How much of a name must be given; more of an indicator that has a block of its own, which is where its figures are told."""


def _totals(candidate: Candidate, sentence: str) -> bool:
    """Whether the sentence gives a total of the candidate's table, so that its other numbers may be totals too."""
    return candidate.facts.indicator.basis == "total" and any(
        f"{number:,f}" in sentence for number, _ in candidate.facts.others if number >= LARGE
    )


LARGE = 1000


NUMBER = matcher(r"\d[\d,]*(?:\.\d+)?")
OF = matcher(r"\bof (?:the|all|our|its|these|those) $")


def is_whole(finding: Finding, piece: str, chosen: Sequence[Candidate]) -> bool:
    """Whether the number is of the whole that the piece tells a part of, or known from before: "of the 673,300 tonnes", "the 70 apprentices"."""
    head = piece[: finding.start]
    known = frozenset().union(*(_figures(each.facts) for each in chosen))
    then = head.lower().endswith("the ") and any(Decimal(each.replace(",", "")) in known for each in NUMBER.findall(finding.said))
    return finding.kind == "level" and (bool(OF.search(head)) or then)


def gives_other(sentence: str, own: Facts, candidates: Sequence[Candidate]) -> bool:
    """Whether the sentence gives a figure of three digits or more that another indicator has, and not its own."""
    numbers = {Decimal(each.replace(",", "")) for each in FIGURE.findall(sentence)} - _figures(own)
    return any(numbers & _figures(each.facts) for each in candidates if each.facts is not own and numbers)


FIGURE = matcher(r"\b\d[\d,]*\d{2}\b(?!\.\d)")


def _figures(facts: Facts) -> set[Decimal]:
    return {value.number for each in facts.observations for value in each.values.values() if value.number is not None}


SIDE = matcher(r"\b(?:above|below|under|over) (?:\w+ )?targets?\b", re.IGNORECASE)
PERCENTAGE = matcher(r"\d+(?:\.\d+)?%")


def is_literal(finding: Finding, known: Mapping[str, Facts]) -> bool:
    """Whether "below target" may only be told of the figure, which of an indicator that is better when lower is no miss."""
    lower = any(facts.indicator.polarity == "lower" for each, facts in known.items() if each in finding.says)
    return lower and bool(SIDE.search(finding.said))


def is_percentage(finding: Finding, known: Sequence[Facts]) -> bool:
    """Whether what the finding is of is a percentage alone that one of them has, as a figure or a target."""
    alone = PERCENTAGE.match(finding.said)
    if not alone or not re.match(r"$|[,;:(]| (?:and|but|with|which|while)\b", finding.said[alone.end() :]):
        return False
    values = (value for facts in known if facts.unit == "percent" for seen in facts.observations for value in seen.values.values())
    return any(value.number == Decimal(alone[0][:-1]) for value in values)
