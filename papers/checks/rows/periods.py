"""Which periods a number of the sentence is told of, and which it is compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.rows.scene import Scene
from papers.checks.subjects import Candidate
from papers.dataset import Observation

BASE = matcher(
    r"(?<!\S)(?:than|since|from|against|compared|versus|as|before|after|same|on|(?:up|down)(?! (?:in|during|within|by) )|above|below|over|with)(?!\S)(?!.* (?:was|were|is|are|had) )"
)
"""Words before a period that there is to compare with."""
WEAK = matcher(r"^(?:.* )?(?:over|with|as|after)(?: \S+)? $")
"""Words that may also stand before the period that is told of: "over the year", "with 4 in March"."""
OWN_AFTER = matcher(
    r"(?: (?!#|@|,|;|and |but |from |to |than |against |up |down |on |since |as |compared )\S+){0,6}? (?:(?:in|at|for|by|during|of|on|between|over|between) )?(?:the )?@(\d+)"
)
LIKE = matcher(
    r"(?<!\S)(?:level|compare[ds]?|comparing|line|par|comparison|contrast|same|identical|many|much|few|high|low|large|big)(?: (?:well|badly|poorly|\w+ly))? (?:with|as)(?: \S+)? $"
)
"""Words before a period with which those do compare."""
VAGUE = matcher(
    r"(?<!\S)(?:start|beginning|outset|turn|opening|middle|course|quarters?|(?:lowest|highest|largest|smallest|most|fewest|busiest|quietest)(?: (?!#)\S+)?) of $|~\S*(?:first|last|second)-time (?:in |for |during |within )?$"
)
"""Before a period of which only a part is meant that no cell has."""
MEASURED = matcher(
    r"(?<!\S)(?:than|above|below|against|with|on|over|under|as) (?:(?:the|our|its|that|those) )*(?:=\w+|national(?:ly)?(?: (?:average|figure|rate|result|level)s?)?)(?!\S)(?! than)"
)
"""What is compared with another measure of a period, not with the period: "above the national average in June"."""
OF_BASE = matcher(
    r"(?<!\S)(?:(?:than|on|over|above|below|against) (?:the )?#\d+(?: (?!#|,|;|and |to )\S+){0,2}|(?:than|of) what (?:it|they|there) (?:had|was|were|took|saw|did|received)) (?:of|in|for|at) (?:the |each of )*$"
)
"""Before the period of a figure that another one is compared with: "on the 52 of the quarter before", "half of what it had in June"."""
AND_ALSO = matcher(r"@\d+ (?:and|or)(?: (?:in|of|the|for))* $")
"""Between a period that is there to be compared with and a second one: "less than in each of the spring and the summer"."""
OF_YEAR = matcher(r"@\d+(?: of| in)? $")
PAIR = matcher(r"(?<!\S)(?:between|from) (?:the )?@(\d+) (?:and|to) (?:the )?@(\d+)")
YEARLY = matcher(
    r"\b(?:12|twelve|rolling|(?:six|nine|6|9|eighteen|18) months|year to|year[- ]to[- ]date|so far|whole year|over the year|calendar|four quarters|three quarters|in all|in total|altogether|(?:19|20)\d\d(?:[/-]\d\d)?)\b|^(?:in |of |over |this |the )*(?:this |the |financial )*year(?:'s)?$",
    re.IGNORECASE,
)
QUARTERLY = matcher(r"\bquarter|three months\b| (?:to|and|-|\u2013) (?-i:[A-Z])", re.IGNORECASE)
FROM = matcher(r" (?:from|than|against) ")
"""Between a period and the number of another one: "rose in the quarter from 75"."""
COLUMN = matcher(r"\b(?:rolling|12[- ]month|twelve[- ]month|quarterly)\b", re.IGNORECASE)
STEP = matcher(r"(?<!\S)(?:in|over|during|within|through) @(?P<n>\d+)")
NEAR = 20
"""How many characters before a number the period of its step may end: "rose in the quarter by 33"."""
SEVERAL = matcher(
    r"\b(?:(?P<two>(?:first|last|past|both|two) (?:half|two quarters|six months|6 months|quarters)|half[- ]year)|(?P<three>(?:three|3) quarters|(?:nine|9) months)|(?P<four>(?:four|4) quarters|(?:twelve|12) months)|so far|to date|since April)\b",
    re.IGNORECASE,
)
"""Words of several quarters together."""
LONG = ("12 months", "total", "year")
"""What columns of more than a quarter are called."""


@dataclass(frozen=True)
class Times:
    """The periods of a sentence, each with whether it is there to be compared with."""

    scene: Scene

    @cached_property
    def places(self) -> tuple[tuple[int, int, bool], ...]:
        """Each period: its number, where it stands, and whether something is compared with it."""
        text = self.scene.text
        pairs = {int(each[1]) for each in PAIR.finditer(text)}
        found: list[tuple[int, int, bool]] = []
        for each in re.finditer(r"@(\d+)", text):
            part = re.search(r"#(\d+) of $", text[: each.start()])
            months = part is not None and self.scene.coded.amounts[int(part[1])].unit in ("month", "quarter", "week")
            if months or OF_YEAR.search(text[: each.start()]) or VAGUE.search(text[: each.start()]):
                continue
            head = MEASURED.sub("", re.split(r"[,;:()#@*]", text[: each.start()])[-1])
            base = BASE.search(head)
            weak = WEAK.match(head) and not LIKE.search(head) and base is not None and base[0] in ("over", "with", "as", "after")
            compared = base is not None and not weak
            compared = compared or bool(OF_BASE.search(text[: each.start()]))
            compared = compared or bool(found and found[-1][2] and AND_ALSO.search(text[: each.start()]))
            found.append((int(each[1]), each.start(), compared or int(each[1]) in pairs))
        return tuple(found)

    @cached_property
    def several(self) -> tuple[int, ...]:
        """How many quarters together the sentence tells of; none where it tells of single ones."""
        found = SEVERAL.search(self.scene.coded.sentence)
        told = next((n for name, n in (("two", 2), ("three", 3), ("four", 4)) if found and found[name]), 0)
        return (told,) if told else (2, 3, 4) if found else ()

    def when(self, index: int) -> When:
        """The period of that number; with the year that stands after it, a quarter is that of the year before."""
        found = self.scene.coded.whens[index]
        year = re.search(rf"@{index}(?: of| in)? @(\d+)", self.scene.text)
        second = self.scene.coded.whens[int(year[1])] if year else None
        if second and second.kind in ("lastyear", "ago"):
            return replace(second, kind="ago", words=f"{found.words} {second.words}")
        return replace(found, year=second.year) if second and second.kind in ("year", "fy") and not found.year else found

    def own_after(self, number: int) -> When | None:
        """The period that stands just after the number."""
        _, stop = self.scene.coded.of_number(number)
        after = OWN_AFTER.match(self.scene.text[stop:])
        return self.when(int(after[1])) if after and any(n == int(after[1]) and not base for n, _, base in self.places) else None

    def own(self, number: int) -> When | None:
        """The period that stands at the number itself."""
        start, _ = self.scene.coded.of_number(number)
        if after := self.own_after(number):
            return after
        low, _ = self.scene.clause(start)
        before = [each for each in self.places if low <= each[1] < start and not each[2] and not self._is_taken(each[1])]
        between = self.scene.text[before[-1][1] : start] if before else "#"
        return self.when(before[-1][0]) if "#" not in between and not FROM.search(between) else None

    def _is_taken(self, at: int) -> bool:
        """Whether the period belongs to a number before it."""
        head = self.scene.text[:at]
        last = head.rfind("#")
        return last >= 0 and OWN_AFTER.match(re.sub(r"^#\d+", "", self.scene.text[last:])) is not None and " , " not in head[last:]

    def told(self, number: int) -> list[When | None]:
        """The periods that the number may be told of; None is the latest one."""
        own = self.own(number)
        if own is not None:
            low, high = self.scene.clause(self.scene.coded.of_number(number)[0])
            then = [self.when(n) for n, at, _ in self.places if low <= at < high and at < self.scene.coded.of_number(number)[0]]
            loose = own.kind == "current" and own.words in ("the quarter", "the period", "the month")
            return [each for each in then if each.kind in ("ago", "lastyear", "back")] or [own] if loose else [own]
        found = self.told_at(self.scene.coded.of_number(number)[0])
        others = [self.own_after(each) for each in self.scene.numbers if each != number]
        is_open = any(each is None or each.kind == "current" or each not in others for each in found)
        return found if is_open else [*found, None]

    def told_at(self, start: int) -> list[When | None]:
        """The periods that what stands at that place may be told of."""
        low, high = self.scene.clause(start)
        every = [(self.when(n), at) for n, at, compared in self.places if not compared and not self._is_aside(at, start)]
        here: list[When | None] = [when for when, at in every if low <= at < high and not self._leads_another(at, start)]
        return here or [*self._columns(low, high)] or [when for when, at in every if at < start] or [None]

    def _leads_another(self, at: int, start: int) -> bool:
        """Whether the period, after a comma, leads to a number of its own: "two more than in June, and over the year 33 fewer"."""
        between = self.scene.text[start:at]
        return " , " in between and bool(re.match(r"@\d+(?: (?!#|@|,|;)\S+){0,8} #", self.scene.text[at:]))

    def _columns(self, low: int, high: int) -> list[When]:
        """The kind of column that the words of a clause without a period name: "on the rolling 12 month measure"."""
        start, stop = self.scene.coded.words(low, high)
        found = COLUMN.search(self.scene.coded.sentence, start, stop)
        return [When("current", found[0])] if found else []

    def stepped(self, number: int) -> list[When]:
        """The result before, where the words tell of a step "in the quarter", with the period after the verb or the number."""
        start, _ = self.scene.coded.of_number(number)
        return self.stepped_at(start)

    def stepped_at(self, start: int) -> list[When]:
        """The result before, where the words from there on, or just before, tell of a step "in the quarter"."""
        low, high = self.scene.clause(start)
        steps = [self.when(int(each["n"])) for each in STEP.finditer(self.scene.text, low, high) if each.end() > start - NEAR]
        return [When("previous", "the quarter before") for each in steps[:1] if each.kind == "current" and QUARTERLY.search(each.words)]

    def _is_aside(self, at: int, number: int) -> bool:
        """Whether the period is told in passing, or of no quarter: "where the catalogue was out of use in July"."""
        head = self.scene.text[self.scene.text.rfind(" , ", 0, at) + 1 : at]
        end = self.scene.text.find(" , ", at)
        told = re.match(r"(?:, )?(?:where|when|who|which|because|as|since|after|having|despite|following|although|though) ", head)
        when = next(self.when(n) for n, place, _ in self.places if place == at)
        return (bool(told) and not (at - len(head) <= number < (end if end >= 0 else at))) or when.kind in ("next", "term")

    def compared(self, number: int, than: int = -1) -> list[When]:
        """The periods that the number may be compared with: those of its clause, else of the sentence."""
        start, _ = self.scene.coded.of_number(number)
        _, high = self.scene.clause(start)
        every = [(self.when(n), at) for n, at, compared in self.places if compared]
        begin = max(start + 1, than)
        after = [when for when, at in every if begin <= at < high and "#" not in self.scene.text[begin:at]]
        return after or self.compared_before(start)

    def compared_at(self, start: int) -> list[When]:
        """The periods that something at that place is compared with."""
        after = [self.when(n) for n, at, compared in self.places if compared and at > start]
        return after or self.compared_before(start)

    def compared_before(self, start: int) -> list[When]:
        """Those named before that place: in its clause, else in the sentence."""
        low, _ = self.scene.clause(start)
        every = [(self.when(n), at) for n, at, compared in self.places if compared]
        return [when for when, at in every if low <= at < start] or [when for when, at in every if at < start]


def observed(candidate: Candidate, when: When | None) -> tuple[Observation, ...]:
    """The candidate's observations of the period with a figure; the latest one where none is named."""
    if when is not None and when.kind == "last":
        return (candidate.timeline.current, *candidate.timeline.meant(when, "actual"))
    if when is None or when.kind == "current":
        return (candidate.timeline.current,) if when is None or covers(candidate, when) else ()
    if not covers(candidate, when):
        return ()
    found = [*candidate.timeline.meant(when, "actual"), *_of_calendar(candidate, when)]
    return tuple(each for each in found if each.number("actual") is not None)


def _of_calendar(candidate: Candidate, when: When) -> list[Observation]:
    """Of a quarter with one year, that of the calendar year as well: "the first quarter of 2013" may be January to March."""
    year = re.search(r"(?<!\d[/-])\b(20\d\d)$| of the year$", when.words)
    if not when.quarter or not year or "|" not in candidate.facts.indicator.id:
        return []
    ends = [(each, each.period.end) for each in candidate.timeline.observations]
    return [each for each, end in ends if end.month == 3 * when.quarter and year[1] in (None, str(end.year))]


def covers(candidate: Candidate, when: When) -> bool:
    """Whether the words of the period may be those of the candidate's kind of column."""
    basis = candidate.facts.indicator.basis
    if "|" not in candidate.facts.indicator.id and basis != "quarter":
        return True
    if YEARLY.search(when.words) and not QUARTERLY.search(
        re.sub(r"(?:12|twelve|six|nine|6|9|eighteen|18) months.*|year to.*|(?:three|four) quarters", "", when.words)
    ):
        return basis in LONG or when.kind in ("fy", "year", "lastyear", "ago") or basis not in (*LONG, "quarter")
    return basis not in LONG or not QUARTERLY.search(when.words) or basis == "year"


def earlier(candidate: Candidate, now: Observation, when: When | None) -> Iterator[Observation]:
    """What the figure may be compared with: that of the period, else the one before and the one a year before."""
    timeline = candidate.timeline
    if when is None:
        found = [timeline.before(now, "actual"), timeline.year_ago(now)]
    elif when.kind in ("previous", "last"):
        found = [timeline.before(now, "actual")]
    elif when.kind in ("ago", "lastyear", "over") and not when.year:
        found = [timeline.year_ago(now), *(timeline.meant(when, "actual"))]
    else:
        found = [*timeline.meant(when, "actual"), *_of_calendar(candidate, when)]
    yield from (each for each in found if each and each.number("actual") is not None and each.period.end != now.period.end)
