"""Every field that a Word template can use, by template: names, present values, kinds and meanings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from papers.dataset import Dataset
from papers.document import Chip, Document, Inline, Paragraph, Run, Travel, plain
from papers.drafting.agenda import AGENDA, SUPPLEMENT, AgendaItem, AgendaPaper, Meeting, agenda_fields, supplement_fields
from papers.drafting.cover import COVER
from papers.drafting.meanings import AGENDA as AGENDA_MEANINGS
from papers.drafting.meanings import FRONT as FRONT_MEANINGS
from papers.drafting.meanings import RATING_WORD
from papers.drafting.meanings import REPORT as REPORT_MEANINGS
from papers.drafting.meanings import SUPPLEMENT as SUPPLEMENT_MEANINGS

FRONT = "report-front"
TEMPLATES = (COVER, FRONT, AGENDA, SUPPLEMENT)
"""The Word templates that have fields, by the names of their files without the end."""

MEANINGS = {COVER: REPORT_MEANINGS, FRONT: FRONT_MEANINGS, AGENDA: AGENDA_MEANINGS, SUPPLEMENT: SUPPLEMENT_MEANINGS}
TITLE_LINES = tuple(name.removeprefix("page.") for name in FRONT_MEANINGS if name.startswith("page."))
EXAMPLE_NOTICE, EXAMPLE_DELAY = dt.timedelta(days=7), dt.timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Field:
    """A field as documented: `name` with `[]` after a list's name, what it is, its value now ("" for none), its meaning."""

    name: str
    kind: str
    value: str
    meaning: str

    def as_json(self) -> dict[str, object]:
        """The field with the keys of the schema papers.fields/1."""
        return {"name": self.name, "kind": self.kind, "value": self.value, "meaning": self.meaning}


def front_fields(document: Document, report: Mapping[str, object]) -> dict[str, object]:
    """The fields of a paper's front: those of the report, and as `page` the lines of the drafted title page (None where it has none)."""
    lines = {each.id.removeprefix("title/"): each.inlines for each in document.sections[0].blocks if isinstance(each, Paragraph)}
    about = {name: str(getattr(document, name) or "") for name in ("paper", "title", "organisation", "period", "subject", "author")}
    about |= {name: str(getattr(document, name) or "") for name in ("notice", "language", "draft", "checksum")}
    about["date"] = document.date.isoformat()
    return {**report, "document": about, "page": {name: lines.get(name) for name in TITLE_LINES}}


def example_agenda(dataset: Dataset) -> dict[str, object]:
    """The fields of an agenda at which the report could be taken: page numbers and the exempt item are made up, and say so."""
    info = dataset.info
    papers = (AgendaPaper("Cover report", "", (9, 10)), AgendaPaper(info.title, _appendix(dataset), (11, 72)))
    items = (
        AgendaItem("1", "Apologies and substitutes"),
        AgendaItem("2", "Minutes of the last meeting (example)", "For approval", (1, 8)),
        AgendaItem("3", f"{info.title}, {info.period}", "To note", (9, 72), papers),
        AgendaItem("4", "A report that is not ready (example)", "For decision", to_follow=True),
        AgendaItem("E1", "A contract (example)", "For decision", exempt="Paragraph 3 of schedule 12A: financial or business affairs"),
    )
    return agenda_fields(_example_meeting(dataset), items, ("The motion to exclude the public (example)",))


def example_supplement(dataset: Dataset) -> dict[str, object]:
    """The fields of a supplement with a corrected report: its pages and its reason are made up, and say so."""
    info = dataset.info
    note = "It replaces pages 11 to 72 of the agenda pack: a table lacked its last row (example)."
    paper = AgendaPaper(info.title, _appendix(dataset), (75, 136), note=note)
    items = (AgendaItem("3", f"{info.title}, {info.period}", "To note", (75, 136), (paper,)),)
    meeting = replace(_example_meeting(dataset), published=info.date + EXAMPLE_DELAY)
    said = "A paper that was published with the agenda needed correcting (example)."
    numbering = "Its pages are numbered from 73, after all that was published before (example)."
    return supplement_fields(meeting, items, (), number=1, note=said, numbering=numbering)


def _appendix(dataset: Dataset) -> str:
    return dataset.info.cover.get("appendix", "Appendix 1")


def _example_meeting(dataset: Dataset) -> Meeting:
    """A meeting a week after the report, of the body that its cover report names."""
    info = dataset.info
    return Meeting(
        info.organisation, info.cover.get("meeting", "Cabinet"), info.date + EXAMPLE_NOTICE, "10.00 am", "Council Chamber", info.date,
        "Proper officer", "Democratic Services", contact=info.author or "Democratic Services", email=info.contact if "@" in info.contact else "",
        membership=("Leader (Chair)", "Deputy Leader"), webcasting="This meeting is filmed and shown on the council's website.",
        background="Background documents are listed in each report.", language=info.language,
    )  # fmt: skip


def described(fields: Mapping[str, object], template: str, rating_words: Sequence[str] = ()) -> tuple[Field, ...]:
    """Every field with its meaning, in the fields' order; what only lists have that are empty now comes with them, without a value.

    KeyError for a field that has no meaning written down.
    """
    meanings = _named(MEANINGS[template], rating_words)
    found = {field.name: field for name, value in fields.items() for field in _described(name, value, meanings)}
    empty = [name for name in found if found[name].kind == "list" and not found[name].value]
    hidden = {name: meanings[name] for name in meanings if any(name.startswith(f"{each}[]") for each in empty)}
    found |= {name: Field(name, "", "", meaning) for name, meaning in hidden.items() if name not in found}
    order = {name: number for number, name in enumerate(meanings)}
    return tuple(sorted(found.values(), key=lambda field: order[field.name]))


def _named(meanings: Mapping[str, str], words: Sequence[str]) -> dict[str, str]:
    """The meanings with the scheme's own words in the names that count ratings."""
    out: dict[str, str] = {}
    for name, meaning in meanings.items():
        if RATING_WORD in name:
            out |= {name.replace(RATING_WORD, word.lower()): meaning.replace("this rating", f"the rating {word}") for word in words}
        else:
            out[name] = meaning
    return out


def _described(name: str, value: object, meanings: Mapping[str, str]) -> Iterator[Field]:
    yield Field(name, _kind(value), _shown(value), meanings[name])
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _described(f"{name}.{key}", each, meanings)
    elif isinstance(value, list):
        yield from _of_items(name, value, meanings)


def _of_items(name: str, items: Sequence[object], meanings: Mapping[str, str]) -> Iterator[Field]:
    """The fields of a list's records, each with the first value that any of them has."""
    found: dict[str, Field] = {}
    for item in items:
        for key, value in item.items() if isinstance(item, Mapping) else ():
            for field in _described(f"{name}[].{key}", value, meanings):
                if field.name not in found or not found[field.name].value:
                    found[field.name] = field
    yield from found.values()


def _kind(value: object) -> str:
    match value:
        case bool():
            return "yes or no"
        case list():
            return "list"
        case Mapping():
            return "record"
        case Chip():
            return "rating"
        case Travel():
            return "direction"
        case Run(figure=str()):
            return "figure"
        case tuple():
            return "sentence"
        case _:
            return "text"


def _records(count: int) -> str:
    return f"{count} record{'' if count == 1 else 's'}" if count else ""


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return "; ".join(_shown(each) for each in value if not isinstance(each, Mapping)) or _records(len(value))
        case Mapping():
            return f"{len(value)} fields"
        case tuple():
            return plain(value)
        case _:
            return plain((value,)) if isinstance(value, Inline) else str(value)
