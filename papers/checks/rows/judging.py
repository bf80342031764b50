"""Each number of a sentence held against every way in which its words let it be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from papers.checks.language.amounts import Verdict
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding, finding_at
from papers.checks.rows.about import About
from papers.checks.rows.bracketed import share_then, share_told
from papers.checks.rows.doubting import SMALL, Doubts
from papers.checks.rows.explaining import Told, says
from papers.checks.rows.gaps import gaps
from papers.checks.rows.keeping import STRANGE
from papers.checks.rows.national import beside_national
from papers.checks.rows.orders import ordered_rows
from papers.checks.rows.paired import paired
from papers.checks.rows.periods import Times
from papers.checks.rows.placing import Placing
from papers.checks.rows.quantified import quantified
from papers.checks.rows.roles import Role, is_strange, people_of, role_of
from papers.checks.rows.scene import Group, Scene
from papers.checks.rows.sides import comparisons, other_ways
from papers.checks.rows.trying import Tries

AGAINST = matcher(r"(?<!\S)(?:against|compared (?:with|to)|down from|up from) $")


@dataclass
class Judge:
    """The numbers of a sentence while they are held against what they may be."""

    scene: Scene
    default: Group | None = None
    """What the sentence is about where it names nothing."""
    times: Times = field(init=False)
    about: About = field(init=False)
    tries: Tries = field(init=False)
    doubts: Doubts = field(init=False)

    def __post_init__(self) -> None:
        self.times = Times(self.scene)
        self.about = About(self.scene, self.default)
        self.tries = Tries(self.scene, self.times, self.about)
        self.doubts = Doubts(self.scene, self.times, self.about)

    def findings(self) -> Iterator[Finding]:
        """What each number says, and whether it holds; nothing of those that are about something else."""
        for number in self.scene.numbers:
            found = self._judged(number)
            if found:
                yield found

    def _judged(self, number: int) -> Finding | None:
        role = role_of(self.scene, number)
        group = self.about.subject(number, role)
        if group is None or not group.mentions or role.kind == "other":
            return None
        if found := share_told(self.scene, number, self.times.told(number), self.about.whole(group)):
            return found
        if group.is_sure and (found := share_then(self.scene, number, self.times.told(number), group)):
            return found
        if self.about.is_beyond(number, group):
            return None
        part = group.is_whole and re.match(r" (?:out )?of (?:the |all |our )?#", self.scene.text[self.scene.coded.of_number(number)[1] :])
        if part or is_strange(self.scene, number, group) or (role.kind == "level" and group is self.about.of(number)):
            return finding_at(self.scene.coded, self.scene.coded.of_number(number), "unknown", "level", STRANGE)
        tries = self.tries.of(number, role, group)
        verdict, told = self._verdict(number, role, tries)
        if told is None:
            return None
        if verdict == "false" and (not self.doubts.is_bound(number, role, group) or self.doubts.is_excused(number, role, group)):
            return None
        if verdict == "false" and (self._is_set_beside(number) or (role.kind == "change" and self._is_of_unknown(number, group))):
            return None
        kind = {"level": "level", "change": "change", "share": "share"}[role.kind]
        span = self.scene.coded.of_number(number)
        says_so = told.words
        wording = says_so if verdict == "false" else ""
        return replace(finding_at(self.scene.coded, span, verdict, kind, says_so, computed=says_so, wording=wording), bound=True)

    def _is_set_beside(self, number: int) -> bool:
        """Whether a small number is set against another one that the data does not give: "three were late, against two in June"."""
        start, _ = self.scene.coded.of_number(number)
        if number == 0 or self.scene.coded.amounts[number].plain > SMALL or not AGAINST.search(self.scene.text[:start]):
            return False
        before = self._judged(number - 1)
        return before is None or before.verdict not in ("true", "rounded")

    def _is_of_unknown(self, number: int, group: Group) -> bool:
        """Whether the change is told of a number just before the name that no figure of it is: "the backlog of 7,771 enquiries is 662 more"."""
        last = max((each for each in self.scene.numbers if each < number), default=None)
        stop = self.scene.coded.of_number(last)[1] if last is not None else -1
        if last is None or not 0 <= group.start - stop <= 1 or role_of(self.scene, last).kind != "level":
            return False
        before = self._judged(last)
        return before is None or before.verdict not in ("true", "rounded")

    def _verdict(self, number: int, role: Role, tries: Sequence[Told]) -> tuple[Verdict, Told | None]:
        """The kindest verdict of what the number may be; None where nothing has its unit."""
        amount = self.scene.coded.amounts[number]
        found = [(self._way_holds(role, told, says(amount, told)), told) for told in tries if says(amount, told) is not None]
        if per := people_of(self.scene, number):
            found = [
                (said if told.unit.replace(",", "").endswith(per) else "false", told)
                for said, told in found
                if told.unit.startswith("rate")
            ]
        for word in ("true", "rounded", "false"):
            if best := next((each for each in found if each[0] == word), None):
                return best[0] or "unknown", best[1]
        return "unknown", None

    def _way_holds(self, role: Role, told: Told, verdict: Verdict | None) -> Verdict | None:
        return "false" if role.way and told.way != role.way else verdict


def judged_of(scene: Scene, default: Group | None = None) -> list[Finding]:
    """What the sentence says in numbers and of places; `default` is what it is about where it names nothing."""
    return [
        *Judge(scene, default).findings(),
        *Placing(scene, default).findings(),
        *comparisons(scene),
        *other_ways(scene),
        *ordered_rows(scene),
        *quantified(scene),
        *beside_national(scene),
        *gaps(scene),
        *paired(scene),
    ]
