"""Measure ourselves beside the named rivals, in one run on the same content, and print ratios: `python benchmarks/run.py`.

Whole processes; each round runs every command once, in turn, so that a machine that drifts drifts for all; medians of the
rounds. Needs the packages docxtpl, matplotlib and typst, the Liberation fonts and (for the whole quarter) LibreOffice.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
KENT = ROOT / "data" / "kent-2013-14-q3"
FONTS = ROOT / "papers" / "fonts"


@dataclass
class Job:
    """A command and what it took, one entry a round: seconds of wall clock, peak megabytes of the largest process."""

    name: str
    command: list[str]
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def run(self) -> None:
        """One round."""
        start = time.perf_counter()
        child = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        _pid, status, usage = os.wait4(child.pid, 0)
        self.seconds.append(time.perf_counter() - start)
        self.megabytes.append(usage.ru_maxrss / 1024)
        if status:
            raise SystemExit(f"{self.name} failed: {child.stderr.read().decode() if child.stderr else ''}")

    @property
    def wall(self) -> float:
        """Median seconds."""
        return statistics.median(self.seconds)

    @property
    def peak(self) -> float:
        """Median megabytes."""
        return statistics.median(self.megabytes)


def main() -> None:
    """Make the inputs, run the rounds, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scale", type=int, default=1, help="size of the synthetic report")
    parser.add_argument("--only", nargs="*", default=[], help="names of jobs")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="papers-bench-"))
    try:
        jobs = [job for job in prepare(folder, asked.scale) if not asked.only or job.name in asked.only]
        for _ in range(asked.rounds):
            for job in jobs:
                job.run()
        report(jobs)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def prepare(folder: Path, scale: int) -> list[Job]:
    """The inputs as files, and every command on them."""
    sys.path.insert(0, str(HERE))
    import workload

    (folder / "kent").mkdir()
    work, kent = folder / "work.json", folder / "kent" / "kent.json"
    work.write_text(json.dumps(workload.generate(scale)))
    kent.write_text(json.dumps(workload.kent(KENT)))
    template = folder / "template.docx"
    subprocess.run([sys.executable, str(HERE / "rivals" / "docx_template.py"), str(template)], check=True)
    return list(commands(folder, work, kent, template))


def commands(folder: Path, work: Path, kent: Path, template: Path) -> Iterable[Job]:
    """Every job: ours and the rivals' on the synthetic report, then the whole quarter of Kent."""

    def python(*arguments: object) -> list[str]:
        return [sys.executable, *map(str, arguments)]

    rivals, papers = HERE / "rivals", str(Path(sys.executable).parent / "papers")
    yield Job("ours: PDF", python(HERE / "ours.py", work, folder / "ours.pdf"))
    yield Job("typst: PDF", python(rivals / "pdf_typst.py", work, folder / "typst.pdf", FONTS))
    yield Job("ours: Word", python(HERE / "ours.py", work, folder / "ours.docx"))
    yield Job("docxtpl + matplotlib: Word", python(rivals / "docx_docxtpl.py", work, template, folder / "rival.docx"))
    yield Job(
        "ours: Kent's report, Word + PDF",
        [papers, "build", str(KENT), "--only", "quarterly-performance-report", "--out", str(folder / "one")],
    )
    yield Job("ours: Kent's quarter, every paper", [papers, "build", str(KENT), "--out", str(folder / "all")])
    rival = folder / "kent.docx"
    script = f'"{sys.executable}" "{rivals / "docx_docxtpl.py"}" "{kent}" "{template}" "{rival}"'
    office = f'soffice -env:UserInstallation=file://{folder}/lo --headless --convert-to pdf --outdir "{folder}" "{rival}"'
    yield Job("docxtpl + matplotlib + LibreOffice: Kent's report", ["sh", "-c", f"{script} && {office}"])
    yield Job("papers --help", [papers, "--help"])
    yield Job("papers check", [papers, "check", str(KENT)])


RATIOS = (
    ("tagged PDF of the report / typst", "ours: PDF", "typst: PDF"),
    ("Word file of the report / docxtpl + matplotlib", "ours: Word", "docxtpl + matplotlib: Word"),
    ("Kent's report in both forms / docxtpl + matplotlib + LibreOffice", "ours: Kent's report, Word + PDF", "docxtpl + matplotlib + LibreOffice: Kent's report"),
    ("Kent's whole quarter, all papers / the rivals' one report", "ours: Kent's quarter, every paper", "docxtpl + matplotlib + LibreOffice: Kent's report"),
)  # fmt: skip


def report(jobs: list[Job]) -> None:
    """Print medians, then the ratios whose two sides were measured."""
    found = {job.name: job for job in jobs}
    for job in jobs:
        print(f"{job.name:52} {job.wall:8.3f} s {job.peak:8.0f} MB")
    print()
    for title, ours, theirs in RATIOS:
        if ours in found and theirs in found:
            ratio = found[ours].wall / found[theirs].wall
            print(f"{title:66} {ratio:6.3f} (1/{1 / ratio:.1f})")


if __name__ == "__main__":
    main()
