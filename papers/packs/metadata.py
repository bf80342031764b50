"""What a pack says of itself: title, author and dates, twice, and the claims that all its parts bear out."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from papers.writers.pdf.metadata import CONDITION
from papers.writers.pdf.xmp import PRODUCER, About, packet

if TYPE_CHECKING:
    import pikepdf

LEVELS = ("b", "u", "a")
"""Levels of PDF/A, the least first."""


def shared_claims(claims: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """What every part keeps: PDF/UA-1 where all do, PDF/A-2 at the least level among them."""
    accessible = all("ua1" in each for each in claims)
    levels = [next((claim[-1] for claim in each if not claim.startswith("ua")), "") for each in claims]
    if not all(level in LEVELS for level in levels) or not levels:
        return ("ua1",) if accessible else ()
    least = min(levels, key=LEVELS.index)
    return (*(("ua1",) if accessible else ()), f"2{least}")


def describe(pdf: pikepdf.Pdf, about: About, claims: Sequence[str]) -> None:
    """Write title, author, dates, claims, language and colours into the file."""
    from pikepdf import Array, Dictionary, Name, String

    root = pdf.Root
    root.Metadata = pdf.make_stream(packet(about, claims), Type=Name.Metadata, Subtype=Name.XML)
    root.Lang = String(about.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    profile = pdf.make_stream((files("papers.icc") / "sRGB.icc").read_bytes(), N=3)
    named = String(CONDITION)
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=named, Info=named, DestOutputProfile=profile)
    root.OutputIntents = Array([intent])
    said = {"Title": about.title, "Author": about.author, "Subject": about.subject, "Producer": PRODUCER, "Creator": PRODUCER}
    date = f"D:{about.date:%Y%m%d}000000Z"
    for name, value in {**said, "CreationDate": date, "ModDate": date}.items():
        pdf.docinfo[f"/{name}"] = String(value)
