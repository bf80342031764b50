"""The words beside a rating: what says that it moved, stays, was lost or gained, of which period it is, and where it is none."""

from __future__ import annotations

from papers.checks.language.grammar import SAME
from papers.checks.language.matching import matcher

FIRST = r"\*(?P<first>\w+)"
SECOND = r"\*(?P<second>\w+)"
_WHEN = r"(?: (?:in|at|for|on|the|last|rating|status|@\d+|as|it|was|where))*"
MOVED = tuple(
    matcher(each)
    for each in (
        rf"(?<!\S)from {FIRST}{_WHEN} (?:in)?to {SECOND}",
        rf"(?<!\S){FIRST} to {SECOND}",
        rf"(?<!\S){SECOND}{_WHEN}(?: ,)?(?: up| down| moving| having moved| an? \w+)? from {FIRST}",
        rf"(?<!\S){SECOND}{_WHEN}(?: ,| \()? (?:having (?:previously )?been|when it had been|where it had been|after being|after|previously|formerly|which had been|had been) {FIRST}",
        rf"(?:was|were|had been) (?:previously |formerly |rated )?{FIRST}{_WHEN}(?: (?!#|\*)\S+){{0,3}}? (?:but |and |, )+(?:it |this |the indicator |the rating )?(?:is |has (?:now )?(?:become|turned|moved to) )(?:now )?(?:rated )?{SECOND}",
        rf"{FIRST} (?:has |have )?(?:given|gave|gives|giving) way to {SECOND}",
        rf"(?:swapped|exchanged|traded)(?: its| the| our| a)? {FIRST}(?: rating)? for(?: an?)? {SECOND}",
    )
)
"""How a rating of the last report and the present one are told together."""
INSTEAD = matcher(rf"{FIRST}(?: \S+)?(?: ,)? (?:rather than|instead of|and not|not|in place of){_WHEN}(?: an?)? {SECOND}")
SINGLE = matcher(r"(?<!\S)\*(\w+)(?!\S)")
_LINK = r"(?: (?:a|an|the|its|being|rated|rating|of|at|on|to|as|in|into|only|just|back|status|is|has|been|with))*"
STAYS = matcher(
    rf"(?<!\S)(?:(?:still|again)(?: (?!and |but )\S+){{0,2}}"
    rf"|(?:stays|stayed|stay|remains|remained|remain|continues|continued|unchanged|kept|keeps|keeping|held|holds|retains|retained)(?: to be)?(?: (?!and |but |to )\S+){{0,6}}|unchanged{_LINK}) $"
)
AS_BEFORE = matcher(r" (?:rating |status )?(?:as before|once more|once again|again|still|as it was)(?!\S)")
AGAIN = matcher(r"(?<!\S)(?:again|once more|once again)(?!\S)")
LOST = matcher(
    r"(?<!\S)(?:los[et]s?|miss(?:ed|es|ing)|losing|shed|sheds|forfeited|surrendered|gave up|given up|out of|moved off|dropped out of|fallen out of|ceased to be|stopped being|left|leaves|shaken off|no longer)(?: (?!but )\S+){0,2} $"
)
IS_LOST = matcher(r" (?:rating |status )?(?:was|has been|had been|is) (?:lost|forfeited|surrendered|shed)(?!\S)")
UP = r"(?:improv\w+|recover\w+|r[io]se[ns]?|rising|climb\w*|lift\w*|upgraded|promoted|advanc\w+|progress\w+|rallied|jump\w*|bounced|up|upwards)"
DOWN = r"(?:slip\w*|drop\w*|fell|fall\w*|downgraded|relegated|s[aiu]nk\w*|deteriorat\w+|worsen\w+|declin\w+|slid\w*|tip\w*|demoted|dipp\w+|slump\w*|weaken\w+|down|downwards)"
GAINED = matcher(
    rf"(?<!\S)(?:(?P<up>{UP})|(?P<down>{DOWN})|turn\w*|gone|went|goes|became|becomes|becoming|regain\w*|won back|earn\w*|return\w*|moved?|moves|moving|takes|took|brought|brings|back)"
    rf"(?: (?:it|us|from|slightly|only|just|the rating|the indicator|performance|this))*{_LINK} $"
)
RATING_MOVED = matcher(
    rf"(?<!\S)(?:rating|status|band|colour)(?: (?:has|have|had|is|was|of|itself|also|therefore|now|once|again|thus|been|this|that|@\d+|,|for|the|indicator))*"
    rf" (?:(?P<same>{SAME})|(?P<up>{UP})|(?P<down>{DOWN}))(?!\S)(?! from \*| below| above)"
)
"""What became of the rating: "the rating is unchanged"."""
WHEN = matcher(
    r"@(\d+)(?: (?:quarter|figure|result|reading|report))?(?: [,(])* (?:when|at which|where|in which|which (?:was|had been))(?: (?!;|,)\S+)* $"
)
"""A period whose clause the rating stands in: "in September 2012, when it was Red"."""
APPOSED = matcher(r"@(\d+) , (?:the|an?|our|its|~the-one) (?:(?!is |are |was |has |stays |remains |moves |goes |now )\S+ ){0,3}$")
"""A period that is itself called by the rating: "March, the one Red of the year"."""
HEAD = matcher(r"(?:back )?(?:in|at|by|for|during|at the end of) (?:the )?@(\d+) ,")
"""A period that the sentence begins with."""
ASIDE = matcher(
    r"(?<!\S)(?:away from|avoid\w*|near|nearly|almost|close to|closer to|turning|risk of|rather than|instead of|short of|towards|neither|nor|not yet|both|step from|threshold for|floor for|boundary with|bordering on|border of"
    r"|(?<!continues )(?<!continued )(?<!continue )(?<!continuing )to be|to reach|would be|than|between|or|verge of|edge of|points? (?:off|from|short of)|danger of|just (?:above|below|outside|inside)|edging|heading|band for)(?: \S+)? $"
)
THEN = matcher(r" (?:in|at|for)(?: both)?(?: the)? @(\d+)")
"""The period of a rating that is told last: "Green, having been Amber in June"."""
INSUFFICIENT = matcher(
    r"(?<!\S)(?:not|n't|never|no longer) (?:\S+ ){0,2}?(?:enough|sufficient|far enough|good enough|high enough|low enough) (?:for|to) (?:\S+ ){0,4}$"
)
"""What says that a rating was not reached: "not yet enough for a Green rating"."""
OF_BAND = matcher(
    r"(?<!\S)(?:bands?|ranges?|scores?|levels?|figures?|thresholds?|marks?|results?|indicators?|lines?) (?:that|which|we) (?:\S+ ){0,3}$"
)
"""A relative clause that says what a band is rated, not the indicator."""
ONWARD = matcher(r"(?:(?: ,)? and)?(?: then| finally| @\d+| ,)* (?:back )?(?:in)?to \*(?P<last>\w+)")
"""A third rating of an account in steps: "from Red to Amber and then to Green"."""
WAS = matcher(r"(?<!\S)(?:previously|formerly|used to be|up from|down from|had been|having been|from|last time)(?: rated| a| an)* $")
BEFORE_THAT = matcher(
    r"(?<!\S)(?:before (?:that|then)|until then|by then|at the time|at that time|prior to that|earlier on)(?!\S)(?: (?!;)\S+)* $"
)
"""A time that is told by what was said before it."""
PAST = matcher(r"(?<!\S)(?:was|were|had been)(?: \S+){0,2} $")
IS_NO_RATING = matcher(
    r" (?:threshold|band|floor|boundary|-|line|bin|space|spaces|waste|belt|paper|zone|care|jobs|energy|fleet|tape|list)(?!\S)| to (?!@)| or \*| and \*|(?: rating| status| score)? (?:will|would|can|cannot|could|may|might|depends|requires|needs)(?!\S)"
)


UNRATED = matcher(
    r"(?<!\S)(?:(?:indicator|measure|kpi) (?:is|are|was|has|stays|remains) (?:\S+ ){0,2}|(?:is|are|stays|remains|now|again) rated )$"
)
"""What gives a rating to the indicator itself, also to one that has none."""
TOLD_BY_ANOTHER = frozenset(("later", "back", "ago", "previous", "last"))
"""Kinds of periods that are told from another one."""
