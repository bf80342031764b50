"""Where the files that come with the program are: templates and shipped reports, in a checkout or in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def _root() -> Path:
    """The folder that holds `templates` and `data`: inside the wheel, else the checkout."""
    installed = _HERE / "_shipped"
    return installed if installed.is_dir() else _HERE.parent


def template(name: str) -> Path:
    """The path of a shipped Word template, such as house.docx."""
    return _root() / "templates" / name


def example(name: str) -> Path:
    """The folder of a shipped report, such as kent-2013-14-q3."""
    return _root() / "data" / name


def examples() -> tuple[str, ...]:
    """The names of the shipped reports: the folders under data/ (or one level down) that hold a report.toml."""
    base = _root() / "data"
    return tuple(sorted(str(found.parent.relative_to(base).as_posix()) for found in base.glob("**/report.toml")))
