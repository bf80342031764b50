"""Measure ourselves beside the named rivals, in one run on the same content, and print ratios: `python benchmarks/run.py`.

Whole processes; each round runs every command once, in turn, so that a machine that drifts drifts for all; medians of the
rounds, after one round that is not counted (it compiles what an installed program has compiled). Needs the packages docxtpl,
matplotlib and typst, the Liberation fonts (Debian: fonts-liberation) and, for the whole quarter, LibreOffice.

`--growth` measures a report of 16 times the content beside one of the usual size; `--throughput` many reports on two processes.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
KENT = ROOT / "data" / "kent-2013-14-q3"
FONTS = (
    Path("/usr/share/fonts/truetype/liberation"),
    Path("/usr/share/fonts/truetype/liberation2"),
    Path("/usr/share/fonts/liberation-sans"),
)
"""Where systems keep the Liberation fonts, for typst; the repository has only subsets of them, in a form of its own."""
GROWTH = 16
PROCESSES, BATCH = 2, 10


@dataclass
class Job:
    """A command and what it took, one entry a round: seconds of wall clock and of all processors, peak megabytes of the largest process."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def run(self) -> None:
        """One round."""
        start = time.perf_counter()
        child = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=self.environment)
        _pid, status, usage = os.wait4(child.pid, 0)
        self.seconds.append(time.perf_counter() - start)
        self.processor.append(usage.ru_utime + usage.ru_stime)
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
    parser.add_argument("--growth", action="store_true", help=f"ours and typst with {GROWTH} times the content")
    parser.add_argument("--throughput", type=int, metavar="REPORTS", help=f"so many reports, such as 100, on {PROCESSES} processes")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="papers-bench-"))
    try:
        if asked.throughput:
            throughput(folder, asked.throughput)
            return
        jobs = growth(folder) if asked.growth else [job for job in prepare(folder, asked.scale) if not asked.only or job.name in asked.only]
        measure(jobs, folder, asked.rounds)
        report(jobs)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def measure(jobs: list[Job], folder: Path, rounds: int) -> None:
    """Run each job once uncounted, then every job in turn, round by round."""
    for job in jobs:
        job.environment = compiled(folder)
        job.run()
        job.seconds, job.processor, job.megabytes = [], [], []
    for _ in range(rounds):
        for job in jobs:
            job.run()


def compiled(folder: Path) -> dict[str, str]:
    """The environment in which Python keeps what it compiles, as it does for an installed program."""
    own = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def fonts() -> Path:
    """The folder of the Liberation fonts. SystemExit where this machine has none."""
    found = next((path for path in FONTS if path.is_dir()), None)
    if not found:
        raise SystemExit("The Liberation fonts are not here, and typst needs them: apt-get install fonts-liberation")
    return found


def python(*arguments: object) -> list[str]:
    """A command in this Python."""
    return [sys.executable, *map(str, arguments)]


def growth(folder: Path) -> list[Job]:
    """Ours, in both forms, and typst's PDF, at the usual size and at `GROWTH` times it."""
    sys.path.insert(0, str(HERE))
    import workload

    jobs = []
    for scale in (1, GROWTH):
        work = folder / f"work{scale}.json"
        work.write_text(json.dumps(workload.generate(scale)))
        jobs.append(Job(f"ours: PDF and Word, {scale} times", python(HERE / "ours.py", work, folder / f"ours{scale}")))
        jobs.append(
            Job(f"typst: PDF, {scale} times", python(HERE / "rivals" / "pdf_typst.py", work, folder / f"typst{scale}.pdf", fonts()))
        )
    return jobs


TOOLS: dict[str, tuple[str, str, Callable[[], tuple[str, ...]]]] = {
    "ours: PDF and Word": ("ours.py", "", tuple),
    "ours: PDF alone": ("ours.py", ".pdf", tuple),
    "typst: PDF": ("rivals/pdf_typst.py", ".typ.pdf", lambda: (str(fonts()),)),
}
"""What makes reports by the hundred: its script, how its files end, and what more it is told."""


def throughput(folder: Path, reports: int) -> None:
    """Print how many reports a minute each makes, every report another one: ours both files, ours the PDF, typst the PDF.

    The tools take turns, a batch each, so that a machine that drifts drifts for all.
    """
    sys.path.insert(0, str(HERE))
    import workload

    works = [folder / f"w{n}.json" for n in range(reports)]
    for n, work in enumerate(works):
        work.write_text(json.dumps(workload.generate(1, 1000 + n)))
    batches = [works[n : n + BATCH] for n in range(0, reports, BATCH)]
    spent = dict.fromkeys(TOOLS, 0.0)
    with ExitStack() as stack:
        pools = {name: stack.enter_context(ProcessPoolExecutor(PROCESSES)) for name in TOOLS}
        for batch in batches:
            for name, (script, suffix, more) in TOOLS.items():
                start = time.perf_counter()
                calls = [(str(work), str(work.with_suffix(suffix)), *more()) for work in batch]
                list(pools[name].map(built, [str(HERE / script)] * len(batch), calls))
                spent[name] += time.perf_counter() - start
    for name, seconds in spent.items():
        print(f"{name:40} {60 * reports / seconds:8.0f} reports a minute on {PROCESSES} processes")


def built(script: str, arguments: tuple[str, ...]) -> None:
    """One report, in a process that has made others before."""
    sys.path.insert(0, str(Path(script).parent))
    importlib.import_module(Path(script).stem).build(*arguments)


def prepare(folder: Path, scale: int) -> list[Job]:
    """The inputs as files, and every command on them."""
    sys.path.insert(0, str(HERE))
    import workload

    (folder / "kent").mkdir()
    work, kent = folder / "work.json", folder / "kent" / "kent.json"
    work.write_text(json.dumps(workload.generate(scale)))
    report = workload.kent(KENT)
    kent.write_text(json.dumps(report))
    for n, extract in enumerate(workload.extracts(report)):
        (folder / "kent" / f"extract{n}.json").write_text(json.dumps(extract))
    template = folder / "template.docx"
    subprocess.run([sys.executable, str(HERE / "rivals" / "docx_template.py"), str(template)], check=True)
    return list(commands(folder, work, kent, template))


def commands(folder: Path, work: Path, kent: Path, template: Path) -> Iterable[Job]:
    """Every job: ours and the rivals' on the synthetic report, then the whole quarter of Kent."""
    rivals, papers = HERE / "rivals", str(Path(sys.executable).parent / "papers")
    yield Job("ours: PDF", python(HERE / "ours.py", work, folder / "ours.pdf"))
    yield Job("typst: PDF", python(rivals / "pdf_typst.py", work, folder / "typst.pdf", fonts()))
    yield Job("ours: PDF, compact", python(HERE / "ours.py", work, folder / "compact.pdf", "compact"))
    yield Job("ours: Word", python(HERE / "ours.py", work, folder / "ours.docx"))
    yield Job("docxtpl + matplotlib: Word", python(rivals / "docx_docxtpl.py", work, template, folder / "rival.docx"))
    yield Job(
        "ours: Kent's report, Word + PDF",
        [papers, "build", str(KENT), "--only", "quarterly-performance-report", "--out", str(folder / "one")],
    )
    yield Job("ours: Kent's quarter, every paper", [papers, "build", str(KENT), "--out", str(folder / "all")])
    quarter = [kent, *sorted((folder / "kent").glob("extract*.json"))]
    yield Job("docxtpl + matplotlib + LibreOffice: Kent's report", python(rivals / "quarter.py", template, folder, kent))
    yield Job("docxtpl + matplotlib + LibreOffice: report, extracts", python(rivals / "quarter.py", template, folder, *quarter))
    yield Job("papers --help", [papers, "--help"])
    yield Job("papers check", [papers, "check", str(KENT)])


RATIOS = (
    ("tagged PDF of the report / typst", "ours: PDF", "typst: PDF"),
    ("the same, ours as compact as typst's", "ours: PDF, compact", "typst: PDF"),
    ("Word file of the report / docxtpl + matplotlib", "ours: Word", "docxtpl + matplotlib: Word"),
    ("Kent's report in both forms / docxtpl + matplotlib + LibreOffice", "ours: Kent's report, Word + PDF", "docxtpl + matplotlib + LibreOffice: Kent's report"),
    ("16 times the content, ours, for each unit of it", "ours: PDF and Word, 16 times", "ours: PDF and Word, 1 times"),
    ("16 times the content, typst, for each unit of it", "typst: PDF, 16 times", "typst: PDF, 1 times"),
    ("Kent's whole quarter / the rivals' report and extracts", "ours: Kent's quarter, every paper", "docxtpl + matplotlib + LibreOffice: report, extracts"),
)  # fmt: skip


def report(jobs: list[Job]) -> None:
    """Print medians, then the ratios (medians of each round's own) whose two sides were measured."""
    found = {job.name: job for job in jobs}
    print(f"{'':52} {'clock':>10} {'processors':>10} {'memory':>11}")
    for job in jobs:
        print(f"{job.name:52} {job.wall:8.3f} s {statistics.median(job.processor):8.3f} s {job.peak:8.0f} MB")
    print()
    for title, ours, theirs in RATIOS:
        if ours in found and theirs in found:
            share = 1 / GROWTH if title.startswith(f"{GROWTH} times the content") else 1
            clock = share * ratio(found[ours].seconds, found[theirs].seconds)
            processor = share * ratio(found[ours].processor, found[theirs].processor)
            print(f"{title:66} clock {clock:6.3f} (1/{1 / clock:.1f})   processors {processor:6.3f} (1/{1 / processor:.1f})")


def ratio(ours: list[float], theirs: list[float]) -> float:
    """The median of the rounds' own ratios: what slowed a round slowed both its sides."""
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


if __name__ == "__main__":
    main()
