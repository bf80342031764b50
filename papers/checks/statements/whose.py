"""Whose direction a word tells: the indicator's, or that of something else that the clause tells of."""

from __future__ import annotations

import re

from papers.checks.facts import stem
from papers.checks.language.grammar import ANOTHER, ANY_VERB
from papers.checks.language.matching import matcher
from papers.checks.reading import PARTS, Reading
from papers.checks.statements.aboutness import PARAPHRASES, speaks
from papers.checks.statements.claiming import PART, in_group
from papers.checks.statements.commonwords import common
from papers.checks.statements.sides import EVERY

FOLLOWS = matcher(
    r"^(?: |$)(?:$|[,.;:()@#\u2013-]|(?:by|from|to|in|since|on|over|during|for|at|and|but|compared|than|this|last|each|every|again|slightly|further|sharply|steadily|significantly|markedly|considerably"
    r"|marginally|a little|overall|with|as|when|between|after|while|relative|against|quarter|year|month|across|throughout|substantially|slowly|once|back|well|still|both|only|yet|despite|because|back|away|off|a touch|a shade|a fraction|somewhat|dramatically|rapidly|gently|gradually|appreciably|modestly|noticeably|fractionally|a bit|in total|until|so|which|leaving|taking|making|bringing|then|before|one|where|there|thanks|ahead|even|too|very|quite|rather|now|outside|inside)(?!\S))"
)

PART_OF = matcher(r"#\d+ (?:of (?:the|these|those|our|all)|more|such) (?:\S+ ){1,3}$")
"""A number of things as the subject: "500 of these jobs fell in June" tells when they came, not which way the number went."""
COUNTED = matcher(r"(?:#\d+|several|some|few|both|many|successive|consecutive) (?:[a-z]+ )?$")
"""Before a direction in the plural, what counts such steps: "after two rises"."""
GERUND = matcher(r" (?:the|this|that|these|those|our|its|their)(?!\S)")
"""What follows a gerund that has an object, and says nothing of what became of it: "narrowing this gap"."""
TO_WHOM = matcher(
    r" (?:down |up )?to (?:(?:all|most|several|some|many|every|each|other)(?!\S)|#(?P<n>\d+) (?![,.;:)(@]|in |at |by |for |on |from |and |but )[a-z])"
)
"""What follows a word of direction that tells how far something reaches, or to what it comes: "has grown to all districts", "comes down to one family"."""
NO_VERB = matcher(
    r"^$|(?:^|(?<!\S))(?:[,;:(]|is|are|was|were|be|been|being|of|by|from|with|the|a|an|no|these|those|such|most|some|many|all|few|through|despite|after|because of"
    r"|mainly|mostly|largely|chiefly|mere|including|for|about|such as|like|and|#\d+|[a-z]+al|[a-z]+ous) $"
)
"""Before a word that ends in s, what tells that it is a noun: "most of it was slips"."""
ONLY = matcher(r"(?<!\S)(?:only|one|ones|few|some|many|none)(?: (?!,|;)\S+){0,3} (?:that|which|who)(?: (?!,|;)\S+){0,2} $")
"""Of which of several it is told: "the only service that grew"."""
AMONG = matcher(r"(?<!\S)among(?:st)? (?:(?!,|;|#)\S+ )+, (?:(?!,|;|#)\S+ ){0,4}$")
"""What says of whom it is told: "among those who used it, scores went up"."""
ANEW = matcher(rf"{PARTS.pattern}| and (?=(?:the|a|an|our|its|\S+'s) )")
"""Where another statement may begin."""
BEGINS = matcher(r"(?<!\S)(?:as|because|when|where|while|since|so|though|although|whereas|if|whether|what|why|how|even)(?!\S)")
"""Words with which another clause begins, with a subject of its own."""
WHICH = matcher(r" (?:,|;|\() (?:which|who|that|whose)(?!\S)")
"""What refers to the words before a mark."""
NUMBER_OF = matcher(
    r"(?<!\S)(?:numbers?|volumes?|cost|costs|price|prices) of (?:the |our |its |all )?([a-z][\w'-]+)(?: (?:and|or) ([a-z][\w'-]+))?(?!\S)"
)
"""What is counted."""
AMOUNTS = matcher(r"(?<!\S)(?:volumes?|tonnages?|amounts?|demand|workload|costs?)(?!\S)")
"""What a percentage does not tell of."""


CASES_ALONE = matcher(
    r"\W*(?:(?:and|but|while|though|although|as|the|total|all|even) )*(?!this|its|results|figures|calls answered)[a-z]+s(?: (?:themselves|have|had|also|again|too|still))* "
)
"""Cases without what is counted of them: "contacts themselves rose" says nothing of a percentage."""


PLACES = matcher(
    r"(?<!\S)(?:nationally|regionally|elsewhere|(?:across|throughout|in|over) (?:the (?:country|region|nation|south east|south)|england|other (?:counties|councils|authorities|areas|places))"
    r"|(?:most|many|other) (?:counties|councils|authorities))(?!\S)"
)
"""Where something may be so that is not told of the indicator."""
LIKENED = matcher(r"(?<!\S)(?:than|as|like|unlike|with|against|to|too|also|contrary)(?!\S)")
"""Words by which a place is set beside the indicator's own."""
NATIONALLY = matcher(r"\W*=comparator(?: ,)? (?:the|a|an|this|these|more|fewer|less|most|numbers|rates|results|it)(?!\S)")
SEGMENT = matcher(rf"{PARTS.pattern}| (?:and|,|\(|\)) ")
"""What parts the smallest statements."""


def is_elsewhere(reading: Reading, at: int) -> bool:
    """Whether it is told there of the country, the region or other councils, not of the indicator."""
    text = reading.text
    start = max((each.end() for each in SEGMENT.finditer(text, 0, at + 1) if each.end() <= at), default=0)
    stop = min((each.start() for each in SEGMENT.finditer(text, at)), default=len(text))
    part = text[start:stop]
    place = PLACES.search(part)
    return bool(NATIONALLY.match(part)) or bool(
        place and not LIKENED.search(part[: place.start()]) and not LIKENED.match(part[place.end() + 1 :])
    )


def is_of_others(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the word tells of no one step: of each result, of when it was last so, of what came after a period, of a part."""
    head = re.split(r" (?:[,;:(]|after|following|despite|before) ", reading.text[: found.start()])[-1]
    return bool(
        EVERY.search(head)
        or PART_OF.search(head)
        or (found[0].endswith("s") and COUNTED.search(head))
        or re.search(r"(?<!\S)(?:last|ever|first) $", head)
        or ONLY.search(head)
        or AMONG.search(reading.text[: found.start()])
        or is_elsewhere(reading, found.start())
        or re.match(r"(?: (?!,|;|and )\S+){0,4} after (?:the )?@", reading.text[found.end() :])
    )


def tells(reading: Reading, found: re.Match[str], tail: str, *, noun: bool) -> bool:
    """Whether the indicator is the subject of the verb, and nothing its object."""
    gerund = found[0].endswith("ing") and GERUND.match(tail)
    if gerund or (noun and _is_compound(tail)) or not (noun or (FOLLOWS.match(tail) and _is_verb(reading, found, tail))):
        return False
    clause_at = max((reading.text.rfind(f" {mark} ", 0, found.start()) for mark in ",;:("), default=-1)
    head = reading.text[clause_at + 1 : found.start()]
    if reading.facts.unit == "percent" and AMOUNTS.search(head):
        return False
    if reading.facts.unit == "percent" and not noun and CASES_ALONE.fullmatch(head) and not re.match(r"(?: (?!,|;)\S+){0,5} #", tail):
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
        head = ANEW.split(reading.text[: found.start()])[-1]
    return not in_group(reading, found.start()) and speaks(reading, head) and _is_own(reading, found.start(), head)


def _is_compound(tail: str) -> bool:
    """Whether a noun of direction only describes another noun: "an improvement adviser"."""
    if re.match(r" (?:adviser|officer|team|agent|contractor|worker|colleague)s?(?!\S)", tail):
        return True
    word = re.match(r" ([a-z]{4,})(?!\S)", tail)
    return bool(word) and not word[1].endswith(("ed", "en")) and stem(word[1]) not in common()  # type: ignore[index]


def _is_verb(reading: Reading, found: re.Match[str], tail: str) -> bool:
    """Whether the word says what became of a figure: no noun in the plural, nor how far something reaches."""
    if found[0].endswith("s") and NO_VERB.search(reading.text[: found.start()]):
        return False
    to = TO_WHOM.match(tail)
    return not to or bool(to["n"] and not reading.amount(to["n"]).word)


LEADING = matcher(
    r"(?:(?:and|but|while|though|although|whereas|the|a|an|our|its|these|those|this|that|all|both|more|fewer|less|even|also|as|because|when|so|since|where|then|still|again) )*"
)
ENDS = matcher(
    rf"(?<!\S)(?:of|in|at|for|from|across|about|by|with|to|within|during|on|over|between|under|who|that|which|{ANY_VERB}|is|are|was|were|has|have|had|been|being|@\d+|=\w+|#\d+|\*\w+|~\S+|[,;:()])(?!\S)"
)
"""What ends the noun that a clause begins with."""


WHO = matcher(r"(?<!\S)([a-z][\w'-]*) (?:that|who|which) (?:(?!,|;)\S+ ){0,3}$")
"""A relative clause, which tells of those named before it alone: "schools that fell below the floor"."""


def of_somebody(reading: Reading, at: int) -> bool:
    """Whether what is told there is told of somebody or something that a statement before, or a noun just before, names beside the indicator."""
    head = reading.text[:at]
    if (who := WHO.search(head)) and (who[1] == "those" or stem(who[1]) not in common()) and who[1] not in PARAPHRASES:
        return True
    return bool(PARTS.search(head)) and is_anothers(reading, re.split(r" (?:[,;:()]|but|while|whereas|although|though|and) ", head)[-1])


CASES = frozenset(
    [
        "hours",
        "visits",
        "packages",
        "requests",
        "referrals",
        "applications",
        "posts",
        "vacancies",
        "budgets",
        "fees",
        "prices",
        "teams",
        "caseloads",
        "costs",
        "complaints",
        "enquiries",
        "incidents",
    ]
)
"""What services count beside the indicator: with a word of its own before it, it is still another number."""


def is_anothers(reading: Reading, words: str, *, strictly: bool = False) -> bool:
    """Whether a clause begins with a noun that is none of the indicator's: "home care hours"; `strictly`, also with a part of it: "abandoned calls"."""
    words = words.strip(" ,;:()")
    words = words[LEADING.match(words).end() :]  # type: ignore[union-attr]
    nouns = ENDS.split(words, maxsplit=1)[0].split()
    if not nouns or not nouns[-1].isalpha():
        return False
    if nouns[-1] in CASES:
        return stem(nouns[-1]) not in reading.facts.words | reading.facts.known_words
    known = reading.facts.known_words | common()
    if strictly and len(nouns) > 1 and stem(nouns[0]) not in known and not nouns[0].endswith(("ly", "'s", "ing")):
        return True
    return (
        nouns[-1] not in PARAPHRASES and stem(nouns[-1]) not in known and not any(stem(each) in reading.facts.known_words for each in nouns)
    )


SECOND = matcher(
    rf"(?<!\S){ANOTHER}(?!(?:it|this|that|they|these|those|we|ours|the|has|have|had|is|are|was|were|also|then|again|now|still)(?!\S))"
)
"""With what a second statement of a clause begins that has a noun of its own."""


def _is_own(reading: Reading, at: int, head: str) -> bool:
    """Whether the subject nearest before the word is the indicator, not that of a clause within the clause or of what "which" refers to."""
    if is_anothers(reading, head, strictly=bool(PARTS.search(reading.text[:at]))):
        return False
    second = [*SECOND.finditer(head)]
    if second and is_anothers(reading, head[second[-1].end() :], strictly=True):
        return False
    last = [*BEGINS.finditer(head)]
    inner = head[last[-1].end() :] if last else ""
    if last and last[-1][0] == "where" and not re.search(r"@\d+(?: ,)? $", reading.text[: at - len(head)]):
        return False
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
