"""Labels of charts: wrapped or thinned where they are many, moved apart where they would touch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Measure = Callable[[str], float]


def wrapped(texts: Sequence[str], room: float, measure: Measure, most: int = 2) -> list[tuple[str, ...]]:
    """Each text in lines within `room`; where that takes more than `most` lines, only every second, third ... text is shown.

    The last text always is: it is the present. A single text is never left out, only wrapped at its spaces.
    """
    parts = [tuple(_lines(text, room, measure)) for text in texts]
    if all(_fits(each, room, measure, most) for each in parts):
        return parts
    for every in range(2, len(texts) + 1):
        more = room * (2 * every + 1) / 3  # not all of `every`: the first and last may be moved inwards from the chart's edges
        wide = [tuple(_lines(text, more, measure)) for text in texts]
        shown = [each if (len(texts) - 1 - n) % every == 0 else () for n, each in enumerate(wide)]
        if all(_fits(each, more, measure, most) for each in shown):
            return shown
    return [each if n == len(texts) - 1 else () for n, each in enumerate(parts)]


def _fits(lines: Sequence[str], room: float, measure: Measure, most: int) -> bool:
    return len(lines) <= most and all(measure(line) <= room for line in lines)


def _lines(text: str, room: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and measure(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def apart(middles: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """The middles moved as little as keeps labels of these heights from touching, in the same order, between top and bottom."""
    order = sorted(range(len(middles)), key=lambda n: (middles[n], n))
    places = list(middles)
    edge = top
    for n in order:
        places[n] = max(places[n], edge + heights[n] / 2)
        edge = places[n] + heights[n] / 2
    edge = bottom
    for n in reversed(order):
        places[n] = min(places[n], edge - heights[n] / 2)
        edge = places[n] - heights[n] / 2
    return places
