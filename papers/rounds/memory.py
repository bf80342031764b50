"""What the folder remembers of rounds: who edited which commentary when, and what waits for a person.

Two files of JSON, in one order and without a clock, so that the same round twice gives the same bytes: `narrative/collected.json` beside the
commentary, and `collected/unresolved.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from papers.rounds.account import SAYS, Finding
from papers.rounds.kept import COLLECTED
from papers.rounds.merging import Origin

UNRESOLVED = "collected/unresolved.json"
SCHEMA = "papers.collected/1"


@dataclass(frozen=True, slots=True)
class Collected:
    """How a commentary came back: from which files, the latest last, and the figures that its words quote, by key as then shown."""

    origins: tuple[Origin, ...]
    figures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier rounds left: commentaries that came back by id, findings that wait, ids of those that were settled."""

    collected: Mapping[str, Collected] = field(default_factory=dict)
    waiting: tuple[Finding, ...] = ()
    settled: frozenset[str] = frozenset()

    def with_round(self, collected: Mapping[str, Collected], findings: Iterable[Finding]) -> Memory:
        """The memory after one more round; what was settled once does not wait again."""
        waiting = {each.id: each for each in (*self.waiting, *findings) if each.unresolved and each.id not in self.settled}
        joined = {**self.collected}
        for key, each in collected.items():
            before = joined[key].origins if key in joined else ()
            joined[key] = Collected(tuple(dict.fromkeys((*before, *each.origins))), each.figures)
        return replace(self, collected=joined, waiting=tuple(waiting.values()))

    def done(self) -> frozenset[tuple[str, str]]:
        """The commentaries that came home, each with the checksum of a file that it came in."""
        return frozenset((key, origin.checksum) for key, each in self.collected.items() for origin in each.origins)

    def origins(self) -> dict[str, tuple[Origin, ...]]:
        """The files that each commentary came in, the latest last."""
        return {key: each.origins for key, each in self.collected.items()}

    def settle(self, ids: Iterable[str]) -> Memory:
        """The memory once a person has settled these."""
        done = frozenset(ids)
        return replace(self, waiting=tuple(each for each in self.waiting if each.id not in done), settled=self.settled | done)

    def files(self) -> dict[str, bytes]:
        """The two files by their names within the folder."""
        blocks = {key: {"figures": dict(each.figures), "from": [_told(o) for o in each.origins]} for key, each in self.collected.items()}
        waiting = [{"id": each.id, "says": SAYS[each.kind], **asdict(each)} for each in self.waiting]
        return {
            COLLECTED: _json({"schema": SCHEMA, "blocks": dict(sorted(blocks.items()))}),
            UNRESOLVED: _json({"schema": SCHEMA, "waiting": waiting, "settled": sorted(self.settled)}),
        }


def read_memory(folder: Path) -> Memory:
    """What the folder remembers; nothing where no round was collected. A damaged file is as none: nothing in it is an edit."""
    collected, unresolved = _read(folder / COLLECTED), _read(folder / UNRESOLVED)
    blocks = {
        key: Collected(
            tuple(_origin(o) for o in each.get("from", ())),
            each.get("figures", {}),
        )
        for key, each in collected.get("blocks", {}).items()
    }
    waiting = tuple(Finding(**_texts(each, Finding)) for each in unresolved.get("waiting", ()))  # type: ignore[arg-type]  # kinds are checked below
    return Memory(blocks, tuple(each for each in waiting if each.kind in SAYS), frozenset(unresolved.get("settled", ())))


def _origin(told: Mapping[str, Any]) -> Origin:
    found = {name: str(told.get(name, "")) for name in ("file", "checksum", "paper", "by", "date")}
    return Origin(found["file"], found["checksum"], found["paper"], found["by"], found["date"], said=tuple(map(str, told.get("said", ()))))


def _told(origin: Origin) -> dict[str, object]:
    told = {name: getattr(origin, name) for name in ("file", "checksum", "paper", "by", "date")}
    return {**told, "said": list(origin.said)}


def _texts(found: Mapping[str, Any], record: type) -> dict[str, str]:
    """The record's attributes among what was found."""
    return {name: str(found[name]) for name in record.__dataclass_fields__ if name in found}  # type: ignore[attr-defined]  # a dataclass


def _json(content: object) -> bytes:
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
