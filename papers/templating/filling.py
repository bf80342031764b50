"""The rendering itself: docxtpl under the sandbox, with errors that say where, then marks set and the file put right."""

from __future__ import annotations

import io
import re
import traceback
from typing import TYPE_CHECKING, Any

from papers.errors import PapersError, Place, problem
from papers.readers.word.reading import shortened

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from jinja2.sandbox import ImmutableSandboxedEnvironment

MARKUP = re.compile(r"<[^>]+>")
COMPILED = ("<template>", "<unknown>")
"""What Jinja calls the file of a template's compiled code in a traceback."""


def fill(template: bytes, name: str, context: dict[str, object], environment: ImmutableSandboxedEnvironment) -> bytes:
    """The template's file with its tags rendered. PapersError with the place of what only showed in rendering."""
    made = _strict(name)(io.BytesIO(template))
    made.render(context, environment)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _strict(name: str) -> type[DocxTemplate]:
    """Docxtpl's template, with rendering that never parses broken markup and words its errors."""
    from docxtpl import DocxTemplate
    from lxml import etree

    class StrictTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
        """A template whose parts are rendered whole or not at all: docxtpl itself would recover by dropping text."""

        def render_xml_part(self, src_xml: str, part: object, context: dict[str, Any], jinja_env: object = None) -> str:
            """The part rendered. PapersError says what could not be."""
            try:
                made: str = super().render_xml_part(src_xml, part, context, jinja_env)
                etree.fromstring(made.encode(), etree.XMLParser(resolve_entities=False))
            except etree.XMLSyntaxError as error:
                raise PapersError(
                    [problem("template-result", Place(file=name), why=f"the result is no valid file ({error.msg})")]
                ) from error
            except Exception as error:
                place = Place(file=name, block=_near(src_xml, error))
                raise PapersError([problem("template-result", place, why=str(error))]) from error
            return made

    return StrictTemplate


def _near(source: str, error: Exception) -> str | None:
    """The words of the paragraph that was being rendered: Jinja rewrites tracebacks to lines, and docxtpl gives each paragraph one."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename in COMPILED]
    paragraphs = re.sub(r"<w:p([ >])", r"\n<w:p\1", source).splitlines()
    number = lines[-1] if lines else None
    if number is None or not 0 < number <= len(paragraphs):
        return None
    words = MARKUP.sub("", paragraphs[number - 1])
    return f"near “{shortened(words)}”" if words.strip() else None
