"""Every Word file is a whole package: each part typed, each reference answered, each id once."""

import posixpath
from collections import Counter

import pytest
from lxml import etree

from tests.papers.conftest import Built
from tests.word.opened import find, parts, tree

UNIQUE = (
    "//w:sdtPr/w:id/@w:val",
    "//w:sdtPr/w:tag/@w:val",
    "//w:bookmarkStart/@w:id",
    "//w:bookmarkStart/@w:name",
    "//wp:docPr/@id",
)


def untyped(built: Built) -> list[str]:
    """Parts without a content type, and types without a part."""
    types = tree(built.word, "[Content_Types].xml")
    defaults, overrides = find(types, "ct:Default/@Extension"), find(types, "ct:Override/@PartName")
    names = [f"/{name}" for name in parts(built.word) if name != "[Content_Types].xml"]
    missing = [name for name in names if name not in overrides and name.rpartition(".")[2] not in defaults]
    return missing + sorted(set(overrides) - set(names)) + [name for name, count in Counter(overrides).items() if count > 1]


def unanswered(built: Built) -> list[str]:
    """Relationships whose part isn't there, and references to relationships that aren't there."""
    every = parts(built.word)
    out = []
    for name in every:
        folder, file = posixpath.split(name)
        if name.endswith(".rels"):
            base = posixpath.dirname(folder)
            for each in find(etree.fromstring(every[name]), "pr:Relationship[not(@TargetMode='External')]"):
                target = each.get("Target")
                path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
                out += [] if path in every else [f"{name}: {target}"]
        elif name.endswith(".xml"):
            own = posixpath.join(folder, "_rels", f"{file}.rels")
            known = find(etree.fromstring(every[own]), "pr:Relationship/@Id") if own in every else []
            out += [
                f"{name}: {each}" for each in find(etree.fromstring(every[name]), "//@r:id | //@r:embed | //@r:link") if each not in known
            ]
    return out


def repeated(built: Built) -> list[str]:
    """Ids that stand twice in the body."""
    root = tree(built.word)
    return [f"{path}: {value}" for path in UNIQUE for value, count in Counter(find(root, path)).items() if count > 1]


def open_ended(built: Built) -> list[str]:
    """Bookmarks that begin and don't end, links and page fields that lead nowhere, notes that aren't there."""
    root = tree(built.word)
    names = set(find(root, "//w:bookmarkStart/@w:name"))
    codes = [*find(root, "//w:fldSimple/@w:instr"), *(each.text or "" for each in find(root, "//w:instrText"))]
    targets = {*find(root, "//w:hyperlink/@w:anchor"), *(code.split()[1] for code in codes if code.split()[0] == "PAGEREF")}
    ends = set(find(root, "//w:bookmarkStart/@w:id")) ^ set(find(root, "//w:bookmarkEnd/@w:id"))
    notes = find(tree(built.word, "word/footnotes.xml"), "w:footnote/@w:id") if "word/footnotes.xml" in parts(built.word) else []
    return sorted(targets - names) + sorted(ends) + sorted(set(find(root, "//w:footnoteReference/@w:id")) - set(notes))


def unkept(built: Built) -> list[str]:
    """Fields over properties that the package doesn't hold."""
    root = tree(built.word)
    names = find(tree(built.word, "docProps/custom.xml"), "p:property/@name") if "docProps/custom.xml" in parts(built.word) else []
    codes = [code for code in find(root, "//w:fldSimple/@w:instr") if code.split()[0] == "DOCPROPERTY"]
    return sorted({code for code in codes if code.split('"')[1] not in names})


@pytest.mark.parametrize("faults", [untyped, unanswered, repeated, open_ended, unkept], ids=lambda each: each.__name__)
def test_no_word_file_has_anything(built, faults):
    told = {each.name: faults(each)[:5] for each in built}
    assert {name: found for name, found in told.items() if found} == {}
