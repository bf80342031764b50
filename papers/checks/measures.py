"""The words of an indicator's measures: its target, floor, comparator, range and extra rows, each with the token that stands for it."""

from __future__ import annotations

import re

from papers.checks.facts import Facts
from papers.checks.numerals import NUMBER_WORDS

Words = tuple[re.Pattern[str], str]
"""What names a measure, and its token."""

COMPARATORS = (
    "national(?: average| figure| rate| result| picture| level| norm| mean)?",
    "England(?: as a whole)?(?: average)?",
    "(?:the )?rest of (?:England|the country)",
    "(?:those|pupils|schools|councils|authorities|children)(?: across| in) England",
    "English average",
    "statistical neighbours?(?: average| group| figure)?",
    "neighbours",
    "(?:similar|comparable|other|neighbouring) (?:councils|authorities|counties)",
    "(?:our |its )?(?:peers|peer group|family group|comparator group|comparators|comparator)(?: average| group| figure)?",
    "benchmark(?: figure| group)?",
    "(?:the )?country as a whole",
    "(?:averages?|figure|rate|mean) (?:for|of|among|across) (?:our |its )?(?:statistical neighbours|England|similar councils|similar authorities|counties like ours)",
)
COMPARATOR = rf"(?:the )?(?:latest )?(?:published )?(?:{'|'.join(COMPARATORS)})"
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
LIMIT = re.compile(r"(\d+) (seconds|minutes|hours|days|weeks|months|years)\b")


def measures_of(facts: Facts) -> list[Words]:
    """The words of the indicator's measures with their tokens."""
    found = [(named, "~limit")] if (named := _limits(facts)) else []
    found += [*PLAIN, (re.compile(rf"\b{FLOOR}\b", re.IGNORECASE), "=floor")]
    if any(each.kind == "comparator" for each in facts.series):
        labels = "|".join(re.escape(each.label) for each in facts.series if each.kind == "comparator" and each.label)
        found.append((re.compile(rf"\b(?:{COMPARATOR}|(?:the )?(?:{labels})(?: average)?)\b", re.IGNORECASE), "=comparator"))
    for each in facts.series:
        words = re.findall(r"[A-Za-z]{4,}", each.label) if each.kind == "extra" and each.unit == facts.unit else []
        if words:
            found.append((_extra(words[0]), f"={each.name}"))
    if any("lower" in o.values for o in facts.observations):
        found += [(re.compile(rf"\b{each} (?:threshold|limit|end)\b", re.IGNORECASE), f"={each}") for each in ("lower", "upper")]
    return found


def _extra(word: str) -> re.Pattern[str]:
    """What names an extra row in the indicator's own unit."""
    return re.compile(rf"\b(?:the )?{re.escape(word.rstrip('s'))}\w*(?: (?:staff|workers|rate|cover|use|figure))?\b", re.IGNORECASE)


def _limits(facts: Facts) -> re.Pattern[str] | None:
    """The numbers that belong to the indicator's title: "20 seconds", "20-second"."""
    spelt = {str(n): word for word, n in NUMBER_WORDS.items()}
    found = [
        rf"(?:{number}|{spelt.get(number, number)})[- ]{unit.rstrip('s')}s?"
        for number, unit in LIMIT.findall(f"{facts.indicator.title} {facts.indicator.short_title}")
    ]
    return re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE) if found else None
