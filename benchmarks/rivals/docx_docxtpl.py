"""docxtpl with charts drawn by matplotlib, as most councils' developers would do it: template.docx is made by docx_template.py."""

import io
import json
import sys

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

COLOURS = {"Green": "#2e8b57", "Amber": "#f0a020", "Red": "#c0392b"}
BAR, LINE, GRID = "#3b6ea5", "#d9534f", "#d8dde3"
plt.rcParams.update({"font.family": "Liberation Sans", "font.size": 7, "axes.spines.top": False, "axes.spines.right": False})


def finish(figure, axes):
    axes.grid(axis="y", color=GRID, lw=0.5)
    axes.set_axisbelow(True)
    axes.legend(loc="upper left", bbox_to_anchor=(0, -0.13), ncol=3, frameon=False)
    out = io.BytesIO()
    figure.tight_layout()
    figure.savefig(out, format="png", dpi=150)
    plt.close(figure)
    out.seek(0)
    return out


def kpi_chart(kpi):
    figure, axes = plt.subplots(figsize=(493 / 72, 150 / 72))
    places = range(len(kpi["quarters"]))
    bars = axes.bar(places, kpi["actual"], 0.6, color=BAR, label="Actual", tick_label=kpi["quarters"])
    axes.bar_label(bars, fmt="%.1f", fontsize=6.5)
    axes.plot(places, kpi["target"], color=LINE, marker="o", ms=3.5, lw=1.6, label="Target")
    return finish(figure, axes)


def activity_chart(activity):
    figure, axes = plt.subplots(figsize=(493 / 72, 170 / 72))
    axes.plot(activity["labels"], activity["values"], color=BAR, marker="o", ms=3.5, lw=1.6, label="Volume")
    axes.axhline(activity["upper"], color=COLOURS["Red"], ls="--", lw=1, label="Upper threshold")
    axes.axhline(activity["lower"], color=COLOURS["Amber"], ls="--", lw=1, label="Lower threshold")
    return finish(figure, axes)


def build(source, template_path, out):
    with open(source) as file:
        report = json.load(file)
    template = DocxTemplate(template_path)
    fills = {word: colour[1:] for word, colour in COLOURS.items()}
    theme = None
    for kpi in report["kpis"]:
        kpi["chart"] = InlineImage(template, kpi_chart(kpi), width=Mm(174))
        kpi["rag_hex"] = fills[kpi["rag"]]
        kpi["rag_hexes"] = [fills[word] for word in kpi["rags"]]
        kpi["new_theme"], theme = kpi["theme"] != theme, kpi["theme"]
    for n, activity in enumerate(report["activity"]):
        activity["chart"] = InlineImage(template, activity_chart(activity), width=Mm(174))
        activity["brk"] = n > 0 and n % 2 == 0
    for risk in report["risks"]:
        risk["rag_hex"] = fills[risk["rag"]]
    for n, table in enumerate(report["tables"]):
        table["brk"] = n > 0
    template.render(report, autoescape=True)
    template.save(out)


if __name__ == "__main__":
    build(*sys.argv[1:4])
