"""What is said of all, some or none of a table's rows: "for every service apart from one", "only A and B", "on all five questions"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from papers.checks.facts import stem
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.naming import is_column, key_of, table_of
from papers.checks.reading import Finding, finding_at
from papers.checks.rows.national import NATIONAL, SIDES, gap, is_so
from papers.checks.rows.neighbours import steps_of
from papers.checks.rows.periods import Times, covers
from papers.checks.rows.placing import BESIDE
from papers.checks.rows.scene import JOINED, Group, Scene, row_of
from papers.checks.subjects import Candidate, stems_of

ROWS = r"services?|service areas?|areas?|lines?|libraries|library|branch(?:es)?|age groups?|age bands?|ages|groups?|bands?|categor(?:y|ies)|questions?|answers?|results?|measures?|scores?"
QUANTITY = matcher(
    rf"(?<!\S)(?P<how>(?P<all>all|every|each|both)|(?P<none>none|no|neither)|#(?P<n>\d+))(?: ~one-of-\S+| #\d+(?= of))?(?: of)?(?: (?:the|our|its|these|those))?(?: #(?P<m>\d+))?(?: (?!#|,|of |and |other |remaining |[a-z]+er |[a-z]+est )[a-z]\S*){{0,2}}? (?P<noun>{ROWS})(?!\S)(?! (?:together|combined|taken))"
)
EXCEPTION = r"(?<!\S)(?:apart(?: from)?|except(?: for| in| at| for those in)?|bar|other than|save(?: for)?|but (?:for|not)|(?<=all )but|(?:all|every|each)(?: \w+){1,3} but|excluding|with the (?:sole |single |only )?exceptions? of)(?: (?:about|in|at|for|to|those|the|aged|of))* "
EXCEPT = matcher(rf"{EXCEPTION}$")
WITHIN = matcher(EXCEPTION)
"""In a name whose first word stands before what is left out: "online visits rose at every library except Château Road"."""
ONLY = matcher(
    rf"(?<!\S)only (?:(?:in|at|for|about|the|calls|complaints|visits|to|those|from) )*(?=\S)|(?<!\S)the only (?:(?:#\d+|other) )?(?:{ROWS})(?!\S)"
)
WAY = matcher(
    r"(?<!\S)(?:(?P<up>more(?! than #)|higher|rose|risen|increased|grew|grown|(?:went|gone|go|were|was|is|are) up|busier|climbed)|(?P<good>better|improved)|(?P<bad>worse|worsened)|(?P<down>fewer|less|lower|fell|fallen|decreased|declined|dropped|(?:went|gone|go|were|was|is|are) down|came down|quieter|shrank))(?!\S)"
)
SECOND = matcher(r" (?:and|,) (?:none|all|both|only|each|neither|every one|#\d+|~\S+|\S*none\S*)(?: of (?:them|these|those|which))?(?!\S)")
"""Where the same rows are told of again."""
ADJECTIVE = matcher(r"more|fewer|less|[a-z]+er|better|worse")
"""Ways that may set rows beside each other."""
ALIKE = matcher(
    r"(?:(?<= , )|(?<= ; )|(?<= and )|(?<= while ))the same (?:is|was|(?:has|had) been|goes|holds|held|applies|applied)(?: also)?(?: true| the case)? (?:of|for|to|in|with) (?P<what>(?:(?!,|;|#|and |but )\S+ ?){1,8})"
)
"""What is told of all rows once more, of another column: "and the same is true of visits online"."""
HEDGED = matcher(
    r"(?<!\S)(?:not|n't|never|almost|nearly|virtually|practically|most|at least|up to|some|than|another|other|further|the|these|those|our) $"
)
VERB = matcher(r" (?:was|were|is|are|:) (?:(?:in|for|about|the|those|at) )*$")
BRACKET = matcher(r" \( #\d+(?: %)? \)")
"""A number that is told beside a name: "Adult Education (121) and Libraries (39)"."""
LEVEL = matcher(r"(?<!\S)(?:unchanged|the same|no change|level|steady|or as (?:many|much|few))(?!\S)")
SHARED = frozenset(("surve", "quest", "resul", "measu", "answe", "score"))
"""Stems of words for the results of a survey."""
LEAST_ROWS = 3


def quantified(scene: Scene) -> Iterator[Finding]:
    """Whether as many rows as are told went that way, or stand on that side of the national figure."""
    for found in QUANTITY.finditer(scene.text):
        if not _is_guarded(scene, found.start()) and not HEDGED.search(scene.text[: found.start()]):
            yield from _held(scene, found, _excepted(scene))
            for also in ALIKE.finditer(scene.text, found.end()):
                if all(each.is_whole for each in scene.groups if also.start() <= each.start < also.end()):
                    yield from _held(scene, found, _excepted(scene), also)
    for found in ONLY.finditer(scene.text):
        if not _is_guarded(scene, found.start()):
            yield from _held(scene, found, _listed(scene, found.end()))


def _is_guarded(scene: Scene, at: int) -> bool:
    return any(start <= at < stop for start, stop in scene.guards)


def _excepted(scene: Scene) -> list[Group]:
    """The rows that are left out."""
    first = next((each for each in scene.groups if left_out(scene.text, each.start, each.stop)), None)
    return _row(scene, first) if first else []


def _listed(scene: Scene, at: int) -> list[Group]:
    """The rows that alone are told of: those just after "only", or after the verb behind "the only services"."""
    first = next((each for each in scene.groups if each.start >= at and not each.is_whole), None)
    near = first and (first.start == at or VERB.search(scene.text, at, first.start))
    return _row(scene, first) if first and near else []


def left_out(sentence: str, start: int, stop: int) -> bool:
    """Whether what the sentence names there is told as left out: "for every service apart from Libraries"."""
    return bool(EXCEPT.search(sentence[:start].lower()) or WITHIN.search(sentence[start:stop].lower()))


def _row(scene: Scene, first: Group) -> list[Group]:
    """That group with those that only "and" or a comma parts from it."""
    row = [first]
    for each in (one for one in scene.groups if one.start > first.start and not one.is_whole):
        if not JOINED.fullmatch(BRACKET.sub("", scene.text[row[-1].stop : each.start])):
            break
        row.append(each)
    return row


def _held(scene: Scene, found: re.Match[str], named: Sequence[Group], also: re.Match[str] | None = None) -> Iterator[Finding]:
    """What is told of the rows; `also` where it is told of another column once more, which must be named."""
    keys = [frozenset(mention.titles) for each in named for mention in each.mentions]
    if any(not each.mentions for each in named) or (found.re == ONLY and not keys):
        return
    low, high = scene.clause(found.start())
    second = SECOND.search(scene.text, found.end(), high)
    high = second.start() if second else high
    tries = [
        _is_right(found, scene, values, keys, level=bool(LEVEL.search(scene.text[low:high])))
        for values in _values(scene, found, (low, high), keys, also["what"] if also else "")
        if values
    ]
    if not tries or None in tries:
        return
    wrong = next((each for each in tries if each), "")
    right = any(not each for each in tries)
    made = finding_at(scene.coded, (also or found).span(), "true" if right else "false", "count", "" if right else str(wrong))
    yield replace(made, bound=True, wording="" if right else str(wrong))


def _values(
    scene: Scene, found: re.Match[str], clause: tuple[int, int], keys: Sequence[frozenset[str]], what: str
) -> Iterator[Mapping[str, Decimal]]:
    """What each row has beside what it is held against, positive where it is so as told: its step, or its distance from the national figure."""
    low, high = clause
    rows = _rows(scene, found, keys)
    side = next(iter(SIDES.finditer(scene.text, low, high)), None)
    national = NATIONAL.search(scene.text, low, high)
    times = Times(scene)
    if national:
        for when in times.told_at(side.start()) if side else ():
            yield {key_of(each): Decimal(1 if side and is_so(side, by) else -1) for each in rows if (by := gap(each, when)) is not None}
        return
    way = next((each for each in WAY.finditer(scene.text, low, high) if not _is_anothers(scene, found, each)), None)
    if way and (way["good"] or way["bad"]) and any(each.facts.unit != "percent" for each in rows):
        return
    if (
        way is None
        or _is_beside(found, way, scene.text[way.end() : high])
        or re.search(r"=|(?<!\S)(?:than #|target)", scene.text[low:high])
    ):
        return
    bases: list[When | None] = [*(times.compared_at(way.start()) or times.stepped_at(way.start()))]
    for when, base, one in itertools.product(times.told_at(way.start()), bases or [None], _columns(scene, rows, what)):
        if when is None or covers(one, when):
            every = steps_of(scene.candidates, one, None if when and when.kind == "over" else when, base)
            yield {key: by * (1 if way["up"] or way["good"] else -1) for key, by in every.items()}


def _is_anothers(scene: Scene, found: re.Match[str], way: re.Match[str]) -> bool:
    """Whether the way is that of a number beside it, or of what a clause before the rows tells."""
    return bool(BESIDE.match(scene.text[way.end() :])) or (
        found.re == QUANTITY and bool(re.search(r" [#,]", scene.text[way.end() : found.start()]))
    )


def _is_beside(found: re.Match[str], way: re.Match[str], tail: str) -> bool:
    """Whether "only A is quieter" may set it beside the rows, where no time is told with which it is compared."""
    compared = re.search(r"(?<!\S)(?:than|since|from|against|compared|on|over)(?: (?!#|,|;)\S+){0,5}? (?:@|before|previous|earlier)", tail)
    return found.re == ONLY and bool(ADJECTIVE.fullmatch(way[0])) and not compared and not re.match(r" [a-z]+s(?!\S)", tail)


def _columns(scene: Scene, rows: Sequence[Candidate], what: str) -> list[Candidate]:
    """A row of each kind of column, of those that the sentence names where columns are no periods; only those that "the same is true of" names."""
    first = {each.facts.indicator.basis: each for each in reversed(rows)}
    said = stems_of(what or scene.coded.sentence)
    named = [each for basis, each in first.items() if is_column(each) and stems_of(basis) <= said]
    return named if named or what else list(first.values())


def _rows(scene: Scene, found: re.Match[str], keys: Sequence[frozenset[str]]) -> list[Candidate]:
    """The rows of the one table that has those named, or is named by the word for its rows; none where several do."""
    groups = found.groupdict()
    noun = stem(re.split(r"[ ]", groups.get("noun") or "")[-1].removesuffix("s")) if groups.get("noun") else ""
    tables: dict[str, list[Candidate]] = {}
    for each in scene.candidates:
        if "|" in each.facts.indicator.id and each.kind == "body":
            tables.setdefault(table_of(each), []).append(each)
    kept = {
        table: rows
        for table, rows in tables.items()
        if all(any(key_of(each) in titles for each in rows) for titles in keys)
        and (keys or _is_named(noun, rows[0]))
        and _is_whole(scene, groups.get("m"), rows)
    }
    return next(iter(kept.values())) if len(kept) == 1 else []


def _is_named(noun: str, row: Candidate) -> bool:
    around = {each[: len(noun)] for each in row.around}
    return noun in around or (noun[:5] in SHARED and bool(SHARED & row.around))


def _is_whole(scene: Scene, index: str | None, rows: Sequence[Candidate]) -> bool:
    """Whether the number of rows that is told is that of the table; so where none is told."""
    many = len({row_of(each) for each in rows})
    return many >= LEAST_ROWS and (index is None or scene.coded.amounts[int(index)].plain == many)


def _is_right(
    found: re.Match[str], scene: Scene, values: Mapping[str, Decimal], keys: Sequence[frozenset[str]], *, level: bool
) -> str | None:
    """What is wrong with it, in words; "" where nothing is, None where that can't be told."""
    if len(values) < LEAST_ROWS:
        return None
    so = {key for key, by in values.items() if by > 0 or (level and by == 0)}
    left = {key for titles in keys for key in titles if key in values}
    groups = found.groupdict()
    names = ", ".join(key.split("|")[-1] for key in values if key in so) or "none"
    if found.re == ONLY:
        return "" if so == left else f"it is so of {names}"
    rest = set(values) - left
    if groups["all"]:
        right = rest <= so and not left & so
    elif groups["none"]:
        right = not rest & so
    else:
        amount = scene.coded.amounts[int(groups["n"])]
        if amount.unit or amount.around or left:
            return None
        right = len(so) == amount.plain
    return "" if right else f"it is so of {len(so)}: {names}"
