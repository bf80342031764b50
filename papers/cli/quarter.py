"""The quarter's papers: start a report, check it, rate it, build and publish its papers."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from papers.cli.printing import (
    Progress,
    built_table,
    card_lines,
    problem_lines,
    published_lines,
    rating_lines,
    result_of,
    show,
    what_if_lines,
)
from papers.cli.root import AS_JSON, FOLDER, main
from papers.errors import LEVELS, Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from papers.checks.answers import Answer

FORMATS = ("docx", "pdf", "html", "text")


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
    with Progress(quiet=as_json) as progress:
        options: dict[str, Any] = {"force": force, "final": final, "attach_data": attach_data, "house": house}
        built = result_of(as_json, lambda: run(folder, out, only=only, formats=chosen, progress=progress, **options))
    show(as_json, built.as_json, lambda: built_table(built))


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

    found = result_of(as_json, lambda: run(file))
    show(as_json, found.as_json, lambda: click.echo("\n".join(found.lines())))
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
    with Progress(quiet=as_json) as progress:
        found = result_of(as_json, lambda: run(source, out or Path("published"), progress=progress))
    show(as_json, found.as_json, lambda: published_lines(found))


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
    "--accept",
    "accepted",
    metavar="FINDING",
    multiple=True,
    help="Accept a finding by its name: it is not raised again unless the sentence or the figure changes. May be given again.",
)
@click.option("--by", metavar="NAME", help="Who accepts it.")
@click.option("--reason", metavar="TEXT", help="Why it is accepted.")
@click.option(
    "--fail-on", "failing", type=click.Choice(LEVELS), default="error", help="The exit code is 1 from this level on; errors if not given."
)
@AS_JSON
def check(
    source: Path,
    part: str | None,
    report: Path | None,
    comments: Path | None,
    accepted: tuple[str, ...],
    by: str | None,
    reason: str | None,
    failing: Level,
    as_json: bool,
) -> None:
    """Print every problem of the report in FOLDER, most serious first: file, sheet, row, column, what is wrong, what to do.

    \b
    Examples:
      papers check my-quarter
      papers check my-quarter --json
      papers check my-quarter --only words --fail-on contradiction
      papers check my-quarter --accept 1f0c2a9b --by "A Name" --reason "agreed with the service"
      papers check edited.docx --from my-quarter --comments remarks.docx
      papers check edited.docx --from my-quarter --accept 1f0c2a9b --by "A Name" --reason "the newer figure"

    Data, rules, the statements of the commentary and its style are checked. Of a Word file its words are, against the data of --from.
    """
    from papers.commands.check import PARTS
    from papers.commands.check import check as run

    if source.suffix.lower() == ".docx" and report is None:
        raise click.UsageError("A Word file is checked against the data of a report: name it with --from.")
    chosen = next((each for each in PARTS if each == part), None)
    if comments and (accepted or source.suffix.lower() != ".docx"):
        raise click.UsageError("--comments goes with a Word file, and not with --accept.")
    if accepted:
        from papers.checks.answers import Answer

        today = datetime.now(tz=UTC).date()
        _accept(source, report, [Answer(name, by or "", reason or "", today) for name in accepted], as_json=as_json)
        return
    if source.suffix.lower() == ".docx":
        from papers.commands.check_word import check_word

        checked = result_of(as_json, lambda: check_word(source, report or source, part=chosen, comments=comments))
    else:
        checked = run(source, chosen)
    show(as_json, checked.as_json, lambda: problem_lines(checked.problems))
    if comments and not as_json:
        click.echo(f"Wrote {comments.as_posix()}")
    sys.exit(replace(checked, failing=failing).exit_code)


def _accept(source: Path, report: Path | None, answers: Sequence[Answer], *, as_json: bool) -> None:
    """Keep answers to findings and say so."""
    from papers.commands.check_word import accept_in
    from papers.commands.check_words import accept

    if not all(each.by and each.reason for each in answers):
        raise click.UsageError("--accept needs --by and --reason.")
    found = result_of(as_json, lambda: accept_in(source, report, *answers) if report else accept(source, *answers))
    told = (f"{found.path.as_posix()}: {each.finding} is accepted by {each.by}." for each in found.answers)
    show(as_json, found.as_json, lambda: click.echo("\n".join(told)))


@main.command()
@click.argument("source", metavar="FOLDER|BUILT.docx", type=click.Path(exists=True, path_type=Path))
@click.option("--from", "report", type=click.Path(exists=True, path_type=Path), help="The report whose data a Word file is held against.")
@click.option("--all", "everything", is_flag=True, help="Print every number, not only those that can't be traced.")
@AS_JSON
def trace(source: Path, report: Path | None, everything: bool, as_json: bool) -> None:
    """Say of every number in the papers of FOLDER which cell, computation or text of the data it comes from.

    \b
    Examples:
      papers trace my-quarter
      papers trace my-quarter --all
      papers trace edited.docx --from my-quarter

    The exit code is 1 where a number comes from nothing that is known. Commentary is a person's: papers check holds it against the data.
    """
    from papers.commands.trace import lines
    from papers.commands.trace import trace as run

    if source.suffix.lower() == ".docx" and report is None:
        raise click.UsageError("A Word file is traced to the data of a report: name it with --from.")
    found = result_of(as_json, lambda: run(source, report))
    show(as_json, found.as_json, lambda: click.echo("\n".join(lines(found, everything=everything))))
    sys.exit(found.exit_code)


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
        cards = result_of(as_json, lambda: explain(folder, indicator, history=history))
        show(as_json, cards.as_json, lambda: card_lines(cards))
        return
    ratings = result_of(as_json, lambda: run(folder, history=history, scheme=scheme or ""))
    show(as_json, ratings.as_json, lambda: what_if_lines(ratings.other) if ratings.other else rating_lines(ratings))


@main.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--workbook", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.xlsx", help="An Excel workbook instead of CSV files."
)
@click.option("--example", metavar="NAME", help="A copy of a shipped report instead of an empty one, such as kent-2013-14-q3.")
@click.option(
    "--agenda",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="An agenda for a pack, with notes on every key: TOML, or a workbook where FILE ends in .xlsx.",
)
def new(folder: Path | None, workbook: Path | None, example: str | None, agenda: Path | None) -> None:
    """Start a report: an empty FOLDER with notes on every column, or a workbook; or an agenda.

    \b
    Examples:
      papers new my-quarter
      papers new --workbook my-quarter.xlsx
      papers new trial --example kent-2013-14-q3
      papers new --agenda agenda.toml
      papers new --agenda agenda.xlsx
    """
    from papers import shipping
    from papers.commands import new as run

    if sum(each is not None for each in (folder, workbook, agenda)) != 1:
        raise click.UsageError("Give a FOLDER, --workbook FILE.xlsx or --agenda FILE.")
    if agenda:
        path = result_of(False, lambda: run.new_agenda_file(agenda))
        click.echo(f"{path} is ready. Next: correct it, then papers pack {path}")
        return
    if example and (folder is None or example not in shipping.examples()):
        raise click.UsageError(f"--example goes with a FOLDER and takes one of: {', '.join(shipping.examples())}.")
    path = result_of(False, lambda: run.new(folder, workbook, example))
    click.echo(f"{path} is ready. Next: {'' if example else 'fill it in, then '}papers check {path}")


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
    found = result_of(as_json, lambda: run(source, out, source=report, **how))
    show(as_json, found.as_json, lambda: click.echo(f"{found.path.as_posix()}: {found.pages} pages"))
    if not as_json and found.problems:
        problem_lines(found.problems, err=True)


def _formats(text: str) -> tuple[str, ...]:
    asked = tuple(part.strip() for part in text.split(",") if part.strip())
    strange = [name for name in asked if name not in FORMATS]
    if strange or not asked:
        raise click.BadParameter(f"{', '.join(strange) or 'nothing'} is no format; choose from {', '.join(FORMATS)}.", param_hint="--as")
    return asked
