"""The rules that tell a signal from chance on a control chart, on plain signs and without a figure in sight.

Each answers for every point whether it belongs to a pattern. Signs are 1, 0 or -1: the side of the mean on which a point
lies, or whether the next point is higher, level or lower. The rules are those of the NHS "Making Data Count" programme.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

Signs = Sequence[int]
"""One sign a point, or one a step between two points."""

WINDOW = 3
NEEDED = 2
"""Two of three points near a limit are a signal."""


def runs(signs: Signs) -> Iterator[tuple[int, int, int]]:
    """Each unbroken run of one sign but 0: its sign, its first index, and the index after its last."""
    start = 0
    for index, (sign, following) in enumerate(pairwise([*signs, 0]), 1):
        if sign != following or not sign:
            if sign:
                yield sign, start, index
            start = index


def shifts(sides: Signs, least: int) -> list[int]:
    """The side of the mean on which a run of at least `least` points lies, for each point of one; 0 for others.

    A point on the mean has the sign 0 and breaks a run.
    """
    found = [0] * len(sides)
    for sign, start, end in runs(sides):
        if end - start >= least:
            found[start:end] = [sign] * (end - start)
    return found


def trends(steps: Signs, least: int) -> list[int]:
    """Whether each point belongs to at least `least` points that rise (1) or fall (-1) one after another; 0 for others.

    `steps` has a sign for each step between neighbours, so one fewer than there are points. A tie is a step of 0 and breaks a
    run. A point where one run ends and another begins belongs to the later.
    """
    found = [0] * (len(steps) + 1)
    for sign, start, end in runs(steps):
        if end - start + 1 >= least:
            found[start : end + 1] = [sign] * (end - start + 1)
    return found


def two_of_three(sides: Signs, near: Sequence[bool]) -> list[int]:
    """The side of the mean, for each point near a limit that has another such point within three; 0 for others.

    All three lie on the same side of the mean; the third may be anywhere there. Points outside the limits are not near.
    """
    found = [0] * len(sides)
    for start in range(len(sides) - WINDOW + 1):
        window = range(start, start + WINDOW)
        one_side = len({sides[n] for n in window}) == 1 and sides[start]
        if one_side and sum(near[n] for n in window) >= NEEDED:
            for n in window:
                found[n] = sides[n] if near[n] else found[n]
    return found
