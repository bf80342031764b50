"""The command line: parse, call the function of the same name, print. A module for each part of the work."""

from papers.cli import editing, meetings, quarter
from papers.cli.root import main

__all__ = ["editing", "main", "meetings", "quarter"]
