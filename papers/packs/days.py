"""Clear days between a publication and a meeting: neither of the two days counts."""

from __future__ import annotations

import datetime as dt
from functools import cache

DAY = dt.timedelta(days=1)


def clear_days(published: dt.date, meeting: dt.date, *, working: bool) -> int:
    """How many clear days lie between them; with `working`, weekends and the bank holidays of England and Wales don't count."""
    between = (published + DAY * n for n in range(1, (meeting - published).days))
    return sum(1 for day in between if not working or is_working(day))


def last_day(meeting: dt.date, wanted: int, *, working: bool) -> dt.date:
    """The latest day of publication that leaves so many clear days; itself a day on which an office is open."""
    day = meeting - DAY
    while clear_days(day, meeting, working=working) < wanted or (working and not is_working(day)):
        day -= DAY
    return day


def is_working(day: dt.date) -> bool:
    """Whether it is no weekend and no bank holiday in England and Wales."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


@cache
def _bank_holidays(year: int) -> frozenset[dt.date]:
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
