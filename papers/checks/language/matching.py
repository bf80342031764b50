"""Patterns that are compiled when they are first asked: the checks hold a thousand, and the sentences of a quarter ask half of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Waiting:
    """A pattern that has not been asked yet; what it is asked first compiles it, and the compiled one's own methods take over."""

    compiled: re.Pattern[str] | None = None

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        self.compiled = compiled = re.compile(self.pattern, self.flags)
        vars(self).update((each, getattr(compiled, each)) for each in _ASKED)
        return getattr(compiled, name)

    def __eq__(self, other: object) -> bool:
        """A match tells the compiled pattern that found it: `found.re == PATTERN`."""
        return other is self or (self.compiled is not None and other is self.compiled)

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=1 << 12)
def matcher(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, but compiled when it is first asked. `re.error` comes then, so the tests compile each.

    The same words give the same pattern, so that what is remembered by the patterns of one indicator serves others with the same.
    """
    return cast("re.Pattern[str]", _Waiting(pattern, flags))
