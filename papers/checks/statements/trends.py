"""Directions of more than one step: what goes on ("continuing the rise seen since June"), and what is forecast ("is forecast to fall a little")."""

from __future__ import annotations

import re

from papers.checks.language.grammar import ANY_NOUN, direction_of
from papers.checks.language.matching import matcher
from papers.checks.reading import Reading
from papers.checks.statements.aboutness import is_other, speaks
from papers.checks.statements.comparing import NEGATED, current_figure, sense, subject_series
from papers.checks.statements.ways import hold_way
from papers.wording import with_unit

BASE = {
    "up": "rise|increase|grow|climb|go up|edge up|creep up|move up|widen|lengthen|mount",
    "down": "fall|fall back|decrease|reduce|drop|decline|go down|come down|edge down|creep down|slip|slide|shrink|narrow|ease|dwindle|shorten",
    "better": "improve|get better|recover|strengthen|progress|advance",
    "worse": "worsen|get worse|deteriorate|weaken|slow",
}
"""Infinitives of direction."""
BASES = "|".join(each for words in BASE.values() for each in sorted(words.split("|"), key=len, reverse=True))
TRENDS = {"upward": "up", "rising": "up", "increasing": "up", "downward": "down", "falling": "down", "decreasing": "down"} | {
    "improving": "better",
    "worsening": "worse",
}
CONTINUED = matcher(
    rf"(?<!\S)(?:continu(?:ing|es|ed)|extend(?:ing|s|ed)|sustain(?:ing|s|ed)|keep(?:ing|s) up|prolong(?:ing|s|ed)|maintain(?:ing|s|ed))"
    rf" (?:the|its|our|a|an)(?: (?:recent|steady|slow|gradual|gentle|longer|long-term|long|general|strong|sharp|clear))*"
    rf" (?:(?P<trend>{'|'.join(TRENDS)}) (?:trend|path|movement|drift|run|course)|(?P<noun>{ANY_NOUN}))"
    rf"(?= (?:seen|since|that|which|of(?: the)? (?:last|past|@\d+)|over|begun|started|made|from|reported|recorded|noted|@\d+|in @\d+|[.,;)])(?!\S)|$)"
)
"""What goes on, and so holds of the latest step."""
FORECAST = matcher(
    rf"=forecast(?: (?!#|,|;|@)\S+){{0,3}}? (?:to(?: (?:slightly|further|continue to|also))* (?P<base>{BASES})|(?:an?|another|further)(?: (?:slight|small|modest|further|sharp|steady|big|large))* (?P<noun>{ANY_NOUN}))"
    r"(?!\S)"
)
"""Which way the forecast lies from the latest figure."""


def trends(reading: Reading) -> None:
    """Hold what is said to go on, and which way it is forecast to go."""
    for found in reading.matches(CONTINUED):
        _continued(reading, found, TRENDS.get(found["trend"] or "") or direction_of(found["noun"] or ""))
    for found in FORECAST.finditer(reading.text):
        _forecast(reading, found)


def _continued(reading: Reading, found: re.Match[str], way: str) -> None:
    """The latest step must go the way that is said to go on."""
    series = subject_series(reading, found.start())
    now = current_figure(reading, found.start(), series)
    then = reading.facts.figure(series, reading.timeline.before(now.observation, series)) if now else None
    if now and then and way and not is_other(reading, reading.clause(found.start()).replace(found[0], "")):
        hold_way(reading, way, then, now, found.span(), negated=bool(NEGATED.search(reading.text[: found.start()])))


def _forecast(reading: Reading, found: re.Match[str]) -> None:
    """The one forecast that is later than the latest figure must lie on that side of it."""
    way = next((name for name, words in BASE.items() if found["base"] in words.split("|")), "") or direction_of(found["noun"] or "")
    said, now = sense(reading, way), reading.facts.figure("actual", reading.timeline.current)
    later = [each for each in reading.facts.all(["forecast"]) if each.observation.period.end > reading.timeline.current.period.end]
    if not said or now is None or len(later) != 1 or not speaks(reading, reading.clause(found.start())):
        return
    aim = later[0]
    held = aim.number > now.number if said == "up" else aim.number < now.number
    computed = f"{with_unit(aim.number, aim.unit)} against {with_unit(now.number, now.unit)}"
    reading.add("true" if held else "false", "forecast", found.span(), aim, says=f"{now.says}; {aim.says}", computed=computed)
