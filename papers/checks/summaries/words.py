"""The closed classes of words by which a summary is read. Sentences are coded: quantities (#0), states (=0), names (&0), indicators (%), periods (@0)."""

from __future__ import annotations

import re

from papers.checks.facts import stem
from papers.checks.language.matching import matcher


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MARKS = frozenset(",;:()\u2013\u2014.-")
BREAKS = _words(
    """
    ; : ( ) \u2013 \u2014 . but while whereas although though because leaving where against
    """
)
"""What begins another statement, whatever follows."""
JOINS = _words(
    """
    , and with which that as or plus having
    """
)
"""What begins another statement where a quantity follows."""
LEADS = _words(
    """
    the a an of just only another some is that which in with this or and now there are was were
    """
)
"""What may stand between the beginning of a statement and its quantity."""
DETERMINERS = _words(
    """
    the its our their those these this 's \u2019s all his her
    """
)
PRONOUNS = frozenset(("them", "these", "those", "which", "whom"))
VERBS = _words(
    """
    is are was were has have had be been being having remain remains remained stay stays stayed moved went fell came dropped
    climbed rose slipped turned became kept keep keeps held hold sit sits gone come fallen risen did do does left lost stand
    stands stood carry carries show shows belongs belong lies lie
    """
)
MOVES = _words(
    """
    moved move moving moves went gone going climbed climbing rose risen rising fell fallen falling dropped dropping slipped
    slipping came come coming turned turning became become becoming switched crossed slid sunk sank recovered returned
    upgraded downgraded promoted relegated tipped shifted changed advanced jumped pulled lifted declined down up back
    progressed entered joined reached regained gained moves
    """
)
"""What one rating is left and another one reached by."""
CLIMBS = _words("climbed climbing rose risen rising up improved promoted upgraded recovered advanced progressed lifted jumped")
DROPS = _words("fell fallen falling dropped dropping slipped slipping slid sank sunk down downgraded relegated declined worsened")
FROM = _words(
    """
    from left leaving lost losing leave lose out
    """
)
INTO = _words(
    """
    to into became become becoming turned turning entered joined reached regained gained turn
    """
)
GAINS = {"lost": False, "lose": False, "loses": False, "shed": False, "gained": True, "gains": True, "won": True, "added": True}
"""What is said of a part that has one rating fewer or more: "lost one Green"."""
RATINGS = matcher(r"(?<!\S)#\d+ (?:of (?:the|our|its) )?(?:other )?ratings?(?!\S)")
"""Where ratings are counted, so that what improves may be they."""
OF_RATINGS = {"improved": "up a rating", "worsened": "down a rating", "the same": "kept"}
BETTER = frozenset(("better", "above", "higher", "at least", "at worst"))
WORSE = frozenset(("worse", "below", "lower", "at best", "at most"))
"""What adds the ratings on one side of a rating: "Amber or better"."""
MORE, LESS = frozenset(("more", "higher", "greater")), frozenset(("fewer", "less", "lower"))
FIGURED = _words("rating ratings band score points point percentage days day weeks months hours minutes calls miles tonnes people cases")
"""What is more or less, and no number of indicators."""
RISES = _words(
    """
    up rose risen grew grown increased increase rise climbed gained gain rising added
    """
)
FALLS = _words(
    """
    down fell fallen dropped decreased decrease fall reduced reduction drop lost loss falling shed
    """
)
AGAINST = _words(
    """
    than on since from over against after with instead rather compared like as to previously
    """
)
"""What leads to the last report as what is compared with."""
EARLIER = matcher(
    r"(?:before(?: then)?|previously|formerly|last time|they were|there were|(?<!since )(?:we|it|they) (?:began|started)|it was|there was|(?:there )?had been)(?!\S)|(?<!\S)(?<!since )(?<!by )then(?= *(?:$|[.,;)]))"
)
WHEN = matcher(r" when there (?:was|were) (?:only |just )?$")
"""What tells how many there were before."""
STILL = _words(
    """
    still again remain remains remained stay stays stayed kept keeps keep keeping
    """
)
STEADY = _words(
    """
    stayed stays stay remained remains remain unchanged held still constant kept
    """
)
NOT = matcher(
    r"(?<!\S)(?:not|n't|never|no longer|no more|other than|anything but|nowhere near|yet to|neither|nor|cannot|without)(?: (?:a|an|be|been|yet|rated|at|on|get|got|being|as|single))* $"
)
EXCEPT = matcher(
    r"(?<!\S)(?:except(?: for)?|apart from|other than|bar|but for|save(?: for)?|with the exception of|excluding|(?<!, )but|aside from)(?: (?:the|only))* $"
)
UNLIKE = matcher(
    r"(?<!\S)(?:than|unlike|like|as against|instead of|rather than|by|since|after|thanks to|because of|due to|from)(?: (?:the|a|in))* $"
)
BACK = _words(
    """
    at on number numbers numbered are is was were total totals now still only just for stand stands stood ( : account accounts
    accounted make makes made comes came come to up % rating ratings out works total totals totalled remain remains in goes
    go went given applies apply been be stays stay stayed remained together combined between them status ones being has have seen recorded noted
    share
    """
)
"""What may stand between a state and the quantity that counts it: "Greens number 19"."""
STRETCHED = matcher(
    r"(?<!\S)(?:first time|last (?:#\d+|two|three|four|five|six)|in a row|running|consecutive|#\d+ (?:reports|quarters)|swap\w*|(?:in|for|from) the (?:former|latter)|on average|between the|additional|extra|net|(?:in )?both (?:reports|quarters|periods))(?!\S)"
)
"""What makes a count one of changes, of reports, or of two things."""
FACTS = matcher(
    r"(?<!\S)(?:pleased|glad|proud|note|noted|know|see|aware|reassured|remember|recognise|told|fact|disappointed|concerned|worried) that(?!\S)"
)
"""What leads from a wish to a fact: "should be pleased that"."""
TAIL = matcher(r"(?: %)? (?:by |for (?:the|a|more|at|over)|who|whose|without|within|because|due|on time|if |should |until )")
COUNTED_WORDS = frozenset(
    stem(each)
    for each in re.findall(
        r"\S+",
        """
kpi kpis rated ratings corporate register scheme lot lots indicators include includes among list listed score scores scoring
stand covers cover key performance shown below here so far result results their them fully currently presently are risk risks
action actions mitigating mitigation given marked classed assessed judged graded counted sit sits being ended finish finished
close closed section directorate area part more either neither nor come out turned show kept carry carries enjoy earned earn
attracted saw recorded hold holds got went managed fall falls open live strategic
""",
    )
)
"""Stems of words around counts that narrow nothing."""
