"""A new agenda: every key with what it means, those that an agenda must have filled in as an example."""

from __future__ import annotations

from collections.abc import Iterator

from papers.packs.schema import TABLES, Key

HEAD = """# An agenda for papers pack. Correct what stands here; take the # away before a key to use it.
# docs/packs.md tells more.
"""
OPENINGS = {
    "agenda": "\n[agenda]\n",
    "pack": "\n[pack]\n",
    "items": "\n# One table [[items]] for each item of business, in their order.\n[[items]]\n",
    "items.papers": "\n# One table [[items.papers]] for each paper of the item above it.\n[[items.papers]]\n",
}
TO_FOLLOW = "to_follow"
"""What the example's paper says: an agenda without any file is a whole agenda."""


def new_agenda() -> str:
    """The text of an agenda that can be read as it is, with notes."""
    return HEAD + "".join(OPENINGS[name] + "".join(_lines(name, keys)) for name, keys in TABLES.items())


def _lines(table: str, keys: tuple[Key, ...]) -> Iterator[str]:
    for key in keys:
        used = key.required or (table == "items.papers" and key.name == TO_FOLLOW)
        yield f"# {key.meaning}\n{'' if used else '# '}{key.name} = {key.example}\n"
