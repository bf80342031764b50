"""What became of a published file that is built again, and what in its origin tells why it differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from papers.seals import PLAIN, Origin

SAID = {
    "paper": "the paper's name",
    "data": "the data",
    "rules": "the rating rules",
    "template": "the Word template",
    "program": "the version of the program",
}
"""What a paper was built from, in words."""
SAID_OF_PACKS = {**SAID, "data": "the agenda", "template": "the front sheet's template"}
FILE = "its file"
"""What a paper that others sent is made from."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A published file and whether the same bytes are built now; `why` names what differs where they are not."""

    path: str
    reproduced: bool
    why: str = ""


def reason(was: Origin | None, now: Origin, said: Mapping[str, str] = SAID) -> str:
    """What differs in what a file was built from, as far as it is known."""
    before = was or Origin()
    differing = [*changes(before, now, said), *changed_parts(before, now)]
    unknown = [said[name] for name in PLAIN if getattr(now, name) and not getattr(before, name)]
    if differing:
        return f"other than when it was built: {' and '.join(differing)}"
    if unknown:
        return f"it was edited, or {' or '.join(unknown)} changed, of which it does not say what it was"
    return "it was edited after it was built, or a template beside the house template changed"


def changes(was: Origin, now: Origin, said: Mapping[str, str]) -> list[str]:
    """What is known of both and differs, in words."""
    pairs = ((name, getattr(was, name), getattr(now, name)) for name in PLAIN)
    return [said[name] for name, before, after in pairs if before and before != after]


def changed_parts(was: Origin, now: Origin) -> Iterator[str]:
    """Each paper of a pack that is not what it was, with what of it: "item 5, paper 1 (its file)". Nothing where none was noted."""
    before, after = dict(was.parts), dict(now.parts)
    for name in dict.fromkeys((*before, *after)) if before else ():
        if name not in before or name not in after:
            yield f"{name} ({'which is new' if name in after else 'which is gone'})"
        elif what := _of_part(before[name], after[name]):
            yield f"{name} ({', '.join(what)})"


def _of_part(was: Origin, now: Origin) -> Sequence[str]:
    """A report of ours is what it is built from; a file is its bytes, whoever printed it."""
    if was.paper and now.paper:
        return changes(was, now, SAID)
    return () if (was.paper, was.data) == (now.paper, now.data) else (FILE,)
