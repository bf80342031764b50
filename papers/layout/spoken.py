"""Labels that are short for the eye, in full for the ear: "Dec 13" is heard as December 2013."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from functools import cache

MONTH = re.compile(r"((?:[^,]+, )?)(" + "|".join(month_abbr[1:]) + r") (\d\d)")
"""A month and a year of two digits that are the whole label, or all after its comma ("Latest, Dec 13"): in prose it might be a day."""
PIVOT = 70
"""Years from here on are of the last century."""


@cache
def expanded(label: str) -> str | None:
    """The label with its month and year in full, or None where there is nothing to say in full."""
    found = MONTH.fullmatch(label)
    if not found:
        return None
    before, month, year = found.groups()
    century = 1900 if int(year) >= PIVOT else 2000
    return f"{before}{month_name[list(month_abbr).index(month)]} {century + int(year)}"
