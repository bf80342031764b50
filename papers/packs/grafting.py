"""Structure trees brought under one root: keys renumbered, roles and classes that clash renamed, ids kept apart (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from papers.packs.geometry import Matrix, moved
from papers.packs.vetting import annotations_of

if TYPE_CHECKING:
    import pikepdf

KEYS = ("/StructParents", "/StructParent")
"""Where a page, and a thing on it, say under which key the parent tree names their elements."""


def elements(root: Any) -> Iterator[Any]:  # noqa: ANN401 - a PDF dictionary
    """Every structure element below the root, each once, however they are tied."""
    import pikepdf

    seen: set[tuple[int, int]] = set()
    stack = kids(root)
    while stack:
        each = stack.pop()
        if not isinstance(each, pikepdf.Dictionary) or "/S" not in each or each.objgen in seen:
            continue
        if each.is_indirect:
            seen.add(each.objgen)
        yield each
        stack += kids(each)


def kids(element: Any) -> list[Any]:  # noqa: ANN401 - a PDF dictionary
    """What stands under an element: elements, marks, objects."""
    import pikepdf

    held = element.get("/K")
    return list(held) if isinstance(held, pikepdf.Array) else [] if held is None else [held]


def name_apart(pdf: pikepdf.Pdf, prefix: str) -> None:
    """Let the names of the part's tree begin with `prefix`, so that no other part has them: ids, classes and roles of its own.

    Objects that were taken off the pages go from the tree too; an inner Document becomes a Part of the pack's.
    """
    import pikepdf

    root: Any = pdf.Root.StructTreeRoot
    kept = {each.objgen for page in pdf.pages for each in annotations_of(page.obj)}
    roles = {name: f"/{prefix}{name[1:]}" for name, role in root.get("/RoleMap", {}).items() if name != str(role)}
    ids: dict[str, Any] = {}
    for each in elements(root):
        if str(each["/S"]) in roles:
            each["/S"] = pikepdf.Name(roles[str(each["/S"])])
        if "/ID" in each:
            ids[prefix + str(each["/ID"])] = each
            each["/ID"] = pikepdf.String(prefix + str(each["/ID"]))
        if "/C" in each:
            each["/C"] = _classes(each["/C"], prefix)
        if "/A" in each:
            _name_headers(each["/A"], prefix)
        _drop_gone(each, kept)
    for each in kids(root):
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Document":
            each["/S"] = pikepdf.Name.Part
    root["/RoleMap"] = pikepdf.Dictionary({roles[name]: _role(root["/RoleMap"][name], roles) for name in roles})
    root["/ClassMap"] = pikepdf.Dictionary({f"/{prefix}{name[1:]}": what for name, what in root.get("/ClassMap", {}).items()})
    root["/IDTree"] = pikepdf.Dictionary(Names=pikepdf.Array([each for name in sorted(ids) for each in (pikepdf.String(name), ids[name])]))


def _role(role: Any, roles: dict[str, str]) -> Any:  # noqa: ANN401 - a PDF name
    import pikepdf

    return pikepdf.Name(roles.get(str(role), str(role)))


def _classes(held: Any, prefix: str) -> Any:  # noqa: ANN401 - a name, or an array of names and numbers
    import pikepdf

    if isinstance(held, pikepdf.Array):
        return pikepdf.Array([_classes(each, prefix) if isinstance(each, pikepdf.Name) else each for each in held])
    return pikepdf.Name(f"/{prefix}{str(held)[1:]}")


def _name_headers(held: Any, prefix: str) -> None:  # noqa: ANN401 - a dictionary or an array of them
    import pikepdf

    for each in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(each, pikepdf.Dictionary) and "/Headers" in each:
            each["/Headers"] = pikepdf.Array([pikepdf.String(prefix + str(header)) for header in each["/Headers"]])


def _drop_gone(element: Any, kept: set[tuple[int, int]]) -> None:  # noqa: ANN401 - a PDF dictionary
    """Take from an element the objects that are on no page any more: with them they would come into the pack unseen."""
    import pikepdf

    held = kids(element)
    staying = [each for each in held if not _gone(each, kept)]
    if len(staying) < len(held):
        element["/K"] = pikepdf.Array(staying)


def _gone(kid: Any, kept: set[tuple[int, int]]) -> bool:  # noqa: ANN401 - a PDF value of any type
    import pikepdf

    if not isinstance(kid, pikepdf.Dictionary) or kid.get("/Type") != "/OBJR":
        return False
    named: Any = kid.get("/Obj", {})
    return bool(named.get("/Subtype") is not None and "/Rect" in named and named.objgen not in kept)


def move_boxes(root: Any, moves: Mapping[tuple[int, int], Matrix]) -> None:  # noqa: ANN401 - a PDF dictionary
    """Let the boxes of figures and tables follow the drawings of their pages; `moves` has the pages that were moved, by number."""
    import pikepdf

    for each in elements(root):
        move = moves.get(each["/Pg"].objgen) if "/Pg" in each else None
        held = each.get("/A") if move else None
        for attributes in held if isinstance(held, pikepdf.Array) else [held]:
            if move and isinstance(attributes, pikepdf.Dictionary) and "/BBox" in attributes:
                attributes["/BBox"] = pikepdf.Array(_moved_box([float(edge) for edge in attributes["/BBox"]], move))


def _moved_box(box: list[float], move: Matrix) -> list[float]:
    corners = [moved(move, box[x], box[y]) for x in (0, 2) for y in (1, 3)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return [round(edge, 2) for edge in (min(across), min(up), max(across), max(up))]


def untag(pdf: pikepdf.Pdf) -> None:
    """Take the keys into a tree that there is not, or that holds nothing, off the pages and all that is on them."""
    if "/StructTreeRoot" in pdf.Root:
        del pdf.Root["/StructTreeRoot"]
    for each in keyed(page.obj for page in pdf.pages):
        for entry in KEYS:
            if entry in each:
                del each[entry]


def keyed(pages: Iterable[Any]) -> Iterator[Any]:
    """Every object on the pages that may have a key in the parent tree, once: pages, annotations, drawings and pictures."""
    seen: set[tuple[int, int]] = set()
    for page in pages:
        yield page
        yield from annotations_of(page)
        yield from _drawings(page.get("/Resources", {}), seen)


def _drawings(resources: Any, seen: set[tuple[int, int]]) -> Iterator[Any]:  # noqa: ANN401 - a PDF dictionary
    for each in resources.get("/XObject", {}).values():
        if each.objgen not in seen:
            seen.add(each.objgen)
            yield each
            yield from _drawings(each.get("/Resources", {}), seen)


class Tree:
    """The structure of a pack: one Document, a Part for each item, under it the trees of its papers."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        from pikepdf import Array, Dictionary, Name

        self.pdf = pdf
        self.document: Any = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
        self.root: Any = pdf.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=self.document, RoleMap=Dictionary(), ClassMap=Dictionary())
        )
        self.document.P = self.root
        self.parents: list[tuple[int, Any]] = []
        self.ids: list[tuple[str, Any]] = []
        self.next = 0

    def part(self, title: str, above: Any = None, language: str = "") -> Any:  # noqa: ANN401 - a PDF dictionary
        """A new Part, under `above` or the Document."""
        from pikepdf import Name

        made = self.element(Name.Part, above if above is not None else self.document)
        made.T = title
        if language:
            made.Lang = language
        return made

    def element(self, role: Any, above: Any) -> Any:  # noqa: ANN401 - PDF values
        """A new element under another."""
        from pikepdf import Array, Dictionary, Name

        made: Any = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=role, P=above, K=Array()))
        above.K.append(made)
        return made

    def page(self, page: Any, elements: list[Any]) -> None:  # noqa: ANN401 - a PDF dictionary
        """Give a page of ours its key: its marks, in order, are the content of these elements."""
        from pikepdf import Array

        page.StructParents = self.next
        self.parents.append((self.next, Array(elements)))
        self.next += 1

    def graft(self, source: pikepdf.Pdf, pages: list[Any], above: Any) -> Any:  # noqa: ANN401 - a PDF dictionary
        """Bring the tree of a part under an element; its root. Its pages are in the pack already, so that the copy points to them."""
        shift = self.next
        highest = -1
        for each in keyed(pages):
            for entry in KEYS:
                if entry in each:
                    each[entry] = int(each[entry]) + shift
        copied: Any = self.pdf.copy_foreign(source.Root.StructTreeRoot)
        for key, what in _rows(copied.get("/ParentTree")):
            self.parents.append((key + shift, what))
            highest = max(highest, key)
        self.next = shift + max(highest + 1, int(copied.get("/ParentTreeNextKey", 0)))
        for entry in ("/RoleMap", "/ClassMap"):
            for name, what in copied[entry].items():
                self.root[entry][name] = what
        named = list(copied.IDTree.Names)
        self.ids += [(str(named[n]), named[n + 1]) for n in range(0, len(named), 2)]
        for each in kids(copied):
            each.P = above
            above.K.append(each)
        return copied

    def finish(self) -> None:
        """Write the tree into the catalogue."""
        from pikepdf import Array, Dictionary, String

        rows = [each for key, what in sorted(self.parents, key=lambda row: row[0]) for each in (key, what)]
        self.root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(rows)))
        self.root.ParentTreeNextKey = self.next
        if self.ids:
            named = [each for name, what in sorted(self.ids, key=lambda row: row[0]) for each in (String(name), what)]
            self.root.IDTree = self.pdf.make_indirect(Dictionary(Names=Array(named)))
        for entry in ("/RoleMap", "/ClassMap"):
            if not len(self.root[entry]):
                del self.root[entry]
        self.pdf.Root.StructTreeRoot = self.root
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)


def _rows(tree: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - a PDF dictionary
    """The keys and values of a number tree; nothing where there is none."""
    stack = [] if tree is None else [tree]
    seen: set[tuple[int, int]] = set()
    while stack:
        each = stack.pop()
        if each.is_indirect and each.objgen in seen:
            continue
        seen.add(each.objgen)
        held = list(each.get("/Nums", []))
        yield from ((int(held[n]), held[n + 1]) for n in range(0, len(held) - 1, 2))
        stack += list(each.get("/Kids", []))
