"""Word files that officers edit: templates to look at, files that came back, and the next report."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from papers.cli.printing import account_lines, field_lines, problem_lines, result_of, show
from papers.cli.root import AS_JSON, FOLDER, main
from papers.errors import EXIT_ERRORS

if TYPE_CHECKING:
    from papers.readers.word import Tracked


@main.command()
@FOLDER
@click.option("--template", default="cabinet-cover-report", show_default=True, metavar="NAME", help="The template whose names to list.")
@AS_JSON
def fields(folder: Path, template: str, as_json: bool) -> None:
    """Print every name that a Word template can use, with its value in the report in FOLDER and what it means.

    \b
    Examples:
      papers fields data/kent-2013-14-q3
      papers fields my-quarter --template agenda-front-sheet
    """
    from papers.commands.fields import fields as run

    found = result_of(as_json, lambda: run(folder, template))
    show(as_json, found.as_json, lambda: field_lines(found))


@main.command()
@click.argument("template")
@FOLDER
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.docx", help="The Word file; a PDF goes beside it.")
@click.option(
    "--comments",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.docx",
    help="Write errors as comments into a copy of TEMPLATE.",
)
@AS_JSON
def preview(template: str, folder: Path, out: Path | None, comments: Path | None, as_json: bool) -> None:
    """Render the Word file TEMPLATE, or the shipped one of that name, with the report in FOLDER, to look at.

    \b
    Examples:
      papers preview cabinet-cover-report data/kent-2013-14-q3
      papers preview house-serif my-quarter
      papers preview my-cover.docx my-quarter --comments my-cover-errors.docx
    """
    from papers.commands.fields import preview as run

    made = result_of(as_json, lambda: run(template, folder, out, comments))
    show(as_json, made.as_json, lambda: click.echo(f"{', '.join(map(str, made.paths))}: {made.pages} pages"))
    if made.problems and not as_json:
        problem_lines(made.problems, err=True)


@main.command()
@click.argument("edited", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", required=True, type=click.Path(exists=True, path_type=Path), help="The report that the edits go home to.")
@click.option("--dry-run", is_flag=True, help="Print the whole account and change nothing.")
@click.option("--tracked", type=click.Choice(["accepted", "rejected"]), default="accepted", show_default=True, help="Tracked changes.")
@click.option("--section", default="", metavar="NAME", help="Take files without our blocks as the text of this section.")
@AS_JSON
def collect(edited: tuple[Path, ...], into: Path, dry_run: bool, tracked: str, section: str, as_json: bool) -> None:
    """Bring the edits of returned Word files home into the report's commentary.

    \b
    Examples:
      papers collect back/*.docx --into my-quarter --dry-run
      papers collect back/*.docx --into my-quarter
      papers collect roads.odt --into my-quarter --section highways-and-transportation

    A changed figure is a question, never taken; what two people changed differently is shown with both; text that stands in no
    block is placed or listed. `papers status` lists what waits.
    """
    from papers.commands.collect import collect as run

    found = result_of(as_json, lambda: run(edited, into, dry_run=dry_run, tracked=cast("Tracked", tracked), section=section))
    show(as_json, found.as_json, lambda: account_lines(found))


@main.command()
@click.argument("edited", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--from", "report", required=True, type=click.Path(exists=True, path_type=Path), help="The report with the new figures.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file and leave EDITED as it is.")
@AS_JSON
def refresh(edited: Path, report: Path, out: Path | None, as_json: bool) -> None:
    """Put a report's present figures, tables and charts into an edited Word file and keep everything else in it.

    \b
    Example:
      papers refresh edited.docx --from my-quarter

    Every change is listed by page and block.
    """
    from papers.commands.refresh import refresh as run

    found = result_of(as_json, lambda: run(edited, report, out))
    show(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))


@main.command()
@FOLDER
@AS_JSON
def status(folder: Path, as_json: bool) -> None:
    """Print the commentary that is due and from whom, what has come back, and what waits for a person.

    \b
    Example:
      papers status my-quarter
    """
    from papers.commands.status import status as run

    found = result_of(as_json, lambda: run(folder))
    show(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))


@main.command()
@FOLDER
@click.argument("ids", nargs=-1, required=True)
@click.option("--take", is_flag=True, help="Write the returned text into the folder; what it replaces is kept.")
@click.option(
    "--to", default="", metavar="PART", help="With --take: the part that takes texts without a place (section/NAME, an indicator's id)."
)
@AS_JSON
def settle(folder: Path, ids: tuple[str, ...], take: bool, to: str, as_json: bool) -> None:
    """Settle what waits under IDS, each by itself: without --take the folder's text or figure stands.

    \b
    Examples:
      papers settle my-quarter 3f2a91bc --take
      papers settle my-quarter 91bc3f2a --take --to section/highways
    """
    from papers.commands.settle import settle as run

    found = result_of(as_json, lambda: run(folder, ids, take=take, to=to))
    show(as_json, found.as_json, lambda: click.echo("\n".join(line for each in found.decisions for line in each.lines())))
    if not found.all_done:
        sys.exit(EXIT_ERRORS)


@main.command()
@FOLDER
@click.argument("new_report", metavar="NEW", type=click.Path(path_type=Path))
@click.option("--end", "ended", multiple=True, metavar="ID", help="An indicator that is not reported any more.")
@click.option("--rename", "renamed", multiple=True, metavar="OLD=NEW", help="An indicator's new id; its history goes on.")
@click.option("--split", "parted", multiple=True, metavar="OLD=A,B", help="An indicator that ends and those that follow it.")
@click.option("--move", "moved", multiple=True, metavar="ID=SECTION", help="An indicator's new section.")
@click.option("--period", default="", metavar="WORDS", help="The next period as printed, where it does not follow from this one.")
@click.option("--period-end", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Its last day.")
def roll(
    folder: Path,
    new_report: Path,
    ended: tuple[str, ...],
    renamed: tuple[str, ...],
    parted: tuple[str, ...],
    moved: tuple[str, ...],
    period: str,
    period_end: datetime | None,
) -> None:
    """Open the next report, NEW, from the published one in FOLDER: a folder, or a workbook where NEW ends in .xlsx.

    \b
    Examples:
      papers roll kent-2013-14-q3 kent-2013-14-q4
      papers roll q3 q4 --end CS07 --rename CS02=CS12 --split HT03=HT03a,HT03b --move PH01=public-health

    Definitions, officers, targets, floors, risks and open actions are carried on; what was published is read from FOLDER's
    record; periods are shifted; figures and commentary that are due are awaited.
    """
    from papers.commands.roll import changes_from, roll_report

    changes = result_of(False, lambda: changes_from(ended, renamed, parted, moved))
    day = period_end.date() if period_end else None
    path = result_of(False, lambda: roll_report(folder, new_report, changes, period=period, period_end=day))
    click.echo(f"{path} is ready. Next: papers check {path}")
