"""What a number of a sentence says: a level, a change with its way, a share; and what it is said of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from papers.checks.facts import stem
from papers.checks.language.grammar import DOWN_NOUN, DOWN_VERB, UP_NOUN, UP_VERB
from papers.checks.language.matching import matcher
from papers.checks.reading import UNIT_WORDS
from papers.checks.rows.scene import Group, Scene, alike

MORE = r"more|higher|greater|larger|bigger|up|extra|additional|further|heavier|longer|busier|above|ahead|better off"
LESS = r"fewer|less|lower|smaller|down|shorter|lighter|below|behind|quieter|short"
UP = rf"{UP_VERB}|{UP_NOUN}|{MORE}|rise|increase|grow|added|gained|put on|won|outstripp\w+|exceed\w*|outnumber\w*|overtook|overtaken|passed|beat|surpass\w*"
DOWN = rf"{DOWN_VERB}|{DOWN_NOUN}|{LESS}|fall|drop|shed|trail\w*|lagg?\w*|undershot"
FLAT = r"difference|gap|margin|change|distance|apart"
WAY = matcher(rf"(?<!\S)(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<flat>{FLAT}))(?!\S)")
SMALL_WORDS = r"(?:(?:a|an|some|just|only|about|the|its|their|further|another|around|roughly|exactly|nearly|almost|well|over|under|full|now|still|then|currently|@\d+) )*"
CHANGE_BEFORE = matcher(
    rf"(?<!\S)(?:(?P<by>by)|(?P<straight>up|down|shed|lost|gained|added|put on|another|won|an extra|an additional|a further)|(?:{UP_NOUN}|{DOWN_NOUN}|increase|{FLAT}|rise|drop|fall)(?: (?!and |but |or |from |to )[a-z]+){{0,4}}?(?: ,)?(?: of| is| was| to| comes to| came to)) {SMALL_WORDS}$"
)
PLAIN_WORD = r"(?!(?:and|or|but|of|in|to|from|is|was|are|were|at|for|on|by|with|that|which|who|came|per|has|have|had)(?!\S))[a-z'\u2019-]+"
CHANGE_AFTER = matcher(
    rf"(?!(?: \S+){{0,3}} (?:breaks?|broke|boils?|settles?) down )(?:(?: ,)? or #\d+(?: ,)?)?(?: (?!an? ){PLAIN_WORD}){{0,3}}? (?:(?P<up>{MORE}|rise|increase|jump|gain)|(?P<down>{LESS}|fall|drop|decrease|reduction|cut|decline)|(?P<flat>{FLAT}))(?!\S)(?! to #)"
)
BASE = matcher(rf"(?<!\S)(?P<word>from|against|than|after|versus|with|to|on|having been|was|were|had been|above|below) {SMALL_WORDS}$")
STRANGE = matcher(
    r"(?: (?!#|,|;)\S+){0,4}? (?:(?:for|to) (?:every|each)|per)(?!\S)| (?:[a-z]\S* )?(?:more|fewer|less|higher|lower) than #| (?:other )?(?:services|areas|lines|categories|libraries|branches|groups|questions|measures|results)(?= (?!of )\S)"
    r"|(?: (?!#|,|;|\.)\S+){0,3}? (?:of (?:whom|which|them|these|those)(?! (?:(?:were|came|being|taken|made) )?(?:from|in|between|during) @)|whose|who)(?!\S)|(?: (?!#|,)\S+){0,2} from (?:other|outside|elsewhere|another)(?!\S)| call[- ]back| (?:\S+ )?(?:a|per|each|every) (?:day|week|month|night|quarter|year)(?!\S)| (?:\S+ )?(?:times|years?|months|weeks|pages|places|quarters|periods|others?)(?!\S)"
)
"""After a number that tells of a part, of how many come to one, of rows, or of time."""
EACH = matcher(r"(?: (?!#|,|;)\S+){0,3} (?:each|apiece)(?!\S)")
SEVERAL = matcher(
    r"(?:#\d+|several|some|all|both)(?: (?!#|,|;)\S+){0,2}? (?:services|lines|areas|libraries|branches|groups|of them|of these)(?: (?!#|,|;)\S+){0,5} $"
)
"""Before a number that each of several rows has: "three services took more than 17,000 calls each"."""
STEP = rf"(?:{UP_NOUN}|{DOWN_NOUN}|{FLAT}|increase|rise|drop|fall|shortfall|surplus|extra|improvement|saving)s?"
OF_STEP = matcher(rf" of (?:the|this|that|these|our|its|their|all)(?: #\d+)?(?: (?!of |in )[a-z]+){{0,2}}? {STEP}(?!\S)")
"""After a share of a change: "a third of the fall in calls"."""
ADDS = matcher(r"(?<!\S)(?:add|adds|added|adding|make|makes|making|bring|brings|brought) (?:a |another |some )?$")
STEP_BASE = matcher(rf"(?<!\S){STEP} (?:than|as|on|over|against)(?: (?:the|that|those|in|of|a))* $")
"""Before another change, with which one is compared: "a slower fall than the 683 between March and June"."""
OF_ALL = matcher(rf" of (?:the|this|that|these|those) (?P<step>(?:[a-z]+ )?{STEP} of )?$")
Kind = Literal["level", "change", "share", "other"]


@dataclass(frozen=True, slots=True)
class Role:
    """What a number says, by the words at it."""

    kind: Kind
    way: int = 0
    """Of a change: 1 for more, -1 for less, 0 where it is not said."""
    base: bool = False
    """Whether it is what something else is compared with."""
    than: int = -1
    """Where the words stand after which something is named to compare with; -1 where there are none."""
    beside: bool = False
    """Whether what it is compared with may follow at once: "above", "behind"."""


def role_of(scene: Scene, number: int) -> Role:
    """The role of the number, by the words before and after it."""
    start, stop = scene.coded.of_number(number)
    head, tail = _head(scene.text[:start]), scene.text[stop:]
    amount = scene.coded.amounts[number]
    if amount.unit == "share" and re.search(r"#\d+ $", scene.text[:start]):
        return Role("other")
    if (
        OF_STEP.match(tail)
        or STEP_BASE.search(head)
        or (ADDS.search(head) and re.match(r" more(?! than)", tail))
        or _is_of_all(scene.text[:start], tail)
    ):
        return Role("other")
    if after := CHANGE_AFTER.match(tail):
        way = 1 if after["up"] else -1 if after["down"] else 0
        return Role("change", way, than=stop + after.end(), beside=after[0].split()[-1] in ("above", "below", "behind", "ahead", "short"))
    if before := CHANGE_BEFORE.search(head):
        if before["straight"] == "up" and re.search(r"up to $", head):
            return Role("level")
        if before["straight"] == "lost" and _is_counted_lost(scene, number):
            return Role("level")
        if before["by"] and (not WAY.search(scene.text[:start]) or LISTED.search(scene.text[:start])):
            return Role("other")
        return Role("change", _way(scene, start), than=stop)
    if (said := _carried(scene, number)) is not None:
        return said
    listed = "respectively" not in scene.text and LISTED.search(scene.text[:start])
    if listed and role_of(scene, number - 1).kind == "change":
        return Role("other")
    base = BASE.search(head)
    kind: Kind = "share" if amount.unit in ("%", "share") else "level"
    return Role(kind, base=base is not None and base["word"] != "to")


def _is_counted_lost(scene: Scene, number: int) -> bool:
    """Whether what is lost is what an indicator counts, such as days: then the number is its figure, no change."""
    said = {stem(each) for each in counted(scene, number)}
    return any(stem("lost") in each.facts.words and said <= each.facts.words for each in scene.candidates)


def _is_of_all(head: str, tail: str) -> bool:
    """Whether the number is a change of which a part is told: "24 thousand of the 42 thousand fewer", "part of the fall of 42 thousand"."""
    found = OF_ALL.search(head)
    return found is not None and (bool(found["step"]) or CHANGE_AFTER.match(tail) is not None)


def _carried(scene: Scene, number: int) -> Role | None:
    """The role of the change before it, where the number tells the same in percent, or since another time."""
    if not number:
        return None
    start, stop = scene.coded.of_number(number)
    between = scene.text[scene.coded.of_number(number - 1)[1] : start]
    same = scene.coded.amounts[number].unit in ("%", "share") and EQUAL.fullmatch(between)
    same = same or (
        scene.coded.amounts[number].unit == "%"
        and scene.coded.amounts[number - 1].unit not in ("%", "points")
        and ASIDE.fullmatch(between)
        and re.match(r" (?:,|\.|;|\)|$)", scene.text[stop:])
    )
    since = AND_BY.fullmatch(between) or (AND_ON.fullmatch(between) and ON.match(scene.text[stop:]))
    said = role_of(scene, number - 1) if same or since else None
    if same and said and said.kind != "change" and number > 1 and LED_TO.search(scene.text[: scene.coded.of_number(number - 1)[0]]):
        said = role_of(scene, number - 2)
    if said is None or said.kind != "change":
        return None
    return said if same else replace(said, than=stop)


def _head(text: str) -> str:
    return text[max((text.rfind(mark) for mark in ("#", " ; ")), default=-1) + 1 :]


def _way(scene: Scene, start: int) -> int:
    """The way of the last word of a direction before that place; that of the clause before where its own has none."""
    found = list(WAY.finditer(scene.text[:start]))
    told = [each for each in found if not each["flat"]] or found
    return 0 if not told or (found[-1]["flat"]) else 1 if told[-1]["up"] else -1


LISTED = matcher(r"#\d+ (?:and|,|, and) $| than (?:(?!#|,|;)\S+ )*#\d+ and(?: (?!#|@)\S+){1,3} by $")
"""Between a change and another one like it: "by 93 and 748", "busier online than another by 25 thousand and in person by 13"."""
AND_ON = matcher(r" (?:on|since|from|than|over|in|during|within)(?: (?!#|;)\S+){1,5} and (?:(?:some|about|just) )*")
ON = matcher(r" (?:on|since|from|than|over|compared)(?!\S)")
AND_BY = matcher(r"(?: (?!#|;)\S+){0,8}? (?:and|,|and then) (?:by|of|a) (?:(?:about|some|just|only) )*")
"""Between two changes of one thing: "a rise of 5.6% on June and of 16% on last September"."""
LED_TO = matcher(r"#\d+(?: (?!#|;|,)\S+){0,4}? to $")
"""Before the figure that a change led to: "rose by 1,650 to 26,280, or 7%"."""
EQUAL = matcher(
    r"(?: (?!#|;|but |and |while )\S+){0,9}? (?:or|amounts? to|amounting to|equal to|equals|equivalent to|\(|representing|that is|which is)(?: (?:a|an|about|some|just|only|well|fall|rise|drop|increase|decrease|of))* "
)
"""Between a change and the same in percent."""
ASIDE = matcher(r"(?: (?!#|;|but |and |while )\S+){0,9}? , ")
"""Between a change and the same in percent, set aside by commas: "rose by 1,650 on last year, 7%,"."""
COUNTED_MORE = matcher(r" (?:more|fewer|less|additional|extra|further)(?= (?!than)[a-z])")
NOUN = matcher(rf"(?: {PLAIN_WORD}){{1,5}}")
ENDS = matcher(
    rf"{UP}|{DOWN}|{FLAT}|between|over|against|compared|than|since|after|before|under|during|across|while|whereas|although|though|because|when|where|as|so|this|these"
)
"""Words that no name of what is counted goes on after."""
IDLE = matcher(
    r"(?:a|the|more|fewer|less|higher|lower|up|down|above|below|larger|smaller|bigger|heavier|short|ahead|behind|extra|additional|further|in|all|altogether|so|far|this|last|year|quarter|during|between|over|against|compared|than|respectively"
    r"|now|then|together|while|whereas|as|again|since|after|before|under|out|also|each|only|just|though|although|because|where|when|making|apiece|both|overall|combined|staff|members|numbers?|cases|total|points?|percentage|across|went|going|having|being|taken|received|made|handled|recorded|reported|adding|using|did|do|does|led|leading|resulted|resulting|ended|ending|became|turned)$"
)
"""Words after a number that are no name of what it counts."""


def is_strange(scene: Scene, number: int, group: Group) -> bool:
    """Whether the number counts something that the group's rows do not."""
    start, stop = scene.coded.of_number(number)
    tail = scene.text[stop:]
    share = scene.coded.amounts[number].unit in ("%", "share")
    if EACH.match(tail) and SEVERAL.search(scene.text[:start]):
        return True
    if (STRANGE.match(tail) and not (share and re.match(r" of (?:them|these|those)(?!\S)", tail))) or re.search(
        r"(?<!\S)(?:\u00a3|last|first|next|past|previous) $", scene.text[:start]
    ):
        return True
    said = counted(scene, number)
    return bool(said) and not names_any(said, group)


def counted(scene: Scene, number: int) -> list[str]:
    """The words for what the number counts: those after it, up to the first that no name goes on after."""
    tail = scene.text[scene.coded.of_number(number)[1] :]
    more = COUNTED_MORE.match(tail)
    found = NOUN.match(tail[more.end() :] if more else tail)
    words = itertools.takewhile(lambda each: not ENDS.fullmatch(each), found[0].split() if found else [])
    return [each for each in words if not IDLE.match(each)]


def names_any(said: Sequence[str], group: Group) -> bool:
    """Whether one of the words is of what the group's rows count."""
    known, names = known_words(group), _titles(group)
    return any(stem(each) in known and _names(each, names) for each in said)


def _titles(group: Group) -> frozenset[str]:
    """The words of what the group's rows and their tables are called."""
    found = (f"{each.facts.indicator.title} {each.facts.indicator.group}" for mention in group.mentions for each in mention.candidates)
    return frozenset(word for title in found for word in re.findall(r"[a-z]+", title.lower()))


def _names(word: str, names: frozenset[str]) -> bool:
    """Whether the word is one of those, not one that only begins like it."""
    same = [each for each in names if stem(each) == stem(word)]
    return not same or any(alike(word, each) for each in same)


def known_words(group: Group) -> frozenset[str]:
    """The stems of the words for what the group's rows count."""
    found: set[str] = set()
    for mention in group.mentions:
        found |= mention.words
        for each in mention.candidates:
            indicator = each.facts.indicator
            words = f"{indicator.title} {indicator.unit} {indicator.group} {indicator.basis} {' '.join(UNIT_WORDS.get(indicator.unit, ()))}"
            found |= each.words | each.around | {stem(word) for word in words.split()}
    return frozenset(found)


def people_of(scene: Scene, number: int) -> str:
    """Of a rate: of how many it is said to be, "per 10000"; "" of other numbers."""
    _, stop = scene.coded.of_number(number)
    found = re.match(r"(?: (?!#)\S+){0,2}? ~\D*((?:\d+-)*\d+)(?!\S)", scene.text[stop:])
    return "per " + found[1].replace("-", "") if found and "000" in found[1] else ""
