"""Documents of our own that use every node, and long ones; shared by the tests of layout and of the PDF writer."""

import datetime as dt
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

NAVY, ORANGE = "#12436D", "#F46A25"
GREEN = Chip("Green", "#00693E", "#FFFFFF")
AMBER = Chip("Amber", "#FFC22E", "#1D2230")
RED = Chip("Red", "#A6192E", "#FFFFFF")
WORDS = (
    "The service answered more calls than in any quarter since the contract began, and the share answered within twenty seconds "
    "stayed above the target for the fifth quarter running. Staff who joined in the autumn are now fully trained, so we expect the "
    "level to hold through the winter, when demand is usually highest."
)


@cache
def house() -> HouseStyle:
    return read_house((Path(__file__).parents[2] / "templates" / "house.docx").read_bytes())


def text(words: str, **look: object) -> tuple[Run, ...]:
    return (Run(words, **look),)


def cell(*parts: object, **spans: int) -> Cell:
    return Cell(inlines(*parts), **spans)


def quarters(count: int) -> tuple[str, ...]:
    return tuple(f"{('Mar', 'Jun', 'Sep', 'Dec')[(n + 2) % 4]} {12 + (n + 2) // 4}" for n in range(count))


def bar_chart(key: str, values: tuple[int | None, ...] = (49, 77, 76, 83, 82, 84, None), height: int = 170, **extra: object) -> Chart:
    shown = tuple(None if v is None else Decimal(v) for v in values)
    labels = tuple(None if v is None else str(v) for v in values)
    return Chart(
        id=f"{key}/chart",
        alt=f"84% in December 2013, above the 75% target and up from 82% in September ({key})",
        categories=quarters(len(values)),
        series=(
            Series("Actual", "bar", shown, labels, NAVY),
            Series("Target", "target", (Decimal(75),) * len(values), (None,) * len(values), ORANGE, "Target 75%"),
        ),
        ticks=tuple(Tick(Decimal(v), f"{v}%") for v in (0, 25, 50, 75, 100)),
        height=height,
        **extra,
    )


def activity_chart(key: str, count: int = 13) -> Chart:
    values = tuple(Decimal(12000 + (n * 37 % 11) * 450) for n in range(count))
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return Chart(
        id=f"{key}/chart",
        alt="15,150 visits in January 2014, within the expected range",
        categories=tuple(f"{months[n % 12]} {13 + n // 12}" for n in range(count)),
        series=(
            Series("Visits", "line", values, tuple(f"{v:,}" for v in values), NAVY, "Visits"),
            Series("Upper threshold", "threshold", (Decimal(16500),) * count, (None,) * count, "#801650", "Upper threshold"),
            Series("Lower threshold", "threshold", (Decimal(12500),) * count, (None,) * count, "#28A197", "Lower threshold"),
        ),
        ticks=tuple(Tick(Decimal(v), f"{v:,}") for v in range(10000, 18001, 2000)),
    )


def comparator_chart(key: str) -> Chart:
    return Chart(
        id=f"{key}/chart",
        alt="The rate fell to -2.1 in December 2013 and is below the England average of 3.4",
        categories=quarters(6),
        series=(
            Series(
                "Kent",
                "bar",
                tuple(map(Decimal, ("4.5", "2.5", "0.2", "-1.4", "-3.9", "-2.1"))),
                ("4.5", "2.5", "0.2", "-1.4", "-3.9", "-2.1"),
                NAVY,
            ),
            Series(
                "England",
                "comparator",
                (Decimal("3.1"), Decimal("3.3"), None, Decimal("3.2"), Decimal("3.6"), Decimal("3.4")),
                (None,) * 6,
                "#28A197",
                "England 3.4",
            ),
            Series(
                "Target",
                "target",
                (Decimal(3), Decimal(3), Decimal(2), Decimal(2), Decimal(2), Decimal(3)),
                (None,) * 6,
                ORANGE,
                "Target 3.0",
            ),
        ),
        ticks=tuple(Tick(Decimal(v), str(v)) for v in (-4, -2, 0, 2, 4, 6)),
    )


def grouped_chart(key: str) -> Chart:
    return Chart(
        id=f"{key}/chart",
        alt="More complaints about highways than about any other service in both years",
        categories=("Highways and transportation", "Education", "Libraries", "Adult social care"),
        series=(
            Series("2012/13", "bar", (Decimal(412), Decimal(120), Decimal(36), Decimal(88)), ("412", "120", "36", "88"), NAVY),
            Series("2013/14", "bar", (Decimal(380), Decimal(141), Decimal(22), Decimal(97)), ("380", "141", "22", "97"), ORANGE),
        ),
        ticks=tuple(Tick(Decimal(v), str(v)) for v in (0, 100, 200, 300, 400, 500)),
    )


def trend_table(key: str, count: int = 7) -> Table:
    head = Row((cell("By quarter"), *(cell(q) for q in quarters(count))), "header")
    actual = Row((cell("Actual"), *(cell(f"{70 + 3 * n}.{n}%" if n % 2 else f"{70 + 3 * n}%") for n in range(count - 1)), Cell()))
    target = Row((cell("Target"), *(cell("75%") for _ in range(count))))
    rating = Row((cell("Rating"), *(cell("Green") for _ in range(count - 1)), Cell()))
    shares = (1000 - 110 * count, *(110,) * count)
    columns = (Column(shares[0]), *(Column(s, "decimal") for s in shares[1:]))
    return Table(f"{key}/trend", f"Trend of {key}", columns, (head, actual, target, rating))


def kpi(key: str, title: str, chip: Chip = GREEN) -> tuple:
    return (
        Group(
            f"{key}/block",
            (
                Heading(f"{key}/heading", 3, text(title)),
                Paragraph(f"{key}/status", inlines(chip, "  ", Travel("Improved", "up"), "  since Quarter 2"), "status"),
                bar_chart(key),
                trend_table(key),
            ),
        ),
        Commentary(f"{key}/commentary", "Commentary", (Paragraph(f"{key}/commentary/1", text(WORDS)),)),
        Paragraph(f"{key}/notes", text("Higher values are better. Each quarter on its own. Source: telephony system."), "note"),
    )


def strip() -> Table:
    head = Row(tuple(cell(w) for w in ("Green", "Amber", "Red", "Met target")), "header")
    body = Row(
        (
            cell("19", LineBreak(), GREEN, " 1 fewer than Quarter 2"),
            cell("11", LineBreak(), AMBER, " same as Quarter 2"),
            cell("5", LineBreak(), RED, " 1 more than Quarter 2"),
            cell("54%", LineBreak(), "of the 35 rated indicators"),
        )
    )
    return Table("summary/strip", "Ratings at a glance", tuple(Column(250) for _ in range(4)), (head, body), stub=0, look="strip")


def matrix() -> Table:
    top = Row((cell("Directorate", rowspan=2), cell("Rating", colspan=3), cell("Direction", colspan=3)), "header")
    head = Row(tuple(cell(w) for w in ("Green", "Amber", "Red", "Improved", "Same", "Worsened")), "header")
    names = ("Customer Services", "Specialist Children’s Services", "Education, Learning and Skills", "Adult Social Care", "Public Health")
    rows = [Row((cell(name), *(cell(str(n + k)) if n + k else cell("–") for k in range(6)))) for n, name in enumerate(names)]
    group = Row((cell("Families and Social Care", colspan=7),), "group")
    total = Row((cell("Total"), *(cell(str(10 + 5 * k)) for k in range(6))), "total")
    columns = (Column(310), *(Column(s, "right") for s in (105, 110, 95, 140, 95, 145)))
    return Table("summary/matrix", "Ratings by directorate", columns, (top, head, rows[0], group, *rows[1:], total), captioned=True)


def long_table(rows: int = 900) -> Table:
    head = Row(tuple(cell(w) for w in ("Indicator", "Rating", "Direction", "Value")), "header")
    chips = (GREEN, AMBER, RED)
    ways = (Travel("Improved", "up"), Travel("Worsened", "down"), Travel("No change", "level"))
    body = [
        Row(
            (
                cell(f"Indicator {n} of a long register with a name that wraps over lines"),
                cell(chips[n % 3]),
                cell(ways[n % 3]),
                cell(f"{n}.{n % 10}"),
            )
        )
        for n in range(rows)
    ]
    return Table("long/table", "Every indicator", (Column(450), Column(160), Column(200), Column(190, "decimal")), (head, *body))


def compact() -> Table:
    head = Row(tuple(cell(w) for w in ("Indicator", "Current", "Target", "Trend")), "header")
    body = [
        Row((cell(f"Compact indicator {n}"), cell(f"{80 + n}%"), cell("75%"), Cell(chart=bar_chart(f"compact/{n}", (70, 75, 80 + n), 90))))
        for n in range(3)
    ]
    return Table(
        "compact/table",
        "Compact",
        (Column(280), Column(130, "decimal"), Column(130, "decimal"), Column(460)),
        (head, *body),
        look="compact",
    )


def png() -> bytes:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"".join(bytes((x * 4 % 256, y * 6 % 256, 160, 255 - x * 3)) for x in range(64)) for y in range(40))
    header = struct.pack(">IIBBBBB", 64, 40, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def nested_list() -> Bullets:
    deep = Bullets("lists/1/2/1", (Item(text("Third depth")), Item(text("And again"))))
    inner = Bullets("lists/1/2", (Item(text("Second depth, " + WORDS)), Item(text("Another"), deep)), ordered=True)
    return Bullets("lists/1", (Item(text(WORDS)), Item(text("With a list in it"), inner), Item(text("Last"))), ordered=False)


def every_node(*, draft: str | None = None) -> Document:
    front = Section(
        "front",
        (
            Paragraph("front/title", text("Quarterly Performance Report"), "title"),
            Paragraph("front/subtitle", text("Quarter 3, 2013/14"), "subtitle"),
            Paragraph("front/meta", inlines("Kent County Council", LineBreak(), "Cabinet, 24 March 2014"), "meta"),
        ),
        title_page=True,
    )
    toc = Section("contents", (Contents("contents/list", depth=3),))
    summary = Section(
        "summary",
        (
            Heading("summary/heading", 1, text("Executive summary")),
            Paragraph(
                "summary/lead", text("19 of the 35 indicators are rated Green, on or ahead of target, one fewer than last quarter."), "lead"
            ),
            strip(),
            Heading("summary/ratings", 2, text("Ratings by directorate")),
            matrix(),
            Paragraph(
                "summary/more",
                inlines(
                    "See ",
                    Link(text("the first indicator"), "#CS01/heading".lower()),
                    " on page ",
                    PageNumber("cs01/heading"),
                    " and ",
                    Link((Run("the council’s "), Run("own", bold=True), Run(" pages")), "https://www.kent.gov.uk/about-the-council/"),
                    ", or write to ",
                    Link(text("performance@example.gov.uk"), "mailto:performance@example.gov.uk"),
                    ". Figures are provisional",
                    Footnote(inlines("Provisional figures are marked ", Run("[p]", bold=True), " and may be revised in the next report.")),
                    " and unaudited",
                    Footnote(text("The audit is in July. " + WORDS)),
                    ". CO",
                    Run("2", subscript=True),
                    " fell by 10",
                    Run("3", superscript=True),
                    " tonnes; ",
                    Run("emphasis", italic=True),
                    " and ",
                    Run("Cyngor Sir Gâr, Tŷ Hywel, Ŵyl y Bont", lang="cy"),
                    " beside ",
                    Run("Łódź, Škoda, Ångström, Århus, Öğüt, Ștefan, Żółw, Ðorđe, Ħal Far, Ķekava, Ñuñoa, Weiß", bold=True, italic=True),
                    ", Ελλάδα, Москва.",
                ),
            ),
        ),
    )
    body = Section(
        "customer-services",
        (
            Heading("cs/heading", 1, text("Customer Services, a directorate with a name that runs over more than one line of the page")),
            Paragraph(
                "cs/meta", inlines("Cabinet Member ", Run("Mike Hill", bold=True), "   Director ", Run("Des Crilley", bold=True)), "meta"
            ),
            Heading("cs/indicators", 2, text("Indicators")),
            *kpi("cs01", "Percentage of phone calls to Contact Point answered within 20 seconds"),
            *kpi("cs02", "Caller satisfaction with Contact Point", AMBER),
            Heading("cs/activity", 2, text("Activity")),
            Group(
                "cs/visits",
                (
                    Heading("cs/visits/heading", 3, text("Visits to libraries")),
                    activity_chart("cs/visits"),
                    Paragraph("cs/visits/note", text("Within the expected range."), "note"),
                ),
            ),
            Group("cs/rate", (Heading("cs/rate/heading", 3, text("A rate that may be negative")), comparator_chart("cs/rate"))),
            Group("cs/complaints", (Heading("cs/complaints/heading", 3, text("Complaints")), grouped_chart("cs/complaints"))),
            compact(),
            Commentary("cs/awaited", "Commentary", (), "Awaited: commentary on complaints is due from the Director of Customer Services."),
            nested_list(),
            Picture("cs/picture", png(), "image/png", "A bridge over the Medway at dusk", 320, 200, text("The bridge at Rochester")),
            Picture("cs/ornament", png(), "image/png", "", 120, 40),
            *(Paragraph(f"cs/prose/{n}", text(WORDS + " " + WORDS)) for n in range(9)),
            Heading("cs/new", 2, text("A heading that begins a page"), new_page=True, short="Begins a page"),
            Heading("cs/new/3", 3, text("Third level")),
            Heading("cs/new/4", 4, text("Fourth level")),
            Paragraph("cs/end", text(WORDS)),
        ),
    )
    wide = Section("wide", (Heading("wide/heading", 1, text("Landscape")), trend_table("wide", 8)), landscape=True)
    return Document(
        paper="stress",
        title="Quarterly Performance Report",
        period="Quarter 3 2013/14",
        sections=(front, toc, summary, body, wide),
        organisation="Kent County Council",
        subject="Performance of the council’s services",
        author="Performance & Evaluation",
        notice="Data is provisional and unaudited.",
        date=dt.date(2014, 2, 5),
        draft=draft,
    )


def long_document(rows: int = 900) -> Document:
    section = Section("long", (Heading("long/heading", 1, text("A long register")), long_table(rows)))
    return Document("long", "A long register", (section,), "Kent County Council", date=dt.date(2014, 2, 5))


def report(indicators: int = 36) -> Document:
    """About the size of a quarter's report."""
    blocks = tuple(
        block
        for n in range(indicators)
        for block in (
            Heading(f"k{n}/top", 2, text(f"Area {n}"), new_page=n > 0),
            *kpi(f"k{n}/1", f"Indicator {n} a"),
            *kpi(f"k{n}/2", f"Indicator {n} b"),
        )
    )
    front = Section("contents", (Contents("contents/list"),))
    return Document(
        "report",
        "Report",
        (front, Section("body", (Heading("body/heading", 1, text("Indicators")), *blocks))),
        "Kent County Council",
        date=dt.date(2014, 2, 5),
    )
