"""What a distance is told from: the token of the measure, period or number that its words set it against."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papers.checks.grounds.number import Number
from papers.checks.grounds.words import ARTICLES, COMPARE, DISTANT, SET_AGAINST, TOLD_FROM


def set_against(number: Number) -> str:
    """The token of what the distance is told from: right after it, else before it in its piece, else where the sentence began; "" of none."""
    return _after(number) or _before(number) or ("" if number.whens or number.piece.measures else _led(number))


def _after(number: Number) -> str:
    compared = bool(number.gap and number.gap.left)
    before = ""
    for at, word in enumerate(number.right[:8]):
        if word[0] == "@" and number.right[at + 1 : at + 2] and number.right[at + 1][0] == "=":
            return number.right[at + 1]
        if (
            compared
            and word in ("it", "them", "this", "that")
            and number.right[at + 1 : at + 2] not in (("was",), ("were",), ("stood",), ("of",))
        ):
            return ""
        if word[0] == "#" and number.right[at + 1 : at + 2] and number.right[at + 1][0] == "=":
            return number.right[at + 1]
        if word[0] == "=" or (word[0] == "@" and compared and before in BASED):
            return word
        if word[0] == "@" or (word[0] == "#" and not (compared and before in BASED)):
            return ""
        compared = compared or word in COMPARE | DISTANT | {"of", "last"}
        before = word if word not in NEUTRAL or before not in BASED else before
    return ""


NEUTRAL = frozenset(("the", "in", "at", "it", "they", "was", "were", "stood"))
"""Words between what sets a distance against a period, and the period: "lower than it was in June"."""
WAS = frozenset(("was", "were", "is", "are", "had", "stood"))
"""Words with which a statement goes on with the subject of the one before."""
BASED = frozenset(("since", "than", "from", "on", "against", "to", "with", "compared", "over", "below", "above"))
"""Words before a period that is compared with; "in" and "at" alone only say when."""


def _before(number: Number) -> str:
    if number.piece.measures or any(each[0] == "#" for each in number.right):
        return ""
    pairs = zip(number.left, number.left[1:], strict=False)
    return next((one for one, two in pairs if one[0] == "@" and two in ("on", "since", "with", "against", "to")), "")


def _led(number: Number) -> str:
    """The period that the sentence began with: "Compared with June, ...", "Set against the year before, ..."."""
    pieces = number.sheet.pieces[: number.at]
    led = [each.periods[-1].text for each in pieces if each.periods and SET_AGAINST & set(_first(each.words))]
    led += [two.words[0] for one, two in itertools.pairwise(pieces) if SET_AGAINST & set(one.words[-2:]) and two.words[0][0] == "@"]
    return led[0] if len(led) == 1 else ""


def _first(words: Sequence[str]) -> Sequence[str]:
    return words[:2] if words[0] in ("set", "but") else words[:1]


def base(number: Number) -> str:
    """The token of the number that it is told from, which follows it: "on the 40,600", "better than the 77%"; "" of none."""
    words = [
        each
        for each, after in itertools.pairwise((*number.right[:6], ""))
        if each not in ARTICLES and not (each[0] == "@" and after[:1] == "#")
    ]
    return next((two for one, two in itertools.pairwise(words) if one in TOLD_FROM and two[0] == "#"), "")
