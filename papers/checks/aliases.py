"""Words and phrases of officers for words of titles, and acronyms for what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from papers.checks.language.matching import matcher

ALIASES: Mapping[str, tuple[str, ...]] = {
    "waste": ("waste", "tonnage"),
    "workforce": ("fte", "equivalent", "staff", "employed"),
    "employees": ("fte", "equivalent", "staff", "employed"),
    "employs": ("fte", "equivalent", "staff", "employed"),
    "unemployment": ("claiming", "seekers"),
    "jobless": ("claiming", "seekers"),
    "jobseekers": ("claiming", "seekers"),
    "jobseeker's": ("claiming", "seekers"),
    "jsa": ("claiming", "seekers"),
    "claimants": ("claiming", "seekers"),
    "absence": ("sickness",),
    "leavers": ("turnover",),
    "accidents": ("incidents", "reported"),
    "refuse": ("waste", "tonnage"),
    "sites": ("hwrc",),
    "awarded": ("awards",),
    "applicants": ("applications",),
    "callers": ("calls",),
    "callouts": ("calls",),
    "complainants": ("complaints",),
}
"""Words of officers with those of titles."""
PHRASES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        matcher(r"(?:staff numbers|numbers? of staff|staffing levels|staff in post|head ?count of staff)\b", re.IGNORECASE),
        ("fte", "equivalent", "staff", "employed"),
    ),
    (matcher(r"(?:out of work|on the dole|signing on)\b", re.IGNORECASE), ("claiming", "seekers")),
    (matcher(r"(?:through (?:the|its|their|our) (?:front )?doors?|over the counter|face to face)\b", re.IGNORECASE), ("person",)),
    (matcher(r"(?:looked after children|children (?:in our care|looked after|we look after))\b", re.IGNORECASE), ("children", "care")),
)


def acronyms_of(titles: Iterable[str]) -> dict[str, str]:
    """The acronyms that titles spell out: "Household Waste Recycling Centres (HWRC)"."""
    found = {}
    for title in dict.fromkeys(titles):
        for match in re.finditer(r"\(([A-Z]{3,})s?\)", title):
            words = title[: match.start()].split()[-len(match[1]) :]
            if "".join(each[0].upper() for each in words) == match[1]:
                found[match[1]] = " ".join(words)
    return found
