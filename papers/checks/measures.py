"""The words of an indicator's measures: its target, floor, comparator, range and extra rows, each with the token that stands for it."""

from __future__ import annotations

import re

from papers.checks.facts import Facts, stem, stems
from papers.checks.numerals import NUMBER_WORDS

Words = tuple[re.Pattern[str], str]
"""What names a measure, and its token."""

NATIONAL = (
    "national(?: average| figure| rate| result| picture| level| norm| mean)?",
    "England(?: as a whole)?(?: average)?",
    "(?:the )?rest of (?:England|the country)",
    "(?:those|pupils|schools|councils|authorities|children)(?: across| in) England",
    "English average",
    "(?:the )?country as a whole",
    "(?:averages?|figure|rate|mean) (?:for|of|among|across) England",
)
PEERS = (
    "statistical neighbours?(?: average| group| figure)?",
    "neighbours",
    "(?:similar|comparable|other|neighbouring) (?:councils|authorities|counties)",
    "(?:our |its )?(?:peers|peer group|family group|comparator group|comparators|comparator)(?: average| group| figure)?",
    "(?:averages?|figure|rate|mean) (?:for|of|among|across) (?:our |its )?(?:statistical neighbours|similar councils|similar authorities|counties like ours)",
)
ANY = ("benchmark(?: figure| group)?", "comparator", "comparison group")
_IS_NATIONAL = re.compile(r"national|england|english", re.IGNORECASE)
_IS_PEERS = re.compile(r"neighbour|like ours|similar|peer|family|nearest", re.IGNORECASE)
TARGETS = (
    r"(?:quarterly|annual|year[- ]end|national|local|agreed|interim|corporate)? ?targets?(?: (?:level|figure|set|value|line|number))?(?! population)",
    "ceiling",
    r"limit(?! of the (?:expected )?range)",
    "goals?",
    "objective",
    "(?:published |customer |service )*standard(?= of \\d)",
    "(?<=% )aim",
    "(?<=our )aim(?= of)|(?<=its )aim(?= of)|(?<=the )aim(?= of \\d)",
    "what (?:was|is|had been|we|it|the (?:service|council)) (?:(?:had|have|has) )?(?:required|planned|expected|asked for|hoped for|aimed for|set out to do|set|needed|promised|budgeted)(?: (?:ourselves|itself|for|of it|of us))?",
    "(?<=than )(?:was )?(?:planned|required|allowed|budgeted|permitted)(?: for (?:that|this) point)?",
    "(?:that )?(?:we|the council|the service) (?:had )?set (?:ourselves|itself)",
    "where (?:we|it) (?:should|ought to|need(?:s|ed)? to|want(?:s|ed)? to|had to) be",
)
TARGET = rf"(?:{'|'.join(TARGETS)})"
AIMED = re.compile(
    r"\b(?:(?:that )?(?:(?:was|were|is|had been) )?(?:planned|allowed|required|budgeted|aimed for|asked for|asked of (?:us|it)|expected of (?:us|it)|permitted|promised|set)"
    r"(?: (?:for (?:it|us|the service)|as a target))?|(?:that )?(?:we|it|the council|the service) (?:had |have |has )?(?:aimed for|planned|allowed|promised|committed to|were? aiming for|was aiming for))\b(?! (?:to|up|aside|at|by)\b)",
    re.IGNORECASE,
)
"""Words that make the number just before them the target: "the 2,350 planned"."""
FLOOR = r"floor(?: standard| level)?s?|minimum(?: standard| level| requirement)"
PLAIN: list[Words] = [(re.compile(rf"\b(?:{TARGET})\b", re.IGNORECASE), "=target")]
"""The words of measures where no indicator is named."""
IDLE = frozenset((stem("actual"), stem("Kent"), stem("people"), stem("total")))
"""First words of labels that name nothing."""
LIMIT = re.compile(r"(\d+) (seconds|minutes|hours|days|weeks|months|years)\b")


def measures_of(facts: Facts) -> list[Words]:
    """The words of the indicator's measures with their tokens."""
    found = [(named, "~limit")] if (named := _limits(facts)) else []
    found += [*PLAIN, (re.compile(rf"\b{FLOOR}\b", re.IGNORECASE), "=floor")]
    found += _comparators(facts)
    for each in facts.series:
        words = re.findall(r"[A-Za-z]{4,}", each.label) if each.kind == "extra" else []
        if words and (each.unit == facts.unit or stem(words[0]) not in stems(facts.indicator.title) | IDLE):
            found.append((_extra(words[0]), f"={each.name}"))
    if any("lower" in o.values for o in facts.observations):
        found += [(re.compile(rf"\b{each} (?:threshold|limit|end)\b", re.IGNORECASE), f"={each}") for each in ("lower", "upper")]
    return found


def _comparators(facts: Facts) -> list[Words]:
    """The words of the comparators; those of another comparator than the data's stand for nothing that can be held."""
    labels = [each.label for each in facts.series if each.kind == "comparator"]
    if not labels:
        return []
    own: list[str] = [*ANY, *(rf"(?:{re.escape(each)})(?: average| figure)?" for each in labels if each)]
    other: list[str] = []
    for words, known in ((NATIONAL, _IS_NATIONAL), (PEERS, _IS_PEERS)):
        (own if any(known.search(each) or not each for each in labels) else other).extend(words)
    found = [(_named(own), "=comparator")]
    return [*found, (_named(other), "~another-comparator")] if other else found


def _named(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:the )?(?:latest )?(?:published )?(?:{'|'.join(words)})\b", re.IGNORECASE)


def _extra(word: str) -> re.Pattern[str]:
    """What names an extra row: a word that begins as its label does."""
    return re.compile(
        rf"\b(?:the )?(?:numbers? of )?{re.escape(stem(word))}\w*(?: (?:staff|workers|rate|cover|use|figure))?\b", re.IGNORECASE
    )


def _limits(facts: Facts) -> re.Pattern[str] | None:
    """The numbers that belong to the indicator's title: "20 seconds", "20-second"."""
    spelt = {str(n): word for word, n in NUMBER_WORDS.items()}
    found = [
        rf"(?:{number}|{spelt.get(number, number)})[- ]{unit.rstrip('s')}s?"
        for number, unit in LIMIT.findall(f"{facts.indicator.title} {facts.indicator.short_title}")
    ]
    return re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE) if found else None
