"""Batches of mitigating actions: which one words mean, and the actions that a report counts in full without listing them all."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from papers.checks.language.matching import matcher
from papers.checks.risks.spoken import DATE
from papers.dataset import RiskAction, StatedTotal
from papers.wording import MONTHS

UNDATED = r"due (?:by|in|at|before|for|up to)(?: the end of| end of| the)? (?:\d{1,2} )?(?:" + "|".join(MONTHS) + r")(?: 20\d\d)?"
"""A date by which a batch is named where actions have none."""
AFTER = matcher(r"\b(?:after|beyond) (?:the (?:end|close) of )?(?:the|this) (?:quarter|period)\b", re.IGNORECASE)
"""What names the batch that comes after the report's own period."""


def named_batches(sentence: str, actions: Sequence[RiskAction], end: dt.date) -> list[str]:
    """The batches that the sentence names, of which one within another is not meant; without due dates, that due by the period's end."""
    known = list(dict.fromkeys(each.batch for each in actions))
    found = [each for each in known if re.search(rf"\b{re.escape(each)}\b", sentence, re.IGNORECASE)]
    found = [each for each in found if not any(each != other and each in other and other.lower() in sentence.lower() for other in found)]
    if not found and AFTER.search(sentence):
        found = [each for each in known if each.lower().startswith("after ")]
    due = DATE.search(sentence)
    if not found and due and is_undated(actions) and MONTHS.index(due["month"]) + 1 == end.month and due["way"] != "after":
        return known[:1]
    return found


def is_undated(actions: Sequence[RiskAction]) -> bool:
    """Whether the actions have no due dates, so that their batches alone tell when they are due."""
    return not any(each.due for each in actions)


def counted_in_full(actions: Sequence[RiskAction], stated: Sequence[StatedTotal]) -> tuple[RiskAction, ...]:
    """The actions with those that the report counts but does not list; of batches alone whose published counts make up the total."""
    return (*actions, *(each for batch in dict.fromkeys(each.batch for each in actions) for each in _unlisted(batch, actions, stated)))


def _unlisted(batch: str, actions: Sequence[RiskAction], stated: Sequence[StatedTotal]) -> Iterator[RiskAction]:
    """The actions of the batch that are counted and not listed."""
    counts = {each.measure: each.value for each in stated if each.subject == f"risk_actions/{batch}"}
    total = counts.pop("total", None)
    known = {status: int(number) for status, number in counts.items() if number is not None}
    if total is None or len(known) < len(counts) or sum(known.values()) != total:
        return
    for status, number in known.items():
        listed = sum(each.batch == batch and each.status == status for each in actions)
        yield from (RiskAction("", batch, status, "") for _ in range(number - listed))
