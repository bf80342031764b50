"""What is said of two names or more at once: "A and B are both ahead of target", "neither A nor B improved", "both A and B fell"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from papers.checks.language.grammar import BETTER_VERB, DOWN_VERB, UP_VERB, WORSE_VERB
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.naming import Mention, key_of, names_of
from papers.checks.reading import Finding, finding_at
from papers.checks.rows.explaining import changes
from papers.checks.rows.national import SIDES, gap, is_so
from papers.checks.rows.periods import Times
from papers.checks.rows.quantified import left_out
from papers.checks.rows.scene import Group, Scene
from papers.checks.subjects import Candidate

BOTH = matcher(
    r"(?<!\S)(?:(?P<both>both|each(?= of them| of these| \S+ed)|all three)|(?P<neither>neither))(?: of them)?(?!\S)(?! (?:of|the #))"
)
DENIED = matcher(r"(?<!\S)(?:neither|both|not|only|than|between|if|one of|some of)(?: (?:in|of|for|about|the))* $")
TOGETHER = matcher(r"(?<!\S)(?:together|combined|between them|in all|in total|altogether|respectively|total)(?!\S)")
BE = r"(?:(?:is|are|was|were|have|has|had|been|now|still|also|again|remain|remained|remains) )*"
STATES = matcher(
    rf"(?<!\S){BE}(?:(?P<up>{UP_VERB}|up|higher)|(?P<down>(?:{DOWN_VERB})(?! short| below| behind)|down|lower)|(?P<better>{BETTER_VERB}|better)|(?P<worse>{WORSE_VERB}|worse))(?!\S)(?! than (?!(?:in |at )?(?:the )?@))"
    rf"|(?<!\S){BE}(?:(?P<met>met|meets?|meeting|exceed\w*|hit|beat|achieved?|ahead of|better than|within|on|above)|(?P<missed>miss\w*|behind|short of|fell short of|worse than|below|(?:not|n't) m[e]+t))(?: (?:the|their|its|our|both))* =target(?!\S)"
)
LEAD = matcher(r"(?: (?!#|,|;)\S+){0,6} ")
BEFORE = matcher(r"(?: (?:#\d+|@\d+|\(|\)|,|at|with|to|in|on|of|clients|people|is|are|was|were|have|has|had|the))* $")
"""What may stand between the last name and "both"."""
JOIN = matcher(r"(?: (?!;|but |while |whereas |both |neither )\S+){0,7}? (?:and|nor|,)(?: (?!#|,|;)\S+){0,3}? $")
AFTER = matcher(r"(?: (?:the|our|calls|number|numbers|share|proportion|rate|percentage|of|in|about|for|to|complaints))* $")
WORDS_AFTER = matcher(
    r"(?: (?!#|,|;|but |and |while )\S+){0,5} $|(?: ,? (?:at|with|to|\() (?:\S+ ){0,3}?#\d+(?: (?!#|,|;|but |and )\S+){0,3})+ $"
)


@dataclass(frozen=True, slots=True)
class State:
    """What is told of each name: the words for it, and whether it is so."""

    found: re.Match[str]
    holds: Callable[[Candidate], bool | None]


def paired(scene: Scene) -> Iterator[Finding]:
    """Every statement about two names, held for each of them."""
    for marker in BOTH.finditer(scene.text):
        if not any(start <= marker.start() < stop for start, stop in scene.guards):
            names, at = _names(scene, marker)
            yield from _told(scene, names, at, marker.span(), denied=bool(marker["neither"]))
    for group in scene.groups:
        low, high = scene.clause(group.start)
        if (
            not group.is_whole
            and not left_out(scene.text, group.start, group.stop)
            and not TOGETHER.search(scene.text, low, high)
            and not DENIED.search(scene.text[: group.start])
        ):
            yield from _told(scene, _known(scene, [group]), group.stop, (group.stop, group.stop), directly=True)


def _told(
    scene: Scene, names: Sequence[Mention], at: int, place: tuple[int, int], *, denied: bool = False, directly: bool = False
) -> Iterator[Finding]:
    """What is told of the names from that place on; `directly` where nothing may stand between."""
    state = (_state(scene, at) or (None if directly else _state_before(scene, place[0], at))) if len(names) > 1 else None
    told = [_holds(each, state) for each in names] if state else []
    if state is None or None in told or (directly and state.found.start() > at + 1):
        return
    right = not any(told) if denied else all(told)
    says = "; ".join(f"{_title(each)}: {'it is so' if so else 'it is not'}" for each, so in zip(names, told, strict=True))
    start = state.found.start() if directly else min(place[0], state.found.start())
    span = (start, max(place[1], state.found.end()))
    made = finding_at(scene.coded, span, "true" if right else "false", "direction", says, wording="" if right else says)
    yield replace(made, bound=True)


def _names(scene: Scene, marker: re.Match[str]) -> tuple[list[Mention], int]:
    """The names that stand side by side before the marker, or after it; and from where on what is told of them stands."""
    low, _ = scene.clause(marker.start())
    before = [each for each in scene.groups if low <= each.start and each.stop <= marker.start()]
    if before and BEFORE.fullmatch(scene.text[before[-1].stop : marker.start()]) and not marker["neither"]:
        return _known(scene, _joined(scene, before[::-1])[::-1]), marker.end()
    after = [each for each in scene.groups if marker.end() <= each.start + 1]
    if after and AFTER.fullmatch(scene.text[marker.end() : after[0].start] or " "):
        row = _joined(scene, after)
        return _known(scene, row), row[-1].stop
    return [], 0


def _joined(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The groups from the first on that "and" or "nor" leads on from one to the next."""
    row = [groups[0]]
    for each in groups[1:]:
        one, two = sorted((row[-1], each), key=lambda group: group.start)
        if not JOIN.fullmatch(scene.text[one.stop : two.start]):
            break
        row.append(each)
    return row


def _known(scene: Scene, groups: Sequence[Group]) -> list[Mention]:
    """The names of those groups; none where one of them may be of something else."""
    mentions = [mention for each in groups for mention in each.mentions]
    sure = all(each.mentions and (each.is_sure or all(is_own(scene, one) for one in each.mentions)) for each in groups)
    return mentions if sure and len({frozenset(each.titles) for each in mentions}) == len(mentions) else []


def is_own(scene: Scene, mention: Mention) -> bool:
    """Whether it names one indicator, by a word that no other one of the section has."""
    if len(mention.titles) != 1 or not mention.words:
        return False
    named = [(key_of(each), frozenset().union(each.words, *names_of(each))) for each in scene.candidates]
    return any({key for key, words in named if word in words} == set(mention.titles) for word in mention.words)


def _state(scene: Scene, at: int) -> State | None:
    """What is told from that place on, before another clause begins."""
    _, high = scene.clause(at)
    sides = [(each, lambda one, found=each: _beside(scene, found, one)) for each in SIDES.finditer(scene.text, at - 1, high)]
    states = [(each, lambda one, found=each: _stands(scene, found, one)) for each in STATES.finditer(scene.text, at - 1, high)]
    first = min((*sides, *states), key=lambda each: (each[0].start(), -each[0].end()), default=None)
    near = first and WORDS_AFTER.fullmatch(scene.text[at : first[0].start()] or " ")
    return State(*first) if first and near and " not " not in scene.text[at : first[0].start() + 1] else None


def _state_before(scene: Scene, at: int, end: int) -> State | None:
    """What is told before "both", of the names after it that end a clause: "visits were up both in person and online"."""
    low, _ = scene.clause(at)
    states = [(each, lambda one, found=each: _stands(scene, found, one)) for each in STATES.finditer(scene.text, low, at)]
    near = states and LEAD.fullmatch(scene.text[states[-1][0].end() : at]) and end > at + len("neither")
    return State(*states[-1]) if near else None


def _holds(mention: Mention, state: State) -> bool | None:
    """Whether it is so of one of what the name may be; None where that can't be told."""
    told = [so for each in mention.candidates if (so := state.holds(each)) is not None]
    return any(told) if told else None


def _beside(scene: Scene, found: re.Match[str], one: Candidate) -> bool | None:
    told = [is_so(found, by) for when in Times(scene).told_at(found.start()) if (by := gap(one, when)) is not None]
    if one.facts.indicator.polarity == "lower" and (found["good"] or found["bad"]):
        return None
    return any(told) if told else None


def _stands(scene: Scene, found: re.Match[str], one: Candidate) -> bool | None:
    if found["met"] or found["missed"]:
        return _on_target(found, one)
    polarity = one.facts.indicator.polarity
    if (found["better"] or found["worse"]) and polarity not in ("higher", "lower"):
        return None
    times = Times(scene)
    whens: list[When | None] = times.told_at(found.start())
    bases = times.compared_at(found.start()) or times.stepped_at(found.start())
    ways = {each.way for each in changes(Group(0, 0, (Mention(0, 0, (one,)),)), whens, bases) if each.unit != "%"}
    up = (polarity == "higher") == bool(found["better"]) if found["better"] or found["worse"] else bool(found["up"])
    return (1 if up else -1) in ways if ways else None


def _on_target(found: re.Match[str], one: Candidate) -> bool | None:
    """Whether the latest figure stands to its target as is told: in figures, or for the better or the worse."""
    now = one.timeline.current
    own, target = now.number("actual"), now.number("target")
    if own is None or target is None or one.facts.indicator.polarity not in ("higher", "lower"):
        return None
    good = own >= target if one.facts.indicator.polarity == "higher" else own <= target
    words = found[0].split()
    if "above" in words or "below" in words:
        return (own > target if "above" in words else own < target) or good == bool(found["met"])
    return good == bool(found["met"])


def _title(mention: Mention) -> str:
    indicator = mention.candidates[0].facts.indicator
    return indicator.short_title or indicator.title
