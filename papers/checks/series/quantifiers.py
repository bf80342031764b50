"""The words that say of how many results a statement is true: each of the last three, never, only twice, for the first time, last in March."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from papers.checks.language.amounts import Amount
from papers.checks.language.matching import matcher
from papers.checks.reading import Reading

TIMES = (
    r"(?:quarters?|readings?|results?|periods?|months?|years?|reports?|returns?|occasions?|points?|terms?|times?|summers?|counts?|surveys?|tests?|steps?|ones?"
    r"|(?:quarter|month|year|term) ends?)"
)
"""What results are called when they are counted."""
TIMED = frozenset(("quarter", "result", "period", "month", "year", "time", "term", "reading"))
"""Units of a number that counts results."""
ORDINALS = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
COUNTED = {"both": 2, "once": 1, "twice": 2, "thrice": 3} | {word: n for n, word in enumerate(ORDINALS.split("|"), 2)}
COUNTS = {word: n for n, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight"), 2)}
_LAST = r"(?:last|past|latest|most recent|previous|final|reported|published)"
_OF = r"(?: ~one-of-(?:the|our|these|those)-?| of)?(?: (?:the|these|those|our|its|all|@\d+ s))*"
_RUNNING = r"(?:running|in a row|in succession|on end|on the trot|back to back|without (?:a )?(?:break|pause|interruption))"
_CONSECUTIVE = r"(?:consecutive|successive|straight|uninterrupted|unbroken)"
RUNNING = matcher(rf"(?<!\S)(?:{_RUNNING}|{_CONSECUTIVE})(?!\S)")
"""Words of results that follow each other."""
_KIND = r"(?:annual|quarterly|monthly|termly|yearly|financial|academic|school|calendar)"

How = Literal["all", "none", "times", "only", "first", "last", "any"]
_MORE = r"(?:so|as|higher|lower|better|worse|more|fewer|less|greater|faster|slower|quicker|shorter|longer|stronger|weaker)"
_RISE = r"(?:rise|fall|drop|increase|decrease|gain|improvement|decline|reduction)s?"
FIRST = (
    rf"(?:for |it is |is |was )?(?:the|its|our|their) (?:very )?(?:~first-time|first (?:time|~above|{TIMES}(?= (?:in which|that|when|where|since|for|to|it|on which|with)(?!\S))))(?! of (?!(?:the|this|our|last) |@|year))(?: ever| yet)?",
    r"(?:the|its|our|a|their|only the) first(?= (?:(?!#|,|;)\S+ ){1,6}?since (?:\S+ ){0,2}?@\d+)",
)
NONE = (
    rf"never(?! (?:before )?(?:been )?{_MORE}(?!\S))",
    rf"at no (?:time|point|stage)|not once|in no {TIMES}|no {TIMES}|not (?:a|one|in one|in a|#\d+|in #\d+)(?: single)? {TIMES}",
    rf"(?:in |at |on )?(?<!to )(?:none|neither){_OF}(?: {_LAST})?(?: #(?P<zero>\d+))?(?: {TIMES})?",
    rf"not (?:in|at|on) any{_OF}(?: {_LAST})?(?: #(?P<any>\d+))?(?: {TIMES})?",
)
ONLY = (rf"(?:is |was |are |were |remains? )?the (?:only|one|single|sole) (?:{TIMES}|one|exception)(?: of the #(?P<of4>\d+))?",)
SEVERAL = (
    rf"(?:for )?(?:the|a|its|our|their) (?P<nth4>{ORDINALS}) (?:time|occasion|{_RISE})(?= (?:(?!,|;)\S+ ){{0,2}}?(?:since (?:the )?@|in @|this year|of the year|shown))",
    rf"(?:only |just |but )?(?P<once>once|twice|thrice)(?! {_RUNNING}| {TIMES}|(?: \S+)? as| more| again| (?:the|what|that|its|our|a|an|=\w+|#\d+)(?!\S))",
    rf"(?:in |on |at )?(?:only |just |but )?#(?P<k>\d+)(?: {TIMES})?(?: out)? of(?: the| those| these| its| our)*(?: {_LAST})? #(?P<of>\d+)(?: {TIMES})?",
    rf"(?:in |on |at )?(?:only |just |but )?(?<!every )(?<!each )(?<!but )(?<!any )(?<!no )~one-of-(?:the|these|those|our)-?(?: {_LAST})? #(?P<of5>\d+)(?: {TIMES})?",
    rf"(?:on|in|at) (?:only |just |but )?#(?P<k2>\d+)(?: {TIMES})?(?= (?:only|alone|since)(?!\S))",
    rf"(?:on|in|at) (?:only|just|but) #(?P<k3>\d+)(?: {TIMES})?",
    rf"there (?:were|are|was|is|have been|has been) (?:only |just |but )?#(?P<k4>\d+)(?: {TIMES})?(?= (?:in which|when|with|where)(?!\S))",
    rf"(?P<but>all but (?:#(?P<kb>\d+)|once|one|(?=~one-of-)))(?:(?: of the| ?~one-of-the-)(?: {_LAST})? #(?P<of2>\d+))?",
)
ALL = (
    r"(?:in |at |on |for |during |over |throughout )?(?:each |every |both |all )?(?:of )?(?:the )@(?P<back>\d+)",
    (
        rf"(?:in |at |on |for |with )?(?:each|every|all(?! those (?!{TIMES}|#\d))|both)(?! time(?!\S))(?: single| one| successive| consecutive)?{_OF}"
        rf"(?: {_LAST})?(?: #(?P<n>\d+))?(?: of)?(?: the| @\d+ s)?(?: {TIMES})?"
    ),
    (
        rf"(?:for )?(?:the |a |an )?(?:last |past )?(?:#(?P<run>\d+)|(?P<nth>{ORDINALS}|twice|thrice))(?: (?:{TIMES}|{_KIND}|{_RISE}))*"
        rf" (?:in |over |across )?(?:{_RUNNING}|{_CONSECUTIVE})(?: {TIMES})?"
    ),
    rf"(?:the )(?P<nth3>{ORDINALS})(?: {_KIND})? {TIMES}(?= (?:in which|that (?:it|we|the)|of being)(?!\S))",
    rf"for (?:the |a |an )(?P<nth2>{ORDINALS})(?: {_KIND})? (?!times?(?!\S)|occasions?(?!\S)){TIMES}|for (?:the )?(?:{_LAST} )?#(?P<long>\d+)(?: now)?",
    rf"after (?:the )?#(?P<prior>\d+)(?: {TIMES})?(?: (?:of|in which|at|spent|when))?",
    r"throughout|without (?:interruption|exception|a break|fail|pause)|uninterrupted(?:ly)?|unbroken|ever since|consistently|invariably",
    r"(?P<unit>quarter|month|year|term) (?:after|by|upon|on) (?P=unit)|all (?:year|along)",
)
LATEST = (
    r"(?:was |were |had been |is )?(?<!the )(?<!our )(?<!its )last(?! #)(?= (?:\S+ ){0,8}?@\d+)",
    r"not since(?= (?:the )?@\d+)",
    "most recently",
)
ANY = (rf"(?:in|at|on) any(?: (?:time|point|stage)|{_OF}(?: {_LAST})?(?: #(?P<n>\d+))?(?: {TIMES})?)",)
_WORDS: tuple[tuple[How, tuple[str, ...]], ...] = (
    ("first", FIRST),
    ("none", NONE),
    ("only", ONLY),
    ("times", SEVERAL),
    ("all", ALL),
    ("last", LATEST),
    ("any", ANY),
)
PATTERNS: Mapping[How, re.Pattern[str]] = {how: matcher(rf"(?<!\S)(?:{'|'.join(words)})(?!\S)") for how, words in _WORDS}


@dataclass(frozen=True, slots=True)
class Quantifier:
    """How many results it is true of: where the words stand, how they count, of how many, and how many times."""

    start: int
    stop: int
    how: How
    of: int = 0
    """Of how many of the last results; 0 where the words do not number them."""
    times: int = 0
    prior: bool = False
    """Whether the results are those before the current one: "after three quarters below target"."""
    earlier: bool = False
    """Whether they are the results before the current one, wherever the words stand: "above it in each of the three quarters before"."""
    inclusive: bool = False
    """Whether the result since which it is told is one of them: "has been Red since June"."""


def quantifiers(reading: Reading) -> Iterator[Quantifier]:
    """Every such phrase of the sentence; where two overlap, the first kind of the list."""
    taken: list[tuple[int, int]] = []
    for how, pattern in PATTERNS.items():
        for found in reading.matches(pattern):
            if any(start < found.end() and found.start() < stop for start, stop in taken):
                continue
            if quantifier := _quantifier(reading, how, found):
                taken.append(found.span())
                yield quantifier


def _quantifier(reading: Reading, how: How, found: re.Match[str]) -> Quantifier | None:
    """What the words say; None where they count something else than results."""
    groups = found.groupdict()
    number = next(
        (groups[name] for name in ("of", "of2", "of4", "of5", "n", "run", "long", "prior", "zero", "any") if groups.get(name)), None
    )
    amount = reading.amount(number) if number else None
    counted = results_in(amount) if amount else 0
    if amount and (not counted or not (how == "only" or _counts_results(reading, amount, found))):
        return None
    if groups.get("back"):
        count = (
            _before(reading, groups["back"] or "")
            if re.match(r"(?:in|at|on|for|during|over|throughout|each|every|both|all) ", found[0])
            else 0
        )
        return Quantifier(found.start(), found.end(), how, count, earlier=True) if count else None
    if how in ("all", "any") and groups.get("n") is None and found[0].split()[-1] in ("all", "each", "every", "of", "the", "any"):
        return None
    if groups.get("nth4"):
        return Quantifier(found.start(), found.end(), how, 0, COUNTED[groups["nth4"] or ""])
    if nth := groups.get("nth") or groups.get("nth2") or groups.get("nth3"):
        counted = COUNTED[nth]
    if re.match(r" or (?:more|longer|over)(?!\S)", reading.text[found.end() :]):
        return None
    if (
        how == "all"
        and found[0].endswith("both")
        and re.match(r" (?:=|year)" if found[0] != "on both" else r" (?:=|year|@|the @)", reading.text[found.end() :])
    ):
        return None
    if how == "times" and re.search(
        r"(?:(?<!\S)(?:first|other|next|earlier|latter) |#\d+ (?:(?:and|or) )?)$", reading.text[: found.start()]
    ):
        return None
    times = _times(reading, groups) if how == "times" else 0
    if how == "times" and not times:
        return None
    return Quantifier(found.start(), found.end(), how, counted, times, prior=bool(groups.get("prior")))


def _before(reading: Reading, index: str) -> int:
    """How many results the period is, where it is several of them before the present one: "the three quarters before"."""
    when = reading.when(index)
    found = (
        re.match(rf"(?:the )?({'|'.join(COUNTS)}) (?:{TIMES}) (?:before|earlier|previously)", when.words.lower())
        if when and when.kind == "back"
        else None
    )
    return COUNTS[found[1]] if found else 0


def results_in(amount: Amount) -> int:
    """The number of results that it may be, 0 for none; "one quarter" and "three quarters" are coded as shares."""
    if amount.unit == "share" and amount.word and amount.value in (25, 75):
        return int(amount.value) // 25
    return int(amount.value) if amount.value == int(amount.value) and amount.unit in ("", *TIMED) else 0


def _counts_results(reading: Reading, amount: Amount, found: re.Match[str]) -> bool:
    """Whether a number is one of results: by its unit, by the noun or by what says that they follow each other."""
    if amount.unit in TIMED or amount.unit == "share":
        return True
    said = rf"(?<!\S)(?:{TIMES}|{_LAST}|{_RUNNING})(?!\S)"
    return bool(
        re.search(said, found[0]) or re.match(rf" (?:{TIMES}|(?:shown|so far|reported|to date)(?!\S))", reading.text[found.end() :])
    )


def _times(reading: Reading, groups: dict[str, str | None]) -> int:
    """How many times it was so; negative for all but so many."""
    if groups.get("but"):
        return -(results_in(reading.amount(groups["kb"])) if groups.get("kb") else 1)  # type: ignore[arg-type]
    if groups.get("of5"):
        return 1
    if once := groups.get("once"):
        return COUNTED[once]
    number = groups.get("k") or groups.get("k2") or groups.get("k3") or groups.get("k4")
    amount = reading.amount(number) if number else None
    if amount is None or (not (groups.get("k") or groups.get("k4")) and amount.unit not in TIMED and amount.unit != "share"):
        return 0
    return results_in(amount)
