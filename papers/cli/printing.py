"""What a person or a machine is shown of what a command gave; messages go to standard error, results to standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

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

BAR_WIDTH = 30
T = TypeVar("T")


def result_of(as_json: bool, call: Callable[[], T]) -> T:
    """What the call returns; its errors are printed, every one, and end the program with 1."""
    try:
        return call()
    except PapersError as stopped:
        from papers.commands.check import Checked, in_order

        found = Checked(in_order(stopped.problems))
        if as_json:
            click.echo(json.dumps(found.as_json(), indent=1, ensure_ascii=False))
        else:
            problem_lines(found.problems, err=True)
        sys.exit(EXIT_ERRORS)


def show(as_json: bool, machine: Callable[[], dict[str, Any]], person: Callable[[], None]) -> None:
    """Print a result: as JSON for a machine, else as `person` prints it."""
    if as_json:
        click.echo(json.dumps(machine(), indent=1, ensure_ascii=False))
    else:
        person()


def packed_lines(packed: Packed) -> None:
    """Print what a pack is made of, then its problems."""
    from papers.commands.pack import lines

    for line in lines(packed):
        click.echo(line)
    if packed.problems:
        problem_lines(packed.problems)


def problem_lines(problems: Iterable[Problem], *, err: bool = False) -> None:
    """Problems grouped by file, then a line of counts."""
    problems = tuple(problems)
    file: str | None = ""
    for each in problems:
        if each.place.file != file:
            file = each.place.file
            click.secho(f"\n{file or 'The report'}", bold=True, err=err)
        where = str(each.place).removeprefix(file or "").lstrip(", ")
        name = f" [{each.name}]" if each.name and each.name not in each.fix else ""
        click.echo(f"  {each.level}: {where + ': ' if where else ''}{each.message} {each.fix}{name}", err=err)
    click.echo("\n" + ", ".join(counted(problems)), err=err)


def counted(problems: tuple[Problem, ...]) -> Iterable[str]:
    """The number of problems of each level, worded: "2 errors"."""
    for level in LEVELS:
        number = sum(p.level == level for p in problems)
        yield f"{number} {level if number == 1 or level == 'advice' else level + 's'}"


def rating_lines(ratings: Ratings) -> None:
    """Print every rating with its reason, then the counts."""
    lines = []
    for assessment, rated in ratings.rows():
        word = rated.rating or "Not rated"
        went = (assessment.direction.went or "no direction") if rated is assessment.current else ""
        lines.append(f"{rated.indicator:8} {rated.period.label:10} {word:10} {went:13} {rated.reason}\n")
    click.echo("".join(lines), nl=False)
    counts = ratings.assessed.counts
    said = ", ".join(f"{number} {word}" for word, number in {**counts.rating, **counts.direction}.items())
    click.echo(f"\n{counts.total} indicators: {said}")


def card_lines(cards: Cards) -> None:
    """Print rating cards, a line for each thing that a rating rests on."""
    for card in cards.cards:
        for label, words in card.lines():
            click.echo(f"{label:18} {words}")
        click.echo()


def field_lines(found: Fields) -> None:
    """Print a template's names with their values and meanings."""
    for each in found.fields:
        click.secho(f"{each.name:28} ", bold=True, nl=False)
        click.echo(f"{each.value or 'no value now'}\n{'':28} {each.meaning}{f' ({each.kind})' if each.kind else ''}")


def what_if_lines(other: WhatIf) -> None:
    """Changes of current ratings, then of earlier ones, then the counts that the scheme would give."""
    for change in other.changes:
        when = "" if change.current else " (earlier)"
        words = f"{change.before or 'Not rated'} would be {change.after or 'not rated'}{when}"
        click.echo(f"{change.indicator:8} {change.period.label:10} {words:40} {change.reason}")
    earlier = len(other.changes) - len(other.current)
    ratings = ", ".join(f"{number} {word}" for word, number in other.counts.rating.items())
    click.echo(f"\n{other.scheme.rule} would change {len(other.current)} current ratings and {earlier} earlier ones: {ratings}")


def built_table(built: Built) -> None:
    """Print the files that were built with pages and sizes, those that were kept, and the counts."""
    for each in built.files:
        pages = f"{each.pages} pages" if each.pages is not None else ""
        click.echo(f"{each.path.as_posix():60} {pages:>10} {each.size / 1000:8,.0f} kB")
    for kept in built.kept:
        click.secho(f"Kept {kept.path.as_posix()}: {kept.reason}.", fg="yellow")
    counts = built.report.assessed.counts
    ratings = ", ".join(f"{number} {word}" for word, number in counts.rating.items())
    found = ", ".join(counted(built.report.problems))
    click.echo(f"{len(built.files)} files; {counts.total} indicators: {ratings}; {found} (papers check lists these and checks more)")


def account_lines(found: Account) -> None:
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
        for stated in (one for one in found.statements if one.place.file == each.origin.file):
            click.echo(f"  {stated.level}: {stated.place.block}: {stated.message} {stated.fix}")
    verb = "Would write" if found.dry_run else "Wrote"
    click.echo("\n" + "\n".join(f"{verb} {name}" for name in found.written) if found.written else "\nNothing to do.")
    click.echo(f"{len(found.waiting)} {'thing waits' if len(found.waiting) == 1 else 'things wait'} for you (papers status lists them)")


def published_lines(found: Published) -> None:
    """Print what was built, and where its record is kept."""
    built_table(found.built)
    said = "as it was before" if found.again else f"version {found.record.version}"
    click.echo(f"{found.path.as_posix()} keeps what {found.record.period} says, {said}")


class Progress:
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
