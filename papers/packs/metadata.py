"""What a pack says of itself: title, author and dates, twice, and the claims that all its parts bear out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from papers.writers.pdf.metadata import CONDITION, PRODUCER

if TYPE_CHECKING:
    import pikepdf

LEVELS = ("b", "u", "a")
"""Levels of PDF/A, the least first."""

HEAD = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
"""
ARCHIVE = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>{level}</pdfaid:conformance>\n"
ACCESSIBLE = """<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part number</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""
TAIL = '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'


@dataclass(frozen=True, slots=True)
class About:
    """What a file is called, by whom and when it was published, and in which language it is."""

    title: str
    author: str
    subject: str
    date: dt.date
    language: str = "en-GB"


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
    root.Metadata = pdf.make_stream(_packet(about, claims).encode(), Type=Name.Metadata, Subtype=Name.XML)
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


def _packet(about: About, claims: Sequence[str]) -> str:
    said = {"title": about.title, "author": about.author, "subject": about.subject, "language": about.language, "producer": PRODUCER}
    head = HEAD.format(**{name: escape(value) for name, value in said.items()}, date=f"{about.date.isoformat()}T00:00:00Z")
    archive = "".join(ARCHIVE.format(level=claim[-1].upper()) for claim in claims if not claim.startswith("ua"))
    return head + archive + (ACCESSIBLE if "ua1" in claims else "") + TAIL
