"""Numbers as prose writes them: digits, words, scales, units, fractions, "five in six", "a point", and the words around them."""

from __future__ import annotations

import re
from decimal import Decimal

from papers.checks.language.amounts import Amount, Around
from papers.checks.language.matching import matcher

UNITS_OF_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS = {word: n for n, word in enumerate((*UNITS_OF_WORDS, *TEENS))} | {word: 10 * n for n, word in enumerate(TENS, 2)}
_SMALL = "|".join(UNITS_OF_WORDS[1:10])
WORD_NUMBER = rf"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ](?:{_SMALL}))?|(?:thir|four|fif|six|seven|eigh|nine)teen|{'|'.join(UNITS_OF_WORDS)})"
"""The words up to 99, by their stems: it stands in some forty patterns, and what a pattern costs is its length."""
_HUNDREDS = rf"(?:(?:an?|{WORD_NUMBER}) hundred(?: and {WORD_NUMBER})?|{WORD_NUMBER})"
_THOUSANDS = rf"(?:(?:a|one) (?:thousand|hundred|dozen)(?! thousand)\b(?!,? (?:and )?{WORD_NUMBER}\b)|(?:a|{_HUNDREDS}) thousand,? (?:and {WORD_NUMBER}|{_HUNDREDS})(?! thousand)|{_HUNDREDS})"
FRACTIONS = {
    "half": Decimal(50),
    "a half": Decimal(50),
    "a third": Decimal(100) / 3,
    "one third": Decimal(100) / 3,
    "two thirds": Decimal(200) / 3,
    "a quarter": Decimal(25),
    "one quarter": Decimal(25),
    "three quarters": Decimal(75),
    "a fifth": Decimal(20),
    "one fifth": Decimal(20),
    "two fifths": Decimal(40),
    "three fifths": Decimal(60),
    "four fifths": Decimal(80),
    "a sixth": Decimal(100) / 6,
    "five sixths": Decimal(500) / 6,
    "a seventh": Decimal(100) / 7,
    "an eighth": Decimal("12.5"),
    "three eighths": Decimal("37.5"),
    "five eighths": Decimal("62.5"),
    "seven eighths": Decimal("87.5"),
    "a tenth": Decimal(10),
    "three tenths": Decimal(30),
    "seven tenths": Decimal(70),
    "nine tenths": Decimal(90),
}
AROUND: dict[str, Around] = {
    **dict.fromkeys(
        (
            *("about", "around", "approximately", "roughly", "some", "circa", "in the region of", "approx.", "approx", "c.", "broadly"),
            *("something like", "near enough", "more or less", "around about", "somewhere around", "in the order of", "barely", "scarcely"),
        ),
        "about",
    ),
    **dict.fromkeys(
        (
            *("nearly", "almost", "just under", "close to", "just short of", "approaching", "just below", "just shy of", "not quite"),
            *(
                "a shade under",
                "a touch under",
                "a little under",
                "a fraction under",
                "a whisker under",
                "slightly under",
                "marginally under",
            ),
            *("slightly less than", "slightly fewer than", "just less than", "a little less than", "a little short of", "a shade below"),
            *("nigh on", "getting on for", "fractionally under", "hardly", "close on"),
        ),
        "nearly",
    ),
    **dict.fromkeys(
        (
            *(
                "just over",
                "just above",
                "slightly over",
                "a shade over",
                "a touch over",
                "a little over",
                "a fraction over",
                "a whisker over",
            ),
            *("marginally over", "fractionally over", "slightly more than", "just more than", "a little more than", "a shade above"),
        ),
        "past",
    ),
    **dict.fromkeys(
        (
            *("over", "more than", "well over", "above", "exceeding", "upwards of", "north of", "comfortably over", "easily over"),
            *("in excess of", "far more than", "rather more than", "rather over", "better than", "greater than", "passed", "topped"),
        ),
        "over",
    ),
    **dict.fromkeys(
        (
            "under",
            "less than",
            "fewer than",
            "below",
            "well under",
            "well below",
            "comfortably under",
            "rather less than",
            "far fewer than",
        ),
        "under",
    ),
    **dict.fromkeys(("at least", "no less than", "no fewer than", "not less than"), "least"),
    **dict.fromkeys(("at most", "up to", "no more than", "not more than"), "most"),
}
_AROUND = "|".join(re.escape(each) for each in sorted(AROUND, key=len, reverse=True))
_PLAIN = (
    r"(?:(?:just|only|exactly|precisely|fully|a mere|a full|a whole|a clear|a further|another|a healthy|a modest|a good|an impressive|a creditable|a hefty|a massive"
    r"|a small|a total of|a bare|as (?:many|much|few|little|high|low) as) (?=[\d\u00a3]|{words}))"
)
_FRACTION = "|".join(sorted((each.replace(" ", "[ -]") for each in FRACTIONS), key=len, reverse=True))
_NUMERAL = r"\u00a3?-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?: ?(?:thousand|million|billion)|(?<=\d)(?:k|m|bn)\b|(?<=\d),?000s\b)"
_POINTS = r"(?:(?:a|one) )?(?:full |whole |single )?(?:percentage[- ])?points?\b(?! of (?:contact|view|entry|call|de-?registration))"
UNIT = (
    r"(?: ?%(?: ?[- ]?(?:age )?points?\b)?| per ?cent(?:age)?(?: points?)?\b|[- ]percent(?:age)?(?:[- ]points?)?\b|(?:[- ]?| of )(?:clear |full |whole |single )?"
    + _POINTS
    + r"|pp\b|[- ]ppts?\b"
    r"|[- ](?:working )?days?\b|[- ]weeks?\b|[- ]months?\b|[- ]years?\b(?! \d)|[- ]minutes?\b|[- ]seconds?\b|[- ]hours?\b|[- ]tonnes?\b|[- ]miles?\b|[- ]FTEs?\b"
    r"|[- ]times?\b|[- ](?:quarters|results|periods)\b)"
)
_FRACTION_HERE = r"(?= of\b|[ .,;:]*$| (?:were|was|are|is|have|has|had|in|on|since|from|compared|for|by|to|that|since|at|more|less|fewer|higher|lower|up|down|as|the|do|did|say|said)\b|,)"
_OF_STEP = r"(?:(?<=rise of )|(?<=increase of )|(?<=growth of )|(?<=fall of )|(?<=drop of )|(?<=decrease of )|(?<=reduction of ))"
"""Before a fraction whatever follows: "an increase of a third which we put down to the weather"."""
NUMBER = matcher(
    rf"(?P<around>\b(?:{_AROUND}) )?(?:{_PLAIN.format(words=WORD_NUMBER)})?"
    rf"(?:(?P<fraction>(?!a quarter (?:in which|when|that|where|of change)\b)(?!(?:(?<=in )|(?<=over )(?<!of over )(?<!by over )|(?<=within ))(?:one|a)[ -]quarter\b(?! (?:of|fewer|more|less|lower|higher|up|down|above|below)\b))(?<!for )(?<!year and )(?<!years and )(?<!month and )(?<!months and )(?<!hour and )(?<!day and )(?<!week and )(?<!last )(?<!past )(?<!latest )(?<!these )(?<!those )(?<!previous )\b(?:{_FRACTION})(?!-|\s+quarter| (?:in a row|in succession|running|ago|earlier|now)\b){_FRACTION_HERE}|(?<=by )(?:{_FRACTION})|{_OF_STEP}(?:{_FRACTION})(?! of\b| (?:percentage )?point)|(?<=by almost )(?:{_FRACTION}))"
    rf"|(?P<number>(?<![\w.,/])(?:{_NUMERAL}|{_THOUSANDS}(?![-\w])))"
    rf"(?P<half>(?: and)? (?:a half|\u00bd))?(?P<scale>{_SCALE})?(?P<unit>{UNIT})?(?![\w/]))",
    re.IGNORECASE,
)
_COMPARED = r"(?=,? (?:longer|shorter|more|less|over|under|above|below|quicker|faster|slower|better|worse|higher|lower|inside|outside|short|shy|off|up|down|ahead|behind|beyond|within|past|adrift|away|on|clear|out)\b)"
SINGLE = matcher(
    rf"(?P<half>half )?(?:a|one|an)(?: (?:single|full|whole|mere|further|clear|good|bare|solitary))?(?: (?P<part>quarter|half|tenth|third|fifth|hundredth) of (?:a|one))? "
    rf"(?:(?P<point>(?:percentage[- ])?point\b(?! of (?:contact|view|entry|call)))(?P<more> and a half\b)?|(?P<cent>per ?cent\b)|(?P<noun>day|week|month|year|minute|hour|tonne|mile)\b{_COMPARED})",
    re.IGNORECASE,
)
""""a point", "half a percentage point", "a day longer": one of something."""
_PARTS = {
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "tenth": Decimal("0.1"),
    "fifth": Decimal("0.2"),
    "hundredth": Decimal("0.01"),
    "third": Decimal(1) / 3,
}
SEVERAL_PARTS = matcher(
    rf"(?P<count>{WORD_NUMBER}|\d) (?P<part>quarter|tenth|third|fifth|hundredth)s of (?:a|one)(?: single| full| whole)? (?:percentage[- ])?point\b",
    re.IGNORECASE,
)
""""four tenths of a percentage point"."""
FORTNIGHT = matcher(r"(?:a|one) fortnight\b", re.IGNORECASE)
SHARE = matcher(
    rf"(?P<around>\b(?:{_AROUND}) )?(?:(?:just|only|exactly) )?(?P<part>{WORD_NUMBER}|\d{{1,2}})(?! (?:days|points))(?: (?!in\b|out\b|of\b)[a-z]+){{0,3}}?"
    rf" (?:(?:out of|in)(?: every| each)?|of every) (?P<whole>{WORD_NUMBER}|(?:a |one )?hundred|\d{{1,2}}|100)\b(?![,.]\d|%| ?per cent| (?:days|months|quarters|years|weeks|seconds|minutes|working|hours)|"
    rf"(?: \S+){{0,3}} (?:indicators|KPIs|measures|risks|actions))",
    re.IGNORECASE,
)
""""five in six", "seven in every eight", "85 of every 100"."""
WHOLES = frozenset((*range(3, 17), 20, 25, 30, 40, 50, 100))
SCALES = {"thousand": 3, "k": 3, "000s": 3, ",000s": 3, "million": 6, "m": 6}


def value_of(words: str) -> Decimal:
    """The number that the words or digits write."""
    plain = words.lower().strip()
    if not plain[0].isalpha():
        return Decimal(plain.lstrip("\u00a3").replace(",", ""))
    total = part = 0
    for each in re.split(r"[-, ]+", plain.replace(" and ", " ")):
        if each == "hundred":
            part = (part or 1) * 100
        elif each == "thousand":
            total, part = total + (part or 1) * 1000, 0
        elif each == "dozen":
            part = (part or 1) * 12
        elif each in ("a", "an"):
            part = 1
        else:
            part += NUMBER_WORDS[each]
    return Decimal(total + part)


def amount_of(found: re.Match[str]) -> Amount:
    """The amount of a match of NUMBER."""
    around = around_of(found["around"])
    if found["fraction"]:
        return Amount(FRACTIONS[found["fraction"].lower().replace("-", " ")], "share", around=around, word=True)
    number = found["number"]
    value = value_of(number) + (Decimal("0.5") if found["half"] else 0)
    scale = (found["scale"] or "").strip().lower()
    power = SCALES.get(scale, 9 if scale else 0)
    unit = "\u00a3" if number.startswith("\u00a3") else unit_of(found["unit"] or "")
    if unit == "time" and value >= OFTEN:
        unit = ""
    return Amount(value, unit, Decimal(10) ** power, around, number[0].isalpha())


OFTEN = 100
"""From which on "times" counts what happened, and tells no multiple."""


def single_of(found: re.Match[str]) -> Amount:
    """The amount of a match of SINGLE."""
    if found["cent"]:
        return Amount(_PARTS["half"] if found["half"] else Decimal(1), "%", word=True)
    value = _PARTS["half"] if found["half"] else _PARTS[found["part"].lower()] if found["part"] else Decimal(1)
    if found["more"]:
        value += _PARTS["half"]
    return Amount(value, "points" if found["point"] else found["noun"].lower(), word=True)


def parts_of(found: re.Match[str]) -> Amount:
    """The amount of a match of SEVERAL_PARTS."""
    return Amount(value_of(found["count"]) * _PARTS[found["part"].lower()], "points", word=True)


def share_of(found: re.Match[str]) -> Amount | None:
    """The amount of a match of SHARE, in percent; None where the two numbers are no part of a whole."""
    part = value_of(found["part"])
    whole = value_of(found["whole"])
    if not 0 < part < whole or int(whole) not in WHOLES:
        return None
    return Amount(100 * part / whole, "%" if whole == 100 else "share", around=around_of(found["around"]), word=whole != 100)


def around_of(words: str | None) -> Around:
    """How exact the words say that a number is."""
    return AROUND[" ".join(words.lower().split())] if words else ""


def unit_of(written: str) -> str:
    """The unit by its one name: %, points, days, weeks, ..."""
    plain = written.strip(" -").lower()
    if not plain:
        return ""
    if "point" in plain or plain in ("pp", "ppt", "ppts"):
        return "points"
    if plain.startswith(("%", "per cent", "percent")):
        return "%"
    return plain.removeprefix("working ").rstrip("s")
