"""A Word file as a package of parts (Open Packaging Conventions), opened only when it has been vetted."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from papers.errors import PapersError, problem
from papers.readers.word import vetting
from papers.readers.word.names import CUSTOM, PACKAGE

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.vetting import Refusal

XML = (".xml", ".rels", ".vml")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: its kind (the last word of the type), the part or address, whether it lies outside."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file by name, its XML parts parsed."""

    parts: Mapping[str, bytes]
    trees: Mapping[str, Element]
    workbooks: Mapping[str, Package] = field(default_factory=dict)
    """The workbooks of charts, opened."""
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """The relationships of a part ("" for the file's own) by id; targets are names of parts."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            root = self.trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._relations[part] = {} if root is None else _relations(root, folder)
        return self._relations[part]

    def part_of_kind(self, kind: str, part: str = "") -> str:
        """The name of the first part that `part` refers to as `kind`; "" where there is none."""
        return next((each.target for each in self.relations(part).values() if each.kind == kind and not each.external), "")

    @property
    def attached_template(self) -> str:
        """The address of the template that the file was made with, which no reader follows; "" where it names none."""
        settings = self.relations(self.part_of_kind("settings", self.main))
        return next((each.target for each in settings.values() if each.kind == "attachedTemplate"), "")

    @property
    def main(self) -> str:
        """The name of the part that holds the body."""
        return self.part_of_kind("officeDocument")

    def custom_properties(self) -> dict[str, str]:
        """The custom properties' texts by name."""
        root = self.trees.get(self.part_of_kind("custom-properties"))
        if root is None:
            return {}
        return {each.get("name") or "": "".join(map(str, each.itertext())) for each in root.iter(f"{{{CUSTOM}}}property")}


def _relations(root: Element, folder: str) -> dict[str, Relation]:
    found = {}
    for each in root.iter(f"{{{PACKAGE}}}Relationship"):
        external = each.get("TargetMode") == "External"
        target = each.get("Target") or ""
        if not external:
            target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[each.get("Id") or ""] = Relation((each.get("Type") or "").rpartition("/")[2], target, external)
    return found


def open_package(data: bytes, kind: str = "docx") -> Package:
    """The parts of a Word file (or, `kind` xlsx, of a chart's workbook). PapersError with every reason to refuse it."""
    package, refusals = _opened(data, kind)
    if refusals:
        raise PapersError(problem("word-refused", why=why, how=how) for why, how in dict.fromkeys(refusals))
    return package


def _opened(data: bytes, kind: str) -> tuple[Package, list[Refusal]]:
    """The parts and every reason to refuse them; what would unpack without end is not unpacked."""
    refusals = list(vetting.vet_archive(data, kind))
    if refusals:
        return Package({}, {}), refusals
    package, refusals = _unpack(data)
    if refusals:
        return package, refusals
    refusals += vetting.vet_all(package.parts, package.trees, kind)
    if kind == "docx":
        workbooks, found = _open_workbooks(package)
        package, refusals = replace(package, workbooks=workbooks), refusals + found
        if not refusals and package.main not in package.trees:
            refusals.append(("it has no body", vetting.SAVE_AS))
    return package, refusals


def _unpack(data: bytes) -> tuple[Package, list[Refusal]]:
    from lxml import etree  # heavy, and most commands read no Word file

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False)
    parts: dict[str, bytes] = {}
    trees: dict[str, Element] = {}
    refusals: list[Refusal] = []
    archive = zipfile.ZipFile(io.BytesIO(data))
    for name in (each for each in archive.namelist() if not each.endswith("/")):
        try:
            parts[name] = archive.read(name)
            if name.lower().endswith(XML):
                found = list(vetting.vet_text(name, parts[name]))
                refusals += found
                if not found:
                    trees[name] = etree.fromstring(parts[name], parser)
        except (zipfile.BadZipFile, EOFError, OSError) as error:
            refusals.append((f"its part {name} is damaged ({error})", vetting.SAVE_AS))
        except etree.XMLSyntaxError as error:
            refusals.append((f"its part {name} is not XML ({error.msg})", vetting.SAVE_AS))
    return Package(parts, trees), refusals


def _open_workbooks(package: Package) -> tuple[dict[str, Package], list[Refusal]]:
    """The workbooks of charts, which are packages themselves, and the reasons to refuse one of them."""
    opened: dict[str, Package] = {}
    refusals: list[Refusal] = []
    books = {name: data for name, data in package.parts.items() if name.lower().endswith(".xlsx")}
    if sum(map(vetting.unpacked_size, books.values())) > vetting.MAX_TOTAL:
        return {}, [(f"its charts' workbooks unpack to more than {vetting.MAX_TOTAL // vetting.MEGABYTE} MB", vetting.ASK)]
    for name, data in books.items():
        opened[name], found = _opened(data, "xlsx")
        refusals += [(f"of its workbook {name}, {why}", how) for why, how in found]
    return opened, refusals
