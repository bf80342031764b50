"""Each number of a sentence held against every way in which its words let it be right."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from papers.checks.amounts import Verdict, holds
from papers.checks.periods import When
from papers.checks.reading import Finding, finding_at, fits, number_words
from papers.checks.rows.bracketed import share_told
from papers.checks.rows.explaining import Told, body_sums, changes, differences, extras, levels, ratios, says, shares
from papers.checks.rows.keeping import STRANGE
from papers.checks.rows.orders import ordered_rows
from papers.checks.rows.periods import PAIR, Times
from papers.checks.rows.placing import BAR, Placing
from papers.checks.rows.roles import PLAIN_WORD, Role, counted, is_strange, names_any, role_of
from papers.checks.rows.scene import Group, Scene
from papers.checks.rows.several import together
from papers.checks.rows.sides import EXCEEDS, comparisons, exceeding, other_ways

AFTER = re.compile(
    rf"(?: (?!(?:than|as|since|over|against|above|below|behind) ){PLAIN_WORD}){{0,3}}(?: (?:of|in|to|about|from|for|at)){{0,1}}(?: (?:the|our|its))? ?"
)
LINKED = re.compile(r"(?: (?!#|,|;|@|\()\S+){0,5} ?")
BLOCKED = re.compile(
    r"=|(?<!\S)(?:range|planned|expected|expectation|budget\w*|limit|ceiling|targets?|floor|averages?|national\w*|england|forecast|neighbours|threshold)(?!\S)"
)
"""Words of measures that other readers hold."""
BETWEEN = re.compile(r" between (?!@\d+(?! and )|them|the two|these|the three|those)")
OF = re.compile(r" of (?:(?:all|the|our|its|these|those|every|total|@\d+|#\d+) )*")
RANGE = re.compile(r"(?<!\S)(?:range|between|limits|band)(?: (?!#)\S+){0,3} #\d+ (?:to|and|-|\u2013) $")
PART_OF = re.compile(
    r"(?<!rate )(?<!total )(?<!figure )(?<!level )(?<!number )(?<!average )(?<!score )(?<!\S)of (?:(?:the|all|our|its|these|those|every|@\d+) )*$"
)
TOGETHER = re.compile(
    r"(?<!\S)(?:together|combined|between them|between the two|altogether|jointly|in all|in total|in sum|added up|summed|all told|total(?:led|s|ling)?|make|come to|came to)(?!\S)"
)
SINGLE = re.compile(r"(?<!\S)(?:respectively|each|both|in turn)(?!\S)")
FLOW = re.compile(
    r"(?<!\S)(?:became|becoming|began|joined|left|ended(?! in)|started|newly|corrected|restated|instead of|rather than|would have|excluding|without|apart from|other than|but for)(?!\S)"
)
"""Words of what came and went, of a part, or of what is not: no figure of how many there are."""
OF_QUARTER = re.compile(r"quarter|months|end| (?:to|and|-|\u2013) ", re.IGNORECASE)
MADE = re.compile(r"(?<!\S)(?:making|leaving|rest|balance|remainder|remaining|in all|altogether)(?!\S)")
FROM_TO = re.compile(r"(?<!\S)from #\d+(?: (?!#|;|,)\S+){0,3} to (?:(?:just|only|about|some) )?$")
LED = re.compile(r"(?<!\S)(?:from|to|at) $")
THEN = re.compile(
    r"(?<!\S)(?:then|earlier|before|had|previous\w*|former\w*|each|every|once|peak\w*|start\w*|began|until|spring|summer|autumn|winter)(?!\S)"
)
"""Words of another time than the latest."""
ENDED = re.compile(r" (?:,|\.|;|\)|in|at|from|and|over|@)|$")
NEXT_NUMBER = re.compile(r" (?:of )?(?:the |its |their )*#(\d+)")
OF_NUMBER = re.compile(r"#(\d+) (?:\S+ )?(?:out )?of (?:the |all |our )?#(\d+)")
APPENDED = re.compile(r" (?:\.|,|;|\)|of (?:them|these|those|the total|all)(?!\S))|$")
"""After a share of which the numbers before it tell."""
PART = re.compile(r" (?:of|the #\d+|(?:were|was|are|is) (?:for|about|from|in|to))(?!\S)")
SHARING = re.compile(
    r"(?<!\S)(?:account\w*|come to|comes to|came to|represent\w*|constitut\w*|amount\w*|share|proportion|concern\w*|came from|come from|went to|goes to|led to|lead to|ended in|belong\w*|per|out of)(?!\S)"
)
"""Words of a part of a whole."""
AMONG = re.compile(r"(?<!\S)(?:of|among) (?:these|those|whom|which|them)(?= (?:#|,|\())")
SMALL = Decimal(12)


def _titles(group: Group) -> frozenset[str]:
    """What the group's names may be."""
    return frozenset(title for each in group.mentions for title in each.titles)


@dataclass
class Judge:
    """The numbers of a sentence while they are held against what they may be."""

    scene: Scene
    default: Group | None = None
    """What the sentence is about where it names nothing."""
    times: Times = field(init=False)

    def __post_init__(self) -> None:
        self.times = Times(self.scene)

    def findings(self) -> Iterator[Finding]:
        """What each number says, and whether it holds; nothing of those that are about something else."""
        for number in self.scene.numbers:
            found = self._judged(number)
            if found:
                yield found

    def _judged(self, number: int) -> Finding | None:
        role = role_of(self.scene, number)
        group = self.subject(number, role)
        if group is None or not group.mentions or role.kind == "other":
            return None
        if found := share_told(self.scene, number, self.times.told(number), self.whole(group)):
            return found
        part = group.is_whole and re.match(r" (?:out )?of (?:the |all |our )?#", self.scene.text[self.scene.coded.of_number(number)[1] :])
        if part or is_strange(self.scene, number, group) or (role.kind == "level" and group is self._of(number)):
            return finding_at(self.scene.coded, self.scene.coded.of_number(number), "unknown", "level", STRANGE)
        tries = self._tries(number, role, group)
        verdict, told = self._verdict(number, role, tries)
        if told is None:
            return None
        if verdict == "false" and (not self._is_bound(number, role, group) or self._is_excused(number, role, group)):
            return None
        kind = {"level": "level", "change": "change", "share": "share"}[role.kind]
        span = self.scene.coded.of_number(number)
        says_so = told.words
        wording = says_so if verdict == "false" else ""
        return replace(finding_at(self.scene.coded, span, verdict, kind, says_so, computed=says_so, wording=wording), bound=True)

    def _verdict(self, number: int, role: Role, tries: Sequence[Told]) -> tuple[Verdict, Told | None]:
        """The kindest verdict of what the number may be; None where nothing has its unit."""
        amount = self.scene.coded.amounts[number]
        found = [(self._way_holds(role, told, says(amount, told)), told) for told in tries if says(amount, told) is not None]
        if per := self._per(number):
            found = [
                (said if told.unit.replace(",", "").endswith(per) else "false", told)
                for said, told in found
                if told.unit.startswith("rate")
            ]
        for word in ("true", "rounded", "false"):
            if best := next((each for each in found if each[0] == word), None):
                return best[0] or "unknown", best[1]
        return "unknown", None

    def _per(self, number: int) -> str:
        """Of a rate: of how many it is said to be."""
        _, stop = self.scene.coded.of_number(number)
        found = re.match(r"(?: (?!#)\S+){0,2}? ~\D*((?:\d+-)*\d+)(?!\S)", self.scene.text[stop:])
        return "per " + found[1].replace("-", "") if found and "000" in found[1] else ""

    def _way_holds(self, role: Role, told: Told, verdict: Verdict | None) -> Verdict | None:
        return "false" if role.way and told.way != role.way else verdict

    def subject(self, number: int, role: Role) -> Group | None:
        """What the number is said of: the row just after it, the last one before it in its clause, or what else is named."""
        start, stop = self.scene.coded.of_number(number)
        low, high = self.scene.clause(start)
        text, groups = self.scene.text, self.scene.groups
        rows = [each for each in groups if not each.is_whole]
        wholes = [each for each in groups if each.is_whole]
        near = [each for each in groups if each.start >= stop and AFTER.fullmatch(text[stop : each.start])]
        if role.kind == "level" and PART_OF.search(text[:start]):
            named = [*(each for each in near if each.is_whole), *(each for each in rows if low <= each.start < start)]
            return next(iter(near or [self.whole(each) or each for each in named]), None)
        before = [each for each in rows if low <= each.start < start and not BAR.search(text[: each.start])]
        if role.kind == "share" and (part := self._part(number) or self._of(number)):
            return part
        linked = [each for each in rows if each.start >= stop and LINKED.fullmatch(text[stop : each.start])]
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
        found = next((each[0] for each in choice if each), self.default)
        return self._in_order(number, found) if found and len(found.mentions) > 1 else found

    def _in_order(self, number: int, group: Group) -> Group:
        """Of names with as many numbers "respectively" after them, the one in the number's place."""
        low, high = self.scene.clause(group.start)
        after = [each for each in self.scene.numbers if group.stop <= self.scene.coded.of_number(each)[0] < high]
        if "respectively" not in self.scene.text[low:] or len(after) != len(group.mentions) or number not in after:
            return group
        return replace(group, mentions=(group.mentions[after.index(number)],))

    def _of(self, number: int) -> Group | None:
        """What stands after "of" just after the number."""
        _, stop = self.scene.coded.of_number(number)
        after = OF.match(self.scene.text[stop:])
        return next((each for each in self.scene.groups if after and abs(each.start - stop - after.end()) <= 1), None)

    def _part(self, number: int) -> Group | None:
        """What a share is told of: the row that is named nearest to it, but not after "of"."""
        start, _ = self.scene.coded.of_number(number)
        low, high = self.scene.clause(start)
        whole = self._of(number)
        within = re.compile(r" (?:about|for|to|from|in|of|at|by|on)(?: the)? ")
        rows = [
            each
            for each in self.scene.groups
            if not each.is_whole and each is not whole and not (whole and within.fullmatch(self.scene.text[whole.stop : each.start]))
        ]
        near = [each for each in rows if low <= each.start < high] or rows
        before = [each for each in near if each.start < start]
        after = [
            each
            for each in near
            if each.start > start and not re.search(r" (?:where|which|who|whose|because|when) ", self.scene.text[start : each.start])
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

    def _tries(self, number: int, role: Role, group: Group) -> list[Told]:
        """What the words let the number be."""
        told, text = self.times.told(number), self.scene.text
        single = bool(SINGLE.search(text)) or not TOGETHER.search(text)
        found: list[Told] = []
        if role.kind == "change":
            if sides := exceeding(self.scene, self.scene.coded.of_number(number)[0]):
                return [replace(each, way=each.way * sides[2] * (role.way or 1)) for each in differences(sides[0], sides[1], told)]
            other = self._other(role)
            if other:
                return list(differences(group, other, told))
            found += changes(group, told, self.times.compared(number, role.than) or self.times.stepped(number))
            if not self.times.compared(number, role.than):
                for each in self.scene.groups:
                    if each.mentions and _titles(each).isdisjoint(_titles(group)):
                        found += differences(group, each, told)
            return found
        if self.scene.coded.amounts[number].unit == "time":
            return list(self._times(number, group, told))
        whens: list[When | None] = (
            [self.times.own(number)] if self.times.own(number) else list(self.times.compared(number, role.than)) if role.base else told
        )
        found += levels(group, whens, single=single)
        found += extras(group, whens)
        found += body_sums(group, self.scene.candidates, whens) if group.is_whole else ()
        if role.base and self.times.own(number) is None:
            found += self._history(group)
        if role.kind == "share":
            found += self._shares(group, told, number)
        return found

    def _times(self, number: int, group: Group, told: Sequence[When | None]) -> Iterator[Told]:
        """How many times one name's figure is another's, or the sentence's numbers before and after are."""
        for each in self.scene.groups:
            if each.mentions and _titles(each).isdisjoint(_titles(group)):
                yield from ratios(group, each, told)
        if number and re.match(r" (?:as many as )?the #", self.scene.text[self.scene.coded.of_number(number)[1] :]):
            one, two = (self.scene.coded.amounts[n].plain for n in (number - 1, number + 1))
            if two:
                yield Told(one / two, "times", f"{number_words(one)} is {one / two:.2f} times {number_words(two)}")

    def _other(self, role: Role) -> Group | None:
        """What the words after "than" name."""
        tail = self.scene.text[role.than :]
        than = re.match(r"(?: (?!#|@|,|;)\S+){0,8}? (?:than|as|of|on|over)(?: (?:in|at|for|to|about|from|the|by|had|were|a))* ", tail)
        if than is None and not role.beside:
            return None
        if than is None:
            than = re.match(r"(?: in| at| for| to| about| from| the| by| had| a)* ", tail)
        at = role.than + (than.end() if than else 0)
        return next((each for each in self.scene.groups if role.than >= 0 and abs(each.start - at) <= 1), None)

    def _history(self, group: Group) -> Iterator[Told]:
        """The figures of every period."""
        for mention in group.mentions:
            for each in mention.candidates:
                for seen in each.timeline.observations:
                    if (value := seen.number("actual")) is not None:
                        yield Told(value, each.facts.unit, f"{each.facts.indicator.title} in {seen.period.spoken}")

    def _shares(self, group: Group, told: Sequence[When | None], number: int) -> Iterator[Told]:
        found = list(self._of_numbers(number))
        yield from found
        if found and NEXT_NUMBER.match(self.scene.text[self.scene.coded.of_number(number)[1] :]):
            return
        if (named := self._of(number)) and named.mentions and named is not group:
            found = list(shares(group, named, told))
            if found:
                yield from found
                return
        whole = self.whole(group)
        if whole and whole is not group:
            yield from shares(group, whole, told)
        for one, two in itertools.permutations([each for each in self.scene.groups if each.mentions and each is not whole], 2):
            yield from shares(one, two, told)

    def _of_numbers(self, number: int) -> Iterator[Told]:
        """The number before in percent of the one after: "to 7,000, half the 18,000 of the summer"."""
        amounts = self.scene.coded.amounts
        _, stop = self.scene.coded.of_number(number)
        after = NEXT_NUMBER.match(self.scene.text[stop:])
        pairs = [(number - 1, int(after[1]))] if after and number else []
        pairs += [(int(each[1]), int(each[2])) for each in OF_NUMBER.finditer(self.scene.text)]
        if APPENDED.match(self.scene.text[stop:]):
            plain = [n for n in self.scene.numbers if n < number and amounts[n].unit not in ("%", "share", "points", "time")]
            pairs += list(itertools.permutations(plain, 2))
        for part, whole in pairs:
            if amounts[part].unit in ("%", "share", "points"):
                continue
            one, two = amounts[part].plain, amounts[whole].plain
            if two and one <= two:
                yield Told(one * 100 / two, "%", f"{number_words(one)} of {number_words(two)} is {one * 100 / two:.1f}%")

    def _is_bound(self, number: int, role: Role, group: Group) -> bool:
        """Whether the words bind the number to the group so fully that it is nothing else's."""
        coded, text = self.scene.coded, self.scene.text
        start, _ = coded.of_number(number)
        low, high = self.scene.clause(start)
        amount = coded.amounts[number]
        if not group.is_sure or FLOW.search(text[low:high]) or AMONG.search(text[low:start]):
            return False
        if amount.unit == "" and self._counts_otherwise(group):
            return False
        if role.kind == "share" and not self._is_share(number, group):
            return False
        if role.kind == "change" and EXCEEDS.search(text[low:start]) and exceeding(self.scene, start) is None:
            return False
        if (
            BLOCKED.search(self._near(number))
            or RANGE.search(text[:start])
            or self._is_of_month(number, group)
            or (BETWEEN.search(text) and not PAIR.search(text))
        ):
            return False
        if group is self.default and role.kind == "level" and not self._names_kind(number, group):
            return False
        if amount.plain <= SMALL and amount.unit == "" and role.kind == "level":
            return self._is_told_plainly(number, group)
        return True

    def _is_told_plainly(self, number: int, group: Group) -> bool:
        """Whether a small number stands just after the name, just before it, or after a word that leads to it."""
        text = self.scene.text
        start, stop = self.scene.coded.of_number(number)
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

    def _is_excused(self, number: int, role: Role, group: Group) -> bool:
        """Whether something else that the sentence speaks of may be what the number says."""
        amount = self.scene.coded.amounts[number]
        if self._per(number):
            return False
        for told in self._loose(role, group, number):
            if says(amount, told) in ("true", "rounded"):
                return True
        others = [each.plain for n, each in enumerate(self.scene.coded.amounts) if n != number and each.unit == amount.unit]
        sums = [one + two for one, two in itertools.combinations(others, 2)] + [
            abs(one - two) for one, two in itertools.combinations(others, 2)
        ]
        return (
            (role.kind == "change" or bool(MADE.search(self.scene.text)))
            and amount.unit != "share"
            and any(holds(amount, each) == "true" for each in sums)
        )

    def _is_open(self, number: int, role: Role, group: Group) -> bool:
        """Whether the words leave open of which period the number is: several are told of the group, or some other time."""
        others = [
            each for each in self.scene.numbers if each != number and self.scene.coded.amounts[each].unit not in ("%", "share", "points")
        ]
        same = any(self.subject(each, role_of(self.scene, each)) is group for each in others)
        if FROM_TO.search(self.scene.text[: self.scene.coded.of_number(number)[0]]) and not THEN.search(self.scene.text):
            same = False
        return role.base or same or bool(self.scene.coded.whens) or bool(THEN.search(self.scene.text))

    def _loose(self, role: Role, group: Group, number: int) -> Iterator[Told]:
        """What the number may be of all that is named, in any period that the words leave open."""
        start, _ = self.scene.coded.of_number(number)
        low, high = self.scene.clause(start)
        own = self.times.own(number)
        near = [each for each in self.scene.groups if each.mentions and (low <= each.start < high or each is group)]
        for each in near:
            if role.kind != "change":
                yield from levels(each, [own] if own else self.times.told(number), single=True)
            if role.kind != "change" and own is None and each is group and self._is_open(number, role, group):
                yield from self._history(each)
            if own is None and role.kind == "level" and not LED.search(self.scene.text[:start]):
                yield from changes(each, [None], [])
        if BLOCKED.search(self.scene.text):
            for candidate in (one for each in near for mention in each.mentions for one in mention.candidates):
                for seen in candidate.timeline.observations:
                    others = [found for name, value in seen.values.items() if name != "actual" and (found := value.number) is not None]
                    yield from (Told(other, candidate.facts.unit, "") for other in others)
        for one, two in (pair for pair in itertools.permutations(near, 2) if _titles(pair[0]).isdisjoint(_titles(pair[1]))):
            if role.kind != "share":
                yield from differences(one, two, self.times.told(number))
            yield from shares(one, two, self.times.told(number))


def judged_of(scene: Scene, default: Group | None = None) -> list[Finding]:
    """What the sentence says in numbers and of places; `default` is what it is about where it names nothing."""
    return [
        *Judge(scene, default).findings(),
        *Placing(scene, default).findings(),
        *comparisons(scene),
        *other_ways(scene),
        *together(scene),
        *ordered_rows(scene),
    ]
