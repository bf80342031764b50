"""How many of how many, as prose says it: "19 of the 35", "all but two", "none", "fewer than half", "one in three", "54%", "most"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from papers.checks.language.amounts import NEARLY, Amount, Around, Verdict, holds
from papers.checks.language.matching import matcher
from papers.checks.language.numerals import AROUND, FRACTIONS, NUMBER_WORDS, WORD_NUMBER

_AROUND = "|".join(
    re.escape(each)
    for each in sorted([*AROUND, "only", "just", "as many as", "a total of", "a shade over", "a shade under"], key=len, reverse=True)
)
_NUMBER = rf"(?:a dozen|half a dozen|a couple|{WORD_NUMBER}|\d{{1,3}}(?:,\d{{3}})+|\d+)"
_FRACTION = "|".join(sorted((each.replace(" ", "[ -]") for each in FRACTIONS), key=len, reverse=True))
_UNIT = (
    r"(?! ?(?:percentage |per ?cent |%)?points?\b)(?![ -](?:months?|weeks?|years?|hours?|minutes?|seconds?|times|pages?|quarters? (?:running|in)"
    r"|quarters\b|points?\b|(?:working )?days?\b|people|residents|schools|pupils|reports?|authorities|or more)\b)(?![\w/]|[.,]\d|st\b|nd\b|rd\b|th\b)"
)
QUANTITY = matcher(
    rf"(?P<but>(?:all|every one) (?:of (?:them|the \w+) )?(?:but|except(?: for)?|bar|apart from) (?P<left>{_NUMBER}))"
    rf"|(?:(?P<around>{_AROUND}) )?(?:"
    rf"(?P<part>{_NUMBER})(?: (?!instead|short|shy|clear|halves|thirds|quarters|fifths|sixths|eighths|tenths)\w+)?(?P<link> out of every | out of | in every | in | of every | of )(?:all |the |our |its |these |those |this |your )*(?:total of )?(?P<whole>{_NUMBER})(?! ?%| per ?cent){_UNIT}"
    rf"|(?P<percent>\d+(?:\.\d+)?) ?(?:%|per ?cent\b)(?! ?-?points?| points?)"
    rf"|(?P<fraction>(?:{_FRACTION})(?! (?:running|in a row|of (?:the |this )?(?:year|20)|ago|earlier|a dozen|to |on |in which|when|where)))"
    r"|(?P<most>most|the (?:large |great |vast |clear |overwhelming )?majority|a (?:large |great |clear |narrow |small |slim )?majority|the (?:bulk|greater part))(?! recent| common| \w+ly)"
    r"|(?P<minority>a (?:small |sizeable |large )?minority)"
    rf"|(?P<number>{_NUMBER}){_UNIT}"
    r"|(?P<rest>(?:all )?(?:the )?(?:rest|remainder|others|remaining ones)|(?<!on )the other(?: one)?(?=,| (?:is|was|has|remains?|stays?|stayed|at|rated|still|now|red|amber|green)\b)))"
    r"|(?P<none>none|nothing(?= (?:at|rated|below|under|in|was|is)\b)|no(?= \w)|neither|not one|not a single(?: one)?|nil)(?!\w)(?! longer| more| change| doubt| better| worse| less)"
    r"|(?P<all>(?<!moved at )(?<!changed at )all(?! the way| told| round)|every(?: single)?(?: one)?|each(?: one)?|both|the whole)(?!\w)(?! in all\b)"
    r"|(?P<only>(?:the|its|our|their) (?:only|single|sole|lone|one)(?: one)?(?= (?:\w+ )?(?:indicator|kpi|measure|risk|action|rating)\b| (?:green|amber|red)\b| (?:of|to) )|(?:only|single|sole|lone)(?= (?:indicator|kpi|measure|risk|action|green|amber|red)\b))"
    r"|(?P<single>a single|a lone|a sole|just one|only one)(?!\w)",
    re.IGNORECASE,
)
"""What says how many: read where a word begins."""

COUNTERS = {"a dozen": 12, "half a dozen": 6, "a couple": 2}
JUST_OVER = Decimal(5)
"""How many percent "just over half" may be past it, of things that are counted: 19 of 35."""
NEAR_SHARE = Decimal("3.4")
"""How many percent "one in three" may be off: 31.4% is one in three, 37% is not."""


Kind = Literal["count", "but", "share", "all", "none", "most", "minority", "rest"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: a number of them, a share in percent, all, none, most, all but some, or the rest. `whole` is "of the 35"."""

    kind: Kind
    amount: Amount
    whole: int | None = None
    ratio: bool = False
    """Whether it is a ratio such as "three in five"; of "three out of five" only the whole can tell."""


def read_quantity(found: re.Match[str]) -> Quantity:
    """The quantity that the match says."""
    around = _around((found["around"] or "").lower())
    if found["but"]:
        return Quantity("but", Amount(_value(found["left"]), word=True))
    if found["part"]:
        ratio = " in " in found["link"] or "every" in found["link"]
        return Quantity("count", Amount(_value(found["part"]), around=around), int(_value(found["whole"])), ratio or "out" in found["link"])
    if found["percent"]:
        return Quantity("share", Amount(Decimal(found["percent"]), "%", around=around))
    if found["fraction"]:
        return Quantity("share", Amount(FRACTIONS[found["fraction"].lower().replace("-", " ")], "share", around=around, word=True))
    if found["number"]:
        return Quantity("count", Amount(_value(found["number"]), around=around, word=found["number"][0].isalpha()))
    if found["only"] or found["single"]:
        return Quantity("count", Amount(Decimal(1), word=True))
    kind = next(each for each in ("most", "minority", "rest", "none", "all") if found[each])
    whole = 2 if found[0].lower() in ("both", "neither") else None
    return Quantity(kind, Amount(Decimal(0)), whole)  # type: ignore[arg-type]  # the names of the groups are kinds


def _around(words: str) -> Around:
    if words in ("a shade over", "a shade under"):
        return "over" if words.endswith("over") else "under"
    return AROUND.get(words, "")


def _value(words: str) -> Decimal:
    if words.lower() in COUNTERS:
        return Decimal(COUNTERS[words.lower()])
    if words[0].isdigit():
        return Decimal(words.replace(",", ""))
    return Decimal(sum(NUMBER_WORDS[each] for each in re.split(r"[- ]", words.lower())))


def told(quantity: Quantity, number: int, total: int) -> Verdict:
    """Whether the quantity says that many of that many; unknown of none at all."""
    return _of(quantity, number, total) if total else "unknown"


def _of(quantity: Quantity, number: int, total: int) -> Verdict:
    share = Decimal(100 * number) / total
    match quantity.kind:
        case "none" | "all" | "rest":
            right = number == (0 if quantity.kind == "none" else total) and quantity.whole in (None, total)
        case "most" | "minority":
            right = 2 * number > total if quantity.kind == "most" else 0 < 2 * number < total
        case "but":
            right = number == total - quantity.amount.value
        case "share":
            return holds_share(quantity.amount, share)
        case "count":
            return _count(quantity, number, total)
    return "true" if right else "false"


def holds_share(amount: Amount, share: Decimal) -> Verdict:
    """Whether the amount, in percent, says the share; "more than half" is exact."""
    if amount.unit == "share" and amount.around in ("over", "under"):
        return "true" if (share > amount.value) == (amount.around == "over") and share != amount.value else "false"
    if amount.unit == "share" and amount.around == "past":
        return "true" if 0 < share - amount.value <= JUST_OVER else "false"
    return holds(amount, share)


def _count(quantity: Quantity, number: int, total: int) -> Verdict:
    if quantity.ratio and quantity.whole and quantity.whole != total:
        ratio, share = quantity.amount.value * 100 / quantity.whole, Decimal(100 * number) / total
        if quantity.amount.around in ("over", "under"):
            return "true" if (share > ratio) == (quantity.amount.around == "over") and share != ratio else "false"
        if quantity.amount.around == "nearly" and 0 < ratio - share <= NEARLY:
            return "rounded"
        off = abs(ratio - share)
        return "true" if not off else "rounded" if off <= NEAR_SHARE else "false"
    if quantity.whole is not None and quantity.whole != total:
        return "false"
    return holds(quantity.amount, Decimal(number))
