"""The words of the small grammar: directions, changes, comparisons, intentions. All are read in coded text (see `language.coding`)."""

from __future__ import annotations

import re

from papers.checks.language.matching import matcher

N = r"#(\d+)"
UP_VERB = (
    r"(?:rose|risen|rises|rising|increased|increases|increasing|grew|grown|grows|growing|climbed|climbs|climbing|went up|gone up|going up|goes up|jumped|jumps|jumping|shot up|shoots up|leapt|leaped"
    r"|widened|widens|widening|gained|gains|gaining|edged up|edges up|inched up|nudged up|ticked up|crept up|moved up|moved upwards|stepped up|pushed up|pushed upwards|headed up|came up|lengthened|lengthening|soared|soars|surged|swelled|swollen"
    r"|expanded|mounted|ballooned|spiked|rocketed|escalated|accelerated|trended upwards?|drifted up|built up|swung up|higher)"
)
DOWN_VERB = (
    r"(?:fell back|fallen back|falling back|slipped back|slid back|dropped back|fell|fallen|falls|falling|decreased|decreases|decreasing|reduced|reduces|reducing|dropped|drops|dropping|declined|declines|declining|went down|gone down|going down|goes down|dipped|dips|dipping"
    r"|narrowed|narrows|narrowing|cut|trimmed|pared|shaved|shrank|shrunk|shrinks|shrinking|slipped|slips|slipping|edged down|edges down|inched down|nudged down|crept down|moved down|moved downwards|came down|come down|comes down|coming down"
    r"|slid|slides|sliding|sunk|sank|sinks|tumbled|tumbles|plunged|plummeted|slumped|crashed|eased|eases|easing|thinned|tailed off|tailed away|receded|ebbed|faded|subsided|retreated|dwindled|diminished|lessened|abated|contracted"
    r"|drifted down|drifted downwards|trended downwards?|ticked down|brought down|taken down|lower|fewer|shortened|shortens)"
)
BETTER_VERB = (
    r"(?:improved|improves|improving|bettered|strengthened|strengthening|got better|getting better|gets better|better|recovered|recovering|rallied|bounced back|rebounded|advanced|progressed|moved forwards?|moved on|gained ground|made up ground"
    r"|regained ground|turned the corner|turned a corner|speeded up|sped up|quickened|picked up(?! #)(?! [a-z]*(?:calls|phone|by|within)))"
)
WORSE_VERB = (
    r"(?:worsened|worsens|worsening|deteriorated|deteriorates|deteriorating|got worse|getting worse|gets worse|worse|weakened|weakening|gone backwards|went backwards|going backwards|lost ground|losing ground"
    r"|regressed|faltered|slowed(?: down)?|slackened|suffered a setback|taken a turn for the worse|took a turn for the worse|taken a step back|took a step back)"
)
UP_NOUN = r"(?:rise|increase|growth|gain|jump|upturn|leap|climb|surge|uplift|upswing|spike|hike|addition)"
DOWN_NOUN = r"(?:fall|decrease|reduction|drop|decline|dip|cut|slide|slump|downturn|slip|shrinkage|narrowing|downswing|loss)"
BETTER_NOUN = r"(?:(?:improvement|recovery)(?! (?:plan|programme|board|team|work|project|action|notice|target|strategy|group|fund|measure|officer|partner|service)s?\b)|rally|betterment|advance)"
WORSE_NOUN = r"(?:deterioration|worsening|setback)"
SAME = (
    r"(?:unchanged|(?:exactly |broadly |much )?the same(?! (?:@|time|period|quarter|month|year|term|stage|point|(?:is|was|has been)(?: also)? (?:not )?(?:true|the case)|(?:also )?(?:goes|holds|held|applies|applied|can be said)))|no change|no movement|not (?:changed|moved)(?! by )|stable|steady|static|flat|level with|has not changed"
    r"|did not change|constant|maintained at|identical|held steady|stood still|standing still|at a standstill|(?<!above )(?<!below )(?<!over )(?<!under )(?<!than )(?<!from )where (?:it|they) (?:was|were|stood)|not (?:budged|altered|shifted|varied|improved or worsened)|nothing has changed|little changed|barely changed|hardly changed|hardly moved|barely moved|as (?:it|they) (?:was|were)|levelled off|plateaued|on a plateau|at a plateau)"
)
HOW = r"(?:slightly|sharply|slowly|steadily|significantly|considerably|markedly|again|further|back|a little|marginally|substantially|once more|only|just|also|since|still|a touch|a shade|a fraction|somewhat|dramatically|rapidly|gently|gradually|appreciably|modestly|noticeably|fractionally|by a further|a bit|in total|overall|even|very|quite|rather|now)"
VERBS = {"up": UP_VERB, "down": DOWN_VERB, "better": BETTER_VERB, "worse": WORSE_VERB}
NOUNS = {"up": UP_NOUN, "down": DOWN_NOUN, "better": BETTER_NOUN, "worse": WORSE_NOUN}
ANY_VERB = f"{WORSE_VERB}|{BETTER_VERB}|{UP_VERB}|{DOWN_VERB}"
ANY_NOUN = "|".join(NOUNS.values())

MAYBE = matcher(
    r"(?<!\S)(?:will|would|should(?! be (?:noted|said|remembered|stressed|added|borne))|could|may(?! be (?:noted|said|seen))|might|must(?! be (?:noted|said|remembered|stressed|added|borne))|cannot|(?<!than )(?<!as )(?<!within )(?<!above )(?<!below )(?<!with )expect(?:s|ed|ing|ation|ations)?(?! range)|aim(?:s|ed|ing)?(?! of the)|plan(?:s|ned|ning)(?= to)|forecasts?"
    r"|predict(?:s|ed)?|anticipat\w+|hop(?:e|es|ed|ing)|intend(?:s|ed)?|intention|if|unless|whether|project(?:ed|ion)|likely|ambition|in order to|so that(?= (?:\S+ ){0,5}?(?:can|could|will|would|may|might|should)(?!\S))|needs? to|potential(?:ly)?"
    r"|confident|on course|on track|due to (?:reach|rise|fall|meet|increase)|working towards?|with a view to|should the|assum\w+|risk (?:of|that)|had hoped|seek(?:s|ing)?|committed to"
    r"|(?<!continue )(?<!continues )(?<!continued )(?<!continuing )(?<!yet )(?<!begun )(?<!began )(?<!beginning )(?<!started )(?<!starting )(?<!managed )(?<!failed )(?<!failing )(?<!unable )(?<!fails )(?<!enough )(?<!sufficient )(?<!had )(?<!has )(?<!have )to (?:reach|achieve|meet|improve|reduce|increase|bring|exceed|recover|return|get|raise|cut|deliver|ensure|help|see|keep|maintain|halve|double|fall|rise|move|become|drive|lower|hit|be))(?!\S)"
)
"""What is intended, possible or feared: from there to the end of the clause nothing is checked."""

REACHING = ("to reach", "to hit", "to become", "to meet")
REACHED = matcher(
    r"(?<!\S)(?:rose|risen|grew|grown|climbed|increased|improved|fell|fallen|dropped|declined|decreased|jumped|recovered|up)(?: (?![,;.] )\S+){0,6} $"
)
"""Words after which "to reach" tells what was reached: "rose again in the quarter to reach 2,754"."""
STRIVING = matcher(
    r"(?:^|(?<= )(?:[,;:(.] (?:and |but |so |though |although )?|and |but ))(?:achiev|meet|reach|hitt|exceed|beat|attain|bring|gett|return|clos|keep|maintain|sustain)ing"
    r"(?: (?!,|;|and |but |which |that |who |is |are |was |were |has |have )\S+){0,12} (?:is|are|remains?|continues|proves|looks|seems|becomes)(?!\S)"
)
"""A deed that is the subject: "achieving the target of 90% continues to be challenging"; it is not told that it was done."""
PLANNED = matcher(
    r" ?(?:an?|another|new|further|more|extra|additional|(?:the|our) (?:next|new)|#\d+ (?:new|more|further|extra|additional))(?: "
    rf"(?!(?:and will|who|which|that|while|but|although|though|whereas|;|:|\.|was|were|has|have|had|{ANY_VERB})(?!\S)|(?:is|are)(?! to [a-z]))\S+)+?"
    r" (?:will|(?:is|are) to)(?= [a-z])"
)
"""The beginning of a sentence whose subject is what is planned: "a recovery plan, with two posts until June, will be brought to Cabinet"."""
SUPPOSED = matcher(r"(?:if|were|had|should|unless|until|prior to) ")
"""Sentences that suppose something."""
CORRECTED = matcher(
    r"(?<!\S)(?:corrected|restated|republished|late returns|put (?:up|down) from|counted again|(?:gap|distance) (?:to|from|between) (?:the |our )?=target)(?!\S)"
)
"""Clauses that tell of what was published before, or of a distance, which no cell holds."""

ANOTHER = (
    r"and (?=(?:(?:a|an|the|our|its|this|these|those|that) )?(?:(?!,|;|and |than |that |which |who )\S+ ){0,5}?"
    r"(?:will|is|are|was|were|has|have|had|would|should|can|could|must|remains?|stays?|stands?)(?!\S))"
)
""""and" with which another statement begins: a subject of its own and a verb follow."""
CLAUSE_END = matcher(rf" (?:(?:[,;:.()\u2013\u2014]|but|although|though|whereas|while) |{ANOTHER})")
MARK = matcher(r" [,;.] ")
MEANT = matcher(r"(?:that|which|than|as|what) (?:(?:we|it|they|the \S+|is|are|was|were|have|has|had|been|might|would) )*$")
"""What stands before "expected" or "would" where it only describes what was named: "the range that we would expect"."""

DIGITS = matcher(r"#(\d+)")


def direction_of(words: str) -> str:
    """up, down, better or worse, of the verb or noun; "" of none."""
    return next((kind for kind, verb in reversed(VERBS.items()) if re.fullmatch(f"{verb}|{NOUNS[kind]}", words)), "")


def end_of_plan(text: str) -> int:
    """Where the clause ends that tells of something planned, if coded text begins with it; else 0."""
    planned = PLANNED.match(text)
    return _clause_end(text, planned.end()) if planned else 0


def _clause_end(text: str, at: int) -> int:
    """Where the clause ends that goes on there."""
    end = CLAUSE_END.search(text, at)
    return end.start() if end else len(text)


def guarded(text: str, title: str = "") -> tuple[tuple[int, int], ...]:
    """The parts of coded text that say what may be, not what is."""
    found = []
    for match in MAYBE.finditer(text):
        if match[0] in title.lower().split() or (match[0] in REACHING and REACHED.search(text, 0, match.start())):
            continue
        begin = match.start()
        if match[0] in ("would", "could", "might") and not MEANT.search(text[:begin]):
            begin = max((each.end() for each in CLAUSE_END.finditer(text, 0, begin)), default=0)
        found.append((begin, _clause_end(text, match.end() - 1)))
    found += [(match.start(), _clause_end(text, match.end())) for match in STRIVING.finditer(text)]
    if planned := end_of_plan(text):
        found.append((0, planned))
    for match in CORRECTED.finditer(text):
        begin = max((each.end() for each in MARK.finditer(text, 0, match.start())), default=0)
        end = re.search(r" , (?!not )| [;.] ", text[match.end() :])
        found.append((begin, match.end() + end.start() if end else len(text)))
    return ((0, len(text)),) if SUPPOSED.match(text) else tuple(found)
