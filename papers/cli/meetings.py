"""The clerk's work: packs and supplements, files that go public, seals."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from papers.cli.printing import packed_lines, result_of, show
from papers.cli.root import AS_JSON, main

if TYPE_CHECKING:
    from papers.readers.word import Tracked


FORCE = click.option("--force", is_flag=True, help="Write over files in DIR that somebody edited or put there.")


@main.command()
@click.argument("agenda", metavar="AGENDA", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("pack"), show_default=True, help="Where the files go."
)
@click.option("--publish", is_flag=True, help="Keep the record of what stands on which page: from now on no page moves.")
@FORCE
@AS_JSON
def pack(agenda: Path, out: Path, publish: bool, force: bool, as_json: bool) -> None:
    """Make an agenda pack: the front sheet, one PDF of all papers with one running page number, and each item's own PDF.

    AGENDA is a TOML file or an Excel workbook. Papers may be reports of ours, Word files, PDFs and images. What others sent is made
    harmless, or refused with the reason.

    \b
    Examples:
      papers new --agenda agenda.toml
      papers pack agenda.toml --out published
      papers pack agenda.xlsx --publish
    """
    from papers.commands import pack as run

    packed = result_of(as_json, lambda: run.pack(agenda, out, publish=publish, force=force))
    show(as_json, packed.as_json, lambda: packed_lines(packed))


@main.command()
@click.argument("agenda", metavar="AGENDA", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("pack"), show_default=True, help="Where the files go."
)
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The day on which the supplement is published.")
@click.option("--note", default="", metavar="TEXT", help="The covering note, in the place of the usual one.")
@click.option(
    "--restart/--continue",
    default=None,
    help="Number its pages from 1, or go on after the last that was published; else the agenda's supplement_pages says which.",
)
@click.option(
    "--consolidated", is_flag=True, help="Write all that was published as one pack, with a map from old page numbers to new ones."
)
@FORCE
@AS_JSON
def supplement(
    agenda: Path, out: Path, date: datetime | None, note: str, restart: bool | None, consolidated: bool, force: bool, as_json: bool
) -> None:
    """Publish what came after the pack of AGENDA: papers that were to follow, late ones, and corrections.

    \b
    Examples:
      papers supplement agenda.toml --date 2026-03-02
      papers supplement agenda.toml --consolidated --out consolidated

    No page that was published gets another number. A published paper may change only where `corrected` says why.
    """
    from papers.commands import supplement as run

    if consolidated == (date is not None):
        raise click.UsageError("Give --date for a supplement, or --consolidated.")
    if consolidated:
        packed = result_of(as_json, lambda: run.consolidate(agenda, out, force=force))
    else:
        day = cast("datetime", date).date()
        packed = result_of(as_json, lambda: run.supplement(agenda, out, day, note=note, restart=restart, force=force))
    show(as_json, packed.as_json, lambda: packed_lines(packed))


@main.command()
@click.argument("file", metavar="FILE.docx", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The Word file to write.")
@click.option("--tracked", type=click.Choice(["accepted", "rejected"]), help="How to take tracked changes.")
@click.option("--author", default="", metavar="NAME", help="What stands as its author, such as the council's name.")
@AS_JSON
def strip(file: Path, out: Path, tracked: str | None, author: str, as_json: bool) -> None:
    """Write FILE.docx as it may go public: without comments, tracked changes, hidden text, personal data and custom XML.

    \b
    Example:
      papers strip report.docx --out website/report.docx --author "Example Council"
    """
    from papers.commands.strip import strip as run

    found = result_of(as_json, lambda: run(file, out, tracked=cast("Tracked | None", tracked), author=author))
    show(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Seal a folder anew that is no longer as it was sealed.")
@AS_JSON
def seal(folder: Path, force: bool, as_json: bool) -> None:
    """Seal the published files in DIR: write manifest.json with the checksum, size, pages, title and origin of each.

    \b
    Examples:
      papers seal website
      papers seal website --json
    """
    from papers.commands.seal import seal as run

    found = result_of(as_json, lambda: run(folder, force=force))
    show(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--from", "source", type=click.Path(exists=True, path_type=Path), help="Build again from this report or agenda, and compare bytes."
)
@click.option("--house", type=click.Path(path_type=Path), metavar="FILE.docx", help="The house template that they were built in.")
@AS_JSON
def verify(folder: Path, source: Path | None, house: Path | None, as_json: bool) -> None:
    """Find every changed, missing, extra or renamed file in the sealed folder DIR.

    \b
    Examples:
      papers verify website
      papers verify website --from my-quarter
      papers verify published --from agenda.toml

    The exit code is 1 where anything is not as it was sealed, or where other bytes come out than were published.
    """
    from papers.commands.verify import verify as run

    found = result_of(as_json, lambda: run(folder, source, house))
    show(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))
    sys.exit(found.exit_code)
