"""What the key to the ratings says of a method: its question, what each direction means, and the settings in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from papers.dataset import TravelOptions
from papers.results import Went
from papers.travel import previous_result, relative_to_target, spc, trend, year_ago
from papers.travel.trend import LEAST
from papers.travel.xmr import FIRM, LIMIT, SCREEN

Meanings = Mapping[Went | None, str]


@dataclass(frozen=True, slots=True)
class Key:
    """A method as the key explains it: `meanings` by direction, None for "can't be told"; `settings` in sentences."""

    method: str
    question: str
    meanings: Meanings
    settings: tuple[str, ...] = ()


NOT_TOLD = "There are no two results to compare, or they are not comparable."

COMPARED: Mapping[str, tuple[str, Meanings]] = {
    previous_result.NAME: (
        "The latest result is compared with the one reported before it, as published; an annual result with the year before.",
        {
            "improved": "The latest result is better than the one before it.",
            "worsened": "The latest result is worse than the one before it.",
            "same": "The latest result is the same as the one before it.",
            None: NOT_TOLD,
        },
    ),
    relative_to_target.NAME: (
        "The gap between the latest result and its target is compared with that of the result before.",
        {
            "improved": "The latest result is better against its own target than the one before was against its target.",
            "worsened": "The latest result is worse against its own target than the one before was against its target.",
            "same": "The latest result stands to its target as the one before did.",
            None: "One of the two results has no target, or the two are not comparable.",
        },
    ),
    year_ago.NAME: (
        "The latest result is compared with that of the same period a year before, as published.",
        {
            "improved": "The latest result is better than a year before.",
            "worsened": "The latest result is worse than a year before.",
            "same": "The latest result is the same as a year before.",
            None: "There is no result of a year before, or the two are not comparable.",
        },
    ),
}


def key_of(method: str, options: TravelOptions) -> Key:
    """The key to the method. KeyError for an unknown one."""
    if method in COMPARED:
        question, meanings = COMPARED[method]
        return Key(method, question, meanings)
    return KEYS[method](options)


def _trend(options: TravelOptions) -> Key:
    least = max(options.least_points, LEAST)
    return Key(
        trend.NAME,
        "A straight line is fitted to all comparable results of the indicator, and its slope is tested.",
        {
            "improved": "The line goes the right way, and more steeply than chance explains.",
            "worsened": "The line goes the wrong way, and more steeply than chance explains.",
            "same": "The results are stable or show no clear trend.",
            None: f"There are fewer than {least} comparable results.",
        },
        (
            f"The slope is tested from both sides at the {options.significance}% level of significance.",
            f"A trend is told from at least {least} results.",
        ),
    )


def _spc(options: TravelOptions) -> Key:
    signals = (
        f"A change shows as a result outside the limits, {options.run} results rising or falling one after another, "
        f"two of three results near a limit, or {options.shift} results running on one side of the mean."
    )
    screening = f"Moving ranges of at least {SCREEN} times their average are left out of it."
    return Key(
        spc.NAME,
        "The latest result is read off a control chart, which tells change from chance.",
        {
            "improved": "The latest result shows an improvement that chance does not explain.",
            "worsened": "The latest result shows a change for the worse that chance does not explain.",
            "same": "The latest result is within what chance explains (common cause variation).",
            None: "There are too few comparable results, or it is not said which results are better.",
        },
        (
            f"The limits lie {LIMIT} times the mean moving range from the mean.",
            *([screening] if options.screening else []),
            signals,
            f"Limits from fewer than {FIRM} results are provisional.",
        ),
    )


KEYS: Mapping[str, Callable[[TravelOptions], Key]] = {trend.NAME: _trend, spc.NAME: _spc}
"""Methods whose key depends on their settings."""
