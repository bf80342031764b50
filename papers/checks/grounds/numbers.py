"""Each number of a sentence held against what the data could give for it: a figure, a distance, a share."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from papers.checks.amounts import SCALES, Amount, holds, rounds_to
from papers.checks.facts import Figure, stem, stems
from papers.checks.grounds.pieces import JOINTS, Piece, Token, pieces_of
from papers.checks.grounds.words import HOW, side_of
from papers.checks.periods import When
from papers.checks.reading import Reading, fits
from papers.dataset import Observation

COMPARE = frozenset("than since from against compared versus on over with to as below above beside beyond".split())
MEASURES = ("target", "floor", "comparator", "lower", "upper")
DISTANT = frozenset("short shy adrift ahead behind off away shortfall clear good lead trails trailing trail margin".split())
EARLIER = frozenset("from against compared with versus than".split())
STRETCH = re.compile(r"(?<!\S)(?:between|from)(?: the)? @(\d+) (?:and|to)(?: the)? @(\d+)")
ADVERBIAL = ("current", "ago", "previous", "last", "lastyear", "back")
"""Kinds of periods that need no preposition: "this quarter", "a year ago"."""
BINDING = frozenset("in at for by during of to over the this ( end ended ending quarter until up both".split())
"""Words before a period that make it that of the number before them."""
BESIDE = frozenset(
    "from above below over under more beyond between inside fewer less outside exceeded off short behind ahead away out clear good past lower higher up-to beneath missed missing beat beaten".split()
)
"""Words that tell a side only of the number before them."""
BEFORE_NOW = frozenset("having had been after then earlier before when until".split())
"""Words between a period and a number that part them."""
ONWARDS = frozenset("to against after then from through".split())
"""Words before a number that take it away from the period before them."""
CURRENTLY = frozenset("at is now stands stood stand reached reaches currently to".split())
"""Words before a number that make it the latest one."""
BOUNDS = ("over", "under", "least", "most")
NEVER = frozenset("no never nor none neither".split())
NEGATED = frozenset("no never not nor neither none without yet".split())
DURATIONS = frozenset(("quarter", "month", "year", "week", "minute", "second", "period", "result", "time"))


@dataclass(frozen=True)
class Gap:
    """That a number says how far two figures lie apart: the side, and the words that told it."""

    side: str
    word: str
    left: bool


@dataclass
class Sheet:
    """What one sentence about one indicator may draw upon."""

    reading: Reading
    around: tuple[Decimal, ...] = ()
    """Figures of the tables beside the indicator."""

    @cached_property
    def pieces(self) -> list[Piece]:
        return pieces_of(self.reading.coded)

    @property
    def current(self) -> Observation:
        return self.reading.timeline.current

    @cached_property
    def leaves(self) -> bool:
        """Whether a share may be of those whom the indicator does not count."""
        return bool(LEAVING & set(self.reading.text.split())) or " not " in f" {self.reading.facts.indicator.title.lower()} "

    @property
    def main(self) -> str:
        """The series that the targets are of."""
        return self.reading.facts.indicator.measure or "actual"

    @cached_property
    def series(self) -> tuple[str, ...]:
        known = dict.fromkeys(name for each in self.reading.facts.observations for name in each.values)
        return tuple(each for each in known if each != "actual" and each not in MEASURES)

    def then(self, when: When, anchor: Observation) -> tuple[Observation, ...]:
        """The observations that a period may mean, told from another one."""
        line = self.reading.timeline
        match when.kind:
            case "previous" | "last":
                found = line.before(anchor, "actual")
            case "ago" if not when.year:
                found = line.year_ago(anchor)
            case "back":
                found = line.months_ago(anchor, when.months)
            case _:
                return line.meant(when, "actual") or ((line.current,) if when.kind == "term" and line.annual else ())
        return (found,) if found else ()

    def figures(self, names: Sequence[str], observations: Sequence[Observation]) -> list[Figure]:
        facts = self.reading.facts
        found = [found for each in observations for name in names if (found := facts.figure(name, each))]
        measure = facts.indicator.measure
        return [replace(each, unit=facts.unit_of(measure)) if each.name in MEASURES[:2] and measure else each for each in found]

    @cached_property
    def stretch(self) -> tuple[When, When] | None:
        """The two periods of "between September and December", or of "from September to December"."""
        found = STRETCH.search(self.reading.text)
        return (self.reading.coded.whens[int(found[1])], self.reading.coded.whens[int(found[2])]) if found else None

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The measures that the sentence names."""
        return frozenset(each for piece in self.pieces for each in piece.measures)

    @cached_property
    def noted(self) -> tuple[Decimal, ...]:
        """The numbers of the indicator's note and titles."""
        told = self.reading.facts.indicator
        return tuple(
            Decimal(each.replace(",", "")) for each in re.findall(r"\d[\d,]*(?:\.\d+)?", f"{told.note} {told.title} {told.short_title}")
        )

    @cached_property
    def told_series(self) -> frozenset[str]:
        """The series that the sentence names, or gives a figure of."""
        amounts = [each for each in self.reading.coded.amounts if each.unit not in ("%", "share", "points") and not each.word]
        told = {
            each.name
            for each in self.all_figures
            for amount in amounts
            if each.unit != "percent" and fits(amount, each.unit) and _agrees(amount, each)
        }
        said = {stem(each) for each in self.reading.text.split()}
        counted = bool({"number", "numbers"} & set(self.reading.text.split()))
        labelled = {
            each.name
            for each in self.reading.facts.series
            if stems(each.label) & said - (frozenset() if counted else self.reading.facts.words)
        }
        return self.spoken | told | labelled | {self.main}

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The measures that the sentence names, targets apart."""
        return tuple(dict.fromkeys(each for piece in self.pieces for each in piece.measures if each not in ("target", "floor")))

    @cached_property
    def all_figures(self) -> list[Figure]:
        return self.figures(tuple(dict.fromkeys(("actual", *MEASURES, *self.series))), self.reading.facts.observations)


@dataclass
class Number:
    """One number of the sentence, in its piece."""

    sheet: Sheet
    at: int
    token: Token

    @property
    def piece(self) -> Piece:
        return self.sheet.pieces[self.at]

    @cached_property
    def amount(self) -> Amount:
        return self.sheet.reading.amount(self.token.index)

    @cached_property
    def left(self) -> tuple[str, ...]:
        return self.piece.before(self.token)

    @cached_property
    def right(self) -> tuple[str, ...]:
        return self.piece.after(self.token)

    @cached_property
    def gap(self) -> Gap | None:
        """What says that the number is a distance: the word just after it, or just before it, or the number that it says again in percent."""
        if self.amount.unit in ("%", "share") and all(each in HOW or each == "or" for each in (*self.left, *self.right)):
            before = [each for each in numbers_of(self.sheet) if each.token.stop <= self.token.start]
            if before and self.at - before[-1].at == 1 and before[-1].gap and before[-1].amount.unit != self.amount.unit:
                return before[-1].gap
        return self._own_gap

    @cached_property
    def _own_gap(self) -> Gap | None:
        for at, word in enumerate(self._near(self.right, 3, stop=("from", "in", "for", "at", "than"))):
            if (
                word == "between"
                or word in ("over", "under")
                and (self.right[at + 1 : at + 2] or ("",))[0][:1] == "@"
                or TIMES & set(self.right[at + 1 : at + 3])
            ):
                break
            if (side := side_of(word)) is not None and word not in (
                "change",
                "from",
                "growth",
                "rise",
                "closed",
                "lost",
                "cut",
                "reduced",
                "added",
            ):
                return Gap(side, word, False)
        left = self.left
        if left[:1] in (("to",), ("at",), ("from",)):
            return None
        for at, word in enumerate(left[:4]):
            if word[0] in "#@=":
                break
            side = side_of(word)
            if word == "by":
                verb = next((side_of(each) for each in left[at + 1 : at + 5] if side_of(each) is not None), "")
                return Gap(verb or "", "by", True)
            if side is not None and word not in BESIDE:
                return Gap(side, word, True)
            if word not in HOW:
                break
        return Gap("", "points", False) if self.amount.unit == "points" else None

    @staticmethod
    def _near(words: Sequence[str], most: int, stop: Sequence[str] = ()) -> Iterator[str]:
        for word in words[:most]:
            if word[0] in "#@=*" or word in stop and side_of(word) is None:
                return
            yield word
            if side_of(word) is None and word not in HOW and not word.endswith(("s", "ly")):
                return

    @cached_property
    def role(self) -> str | None:
        """The measure that the words beside it make it: "target of #", "# target"; None where they say nothing."""
        for at, word in enumerate(self.left[:5]):
            if word[0] == "=":
                before = self.left[at + 1 : at + 4]
                return (
                    None
                    if "at" in self.left[:at] and any(side_of(each) is not None or each in ("met", "meeting") for each in before)
                    else word[1:]
                )
            if (
                word not in HOW
                and word not in ("of", "is", "was", "at", "remains", "stays", "set", "being", "this", "that", "quarter's", "year's")
                and word[0] != "@"
            ):
                break
        for word in self.right[:2]:
            if word[0] == "=":
                return word[1:]
            if word not in ("the", "quarterly", "annual", "we", "as", "a"):
                break
        return None

    # periods
    def _bound(self, token: Token) -> bool:
        """Whether the period is there to be compared with."""
        before = self.piece.before(token)
        return bool(before) and before[0] in COMPARE

    @cached_property
    def own(self) -> When | None:
        """The period beside the number, no other number between; of "from 654 to 712" the ends of the stretch that the sentence names."""
        if self.left[:1] in (("from",), ("to",)) and (stretch := self.sheet.stretch) and {"from", "to"} <= set(self.piece.words):
            return stretch[self.left[0] == "to"]
        if (
            (self.piece.joint == "when" or (self.piece.joint == "(" and len(self.piece.tokens) == 1))
            and not self.piece.periods
            and self.at
            and self.sheet.pieces[self.at - 1].tokens[-1].is_period
        ):
            return self.sheet.reading.when(self.sheet.pieces[self.at - 1].tokens[-1].index)
        tokens = self.piece.tokens
        here = tokens.index(self.token)
        for each in tokens[here + 1 : here + 8]:
            if each.is_number:
                break
            if each.is_period:
                before = self.piece.before(each)[0]
                when = self.sheet.reading.coded.whens[each.index]
                if before[0] != "#" and before not in BINDING and not (when.kind in ADVERBIAL and before not in COMPARE):
                    break
                return when
        if self.left[:1] and self.left[0] in ONWARDS and (self.left[0] != "to" or "from" in self.piece.words):
            return None
        for each in reversed(tokens[:here]):
            if each.is_number or each.text in BEFORE_NOW:
                break
            if each.is_period:
                before = self.piece.before(each)[:1]
                if before and before[0] in ("since", "than", "compared", "with", "on", "as"):
                    break
                return self.sheet.reading.when(each.index)
        return None

    @property
    def is_part(self) -> bool:
        """Whether it counts a part of something told before: "of which 45 were ..."."""
        before = self.sheet.pieces[self.at - 1].words if self.at else ()
        return (self.piece.joint == "which" and before[-1:] == ("of",)) or bool(
            OF_THOSE.search(self.sheet.reading.text[: self.token.start])
        )

    @property
    def is_current(self) -> bool:
        """Whether the words before it say that it is what is reported now."""
        if not self.left:
            return self.piece.joint != "("
        return self.left[0] in CURRENTLY and self.left[1:2] not in (("compared",), ("relative",))

    @cached_property
    def whens(self) -> list[When]:
        return [self.sheet.reading.coded.whens[each.index] for each in self.piece.periods]

    @cached_property
    def all_whens(self) -> list[When]:
        return list(self.sheet.reading.coded.whens)


@dataclass(frozen=True)
class Told:
    """What became of a number: a verdict, the rule that gave it, the figures that it was held against."""

    verdict: str
    rule: str
    figures: tuple[Figure, ...] = ()


def once(observations: Sequence[Observation]) -> list[Observation]:
    """Each observation once."""
    return list({each.period.end: each for each in observations}.values())


def judge(number: Number) -> Told:
    """Whether the data gives a ground for the number."""
    amount, unit = number.amount, number.sheet.reading.facts.unit
    if unlike := _other_unit(number):
        return unlike
    if amount.unit in DURATIONS and not fits(amount, unit):
        return Told("unknown", "duration")
    if number.is_part or (RANGED & set(number.piece.words)) or number.right[:2] in PER:
        return Told("unknown", "part")
    if number.sheet.reading.is_guarded(number.token.start):
        return _hoped(number)
    if _is_negated(number):
        return Told("unknown", "negated")
    if amount.unit == "share" and not number.gap:
        return _share(number)
    if number.gap:
        return _gap(number)
    return _level(number)


UNITS = {
    "hours": "hour",
    "million hours": "hour",
    "days": "day",
    "weeks": "week",
    "months": "month",
    "tonnes": "tonne",
    "thousand miles": "mile",
    "minutes": "minute",
}
"""The nouns of the units that a figure can be said in by mistake."""


def _other_unit(number: Number) -> Told | None:
    """A figure of the indicator, or the distance of two, said in another unit: hours for weeks, miles for thousands of miles."""
    sheet, amount = number.sheet, number.amount
    unit = sheet.reading.facts.unit
    own = UNITS.get(unit, "")
    scaled = SCALES.get(unit, 1) != 1
    if number.amount.scale != 1 or not (own or unit.startswith("GBP")) or (scaled and "000s" in sheet.reading.coded.sentence):
        return None
    if amount.unit == own or amount.unit == "\u00a3":
        if not scaled or fits(replace(amount, unit=""), unit):
            return None
        figures = [each for each in sheet.all_figures if each.unit == unit and rounds_to(each.number, amount.value, amount.step)]
        return Told("false", "unit", tuple(figures[:1])) if figures else None
    if not own or amount.unit not in UNITS.values():
        return None
    figures = [each for each in sheet.figures(("actual",), mentioned(number)) if each.number == amount.value]
    gaps = (
        [pair for pair in _tight(number, mentioned(number)) if abs(pair[1].number - pair[0].number) == amount.value] if number.gap else []
    )
    return Told("false", "unit", tuple(figures[:1]) or gaps[0]) if figures or gaps else None


def _is_negated(number: Number) -> bool:
    """Whether "no", "not" or "never" makes it a number that is not reached, or a bound of several."""
    if number.role or (number.gap and number.amount.around not in BOUNDS):
        return False
    if number.amount.around in BOUNDS and NEGATED & set(number.sheet.reading.text.split()):
        return True
    return bool(NEGATED & set(number.piece.words)) or bool(number.sheet.reading.text.split()[0] in NEVER and not number.at)


def _hoped(number: Number) -> Told:
    """A number under "will" or "would": only a target can be held, against those of every period, or a forecast of the data."""
    sheet = number.sheet
    if "forecast" in sheet.series and any(each.startswith("forecast") for each in sheet.reading.text.split()):
        return _forecast(number)
    if number.role not in MEASURES[:2] or number.gap:
        return Told("unknown", "guarded")
    figures = _units(number, sheet.figures((number.role,), sheet.reading.facts.observations))
    return Told("unknown" if not figures or _says(number.amount, figures) else "false", "hoped-role", tuple(figures[-1:]))


def _forecast(number: Number) -> Told:
    """A number of what is forecast: the figure, or how far it lies from the latest result."""
    sheet = number.sheet
    ahead = sheet.figures(("forecast",), sheet.reading.facts.observations)
    now = sheet.figures(("actual",), (sheet.current,))
    known = _units(number, ahead + now)
    if not known or number.amount.word:
        return Told("unknown", "forecast")
    right = _says(number.amount, known) if not number.gap else any(_fits_gap(number, pair) for pair in itertools.product(now, ahead))
    return Told("true" if right else "false", "forecast", tuple(ahead[-1:]))


def _units(number: Number, figures: Sequence[Figure]) -> list[Figure]:
    return [
        each
        for each in figures
        if fits(number.amount, each.unit) or (number.amount.unit == "" and each.unit != "percent" and not number.amount.word)
    ]


def _says(amount: Amount, figures: Sequence[Figure]) -> Figure | None:
    return next((each for each in figures if _agrees(amount, each)), None)


def _agrees(amount: Amount, figure: Figure) -> bool:
    """Whether the amount says the figure; "under 0.01%" says one that is printed as "<0.01%"."""
    if figure.qualifier and amount.around in BOUNDS and amount.plain == figure.number:
        return True
    if figure.name in MEASURES[:2] and amount.step < Amount(figure.number).step and amount.plain != figure.number and not amount.around:
        return False
    return holds(amount, figure.number, figure.unit) != "false"


def mentioned(number: Number) -> list[Observation]:
    """The observations that the sentence names, by their period or by their figure; the current one first."""
    sheet = number.sheet
    found = [sheet.current, *(each for when in number.all_whens for each in sheet.then(when, sheet.current))]
    found += [
        each for when in number.all_whens if when.kind in ("previous", "ago") for known in list(found) for each in sheet.then(when, known)
    ]
    for amount in sheet.reading.coded.amounts:
        if amount is not number.amount and len(str(amount.value).replace(".", "").strip("0")) > 1 and not amount.around:
            found += [
                each.observation
                for each in sheet.all_figures
                if each.name in ("actual", *sheet.series) and fits(amount, each.unit) and holds(amount, each.number, each.unit) == "true"
            ]
    return once(found)


def _derived(number: Number) -> Iterator[Decimal]:
    """Every number that the indicator's figures give by a sum, a difference of counts, or what a share leaves."""
    figures = number.sheet.all_figures
    for each in figures:
        if each.unit == "percent" and number.sheet.leaves:
            yield 100 - each.number
    for one, two in itertools.combinations(figures, 2):
        if (
            one.unit == two.unit
            and one.observation is two.observation
            and {one.name, two.name} <= {"actual", *number.sheet.series} - set(MEASURES)
        ):
            yield one.number + two.number
        if one.unit == two.unit and one.unit != "percent" and one.name == two.name:
            yield one.number - two.number
        if "percent" in (one.unit, two.unit) and one.unit != two.unit and one.observation is two.observation:
            yield one.number * two.number / 100
    for name in ("actual", *number.sheet.series):
        known = [each.number for each in figures if each.name == name and each.unit != "percent"]
        for size in range(2, 6):
            for at in range(len(known) - size + 1):
                yield sum(known[at : at + size], Decimal(0))


def _is_foreign(number: Number) -> bool:
    """Whether a plain number counts something that the indicator's words do not name."""
    amount, facts = number.amount, number.sheet.reading.facts
    if amount.unit:
        return False
    if facts.unit.startswith("rate") and amount.step < 1:
        return False
    words = [each for each in number.right if each not in HOW and side_of(each) is None]
    noun = words[0] if words else ""
    if not noun or noun[0] in "@=~#" or noun in AFTER_NUMBER:
        return amount.plain < SMALL and not number.gap
    near = words[:3]
    if any(stem(each) in facts.known_words and each not in GENERAL for each in near if each[0].isalpha()):
        return False
    return not (amount.plain >= LARGE and noun in GENERAL)


AFTER_NUMBER = frozenset(
    """than in on at for from since against compared with by to and or but as after before when while that which who came come comes were was
    are is has have had now today then between during over under above below beneath past short since received raised made taken recorded
    handled reported done carried out given gave last this these""".split()
)
"""Words that may follow a number whose noun is not said."""
LARGE = 100


def _counts_other(number: Number, pairs: Sequence[tuple[Figure, Figure]]) -> bool:
    """Whether the distance is in a unit of which the indicator has no figures, or of something else."""
    amount = number.amount
    if amount.unit in ("points", "%", "share"):
        return False
    fitting = [b for _, b in pairs if fits(amount, b.unit) or (amount.unit == "" and b.unit != "percent")]
    if amount.unit == "" and not fitting:
        whole = [each for each in number.sheet.reading.coded.amounts if each.unit in ("%", "points", "share")]
        if not whole:
            return True
        if amount.plain > SMALL:
            return True
        noun = next((each for each in number.right if each not in HOW and side_of(each) is None), "")
        return bool(noun[:1].isalpha() and noun not in COMPARE | JOINTS | AFTER_NUMBER | {"its"})
    return not fitting or (amount.unit == "" and _is_foreign(number))


def _level(number: Number) -> Told:
    sheet = number.sheet
    facts = sheet.reading.facts
    role = number.role
    bare = all(each in HOW or each in ("at", "by", "with", "and") or each[0] in "#@" or each in COMPARE for each in number.piece.words)
    names = (role,) if role else ("actual", *(sheet.spoken if bare else number.piece.measures))
    known = _units(number, sheet.all_figures)
    if number.amount.unit == "%" and not known:
        return _of_whole(number)
    if not known or (number.amount.word and number.amount.unit == ""):
        return Told("unknown", "no-unit")
    unit = known[0].unit
    own = number.own
    meant = sheet.then(own, sheet.current) if own else ()
    if own:
        if not meant:
            return Told("unknown", "no-such-period")
        if found := _says(number.amount, _units(number, sheet.figures(tuple(dict.fromkeys((*names, *sheet.series))), meant))):
            return Told("true", "own", (found,))
        lacking = [each for each in ((role,) if role else ("actual", *sheet.named)) if not sheet.figures((each,), meant)]
        if lacking:
            stale = (
                _says(number.amount, [each for each in known if each.name == sheet.main])
                if lacking == ["actual"] and own.kind in ("month", "current") and not number.amount.around
                else None
            )
            return Told("false", "misplaced-lacking", (stale,)) if stale else Told("unknown", "no-figure-then")
    wide = tuple(dict.fromkeys((*names, *sheet.series)))
    if not own:
        told = _told(number)
        if found := _says(number.amount, _units(number, sheet.figures(wide, told))):
            return Told("true", "free", (found,))
    if found := _says(number.amount, [each for each in known if each.name in wide]):
        if own:
            return Told("false", f"misplaced-own{'-role' if role else ''}", (found,))
        if number.is_current and not IN_ORDER & set(sheet.reading.text.split()):
            return Told("false", f"misplaced-free{'-role' if role else ''}{'-alone' if not number.all_whens else ''}", (found,))
        return Told("unknown", "misplaced")
    if (found := _says(number.amount, known)) and (found.name in sheet.spoken or (AIMS | NEVER) & set(sheet.reading.text.split())):
        return Told("unknown", "other-measure", (found,))
    if any(holds(number.amount, each, unit) != "false" for each in (*_derived(number), *sheet.noted, *sheet.around)):
        return Told("unknown", "derived")
    if _is_foreign(number):
        return Told("unknown", "foreign")
    return Told("false", f"nowhere{'-own' if own else ''}{'-role' if role else ''}")


def _told(number: Number) -> list[Observation]:
    """The observations that a number with no period of its own may be of: the one the sentence is at, or those that it compares with."""
    sheet = number.sheet
    when = sheet.reading.subject_when(number.token.start)
    here = list(sheet.then(when, sheet.current)) if when else []
    here += [each for told in number.whens for each in sheet.then(told, sheet.current)]
    if number.is_current and not IN_ORDER & set(sheet.reading.text.split()):
        return once([sheet.current, *here])
    return _wide(number, mentioned(number))


LEAVING = frozenset(
    "not nor neither without rest remaining remainder others late longer beyond outside went failed missed waited uncollected unpaid unanswered left other late".split()
)
"""Words by which a share may be of those whom the indicator does not count."""
TIMES = frozenset("last past this latest year quarter months".split())
"""Words after "over" that make it a time."""
RANGED = frozenset(("band", "range", "anything", "anywhere"))
OF_THOSE = re.compile(r"(?<!\S)of (?:those|these|them)(?: (?!,|;)\S+){0,3} $")
PER = (("a", "year"), ("a", "quarter"), ("a", "month"), ("each", "year"), ("each", "quarter"), ("per", "year"), ("every", "quarter"))
"""Words after a number that make it a pace."""
AIMS = frozenset(
    "aim aims aimed set asked want wanted need needed should planned plan allowed milestone reach expected bar threshold mark".split()
)


def _of_whole(number: Number) -> Told:
    """A percentage in brackets after a count: it is that count's share of another number of the sentence, or of a figure."""
    sheet = number.sheet
    if number.piece.joint != "(" or not number.at or len(number.piece.numbers) != 1 or not sheet.pieces[number.at - 1].numbers:
        return Told("unknown", "no-unit")
    part = sheet.reading.amount(sheet.pieces[number.at - 1].numbers[-1].index)
    wholes = [each.plain for each in sheet.reading.coded.amounts if each is not part and each.unit == "" and each.plain >= part.plain]
    wholes += [
        each.number * SCALES.get(each.unit, 1)
        for each in sheet.figures(("actual", *sheet.series), mentioned(number))
        if each.unit != "percent"
    ]
    if part.unit or not part.plain or not wholes:
        return Told("unknown", "no-unit")
    changed = [abs(whole - part.plain) for whole in wholes]
    right = any(whole and holds(number.amount, 100 * each / whole) != "false" for whole in wholes for each in (part.plain, *changed))
    return Told("true", "share-part") if right else Told("unknown" if sheet.around else "false", "share-part")


IN_ORDER = frozenset("from then through after peak low high".split())
GENERAL = frozenset("count number people children total average residents pupils clients young cases persons users customers".split())
SMALL = 20


Pair = tuple[Figure, Figure]
"""What a number is told from, and what it is told of: a target and a result, an earlier and a later figure."""


def _to_measures(number: Number, observations: Sequence[Observation], names: Sequence[str]) -> list[Pair]:
    """Each result of those observations with the measures that it is set against."""
    sheet = number.sheet
    pairs: list[Pair] = []
    for each in observations:
        mains = sheet.figures(dict.fromkeys((sheet.main, "actual")), (each,))
        pairs += [(other, main) for other in sheet.figures(names, (each,)) for main in mains if other.unit == main.unit]
    return pairs


def _changes(number: Number, observations: Sequence[Observation]) -> list[Pair]:
    """Each two results of those observations, the earlier one first; targets too where the piece speaks of them."""
    sheet = number.sheet
    share = number.amount.unit in ("%", "share", "points")
    names = [
        "actual",
        *(each for each in sheet.series if not share or each in sheet.told_series),
        *(each for each in number.piece.measures if each in MEASURES),
    ]
    ordered = sorted(observations, key=lambda each: each.period.end)
    pairs = [
        (a, b)
        for name in names
        for x, y in itertools.combinations(ordered, 2)
        for a in sheet.figures((name,), (x,))
        for b in sheet.figures((name,), (y,))
    ]
    return [each for each in pairs if each[0].number != each[1].number or not number.amount.value]


def _pairs(number: Number, observations: Sequence[Observation]) -> list[Pair]:
    """All of both."""
    names = [each for each in (*MEASURES, *number.sheet.series) if each != number.sheet.main]
    return _to_measures(number, observations, names) + _changes(number, observations)


def _here(number: Number) -> list[Observation]:
    """What the number's piece tells of: the periods it holds, else the one that the sentence is at, else the current one."""
    sheet = number.sheet
    told = [each for when in number.whens for each in sheet.then(when, sheet.current)]
    subject = sheet.reading.subject_when(number.token.start)
    return once(told or (list(sheet.then(subject, sheet.current)) if subject else []) or [sheet.current])


def _tight(number: Number, said: Sequence[Observation]) -> list[Pair]:
    """The pairs that the words beside the number name: its measure, or the periods of its piece."""
    sheet, piece = number.sheet, number.piece
    measures = [each for each in piece.measures if each in MEASURES]
    if not measures and number.gap and number.gap.word in DISTANT:
        measures = [each[1:] for p in sheet.pieces for each in p.words if each[0] == "=" and each[1:] in MEASURES] or ["target"]
    if not measures and number.gap and number.gap.word == "by" and not number.gap.side:
        measures = [each for each in MEASURES if each in sheet.spoken]
    if measures:
        return _to_measures(
            number, _here(number) if number.whens else once([*_here(number), *said]) if number.all_whens else [sheet.current], measures
        )
    if all(each.kind == "current" for each in number.all_whens):
        before = sheet.reading.timeline.before(sheet.current, "actual")
        return _changes(number, [sheet.current, *([before] if before else [])])
    across = _changes(number, _wide(number, said))
    here = once([each for when in number.whens for each in sheet.then(when, sheet.current)])
    return [each for each in across if not here or each[0].observation in here or each[1].observation in here]


def _ahead(number: Number, said: Sequence[Observation]) -> list[tuple[Figure, Figure]]:
    """The results with the targets of other periods: those that are to come, or were in force before."""
    sheet = number.sheet
    results = sheet.figures(("actual",), said)
    return [(target, each) for target in sheet.figures(("target",), sheet.reading.facts.observations) for each in results]


def _wide(number: Number, said: Sequence[Observation]) -> list[Observation]:
    """The observations, each with the one before it and a year before."""
    line = number.sheet.reading.timeline
    more = [found for each in said for found in (line.before(each, "actual"), line.year_ago(each)) if found]
    return once([*said, *more])


def _fits_gap(number: Number, pair: tuple[Figure, Figure]) -> bool:
    a, b = pair
    amount = number.amount
    change = b.number - a.number
    if amount.unit in ("%", "share"):
        return bool(a.number) and holds(amount, abs(change) * 100 / abs(a.number)) != "false"
    if amount.unit == "points":
        return b.unit == "percent" and holds(amount, abs(change)) != "false"
    if amount.unit and not fits(amount, b.unit):
        return False
    return holds(amount, abs(change), b.unit) != "false"


def _is_gap_figure(number: Number, said: Sequence[Observation]) -> bool:
    """Whether the indicator is itself a gap, and the number its figure."""
    facts = number.sheet.reading.facts
    if facts.unit != "percent" or not {"gap", "diffe"} & stems(facts.indicator.title):
        return False
    return any(holds(number.amount, each.number) != "false" for each in number.sheet.figures(("actual", *MEASURES), said))


def _goes(number: Number, pair: tuple[Figure, Figure]) -> bool:
    """Whether the pair lies on the side that the words tell."""
    a, b = pair
    side = number.gap.side if number.gap else ""
    change = b.number - a.number
    if not side or not change:
        return True
    lower = number.sheet.reading.facts.indicator.polarity == "lower"
    if side in ("better", "worse"):
        if number.sheet.reading.facts.indicator.polarity not in ("lower", "higher"):
            return True
        return (side == "better") == ((change > 0) != lower)
    return (side == "up") == (change > 0)


def _adjacent(number: Number) -> str:
    """What the distance is said to be from: "=target", "@3", or nothing; right after it, else before it, else where the sentence began."""
    seen = bool(number.gap and number.gap.left)
    for word in number.right[:8]:
        if word[0] == "#" and not seen:
            return ""
        if word[0] == "=" or (word[0] == "@" and seen):
            return word
        if word[0] == "@":
            break
        if word in COMPARE or word in DISTANT or word in ("of", "last"):
            seen = True
    for at, word in enumerate(number.left):
        if (
            word[0] == "@"
            and number.left[at + 1 : at + 2] in (("on",), ("since",), ("with",), ("against",), ("to",))
            and not number.piece.measures
        ):
            return word
    if number.whens or number.piece.measures:
        return ""
    first = number.sheet.pieces[: number.at]
    led = [
        each.periods[-1].text
        for each in first
        if each.periods and ({each.words[0], *(each.words[:2] if each.words[0] in ("set", "but") else ())} & SET_AGAINST)
    ]
    led += [two.words[0] for one, two in itertools.pairwise(first) if set(one.words[-2:]) & SET_AGAINST and two.words[0][0] == "@"]
    return led[-1] if len(led) == 1 else ""


SET_AGAINST = frozenset("compared against since relative comparison set beside versus".split())


FROM_TO = re.compile(r"(?<!\S)from #(\d+)(?: (?!#|from |to )\S+){0,4} to #(\d+)")


def _stated(number: Number) -> list[Pair]:
    """The two figures of "from 579 to 533", where they are what the distance is told with."""
    sheet = number.sheet
    found = list(FROM_TO.finditer(sheet.reading.text))
    beside = [each.token.index for each in numbers_of(sheet) if abs(each.at - number.at) <= 1]
    if len(found) != 1 or not {int(each) for each in found[0].groups()} <= set(beside):
        return []
    one, two = (sheet.reading.amount(each) for each in found[0].groups())
    if one.around or two.around or number.amount in (one, two):
        return []
    pairs = _changes(number, sheet.reading.facts.observations)
    return [each for each in pairs if each[0].name not in MEASURES and _agrees(one, each[0]) and _agrees(two, each[1])]


def _strict(number: Number, said: Sequence[Observation]) -> tuple[list[Pair], bool]:
    """The pairs that the words name outright, and whether they do."""
    sheet = number.sheet
    beside = _adjacent(number)
    if not beside and number.gap and number.gap.word not in DISTANT and (stated := _stated(number)):
        return stated, True
    if beside[:1] == "=" and beside[1:] in MEASURES:
        return _to_measures(number, _here(number) if number.whens else said, [beside[1:]]), True
    if beside[:1] == "@":
        then = sheet.then(sheet.reading.coded.whens[int(beside[1:])], sheet.current)
        pairs = _changes(number, once([*then, sheet.current, *_here(number)]))
        pairs += _to_measures(number, then, [each for each in MEASURES if each in sheet.spoken])
        return [each for each in pairs if each[0].observation in then or each[1].observation in then], bool(
            then
        ) and sheet.current not in then
    return [], False


def _gap(number: Number) -> Told:
    sheet = number.sheet
    said = mentioned(number)
    strict, outright = _strict(number, said)
    tight = strict if outright else _tight(number, said)
    kind = "measure" if tight and tight[0][0].name != tight[0][1].name else "period"
    right = [each for each in tight if _fits_gap(number, each)]
    if any(_goes(number, each) for each in right):
        return Told("true", "gap-" + kind + ("-strict" if outright else ""))
    loose = _pairs(number, _wide(number, said)) + _ahead(number, said)
    if _is_gap_figure(number, said) or _counts_other(number, [*tight, *loose]):
        return Told("unknown", "gap-other")
    if (number.sheet.around and not _stated(number)) or (not outright and any(_fits_gap(number, each) for each in loose)):
        return Told("unknown", "gap-loose")
    if not loose:
        return Told("unknown", "no-pair")
    if number.amount.word and number.amount.unit == "" and sheet.reading.facts.unit != "percent":
        return Told("unknown", "gap-word")
    if right:
        return Told("false", f"gap-side-{kind}{'-strict' if outright else ''}", right[0])
    if _says(number.amount, _units(number, sheet.all_figures)) and number.amount.unit != "points":
        return Told("unknown", "gap-or-level")
    if outright:
        return Told("false", f"gap-strict-{kind}{'-loose' if any(_fits_gap(number, each) for each in loose) else ''}", (strict or loose)[0])
    return Told("false", f"gap-{kind}-{number.gap.word if number.gap else ''}", (tight or loose)[0])


def _share(number: Number) -> Told:
    sheet = number.sheet
    said = mentioned(number)
    if not number.gap:
        near = sheet.then(number.own, sheet.current) if number.own else said
        told = [each for each in sheet.all_figures if each.unit == "percent" and each.observation in near]
        if any(
            holds(number.amount, value) != "false"
            for each in told
            for value in (each.number, *((100 - each.number,) if sheet.leaves else ()))
        ):
            return Told("true", "share-level")
    if any(_fits_gap(number, each) for each in _pairs(number, _wide(number, said))):
        return Told("true", "share-change")
    of_measure = number.right[:1] == ("of",) and any(each[0] == "=" for each in number.right[:4])
    ratio = of_measure or RATIO & set(sheet.reading.text.split())
    counts = [each for each in sheet.all_figures if each.observation in said and (each.unit != "percent" or ratio)]
    if any(
        a.unit == b.unit and b.number and holds(number.amount, 100 * a.number / b.number) != "false"
        for a, b in itertools.permutations(counts, 2)
    ):
        return Told("true", "share-ratio")
    if sheet.reading.facts.unit == "percent" and not number.gap:
        return Told("false", "share-level")
    return Told("false", "share-gap") if number.gap else Told("unknown", "share")


RATIO = frozenset("what as its level again".split())
"""Words by which a share is of another figure."""


def numbers_of(sheet: Sheet) -> Iterator[Number]:
    """Every number of the sentence."""
    for at, piece in enumerate(sheet.pieces):
        for token in piece.numbers:
            yield Number(sheet, at, token)
