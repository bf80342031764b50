"""Which risk or mitigating action of the register a place in a sentence is about: the one named before it, else the one after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from papers.checks.facts import stem, stems
from papers.checks.language.matching import matcher
from papers.checks.language.numerals import WORD_NUMBER
from papers.dataset import Dataset, Risk, RiskAction

GENERAL = frozenset(
    stem(each)
    for each in (
        "management",
        "control",
        "move",
        "future",
        "delivery",
        "better",
        "act",
        "internal",
        "operating",
        "local",
        "risk",
        "information",
        "council",
    )
)
"""Words of titles that a sentence may have without naming the risk."""
JOINED = matcher(
    r"[\s,]*(?:and|as well as|together with|along with|&|both|the|risks?|of|for)?[\s,]*(?:and|the|risks?|of|for|our|\s)*$", re.IGNORECASE
)
STATUS = frozenset(stem(each) for each in ("review", "reviewed", "complete", "completed", "set", "regular"))
"""Words of actions that may tell of another one's status."""
WORDS = matcher(r"[A-Za-z\u00c0-\u024f][\w'\u2019-]*\d*")
COUNTED = matcher(rf"\b(?:half|all|none|most|\d+|{WORD_NUMBER})\b", re.IGNORECASE)
"""What shows that actions are counted."""
COUNT_ENDS = matcher(r"[,;:] |\b(?:and|but|with|while) (?=(?:one|the|that)\b)")
"""Where a clause that counts actions ends."""
ANOTHER = matcher(
    r"; (?!it |they |this )|"
    rf"[\s,;]*\b(?:and|but|while|with|leaving) (?:only |the |a |further )*(?:others?|rest|remaining|remainder|half|\d+|{WORD_NUMBER})\b"
    r"|[\s,;]*\b(?:but|while|whereas) (?!it|they|is|are|was|were|not|still|remain|has|have|only|now|yet|this|that)\w",
    re.IGNORECASE,
)
"""Where a clause begins that counts other actions, or has a subject of its own."""
BODIES = matcher(r"\bCommittees?\b", re.IGNORECASE)
"""What begins like words of actions and is none of them."""
APART = 40
"""How many letters may lie between an action's first word in a sentence and its next."""
LEAST = 0.5
"""How much of an action's words must stand in the sentence for it to be the one told of."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a sentence names a risk."""

    start: int
    stop: int
    risk: Risk


@dataclass(frozen=True)
class Names:
    """The names of a register."""

    dataset: Dataset

    @cached_property
    def _own(self) -> list[tuple[Risk, frozenset[str], frozenset[str]]]:
        """Each risk with the stems of its title, and those stems and whole words that no other title has."""
        titles = [(each, f"{each.title} {former_name(each)}") for each in self.dataset.risks]
        return [(risk, stems(title), _apart(title, [other for each, other in titles if each.id != risk.id])) for risk, title in titles]

    def mentions(self, sentence: str) -> list[Mention]:
        """The risks that the sentence names, in its order."""
        words = [
            (each.start(), each.end(), each[0], {each[0].lower()} | {stem(part) for part in [each[0], *each[0].split("-")]})
            for each in WORDS.finditer(sentence)
        ]
        named = [
            Mention(start, stop, risk)
            for at, (start, stop, word, parts) in enumerate(words)
            for risk, title, own in self._own
            if word == risk.id or parts & own or self._is_pair(risk, title, [each[3] for each in words[at : at + 3]])
        ]
        found: list[Mention] = []
        for each in named:
            if found and found[-1].risk.id == each.risk.id:
                found[-1] = Mention(found[-1].start, each.stop, each.risk)
            else:
                found.append(each)
        return found

    def _is_pair(self, risk: Risk, title: frozenset[str], parts: Sequence[set[str]]) -> bool:
        """Whether two words close together are of this title, and of no other one."""
        said = title & frozenset().union(*parts)
        return bool(parts[0] & title) and len(said) > 1 and not any(said <= other for each, other, _ in self._own if each.id != risk.id)

    def action(self, sentence: str) -> RiskAction | None:
        """The action that the sentence names best; None where it names none well, or two alike."""
        said = frozenset(stem(part) for word in WORDS.findall(BODIES.sub("", sentence)) for part in [word, *word.split("-")])
        scored = sorted(((self._score(each, said), n) for n, each in enumerate(self.dataset.actions)), reverse=True)
        scored = [each for each in scored if each[0] >= LEAST]
        found = [self.dataset.actions[each[1]] for each in scored]
        if not found or (len(found) > 1 and scored[0][0] < 1.25 * scored[1][0] and not self._is_within(found[1], found[0], said)):
            return None
        return found[0]

    @staticmethod
    def _is_within(one: RiskAction, two: RiskAction, said: frozenset[str]) -> bool:
        """Whether all that the sentence has of the one action's words it has of the other's, and more."""
        return (stems(one.action) & said) < (stems(two.action) & said)

    @staticmethod
    def clause_of(action: RiskAction, sentence: str) -> tuple[int, int]:
        """From where to where the sentence tells of the action that it names: what is counted before or after it is told of others."""
        first, last = Names.place_of(action, sentence)
        counts = [each.end() for each in COUNT_ENDS.finditer(sentence, 0, first) if COUNTED.search(sentence, 0, each.start())]
        others = ANOTHER.search(sentence, last)
        return (counts[-1] if counts else 0), (others.start() if others else len(sentence))

    @staticmethod
    def place_of(action: RiskAction, sentence: str) -> tuple[int, int]:
        """From where to where the words of the action stand; 0 where none does."""
        words = stems(action.action)
        named = [each for each in WORDS.finditer(sentence) if stem(each[0]) in words]
        named = [each for each in named if stem(each[0]) not in STATUS] or named
        while len(named) > 2 and named[1].start() - named[0].end() > APART:
            del named[0]
        return (named[0].start(), named[-1].end()) if named else (0, 0)

    @staticmethod
    def _score(action: RiskAction, said: frozenset[str]) -> float:
        words = stems(action.action)
        telling = len((words - STATUS) & said)
        return len(words & said) / len(words) if telling >= 2 else 0.0


def _apart(title: str, others: Sequence[str]) -> frozenset[str]:
    """The stems and the whole words of a title that none of the others has."""
    rest = " ".join(others)
    words = {each.lower() for each in WORDS.findall(title) if len(each) >= LONG and stem(each) in stems(title) - GENERAL}
    return (stems(title) - stems(rest) - GENERAL) | (words - {each.lower() for each in WORDS.findall(rest)})


LONG = 5
"""How many letters a word has at least that names a risk as it is written."""


def former_name(risk: Risk) -> str:
    """The name that a renamed risk had."""
    found = FORMERLY.search(risk.note)
    return found["called"] or found["name"] if found else ""


FORMERLY = matcher(r"[Cc]alled (?P<called>.+?) in the last report|[Rr]e-?(?:focuss?ed|named) from (?:[A-Z]+\d+ )?(?P<name>[^.;]+)")
"""What a note says of the name that a risk had."""


def group_at(mentions: Sequence[Mention], at: int, sentence: str) -> list[Risk]:
    """The risks that a statement at that place is about: those named last before it, several where "and" joins them; else the next one."""
    before = [each for each in mentions if each.start < at]
    if not before:
        return [each.risk for each in mentions[:1]]
    chosen = [before[-1]]
    for each in reversed(before[:-1]):
        if not JOINED.match(re.sub(r"[\w'\u2019-]+ing\b", "", _between(sentence, each, chosen[-1]))):
            break
        chosen.append(each)
    return [each.risk for each in reversed(chosen)]


def _between(sentence: str, one: Mention, two: Mention) -> str:
    """The words between two names, without the rest of the first one's title."""
    words = sentence[one.stop : two.start]
    titles = stems(f"{one.risk.title} {two.risk.title}")
    return " ".join(each for each in words.split() if stem(each.strip(",.()")) not in titles)


def distinct(risks: Iterable[Risk]) -> list[Risk]:
    """Each risk once."""
    return list({each.id: each for each in risks}.values())


OWN_DATA = matcher(r"\b(?:date of )?(?:this|the) data\b(?! risk)")
"""What the report is made of, which names no risk."""


def is_named(sentence: str, risk: Risk, risks: tuple[Risk, ...]) -> bool:
    """Whether the sentence names the risk: by its id, or by a word that no other risk's title has."""
    if re.search(rf"\b{re.escape(risk.id)}\b", sentence):
        return True
    others = frozenset().union(*(stems(each.title) for each in risks if each.id != risk.id))
    return bool((stems(risk.title) - others - GENERAL) & stems(OWN_DATA.sub("", sentence)))
