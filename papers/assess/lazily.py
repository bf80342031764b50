"""Sequences whose items are made when they are first asked for: of a large report most are never printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Made(Sequence[T]):
    """The items of a sequence by number, each made once. It equals any sequence with the same items."""

    def __init__(self, make: Callable[[int], T], length: int) -> None:
        self._make = make
        self._made: list[T | None] = [None] * length

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(len(self))[at])
        made = self._made[at]
        if made is None:
            made = self._made[at] = self._make(range(len(self))[at])
        return made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def put(self, at: int, item: T) -> None:
        """Let this item stand at that number."""
        self._made[at] = item
