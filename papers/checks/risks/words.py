"""The words of statements about risks, in coded text (see `language.coding`): scores, times, sides, movements, places among all, owners."""

from __future__ import annotations

import re
from decimal import Decimal

from papers.checks.language.matching import matcher
from papers.checks.language.numerals import WORD_NUMBER
from papers.checks.risks.sought import WHERE

MEASURES = (
    (matcher(r"(?:target|aim(?! to)|goal|tolerance|appetite)(?:ed|s)?(?: (?:scores?|levels?|ratings?))?\b", re.IGNORECASE), "=target"),
    (matcher(r"likelihood|probability\b", re.IGNORECASE), "=likelihood"),
    (matcher(r"impact\b", re.IGNORECASE), "=impact"),
)
OWN = matcher(
    r"^This (?:is|was|has|remains|stays|scores|stands)\b|\b(?:[Ii]ts?|[Tt]h(?:is|e) (?:(?:current|present|target) )?(?:risk|score|target|rating|level)|[Ss]cor(?:es?|ed|ing)|[Ll]ikelihood)\b"
)
"""What means the risk in whose own text a sentence stands."""
NOT = r"(?:not|n't|no longer|never|nor|neither)"
CLAUSES = matcher(r" (?:;|but|although|though|whereas|while|:|, and|and (?:is|was|has|have|had|now|it|its|they|scores)) ")
"""What parts a sentence into statements of their own."""

OF_REGISTER = matcher(
    rf"\b(?:our|the|these) (?:\d+|{WORD_NUMBER}) (?:open |live |current )?risks\b|"
    r"\b(?:[Rr]isk register|(?:[Cc]orporate|[Ss]trategic) risks?|[Mm]itigating actions?|risks? (?:now )?(?:is|are|scores?|scored|has|have|on the register))\b"
)
A_RISK = matcher(r"(?<!at )\brisks?\b(?! (?:of|that|to)\b)")
"""What shows that a sentence of the summary may be of the register."""

# --- times ---------------------------------------------------------------------------------------------------------------------
_LAST = r"(?:@(?P<when>\d+)|(?:the )?last (?:report|quarter|time)|before(?= [,.;]|$)|previously|formerly|earlier|then(?= )|hitherto)"
EARLIER = matcher(
    rf"(?:(?<!\S)(?<!than )(?<!since )(?<!from )(?!than|since|from|on)\S+ |^ ?)(?:in |at |by )?(?:the )?{_LAST}(?: (?!,)\S+)*(?: ,(?: \S+)*)? $"
)
"""Before a statement, in its clause: a period that it is not held against."""
AFTERWARDS = matcher(rf" ?(?:points? |it |them |that )?(?:\( )?(?:(?:in|at|as of|back) )*(?:the )?{_LAST}")
"""Just after a statement."""
HELD = matcher(
    r"(?P<when>(?!))?(?<!\S)(?:having (?:been|stood|scored)|previously|formerly|had been|after|compared with|compared to|up on|down on)(?: (?:a score of|a|its|score|scored?|\*\w+|at|rated))* $"
)
FROM = matcher(r"(?<!\S)from(?: (?:a score of|a|an|its|score|\*\w+|at|of))* $")
ONCE = matcher(r"(?<!\S)against $")
"""Either the last score or the target."""
LATER = matcher(
    r" (?:still |yet )?to (?:be reached|reach|aim for|get to)(?!\S)| (?:by|within|in|before) (?:@\d+ )?=target| (?:that |which )?(?:it|they|we) (?:ought|should|needs?|must|aims?|wants?|has|have|hopes?)(?!\S)"
)
RANGE = matcher(r"(?<!\S)(?:range|ranges|ranging|ranged|run|runs|span|spans|go) ")
"""Where "from" begins a range."""
AIM = matcher(
    r"(?<!\S)(?:(?:meant|supposed|set|both|all|due|expected|designed|intended|is|are|wants?|wish|wishes|sought|remains|yet|wanted|want it|like it|still|each|has|have|needs?|ought) to|must|should) "
    r"(?:come|stand|be at|be back|return|take|be taken|fall|go|be brought|be halved|be cut|drop|get|rise|reduce|bring|cut|move|sink|end|become|shed|lose|reach)(?!\S)"
    r"|(?<!\S)(?:want|wants|wanted|like) (?:it|this|them|the score) (?:at|down|to be)(?!\S)"
)
"""What a score is to become."""
ASKED = matcher(
    r"(?<!\S)(?:(?:asked|asks|asking|why|whether|wondered|feared)(?!\S)"
    r"|(?:before|until|till) (?:it|this|the (?:risk|score)) (?:is|comes|gets|falls|goes|returns|reaches)(?= (?:[a-z]+ ){0,3}?[#*]))"
)
"""What asks, or waits for what is not yet so: "before it is back at Amber"."""
SCORED = matcher(r"(?<!\S)(?:scor\w+|risks?|register|points?|=target|=likelihood|=impact|\*\w+)(?!\S)")
"""What shows that a clause tells of the register."""

# --- one score -----------------------------------------------------------------------------------------------------------------
MEASURED = matcher(r"(?:scores?|scored|scoring|rated|ratings?|=target|=likelihood|=impact)(?: (?!and |,)\S+){0,2} $")
ATTRIBUTE = matcher(r"(?<!\S)=?(likelihood|impact|target|scores?|scored|scoring)(?!\S)")
LINKED = matcher(
    r"(?<!\S)(?:scores?|scored|scoring|stands? at|stood at|standing at|rated|remains? at|stays? at|left at|held at|put at|at|of|is|are|was|were|now|@\d+|to|from|on|by|with|has|had"
    r"|carries|carry|given|after|against|and|between|=target|=likelihood|=impact|,|\(|:|highest|lowest|both|each|all|a|an|just|only|the) $"
)
"""Words before a number that may be a score."""
COUNTED = matcher(
    r" (?:of the |of )?(?:(?!the |this |that |its |our |a )\S+ )?(?:risks?|actions?|indicators?|others?|people|years?|months?|days?|quarters?|recommendations?|plans?)(?!\S)"
    r"| in (?:every )?#| of (?:the |our )?#| (?:more|less|higher|lower|fewer|above|below|over|under)(?!\S)| (?:are|were|to follow|have)(?!\S)| of (?:them|these|those|whom|which)(?!\S)| (?:that|which|who) (?:are|have|were|score)(?!\S)"
)
"""After a number that counts other things, or a difference."""
FOLLOWED = matcher(
    r" (?:[^\w\s#]|=target|points?|for|from|to|in|at|on|by|against|with|than|since|after|before|and|but|or|which|while|whereas|when|where|though|although|as|if|is|was|has|had|@|\*|=|it|its|that|they|we"
    r"|now|still|too|again|already|last|also|out|overall|plus|of #|risk score|scores?|both|leaves?|leaving|puts?|putting|makes?|making|remains?|stands?|falls?|rises?|ought|should)(?!\w{3})"
)
"""What may stand after a score; another word is what the number counts."""
AGED = matcher(
    r"(?<!\S)the (?:next|second|others?|rest|nearest|remaining)(?: [^\s#]+){0,2} (?:is|are|at|on|has|have|being|scores?) $|"
    r"(?<!\S)(?:\w+est|worst|top) of $|(?<!\S)of (?:the|all|our|these|only) $|(?<!\S)(?:team|sample|group|staff|total|panel|board|list) of $|(?<!\S)(?:scale|matrix|grid|range of)(?: [^\s#]+){0,3} (?:#\d+ (?:to|and) )?$|(?:(?:an?|any|every|one|each|#\d+) (?:risk )?|~one-)(?:of|at|with) $|#\d+ (?:\*\w+|[a-z]+s) (?:risks? )?(?:at|on|with|scoring) (?:#\d+ (?:and|,) )?$|(?<!\S)(?:than|with|of|above|below|behind|over|like|beside|unlike) (?:[^\s,;]+ ){0,3}risks (?:(?:now|still|that|which|are|all|@\d+) )*(?:at|on|with|that score|scoring) $|(?<!\S)(?:rise|fall|drop|increase|reduction|by) (?:of )?$"
)
"""Before a number that is no score of one risk."""
RATED = matcher(r"=(?:likelihood|impact) (?:(?:of|at|is|now) )+$")
"""Before a number that is a likelihood or an impact, whatever follows."""
APART = matcher(r"(?<!\S)(?:gaps?|differences?|distances?|margins?)(?!\S)")
"""What numbers after it may be, where no word says that they are scores."""
FOR_RISK = matcher(r" (?:points? )?(?:, )?(?:for|in the case of|in|by|\( ?)(?: the)? ")
AGAIN = matcher(
    r"=(?P<one>likelihood|impact) [^=]*#\d+ [^=]*=(?P<two>likelihood|impact) [^=#]*#\d+[^=#]* (?:against|from|compared with|after) (?P<first>#\d+ and )?$"
)
"""Before a second pair of numbers: "likelihood 3 and impact 4, against 2 and 3"."""
AT_SCORES = matcher(
    r"#(?P<n>\d+) (?:(?:of (?:the|them)|other|others|more|further|risks?) )*(?:(?:that|which|all|each|both|are|is) )*(?:scores?|scored|scoring|stands?|rated|share|on|at|with|had|have)"
    r"(?: (?:at|on|a score of|scores? of))? #(?P<score>\d+)(?! (?:points?|for|of|actions?|or|and (?:above|over|below)|to)(?!\S))(?! (?:,|and|or) #\d+(?: (?:[,.;]|and|or)|$))"
)
"""How many risks, and the score that they have."""
PART_AT = matcher(r" of (?:the |our )?(?:other )?(?:#\d+ )?(?:risks? )?(?:at|on|with) #\d+$")
"""Some of those that have a score: not how many have it."""
TOTAL = matcher(
    r"(?<!\S)(?:(?P<mean>averages?|averaging|mean)|adds?(?: up)?(?: to)?|sums? to|total(?:s|led)?|come to|amount to)(?: (?:is|was|of|at|now|just|the|all|risk|scores?))*(?: (?:of|for) (?:the |all )?(?:#\d+ )?(?:\S+ )?(?:risks?|scores?|=target)(?: (?:is|was|now|at))*)? #(?P<n>\d+)(?! (?:(?:\S+ )?(?:risks?|scores?|=target)|is|was)(?!\S))"
)
UNTARGETED = matcher(
    r"(?<!\S)(?:no|without a|lacks a|lacks) =target(?! of)|=target (?:has |is )?(?:not |yet to |still to )(?:yet )?(?:been |be )?(?:set|agreed|confirmed|given|fixed|decided)"
)

# --- two scores ----------------------------------------------------------------------------------------------------------------
MORE = r"(?:more|higher|greater|above|over|ahead|exceeds?|exceeding|beyond|clear|bigger)"
LESS = r"(?:less|lower|(?<=points )fewer|below|under|behind|beneath|smaller)"
DIFFERENT = matcher(
    rf" (?:points? )?(?:(?:{MORE}|{LESS})(?! (?:[a-z]{{3,}}s|are|is|people|staff|children|money)(?!\S))|short|shy|off|away|adrift|apart|from (?:its|the|their) =target|to go|to come down|to shed|to lose)(?!\S)(?: (?:of|than|from))?"
)
"""After a number that is a difference."""
OF_TARGET = matcher(
    r"=target(?: (?:score|level|rating|of|at|#\d+|,|\(|\)|\*\w+))* (?:is|was|are|lies|stands|sits|being|remains)(?: (?:only|just|still|now|some|a|the))* $"
)
"""Before what is told of a target, not of the score."""
A_SCORE = matcher(
    r"(?: (?:from|than|of|over))?(?: (?:the|any))?(?: #\d+)? (?:risks?|others?|those) (?:(?:that|which|all|each|are) )*(?:at|on|with|scoring|scores?|scored|have|stand at) #(?P<n>\d+)"
)
"""After a comparison with risks of one score."""
OF_OTHERS = matcher(
    r"(?: (?:than|from|of))?(?: the| any)? #\d+(?: (?:other|of|further|more))* (?:risks|others|the|them)(?!\S)(?! (?:at|on|with|scoring) #)"
)
"""After a difference from risks that are only counted: "eight points more than three other risks"."""
OF_THINGS = matcher(
    r" of (?:the |our |all |these |those )*(?!the |our |all |these |those |score|risk|level|rating|last|previous|present|current|one|what|that|its|it(?!\S))[a-z]"
)
"""After a part of other things: "two thirds of the gullies"."""
THE_NEXT = matcher(
    r"(?: (?:than|from|of))? the (?:next|second|nearest)(?!\S)|(?: (?:than|from|of))?(?: (?:the|its))? =(?:impact|likelihood)"
)
"""After a difference from a risk that may not be named."""
WHERE_IT_IS = matcher(rf" (?:(?!{WHERE})where|what|its (?:present|current|own|score)|the (?:present|current) score)(?!\S)(?! =target)")
"""After a comparison with the score as it stands."""
GAP = matcher(r"(?<!\S)(?:gap|difference|distance|margin)(?!\S).* (?:is|was|of|by|from|to|at|now|only|just|another)(?: @\d+)? $")
PARTS = matcher(
    r"=(?:likelihood|impact)(?: [^\s#]+| #\d+(?! (?:points|higher|lower)))*? (?:has|have|had|needs?|must|should|is|are|was|were|comes?|came|went|goes) (?:[^\s#=]+ )*by $"
)
"""Before what is told of a likelihood or an impact, not of the score."""
SCORING = matcher(r"(?<!\S)(?:scor\w+|gap|difference|points?|=target|than|risen|fallen|rose|fell|up|down|rise|fall|rises|falls|by)(?!\S)")
"""What shows that scores are told of."""
BY = matcher(
    r"(?<!\S)(?<!making )(?<!made )(?<!makes )(?:by|shed|lose|(?:rise|fall|drop|increase|reduction|cut) of|up|down)(?: (?:only|just|another|a|further))* $"
)
"""Before a number that is a difference."""
DOUBLE = {
    **dict.fromkeys(("twice", "double", "doubled"), Decimal(2)),
    **dict.fromkeys(("treble", "trebled", "triple", "thrice"), Decimal(3)),
    **dict.fromkeys(("half", "halved"), Decimal("0.5")),
}
MULTIPLES = matcher(
    rf"(?<!\S)(?:(?:{'|'.join(DOUBLE)})|#(?P<n>\d+)(?= (?:of )?(?:(?:the|its|that|what|as|=target|to|from|since|it)(?!\w)|,|\.)))(?!\S)"
)
"""So many times something, or a part of it."""
CHANGED = matcher(r"(?:by|up|down|(?:rise|fall|cut|increase|reduction|drop) of|#\d+ , or) $")
"""Before a part by which a score has changed."""
COMPARED = matcher(
    r"(?<!\S)(?:(?P<more>(?:scores? )?(?:more(?: serious)?|higher|greater|bigger|graver|worse)(?= )|outscores?|above|ahead of|exceeds)|(?P<less>(?:scores? )?(?:less(?: serious)?|lower|smaller|lesser)(?= )|below|behind)"
    r"|(?P<same>the same(?: score| rating| level| =target)?|as high|equal|level(?= (?:with|on))))(?: (?:risk|scores?|one|a|rated))*(?: (?:than|as|to|with|of))?(?!\S)"
)
ALL_OTHERS = matcher(
    r" (?:any|every|all|each|the)(?: of)?(?: the)? (?:others?|rest)(?!\S)(?! (?:\*|of (?:the |our )?(?:\*|#)|risks? (?:at|with|that|which|on|of|rated|owned|under)(?!\S)(?! the register)))"
)
NO_RISK = matcher(
    r"(?<!\S)(?:no (?:other |single )?(?:risk|one)|none|nothing)(?: (?:else|on the register|here|now|of them|of the others|is|has a|was|@\d+))* $"
)

# --- movements -----------------------------------------------------------------------------------------------------------------
UP = r"(?:come up|came up|coming up|brought up|be brought up|risen|rose|gone up|went up|going up|increased|increasing|grown|grew|worsened|worse|got worse|moved up|climbed|raised|become (?:a )?(?:greater|bigger|larger|more serious|higher)|heightened|escalated|rise|increase|up)"
DOWN = r"(?:brought down|fallen|fell|gone down|went down|going down|come down|came down|coming down|decreased|reduced|receded|eased|lessened|improved|moved down|dropped|become (?:a )?(?:smaller|lesser|less serious|lower)|fall|drop|reduction|decrease|down)"
MOVED = matcher(
    rf"(?<!\S)(?:(?P<same>unchanged|not changed|not moved|did not change|did not move|(?:stayed|remained|stays|remains|is|was|kept)(?: exactly)? (?:the same|where it was|as it was|level|at the same score)|no change|static|steady)"
    rf"|(?P<open>(?:is|are|remains?|stays?|still)(?: still)? (?:open|live|on the register))"
    rf"|(?P<new>new(?= (?:risks?|entry|entries|to|on|this|since|in|at|and|or|with|here|@\d+|\W)|$)|newly added|joined the register|first appears?|entered the register|added to the register)"
    rf"|(?P<closed>closed|taken off the register|removed from the register|come off the register|left the register)|(?P<renamed>renamed|re-?focussed|given a new name|a new name|new name)"
    rf"|(?P<up>(?!(?:rise|increase|up)(?!\S)){UP}|(?:is|are|was|were) (?:now )?up|(?:greater|higher)(?= (?:score|risk)))"
    rf"|(?P<down>(?!(?:fall|drop|reduction|decrease|down)(?!\S)){DOWN}|(?:is|are|was|were) (?:now )?down|(?:lower|smaller)(?= (?:score|risk))))(?!\S)"
)

# --- targets -------------------------------------------------------------------------------------------------------------------
BELOW = ("below", "under", "lower than")
AT = ("at", "on", "equal to", "equals", "same as", "meets", "met", "has reached", "reached", "matches", "hit")
AGAINST_TARGET = matcher(
    rf"(?<!\S)(?P<side>above|over|higher than|exceeds|exceeded|exceeding|short of|off|away from|yet to reach|not at|not yet at|{'|'.join(BELOW + AT)})"
    r"(?: (?:its|their|the|already|own))* =target(?! of)"
)
OTHERS = matcher(
    r"(?:#\d+ (?:of|that|which|risks?|are|is|others?) (?:\S+ ){0,2}|(?:all|none|other|every|any|no) (?:\S+ ){0,4}|(?:or|nor|neither|than|like|unlike|among the|one of the)(?: #\d+)? )$"
)
"""Before a level that is told of others than the risk named."""

# --- places among all ----------------------------------------------------------------------------------------------------------
ORDINALS = {"second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5}
LOW = r"lowest|smallest|least|mildest|lightest"
RANK = matcher(
    rf"(?<!next )(?<!between the )(?<!lowest and the )(?<!highest and the )(?<!\S)(?P<nth>{'|'.join(ORDINALS)}|joint|equal|jointly)?[- ]?(?P<way>highest|greatest|biggest|most serious|gravest|largest|worst|top|{LOW} serious|{LOW})"
    r"(?:[- ]?(?:scoring|scored|rated|ranked|ranking))?(?: (?:of|on|in|=target|risks?|scores?|one|single|corporate|current)){0,3}(?! since| for)"
)
PLACED = matcher(
    rf"(?<!\S)(?:is|comes|ranks|ranked|stands|lies|remains|was|came)(?: @\d+)? (?:in )?(?P<nth>{'|'.join(ORDINALS)})(?: place| on the register| of all| among all)?(?= [,.;)]| at| with|$)"
)
DISTANCE = matcher(
    r"(?<!\S)(?:(?P<far>furthest|farthest|further|farther)|closest|nearest|closer|nearer) (?:to|from) (?:its |their )?=target(?P<than>(?: \S+)? than)?"
)
NUMBERED_RANK = matcher(
    rf"(?P<way>highest|{LOW}|greatest)(?: (?:current|single))?(?P<target> =target)? ?(?:scores?|risk scores?)?(?: (?:on|in|of|across|given|for) (?:the |all |any |our )?\S+){{0,2}} (?:is|was|being|stands at|at|of|,) #(?P<n>\d+)"
)
ONLY = matcher(r"(?<!\S)(?:(?:the|our) (?:only|sole|single)(?= (?:risk|one|\*|entry|score))|alone|only(?= (?:the )?[a-z]))(?!\S)")
"""What is true of the risks named, and of no other."""
_SOUGHT = r"(?:sought|wanted|intended|desired|hoped for|aimed (?:at|for)|=target (?:at|for))"
_RATING = r"(?:scores?|ratings?|levels?)"
AIMED_LEVEL = matcher(
    rf"\*\w+ =target|=target (?:(?:that|which|is|are|of|at|rated|now|for|in|on|within|the|a) )+\*\w+|\*\w+ (?:{_RATING} )?(?:is|are) (?:being )?{_SOUGHT}(?!\S)"
    rf"|{_RATING} (?:that is )?{_SOUGHT} (?:(?:is|was|still|also|rated|only) )+\*\w+"
)
"""A level that is one of a target."""
WITH_TARGET = matcher(
    r"(?<!\S)(?:with|having|given) (?:(?!,|is |are )\S+ ){0,4}?=target(?: (?!,|that |which )\S+){0,4}?(?: ,(?: [^,]+ ,)?)? (?=(?:is|are|was|were|has|have|stands?|scores?|remains?|both)(?!\S))"
)
"""A target told beside the subject: what follows it is told of the score, "risks with a Green target, A and B, are Amber at 12"."""
PRESENT = matcher(
    r"(?<!\S)(?:(?:present|current|today)(?: (?:scores?|level|figure|rating|of|at|is))*|, (?:and |but |though )?(?:@(?P<when>\d+)|now|today|currently)(?: (?:is|at|on|stands|scores|rated|a|an|still|\*\w+))*) $"
)
"""Before a score as it stands."""
APPOSED = matcher(r"\*\w+ (?:(?:bands?|zone|range|risk|rating|level) )?(?:,|\(|at(?= )) (?:(?:a|an|at|the|or|with|score|of) )*$")
"""After a level and before the score that it is of, which is told beside it."""
OF_NUMBER = matcher(
    r"#(?P<n>\d+)(?: (?:now|points?|in future|then))? (?:, |\( )(?:which|that|and so|so|therefore|hence|thus|still)(?: (?:is|was|would|be|still|makes|leaves|puts|it|at|a|an|in|therefore|rated|means))* $"
)
"""Before a level that is said to be that of a number."""
LEAVING = matcher(r"(?<!\S)(?:leave|leaving|leaves|keep|keeping|still be|be)(?: (?:it|them|a|an|still|the|risk|at))* $")
"""Before the level that a target leaves a risk at."""
BESIDE = matcher(
    r"(?<!\S)(?:equal to|level with|same as|than|against|matching|matches|alongside|like) (?:that|those) (?:of|for|in) [^,;]*,|(?:^|, )(?:once|after|behind|unlike|like|besides|beneath|below|above|apart from|next to|second only to|compared with) [^,]* , "
)
"""Names that are told beside what a sentence is about, before it or between commas."""
ONE_OF_TWO = matcher(r"(?<!\S)the (former|latter)(?: [^\s,;#]+){0,4} $")
THE_REST = matcher(
    r"(?:^|(?<!\S)(?:[,;(]|and|while|whereas|but|with|so)) (?:(?:all (?:of )?)?the (?:others|rest|remainder|(?:other|remaining) (?:#\d+|risks?))"
    r"|#\d+ (?:of (?:the|them|these|those|our)|(?:other |more |further |open )?(?:risks|others|ones))|(?:every|each|all|no)(?: of the| the| other| open| single)* (?:risks?|others?))(?!\S)"
)
"""What is told of the risks that are not named."""
AS_IS = matcher(r" ,? ?(?:as|and so) (?:is|are|does|do|has|have|was|were|did) ")
"""What leads to another risk of which the same is said."""
BOTH_AT = matcher(r"(?<!\S)(?:(?:the|our|all) #(?P<n>\d+)|both)(?: (?:the|of the))? \*(?P<level>\w+)(?: risks?)?(?!\S)")

# --- names ---------------------------------------------------------------------------------------------------------------------
FORMER = matcher(
    r"\b(?:once|[Ff]ormerly|[Pp]reviously|formerly|previously|before that|used to be|was|until now|earlier|last time)(?: was| been)? (?:called|headed|named|known as|titled|entitled|listed as|under the name(?: of)?) [\u201c\"]?(?P<name>[A-Z][\w' -]*)"
)
TAKEN_FROM = matcher(
    r"\b(?:(?:re-?focuss?ed|re-?named|re-?titled|re-?cast|changed|evolved|developed) from|(?:grew|grown) out of|replac(?:es|ed|ing)|(?:takes|took|taken) (?:the place of|over from))"
    r"(?: (?:what was|the|former|old|previous|risk|earlier))* (?P<id>[A-Z]{2,4}\d+)?(?:,? ?[\u201c\"(]?(?P<name>[A-Z][\w' -]*))?"
)
"""The risk from which another one was made: "re-focussed from CRR5 Organisational Transformation"."""
DATED = matcher(r" (?:(?:down|off|from the register|again|already|back) )*(?:in|on|at|during|since)(?: the)?(?: end of)? @(?P<when>\d+)")
"""After a movement: when it was."""
OWNS = matcher(
    r"\bown(?:s|ed|er|ers|ership)?\b|\blead(?:s)?\b|\bled by\b|\bbelongs?\b|\bresponsib|\banswer(?:s|able)\b|\blooks? after\b|\baccountable\b|\bin the hands\b|\bheld by\b|\bcharge\b|\brests? with\b"
    r"|\blies? with\b|\bmanaged by\b|\bmanages\b|\boversees\b|\bremit\b|\bportfolio\b|\bsits with\b",
    re.IGNORECASE,
)
