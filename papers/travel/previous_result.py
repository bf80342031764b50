"""Direction by previous result: the latest figure against the one reported before it, compared as published.

An annual indicator is compared with last year, not with a later figure of the same year. What happened is one question,
whether it is good another: a falling number is an improvement where lower is better, and where the target is to be hit, or a
range to be kept, it is the distance that counts.
"""

from __future__ import annotations

from papers.results import Direction
from papers.travel.comparing import NO_EARLIER, compared
from papers.travel.points import Series, result_before

NAME = "previous-result"


def direction(series: Series) -> Direction:
    """The direction of the series' latest result, with the sentence that explains it; `went` None where it can't be told."""
    latest = series.latest
    return compared(NAME, series, latest and result_before(series, latest), NO_EARLIER)
