"""The year of a month that the words beside it tell: "in September last year", "the previous September"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from papers.checks.language.coding import Coded
from papers.checks.language.periods import MARCH, When


def dated(when: When, index: int, coded: Coded, now: dt.date, told: dt.date) -> When:
    """The month with the year before that of the latest result, or the last one before what was told of; as it is where no words tell."""
    after = re.search(rf"@{index} (?:of )?@(\d+)", coded.text)
    if after and coded.whens[int(after[1])].kind == "lastyear" and when.month > MARCH:
        return replace(when, year=now.year - 1)
    if re.search(rf"(?:previous|preceding) @{index}(?!\d)", coded.text):
        return replace(when, year=told.year - (when.month >= told.month))
    return when
