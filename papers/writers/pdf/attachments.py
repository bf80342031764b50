"""Files that a PDF carries with it (PDF/A-3, ISO 19005-3, 6.8: each has its type, its relation to the paper and its name twice)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5

from papers.writers.pdf.objects import Objects
from papers.writers.pdf.syntax import string


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of data behind the paper. `media_type` such as text/csv."""

    name: str
    data: bytes
    media_type: str
    description: str


def add_attachments(attachments: Sequence[Attachment], date: dt.date, objects: Objects) -> str:
    """Add the files; the catalogue's entries that name them, nothing where there are none."""
    if not attachments:
        return ""
    added = {each.name: _specification(each, date, objects) for each in sorted(attachments, key=lambda each: each.name)}
    names = "".join(f"{string(name)} {at} 0 R" for name, at in added.items())
    related = " ".join(f"{at} 0 R" for at in added.values())
    return f"/AF[{related}]/Names<</EmbeddedFiles<</Names[{names}]>>>>"


def _specification(attachment: Attachment, date: dt.date, objects: Objects) -> int:
    digest = md5(attachment.data, usedforsecurity=False).hexdigest().upper()
    kind = attachment.media_type.replace("/", "#2F")
    about = f"/Params<</Size {len(attachment.data)}/ModDate{string(f'D:{date:%Y%m%d}000000Z')}/CheckSum<{digest}>>>"
    file = objects.stream(attachment.data, f"/Type/EmbeddedFile/Subtype/{kind}{about}")
    name = string(attachment.name)
    return objects.put(
        f"<</Type/Filespec/F{name}/UF{name}/EF<</F {file} 0 R/UF {file} 0 R>>/AFRelationship/Data/Desc{string(attachment.description)}>>"
    )
