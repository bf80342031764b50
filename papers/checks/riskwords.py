"""The words of statements about risks, in coded text (see `coding`): scores, gaps, movements, ranks, owners."""

from __future__ import annotations

import re

MEASURES = (
    (re.compile(r"(?:target|aim|goal|tolerance|appetite)(?:ed)?(?: (?:scores?|levels?|ratings?))?\b", re.IGNORECASE), "=target"),
    (re.compile(r"likelihood|probability\b", re.IGNORECASE), "=likelihood"),
    (re.compile(r"impact\b", re.IGNORECASE), "=impact"),
)
LINK = r"(?:risk|rating|\*\w+|of|is|was|are|were|has|have|a|an|the|its|at|now|just|only|still|to|score|scores|level|set|stands|stood|and|for|it|that|remains|rated|being|would|be|which|as|,|:|\()"
PAST = r"(?:in|at) (?:the )?@\d+|(?:the last|last) (?:report|quarter|time)|before\b|previously|formerly|earlier"
OFF = r"(?:points? )?(?P<side>above|over|higher than|more than|greater than|short of|away from|off|from|below|under|lower than|less than|beyond|adrift of)(?: (?:its|their|the|a|where it should be,? its))* =target"
GAP = re.compile(
    rf"#(?P<n>\d+) (?:points? )?(?:{OFF})|(?:gap|distance)(?: (?:to|from|between it and|of))*(?: (?:its|the|their))? =target(?: (?:is|of|was))* #(?P<n2>\d+)|by #(?P<n3>\d+) (?:points? )?to (?:reach|meet|hit|get to|come to|arrive at) (?:its |the |their )?=target"
    r"|#(?P<n4>\d+) (?:points? )?(?:to go|to come down)(?: \S+){0,3} =target"
)
AGAINST_TARGET = re.compile(
    r"(?<!\S)(?P<side>above|over|higher than|exceeds|exceeded|exceeding|short of|off|away from|yet to reach|not at|not yet at|below|under|lower than|at|on|equal to|equals|same as|meets|met|has reached|reached|matches|hit)(?: (?:its|their|the|already|own))* =target(?! of)"
)
SCORE_WORD = re.compile(
    r"(?<!\S)(?:scores?|scored|scoring|stands?|stood|standing|rated|register|risks?|=target|=likelihood|=impact|points?|is|are|was|were|remains?|at|from|to|by|rose|fell|rise|fall|up|down|more|less|higher|lower)(?!\S)"
)
NOW_BEFORE = re.compile(
    r"(?<!\S)(?:scores?|scored|scoring|score of|stands? at|stood at|standing at|rated|remains? at|stays? at|at|of|is|are|now|to|on|with|has|carries|carry|given|,|\(|:|both|each|all|a|an|of only|just|only) $"
)
UP = r"(?:risen|rose|gone up|went up|going up|increased|increasing|grown|grew|worsened|worse|got worse|moved up|climbed|up|become (?:a )?(?:greater|bigger|larger|more serious|higher)|greater|heightened|escalated|higher)"
DOWN = r"(?:fallen|fell|gone down|went down|going down|come down|came down|coming down|decreased|reduced|receded|eased|lessened|improved|moved down|dropped|down|become (?:a )?(?:smaller|lesser|less serious|lower)|lower|smaller)"
MOVED = re.compile(
    rf"(?<!\S)(?:(?P<same>unchanged|not changed|not moved|did not change|did not move|(?:stayed|remained|stays|remains|is|was|kept)(?: exactly)? (?:the same|where it was|as it was|level|at the same score)|no change|static|steady)|(?P<new>new|newly added|joined the register|first appears?|entered the register|added to the register)"
    rf"|(?P<closed>closed|taken off the register|removed from the register|come off the register|left the register)|(?P<renamed>renamed|re-?focussed|given a new name|a new name|new name)|(?P<up>{UP})|(?P<down>{DOWN}))(?!\S)"
)
RANK = re.compile(
    r"(?<!\S)(?P<nth>second|third|joint|equal|jointly)?[- ]?(?P<way>highest|greatest|biggest|most serious|gravest|largest|worst|top|lowest|smallest|least serious|mildest|lightest)(?:[- ]?(?:scoring|scored|rated|ranked|ranking))?(?: (?:of|on|in|=target|risks?|scores?|one|single|corporate|current)){0,3}(?! since| for)"
)
NUMBERED_RANK = re.compile(
    r"(?P<way>highest|lowest|greatest|smallest)(?: (?:current|single))?(?P<target> =target)? ?(?:scores?|risk scores?)?(?: (?:on|in|of|across|given|for) (?:the |all |any |our )?\S+){0,2} (?:is|was|being|stands at|at|of|,) #(?P<n>\d+)"
)
COMPARED = re.compile(
    r"(?<!\S)(?:(?P<more>scores? (?:more|higher)|higher(?: score)?|greater|more serious|bigger|graver|outscores?|above|ahead of|exceeds|worse)|(?P<less>scores? (?:less|lower)|lower(?: score)?|smaller|less serious|below|behind|lesser)|(?P<same>the same(?: score| rating| level)?|as high|equal|level))(?: (?:risk|score|one|a))*(?: (?:than|as|to|with|of))?(?: (?:that|those|the|a|any|risk|for|of|one))* $"
)
UNTARGETED = re.compile(
    r"(?<!\S)(?:no|without a|lacks a|lacks) =target(?! of)|=target (?:has |is )?(?:not |yet to |still to )(?:yet )?(?:been |be )?(?:set|agreed|confirmed|given|fixed|decided)"
)
AIM = re.compile(
    r"(?<!\S)(?:meant|supposed|set|due|is|are|wants?|wish|wishes|sought|remains|yet|wanted|want it|like it|still|each) to (?:come|fall|go|be brought|drop|get|rise|reduce|bring|cut|move|sink|end)(?!\S)"
)
"""What a score is to become."""
FORMER = re.compile(
    r"\b(?:once|formerly|previously|before that|used to be|was|until now|earlier|last time)(?: was| been)? (?:called|headed|named|known as|titled|entitled|listed as|under the name(?: of)?) [\u201c\"]?(?P<name>[A-Z][\w' -]*)"
)
OWNS = re.compile(
    r"\bown(?:s|ed|er|ers|ership)?\b|\blead(?:s)?\b|\bled by\b|\bbelongs?\b|\bresponsib|\banswer(?:s|able)\b|\blooks after\b|\baccountable\b|\bin the hands\b|\bheld by\b|\bin charge\b|\brests? with\b|\blies? with\b|\bmanaged by\b|\bmanages\b",
    re.IGNORECASE,
)
