"""What every node checks of its own values."""

from __future__ import annotations

import re

MAX_ID = 64
"""Word refuses a content control's tag that is longer."""

ID = re.compile(r"[a-z0-9][A-Za-z0-9_.:-]*(/[A-Za-z0-9_.:-]+)*")
COLOUR = re.compile(r"#[0-9A-F]{6}")
CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class NodeError(ValueError):
    """A node that can't be: the message names the node and what is wrong with it."""


def check(holds: object, message: str) -> None:
    """NodeError with the message where it does not hold."""
    if not holds:
        raise NodeError(message)


def check_text(text: str) -> None:
    """NodeError for text with a control character."""
    if found := CONTROL.search(text):  # the message is made where it is needed: every run of a paper passes here
        raise NodeError(f"text holds the control character U+{ord(found.group()):04X}: {text[:40]!r}")


def check_id(value: str) -> None:
    """NodeError for what is no block's id."""
    check(len(value) <= MAX_ID and ID.fullmatch(value), f"{value!r} is no block id (at most {MAX_ID} characters, words joined by '/')")


def check_colour(value: str) -> None:
    """NodeError for what is no colour."""
    check(COLOUR.fullmatch(value), f"{value!r} is no colour of the form #RRGGBB")
