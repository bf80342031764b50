"""What tagging costs: Kent's report laid out and written as a tagged PDF, beside the same pages without tags, links or a structure tree.

`python benchmarks/tagging.py [ROUNDS]`: one process, each round both in turn, processor time; the ratio is the median of the rounds' own.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import papers
from papers import shipping
from papers.house import read_house
from papers.layout import Layout, lay_out
from papers.layout.placed import PlacedPage, Tag
from papers.writers.pdf import write_pdf

KENT = Path(__file__).resolve().parent.parent / "data" / "kent-2013-14-q3"


def untagged(layout: Layout) -> Layout:
    """The same pages as decoration, which is one mark a page and nothing else."""
    pages = []
    for page in layout.pages:
        items = [item._replace(piece=None) if getattr(item, "piece", None) else item for item in page.items]
        pages.append(PlacedPage(page.width, page.height, items))
    return replace(layout, pages=tuple(pages), structure=Tag("Document"))


def main(rounds: int) -> None:
    """Run both by turns and print what each takes a page and the median ratio."""
    document = papers.draft(papers.read(KENT), "quarterly-performance-report").document
    house = read_house(shipping.template("house.docx").read_bytes())
    plain = untagged(lay_out(document, house))
    tagged, bare, ratios = [], [], []
    for _ in range(rounds + 1):
        layout, laid = timed(lambda: lay_out(document, house))
        _, with_tags = timed(lambda placed=layout: write_pdf(document, house, placed))
        _, without = timed(lambda: write_pdf(document, house, plain))
        tagged.append(laid + with_tags)
        bare.append(laid + without)
        ratios.append(tagged[-1] / bare[-1])
    for name, seconds in (("tagged", tagged), ("untagged", bare)):
        print(f"{name:12}{1000 * statistics.median(seconds[1:]) / len(plain.pages):8.2f} ms a page")
    print(f"ratio       {statistics.median(ratios[1:]):8.2f}")


def timed(task: Callable[[], Layout | bytes]) -> tuple[Layout | bytes, float]:
    """What the task gives, and its processor time in seconds."""
    start = time.process_time()
    made = task()
    return made, time.process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
