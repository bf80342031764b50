"""A sentence of a summary held against the indicators: comparisons first, then what is said of single ones, then the counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from papers.checks.language.tallying import Population, Tally, tally
from papers.checks.reading import Finding
from papers.checks.summaries.account import Account
from papers.checks.summaries.changing import hold_comparisons
from papers.checks.summaries.comparing import Comparing
from papers.checks.summaries.counting import hold_counts
from papers.checks.summaries.levels import hold_levels, hold_only
from papers.checks.summaries.names import Named, Part, named
from papers.checks.summaries.respective import hold_respective
from papers.checks.summaries.singles import hold_lists, hold_singles


def account_of(sentence: str, population: Population, parts: Sequence[Part], titles: Mapping[str, str], previous: str) -> Account:
    """The sentence coded, with the names of parts and of indicators as tokens."""
    names: list[Named] = named(sentence, parts, titles)
    tokens = {each.start: (_stop(sentence, each.stop), f"{'+' if each.is_part else '&'}{n}") for n, each in enumerate(names)}
    return Account(tally(sentence, population, tokens), population, names, parts, previous)


def _stop(sentence: str, stop: int) -> int:
    """Where the name ends with its genitive."""
    return stop + 2 if sentence[stop : stop + 2] in ("'s", "\u2019s") else stop


def statements(account: Account) -> list[Finding]:
    """What the sentence states, with whether it holds."""
    hold_respective(account)
    hold_comparisons(account)
    hold_levels(account)
    hold_only(account)
    hold_singles(account)
    hold_lists(account)
    hold_counts(account)
    return account.findings


def counted(coded: Tally, populations: Sequence[Population], known: frozenset[str]) -> list[Finding]:
    """Every count of the sentence, of the population that suits it best; `known` are stems of words that name what is counted."""
    found = [_counts(Account(coded, each, (), known=known)) for each in populations if each.members]
    return min(found, key=_badness, default=[])


def _counts(account: Account) -> list[Finding]:
    """What the sentence counts and compares; numbers that something rose by or to are figures of risks and rows, no counts of them."""
    Comparing(account).hold()
    hold_counts(account)
    return account.findings


def _badness(found: Sequence[Finding]) -> tuple[int, int]:
    """How many are false, then how few are right."""
    return sum(each.verdict == "false" for each in found), -sum(each.verdict in ("true", "rounded") for each in found)
