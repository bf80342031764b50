"""Numbers that may be of things that no row has: of another team, a part of what is named, a step further back, rows in their order."""

from __future__ import annotations

import itertools
import re

from papers.checks.facts import stem
from papers.checks.language.matching import matcher
from papers.checks.language.quantities import holds_share
from papers.checks.naming import is_column
from papers.checks.rows.explaining import says, steps
from papers.checks.rows.roles import Role, counted, known_words, names_any, role_of
from papers.checks.rows.scene import Group, Scene

PLAIN = matcher(
    r"we|our|the|an?|in|of|at|to|for|and|with|by|from|on|as|over|under|during|than|about|after|against|between|there|it|its|they|this|that|these|which|so|but|while|though"
    r"|w(?:as|ere)|is|are|ha(?:s|ve|d|ving)|be(?:en|ing)?|just|some|nearly|almost|only|around|roughly|well|exactly|still|also|now|again|then|up|down|more|fewer|less|low|high|another|further|alone"
    r"|recei\w+|t(?:ook|aken|aking|ake)|handl\w+|answer\w+|dealt|made|came|come|saw|seen|record\w+|got|rose|fell|gr[eo]w\w*|went|increas\w+|drop\w+|total\w*|all|altogether|together|overall"
    r"|them|those|whom|such|cases|every|each|first|second|third|fourth|last|latest|previous|same|half|far|date|council|county|quarters?|years?|months?|weeks?|periods?|people|residents|customers|public|contact|point|kent|fernshire|centre|number\w*|volumes?|figures?|cover\w*|account\w*|compar\w+"
)
"""Words that name no other team or service that a number could be of."""
PARTED = matcher(r"(?<!\S)of (?:the |these |those |our |all )*#\d+ (?:\S+ )?$")
"""Before a whole of which the numbers that follow are parts: "of the 60,511 contacts 34,231 were closed"."""
SUBJECT = matcher(
    r" ?(?:(?:, )?(?:and|but|while|whereas|although|though) )?(?!(?:it|they|this|that|these|those|both|with|up|down|compared|against|or|in|at|from|by|of)(?!\S))(?:[a-z]\S* ){1,6}(?:was|were|is|are|has|have|had|rose|fell|went|came|grew|took|made)(?!\S)"
)
"""A clause with a subject of its own."""
OF_TIME = matcher(r"(?<!\S)of (?:the )?@\d+ $")
"""Before the whole of a time: "four in ten of the year's 22,401 calls"."""
IN_STEPS = matcher(r"(?<!\S)to #\d+(?: ,)? (?:and )?then (?:to )?#")
"""An account of several steps: "from 43% to 67% and then 68%"."""
REST = matcher(r"(?: (?:at|in|for|to|by|among|on|of))(?: (?!#|,|;)\S+){0,2} (?:others?|rest|remaining|remainder)(?!\S)")
"""After a number that is of the rows that are not named."""
WHOLE = matcher(r" of (?:(?:the|all|our|their|its|this|that|every) )*([a-z]+)(?!\S)")
PASSED = matcher(
    r"(?<!\S)(?:pass\w*|topp\w*|cross\w*|broke\w*|exceed\w*|surpass\w*|dipp\w* (?:below|under)|dropp\w* (?:below|under)) (?:the )?$"
)
"""Before a mark that the figure went beyond."""
BEFORE = matcher(r"(?<!\S)before (?:(?!the |a |an |this |that |it )(?!#|@|,|;)\S+ ){2,8}$")
"""Before a number of what came next: "seven thousand in April to June, before enrolment almost doubled them to 13"."""
THAN = matcher(r"(?<!\S)than (?:(?:the|those|in) )*$")
THEN_BY = matcher(r"(?: (?!#|,|;)\S+){0,3}(?: ,)? (?:and )?then ")
AFTER = matcher(r"(?<!\S)(?:after|following|on top of) (?:(?:the|a|an) )?$")
NARROWER = matcher(r"(?<!\S)(?:the|our|a|an|this|that|their|its) ([a-z]+) $")
NEXT_OF_LIST = matcher(r" (?:,|and|, and) #")
LAST_OF_LIST = matcher(r"#\d+ (?:,|and|, and) $")
ROWS = matcher(
    r"(?<!\S)(?:all|both|each|every|the)(?: of)?(?: the)?(?: #\d+)? (?:libraries|library|services?|lines?|branches|branch|groups?|areas?|questions|results)(?!\S)"
)
"""Rows that are not named one by one."""


def is_strangers(scene: Scene, number: int, role: Role, group: Group) -> bool:
    """Whether another thing that no row has may be what is counted: of another team, a part of the row, a step further back."""
    start, stop = scene.coded.of_number(number)
    text = scene.text
    if REST.match(text[stop:]):
        return True
    if OF_TIME.search(text[:start]):
        return True
    if role.kind == "share":
        if IN_STEPS.search(text):
            return True
        return _is_of_unknown_whole(scene, stop, group)
    if role.kind == "level" and (
        BEFORE.search(text[:start]) or PASSED.search(text[:start]) or _is_of_several(scene, start) or _goes_on(scene, number, group)
    ):
        return True
    if group.start > start:
        between = text[stop : group.start]
        return _has_subject(scene, number, group) or ("," not in between and _is_unknown(between, group))
    if has_own_subject(scene, start, group):
        return True
    if role.kind == "level" and (PARTED.search(text[: max(group.start, 0)]) or _follows_change(scene, number)):
        return True
    if role.kind == "change" and (
        THEN_BY.match(text[stop:]) or NEXT_OF_LIST.match(text[stop:]) or _is_of_number_before(scene, number, group)
    ):
        return True
    kind = NARROWER.search(text[: max(group.start, 0)]) if group.is_whole else None
    return kind is not None and _is_unknown(kind[1], group)


def has_own_subject(scene: Scene, at: int, group: Group) -> bool:
    """Whether the clause at that place has a subject that is not the group, which is named in a clause before."""
    low, _ = scene.clause(at)
    before = group.start >= 0 and low and group.stop <= low and SUBJECT.match(scene.text[low:at])
    return bool(before) and _is_unknown(scene.text[low:at], group)


def _is_of_unknown_whole(scene: Scene, stop: int, group: Group) -> bool:
    """Whether the share is of something that no row is: "44% of the population"."""
    found = WHOLE.match(scene.text[stop:])
    named = any(stop <= each.start < stop + (found.end() if found else 0) for each in scene.groups)
    return found is not None and not named and _is_unknown(found[1], group)


def _is_of_several(scene: Scene, start: int) -> bool:
    """Whether it is what several rows named before are compared with: "the five tribunals and two cases are fewer than the 15 of September"."""
    low, _ = scene.clause(start)
    named = [mention for each in scene.groups if low <= each.start < start for mention in each.mentions]
    return len(named) > 1 and bool(THAN.search(scene.text[:start]))


def _goes_on(scene: Scene, number: int, group: Group) -> bool:
    """Whether it may be a change like the one before it: "one has a thousand fewer online and Ynys Ŵyl four"."""
    last = max((each for each in scene.numbers if each < number), default=None)
    if last is None or role_of(scene, last).kind != "change":
        return False
    between = scene.text[scene.coded.of_number(last)[1] : scene.coded.of_number(number)[0]]
    beside = scene.text[group.stop : scene.coded.of_number(number)[0]] == " "
    return beside and bool(re.search(r"(?:^| )(?:and|,) $", between[: len(between) - (group.stop - group.start) - 1]))


def _is_unknown(words: str, group: Group) -> bool:
    """Whether one of the words is neither plain nor of what the group's rows are called."""
    known = known_words(group)
    said = re.findall(r"(?<!\S)[a-z][a-z'\u2019-]+(?!\S)", words)
    return any(not PLAIN.fullmatch(each) and stem(each) not in known for each in said)


def _follows_change(scene: Scene, number: int) -> bool:
    """Whether it is set after a change, and so may be one itself: "grew by 93 after 655 in the second quarter"."""
    start, _ = scene.coded.of_number(number)
    after = AFTER.search(scene.text[:start])
    return after is not None and number > 0 and role_of(scene, number - 1).kind == "change"


def _is_of_number_before(scene: Scene, number: int, group: Group) -> bool:
    """Whether it is told of a number of other things just before: "214 foster families, 12 more than in April"."""
    last = max((each for each in scene.numbers if each < number), default=None)
    if last is None:
        return False
    start, stop = scene.coded.of_number(last)
    said = counted(scene, last)
    between = any(stop <= each.start < scene.coded.of_number(number)[0] for each in scene.groups)
    return start >= group.stop and not between and bool(said) and not names_any(said, group)


def _has_subject(scene: Scene, number: int, group: Group) -> bool:
    """Whether words that the table does not know stand before a number of what it counts: "the night team took 3,900 calls"."""
    start, _ = scene.coded.of_number(number)
    low, _ = scene.clause(start)
    named = [each for each in scene.groups if low <= each.start < start]
    cut = max((each.stop for each in named), default=low)
    return _is_unknown(scene.text[cut:start], group)


def is_listed(scene: Scene, number: int, group: Group) -> bool:
    """Whether it is one of several numbers that are told of the rows of a table in their order: "at all three, by 3, 2 and 2"."""
    start, stop = scene.coded.of_number(number)
    beside = NEXT_OF_LIST.match(scene.text[stop:]) or LAST_OF_LIST.search(scene.text[:start])
    return beside is not None and group.is_whole and bool(ROWS.search(scene.text[:start]))


def is_step(scene: Scene, number: int, role: Role) -> bool:
    """Whether the percentage is the change between two numbers of the sentence: "3,980 in the spring; this quarter's 2,240 is 44% lower"."""
    plain = [each.plain for n, each in enumerate(scene.coded.amounts) if n != number and each.unit not in ("%", "share", "points")]
    found = (each for old, new in itertools.permutations(plain, 2) for each in steps(new, old, "count", "") if each.unit == "%")
    return any(says(scene.coded.amounts[number], each) in ("true", "rounded") for each in found if role.way in (0, each.way))


def is_ratio(scene: Scene, number: int, group: Group) -> bool:
    """Whether the share is that of two numbers of the sentence, or of two figures of a table whose columns are no periods."""
    amounts = [
        each for n, each in enumerate(scene.coded.amounts) if n != number and each.unit not in ("%", "share", "points") and not each.word
    ]
    values = {each.plain for each in amounts}
    columns = [one for each in group.mentions for one in each.candidates if is_column(one)]
    if columns and group.is_whole:
        tables = {one.facts.indicator.id.split("|")[0] for one in columns}
        totals = [one for one in scene.candidates if one.total and one.facts.indicator.id.split("|")[0] in tables]
        figures = [now for one in (*columns, *totals) if (now := one.timeline.current.number("actual")) is not None]
        values |= {*figures, *(one + two for one, two in itertools.combinations(figures, 2))}
    amount = scene.coded.amounts[number]
    return any(
        two and one < two and holds_share(amount, one * 100 / two) in ("true", "rounded") for one, two in itertools.permutations(values, 2)
    )
