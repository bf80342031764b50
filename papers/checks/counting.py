"""Counts in a coded sentence (see `tallying`) held against what is counted: so many are so, more than before, more than are otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from papers.checks.aboutness import common
from papers.checks.amounts import Verdict
from papers.checks.facts import stem
from papers.checks.grammar import guarded
from papers.checks.quantities import Quantity, told
from papers.checks.reading import Finding
from papers.checks.tallying import Population, State, Tally, views

NAME = r"(?:(?!#|=|@|%|,|;|:|\(|\)|and |but |while |whereas |with |than )\S+ )"
SHARE = r"(?:(?:, |\( )(?:or |that is |which is |just |some )?#(?P<share>\d+)(?: of (?:them|the total|all|the %|%))? ?(?:,|\)) )?"
STATES = r"=\d+(?: (?:or|and|nor|/|and are|and have|but) =\d+(?! (?:\S+ ){0,3}#))*"
FORWARD = re.compile(
    rf"#(?P<n>\d+) (?!more |fewer |less ){SHARE}(?:of (?P<all>{NAME}{{0,4}}?)#(?P<whole>\d+) )?(?P<between>(?:{NAME}|% ){{0,9}}?){SHARE.replace('share', 'after')}"
    rf"(?P<between2>(?:{NAME}|% ){{0,6}}?)(?P<states>{STATES})(?P<reach> or (?:better|above|higher|worse|below|lower))?(?:(?: %| ones)(?: have| has| also)? (?P<also>=\d+))?(?!\d)"
)
"""19 of the 35 indicators (54%) are Green."""
BACKWARD = re.compile(
    rf"(?P<states>{STATES}) (?:% |ratings? |ones |status |category |band )?(?:now |again |still |only |just )?(?:(?:number|in|numbers|numbered|total|totals|totalled|come to|came to|comes to|is|are|was|were|stood at|stand at|stands at|rose to|fell to"
    rf"|account for|accounts for|accounted for|make up|makes up|made up|go to|went to|goes to|given to|applies to|apply to|for|at|was seen in|were seen in|was recorded in|came in|remain at|remains at|amount to|amounts to) )?(?:now |just |only )?#(?P<n>\d+)(?! more| fewer| less)(?! of them)"
)
"""Greens number 19; Green accounts for 54%; the number of Green indicators is 19."""
HEAD = re.compile(rf"(?:^|, |; )(?:out )?of (?P<all>{NAME}{{0,4}}?)#(?P<whole>\d+) (?P<names>(?:{NAME}|% ){{0,8}}?)(?:,|#)")
TOTAL = re.compile(
    rf"(?:(?:this|the|our) (?:report|paper|section|register|document|directorate|service|list|plan|table|chapter|summary)(?: now)? (?:covers|has|contains|lists|holds|tells of|sets out|gives|includes|tracks|follows|records|shows|presents|looks at|is made up of|deals with)"
    rf"|there (?:are|is|were) (?:now )?|(?:in all|altogether|in total) ,? ?|(?:across|among|of|for|on) (?:all )?(?:the|our|its|these|all)(?: {NAME}{{0,3}}?)?|all|we (?:now )?(?:report on|have|track|list|hold)|the register of) ?(?P<names>{NAME}{{0,4}}?)#(?P<whole>\d+) (?P<kind>{NAME}{{0,4}}?)%(?! (?:\S+ ){{0,3}}=)"
)
"""This report covers 35 indicators."""
MORE_THAN_BEFORE = re.compile(
    rf"#(?P<n>\d+) (?P<way>more|fewer|less|extra|additional) (?:{NAME}|% ){{0,5}}?=(?P<state>\d+)(?: {NAME}{{0,4}}?)? than(?: (?:in|at|there|had|were|was|been|it|did|on))* @(?P<when>\d+)"
)
STEP = re.compile(
    r"(?:, |and |; |which is |\( ?|that is )(?:this is )?#(?P<n>\d+) (?P<way>more|fewer|less)(?: %)? than(?: (?:in|at|there|had|were|was|been|it|did|on))* @(?P<when>\d+)"
    r"|(?P<way2>up|down|rose|fell|grew|increased|decreased|dropped|an increase|a rise|a fall|a drop|a decrease|a reduction)(?: of| by)? #(?P<n2>\d+)(?: (?:on|from|since|over|compared with|against|in)(?: the number)?(?: in| at)? @(?P<when2>\d+))"
    r"|(?:being|are|is|was|were) #(?P<n3>\d+) (?P<way3>up|down|more|fewer|higher|lower)(?: (?:on|than|from|in|at|it|was|were|had|been|its))* @(?P<when3>\d+)"
)
FROM = re.compile(
    r"(?:up|down|rose|fell|grew|increased|decreased|dropped|went|gone|changed|moved|compared|against|after|where it was)?(?: up| down)? ?(?:from|with|against|after) (?:the )?#(?P<n>\d+)(?: (?!#|=|;)\S+){0,3}? @(?P<when>\d+)"
)
RISE = re.compile(
    r"=(?P<state>\d+)(?: %| ratings?| ones)? (?:has |have )?(?P<way>rose|risen|grew|grown|increased|went up|gone up|climbed|up|fell|fallen|decreased|dropped|went down|gone down|down|reduced|stayed|remained|stays|remains|is unchanged|unchanged)"
    r"(?: (?:from #(?P<from>\d+) to|at|to) #(?P<to>\d+)| by #(?P<by>\d+)(?: to #(?P<to2>\d+))?| from #(?P<from2>\d+))"
)
UP = (
    "rose",
    "risen",
    "grew",
    "grown",
    "increased",
    "went up",
    "gone up",
    "climbed",
    "up",
    "more",
    "higher",
    "extra",
    "additional",
    "an increase",
    "a rise",
)
SAME = ("stayed", "remained", "stays", "remains", "is unchanged", "unchanged")
OUTNUMBER = re.compile(
    rf"=(?P<a>\d+)(?: %| ratings?| ones| {NAME}{{0,2}}?)? (?P<verb>outnumber|outnumbers|outnumbered|exceed|exceeds|outweigh|outweighs)(?: by #(?P<by>\d+))? {NAME}{{0,5}}?(?:% )?{NAME}{{0,3}}?(?P<b>{STATES})(?: by #(?P<by2>\d+))?"
)
THAN = re.compile(
    rf"(?<!\S)(?P<way>more|fewer|less)(?: of the| of them| of our)?(?: (?:{NAME}|% ){{0,5}}?| )=(?P<a>\d+)(?: %)? than (?:{NAME}|% ){{0,4}}?(?P<b>{STATES})"
)
TIMES = re.compile(
    rf"(?P<k>twice|three times|four times|half|just) as many(?: (?:{NAME}|% ){{0,4}}?| )=(?P<a>\d+)(?: %)? as (?:{NAME}|% ){{0,4}}?(?P<b>{STATES})"
)
AS_MANY = re.compile(rf"(?P<k>as many)(?: (?:{NAME}|% ){{0,4}}?| )=(?P<a>\d+)(?: %)? as (?:{NAME}|% ){{0,4}}?(?P<b>{STATES})")
COMMON_STATE = re.compile(
    r"=(?P<a>\d+)(?: {0,1}\S+){0,2}? (?:is|are|was|were|remains) (?:now |still |again )?the (?P<which>most|least) (?:common|frequent|numerous)|the (?P<which2>commonest|most common|largest|biggest|most frequent|least common|smallest)(?: \S+){0,2} (?:is|are|was) =(?P<a2>\d+)"
)
NOT = re.compile(
    r"(?:not|neither|n't|never|other than|anything but|nowhere near|no longer|short of|below)(?: (?:yet|been|be|rated|at|on|a|get|got))* $"
)
OTHER_PART = re.compile(
    r"(?:of (?:these|those|which|whom|them)|(?:these|those) (?:that|which|who)|, of which|the other|another|a further|a different|up to|first|last|next|past|latest|previous|like|nearly) $"
)
TAIL = re.compile(
    r"^ (?:or better|or worse|by |for (?:the|a|more|at|over)|since|who|whose|without|having|within|where|because|due|but not|on time)"
)
COUNTED_WORDS = frozenset(
    stem(each)
    for each in [
        "kpi",
        "kpis",
        "rated",
        "ratings",
        "corporate",
        "register",
        "scheme",
        "lot",
        "lots",
        "indicators",
        "include",
        "includes",
        "among",
        "list",
        "listed",
        "score",
        "scores",
        "scoring",
        "stand",
        "covers",
        "cover",
        "key",
        "performance",
        "shown",
        "below",
        "here",
        "so",
        "far",
        "result",
        "results",
        "their",
        "them",
        "fully",
        "currently",
        "presently",
        "are",
        "risk",
        "risks",
        "action",
        "actions",
        "mitigating",
        "mitigation",
        "given",
        "marked",
        "classed",
        "assessed",
        "judged",
        "graded",
        "counted",
        "sit",
        "sits",
        "being",
        "ended",
        "finish",
        "finished",
        "close",
        "closed",
        "section",
        "directorate",
        "area",
        "part",
        "more",
        "either",
        "neither",
        "nor",
        "come",
        "out",
        "turned",
        "show",
        "kept",
        "carry",
        "carries",
        "enjoy",
        "earned",
        "earn",
        "attracted",
        "saw",
        "recorded",
        "hold",
        "holds",
        "got",
        "went",
        "managed",
        "fall",
        "falls",
    ]
)


@dataclass
class Counting:
    """The counts of one sentence, held against each population that they may be of; the kindest verdict counts."""

    tally: Tally
    populations: Sequence[Population]
    known: frozenset[str] = frozenset()
    """Stems of words that may stand between a number and its state: names of the part that is counted."""
    findings: list[Finding] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    taken: dict[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The coded text."""
        return self.tally.text

    def found(self) -> list[Finding]:
        """Every count of the sentence."""
        guards = guarded(self.text)
        for rule, pattern in RULES:
            for match in pattern.finditer(self.text):
                if not any(start <= match.start() < stop for start, stop in guards):
                    rule(self, match)
        return self.findings

    def quantity(self, index: str) -> Quantity:
        """The quantity of that token."""
        return self.tally.quantities[int(index)]

    def states(self, tokens: str) -> list[State]:
        """The states of those tokens."""
        return [self.tally.states[int(each)] for each in re.findall(r"=(\d+)", tokens)]

    def before(self, index: str | None) -> bool | None:
        """Whether that period is the one of the last report; None where it is another one."""
        if index is None:
            return False
        kind = self.tally.whens[int(index)].kind
        return True if kind in ("previous", "last") else False if kind == "current" else None

    def add(self, span: tuple[int, int], verdict: Verdict, says: str, computed: str = "") -> None:
        """Keep a finding about that part of the coded text."""
        start, stop = self.tally.words(*span)
        self.findings.append(
            Finding(
                verdict, "count", start, stop, self.tally.sentence[start:stop], says, computed, wording=says if verdict == "false" else ""
            )
        )

    def hold(self, span: tuple[int, int], judge: Callable[[Population], tuple[Verdict, str]], *, doubt: bool = False) -> None:
        """Keep the kindest verdict of the populations; nothing is called false in doubt."""
        told_of = [judge(view) for each in self.populations if each.members for view in views(each)]
        best = next((each for word in ("true", "rounded", "false") for each in told_of if each[0] == word), None)
        if best:
            verdict = "unknown" if best[0] == "false" and doubt else best[0]
            self.add(span, verdict, best[1], f"counted: {best[1]}")

    def strange(self, words: str) -> bool:
        """Whether the words narrow what is counted to something that the data does not tell apart."""
        telling = [each for each in words.split() if each[:1].isalpha() and len(each) > 2]
        return any(stem(each) not in common() | COUNTED_WORDS | self.known for each in telling)


def number_of(population: Population, states: Sequence[State], *, before: bool = False, negated: bool = False) -> int | None:
    """How many are in one of the states, or in all of them where they are of different families; None where that is not known."""
    joined = any if len({each.family for each in states}) == 1 else all
    number = 0
    for member in population.members:
        answers = [test(member) if (test := each.before if before else each.now) else None for each in states]
        if None in answers:
            return None
        number += joined(map(bool, answers)) is not negated
    return number


def _reach(states: list[State], reach: str | None, population: Population) -> list[State]:
    """The states with those better or worse that "or better" adds."""
    if not reach or len(states) != 1:
        return states
    family = [each for each in population.states if each.family == states[0].family]
    at = family.index(states[0])
    return family[: at + 1] if re.search("better|above|higher", reach) else family[at:]


def _forward(counting: Counting, match: re.Match[str]) -> None:
    if match["n"] in counting.used or re.match(
        r" of (?:them|these|those|which)(?!\S)", counting.text[match.start() + len(match["n"]) + 1 :]
    ):
        return
    words = " ".join(match[each] or "" for each in ("all", "between", "between2"))
    states = counting.states(match["states"] + (match["also"] or ""))
    negated = bool(NOT.search(match["between"] + match["between2"]))
    quantity = counting.quantity(match["n"])
    if quantity.whole is None and match["whole"]:
        quantity = Quantity(quantity.kind, quantity.amount, int(counting.quantity(match["whole"]).amount.value))
    when = re.search(r"@(\d+)(?: (?!@)\S+){0,2} $", counting.text[: match.start()]) or re.match(
        r"(?: (?!#|=|,)\S+){0,3} @(\d+)", counting.text[match.end() :]
    )
    past = counting.before(when[1] if when else None)
    if past is None or OTHER_PART.search(counting.text[: match.start()]):
        return
    counting.used.add(match["n"])
    tail = counting.text[match.end() :]
    doubt = (
        counting.strange(words)
        or bool(TAIL.match(tail))
        or bool(re.search(r"(?<!\S)(?:who|whose|that (?!is|are|was|were|have|has|met|miss)|without)(?!\S)", words))
    )
    share = match["share"] or match["after"]

    def judge(population: Population) -> tuple[Verdict, str]:
        number = number_of(population, _reach(states, match["reach"], population), before=past, negated=negated)
        whole = len(population.members)
        if number is None:
            return "unknown", ""
        verdict = told(quantity, number, whole, sum(counting.taken.values()))
        if verdict != "false" and share and told(counting.quantity(share), number, whole) == "false":
            verdict = "false"
        counting.taken[states[0].name] = number
        return verdict, f"{number} of {whole}"

    counting.hold(match.span(), judge, doubt=doubt)


def _backward(counting: Counting, match: re.Match[str]) -> None:
    if match["n"] in counting.used or OTHER_PART.search(counting.text[: match.start()]):
        return
    quantity = counting.quantity(match["n"])
    if quantity.kind not in ("count", "share", "most", "minority", "none") or re.match(
        r" %| =| (?!and |, )\S+ =", counting.text[match.end() :]
    ):
        return
    states = counting.states(match["states"])
    if states[0].family == "moved" or (" at #" in match[0] and states[0].family != "rating"):
        return
    counting.used.add(match["n"])

    def judge(population: Population) -> tuple[Verdict, str]:
        number = number_of(population, states)
        whole = len(population.members)
        return ("unknown", "") if number is None else (told(quantity, number, whole), f"{number} of {whole}")

    counting.hold(match.span(), judge)


def _whole(counting: Counting, match: re.Match[str]) -> None:
    quantity = counting.quantity(match["whole"])
    names = " ".join(match.groupdict().get(each) or "" for each in ("all", "names", "kind"))
    if match["whole"] in counting.used or quantity.kind != "count" or "%" not in match[0]:
        return
    counting.used.add(match["whole"])

    def judge(population: Population) -> tuple[Verdict, str]:
        size = len(population.members)
        return ("true" if quantity.amount.value == size else "false"), f"there are {size}"

    counting.hold(match.span("whole"), judge, doubt=counting.strange(names))


def _change(counting: Counting, match: re.Match[str], state: State | None, said: tuple[str, str, str | None]) -> None:
    number, way, when = said
    quantity = counting.quantity(number)
    if state is None or number in counting.used or quantity.kind not in ("count", "none") or not counting.before(when):
        return
    counting.used.add(number)
    sign = 1 if way in UP else -1

    def judge(population: Population) -> tuple[Verdict, str]:
        now, then = number_of(population, [state]), number_of(population, [state], before=True)
        if now is None or then is None:
            return "unknown", ""
        return ("true" if quantity.amount.value == sign * (now - then) else "false"), f"{now} are {state.name}, after {then}"

    counting.hold(match.span(), judge)


def _more(counting: Counting, match: re.Match[str]) -> None:
    _change(counting, match, counting.tally.states[int(match["state"])], (match["n"], match["way"], match["when"]))


def _step(counting: Counting, match: re.Match[str]) -> None:
    earlier = re.findall(r"=(\d+)", counting.text[: match.start()])
    state = counting.tally.states[int(earlier[-1])] if earlier else None
    _change(counting, match, state, (_first(match, "n"), _first(match, "way"), _first(match, "when")))


def _first(match: re.Match[str], name: str) -> str:
    """What the group of that name holds, in whichever of the alternatives it stands."""
    return next(value for key, value in match.groupdict().items() if value and key.rstrip("0123456789") == name)


def _from(counting: Counting, match: re.Match[str]) -> None:
    earlier = re.findall(r"=(\d+)", counting.text[: match.start()])
    if not earlier or match["n"] in counting.used or not counting.before(match["when"]):
        return
    state = counting.tally.states[int(earlier[-1])]
    quantity = counting.quantity(match["n"])
    counting.used.add(match["n"])

    def judge(population: Population) -> tuple[Verdict, str]:
        then = number_of(population, [state], before=True)
        if then is None:
            return "unknown", ""
        return told(quantity, then, len(population.members)), f"{then} were {state.name} in the last report"

    counting.hold(match.span(), judge)


def _rise(counting: Counting, match: re.Match[str]) -> None:
    state = counting.tally.states[int(match["state"])]
    way = match["way"]

    def judge(population: Population) -> tuple[Verdict, str]:
        now, then = number_of(population, [state]), number_of(population, [state], before=True)
        if now is None or then is None:
            return "unknown", ""
        number = {each: counting.quantity(match[each]).amount.value for each in ("from", "to", "by", "to2", "from2") if match[each]}
        right = (now == then) if way in SAME else (now > then) if way in UP else now < then
        right &= all(
            value == (abs(now - then) if each == "by" else now if each.startswith("to") else then) for each, value in number.items()
        )
        return ("true" if right else "false"), f"{now} are {state.name}, after {then}"

    numbers = {match[each] for each in ("from", "to", "by", "to2", "from2") if match[each]}
    if not numbers & counting.used:
        counting.used |= numbers
        counting.hold(match.span(), judge)


def _outnumber(counting: Counting, match: re.Match[str]) -> None:
    groups = match.groupdict()
    first, second = [counting.tally.states[int(match["a"])]], counting.states(match["b"])
    times = {"twice": Decimal(2), "half": Decimal("0.5"), "three times": Decimal(3), "four times": Decimal(4)}.get(
        groups.get("k") or "", Decimal(1)
    )
    less = groups.get("way") in ("fewer", "less")

    def judge(population: Population) -> tuple[Verdict, str]:
        one, two = number_of(population, first), number_of(population, second)
        if one is None or two is None:
            return "unknown", ""
        if groups.get("k"):
            right = one == times * two
        else:
            right = one < two if less else one > two
            by = groups.get("by") or groups.get("by2")
            right &= by is None or abs(one - two) == counting.quantity(str(by)).amount.value
        return ("true" if right else "false"), f"{one} against {two}"

    counting.hold(match.span(), judge)


def _commonest(counting: Counting, match: re.Match[str]) -> None:
    state = counting.tally.states[int(match["a"] or match["a2"])]
    least = re.match("least|smallest", match["which"] or match["which2"])

    def judge(population: Population) -> tuple[Verdict, str]:
        numbers = [number_of(population, [each]) or 0 for each in population.states if each.family == state.family]
        own = number_of(population, [state])
        return ("true" if own == (min if least else max)(numbers) else "false"), f"{own} are {state.name}"

    counting.hold(match.span(), judge)


RULES: tuple[tuple[Callable[[Counting, re.Match[str]], None], re.Pattern[str]], ...] = (
    (_more, MORE_THAN_BEFORE),
    (_step, STEP),
    (_from, FROM),
    (_rise, RISE),
    (_outnumber, OUTNUMBER),
    (_outnumber, THAN),
    (_outnumber, TIMES),
    (_outnumber, AS_MANY),
    (_commonest, COMMON_STATE),
    (_whole, HEAD),
    (_forward, FORWARD),
    (_backward, BACKWARD),
    (_whole, TOTAL),
)


def counted(tally: Tally, populations: Sequence[Population], known: frozenset[str]) -> Iterator[Finding]:
    """Every count of the sentence, held against the populations that it may be of."""
    yield from Counting(tally, populations, known).found()
