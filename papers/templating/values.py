"""Field values as a template sees them: they print, compare and repeat, and nothing else.

A value that is more than plain words (a figure, a chip, a sentence) prints as a mark of private-use characters around its
number in the ledger; after rendering each mark becomes its runs and fields. So a figure's key goes through docxtpl, escaping
and split runs unharmed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from papers.document import CONTROL, Chip, Footnote, Inline, LineBreak, Link, PageNumber, Run, Travel, inlines, plain

OPEN, CLOSE = "\ue000", "\ue001"
"""Around a number in the ledger; the first and second private-use characters, which no font's text needs."""

MAX_ROUNDS = 5000
"""How many rounds all loops of one render may make together: far more than a paper has lines."""

INLINES = (Run, Chip, Travel, LineBreak, Link)
Printed = str | int | bool | Run | Chip | Travel | LineBreak | Link


class ValueProblemError(ValueError):
    """A field value that can't be printed; the message says why."""


class RoundsError(ValueError):
    """Loops that went on for too long."""


@dataclass
class Ledger:
    """What the marks of one render stand for, and how many rounds its loops have made."""

    entries: list[tuple[Inline, ...]] = field(default_factory=list)
    rounds: int = 0
    most: int = MAX_ROUNDS

    def mark(self, words: tuple[Inline, ...]) -> str:
        """The mark that stands for these inlines."""
        self.entries.append(words)
        return f"{OPEN}{len(self.entries) - 1}{CLOSE}"

    def step(self) -> None:
        """Count one round. RoundsError beyond the most."""
        self.rounds += 1
        if self.rounds > self.most:
            raise RoundsError(f"its loops make more than {self.most} rounds")


class Words:
    """Inlines that print as a mark. They compare by their words, or as the number that they show."""

    __slots__ = ("_ledger", "_words")

    def __init__(self, words: tuple[Inline, ...], ledger: Ledger) -> None:
        self._words = words
        self._ledger = ledger

    def __str__(self) -> str:
        if all(isinstance(each, Run) and replace(each, text="x") == Run("x") for each in self._words):
            return plain(self._words)
        return self._ledger.mark(self._words)

    def __bool__(self) -> bool:
        return bool(self._words) and self._number() != 0

    def __eq__(self, other: object) -> bool:
        number = _as_number(other)
        return plain(self._words) == str(other) if number is None else self._number() == number

    def __lt__(self, other: object) -> bool:
        return self._against(other)[0] < self._against(other)[1]

    def __le__(self, other: object) -> bool:
        return self._against(other)[0] <= self._against(other)[1]

    def __gt__(self, other: object) -> bool:
        return not self <= other

    def __ge__(self, other: object) -> bool:
        return not self < other

    __hash__ = None  # type: ignore[assignment]  # it equals numbers and texts alike, so it can have no hash

    def _number(self) -> Decimal | None:
        return _as_number(plain(self._words))

    def _against(self, other: object) -> tuple[Decimal, Decimal]:
        own, theirs = self._number(), _as_number(other)
        if own is None or theirs is None:
            raise ValueProblemError(f"“{plain(self._words)}” is compared as a number")
        return own, theirs

    def changed(self, change: object) -> Words:
        """The same with `change` (text to text) applied to the words of each run."""
        assert callable(change)
        return Words(
            inlines(*(replace(each, text=change(each.text)) if isinstance(each, Run) else each for each in self._words)), self._ledger
        )

    def capitalised(self) -> Words:
        """The same with a capital letter at the beginning."""
        first = self._words[0] if self._words else None
        if not isinstance(first, Run):
            return self
        return Words((replace(first, text=first.text[:1].upper() + first.text[1:]), *self._words[1:]), self._ledger)


def _as_number(value: object) -> Decimal | None:
    if isinstance(value, Words):
        return value._number()  # noqa: SLF001 - of the same class
    try:
        return Decimal(str(value).replace(",", "").removesuffix("%").strip())
    except InvalidOperation:
        return None


class Record:
    """A record of fields: `row.name`. It has no attributes besides, so no field is shadowed and no method can be reached."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._fields = dict(fields)

    def __getitem__(self, name: str) -> object:
        return self._fields[name]

    def __contains__(self, name: object) -> bool:
        return name in self._fields

    def __bool__(self) -> bool:
        return bool(self._fields)

    @property
    def names(self) -> tuple[str, ...]:
        """The fields' names."""
        return tuple(self._fields)


class Rows:
    """A list for loops. Each round is counted."""

    __slots__ = ("_items", "_ledger")

    def __init__(self, items: Sequence[object], ledger: Ledger) -> None:
        self._items = tuple(items)
        self._ledger = ledger

    def __iter__(self) -> Iterator[object]:
        for item in self._items:
            self._ledger.step()
            yield item

    def __len__(self) -> int:
        return len(self._items)

    @property
    def items(self) -> tuple[object, ...]:
        """The items, uncounted."""
        return self._items


def wrapped(value: object, ledger: Ledger) -> object:
    """The value as a template sees it. ValueProblemError for one that no template can print."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return _text(value, ledger)
    if isinstance(value, INLINES):
        return Words((value,), ledger)
    if isinstance(value, Mapping):
        return Record({str(name): wrapped(each, ledger) for name, each in value.items()})
    if (
        isinstance(value, tuple)
        and value
        and all(isinstance(each, str | Inline) for each in value)
        and not all(isinstance(each, str) for each in value)
    ):
        return Words(_sentence(value), ledger)
    if isinstance(value, list | tuple):
        return Rows([wrapped(each, ledger) for each in value], ledger)
    raise ValueProblemError(f"a template prints no {type(value).__name__}")


def _sentence(parts: tuple[str | Inline, ...]) -> tuple[Inline, ...]:
    if any(isinstance(each, Footnote | PageNumber) for each in parts):
        raise ValueProblemError("a template prints no footnotes and no page numbers")
    return inlines(*parts)


def _text(value: str, ledger: Ledger) -> object:
    lines = [line.replace("\t", " ") for line in value.replace("\r\n", "\n").split("\n")]
    found = next((char for line in lines for char in line if CONTROL.match(char) or char in (OPEN, CLOSE)), None)
    if found:
        raise ValueProblemError(f"it holds the control character U+{ord(found):04X}")
    if len(lines) == 1:
        return lines[0]
    return Words(inlines(*(part for n, line in enumerate(lines) for part in ((LineBreak(), line) if n else (line,)))), ledger)
