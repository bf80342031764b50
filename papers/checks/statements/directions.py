"""Statements of direction without an amount: rose, fell, improved, worsened, stayed the same."""

from __future__ import annotations

import re
from decimal import Decimal

from papers.checks.facts import Figure
from papers.checks.language.amounts import Verdict, holds
from papers.checks.language.grammar import ANY_NOUN, ANY_VERB, HOW, SAME, direction_of
from papers.checks.language.matching import matcher
from papers.checks.reading import PARTS, Reading
from papers.checks.statements.comparing import (
    NEGATED,
    REFERENCE,
    STRETCH,
    broken,
    current_figure,
    is_long,
    pace,
    relative,
    stretch,
    subject_series,
    way_of,
)
from papers.checks.statements.numbered import BESIDE_NUMBER, FROM_NUMBER, hold_beside, hold_from, is_of_quarter
from papers.checks.statements.trends import BASE, BASES, trends
from papers.checks.statements.ways import goes, hold_way
from papers.checks.statements.whose import is_of_others, tells
from papers.wording import with_unit

VERB = matcher(rf"(?<!\S)({ANY_VERB})(?!\S)")
ADJECTIVE = (
    r"(?:slight|small|modest|minor|tiny|marginal|fractional|gentle|gradual|slow|steady|sharp|steep|rapid|sudden|marked|significant|substantial|considerable|notable|noticeable|dramatic|big|large|major|clear|real|genuine"
    r"|net|overall|general|recent|latest|further|continued|continuing|sustained|seen|quarterly|annual|encouraging|welcome|pleasing|heartening|healthy|good|useful|strong|disappointing|worrying|unwelcome|regrettable|unfortunate)"
)
NOUN = matcher(
    rf"(?<!\S)(?:(?:a|an|the|no|this|another|some|any|its|our) (?:(?:very|more|rather|quite|equally) )?(?:{ADJECTIVE}(?: (?:,|and|but))? ){{0,3}}|(?:{ADJECTIVE} )+)({ANY_NOUN})(?!\S)"
)
INFINITIVE = matcher(rf"(?<!\S)(?:continu\w+|beg[iau]n\w*|start(?:ed|s|ing)?|managed|was able|were able|fail(?:ed|s)) to ({BASES})(?!\S)")
""""continues to improve", "has begun to fall"."""
BECOME = matcher(
    r"(?<!\S)(?:become|became|becomes|becoming|got|getting|gets|grown|growing|turned|(?:is|are) (?:now|again|also|once more|once again)) (?:(?:a little|slightly|rather|much|even|somewhat|still) )?"
    r"(longer|shorter|faster|quicker|slower|higher|lower|larger|smaller|wider|narrower|better|worse|more frequent|less frequent|more common|less common)(?! than)(?!\S)"
)
""""has become slower": a direction since the result before."""
HABIT = matcher(r"(?<!\S)(?:each @\d+|every @\d+|always|usually|typically|normally|tends?|as a rule|traditionally)(?!\S)")
"""What happens year by year is told of no single result."""
IS_UP = matcher(
    r"(?<!\S)(?:is|are|was|were|remains?|stands?|stood|still|now|again|both|,|and|but|further|slightly|sharply|well|marginally|a little|a touch|(?:result|figure|performance|rate|proportion|share|number|numbers|score)) (up|down)"
    r"(?= (?:on|from|since|in|this|over|again|slightly|sharply|compared|against|a little|a touch|for|year)(?!\S)(?! #)| [,.;])"
)
""""is up on September", "down on last year": a direction without a verb."""
UNCHANGED = matcher(rf"(?<!\S)({SAME})(?!\S)")
IS_FIGURE = matcher(r"(?: (?!#|@|,|;|in |of )\S+){0,5} (?:was|were|is|are) #")
"""What follows a noun that names a figure: "the growth published was 4.3%"."""
NO_NOUN = matcher(
    r"(?<!\S)(?:no|not|without|never|hardly)(?: (?:a|an|the|any|yet|been|seen|shown|show|made|led|to|brought|such|had|have|has)){0,3} $"
)
"""What denies that there was a step; "has not recovered from the fall" denies something else."""
BY_THEN = matcher(r"(?<!\S)(?:by|in)(?: the)? @\d+")
"""A period by which something had come about, whatever time the statement before is of."""
LED_TO = matcher(
    rf"(?: (?:(?:under|below|above|over|to|past|at) )?#\d+)?(?: (?!#|,|;|and |but |since |from |than |compared |on |after |before |following |having |when |while |(?:{ANY_NOUN}|{ANY_VERB}) )\S+){{0,5}}? (?:in|during|to|at|by)(?: the)? @(\d+)"
)
"""After a word of direction, the period to which it leads."""
LOOSE = Decimal("0.03")

BROAD = Decimal("0.06")


ALSO = matcher(
    r"(?: ,)? and(?: also| again| even)?(?: (?:on|than|from|since|with|to|against|in|at|that|of|for))*(?: the)? @(\d+)(?= (?:[.,;)]|and|but)(?!\S)|$)"
)
"""A second period that it is told against: "down on the last quarter and on a year ago"."""
THAN_THEN = matcher(
    r" than(?! (?:expected|planned|forecast|predicted|anticipated|usual|normal|hoped)(?!\S))(?: (?!#|,|;|and |but )\S+){0,6}? (?:@|before|previously|earlier|it |they )"
)
"""What follows a comparative that compares with an earlier time."""
OF_SAME = matcher(r"(?<!\S)(?:in|of|for|over|during|from|than|between|by|to)(?: (?:almost|exactly|about|much|roughly))? $")
"""What stands before "the same" where that belongs to what follows: "than in the same three months"."""


def directions(reading: Reading) -> None:
    """Hold every direction that is told without an amount."""
    for found in reading.matches(VERB):
        if not _consumed(reading, found) and not re.match(
            r" (?:under|below|above|over|past|through|beyond)? ?#\d+(?: \S+){0,2} in @\d+ and @", reading.text[found.end() :]
        ):
            _direction(reading, found, direction_of(found[1]))
    for found in reading.matches(NOUN):
        if not re.match(r" (?:of #|\S+ of #)", reading.text[found.end() :]):
            _direction(reading, found, direction_of(found[1]), noun=True)
    for found in reading.matches(INFINITIVE):
        way = next(way for way, words in BASE.items() if found[1] in words.split("|"))
        _direction(reading, found, way, refused=found[0].startswith("fail"))
    for found in reading.matches(BECOME):
        _direction(reading, found, way_of(found[1].replace("frequent", "").replace("common", "").strip(), reading.facts.unit))
    for found in reading.matches(IS_UP):
        _direction(reading, found, found[1])
    for found in reading.matches(UNCHANGED):
        _same(reading, found)
    for found in reading.matches(BESIDE_NUMBER):
        hold_beside(reading, found)
    trends(reading)


def _consumed(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the verb belongs to a change by an amount that is checked already, or to a comparison."""
    tail = reading.text[found.end() :]
    return (
        bool(re.match(rf"(?: {HOW})* by(?: \S+)? #\d+", tail))
        or bool(
            re.match(
                r" than(?:(?: \S+){0,3} (?:=|#)| half(?!\S)| (?:(?:in|at|on|for|during) )?(?:any|either|each|every|all|both|ever)(?!\S))",
                tail,
            )
        )
        or bool(
            re.search(r"#\d+(?: [^\s,]+){0,3} $", reading.text[: found.start()])
            and re.match(r"(?:higher|lower|fewer|better|worse)", found[1])
        )
    )


def _direction(reading: Reading, found: re.Match[str], way: str, *, noun: bool = False, refused: bool = False) -> None:
    """A direction told without an amount."""
    series = subject_series(reading, found.start())
    tail = reading.text[found.end() :]
    if _is_told(reading, found) or is_of_others(reading, found):
        return
    if re.match(r" (?:under|below|above|over|past|through|beyond) #", tail) or HABIT.search(reading.text):
        return
    if re.match(r" (?:from|to) \*", tail) or (noun and IS_FIGURE.match(tail)):
        return
    if (given := FROM_NUMBER.match(tail)) and not is_of_quarter(reading, given):
        hold_from(reading, found, way, given)
        return
    if (series == "actual" and not tells(reading, found, tail, noun=noun)) or _is_comparative(found, tail):
        return
    now = _direction_now(reading, found, series)
    then = _direction_then(reading, found, series, now)
    clause = reading.clause(found.start())
    own = clause if (BY_THEN.search(clause) or found[0].startswith("continu")) and not STRETCH.search(clause) else ""
    if not own and (between := stretch(reading, series)):
        then, now = between
    elif is_long(reading, own):
        return
    if now is None or then is None or then.observation is now.observation:
        return
    denied = NO_NOUN if noun else NEGATED
    negated = bool(denied.search(reading.text[: found.start()])) or found[0].startswith("no ") or refused
    if _is_apart(reading, found.start()) and not goes(reading, way, then, now, negated=negated):
        now = reading.facts.figure(series, reading.timeline.current) or now
        then = reading.facts.figure(series, reading.timeline.before(now.observation, series)) or then
    hold_way(reading, way, then, now, found.span(), negated=negated)
    _also(reading, found, (way, series), now, negated=negated)


def _is_apart(reading: Reading, at: int) -> bool:
    """Whether the period that is told of was named in a statement before, and so may not be that of this one."""
    last = [*PARTS.finditer(reading.text[:at])]
    return bool(last) and "@" not in reading.text[last[-1].end() : at] and not REFERENCE.match(reading.text[at - 1 :])


def _is_comparative(found: re.Match[str], tail: str) -> bool:
    """Whether the word compares with no earlier time: "did better than the country as a whole"."""
    return found.re == VERB and found[1] in ("higher", "lower", "fewer", "better", "worse") and not THAN_THEN.match(tail)


def _also(reading: Reading, found: re.Match[str], said: tuple[str, str], now: Figure, *, negated: bool) -> None:
    """Hold the direction of that series against the second period that is named with the first."""
    way, series = said
    tail = reading.text[found.end() :]
    reference = REFERENCE.match(tail)
    if reference and (more := ALSO.match(tail, reference.end())) and (when := reading.when(more[1])):
        other = relative(reading, when, now, series)
        if other and other.observation is not now.observation:
            hold_way(reading, way, other, now, (found.start(), found.end() + more.end()), negated=negated)


def _is_told(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the word belongs to a statement over several results that holds."""
    start, stop = reading.coded.words(*found.span())
    return any(each.kind == "run" and each.verdict == "true" and each.start < stop and start < each.stop for each in reading.findings)


def _direction_now(reading: Reading, found: re.Match[str], series: str) -> Figure | None:
    tail = LED_TO.match(reading.text, found.end())
    when = reading.when(tail[1]) if tail else None
    if when is None or when.kind in ("previous", "last", "ago", "lastyear"):
        return current_figure(reading, found.start(), series)
    figures = reading.figures(when, series)
    if when.kind in ("fy", "year") and len(figures) > 1:
        return None
    return figures[0] if figures else None


def _direction_then(reading: Reading, found: re.Match[str], series: str, now: Figure | None) -> Figure | None:
    if now is None:
        return None
    reference = REFERENCE.match(reading.text[found.end() :])
    if reference and reference[1].startswith("="):
        return None
    when = reading.when(reference[1][1:]) if reference else pace(reading, found)
    tail = re.match(r"(?: (?!#|,|;)\S+){0,4}? @(\d+)", reading.text[found.end() :])
    if when is None and tail and (named := reading.when(tail[1])) and named.kind in ("ago", "lastyear"):
        when = named
    if when is None or when.kind == "current":
        return reading.facts.figure(series, reading.timeline.before(now.observation, series))
    return relative(reading, when, now, series)


def _is_standstill(reading: Reading, found: re.Match[str]) -> bool:
    """Whether it is told of the indicator's results that they did not move: not of a rating, a target or a part."""
    head, tail = reading.text[: found.start()], reading.text[found.end() :]
    if re.search(r"(?<!\S)rating(?: \S+){0,2} $", head) or re.match(r" (?:at |on )?\*", tail):
        return False
    if found[1] == "level with" and not re.match(r" (?:(?:the|that|those|its|our|of|in|at|figure|result|level) )*@", tail):
        return False
    if found[1].endswith("the same") and re.match(r" #", tail) and OF_SAME.search(head):
        return False
    steady = re.match(r" at #(\d+)", tail)
    figures = reading.facts.all(["actual", *(each.name for each in reading.facts.series)])
    if steady and all(holds(reading.amount(steady[1]), each.number, each.unit) == "false" for each in figures):
        return False
    if re.search(r"\*\w+(?: ,)? $|=\w+ , $", head) or re.match(r" (?:as|to|with) (?:the )?=", tail) or re.match(r" =", tail):
        return False
    if found[0].startswith("as ") and re.search(r"(?:=\w+|range)(?!\S)", PARTS.split(head)[-1]):
        return False
    return not re.match(r" (?:for|across|in) (?!@|the @|this)", tail) and tells(reading, found, " , ", noun=False)


def _same(reading: Reading, found: re.Match[str]) -> None:
    """Hold "unchanged" and "the same as in September"; "stable" is loose."""
    series = subject_series(reading, found.start())
    tail = reading.text[found.end() :]
    if not _is_standstill(reading, found):
        return
    now = current_figure(reading, found.start(), series)
    named = re.match(r"(?: (?!#|,|;)\S+){0,8}? @(\d+)", tail)
    when = reading.when(named[1]) if named else None
    if now is None:
        return
    then = relative(reading, when, now, series) if when and when.kind not in ("current", "next") else None
    latest = reading.facts.figure(series, reading.timeline.current)
    if when and when.kind == "current" and latest and latest.observation is not now.observation:
        then = latest
    elif when is None or when.kind == "current":
        then = reading.facts.figure(series, reading.timeline.before(now.observation, series))
    if then is None or then.observation is now.observation or broken(reading, then, now):
        return
    loose = bool(
        re.search(r"stable|steady|static|flat|broadly|much|constant|hardly|barely|little|plateau|levelled|budged|shifted", found[1])
    )
    moved = abs(now.number - then.number) / (abs(then.number) or 1)
    negated = bool(NEGATED.search(reading.text[: found.start()])) and not found[1].startswith(("no", "hardly", "barely"))
    verdict: Verdict = (
        "true" if not moved else "rounded" if loose and moved <= LOOSE else "unknown" if loose and moved <= BROAD else "false"
    )
    if negated:
        verdict = "false" if verdict == "true" else "true" if verdict == "false" else "unknown"
    computed = f"from {with_unit(then.number, then.unit)} in {then.observation.period.spoken} to {with_unit(now.number, now.unit)} in {now.observation.period.spoken}"
    reading.add(
        verdict,
        "direction",
        found.span(),
        now,
        says=f"{then.says}; {now.says}",
        computed=computed,
        wording="rose" if now.number > then.number else "fell",
    )
