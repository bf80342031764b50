"""Statements about single risks: score, level, target, last report's score, movement, likelihood and impact, rank, owner."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from papers.checks.amounts import Verdict
from papers.checks.coding import Coded, code
from papers.checks.deeds import action_statements
from papers.checks.facts import stems
from papers.checks.grammar import CLAUSE_END, guarded
from papers.checks.mentions import Mention, Names, distinct, former_name, group_at
from papers.checks.reading import Finding
from papers.dataset import Dataset, Risk
from papers.risks import movement, risk_scheme_of

MEASURES = [
    (re.compile(r"(?:target|aim|goal|tolerance|appetite)(?:ed)?(?: (?:scores?|levels?|ratings?))?\b", re.IGNORECASE), "=target"),
    (re.compile(r"likelihood|probability\b", re.IGNORECASE), "=likelihood"),
    (re.compile(r"impact\b", re.IGNORECASE), "=impact"),
]
LINK = r"(?:of|is|was|are|were|has|have|a|an|the|its|at|now|just|only|still|to|score|scores|level|set|stands|stood|and|for|it|that|remains|rated|being|would|be|which|as|,|:|\()"
PAST = r"(?:in|at) (?:the )?@\d+|(?:the last|last) (?:report|quarter|time)|before\b|previously|formerly|earlier"
OFF = r"(?:points? )?(?P<side>above|over|higher than|more than|greater than|short of|away from|off|from|below|under|lower than|less than|beyond|adrift of)(?: (?:its|their|the|a|where it should be,? its))* =target"
GAP = re.compile(
    rf"#(?P<n>\d+) (?:points? )?(?:{OFF})|(?:gap|distance)(?: (?:to|from|between it and|of))*(?: (?:its|the|their))? =target(?: (?:is|of|was))* #(?P<n2>\d+)|by #(?P<n3>\d+) (?:points? )?to (?:reach|meet|hit|get to|come to|arrive at) (?:its |the |their )?=target"
    r"|#(?P<n4>\d+) (?:points? )?(?:to go|to come down)(?: \S+){0,3} =target"
)
AGAINST_TARGET = re.compile(
    r"(?<!\S)(?P<side>above|over|higher than|exceeds|exceeded|exceeding|short of|off|away from|yet to reach|not at|not yet at|below|under|lower than|at|on|equal to|equals|same as|meets|met|has reached|reached|matches|hit)(?: (?:its|their|the|already|own))* =target(?! of)"
)
SCORE_WORD = re.compile(
    r"(?<!\S)(?:scores?|scored|scoring|stands?|stood|standing|rated|register|risks?|=target|=likelihood|=impact|points?|is|are|was|were|remains?|at|from|to|by|rose|fell|rise|fall|up|down|more|less|higher|lower)(?!\S)"
)
NOW_BEFORE = re.compile(
    r"(?<!\S)(?:scores?|scored|scoring|score of|stands? at|stood at|standing at|rated|remains? at|stays? at|at|of|is|are|now|to|on|with|has|carries|carry|given|,|\(|:|both|each|all|a|an|of only|just|only) $"
)
UP = r"(?:risen|rose|gone up|went up|going up|increased|increasing|grown|grew|worsened|worse|got worse|moved up|climbed|up|become (?:a )?(?:greater|bigger|larger|more serious|higher)|greater|heightened|escalated|higher)"
DOWN = r"(?:fallen|fell|gone down|went down|going down|come down|came down|coming down|decreased|reduced|receded|eased|lessened|improved|moved down|dropped|down|become (?:a )?(?:smaller|lesser|less serious|lower)|lower|smaller)"
MOVED = re.compile(
    rf"(?<!\S)(?:(?P<same>unchanged|not changed|not moved|did not change|did not move|(?:stayed|remained|stays|remains|is|was|kept)(?: exactly)? (?:the same|where it was|as it was|level|at the same score)|no change|static|steady)|(?P<new>new|newly added|joined the register|first appears?|entered the register|added to the register)"
    rf"|(?P<closed>closed|taken off the register|removed from the register|come off the register|left the register)|(?P<renamed>renamed|re-?focussed|given a new name|a new name|new name)|(?P<up>{UP})|(?P<down>{DOWN}))(?!\S)"
)
RANK = re.compile(
    r"(?<!\S)(?P<nth>second|third|joint|equal|jointly)?[- ]?(?P<way>highest|greatest|biggest|most serious|gravest|largest|worst|top|lowest|smallest|least serious|mildest|lightest)(?:[- ]?(?:scoring|scored|rated|ranked|ranking))?(?: (?:of|on|in|=target|risks?|scores?|one|single|corporate|current)){0,3}(?! since| for)"
)
NUMBERED_RANK = re.compile(
    r"(?P<way>highest|lowest|greatest|smallest)(?: (?:current|single))?(?P<target> =target)? ?(?:scores?|risk scores?)?(?: (?:on|in|of|across|given|for) (?:the |all |any |our )?\S+){0,2} (?:is|was|being|stands at|at|of|,) #(?P<n>\d+)"
)
COMPARED = re.compile(
    r"(?<!\S)(?:(?P<more>scores? (?:more|higher)|higher(?: score)?|greater|more serious|bigger|graver|outscores?|above|ahead of|exceeds|worse)|(?P<less>scores? (?:less|lower)|lower(?: score)?|smaller|less serious|below|behind|lesser)|(?P<same>the same(?: score| rating| level)?|as high|equal|level))(?: (?:risk|score|one|a))*(?: (?:than|as|to|with|of))?(?: (?:that|those|the|a|any|risk|for|of|one))* $"
)
UNTARGETED = re.compile(
    r"(?<!\S)(?:no|without a|lacks a|lacks) =target(?! of)|=target (?:has |is )?(?:not |yet to |still to )(?:yet )?(?:been |be )?(?:set|agreed|confirmed|given|fixed|decided)"
)
AIM = re.compile(
    r"(?<!\S)(?:meant|supposed|set|due|is|are|wants?|wish|wishes|sought|remains|yet|wanted|want it|like it|still|each) to (?:come|fall|go|be brought|drop|get|rise|reduce|bring|cut|move|sink|end)(?!\S)"
)
"""What a score is to become."""
FORMER = re.compile(
    r"\b(?:once|formerly|previously|before that|used to be|was|until now|earlier|last time)(?: was| been)? (?:called|headed|named|known as|titled|entitled|listed as|under the name(?: of)?) [\u201c\"]?(?P<name>[A-Z][\w' -]*)"
)
OWNS = re.compile(
    r"\bown(?:s|ed|er|ers|ership)?\b|\blead(?:s)?\b|\bled by\b|\bbelongs?\b|\bresponsib|\banswer(?:s|able)\b|\blooks after\b|\baccountable\b|\bin the hands\b|\bheld by\b|\bin charge\b|\brests? with\b|\blies? with\b|\bmanaged by\b|\bmanages\b",
    re.IGNORECASE,
)


@dataclass
class Risks:
    """Single risks of one report."""

    dataset: Dataset

    @cached_property
    def names(self) -> Names:
        """The names of the register."""
        return Names(self.dataset)

    @cached_property
    def words(self) -> re.Pattern[str]:
        """The words of levels, and the words that are no colours."""
        bands = [each.band.word for each in risk_scheme_of(self.dataset).levels]
        return re.compile(rf"(?:{'|'.join(each for band in bands for each in (band, band.upper(), band.lower()))})\b")

    def findings(self, sentence: str) -> list[Finding]:
        """Every statement about risks and actions that the sentence names."""
        return [*self._of_risks(sentence), *action_statements(self.names, sentence, self.dataset.info.data_date)]

    def _of_risks(self, sentence: str) -> list[Finding]:
        mentions = self.names.mentions(sentence)
        coded = code(sentence, MEASURES, self.words)
        reading = _Sentence(self, coded, mentions)
        for found in NUMBERED_RANK.finditer(coded.text):
            _highest(reading, found)
        if mentions:
            for rule in (_untargeted, _gaps, _scores, _levels, _against_target, _moves, _ranks, _compared, _owners, _former_names):
                rule(reading)
        return reading.findings

    def level(self, score: int | None) -> str:
        """The word of the score's level; "" of no score."""
        return "" if score is None else risk_scheme_of(self.dataset).level(score).band.word.lower()


@dataclass
class _Sentence:
    """A sentence about risks while it is read."""

    risks: Risks
    coded: Coded
    mentions: list[Mention]
    used: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.coded.text

    @cached_property
    def guards(self) -> tuple[tuple[int, int], ...]:
        aims = [
            (each.start(), end.start() if (end := CLAUSE_END.search(self.text, each.end())) else len(self.text))
            for each in AIM.finditer(self.text)
        ]
        return (*guarded(self.text), *aims)

    def is_past(self, at: int) -> bool:
        """Whether the last report is told of there."""
        found = list(re.finditer(r"(?P<before>\S+)? ?@(?P<n>\d+)", self.text[:at]))
        if not found or (
            re.search(r"#\d+|\*", self.text[found[-1].end() : at])
            and not re.search(r"\*\w+ (?:in|at) (?:the )?@\d+ (?:\S+ ){0,4}$", self.text[:at])
        ):
            return False
        return self.coded.whens[int(found[-1]["n"])].kind in ("previous", "last") and found[-1]["before"] not in (
            "than",
            "since",
            "from",
            "on",
        )

    def is_guarded(self, at: int) -> bool:
        """Whether that part says what may be."""
        return any(start <= at < stop for start, stop in self.guards)

    def holders(self, at: int) -> list[Risk]:
        """The risks that a statement at that place of the coded text is about."""
        start, _ = self.coded.words(at, at + 1)
        return group_at(self.mentions, start, self.coded.sentence)

    def between(self, at: int) -> str:
        """The coded words from the last name to that place; all before it where no name stands there."""
        start, _ = self.coded.words(at, at + 1)
        last = max((each.stop for each in self.mentions if each.start < start), default=0)
        begin = next((each[0] for each in self.coded.spans if each[2] >= last), 0)
        return self.text[begin:at]

    def add(self, verdict: Verdict, kind: str, span: tuple[int, int], says: str, computed: str = "") -> None:
        """Keep a finding about that part of the coded text."""
        start, stop = self.coded.words(*span)
        self.findings.append(
            Finding(verdict, kind, start, stop, self.coded.sentence[start:stop], says, computed, wording=says if verdict == "false" else "")
        )

    def hold(self, span: tuple[int, int], risks: Sequence[Risk], told: int, of: Callable[[Risk], int | None], name: str) -> None:
        """Hold a number against that of each risk."""
        for risk in distinct(risks):
            value = of(risk)
            verdict: Verdict = "unknown" if value is None else "true" if value == told else "false"
            self.add(verdict, "risk", span, f"the {name} of {risk.title} is {value}" if value is not None else "")


def _gaps(reading: _Sentence) -> None:
    """Hold "three above its target score"."""
    for found in GAP.finditer(reading.text):
        index = next(found[each] for each in ("n", "n2", "n3", "n4") if found[each])
        told = int(reading.coded.amounts[int(index)].value)
        under = found["side"] in ("below", "under", "lower than", "less than")
        reading.used.add(int(index))
        for risk in reading.holders(found.start()):
            if risk.target_score is None or risk.current_score is None:
                reading.add("unknown" if risk.target_score is None else "false", "risk", found.span(), "there is no such score")
                continue
            by = risk.current_score - risk.target_score
            right = by == (-told if under else told)
            reading.add(
                "true" if right else "false",
                "risk",
                found.span(),
                f"the score of {risk.title} is {risk.current_score}, its target {risk.target_score}",
                f"{risk.current_score} - {risk.target_score} = {by}",
            )


def _untargeted(reading: _Sentence) -> None:
    """Hold "has no target score"."""
    for found in UNTARGETED.finditer(reading.text):
        for risk in reading.holders(found.start()):
            right = risk.target_score is None
            reading.add(
                "true" if right else "false", "risk", found.span(), f"the target of {risk.title} is {risk.target_score or risk.target_note}"
            )


def _scores(reading: _Sentence) -> None:
    """Hold every number that is a score, a target, a score of the last report, a likelihood or an impact."""
    paired = _respectively(reading)
    for index, amount in enumerate(reading.coded.amounts):
        span = reading.coded.of_number(index)
        if (
            index in reading.used
            or amount.unit not in ("", "points")
            or amount.value != int(amount.value)
            or amount.around
            or not SCORE_WORD.search(reading.text)
        ):
            continue
        role = _role(reading, *span)
        if role is None:
            continue
        name, of = role
        holders = [paired[index]] if index in paired else reading.holders(span[0])
        reading.used.add(index)
        reading.hold(span, holders, int(amount.value), of, name)


def _respectively(reading: _Sentence) -> dict[int, Risk]:
    """Which number is which risk's where "respectively" says so."""
    risks = distinct(each.risk for each in reading.mentions)
    numbers = [n for n, each in enumerate(reading.coded.amounts) if each.unit == ""]
    return dict(zip(numbers, risks, strict=True)) if "respectively" in reading.text and len(risks) == len(numbers) else {}


def _role(reading: _Sentence, start: int, stop: int) -> tuple[str, Callable[[Risk], int | None]] | None:
    """What the number is of: the name of the score, and how a risk has it; None where that is not plain."""
    before, after = reading.text[:start], reading.text[stop:]
    if re.match(
        r" (?:of the |of )?(?:\S+ )?(?:risks?|actions?|indicators?|others?|people|years?|months?|days?|quarters?|recommendations?|plans?)(?!\S)| =target| in (?:every )?#| of (?:the |our )?#",
        after,
    ):
        return None
    for measure, of in (("likelihood", ("current_likelihood", "target_likelihood")), ("impact", ("current_impact", "target_impact"))):
        if re.search(rf"={measure} (?:{LINK} )*$", before) or re.match(
            rf" (?:for|in|on|of|out of #\d+ for) (?:its |the )?={measure}", after
        ):
            aimed = "=target" in reading.between(start) or reading.is_guarded(start)
            return measure, _attribute(of[aimed])
    if re.search(rf"=target (?:{LINK} )*$", before) or re.search(r"(?:against|towards?) (?:a |its |the )?=target (?:of )?$", before):
        return "target score", _attribute("target_score")
    if re.search(r"(?<!\S)(?:more|less|higher|lower|fewer|above|below|over|under)(?!\S)", " ".join(after.split()[:2])) or re.search(
        r"(?:by|rise of|fall of|drop of|increase of|reduction of|rose|fell|up|down) $", before
    ):
        return _difference(reading, start, stop)
    if reading.is_guarded(start):
        return (
            ("score", _attribute("current_score"))
            if before.endswith("from ")
            else ("target score", _attribute("target_score"))
            if re.search(r"(?:to|at|of|below) $", before)
            else None
        )
    if (
        re.search(
            r"(?:from|was|were|previously|formerly|had been|after|against|compared with|up on|down on)(?: (?:a score of|a|its|score|scored?))* $",
            before,
        )
        or re.match(rf" (?:{PAST})", after)
        or reading.is_past(start)
    ):
        return "score in the last report", _attribute("previous_score")
    return ("score", _attribute("current_score")) if NOW_BEFORE.search(before) else None


def _difference(reading: _Sentence, start: int, stop: int) -> tuple[str, Callable[[Risk], int | None]] | None:
    """A change since the last report, without its sign."""
    if len({each.risk.id for each in reading.mentions}) > 1 or reading.is_guarded(start):
        return None
    if not re.search(
        rf"(?:{UP}|{DOWN}|rise|fall|drop|increase|reduction|more|less|higher|lower)", reading.text[max(0, start - 40) : stop + 30]
    ):
        return None
    up = re.search(rf"(?<!\S)(?:{UP}|rise|increase|more|higher)(?!\S)", reading.text[max(0, start - 40) : stop + 10])
    down = re.search(rf"(?<!\S)(?:{DOWN}|fall|drop|reduction|less|lower)(?!\S)", reading.text[max(0, start - 40) : stop + 10])
    if bool(up) == bool(down):
        return None

    def change(risk: Risk) -> int | None:
        by = movement(risk).by
        return None if by is None else by if up else -by

    return "rise" if up else "fall", change


def _attribute(name: str) -> Callable[[Risk], int | None]:
    return lambda risk: getattr(risk, name)


def _levels(reading: _Sentence) -> None:
    """Hold every level that is told of a risk."""
    for found in re.finditer(r"\*(\w+)", reading.text):
        start = found.start()
        before = reading.between(start)
        if not any(each.start < reading.coded.words(*found.span())[0] for each in reading.mentions) or re.search(
            r"(?:#\d+|all|none|other|every|any|no) (?:\S+ ){0,2}$", before
        ):
            continue
        if re.search(r"(?:or|nor|neither|than|like|unlike|among the|one of the) $", before):
            continue
        aimed = (
            reading.is_guarded(start)
            or bool(re.search(rf"=target (?:{LINK} )*$", before))
            or bool(re.match(r" =target| at =target| once", reading.text[found.end() :]))
        )
        past = (
            bool(re.search(r"(?:from|was|were|had been|previously|formerly)(?: (?:rated|a|an|at))* $", before))
            or bool(re.match(rf" (?:{PAST})", reading.text[found.end() :]))
            or reading.is_past(start)
        )
        negated = bool(re.search(r"(?:not|n't|no longer|never)(?: (?:rated|a|an|at|yet|be))* $", before))
        for risk in reading.holders(start):
            level = reading.risks.level(risk.previous_score if past else risk.target_score if aimed else risk.current_score)
            verdict: Verdict = "unknown" if not level else "true" if (level == found[1]) is not negated else "false"
            reading.add(verdict, "risk", found.span(), f"{risk.title} is {level.capitalize()}" if level else "")


def _against_target(reading: _Sentence) -> None:
    """Hold "above its target" and "at its target score"."""
    for found in AGAINST_TARGET.finditer(reading.text):
        before = reading.text[: found.start()]
        if reading.is_guarded(found.start()) or re.search(r"#\d+ (?:points? )?$", before) or not reading.mentions:
            continue
        negated = bool(re.search(r"(?:not|n't|no longer|never)(?: (?:yet|been|be|a|far))* $", before))
        side = found["side"]
        for risk in reading.holders(found.start()):
            if risk.target_score is None or risk.current_score is None:
                reading.add("unknown", "risk", found.span(), "")
                continue
            by = risk.current_score - risk.target_score
            right = (
                by < 0
                if side in ("below", "under", "lower than")
                else by <= 0
                if side in ("at", "on", "equal to", "equals", "same as", "meets", "met", "has reached", "reached", "matches", "hit")
                else by > 0
            )
            reading.add(
                "true" if right is not negated else "false",
                "risk",
                found.span(),
                f"the score of {risk.title} is {risk.current_score}, its target {risk.target_score}",
            )


def _moves(reading: _Sentence) -> None:
    """Hold what is told of a risk's movement since the last report."""
    for found in MOVED.finditer(reading.text):
        between = reading.between(found.start())
        if (
            reading.is_guarded(found.start())
            or len(between.split()) > 9
            or (re.search(r"#\d+|%|actions?|(?:^| )(?:a|the) $", between) and not re.search(r"a $", between))
        ):
            continue
        if (
            re.match(
                r" (?:to (?:its|the)|than|=target|arrangements|models?|systems?|scoring|risks? (?:are|were))(?!\S)",
                reading.text[found.end() :],
            )
            or not reading.text[: found.start()].strip()
        ):
            continue
        told = next(each for each in ("same", "new", "closed", "renamed", "up", "down") if found[each])
        negated = bool(re.search(r"(?:not|n't|no longer|never)(?: (?:been|a))* $", reading.text[: found.start()]))
        for risk in reading.holders(found.start()):
            moved = movement(risk)
            known = moved.renamed if told == "renamed" else None if moved.moved is None else moved.moved == told
            verdict: Verdict = "unknown" if known is None else "true" if known is not negated else "false"
            reading.add(verdict, "risk", found.span(), f"{risk.title} is {_moved_words(risk)}")


def _moved_words(risk: Risk) -> str:
    words = {"up": "up", "down": "down", "same": "unchanged", "new": "new", "closed": "closed"}
    change = (
        f", {risk.previous_score} to {risk.current_score}" if risk.previous_score is not None and risk.current_score is not None else ""
    )
    return words.get(movement(risk).moved or "", "not compared") + change


def _ranks(reading: _Sentence) -> None:
    """Hold "the highest risk on the register" of the risk that is named."""
    for found in RANK.finditer(reading.text):
        aimed = "=target" in found[0] or reading.text[found.end() :].startswith(" =target")
        around = [each.risk for each in reading.mentions]
        holders = (
            reading.holders(found.start())
            if any(each.start < reading.coded.words(*found.span())[0] for each in reading.mentions)
            else around[:1]
        )
        scores = sorted(
            (score for each in reading.risks.dataset.risks if (score := each.target_score if aimed else each.current_score) is not None),
            reverse=not re.match("lowest|smallest|least|mildest|lightest", found["way"]),
        )
        place = {"second": 1, "third": 2}.get(found["nth"] or "", 0)
        if (
            reading.is_guarded(found.start())
            or len({each.id for each in around}) > 2
            or place >= len(scores)
            or re.match(r" \*", reading.text[found.end() :])
        ):
            continue
        for risk in holders:
            own = risk.target_score if aimed else risk.current_score
            right = own in (scores[place], sorted(set(scores), reverse=scores[0] > scores[-1])[min(place, len(set(scores)) - 1)])
            reading.add(
                "true" if right else "false",
                "rank",
                found.span(),
                f"the score of {risk.title} is {own}; others are {', '.join(map(str, scores[:3]))}",
            )


def _highest(reading: _Sentence, found: re.Match[str]) -> None:
    """Hold "the highest score is 25"."""
    scores = [
        score for each in reading.risks.dataset.risks if (score := each.target_score if found["target"] else each.current_score) is not None
    ]
    amount = reading.coded.amounts[int(found["n"])]
    if not scores or reading.is_guarded(found.start()):
        return
    extreme = max(scores) if found["way"] in ("highest", "greatest") else min(scores)
    reading.used.add(int(found["n"]))
    reading.add("true" if amount.value == extreme else "false", "rank", found.span(), f"the {found['way']} score is {extreme}")


def _compared(reading: _Sentence) -> None:
    """Hold "scores higher than procurement"."""
    for one, two in zip(reading.mentions, reading.mentions[1:], strict=False):
        begin = next((each[0] for each in reading.coded.spans if each[2] >= one.stop), 0)
        end = next((each[0] for each in reading.coded.spans if each[2] >= two.start), len(reading.text))
        found = COMPARED.search(reading.text[begin:end])
        first, second = one.risk.current_score, two.risk.current_score
        if not found or first is None or second is None or re.search(r"[#*=]", reading.text[begin:end]) or reading.is_guarded(begin):
            continue
        right = first > second if found["more"] else first < second if found["less"] else first == second
        negated = bool(re.search(r"(?:not|n't|never|no) (?:\S+ )?$", reading.text[begin : begin + found.start()]))
        reading.add(
            "true" if right is not negated else "false", "risk", (begin, end), f"{one.risk.title} scores {first}, {two.risk.title} {second}"
        )


def _former_names(reading: _Sentence) -> None:
    """Hold what a risk is said to have been called before."""
    sentence = reading.coded.sentence
    found = FORMER.search(sentence)
    risks = distinct(each.risk for each in reading.mentions)
    if found is None or len(risks) != 1 or not (known := former_name(risks[0])):
        return
    right = bool(stems(known) & stems(found["name"]))
    reading.findings.append(
        Finding(
            "true" if right else "false",
            "risk",
            found.start(),
            found.end(),
            found[0],
            f"{risks[0].title} was called {known}",
            wording="" if right else known,
        )
    )


def _owners(reading: _Sentence) -> None:
    """Hold who is said to own a risk."""
    sentence = reading.coded.sentence
    owners = [each for each in dict.fromkeys(each.owner for each in reading.risks.dataset.risks if each.owner) if _named(each, sentence)]
    risks = distinct(each.risk for each in reading.mentions)
    if not OWNS.search(sentence) or len(owners) != 1 or not risks or reading.is_guarded(0):
        return
    start = sentence.find(re.findall(r"\w+", owners[0])[0])
    for risk in risks:
        right = risk.owner == owners[0]
        if risk.owner:
            stop = start + len(owners[0])
            told = sentence[start:stop]
            reading.findings.append(
                Finding(
                    "true" if right else "false",
                    "risk",
                    start,
                    stop,
                    told,
                    f"the owner of {risk.title} is the {risk.owner}",
                    wording="" if right else risk.owner,
                )
            )


def _named(owner: str, sentence: str) -> bool:
    """Whether the sentence names the owner: "Corporate Director, People" may be "the Corporate Director for People"."""
    words = r"[\s,]+(?:for |of )?(?:the )?".join(re.escape(each) for each in re.findall(r"\w+", owner))
    return bool(re.search(rf"\b{words}\b", sentence))
