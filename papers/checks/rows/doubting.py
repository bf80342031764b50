"""Whether a number that no reading explains is wrong: bound to its group by its words, and nothing else that is spoken of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from papers.checks.language.amounts import Amount, holds
from papers.checks.language.matching import matcher
from papers.checks.naming import is_column
from papers.checks.reading import fits
from papers.checks.rows.about import PART_OF, About, titles_of
from papers.checks.rows.across import columns_apart, totals_in, totals_of
from papers.checks.rows.explaining import Told, changes, columns_of_totals, differences, history, levels, other_measures, says, shares
from papers.checks.rows.periods import PAIR, Times
from papers.checks.rows.roles import Role, counted, names_any, people_of, role_of
from papers.checks.rows.scene import Group, Scene
from papers.checks.rows.sides import EXCEEDS, exceeding
from papers.checks.rows.strangers import is_listed, is_ratio, is_step, is_strangers
from papers.checks.rows.trying import APPENDED

BLOCKED = matcher(
    r"=|(?<!\S)(?:range|planned|expected|expectation|budget\w*|limit|ceiling|targets?|floor|averag\w*|national\w*|england|forecast|neighbours['\u2019]?|threshold)(?!\S)"
)
"""Words of measures that other readers hold."""
BETWEEN = matcher(r" between (?!~\d|@\d+(?! and )|them|the two|these|the three|those)")
RANGE = matcher(r"(?<!\S)(?:range|between|limits|band)(?: (?!#)\S+){0,3} #\d+ (?:to|and|-|\u2013) $")
FLOW = matcher(
    r"(?<!\S)(?:became|becoming|began|joined|left|ended(?! in)|started|newly|corrected|restated|instead of|rather than|would have|excluding|without|allocated|apportioned|weighted|apart from|other than|but for)(?!\S)"
)
"""Words of what came and went, of a part, or of what is not: no figure of how many there are."""
OF_QUARTER = matcher(r"quarter|months|end| (?:to|and|-|\u2013) ", re.IGNORECASE)
MADE = matcher(r"(?<!\S)(?:making|leaving|rest|balance|remainder|remaining|in all|altogether)(?!\S)")
FROM_TO = matcher(r"(?<!\S)(?:from|by) #\d+(?: (?!#|;|,)\S+){0,5} to (?:(?:just|only|about|some) )?$")
LED = matcher(r"(?<!\S)(?:from|to|at) $")
TOTAL = matcher(r"(?<!\S)totals?(?: (?!,|;)\S+){0,6} $")
REST = matcher(r"(?<!\S)(?:rest|balance|remainder|others)(?!\S)")
REMAINING = matcher(r"(?<!\S)(?:other|remaining) $")
THINGS = matcher(r"#\d+ ([a-z]+s) of $")
OF_THEM = matcher(r" of (?:them|these|those|which|whom|it|this)(?!\S)")
EVERY = matcher(
    r"(?<!\S)(?:(?:for|in|of|from) (?:every|each) #\d+|for (?:every|each) (?!quarter|month|year|term|service|line|library|group|area|of)[a-z])"
)
"""In a sentence that tells how many of one thing come to so many of another."""
THEN = matcher(
    r"(?<!\S)(?:then|earlier|before|had|previous\w*|former\w*|each|every|once|peak\w*|start\w*|began|until|spring|summer|autumn|winter)(?!\S)"
)
"""Words of another time than the latest."""
ENDED = matcher(r" (?:,|\.|;|\)|in|at|from|and|over|@)|$")
PART = matcher(r" (?:of|the #\d+|(?:were|was|are|is) (?:for|about|from|in|to))(?!\S)")
SHARING = matcher(
    r"(?<!\S)(?:account\w*|come to|comes to|came to|represent\w*|constitut\w*|amount\w*|share|proportion|concern\w*|came from|come from|went to|goes to|led to|lead to|ended in|belong\w*|per|out of)(?!\S)"
)
"""Words of a part of a whole."""
AMONG = matcher(r"(?<!\S)(?:of|among) (?:these|those|whom|which|them)(?= (?:#|,|\())")
LATER = matcher(r"(?<!\S)(?:before|then|after|having|afterwards|earlier)(?!\S)")
IN_TOTAL = matcher(r"(?: (?!#|,|;)\S+){0,2}? (?:in total|overall|in all|altogether|across)(?!\S)")
IT = matcher(r" (?:it|them|that|this|either)(?!\S)")
TOTAL_OF = matcher(r"(?<!\S)totals? of (?:(?:the|about|some) )?$")
AVERAGE = matcher(r"(?<!\S)(?:on average|averag\w+|(?:a|per|each|every) (?:day|week|month))(?!\S)")
SURELY = 0.67
"""How much of a name must be given where another indicator has the very number."""
LARGE = 1000
SMALL = Decimal(12)
SAME_TIME = matcher(r"(?<!\S)(?:over|in|during|within) (?:the|that) same (?:time|period|months|weeks)(?!\S)")
"""Words of a period that is told before."""
DETERMINED = matcher(r"(?<!\S)(?:the|these|those|all|our|its|their|last|first|next|every|each|per) $")
"""Before a number of things that are known, not a figure of theirs."""
OTHER = matcher(r"#\d+(?: (?:,|%))? (?:and|while|but) (?:the|that|those|our|its|their) (?!#|same|latest|total|number)\S+")
"""Between a name and a number after which the number is of something else, named by no word of a row."""


@dataclass
class Doubts:
    """A sentence while its numbers are doubted."""

    scene: Scene
    times: Times
    about: About

    def is_bound(self, number: int, role: Role, group: Group) -> bool:
        """Whether the words bind the number to the group so fully that it is nothing else's."""
        coded, text = self.scene.coded, self.scene.text
        start, _ = coded.of_number(number)
        low, high = self.scene.clause(start)
        amount = coded.amounts[number]
        if not group.is_sure or FLOW.search(text[low:high]) or (AMONG.search(text[low:start]) and not self.about.of_which(number)):
            return False
        if amount.unit == "" and (self._counts_otherwise(group) or (_is_mean(amount, group) and not people_of(self.scene, number))):
            return False
        if group.start >= 0 and (OTHER.search(text[group.stop : start]) or REST.search(text[group.stop : start]) or EVERY.search(text)):
            return False
        if is_strangers(self.scene, number, role, group):
            return False
        if SAME_TIME.search(text[low:]) or self._is_of_things(number, group) or self._is_of_change(number):
            return False
        if REMAINING.search(text[:start]) or not self._is_of_kind(number, role, group):
            return False
        if (
            BLOCKED.search(self._near(number))
            or RANGE.search(text[:start])
            or self._is_of_month(number, group)
            or (BETWEEN.search(self.scene.masked) and not PAIR.search(text))
        ):
            return False
        if group is self.about.default and role.kind == "level" and not self._names_kind(number, group):
            return False
        if amount.plain <= SMALL and amount.unit == "" and role.kind == "level":
            return self._is_told_plainly(number, group)
        return True

    def _is_of_things(self, number: int, group: Group) -> bool:
        """Whether the number tells how large other things are: "50 classes of 30"."""
        found = THINGS.search(self.scene.text[: self.scene.coded.of_number(number)[0]])
        return (found is not None and not names_any([found[1]], group)) or is_listed(self.scene, number, group)

    def _is_of_change(self, number: int) -> bool:
        """Whether it is a share of a change that is told before: "up by 6,000, half of them in person"."""
        of_them = OF_THEM.match(self.scene.text[self.scene.coded.of_number(number)[1] :])
        return bool(of_them) and number > 0 and role_of(self.scene, number - 1).kind == "change"

    def _is_of_kind(self, number: int, role: Role, group: Group) -> bool:
        """Whether the words are sure of what kind of thing the number says: a share of the group, its change, its figure."""
        start, _ = self.scene.coded.of_number(number)
        low, _ = self.scene.clause(start)
        if role.kind == "share":
            return self._is_share(number, group)
        if role.kind == "level":
            return not AVERAGE.search(self.scene.text)
        if OF_THEM.search(self.scene.text[low:start]) and any(is_column(one) for each in group.mentions for one in each.candidates):
            return False
        unread = EXCEEDS.search(self.scene.text[low:start]) and exceeding(self.scene, start) is None
        return not unread and not self._is_of_other(number, role, group)

    def _is_of_other(self, number: int, role: Role, group: Group) -> bool:
        """Whether a change is told of what came after or before, of the total, or from the measure that was named before."""
        start, stop = self.scene.coded.of_number(number)
        head = re.split(r"[#@;]", self.scene.text[:start])[-1]
        total = not group.is_whole and IN_TOTAL.match(self.scene.text[stop:])
        elided = role.beside and (IT.match(self.scene.text[role.than :]) or BLOCKED.search(self.scene.text))
        return bool(LATER.search(head) or BLOCKED.search(head) or total or elided)

    def _is_told_plainly(self, number: int, group: Group) -> bool:
        """Whether a small number stands just after the name, just before it, or after a word that leads to it."""
        text = self.scene.text
        start, stop = self.scene.coded.of_number(number)
        if DETERMINED.search(text[:start]) or (self.scene.coded.amounts[number].word and self.scene.coded.amounts[number].plain == 1):
            return False
        if "respectively" in text:
            return True
        ends = bool(ENDED.match(text[stop:]))
        if text[group.stop : start] == " " or re.search(r"(?<!\S)(?:from|to|at|numbered|totalled|against|after) $", text[:start]):
            return ends
        before = (
            text[stop : group.start] == " "
            and not group.is_whole
            and not re.search(r"(?<!\S)(?:of|the|these|those|other|more|first|last|to|by|another) $", text[:start])
        )
        return before and not re.match(r" (?:\S+ )?(?:who|which|that|led|involved|resulted|of)(?!\S)", text[group.stop :])

    def _is_share(self, number: int, group: Group) -> bool:
        """Whether the words tell of a part of something, or the group's own figures are percentages."""
        start, stop = self.scene.coded.of_number(number)
        low, high = self.scene.clause(start)
        percent = any(one.facts.unit == "percent" for each in group.mentions for one in each.candidates)
        appended = APPENDED.match(self.scene.text[stop:]) and re.search(r"(?:,|\(|or) $", self.scene.text[:start])
        return (
            percent
            or bool(appended and len(self.scene.numbers) > 1)
            or bool(PART.match(self.scene.text[stop:]))
            or bool(SHARING.search(self.scene.text[low:high]))
        )

    def _counts_otherwise(self, group: Group) -> bool:
        """Whether another number of the clauses is in days or the like, in which the group's figures do not count."""
        units = {each.facts.unit for mention in group.mentions for each in mention.candidates}
        coded = self.scene.coded
        named = [(each.start, each.stop) for one in self.scene.groups for each in one.mentions]
        places = [(each, coded.words(*coded.of_number(n))) for n, each in enumerate(coded.amounts)]
        measured = [
            each
            for each, (start, stop) in places
            if each.unit in ("day", "hour", "tonne", "mile", "fte") and not any(a < stop and start < b for a, b in named)
        ]
        return bool(measured) and not any(fits(each, unit) for each in measured for unit in units) and len(self.scene.groups) == 1

    def _names_kind(self, number: int, group: Group) -> bool:
        """Whether the words after the number name what the group counts, or those before it move to it or from it."""
        start, _ = self.scene.coded.of_number(number)
        return names_any(counted(self.scene, number), group) or bool(
            re.search(r"(?<!\S)(?:from|to|at|was|were|is) $", self.scene.text[:start])
        )

    def _near(self, number: int) -> str:
        """The words around the number: a few before it, and those after it up to the next number."""
        start, stop = self.scene.coded.of_number(number)
        _, high = self.scene.clause(start)
        head = re.split(r"#\d+|;", self.scene.text[:start])[-1].split()
        return f"{' '.join(head[-4:])} {re.split(r'#', self.scene.text[stop:high])[0]}"

    def _is_of_month(self, number: int, group: Group) -> bool:
        """Whether the number is told of a month alone, and the group's figures are of quarters."""
        own = next((each for each in self.times.told(number) if each), None)
        flows = any(one.facts.indicator.basis == "quarter" for each in group.mentions for one in each.candidates)
        return flows and own is not None and own.kind == "month" and not OF_QUARTER.search(own.words)

    def is_excused(self, number: int, role: Role, group: Group) -> bool:
        """Whether something else that the sentence speaks of may be what the number says."""
        amount = self.scene.coded.amounts[number]
        per = people_of(self.scene, number)
        for told in self._loose(role, group, number):
            if says(amount, told) in ("true", "rounded") and told.unit.replace(",", "").endswith(per):
                return True
        if per:
            return False
        if role.kind == "level" and self._is_of_namesake(amount, group):
            return True
        if (role.kind == "share" and is_ratio(self.scene, number, group)) or (role.kind == "change" and is_step(self.scene, number, role)):
            return True
        others = [each.plain for n, each in enumerate(self.scene.coded.amounts) if n != number and each.unit == amount.unit]
        sums = [each for one, two in itertools.combinations(others, 2) for each in (one + two, abs(one - two))]
        return (
            (role.kind == "change" or bool(MADE.search(self.scene.text)))
            and amount.unit != "share"
            and any(holds(amount, each) == "true" for each in sums)
        )

    def _is_of_namesake(self, amount: Amount, group: Group) -> bool:
        """Whether the number is the latest of another indicator, of which the words may be as well where they give little of the name."""
        vague = all(each.cover < SURELY for each in group.mentions) and amount.plain >= LARGE
        others = (each for each in self.scene.candidates if "|" not in each.facts.indicator.id) if vague else ()
        return any((now := each.timeline.current.number("actual")) is not None and now == amount.plain for each in others)

    def _is_open(self, number: int, role: Role, group: Group) -> bool:
        """Whether the words leave open of which period the number is: several are told of the group, or some other time."""
        others = [
            each for each in self.scene.numbers if each != number and self.scene.coded.amounts[each].unit not in ("%", "share", "points")
        ]
        same = any(self.about.subject(each, role_of(self.scene, each)) is group for each in others)
        if FROM_TO.search(self.scene.text[: self.scene.coded.of_number(number)[0]]) and not THEN.search(self.scene.text):
            same = False
        whens = any(each.kind != "current" for each in self.scene.coded.whens)
        return role.base or same or whens or bool(THEN.search(self.scene.text))

    def _loose(self, role: Role, group: Group, number: int) -> Iterator[Told]:
        """What the number may be of all that is named, in any period that the words leave open."""
        start, _ = self.scene.coded.of_number(number)
        low, high = self.scene.clause(start)
        column = self.about.column(number)
        named = [self.about.in_column(number, each) for each in self.scene.groups if each.mentions and not (column and each.start > start)]
        near = (
            [each for each in named if low <= each.start < high or each.start == group.start]
            if any(low <= each.start < high for each in named)
            else named
        )
        if role.kind == "change":
            yield from self._loose_changes(role, group, number)
        else:
            yield from self._loose_levels(role, group, number, near)
        if PART_OF.search(self.scene.text[:start]) or TOTAL_OF.search(self.scene.text[:start]):
            for each in (one for one in self.scene.groups if one.mentions):
                yield from levels(each, self.times.told(number), single=True)
            yield from totals_of(self.scene, group, self.times.told(number))
        if BLOCKED.search(self.scene.text):
            yield from other_measures(near)
        if TOTAL.search(self.scene.text[:start]):
            yield from columns_of_totals(near)
            yield from (each for one in totals_in(self.scene, group) for each in history(one))
        for one, two in (pair for pair in itertools.permutations(near, 2) if titles_of(pair[0]).isdisjoint(titles_of(pair[1]))):
            if role.kind != "share":
                yield from differences(one, two, self.times.told(number))
            yield from shares(one, two, self.times.told(number))

    def _loose_changes(self, role: Role, group: Group, number: int) -> Iterator[Told]:
        """The changes of every other row that is named, the way that is said."""
        bases = self.times.compared(number, role.than) or self.times.stepped(number)
        for each in self.scene.groups:
            if each.mentions and each is not group and not each.is_whole:
                yield from (one for one in changes(each, self.times.told(number), bases) if role.way in (0, one.way))

    def _loose_levels(self, role: Role, group: Group, number: int, near: Sequence[Group]) -> Iterator[Told]:
        """The figures of what is named near the number, of each column; and by how much they have changed."""
        own, told = self.times.own(number), self.times.told(number)
        for each in near:
            yield from levels(each, told, single=True)
            if own is None and each.start == group.start and self._is_open(number, role, group):
                yield from history(each)
            if own is None and role.kind == "level" and not LED.search(self.scene.text[: self.scene.coded.of_number(number)[0]]):
                yield from changes(each, [None], [])
            yield from () if self.about.column(number) else columns_apart(self.scene, each, told)


def _is_mean(amount: Amount, group: Group) -> bool:
    """Whether the number has a fraction, as no count of things has: "3.6 calls for each application"."""
    units = {one.facts.unit for each in group.mentions for one in each.candidates}
    return units <= {"count", "thousands"} and amount.plain != amount.plain.to_integral_value()
