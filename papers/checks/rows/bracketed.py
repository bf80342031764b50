"""A share told just after the number that it is of: "4,028 (60%)", "1,623 awards from 2,382 applications, a rate of 68%"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from papers.checks.language.amounts import SCALES, Amount
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.language.quantities import holds_share
from papers.checks.reading import Finding, finding_at, number_words
from papers.checks.rows.explaining import changes, levels
from papers.checks.rows.periods import Times
from papers.checks.rows.roles import WAY, role_of
from papers.checks.rows.scene import Group, Scene

ABOUT = r"(?:(?:or|about|just|some|nearly|almost|only|well|over|under|that|is|around|roughly) )*"
BRACKET = matcher(rf"#(?P<n>\d+)(?: (?!#|;|,|and |but )\S+){{0,3}} \( {ABOUT}$")
OF_WHOLE = matcher(rf"#(?P<n>\d+) (?:\S+ )?(?:out )?of (?:the |all |our |its )?#\d+(?: (?!#|;|,|and |but )\S+){{0,3}} \( {ABOUT}$")
"""Before the share that the first number is of the second: "301 of the 675 children (45%)"."""
RATE = matcher(rf"#(?P<n>\d+)(?: (?!;|@)\S+){{0,10}} , (?:a|an) (?:\S+ )?(?:rate|share|proportion|ratio) of {ABOUT}$")
"""After two numbers of which one is a share of the other."""
ENDS = matcher(r" (?:of (?:them|these|those|the total|all|the whole) )?\)")
THEN = matcher(
    r" (?:of )?(?:(?:the|its|their|that) (?:(?!#|,|;)\S+ ){0,2}?(?:figure|number|level|count|result|volume|amount)|what (?:it|they) (?:was|were|had been))(?: (?:seen|recorded|made|reported|received))? (?:(?:for|in|of|at|during) )?(?:the )?@(\d+)"
)
"""After a share of a figure of the same thing at another time."""
LEAST = 10
"""Below which a number may count anything."""


def share_told(scene: Scene, number: int, whens: Sequence[When | None], whole: Group | None) -> Finding | None:
    """Whether a share just after a number is that number's, of any that the sentence gives or of the table's total; None of other numbers."""
    start, stop = scene.coded.of_number(number)
    share, text = scene.coded.amounts[number], scene.text
    bracketed = (OF_WHOLE.search(text[:start]) or BRACKET.search(text[:start])) if ENDS.match(text[stop:]) else None
    found = bracketed or RATE.search(text[:start])
    if share.unit not in ("%", "share") or found is None:
        return None
    part = int(found["n"])
    led = re.split(r"#\d+|[,;]", text[: scene.coded.of_number(part)[0]])[-1]
    if role_of(scene, part).kind != "level" or WAY.search(led) or not _is_count(scene, part):
        return None
    own = scene.coded.amounts[part].plain
    wholes = {each.plain for n, each in enumerate(scene.coded.amounts) if n != part and _is_count(scene, n, measured=True)}
    wholes |= set(_figures(whole, whens)) if whole else set()
    shares = {min(own, each) * 100 / max(own, each): each for each in wholes if (each >= own or found.re == RATE) and each}
    if not shares or _is_change(scene, share, whens, own):
        return None
    verdicts = {holds_share(share, each): each for each in sorted(shares, reverse=True)}
    word = next(each for each in ("true", "rounded", "false") if each in verdicts)
    exact = verdicts[word]
    says = f"{number_words(min(own, shares[exact]))} of {number_words(max(own, shares[exact]))} is {exact:.1f}%"
    wording = says if word == "false" else ""
    return replace(finding_at(scene.coded, (start, stop), word, "share", says, computed=says, wording=wording), bound=True)


def share_then(scene: Scene, number: int, whens: Sequence[When | None], group: Group) -> Finding | None:
    """Whether the group's figure is the share of its own of the period after "the figure for": "less than half the figure for June"."""
    start, stop = scene.coded.of_number(number)
    share, found = scene.coded.amounts[number], THEN.match(scene.text[stop:])
    if share.unit not in ("%", "share") or found is None:
        return None
    then = Times(scene).when(int(found[1]))
    if then.kind == "current":
        return None
    now = [each for each in whens if each is None or each.words != then.words] or [None]
    pairs = [
        (one.value, two.value)
        for mention in group.mentions
        for each in mention.candidates
        for row in [replace(group, mentions=(replace(mention, candidates=(each,)),))]
        for one, two in itertools.product(levels(row, now, single=True), levels(row, [then], single=True))
        if two.value and each.facts.unit != "percent"
    ]
    verdicts = {holds_share(share, one * 100 / two): (one, two) for one, two in reversed(pairs)}
    word = next((each for each in ("true", "rounded", "false") if each in verdicts), None)
    if word is None:
        return None
    one, two = verdicts[word]
    says = f"{number_words(one)} of {number_words(two)} is {one * 100 / two:.1f}%"
    made = finding_at(scene.coded, (start, stop), word, "share", says, computed=says, wording=says if word == "false" else "")
    return replace(made, bound=True)


def _is_count(scene: Scene, number: int, *, measured: bool = False) -> bool:
    """Whether the number counts things, many enough to be no numeral of another kind; or, where that is asked for, tonnes and the like."""
    amount = scene.coded.amounts[number]
    return (
        (amount.unit == "" or (measured and amount.unit in ("tonne", "mile", "fte", "hour", "week")))
        and not amount.around
        and amount.plain >= LEAST
        and number in scene.numbers
    )


def _figures(whole: Group, whens: Sequence[When | None]) -> Iterator[Decimal]:
    for each in levels(whole, whens, single=True):
        if each.unit != "percent" and not each.unit.startswith("rate"):
            yield each.value * SCALES.get(each.unit, Decimal(1))


def _is_change(scene: Scene, share: Amount, whens: Sequence[When | None], own: Decimal) -> bool:
    """Whether the share is by how much some figure of that size has changed."""
    told = [each for group in scene.groups if group.mentions for each in levels(group, whens, single=True)]
    if not any(each.value * SCALES.get(each.unit, Decimal(1)) == own for each in told):
        return False
    steps = (each for group in scene.groups if group.mentions for each in changes(group, whens, []))
    return any(each.unit == "%" and holds_share(share, each.value) != "false" for each in steps)
