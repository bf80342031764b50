"""What indicators are counted by in a summary: ratings, moves between them, directions of travel, targets and floors, with the words for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from papers.checks.language.tallying import Member, State
from papers.results import Assessment

NOUN = r"(?:(?:[Kk]ey )?[Pp]erformance )?(?:[Ii]ndicators?|[Mm]easures?)|KPIs?|kpis?"
"""What is counted."""
TARGET = r"(?:(?:their|its|the|the year's|his|her|own|quarterly|our) )*(?:targets?|standards?|aims?|goals?)"
MEETS = r"(?:met|meets?|meeting|achiev(?:ed|ing|es?)|hit|hits|hitting|reach(?:ed|ing|es)?|exceed(?:ed|ing|s)?|beat|beats|beating|beaten|better(?:ed|ing)|surpass(?:ed|ing|es)?|matched|matching)"
PAST = r"(?:at or (?:better|above|beyond)(?: than)?|on or (?:above|better than)|better than or equal to|equal to or better than|on|at|ahead of|above|better than|beyond)"
MET = (
    rf"(?:(?:is|are|was|were|have|has|had)(?: (?:now|already|still|all|both))* )?(?:{MEETS}|{PAST})(?:,? (?:or|and) (?:{MEETS}|{PAST}|better(?: than)?|above))? {TARGET}"
    r"|(?:(?:is|are|was|were) )?(?:on target|at target|on or above target)"
)
FAILS = r"(?:fail(?:ed|ing|s)?|did not|do not|does not|not|have not|has not|have yet|has yet|yet|struggled|unable)(?: to)?"
MISSED = (
    rf"(?:miss(?:ed|ing|es)?|(?:fell|fall|falls|fallen|falling) (?:short of|below|behind)|short of|shy of|worse than|below|behind|off|adrift of|under|outside|{FAILS} {MEETS}) {TARGET}"
    r"|not on target|off target"
)
FLOOR = r"(?:(?:their|its|the) )*floor(?: standards?| levels?)?s?"
TOLD = r"(?:show(?:ed|s|n|ing)?|saw|see(?:s|n|ing)?|record(?:ed|s|ing)?|report(?:ed|s|ing)?|register(?:ed|s|ing)?|experienc(?:ed|es|ing)|had|has|have|having|with)"
"""Verbs before a noun that tells how something went: "showing a fall in performance"."""
SOME = r"(?:(?:a|an|any|some|further|slight|small|clear|marked) )*"
GOT = r"(?:(?:have |has |had )?(?:got|gotten|gone|done|become|became)|getting|becoming|doing|(?:are|is|were|was|being)(?: now)?)"
MOVED = r"(?:(?:have |has |had )?(?:moved|went|gone|headed|travelled)|moving|going|heading|travelling)"
STAYED = (
    r"(?:(?:have |has |had )?(?:stayed|remained|held|kept)|staying|remaining|holding|keeping|stays?|remains?|holds?|keeps?|are|is|were|was)"
)
NO_MARK = r"(?! than (?:(?:the|its|their|our|a|an|any|national|county|expected|minimum|agreed|set|last year's) )*(?:floors?|targets?|standards?|aims?|goals?|averages?|England|nation\w*|country|neighbours|others?|councils|peers|expected|forecast|planned|hoped|plan|year|minimum)(?!\w))"
"""After "better" or "worse" where it is told of something else than the last report: "worse than the floor"."""
NO_PLAN = r"(?! (?:plan|programme|board|team|work|project|action|notice|target|strategy|group)s?\b)"
"""After "improvement" where it is not what something is for: "an improvement plan"."""
BETTER = (
    rf"[Ii]mprovements?{NO_PLAN}|improved|improving|improves?|{GOT} better{NO_MARK}|(?<!or )(?<!than )(?<!the )(?<!a )better{NO_MARK}|made progress|making progress"
    rf"|{MOVED} (?:forwards?|in the right direction|the right way)|{TOLD} {SOME}(?:improvements?|(?:rises?|gains?|increases?) in performance)"
    r"|(?:(?:show(?:ed|s|n|ing)?|had|has|have|with|given) )?(?:a |an )?(?:positive|upward|favourable) direction(?: of travel)?|positive(?= (?:for|in|on|across) )"
    rf"|performance (?:has |had )?(?:improved|rose|risen|increased|went up|gone up)|an improvement{NO_PLAN}"
)
WORSE = (
    rf"[Dd]eclines?(?= |$)|[Dd]eteriorations?|worsened|worsening|worsens?|deteriorat(?:ed|ing|es?)|declined|declining|{GOT} worse{NO_MARK}"
    rf"|(?<!or )(?<!than )(?<!the )(?<!a )worse{NO_MARK}|fell back|falling back|slipp(?:ed|ing)(?: back)?|{MOVED} (?:back|backwards?|in the wrong direction|the wrong way)|lost ground|losing ground|fell away"
    rf"|{TOLD} {SOME}(?:deteriorations?|declines?|worsening|(?:falls?|drops?|dips?|reductions?|decreases?) in performance)"
    r"|(?:(?:show(?:ed|s|n|ing)?|had|has|have|with|given) )?(?:a )?(?:negative|downward|adverse) direction(?: of travel)?|negative(?= (?:for|in|on|across) )"
    r"|performance (?:has |had )?(?:worsened|fell|fallen|dropped|declined|deteriorated|decreased|slipped|went down|gone down)"
)
FURTHER = r"(?! (?:a|one|to|by|in)\b| from (?!(?:the )?(?:last|previous|first|second|third|fourth|Q\d|Quarter|quarter)\b))"
WENT_UP, WENT_DOWN = rf"{MOVED} up{FURTHER}", rf"{MOVED} down{FURTHER}"
"""Of ratings or of results; of one indicator, of its figure."""
NOT_MOVED = r"(?:did|does|do) not move|(?:has |have |had )?not moved"
"""Of ratings or of results."""
NO_WAY = r"(?! (?:up|down|back|forwards?|backwards?|to|from|in)\b)"
"""After a move of which the way is not told."""
STILL = (
    rf"{STAYED} (?:the same(?! ratings?| number)|unchanged|level|steady|stable|flat|constant|where they were|as they were|as it was|where it was)|unchanged"
    r"|(?:did|does|do) not change|didn't change|not changed|no change|stood still|standing still|the same(?= in)"
    rf"|{TOLD} (?:no change|neither improvement nor deterioration)"
)
UPGRADED = (
    r"(?:moved|gone|went|climbed|come|came) up (?:a|one) ratings?|(?:moved|gone|went|moves) up (?:a band|in rating)|(?:has |have |had )?(?:improve[sd]?|improving|bettered|raised?) (?:its|their) ratings?"
    r"|upgraded|promoted|(?:a )?changes? for the better|for the better|upwards|(?:got|have|has|earned|gained) a better rating"
)
DOWNGRADED = (
    r"(?:moved|gone|went|slipped|dropped|fell|fallen|come|came) (?:down )?(?:a|one) ratings?|(?:moved|gone|went|moves) down (?:a band|in rating)|downgraded|relegated"
    r"|(?:a )?changes? for the worse|for the worse|downwards|(?:got|have|has|earned) a worse rating"
)


def states_of(bands: Sequence[str], frequencies: Mapping[str, str]) -> tuple[State, ...]:
    """Everything that indicators are counted by, the longest words first where they begin alike; bands best first, frequencies by id."""
    best, worst = bands[0].lower(), bands[-1].lower()

    def step(assessment: Assessment) -> int:
        """How many ratings better it is than at the last report."""
        now, then = assessment.current.rating, assessment.previous_rating
        return bands.index(then) - bands.index(now) if now in bands and then in bands else 0

    return (
        *_targets(best),
        *_floors(worst),
        *_unrated(frequencies),
        *_moves(step),
        State("improved", BETTER, lambda a: a.direction.went == "improved", None, "direction"),
        State("the same", STILL, lambda a: a.direction.went == "same", None, "direction"),
        State("the same", NOT_MOVED, lambda a: a.direction.went == "same", None, "direction", alike="kept"),
        State("went up", WENT_UP, lambda a: a.direction.went == "improved", None, "direction", alike="up a rating"),
        State("went down", WENT_DOWN, lambda a: a.direction.went == "worsened", None, "direction", alike="down a rating"),
        State("worsened", WORSE, lambda a: a.direction.went == "worsened", None, "direction"),
        *(State(each, _band(each), _now(each), _then(each), "rating") for each in bands),
    )


def _targets(best: str) -> Iterator[State]:
    """Whether the target is met, which the best rating says."""
    yield State("met", MET, lambda a: _is(a, best), lambda a: _was(a, best), "target")
    yield State(
        "missed",
        MISSED,
        lambda a: _rating(a) is not None and not _is(a, best),
        lambda a: a.previous_rating is not None and not _was(a, best),
        "target",
    )


def _floors(worst: str) -> Iterator[State]:
    """Whether the result is below the floor, which the worst rating says."""
    yield State(
        "below the floor", rf"(?:below|under|beneath|worse than) {FLOOR}", lambda a: _is(a, worst), lambda a: _was(a, worst), "floor"
    )
    yield State(
        "above the floor",
        rf"(?:at or (?:above|better than)|above|on or above|better than|met|meets?|meeting|reach(?:ed|es)?|clear of) {FLOOR}",
        lambda a: _rating(a) is not None and not _is(a, worst),
        lambda a: a.previous_rating is not None and not _was(a, worst),
        "floor",
    )


def _unrated(frequencies: Mapping[str, str]) -> Iterator[State]:
    """Whether it has a rating or a direction at all, and whether it is annual."""
    yield State(
        "not rated",
        r"not rated|unrated|(?:can ?not|can't|could not|cannot yet) (?:yet )?be (?:rated|given a rating)|(?:have|has|had|with|carry|carries|is without|are without) no (?:current )?rating|without (?:a )?rating|not (?:been )?(?:given a rating|rated)",
        lambda a: _rating(a) is None,
        None,
        "rated",
    )
    yield State(
        "annual",
        r"(?:reported |measured )?annual(?:ly)?(?: ones)?|reported once a year|yearly",
        lambda a: frequencies[a.current.indicator] == "annual",
        None,
        "annual",
    )
    yield State(
        "directed",
        r"(?:with|have|has|had|given|carry) a direction(?: of travel)?",
        lambda a: a.direction.went is not None,
        None,
        "directed",
    )
    yield State(
        "no direction",
        r"(?:cannot|can't|could not) be given a direction|(?:have|has|with|had) no direction(?: of travel)?|without a direction(?: of travel)?",
        lambda a: a.direction.went is None,
        None,
        "direction",
    )
    yield State(
        "rated",
        rf"(?:carry|carries|have|has|had|with|given|holds?|gets?) (?:a|any) (?:current )?rating(?! of)|(?:is|are|were|was|(?<!to )be|been) rated(?= (?:against|at all|this)|[.,])|(?:can|could) be (?:rated|given a rating)|rated(?= (?:{NOUN})(?!\w))|(?<=\w )rates(?= )",
        lambda a: _rating(a) is not None,
        None,
        "rated",
    )


def _moves(step: Callable[[Member], int]) -> Iterator[State]:
    """Whether the rating has changed since the last report, and which way."""
    yield State("up a rating", UPGRADED, lambda a: step(a) > 0, None, "move", alike="improved")
    yield State("down a rating", DOWNGRADED, lambda a: step(a) < 0, None, "move", alike="worsened")
    yield State(
        "changed",
        r"changed (?:their |its )?ratings?|moved (?:to another|between) ratings?|changed colour|(?:have|has) a (?:new|different) rating"
        rf"|changes? of rating|(?<=ratings )(?:have |has )?(?:changed|altered|moved){NO_WAY}|(?<=rating )(?:have |has )?(?:changed|altered|moved){NO_WAY}",
        _has_changed,
        None,
        "kept",
    )
    yield State(
        "kept",
        r"(?:kept|keep|keeping|keeps|held|holding|retain(?:ed|ing|s)?) (?:their|its|the|the same)(?: own| same| previous)? ratings?(?: (?:that |which )?(?:they|it) had)?|did not change (?:their |its )?ratings?|stayed on the same rating|same rating as (?:before|last (?:quarter|time|report))",
        lambda a: not _has_changed(a),
        None,
        "kept",
    )


def _band(word: str) -> str:
    return rf"(?:rated |rating of |on |status of )?(?:{word}|{word.upper()}|{word.lower()})s?(?: ratings?| status| ones)?"


def _rating(assessment: Assessment) -> str | None:
    return assessment.current.rating


def _is(assessment: Assessment, word: str) -> bool:
    return (assessment.current.rating or "").lower() == word


def _was(assessment: Assessment, word: str) -> bool:
    return (assessment.previous_rating or "").lower() == word


def _now(band: str) -> Callable[[Member], bool]:
    return lambda assessment: _is(assessment, band.lower())


def _then(band: str) -> Callable[[Member], bool]:
    return lambda assessment: _was(assessment, band.lower())


def _has_changed(assessment: Assessment) -> bool:
    return assessment.previous_rating is not None and assessment.current.rating != assessment.previous_rating
