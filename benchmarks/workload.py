"""A synthetic council report as JSON, the same content for every tool: 38 KPI blocks, 40 activity charts, tables, matrix, 20 risks.

`generate(scale, seed)` gives about 80 pages at scale 1; `kent(folder)` gives the shipped report in the same shape.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

WORDS = [
    "the",
    "performance",
    "of",
    "this",
    "indicator",
    "during",
    "quarter",
    "has",
    "improved",
    "compared",
    "with",
    "same",
    "period",
    "last",
    "year",
    "and",
    "remains",
    "within",
    "agreed",
    "tolerance",
    "although",
    "demand",
    "continues",
    "to",
    "rise",
    "across",
    "most",
    "localities",
    "because",
    "staffing",
    "pressures",
    "in",
    "residential",
    "services",
    "have",
    "affected",
    "capacity",
    "officers",
    "are",
    "working",
    "with",
    "partners",
    "including",
    "health",
    "board",
    "police",
    "third",
    "sector",
    "to",
    "address",
    "backlog",
    "cases",
    "through",
    "additional",
    "overtime",
    "agency",
    "recruitment",
    "and",
    "redesign",
    "process",
    "new",
    "case",
    "management",
    "system",
    "went",
    "live",
    "April",
    "some",
    "data",
    "quality",
    "issues",
    "were",
    "identified",
    "these",
    "being",
    "resolved",
    "figures",
    "should",
    "be",
    "treated",
    "as",
    "provisional",
    "until",
    "validation",
    "complete",
    "target",
    "set",
    "following",
    "benchmarking",
    "against",
    "family",
    "group",
    "authorities",
    "scheduled",
    "review",
    "will",
    "report",
    "findings",
    "committee",
    "planned",
    "improvement",
    "actions",
    "include",
    "revised",
    "triage",
    "earlier",
    "intervention",
    "tenancy",
    "support",
    "income",
    "maximisation",
    "home",
    "energy",
    "advice",
    "investment",
    "programme",
    "roads",
    "lighting",
    "schools",
    "estate",
    "digital",
    "channels",
]
THEMES = [
    "Education and Learning", "Social Care and Health", "Housing and Homelessness", "Roads and Transport",
    "Waste and Environment", "Planning and Economy", "Customer and Digital", "People and Finance",
]  # fmt: skip
SUBJECTS = [
    "Council tax collected", "Invoices paid within 30 days", "Homeless assessments completed in 28 days", "Household waste recycled",
    "Sickness absence days per employee", "Planning applications decided on time", "Road network needing treatment",
    "Housing repairs right first time", "Attendance at primary schools", "Adults receiving care at home",
    "Complaints answered at stage one", "Freedom of information answered on time", "Street lighting faults repaired",
    "Rent arrears as share of gross rent", "Positive destinations of leavers", "Delayed discharges from hospital",
    "Library visits per thousand", "Business gateway start-ups",
]  # fmt: skip
MONTHS = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
RATINGS = ["Green", "Amber", "Red"]


def generate(scale: int = 1, seed: int = 7) -> dict[str, Any]:
    """The report: `scale` multiplies KPI blocks, activity indicators, tables and risks."""
    r = random.Random(seed)
    report = {
        "title": "Quarterly Performance Report", "council": "Strathmuir Council", "period": "Quarter 3, 2024/25",
        "meeting": "Audit and Performance Board, 18 February 2025", "author": "Head of Strategy and Performance",
        "summary": [_paragraph(r, 110) for _ in range(4)],
    }  # fmt: skip
    kpis = [_kpi(r, i, 38 * scale) for i in range(38 * scale)]
    return {
        **report,
        "kpis": kpis,
        "matrix": _matrix(kpis),
        "activity": [_activity(r, i) for i in range(40 * scale)],
        "tables": [_table(r, i) for i in range(10 * scale)],
        "risks": [_risk(r, i) for i in range(20 * scale)],
    }


def _sentence(r: random.Random, n: int) -> str:
    words = " ".join(r.choice(WORDS) for _ in range(n))
    return words[0].upper() + words[1:] + "."


def _paragraph(r: random.Random, words: int = 95) -> str:
    out: list[str] = []
    n = 0
    while n < words:
        k = r.randint(12, 24)
        out.append(_sentence(r, k))
        n += k
    return " ".join(out)


def _quarters(n: int, year: int = 2023, quarter: int = 1) -> list[str]:
    labels = []
    for _ in range(n):
        labels.append(f"Q{quarter} {year % 100:02d}/{(year + 1) % 100:02d}")
        quarter, year = (1, year + 1) if quarter == 4 else (quarter + 1, year)
    return labels


def _kpi(r: random.Random, i: int, count: int) -> dict[str, Any]:
    base = r.uniform(20, 95)
    quarters = _quarters(7)
    actual = [round(max(1, base + r.gauss(0, 6)), 1) for _ in quarters]
    target = [round(base + r.uniform(-2, 4), 1)] * 4
    target += [round(target[0] + 1.5, 1)] * 3
    ratings = ["Green" if a >= t else "Amber" if a >= t * 0.93 else "Red" for a, t in zip(actual, target, strict=True)]
    return {
        "ref": f"KPI {i + 1:03d}", "theme": THEMES[i * 8 // count],
        "name": f"{SUBJECTS[i % len(SUBJECTS)]} ({r.choice(['%', 'rate', 'days', 'per 1,000'])})",
        "rag": ratings[-1], "quarters": quarters, "actual": actual, "target": target, "rags": ratings,
        "trend": r.choice(["Improving", "Stable", "Declining"]), "owner": r.choice(THEMES) + " Manager",
        "commentary": [_paragraph(r), _paragraph(r)], "notes": [_sentence(r, r.randint(10, 18)) for _ in range(3)],
    }  # fmt: skip


def _matrix(kpis: list[dict[str, Any]]) -> list[list[str]]:
    rows = [["Theme", "Green", "Amber", "Red", "Total", "Improving", "On target %"]]
    for theme in dict.fromkeys(k["theme"] for k in kpis):
        own = [k for k in kpis if k["theme"] == theme]
        counts = [sum(k["rag"] == word for k in own) for word in RATINGS]
        improving = sum(k["trend"] == "Improving" for k in own)
        rows.append([theme, *map(str, counts), str(len(own)), str(improving), f"{100 * counts[0] / max(1, len(own)):.0f}%"])
    return rows


def _activity(r: random.Random, i: int) -> dict[str, Any]:
    base = r.uniform(50, 900)
    values = [round(base * (1 + r.gauss(0, 0.09))) for _ in range(12)]
    return {
        "ref": f"ACT {i + 1:03d}", "name": f"{SUBJECTS[(i * 5) % len(SUBJECTS)]}: monthly volume", "labels": MONTHS,
        "values": values, "upper": round(base * 1.12), "lower": round(base * 0.88), "note": _paragraph(r, 40),
    }  # fmt: skip


def _table(r: random.Random, i: int) -> dict[str, Any]:
    rows = [
        [f"Locality {j + 1:02d}, {r.choice(THEMES)[:14]}"] + [f"{r.uniform(5, 25000):,.1f}" for _ in range(6)]
        for j in range(15)
    ]  # fmt: skip
    title = f"Table S{i + 1}: {SUBJECTS[(i * 7) % len(SUBJECTS)]} by locality"
    return {"title": title, "header": ["Measure", *_quarters(6, 2023, 2)], "rows": rows}


def _risk(r: random.Random, i: int) -> dict[str, Any]:
    likelihood, impact = r.randint(1, 5), r.randint(1, 5)
    score = likelihood * impact
    return {
        "ref": f"R{i + 1:02d}", "risk": _sentence(r, 22), "likelihood": likelihood, "impact": impact, "score": score,
        "rag": "Red" if score >= 15 else "Amber" if score >= 8 else "Green", "owner": r.choice(THEMES),
        "actions": [_sentence(r, r.randint(9, 14)) for _ in range(r.randint(2, 4))],
    }  # fmt: skip


def kent(folder: Path) -> dict[str, Any]:
    """The shipped report's 35 KPIs, tables and risks in the same shape, so that the rivals build what `papers build` builds."""
    from papers.assess import assess
    from papers.intake import read_report

    dataset = read_report(folder)
    assessed = assess(dataset)
    shape = generate(0)
    titles = {d.slug: d.title for d in dataset.directorates}
    kpis = [_kent_kpi(dataset, assessed, i, titles) for i in dataset.indicators if i.kind == "kpi"]
    info = dataset.info
    return {
        **shape,
        "title": info.title, "council": info.organisation, "period": info.period,
        "kpis": kpis, "matrix": _matrix(kpis),
        "tables": [_kent_table(t) for t in dataset.tables],
        "risks": [_kent_risk(risk, dataset.actions) for risk in dataset.risks],
    }  # fmt: skip


def extracts(report: dict[str, Any]) -> list[dict[str, Any]]:
    """The report of each theme alone, as directorates get it: its KPIs and their matrix, nothing else."""
    themes = dict.fromkeys(kpi["theme"] for kpi in report["kpis"])
    chosen = [[kpi for kpi in report["kpis"] if kpi["theme"] == theme] for theme in themes]
    return [{**report, "kpis": kpis, "matrix": _matrix(kpis), "tables": [], "risks": [], "activity": []} for kpis in chosen]


def _kent_kpi(dataset: Any, assessed: Any, indicator: Any, titles: dict[str, str]) -> dict[str, Any]:
    """Seven periods with a figure each, as the rivals' template has columns; a gap repeats the figure before it."""
    seen = dataset.of(indicator.id)[-7:]
    actual = [float(o.number("actual") or 0) for o in seen]
    target = [float(o.number("target") or 0) for o in seen]
    found = assessed.by_indicator[indicator.id]
    labels = [o.period.label for o in seen]
    pad = 7 - len(seen)
    words = {r.period.label: r.rating or "Amber" for r in found.history}
    rating = found.current.rating or "Amber"
    return {
        "ref": indicator.id, "theme": titles[indicator.section], "name": indicator.title, "rag": rating,
        "quarters": [""] * pad + labels, "actual": [0.0] * pad + actual, "target": [0.0] * pad + target,
        "rags": [rating] * pad + [words.get(label, rating) for label in labels],
        "trend": found.direction.went or "same", "owner": titles[indicator.section],
        "commentary": [found.current.reason, found.direction.reason], "notes": [indicator.data_source, indicator.basis, indicator.note],
    }  # fmt: skip


def _kent_table(table: Any) -> dict[str, Any]:
    """The first six columns, as the rivals' template has them."""

    def six(cells: list[str]) -> list[str]:
        return [*cells[:6], *[""] * (6 - len(cells))]

    rows = [[row.label, *six([str(c.value.number) if c else "" for c in row.cells])] for row in table.rows]
    return {"title": table.title, "header": ["Measure", *six(list(table.columns))], "rows": rows}


def _kent_risk(risk: Any, actions: Any) -> dict[str, Any]:
    return {
        "ref": risk.id, "risk": risk.title, "likelihood": "", "impact": "", "score": risk.current_score,
        "rag": risk.current_level if risk.current_level in RATINGS else "Amber", "owner": "",
        "actions": [f"{a.action} ({a.status})" for a in actions if a.risk == risk.id] or ["None listed"],
    }  # fmt: skip
