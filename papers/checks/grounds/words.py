"""Closed classes of words near a number that tell what it is: a figure, or how far two figures lie apart, and on which side."""

from __future__ import annotations

UP = frozenset(
    """rose risen rise rises rising increased increase increases increasing grew grown growth grow grows growing climbed climb up jumped
    jump leap leapt gained gain widened higher more above over beyond past exceeded exceeding exceeds greater longer extra additional
    further another added adds adding upwards uplift upturn surge surged excess soared mounted lengthened added heavier wider larger
    bigger""".split()
)
DOWN = frozenset(
    """fell fallen fall falls falling decreased decrease decreases decreasing reduced reduction reduce reductions reducing dropped drop
    drops dropping declined decline down dip dipped cut cuts lower fewer less below under beneath narrowed narrower shed lost loss
    shrank shorter slipped slip slid downturn trimmed shaved lessened eased smaller lighter shortened closed""".split()
)
BETTER = frozenset(
    """better improved improvement improve improves improving ahead clear inside quicker faster good lead cushion headroom beat beating
    beaten recovered recovery recovering spare comfortably""".split()
)
WORSE = frozenset(
    """worse worsened worsening deterioration deteriorated behind adrift short shy shortfall slower off missed missing trailed trails
    trailing trail deficit wanting""".split()
)
APART = frozenset("gap difference margin distance away apart out change from wide separate separates separated between outside".split())
"""How far, but not on which side."""
SIDES = {"up": UP, "down": DOWN, "better": BETTER, "worse": WORSE, "": APART}

HOW = frozenset(
    """slightly sharply slowly steadily significantly considerably markedly again back a little marginally substantially once only just also
    since still touch shade fraction somewhat dramatically gradually appreciably modestly fractionally bit in total overall even very quite
    rather now the an some nearly about around almost whole full clear mere comfortable comfortably narrowly well far some of was is were
    percentage points or to on a year-on-year""".split()
)
"""What may stand between a number and the word that tells its side."""


def side_of(word: str) -> str | None:
    """The side that the word tells: up, down, better, worse, "" for apart; None of any other word."""
    return next((side for side, words in SIDES.items() if word in words), None)
