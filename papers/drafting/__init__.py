"""From a report's data and ratings to its papers as Documents."""

from papers.drafting.papers import PaperInfo, draft, papers_of

__all__ = ["PaperInfo", "draft", "papers_of"]
