"""Tables of named parts: header cells that say what they head, decimals that stand under each other."""

from __future__ import annotations

from papers.document import Cell, LineBreak, Row, Table, plain
from papers.writers.html.charts import drawing
from papers.writers.html.inlines import phrase
from papers.writers.html.writing import Writing, attributes, name_of, text

CELL_CHART = 150.0
"""The width of a chart in a cell, in points, where it has none of its own."""
MOST_SHORT = 4
"""How many missing decimals the style sheet makes room for."""


def table(block: Table, writing: Writing) -> str:
    """The table in a frame that scrolls by itself on a narrow screen and can be reached by the keyboard."""
    grid = _Grid(block, writing)
    shown = "" if block.captioned else ' class="unseen"'
    caption = f"<caption><span{shown}>{text(block.title)}</span></caption>"
    rows = [grid.row(n) for n in range(len(block.rows))]
    above = len(block.head)
    head = f"<thead>{''.join(rows[:above])}</thead>" if above else ""
    frame = attributes(class_="frame", role="region", aria_label=block.title, tabindex=0)
    look = attributes(id=name_of(block.id), class_=block.look)
    widths = "".join(f"<col{attributes(class_=writing.look(f'width:{column.share / 10:g}%'))}>" for column in block.columns)
    return f"<div{frame}><table{look}>{caption}<colgroup>{widths}</colgroup>{head}<tbody>{''.join(rows[above:])}</tbody></table></div>"


class _Grid:
    """A table with the column of each of its cells, and the most decimals that the body of each column shows."""

    def __init__(self, block: Table, writing: Writing) -> None:
        self.block, self.writing = block, writing
        self.places = block.places()
        self.decimals = [0] * len(block.columns)
        for row, places in zip(block.rows, self.places, strict=True):
            if row.kind != "header":
                for cell, column in zip(row.cells, places, strict=True):
                    self.decimals[column] = max(self.decimals[column], _decimals(cell))

    def row(self, n: int) -> str:
        """The row of that number as an element."""
        row = self.block.rows[n]
        cells = "".join(self._cell(row, cell, column) for cell, column in zip(row.cells, self.places[n], strict=True))
        return f"<tr{attributes(class_=row.kind if row.kind in ('group', 'subtotal', 'total') else None)}>{cells}</tr>"

    def _cell(self, row: Row, cell: Cell, column: int) -> str:
        scope = self._scope(row, cell, column)
        spans = {"colspan": cell.colspan if cell.colspan > 1 else None, "rowspan": cell.rowspan if cell.rowspan > 1 else None}
        look = attributes(scope=scope, **spans, class_=None if row.kind == "group" else self._align(cell, column))
        content = drawing(cell.chart, self.writing, CELL_CHART) if cell.chart else self._words(row, cell)
        element = "th" if scope else "td"
        return f"<{element}{look}>{content}</{element}>"

    def _words(self, row: Row, cell: Cell) -> str:
        """The words; what stands below the figure of a strip is small."""
        at = next((n for n, each in enumerate(cell.inlines) if isinstance(each, LineBreak)), None)
        if self.block.look != "strip" or row.kind == "header" or at is None:
            return phrase(cell.inlines, self.writing)
        return f'{phrase(cell.inlines[: at + 1], self.writing)}<span class="below">{phrase(cell.inlines[at + 1 :], self.writing)}</span>'

    def _scope(self, row: Row, cell: Cell, column: int) -> str | None:
        """What the cell heads; an empty one heads nothing."""
        if not cell.inlines:
            return None
        if row.kind == "header":
            return "colgroup" if cell.colspan > 1 else "col"
        if row.kind == "group":
            return "row"
        return "row" if column < self.block.stub else None

    def _align(self, cell: Cell, column: int) -> str | None:
        """Its alignment; a number with fewer decimals than its column shows leaves their room free, words may break over lines."""
        align = self.block.columns[column].align
        short = self.decimals[column] - _decimals(cell)
        if align == "left":
            return None
        if cell.inlines and not any(character.isdigit() for character in plain(cell.inlines)):
            return f"{align} words"
        return f"decimal short-{min(short, MOST_SHORT)}" if align == "decimal" and short > 0 else align


def _decimals(cell: Cell) -> int:
    """How many digits follow the first point."""
    after = plain(cell.inlines).partition(".")[2]
    return len(after) - len(after.lstrip("0123456789"))
