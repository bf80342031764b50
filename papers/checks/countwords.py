"""The small grammar of counts in a coded sentence (see `tallying`): quantities (#0), states (=0), the things counted (%), periods (@0)."""

from __future__ import annotations

import re

from papers.checks.facts import stem

NAME = r"(?:(?!#|=|@|%|,|;|:|\(|\)|and |but |while |whereas |with |than )\S+ )"
SHARE = r"(?:(?:, |\( )(?:or |that is |which is |just |some )?#(?P<share>\d+)(?: of (?:them|the total|all|the %|%))? ?(?:,|\)) )?"
STATES = r"=\d+(?: (?:or|and|nor|/|and are|and have|but) =\d+(?! (?:\S+ ){0,3}#))*"
FORWARD = re.compile(
    rf"#(?P<n>\d+) (?!more |fewer |less |additional |extra |further |another |new ){SHARE}(?:of (?P<all>{NAME}{{0,4}}?)#(?P<whole>\d+) )?(?P<between>(?:{NAME}|% ){{0,9}}?){SHARE.replace('share', 'after')}"
    rf"(?P<between2>(?:{NAME}|% ){{0,6}}?)(?P<states>{STATES})(?P<reach> or (?:better|above|higher|worse|below|lower))?(?:(?: %| ones)(?: have| has| also)? (?P<also>=\d+))?(?!\d)(?! (?:more|fewer|less|additional)(?!\S))"
)
"""19 of the 35 indicators (54%) are Green."""
BACKWARD = re.compile(
    rf"(?P<states>{STATES}) (?:% |ratings? |ones |status |category |band )?(?:now |again |still |only |just )?(?:(?:number|in|numbers|numbered|total|totals|totalled|come to|came to|comes to|is|are|was|were|stood at|stand at|stands at|rose to|fell to"
    rf"|account for|accounts for|accounted for|make up|makes up|made up|go to|went to|goes to|given to|applies to|apply to|for|at|was seen in|were seen in|was recorded in|came in|remain at|remains at|amount to|amounts to) )?(?:now |just |only )?#(?P<n>\d+)(?! more| fewer| less)(?! of them)"
)
"""Greens number 19; Green accounts for 54%; the number of Green indicators is 19."""
HEAD = re.compile(rf"(?:^|, |; )(?:out )?of (?P<all>{NAME}{{0,4}}?)#(?P<whole>\d+) (?P<names>(?:{NAME}|% ){{0,8}}?)(?:,|#)")
WITHIN = re.compile(
    rf"(?:out )?of (?:the |our |its )?#(?P<whole>\d+) (?:% )?(?:rated |that are |which are )?(?P<states>{STATES})(?: %| ones)?(?! ,? of)"
)
"""Of the five Red indicators."""
TOTAL = re.compile(
    rf"(?:(?:this|the|our) (?:report|paper|section|register|document|directorate|service|list|plan|table|chapter|summary)(?: now)? (?:covers|has|contains|lists|holds|tells of|sets out|gives|includes|tracks|follows|records|shows|presents|looks at|is made up of|deals with)"
    rf"|there (?:are|is|were) (?:now )?|(?:in all|altogether|in total) ,? ?|(?:across|among|of|for|on) (?:all )?(?:the|our|its|these|all)(?: {NAME}{{0,3}}?)?|all|we (?:now )?(?:report on|have|track|list|hold)|the register of) ?(?P<names>{NAME}{{0,4}}?)#(?P<whole>\d+) (?P<kind>{NAME}{{0,4}}?)%(?! (?:\S+ ){{0,3}}=)"
)
"""This report covers 35 indicators."""
MORE_THAN_BEFORE = re.compile(
    rf"#(?P<n>\d+) (?:(?P<way>more|fewer|less|extra|additional) (?:{NAME}|% ){{0,5}}?=(?P<state>\d+)|=(?P<state2>\d+)(?: %| ones)? (?P<way2>more|fewer|less))(?: {NAME}{{0,4}}?)? than(?: (?:in|at|there|had|were|was|been|it|did|on))* @(?P<when>\d+)"
)
STEP = re.compile(
    r"(?:, |and |; |which is |\( ?|that is )(?:this is )?#(?P<n>\d+) (?P<way>more|fewer|less)(?: %)? than(?: (?:in|at|there|had|were|was|been|it|did|on))* @(?P<when>\d+)"
    r"|(?P<way2>up|down|rose|fell|grew|increased|decreased|dropped|an increase|a rise|a fall|a drop|a decrease|a reduction)(?: of| by)? #(?P<n2>\d+)(?: (?:on|from|since|over|compared with|against|in)(?: the number)?(?: in| at)? @(?P<when2>\d+))"
    r"|(?:being|are|is|was|were) #(?P<n3>\d+) (?P<way3>up|down|more|fewer|higher|lower)(?: (?:on|than|from|in|at|it|was|were|had|been|its))* @(?P<when3>\d+)"
)
FROM = re.compile(
    r"(?:(?P<way>up|rose|grew|increased|down|fell|decreased|dropped)|went|gone|changed|moved|compared|against|after|where it was)?(?: up| down)? ?(?:from|with|against|after) (?:the )?#(?P<n>\d+)(?: (?!#|=|;)\S+){0,3}? @(?P<when>\d+)"
)
RISE = re.compile(
    r"=(?P<state>\d+)(?: %| ratings?| ones)? (?:has |have |are |is |were |was )?(?:(?P<way>rose|risen|grew|grown|increased|went up|gone up|climbed|up|fell|fallen|decreased|dropped|went down|gone down|down|reduced|stayed|remained|stays|remains|is unchanged|unchanged)|(?:gone|went|moved|changed|went from)?)"
    r"(?: (?:from #(?P<from>\d+) to|at|to) #(?P<to>\d+)| by #(?P<by>\d+)(?: to #(?P<to2>\d+))?| from #(?P<from2>\d+))"
)
UP = (
    "rose",
    "risen",
    "grew",
    "grown",
    "increased",
    "went up",
    "gone up",
    "climbed",
    "up",
    "more",
    "higher",
    "extra",
    "additional",
    "an increase",
    "a rise",
)
SAME = ("stayed", "remained", "stays", "remains", "is unchanged", "unchanged")
OUTNUMBER = re.compile(
    rf"=(?P<a>\d+)(?: %| ratings?| ones| {NAME}{{0,2}}?)? (?P<verb>outnumber|outnumbers|outnumbered|exceed|exceeds|outweigh|outweighs)(?: by #(?P<by>\d+))? {NAME}{{0,5}}?(?:% )?{NAME}{{0,3}}?(?P<b>{STATES})(?: by #(?P<by2>\d+))?"
)
THAN = re.compile(
    rf"(?<!\S)(?P<way>more|fewer|less)(?: of the| of them| of our)?(?: (?:{NAME}|% ){{0,5}}?| )=(?P<a>\d+)(?: %)? than (?:{NAME}|% ){{0,4}}?(?P<b>{STATES})"
)
TIMES = re.compile(
    rf"(?P<k>twice|three times|four times|half|just) as many(?: (?:{NAME}|% ){{0,4}}?| )=(?P<a>\d+)(?: %)? as (?:{NAME}|% ){{0,4}}?(?P<b>{STATES})"
)
AS_MANY = re.compile(rf"(?P<k>as many)(?: (?:{NAME}|% ){{0,4}}?| )=(?P<a>\d+)(?: %)? as (?:{NAME}|% ){{0,4}}?(?P<b>{STATES})")
COMMON_STATE = re.compile(
    r"=(?P<a>\d+)(?: {0,1}\S+){0,2}? (?:is|are|was|were|remains) (?:now |still |again )?the (?P<which>most|least) (?:common|frequent|numerous)|the (?P<which2>commonest|most common|largest|biggest|most frequent|least common|smallest)(?: \S+){0,2} (?:is|are|was) =(?P<a2>\d+)"
)
NOT = re.compile(
    r"(?:not|neither|n't|never|other than|anything but|nowhere near|no longer|short of|below)(?: (?:yet|been|be|rated|at|on|a|get|got))* $"
)
OTHER_PART = re.compile(
    r"(?:of (?:these|those|whom|them)|(?<!% , )of which|(?:these|those) (?:that|which|who)|the other|another|a further|a different|up to|first|last|next|past|latest|previous|like|nearly) $"
)
TURNED = re.compile(
    r"(?<!\S)(?:climbed|climbing|moved|moving|turned|turning|gone|risen|rising|fallen|falling|dropped|become|becoming|slipped|slipping) (?:up |down |back )?(?:to|from|into)? ?(?:being )?$|(?<!\S)(?:turned|become|becoming|turning) $"
)
NARROWED = re.compile(r"(?<!\S)(?:who|whose|that (?!is|are|was|were|have|has|met|miss)|without)(?!\S)")
TAIL = re.compile(
    r"^ (?:or better|or worse|by |for (?:the|a|more|at|over)|since (?!@)|who|whose|without|having|within|where|because|due|but not|on time)"
)
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
