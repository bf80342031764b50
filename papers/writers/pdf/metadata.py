"""What the file says of itself: XMP metadata with its claims, the same in the information dictionary, and the colours it means."""

from __future__ import annotations

from importlib.resources import files

from papers.document import Document
from papers.writers.pdf.objects import Objects
from papers.writers.pdf.syntax import string
from papers.writers.pdf.xmp import PRODUCER, About, packet

CONDITION = "sRGB IEC61966-2.1"


def add_metadata(document: Document, part: int, objects: Objects) -> int:
    """Add the XMP packet with the claims PDF/A-`part`a and PDF/UA-1; its number. It stands unfiltered, as PDF/A asks."""
    # The report's period is the resource's coverage and its data the source: properties that XMP has, so that none need be made up.
    more = {
        "identifier": f"{document.paper} {document.date.isoformat()}",
        "publisher": document.organisation,
        "coverage": document.period,
        "source": document.checksum and f"sha256:{document.checksum}",
    }
    about = About(document.title, document.author or document.organisation, document.subject, document.date, document.language)
    return objects.stream(packet(about, (f"{part}a", "ua1"), more), "/Type/Metadata/Subtype/XML", plain=True)


def add_information(document: Document, objects: Objects) -> int:
    """Add the information dictionary, word for word what the XMP says; its number."""
    date = string(f"D:{document.date:%Y%m%d}000000Z")
    author = string(document.author or document.organisation)
    subject = f"/Subject{string(document.subject)}" if document.subject else ""
    made = f"/Producer{string(PRODUCER)}/Creator{string(PRODUCER)}/CreationDate{date}/ModDate{date}"
    return objects.put(f"<</Title{string(document.title)}/Author{author}{subject}{made}>>")


def add_output_intent(objects: Objects) -> int:
    """Add the sRGB profile as the colours that the file means; the intent's number."""
    profile = objects.stream((files("papers.icc") / "sRGB.icc").read_bytes(), "/N 3")
    name = string(CONDITION)
    return objects.put(f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}/DestOutputProfile {profile} 0 R>>")
