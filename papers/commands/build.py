"""`papers build`: the quarter's papers from a report folder, each as a Word file and a PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from papers.commands.compose import SUFFIX, Composer, chosen, claims, composer_for
from papers.commands.files import edited, sha256, write_files
from papers.commands.making import Made, make
from papers.commands.report import Report, counts_json, open_report
from papers.dataset import Dataset, Narrative, Observation
from papers.drafting import awaited_figures
from papers.errors import PapersError, Problem, problem
from papers.seals import Origin

Progress = Callable[[int, int, str], None]
"""Told of each paper as it is made: how many are done, of how many, and its name."""


KEPT = "it is not as it was built here, so somebody has edited it (or the record of builds is gone); --force overwrites it"


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file that was written."""

    paper: str
    directorate: str | None
    format: str
    path: Path
    pages: int | None
    size: int
    checksum: str
    claims: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """The file with the keys of the schema papers.build/1."""
        return {
            "paper": self.paper,
            "directorate": self.directorate,
            "format": self.format,
            "path": self.path.as_posix(),
            "pages": self.pages,
            "bytes": self.size,
            "sha256": self.checksum,
            "claims": list(self.claims),
        }


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was left as it is, and why."""

    path: Path
    reason: str

    def as_json(self) -> dict[str, object]:
        """The file with the keys of the schema papers.build/1."""
        return {"path": self.path.as_posix(), "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote, what it left alone, and the problems that did not stop it."""

    report: Report
    files: tuple[BuiltFile, ...]
    kept: tuple[Kept, ...]

    def as_json(self) -> dict[str, object]:
        """The schema papers.build/1."""
        return {
            "schema": "papers.build/1",
            "counts": counts_json(self.report.assessed.counts),
            "problems": [p.as_json() for p in self.report.problems],
            "kept": [k.as_json() for k in self.kept],
            "files": [f.as_json() for f in self.files],
        }


def build(
    folder: Path,
    out: Path,
    *,
    only: Sequence[str] = (),
    formats: Sequence[str] = ("docx", "pdf"),
    force: bool = False,
    final: bool = False,
    attach_data: bool = False,
    house: Path | None = None,
    progress: Progress = lambda _done, _total, _name: None,
) -> Built:
    """Build the papers of the report in `folder` into `out`; nothing is written where anything is wrong.

    `only` names papers, directorates, sections or committees; `force` overwrites Word files that were edited; `final` refuses a draft;
    `attach_data` lets each PDF carry the figures that it prints; `house` is another house template than the report's.
    PapersError lists every error.
    """
    report = open_report(folder)
    infos = chosen(report.dataset, only)
    if final:
        refuse_awaited(report.dataset)
    own = (folder if folder.is_dir() else folder.parent) / "templates"
    composer = replace(composer_for(report, own, house), attach_data=attach_data)
    files: dict[str, bytes] = {}
    origins: dict[str, Origin] = {}
    built: list[BuiltFile] = []
    kept: list[Kept] = []
    for done, made in enumerate(make(composer, infos, formats), 1):
        progress(done, len(infos), made.stem)
        if not force and edited(out, f"{made.stem}.docx"):
            kept.append(Kept(out / f"{made.stem}.docx", KEPT))
            continue
        forms = {f"{made.stem}{SUFFIX[fmt]}": data for fmt, data in made.forms.items()}
        files |= forms
        origins |= dict.fromkeys(forms, origin_of(composer, made.info.name))
        built += [_built_file(made, fmt, out, claims(fmt, attach_data=attach_data)) for fmt in formats]
    write_files(out, files, origins)
    return Built(report, tuple(built), tuple(kept))


def origin_of(composer: Composer, paper: str) -> Origin:
    """What a paper of that name is built from: the report's data and rules, its Word template, and this version of the program."""
    report = composer.report
    template = composer.officers_templates.get(paper, composer.template)
    return Origin(paper, report.dataset.checksum, report.assessed.scheme.rule, sha256(template), version("papers"))


def refuse_awaited(dataset: Dataset) -> None:
    """PapersError with every part and figure that is still to come: a final paper has none."""
    awaited = [_awaited(part) for part in dataset.narrative if part.awaited]
    awaited += [problem("still-awaited", value.place, what=_figure(of), owner="") for of, value in awaited_figures(dataset)]
    if awaited:
        raise PapersError(awaited)


def _figure(observation: Observation) -> str:
    return f"The figure of {observation.indicator} for {observation.period.spoken}"


def _awaited(part: Narrative) -> Problem:
    owner = f" from {part.awaited.owner}" if part.awaited and part.awaited.owner else ""
    return problem("still-awaited", part.place, what=part.title or part.key, owner=owner)


def _built_file(made: Made, fmt: str, out: Path, claimed: tuple[str, ...]) -> BuiltFile:
    data, path = made.forms[fmt], out / f"{made.stem}{SUFFIX[fmt]}"
    pages = made.pages if fmt in ("docx", "pdf") else None
    return BuiltFile(made.info.name, made.info.directorate, fmt, path, pages, len(data), sha256(data), claimed)
