"""One Document with all that strains a writer: forty pages of table, every node, every letter of Europe, long words, 400 links."""

import datetime as dt
import unicodedata
from decimal import Decimal

from papers.document import (
    CHIP_SHAPES,
    Bullets,
    Chart,
    Chip,
    Column,
    Document,
    Footnote,
    Group,
    Heading,
    Item,
    LineBreak,
    Link,
    Paragraph,
    Row,
    Run,
    Section,
    Series,
    Table,
    Tick,
    inlines,
)
from tests.layout.stress import AMBER, GREEN, NAVY, RED, WORDS, cell, every_node, long_table, text

LETTERS = ((0x00C0, 0x017F), (0x0218, 0x021B), (0x1E80, 0x1E85), (0x1EF2, 0x1EF3), (0x0386, 0x03CE), (0x0400, 0x045F), (0x0490, 0x0491))
"""Latin with all its marks (Welsh with them), Greek, Cyrillic: first and last of each stretch of Unicode."""
FURTHER = ((0x0531, 0x0556), (0x0561, 0x0587), (0x10D0, 0x10F0))
"""Armenian and Georgian, which few fonts have."""
LONG = (
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "https://www.example.gov.uk/performance/2025-26/quarter-2/indicators/by-directorate/and-then-by-service/in-full.html",
    "x" * 300,
)
LINKS = 400


def letters(*stretches: tuple[int, int]) -> str:
    """Every letter of the stretches."""
    return "".join(chr(code) for first, last in stretches for code in range(first, last + 1) if unicodedata.category(chr(code))[0] == "L")


def control_chart() -> Chart:
    """Every kind of series that a chart of limits or a trend has, its signals in every shape."""
    count = 12
    values = tuple(Decimal(40 + n * 7 % 13) for n in range(count))
    names = tuple(f"Quarter {1 + n % 4}" for n in range(count))
    flat = tuple((kind, Decimal(at)) for kind, at in (("mean", 46), ("limit", 38), ("limit", 54), ("target", 50), ("threshold", 36)))
    lines = tuple(Series(f"{kind} {at}", kind, (at,) * count, (None,) * count, NAVY, f"{kind} {at}") for kind, at in flat)
    trend = Series("Trend", "trend", tuple(Decimal(40 + n) for n in range(count)), (None,) * count, "#801650", "Trend")
    signals = tuple(
        Series(
            f"Signal {n}",
            "signal",
            tuple(v if k % 4 == n else None for k, v in enumerate(values)),
            (None,) * count,
            "#A6192E",
            marker=shape,
        )
        for n, shape in enumerate(("circle", "square", "diamond", "triangle"))
    )
    actual = Series("Actual", "line", values, tuple(map(str, values)), NAVY, "Actual")
    compared = Series("England", "comparator", (*values[:5], None, *values[6:]), (None,) * count, "#28A197", "England")
    ticks = tuple(Tick(Decimal(v), str(v)) for v in range(30, 61, 10))
    return Chart(
        "ordeal/control", "Within its limits, with a signal", names, (actual, compared, *lines, trend, *signals), ticks, height=200
    )


def heat_map() -> Table:
    """Spans in rows and columns, and a chip with its word in each cell, in every shape."""
    across = ("Minor", "Moderate", "Major")
    head = (Row((cell("Likelihood", rowspan=2), cell("Impact", colspan=3)), "header"), Row(tuple(map(cell, across)), "header"))
    chips = (GREEN, AMBER, RED)
    rows = []
    for n, name in enumerate(("Likely", "Possible", "Rare")):
        marks = [
            Chip(f"{chip.word} {n + k}", chip.fill, chip.ink, shape=CHIP_SHAPES[(n + k) % len(CHIP_SHAPES)]) for k, chip in enumerate(chips)
        ]
        rows.append(Row((cell(name), *(cell(mark, LineBreak(), Run("R1, R2, R3", bold=True)) for mark in marks))))
    columns = (Column(250), *(Column(250, "centre") for _ in across))
    return Table("ordeal/map", "Risks by likelihood and impact", columns, (*head, *rows), captioned=True)


def ordeal(rows: int = 700) -> Document:
    """The whole of it, on about a hundred pages."""
    names = Section(
        "ordeal/names",
        (
            Heading("ordeal/names/heading", 1, text("Enwau Cymru", lang="cy")),
            Paragraph("ordeal/names/letters", text(letters(*LETTERS))),
            Paragraph("ordeal/names/bold", text(" ".join(letters(*LETTERS)), bold=True, italic=True)),
            Paragraph("ordeal/names/further", text(letters(*FURTHER))),
            *(Paragraph(f"ordeal/names/long/{n}", inlines("Before ", word, " and after.")) for n, word in enumerate(LONG)),
            Table(
                "ordeal/names/narrow", "Narrow", tuple(Column(100) for _ in range(10)), (Row(tuple(cell(LONG[n % 3]) for n in range(10))),)
            ),
        ),
    )
    seen = Section(
        "ordeal/seen",
        (
            Heading("ordeal/seen/heading", 1, text("Charts and maps")),
            Group("ordeal/seen/block", (Heading("ordeal/seen/chart", 2, text("Limits")), control_chart())),
            heat_map(),
            Paragraph(
                "ordeal/seen/chips",
                inlines(*(each for shape in CHIP_SHAPES for each in (Chip(shape or "none", "#00693E", "#FFFFFF", shape=shape), " "))),
            ),
        ),
    )
    targets = ("#cs01/heading", "#ordeal/map", "https://www.kent.gov.uk/", "mailto:performance@example.gov.uk")
    linked = tuple(
        Paragraph(
            f"ordeal/links/{n}",
            inlines(
                "See ",
                *(each for k in range(4) for each in (Link((Run(f"link {4 * n + k} "), Run("of many", bold=True)), targets[k]), "; ")),
                Link((Run("Adroddiad llawn", lang="cy"),), targets[0]) if n == 0 else "",
                " and the note",
                Footnote(inlines(f"Note {n}: ", Link(text("its source"), targets[2]))),
                f". {WORDS}",
            ),
        )
        for n in range(LINKS // 4)
    )
    links = Section("ordeal/links", (Heading("ordeal/links/heading", 1, text("Links")), *linked))
    lists = Bullets("ordeal/lists", tuple(Item(text(f"{n}: {WORDS}"), _nested(n)) for n in range(12)), ordered=True)
    long = Section("ordeal/table", (Heading("ordeal/table/heading", 1, text("A long table")), long_table(rows), lists), landscape=True)
    first = every_node()
    return Document(
        "ordeal",
        "Every strain at once: Łódź, Ŵyn, Αθήνα",
        (*first.sections, names, seen, links, long),
        "Kent County Council",
        period="Quarter 3 2013/14",
        author="Performance & Evaluation",
        language="en-GB",
        date=dt.date(2014, 2, 5),
    )


def _nested(n: int) -> Bullets:
    deepest = Bullets(f"ordeal/lists/{n}/1/1", (Item(text("Third depth")),), ordered=True)
    return Bullets(f"ordeal/lists/{n}/1", (Item(text("Second depth"), deepest), Item(text("Another"))))
