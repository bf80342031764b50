"""Whether a statement is about the indicator at all: prose tells of much that no table has, and that must not be called false."""

from __future__ import annotations

import re
from decimal import Decimal

from papers.checks.facts import Facts, Figure, stem
from papers.checks.language.amounts import holds
from papers.checks.language.grammar import ANOTHER, ANY_VERB
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.reading import Finding, Reading
from papers.checks.statements.commonwords import common

SUBJECT_SHARE = 0.25
"""How many of a clause's telling words must be the indicator's own."""
FEW = 2
"""How many words about something else a clause may have."""
SERIAL = frozenset(("run", "rank"))
"""Kinds that are told of anything in the same words, and so of the indicator only where no word is about something else."""
SMALL = 20
MARKS = matcher(r"[#@*=]")


def is_about(reading: Reading, finding: Finding) -> bool:
    """Whether the words give reason to think that the statement is of the indicator: words of its title, or a figure of it."""
    levels = [each for each in reading.findings if each.kind == "level"]
    if finding.kind == "level" and is_misplaced(reading, finding):
        return False
    start, stop = scope(reading, finding)
    part = reading.text[start:stop]
    if finding.kind in SERIAL:
        return _is_plainly_about(reading, part, finding)
    if any(each.verdict in ("true", "rounded") and re.search(r"\d\d|\d\.\d", each.said) for each in levels):
        return True
    figure = finding.kind == "level" and is_figure(reading.facts, finding.said) and not names_other(reading, part)
    if finding.kind == "rating" or figure:
        return True
    if sum(each.verdict == "false" for each in levels) > 1 and finding.kind == "level":
        return False
    if finding.kind in NARROWED and (narrowed(reading, start, stop) or is_other(reading, part)):
        return False
    own, strange = telling(reading, part)
    return strange <= FEW or are_of_subject(own, strange)


def _is_plainly_about(reading: Reading, part: str, finding: Finding) -> bool:
    """Whether the clause has no more words about something else than of the indicator."""
    if finding.kind == "run" and "*" in part:
        return True
    start = reading.text.find(part)
    if _has_figure(reading, finding):
        return True
    if narrowed(reading, start, start + len(part)) or is_other(reading, part):
        return False
    own, strange = telling(reading, " ".join(each for each in part.split() if each not in PARAPHRASES))
    return strange <= own + (own > 0)


def _has_figure(reading: Reading, finding: Finding) -> bool:
    """Whether a figure of the indicator stands in the same main part of the sentence."""
    part = reading.part(finding)
    low, high = reading.coded.words(start := reading.text.find(part), start + len(part))
    return any(
        each.kind == "level" and each.verdict in ("true", "rounded") and low <= each.start < high and re.search(r"\d\d|\d\.\d", each.said)
        for each in reading.findings
    )


def telling(reading: Reading, clause: str) -> tuple[int, int]:
    """How many of a clause's words are the indicator's own, and how many those of something else; common words tell nothing."""
    words = [stem(each) for each in clause.split() if each[:1].isalpha() and len(each) > 2]
    known = [each in reading.facts.known_words for each in words if each not in common()]
    return sum(known), len(known) - sum(known)


def are_of_subject(own: int, strange: int) -> bool:
    """Whether enough of a clause's telling words are the indicator's own."""
    return own > 0 and own >= SUBJECT_SHARE * (own + strange)


STRETCH = matcher(r"(?<!\S)between(?: the)? @\d+ and(?: the)? @\d+")
"""What binds two figures to two periods."""


def is_misplaced(reading: Reading, finding: Finding) -> bool:
    """Whether a false number is a figure of another period, in a sentence of several figures that does not bind it to a period."""
    if STRETCH.search(reading.text):
        return False
    inside = [each for each in reading.coded.spans if each[3] > finding.start and each[2] < finding.stop]
    tokens = [reading.text[each[0] : each[1]] for each in inside if reading.text[each[0]] == "#"]
    if len(tokens) != 1 or len(reading.coded.amounts) == 1:
        return False
    amount = reading.amount(tokens[0][1:])
    figures = reading.facts.all(["actual", *(each.name for each in reading.facts.series)])
    if not any(holds(amount, each.number, each.unit) == "true" for each in figures):
        return False
    beside = _beside(reading, inside[0][0], inside[-1][1])
    if any(holds(amount, each.number, each.unit) == "true" for when in beside for each in _then(reading, when)):
        return True
    return not beside


def _beside(reading: Reading, low: int, high: int) -> list[When]:
    """The periods that stand just before or after that part of the text."""
    head, tail = reading.text[:low], reading.text[high:]
    found = (
        re.match(r"(?: (?!#|,|;|and |but )\S+){0,4}? @(\d+)", tail),
        re.search(r"@(\d+)(?: (?!#|and |but )\S+){0,4} $", head),
        re.search(r"@(\d+) $", head),
        re.search(r"@(\d+)(?: ,)? when (?:(?!#|,)\S+ ){0,5}$", head),
    )
    return [reading.coded.whens[int(each[1])] for each in found if each]


def _then(reading: Reading, when: When) -> list[Figure]:
    """Every figure of the period."""
    series = ("actual", *(each.name for each in reading.facts.series))
    return [each for name in series for each in reading.figures(when, name)]


CUT = matcher(
    rf" (?:(?:[,;:()\u2013\u2014]|but|while|whereas|although|though|because|since(?! @)|following(?! (?:the )?@)|thanks to|owing to|due to|as a result of|(?:means?|meant|meaning) that) |{ANOTHER})"
)
LEAD = matcher(r"\W*(?:in|at|for|among|amongst|across|within|on|of|with|during)(?!\S)")


def scope(reading: Reading, finding: Finding) -> tuple[int, int]:
    """From where to where the clause of the finding reaches in the coded text: with what leads into it, or with its subject before a comma."""
    inside = [each for each in reading.coded.spans if each[3] > finding.start and each[2] < finding.stop]
    low, high = (inside[0][0], inside[-1][1]) if inside else (0, len(reading.text))
    edges = [0, *(each.end() for each in CUT.finditer(reading.text)), len(reading.text)]
    starts = [each for each in edges if each <= low]
    stop = min((each.start() for each in CUT.finditer(reading.text) if each.end() >= high), default=len(reading.text))
    while len(starts) > 1 and (_leads(reading.text[starts[-2] : starts[-1]]) or is_bare(reading.text[starts[-1] : stop])):
        starts.pop()
    return starts[-1], stop


def _leads(text: str) -> bool:
    """Whether a clause only says where or when: "In Swale,"."""
    return bool(LEAD.match(text)) and "#" not in text and len(text.split()) <= 8


def is_bare(text: str) -> bool:
    """Whether a clause has no word of its own: ", at 76%,"."""
    return not any(each[:1].isalpha() and len(each) > 2 and stem(each) not in common() for each in text.split())


def is_figure(facts: Facts, said: str) -> bool:
    """Whether the words hold a number of two digits or more that the indicator has, though for another period."""
    numbers = {Decimal(each.replace(",", "")) for each in re.findall(r"\d[\d,]*\.?\d+", said)}
    return any(value.number in numbers for each in facts.observations for value in each.values.values() if value.number is not None)


PARAPHRASES = frozenset(
    re.findall(
        r"\S+",
        """
performance figure figures result results outturn rate score level levels indicator measure kpi average count number numbers share
proportion percentage total trend picture position timeliness punctuality speed take-up takeup uptake coverage compliance attainment
achievement tonnage tonnages outcomes stability occupancy completion collection volume volumes quality delivery answering it this that which we they
kent council ours wait waits
""",
    )
)
"""What officers call an indicator's result, whatever it is about."""

OTHERS = frozenset(
    re.findall(
        r"\S+",
        """
boys girls men women maths urgent emergency academies academy secondary primary special district districts respondents budget survey
compliments premium business referrals vacancies costs spend spending demand complaints enquiries lunchtime evening weekend saturday
sunday pilot trial backlog queue training recruitment retention nationally locally overtime pace gap difference distance fixed fixed-term lead margin advantage shortfall grade grades temporary
""",
    )
)
"""What an indicator's commentary speaks of beside the indicator: groups, places, causes."""
AGES = matcher(r"~another|~peak|~(?:aged?|under|over)|~\d+(?:-to)?-\d+-?year|~\d+-years?-old")
_STARTS = matcher(
    r"[,;:().]|#|@|=|\*|~|(?:a|an|the|of|our|its|their|in|for|at|on|and|but|while|with|by|to|from|among|about|that|these|those|all|some|no)$"
)


def names_other(reading: Reading, clause: str) -> bool:
    """Whether the clause names a group, an age or another thing beside the indicator."""
    known = reading.facts.known_words
    words = clause.split()
    return any((each in OTHERS or each.removesuffix("s") in OTHERS) and stem(each) not in known for each in words) or any(
        AGES.match(each) and not _aged(reading, each) for each in words
    )


def is_other(reading: Reading, clause: str) -> bool:
    """Whether the clause speaks of a part of what the indicator is about, or of something else altogether."""
    known = reading.facts.known_words
    words = clause.split()
    if names_other(reading, clause) or _counts_other(clause, known):
        return True
    return any(_is_named(each, known) and _is_narrowing(words, at, known) for at, each in enumerate(words))


OF_WHAT = matcher(
    r"(?<!\S)(?:(?:numbers?|proportion|percentage|share|rate|level|levels|costs?|volumes?|amount|count|totals?) of|satisfaction with)((?: (?:[a-z][\w'-]*|~\S+)){1,5})"
)
VERBS = matcher(rf"(?<!\S)(?:{ANY_VERB}|is|are|was|were|has|have|had|being|by|in|at|on|to|from|for|who|that|which|and|with)(?!\S)")


def _counts_other(clause: str, known: frozenset[str]) -> bool:
    """Whether the clause gives the number of something that no title has: "the number of visits to partner sites"."""
    for found in OF_WHAT.finditer(clause):
        words = [each for each in VERBS.split(found[1])[0].split() if each.isalpha() and len(each) > 2 and stem(each) not in common()]
        if words and not any(stem(each) in known for each in words):
            return True
    return False


def speaks(reading: Reading, words: str) -> bool:
    """Whether the words are about the indicator: they name it, or nothing else."""
    if is_other(reading, words):
        return False
    tokens = words.split()
    known = reading.facts.known_words
    if any(each[:1] in "=@" or _is_own_number(reading, each) or each in PARAPHRASES or stem(each) in known for each in tokens):
        return True
    return not any(each[:1].isalpha() and len(each) > 2 and stem(each) not in common() for each in tokens)


def _is_own_number(reading: Reading, token: str) -> bool:
    """Whether the token is a number that the indicator may have, no small count of something else."""
    if not re.fullmatch(r"#\d+", token):
        return False
    amount = reading.amount(token[1:])
    return not (amount.word and amount.unit in ("", "quarter", "month", "year", "term")) and (amount.unit != "" or amount.plain >= SMALL)


def _aged(reading: Reading, token: str) -> bool:
    """Whether the indicator's own title gives that age."""
    numbers = re.findall(r"\d+", token)
    return bool(numbers) and all(each in reading.facts.indicator.title for each in numbers)


def _is_named(word: str, known: frozenset[str]) -> bool:
    return stem(word) in known or (word in PARAPHRASES and len(word) > 4)


def _is_narrowing(words: list[str], at: int, known: frozenset[str]) -> bool:
    """Whether a strange word before the noun makes it a part: "emergency repairs", "lunchtime performance"."""
    run = at
    while run > 0 and words[run - 1][:1].isalpha() and stem(words[run - 1]) not in common() | known and not _STARTS.match(words[run - 1]):
        run -= 1
    if run == at or words[at - 1].endswith(("ly", "ed", "ing", "'s", "s")):
        return False
    return run == 0 or bool(_STARTS.match(words[run - 1]))


NARROWED = ("level", "change", "direction", "ratio", "rank", "run")
PHRASE = matcher(r"(?<!\S)(?:in|about|among|for|at|from)(?: the| a| an| our| some| #\d+)* ([a-z][\w-]{3,})")
NAME = matcher(r"(?<=[a-z,] )(?:The |the )?([A-Z][a-z]{2,})")


def narrowed(reading: Reading, start: int, stop: int) -> bool:
    """Whether that part of the text tells of a place, group or time that the indicator does not."""
    known = reading.facts.known_words | common()
    phrases = [found[1] for found in PHRASE.finditer(reading.text[start:stop])]
    low, high = reading.coded.words(start, stop)
    names = [found[1] for found in NAME.finditer(reading.coded.sentence[low:high])]
    return any(stem(each) not in known for each in phrases) or any(stem(each) not in known | SECTION_NAMES for each in names)


SECTION_NAMES = frozenset(
    stem(each) for each in ("Contact", "Point", "Ofsted", "Good", "Outstanding", "Kent", "Key", "Stage", "Performance")
)
"""Names that sentences about the figures of a whole council hold."""


FINITE = frozenset(("is", "are", "was", "were", "has", "have", "had"))
"""Verbs that no row of a table has."""


def is_table(reading: Reading) -> bool:
    """Whether the text is a row of figures or ratings, not a sentence."""
    tokens = reading.text.split()
    marks = sum(bool(MARKS.match(each)) for each in tokens)
    return (marks >= 5 and marks > 0.4 * len(tokens) and not FINITE & set(tokens)) or bool(re.search(r"\*\w+ \*\w+", reading.text))
