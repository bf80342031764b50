"""A Document as one self-contained page of HTML: semantic, responsive, printable, and complete without a script.

Public bodies are told to publish HTML first ("Publishing accessible documents", Government Digital Service). The twin says what the
text writer says, in the same order; every chart is drawn inline and stands beside its text alternative and its figures.
"""

from __future__ import annotations

from collections.abc import Mapping

from papers.document import Document
from papers.house import HouseStyle
from papers.writers.html.page import page

__all__ = ["write_html"]


def write_html(document: Document, house: HouseStyle, page_of: Mapping[str, int] | None = None) -> bytes:
    """The page as UTF-8, the same bytes for the same paper.

    `page_of` gives the pages of the paper's PDF for page references, which lead to their block here; without it they read "below".
    NodeError for a node that no function here writes; KeyError for a page reference that `page_of` doesn't know.
    """
    return page(document, house, page_of).encode()
