"""What the words let a number be: figures of its group, their changes, differences and shares."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from papers.checks.language.amounts import SCALES
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.naming import is_column, table_of
from papers.checks.reading import number_words
from papers.checks.rows.about import About, titles_of
from papers.checks.rows.across import across, across_changes, all_before, between_columns, column_shares
from papers.checks.rows.explaining import (
    Told,
    body_sums,
    changes,
    differences,
    extras,
    history,
    levels,
    ratios,
    shares,
    so_far,
    steps,
    sums_before,
)
from papers.checks.rows.periods import Times
from papers.checks.rows.roles import Role
from papers.checks.rows.scene import Group, Scene, row_of
from papers.checks.rows.sides import exceeding

TOGETHER = matcher(
    r"(?<!\S)(?:together|combined|between them|between the two|altogether|jointly|in all|in total|in sum|added up|summed|all told|total(?:led|s|ling)?|make|come to|came to)(?!\S)"
)
SINGLE = matcher(r"(?<!\S)(?:respectively|each|both|in turn)(?!\S)")
NEXT_NUMBER = matcher(r" (?:of )?(?:the |its |their )*#(\d+)")
FROM_TO = matcher(
    r"(?<!\S)from #(?P<a>\d+)(?: (?!#|;|and |but )\S+){0,6}? to #(?P<b>\d+)(?: (?!#|;|,|and |but )\S+){0,4} ,(?: which is| that is)? (?:a|an) (?:(?!#)\S+ ){1,3}(?:of )?(?:(?:about|some|just|over|nearly|almost|around) )*$"
)
"""Before a step between two numbers that the sentence gives."""
OF_NUMBER = matcher(r"#(\d+) (?:\S+ )?(?:out )?of (?:the |all |our )?#(\d+)")
NUMBERED = matcher(
    r"(?: (?:than|on|over|from|of|as))?(?: (?:the|that|those|its|their|our|last|@\d+|s|'s))* #(\d+)(?= (?:of|in|for|at|[,.;)])(?!\S))(?! of (?:the|them))"
)
"""After a distance, the number that it is from."""
BEFORE = (When("previous", "the quarter before"),)
"""What a share is compared with where no period is named: "rose from 67% to 68%"."""
LEAST = 10
"""Below which a number in words counts names, not what they have."""
APPENDED = matcher(r" (?:\.|,|;|\)|of (?:them|these|those|the total|all)(?!\S))|$")
"""After a share of which the numbers before it tell."""


@dataclass
class Tries:
    """A sentence while what its numbers may be is gathered."""

    scene: Scene
    times: Times
    about: About

    def of(self, number: int, role: Role, group: Group) -> list[Told]:
        """What the words let the number be."""
        told, text = self.times.told(number), self.scene.text
        single = bool(SINGLE.search(text)) or not TOGETHER.search(text)
        if role.kind == "change":
            return self._changes(number, role, group)
        if self.scene.coded.amounts[number].unit == "time":
            return list(self._times(number, group, told))
        whens: list[When | None] = (
            [self.times.own(number)] if self.times.own(number) else list(self.times.compared(number, role.than)) if role.base else told
        )
        found = list(levels(group, whens, single=single))
        if role.kind == "level" and self.times.own(number) and not found:
            return []
        every = across(self.scene, group, self.scene.coded.of_number(number)[0])
        found += levels(every, [*whens, *told], single=False) if every else ()
        found += extras(group, whens)
        found += [each for many in self.times.several for each in so_far(group, many)]
        found += body_sums(group, self.scene.candidates, whens) if group.is_whole else ()
        together = all_before(self.scene, self.scene.coded.of_number(number)[0]) if TOGETHER.search(text) else None
        found += levels(together, whens, single=False) if together else ()
        if role.base and self.times.own(number) is None:
            found += history(group)
            found += [*history(every), *sums_before(every)] if every else ()
        if role.kind == "share":
            found += self._shares(group, [*told, *(whens or BEFORE)] if role.base else told, number)
        return found

    def _changes(self, number: int, role: Role, group: Group) -> list[Told]:
        """The changes and differences that the words let the number be."""
        told = self.times.told(number)
        if sides := exceeding(self.scene, self.scene.coded.of_number(number)[0]):
            apart = [
                *differences(sides[0], sides[1], told),
                *(each for one in sides[:2] for each in between_columns(self.scene, one, told)),
            ]
            return [replace(each, way=each.way * sides[2] * (role.way or 1)) for each in apart]
        other = self._other(role)
        if other and titles_of(other) != titles_of(group):
            return list(differences(group, other, told))
        if own := list(self._stepped(number)) or list(self._from_number(role, group, told)):
            return own
        found = list(changes(group, told, self.times.compared(number, role.than) or self.times.stepped(number)))
        if not self.times.compared(number, role.than):
            for each in self.scene.groups:
                if each.mentions and titles_of(each).isdisjoint(titles_of(group)):
                    found += differences(group, each, told)
        return found + list(across_changes(self.scene, group, told, self.times.compared(number, role.than)))

    def _times(self, number: int, group: Group, told: Sequence[When | None]) -> Iterator[Told]:
        """How many times one name's figure is another's, or the sentence's numbers before and after are."""
        for each in self.scene.groups:
            if each.mentions and titles_of(each).isdisjoint(titles_of(group)):
                yield from ratios(group, each, told)
        if number and re.match(r" (?:as many as )?the #", self.scene.text[self.scene.coded.of_number(number)[1] :]):
            one, two = (self.scene.coded.amounts[n].plain for n in (number - 1, number + 1))
            if two:
                yield Told(one / two, "times", f"{number_words(one)} is {one / two:.2f} times {number_words(two)}")

    def _stepped(self, number: int) -> Iterator[Told]:
        """The step between the two numbers just before, of which it is told: "from 6,142 to 8,615, a rise of 40%"."""
        found = FROM_TO.search(self.scene.text[: self.scene.coded.of_number(number)[0]])
        if found:
            one, two = (self.scene.coded.amounts[int(found[each])] for each in ("a", "b"))
            if one.unit == two.unit and one.plain and not (one.around or two.around):
                unit = "points" if one.unit == "%" else "count"
                yield from steps(two.plain, one.plain, unit, f"from {number_words(one.plain)} to {number_words(two.plain)}")

    def _from_number(self, role: Role, group: Group, told: Sequence[When | None]) -> Iterator[Told]:
        """How far the group's figure is from the number that is told at once: "44% below the 3,980 of January to March"."""
        base = NUMBERED.match(self.scene.text[role.than :]) if role.than >= 0 else None
        for each in levels(group, told, single=True) if base else ():
            amount = self.scene.coded.amounts[int(base[1])] if base else None
            if amount and not amount.unit and not amount.around:
                value = each.value * SCALES.get(each.unit, Decimal(1))
                words = f"{each.words}, from {number_words(amount.plain)}"
                yield from (replace(one, value=one.value) for one in steps(value, amount.plain, "count", words))

    def _other(self, role: Role) -> Group | None:
        """What the words after "than" name."""
        tail = self.scene.text[role.than :]
        than = re.match(
            r"(?: (?!#|@|,|;|and |but |while )\S+){0,8}? (?:than|as|of|on|over)(?: (?:in|at|for|to|about|from|the|by|had|were|a))* ", tail
        )
        if than is None and not role.beside:
            return None
        if than is None:
            than = re.match(r"(?: in| at| for| to| about| from| the| by| had| a)* ", tail)
        at = role.than + (than.end() if than else 0)
        return next((each for each in self.scene.groups if role.than >= 0 and abs(each.start - at) <= 1), None)

    def _shares(self, group: Group, told: Sequence[When | None], number: int) -> Iterator[Told]:
        found = list(self._of_numbers(number))
        yield from found
        yield from self._of_next(group, told, number)
        if found and NEXT_NUMBER.match(self.scene.text[self.scene.coded.of_number(number)[1] :]):
            return
        if (named := self.about.of(number)) and named.mentions and named is not group:
            found = [*shares(group, named, told), *self._of_column(group, named, told)]
            together = all_before(self.scene, self.scene.coded.of_number(number)[0]) if TOGETHER.search(self.scene.text) else None
            found += shares(together, named, told) if together else ()
            if found:
                yield from found
                return
        for each in (one for one in self.scene.groups if one.mentions):
            yield from column_shares(self.scene, each, told, self.scene.coded.of_number(number)[1])
        whole = self.about.whole(group)
        together = all_before(self.scene, self.scene.coded.of_number(number)[0]) if TOGETHER.search(self.scene.text) else None
        if whole and together:
            yield from shares(together, whole, told)
        if whole and whole is not group:
            yield from shares(group, whole, told)
            if (one := across(self.scene, group)) and (two := across(self.scene, whole)):
                yield from shares(one, two, told)
        for one, two in itertools.permutations([each for each in self.scene.groups if each.mentions and each is not whole], 2):
            yield from shares(one, two, told)

    def _of_column(self, group: Group, named: Group, told: Sequence[When | None]) -> Iterator[Told]:
        """The share of the group's row in the total of a column, where "of those online" names the row in that column alone."""
        rows = {row_of(one) for each in group.mentions for one in each.candidates}
        for one in (one for each in named.mentions for one in each.candidates if is_column(one) and row_of(one) in rows):
            basis, table = one.facts.indicator.basis, table_of(one)
            totals = [
                each for each in self.scene.candidates if each.total and table_of(each) == table and each.facts.indicator.basis == basis
            ]
            if totals:
                mention = named.mentions[0]
                part, whole = (replace(named, mentions=(replace(mention, candidates=tuple(each)),)) for each in ([one], totals))
                yield from shares(part, whole, told)

    def _sum_of(self, number: int, whole: int) -> Iterator[Told]:
        """All numbers before that one, taken together, in percent of the whole."""
        amounts = self.scene.coded.amounts
        parts = [amounts[n].plain for n in self.scene.numbers if n < number and amounts[n].unit == amounts[whole].unit]
        one, two = sum(parts, Decimal(0)), amounts[whole].plain
        if len(parts) > 1 and two and one <= two:
            yield Told(one * 100 / two, "%", f"{number_words(one)} of {number_words(two)} is {one * 100 / two:.1f}%")

    def _of_next(self, group: Group, told: Sequence[When | None], number: int) -> Iterator[Told]:
        """The group's figure in percent of the number after "of": "a fifth of the 673,300 tonnes came through the centres"."""
        after = NEXT_NUMBER.match(self.scene.text[self.scene.coded.of_number(number)[1] :])
        whole = self.scene.coded.amounts[int(after[1])].plain if after else Decimal(0)
        for each in levels(group, told, single=True) if whole else ():
            own = each.value * SCALES.get(each.unit, Decimal(1))
            if own <= whole and each.unit != "percent":
                yield Told(own * 100 / whole, "%", f"{number_words(own)} of {number_words(whole)} is {own * 100 / whole:.1f}%")

    def _of_numbers(self, number: int) -> Iterator[Told]:
        """The number before in percent of the one after: "to 7,000, half the 18,000 of the summer"."""
        amounts = self.scene.coded.amounts
        _, stop = self.scene.coded.of_number(number)
        after = NEXT_NUMBER.match(self.scene.text[stop:])
        pairs = [(n, int(after[1])) for n in range(number - 1, -1, -1)] if after else []
        pairs += [(int(each[1]), int(each[2])) for each in OF_NUMBER.finditer(self.scene.text)]
        if after and TOGETHER.search(self.scene.text):
            yield from self._sum_of(number, int(after[1]))
        if APPENDED.match(self.scene.text[stop:]):
            plain = [
                n
                for n in self.scene.numbers
                if n < number
                and amounts[n].unit not in ("%", "share", "points", "time")
                and not (amounts[n].word and amounts[n].plain < LEAST)
            ]
            pairs += list(itertools.permutations(plain, 2))
        for part, whole in pairs:
            if amounts[part].unit in ("%", "share", "points"):
                continue
            one, two = amounts[part].plain, amounts[whole].plain
            if amounts[part].scale == 1 and one * amounts[whole].scale <= two:
                one *= amounts[whole].scale
            if two and one <= two:
                yield Told(one * 100 / two, "%", f"{number_words(one)} of {number_words(two)} is {one * 100 / two:.1f}%")
