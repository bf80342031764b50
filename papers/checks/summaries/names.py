"""What a summary names: directorates, sections and groups, and single indicators by a few words of their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from papers.checks.facts import STOP, stem
from papers.checks.language.matching import matcher
from papers.checks.statements.commonwords import COMMON

GENERIC = frozenset(("servi", "perfo", "manag", "devel"))
"""Stems of titles that say nothing of the part alone."""
WORD = matcher(r"\d+(?![\d%,.]\d|%| ?per)|[^\W\d_](?:[^\W\d_]|['\u2019-](?=\w))*")
OURS = frozenset(
    re.findall(
        r"\S+",
        "kpi kpis indicators measures directorate directorates section sections area areas others ones lone sole key corporate holding hold held",
    )
)
"""Words of summaries that name nothing."""
CHUNK = matcher(
    r"[,;:()\u2013\u2014.]|\b(?:and|or|but|while|whereas|although|is|are|was|were|has|have|had|being|by|than|both|all|each|from|which|that|who|fell|rose|moved|improved|worsened|(?<=, )with|with (?=(?:the|a|an|only|just|both|all)\b|\d)|including|except|apart|now)\b"
)
"""What ends the words of a name."""
SPEAKS = matcher(r"(?:[\w'\u2019]+ ){0,2}(?:indicators?|measures?|KPIs?)\b")
"""What follows a name in small letters that is the name of a part: "the waste indicators"."""
HALF = 0.5
UNITS = frozenset(stem(each) for each in ("second", "minutes", "hours", "day", "days", "working", "weeks", "months", "years"))
"""Words that name no indicator alone, nor with a number: "half of the 28 day standard"."""
IDLE = frozenset(
    stem(each)
    for each in re.findall(r"\S+", "subject plan plans review reviews programme stage term system through later won notice totals training")
)
"""Words of titles that together tell what is done about results: "five are Red and subject to recovery plans"."""
NEAR = 9
"""How many characters a number of a name may stand behind its words: "results at age 11"."""


@dataclass(frozen=True, slots=True)
class Part:
    """A directorate, a section or a group: its slug, the stems of its title, the ids of its indicators."""

    slug: str
    words: frozenset[str]
    ids: frozenset[str]
    lead: str = ""
    """The stem of the first word of the title, where no other part's title has it."""
    level: str = ""
    """What it is: parts of one level may be compared."""


@dataclass(frozen=True, slots=True)
class Named:
    """Where a sentence names a part, or an indicator; of an indicator, `ids` are those that the words may name."""

    start: int
    stop: int
    ids: frozenset[str]
    is_part: bool


def named(sentence: str, parts: Sequence[Part], titles: Mapping[str, str]) -> list[Named]:
    """The parts and the indicators that the sentence names, in its order."""
    found: list[Named] = []
    for each in (*_titled(sentence, titles), *_parts(sentence, parts), *_indicators(sentence, titles)):
        if not any(a.start < each.stop and each.start < a.stop for a in found):
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def _titled(sentence: str, titles: Mapping[str, str]) -> Iterator[Named]:
    """The indicators whose whole title stands in the sentence: its words say nothing else, whatever verbs are among them."""
    lower = sentence.lower()
    for key, each in titles.items():
        title = next((line for line in each.lower().splitlines() if len(_telling(line)) > 1 and line in lower), "")
        if title:
            yield Named(lower.index(title), lower.index(title) + len(title), frozenset((key,)), is_part=False)


def _parts(sentence: str, parts: Sequence[Part]) -> Iterator[Named]:
    """The parts that the sentence names: with a capital, or just before the word for indicators."""
    words = [(each.start(), each.end(), stem(each[0])) for each in WORD.finditer(sentence)]
    taken: list[tuple[int, int]] = []
    for part in sorted(parts, key=lambda each: -len(each.words)):
        for run in _runs(words, part.words):
            start, stop = run[0][0], run[-1][1]
            said = {each[2] for each in run}
            enough = (part.lead in said and sentence[start].isupper()) or 2 * len(said) >= len(part.words) + (
                len(part.words) == 2 and len(said) < 2 and sentence[start].islower()
            )
            spoken = sentence[start].isupper() or SPEAKS.match(sentence[stop:].lstrip())
            if enough and spoken and not any(a < stop and start < b for a, b in taken):
                taken.append((start, stop))
                yield Named(start, stop, part.ids, is_part=True)


def _runs(words: Sequence[tuple[int, int, str]], own: frozenset[str]) -> Iterator[list[tuple[int, int, str]]]:
    """The stretches of words that are the part's, with at most two others between them."""
    run: list[tuple[int, int, str]] = []
    since = 0
    for each in words:
        if each[2] in own:
            run.append(each)
            since = 0
        elif run and (since := since + 1) > 2:
            yield run
            run, since = [], 0
    if run:
        yield run


def _indicators(sentence: str, titles: Mapping[str, str]) -> Iterator[Named]:
    """The indicators that the sentence names: those of whose titles it has the most telling words, where these are most of the name."""
    known = {key: _telling(title) for key, title in titles.items()}
    spread: dict[str, int] = {}
    for word in (each for own in known.values() for each in own):
        spread[word] = spread.get(word, 0) + 1
    for start, stop in _chunks(sentence):
        words = [(found.start() + start, found.end() + start, found[0]) for found in WORD.finditer(sentence[start:stop])]
        telling = [(low, high, stem(word)) for low, high, word in words if _tells(word)]
        own = [each for each in telling if each[2] in spread]
        own = [each for each in own if not each[2].isdigit() or any(abs(each[0] - one[1]) < NEAR for one in own if not one[2].isdigit())]
        if all(each[2].isdigit() or each[2] in UNITS for each in own) or len(own) < HALF * len(telling):
            continue
        best = _best({each[2] for each in own}, known, spread)
        if best:
            shared = [each for each in own if any(each[2] in known[key] for key in best)]
            if not (all(each[2] in IDLE for each in shared) and len(shared) > 1):
                yield Named(shared[0][0], shared[-1][1], best, is_part=False)


@lru_cache(maxsize=1 << 9)
def _telling(title: str) -> frozenset[str]:
    """The stems of the words of the title that tell one indicator from another."""
    return frozenset(stem(each) for each in WORD.findall(title) if _tells(each))


def _tells(word: str) -> bool:
    return word.lower() not in COMMON and word.lower() not in STOP | OURS and stem(word) not in GENERIC


def _best(said: Iterable[str], known: Mapping[str, frozenset[str]], spread: Mapping[str, int]) -> frozenset[str]:
    """The indicators whose titles share most with the words, rare words counting more; none where it is many."""
    words = frozenset(said)
    scores = {key: sum(1 / spread[each] for each in own & words) for key, own in known.items()}
    top = max(scores.values(), default=0)
    best = frozenset(key for key, score in scores.items() if score >= top - 0.01)
    return best if top >= HALF - 0.01 and len(best) <= 2 else frozenset()


def _chunks(sentence: str) -> Iterator[tuple[int, int]]:
    """From where to where the sentence may have a name: between marks, verbs and the like."""
    at = 0
    for found in CHUNK.finditer(sentence):
        if found.start() > at:
            yield at, found.start()
        at = found.end()
    if at < len(sentence):
        yield at, len(sentence)
