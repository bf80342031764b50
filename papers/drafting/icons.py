"""What a control chart says of an indicator, in words with a shape: its variation, and whether its target can be relied on."""

from __future__ import annotations

from collections.abc import Mapping

from papers.document import Shape, Travel
from papers.results import Assurance, Direction, Variation

VARIATION: Mapping[Variation, tuple[str, Shape]] = {
    "common cause": ("Common cause variation", "level"),
    "improvement high": ("Special cause: improving", "up"),
    "improvement low": ("Special cause: improving", "up"),
    "concern high": ("Special cause: worsening", "down"),
    "concern low": ("Special cause: worsening", "down"),
    "neutral high": ("Special cause: higher", "level"),
    "neutral low": ("Special cause: lower", "level"),
}
ASSURANCE: Mapping[Assurance, tuple[str, Shape]] = {
    "consistently met": ("Consistently meeting target", "up"),
    "hit and miss": ("Hitting and missing target", "level"),
    "consistently missed": ("Consistently missing target", "down"),
}
"""The icons of the NHS "Making Data Count" programme as words; the shapes are those of the direction of travel."""


def icons(direction: Direction, indicator: str) -> tuple[Travel, ...]:
    """The direction as variation, with its key CS01/direction, then assurance, CS01/assurance; nothing without a control chart."""
    variation, assurance = direction.variation, direction.assurance
    if variation is None:
        return ()
    told = (Travel(*ASSURANCE[assurance], figure=f"{indicator}/assurance"),) if assurance else ()
    return (Travel(*VARIATION[variation], figure=f"{indicator}/direction"), *told)
