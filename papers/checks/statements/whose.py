"""Whose direction a word tells: the indicator's, or that of something else that the clause tells of."""

from __future__ import annotations

import re

from papers.checks.facts import stem
from papers.checks.reading import PARTS, Reading
from papers.checks.statements.aboutness import common, speaks
from papers.checks.statements.claiming import PART, in_group
from papers.checks.statements.sides import EVERY

FOLLOWS = re.compile(
    r"^(?: |$)(?:$|[,.;:()@#\u2013-]|(?:by|from|to|in|since|on|over|during|for|at|and|but|compared|than|this|last|each|every|again|slightly|further|sharply|steadily|significantly|markedly|considerably"
    r"|marginally|a little|overall|with|as|when|between|after|while|relative|against|quarter|year|month|across|throughout|substantially|slowly|once|back|well|still|both|only|yet|despite|because|back|away|off|a touch|a shade|a fraction|somewhat|dramatically|rapidly|gently|gradually|appreciably|modestly|noticeably|fractionally|a bit|in total|until|so|which|leaving|taking|making|bringing|then|before|one|where|there|thanks|ahead|even|too|very|quite|rather|now|outside|inside)(?!\S))"
)

PART_OF = re.compile(r"#\d+ (?:of (?:the|these|those|our|all)|more|such) (?:\S+ ){1,3}$")
"""A number of things as the subject: "500 of these jobs fell in June" tells when they came, not which way the number went."""
COUNTED = re.compile(r"(?:#\d+|several|some|few|both|many|successive|consecutive) (?:[a-z]+ )?$")
"""Before a direction in the plural, what counts such steps: "after two rises"."""
GERUND = re.compile(r" (?:the|this|that|these|those|our|its|their)(?!\S)")
"""What follows a gerund that has an object, and says nothing of what became of it: "narrowing this gap"."""
TO_WHOM = re.compile(
    r" (?:down |up )?to (?:(?:all|most|several|some|many|every|each|other)(?!\S)|#(?P<n>\d+) (?![,.;:)(@]|in |at |by |for |on |from |and |but )[a-z])"
)
"""What follows a word of direction that tells how far something reaches, or to what it comes: "has grown to all districts", "comes down to one family"."""
NO_VERB = re.compile(
    r"(?<!\S)(?:is|are|was|were|be|been|being|of|by|from|with|the|a|an|no|these|those|such|most|some|many|all|few|through|despite|after|because of) $"
)
"""Before a word that ends in s, what tells that it is a noun: "most of it was slips"."""
BEGINS = re.compile(r"(?<!\S)(?:as|because|when|where|while|since|so|though|although|whereas|if|whether|what|why|how|even)(?!\S)")
"""Words with which another clause begins, with a subject of its own."""
WHICH = re.compile(r" (?:,|;|\() (?:which|who|that|whose)(?!\S)")
"""What refers to the words before a mark."""
NUMBER_OF = re.compile(
    r"(?<!\S)(?:numbers?|volumes?|cost|costs|price|prices) of (?:the |our |its |all )?([a-z][\w'-]+)(?: (?:and|or) ([a-z][\w'-]+))?(?!\S)"
)
"""What is counted."""
AMOUNTS = re.compile(r"(?<!\S)(?:volumes?|tonnages?|amounts?|demand|workload|costs?)(?!\S)")
"""What a percentage does not tell of."""


def is_of_others(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the word tells of no one step: of each result, of when it was last so, of what came after a period, of a part."""
    head = re.split(r" (?:[,;:(]|after|following|despite|before) ", reading.text[: found.start()])[-1]
    return bool(
        EVERY.search(head)
        or PART_OF.search(head)
        or (found[0].endswith("s") and COUNTED.search(head))
        or re.search(r"(?<!\S)(?:last|ever|first) $", head)
        or re.match(r"(?: (?!,|;|and )\S+){0,4} after (?:the )?@", reading.text[found.end() :])
    )


def tells(reading: Reading, found: re.Match[str], tail: str, *, noun: bool) -> bool:
    """Whether the indicator is the subject of the verb, and nothing its object."""
    gerund = found[0].endswith("ing") and GERUND.match(tail)
    if gerund or not (noun or (FOLLOWS.match(tail) and _is_verb(reading, found, tail))):
        return False
    clause_at = max((reading.text.rfind(f" {mark} ", 0, found.start()) for mark in ",;:("), default=-1)
    head = reading.text[clause_at + 1 : found.start()]
    if reading.facts.unit == "percent" and AMOUNTS.search(head):
        return False
    if re.search(r"(?<!\S)to $", head) or PART.search(re.sub(r"(?<!\S)(?:not|never|without|rather)(?!\S)", " ", head)):
        return False
    if noun:
        about = re.match(r" (?:in|of)(?: the)? (?:(?!@)\S+ ?){1,6}", tail)
        if about:
            told = [each for each in about[0].split()[1:] if each.isalpha() and stem(each) not in common()]
            return not told or 2 * sum(reading.names_subject(each) for each in told) >= len(told)
        return speaks(reading, head)
    if len(head.split()) <= 1 and clause_at > 0:
        head = PARTS.split(reading.text[: found.start()])[-1]
    return not in_group(reading, found.start()) and speaks(reading, head) and _is_own(reading, found.start(), head)


def _is_verb(reading: Reading, found: re.Match[str], tail: str) -> bool:
    """Whether the word says what became of a figure: no noun in the plural, nor how far something reaches."""
    if found[0].endswith("s") and NO_VERB.search(reading.text[: found.start()]):
        return False
    to = TO_WHOM.match(tail)
    return not to or bool(to["n"] and not reading.amount(to["n"]).word)


def _is_own(reading: Reading, at: int, head: str) -> bool:
    """Whether the subject nearest before the word is the indicator, not that of a clause within the clause or of what "which" refers to."""
    last = [*BEGINS.finditer(head)]
    inner = head[last[-1].end() :] if last else ""
    if inner and not speaks(reading, inner):
        return False
    if any(
        each and not reading.names_subject(each) for found in NUMBER_OF.finditer(head) for each in (" ".join(filter(None, found.groups())),)
    ):
        return False
    which = [*WHICH.finditer(reading.text[:at])]
    if which and reading.text[which[-1].start() : at].endswith(head):
        before = re.split(r" [,;:(] ", reading.text[: which[-1].start()])[-1]
        return speaks(reading, before)
    return True
