"""The words of the small grammar: directions, changes, comparisons, intentions. All are read in coded text (see `coding`)."""

from __future__ import annotations

import re

N = r"#(\d+)"
UP_VERB = (
    r"(?:rose|risen|rises|rising|increased|increases|increasing|grew|grown|grows|growing|climbed|climbing|went up|gone up|going up|goes up|jumped"
    r"|widened|widening|gained|edged up|crept up|moved up|lengthened|lengthening|soared|surged|leapt|swelled|expanded|higher)"
)
DOWN_VERB = (
    r"(?:fell|fallen|falls|falling|decreased|decreases|decreasing|reduced|reduces|reducing|dropped|drops|dropping|declined|declines|declining|went down"
    r"|gone down|going down|goes down|dipped|dipping|narrowed|narrowing|cut|trimmed|pared|shaved|shrank|shrunk|slipped|slipping|edged down|moved down|came down|come down|slid|slides|sunk|sank|tumbled|plunged|plummeted|eased|easing|thinned|tailed off|receded|lower|fewer|shortened)"
)
BETTER_VERB = r"(?:improved|improves|improving|bettered|strengthened|strengthening|got better|getting better|better|recovered)"
WORSE_VERB = r"(?:worsened|worsens|worsening|deteriorated|deteriorates|deteriorating|got worse|getting worse|worse|weakened|weakening|gone backwards|went backwards)"
UP_NOUN = r"(?:rise|increase|growth|gain|jump|upturn)"
DOWN_NOUN = r"(?:fall|decrease|reduction|drop|decline|dip|cut)"
BETTER_NOUN = r"(?:improvement)"
WORSE_NOUN = r"(?:deterioration|worsening)"
SAME = (
    r"(?:unchanged|(?:exactly |broadly |much )?the same(?! (?:@|time|period))|no change|no movement|not (?:changed|moved)|stable|steady|static|flat|level with|has not changed"
    r"|did not change|constant|maintained at|identical)"
)
HOW = r"(?:slightly|sharply|slowly|steadily|significantly|considerably|markedly|again|further|back|a little|marginally|substantially|once more|only|just|also|since|still)"
VERBS = {"up": UP_VERB, "down": DOWN_VERB, "better": BETTER_VERB, "worse": WORSE_VERB}
NOUNS = {"up": UP_NOUN, "down": DOWN_NOUN, "better": BETTER_NOUN, "worse": WORSE_NOUN}
ANY_VERB = "|".join(VERBS.values())
ANY_NOUN = "|".join(NOUNS.values())

MAYBE = re.compile(
    r"(?<!\S)(?:will|would|should|could|may|might|must|cannot|(?<!than )(?<!as )expect(?:s|ed|ing|ation|ations)?(?! range)|aim(?:s|ed|ing)?(?! of the)|plan(?:s|ned|ning)(?= to)|forecasts?"
    r"|predict(?:s|ed)?|anticipat\w+|hop(?:e|es|ed|ing)|intend(?:s|ed)?|intention|if|unless|whether|project(?:ed|ion)|likely|ambition|in order to|so that|needs? to|potential(?:ly)?"
    r"|confident|on course|on track|due to (?:reach|rise|fall|meet|increase)|working towards?|with a view to|should the|assum\w+|risk (?:of|that)|had hoped|seek(?:s|ing)?|committed to"
    r"|(?<!continue )(?<!continues )(?<!continued )to (?:reach|achieve|meet|improve|reduce|increase|bring|exceed|recover|return|get|raise|cut|deliver|ensure|help|see|keep|maintain|halve|double|fall|rise|move|become|drive|lower|hit|be))(?!\S)"
)
"""What is intended, possible or feared: from there to the end of the clause nothing is checked."""

SUPPOSED = re.compile(
    r"(?:if|were|had|should|unless) |.*(?<!\S)(?:corrected|restated|republished|counted again|(?:gap|distance) (?:to|from|between) (?:the |our )?=target)(?!\S)"
)
"""Sentences that suppose something, tell of what was published before, or of a distance, which no cell holds."""

CLAUSE_END = re.compile(r" (?:[,;:.()\u2013\u2014]|but|although|though|whereas|while) ")

DIGITS = re.compile(r"#(\d+)")


def direction_of(words: str) -> str:
    """up, down, better or worse, of the verb or noun; "" of none."""
    return next((kind for kind, verb in VERBS.items() if re.fullmatch(f"{verb}|{NOUNS[kind]}", words)), "")


def guarded(text: str) -> tuple[tuple[int, int], ...]:
    """The parts of coded text that say what may be, not what is."""
    found = []
    for match in MAYBE.finditer(text):
        end = CLAUSE_END.search(text, match.end() - 1)
        begin = match.start()
        if match[0] in ("would", "could", "might"):
            begin = max((each.end() for each in CLAUSE_END.finditer(text, 0, begin)), default=0)
        found.append((begin, end.start() if end else len(text)))
    return ((0, len(text)),) if SUPPOSED.match(text) else tuple(found)
