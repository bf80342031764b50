"""Numbers and levels that a sentence tells as a target's without "target of 16": "the Amber 12 we are aiming at", "a Green score is the aim"."""

from __future__ import annotations

from papers.checks.language.matching import matcher

_WHO = r"(?:we|it|they|this risk|the (?:council|county|board|cabinet|committee|owner|service|directorate|register|risk|plan|team))"
_BE = r"(?:(?:are|is|were|was|have|has|had|would|should|will|all|both|still|now|also|be|been|to|ideally|eventually) )*"
_SEEK = (
    r"(?:=target|aiming|work|works|working|head|heading|hope|hopes|hoping|hoped|want|wants|wanted|wish|wishes|like|seek|seeks|seeking"
    r"|need|needs|ought|look|looking|content|happy|satisfied|accept|tolerate|live with|settle|set (?:itself|ourselves|themselves))"
    r"(?! (?:to (?:bring|reduce|cut|lower|come|fall|be brought|shed|halve|lose|leave)|(?:at|from|of) #))"
)
WHERE = rf"where {_WHO} (?:{_BE}{_SEEK}|(?:should|ought to|needs? to|must|has to|have to|is (?:meant|supposed) to) be)"
"""The target, told as a place."""
_SAME = r"(?: (?:#\d+|\*\w+|risk|scores?|bands?|levels?|ratings?|points?|of|at|\(|\)))*"
THE = matcher(r"(?<!\S)(?:the|our|a|an)(?: (?:#\d+|\*\w+|lower|score|level|rating|risk|band|of|at|\())* $")
"""Before a number or a level that words after it may tell more of: "the Amber 12 (that we hope for)"."""
THAT = matcher(rf"{_SAME}(?: (?:that|which))? {_WHO} {_BE}{_SEEK}(?!\S)")
"""What is told of such a number that is sought."""
SOUGHT_AFTER = matcher(
    rf"(?: #\d+)? =target(?! of)|{_SAME}(?:(?: ,)? {WHERE}| as (?:the|its|their|our|a) =target(?! of)| of (?:its|the|their|our|this) =target(?! of)"
    r"| (?:is|being|remains|was) (?:still |also )*(?:the|our|its|their) =target(?! of)"
    rf"| (?:is|being|remains) (?:still |also )*(?:where|what) {_WHO} {_BE}(?:{_SEEK}|expect|expects|expected))(?!\S)"
)
"""After a number or a level that is sought, however it is told before."""
_A_SCORE = r"(?: (?:a|an|the|score|level|rating|band|risk|of|in|at|\*\w+|\())*"
SOUGHT_BEFORE = matcher(
    rf"(?<!\S)(?:(?:=target|aiming|working|heading|hoping|striving|looking) (?:for|towards?|(?:at|to (?:reach|get to|see|be))(?= (?:a|an|the|\*))){_A_SCORE}"
    rf"|(?:(?:score|level|rating) )?(?:wanted|sought|intended|desired|hoped for|(?:prepared|content|willing|happy|ready) to (?:accept|tolerate|live with|settle for))(?: (?:is|of|at))*{_A_SCORE}"
    rf"|(?:score|level|rating)(?: that)? {_WHO} {_BE}{_SEEK}(?: (?:to|live|with|see|be|at|for|accept))* (?:is|being){_A_SCORE}"
    rf"|(?<!to )(?:where|what) {_WHO} {_BE}{_SEEK}(?: (?:it|this|them|the (?:score|risk)|to|be|stand|see))*(?: ,)?(?: (?:which )?is)?{_A_SCORE}) $"
)
"""Before a number or a level that is sought: "aiming for Green", "where we want it to be, at 12"."""


def is_sought(before: str, after: str) -> bool:
    """Whether a number or a level between those words is one that somebody wants to reach, and so the target's."""
    return bool(SOUGHT_AFTER.match(after) or SOUGHT_BEFORE.search(before) or (THE.search(before) and THAT.match(after)))
