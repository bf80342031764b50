"""Closed classes of words: what tells that a number is a figure, or how far two figures lie apart, and on which side."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UP = _words("""rose risen rise rises rising increased increase increases increasing grew grown growth grow grows growing climbed climb up jumped
    jump leap leapt gained gain widened higher more above over beyond past exceeded exceeding exceeds greater longer extra additional
    further another added adds adding upwards uplift upturn surge surged excess soared mounted lengthened heavier wider larger
    bigger""")
DOWN = _words("""fell fallen fall falls falling decreased decrease decreases decreasing reduced reduction reduce reductions reducing dropped drop
    drops dropping declined decline down dip dipped cut cuts lower fewer less below under beneath narrowed narrower shed lost loss
    shrank shorter slipped slip slid downturn trimmed shaved lessened eased smaller lighter shortened closed""")
BETTER = _words("""better improved improvement improve improves improving ahead clear inside quicker faster sooner good lead cushion headroom beat beating
    beaten recovered recovery recovering spare comfortably""")
WORSE = _words("""worse worsened worsening deterioration deteriorated behind adrift short shy shortfall slower off missed missing trailed trails
    trailing trail deficit wanting""")
APART = _words("gap difference margin distance away apart out change from wide separate separates separated between outside")
"""How far, but not on which side."""
SIDES = {"up": UP, "down": DOWN, "better": BETTER, "worse": WORSE, "": APART}
DISTANT = _words("short shy adrift ahead behind off away shortfall clear good lead trails trailing trail margin")
"""Words that set a figure against a target or a comparator, where no period is named."""
BEFORE_ONLY = _words("change from closed lost cut reduced added between")
"""Words that tell a side only of the number that follows them."""
AFTER_ONLY = _words("""from above below over under more beyond between inside fewer less outside exceeded off short behind ahead away out clear good past
    lower higher beneath missed missing beat beaten""")
"""Words that tell a side only of the number before them."""

MOVED = _words("rose fell grew improved worsened dropped declined climbed dipped slipped jumped increased decreased deteriorated")
"""Words that tell no distance right after a number, whose verb they are: "the result of 76% fell short"."""
SUFFERED = _words("missed lost closed cut exceeded beaten")
"""Words that tell no distance after "was": "one session in fifteen was missed"."""

HOW = _words("""slightly sharply slowly steadily significantly considerably markedly again back a little marginally substantially once only just also
    since still touch shade fraction somewhat dramatically gradually appreciably modestly fractionally bit in total overall even very quite
    rather now the an some nearly about around almost whole full clear mere comfortable comfortably narrowly well far of was is were
    percentage points or to on year-on-year""")
"""What may stand between a number and the word that tells its side."""
COMPARE = _words("than since from against compared versus on over with to as below above beside beyond")
"""Words before what something is compared with."""
SET_AGAINST = _words("compared against since relative comparison set beside versus")
"""Words with which a sentence begins that compares all it tells."""
ARTICLES = _words("the our its a")
TOLD_FROM = _words("on than over above below under")
"""Words before the number that a distance is told from."""
TIMES = _words("""first second last past this latest coming next year years quarter quarters month months half half-year week weeks day days weekend term season
    holiday holidays christmas easter winter spring summer autumn period time""")
"""Words after "over" that make it a time."""

BINDING = _words("in at for by during of to over the this ( end ended ending quarter until up both")
"""Words before a period that make it that of the number before them."""
AWAY = frozenset(("since", "than", "compared", "with", "on", "as"))
"""Words before a period that is not that of the number after it."""
AUXILIARY = _words("has have had was were is are")
PARTING = _words("having had been after then earlier before when until")
"""Words between a period and a number that part them."""
ONWARDS = _words("to against after then from through")
"""Words before a number that take it away from the period before them."""
CURRENTLY = _words("at is now stands stood stand reached reaches currently to")
"""Words before a number that make it the latest one."""
IN_ORDER = _words("then through after peak low high peaked began started opened bottomed averaged ranged varied")
"""Words of an account of several figures, of which none need be the latest."""

ADDED = _words("total altogether combined together making makes totalling totalled")
"""Words of a number that several figures add up to."""
NEVER = _words("no never nor none neither")
NEGATED = NEVER | _words("not without yet")
LEAVING = _words("""not nor neither without rest remaining remainder others late longer beyond outside went failed missed waited uncollected unpaid
    unanswered outstanding owing overdue left other absence absent shortfall""")
"""Words by which a share may be of those whom the indicator does not count."""
AIMS = _words(
    """aim aims aimed set asked want wanted need needed should planned plan allowed milestone reach expected bar threshold mark"""
)
"""Words of a sentence that may give a target without naming it."""
RATIO = _words("what as its level again")
"""Words by which a share is of another figure."""
RANGED = frozenset(("band", "range", "anything", "anywhere"))
"""Words of a piece whose numbers are the ends of a range."""
PACE = frozenset((each, unit) for each in ("a", "each", "every", "per") for unit in ("year", "quarter", "month", "term", "week", "day"))
"""Words after a number that make it a pace."""
OF_ROLE = _words("of for is was at remains stays set being this that quarter's year's")
"""What may stand between "target" and its number."""
TO_ROLE = _words("the quarterly annual we as a")
"""What may stand between a number and "target"."""

OTHERS_OWN = _words("""national nationally government government's england statutory dfe tougher stretch proposed draft harder stricter
    stiffer contractor's contractors contractual company's supplier's district's districts'""")
"""Words before a standard that is not the council's own, or not yet."""
LACKING = _words("needed required planned waiting awaiting pipeline remain remaining contracted advertised capacity room due left")
"""Words after a number of what is still to come: it is no result."""
NEEDING = _words("need needs needing require requires requiring lack lacks lacking")
"""Words before such a number."""

AFTER_NUMBER = _words("""than in on at for from since against compared with by to and or but as after before when while that which who came come comes were
    was are is has have had now today then between during over under above below beneath past short since received raised made taken
    recorded handled reported done carried out given gave last this these top bottom""")
"""Words that may follow a number whose noun is not said."""
GENERAL = _words(
    "count number people children total average residents pupils clients young cases persons users customers visitors callers respondents those"
)
"""Nouns that do not tell what is counted."""


def side_of(word: str) -> str | None:
    """The side that the word tells: up, down, better, worse, "" for apart; None of any other word."""
    return next((side for side, words in SIDES.items() if word in words), None)
