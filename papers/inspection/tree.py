"""The structure tree of any PDF, read once and kept as plain records (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

DEEPEST = 400
"""A tree that goes deeper is damaged or made to do harm."""


@dataclass(eq=False)
class Element:
    """A structure element: its role after the role map, its kids, the marks and objects that are its content, with their pages."""

    role: str
    node: Any
    page: int | None = None
    kids: list[Element] = field(default_factory=list)
    marks: list[tuple[int | None, int]] = field(default_factory=list)
    objects: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing at all is its content."""
        return not any(each.marks or each.objects for each in self.walk())

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def text(self, name: str) -> str:
        """The element's own entry of that name as text, "" where it has none."""
        return str(self.node.get(name, ""))

    def attribute(self, name: str) -> Any:  # noqa: ANN401 - an attribute may be of any of PDF's types
        """The attribute of that name from any of its attribute objects, or None."""
        held = self.node.get("/A", [])
        for each in held if _is_array(held) else [held]:
            if is_dictionary(each) and name in each:
                return each[name]
        return None

    @property
    def pages(self) -> list[int]:
        """The pages (from 1) of its content."""
        return sorted({page for each in self.walk() for page, _ in each.marks if page} | {each.page for each in self.walk() if each.page})


def read_tree(pdf: pikepdf.Pdf, pages: dict[tuple[int, int], int]) -> Element | None:
    """The root element, or None where the file has no structure. `pages` gives numbers (from 1) by the pages' object numbers."""
    root: Any = pdf.Root.get("/StructTreeRoot")
    if not is_dictionary(root):
        return None
    mapped = {str(name): str(role) for name, role in root.get("/RoleMap", {}).items()}
    top = Element("Root", root)
    _Reading(mapped, pages).add_kids(top, root, 0)
    return top


class _Reading:
    """Reads one tree. An element that hangs in several places, or below itself, is read once: else a small file has no end."""

    def __init__(self, mapped: dict[str, str], pages: dict[tuple[int, int], int]) -> None:
        self.mapped, self.pages = mapped, pages
        self.seen: set[tuple[int, int]] = set()

    def add_kids(self, element: Element, node: Any, depth: int) -> None:  # noqa: ANN401 - a PDF dictionary
        """Add what stands under the node."""
        held = node.get("/K", [])
        for kid in held if _is_array(held) else [held]:
            if isinstance(kid, int):
                element.marks.append((element.page, int(kid)))
            elif is_dictionary(kid) and depth < DEEPEST:
                self._add_kid(element, kid, depth)

    def _add_kid(self, element: Element, kid: Any, depth: int) -> None:  # noqa: ANN401 - a PDF dictionary
        page = self.pages.get(kid["/Pg"].objgen, element.page) if "/Pg" in kid else element.page
        kind = str(kid.get("/Type", ""))
        if kind == "/MCR":
            element.marks.append((page, int(kid.get("/MCID", -1))))
        elif kind == "/OBJR":
            element.objects += 1
        elif "/S" in kid and not (kid.is_indirect and kid.objgen in self.seen):
            self.seen.add(kid.objgen)
            made = Element(self._role(str(kid["/S"])).removeprefix("/"), kid, page)
            element.kids.append(made)
            self.add_kids(made, kid, depth + 1)

    def _role(self, role: str) -> str:
        """What the role map makes of it."""
        passed: set[str] = set()
        while role in self.mapped and role not in passed:
            passed.add(role)
            role = self.mapped[role]
        return role


def _is_array(value: object) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)


def is_dictionary(value: object) -> bool:
    """Whether it is a dictionary of PDF's, and no array, stream or plain value."""
    import pikepdf

    return isinstance(value, pikepdf.Dictionary)
