"""A plainly fictitious paper with every node, of as many indicators as wanted."""

import datetime as dt
import struct
import zlib
from decimal import Decimal
from functools import cache
from pathlib import Path

from papers.document import (
    Bullets,
    Cell,
    Chart,
    Chip,
    Column,
    Commentary,
    Contents,
    Document,
    Footnote,
    Group,
    Heading,
    Item,
    LineBreak,
    Link,
    PageNumber,
    Paragraph,
    Picture,
    Row,
    Run,
    Section,
    Series,
    Table,
    Tick,
    Travel,
    inlines,
)
from papers.house import HouseStyle, read_house
from papers.layout import lay_out
from papers.writers.word import write_word

TEMPLATE = Path(__file__).parents[2] / "templates" / "house.docx"
GREEN, AMBER, RED = ("#00693E", "#FFFFFF"), ("#FFC22E", "#1D2230"), ("#A6192E", "#FFFFFF")
PERIODS = ("Sep 12", "Dec 12", "Mar 13", "Jun 13", "Sep 13", "Dec 13", "Mar 14")
WORDS = "The service answered more calls than a year before, with fewer people, after the new rota began in the autumn. "


@cache
def template() -> bytes:
    """The house template."""
    return TEMPLATE.read_bytes()


@cache
def house() -> HouseStyle:
    """The house style."""
    return read_house(template())


def written(document: Document) -> bytes:
    """The document as Word bytes, its pages from our own layout."""
    return write_word(document, template(), house(), lay_out(document, house()).page_of)


def cells(*words: str) -> tuple[Cell, ...]:
    """Cells of plain words; an empty string is an empty cell."""
    return tuple(Cell(inlines(each)) for each in words)


def row(kind: str, *words: str) -> Row:
    """A row of plain words."""
    return Row(cells(*words), kind)


def one(block, **said) -> Document:
    """A document of one block."""
    return Document("sample", "A sample", (Section("s", (block,)),), organisation="Anyshire County Council", **said)


def png(width: int = 60, height: int = 40) -> bytes:
    """A small picture in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x12\x43\x6d" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def bars(number: int = 1, *, id_: str | None = None, height: int = 170) -> Chart:
    """Bars with a gap, the target dashed, a comparator."""
    actual = tuple(Decimal(v) + number % 5 if v else None for v in ("49", "77", "76", "3", "82", "84", None))
    other = tuple(Decimal(v) for v in ("60.5", "61", "62", "64.5", "66", "67", "68"))
    series = (
        Series("Actual", "bar", actual, tuple(v and f"{v}%" for v in actual), "#12436D", number_format='0"%"'),
        Series("Target", "target", (Decimal(75),) * 7, ("75%",) * 7, "#F46A25", "Target 75%", '0"%"'),
        Series("National average", "comparator", other, tuple(f"{v}%" for v in other), "#28A197", "National average 68%", '0.#"%"'),
    )
    ticks = tuple(Tick(Decimal(v), f"{v}%") for v in (0, 25, 50, 75, 100))
    return Chart(
        id_ or f"indicator/AB{number:02}/chart",
        "84% in December 2013, above the 75% target and up from 82% in September",
        PERIODS,
        series,
        ticks,
        height,
    )


def lines(number: int = 1) -> Chart:
    """A line between thresholds over thirteen months."""
    months = (*(f"{m} 13" for m in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")), "Jan 14")
    values = tuple(Decimal(11000 + 157 * n * (n % 3)) for n in range(13))
    series = (
        Series("Contacts", "line", values, tuple(f"{v:,}" for v in values), "#12436D", number_format="#,##0"),
        Series("Upper threshold", "threshold", (Decimal(14000),) * 13, ("14,000",) * 13, "#801650", "Upper threshold 14,000", "#,##0"),
        Series("Lower threshold", "threshold", (Decimal(10500),) * 13, ("10,500",) * 13, "#801650", "Lower threshold 10,500", "#,##0"),
    )
    ticks = tuple(Tick(Decimal(v), f"{v:,}") for v in (10000, 12000, 14000, 16000))
    return Chart(f"indicator/AC{number:02}/chart", "Contacts stood within the expected range all year", months, series, ticks, 150)


def strip(id_: str, chip: Chip) -> Table:
    """A strip of large figures."""
    figures = (
        Cell((Run("84%", figure="AB01/2013-12-31/actual"),)),
        Cell((Run("75%"), LineBreak(), Run("floor standard 70%"))),
        Cell((chip,)),
        Cell((Travel("Improved", "up"),)),
    )
    head = row("header", "Latest, Dec 13", "Target", "Rating", "Direction")
    return Table(id_, "Key figures", tuple(Column(250) for _ in range(4)), (head, Row(figures)), stub=0, look="strip")


def trend(number: int) -> Table:
    """A trend table whose figures align on the decimal point."""
    return Table(
        f"indicator/AB{number:02}/trend",
        f"Indicator {number} by quarter",
        (Column(195), *(Column(115, "decimal") for _ in PERIODS)),
        (
            row("header", "By quarter", *PERIODS),
            Row(
                (
                    Cell(inlines("Actual")),
                    *(
                        Cell((Run(v, bold=v == "84%", figure=f"AB{number:02}/{p}/actual"),))
                        for p, v in zip(PERIODS, ("49%", "77.5%", "76%", "83%", "82%", "84%"), strict=False)
                    ),
                    Cell(),
                )
            ),
            row("body", "Target", *["75%"] * 7),
            Row(
                (
                    Cell(inlines("Rating")),
                    *(Cell(inlines(v)) for v in ("Red", "Green", "Green", "Green", "Green", Run("Green", bold=True), "")),
                )
            ),
        ),
    )


def kpi(number: int) -> tuple:
    """An indicator: its group, then its commentary and notes."""
    name = f"indicator/AB{number:02}"
    chip = (Chip("Green", *GREEN), Chip("Amber", *AMBER), Chip("Red", *RED))[number % 3]
    heading = Heading(f"{name}/heading", 2, inlines(f"Share of calls to service {number} answered within twenty seconds"))
    status = Paragraph(
        f"{name}/status",
        (chip, Run("  "), Travel("Improved", "up", figure=f"AB{number:02}/direction"), Run(" since September 2013")),
        "status",
    )
    said = tuple(Paragraph(f"{name}/commentary/{n}", inlines(WORDS * (1 + (number + n) % 3))) for n in range(1, 2 + number % 2))
    comment = Commentary(f"{name}/commentary", "Commentary by the service", said)
    if number % 4 == 3:
        comment = Commentary(
            f"{name}/commentary", "Commentary by the service", prompt="Commentary is due on 3 March 2014.", owner="Pat Example"
        )
    note = Paragraph(f"{name}/note", inlines("Higher values are better. Source: telephony system. Floor standard 70%."), "note")
    return Group(f"{name}/block", (heading, status, strip(f"{name}/strip", chip), bars(number), trend(number))), comment, note


def matrix() -> Table:
    """Ratings by directorate, with a group, a subtotal and a total, under two header rows."""
    shares = (Column(400), *(Column(100, "right") for _ in range(6)))
    over = (Cell(inlines("Directorate"), rowspan=2), Cell(inlines("Rating"), colspan=3), Cell(inlines("Direction"), colspan=3))
    under = row("header", "Green", "Amber", "Red", "Up", "Same", "Down")
    return Table(
        "summary/matrix",
        "Ratings by directorate",
        shares,
        (
            Row(over, "header"),
            under,
            Row((Cell(inlines("Families"), colspan=7),), "group"),
            row("body", "Early help", "1", "2", "–", "1", "2", "–"),
            row("body", "Schools and the places that children go to learn beside them", "11", "2", "–", "1", "2", "–"),
            row("subtotal", "Families", "12", "4", "–", "2", "4", "–"),
            row("body", "Highways", "1", "2", "–", "1", "2", "–"),
            row("total", "Total", "13", "6", "–", "3", "6", "–"),
        ),
        captioned=True,
    )


def compact(count: int) -> Table:
    """Indicators with a small chart each."""
    body = tuple(
        Row(
            (
                Cell(inlines(Run(f"AD{n:02} ", bold=True), "Visits to libraries")),
                *cells("1,204.5", "1,150"),
                Cell(chart=small(n)),
                Cell((Chip("Amber", *AMBER),)),
            )
        )
        for n in range(count)
    )
    head = row("header", "Indicator", "Actual", "Target", "By quarter", "Rating")
    shares = (Column(300), Column(120, "decimal"), Column(120, "decimal"), Column(330), Column(130))
    return Table("summary/small", "Visits", shares, (head, *body), look="compact")


def small(number: int) -> Chart:
    """A chart in a cell."""
    values = tuple(Decimal(900 + 60 * n) for n in range(5))
    series = (Series("Actual", "bar", values, tuple(f"{v:,}" for v in values), "#12436D", number_format="#,##0"),)
    return Chart(
        f"small/AD{number:02}",
        "Visits rose each quarter to 1,140",
        PERIODS[:5],
        series,
        (Tick(Decimal(0), "0"), Tick(Decimal(1500), "1,500")),
        78,
    )


def prose() -> tuple:
    """Lists, links, notes, a picture."""
    deep = Bullets("prose/list/1", (Item(inlines("a second level"), Bullets("prose/list/1/1", (Item(inlines("a third")),))),))
    numbered = Bullets(
        "prose/steps",
        (
            Item(inlines("first"), Bullets("prose/steps/1", (Item(inlines("of its own")), Item(inlines("and more"))), ordered=True)),
            Item(inlines("second")),
        ),
        ordered=True,
    )
    again = Bullets("prose/again", (Item(inlines("begins anew")),), ordered=True)
    text = (
        Run("Plain, "), Run("bold", bold=True), Run(" and "), Run("italic", italic=True), Run(", x"), Run("2", superscript=True), Run(" and H"),
        Run("2", subscript=True), Run("O, "), Run("croeso", lang="cy"), Run(" & <more>. See "), Link((Run("the first indicator"),), "#indicator/AB01/heading"),
        Run(" on page "), PageNumber("indicator/AB01/heading"), Run(" or "), Link((Run("the council's pages"),), "https://example.org/a?b=1&c=2"), Run("."),
        Footnote((Run("A note with "), Link((Run("a link"),), "https://example.org/note"), Run("."))), LineBreak(), Run("A new line."),
    )  # fmt: skip
    return (
        Paragraph("prose/text", text),
        Bullets("prose/list", (Item(inlines("a matter"), deep), Item(inlines("another")))),
        numbered,
        again,
        Picture("prose/picture", png(), "image/png", "A blue ground", 120, 80, inlines("A picture")),
        Picture("prose/decoration", png(), "image/png", "", 900, 60),
    )


def paper(count: int = 6, **said) -> Document:
    """The whole paper with `count` indicators."""
    key = Table(
        "key/table",
        "Key",
        (Column(250), Column(750)),
        (row("header", "Rating", "Meaning"), Row((Cell((Chip("Green", *GREEN),)), *cells("Target met or exceeded")))),
    )
    wide = Table(
        "wide/table",
        "Calls by service",
        (Column(280), *(Column(80, "right") for _ in range(9))),
        (
            row("header", "Service", *[f"{m} 13" for m in ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]]),
            *(row("body", f"Service {n}", *[f"{n * k:,}" for k in range(1, 10)]) for n in range(90, 130)),
        ),
    )
    title = (
        Paragraph("title/name", inlines("Quarterly Performance Report"), "title"),
        Paragraph("title/period", inlines("Quarter 3, 2013/14"), "subtitle"),
        Paragraph("title/who", inlines("Anyshire County Council"), "meta"),
    )
    summary = (
        Heading("summary", 1, inlines("Executive summary"), new_page=True),
        Paragraph(
            "summary/counts",
            inlines(Run("19", figure="summary/rating/Green"), " of the 35 indicators are rated Green, one fewer than last quarter."),
            "lead",
        ),
        strip("summary/strip", Chip("Green", *GREEN)),
        matrix(),
        Paragraph("summary/words", inlines(WORDS * 3)),
        compact(4),
        key,
    )
    kpis = tuple(block for n in range(1, count + 1) for block in kpi(n))
    service = (
        Heading("service", 1, inlines("Customer services and all that stands beside them"), new_page=True, short="Customer services"),
        Paragraph("service/who", inlines("Cabinet Member ", Run("A Person", bold=True)), "meta"),
        *kpis,
    )
    activity = tuple(
        block
        for n in range(1, 4)
        for block in (
            Group(f"activity/{n}", (Heading(f"activity/{n}/heading", 3, inlines(f"Contacts with service {n}")), lines(n))),
            Paragraph(f"activity/{n}/text", inlines("Within the expected range.")),
        )
    )
    more = (Heading("activity", 1, inlines("Activity"), new_page=True), Heading("activity/phone", 2, inlines("By telephone")), *activity)
    sections = (
        Section("title", title, title_page=True),
        Section("front", (Contents("contents"),)),
        Section("body", (*summary, *service, *more, Heading("prose", 1, inlines("In other words"), new_page=True), *prose())),
        Section("wide", (Heading("wide/heading", 1, inlines("Calls by service")), wide), landscape=True),
        Section("last", (Heading("end", 1, inlines("What comes next")), Paragraph("end/text", inlines(WORDS)))),
    )
    return Document(
        "sample",
        "Quarterly Performance Report",
        sections,
        organisation="Anyshire County Council",
        period="Quarter 3 2013/14",
        subject="Performance",
        author="Strategy",
        notice="Data is provisional and unaudited.",
        date=dt.date(2014, 2, 5),
        checksum="abc",
        **said,
    )
