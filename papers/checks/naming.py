"""What the words of a sentence name: indicators and rows of tables, each with where its name stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from papers.checks.aliases import ALIASES, PHRASES, acronyms_of
from papers.checks.facts import STOP, stem
from papers.checks.language.ages import age_spans
from papers.checks.language.matching import matcher
from papers.checks.statements.commonwords import COMMON
from papers.checks.subjects import SYNONYMS, Candidate

WORDS = matcher(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][\w'\u2019]*|[;]|, (?:while|but|whereas)\b")
PARTING = matcher(r"[,;:]| and | or | than | while | but | from | to ")
"""What stands between two names."""
PERCENT = matcher(r"%|per ?cent|percentage|proportion|\bpoints?\b", re.IGNORECASE)
FAR = 8
"""How many words may stand between two words of one name."""
SURE = 0.5
MANY = 4
"""From how many names on a word or two are no name."""
TELLING = 3
"""From how many words on that has the name which has most of them."""
LEAST_COVER = 0.4
LEAST_OF_ROW = 0.3
"""How much of a name must be given where another one is given better."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a sentence names something, and what it may be: several where the words fit more than one alike."""

    start: int
    stop: int
    candidates: tuple[Candidate, ...]
    words: frozenset[str] = frozenset()
    cover: float = 1.0
    """How much of the name the sentence gives."""

    @property
    def titles(self) -> frozenset[str]:
        """The names of what it may be."""
        return frozenset(key_of(each) for each in self.candidates)


def key_of(candidate: Candidate) -> str:
    """What tells the candidate from others: its table and row, or its indicator; the kinds of its columns are one."""
    return candidate.facts.indicator.id.rpartition("|")[0] or candidate.facts.indicator.id


def names_of(candidate: Candidate, acronyms: Mapping[str, str] | None = None) -> list[frozenset[str]]:
    """The stems of the candidate's names: its title, its short title, and its title with the acronyms spelt out."""
    indicator = candidate.facts.indicator
    title = indicator.title.rpartition(": ")[2]
    titles = [title, indicator.short_title, re.sub(r" ?\([^)]*\)", "", title)]
    titles += [titles[0].replace(short, long) for short, long in (acronyms or {}).items() if short in titles[0] and long not in titles[0]]
    return [found for each in titles if (found := _title_stems(each))]


def is_column(candidate: Candidate) -> bool:
    """Whether it is a row in one column of a table whose columns are no periods."""
    indicator = candidate.facts.indicator
    return "|" in indicator.id and indicator.title.endswith(f" {indicator.basis}")


@lru_cache(maxsize=1 << 11)
def _title_stems(title: str) -> frozenset[str]:
    plain = {stem(each) for each in re.findall(r"[^\W\d_][\w'\u2019]+", title) if each.lower() not in STOP | {"thousands", "together"}}
    return frozenset(plain | {span for _, _, span in age_spans(title)})


def mentions(candidates: Sequence[Candidate], sentence: str) -> list[Mention]:
    """What the sentence names, in its order; where it gives no percentage, figures that are none are looked for first."""
    known = _known_names(tuple(candidates))
    every = _mentions(known, sentence)
    if known.plain and re.search(r"\d", sentence) and not PERCENT.search(sentence):
        found = _mentions(known.plain, sentence)
        best = max((each.cover for each in every), default=0.0)
        if found and max(each.cover for each in found) >= max(SURE, best):
            return found
    return every


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of candidates: what each word may name, the candidates by what tells them, the words of columns."""

    index: Mapping[str, frozenset[str]]
    by_key: Mapping[str, Sequence[Candidate]]
    columns: frozenset[str]
    plain: _Names | None = None
    """Those of the candidates that are no percentages, where some are."""


@lru_cache(maxsize=64)
def _known_names(candidates: tuple[Candidate, ...]) -> _Names:
    acronyms = acronyms_of(each.facts.indicator.title for each in candidates)
    plain = [each for each in candidates if each.facts.unit != "percent"]
    return replace(_indexed(candidates, acronyms), plain=_indexed(plain, acronyms) if len(plain) < len(candidates) else None)


def _indexed(candidates: Iterable[Candidate], acronyms: Mapping[str, str]) -> _Names:
    index: dict[str, frozenset[str]] = {}
    by_key: dict[str, list[Candidate]] = {}
    columns: frozenset[str] = frozenset()
    for each in candidates:
        by_key.setdefault(key_of(each), []).append(each)
        for word in frozenset().union(*names_of(each, acronyms)):
            index[word] = index.get(word, frozenset()) | {key_of(each)}
        columns |= _title_stems(each.facts.indicator.basis) if is_column(each) else frozenset()
    return _Names(index, by_key, columns)


def _mentions(known: _Names, sentence: str) -> list[Mention]:
    """What the sentence names. Words that follow each other narrow one name down; a word of another name begins a new one."""
    by_key = known.by_key
    runs = _runs(sentence, known.index, known.columns)
    said = frozenset().union(*(each.words for each in runs)) if runs else frozenset()
    found = []
    before: frozenset[str] = frozenset()
    for run in runs:
        before |= run.words
        keys = _best(run.keys, by_key, run.words, before)
        if len(keys) > 1 and not any(one.total for key in keys for one in by_key[key]):
            keys = _best(run.keys, by_key, run.words, said)
        found.append(_chosen((run.start, run.stop, run.words), keys, by_key, said))
    return _telling(each for each in found if each)


@dataclass(slots=True)
class _Run:
    """Words of one name: where they stand, what they may name, and what the first of them may name."""

    start: int
    stop: int
    keys: frozenset[str]
    words: frozenset[str]
    first: frozenset[str]

    def takes(self, keys: frozenset[str], between: str) -> frozenset[str]:
        """What the run may name with one more word; nothing where that word begins another name."""
        if len(between.split()) > FAR or ("," in between and len(between.split()) > FAR / 2):
            return frozenset()
        return self.keys & keys or (frozenset() if PARTING.search(between) else self.first & keys)


def _runs(sentence: str, index: Mapping[str, frozenset[str]], columns: frozenset[str]) -> list[_Run]:
    """The words of names in the sentence; common words only where they name a column."""
    found: list[_Run] = []
    is_open = False
    for start, stop, stems in _words(sentence, index):
        if not stems:
            is_open = False
            continue
        keys = frozenset().union(*(index[each] for each in stems))
        if is_open and (both := found[-1].takes(keys, sentence[found[-1].stop : start])):
            found[-1] = _Run(found[-1].start, stop, both, found[-1].words | stems, found[-1].first)
        elif sentence[start:stop].lower() not in COMMON or stems & columns:
            found.append(_Run(start, stop, keys, stems, keys))
            is_open = True
    return found


def strays(candidates: Sequence[Candidate], sentence: str, found: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where a word stands that is of one name alone, of an indicator that is not among the mentions: it may be what is spoken of."""
    known = _known_names(tuple(candidates))
    named = frozenset(title for each in found for title in each.titles)
    ids = [
        (at, at + len(each))
        for each in {one.facts.indicator.id for one in candidates} - named
        if "|" not in each and (at := sentence.find(each)) >= 0
    ]
    return ids + [
        (start, stop)
        for start, stop, stems in _words(sentence, known.index)
        if sentence[start:stop].lower() not in COMMON
        and any(
            len(known.index[each]) == 1 and not known.index[each] & named and not any("|" in key for key in known.index[each])
            for each in stems
        )
    ]


def _telling(found: Iterable[Mention]) -> list[Mention]:
    """The mentions without those on a stray word of a long title, where another is named better."""
    kept = _merged(found)
    strong = [each for each in kept if each.cover >= (LEAST_OF_ROW if all("|" in title for title in each.titles) else LEAST_COVER)]
    return _merged(strong) or kept


def _words(sentence: str, index: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The words that some name has, with their stems; an empty set where a clause ends."""
    spans = [(start, stop, frozenset((span,))) for start, stop, span in age_spans(sentence) if span in index]
    for phrase, told in PHRASES:
        spans += [(each.start(), each.end(), stems) for each in phrase.finditer(sentence) if (stems := _known(told, index))]
    for word in WORDS.finditer(sentence):
        if not word[0][0].isalpha():
            spans.append((word.start(), word.end(), frozenset()))
            continue
        plain = word[0].lower().replace("\u2019", "'")
        stems = _known(ALIASES.get(plain, (SYNONYMS.get(plain, plain),)), index)
        if stems and not any(start <= word.start() < stop for start, stop, _ in spans if stop - start > 1):
            spans.append((word.start(), word.end(), stems))
    return iter(sorted(spans, key=lambda each: each[0]))


def _known(words: Iterable[str], index: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(found for each in words if (found := stem(each)) in index and each not in STOP and each != "olds")


def _best(keys: frozenset[str], by_key: Mapping[str, Sequence[Candidate]], words: frozenset[str], said: frozenset[str]) -> list[str]:
    """Of what the words may name, that whose name they give most of; then that of which the sentence has most."""
    shared = {key: max(len(name & words) for name in names_of(by_key[key][0])) for key in keys}
    if max(shared.values()) >= TELLING:
        keys = frozenset(key for key in keys if shared[key] == max(shared.values()))
    scores = {key: (_cover(by_key[key][0], words), _cover(by_key[key][0], said)) for key in keys}
    top = max(scores.values())
    wide = max(score[1] for score in scores.values())
    best = (
        [key for key, score in scores.items() if score[1] >= wide - 0.01]
        if top[0] < 1
        else [key for key, score in scores.items() if score[0] >= top[0] - 0.01]
    )
    return [key for key in by_key if key in best]


def _cover(candidate: Candidate, words: frozenset[str]) -> float:
    return max((len(each & words) / len(each) for each in names_of(candidate)), default=0.0)


def _chosen(
    place: tuple[int, int, frozenset[str]], keys: Sequence[str], by_key: Mapping[str, Sequence[Candidate]], said: frozenset[str]
) -> Mention | None:
    """The mention of those names; None where the words are too few to name one of many."""
    totals = [key for key in keys if any(each.total for each in by_key[key])]
    if len(keys) >= MANY and totals:
        keys = totals
    if len(keys) >= MANY:
        return None
    cover = max(_cover(by_key[key][0], said) for key in keys)
    start, stop, words = place
    return Mention(start, stop, tuple(each for key in keys for each in by_key[key]), words, cover)


def _merged(found: Iterable[Mention]) -> list[Mention]:
    """Neighbours of one name as one."""
    kept: list[Mention] = []
    for each in found:
        if kept and kept[-1].titles & each.titles:
            titles = kept[-1].titles & each.titles
            both = tuple(one for one in each.candidates if key_of(one) in titles)
            kept[-1] = replace(kept[-1], stop=each.stop, candidates=both, words=kept[-1].words | each.words)
        else:
            kept.append(each)
    return kept


BESIDE = 7
"""How many characters a preposition between two names takes: "days lost to incidents"."""


def framed(found: Sequence[Mention], sentence_stems: frozenset[str]) -> tuple[list[Mention], list[Mention]]:
    """The mentions, rows in the table that the sentence names, and those that name only the table or its total."""
    tables = {table_of(one): one.around for each in found for one in each.candidates if table_of(one)}
    if not tables:
        return list(found), []
    scored = {table: len(around & sentence_stems) for table, around in tables.items()}
    best = {table for table, score in scored.items() if score == max(scored.values())}
    around = frozenset().union(*(tables[table] for table in best))
    telling = {table_of(one) for each in found if not each.words <= around for one in each.candidates if not one.total}
    rows: list[Mention] = []
    wholes: list[Mention] = []
    for at, each in enumerate(found):
        beside = any(
            abs(one.start - other.stop) <= BESIDE
            for one, other in ((each, found[at - 1]) if at else (each, each), *((two, each) for two in found[at + 1 : at + 2]))
            if one is not other
        )
        kept = tuple(one for one in each.candidates if not table_of(one) or table_of(one) in best)
        mention = replace(each, candidates=kept)
        body = [one for one in kept if table_of(one) and not one.total]
        told = any(table_of(one) in telling for one in kept)
        generic = (each.words <= around and (not body or (told and beside))) or (not body and told)
        (rows if kept and not generic and (body or not around & each.words) else wholes).append(mention)
    return (rows, wholes) if rows else ([each for each in wholes if each.candidates], [])


def table_of(candidate: Candidate) -> str:
    """The candidate's table, or the group that its title begins with ("Incidents: Days lost"); "" of other indicators."""
    indicator = candidate.facts.indicator
    return indicator.id.split("|")[0] if "|" in indicator.id else indicator.title.rpartition(": ")[0]
