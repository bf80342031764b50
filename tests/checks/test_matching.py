"""Patterns wait until they are asked, so a wrong one would be found by a reader of reports: here each is compiled."""

import gc
import importlib
import pkgutil
import re

import pytest

import papers.checks
from papers.checks.language.matching import matcher


def every_pattern():
    for each in pkgutil.walk_packages(papers.checks.__path__, "papers.checks."):
        importlib.import_module(each.name)
    kind = type(matcher(""))
    return [each for each in gc.get_objects() if type(each) is kind]


def test_every_pattern_of_the_checks_compiles():
    patterns = every_pattern()
    assert len(patterns) > 500
    for each in patterns:
        assert each.groups >= 0, each.pattern


def test_a_pattern_that_waits_answers_as_a_compiled_one():
    waiting, compiled = matcher("(A)|b", re.IGNORECASE), re.compile("(A)|b", re.IGNORECASE)
    for name in ("search", "match", "fullmatch", "findall", "split"):
        told, said = (getattr(each, name)("a") for each in (waiting, compiled))
        assert told == said or told.groups() == said.groups()
    assert waiting.sub("c", "aB") == "cc"
    assert [found.start() for found in waiting.finditer("ab")] == [0, 1]
    assert (waiting.groups, waiting.pattern) == (1, "(A)|b")


def test_a_match_tells_the_pattern_that_found_it():
    one, other = matcher("a"), matcher("b")
    found = one.search("a")
    assert found.re == one
    assert found.re != other
    assert found.re in (other, one)


def test_a_wrong_pattern_is_told_when_it_is_asked():
    with pytest.raises(re.error, match="unterminated"):
        matcher("(").search("a")
