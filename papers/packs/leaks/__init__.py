"""Whether anything of restricted papers stands in public files, where a reader sees it or not."""

from papers.packs.leaks.searching import Leak, leaks, wordless

__all__ = ["Leak", "leaks", "wordless"]
