"""Words that sentences about any indicator have, whatever it measures."""

from __future__ import annotations

import re
from functools import lru_cache

from papers.checks.facts import stem

COMMON = frozenset(
    re.findall(
        r"\S+",
        """
performance figure figures result results outturn rating rated rate rates percentage percent proportion share number numbers count
total average level levels score value indicator measure target targets standard ceiling limit goal aim floor threshold range
expected national nationally england comparator neighbours statistical benchmark kent kent's council county council's kcc service
services quarter quarters quarterly month months year years annual period periods last previous latest current present same time
end ago earlier before since now then still again yet already recent record table shown rose risen rise rising rises increased
increase increasing grew growth climbed up higher more most gained widened lengthened soared surged jumped fell fallen fall
falling falls decreased decrease decreasing reduced reduction dropped drop dropping declined decline down lower fewer less least
dipped narrowed shrank slipped slid eased thinned shortened tumbled better improved improving improvement improve improves best
worst worse worsened deteriorated deterioration highest lowest unchanged stable steady static flat steadily slightly marginally
sharply slowly significantly considerably broadly further back well ahead behind above below over under within inside outside away adrift
short beyond met meet meeting meets missed missing misses exceeded exceed exceeds exceeding beat beaten hit reached reach achieved
achieve against compared comparison than equal line green amber red point points gap difference change changed move moved movement
from with without about around nearly almost just only even also however although though while whereas when where which that this
these those there their they them have has had having been being were was are is its it's our we us he she would will could should
may might must not never no none yes all any both each every some many much such very too one two three four five six seven eight
nine ten first second third fourth half double twice doubled halved quarter's december december's november september october
august july june april march february january recorded recording report reported reporting stood stands stand remains remain
remained remaining stays stayed stay continues continue continued continuing shows showed showing show seen see saw made make
makes takes took taken come came gone went going goes give given gives gave left leaves puts put set sets reading readings sat sits running row succession fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth monthly far date throughout faster quicker slower continuously interruption monthly termly consecutive
successive row whole run position picture welcome disappointing good poor strong weak comfortably narrowly marked small large
slight sharp modest big little clear overall across between during after until into onto upon other another cent pp per out off on
in at by for of to a an and or but so as if the it finished completed complete done counted amounted accounted totalled year's
month's counts counting target's what who whose how why because despite
fact turn contrast particular addition spite keeping terms view effect practice places table survey time way while most nearly half
high low big small top bottom main general usual normal own same different certain several various good best better worse great excellent encouraging strong robust solid steady disappointing poor weak mixed latest recent final early late past coming long longer either neither
financial academic calendar provisional unvalidated validated consecutive straight either neither nor series page shown staff team teams officers advisers agents crews contractor contractors colleagues workers brought bring brings took put puts push pushed lifted lift lifts got gets get let kept keeps keep drove sent send helped helps leaves leaving home person share use used using become became becoming being people those residents performance whole once twice thirds fifths tenth respectively dipping thanks despite due owing given taken
""",
    )
)
"""Words that sentences about any indicator have; they tell nothing of which one it is."""


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """The stems of the common words."""
    return frozenset(stem(each) for each in COMMON)
