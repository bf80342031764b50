"""Words that may be written in the place of those that the data does not agree with, where English has them."""

from __future__ import annotations

import re

from papers.checks.language.matching import matcher
from papers.checks.reading import Finding

FIGURE = matcher(r"\d[\d,]*(?:\.\d+)?")
MONTH = matcher(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
HEDGE = matcher(
    r"^(?:just |only |some |well )?(?:nearly|almost|about|around|over|under|above|below|roughly|more than|less than|some) (?=\S*\d)",
    re.IGNORECASE,
)
SIDE = matcher(r"^(?:above|below|over|under|within|outside|inside) (?=the |its )")
OF_THE_YEAR = matcher(r"\b(?:year[- ]end|full[- ]year|annual) target (?:of |is |was )?$", re.IGNORECASE)
"""After this the target of one period is no answer."""

FORMS = {
    "rose": ("rose", "risen", "rising"),
    "fell": ("fell", "fallen", "falling"),
    "improved": ("improved", "improved", "improving"),
    "worsened": ("worsened", "worsened", "worsening"),
    "stayed the same": ("stayed the same", "stayed the same", "staying the same"),
}
"""Words of a direction in the past, after "has", and in -ing."""

PAST = frozenset(["rose", "fell", "grew", "went", "got", "shrank", "sank"])
PARTICIPLES = frozenset(["risen", "fallen", "grown", "gone", "got", "shrunk", "sunk"])
NO_VERB = frozenset(["a", "an", "the", "this", "that", "is", "are", "was", "were", "be", "been", "being", "to", "not"])
"""Words after which a form of the past is a passive or stands before a noun."""
LONGEST = 3
"""Words of a direction, such as "went up slightly"; more is half a sentence."""


def in_place(sentence: str, finding: Finding) -> str:
    """The finding's wording as it may stand where the finding's words do; "" where it would be no English there."""
    wording, said, before = finding.wording, finding.said, sentence[: finding.start]
    if wording in FORMS:
        return _direction(before, said, FORMS[wording])
    if OF_THE_YEAR.search(before) or (wording and re.search(rf"\bfrom {re.escape(wording)} to $", before)):
        return ""
    return wording if wording and said != wording and _shape(said) == _shape(wording) else ""


def _shape(text: str) -> str:
    """The words without figures, months, hedges and sides: what has the same shape takes the same place."""
    words = MONTH.sub("@", FIGURE.sub("#", HEDGE.sub("", text.strip())))
    if words.isalpha() and words.istitle():  # a rating
        return "A"
    return SIDE.sub("- ", words.lower().replace(" its ", " the "))


def _direction(before: str, said: str, forms: tuple[str, str, str]) -> str:
    """The form of the direction that the words before it ask for; "" where none is known to fit."""
    words, last = said.lower().split(), re.findall(r"[\w']+", before.lower())[-2:]
    if not 1 <= len(words) <= LONGEST or FIGURE.search(said) or words[0].startswith("un"):
        return ""
    past, participle, going = forms
    if words[0].endswith("ing"):
        return going
    if {"has", "have", "had"} & set(last):
        return participle if words[0].endswith("ed") or words[0] in PARTICIPLES else ""
    return past if (words[0].endswith("ed") or words[0] in PAST) and not NO_VERB & set(last) else ""
