"""Statements of how often and since when: for the first time since June, only once, in four of six quarters, never."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.checks.claims import Claim, claims, nearest
from papers.checks.reading import Reading
from papers.dataset import Observation

_TIMES = r"(?:quarters?|readings?|results?|periods?|months?|years?|reports?|returns?|occasions?|points?|terms?)"
_LATEST = r"(?: (?:last|past|latest|most recent|previous))?"
FIRST = re.compile(
    rf"(?<!\S)(?:for the (?:very )?(?:first time|~first-time)|the first (?:time|{_TIMES})(?= (?:since|in|that|when|ever)(?!\S)))(?: ever| yet)?"
    rf"(?:(?: (?!#|,|;|since)\S+){{0,6}}? since(?: the| it| that| of| last| figure| result| reading| #\d+)* @(?P<since>\d+)| in #(?P<n>\d+)(?: {_TIMES})?| in (?:over )?(?P<year>a|@\d+)(?: year)?)?"
)
MOVE = re.compile(r"(?<!\S)(?:the|its|our|a|their|only the) first (?:(?!#|,|;)\S+ ){1,3}?since @(?P<since>\d+)")
NOT_SINCE = re.compile(r"^not since @(?P<since>\d+)")
ONCE = re.compile(
    rf"(?<!\S)(?:(?:only|just|but) (?P<once>once|twice)|(?:on|in|at) (?:only |just |but )?#(?P<n>\d+)(?: (?:quarters?|readings?|results?|months?))? (?:out )?of(?: the| those| these| its| our)?{_LATEST} #(?P<m>\d+)"
    rf"|(?:on|in) (?:only |just )#(?P<k>\d+) {_TIMES}|(?P<but>all but (?:one|once))|#(?P<sn>\d+) of(?: the| its| our){_LATEST} #(?P<sm>\d+)(?: {_TIMES})?)"
)
NEVER = re.compile(
    rf"(?<!\S)(?:never(?! (?:been )?(?:higher|lower|better|worse|so))|at no (?:time|point|stage)|not once|in no {_TIMES}|no {_TIMES} (?:has|have|had)|not (?:a|one) (?:single )?{_TIMES}|in none of|none of the(?: #\d+)? {_TIMES}|not in any)"
)
ANY = re.compile(rf"(?<!\S)(?:in|at|on) any (?:of (?:the|these|those|our|its)\b|{_TIMES}|time)(?! since @)")
TIMES = {"once": 1, "twice": 2}


def histories(reading: Reading) -> None:
    """Hold every statement of how often something was so, or since when it was not."""
    found = claims(reading)
    for rule, pattern in ((_first, FIRST), (_move, MOVE), (_not_since, NOT_SINCE), (_count, ONCE), (_never, NEVER), (_any, ANY)):
        for match in reading.matches(pattern):
            rule(reading, found, match)


def _known(reading: Reading) -> list[Observation]:
    """The observations up to the current one, earliest first."""
    end = reading.timeline.current.period.end
    return [each for each in reading.timeline.observations if each.period.end <= end]


def _since(reading: Reading, index: str) -> Observation | None:
    when = reading.when(index)
    meant = reading.timeline.meant(when, "actual") if when else ()
    return meant[0] if meant else None


def _first(reading: Reading, found: list[Claim], match: re.Match[str]) -> None:
    claim = nearest([each for each in found if not match.start() <= each.start < match.end()], match.span())
    if claim is None or re.match(r" (?:quarter|half) of ", reading.text[match.end() :]) or not _together(reading, claim, match):
        return
    known = _known(reading)
    if match["n"]:
        reading.used.add(int(match["n"]))
        known = known[-int(reading.amount(match["n"]).value) :]
    if match["year"]:
        return
    _hold_first(reading, claim, known, match, since=match["since"])


def _together(reading: Reading, claim: Claim, match: re.Match[str]) -> bool:
    """Whether no comma parts the claim from the words that say how often, unless these begin the sentence."""
    low, high = min(claim.stop, match.end()), max(claim.start, match.start())
    own = "first time" in f"{reading.facts.indicator.title} {reading.facts.indicator.short_title}".lower() and not match["since"]
    return not own and (match.start() == 0 or " , " not in f" {reading.text[low:high]} ")


def _move(reading: Reading, found: list[Claim], match: re.Match[str]) -> None:
    claim = next((each for each in found if match.start() <= each.start < match.end() and each.move), None)
    if claim:
        _hold_first(reading, claim, _known(reading), match, since=match["since"])


def _hold_first(reading: Reading, claim: Claim, known: Sequence[Observation], match: re.Match[str], *, since: str | None) -> None:
    """It is so of the last result, of none between, and it was at the time since which it was not."""
    then = _since(reading, since) if since else None
    if since and then is None:
        return
    between = [claim.holds(each) for each in known[:-1] if then is None or each.period.end > then.period.end]
    now, before = claim.holds(known[-1]), claim.holds(then) if then else True
    if now is None or (before is None and not claim.move):
        return
    told = [each for each in known if claim.holds(each) is not None]
    held = now and (before is not False or then is told[0]) and not any(between)
    if held and None in between:
        return
    _tell(reading, match, held=bool(held))


def _not_since(reading: Reading, found: list[Claim], match: re.Match[str]) -> None:
    """It was so then, and not since."""
    claim = nearest(found, match.span(), move=False)
    then = _since(reading, match["since"])
    if claim is None or then is None:
        return
    later = [claim.holds(each) for each in _known(reading) if each.period.end > then.period.end]
    if claim.holds(then) is not None and None not in later:
        _tell(reading, match, held=bool(claim.holds(then)) and not any(later))


def _count(reading: Reading, found: list[Claim], match: re.Match[str]) -> None:
    """It was so as often as is said."""
    claim = nearest(found, match.span())
    part, whole = match["n"] or match["sn"], match["m"] or match["sm"]
    if claim is None or (match["sn"] and not _is_run(reading, match)):
        return
    known = _known(reading)
    number = TIMES.get(match["once"] or "") or int(reading.amount(part or match["k"]).value if part or match["k"] else 1)
    if whole:
        reading.used.update((int(part or 0), int(whole)))
        known = known[-int(reading.amount(whole).value) :]
        if len(known) < reading.amount(whole).value:
            return
    held = [claim.holds(each) for each in known]
    if None in held and claim.move:
        held = held[1:]
    if None not in held and not re.search(r" since @", reading.text[match.start() :]):
        times = sum(map(bool, held))
        _tell(reading, match, held=times == (len(held) - number if match["but"] else number))


def _is_run(reading: Reading, match: re.Match[str]) -> bool:
    """Whether "two of the last five" counts results: both are small whole numbers in words, or the noun says so."""
    return bool(re.search(_TIMES, match[0])) and reading.amount(match["sm"]).unit in ("", "quarter", "result", "period", "month", "year")


def _never(reading: Reading, found: list[Claim], match: re.Match[str]) -> None:
    claim = nearest(found, match.span(), move=False)
    if claim is None or match.start() > claim.stop + 20:
        return
    head = re.search(r"(?<!\S)since(?: the)? @(\d+)", reading.text)
    then = _since(reading, head[1]) if head else None
    last = re.match(r" ?(?:(?:the|these|those|our|its) )?(?:last|past|latest|most recent) #(\d+)", reading.text[match.end() :])
    known = _known(reading)[-int(reading.amount(last[1]).value) :] if last else _known(reading)
    held = [claim.holds(each) for each in known if then is None or each.period.end > then.period.end]
    if any(held):
        _tell(reading, match, held=False)
    elif None not in held:
        _tell(reading, match, held=True)


def _any(reading: Reading, found: list[Claim], match: re.Match[str]) -> None:
    """It was so in none, of what is "not met in any of the six quarters"."""
    claim = nearest(found, match.span(), move=False)
    if (
        claim is None
        or not claim.denied
        or claim.start > match.start()
        or reading.coded.whens
        or re.search(r"(?<!\S)year(?!\S)", reading.text)
    ):
        return
    held = [claim.holds(each) for each in _known(reading)]
    if False in held or None not in held:
        _tell(reading, match, held=False not in held)


def _tell(reading: Reading, match: re.Match[str], *, held: bool) -> None:
    figures = [figure for each in _known(reading) if (figure := reading.facts.figure("actual", each))]
    computed = ", ".join(f"{each.number}" for each in figures)
    reading.add("true" if held else "false", "run", match.span(), figures[-1], says=f"the results were {computed}", computed=computed)
