"""The words of an indicator's measures: its target, floor, comparator, range and extra rows, each with the token that stands for it."""

from __future__ import annotations

import re
from functools import lru_cache

from papers.checks.facts import Facts, stem, stems
from papers.checks.language.matching import matcher
from papers.checks.language.numerals import NUMBER_WORDS

Words = tuple[re.Pattern[str], str]
"""What names a measure, and its token."""

NATIONAL = (
    "national(?: average| figure| rate| result| picture| level| norm| mean)?",
    "England(?: as a whole)?(?: average)?",
    "(?:the )?rest of (?:England|the country)",
    "(?:those|pupils|schools|councils|authorities|children)(?: across| in) England",
    "English average",
    "nationally",
    "across England",
    "(?:the )?(?:country|nation) (?:as a whole|at large|overall)",
    "(?:the )?(?:country|nation)(?= (?:by|in|did|was|is|managed|[.,]))",
    "schools (?:nationwide|across the country|nationally)",
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
_IS_NATIONAL = matcher(r"national|england|english", re.IGNORECASE)
_IS_PEERS = matcher(r"neighbour|like ours|similar|peer|family|nearest", re.IGNORECASE)
SUBJECTS = r"(?:we|it|they|the (?:service|council|county|county council|authority|plan|contract))"
"""Who sets a target."""
TARGETS = (
    r"(?:quarterly|annual|year[- ]end|national|local|agreed|interim|corporate)? ?targets?(?: (?:level|figure|set|value|line|number))?(?! population)",
    "ceiling",
    r"limit(?! of the (?:expected )?range)",
    "goals?",
    r"(?<=below )theirs|(?<=short of )theirs|(?<=above )theirs|(?<=clear of )theirs|(?<=ahead of )theirs",
    "objective",
    "milestones?",
    "planned (?:level|figure|number)",
    r"(?:published |customer |service )*standard(?= of \d)",
    "(?<=% )aim",
    r"(?<=our )aim|(?<=its )aim|(?<=\bthe )aim(?= of \d|[,.;]| and | but )",
    r"(?<=\bthe )(?:mark|pace|bar|requirement|benchmark set|hurdle)(?! (?:of|for) (?!\d))|(?<=\bon )par\b|(?<=\bof )plan\b|(?<=\bto )plan\b|(?<=\bon )plan\b|(?<=\bthe )plan(?= (?:of|for) \d)|(?<=\bthe )plan(?=[.,;]|$)",
    r"(?<=\bthe )budget(?= (?:of|for) \D?\d)",
    (
        rf"what (?:was|is|had been|were|{SUBJECTS.replace('|they', '')}|the budget) (?:(?:had|have|has) )?(?:required|planned|expected|asked for|asked|hoped for|aimed for|set out to (?:do|achieve|reach|get)|set|needed|needs|promised|budgeted|sought"
        r"|wanted|allowed|assumed|assumes|wants|asks for|looked for|called for)(?: (?:ourselves|itself|for|of it|of us|of them))?"
    ),
    "(?<=than )(?:was )?(?:planned|required|allowed|budgeted|permitted|intended|sought|wanted|aimed for|hoped for)(?: for (?:that|this) point)?",
    rf"(?:that )?{SUBJECTS} (?:had |have |has )?set (?:ourselves|itself|ourself|themselves)",
    rf"where {SUBJECTS} (?:should|ought to|need(?:s|ed)? to|want(?:s|ed)? to|had to|had (?:hoped|planned|meant|intended) to) be",
    "(?:as|what) (?:well as )?was asked of (?:them|it|us)",
)
TARGET = rf"(?:{'|'.join(TARGETS)})"
_DONE = r"(?:planned|allowed|required|expected|budgeted|aimed (?:for|at)|asked for|asked of (?:us|it)|expected of (?:us|it)|permitted|promised|sought|wanted|looked for|called for|hoped for|specified|stipulated|laid down|pencilled in|targeted)"
AIMED = matcher(
    rf"\b(?:(?:that |which )?(?:(?:was|were|is|had been|has been) )?(?:{_DONE}|set)(?: (?:for (?:it|us|the (?:service|quarter|year|period))|as (?:a|the|our|its) target|as (?:a|the) ceiling))?"
    rf"|(?:that |which )?{SUBJECTS} (?:had |have |has |is |are |was |were )?(?:set(?: ourselves| itself| themselves|(?= ?[.,;)]))|aim(?:ed|ing|s)? (?:for|at|to (?:be|keep|stay) (?:close to|near|at|under|below|above|over))|planned|allow(?:ed|s)?|promised|committed (?:itself )?to|seeks?|sought|wants?|wanted|need(?:s|ed)?|hoped for)|standard(?! (?:of|error|deviation|charge|rate)))"
    r"\b(?! (?:to|up|aside|at|out|by law)\b)",
    re.IGNORECASE,
)
"""Words that make the number just before them the target: "the 2,350 planned", "the 12% we aim for"."""
FLOOR = r"floor(?: standard| level)?s?|minimum(?: standard| level| requirement)"
PLAIN: tuple[Words, ...] = ((matcher(rf"\b(?:{TARGET})\b", re.IGNORECASE), "=target"),)
"""The words of measures where no indicator is named."""
IDLE = frozenset((stem("actual"), stem("Kent"), stem("people"), stem("total")))
"""First words of labels that name nothing."""
LIMIT = matcher(r"(\d+) (?:working )?(seconds|minutes|hours|days|weeks|months|years)\b")


@lru_cache(maxsize=1 << 10)
def measures_of(facts: Facts) -> tuple[Words, ...]:
    """The words of the indicator's measures with their tokens."""
    found = [(named, "~limit")] if (named := _limits(facts)) else []
    if not any("target" in o.values for o in facts.observations) and any("upper" in o.values for o in facts.observations):
        threshold = "" if any("lower" in o.values for o in facts.observations) else "|threshold"
        found.append((matcher(rf"\b(?:ceiling|limit|upper bound|cap{threshold})\b", re.IGNORECASE), "=upper"))
    found += [*PLAIN, (matcher(rf"\b{FLOOR}\b", re.IGNORECASE), "=floor")]
    found += _comparators(facts)
    for each in facts.series:
        if each.kind == "extra" and each.label.startswith("Nat"):
            found.append(
                (
                    matcher(r"\b(?:nationally|(?:the )?national (?:fall|rise|growth|drop|figure|change|picture))\b", re.IGNORECASE),
                    f"={each.name}",
                )
            )
            continue
        words = re.findall(r"[A-Za-z]{4,}", each.label) if each.kind == "extra" else []
        if words and (each.unit == facts.unit or stem(words[0]) not in stems(facts.indicator.title) | IDLE):
            found.append((_extra(words[0]), f"={each.name}"))
    if any("lower" in o.values or "upper" in o.values for o in facts.observations):
        found += [(matcher(rf"\b{each} (?:threshold|limit|end)\b", re.IGNORECASE), f"={each}") for each in ("lower", "upper")]
    return tuple(found)


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
    return matcher(rf"\b(?:the )?(?:latest )?(?:published )?(?:{'|'.join(words)})\b", re.IGNORECASE)


def _extra(word: str) -> re.Pattern[str]:
    """What names an extra row: a word that begins as its label does."""
    return matcher(rf"\b(?:the )?(?:numbers? of )?{re.escape(stem(word))}\w*(?: (?:staff|workers|rate|cover|use|figure))?\b", re.IGNORECASE)


def _limits(facts: Facts) -> re.Pattern[str] | None:
    """The numbers that belong to the indicator's title: "20 seconds", "20-second"."""
    spelt = {str(n): word for word, n in NUMBER_WORDS.items()}
    found = [
        rf"(?:{number}|{spelt.get(number, number)})[- ](?:working[- ])?{unit.rstrip('s')}s?(?: (?:limit|standard|deadline|threshold|mark|rule))?"
        for number, unit in LIMIT.findall(f"{facts.indicator.title} {facts.indicator.short_title}")
    ]
    return matcher(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE) if found else None
