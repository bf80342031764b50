"""Where something stands in a Word file, and when it was done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from papers.readers.word.names import val, w

if TYPE_CHECKING:
    from papers.readers.word.names import Element


def block_of(element: Element) -> str:
    """The id of the innermost block around the element: the tag of the nearest content control that has one; "" in none."""
    for holder in element.iterancestors(w("sdt")):
        tag = val(holder, "sdtPr/tag")
        if tag:
            return tag
    return ""


def moment(text: str | None) -> dt.datetime | None:
    """The date and time that a file states, in UTC where it says so; None where it states none."""
    try:
        return dt.datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
