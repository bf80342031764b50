"""What each number of a sentence is said of: the row beside it, the last one named before it, the whole table."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from papers.checks.language.matching import matcher
from papers.checks.naming import is_column
from papers.checks.rows.placing import BAR
from papers.checks.rows.roles import PLAIN_WORD, Role
from papers.checks.rows.scene import Group, Scene
from papers.checks.subjects import Candidate, stems_of

AFTER = matcher(
    rf"(?: (?!(?:than|as|since|over|against|above|below|behind) ){PLAIN_WORD}){{0,3}}(?: (?:of|in|to|about|from|for|at)){{0,1}}(?: (?:the|our|its))? ?"
)
LINKED = matcher(r"(?: (?!#|,|;|:|@|\()\S+){0,5} ?")
OF = matcher(r" of (?:(?:all|the|our|its|these|those|every|total|@\d+|#\d+) )*")
IN_FRONT = matcher(r"(?:^|[,;] |(?:and|but|while) )(?:with|at|on|having|taking)(?: (?:about|just|only|some|nearly))* $")
UP_TO = matcher(r"(?: (?!#|,|;)\S+){0,4} ,(?: (?:the|our))?")
NEAR = 4
"""How many words may stand between a name and the brackets of its number."""
OF_WHICH = matcher(
    r"(?: ,| \()? (?:and )?of (?:which|these|them|those)(?: ,)? (?:(?:about|some|just|only|nearly|almost|over|under|around|roughly) )*$"
)
LEADS = matcher(
    r" (?:have |has |had )?(?:led to|resulted in|ended in|ended with|turned into|became|brought|produced|were given|went on to)(?!\S)"
)
THAN = matcher(r"(?<!\S)than (?:(?:in|at|for|to|about|from|on|those|the) )*$")
"""Before a name that another is compared with."""
THEY_ARE = matcher(r" (?:are|were|is|was|went|came|go|come)(?: (?:from|in|aged|for|to|about|at))* ")
"""Between a share and the part that it is: "45% are from 10 to 15"."""
PART_OF = matcher(
    r"(?<!rate )(?<!total )(?<!figure )(?<!level )(?<!number )(?<!average )(?<!score )(?<!\S)of (?:(?:the|all|our|its|these|those|every|@\d+) )*$"
)


def titles_of(group: Group) -> frozenset[str]:
    """What the group's names may be."""
    return frozenset(title for each in group.mentions for title in each.titles)


def _is_in(candidate: Candidate, basis: str) -> bool:
    """Whether it is a row in that column."""
    return is_column(candidate) and candidate.facts.indicator.basis == basis


@dataclass
class About:
    """A sentence while what its numbers are said of is found."""

    scene: Scene
    default: Group | None = None
    """What the sentence is about where it names nothing."""

    def subject(self, number: int, role: Role) -> Group | None:
        """What the number is said of: the row just after it, the last one before it in its clause, or what else is named."""
        start, stop = self.scene.coded.of_number(number)
        low, high = self.scene.clause(start)
        text, groups = self.scene.text, self.scene.groups
        rows = [each for each in groups if not each.is_whole]
        wholes = [each for each in groups if each.is_whole]
        near = [each for each in groups if stop <= each.start < high and AFTER.fullmatch(text[stop : each.start])]
        if role.kind == "level" and PART_OF.search(text[:start]):
            named = [*(each for each in near if each.is_whole), *(each for each in rows if low <= each.start < start)]
            return next(iter(near or [self.whole(each) or each for each in named]), None)
        before = [
            each
            for each in rows
            if low <= each.start < start and not BAR.search(text[: each.start]) and not THAN.search(text[: each.start])
        ]
        if role.kind == "share" and (part := self._part(number) or self.of(number)) and part.start < high:
            return part
        linked = [each for each in rows if stop <= each.start < high and LINKED.fullmatch(text[stop : each.start])]
        choice = (
            [each for each in near if not each.is_whole],
            before[::-1],
            linked,
            [each for each in wholes if low <= each.start < start][::-1],
            near,
            [each for each in rows if each.start < low][::-1],
            [each for each in wholes if each.start < high],
            groups,
        )
        found = self._led(number) or next((each[0] for each in choice if each), self.default)
        if found and found.start >= stop and found not in near and re.search(r" [,:] ", text[stop : found.start]) and not self._led(number):
            return None
        return self._in_order(number, found) if found and len(found.mentions) > 1 else found and self.in_column(number, found)

    def is_beyond(self, number: int, group: Group) -> bool:
        """Whether the number stands in brackets, and so tells of what is before them, and the group stands elsewhere."""
        start, stop = self.scene.coded.of_number(number)
        between = self.scene.text[stop : group.start]
        if self.scene.text[:start].endswith("( "):
            lead = self.scene.text[group.stop : start - 2]
            return group.start >= stop or (0 <= group.start < start and ("," in lead or len(lead.split()) > NEAR))
        return ") " in between and "( " not in between

    def _led(self, number: int) -> Group | None:
        """The row that a number in front leads to: "with 25,000 calls, Highways was the busiest"."""
        start, stop = self.scene.coded.of_number(number)
        lead = IN_FRONT.search(self.scene.text[:start]) and UP_TO.match(self.scene.text[stop:])
        return next((each for each in self.scene.groups if lead and not each.is_whole and 0 <= each.start - stop - lead.end() <= 1), None)

    def _in_order(self, number: int, group: Group) -> Group:
        """Of names with as many numbers "respectively" after them, the one in the number's place."""
        low, high = self.scene.clause(group.start)
        end = self.scene.text.find("respectively", low)
        unit = self.scene.coded.amounts[number].unit
        after = [each for each in self.scene.numbers if group.stop <= self.scene.coded.of_number(each)[0] < min(high, end)]
        after = [each for each in after if self.scene.coded.amounts[each].unit == unit][-len(group.mentions) :]
        if len(after) != len(group.mentions) or number not in after:
            return group
        return replace(group, mentions=(group.mentions[after.index(number)],))

    def in_column(self, number: int, group: Group) -> Group:
        """The group in the one column that is named just after the number: "44,000 visits in person and 55,000 online"."""
        basis = self.column(number)
        kept = [replace(each, candidates=tuple(one for one in each.candidates if _is_in(one, basis))) for each in group.mentions]
        return replace(group, mentions=tuple(kept)) if basis and all(each.candidates for each in kept) else group

    def column(self, number: int) -> str:
        """The one column of those of what is named that the words just after the number name; "" where they name none or several."""
        _, stop = self.scene.coded.of_number(number)
        said = stems_of(re.split(r" (?:#|@|,|;|but|while|from|against|compared) ?", self.scene.text[stop:] + " ; ")[0])
        named = (one for group in self.scene.groups for each in group.mentions for one in each.candidates if is_column(one))
        found = {basis for one in named if (basis := one.facts.indicator.basis) and stems_of(basis) <= said}
        return found.pop() if len(found) == 1 else ""

    def of(self, number: int) -> Group | None:
        """What stands after "of" just after the number, or before an "of which" just before it."""
        start, stop = self.scene.coded.of_number(number)
        if which := OF_WHICH.search(self.scene.text[:start]):
            return next((each for each in self.scene.groups[::-1] if each.stop <= which.start() + 1 and each.mentions), None)
        after = OF.match(self.scene.text[stop:])
        return next((each for each in self.scene.groups if after and abs(each.start - stop - after.end()) <= 1), None)

    def of_which(self, number: int) -> bool:
        """Whether the number is a part of what is named before it, and what it is is named after it: "of which 60% led to an award"."""
        start, stop = self.scene.coded.of_number(number)
        share = self.scene.coded.amounts[number].unit in ("%", "share")
        return share and bool(OF_WHICH.search(self.scene.text[:start]) and LEADS.match(self.scene.text[stop:]))

    def _part(self, number: int) -> Group | None:
        """What a share is told of: the row that is named nearest to it, but not after "of"."""
        start, _ = self.scene.coded.of_number(number)
        low, high = self.scene.clause(start)
        whole = self.of(number)
        within = matcher(r" (?:about|for|to|from|in|of|at|by|on)(?: the)? ")
        rows = [
            each
            for each in self.scene.groups
            if not each.is_whole and each is not whole and not (whole and within.fullmatch(self.scene.text[whole.stop : each.start]))
        ]
        near = [each for each in rows if low <= each.start < high] or rows
        if self.of_which(number):
            return next((each for each in near if each.start > start), None)
        _, stop = self.scene.coded.of_number(number)
        told = THEY_ARE.match(self.scene.text[stop:])
        if next_one := next((each for each in near if told and 4 <= each.start - stop <= told.end() + 1), None):
            return next_one
        before = [each for each in near if each.start < start]
        after = [
            each
            for each in near
            if each.start > start
            and not re.search(
                r" (?:as much|as many) as |, #|\( #| (?:where|which|who|whose|because|when) ", self.scene.text[start : each.start]
            )
        ]
        return before[-1] if before else after[0] if after else None

    def whole(self, group: Group) -> Group | None:
        """What the group is a part of: the total that the sentence names, else that of the table."""
        named = [each for each in self.scene.groups if each.is_whole]
        if named:
            return named[0]
        tables = {each.facts.indicator.id.split("|")[0] for mention in group.mentions for each in mention.candidates}
        totals = tuple(each for each in self.scene.candidates if each.total and each.facts.indicator.id.split("|")[0] in tables)
        return Group(0, 0, (replace(group.mentions[0], candidates=totals),)) if totals else None
