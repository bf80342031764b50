"""Writes the pages of the manual that are made from the program itself: `python docs/make.py`. A test keeps them true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from unittest.mock import patch

import click

from papers.checks.kinds import KINDS as STATEMENTS
from papers.checks.style import RULES
from papers.cli import main
from papers.commands.fields import fields as listed
from papers.commands.inspect import STANDARDS
from papers.commands.report import open_report
from papers.document import inlines, plain
from papers.drafting import TEMPLATES, draft, papers_of
from papers.drafting.cover import COVER, cover_fields
from papers.errors import EXIT_ERRORS, EXIT_GOOD, EXIT_USAGE, KINDS, LEVELS
from papers.inspection import CHECKS
from papers.intake.manual import fill
from papers.narrative.figures import Part
from papers.narrative.phrases import Counted, Filling, Phrases, phrases_with
from papers.packs.schema import TABLES, Key
from papers.phrases import PLAIN, Book, Phrase, book
from papers.shipping import example

HERE = Path(__file__).resolve().parent
SPECS = tuple(HERE.parent / "tests" / part / "spec" for part in ("rules", "travel", "risks"))
SHIPPED = tuple(HERE.parent / "data" / name for name in ("kent-2013-14-q3", "fernshire-2025-26/q2", "fernshire-2025-26/q1"))
WIDTH = 100
LONGEST = 90
EXAMPLE = "kent-2013-14-q3"
FIELDS_HEAD = """# Fields of Word templates

Made from the program by `python docs/make.py`; `papers fields FOLDER` prints the same for a report of yours. [templates.md](templates.md) says
how a tag is written. `ratings[].word` is the field `word` of each record in the list `ratings`:
`{% for rating in ratings %}{{ rating.word }}{% endfor %}`. A field without a value prints nothing: ask for it with an `if`, or it is an error.
"""
MADE = "<!-- What follows is made from the program by `python docs/make.py`. -->"

MADE_UP = {
    "noun": "indicator",
    "nouns": "indicators",
    "word": "Green",
    "meaning": "on or ahead of target",
    "percent": "33%",
    "number": "99%",
    "change": "two more",
    "previous": "Quarter 1",
    "before": "Green",
    "now": "Amber",
    "clauses": "two improved and one worsened",
    "name": "Potholes repaired in 28 days",
    "names": "Potholes repaired in 28 days",
    "title": "Highways",
    "rest": "one",
    "last": "two",
    "distance": "0.4 percentage points",
    "boundary": "the floor standard",
    "mean": "82%",
    "limit": "87%",
    "latest": "the latest result",
    "verdict": "an improvement",
    "run": "five quarters",
    "figure": "83.3%",
    "markers": "provisional",
    "when": "in March 2025",
    "period": "March 2025",
    "periods": "March 2025",
    "lower": "40",
    "upper": "60",
    "nth": "third",
    "way": "above",
    "label": "Statistical neighbours",
    "note": "the note.",
    "sides": "2 days below and 3 days above",
    "centre": "the target",
    "published": "Green",
    "found": "Amber",
    "used": "80% for May 2013 and June 2013",
    "reason": "the system failed.",
    "by": "the Director",
    "level": "Amber 12",
    "place": "likelihood 4 and impact 3, Amber 12",
    "likelihood": "4",
    "impact": "3",
    "score": "12",
    "why": "its impact is not given",
    "ways": "3 by 4 or 4 by 3",
    "batch": "Quarter 2",
    "status": "outstanding",
    "date": "31 October 2025",
    "since": "March 2025",
}
"""What fills the places of phrases that no shipped paper needs."""


def checks_page() -> str:
    """The page about checks of words: the guide as it stands, then every kind of statement and every rule of style."""
    guide = (HERE / "checks.md").read_text("utf-8").partition(MADE)[0]
    kinds = [f"| {name} | {kind.example} | {kind.held} |" for name, kind in STATEMENTS.items()]
    rules = [f"| `{rule.name}` | {rule.asks} |" for rule in RULES]
    head = [MADE, "", "## Kinds of statements", "", "| kind | for example | held against |", "| --- | --- | --- |", *kinds]
    return guide + "\n".join([*head, "", "## Rules of style", "", "| rule | what it asks for |", "| --- | --- |", *rules, ""])


def pages() -> dict[str, str]:
    """The made pages by file name."""
    return {
        "commands.md": commands(),
        "problems.md": problems(),
        "data-format.md": fill((HERE / "data-format.md").read_text("utf-8")),
        "rules-by-example.md": rules_by_example(),
        "fields.md": fields(),
        "phrases.md": phrase_page(),
        "pdf.md": pdf_page(),
        "checks.md": checks_page(),
        "packs.md": packs_page(),
    }


def packs_page() -> str:
    """The page on packs with every key of an agenda."""
    told, _, _ = (HERE / "packs.md").read_text("utf-8").partition(MADE)
    tables = [
        f"### `[{name}]`\n\n{_keys(keys)}" if name in ("agenda", "pack") else f"### `[[{name}]]`\n\n{_keys(keys)}"
        for name, keys in TABLES.items()
    ]
    return f"{told}{MADE}\n\n" + "\n".join(tables)


def _keys(keys: tuple[Key, ...]) -> str:
    rows = [f"| `{key.name}` | {'yes' if key.required else ''} | {key.meaning} | `{key.example}` |" for key in keys]
    return "| key | needed | what it means | such as |\n| --- | --- | --- | --- |\n" + "\n".join(rows) + "\n"


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


def phrase_page() -> str:
    """Every phrase by part: when it is used, its words, and what became of them in the shipped papers."""
    shipped, shown = book(), shipped_examples()
    places = "".join(f"| `{{{name}}}` | {meaning} | {kept} |\n" for kept, name, meaning in _places(shipped))
    guide = (HERE / "phrases.md").read_text("utf-8").partition(MADE)[0]
    parts = [f"{guide}{MADE}\n\n## Places\n\n| place | what it holds | may be left out |\n| --- | --- | --- |\n{places}"]
    for part, about in shipped.parts.items():
        own = [phrase for key, phrase in shipped.phrases.items() if key.startswith(f"{part}.")]
        parts.append(f"## [{part}]\n\n{about}\n\n" + "\n".join(_phrase(phrase, shown) for phrase in own))
    return "\n".join(parts)


def pdf_page() -> str:
    """The page on PDF and HTML, with the checks that inspection makes, in its order."""
    guide = (HERE / "pdf.md").read_text("utf-8").partition(MADE)[0]
    parts = [f"{guide}{MADE}\n"]
    for standard, question in STANDARDS.items():
        rows = "".join(f"| `{each.name}` | {each.holds} | {each.clause} |\n" for each in CHECKS if each.standard == standard)
        parts.append(f"### {question}\n\n| name | what holds | rule |\n| --- | --- | --- |\n{rows}")
    return "\n".join(parts)


def _places(shipped: Book) -> Iterator[tuple[str, str, str]]:
    yield from (("no", name, meaning) for name, meaning in shipped.figures.items())
    yield from (("yes", name, meaning) for name, meaning in shipped.words.items())


def _phrase(phrase: Phrase, shown: Mapping[tuple[str, str], str]) -> str:
    rows = [_case(phrase, case, words, shown.get((phrase.key, case), "")) for case, words in phrase.cases.items()]
    return f"### {phrase.key}\n\n{phrase.when}\n\n| case | words | example |\n| --- | --- | --- |\n{''.join(rows)}"


def _case(phrase: Phrase, case: str, words: str, shown: str) -> str:
    """A case of a phrase; where no shipped paper needs it, what it would say of something made up."""
    made_up = "" if shown or phrase.key in PLAIN else f"(made up) {_made_up(phrase, case)}"
    named = case if len(phrase.cases) > 1 else ""
    return f"| {named} | {'`' + words.replace('|', chr(92) + '|') + '`'} | {shown or made_up} |\n"


def _made_up(phrase: Phrase, case: str) -> str:
    count = Counted({"none": 0, "neither": 0, "not_only": 0, "one": 1, "only": 1, "both": 2, "all": 3}.get(case, 4))
    total = Counted({"both": 2, "neither": 2, "all": 3}.get(case, 12))
    return phrases_with(()).text(phrase.key, case, **{**MADE_UP, "count": count, "total": total})


@cache
def shipped_examples() -> dict[tuple[str, str], str]:
    """What each phrase became, by key and case, the first time that one of the shipped papers needed it."""
    found: dict[tuple[str, str], str] = {}
    said = Phrases.say

    def heard(self: Phrases, key: str, case: str = "", /, **places: Filling) -> list[Part]:
        parts = said(self, key, case, **places)
        found.setdefault((key, self.case(key, case, places.get("count"))), plain(inlines(*parts)).strip())
        return parts

    with patch.object(Phrases, "say", heard):
        for folder in SHIPPED:
            report = open_report(folder)
            cover_fields(report.dataset, report.assessed)
            for paper in papers_of(report.dataset):
                if paper.name != COVER:
                    draft(report.dataset, report.assessed, paper.name)
    return found


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
