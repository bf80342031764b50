"""Milliseconds a page to write Kent's report as a Word file and to read it back, beside python-docx reading the words of the same file.

`python benchmarks/word.py [ROUNDS]`: all in one process, each round every task once in turn, processor time, medians.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx

import papers
from papers import shipping
from papers.house import read_house
from papers.layout import lay_out
from papers.readers.word import read_word, sent_document
from papers.writers.word import write_word

KENT = Path(__file__).resolve().parent.parent / "data" / "kent-2013-14-q3"


def words(data: bytes) -> int:
    """How many characters python-docx finds in paragraphs and in cells; nothing of charts, ids, figures or who changed what."""
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.element.body.iter("{*}tbl") for cell in docx.table.Table(table, document)._cells)
    return sum(map(len, cells)) + sum(len("".join(each.itertext())) for each in document.element.body.iter("{*}p"))


def main(rounds: int) -> None:
    """Run the tasks by turns and print their medians."""
    document = papers.draft(papers.read(KENT), "quarterly-performance-report").document
    template = shipping.template("house.docx").read_bytes()
    house = read_house(template)
    layout = lay_out(document, house)
    data = write_word(document, template, house, layout.page_of)
    tasks: dict[str, Callable[[], object]] = {
        "papers writes, with charts and the sent copy": lambda: write_word(document, template, house, layout.page_of),
        "papers reads, vetted, as a Document": lambda: read_word(data),
        "papers reads the sent copy": lambda: sent_document(data),
        "python-docx reads the words alone": lambda: words(data),
    }
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds + 1):
        for name, task in tasks.items():
            start = time.process_time()
            task()
            taken[name].append(time.process_time() - start)
    print(f"{len(layout.pages)} pages, {len(data) // 1000} kB")
    for name, seconds in taken.items():
        print(f"{name:48}{1000 * statistics.median(seconds[1:]) / len(layout.pages):8.2f} ms a page")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
