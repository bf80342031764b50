"""Which report a period is of: the present one, the last one, or neither."""

from __future__ import annotations

import re

from papers.checks.language.periods import When


def is_previous(when: When, previous: str) -> bool | None:
    """Whether the period is that of the last report, which is called `previous`: False for the present one, None for another."""
    if when.kind == "quarter" and previous:
        return when.words.lower().removeprefix("the ") in previous.lower() or None
    if when.kind == "month":
        return _is_quarter_end(when.month, previous)
    if when.kind == "back":
        return when.months == 3 or None
    return True if when.kind in ("previous", "last") else False if when.kind == "current" else None


def _is_quarter_end(month: int, previous: str) -> bool | None:
    """Whether the month is the last of the last report's quarter: False for that of this report, None for another one."""
    quarter = re.search(r"(?:Quarter |Q)([1-4])", previous)
    if quarter is None:
        return None
    before = 3 * int(quarter[1])
    return True if month == before % 12 + 3 else False if month == (before + 3) % 12 + 3 else None
