"""Papers made in every form that is asked for, several at once where the machine has the processors."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from papers.commands.compose import Composer, Paper
from papers.drafting import PaperInfo

WORTH_SHARING = 4
"""Fewer papers than this are made sooner than another process is started."""

MOST_PROCESSES = 4

_composers: list[Composer] = []
"""In a process that helps: the composer it was given when it started."""


@dataclass(frozen=True, slots=True)
class Made:
    """A paper's bytes by format, the name of its files without their ends, and how many pages it has."""

    info: PaperInfo
    stem: str
    pages: int
    forms: Mapping[str, bytes]


def make(composer: Composer, infos: Sequence[PaperInfo], formats: Sequence[str]) -> Iterator[Made]:
    """Each paper in the order asked for. PapersError where one can't be made.

    Papers don't depend on each other, so that processes share them out; the bytes are the same however many there are.
    """
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    if len(infos) < WORTH_SHARING or processes == 1:
        return (_made(composer.paper(info), formats) for info in infos)
    return _shared(composer, infos, formats, processes)


def file_stem(paper: Paper) -> str:
    """The name of the paper's files without their ends; a draft says so."""
    return paper.info.name + ("-DRAFT" if paper.document.draft else "")


def _shared(composer: Composer, infos: Sequence[PaperInfo], formats: Sequence[str], processes: int) -> Iterator[Made]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes, initializer=_composers.append, initargs=(composer,)) as pool:
        yield from pool.map(_help, infos, [formats] * len(infos))


def _help(info: PaperInfo, formats: Sequence[str]) -> Made:
    return _made(_composers[-1].paper(info), formats)


def _made(paper: Paper, formats: Sequence[str]) -> Made:
    forms = {fmt: paper.as_bytes(fmt) for fmt in formats}
    return Made(paper.info, file_stem(paper), paper.layout.page_count, forms)
