"""Whatever a user can type, read or meet is documented, and what the manual prints of the program is what the program prints."""

import functools
import importlib.util
import typing
from pathlib import Path

import pytest

from papers import document
from papers.cli import main

ROOT = Path(__file__).resolve().parents[2]


@functools.cache
def made_pages():
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages()


@pytest.mark.parametrize("name", ["commands.md", "problems.md", "rules-by-example.md", "phrases.md", "pdf.md", "checks.md"])
def test_a_made_page_is_what_the_program_says_today(name):
    printed, said = (ROOT / "docs" / name).read_text("utf-8"), made_pages()[name]
    assert printed.split() == said.split(), "run: python docs/make.py"  # versions of click indent differently


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example(name):
    assert "Example" in main.commands[name].help


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_has_help(name):
    assert all(p.help for p in main.commands[name].params if p.param_type_name == "option")


def nodes():
    return sorted(node.__name__ for node in {*typing.get_args(document.Inline), *typing.get_args(document.Block)})


@pytest.mark.parametrize("node", nodes())
def test_every_node_is_documented(node):
    assert f"`{node}`" in (ROOT / "docs" / "document-model.md").read_text("utf-8")
