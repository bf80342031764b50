"""The document model: what a paper says, in frozen nodes that check themselves when they are made.

A `Document` is the heart of the house: drafting makes one from data, the Word reader makes one from an officer's file, and
every writer turns one into bytes. The package imports nothing of ours. Three rules hold everywhere:

* a node is canonical: neighbouring runs of equal look are one run, no run is empty, every block's id is unique;
* a shown value is text already (`Run.text`), with the key of the value it shows beside it (`Run.figure`): writers format
  nothing and readers have nothing to invert;
* authored text lives in `Commentary` and nowhere else; every other block is computed.

All lengths are points (1/72 inch); all colours are "#RRGGBB".
"""

from papers.document.blocks import AuthoredBlock, Block, Bullets, Commentary, Contents, Group, Heading, Item, Paragraph, Picture, Role
from papers.document.charts import MARKER_SHAPES, SERIES_KINDS, Chart, MarkerShape, Series, SeriesKind, Tick
from papers.document.paper import Document, Section, headings, walk
from papers.document.spans import (
    CHIP_SHAPES,
    Chip,
    ChipShape,
    Footnote,
    Inline,
    LineBreak,
    Link,
    PageNumber,
    Run,
    Shape,
    Travel,
    inlines,
    plain,
)
from papers.document.tables import Align, Cell, Column, Row, RowKind, Table, TableLook
from papers.document.values import CONTROL, ID, MAX_ID, NodeError

__all__ = [
    "CHIP_SHAPES",
    "CONTROL",
    "ID",
    "MARKER_SHAPES",
    "MAX_ID",
    "SERIES_KINDS",
    "Align",
    "AuthoredBlock",
    "Block",
    "Bullets",
    "Cell",
    "Chart",
    "Chip",
    "ChipShape",
    "Column",
    "Commentary",
    "Contents",
    "Document",
    "Footnote",
    "Group",
    "Heading",
    "Inline",
    "Item",
    "LineBreak",
    "Link",
    "MarkerShape",
    "NodeError",
    "PageNumber",
    "Paragraph",
    "Picture",
    "Role",
    "Row",
    "RowKind",
    "Run",
    "Section",
    "Series",
    "SeriesKind",
    "Shape",
    "Table",
    "TableLook",
    "Tick",
    "Travel",
    "headings",
    "inlines",
    "plain",
    "walk",
]
