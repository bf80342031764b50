"""The data held against itself: what can't all be right, or is unlikely to be, told on its cell."""

from papers.checks.inside.all import inside

__all__ = ["inside"]
