"""Statements of a tendency: on an upward path, on the mend, a worsening trend."""

from __future__ import annotations

import re

from papers.checks.aboutness import speaks
from papers.checks.claiming import in_group
from papers.checks.comparing import NEGATED, subject_series
from papers.checks.directions import hold_way, went_as
from papers.checks.grammar import direction_of
from papers.checks.reading import Reading

TREND = re.compile(
    r"(?<!\S)(?:(?:an?|the|this|its|our|on|in) (?:(?:clear|steady|general|long|slow|gentle|long-term) )*(?P<way>upwards?|downwards?|rising|falling|improving|worsening|declining|deteriorating|increasing|decreasing|growing) (?:trend|path|trajectory|course|curve)"
    r"|on the (?P<on>increase|rise|up|decline|wane|mend|slide|way up|way down)|in (?P<in>decline|retreat)|in the (?P<side>right|wrong) direction|trend is (?:now |still )?(?P<is>up|down|upwards?|downwards?|rising|falling|improving|worsening))(?!\S)"
)
""""on an upward path", "on the mend"."""
TRENDS = {
    "right": "better",
    "wrong": "worse",
    "mend": "better",
    "increase": "up",
    "rise": "up",
    "decline": "down",
    "wane": "down",
    "retreat": "down",
    "slide": "down",
    "way up": "up",
    "way down": "down",
}


def _trend(reading: Reading, found: re.Match[str]) -> None:
    """Hold a trend: by the last step, or by all that is shown."""
    said = next(each for each in (found["way"], found["on"], found["in"], found["side"], found["is"]) if each)
    way = TRENDS.get(said) or ("up" if said.startswith("up") else "down" if said.startswith("down") else direction_of(said))
    if "reverse" in reading.clause(found.start()).split() or not speaks(reading, reading.text[: found.start()]) or in_group(reading):
        return
    results = reading.facts.all([subject_series(reading, found.start())])
    results = [each for each in results if each.observation.period.end <= reading.timeline.current.period.end]
    ends = [(results[-2], results[-1]), (results[0], results[-1])] if len(results) > 1 else []
    went = [went_as(reading, way, *each) for each in ends]
    if ends and None not in went:
        hold_way(
            reading,
            way,
            *ends[went.index(way) if way in went else 0],
            found.span(),
            negated=bool(NEGATED.search(reading.text[: found.start()])),
        )


def tendencies(reading: Reading) -> None:
    """Hold every tendency that is told."""
    for found in reading.matches(TREND):
        _trend(reading, found)
