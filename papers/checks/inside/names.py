"""Names that are told in two ways: titles of indicators, portfolios of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from papers.checks.inside.known import Known
from papers.checks.language.matching import matcher
from papers.dataset import Directorate, ReportSection
from papers.errors import Place, Problem, problem

BRACKETS = matcher(r"\(([^()\d]{10,})\)")
"""What stands in brackets and is more than an abbreviation or a number of something."""

NARROWER = ("primary", "secondary", "special", "maintained", "nursery", "adult", "female", "male", "rural", "urban", "internal", "external")
"""Words that take a part of what an indicator covers."""


def short_titles(known: Known) -> Iterator[Problem]:
    """Short titles that cover something else than the title: other words in brackets, or a part of it alone."""
    for indicator in known.dataset.indicators:
        short, full = indicator.short_title, indicator.title
        if not short:
            continue
        for one, other in zip(BRACKETS.findall(short), BRACKETS.findall(full), strict=False):
            if one.casefold() != other.casefold():
                yield _titles(indicator.place, indicator.id, one, other)
        words = [set(re.findall(r"\w+", each.casefold())) for each in (short, full)]
        for word in NARROWER:
            if word in words[0] - words[1]:
                yield _titles(indicator.place, indicator.id, word, "nothing of it")


def _titles(place: Place, indicator: str, value: str, data: str) -> Problem:
    return problem("titles-differ", replace(place, column="short_title"), value=value, data=data, indicator=indicator)


def portfolios(known: Known) -> Iterator[Problem]:
    """Portfolios of a Cabinet Member that differ from the one that stands first."""
    first: dict[str, str] = {}
    parts: tuple[Directorate | ReportSection, ...] = (*known.dataset.directorates, *known.dataset.sections)
    told: set[tuple[str, str]] = set()
    for part in parts:
        officers = dict(part.officers)
        name, portfolio = officers.get("Cabinet Member"), officers.get("Portfolio")
        if not name or not portfolio:
            continue
        other = first.setdefault(name, portfolio)
        if portfolio != other and (name, portfolio) not in told:
            told.add((name, portfolio))
            yield problem("portfolio-differs", replace(part.place, column="portfolio"), value=portfolio, data=other, name=name)
