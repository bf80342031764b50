"""`papers status`: the commentary that is due and from whom, what has come back, what waits for a person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from papers.commands.report import Report, open_report
from papers.dataset import Dataset
from papers.drafting import awaited_figures
from papers.drafting.following import values
from papers.rounds.account import Finding
from papers.rounds.homes import homes
from papers.rounds.memory import Collected, Memory, read_memory
from papers.rounds.said import markdown_of
from papers.rounds.sources import drawn_at
from papers.rounds.strays import AUTHORED


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the commentary: whether it is due and from whom, and the files in which it came back."""

    key: str
    title: str
    place: str
    due: bool
    owner: str
    prompt: str
    back: Collected | None

    def as_json(self) -> dict[str, object]:
        """The part with the keys of the schema papers.status/1."""
        back = [{"by": o.by or None, "date": o.date or None, "file": o.file} for o in self.back.origins] if self.back else []
        told = {"part": self.key, "title": self.title or None, "place": self.place, "due": self.due}
        return {**told, "owner": self.owner or None, "prompt": self.prompt or None, "back": back}


@dataclass(frozen=True, slots=True)
class Status:
    """Where the report stands."""

    parts: tuple[Part, ...]
    figures: tuple[str, ...]
    """The figures that are awaited, by their places."""
    waiting: tuple[Finding, ...]

    def as_json(self) -> dict[str, object]:
        """The schema papers.status/1."""
        counts = {"due": sum(p.due for p in self.parts), "back": sum(bool(p.back) for p in self.parts), "waiting": len(self.waiting)}
        return {
            "schema": "papers.status/1",
            "counts": {**counts, "figures": len(self.figures)},
            "parts": [each.as_json() for each in self.parts],
            "figures": list(self.figures),
            "waiting": [each.as_json() for each in self.waiting],
        }

    def lines(self) -> list[str]:
        """The status for people: due, back, waiting."""
        due = [f"  {p.key}: {p.prompt} ({p.owner or 'nobody is named'}; {p.place})" for p in self.parts if p.due]
        back = [f"  {p.key}: {_last(p.back)}" for p in self.parts if p.back]
        waiting = [f"  {line}" for each in self.waiting for line in each.lines()]
        groups = (("Commentary due", due), ("Figures awaited", [f"  {each}" for each in self.figures]), ("Back", back))
        out = [line for title, found in groups if found for line in [f"{title}: {len(found)}", *found, ""]]
        return [*out, f"Waiting for you: {len(self.waiting)}", *waiting] if waiting else [*out, "Nothing waits for you."]


def _last(back: Collected) -> str:
    last = back.origins[-1]
    more = f", in {len(back.origins)} files so far" if len(back.origins) > 1 else ""
    return f"by {last.by or 'somebody'}, {last.date[:10] or 'no date'}, in {last.file}{more}"


def status(source: Path) -> Status:
    """Where the report in the folder or workbook stands. PapersError where it can't be read."""
    report = open_report(source, sealed=False)
    memory = read_memory(_folder(source))
    by_part: dict[str, Collected] = {}
    for key, home in homes(report.dataset).items():
        if key in memory.collected:
            by_part[home.part.key] = memory.collected[key]
    parts = tuple(
        Part(
            each.key,
            each.title,
            str(each.place),
            each.awaited is not None,
            each.awaited.owner if each.awaited else "",
            each.awaited.prompt if each.awaited else "",
            by_part.get(each.key),
        )
        for each in report.dataset.narrative
    )
    figures = tuple(str(value.place) for _, value in awaited_figures(report.dataset))
    return Status(parts, figures, waiting(report, memory))


def waiting(report: Report, memory: Memory) -> tuple[Finding, ...]:
    """What earlier rounds left and the folder does not say by now: text that was taken over, figures that were corrected."""
    texts = frozenset(markdown_of(block) for part in report.dataset.narrative for block in part.blocks if isinstance(block, AUTHORED))
    shown = values(report.dataset, report.assessed)
    return tuple(each for each in memory.waiting if not _is_done(each, texts, shown) and not _is_drawn(report.dataset, each))


def _is_done(found: Finding, texts: Collection[str], shown: Mapping[str, str]) -> bool:
    if found.kind == "figure":
        return bool(found.key) and shown.get(found.key) == found.returned
    if found.kind in ("conflict", "unplaced", "proposal"):
        return bool(found.returned.strip()) and all(part in texts for part in found.returned.split("\n\n"))
    return False


def _is_drawn(dataset: Dataset, found: Finding) -> bool:
    """Whether the data says by now what a chart in a returned file drew."""
    at = drawn_at(dataset, found.key) if found.kind == "figure" and found.key.startswith("indicator/") else None
    value = at[0].values.get(at[1]) if at else None
    return value is not None and value.number is not None and f"{value.number.normalize():f}" == found.returned


def unresolved(source: Path) -> tuple[Finding, ...]:
    """What waits for a person in the report, for a command that must not go on while anything does."""
    return waiting(open_report(source, sealed=False), read_memory(_folder(source)))


def _folder(source: Path) -> Path:
    return source if source.is_dir() else source.parent
