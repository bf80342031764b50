"""How many risks have a score: "five risks stand at 12 and two at 9"."""

from __future__ import annotations

import re
from decimal import Decimal

from papers.checks.language.amounts import Amount
from papers.checks.language.matching import matcher
from papers.checks.language.quantities import holds_share
from papers.checks.risks.mentions import distinct
from papers.checks.risks.sentence import RiskSentence, Time, value
from papers.checks.risks.words import AT_SCORES, PART_AT

QUALIFIED = matcher(r" ,? ?(?:as|like|still|again|unchanged|with|whose|without|since|and (?:have|has|are|is) (?:not|still|un))(?!\S)")
"""After a score: some of those that have it are meant, "at 12 as in June"."""


OTHER = matcher(r"(?<!\S)(?:other|others|more|further)(?!\S)")
"""Words of risks besides those that are named: "four other risks on 12"."""


def at_scores(reading: RiskSentence) -> None:
    """Hold "five risks stand at 12 and two at 9": how many risks have a score."""
    for found in AT_SCORES.finditer(reading.text):
        number, score = (reading.coded.amounts[int(found[each])] for each in ("n", "score"))
        words = reading.text[: found.end()]
        whole = re.search(r" of (?:the|all|our|these) $", reading.text[: found.start()])
        if whole or number.around or QUALIFIED.match(reading.text, found.end()):
            reading.used.add(int(found["score"]))
            continue
        if (
            reading.is_guarded(found.start())
            or number.unit not in ("", "share", "%")
            or not re.search(r"(?<!\S)risks?(?!\S)", words)
            or PART_AT.search(words)
        ):
            continue
        time: Time = "last" if reading.times(*found.span()) == ("last",) else "now"
        having = [each for each in reading.dataset.risks if value(each, "score", time) == score.value]
        reading.used |= {int(found["n"]), int(found["score"])}
        named = distinct(each.risk for each, (start, _) in zip(reading.mentions, reading.places, strict=True) if start > found.end())
        listed = len(named) == number.value and ":" in reading.text[found.end() :]
        besides = [each for each in having if each not in {one.risk for one in reading.mentions}] if OTHER.search(found[0]) else having
        right = any(_are_so_many(reading, number, len(each)) for each in (having, besides)) and (
            not listed or all(each in having for each in named)
        )
        said = f"{len(having)} risks score {score.value}: {', '.join(each.title for each in having)}"
        reading.judge(found.span(), [(right, said)])


def _are_so_many(reading: RiskSentence, number: Amount, count: int) -> bool:
    """Whether the number, or the share of all risks or of those that are scored, is that count."""
    if not number.unit:
        return number.value == count
    sizes = (len(reading.dataset.risks), sum(each.current_score is not None for each in reading.dataset.risks))
    return any(holds_share(number, Decimal(100 * count) / each) in ("true", "rounded") for each in sizes if each)
