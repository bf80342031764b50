"""`papers inspect`: what holds of a PDF, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from papers.errors import EXIT_ERRORS, EXIT_GOOD
from papers.inspection import Finding, Inspection, inspect_pdf

STANDARDS = {"ua": "Can everyone read it? (PDF/UA-1)", "a": "Will it last? (PDF/A)"}
SPOKEN = {"ua1": "PDF/UA-1 (accessible)"}


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was found in a file."""

    path: Path
    found: Inspection

    @property
    def exit_code(self) -> int:
        """1 where the file claims what it does not keep, else 0."""
        return EXIT_ERRORS if self.found.broken_claims else EXIT_GOOD

    def as_json(self) -> dict[str, object]:
        """The schema papers.inspect/1."""
        found = self.found
        return {
            "schema": "papers.inspect/1",
            "path": self.path.as_posix(),
            "title": found.title,
            "language": found.language,
            "pages": found.pages,
            "landscape": list(found.landscape),
            "bookmarks": found.bookmarks,
            "attachments": list(found.attachments),
            "claims": list(found.claims),
            "broken_claims": list(found.broken_claims),
            "checks": [
                {
                    "name": each.check.name,
                    "standard": each.check.standard,
                    "clause": each.check.clause,
                    "holds": each.holds,
                    "told": each.told,
                    "faults": list(each.faults),
                }
                for each in found.findings
            ],
        }

    def lines(self) -> Iterator[str]:
        """The account for a person: what it is, what it says of itself, what holds and what does not."""
        found = self.found
        turned = f", {len(found.landscape)} of them landscape" if found.landscape else ""
        yield f"{self.path.as_posix()}: {found.title or 'no title'}"
        yield f"  {found.pages} page{'s' if found.pages != 1 else ''}{turned}; language {found.language or 'not said'}; {found.bookmarks} bookmarks"
        yield f"  carries {', '.join(found.attachments) or 'no other file'}"
        yield f"  says that it is {', '.join(map(spoken, found.claims)) or 'neither PDF/UA nor PDF/A'}"
        for standard, question in STANDARDS.items():
            yield ""
            yield question
            yield from (line for each in found.findings if each.check.standard == standard for line in _told(each))
        yield ""
        yield _verdict(found)


def inspect(path: Path) -> Inspected:
    """What holds of the PDF at `path`. PapersError where it can't be opened."""
    return Inspected(path, inspect_pdf(path.read_bytes(), path.name))


def spoken(claim: str) -> str:
    """A claim in words: "PDF/A-2a"."""
    return SPOKEN.get(claim, f"PDF/A-{claim}")


def _told(finding: Finding) -> Iterator[str]:
    if finding.holds:
        yield f"  {'yes' if finding.told else ' ? '}  {finding.check.holds}{'' if finding.told else ' Without tags nobody can tell.'}"
    yield from (f"  NO   {fault} [{finding.check.clause}]" for fault in finding.faults)


def _verdict(found: Inspection) -> str:
    if found.broken_claims:
        return f"It says that it is {' and '.join(map(spoken, found.broken_claims))}, and is not."
    if not all(each.holds for each in found.findings):
        return "It claims nothing that these checks deny, but not everyone can read it or not every archive will take it."
    return "Nothing speaks against what it says of itself. Only a full validator, such as veraPDF, proves it."
