"""A thousand pages from forty parts: our pack beside qpdf's plain merge, which stamps, tags and checks nothing; then the search for leaks.

    python benchmarks/pack.py [FOLDER]

Twenty parts are tagged papers of ours, twenty are untagged files of text. Each tool is a process of its own;
seconds are the median of three, memory is the peak of the process and of its helpers, each for itself.
"""

from __future__ import annotations

import datetime as dt
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PARTS, PAGES, RUNS = 40, 25, 3


def write_parts(folder):
    """The parts, and the agenda that lists them."""
    from tests.packs.parts import plain, saved
    from tests.packs.test_agenda import MEETING

    lines = b"".join(b"BT /F 10 Tf 72 %d Td (%s) Tj ET\n" % (780 - 14 * n, b"Words of a paper that somebody sent. " * 2) for n in range(50))
    foreign = saved(plain(content=lines, pages=PAGES))
    items = []
    for n in range(1, PARTS + 1):
        (folder / f"part-{n}.pdf").write_bytes(foreign if n % 2 else tagged(f"Paper {n}"))
        items.append(f'[[items]]\nnumber = "{n}"\ntitle = "Item {n}"\n[[items.papers]]\ntitle = "Paper {n}"\nfile = "part-{n}.pdf"\n')
    (folder / "agenda.toml").write_text(MEETING + "\n" + "\n".join(items), "utf-8")


def tagged(title, words="Words of the council about its services. "):
    """A paper of ours: on each page a heading and eight paragraphs."""
    from papers import shipping
    from papers.document import Document, Heading, Paragraph, Run, Section
    from papers.house import read_house
    from papers.packs.sources import drawn

    blocks = [Heading("title", 1, (Run(title),))]
    for n in range(PAGES):
        blocks.append(Heading(f"part-{n}", 2, (Run(f"Part {n + 1}"),), new_page=n > 0))
        blocks += [Paragraph(f"text-{n}-{m}", (Run(words * 5),)) for m in range(8)]
    document = Document("test", title, (Section("all", tuple(blocks)),), "Fernshire", date=dt.date(2014, 3, 14))
    return drawn(document, read_house(shipping.template("house.docx").read_bytes()), 1).pdf()


PACK_ONLY = """
import resource, sys
from pathlib import Path
from papers.commands.pack_sources import Gatherer
from papers.commands.pack import edition_of
from papers.commands.pack_making import assembled
from papers.packs import read_agenda
agenda = read_agenda(Path(sys.argv[1]))
made = assembled(edition_of(agenda), Gatherer(agenda).sources(closed=False), public=True)
Path(sys.argv[2]).write_bytes(made.pack.data)
own, helpers = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(made.pack.last, own // 1024, helpers // 1024)
"""

SEARCH = """
import resource, sys
from pathlib import Path
from papers.packs.leaks import leaks
pack, secret, *parts = [Path(each) for each in sys.argv[1:]]
found = leaks({pack.name: pack.read_bytes()}, {secret.name: secret.read_bytes()}, {each.name: each.read_bytes() for each in parts})
print(len(found), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def timed(command):
    """Seconds of the middle run, by the clock and of processors, and what it printed."""
    seconds, worked = [], []
    for _ in range(RUNS):
        before = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
        start = time.perf_counter()
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        seconds.append(time.perf_counter() - start)
        worked.append(sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) - before)
    return statistics.median(seconds), statistics.median(worked), done.stdout.strip()


def main(folder):
    """Write the parts, run both, print a line each."""
    write_parts(folder)
    parts = [str(folder / f"part-{n}.pdf") for n in range(1, PARTS + 1)]
    ours, ours_worked, printed = timed([sys.executable, "-c", PACK_ONLY, str(folder / "agenda.toml"), str(folder / "pack.pdf")])
    pages, own, helpers = printed.split()
    qpdf, qpdf_worked, _ = timed(["qpdf", "--empty", "--pages", *parts, "--", "--object-streams=generate", str(folder / "qpdf.pdf")])
    print(
        f"papers pack   {pages} pages  {ours:6.2f} s ({ours_worked:.2f} of processors)  peak {own} MB, helpers {helpers} MB  {(folder / 'pack.pdf').stat().st_size / 1e6:.1f} MB"
    )
    print(
        f"qpdf --pages  {PARTS * PAGES} pages  {qpdf:6.2f} s ({qpdf_worked:.2f} of processors)  {(folder / 'qpdf.pdf').stat().st_size / 1e6:.1f} MB"
    )
    secret = folder / "exempt.pdf"
    secret.write_bytes(
        tagged("Sealed tenders for the northern depot", "The sealed tender of the preferred bidder was the lowest of three. ")
    )
    search, search_worked, printed = timed([sys.executable, "-c", SEARCH, str(folder / "pack.pdf"), str(secret), *parts])
    found, peak = printed.split()
    print(
        f"leak search   {pages} pages and their {PARTS} papers for {PAGES} closed ones  {search:6.2f} s ({search_worked:.2f} of processors)  peak {peak} MB, {found} leaks"
    )
    print(f"ours takes {ours / qpdf:.1f} times as long, {ours_worked / qpdf_worked:.1f} times the work")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
