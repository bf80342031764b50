"""The XMP packet: what a file is called, by whom and when it was made, what it claims. For our papers as for packs of anybody's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

PRODUCER = "papers"
HEAD = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
{more}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
"""
PUBLISHER = "<dc:publisher><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:publisher>\n"
ARCHIVE = "<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{level}</pdfaid:conformance>"
ACCESSIBLE = """<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part number</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""
"""The claim PDF/UA-1, with its schema: PDF/A-2 and 3 want that of any property that they don't know."""
TAIL = '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'


@dataclass(frozen=True, slots=True)
class About:
    """What a file is called, by whom and when it was published, and in which language it is."""

    title: str
    author: str
    subject: str
    date: dt.date
    language: str = "en-GB"


def packet(about: About, claims: Sequence[str], more: Mapping[str, str] | None = None) -> bytes:
    """The packet with the claims, such as "ua1" and "2a"; `more` are plain properties of Dublin Core, those that have a value."""
    said = {"title": about.title, "author": about.author, "subject": about.subject, "language": about.language, "producer": PRODUCER}
    head = HEAD.format(
        **{name: escape(value) for name, value in said.items()},
        more="".join(_property(name, escape(value)) for name, value in (more or {}).items() if value),
        date=f"{about.date.isoformat()}T00:00:00Z",
    )
    archive = "".join(ARCHIVE.format(part=claim[0], level=claim[1].upper()) for claim in claims if not claim.startswith("ua"))
    return f"{head}{archive}{ACCESSIBLE if 'ua1' in claims else ''}{TAIL}".encode()


def _property(name: str, value: str) -> str:
    return PUBLISHER.format(value) if name == "publisher" else f"<dc:{name}>{value}</dc:{name}>\n"
