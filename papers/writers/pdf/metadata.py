"""What the file says of itself: XMP metadata with its claims, the same in the information dictionary, and the colours it means."""

from __future__ import annotations

from importlib.resources import files
from xml.sax.saxutils import escape

from papers.document import Document
from papers.writers.pdf.objects import Objects
from papers.writers.pdf.syntax import string

PRODUCER = "papers"
CONDITION = "sRGB IEC61966-2.1"
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:identifier>{identifier}</dc:identifier>
<dc:publisher><rdf:Bag><rdf:li>{publisher}</rdf:li></rdf:Bag></dc:publisher>
{origin}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part number</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""The metadata packet. PDF/A-2 and 3 want the schema of any property that they don't know, so that of the PDF/UA claim is in it."""


def add_metadata(document: Document, part: int, objects: Objects) -> int:
    """Add the XMP packet with the claims PDF/A-`part`a and PDF/UA-1; its number. It stands unfiltered, as PDF/A asks."""
    # The report's period is the resource's coverage and its data the source: properties that XMP has, so that none need be made up.
    said = {
        "title": document.title,
        "author": document.author or document.organisation,
        "subject": document.subject,
        "identifier": f"{document.paper} {document.date.isoformat()}",
        "publisher": document.organisation,
        "language": document.language,
        "producer": PRODUCER,
    }
    origin = {"coverage": document.period, "source": document.checksum and f"sha256:{document.checksum}"}
    packet = XMP.format(
        **{name: escape(value) for name, value in said.items()},
        origin="".join(f"<dc:{name}>{escape(value)}</dc:{name}>\n" for name, value in origin.items() if value),
        date=f"{document.date.isoformat()}T00:00:00Z",
        part=part,
    )
    return objects.stream(packet.encode(), "/Type/Metadata/Subtype/XML", plain=True)


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
