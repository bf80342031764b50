"""Statements of prose held against the data, prose against the rules of style, and the answers that findings were given."""

from papers.checks.answers import FILE, Answer, Answers, read_answers, with_answer
from papers.checks.checking import Checked, Referee
from papers.checks.prose import Passage, Words, check_style, check_words, passages, passages_in, passages_of, row_in
from papers.checks.reading import Finding
from papers.checks.style import RULES

__all__ = [
    "FILE",
    "RULES",
    "Answer",
    "Answers",
    "Checked",
    "Finding",
    "Passage",
    "Referee",
    "Words",
    "check_style",
    "check_words",
    "passages",
    "passages_in",
    "passages_of",
    "read_answers",
    "row_in",
    "with_answer",
]
