"""Statements about single mitigating actions: their status, their due date, whether they are overdue, and whose risk they serve."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from papers.checks.facts import stem, stems
from papers.checks.language.amounts import Verdict
from papers.checks.language.grammar import MAYBE
from papers.checks.language.matching import matcher
from papers.checks.language.numerals import WORD_NUMBER
from papers.checks.reading import Finding
from papers.checks.risks.mentions import APART, COUNTED, STATUS, Names
from papers.dataset import RiskAction
from papers.risks import is_overdue
from papers.wording import MONTHS

NOT = r"(?:not|n't|never|yet to be|far from|nowhere near|still to be|remains? to be|to be)(?: (?:yet|been|fully|be))* $"
STATUSES = (
    (
        "partly complete",
        r"(?:partly|partially|part|half|only half|only partly)[- ](?:complete[d]?|done|finished|carried out)|under way|underway|in progress",
    ),
    (
        "outstanding",
        r"outstanding|unfinished|incomplete|not (?:yet )?(?:been )?(?:begun|started|completed?|done|finished|made|carried out)|yet to be (?:completed|done|made|agreed|carried out|finished|held)|still to (?:come|be done|be completed)|awaited",
    ),
    ("regular review", r"regular(?:ly)? review(?:ed)?|reviewed regularly|kept under review|under review"),
    (
        "complete",
        r"(?:is|are|was|were|been|now|already|fully|marked(?: as)?|both|also|as|reported) (?:now |already |fully |all |both )?(?:completed?|done|finished|closed|delivered|carried out)|complete(?= and|,|$|\.| with| at| in)",
    ),
)
DONE = matcher(
    r"(?<!\w)(?:has|have|was|were|are|is)(?: (?:all|both|now|already|since|also|duly))*(?: been)?(?: (?:all|both|now|already|fully|duly))* (?P<deed>[a-z]+(?:ed|en|de|ne|ld|pt|lt|nt|id|un)|set|put|run)(?!\w)",
    re.IGNORECASE,
)
"""Something that was done: "has been signed", "were all cleared"."""
UNDONE = matcher(
    r"(?<!\w)(?:(?:yet|still|remains?) to be (?:fully )?(?P<yet>[a-z]+)|(?:not|n't|never) (?:yet )?(?:all )?been (?:fully )?(?P<not>[a-z]+))(?!\w)"
)
"""Something that is still to be done: "has yet to be written"."""
DEEDS = frozenset(
    stem(each)
    for each in (
        "reached",
        "agreed",
        "signed",
        "held",
        "made",
        "delivered",
        "cleared",
        "concluded",
        "carried",
        "finished",
        "completed",
        "done",
        "implemented",
        "introduced",
        "installed",
    )
)
"""What ends an action, besides its own words: "trained", "confirmed"."""
OVERDUE = matcher(
    r"(?P<not>(?:not|n't|never) (?:yet )?)?(?<!\w)(?:overdue|late|behind time|behind schedule|past (?:its|their) (?:due )?dates?|(?P<on>on (?:time|schedule)))(?!\w)",
    re.IGNORECASE,
)
DUE = matcher(
    rf"\b(?:due|to be (?:done|completed|finished|ready|tested|signed)|for completion|deadline(?: is| was| of)?|due date(?: is| was| of)?|complete|completed|finished|done)(?: (?:by|in|at|on|before|for|back in))?(?: the)?(?: middle of| mid-?| end of| start of)? ?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{'|'.join(MONTHS)})(?: (?P<year>20\d\d))?"
)


SERVES = matcher(r"\b(?:actions? (?:against|for|on|under|to mitigate)|mitigates?|mitigating)\b(?: the)? (?:risk of )?(?P<risk>.+)")


AMONG = matcher(
    r"(?:,|;|\(|\u2013) ?(?:(?:one )?among (?:them|these|those)|including|one of (?:them|these|which)|namely|such as)(?: (?:is|being|was))?(?: [a-z]+){0,3} $"
)
"""Between the status of several actions and the name of one of them."""
ONE_OF = matcher(r"\b(?:is|was|being|are) (?:one|among|another) ?(?:of )?(?:these|them|those)\b")
"""After the name of an action of which the same is said as of those counted before it."""
PARTS = matcher(r"(?:, and |, but |, while |; | and | while | but | whereas |, )")
"""Where a sentence that names several actions may be parted."""
TOGETHER = matcher(r"\b(?:neither|nor|both|respectively|former|latter|either|or|all|none)\b", re.IGNORECASE)
"""What says the same of several."""


NONE = matcher(r"\b(?:no|none|nothing|neither|nor|any)\b[^,;:]*$", re.IGNORECASE)
"""Before a status that is said of no action."""
SOME_OF = matcher(
    rf"(?:\b(?:\d+|{WORD_NUMBER}|half|thirds?|quarters?|fifths?|many|per ?cent)|%) (?:out )?of (?:the |our |its |their |all )?[^,;:]*$",
    re.IGNORECASE,
)
"""Before a deed of some: "three of seven groups have signed"."""
OF_MANY = matcher(
    rf"(?:\b(?:\d[\d,]*|{WORD_NUMBER})(?: (?!actions?\b)[a-z]+){{1,3}}|\b(?:\d+|{WORD_NUMBER}) (?:in|out of) (?:every )?(?:\d+|{WORD_NUMBER})\b[^,;:]*) $",
    re.IGNORECASE,
)
"""Before a deed of so many people or things: "7,000 employees have completed", "seven in ten have been cleared"."""


def action_statements(names: Names, sentence: str, day: dt.date) -> Iterator[Finding]:
    """Every statement about the one action that the sentence names best; of several, each in its part."""
    parts = [] if TOGETHER.search(sentence) else list(_parts(names, sentence))
    if len({action.action for start, stop in parts if (action := names.action(sentence[start:stop]))}) < 2:
        yield from _of_action(names, sentence, day)
        return
    for start, stop in parts:
        for each in _of_action(names, sentence[start:stop], day):
            yield replace(each, start=each.start + start, stop=each.stop + start)


def _parts(names: Names, sentence: str) -> Iterator[tuple[int, int]]:
    """From where to where the sentence names one action each: from the part that names it to the one that names another."""
    edges = [0, *(each.end() for each in PARTS.finditer(sentence)), len(sentence)]
    starts = [one for one, two in itertools.pairwise(edges) if names.action(sentence[one:two]) is not None]
    yield from itertools.pairwise([*starts, len(sentence)])


def _of_action(names: Names, sentence: str, day: dt.date) -> Iterator[Finding]:
    """Every statement about the one action that the words name best."""
    action = names.action(sentence)
    if action is None or sentence.rstrip().endswith(":"):
        return
    yield from _member(action, sentence, names.place_of(action, sentence))
    if any((stems(sentence[each.end() :][:APART]) - STATUS) & stems(action.action) for each in EXCEPTED.finditer(sentence)):
        return
    own, end = names.clause_of(action, sentence)
    sentence = sentence[:end]
    yield from _status(names, action, sentence, own)
    yield from _due(action, sentence)
    for found in OVERDUE.finditer(sentence, own):
        late = is_overdue(action, day)
        told = found["on"] is None and not found["not"]
        yield _finding(sentence, found, action, "overdue" if late else "not overdue", right=late is told)
    yield from _risk(names, action, sentence)


EXCEPTED = matcher(
    r"\b(?:other than|except(?:ing)?(?: for)?|apart from|aside from|bar|excluding|all but)\b",
    re.IGNORECASE,
)
"""Before an action of which what is said of the others is not said."""
THE_OTHERS = matcher(r"\b(?:others?|remaining|further|later|rest of the)(?: [\w-]+){0,3} actions?(?: [\w-]+){0,3} $", re.IGNORECASE)
"""Before a status that is one of other actions."""


def _told_of(names: Names, action: RiskAction, sentence: str, at: int) -> RiskAction:
    """The action that a status there is of: another one that is named before it, where the action itself stands only behind."""
    first, _ = names.place_of(action, sentence)
    return (names.action(sentence[:at]) if at < first else None) or action


def _status(names: Names, named: RiskAction, sentence: str, begin: int) -> Iterator[Finding]:
    """Hold the first status that the sentence tells from there on."""
    known = [each for each, _ in STATUSES]
    for status, words in STATUSES:
        found = matcher(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE).search(sentence, begin)
        if found is None or _is_maybe(sentence, found.start()):
            continue
        if NONE.search(sentence[: found.start()]) or THE_OTHERS.search(sentence[: found.start()]):
            return
        action = _told_of(names, named, sentence, found.start())
        own = action.status.strip().casefold()
        negated = bool(re.search(NOT, sentence[: found.start()]))
        right = (own == status) is not negated or {status, own} == {"outstanding", "partly complete"}
        if own in known:
            yield _finding(sentence, found, action, own, right=right)
        return
    yield from _done(named, sentence, begin)


def _done(action: RiskAction, sentence: str, begin: int) -> Iterator[Finding]:
    """Hold "gullies were all cleared": the deed is the action's own, or one that ends it."""
    own = action.status.strip().casefold()
    for found in UNDONE.finditer(sentence, begin):
        deed = stem(found["yet"] or found["not"])
        if (deed in DEEDS or deed in stems(action.action)) and own in ("complete", "partly complete", "outstanding"):
            yield _finding(sentence, found, action, own, right=own != "complete")
            return
    for found in DONE.finditer(sentence, begin):
        deed = stem(found["deed"])
        if (deed not in DEEDS and deed not in stems(action.action)) or own not in ("complete", "partly complete", "outstanding"):
            continue
        if (
            not _is_maybe(sentence, found.start("deed"))
            and not _has_subject_of_its_own(action, sentence[begin : found.start()])
            and not SOME_OF.search(sentence[begin : found.start()])
            and not OF_MANY.search(sentence[begin : found.start()])
            and not re.search(r"\b(?:not|never|yet|some|most|half|partly|part)\b", sentence)
        ):
            yield _finding(sentence, found, action, own, right=own == "complete")
        return


def _has_subject_of_its_own(action: RiskAction, before: str) -> bool:
    """Whether what stands before a deed in its clause is something else than the action: "the register was reviewed"."""
    subject = re.split(r"[,;:]|\b(?:and|but|while)\b", before)[-1]
    return bool(subject.strip()) and not SAME.match(subject) and not (stems(subject) - STATUS) & stems(action.action)


SAME = matcher(r" ?(?:it|they|this|that|these|those|which|all|both|action|work)\b|^ *(?:the|this|that) (?:action|work)\b", re.IGNORECASE)
"""What takes up the action that was named before."""


def _member(action: RiskAction, sentence: str, name: tuple[int, int]) -> Iterator[Finding]:
    """Hold "three are complete, among them the careers fair" and "the careers fair is one of these": the status of those counted is its own."""
    among, one_of = AMONG.search(sentence[: name[0]]), ONE_OF.search(sentence, name[1])
    if among is None and one_of is None:
        return
    counted = sentence[: among.start() if among else max(sentence.rfind(mark, 0, name[0]) for mark in (", ", "; ", ": ", " and "))]
    told = [
        (status, found) for status, words in STATUSES for found in matcher(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE).finditer(counted)
    ]
    own = action.status.strip().casefold()
    if (
        len(told) == 1
        and COUNTED.search(counted)
        and own in [each for each, _ in STATUSES]
        and not re.search(NOT, counted[: told[0][1].start()])
    ):
        status, found = told[0]
        yield _finding(sentence, among or one_of or found, action, own, right=status == own)


def _due(action: RiskAction, sentence: str) -> Iterator[Finding]:
    """Hold the due date that the sentence tells, by day, month and year as far as given."""
    found = DUE.search(sentence)
    if (
        found is None
        or action.due is None
        or (not found[0].lower().startswith(("due", "deadline", "to be", "for")) and action.status.casefold() == "complete")
    ):
        return
    told = (int(found["year"] or action.due.year), MONTHS.index(found["month"]) + 1, int(found["day"] or action.due.day))
    yield _finding(
        sentence,
        found,
        action,
        f"due on {action.due.day} {MONTHS[action.due.month - 1]} {action.due.year}",
        right=told == (action.due.year, action.due.month, action.due.day),
    )


def _risk(names: Names, action: RiskAction, sentence: str) -> Iterator[Finding]:
    """Hold the risk whose action it is said to be."""
    found = SERVES.search(sentence)
    mentions = names.mentions(found["risk"]) if found else []
    if found and mentions and re.search(r"\brisk\b|CRR|FR\d", sentence) and not names.mentions(action.action):
        yield _finding(sentence, found, action, f"an action of {action.risk}", right=mentions[0].risk.id == action.risk)


def _is_maybe(sentence: str, at: int) -> bool:
    """Whether what stands there is hoped for or planned."""
    return any(found.end() <= at and "," not in sentence[found.end() : at] for found in MAYBE.finditer(sentence[:at].lower()))


def _finding(sentence: str, found: re.Match[str], action: RiskAction, says: str, *, right: bool) -> Finding:
    verdict: Verdict = "true" if right else "false"
    told = f"\u201c{action.action}\u201d is {says}"
    return Finding(
        verdict,
        "action",
        found.start(),
        found.end(),
        sentence[found.start() : found.end()],
        told,
        place=action.place,
        wording="" if right else says,
    )
