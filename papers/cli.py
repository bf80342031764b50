"""The command line: parse, call the function of the same name, print. Messages go to standard error, results to standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from papers.errors import EXIT_ERRORS, LEVELS, PapersError, Problem

if TYPE_CHECKING:
    from papers.assess import WhatIf
    from papers.commands.build import Built
    from papers.commands.collect import Account
    from papers.commands.fields import Fields
    from papers.commands.pack import Packed
    from papers.commands.publish import Published
    from papers.commands.rate import Cards, Ratings
    from papers.readers.word import Tracked

FORMATS = ("docx", "pdf", "html", "text")
BAR_WIDTH = 30
T = TypeVar("T")

FOLDER = click.argument("folder", type=click.Path(exists=True, path_type=Path))
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


@main.command()
@FOLDER
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("output"), show_default=True, help="Where the files go."
)
@click.option("--only", multiple=True, metavar="NAME", help="One paper, directorate or section; may be given again.")
@click.option("--as", "formats", default="docx,pdf", show_default=True, metavar="LIST", help=f"Formats, from {', '.join(FORMATS)}.")
@click.option("--force", is_flag=True, help="Overwrite Word files that were edited since they were built.")
@click.option("--final", is_flag=True, help="Refuse to build while commentary or figures are awaited.")
@click.option(
    "--house", type=click.Path(path_type=Path), metavar="FILE.docx", help="Another house template, a file or a shipped one by name."
)
@click.option("--attach-data", is_flag=True, help="Let each PDF carry the figures that it prints, as a file of its own (PDF/A-3a).")
@AS_JSON
def build(
    folder: Path,
    out: Path,
    only: tuple[str, ...],
    formats: str,
    force: bool,
    final: bool,
    house: Path | None,
    attach_data: bool,
    as_json: bool,
) -> None:
    """Build the quarter's papers from the report in FOLDER, each as a Word file and a PDF.

    \b
    Examples:
      papers build data/kent-2013-14-q3
      papers build my-quarter --only cabinet-cover-report --as pdf
      papers build my-quarter --only adult-social-care --out extracts

    A Word file that somebody has edited since it was built is kept, and its PDF with it; --force overwrites both.
    """
    from papers.commands.build import build as run

    chosen = _formats(formats)
    with _Progress(quiet=as_json) as progress:
        options: dict[str, Any] = {"force": force, "final": final, "attach_data": attach_data, "house": house}
        built = _run(as_json, lambda: run(folder, out, only=only, formats=chosen, progress=progress, **options))
    _print(as_json, built.as_json, lambda: _built_table(built))


@main.command()
@click.argument("file", metavar="FILE.pdf", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@AS_JSON
def inspect(file: Path, as_json: bool) -> None:
    """Say in plain words what holds of a PDF: can everyone read it, will an archive take it, is it what it says it is.

    \b
    Example:
      papers inspect output/quarterly-performance-report.pdf

    The exit code is 1 where the file claims what it does not keep.
    """
    from papers.commands.inspect import inspect as run

    found = _run(as_json, lambda: run(file))
    _print(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))
    sys.exit(found.exit_code)


@main.command()
@click.argument("source", metavar="FOLDER|EDITED.docx", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Where the PDFs go [default: published]; of a Word file, the PDF's name.")
@click.option("--from", "report", type=click.Path(exists=True, path_type=Path), help="The report whose data a Word file must agree with.")
@click.option("--comments", type=click.Choice(["refuse", "drop"]), default="refuse", help="Comments in a Word file.")
@click.option("--tracked", type=click.Choice(["accepted", "rejected"]), help="How to take a Word file's tracked changes.")
@AS_JSON
def publish(source: Path, out: Path | None, report: Path | None, comments: str, tracked: str | None, as_json: bool) -> None:
    """Build the final PDFs of the report in FOLDER and keep a record of what they say; or the PDF of what EDITED.docx says now.

    \b
    Examples:
      papers publish my-quarter --out website
      papers publish edited.docx --out report.pdf --from my-quarter

    A Word file with open prompts, comments or undecided tracked changes is refused unless told how to take them; with --from,
    also one whose figures are not those of the data.

    The record, published.json in FOLDER (beside a workbook, NAME.published.json), is what the next report's setting
    `previous` reads. Publishing the same again is harmless; other figures need a higher version in report.toml.
    """
    from papers.commands.publish import publish as run

    if source.suffix.lower() == ".docx":
        _publish_word(source, out or source.with_suffix(".pdf"), report, comments, tracked, as_json=as_json)
        return
    if report or tracked or comments != "refuse":
        raise click.UsageError("--from, --comments and --tracked go with a Word file.")
    with _Progress(quiet=as_json) as progress:
        found = _run(as_json, lambda: run(source, out or Path("published"), progress=progress))
    _print(as_json, found.as_json, lambda: _published_lines(found))


@main.command()
@click.argument("agenda", metavar="AGENDA.toml", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("pack"), show_default=True, help="Where the files go."
)
@click.option("--publish", is_flag=True, help="Keep the record of what stands on which page: from now on no page moves.")
@AS_JSON
def pack(agenda: Path, out: Path, publish: bool, as_json: bool) -> None:
    """Make an agenda pack: the front sheet, one PDF of all papers with one running page number, and each item's own PDF.

    Papers may be reports of ours, Word files, PDFs and images. What others sent is made harmless, or refused with the reason.

    \b
    Examples:
      papers new --agenda agenda.toml
      papers pack agenda.toml --out published
    """
    from papers.commands import pack as run

    packed = _run(as_json, lambda: run.pack(agenda, out, publish=publish))
    _print(as_json, packed.as_json, lambda: _packed_lines(packed))


@main.command()
@click.argument("source", metavar="FOLDER|EDITED.docx", type=click.Path(exists=True, path_type=Path))
@click.option("--only", "part", type=click.Choice(["data", "words", "style"]), help="Check only this; `data` stays fast.")
@click.option(
    "--from", "report", type=click.Path(exists=True, path_type=Path), help="The report whose data a Word file's words must agree with."
)
@click.option(
    "--comments", type=click.Path(dir_okay=False, path_type=Path), help="Write a copy of the Word file with each finding as a comment."
)
@click.option(
    "--accept", metavar="FINDING", help="Accept a finding by its name: it is not raised again unless the sentence or the figure changes."
)
@click.option("--by", metavar="NAME", help="Who accepts it.")
@click.option("--reason", metavar="TEXT", help="Why it is accepted.")
@AS_JSON
def check(
    source: Path,
    part: str | None,
    report: Path | None,
    comments: Path | None,
    accept: str | None,
    by: str | None,
    reason: str | None,
    as_json: bool,
) -> None:
    """Print every problem of the report in FOLDER, most serious first: file, sheet, row, column, what is wrong, what to do.

    \b
    Examples:
      papers check my-quarter
      papers check my-quarter --json
      papers check my-quarter --only words
      papers check my-quarter --accept 1f0c2a9b --by "A Name" --reason "agreed with the service"
      papers check edited.docx --from my-quarter --comments remarks.docx

    Data, rules, the statements of the commentary and its style are checked. Of a Word file its words are, against the data of --from.
    """
    from papers.commands.check import PARTS
    from papers.commands.check import check as run

    chosen = next((each for each in PARTS if each == part), None)
    if accept:
        _accept(source, accept, by, reason, as_json=as_json)
        return
    if source.suffix.lower() == ".docx":
        from papers.commands.check_words import check_word

        if report is None:
            raise click.UsageError("A Word file is checked against the data of a report: name it with --from.")
        checked = _run(as_json, lambda: check_word(source, report, part=chosen, comments=comments))
    else:
        checked = run(source, chosen)
    _print(as_json, checked.as_json, lambda: _problem_lines(checked.problems))
    sys.exit(checked.exit_code)


def _accept(source: Path, name: str, by: str | None, reason: str | None, *, as_json: bool) -> None:
    """Keep an answer to a finding and say so."""
    from papers.commands.check_words import accept

    if not (by and reason):
        raise click.UsageError("--accept needs --by and --reason.")
    found = _run(as_json, lambda: accept(source, name, by, reason, datetime.now(tz=UTC).date()))
    _print(as_json, found.as_json, lambda: click.echo(f"{found.path.as_posix()}: {name} is accepted by {by}."))


@main.command()
@FOLDER
@click.option("--history", is_flag=True, help="Every period of every indicator, not only the current one.")
@click.option("--explain", "indicator", metavar="ID", help="The rating card of one indicator: all that its rating rests on.")
@click.option("--what-if", "scheme", metavar="SCHEME", help="Which ratings another scheme, by its name or .toml file, would change.")
@AS_JSON
def rate(folder: Path, history: bool, indicator: str | None, scheme: str | None, as_json: bool) -> None:
    """Print every rating of the report in FOLDER with its reason.

    \b
    Examples:
      papers rate my-quarter
      papers rate my-quarter --json --history
      papers rate my-quarter --explain CS01
      papers rate my-quarter --what-if tolerance-5
    """
    from papers.commands.rate import explain
    from papers.commands.rate import rate as run

    if indicator and scheme:
        raise click.UsageError("Give --explain or --what-if, not both.")
    if indicator:
        cards = _run(as_json, lambda: explain(folder, indicator, history=history))
        _print(as_json, cards.as_json, lambda: _card_lines(cards))
        return
    ratings = _run(as_json, lambda: run(folder, history=history, scheme=scheme or ""))
    _print(as_json, ratings.as_json, lambda: _what_if_lines(ratings.other) if ratings.other else _rating_lines(ratings))


@main.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--workbook", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.xlsx", help="An Excel workbook instead of CSV files."
)
@click.option("--example", metavar="NAME", help="A copy of a shipped report instead of an empty one, such as kent-2013-14-q3.")
@click.option(
    "--agenda", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.toml", help="An agenda with notes on every key, for a pack."
)
def new(folder: Path | None, workbook: Path | None, example: str | None, agenda: Path | None) -> None:
    """Start a report: an empty FOLDER with notes on every column, or a workbook; or an agenda.

    \b
    Examples:
      papers new my-quarter
      papers new --workbook my-quarter.xlsx
      papers new trial --example kent-2013-14-q3
      papers new --agenda agenda.toml
    """
    from papers import shipping
    from papers.commands import new as run

    if sum(each is not None for each in (folder, workbook, agenda)) != 1:
        raise click.UsageError("Give a FOLDER, --workbook FILE.xlsx or --agenda FILE.toml.")
    if agenda:
        path = _run(False, lambda: run.new_agenda_file(agenda))
        click.echo(f"{path} is ready. Next: correct it, then papers pack {path}")
        return
    if example and (folder is None or example not in shipping.examples()):
        raise click.UsageError(f"--example goes with a FOLDER and takes one of: {', '.join(shipping.examples())}.")
    path = _run(False, lambda: run.new(folder, workbook, example))
    click.echo(f"{path} is ready. Next: {'' if example else 'fill it in, then '}papers check {path}")


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

    found = _run(as_json, lambda: run(folder, template))
    _print(as_json, found.as_json, lambda: _field_lines(found))


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

    made = _run(as_json, lambda: run(template, folder, out, comments))
    _print(as_json, made.as_json, lambda: click.echo(f"{', '.join(map(str, made.paths))}: {made.pages} pages"))
    if made.problems and not as_json:
        _problem_lines(made.problems, err=True)


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

    found = _run(as_json, lambda: run(edited, into, dry_run=dry_run, tracked=cast("Tracked", tracked), section=section))
    _print(as_json, found.as_json, lambda: _account_lines(found))


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

    found = _run(as_json, lambda: run(edited, report, out))
    _print(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))


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

    found = _run(as_json, lambda: run(folder))
    _print(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))


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

    found = _run(as_json, lambda: run(folder, ids, take=take, to=to))
    _print(as_json, found.as_json, lambda: click.echo("\n".join(line for each in found.decisions for line in each.lines())))
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

    changes = _run(False, lambda: changes_from(ended, renamed, parted, moved))
    day = period_end.date() if period_end else None
    path = _run(False, lambda: roll_report(folder, new_report, changes, period=period, period_end=day))
    click.echo(f"{path} is ready. Next: papers check {path}")


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

    found = _run(as_json, lambda: run(folder, force=force))
    _print(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--from", "report", type=click.Path(exists=True, path_type=Path), help="Build this report's papers again and compare bytes.")
@click.option("--house", type=click.Path(path_type=Path), metavar="FILE.docx", help="The house template that they were built in.")
@AS_JSON
def verify(folder: Path, report: Path | None, house: Path | None, as_json: bool) -> None:
    """Find every changed, missing, extra or renamed file in the sealed folder DIR.

    \b
    Examples:
      papers verify website
      papers verify website --from my-quarter

    The exit code is 1 where anything is not as it was sealed, or where the report does not give the published bytes.
    """
    from papers.commands.verify import verify as run

    found = _run(as_json, lambda: run(folder, report, house))
    _print(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))
    sys.exit(found.exit_code)


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

    found = _run(as_json, lambda: run(file, out, tracked=cast("Tracked | None", tracked), author=author))
    _print(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))


@main.command()
@click.argument("agenda", metavar="AGENDA.toml", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("pack"), show_default=True, help="Where the files go."
)
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The day on which the supplement is published.")
@click.option("--note", default="", metavar="TEXT", help="The covering note, in the place of the usual one.")
@click.option("--restart", is_flag=True, help="Number its pages from 1 instead of going on after the last that was published.")
@click.option(
    "--consolidated", is_flag=True, help="Write all that was published as one pack, with a map from old page numbers to new ones."
)
@AS_JSON
def supplement(agenda: Path, out: Path, date: datetime | None, note: str, restart: bool, consolidated: bool, as_json: bool) -> None:
    """Publish what came after the pack of AGENDA.toml: papers that were to follow, late ones, and corrections.

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
        packed = _run(as_json, lambda: run.consolidate(agenda, out))
    else:
        packed = _run(as_json, lambda: run.supplement(agenda, out, cast("datetime", date).date(), note=note, restart=restart))
    _print(as_json, packed.as_json, lambda: _packed_lines(packed))


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that completes papers' commands in SHELL.

    \b
    Example, for bash:
      papers completion bash >> ~/.bashrc
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    click.echo(found(main, {}, "papers", "_PAPERS_COMPLETE").source())


def _publish_word(source: Path, out: Path, report: Path | None, comments: str, tracked: str | None, *, as_json: bool) -> None:
    """Write the PDF of a Word file and say so."""
    from papers.commands.publish_word import publish_word as run

    how: dict[str, Any] = {"comments": comments, "tracked": tracked}
    found = _run(as_json, lambda: run(source, out, source=report, **how))
    _print(as_json, found.as_json, lambda: click.echo(f"{found.path.as_posix()}: {found.pages} pages"))
    if not as_json and found.problems:
        _problem_lines(found.problems, err=True)


def _formats(text: str) -> tuple[str, ...]:
    asked = tuple(part.strip() for part in text.split(",") if part.strip())
    strange = [name for name in asked if name not in FORMATS]
    if strange or not asked:
        raise click.BadParameter(f"{', '.join(strange) or 'nothing'} is no format; choose from {', '.join(FORMATS)}.", param_hint="--as")
    return asked


def _run(as_json: bool, call: Callable[[], T]) -> T:
    """What the call returns; its errors are printed, every one, and end the program with 1."""
    try:
        return call()
    except PapersError as stopped:
        from papers.commands.check import Checked, in_order

        found = Checked(in_order(stopped.problems))
        if as_json:
            click.echo(json.dumps(found.as_json(), indent=1, ensure_ascii=False))
        else:
            _problem_lines(found.problems, err=True)
        sys.exit(EXIT_ERRORS)


def _print(as_json: bool, machine: Callable[[], dict[str, Any]], person: Callable[[], None]) -> None:
    if as_json:
        click.echo(json.dumps(machine(), indent=1, ensure_ascii=False))
    else:
        person()


def _packed_lines(packed: Packed) -> None:
    from papers.commands.pack import lines

    for line in lines(packed):
        click.echo(line)
    if packed.problems:
        _problem_lines(packed.problems)


def _problem_lines(problems: Iterable[Problem], *, err: bool = False) -> None:
    """Problems grouped by file, then a line of counts."""
    problems = tuple(problems)
    file: str | None = ""
    for each in problems:
        if each.place.file != file:
            file = each.place.file
            click.secho(f"\n{file or 'The report'}", bold=True, err=err)
        where = str(each.place).removeprefix(file or "").lstrip(", ")
        click.echo(f"  {each.level}: {where + ': ' if where else ''}{each.message} {each.fix}", err=err)
    click.echo("\n" + ", ".join(_counted(problems)), err=err)


def _counted(problems: tuple[Problem, ...]) -> Iterable[str]:
    for level in LEVELS:
        number = sum(p.level == level for p in problems)
        yield f"{number} {level if number == 1 or level == 'advice' else level + 's'}"


def _rating_lines(ratings: Ratings) -> None:
    lines = []
    for assessment, rated in ratings.rows():
        word = rated.rating or "Not rated"
        went = (assessment.direction.went or "no direction") if rated is assessment.current else ""
        lines.append(f"{rated.indicator:8} {rated.period.label:10} {word:10} {went:13} {rated.reason}\n")
    click.echo("".join(lines), nl=False)
    counts = ratings.assessed.counts
    said = ", ".join(f"{number} {word}" for word, number in {**counts.rating, **counts.direction}.items())
    click.echo(f"\n{counts.total} indicators: {said}")


def _card_lines(cards: Cards) -> None:
    for card in cards.cards:
        for label, words in card.lines():
            click.echo(f"{label:18} {words}")
        click.echo()


def _field_lines(found: Fields) -> None:
    for each in found.fields:
        click.secho(f"{each.name:28} ", bold=True, nl=False)
        click.echo(f"{each.value or 'no value now'}\n{'':28} {each.meaning}{f' ({each.kind})' if each.kind else ''}")


def _what_if_lines(other: WhatIf) -> None:
    """Changes of current ratings, then of earlier ones, then the counts that the scheme would give."""
    for change in other.changes:
        when = "" if change.current else " (earlier)"
        words = f"{change.before or 'Not rated'} would be {change.after or 'not rated'}{when}"
        click.echo(f"{change.indicator:8} {change.period.label:10} {words:40} {change.reason}")
    earlier = len(other.changes) - len(other.current)
    ratings = ", ".join(f"{number} {word}" for word, number in other.counts.rating.items())
    click.echo(f"\n{other.scheme.rule} would change {len(other.current)} current ratings and {earlier} earlier ones: {ratings}")


def _built_table(built: Built) -> None:
    for each in built.files:
        pages = f"{each.pages} pages" if each.pages is not None else ""
        click.echo(f"{each.path.as_posix():60} {pages:>10} {each.size / 1000:8,.0f} kB")
    for kept in built.kept:
        click.secho(f"Kept {kept.path.as_posix()}: {kept.reason}.", fg="yellow")
    counts = built.report.assessed.counts
    ratings = ", ".join(f"{number} {word}" for word, number in counts.rating.items())
    found = ", ".join(_counted(built.report.problems))
    click.echo(f"{len(built.files)} files; {counts.total} indicators: {ratings}; {found} (papers check lists them)")


def _account_lines(found: Account) -> None:
    """For each file its findings, each with its difference; then what was written and how much waits."""
    for each in found.files:
        by = f", last changed by {each.origin.by}" if each.origin.by else ""
        click.secho(f"\n{each.origin.file}{by}", bold=True)
        for one in (f for f in found.findings if f.file == each.origin.file):
            click.echo("\n".join(f"  {line}" for line in one.lines()))
        for comment in each.comments:
            click.echo(f"  comment by {comment['by']} on {comment['block'] or 'no block'}, “{comment['words']}”: {comment['text']}")
        for problem in each.problems:
            where = str(problem.place).removeprefix(each.origin.file).lstrip(", ")
            click.echo(f"  {problem.level}: {where + ': ' if where else ''}{problem.message} {problem.fix}")
    verb = "Would write" if found.dry_run else "Wrote"
    click.echo("\n" + "\n".join(f"{verb} {name}" for name in found.written) if found.written else "\nNothing to do.")
    click.echo(f"{len(found.waiting)} {'thing waits' if len(found.waiting) == 1 else 'things wait'} for you (papers status lists them)")


def _published_lines(found: Published) -> None:
    _built_table(found.built)
    said = "as it was before" if found.again else f"version {found.record.version}"
    click.echo(f"{found.path.as_posix()} keeps what {found.record.period} says, {said}")


class _Progress:
    """A bar on a terminal that says what is being made; nothing where nobody watches."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()

    def __enter__(self) -> Callable[[int, int, str], None]:
        return self._show

    def __exit__(self, *_exc: object) -> None:
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)

    def _show(self, done: int, total: int, name: str) -> None:
        if self._shown:
            filled = BAR_WIDTH * done // total
            bar = "#" * filled + "-" * (BAR_WIDTH - filled)
            click.echo(f"\r\033[K[{bar}] {done}/{total} {name}", nl=False, err=True)
