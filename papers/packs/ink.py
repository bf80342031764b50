"""Where a page has ink, and whether all of it is tagged: read in one go from its operators (ISO 32000-1, 8, 9 and 14.6).

The extent is judged from above: curves by their control points, text by a box around its size, pictures by their corners, clipping
not at all, but for the page's own box: what lies outside is not shown. So a stamp outside the extent covers nothing; at worst a page is
made a little smaller than it need be.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from papers.packs.geometry import UNIT, Matrix, moved, times

if TYPE_CHECKING:
    import pikepdf

STRING = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\))*+\)"
TOKEN = re.compile(
    rb"[+-]?(?:\d++\.?\d*+|\.\d++)|/[^\s()<>\[\]{}/%]*+|" + STRING + rb"|<<|>>|<[0-9A-Fa-f\s]*+>|\[(?:[^\[\]()]++|" + STRING + rb")*+\]"
    rb"|%[^\r\n]*+|[A-Za-z'\"][A-Za-z0-9'\"*]*+",
    re.DOTALL,
)
"""Operands and operators; an array of numbers and strings is one token."""

PICTURE_BEGINS, DATA_BEGINS, PICTURE_ENDS = (re.compile(rb"\b" + word) for word in (rb"BI\s", rb"(?<=\s)ID\s", rb"(?<=\s)EI\b"))
WHITE = {b"g": (1.0,), b"rg": (1.0, 1.0, 1.0), b"k": (0.0, 0.0, 0.0, 0.0)}
ASCENT, DESCENT = 1.0, 0.3
"""How far letters reach above and below their baseline, in sizes."""
ADVANCE, HEX_ADVANCE = 0.6, 0.25
"""How far a character of a string's token advances, in sizes: it matters only to text that is turned, and errs on the large side."""
MOST_FORMS = 2000
"""Drawings within drawings on one page; a page that has more is taken for full, for they can be nested to exhaust a machine."""


@dataclass(slots=True)
class Extent:
    """What holds all ink on the page, in its own units; `low` lies above `high` where there is none."""

    left: float = float("inf")
    low: float = float("inf")
    right: float = float("-inf")
    high: float = float("-inf")


@dataclass(frozen=True, slots=True)
class Inked:
    """What a page shows: where, whether some of it is neither tagged nor decoration, and whether it has any text.

    `lead` and `tail` are the operators that its drawing lacks: restoring what was never saved, saving and marking without an end.
    `broken`: it ends within a text, which would swallow whatever came after it. `ring`: a form on it draws itself. `outside`: it may have
    text outside its box.
    """

    extent: Extent
    untagged: bool
    text: bool
    lead: str = ""
    tail: str = ""
    broken: bool = False
    ring: bool = False
    outside: bool = False


@dataclass(slots=True)
class _State:
    """The graphics state as far as extents depend on it."""

    matrix: Matrix
    white: bool = False
    thick: float = 1.0
    size: float = 0.0
    leading: float = 0.0


def inked(page: pikepdf.Page) -> Inked:
    """Where the page has ink, and how it is marked."""
    seen = _Seen([float(edge) for edge in page.mediabox])
    stream = _Stream(seen, page.obj.get("/Resources", {}), UNIT, [])
    content = _content(page)
    stream.run(content)
    broken = content.count(b"(") != content.count(b")") and b"(" in TOKEN.sub(b"", without_pictures(content, b""))
    tail = "ET " * stream.in_text + "EMC " * len(stream.marks) + "Q " * len(stream.saved)
    return Inked(seen.extent, seen.untagged, seen.text, "q " * stream.unsaved, tail, broken, seen.ring, seen.outside)


def _content(page: pikepdf.Page) -> bytes:
    import pikepdf

    held: Any = page.obj.get("/Contents", [])
    streams = list(held) if isinstance(held, pikepdf.Array) else [held]
    return b"\n".join(bytes(stream.read_bytes()) for stream in streams if isinstance(stream, pikepdf.Stream))


def without_pictures(content: bytes, instead: bytes) -> bytes:
    """The operators with `instead` for each picture that stands among them with its samples, which are no operators."""
    kept: list[bytes] = []
    at = 0
    while begin := PICTURE_BEGINS.search(content, at):
        data = DATA_BEGINS.search(content, begin.end())
        end = PICTURE_ENDS.search(content, data.end()) if data else None
        if end is None:
            break
        kept += [content[at : begin.start()], instead]
        at = end.end()
    return b"".join([*kept, content[at:]])


class _Seen:
    """What has been seen on a page so far."""

    def __init__(self, box: list[float]) -> None:
        self.box = box
        self.extent = Extent()
        self.untagged = self.text = self.ring = self.outside = False
        self.forms = 0
        self.open: set[tuple[int, int]] = set()
        """Forms that are being drawn, by number."""

    def take(self, points: list[tuple[float, float]], around: float = 0.0) -> bool:
        """Take up what these points hold, so much wider all around, as far as it lies on the page; whether any of it does."""
        across, up = [x for x, _ in points], [y for _, y in points]
        left, low, right, high = min(across) - around, min(up) - around, max(across) + around, max(up) + around
        edge_left, edge_low, edge_right, edge_high = self.box
        if left > edge_right or right < edge_left or low > edge_high or high < edge_low:
            return False
        extent = self.extent
        extent.left, extent.right = min(extent.left, max(left, edge_left)), max(extent.right, min(right, edge_right))
        extent.low, extent.high = min(extent.low, max(low, edge_low)), max(extent.high, min(high, edge_high))
        return True

    def everything(self) -> None:
        """Take the page for full."""
        left, bottom, right, top = self.box
        self.take([(left, bottom), (right, top)])


class _Stream:
    """Follows one stream of operators, a page's or a form's, and the forms on it."""

    def __init__(self, seen: _Seen, resources: Any, matrix: Matrix, marks: list[bool]) -> None:  # noqa: ANN401 - a PDF dictionary
        self.seen, self.resources = seen, resources
        self.state = _State(matrix)
        self.saved: list[_State] = []
        self.path: list[tuple[float, float]] = []
        self.text: Matrix = UNIT
        self.line: Matrix = UNIT
        self.marks = list(marks)
        self.operands: list[bytes] = []
        self.in_text = False
        self.unsaved = 0

    def run(self, content: bytes) -> None:
        """Follow the operators."""
        if b"BI" in content:
            content = without_pictures(content, b" BI ")
        operands = self.operands
        for token in TOKEN.findall(content):
            if token[0] in b"+-.0123456789/([<>%":
                operands.append(token)
                continue
            if handler := HANDLERS.get(token):
                try:  # noqa: SIM105 - suppress takes a fifth of all time here, for there are many operators
                    handler(self)
                except (ValueError, IndexError):
                    pass  # an operator without its operands does nothing
            operands.clear()

    def numbers(self, count: int) -> list[float]:
        """The last operands as numbers. ValueError where they are none."""
        return [float(each) for each in self.operands[-count:]]

    def shown(self) -> None:
        """Note that something is put on the page here."""
        if not any(self.marks):
            self.seen.untagged = True

    def save(self) -> None:
        """Operator q."""
        self.saved.append(copy(self.state))

    def restore(self) -> None:
        """Operator Q."""
        if self.saved:
            self.state = self.saved.pop()
        else:
            self.unsaved += 1

    def transform(self) -> None:
        """Operator cm."""
        a, b, c, d, e, f = self.numbers(6)
        self.state.matrix = times((a, b, c, d, e, f), self.state.matrix)

    def points(self) -> None:
        """Operators m, l, c, v and y: their points."""
        values = self.numbers(len(self.operands))
        self.path += [(values[n], values[n + 1]) for n in range(0, len(values) - 1, 2)]

    def rectangle(self) -> None:
        """Operator re."""
        x, y, width, height = self.numbers(4)
        self.path += [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]

    def fill(self) -> None:
        """A filled path: white is no ink."""
        if not self.state.white:
            self._paint(0.0)
        self.shown()
        self.path.clear()

    def stroke(self) -> None:
        """A stroked path, with half its line's width around it."""
        a, b, c, d, *_ = self.state.matrix
        self._paint(self.state.thick / 2 * max(abs(a), abs(b), abs(c), abs(d)))
        self.shown()
        self.path.clear()

    def drop(self) -> None:
        """Operator n: a path that is only clipped to."""
        self.path.clear()

    def _paint(self, around: float) -> None:
        if self.path:
            matrix = self.state.matrix
            self.seen.take([moved(matrix, x, y) for x, y in self.path], around)

    def colour(self, name: bytes) -> None:
        """Operators g, rg and k: whether what is filled is white."""
        white = WHITE[name]
        self.state.white = tuple(self.numbers(len(white))) == white

    def colour_unknown(self) -> None:
        """Operators cs, sc and scn: a colour that is not looked into."""
        self.state.white = False

    def thickness(self) -> None:
        """Operator w."""
        (self.state.thick,) = self.numbers(1)

    def begin_text(self) -> None:
        """Operator BT."""
        self.text = self.line = UNIT
        self.in_text = True

    def end_text(self) -> None:
        """Operator ET."""
        self.in_text = False

    def font(self) -> None:
        """Operator Tf."""
        (self.state.size,) = self.numbers(1)

    def lead(self) -> None:
        """Operator TL."""
        (self.state.leading,) = self.numbers(1)

    def place(self) -> None:
        """Operator Tm."""
        a, b, c, d, e, f = self.numbers(6)
        self.text = self.line = (a, b, c, d, e, f)

    def step(self) -> None:
        """Operator Td."""
        x, y = self.numbers(2)
        self.text = self.line = times((1.0, 0.0, 0.0, 1.0, x, y), self.line)

    def step_and_lead(self) -> None:
        """Operator TD."""
        self.state.leading = -self.numbers(1)[0]
        self.step()

    def next_line(self) -> None:
        """Operator T*."""
        self.text = self.line = times((1.0, 0.0, 0.0, 1.0, 0.0, -self.state.leading), self.line)

    def show(self) -> None:
        """Operators Tj and TJ: a box as high as the letters and as wide as so many bytes can be."""
        size = abs(self.state.size)
        matrix = times(self.text, self.state.matrix)
        token = self.operands[-1]
        wide = len(token) * size * (HEX_ADVANCE if token.startswith((b"<", b"[<")) else ADVANCE)
        corners = [moved(matrix, 0.0, -DESCENT * size), moved(matrix, wide, ASCENT * size)]
        if matrix[1] or matrix[2]:
            corners += [moved(matrix, 0.0, ASCENT * size), moved(matrix, wide, -DESCENT * size)]
        if not self.seen.take(corners):
            self.seen.outside = True
        if matrix[1] or matrix[2]:
            self.text = times((1.0, 0.0, 0.0, 1.0, wide, 0.0), self.text)
        self.seen.text = True
        self.shown()

    def show_next(self) -> None:
        """Operators ' and "."""
        self.next_line()
        self.show()

    def square(self) -> None:
        """A picture: the unit square."""
        self.seen.take([moved(self.state.matrix, x, y) for x, y in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))])
        self.shown()

    def flood(self) -> None:
        """Operator sh: shading as far as there is page."""
        self.seen.everything()
        self.shown()

    def draw(self) -> None:
        """Operator Do: a picture, or a form with a stream of its own."""
        import pikepdf

        held: Any = self.resources.get("/XObject", {}).get(self.operands[-1].decode("latin-1"))
        if not isinstance(held, pikepdf.Stream) or held.get("/Subtype") != "/Form":
            self.square()
            return
        self.seen.forms += 1
        if self.seen.forms > MOST_FORMS or len(self.marks) > MOST_FORMS:
            self.flood()
            return
        if held.objgen in self.seen.open:
            self.seen.ring = True
            return
        self.seen.open.add(held.objgen)
        a, b, c, d, e, f = (float(each) for each in held.get("/Matrix", UNIT))
        matrix = times((a, b, c, d, e, f), self.state.matrix)
        _Stream(self.seen, held.get("/Resources", self.resources), matrix, [*self.marks, False]).run(bytes(held.read_bytes()))
        self.seen.open.discard(held.objgen)

    def mark(self) -> None:
        """Operator BMC."""
        self.marks.append(self.operands[-1] == b"/Artifact")

    def mark_with(self) -> None:
        """Operator BDC."""
        named = b"/Artifact" in self.operands[:1] or b"/MCID" in self.operands
        if not named and self.operands[-1:] and self.operands[-1].startswith(b"/"):
            properties: Any = self.resources.get("/Properties", {}).get(self.operands[-1].decode("latin-1"), {})
            named = "/MCID" in properties
        self.marks.append(named)

    def unmark(self) -> None:
        """Operator EMC."""
        if self.marks:
            self.marks.pop()


HANDLERS: dict[bytes, Callable[[_Stream], None]] = {
    b"q": _Stream.save,
    b"Q": _Stream.restore,
    b"cm": _Stream.transform,
    **dict.fromkeys((b"m", b"l", b"c", b"v", b"y"), _Stream.points),
    b"re": _Stream.rectangle,
    **dict.fromkeys((b"f", b"F", b"f*"), _Stream.fill),
    **dict.fromkeys((b"S", b"s", b"B", b"B*", b"b", b"b*"), _Stream.stroke),
    b"n": _Stream.drop,
    b"g": lambda stream: stream.colour(b"g"),
    b"rg": lambda stream: stream.colour(b"rg"),
    b"k": lambda stream: stream.colour(b"k"),
    **dict.fromkeys((b"cs", b"sc", b"scn"), _Stream.colour_unknown),
    b"w": _Stream.thickness,
    b"BT": _Stream.begin_text,
    b"ET": _Stream.end_text,
    b"Tf": _Stream.font,
    b"TL": _Stream.lead,
    b"Tm": _Stream.place,
    b"Td": _Stream.step,
    b"TD": _Stream.step_and_lead,
    b"T*": _Stream.next_line,
    **dict.fromkeys((b"Tj", b"TJ"), _Stream.show),
    **dict.fromkeys((b"'", b'"'), _Stream.show_next),
    b"Do": _Stream.draw,
    b"BI": _Stream.square,
    b"sh": _Stream.flood,
    b"BMC": _Stream.mark,
    b"BDC": _Stream.mark_with,
    b"EMC": _Stream.unmark,
}
"""What each operator does to the extent or the marks; all others do nothing to either."""
