"""The commentary of the next report: every part that this one has, due again, with its prompt and from whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from papers.dataset import Dataset, Indicator, Narrative

SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
FIRST = "commentary"
"""The part of an indicator's commentary that needs no heading of its own."""

ASKED = ("Director", "Head")
"""Words of the label of the officer who writes, where no owner is named."""


def commentary(before: Dataset, now: Dataset) -> Mapping[str, str]:
    """The narrative's files by their path: for each part that the last report has, its heading and what is awaited, from whom."""
    files: dict[str, list[str]] = {}
    parts = {part.key: part for part in before.narrative}
    for key, part in parts.items():
        if not key.startswith("indicator/") and _is_there(key, now):
            files[key] = [*([f"# {_plain(part.title)}"] if part.title else []), _awaited(part, _owner(before, key), now)]
    for indicator in now.indicators:
        former = indicator.formerly or indicator.successor_of or indicator.id
        own = [part for key, part in parts.items() if key.startswith(f"indicator/{former}/")]
        if own and not indicator.ended:
            lines = files.setdefault(f"section/{indicator.section}", [])
            lines += [f"# {indicator.id}", *_of_indicator(own, before, indicator, now)]
    return {f"narrative/{key.replace('/', '-', 1).replace('/', '__')}.md": "\n\n".join(lines) + "\n" for key, lines in files.items()}


def _is_there(key: str, now: Dataset) -> bool:
    """Whether the next report has what the part is on."""
    head, _, name = key.partition("/")
    if head == "section":
        return any(each.slug == name for each in now.sections)
    return head != "directorate" or any(each.slug == name for each in now.directorates)


def _of_indicator(parts: list[Narrative], before: Dataset, indicator: Indicator, now: Dataset) -> Iterator[str]:
    for part in parts:
        name = part.key.rpartition("/")[2]
        if name != FIRST and part.title:
            yield f"## {_plain(part.title)}"
        yield _awaited(part, _owner(before, f"section/{indicator.section}"), now)


def _awaited(part: Narrative, owner: str, now: Dataset) -> str:
    """The line that says what is due: the owner and the prompt as they were, where the part had them."""
    given = part.awaited
    name = _plain((given.owner if given else "") or owner)
    prompt = given.prompt if given else f"Say what {now.info.period} shows."
    return f"Awaited: from {name}. {prompt}" if name else f"Awaited: {prompt}"


def _owner(dataset: Dataset, key: str) -> str:
    """The officer who heads the part's section or directorate: a director or head of service, else the first that is named."""
    slug = key.partition("/")[2]
    headed = {**{each.slug: each.officers for each in dataset.directorates}, **{each.slug: each.officers for each in dataset.sections}}
    officers = headed.get(slug, ())
    chosen = [name for label, name in officers if any(word in label for word in ASKED)]
    return next(iter([*chosen, *(name for _, name in officers)]), "").rstrip(". ").replace(":", "")


def _plain(text: str) -> str:
    """The text with signs that Markdown reads otherwise taken as they are."""
    return SPECIAL.sub(r"\\\1", text)
