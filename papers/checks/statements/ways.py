"""Which way a figure went between two periods: up or down, better or worse by the indicator's polarity."""

from __future__ import annotations

from decimal import Decimal

from papers.checks.facts import Figure
from papers.checks.language.amounts import Verdict
from papers.checks.reading import Reading
from papers.checks.statements.comparing import broken
from papers.wording import with_unit


def hold_way(reading: Reading, way: str, then: Figure, now: Figure, span: tuple[int, int], *, negated: bool = False) -> None:
    """Hold up, down, better or worse against two figures."""
    went = _went_as(reading, way, then, now)
    if went is None:
        reading.add("unknown", "direction", span)
        return
    verdict: Verdict = "true" if (went == way) != negated else "false"
    computed = f"from {with_unit(then.number, then.unit)} in {then.observation.period.spoken} to {with_unit(now.number, now.unit)} in {now.observation.period.spoken}"
    words = {"up": "rose", "down": "fell", "better": "improved", "worse": "worsened", "same": "stayed the same"}
    reading.add(
        verdict, "direction", span, now, says=f"it {words[went]}", computed=computed, wording=words[went] if verdict == "false" else ""
    )


def goes(reading: Reading, way: str, then: Figure, now: Figure, *, negated: bool = False) -> bool:
    """Whether it went that way between the two figures, as far as the data tells."""
    return (_went_as(reading, way, then, now) in (way, None)) != negated


def _went_as(reading: Reading, way: str, then: Figure, now: Figure) -> str | None:
    """What the figures did, in the terms of the words: up and down, or better and worse; None where it can't be told."""
    if broken(reading, then, now):
        return None
    change = now.number - then.number
    if way in ("up", "down"):
        return "up" if change > 0 else "down" if change < 0 else "same"
    if now.name != "actual" or reading.facts.indicator.direction:
        return None
    one, two = _badness(reading, then), _badness(reading, now)
    if one is None or two is None or (one == two and change):
        return None
    return "same" if one == two else "better" if two < one else "worse"


def _badness(reading: Reading, figure: Figure) -> Decimal | None:
    """How bad a figure is by the indicator's polarity: less is better; None where the data does not say."""
    polarity = reading.facts.indicator.polarity
    if polarity in ("higher", "lower"):
        return -figure.number if polarity == "higher" else figure.number
    low, high, target = (reading.facts.figure(name, figure.observation) for name in ("lower", "upper", "target"))
    if polarity == "closest" and target:
        return abs(figure.number - target.number)
    if polarity == "range" and (low or high):
        return max(low.number - figure.number if low else Decimal(0), figure.number - high.number if high else Decimal(0), Decimal(0))
    return None
