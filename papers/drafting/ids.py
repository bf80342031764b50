"""Ids of blocks and keys of figures, as docs/architecture.md gives them."""

from __future__ import annotations

import hashlib
import re

from papers.dataset import Period
from papers.document import MAX_ID

UNFIT = re.compile(r"[^A-Za-z0-9_.:-]+")


def block_id(*parts: str) -> str:
    """The parts joined by "/" as a block id: unfit characters become hyphens, one that is too long ends in a digest of itself.

    A part may be an id itself. The first one is one of ours ("indicator", "section"): an id begins with a small letter or a digit.
    """
    whole = "/".join(UNFIT.sub("-", word).strip("-") or "-" for part in parts for word in part.split("/"))
    if len(whole) <= MAX_ID:
        return whole
    digest = hashlib.sha256(whole.encode()).hexdigest()[:8]
    return f"{whole[: MAX_ID - 9].rstrip('/')}-{digest}"


def indicator_id(indicator: str, *parts: str) -> str:
    """The id of a block of the indicator: indicator/CS01/chart."""
    return block_id("indicator", indicator, *parts)


def figure(indicator: str, period: Period, series: str) -> str:
    """The key of a figure: CS01/2013-12-31/actual."""
    return f"{indicator}/{period.end.isoformat()}/{series}"


def table_figure(table: str, *labels: str) -> str:
    """The key of a figure in a supplementary table, from the labels of its row and column: table/calls/Adult-Education/Apr-Jun."""
    return "/".join(("table", table, *(UNFIT.sub("-", label).strip("-") for label in labels if label)))
