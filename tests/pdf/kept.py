"""veraPDF over every PDF that the tests wrote: `python -m tests.pdf.kept FOLDER`, which tests/run.py calls after them."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from tests.pdf.validators import verapdf_failures

AT_ONCE = 40
"""Files that one process of veraPDF looks at."""


def keep_pdfs(folder: Path) -> None:
    """From now on, keep a copy of each file that the PDF writer makes in this process; the same bytes once."""
    from papers.writers.pdf.writing import _Writing  # the one place through which every file goes, whoever imported the writer

    folder.mkdir(parents=True, exist_ok=True)
    write = _Writing.file

    def keep(writing: _Writing) -> bytes:
        data = write(writing)
        (folder / f"{hashlib.sha256(data).hexdigest()[:16]}-{writing.document.paper.replace('/', '-')}.pdf").write_bytes(data)
        return data

    _Writing.file = keep


def judged(files: list[Path], flavours: str) -> list[str]:
    """What veraPDF holds against the files."""
    starts = range(0, len(files), AT_ONCE)
    return [line for start in starts for line in verapdf_failures(flavours, *files[start : start + AT_ONCE])]


def main() -> int:
    """The exit code: 0 where every file is what it says it is."""
    files = sorted(Path(sys.argv[1]).glob("*.pdf"))
    carrying = [file for file in files if b"<pdfaid:part>3" in file.read_bytes()]
    told = judged([file for file in files if file not in carrying], "ua1,2a") + judged(carrying, "ua1,3a")
    sys.stdout.write("\n".join([*told, f"veraPDF: {len(files)} files, {len(told)} complaints", ""]))
    return 1 if told or not files else 0


if __name__ == "__main__":
    sys.exit(main())
