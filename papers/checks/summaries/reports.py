"""Which report a period is of: the present one, the last one, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.checks.language.matching import matcher
from papers.checks.language.periods import ORDINALS, When

BARE = matcher(r"(?:the )?(?:first|second|third|fourth)$", re.IGNORECASE)
"""An ordinal alone, which may be of parts or things as well as of quarters: "two in the first and one in the second"."""
ANOTHER = matcher(r"(?<!\S)(first|second|third|fourth)(?: quarterly| performance)* report(?!\S)")
"""A report of the year."""


def tells_of_another(text: str, previous: str) -> bool:
    """Whether the last report of the year that the words name is another than the one after the previous: "in the first report"."""
    named, own = ANOTHER.findall(text), re.search(r"(?:Quarter |Q)([1-4])", previous)
    return bool(named) and own is not None and ORDINALS[named[-1]] != int(own[1]) % 4 + 1


def is_previous(when: When, previous: str) -> bool | None:
    """Whether the period is that of the last report, which is called `previous`: False for the present one, None for another."""
    if when.kind == "quarter" and BARE.match(when.words):
        return None
    if when.kind == "quarter" and previous:
        return _is_quarter(when, previous)
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


def _is_quarter(when: When, previous: str) -> bool | None:
    """Whether the quarter is that of the last report: False for the one after it, None for another one, or one of some year alone."""
    last = re.search(r"(?:Quarter |Q)([1-4])", previous)
    year = re.search(r"20\d\d[/-]\d\d", when.words)
    if last is None or (year and year[0].replace("-", "/") not in previous):
        return None
    before = int(last[1])
    return True if when.quarter == before else False if when.quarter == before % 4 + 1 and (not year or before < 4) else None


def is_aside(tokens: Sequence[str]) -> bool:
    """Whether the period behind those tokens is of what came before what is said: "are now ahead of target after missing it in June"."""
    last = max((at for at, each in enumerate(tokens) if each[0] == "=" and len(each) > 1), default=None)
    return last is not None and bool({"after", "having"} & set(tokens[last:]))
