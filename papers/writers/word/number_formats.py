"""The spreadsheet format in which numbers read as labels that are worded already."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.document import Tick

LABEL = re.compile(r"(?P<before>[^\d]*?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<after>[^\d]*)")
MINUS = re.compile("[-\u2212]")


def format_as(label: str, code: str) -> str:
    """The format with as many decimals as the label has: "10%" among figures with one decimal stays "10%"."""
    found = LABEL.fullmatch(label)
    decimals = found["number"].partition(".")[2] if found else None
    return code if decimals is None else re.sub(r"0\.0+", "0." + "0" * len(decimals) if decimals else "0", code, count=1)


def tick_format(ticks: Sequence[Tick], other: str) -> str:
    """The format that gives the ticks their labels; `other` where no format does (0 to 2m, say)."""
    found = [LABEL.fullmatch(tick.label) for tick in ticks]
    parts = [each for each in found if each]
    if len(parts) < len(ticks) or any(_number(each, tick) for each, tick in zip(parts, ticks, strict=True)):
        return other
    before = {MINUS.sub("", each["before"]) for each in parts}
    after = {each["after"] for each in parts}
    decimals = {len(each["number"].partition(".")[2]) for each in parts}
    if len(before) > 1 or len(after) > 1 or len(decimals) > 1:
        return other
    thousands = any("," in each["number"] for each in parts)
    digits = ("#,##0" if thousands else "0") + ("." + "0" * max(decimals) if max(decimals) else "")
    return f"{_literal(before.pop())}{digits}{_literal(after.pop())}"


def _number(label: re.Match[str], tick: Tick) -> bool:
    """Whether the label's number is another one than the tick's."""
    return label["number"].replace(",", "") != f"{abs(tick.value):.{len(label['number'].partition('.')[2])}f}"


def _literal(words: str) -> str:
    return f'"{words}"' if words else ""
