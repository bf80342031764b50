"""From a report's data and ratings to its papers as Documents."""

from papers.drafting.cover import awaited_figures, cover_fields
from papers.drafting.papers import PaperInfo, draft, named, papers_of

__all__ = ["PaperInfo", "awaited_figures", "cover_fields", "draft", "named", "papers_of"]
