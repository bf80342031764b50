"""House style and plain language: rules that a sentence is held against, each by its name, each advice that can be switched off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from papers.checks.language.matching import matcher
from papers.checks.spelling import americanisms

LONGEST = 25
"""Words of a sentence, after GOV.UK's guide to content design."""

WORD = matcher(r"[\w\u00a3%][\w'\u2019,.%-]*")
ABBREVIATION = matcher(r"(?<![\w&-])([A-Z][A-Z&]{1,5})s?(?![\w&-])")
KNOWN = frozenset(
    [
        "UK",
        "EU",
        "NHS",
        "GCSE",
        "GCSEs",
        "BBC",
        "VAT",
        "IT",
        "HR",
        "PDF",
        "GP",
        "MP",
        "MPs",
        "AM",
        "PM",
        "CEO",
        "TV",
        "USB",
        "DNA",
        "AIDS",
        "HIV",
        "KPI",  # every report's key spells it out
        "RAG",
        "LED",
        "UN",
        "US",
        "USA",
        "OK",
        "TBC",
    ]
)
"""Abbreviations that need no telling."""

DATES = matcher(
    r"\b\d{1,2}(?:st|nd|rd|th)(?: of)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d\b|\b(?:19|20)\d\d-[01]\d-[0-3]\d\b"
)
COLOUR = matcher(
    r"\b(?:(?:shown|marked|printed|highlighted|shaded|coloured) (?:in )?(?:red|green|amber|orange|yellow|blue)"
    r"|(?:the|those in|ones in) (?:red|green|amber|orange|yellow|blue)(?: (?:ones?|lines?|bars?|cells?|boxes|box|rows?|text|figures?|areas?|parts?|dots?|section)\b|(?= (?:are|is|need|show)\b)))",
    re.IGNORECASE,
)
VAGUE_LINK = matcher(r"\b(?:click here|click on this|this link|read more here|see here|follow this link|link here)\b", re.IGNORECASE)
HEAVY = {
    "utilise": "use",
    "utilised": "used",
    "utilisation": "use",
    "commence": "begin",
    "commenced": "began",
    "prior to": "before",
    "subsequent to": "after",
    "in order to": "to",
    "in respect of": "about",
    "in relation to": "about",
    "with regard to": "about",
    "with regards to": "about",
    "at this moment in time": "now",
    "at the present time": "now",
    "due to the fact that": "because",
    "in the event that": "if",
    "on a quarterly basis": "every quarter",
    "on a monthly basis": "every month",
    "a number of": "some, or how many",
    "the majority of": "most, or how many",
    "facilitate": "help",
    "leverage": "use",
    "going forward": "from now on",
    "moving forward": "from now on",
    "key stakeholders": "who they are",
    "robust": "what makes it sound",
    "in terms of": "say what it is about",
    "endeavour": "try",
    "terminate": "end",
    "expedite": "speed up",
    "remuneration": "pay",
    "notwithstanding": "despite",
    "whilst": "while",
    "amongst": "among",
}
"""Words for which there are plainer ones, after GOV.UK's list of words to avoid."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A place in a sentence that a rule of style is against: the rule, the words, and what to write."""

    rule: str
    start: int
    stop: int
    said: str
    instead: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of style: its name, what it asks for, and what finds the slips."""

    name: str
    asks: str
    find: Callable[[str, frozenset[str]], Iterator[Slip]]


def slips(sentence: str, defined: frozenset[str], off: Iterable[str] = ()) -> Iterator[Slip]:
    """Every slip of the sentence; `defined` are the abbreviations that the report spells out, `off` the rules switched off."""
    left_out = frozenset(off)
    for rule in RULES:
        if rule.name not in left_out:
            yield from rule.find(sentence, defined)


def definitions(text: str) -> frozenset[str]:
    """The abbreviations that a text spells out, as in "full time equivalent (FTE)" or "FTE (full time equivalent)".

    Words that it also writes in small letters, such as NOTE and OFSTED, are no abbreviations where they stand in capitals.
    """
    spelt = re.findall(r"\(([A-Z][A-Z&]{1,5})s?\)", text) + re.findall(r"\b([A-Z][A-Z&]{1,5})s? \([A-Za-z]+ [a-z]", text)
    return frozenset(spelt) | frozenset(each.upper() for each in re.findall(r"\b[A-Za-z][a-z]{1,5}\b", text))


def _long(sentence: str, defined: frozenset[str]) -> Iterator[Slip]:
    del defined
    number = len(WORD.findall(sentence))
    if number > LONGEST:
        yield Slip("long-sentence", 0, len(sentence), f"{number} words", "two sentences")


def _abbreviated(sentence: str, defined: frozenset[str]) -> Iterator[Slip]:
    letters = re.sub(r"[^A-Za-z]", "", sentence)
    if letters.isupper():
        return
    for found in ABBREVIATION.finditer(sentence):
        if found[1] not in defined | KNOWN and not re.fullmatch(r"[IVX]+", found[1]):
            yield Slip(
                "abbreviation",
                found.start(),
                found.end(),
                found[0],
                "the words in full when it is first used, with the abbreviation in brackets",
            )


def _matching(rule: str, pattern: re.Pattern[str], instead: str) -> Callable[[str, frozenset[str]], Iterator[Slip]]:
    def find(sentence: str, defined: frozenset[str]) -> Iterator[Slip]:
        del defined
        for found in pattern.finditer(sentence):
            yield Slip(rule, found.start(), found.end(), found[0], instead)

    return find


def _worded(rule: str, words: dict[str, str]) -> Callable[[str, frozenset[str]], Iterator[Slip]]:
    pattern = matcher(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b", re.IGNORECASE)

    def find(sentence: str, defined: frozenset[str]) -> Iterator[Slip]:
        del defined
        for found in pattern.finditer(sentence):
            if not (found[0][0].isupper() and found.start()):  # a name
                yield Slip(rule, found.start(), found.end(), found[0], words[found[0].lower()])

    return find


def _spelt(sentence: str, defined: frozenset[str]) -> Iterator[Slip]:
    del defined
    for found, british in americanisms(sentence):
        yield Slip("british-spelling", found.start(), found.end(), found[0], british)


def underlining(text: str, words: str) -> Slip:
    """The slip of words that are underlined in the text and are no link."""
    start = max(text.find(words), 0)
    return Slip(UNDERLINING.name, start, start + len(words), words, "it without the line, which readers take for a link")


def _of_looks(sentence: str, defined: frozenset[str]) -> Iterator[Slip]:
    """Nothing: what is underlined is not seen in a sentence's words."""
    del sentence, defined
    return iter(())


UNDERLINING = Rule("underlining", "Only links are underlined (in Word files).", _of_looks)

RULES = (
    Rule("long-sentence", f"A sentence has at most {LONGEST} words.", _long),
    Rule("abbreviation", "An abbreviation is spelt out somewhere in the report: full time equivalent (FTE).", _abbreviated),
    Rule(
        "date-style",
        "Dates are written 1 April 2024.",
        _matching("date-style", DATES, "the day, the month in letters, the year: 1 April 2024"),
    ),
    Rule("colour-only", "Nothing is pointed at by its colour alone.", _matching("colour-only", COLOUR, "the rating's word or the name")),
    Rule("vague-link", "A link says where it leads.", _matching("vague-link", VAGUE_LINK, "the name of the page as the link")),
    Rule("british-spelling", "Words are spelt as in British English.", _spelt),
    UNDERLINING,
    Rule("plain-words", "The plainer word is used.", _worded("plain-words", HEAVY)),
)
