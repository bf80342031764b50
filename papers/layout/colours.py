"""Colours that can be read on their ground."""

from __future__ import annotations

from functools import cache

from papers.metrics.contrast import LEAST, contrast, luminance, parts

__all__ = ["contrast", "readable"]


@cache
def readable(colour: str, ground: str) -> str:
    """The colour, darkened (or lightened on a dark ground) as little as text on `ground` needs."""
    target = 0.0 if luminance(ground) > 0.18 else 255.0
    own = parts(colour)
    for step in range(101):
        mixed = tuple(part + (target - part) * step / 100 for part in own)
        shown = "#" + "".join(f"{round(part):02X}" for part in mixed)
        if contrast(shown, ground) >= LEAST:
            return shown
    return "#000000" if target == 0.0 else "#FFFFFF"
