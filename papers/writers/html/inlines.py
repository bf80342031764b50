"""Inlines as phrasing content."""

from __future__ import annotations

from collections.abc import Iterable

from papers.document import Chip, Footnote, Inline, LineBreak, Link, NodeError, PageNumber, Run, Travel
from papers.house.styles import CHIP_MARKS, SHAPE_COLOURS, SHAPES
from papers.layout.spoken import expanded
from papers.writers.html.writing import Writing, attributes, name_of, text

WRAPS = (("superscript", "sup"), ("subscript", "sub"), ("italic", "em"), ("bold", "strong"))


def phrase(inlines: Iterable[Inline], writing: Writing) -> str:
    """The inlines one after the other."""
    return "".join(_inline(each, writing) for each in inlines)


def _inline(inline: Inline, writing: Writing) -> str:
    match inline:
        case Run():
            return _run(inline, writing)
        case Chip():
            ground = writing.look(f"background:{inline.fill};color:{inline.ink}")
            shape = f'<span aria-hidden="true">{CHIP_MARKS[inline.shape]}</span> ' if inline.shape else ""
            return f'<span class="chip {ground}">{shape}{text(inline.word)}</span>'
        case Travel():
            ink = writing.look(f"color:{SHAPE_COLOURS[inline.shape]}")
            return f'<span class="travel"><span class="{ink}" aria-hidden="true">{SHAPES[inline.shape]}</span> {text(inline.word)}</span>'
        case LineBreak():
            return "<br>"
        case PageNumber():
            return _page_number(inline, writing)
        case Link():
            target = f"#{name_of(inline.target[1:])}" if inline.target.startswith("#") else inline.target
            return f"<a{attributes(href=target)}>{phrase(inline.runs, writing)}</a>"
        case Footnote():
            return _call(inline, writing)
    raise NodeError(f"{inline!r} is no inline that the HTML writer writes")


def _run(run: Run, writing: Writing) -> str:
    spoken = expanded(run.text)
    shown = f"<abbr{attributes(title=spoken)}>{text(run.text)}</abbr>" if spoken else text(run.text)
    for look, element in WRAPS:
        if getattr(run, look):
            shown = f"<{element}>{shown}</{element}>"
    lang = writing.lang(run.lang)
    return f"<span{attributes(lang=lang)}>{shown}</span>" if lang else shown


def _page_number(inline: PageNumber, writing: Writing) -> str:
    """The page of the paper's PDF, leading to the same place here."""
    shown = "below" if writing.page_of is None else str(writing.page_of[inline.target])
    return f"<a{attributes(href=f'#{name_of(inline.target)}')}>{shown}</a>"


def _call(note: Footnote, writing: Writing) -> str:
    """The mark of the note, whose words stand at the end of the section with a way back."""
    writing.called += 1
    mark = writing.called
    back = f'<a href="#call-{mark}" aria-label="Back to the text of note {mark}">↑</a>'
    writing.notes.append(f'<li id="note-{mark}" value="{mark}">{phrase(note.inlines, writing)} {back}</li>')
    return f'<sup><a id="call-{mark}" href="#note-{mark}" aria-label="Note {mark}">{mark}</a></sup>'
