"""Rows whose whole title stands in a sentence, and which are named by that however its words are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.checks.language.ages import age_spans
from papers.checks.language.matching import matcher
from papers.checks.naming import Mention, table_of
from papers.checks.subjects import Candidate

AND = matcher(r"(?:\\&|&|\band\b)")
"""What joins two words of a title, as it may be written in another way."""


def without_titles(candidates: Sequence[Candidate], sentence: str) -> str:
    """The sentence without the titles of two words or more that rows of its tables have, whose words tell of no table."""
    plain = sentence.lower().replace("&", "and")
    titles = {each.facts.indicator.title.lower().replace("&", "and") for each in candidates if table_of(each) and not each.total}
    for title in sorted((each for each in titles if " " in each and each in plain), key=len, reverse=True):
        plain = plain.replace(title, " ")
    return plain


def with_titles(found: Sequence[Mention], candidates: Sequence[Candidate], sentence: str) -> list[Mention]:
    """The mentions with those of rows whose whole title stands in the sentence, in place of any that overlap them."""
    rows = [
        each
        for each in candidates
        if table_of(each) and not each.total and " " in each.facts.indicator.title and not age_spans(each.facts.indicator.title)
    ]
    added: list[Mention] = []
    titles = {each.facts.indicator.title for each in rows}
    plain = sentence.lower().replace("&", "and")
    for title in sorted((each for each in titles if each.lower().replace("&", "and") in plain), key=len, reverse=True):
        same = tuple(each for each in rows if each.facts.indicator.title == title)
        for at in re.finditer(rf"\b{AND.sub('(?:&|and)', re.escape(title))}\b", sentence, re.IGNORECASE):
            if not any(each.start < at.end() and at.start() < each.stop for each in added):
                added.append(Mention(at.start(), at.end(), same, same[0].words))
    kept = [each for each in found if not any(each.start < one.stop and one.start < each.stop for one in added)]
    return sorted([*kept, *added], key=lambda each: each.start)
