"""The sandbox in which templates are rendered: strict, escaped, without globals, with a short list of filters.

The check of every tag comes first and lets through far less than the sandbox would; the sandbox stays, should the check err.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from papers.templating.values import Record, Rows, ValueProblemError, Words

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

TEXT_FILTERS = ("capitalize", "lower", "replace", "title", "trim", "upper")
LIST_FILTERS = ("count", "first", "join", "last", "length", "sort")
FILTERS = frozenset(TEXT_FILTERS + LIST_FILTERS)
MOST_TEXT = 1_000_000
"""No text of a paper comes near; `replace` after `replace` could otherwise make one that fills the memory."""


def make_environment() -> ImmutableSandboxedEnvironment:
    """A new environment. Each render has its own."""
    from jinja2 import StrictUndefined  # heavy, as is docxtpl
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_printable, extensions=[])
    made.globals.clear()
    made.tests.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.filters |= {"upper": _on_text(str.upper), "lower": _on_text(str.lower), "title": _on_text(str.title), "trim": _on_text(str.strip)}
    made.filters |= {"capitalize": _capitalised, "replace": _replaced}
    return made


def _on_text(change: Callable[[str], str]) -> Callable[[object], object]:
    def changed(value: object) -> object:
        return value.changed(change) if isinstance(value, Words) else change(str(value))

    return changed


def _replaced(value: object, old: object, new: object) -> object:
    """The value with `old` replaced. ValueProblemError where that makes a text longer than any paper has."""

    def change(text: str) -> str:
        if len(text) * (1 + len(str(new))) > MOST_TEXT:
            raise ValueProblemError(f"it could make a text of more than {MOST_TEXT} characters")
        return text.replace(str(old), str(new))

    return _on_text(change)(value)


def _capitalised(value: object) -> object:
    """The value with a capital letter at its beginning, the rest as it is (Jinja's own would make "Kent" "kent")."""
    if isinstance(value, Words):
        return value.capitalised()
    text = str(value)
    return text[:1].upper() + text[1:]


def _printable(value: object) -> object:
    """The value, if it may be printed."""
    if value is None or value == "" or (isinstance(value, Rows) and not len(value)):
        raise ValueProblemError("there is no value")
    if isinstance(value, Record | Rows):
        raise ValueProblemError("it is a list or a record, which is no text")
    return value
