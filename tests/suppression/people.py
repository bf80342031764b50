"""A small report with counts of people that are too small to print."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

TOML = """[report]
organisation = "Fernshire County Council"
title = "Quarterly Performance Report"
period = "Quarter 3 2013/14"
period_end = 2013-12-31
previous_period = "Quarter 2 2013/14"
date = 2014-03-17
data_date = "14 February 2014"

[small_numbers]
limit = 5

[cover]
subject = "Performance"
from = "Ann Roads, Corporate Director"
contact = "performance@fernshire.example"
"""

FILES: dict[str, str] = {
    "report.toml": TOML,
    "directorates.csv": "slug,title,director\ncare,Care,Ann Roads\n",
    "indicators.csv": (
        "id,section,kind,title,unit,polarity,people,basis,numerator,denominator\n"
        "CA00,care,activity,Children moved in all,count,none,yes,,,\n"
        "CA01,care,activity,Children moved in the east,count,none,yes,,,\n"
        "CA02,care,activity,Children moved in the west,count,none,yes,,,\n"
        "CA03,care,activity,Children moved in the north,count,none,yes,,,\n"
        "CA04,care,kpi,Children seen in time,percent,higher,yes,,seen,due\n"
        "CA05,care,kpi,Children adopted so far,count,higher,yes,Year to date,,\n"
        "CA06,care,kpi,Reviews in time,percent,higher,,,,\n"
    ),
    "series.csv": (
        "indicator_id,name,kind,label,unit,people\nCA04,seen,extra,Children seen,count,yes\nCA04,due,extra,Children due,count,yes\n"
    ),
    "observations.csv": (
        "indicator_id,period_label,actual,target,seen,due,published_rating,note\n"
        "CA00,Mar 13,3017,,,,,\nCA00,Jun 13,3018,,,,,\nCA00,Sep 13,3007,,,,,\nCA00,Dec 13,3013,,,,,\n"
        "CA01,Mar 13,1031,,,,,\nCA01,Jun 13,1033,,,,,\nCA01,Sep 13,1027,,,,,\nCA01,Dec 13,4,,,,,\n"
        "CA02,Mar 13,1039,,,,,\nCA02,Jun 13,1043,,,,,\nCA02,Sep 13,1049,,,,,\nCA02,Dec 13,1877,,,,,\n"
        "CA03,Mar 13,947,,,,,\nCA03,Jun 13,942,,,,,\nCA03,Sep 13,931,,,,,\nCA03,Dec 13,1132,,,,,\n"
        "CA04,Jun 13,78.4,80,1163,1483,Amber,\nCA04,Sep 13,91.7,80,1367,1491,Green,\nCA04,Dec 13,99.8,80,1567,1571,Green,\n"
        "CA05,Jun 13,2213,2100,,,Green,\nCA05,Sep 13,2287,2200,,,Green,\nCA05,Dec 13,2291,2300,,,Amber,\n"
        "CA06,Jun 13,70,80,,,,\nCA06,Sep 13,76,80,,,,\nCA06,Dec 13,82 [p],80,,,,\n"
    ),
    "links.csv": "figure,relation,part\nCA00,sum,CA01\nCA00,sum,CA02\nCA00,sum,CA03\nmoves | Dec | East,same,CA01\n",
    "floors.csv": "indicator_id,distance\nCA04,5\nCA05,10\n",
    "tables.csv": "id,title,section,unit,people\nages,Children in care by age,care,count,yes\nmoves,Moves by area,care,count,yes\n",
    "table_cells.csv": (
        "table_id,row,row_kind,column,value,unit\n"
        "ages,Under 1,,Girls,3,\nages,Under 1,,Boys,5381,\nages,Under 1,,Total,5384,\n"
        "ages,1 to 4,,Girls,5393,\nages,1 to 4,,Boys,5399,\nages,1 to 4,,Total,10792,\n"
        "ages,5 to 9,,Girls,5407,\nages,5 to 9,,Boys,5413,\nages,5 to 9,,Total,10820,\n"
        "ages,All,total,Girls,10803,\nages,All,total,Boys,16193,\nages,All,total,Total,26996,\n"
        "moves,Dec,,East,4,\nmoves,Dec,,West,6133,\n"
    ),
}


def write(folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    """The report as a folder, with files replaced or added."""
    for name, content in {**FILES, **(changes or {})}.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, "utf-8")
    return folder
