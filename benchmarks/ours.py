"""The workload in our house: ours.py W.json OUT.pdf|OUT.docx|OUT (both files) [compact], from JSON to Document to bytes.

`compact` sets text in 10 points and tables in 8, with the rivals' margins; what the house template has is 12 points, as law asks for.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from papers import shipping
from papers.document import (
    Block,
    Bullets,
    Cell,
    Chart,
    Chip,
    Column,
    Commentary,
    Contents,
    Document,
    Group,
    Heading,
    Inline,
    Item,
    Paragraph,
    Row,
    Run,
    Section,
    Series,
    Table,
    Tick,
    inlines,
)  # fmt: skip
from papers.house import HouseStyle, Style, read_house
from papers.layout import lay_out

COLOURS = {"Green": ("#00693E", "#FFFFFF"), "Amber": ("#FFC22E", "#212121"), "Red": ("#A6192E", "#FFFFFF")}
FRONT = ("council", "title", "period", "meeting", "author")
BAR, TARGET, THRESHOLD = "#12436D", "#F46A25", "#801650"


def document(report: dict[str, Any]) -> Document:
    """The report as a Document."""
    blocks: list[Block] = [*_summary(report), *_kpis(report["kpis"]), *_activity(report["activity"])]
    blocks += [Heading("risks", 1, inlines("Risk register"), new_page=True), _risks(report["risks"])] if report["risks"] else []
    blocks += _tables(report["tables"])
    front = Section("front", tuple(_paragraph(f"front/{n}", report[n], "title" if n == "title" else "meta") for n in FRONT), title_page=True)  # fmt: skip
    sections = (front, Section("contents", (Contents("contents/list"),)), Section("body", tuple(blocks)))
    return Document("workload", report["title"], sections, report["council"], period=report["period"], author=report["author"])


def _summary(report: dict[str, Any]) -> list[Block]:
    texts: list[Block] = [_paragraph(f"summary/{n}", text) for n, text in enumerate(report["summary"])]
    head, *rows = report["matrix"]
    return [Heading("summary", 1, inlines("Executive summary")), *texts, _table("summary/matrix", "Matrix", head, rows, [340] + [110] * 6)]


def _kpis(kpis: list[dict[str, Any]]) -> list[Block]:
    blocks: list[Block] = []
    theme = None
    for n, kpi in enumerate(kpis):
        if kpi["theme"] != theme:
            theme = kpi["theme"]
            blocks.append(Heading(f"theme/{n}", 1, inlines(theme), new_page=True))
            blocks.append(_kpi(n, kpi, new_page=False))
        else:
            blocks.append(_kpi(n, kpi, new_page=True))
        texts = tuple(_paragraph(f"kpi/{n}/c{i}", text) for i, text in enumerate(kpi["commentary"]))
        blocks.append(Commentary(f"kpi/{n}/commentary", "Commentary", texts))
        notes = tuple(Item(inlines(text)) for text in kpi["notes"] if text)
        blocks += [_paragraph(f"kpi/{n}/notes-label", "Data notes", "label"), Bullets(f"kpi/{n}/notes", notes)] if notes else []
    return blocks


def _kpi(n: int, kpi: dict[str, Any], *, new_page: bool) -> Group:
    status = inlines("Status ", Chip(kpi["rag"], *COLOURS[kpi["rag"]]), f"  Trend {kpi['trend']}  Owner {kpi['owner']}")
    actual = [Decimal(str(v)) for v in kpi["actual"]]
    target = [Decimal(str(v)) for v in kpi["target"]]
    bars = Series("Actual", "bar", tuple(actual), tuple(map(str, actual)), BAR)
    line = Series("Target", "target", tuple(target), tuple(map(str, target)), TARGET, end_label=f"Target {target[-1]}")
    chart = Chart(f"kpi/{n}/chart", kpi["name"], tuple(kpi["quarters"]), (bars, line), _ticks(0, max(kpi["actual"] + kpi["target"])), 150)
    rows: list[list[Any]] = [
        ["Actual", *map(str, actual)],
        ["Target", *map(str, target)],
        ["Rating", *(Chip(w, *COLOURS[w]) for w in kpi["rags"])],
    ]
    trend = _table(f"kpi/{n}/trend", "Trend of " + kpi["ref"], ["Measure", *kpi["quarters"]], rows, [160] + [120] * 7)
    heading = Heading(f"kpi/{n}/heading", 2, inlines(f"{kpi['ref']} {kpi['name']}"), new_page=new_page)
    return Group(f"kpi/{n}", (heading, Paragraph(f"kpi/{n}/status", status, "status"), chart, trend))


def _activity(activity: list[dict[str, Any]]) -> list[Block]:
    blocks: list[Block] = [Heading("activity", 1, inlines("Activity indicators"), new_page=True)] if activity else []
    for n, each in enumerate(activity):
        heading = Heading(f"activity/{n}/heading", 2, inlines(f"{each['ref']} {each['name']}"), new_page=bool(n and n % 2 == 0))
        values = tuple(Decimal(v) for v in each["values"])
        series = [Series("Volume", "line", values, tuple(map(str, values)), BAR)]
        for name, key in (("Upper", "upper"), ("Lower", "lower")):
            level = (Decimal(each[key]),) * len(values)
            series.append(Series(name, "threshold", level, tuple(map(str, level)), THRESHOLD, end_label=f"{name} {level[0]}"))
        low, high = min([*each["values"], each["lower"]]), max([*each["values"], each["upper"]])
        chart = Chart(f"activity/{n}/chart", each["name"], tuple(each["labels"]), tuple(series), _ticks(low, high))
        blocks += [Group(f"activity/{n}", (heading, chart)), _paragraph(f"activity/{n}/note", each["note"])]
    return blocks


def _risks(risks: list[dict[str, Any]]) -> Table:
    rows = [
        [
            r["ref"],
            r["risk"],
            str(r["likelihood"]),
            str(r["impact"]),
            Chip(str(r["score"]), *COLOURS[r["rag"]]),
            r["owner"],
            " ".join(r["actions"]),
        ]
        for r in risks
    ]
    return _table("risks/table", "Risks", ["Ref", "Risk", "L", "I", "Score", "Owner", "Actions"], rows, [80, 270, 50, 50, 80, 150, 320])


def _tables(tables: list[dict[str, Any]]) -> list[Block]:
    blocks: list[Block] = [Heading("tables", 1, inlines("Supplementary tables"), new_page=True)] if tables else []
    for n, each in enumerate(tables):
        blocks.append(Heading(f"table/{n}/heading", 2, inlines(each["title"]), new_page=n > 0))
        blocks.append(_table(f"table/{n}", each["title"], each["header"], each["rows"], [280] + [120] * 6))
    return blocks


def _table(block_id: str, title: str, head: list[str], rows: list[list[Any]], shares: list[int]) -> Table:
    columns = tuple(Column(share, "left" if n == 0 else "right") for n, share in enumerate(shares))
    body = tuple(Row(tuple(_cell(v) for v in row)) for row in rows)
    return Table(block_id, title, columns, (Row(tuple(_cell(v) for v in head), "header"), *body))


def _cell(value: Inline | str) -> Cell:
    return Cell((Run(value),) if isinstance(value, str) and value else () if isinstance(value, str) else (value,))


def _paragraph(block_id: str, text: str, role: Any = "body") -> Paragraph:
    return Paragraph(block_id, inlines(text), role)


def _ticks(low: float, high: float) -> tuple[Tick, ...]:
    """About five ticks at round steps."""
    raw = (high - low or 1) / 5
    power = 10.0 ** (len(str(int(raw))) - 1)
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw)
    first = int(low // step)
    count = int((high - first * step) // step) + 2
    values = [Decimal(str(round((first + n) * step, 6))) for n in range(count)]
    return tuple(Tick(v, f"{v.normalize():f}") for v in values)


def compact(house: HouseStyle) -> HouseStyle:
    """The house style as small and narrow as the rivals' pages; for comparison only."""

    def smaller(style: Style) -> Style:
        small = style.name.startswith(("Table", "List", "Chart"))
        factor = (8 if small else 10) / 12
        spaces = {name: getattr(style, name) * factor for name in ("size", "before", "after", "left", "hanging")}
        return replace(style, line=0.0, **spaces)

    edge, side = 57.0, 51.0
    page = replace(house.page, top=edge, bottom=edge, left=side, right=side)
    table = replace(house.table, pad_top=3.5, pad_bottom=3.5, pad_left=5.0, pad_right=5.0)
    return replace(house, page=page, table=table, styles={name: smaller(style) for name, style in house.styles.items()})


def build(source: str, out: str, variant: str = "") -> None:
    """Write the PDF, the Word file, or (where `out` has no such end) both."""
    with open(source) as file:
        made = document(json.load(file))
    template = shipping.template("house.docx").read_bytes()
    house = compact(read_house(template)) if variant == "compact" else read_house(template)
    layout = lay_out(made, house)
    if not out.endswith(".docx"):
        from papers.writers.pdf import write_pdf

        Path(out if out.endswith(".pdf") else f"{out}.pdf").write_bytes(write_pdf(made, house, layout))
    if not out.endswith(".pdf"):
        from papers.writers.word import write_word

        Path(out if out.endswith(".docx") else f"{out}.docx").write_bytes(write_word(made, template, house, layout.page_of))


if __name__ == "__main__":
    build(*sys.argv[1:4])
