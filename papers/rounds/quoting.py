"""Sentences that quote a figure which has changed since they came back."""

from __future__ import annotations

from dataclasses import replace

from papers.dataset import Dataset
from papers.drafting.following import values
from papers.errors import Problem, problem
from papers.results import Assessed
from papers.rounds.homes import homes
from papers.rounds.memory import Memory
from papers.rounds.said import lines
from papers.rounds.sources import sentences_with
from papers.rounds.strays import AUTHORED

LONGEST = 160
"""Characters of a sentence that a problem shows."""


def outdated(dataset: Dataset, assessed: Assessed, memory: Memory) -> tuple[Problem, ...]:
    """A piece of advice for each kept sentence that quotes a figure as it no longer is: the sentence, the old figure and the new."""
    now, known = values(dataset, assessed), homes(dataset)
    found: list[Problem] = []
    for key, each in memory.collected.items():
        if key not in known:
            continue
        home = known[key]
        held = [block for block in home.part.blocks[home.start : home.end] if isinstance(block, AUTHORED)]
        text = "\n".join(line for block in held for line in lines(block, masked=True))
        current = {value for figure, value in now.items() if figure in each.figures}
        for figure, then in each.figures.items():
            if figure in now and now[figure] != then and then not in current:
                place = replace(home.part.place, block=key)
                found += [
                    problem("quoted-figure-changed", place, value=then, data=now[figure], sentence=sentence[:LONGEST])
                    for sentence in sentences_with(then, text)
                ]
    return tuple(dict.fromkeys(found))
