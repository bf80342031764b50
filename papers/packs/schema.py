"""The keys of an agenda: what each means and takes. Reading, the manual and a new agenda all come from these tables."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from typing import Literal

Takes = Literal["text", "date", "whole", "yes", "texts", "numbers", "file", "choice"]

TAKES: dict[Takes, str] = {
    "text": "a text in quotation marks",
    "date": "a date from 1900 to 2199 such as 2014-03-24, without quotation marks",
    "whole": "a whole number",
    "yes": "true or false",
    "texts": "a list of texts",
    "numbers": "a list of whole numbers",
    "file": "a file's or folder's path, from the agenda's folder",
    "choice": "one of its words",
}
"""What a key takes in TOML."""

IN_CELLS: dict[Takes, str] = {
    "text": "a text: format the cell as Text, then type it again",
    "date": "a date such as 24 March 2014",
    "whole": "a whole number",
    "yes": "yes or no",
    "texts": "texts, a line of the cell each",
    "numbers": "whole numbers with commas between them",
    "file": "a file's or folder's path, from the agenda's folder",
    "choice": "one of its words",
}
"""What a cell of a workbook takes."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key: its name, what it takes, what it means, an example in TOML, and whether it must be there.

    `choices` are the words to choose from, `most` is how high a whole number may be.
    """

    name: str
    takes: Takes
    meaning: str
    example: str
    required: bool = False
    choices: tuple[str, ...] = ()
    most: int = 999_999

    def taken(self, *, in_cells: bool) -> str:
        """What it takes, in words: in a workbook's cells, or in TOML."""
        if self.choices:
            return ", ".join(self.choices[:-1]) + " or " + self.choices[-1]
        if self.takes == "whole":
            return f"a whole number from 0 to {self.most}"
        return (IN_CELLS if in_cells else TAKES)[self.takes]

    def shown(self, *, in_cells: bool) -> str:
        """How its example is written."""
        return f"{self.name}: {self.cell()}" if in_cells else f"{self.name} = {self.example}"

    def cell(self) -> str | dt.date:
        """Its example as a cell holds it: a date, or else a text."""
        what = tomllib.loads(f"x = {self.example}")["x"]
        if isinstance(what, list):
            return ("\n" if self.takes == "texts" else ", ").join(map(str, what))
        return {True: "yes", False: "no"}[what] if isinstance(what, bool) else what if isinstance(what, dt.date) else str(what)


MEETING = (
    Key("council", "text", "whose meeting it is", '"Fernshire County Council"', required=True),
    Key("body", "text", "who meets", '"Cabinet"', required=True),
    Key("day", "text", "the weekday, which must be that of the date", '"Monday"', required=True),
    Key("date", "date", "when it meets", "2014-03-24", required=True),
    Key("time", "text", "when it begins, as printed", '"10.00 am"', required=True),
    Key("room", "text", "where it meets", '"Room 1, County Hall"', required=True),
    Key("published", "date", "when the agenda is published", "2014-03-14", required=True),
    Key("officer", "text", "the proper officer, who signs the agenda", '"A. Smith"', required=True),
    Key("officer_post", "text", "the proper officer's post", '"Head of Democratic Services"', required=True),
    Key("contact", "text", "whom to ask for", '"B. Jones"'),
    Key("telephone", "text", "the contact's telephone number", '"01632 960000"'),
    Key("email", "text", "the contact's address", '"democracy@example.org"'),
    Key("webcasting", "text", "the notice that the meeting is filmed", '"This meeting may be filmed."'),
    Key("membership", "texts", "the members, a line each", '["Cllr C. Brown (Chair)", "Cllr D. Green"]'),
    Key(
        "background",
        "text",
        'the sentence on background documents; unless told they may be inspected by arrangement, "" leaves it out',
        '"Background documents may be inspected by arrangement with the author."',
    ),
    Key("notice", "text", "why the agenda is late, printed where it is", '""'),
    Key("clear_days", "whole", "clear days between publication and meeting; unless told 5, in Wales 3", "5", most=60),
    Key(
        "days_counted",
        "choice",
        "which days count as clear: working (no weekends, no bank holidays) or calendar",
        '"working"',
        choices=("working", "calendar"),
    ),
    Key("nation", "choice", "whose schedule 12A holds: England or Wales", '"England"', choices=("England", "Wales")),
    Key("executive", "yes", "whether it is the council's executive, such as its Cabinet (SI 2012/2089)", "false"),
    Key("language", "text", "the language of the agenda", '"en-GB"'),
)

PACK = (
    Key("odd_pages", "yes", "whether items begin on odd pages, blank pages filling up", "true"),
    Key("first_page", "whole", "the number of the pack's first page", "1"),
    Key(
        "supplement_pages",
        "choice",
        "whether a supplement's page numbers continue after all that was published, or restart at 1",
        '"continue"',
        choices=("continue", "restart"),
    ),
    Key("house", "file", "the council's own house template", '"house.docx"'),
    Key("template", "file", "the council's own front sheet", '"agenda-front-sheet.docx"'),
    Key("supplement_template", "file", "the council's own front sheet of supplements", '"supplement-front-sheet.docx"'),
)

SECRECY = (
    Key(
        "classification",
        "choice",
        "who may see it; unrestricted unless told",
        '"exempt"',
        choices=("unrestricted", "exempt", "confidential"),
    ),
    Key("paragraphs", "numbers", "the paragraphs of schedule 12A that make it exempt: England 1 to 7, Wales 12 to 18", "[3]"),
    Key(
        "public_interest",
        "text",
        "why secrecy outweighs disclosure in the public interest (in Wales not for paragraph 16)",
        '"The interest in keeping the tender fair outweighs that in disclosure."',
    ),
    Key("reclassified", "text", "why other people may see it than when it was published", '"The contract is signed."'),
)

ITEM = (
    Key("number", "text", "the item's number, which is text", '"5"', required=True),
    Key("title", "text", "what it is about", '"Quarterly performance report"', required=True),
    Key(
        "public_title",
        "text",
        "what the public reads where the title gives something away and the item or a paper of it is closed",
        '"A contract"',
    ),
    Key("purpose", "text", "what the meeting is to do", '"For noting"'),
    Key("urgent", "text", "why the chairman takes it as urgent", '"The grant lapses before the next meeting."'),
    Key("minutes_of", "date", "the meeting whose minutes it confirms", "2014-01-22"),
    Key("to_follow", "yes", "whether its papers come later, in a supplement", "true"),
    Key("withdrawn", "text", "why it is not taken after all: printed in its place", '"The bidder withdrew."'),
    Key("key_decision", "yes", "whether it is a key decision", "true"),
    Key("decision_reference", "text", "the reference of the key decision's notice", '"14/00021"'),
    Key(
        "procedure",
        "choice",
        "how a key decision goes without 28 days' notice (SI 2012/2089)",
        '"general exception"',
        choices=("general exception", "special urgency"),
    ),
    Key("procedure_reason", "text", "why, for either procedure", '"The lease ends on 31 March."'),
    *SECRECY,
)

PAPER = (
    Key("title", "text", "what the paper is called", '"Quarterly performance report"', required=True),
    Key("label", "text", "how the item calls it", '"Appendix 1"'),
    Key("public_title", "text", "what the public reads of a closed paper whose title gives something away", '"Appendix to the report"'),
    Key("file", "file", "a PDF, a Word file or an image", '"papers/appendix.pdf"'),
    Key("report", "file", "the folder of a report of ours, from which the paper is built", '"../quarter-3"'),
    Key("paper", "text", "the name of the report's paper", '"quarterly-performance-report"'),
    Key("alt", "text", "what an image shows, for those who can't see it", '"A map of the four sites"'),
    Key("to_follow", "yes", "whether it comes later, in a supplement", "true"),
    Key("withdrawn", "text", "why it is not taken after all: printed behind its name", '"The bidder took it back."'),
    Key("corrected", "text", "why it stands for one that was published", '"Table 2 left out March."'),
    *SECRECY,
)

TABLES: dict[str, tuple[Key, ...]] = {"agenda": MEETING, "pack": PACK, "items": ITEM, "items.papers": PAPER}
"""The tables of an agenda's file by name; items and their papers come again and again."""
