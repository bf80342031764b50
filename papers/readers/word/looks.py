"""Runs of a Word file as runs, chips and directions: what a run's properties and character style say of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.document import Chip, Inline, Run, Shape, Travel
from papers.readers.word.names import at, is_on, val, w

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.reading import Reading

CHIP, DIRECTION = "chip", "direction"
SHAPE_OF: dict[str, Shape] = {"▲": "up", "▼": "down", "■": "level"}
"""What the house draws for each shape (papers.house.SHAPES), turned about."""
