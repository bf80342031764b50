"""How a block keeps with what follows."""

from __future__ import annotations

from typing import Literal

Hold = Literal["free", "whole", "chain"]
"""`free`: by its style alone; `whole`: its paragraphs stay together; `chain`: together and with the next block."""
