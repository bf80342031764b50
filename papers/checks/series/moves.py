"""What is said of the way from one result to the next, which may be asked of every step: "rose", "fell by two points", "stayed the same"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from papers.checks.facts import Figure
from papers.checks.language.amounts import Amount, holds
from papers.checks.language.grammar import ANY_NOUN, ANY_VERB, SAME, direction_of
from papers.checks.language.matching import matcher
from papers.checks.reading import Reading, fits
from papers.checks.series.claim import Claim
from papers.checks.statements.comparing import NEGATED, WAYS, broken, sense, subject_series, unnegated, way_of
from papers.dataset import Observation

MOVE = matcher(
    rf"(?<!\S)({ANY_VERB}|{ANY_NOUN}|rise|fall|improve|increase|decrease|worsen|deteriorate|decline|drop|slip|up|down|more|less|faster|quicker|slower|longer|shorter|{SAME})(?!\S)(?! #(?!\d+ (?:running|in a row|in succession|on end|on the trot|straight|consecutive|successive)(?!\S))| or (?:above|below|more)| (?:below|under|through|short|outside|above|past|over|behind|within|inside|beyond) )"
)
BY = matcher(r"(?: (?!#|,|;|and )\S+){0,2}? by(?: just| only)? #(\d+)| #(\d+)(?= (?:each|every|a @|in each))")
POINTS = matcher(r"(?<!\S)#(\d+) (?:\S+ )?$")


def moves(reading: Reading) -> Iterator[Claim]:
    """A rise or fall from the result before, of the size that is given with it."""
    for found in reading.matches(MOVE):
        word = found[1]
        if re.search(r"(?:#\d+|=\w+) or $", reading.text[: found.start()]):
            continue
        if word.startswith("as ") and re.search(r"\*\w+(?: ,)? $", reading.text[: found.start()]):
            continue
        if word in WAYS and (beside := re.match(r"(?: (?!,|;)\S+)*? than(?: (?:in|at|that of))?(?: @(\d+))?", reading.text[found.end() :])):
            when = reading.when(beside[1])
            if when is None or when.kind not in ("previous", "last"):
                continue
        way = sense(reading, PLAIN.get(word, "") or direction_of(word) or way_of(word, reading.facts.unit)) or (
            "same" if re.fullmatch(SAME, word) else ""
        )
        if not way or (word in ("more", "less", "fewer") and not reading.names_subject(" ".join(reading.text[found.end() :].split()[:3]))):
            continue
        size = BY.match(reading.text[found.end() :])
        before = POINTS.search(reading.text[: found.start()])
        index = (size[1] or size[2]) if size else before[1] if before and re.fullmatch(ANY_NOUN, word) else None
        denied = bool(NEGATED.search(unnegated(reading.text[: found.start()])))
        series = subject_series(reading, found.start())
        step = _stepped(reading, series, way, reading.amount(index) if index else None, denied=denied, loosely=word in LOOSE)
        yield Claim(found.start(), found.end() + (size.end() if size else 0), step, denied, move=True, still=way == "same")


PLAIN = dict.fromkeys(("up", "more", "increase"), "up") | dict.fromkeys(("down", "less", "decrease", "decline"), "down")
PLAIN |= {"improve": "better", "worsen": "worse", "deteriorate": "worse"}


LOOSE = frozenset(("stable", "steady", "flat", "static"))
"""Words of figures that hardly move."""
LITTLE = Decimal("0.05")
"""Which share of a figure is hardly a move."""


def _stepped(
    reading: Reading, series: str, way: str, size: Amount | None, *, denied: bool, loosely: bool
) -> Callable[[Observation], bool | None]:
    def told(observation: Observation) -> bool | None:
        now: Figure | None = reading.facts.figure(series, observation)
        then = reading.facts.figure(series, reading.timeline.before(observation, series))
        if now is None or then is None or broken(reading, then, now):
            return None
        change = now.number - then.number
        if loosely and change and abs(change) <= LITTLE * abs(then.number):
            return None
        went = "up" if change > 0 else "down" if change < 0 else "same"
        if size is None or way == "same":
            return (went == way) != denied
        if size.unit not in ("points", "") and not fits(size, now.unit):
            return None
        return (went == way and holds(size, abs(change)) != "false") != denied

    return told
