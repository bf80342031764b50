"""From a report's data and ratings to its papers as Documents."""

from papers.drafting.cover import awaited_figures, cover_fields
from papers.drafting.fields import TEMPLATES, Field, described, example_agenda, example_supplement, front_fields
from papers.drafting.papers import PaperInfo, draft, named, papers_of

__all__ = [
    "TEMPLATES",
    "Field",
    "PaperInfo",
    "awaited_figures",
    "cover_fields",
    "described",
    "draft",
    "example_agenda",
    "example_supplement",
    "front_fields",
    "named",
    "papers_of",
]
