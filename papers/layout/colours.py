"""Colours by their contrast, as WCAG 2.2 measures it."""

from __future__ import annotations

from functools import cache

LEAST = 4.5
"""Contrast that text needs (WCAG 2.2, 1.4.3)."""


@cache
def readable(colour: str, ground: str) -> str:
    """The colour, darkened (or lightened on a dark ground) as little as text on `ground` needs."""
    target = 0.0 if _luminance(ground) > 0.18 else 255.0
    parts = _parts(colour)
    for step in range(101):
        mixed = tuple(part + (target - part) * step / 100 for part in parts)
        shown = "#" + "".join(f"{round(part):02X}" for part in mixed)
        if contrast(shown, ground) >= LEAST:
            return shown
    return "#000000" if target == 0.0 else "#FFFFFF"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
