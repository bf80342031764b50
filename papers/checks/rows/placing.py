"""Places among the rows of a table, or among the periods of one row: "the second busiest branch", "the only service with more"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from papers.checks.facts import stem
from papers.checks.language.amounts import Verdict
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.naming import key_of, table_of
from papers.checks.reading import Finding, finding_at, number_words
from papers.checks.rows.neighbours import of_rows, steps_of
from papers.checks.rows.periods import Times, observed
from papers.checks.rows.roles import known_words
from papers.checks.rows.scene import Group, Scene
from papers.dataset import Observation

HIGH = r"(?<=the )most|highest|largest|biggest|greatest|busiest|steepest|heaviest|sharpest|longest|top"
LOW = r"fewest|lowest|smallest|least|quietest|lightest|shortest"
NTH = {"second": 2, "next": 2, "third": 3, "fourth": 4, "fifth": 5}
RANK = matcher(
    rf"(?<!\S)(?:the )?(?:(?P<nth>{'|'.join(NTH)})[- ]?)?(?:(?P<high>{HIGH})|(?P<low>{LOW}))(?! recent| likely| common| part| of the| for \S+ (?:quarters|years))(?!\S)"
)
SECOND = matcher(
    rf"(?<!\S)(?:(?:came|comes|coming|ranks?|ranked|placed|lies|stands|is|was|in) (?:the )?(?P<nth>first|{'|'.join(NTH)})(?: place)?(?! only)(?= (?:,|\.|with|among|behind|after|in|on|to)|$)|the (?P<nth2>second|third|fourth|fifth)(?= (?:,|\.|with)|$)|(?P<to>second only to|behind only))(?!\S)"
)
RISE = matcher(
    r"^(?: (?!#|@|,)\S+)? (?:(?P<up>rise|increase|growth|gain|jump|climb|surge)|(?P<down>fall|drop|decrease|reduction|decline|cut|loss))(?!\S)"
)
LISTED = matcher(r"(?: (?:with|at|on|\(|\)|,|#\d+))*(?: and| ,)(?: the)? ")
RISEN = matcher(
    r"(?<!\S)(?:rise|increase|growth|gain|jump|fall|drop|decrease|reduction|decline)(?: (?!,|;)\S+){0,4} (?:is|was|being) (?:also )?$"
)
"""Before a superlative that is of a change."""
ACROSS_TIME = matcher(
    r"^(?: (?!#|,|;)\S+){0,4}? (?:since|ever|yet|so far|on record|#\d+ (?:quarters?|years?|periods?|months?)|(?<!the )(?<!this )(?<!that )(?:quarter|period|month)|quarters|years?|periods|months|of the year|of @\d+(?! to)|@\d+ to @\d+|figures|any time)(?!\S)"
    r"|^(?: (?!#|,|;)\S+){0,4} (?:of|in|for|over) (?:the |these |all )?(?:last |past )?#\d+(?= \.|$| ,)"
)
AFTER_BE = matcher(
    r"(?: (?!#|,|;|\.|and |but )\S+){0,8}? (?:was|is|are|were|being|remains?|remained|came from|came to|went to|came in|has been|:|,|by|at)(?: (?:still|again|the|those|that|from|for|of|in|at|to|children|calls|complaints|about))* "
)
BAR = matcher(r"(?:after|bar|behind|apart from|except(?: for)?|other than|next to|but for|only to)(?: the)? $")
ONLY = matcher(
    r"(?<!\S)the (?:only|sole|single) (?:one|\S+)(?: (?:of|in|among) (?:the|these|those|them)(?: \S+){0,2}?)? (?:with|to|where|that|which|whose|in which|for which|showing|seeing|having)(?!\S)"
)
WAY = matcher(
    r"(?<!\S)(?:(?P<up>more|higher|rose|rise|risen|increase[ds]?|grew|grown|grow|growth|up|gain\w*|busier|climb\w*)|(?P<down>fewer|less|lower|fell|fall|fallen|decrease[ds]?|decline[ds]?|drop\w*|down|lost|quieter|shrank))(?!\S)"
)
NOUNS = frozenset(
    re.findall(
        r"\S+",
        """number numbers share rate group source volume figure figures count total with by in of for on and at among user users category
        service services area areas branch line lines row rows kind type band bands age part contributor one was is were are being single
        remains proportion place site sites result score""",
    )
)
"""What may follow a superlative that is of rows."""
PASSED = matcher(r"(?<!\S)(?:overt\w+|passed|passing|replac\w+|exceed\w*|outnumber\w*|ahead of|above|below|than)(?: the)? $")
"""Before the row that another one is told to be beyond, of which a place after it is not told."""
WHEN_IT_WAS = matcher(r"@\d+(?: ,)? (?:when|which)(?: (?!,|;)\S+){0,6} $")
"""Before a place that is told of the period just named: "than in March, when 401 was the most"."""
LEAST_ROWS = 3
BESIDE = matcher(
    r" (?:(?!#|@|,|;)\S+ ){0,4}?(?:(?:, |\( )?(?:at |with )?#\d+ (?:, |\) )?)?than (?!(?:(?:in|at|on|for|during|the|a) )*@|before|ever)"
)
"""After a way that is told from another thing, not from another time: "with more visits in person than online"."""


@dataclass
class Placing:
    """What a sentence says of places, held against the rows of the table and the periods of the row."""

    scene: Scene
    default: Group | None = None

    def findings(self) -> Iterator[Finding]:
        """Every such statement."""
        text = self.scene.text
        for found in (*RANK.finditer(text), *SECOND.finditer(text)):
            guarded = any(start <= found.start() < stop for start, stop in self.scene.guards)
            if guarded or DENIED.search(text[: found.start()]) or WHEN_IT_WAS.search(text[: found.start()]):
                continue
            in_time = found.re == RANK and bool(ACROSS_TIME.match(text[found.end() :]))
            tries = list(self._in_time(found) if in_time else self._among_rows(found))
            yield from self._told("rank", found, tries)
        for found in SO.finditer(text):
            yield from self._told("rank", found, list(self._so(found)))
        for found in ONLY.finditer(text):
            if not any(start <= found.start() < stop for start, stop in self.scene.guards):
                yield from self._told("rank", found, list(self._only(found)))

    def _told(self, kind: str, found: re.Match[str], tries: Sequence[tuple[Verdict, str]]) -> Iterator[Finding]:
        best = next((each for word in ("true", "false") for each in tries if each[0] == word), None)
        if best:
            says = best[1]
            made = finding_at(self.scene.coded, found.span(), best[0], kind, says, wording=says if best[0] == "false" else "")
            yield replace(made, bound=True)

    def _group(self, at: int, end: int) -> Group | None:
        """The row that the words at that place tell of: what "is" the largest, else the last one before, else the first after."""
        low, high = self.scene.clause(at)
        rows = [each for each in self.scene.groups if not each.is_whole and not BAR.search(self.scene.text[: each.start])]
        after = AFTER_BE.match(self.scene.text[end:])
        told = [each for each in rows if after and abs(each.start - end - after.end()) <= 1]
        before = [each for each in rows if low <= each.start < at and not PASSED.search(self.scene.text[: each.start])]
        later = [each for each in rows if end <= each.start < high]
        return next((each[0] for each in (told, before[::-1], later, [each for each in rows if each.start < low][::-1]) if each), None)

    def _whens(self, at: int) -> list[When | None]:
        return Times(self.scene).told_at(at)

    def _among_rows(self, found: re.Match[str]) -> Iterator[tuple[Verdict, str]]:
        """The place of the row among those of its table, by level or by change."""
        group = self._group(found.start(), found.end())
        tail = self.scene.text[found.end() :]
        if (
            group is None
            or not group.is_sure
            or self._is_listed(group)
            or RISEN.search(self.scene.text[: found.start()])
            or not self._is_parted(group)
            or len(group.mentions) != 1
            or (found.re == RANK and not self._is_of_rows(tail, group))
        ):
            return
        change = RISE.match(tail)
        groups = found.groupdict()
        place = NTH.get(groups.get("nth") or groups.get("nth2") or "", 2 if groups.get("to") else 1)
        low = bool(groups.get("low"))
        for one in group.mentions[0].candidates:
            for when in self._whens(found.start()):
                for body in (("body",), ("body", "subtotal")):
                    told = [of_rows(self.scene.candidates, one, when, change, body)]
                    told += [of_rows(self.scene.candidates, one, when, change, body, relative=True)] if change else []
                    for every in told:
                        numbers = {key: number for key, number in every.items() if place > 1 or key not in self._left_out()}
                        if key_of(one) in numbers and len(numbers) >= LEAST_ROWS:
                            told_of = [_placed(numbers, key_of(one), place, low=low), *self._next_to(found, numbers, place, low=low)]
                            yield next((each for each in told_of if each[0] == "false"), told_of[0])

    def _is_listed(self, group: Group) -> bool:
        """Whether the row is the last of a list with numbers: "Claims (5), Gateways (6) and Education (6) had the fewest"."""
        before = [each for each in self.scene.groups if each.stop <= group.start and not each.is_whole]
        return bool(before) and bool(LISTED.fullmatch(self.scene.text[before[-1].stop : group.start]))

    def _left_out(self) -> frozenset[str]:
        """The rows that are told as left out: "the busiest line bar Highways"."""
        groups = [each for each in self.scene.groups if BAR.search(self.scene.text[: each.start])]
        return frozenset(title for each in groups for mention in each.mentions for title in mention.titles)

    def _next_to(self, found: re.Match[str], numbers: dict[str, Decimal], place: int, *, low: bool) -> Iterator[tuple[Verdict, str]]:
        """Whether the row that is told to stand just before does: "second only to Highways"."""
        nearer = next((each for each in self.scene.groups if found.groupdict().get("to") and 0 <= each.start - found.end() <= 1), None)
        for one in nearer.mentions[0].candidates if nearer and len(nearer.mentions) == 1 else ():
            if key_of(one) in numbers:
                yield _placed(numbers, key_of(one), place - 1, low=low)

    def _so(self, found: re.Match[str]) -> Iterator[tuple[Verdict, str]]:
        """Whether the row's figure is beyond all since that period."""
        group = self._group(found.start(), found.end()) or self.default
        since = self.scene.coded.whens[int(found["when"])]
        for one in group.mentions[0].candidates if group and group.is_sure and len(group.mentions) == 1 else ():
            now, begun = one.timeline.current, next(iter(one.timeline.meant(since, "actual")), None)
            own = now.number("actual")
            if begun is None or own is None:
                continue
            between = [
                n
                for each in one.timeline.observations
                if begun.period.end < each.period.end < now.period.end and (n := each.number("actual")) is not None
            ]
            right = all(own < each if found["low"] else own > each for each in between)
            yield (
                ("true" if right else "false"),
                f"the figures since then are {', '.join(map(number_words, between))}, now {number_words(own)}",
            )

    def _is_parted(self, group: Group) -> bool:
        """Whether the rows of the group's table are parts of one whole, or shares, so that one can be the largest."""
        tables = {table_of(each) for mention in group.mentions for each in mention.candidates}
        return any(table_of(each) in tables and (each.total or each.facts.unit == "percent") for each in self.scene.candidates)

    def _is_of_rows(self, tail: str, group: Group) -> bool:
        """Whether the superlative is of what the table counts, or of nothing that is named."""
        if re.match(r" (?:\S+ )?(?:\*|=)", tail):
            return False
        words = re.findall(r"[^\W\d_][\w'\u2019-]*|[,.;@#~]", tail[:60])
        first = next((each for each in words[:3] if not each.endswith("about")), ".")
        known = known_words(group)
        return not first[0].isalpha() or first in NOUNS or stem(first) in known or bool(RISE.match(tail))

    def _in_time(self, found: re.Match[str]) -> Iterator[tuple[Verdict, str]]:
        """The place of the period among those of the row."""
        group = self._group(found.start(), found.end()) or next(iter(self.scene.groups), None) or self.default
        tail = self.scene.text[found.end() :]
        if group is None or not group.is_sure or len(group.mentions) != 1 or "since" in tail or RISE.match(tail):
            return
        place = NTH.get(found["nth"] or "", 1)
        count = re.match(r"[^,;]*?#(\d+)", tail)
        amount = self.scene.coded.amounts[int(count[1])].plain if count else None
        for one in group.mentions[0].candidates:
            seen = [
                each
                for each in one.timeline.observations
                if each.number("actual") is not None and each.period.end <= one.timeline.current.period.end
            ]
            lasts = [seen[-int(amount) :]] if amount and amount > 1 else [seen, *(_of_year(seen) if OF_YEAR.match(tail) else ())]
            for last, when in itertools.product(lasts, self._whens(found.start())):
                numbers = {str(each.period.end): number for each in last if (number := each.number("actual")) is not None}
                for now in observed(one, when):
                    if len(numbers) >= LEAST_ROWS and str(now.period.end) in numbers:
                        yield _placed(numbers, str(now.period.end), place, low=bool(found["low"]))

    def _only(self, found: re.Match[str]) -> Iterator[tuple[Verdict, str]]:
        """Whether the row is the one of its table that went that way."""
        group = self._group(found.start(), found.end())
        way = WAY.search(self.scene.text, found.end())
        if group is None or not group.is_sure or len(group.mentions) != 1 or way is None or not _is_one(found[0]):
            return
        if BESIDE.match(self.scene.text[way.end() :]):
            return
        times = Times(self.scene)
        bases = times.compared_at(found.start())
        for one in group.mentions[0].candidates:
            for when in self._whens(way.start()):
                for base in bases or (None,):
                    steps = steps_of(self.scene.candidates, one, when, base)
                    if key_of(one) in steps and len(steps) >= LEAST_ROWS:
                        steps = {key: step for key, step in steps.items() if key == key_of(one) or key not in self._left_out()}
                        same = [key for key, step in steps.items() if (step > 0 if way["up"] else step < 0)]
                        others = [key.split("|")[-1] for key in same if key != key_of(one)]
                        yield (
                            ("true" if same == [key_of(one)] else "false"),
                            f"so did {', '.join(others)}" if others else "it went the other way",
                        )


OF_YEAR = matcher(r"(?: (?!#|,|;)\S+){0,2} (?:of|in|for|so far) (?:@\d+|(?:the|this) year)(?!\S)")


def _of_year(seen: Sequence[Observation]) -> list[Sequence[Observation]]:
    """The last four results, and those of the calendar year: what "of the year" may be told of."""
    return [seen[-4:], [each for each in seen if each.period.end.year == seen[-1].period.end.year]]


SO = matcher(
    r"(?<!\S)(?:not|n't|never) (?:\S+ )?(?:so|as|this|that|quite so) (?:(?P<low>low|few|small|little)|high|many|large|much|great) since (?:the )?@(?P<when>\d+)"
)
DENIED = matcher(r"(?:(?:not|n't|no longer|never|one of|some of|two of|among) (?:the )?(?:\S+ )?|~one-of-\S+ |#\d+ )$")


def _is_one(words: str) -> bool:
    """Whether "the only ..." is of one row: several would have to be held together."""
    noun = words.split()[2]
    return not noun.endswith("s") or noun.endswith("ss")


def _placed(numbers: dict[str, Decimal], own: str, place: int, *, low: bool) -> tuple[Verdict, str]:
    """Whether the own number has that place; equal ones share theirs."""
    before = sum((each < numbers[own]) if low else (each > numbers[own]) for each in numbers.values())
    equal = sum(each == numbers[own] for each in numbers.values())
    top = sorted(numbers.items(), key=lambda each: each[1], reverse=not low)
    told = f"{number_words(numbers[own])}; first is {number_words(top[0][1])} ({top[0][0].split('|')[-1]})"
    return ("true" if before < place <= before + equal else "false"), told
