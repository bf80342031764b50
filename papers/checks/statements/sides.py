"""The words that set a figure beside another measure: above, met, short of, in line with, by how much."""

from __future__ import annotations

from papers.checks.language.matching import matcher

THE = r"(?: (?!#|=|than |and |but |to |from |by (?!(?:the |our )?=comparator)|with |against |or |so |as |though |who |which |when |while |yet |compared |after |last (?!published|reported|available|known|recorded|=)|it |we |is |are |was |were |remains |,|;|:|\(|\))\S+| #\d+| %){0,6}?"
"""Words between a relation and its measure: "above the amended #0 =target"."""


GAP_WORDS = {
    **dict.fromkeys(
        (
            "above",
            "over",
            "past",
            "beyond",
            "higher than",
            "more than",
            "wider than",
            "up on",
            "in excess of",
            "greater than",
            "over and above",
        ),
        "up",
    ),
    **dict.fromkeys(
        ("below", "under", "less than", "lower than", "fewer than", "down on", "underneath", "beneath", "narrower than"), "down"
    ),
    **dict.fromkeys(("short of", "shy of", "shy on", "short on"), "short"),
    **dict.fromkeys(("inside", "ahead of", "better than", "clear of", "the right side of", "in front of"), "good"),
    **dict.fromkeys(("behind", "worse than", "adrift of", "adrift from", "outside", "the wrong side of", "wide of", "adrift"), "bad"),
    **dict.fromkeys(("off", "from", "away from", "within", "removed from", "distant from"), ""),
    **dict.fromkeys(("faster than", "quicker than", "shorter than"), "down"),
    **dict.fromkeys(("slower than", "longer than"), "up"),
}
"""What stands between a distance and the measure that it is from, and the side that it tells."""


GAPS = "|".join(sorted(GAP_WORDS, key=len, reverse=True))


GAP = matcher(
    rf"(?<!of the )(?<!of these )(?<!of those )(?<!of our )(?<!of its )#(\d+)(?: (?!#|,|;|than|above|below|is|was|are|were|and|but|stands|puts|remains|has|had|sits|at)[\w%-]+){{0,3}}? ({GAPS}){THE} =(\w+)"
)


GAP_TO = matcher(
    r"#(\d+)(?: \S+){0,3}? (?:gap|shortfall|distance) (?:to|from|against|on|with|between)(?: the| us and| kent and)* =(\w+)"
    r"|=(\w+)(?: of #\d+)? (?:was|is|has been|were|being) (?:(?:comfortably|easily|narrowly|just|only) )*"
    r"(?:beaten|exceeded|missed|surpassed|bettered|passed|cleared|outstripped)(?: only| just| narrowly| comfortably)* by #(\d+)"
)


SEPARATE = matcher(
    r"#(\d+)(?: (?!#|;)\S+){0,7}? (?:separat\w+|divid\w+|lie between|lies between|stands? between|com(?:e|es|ing) between)(?: (?!;)\S+){0,12}? =(target|comparator)"
)


_BEAT = (
    r"beat|beats|beaten|beating|led|leads|leading|exceed\w*|outstrip\w*|outdo|outdid|outdone|outperform\w*|surpass\w*|better(?:ed|ing|s)|clear(?:ed|s|ing)"
    r"|overshot|overtook|overtak\w+|top(?:ped|s)|pass(?:ed|es)|outpac\w*|outscored|eclips\w*"
)


_MISS = r"miss(?:es|ed|ing)?|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?(?: behind)?|undershot|undershoots|fell short of|falls short of|falling short of"


BY = matcher(
    rf"(?<!\S)(?:(?P<good>{_BEAT}|ahead of|inside)|(?P<bad>{_MISS}|behind|short of)|above|below|over|under){THE} =(?P<series>\w+)"
    r"(?: of #\d+)?(?: (?!#|,|;|and |but |that |which |who |was |were |is |are )\S+){0,4}?(?: ,)? by(?: just| only| some| a)? #(?P<n>\d+)"
)


MET = (
    rf"(?:met|meets|meeting|meet|achieved|achieves|achieving|hit|hits|hitting|{_BEAT}|reach(?:ed|ing)?|attains?|made|ahead of|better than|on(?= (?:the |its |our |their )?(?:#\d+ )?=)|at or better than|at or above|in excess of|led|leads|leading|heads|headed"
    r"|inside|within|delivered|satisfied|attained|achieve|in line with|equal to|equals|equalled|level with|matched|matches|matching|kept (?:to|within|inside)|beyond|satisfies"
    r"|the right side of|clear of|comes? up to|came up to|lived up to|in front of|up to|(?:return\w*|back|recovered|restored) (?:on )?to(?= (?:the |its |our )?=)|back on(?= (?:the |its |our )?=)|compar\w+ (?:(?:very|quite|rather|so) )?(?:well|favourably) (?:with|to|against))"
)


_NOT = r"(?:does|do|did|has|have) not"


_REACH = r"(?:meet|reach|achieve|hit|make|beat|match|attain|come up to|live up to|get to)"


MISSED = (
    rf"(?:{_MISS}|behind|short of|shy of|worse than|fail(?:ed|s|ing) to {_REACH}|{_NOT} (?:{_REACH}|met|reached|hit|achieved|matched|beaten|attained|got to)"
    rf"|off|outside|adrift (?:of|from)|breach\w*|the wrong side of|wide of|(?:came|comes|coming) up short of|unable to {_REACH}|nowhere near|not up to|(?:has|have) yet to {_REACH}|compar\w+ (?:(?:very|quite|rather|so) )?(?:poorly|badly|unfavourably) (?:with|to|against))"
)


ABOVE = (
    r"(?:above|over|(?<!the )past(?= (?:(?:the|its|our|their|this|own|even) |#\d+ )*=)|higher than|more than|greater than|bigger than|larger than|wider than|longer than|slower than|in excess of|well above|still above|up on|overshoots?"
    r"|too high for|over and above)"
)


BELOW = r"(?:below|under|lower than|less than|fewer than|smaller than|narrower than|shorter than|faster than|quicker than|beneath|underneath|well below|down on)"


EQUAL = (
    r"(?:in line with|equal to|equals|equalled|level with|matched|matches|matching|the same as|identical to|exactly on|exactly meets|exactly met|bang on|spot on"
    r"|on a par with|exactly at|precisely on)"
)


_SIDES = rf"(?:({MISSED})|({EQUAL})|({MET})|({ABOVE})|({BELOW})){THE} =(\w+)(?!\S)"


PRONOUN = matcher(
    rf"(?<!\S)(?:({MISSED})|({MET})|({ABOVE})|({BELOW})) (?P<one>it|that(?! (?:in|at|for) )|them|theirs(?! (?:in|at|for) ))(?= (?:[,.;)]|and|but|in|at|for|since|by|again|@\d+)(?!\S)|$)"
)
"""What is said of a measure that was named before."""


RELATION = matcher(rf"(?<!\S){_SIDES}")


_BEEN = r"(?:(?:has|have|had) (?:now |also |again |still )?(?:not |never |yet to be )?(?:been )?|is |was |were |being |been )"


PASSIVE = matcher(
    rf"=(\w+)(?: (?!and |but |with |which |by |to |=|;|:|\)|while |whereas |although |though )\S+){{0,8}}? {_BEEN}"
    r"(?:(?:not|never|narrowly|easily|comfortably|also|again|just|now|therefore|only|well|still|once|more|thus|duly|clearly|amply|nearly) )*"
    r"(met|exceeded|missed|beaten|achieved|hit|reached|surpassed|bettered|passed|attained|breached|cleared|made|kept to)(?!\S)"
)


IT_WAS = matcher(
    rf"=(target)(?: of #\d+)?(?: ,)?(?: (?:and|but|so|which|means|meaning|that|it|this|therefore|hence))+ {_BEEN}(?:(?:not|narrowly|easily|comfortably|also|again|just|only|therefore) )*"
    r"(met|exceeded|missed|beaten|achieved|hit|reached|surpassed|bettered|passed|attained|breached)(?!\S)"
)
""""against a target of 6%, which was therefore met"."""


RANGE = matcher(
    r"(?<!\S)(within|inside|above|below|outside|over|under|beyond|in|into|exceed\w*|out of|past)(?: ,)?(?: (?:the|its|our|their|upper|lower|top|bottom|end|limit|of|expected|back|of|to|and|-|#\d+)){0,7} (?:=(lower|upper)|(?:expected |agreed |target )?range|expected level|thresholds?|expectations)(?!\S)"
)


EVERY = matcher(
    r"(?<!\S)(?:no|never|each|every|not once|none|any|all) (?:of|quarter|month|year|reading|result|term|time)(?!\S)|(?<!\S)(?:never|not once)(?!\S)"
)


WITHIN = matcher(rf"(?<!\S)within(?: just| only)? #(\d+)(?: (?!of|from)\S+)? (?:of|from){THE} =(\w+)")


CLOSER = matcher(r"(?<!\S)(?:(closer|nearer)|(?:further|farther)(?: away)?) (?:to|from)(?: the| its| their| our| #\d+)* =(target)")
OR_AT = matcher(r"(?<!\S)(?:at|on|to|with) or (?:just )?$")
EVEN = {"up": "least", "down": "most"}
"""What "at or" makes of above and below."""
EXCEEDED = rf"(?<!\S)(?:{_BEAT}|ahead|better than|clear of|passed|cleared)"
"""What says that a measure is passed, not just reached."""
