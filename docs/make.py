"""Writes the pages of the manual that are made from the program itself: `python docs/make.py`. A test keeps them true."""

from __future__ import annotations

from pathlib import Path

import click

from papers.cli import main
from papers.commands.fields import fields as listed
from papers.drafting import TEMPLATES
from papers.errors import EXIT_ERRORS, EXIT_GOOD, EXIT_USAGE, KINDS, LEVELS
from papers.intake.manual import fill
from papers.shipping import example

HERE = Path(__file__).resolve().parent
SPECS = tuple(HERE.parent / "tests" / part / "spec" for part in ("rules", "travel", "risks"))
WIDTH = 100
LONGEST = 90
EXAMPLE = "kent-2013-14-q3"
FIELDS_HEAD = """# Fields of Word templates

Made from the program by `python docs/make.py`; `papers fields FOLDER` prints the same for a report of yours. [templates.md](templates.md) says
how a tag is written. `ratings[].word` is the field `word` of each record in the list `ratings`:
`{% for rating in ratings %}{{ rating.word }}{% endfor %}`. A field without a value prints nothing: ask for it with an `if`, or it is an error.
"""


def pages() -> dict[str, str]:
    """The made pages by file name."""
    return {
        "commands.md": commands(),
        "problems.md": problems(),
        "data-format.md": fill((HERE / "data-format.md").read_text("utf-8")),
        "rules-by-example.md": rules_by_example(),
        "fields.md": fields(),
    }


def commands() -> str:
    """Every command with its help, as it prints."""
    parts = ["# Commands\n\nMade from the program by `python docs/make.py`.\n"]
    parts.append(_help(main, "papers", None))
    parent = _context(main, "papers", None)
    parts += [_help(command, name, parent) for name, command in sorted(main.commands.items())]
    return "\n".join(parts)


def _help(command: click.Command, name: str, parent: click.Context | None) -> str:
    context = _context(command, name, parent)
    title = name if parent is None else f"papers {name}"
    return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    """As click itself would make it, but of one width."""
    settings = {**command.context_settings, "max_content_width": WIDTH, "terminal_width": WIDTH}
    return click.Context(command, info_name=name, parent=parent, **settings)


def problems() -> str:
    """Every kind of problem by level: its code, its sentence, its fix."""
    codes = f"Exit codes: {EXIT_GOOD} good, {EXIT_ERRORS} errors found, {EXIT_USAGE} wrong usage."
    parts = [f"# Problems\n\nMade from the program by `python docs/make.py`. {codes} Words in braces are filled in.\n"]
    for level in LEVELS:
        rows = [f"| `{code}` | {kind.sentence} | {kind.fix} |" for code, kind in sorted(KINDS.items()) if kind.level == level]
        parts.append(f"## {level.capitalize()}\n\n| code | what it says | what to do |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def rules_by_example() -> str:
    """The spec files as one chapter: every row is a case that the tests hold the program to."""
    parts = ["# Rules by example\n\nEvery row of these tables is tested: the program must give this answer for this reason.\n"]
    files = [path for spec in SPECS for path in sorted(spec.glob("*.md"))]
    parts += [path.read_text("utf-8").replace("\n#", "\n##").replace("# ", "## ", 1) for path in files]
    return "\n".join(parts)


def fields() -> str:
    """Every field of every Word template, with its value in a shipped report."""
    report = example(EXAMPLE)
    parts = [FIELDS_HEAD]
    for template in TEMPLATES:
        rows = [f"| `{each.name}` | {each.kind} | {each.meaning} | {_cell(each.value)} |" for each in listed(report, template).fields]
        head = f"## {template}.docx\n\n| name | kind | what it is | in {EXAMPLE} |\n| --- | --- | --- | --- |\n"
        parts.append(head + "\n".join(rows) + "\n")
    return "\n".join(parts)


def _cell(value: str) -> str:
    return value.replace("|", "\\|") if len(value) <= LONGEST else f"{value[:LONGEST].rstrip()}…".replace("|", "\\|")


if __name__ == "__main__":
    for name, text in pages().items():
        (HERE / name).write_text(text, "utf-8")
