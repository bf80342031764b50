"""What counts of risks and of mitigating actions are held against: levels, scores, movements, statuses, due dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from papers.checks.facts import stem, stems
from papers.checks.language.matching import matcher
from papers.checks.language.tallying import Member, Population, State, members_of, tally
from papers.checks.reading import Finding
from papers.checks.risks.aims import HOPED, aimed_populations, as_aimed, unless_aimed
from papers.checks.risks.batches import UNDATED, counted_in_full, is_undated, named_batches
from papers.checks.risks.counting import EACH_OF, LEFT_OPEN, counting
from papers.checks.risks.counts import RISK_STATES, has_status, is_listed, level_words
from papers.checks.risks.mentions import Names, is_named
from papers.checks.risks.served import SERVING, apiece, served_states, serving, told_of_none
from papers.checks.risks.spoken import (
    DATE,
    aimed_score_states,
    aimed_states,
    at_level,
    due_states,
    owned_states,
    scored_states,
    was_at_level,
)
from papers.checks.summaries.reading import counted
from papers.dataset import Dataset, Risk, RiskAction
from papers.risks import is_open, is_overdue, risk_scheme_of

RISKS = r"(?:[Cc]orporate |[Ss]trategic |[Kk]ey )?[Rr]isks?"
ACTIONS = r"(?:[Mm]itigating |[Mm]itigation )?[Aa]ctions?|[Mm]itigations|[Mm]itigating measures"


NAMED = matcher(r"\([A-Z]{1,4}\d+\)")
"""The id of a risk beside its name, which parts no words."""


BELONGS = r"\b(?:belong(?:s|ed)?|falls?|fell|comes?|came|dates?) (?:to|in|within|from|under) (?:the )?"
"""Before the batch that some of all actions are said to be of."""
OF_THEM = r"\bof (?:them|these|those|which) [^,;]*?"
"""Before the batch of some of those that were counted before."""
OF_ALL = matcher(r"(?:Out of|Of) (?:the|all|our)(?: (?:the|our))? (?:[\w-]+ ){1,3}actions\b[^,]*,")
"""What counts all actions before some of them are told of."""
EACH_RISK = matcher(r"\b(?:each|every)\b(?: \w+){0,2} risks?\b[^,;]*\bactions?\b", re.IGNORECASE)
"""What tells how many actions risks have one by one."""
OTHERS = matcher(r"\b(?:others?|(?:apart|aside) from|except(?:ing)?|bar|but|save|other than|excluding)\b", re.IGNORECASE)
"""What shows that a sentence may count those risks that it does not name."""
NOW_HOLDS = matcher(r"\bnow (?:holds?|has|have|lists?|contains?|carries|carry|comprises?|includes?)\b")
"""What counts those that are on the register as it stands."""


def _joined(sentence: str, risks: tuple[Risk, ...]) -> str:
    """The sentence with each risk's title as one word and without the ids beside titles; every character stays where it stood."""
    plain = NAMED.sub(lambda found: " " * len(found[0]), sentence)
    for each in risks:
        plain = re.sub(re.escape(each.title), lambda found: found[0].replace(" ", "-"), plain, flags=re.IGNORECASE)
    return plain


class Register:
    """Counts of the risks and actions of one report."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    @cached_property
    def risk_states(self) -> tuple[State, ...]:
        """What risks are counted by."""
        levels = reversed(risk_scheme_of(self.dataset).levels)
        return (
            *RISK_STATES,
            State(
                "with actions",
                r"(?:has|have|with|had) (?:at least one |any |an )?(?:mitigating )?actions?(?: against (?:it|them)| listed)*",
                lambda r: any(a.risk == r.id for a in self.dataset.actions),
                None,
                "acted",
            ),
            *(
                State(
                    each.band.word,
                    level_words(each.band.word, each.name),
                    at_level(each.low, each.high),
                    was_at_level(each.low, each.high),
                    "level",
                )
                for each in levels
            ),
        )

    @cached_property
    def names(self) -> Names:
        """The names of the register."""
        return Names(self.dataset)

    @cached_property
    def _full(self) -> tuple[RiskAction, ...]:
        """The actions with those that are counted and not listed."""
        return counted_in_full(self.dataset.actions, self.dataset.stated)

    @cached_property
    def action_states(self) -> tuple[State, ...]:
        """What actions are counted by."""
        days = (self.dataset.info.period_end, self.dataset.info.data_date, self.dataset.info.date)

        def overdue(action: RiskAction) -> bool | None:
            return is_overdue(action, days[1])

        return (
            State(
                "partly complete",
                r"(?:partly|partially|part) (?:complete[d]?|done|finished)|half[- ]done|half[- ]finished|under ?way|in progress",
                has_status("partly complete"),
                None,
                "status",
            ),
            State(
                "complete",
                r"(?:been |fully |already )?(?:completed?|finished|done|delivered|closed)",
                has_status("complete"),
                None,
                "status",
            ),
            State(
                "outstanding",
                r"(?:still )?(?:outstanding|to be (?:completed|done|finished)|yet to be (?:completed|done|finished)|unfinished|incomplete|not begun|left to do)",
                has_status("outstanding"),
                None,
                "status",
            ),
            State(
                "under regular review",
                r"(?:under|subject to|kept under|in|for|at|on|being under|marked for|a matter of)? ?(?:the )?regular review|regularly reviewed|reviewed regularly",
                has_status("regular review"),
                None,
                "status",
            ),
            State(
                "overdue", r"overdue|late|past (?:(?:their|its) (?:due )?dates?|it|theirs)|behind (?:time|schedule)", overdue, None, "due"
            ),
            State("open", r"(?:still )?open", is_open, None, "open"),
            State(
                "without a date",
                r"(?:(?:has|have|with|had) no|without (?:a )?) ?(?:due )?dates?|undated",
                lambda a: a.due is None,
                None,
                "dated",
            ),
            State("dated", r"(?:has|have|with|had) (?:a )?due dates?", lambda a: a.due is not None, None, "dated"),
        )

    def findings(self, sentence: str, block: str, scores: Container[int] = ()) -> Iterator[Finding]:
        """Every count of risks or actions in the sentence; at `scores` stand numbers that are scores, and count nothing."""
        if not self.dataset.risks:
            return
        if re.search(rf"\b(?:{ACTIONS})\b", sentence) or (block.startswith("risks/actions") and not re.search(rf"\b{RISKS}\b", sentence)):
            yield from self._actions(sentence, block, scores)
        if not block.startswith("risks/actions") or re.search(rf"\b{RISKS}\b", sentence):
            yield from self._risks(sentence, block, scores)

    def _risks(self, sentence: str, block: str, scores: Container[int]) -> Iterator[Finding]:
        spoken = (
            *aimed_states(sentence, risk_scheme_of(self.dataset)),
            *(() if block.startswith("risk/") else (*aimed_score_states(sentence), *scored_states(sentence))),
            *owned_states(sentence, self.dataset.risks),
        )
        population = Population(RISKS, self.risk_states, self.dataset.risks, (lambda r: r.current_score is not None,), spoken=spoken)
        if (
            plain := as_aimed(sentence, [each.band.word for each in risk_scheme_of(self.dataset).levels])
            if block.startswith("risks")
            else ""
        ):
            yield from self._aimed(sentence, plain, population, scores)
            return
        coded = counting(tally(sentence, population), scores, alone=block.startswith("risk/"))
        if (coded.quantities or coded.states) and (
            "%" in coded.parts or (block.startswith("risks") and coded.quantities and coded.text.startswith("#"))
        ):
            others = members_of(population, lambda r: not is_named(sentence, r, self.dataset.risks))
            both = members_of(population, lambda r: r.current_score is not None and r.previous_score is not None)
            sets = [population, others] if OTHERS.search(sentence) else [population]
            sets = (
                [members_of(population, is_listed)]
                if NOW_HOLDS.search(sentence) and not any(e.family == "closed" for e in coded.states)
                else sets
            )
            sets += [both] if re.search(r"\b[Bb]oth (?:reports|times|quarters)\b", sentence) else []
            words = ("register", "corporate", "scored", "current", "council", "county")
            known = frozenset(map(stem, words))
            found = self._of_named(sentence, counted(coded, sets, known))
            if not HOPED.search(sentence):
                yield from found
                return
            aims = list(aimed_populations(population, risk_scheme_of(self.dataset)))
            yield from unless_aimed(
                found, () if block.startswith("risk/") else counted(counting(tally(sentence, aims[0]), scores), aims, known)
            )

    def _of_named(self, sentence: str, found: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, of which what is said of each of several risks that are named before is left open."""
        named = self.names.mentions(sentence)
        for each in found:
            of_named = EACH_OF.match(each.said) and len({one.risk.id for one in named if one.stop <= each.start}) > 1
            left = of_named or LEFT_OPEN.fullmatch(each.said)
            yield replace(each, verdict="unknown") if left and each.verdict == "false" else each

    def _aimed(self, sentence: str, plain: str, population: Population, scores: Container[int]) -> Iterator[Finding]:
        """Every count of risks as they would stand at their targets; `plain` says the same of what is."""
        sets = list(aimed_populations(population, risk_scheme_of(self.dataset)))
        coded = counting(tally(plain, sets[0]), scores)
        coded.sentence = sentence
        if "%" in coded.parts:
            yield from counted(coded, sets, frozenset(stem(each) for each in ("register", "corporate", "band", "scored")))

    def _actions(self, sentence: str, block: str, scores: Container[int]) -> Iterator[Finding]:
        undated = is_undated(self.dataset.actions)
        if EACH_RISK.search(sentence):
            return
        plain = _joined(sentence, self.dataset.risks)
        served = dict(served_states(plain, self.names))
        spoken = (*served.values(), *(() if undated else due_states(sentence, self.dataset.info.period_end)))
        batches = sorted({a.batch for a in self.dataset.actions}, key=len, reverse=True)
        names = "|".join([*(rf"(?:the )?(?:after |for )?(?i:{re.escape(each)})" for each in batches), *([UNDATED] if undated else [])])
        whole = Population(ACTIONS, self.action_states, self.dataset.actions, (), names, spoken=spoken)
        coded = serving(counting(tally(plain, whole), scores))
        if not (coded.quantities or coded.states) or not ("%" in coded.parts or coded.text.startswith("#")):
            return
        if "%" not in coded.parts and any(each.family == "due" for each in coded.states):
            return
        told = {each.amount.value for each in coded.quantities} | {each.whole for each in coded.quantities}
        sizes = {sum(a.batch == each for a in self._full) for each in batches}
        if any(each.unlisted and each.measure == "total" and each.value in told - {None} - sizes for each in self.dataset.stated):
            return
        sets = list(self._sets(sentence, block, whole, served))
        known_states = [each for each in coded.states if served and each.family == "status"]
        sets += [(words, members_of(each, _being(state))) for state in known_states for words, each in tuple(sets)]
        yield from apiece(coded, [each for _, each in sets])
        known = frozenset(stem(name) for each in self.dataset.risks for name in (each.title.replace(" ", "-"), each.id)).union(
            *(words for words, _ in sets), *(stems(each.batch) for each in self.dataset.actions)
        )
        more = frozenset(
            stem(each) for each in ("listed", "batch", "mitigating", "against", SERVING, "planned", "later", "after", "quarter", "set")
        )
        found = told_of_none(counted(coded, [each for _, each in sets], known | more), [each for _, each in sets])
        for each in found:
            taken_up = EACH_OF.match(each.said) and each.start and each.verdict == "false"
            yield replace(each, verdict="unknown") if taken_up else each

    def _sets(self, sentence: str, block: str, whole: Population, served: Container[str]) -> Iterator[tuple[frozenset[str], Population]]:
        """The actions that the sentence may speak of: those of a batch or a risk that it names, else all, or those of the first batch.

        Risks that are `served` by a number of them narrow nothing. In a risk's own block a sentence that names none speaks of that risk.
        """
        risks = [each for each in self.dataset.risks if each.id not in served and is_named(sentence, each, self.dataset.risks)]
        risks = risks or [each for each in self.dataset.risks if f"{block}/".startswith(f"risk/{each.id}/")]
        ids = tuple(each.id for each in risks)
        end = self.dataset.info.period_end
        batches = named_batches(sentence, self.dataset.actions, end)
        words = frozenset().union(*(stems(each.title) for each in risks), *(stems(each) for each in batches))
        full = replace(whole, members=self._full)
        if any(re.search(rf"(?:{BELONGS}|{OF_THEM}){re.escape(each)}\b", sentence, re.IGNORECASE) for each in batches):
            return
        if batches and OF_ALL.match(sentence) and not named_batches(sentence[: sentence.index(",")], self.dataset.actions, end):
            return
        if not ids and batches:
            yield words, members_of(full, lambda a: a.batch in batches)
        if not ids and not batches:
            first = self.dataset.actions[0].batch if self.dataset.actions else ""
            yield words, whole
            yield words, members_of(whole, lambda a: a.batch == first)
            yield words, members_of(full, lambda a: a.batch == first)
            if DATE.search(sentence):
                yield words, members_of(whole, lambda a: a.due is None or a.due > self.dataset.info.period_end)
            return
        yield words, members_of(whole, lambda a: (not ids or a.risk in ids) and (not batches or a.batch in batches))
        joined = re.search(r"\b(?:[Aa]ll|[Ee]very|[Nn]one|[Nn]o)\b", sentence) and not re.search(r",|;|\bwhile\b|\bbut\b", sentence)
        for risk in ids if len(ids) > 1 and not joined else ():
            yield words, members_of(whole, _serves((risk,), batches))
        for batch in dict.fromkeys(a.batch for a in self.dataset.actions) if ids and not batches else ():
            yield words, members_of(whole, _serves(ids, (batch,)))
        if ids:
            early = batches or [each.batch for each in self.dataset.actions[:1]]
            yield words, members_of(whole, lambda a: not batches or a.batch in batches)
            yield words, members_of(whole, lambda a: a.batch in early)


def _being(state: State) -> Callable[[Member], bool]:
    return lambda action: bool(state.now(action))


def _serves(risks: Container[str], batches: Container[str]) -> Callable[[Member], bool]:
    return lambda action: action.risk in risks and (not batches or action.batch in batches)
