"""Whether anything of restricted papers stands in public files, where a reader sees it or not."""

from papers.packs.leaks.searching import Leak, Search, leaks, search, wordless

__all__ = ["Leak", "Search", "leaks", "search", "wordless"]
