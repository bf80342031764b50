"""A small sound report, and the same with something changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from papers.dataset import Dataset
from papers.errors import PapersError, Problem
from papers.intake import read_report

TOML = """[report]
organisation = "Fernshire County Council"
title = "Quarterly Performance Report"
period = "Quarter 3 2013/14"
period_end = 2013-12-31
previous_period = "Quarter 2 2013/14"
date = 2014-03-17
data_date = "14 February 2014"

[ratings]
scheme = "floor-standard"

[cover]
subject = "Performance"
from = "Ann Roads, Corporate Director"
contact = "performance@fernshire.example"

[outline]
order = ["foreword", "key", "summary", "sections"]
"""

SMALL: dict[str, str] = {
    "report.toml": TOML,
    "directorates.csv": "slug,title,order,director\nplace,Place,2,Ann Roads\npeople,People,1,Bob Care\n",
    "sections.csv": "slug,directorate,title,order,director,director_label\nroads,place,Roads,1,,\nwaste,place,Waste,2,Cy Bin,Head of Service\n",
    "indicators.csv": (
        "id,section,kind,title,unit,polarity,commentary_parts,maximum,measure,rated,unrated_reason,direction,direction_reason\n"
        "PE01,people,kpi,Visits in time,percent,higher,Commentary | What we do,,,,,,\n"
        "RO01,roads,kpi,Holes filled,count,lower,,,,,,,\n"
        "WA01,waste,activity,Waste,tonnes,range,,,,,,,\n"
    ),
    "series.csv": "indicator_id,name,kind,label,unit\nPE01,comparator,comparator,England,percent\n",
    "observations.csv": (
        "indicator_id,period_label,period_end,actual,target,lower,upper,comparator,published_rating,note\n"
        "PE01,Sep 13,2013-09-30,82.0,80,,,68,Green,\n"
        "PE01,Dec 13,,<84.5 [p],80,,,69.5,,Late\n"
        "RO01,Dec 13,,120,100,,,,Red,\n"
        'WA01,Dec 13,,"1250",,1000,1500,,,\n'
    ),
    "floors.csv": "indicator_id,start,end,distance,derived\nPE01,,,5,yes\nRO01,2013-04-01,2014-03-31,10,\n",
    "previous_ratings.csv": "indicator_id,rating\nPE01,Green\nRO01,\n",
    "risks.csv": "id,title,current_score,current_level,target_score,target_level,current_likelihood,current_impact\nR1,Floods,12,Amber,6,Green,3,4\n",
    "risk_actions.csv": "risk_id,batch,status,action,due\nR1,Q3,Complete,Pumps bought,2013-12-01\nR1,Q3,Outstanding,Staff trained,\n",
    "stated_totals.csv": "subject,measure,value,unlisted\nrisk_actions/Q3,total,2,\nrisk_actions/Q3,Complete,1,\n",
    "tables.csv": "id,title,section,unit,notes\nloads,Loads,waste,tonnes,First note | Second note\n",
    "table_cells.csv": (
        "table_id,row_group,row,row_kind,spanner,column,value,comparator,unit,note\n"
        "loads,East,Paper,,2013,Sep,10,,,\n"
        "loads,East,Paper,,2013,Dec,12 [p],11,,Late\n"
        "loads,East,Glass,,2013,Sep,5,,,\n"
        "loads,East,Glass,,2013,Dec,6,,,\n"
        "loads,,All,total,2013,Sep,15,,,\n"
        "loads,,All,total,2013,Dec,18,,,\n"
    ),
    "narrative/foreword.md": "# Foreword\n\nA good quarter.\n",
    "narrative/section-waste.md": ("# Waste\n\nHeavier bins.\n\n{{table loads}}\n\n# WA01\n\nAwaited: from Cy Bin. Say why.\n\n"),
    "narrative/section-people.md": "# PE01\n\nMore visits.\n\n## What we do\n\nWe visit.\n",
}


def write(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The small report as a folder, with files replaced, added, or (None) left out."""
    for name, content in {**SMALL, **(changes or {})}.items():
        if content is None:
            continue
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def problems_of(source: object) -> tuple[Problem, ...]:
    """Every problem of the report, whether or not it can be read."""
    try:
        return read_report(source).problems  # type: ignore[arg-type]
    except PapersError as stopped:
        return stopped.problems


def read(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Dataset:
    """The small report with its changes, read."""
    return read_report(write(folder, changes))


OBSERVED_WIDE = (
    "indicator_id,series,Sep 13,Dec 13\n"
    "PE01,actual,82.0,<84.5 [p]\n"
    "PE01,target,80,80\n"
    "PE01,comparator,68,69.5\n"
    "PE01,published_rating,Green,\n"
    "PE01,note,,Late\n"
    "RO01,actual,,120\n"
    "RO01,target,,100\n"
    "RO01,published_rating,,Red\n"
    "WA01,lower,,1000\n"
    "WA01,upper,,1500\n"
    "WA01,actual,,1250\n"
)
"""The small report's figures with a column for each period."""
