"""Words and phrases of officers for words of titles."""

from __future__ import annotations

import re
from collections.abc import Mapping

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
        re.compile(r"(?:staff numbers|numbers? of staff|staffing levels|staff in post|head ?count of staff)\b", re.IGNORECASE),
        ("fte", "equivalent", "staff", "employed"),
    ),
    (re.compile(r"(?:out of work|on the dole|signing on)\b", re.IGNORECASE), ("claiming", "seekers")),
    (re.compile(r"(?:looked after children|children (?:in our care|looked after|we look after))\b", re.IGNORECASE), ("children", "care")),
)
