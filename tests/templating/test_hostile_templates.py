"""A template is a file from outside: it can't read, run, reach or hang anything, and a long one ends in an error soon."""

from __future__ import annotations

import time

import pytest

from papers.errors import PapersError
from papers.templating import render
from tests.readers.word_files import para, run, word_file
from tests.templating.test_render import ABOUT

SOON = 10.0
"""Seconds: far more than any of these takes, far less than those that were never refused."""

HOSTILE = {
    "a loop over a range": "{% for a in range(10**9) %}x{% endfor %}",
    "a huge string": "{{ 'x' * 10**9 }}",
    "a huge power": "{{ 9 ** 9 ** 9 }}",
    "replacing again and again": "{{ name" + "|replace('n','nnnnnnnnnnnnnnnnnnnn')" * 12 + " }}",
    "deep brackets": "{{ " + "(" * 300 + "name" + ")" * 300 + " }}",
    "negations without end": "{{ " + "not " * 240 + "name }}",
    "tags that never close": "{{" * 50_000,
    "two kinds that never close": "{{ a {% " * 20_000,
    "tags without number": "{{ name }} " * 20_000,
    "tags within tags": "{% for a in items %}" * 200 + "x" + "{% endfor %}" * 200,
    "loops within loops": "".join(f"{{% for a{n} in items %}}" for n in range(6)) + "x" + "{% endfor %}" * 6,
    "a long body in loops": "{% for a in items %}{% for b in items %}" + "x" * 600_000 + "{% endfor %}" * 2,
    "a file": "{% include '/etc/passwd' %}",
    "another template": "{% extends 'base' %}",
    "an import": "{% import 'os' as os %}",
    "a macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a recursive loop": "{% for a in items recursive %}{{ loop(items) }}{% endfor %}",
    "a format string": "{{ '{0.__class__}'.format(name) }}",
    "the filter format": "{{ '%s'|format(name) }}",
    "the filter attr": "{{ name|attr('__class__') }}",
    "the filter map": "{{ items|map(attribute='__class__')|join }}",
    "an attribute in a join": "{{ items|join(attribute='__class__') }}",
    "an attribute in a sort": "{{ items|sort(attribute='__class__')|join }}",
    "an attribute by index": "{{ name['__class__'] }}",
    "an attribute of an attribute": "{{ document.__init__.__globals__ }}",
    "the context": "{{ self._TemplateReference__context }}",
    "a global": "{{ lipsum.__globals__ }}",
    "unescaped": "{% autoescape false %}{{ name }}{% endautoescape %}",
    "the filter safe": "{{ name|safe }}",
    "an extension": "{% do items.append(1) %}",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_template_ends_soon_in_an_error(what):
    text = HOSTILE[what].replace("<", "&lt;")
    started = time.monotonic()
    with pytest.raises(PapersError) as caught:
        render(word_file(para(run(text))), "hostile.docx", {"document": ABOUT, "name": "n", "items": list(range(20))})
    assert time.monotonic() - started < SOON
    assert all(each.place.file == "hostile.docx" for each in caught.value.problems)


def test_words_of_a_field_are_never_read_as_a_template():
    found = render(word_file(para("{{ name }}")), "t", {"document": ABOUT, "name": "{{ document }} {% include 'x' %} <w:p/>"})
    assert b"PK" in found[:2]


def test_an_empty_text_is_a_missing_value_and_never_a_blank():
    with pytest.raises(PapersError) as caught:
        render(word_file(para("[{{ a }}]")), "t", {"document": ABOUT, "a": ""})
    assert [each.code for each in caught.value.problems] == ["template-missing"]
