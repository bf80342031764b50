"""What all tests share: programs that only some machines have, and the shipped report read once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.pdf.kept import keep_pdfs

ROOT = Path(__file__).resolve().parent.parent
KENT = ROOT / "data" / "kent-2013-14-q3"
FERNSHIRE = ROOT / "data" / "fernshire-2025-26" / "q2"
NEEDS = {
    "libreoffice": ("soffice", "pdftotext", "pdftoppm", "Liberation fonts"),
    "verapdf": ("java",),
    "vnu": ("java",),
    "chromium": ("chromium",),
    "ooxml": ("ooxml-validator",),
}
SKIP_NOTHING = bool(os.environ.get("PAPERS_SKIP_NOTHING"))


def liberation_fonts() -> list[Path]:
    """The Liberation Sans files that renderers on this machine use in place of Arial."""
    return sorted(Path("/usr/share/fonts/truetype").glob("liberation*/LiberationSans-Regular.ttf"), reverse=True)


def here(need: str) -> bool:
    """Whether the program, or the fonts, are on this machine."""
    return bool(liberation_fonts()) if need == "Liberation fonts" else shutil.which(need) is not None


def pytest_configure() -> None:
    """Keep every PDF that the tests write where PAPERS_KEEP_PDFS says so, for veraPDF to judge when they are done (tests/pdf/kept.py)."""
    if os.environ.get("PAPERS_KEEP_PDFS"):
        keep_pdfs(Path(os.environ["PAPERS_KEEP_PDFS"]))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a program that is not here, unless nothing may be skipped: then it fails by itself."""
    if SKIP_NOTHING:
        return
    for item in items:
        for marker, programs in NEEDS.items():
            missing = [p for p in programs if not here(p)]
            if item.get_closest_marker(marker) and missing:
                item.add_marker(pytest.mark.skip(reason=f"needs {', '.join(missing)}"))
