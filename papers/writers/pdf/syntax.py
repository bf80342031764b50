"""Values in PDF's own syntax (ISO 32000-1, 7.3)."""

from __future__ import annotations

from functools import cache


def number(value: float) -> str:
    """A number with at most two decimals (1/7200 inch: finer than any press)."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def string(text: str) -> str:
    """A text string: readable where it is ASCII, else UTF-16."""
    if text.isascii():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


@cache
def colour(value: str) -> str:
    """The three numbers of a colour #RRGGBB."""
    return " ".join(_share(int(value[at : at + 2], 16)) for at in (1, 3, 5))


def _share(level: int) -> str:
    return f"{level / 255:.4f}".rstrip("0").rstrip(".")
