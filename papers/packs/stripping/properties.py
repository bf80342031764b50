"""Properties of an Office file: title, subject and language stay, people and machines go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from papers.readers.word.names import CUSTOM, local, w

if TYPE_CHECKING:
    from papers.readers.word.names import Element

KEPT_CORE = ("title", "subject", "language", "created", "modified")
KEPT_APPLICATION = ("Application", "AppVersion", "DocSecurity", "ScaleCrop", "SharedDoc")
FIELD = re.compile(r"""\bDOCPROPERTY\s+(?:"([^"]*)"|(\S+))""", re.IGNORECASE)


def shown_properties(trees: Iterable[Element]) -> frozenset[str]:
    """The custom properties that fields show: without them Word prints an error in their place."""
    found: set[str] = set()
    for root in trees:
        simple = (each.get(w("instr")) or "" for each in root.iter(w("fldSimple")))
        written = "".join(str(each.text or "") if local(each) == "instrText" else " \n" for each in root.iter(w("instrText"), w("fldChar")))
        for code in (*simple, written):
            found |= {quoted or bare for quoted, bare in FIELD.findall(code)}
    return frozenset(found)


def clean_core(root: Element, author: str, taken: Counter[str]) -> None:
    """Keep title, subject, language and dates; `author` stands for whoever it was."""
    for each in list(root):
        if local(each) == "creator" and author:
            each.text = author
        elif local(each) not in KEPT_CORE:
            taken["properties"] += bool((each.text or "").strip())
            root.remove(each)


def clean_application(root: Element, taken: Counter[str]) -> None:
    """Keep which program wrote the file; company, manager, template and hours of work go."""
    for each in list(root):
        if local(each) not in KEPT_APPLICATION:
            taken["properties"] += 1
            root.remove(each)


def keep_custom(root: Element, shown: frozenset[str], taken: Counter[str]) -> None:
    """Keep the custom properties that fields show."""
    for each in list(root.iter(f"{{{CUSTOM}}}property")):
        if (each.get("name") or "") not in shown:
            taken["properties"] += 1
            root.remove(each)
