"""Rate a report of 10,000 indicators with 20 periods each from CSV files: `python benchmarks/rate.py`.

Whole processes of `papers rate`; prints wall clock and processor seconds and the peak of memory of each round, and the medians.
The goal is under 5 seconds and 500 MB. Targets change once a year, as they do; every period has a figure.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

SETTINGS = """[report]
organisation = "Example Council"
title = "Quarterly Performance Report"
period = "Quarter 3 2024/25"
period_end = 2024-12-31
previous_period = "Quarter 2 2024/25"
date = 2025-03-17
data_date = 2025-02-14
"""


def main() -> None:
    """Write the report, rate it some times, print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--indicators", type=int, default=10_000)
    parser.add_argument("--periods", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="papers-rate-"))
    try:
        write_report(folder, asked.indicators, asked.periods)
        readings = [measured(folder) for _ in range(asked.rounds)]
        for wall, processor, megabytes in [*readings, tuple(map(statistics.median, zip(*readings, strict=True)))]:
            print(f"{wall:6.2f} s wall clock, {processor:6.2f} s processor, {megabytes:5.0f} MB")
        print("(the last line is the medians)")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write_report(folder: Path, indicators: int, periods: int) -> None:
    """A report folder of that size, the same at every run."""
    names = [f"I{number}" for number in range(indicators)]
    (folder / "report.toml").write_text(SETTINGS, "utf-8")
    write(folder / "directorates.csv", [("slug", "title"), ("services", "Services")])
    heads = ("id", "section", "kind", "title", "unit", "polarity")
    sides = ("higher", "lower")
    rows = ((name, "services", "kpi", f"Indicator {name}", "percent", sides[n % 2]) for n, name in enumerate(names))
    write(folder / "indicators.csv", [heads, *rows])
    write(folder / "floors.csv", [("indicator_id", "distance"), *((name, 5) for name in names)])
    ends = quarter_ends(periods)
    write(folder / "observations.csv", [("indicator_id", "period_label", "period_end", "actual", "target"), *figures(names, ends)])


def write(path: Path, rows: Iterable[Iterable[object]]) -> None:
    """The rows as a CSV file."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def quarter_ends(count: int) -> list[dt.date]:
    """The last days of that many quarters, up to December 2024."""
    firsts = [dt.date(2025 + (3 * -n) // 12, (3 * -n) % 12 + 1, 1) for n in range(count)]
    return [first - dt.timedelta(days=1) for first in reversed(firsts)]


def figures(names: list[str], ends: list[dt.date]) -> Iterator[tuple[object, ...]]:
    """A row for each indicator and quarter; the target changes in the quarter that ends in June."""
    chance = random.Random(1)
    for name in names:
        target = chance.randint(60, 80)
        for end in ends:
            target = chance.randint(60, 80) if end.month == 6 else target
            yield name, f"{end:%b %y}", end.isoformat(), f"{chance.uniform(40, 95):.1f}", target


def measured(folder: Path) -> tuple[float, float, float]:
    """Seconds of wall clock and of the processor, and the peak in megabytes, of one rating of the report."""
    start = time.perf_counter()
    command = [str(Path(sys.executable).parent / "papers"), "rate", str(folder)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit("papers rate failed")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
