"""Rating schemes: data in TOML files, read into records."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from papers.results import Band, Scheme

SHIPPED = ("floor-standard",)
"""The schemes that come with the program."""


@cache
def shipped_scheme(name: str) -> Scheme:
    """The shipped scheme of that name. KeyError where there is none."""
    if name not in SHIPPED:
        raise KeyError(name)
    return read_scheme(files("papers.rules").joinpath("schemes", f"{name}.toml").read_text(encoding="utf-8"))


def read_scheme(text: str) -> Scheme:
    """The scheme that the TOML text describes, its bands best first."""
    table = tomllib.loads(text)
    return Scheme(table["name"], table["version"], tuple(Band(**band) for band in table["bands"]))
