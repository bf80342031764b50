"""`papers verify`: a sealed folder held against its manifest, and against what its report or its agenda gives now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from papers.commands.build import origin_of
from papers.commands.compose import SUFFIX, Composer, composer_for
from papers.commands.files import sha256
from papers.commands.making import file_stem
from papers.commands.rebuilding import Rebuilt, reason
from papers.commands.report import open_report
from papers.commands.seal import found, manifest_of
from papers.commands.verify_packs import rebuilt_packs
from papers.drafting import PaperInfo, papers_of
from papers.errors import EXIT_ERRORS, EXIT_GOOD
from papers.packs.reading import is_agenda
from papers.seals import Finding, Manifest, SealedFile, compare
from papers.seals.comparing import VERDICTS

FORMATS = {suffix: fmt for fmt, suffix in SUFFIX.items()}
ATTACHED = b"<pdfaid:part>3</pdfaid:part>"
"""In a PDF of ours that carries its data (PDF/A-3)."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of a sealed folder. `rebuilt` is None where nothing was named to build from."""

    folder: Path
    manifest: Manifest
    findings: tuple[Finding, ...]
    rebuilt: tuple[Rebuilt, ...] | None = None

    @property
    def counts(self) -> dict[str, int]:
        """How many files by verdict."""
        return {verdict: sum(each.verdict == verdict for each in self.findings) for verdict in VERDICTS}

    @property
    def exit_code(self) -> int:
        """1 where a file is not as it was sealed or is not reproduced, else 0."""
        sound = all(each.verdict == "same" for each in self.findings) and all(each.reproduced for each in self.rebuilt or ())
        return EXIT_GOOD if sound else EXIT_ERRORS

    def as_json(self) -> dict[str, object]:
        """The schema papers.verify/1."""
        return {
            "schema": "papers.verify/1",
            "seal": self.manifest.seal,
            "counts": self.counts,
            "files": [{"path": each.path, "verdict": each.verdict, "why": each.why or None} for each in self.findings],
            "rebuilt": self.rebuilt
            and [{"path": each.path, "reproduced": each.reproduced, "why": each.why or None} for each in self.rebuilt],
        }

    def lines(self) -> Iterator[str]:
        """The account for a person: every file that is not as it was, then counts and the seal."""
        for each in self.findings:
            if each.verdict != "same":
                yield f"{each.verdict.upper():8} {each.path}: {each.why}"
        for one in self.rebuilt or ():
            yield f"{'rebuilt' if one.reproduced else 'DIFFERS':8} {one.path}: {one.why or 'the same bytes come out'}"
        if self.rebuilt == ():
            yield "No file is one that is built from it."
        yield ", ".join(f"{number} {verdict}" for verdict, number in self.counts.items() if number or verdict == "same")
        yield f"Seal: {self.manifest.seal}"


def verify(folder: Path, source: Path | None = None, house: Path | None = None) -> Verified:
    """Hold `folder` against its manifest; with a `source`, also build again what was published of it.

    The source is a report, whose papers may be built in another `house` if one is named, or an agenda. PapersError where the manifest
    is missing or can't be trusted, or where the source has errors.
    """
    manifest = manifest_of(folder)
    findings = compare(manifest, found(folder))
    if source is None:
        return Verified(folder, manifest, findings)
    if is_agenda(source):
        return Verified(folder, manifest, findings, tuple(rebuilt_packs(manifest.files, source)))
    own = (source if source.is_dir() else source.parent) / "templates"
    composer = composer_for(open_report(source), own, house)
    return Verified(folder, manifest, findings, tuple(_rebuilt(folder, manifest.files, composer)))


def _rebuilt(folder: Path, files: Sequence[SealedFile], composer: Composer) -> Iterator[Rebuilt]:
    """Each sealed file that bears the name of a paper of the report, against that paper as it is built now."""
    offered = {info.name: info for info in papers_of(composer.report.dataset)}
    for file in files:
        name = Path(file.path)
        info = offered.get(name.stem.removesuffix("-DRAFT"))
        if info and name.suffix in FORMATS:
            yield _against(folder, file, info, composer)


def _against(folder: Path, file: SealedFile, info: PaperInfo, composer: Composer) -> Rebuilt:
    path, name = folder / file.path, Path(file.path)
    carries = not path.is_symlink() and path.is_file() and ATTACHED in path.read_bytes()
    paper = replace(composer, attach_data=carries).paper(info)
    if file_stem(paper) != name.stem:
        return Rebuilt(file.path, reproduced=False, why=f"the report now builds {file_stem(paper)}{name.suffix}")
    if sha256(paper.as_bytes(FORMATS[name.suffix])) == file.sha256:
        return Rebuilt(file.path, reproduced=True)
    return Rebuilt(file.path, reproduced=False, why=reason(file.origin, origin_of(composer, info.name)))
