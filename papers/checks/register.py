"""What counts of risks and of mitigating actions are held against: levels, scores, movements, statuses, due dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from papers.checks.facts import stem, stems
from papers.checks.mentions import GENERAL
from papers.checks.reading import Finding
from papers.checks.spokenstates import DATE, at_level, due_states, owned_states, scored_states, was_at_level
from papers.checks.summaries.reading import counted
from papers.checks.tallying import Member, Population, State, members_of, tally
from papers.dataset import Dataset, Risk, RiskAction
from papers.risks import is_open, is_overdue, movement, risk_scheme_of

RISKS = r"(?:[Cc]orporate |[Ss]trategic |[Kk]ey )?[Rr]isks?"
ACTIONS = r"(?:[Mm]itigating |[Mm]itigation )?[Aa]ctions?|[Mm]itigations|[Mm]itigating measures"


NAMED = re.compile(r"\([A-Z]{1,4}\d+\)")
"""The id of a risk beside its name, which parts no words."""


def _joined(sentence: str, risks: tuple[Risk, ...]) -> str:
    """The sentence with each risk's title as one word and without the ids beside titles; every character stays where it stood."""
    plain = NAMED.sub(lambda found: " " * len(found[0]), sentence)
    for each in risks:
        plain = re.sub(re.escape(each.title), lambda found: found[0].replace(" ", "-"), plain, flags=re.IGNORECASE)
    return plain


def _target(risk: Risk) -> bool:
    return risk.target_score is not None and risk.current_score is not None


def _moved(way: str) -> Callable[[Member], bool | None]:
    def test(risk: Member) -> bool | None:
        found = movement(risk).moved
        return found == way if found is not None else None

    return test


RISK_STATES = (
    State(
        "without a target",
        r"(?:have|has|had|with|are without|is without|without|lacks?|lacking) (?:no )?(?:a )?target(?: scores?)?(?! of)(?: yet| as yet)?",
        lambda r: r.target_score is None and r.current_score is not None,
        None,
        "none",
    ),
    State(
        "at the target",
        r"(?:at|on|already at|have reached|has reached|reached|have met|has met|met|equal to|stands? at|same as) (?:their |its |the )?targets?(?: scores?| levels?)?",
        lambda r: _target(r) and r.current_score <= r.target_score,
        None,
        "target",
    ),
    State(
        "above the target",
        r"(?:(?:stands? |still |remains? |are |is |scores? )?(?:above|over|higher than|exceeds?|short of|away from|yet to reach|have yet to reach|has yet to reach|off|not at|not yet at)) (?:their |its |the )?targets?(?: scores?| levels?)?",
        lambda r: _target(r) and r.current_score > r.target_score,
        None,
        "target",
    ),
    State(
        "below the target",
        r"(?:(?:stands? |are |is |scores? )?(?:below|under|lower than)) (?:their |its |the )?targets?(?: scores?| levels?)?",
        lambda r: _target(r) and r.current_score < r.target_score,
        None,
        "target",
    ),
    State(
        "up",
        r"(?:has |have )?(?:gone up|went up|risen|rose|increased|moved up|grown|grew|got worse|worsened|got bigger|become (?:a )?(?:greater|bigger|worse|more serious)(?: risks?)?)|(?:has|have|with|had) (?:a )?higher scores?(?: than [^,.;]*)?|greater",
        _moved("up"),
        None,
        "moved",
    ),
    State(
        "down",
        r"(?:has |have )?(?:gone down|went down|come down|came down|fallen|fell|decreased|reduced|moved down|dropped|declined|improved|become (?:a )?(?:smaller|lesser|less serious)(?: risks?)?)|(?:has|have|with|had) (?:a )?lower scores?(?: than [^,.;]*)?",
        _moved("down"),
        None,
        "moved",
    ),
    State(
        "unchanged",
        r"(?:are |is |were |was |remains? |remained |stayed )?unchanged|(?:has|have) not (?:changed|moved)|(?:did|does|do) not (?:change|move)|stayed the same|the same score as before|kept (?:its|their) scores?|kept the same score|stayed where (?:it was|they were)|no change",
        _moved("same"),
        None,
        "moved",
    ),
    State(
        "new",
        r"(?:is |are |was |were )?(?:new(?:ly added)?(?: to the register| on the register)?|added(?: to the register)?(?: since[^,.;]*)?)(?! name)",
        _moved("new"),
        None,
        "new",
    ),
    State(
        "closed",
        r"(?:has been |have been |was |were |is |are )?(?:closed|removed(?: from the register)?|taken off(?: the register)?|come off the register|came off the register)",
        _moved("closed"),
        None,
        "closed",
    ),
    State(
        "changed",
        r"(?:has |have )?changed(?: its| their| in)? scores?|(?:has |have )(?:changed|moved)",
        lambda r: None if movement(r).by is None else movement(r).by != 0,
        None,
        "changed",
    ),
    State(
        "renamed",
        r"(?:has been |have been |was |were |is |are )?(?:renamed|re-named|given (?:a )?new names?|under (?:a )?new names?)|changed (?:its|their) names?",
        lambda r: r.movement == "renamed",
        None,
        "renamed",
    ),
)
"""What risks are counted by whatever the scheme and the actions are."""


class Register:
    """Counts of the risks and actions of one report."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    @cached_property
    def risk_states(self) -> tuple[State, ...]:
        """What risks are counted by."""
        scheme = risk_scheme_of(self.dataset)
        levels = reversed(scheme.levels)
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
                    _level_words(each.band.word, each.name),
                    at_level(each.low, each.high),
                    was_at_level(each.low, each.high),
                    "level",
                )
                for each in levels
            ),
        )

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
                _status("partly complete"),
                None,
                "status",
            ),
            State(
                "complete", r"(?:been |fully |already )?(?:completed?|finished|done|delivered|closed)", _status("complete"), None, "status"
            ),
            State(
                "outstanding",
                r"(?:still )?(?:outstanding|to be (?:completed|done|finished)|yet to be (?:completed|done|finished)|unfinished|incomplete|not begun|left to do)",
                _status("outstanding"),
                None,
                "status",
            ),
            State(
                "under regular review",
                r"(?:under|subject to|kept under|in|for|at|on|being under|marked for|a matter of)? ?(?:the )?regular review|regularly reviewed|reviewed regularly",
                _status("regular review"),
                None,
                "status",
            ),
            State("overdue", r"overdue|late|past (?:their|its) (?:due )?dates?|behind (?:time|schedule)", overdue, None, "due"),
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

    def findings(self, sentence: str, block: str) -> Iterator[Finding]:
        """Every count of risks or actions in the sentence."""
        if not self.dataset.risks:
            return
        if re.search(rf"\b(?:{ACTIONS})\b", sentence) or (block.startswith("risks/actions") and not re.search(rf"\b{RISKS}\b", sentence)):
            yield from self._actions(sentence)
        if not block.startswith("risks/actions") or re.search(rf"\b{RISKS}\b", sentence):
            yield from self._risks(sentence, block)

    def _risks(self, sentence: str, block: str) -> Iterator[Finding]:
        spoken = (*scored_states(sentence), *owned_states(sentence, self.dataset.risks))
        population = Population(RISKS, self.risk_states, self.dataset.risks, (lambda r: r.current_score is not None,), spoken=spoken)
        coded = tally(sentence, population)
        if (coded.quantities or coded.states) and (
            "%" in coded.parts or (block.startswith("risks") and coded.quantities and coded.text.startswith("#"))
        ):
            others = members_of(population, lambda r: not _names(sentence, r, self.dataset.risks))
            both = members_of(population, lambda r: r.current_score is not None and r.previous_score is not None)
            sets = [population, others] if re.search(r"\b[Oo]thers?\b", sentence) else [population]
            sets += [both] if re.search(r"\b[Bb]oth (?:reports|times|quarters)\b", sentence) else []
            yield from counted(
                coded, sets, frozenset(stem(each) for each in ("register", "corporate", "scored", "current", "council", "county"))
            )

    def _actions(self, sentence: str) -> Iterator[Finding]:
        spoken = tuple(due_states(sentence, self.dataset.info.period_end))
        names = "|".join(
            rf"(?:the )?(?:after |for )?(?i:{re.escape(each)})"
            for each in sorted({a.batch for a in self.dataset.actions}, key=len, reverse=True)
        )
        whole = Population(ACTIONS, self.action_states, self.dataset.actions, (), names, spoken=spoken)
        coded = tally(_joined(sentence, self.dataset.risks), whole)
        if not (coded.quantities or coded.states) or not ("%" in coded.parts or coded.text.startswith("#")):
            return
        if "%" not in coded.parts and any(each.family == "due" for each in coded.states):
            return
        told = {each.amount.value for each in coded.quantities} | {each.whole for each in coded.quantities}
        if any(each.unlisted and each.measure == "total" and each.value in told - {None} for each in self.dataset.stated):
            return
        sets = list(self._sets(sentence, whole))
        known = frozenset(stem(each.title.replace(" ", "-")) for each in self.dataset.risks).union(
            *(words for words, _ in sets), *(stems(each.batch) for each in self.dataset.actions)
        )
        more = frozenset(stem(each) for each in ("listed", "batch", "mitigating", "against", "planned", "later", "after", "quarter", "set"))
        yield from counted(coded, [each for _, each in sets], known | more)

    def _sets(self, sentence: str, whole: Population) -> Iterator[tuple[frozenset[str], Population]]:
        """The actions that the sentence may speak of: those of a batch or a risk that it names, else all, or those of the first batch."""
        risks = [each for each in self.dataset.risks if _names(sentence, each, self.dataset.risks)]
        ids = {each.id for each in risks}
        batches = [
            each
            for each in dict.fromkeys(a.batch for a in self.dataset.actions)
            if re.search(rf"\b{re.escape(each)}\b", sentence, re.IGNORECASE)
        ]
        batches = [
            each for each in batches if not any(each != other and each in other and other.lower() in sentence.lower() for other in batches)
        ]
        words = frozenset().union(*(stems(each.title) for each in risks), *(stems(each) for each in batches))
        if not ids and not batches:
            first = self.dataset.actions[0].batch if self.dataset.actions else ""
            yield words, whole
            yield words, members_of(whole, lambda a: a.batch == first)
            if DATE.search(sentence):
                yield words, members_of(whole, lambda a: a.due is None or a.due > self.dataset.info.period_end)
            return
        yield words, members_of(whole, lambda a: (not ids or a.risk in ids) and (not batches or a.batch in batches))
        for risk in ids if len(ids) > 1 else ():
            yield words, members_of(whole, _serves(risk, batches))
        if ids:
            yield words, members_of(whole, lambda a: not batches or a.batch in batches)


def _serves(risk: str, batches: list[str]) -> Callable[[Member], bool]:
    return lambda action: action.risk == risk and (not batches or action.batch in batches)


def _level_words(word: str, name: str) -> str:
    plain = name.lower()
    return (
        rf"(?:rated |graded |scored |on |at )?(?:{word}|{word.upper()}|{word.lower()})s?(?: ratings?| levels?)?"
        rf"|(?:rated |graded |at |classed as |judged )(?:{plain}|{name})(?: risks?)?|{name}|{plain}(?= risks?| level)"
    )


def _status(status: str) -> Callable[[Member], bool]:
    return lambda action: action.status.strip().casefold() == status


def _names(sentence: str, risk: Risk, risks: tuple[Risk, ...]) -> bool:
    """Whether the sentence names the risk: by its id, or by a word that no other risk's title has."""
    if re.search(rf"\b{re.escape(risk.id)}\b", sentence):
        return True
    others = frozenset().union(*(stems(each.title) for each in risks if each.id != risk.id))
    return bool((stems(risk.title) - others - GENERAL) & stems(sentence))
