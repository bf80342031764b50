"""The command that all others hang on, and the parts of a command line that many of them take."""

from __future__ import annotations

import gc
from pathlib import Path

import click

FOLDER = click.argument("folder", type=click.Path(exists=True, path_type=Path))
OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""A command makes much that lives to its end and few cycles: looking for them at every 700 objects takes a twentieth of its time."""
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON on standard output, for machines.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="papers")
def main() -> None:
    """A council's quarterly performance papers, from data: Word files that officers edit, PDFs that anyone can read.

    \b
    Examples:
      papers new my-quarter                  an empty report folder, with notes on every column
      papers check my-quarter                every problem in the data, cell by cell
      papers build my-quarter                the Cabinet cover report, the full report, one extract a directorate

    Exit codes: 0 good, 1 errors found, 2 wrong usage. Completion: see `papers completion --help`.
    """
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, 50, 100)
