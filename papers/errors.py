"""Every kind of problem, its sentence, its fix and its exit code, in one table.

A problem is found by code anywhere below; its words come from here alone, so that a kind reads the same wherever it is
found, can be documented and can be tested. `problem("missing-column", place, column="period_end")` makes one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "contradiction", "advice"]

LEVELS: tuple[Level, ...] = ("error", "contradiction", "advice")
"""Most serious first. An error builds nothing; a contradiction builds and is noted; advice is advice."""

EXIT_GOOD = 0
EXIT_ERRORS = 1
EXIT_USAGE = 2


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its level, its sentence and what to do, both with {names} to fill."""

    level: Level
    sentence: str
    fix: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands: a file, in it a sheet, a row (the header is row 1), a column by its name, or a block of a paper."""

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    block: str | None = None

    def __str__(self) -> str:
        parts = [self.file, self.sheet and f"sheet {self.sheet}", self.row and f"row {self.row}", self.column and f"column {self.column}"]
        return ", ".join(str(part) for part in [*parts, self.block] if part)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem on its place, worded. `value` is what stands there, `data` what the data says instead."""

    level: Level
    code: str
    place: Place
    message: str
    fix: str
    value: str | None = None
    verdict: str | None = None
    data: str | None = None

    def as_json(self) -> dict[str, object]:
        """The problem with the keys of the schema papers.check/1."""
        where = {name: getattr(self.place, name) for name in ("file", "sheet", "row", "column", "block")}
        said = {"value": self.value, "message": self.message, "fix": self.fix, "verdict": self.verdict, "data": self.data}
        return {"level": self.level, "code": self.code, **where, **said}


class PapersError(Exception):
    """Work that stops, with every problem that stopped it (never only the first)."""

    exit_code = EXIT_ERRORS

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{p.place}: {p.message} {p.fix}".lstrip(": ") for p in self.problems))

    def __reduce__(self) -> tuple[type[PapersError], tuple[tuple[Problem, ...]]]:
        """Crosses from one process to another with its problems, not only its words."""
        return type(self), (self.problems,)


KINDS: dict[str, Kind] = {
    # --- files and folders
    "no-such-file": Kind("error", "There is no {name}.", "Check the name, or make the file."),
    # --- commands
    "already-there": Kind("error", "{name} is there already.", "Choose another name, or move what is there."),
    "no-such-paper": Kind("error", "There is no paper or section called {name}.", "Did you mean {near}? There are: {choices}."),
    "not-writable": Kind("error", "{name} can't be written: {why}.", "Choose another place, or ask for the right to write there."),
    "no-such-format": Kind("error", "{name} ends in no format there is.", "Choose an end from: {choices}."),
    "open-elsewhere": Kind(
        "error",
        "{name} can't be replaced: it is open in another program, or you have no right to it.",
        "Close it in Word or the PDF reader and try again. Nothing was changed.",
    ),
    "still-awaited": Kind("error", "{what} is awaited{owner}.", "Fill it in, or build a draft without --final."),
    # --- Markdown
    "markdown-unsupported": Kind("error", "{what} can't be carried into a paper: {value}", "{how}"),
    "markdown-nesting": Kind("error", "Marks stand too deep in each other: {value}", "Write the text with fewer marks."),
    "markdown-comment": Kind("advice", "A comment is left out of the paper: {value}", "Take it out if it is done with."),
    "markdown-control-character": Kind("error", "The text holds the control character {value}.", "Delete it and type the words again."),
    "markdown-heading-level": Kind("error", "A heading of level {value} is deeper than a paper goes.", "Use at most four # signs."),
    "markdown-heading-jump": Kind("error", "A heading of level {value} follows one of level {before}.", "Go down one level at a time."),
    "markdown-heading-empty": Kind("error", "A heading has no words.", "Write its words after the # signs, or delete it."),
    "markdown-list-depth": Kind("error", "A list stands more than three deep: {value}", "Use at most three levels of lists."),
    "markdown-list-item": Kind("error", "{what} stands in a list item: {value}", "A list item holds its words and one list under them."),
    "markdown-list-empty": Kind("error", "A list item has no words.", "Write its words on the line of its bullet, or delete it."),
    "markdown-list-start": Kind("error", "A numbered list begins with {value}.", "Begin with 1, or write the numbers into headings."),
    "markdown-table": Kind(
        "error", "This looks like a table but is none: {value}", "Give the header and the line of dashes the same columns."
    ),
    "markdown-table-cells": Kind(
        "error", "This row of a table and its header differ: {value} against {columns} cells.", "Give the row as many cells."
    ),
    "markdown-table-title": Kind(
        "error", "A table's title holds more than plain words: {value}", "Put notes and links into the table or the text."
    ),
    "markdown-link": Kind("error", "A link leads to {value}.", "Begin with https://, mailto: or # and a part of the paper."),
    "markdown-link-title": Kind("advice", "A link's title is left out: {value}", "Say it in the text."),
    "markdown-link-text": Kind(
        "error", "A link to {value} has no words or holds more than words.", "Write plain words between the brackets."
    ),
    "markdown-note-missing": Kind(
        "error", "The footnote {value} is called but not written.", "Write a line that begins [^{value}]: below the text."
    ),
    "markdown-note-unused": Kind(
        "error", "The footnote {value} is never called.", "Write [^{value}] in the text where it belongs, or delete it."
    ),
    "markdown-note-twice": Kind("error", "Two footnotes are called {value}.", "Give each its own name."),
    "markdown-note-empty": Kind("error", "The footnote {value} has no text.", "Write it after the colon."),
    "markdown-note-nested": Kind("error", "A footnote calls the footnote {value}.", "Write both in one."),
    "markdown-picture-alt": Kind("error", "The picture {value} has no text alternative.", "Say what it shows: ![words]({value})."),
    "markdown-picture-place": Kind("error", "The picture {value} stands in a sentence.", "Give it a paragraph of its own."),
    "markdown-picture-missing": Kind("error", "There is no picture {value}.", "Put the file beside the text, or correct its name."),
    "markdown-picture-outside": Kind("error", "The picture {value} is not in the report's folder.", "Copy it beside the text."),
    "markdown-picture-file": Kind("error", "The picture {value} can't be used: {why}.", "Save it as PNG or JPEG."),
    "markdown-span": Kind("error", "{value} says nothing of words in brackets.", "Take the braces after the brackets out."),
    # --- the house template
    "house-not-word": Kind(
        "error", "This is no Word file that can serve as a house template: {value}.", "Start from the shipped templates/house.docx."
    ),
    "house-style-missing": Kind(
        "error", "The house template has no style {value!r}.", "Add the style in Word under this name (docs/house-style.md lists them all)."
    ),
    "house-not-followed": Kind(
        "advice",
        "The house template has {what} in {value}, which the PDF and the web page leave out.",
        "Take it out, or live with the difference; docs/house-style.md lists what is followed.",
    ),
    "house-field-unknown": Kind(
        "error",
        "The {part} of the house template has the field {value!r}, which papers can't show.",
        "Use text, a tab, PAGE, NUMPAGES, TITLE, STYLEREF or one of the DOCPROPERTY names in docs/house-style.md.",
    ),
    # --- Word files
    "word-refused": Kind("error", "The Word file is refused: {why}.", "{how}"),
    "word-not-carried": Kind("error", "{what} can't be carried into a paper: {value}", "{how}"),
    "word-words-kept": Kind("advice", "{what} is read as the words that it shows: {value}", "{how}"),
    "word-left-out": Kind("advice", "{what} is left out of the paper: {value}", "{how}"),
    "word-heading-level": Kind(
        "error", "A heading of level {value} is deeper than a paper goes.", "Use the styles Heading 1 to Heading 4."
    ),
    "word-heading-jump": Kind("error", "A heading of level {value} follows one of level {before}.", "Go down one level at a time."),
    "word-list-depth": Kind("error", "A list stands more than three deep: {value}", "Use at most three levels of lists."),
    "word-list-start": Kind(
        "advice",
        "A numbered list goes on from an earlier one; it will begin with 1 again: {value}",
        "Join the two lists, or type the numbers.",
    ),
    "word-table-header": Kind(
        "advice",
        "A table has no header row; its first row is taken for one: {value}",
        "In Word, under Table Layout, choose Repeat Header Rows.",
    ),
    "word-table-title": Kind("advice", "A table has no title: {value}", "Write a line in the style Caption just above it."),
    "word-picture-alt": Kind(
        "error", "A picture has no text alternative.", "In Word, choose View Alt Text and say what it shows, or mark it as decorative."
    ),
    "word-link": Kind(
        "error", "A link leads to {value}.", "Lead to an address that begins with https:// or mailto:, or to a place in the paper."
    ),
    "word-not-ours": Kind("error", "The Word file does not make a paper: {why}.", "{how}"),
    # --- intake: files
    "file-open-elsewhere": Kind(
        "error",
        "{name} can't be read: it is open in another program, or you have no right to it.",
        "Close it in Word or Excel and try again.",
    ),
    "unreadable-file": Kind("error", "{name} can't be read: {why}.", "Save it again, or fetch it from a backup."),
    "empty-file": Kind("error", "{name} is empty.", "{how}"),
    "not-what-it-says": Kind("error", "{name} is {found}, whatever its name says.", "Open it in its program and save it as {wanted}."),
    "old-workbook": Kind("error", "{name} is a workbook in another format.", "Save it in Excel as an Excel workbook (.xlsx)."),
    "suspicious-workbook": Kind("error", "{name} is refused: {why}.", "Copy its sheets into a new workbook."),
    "wrong-encoding": Kind("error", "{name} is not in UTF-8: {why}.", "Save it {how}."),
    "windows-encoding": Kind(
        "advice", "{name} is in Windows-1252; it was read as such.", "Save it {how}, so that names with accents are safe."
    ),
    "other-separator": Kind("advice", "{name} has {value} between its columns; it was read as such.", "Save it with commas."),
    "unreadable-csv": Kind("error", "The row can't be read: {why}.", "Look for a quotation mark that is never closed."),
    "garbled-text": Kind("contradiction", "The text is garbled: {value}", "Type it again: the file was once saved in the wrong encoding."),
    "unknown-file": Kind("advice", "{name} is no table of a report and was not read{hint}.", "Correct its name, or keep it elsewhere."),
    "several-workbooks": Kind("error", "There are {count} workbooks: {names}.", "Keep one, or name the one to read."),
    "workbook-not-read": Kind(
        "advice", "{name} was not read, because there are CSV files.", "Delete the CSV files or the workbook, so that one holds the data."
    ),
    "not-a-source": Kind(
        "error", "A report can't be read from {value}.", "Name a folder, a workbook, or give DataFrames by the names of their tables."
    ),
    "not-toml": Kind("error", "report.toml can't be read: {why}.", "Put texts in quotation marks, one key a line."),
    "two-reports": Kind("error", "The settings stand twice: in report.toml and in the sheet report.", "Keep one of them."),
    "missing-report": Kind("error", "There is no {name}.", "Make {how}; docs/data-format.md has its keys."),
    "not-a-frame": Kind("error", "{name} is {value}, not a DataFrame.", "Make it one, with the columns that docs/data-format.md gives."),
    "workbook-name": Kind("error", "{name} is no name for a workbook.", "Choose one that ends in .xlsx."),
    # --- intake: sheets, tables and columns
    "missing-table": Kind("error", "There is no table {name}{hint}.", "Add {file}; docs/data-format.md has its columns."),
    "table-without-rows": Kind("error", "{name} has no rows yet.", "Fill it in, one row for each {what}."),
    "unknown-sheet": Kind("advice", "The sheet {name} is no table of a report and was not read{hint}.", "Correct its name, or delete it."),
    "unknown-frame": Kind(
        "advice", "The frame {name} is no table of a report and was not read{hint}.", "Correct its name, or leave it out."
    ),
    "hidden-sheet": Kind(
        "error", "The sheet {name} is hidden.", "Unhide it and look at it, or delete it: nothing that nobody sees is printed."
    ),
    "hidden-rows": Kind("advice", "{rows} hidden or filtered out, and read all the same.", "Clear the filter, or delete what is hidden."),
    "hidden-column": Kind("advice", "The column {value} is hidden; it was read all the same.", "Unhide it and look at it, or delete it."),
    "merged-cells": Kind("error", "The cells {value} are merged.", "Unmerge them and fill in every row."),
    "missing-column": Kind("error", "There is no column {name}{hint}.", "Add it, or correct the header."),
    "misspelt-column": Kind(
        "error", "There is no column called {value}: did you mean {near}?", "Correct the header, or delete the column."
    ),
    "unknown-column": Kind(
        "advice", "The column {value} is not known and was not read.", "Delete it, or declare it in the table series if it holds figures."
    ),
    "column-without-name": Kind(
        "error",
        "{columns} no name in the header, with cells below.",
        "Write it into the first row. A title above the header needs a # before it.",
    ),
    "title-above-header": Kind("advice", "The row above the header was passed over: {value}", "Delete it, or begin it with #."),
    "far-off-cell": Kind("error", "Far from the table stands {value}{more}.", "Delete it, or move it to where it belongs."),
    "duplicate-column": Kind("error", "There are two columns {value}.", "Rename or delete one."),
    "extra-cells": Kind("error", "The row has {count} more than the header.", "Put texts with commas in quotation marks."),
    # --- intake: cells
    "missing-value": Kind("error", "{name} is empty.", "Fill it in."),
    "wrong-type": Kind("error", "{name} is {found}, not {wanted}.", "Write it as {wanted}."),
    "missing-key": Kind("error", "{name} is missing or empty in [{part}].", "Fill it in: {meaning}"),
    "unknown-key": Kind("error", "[{part}] has no key {value}{hint}.", "Correct or delete it."),
    "unknown-cover-field": Kind("advice", "The cover report has no field {value} and does not print it{hint}.", "Correct or delete it."),
    "cover-without": Kind("advice", "Nothing is given for {name}: the cover report has a heading with nothing under it.", "{how}"),
    "unknown-part-of-report": Kind("error", "report.toml has no part [{value}]{hint}.", "Correct or delete it."),
    "not-a-number": Kind(
        "error", "{value} is no number.", "Write a figure, or a word or marker of docs/data-format.md; put notes in a note column."
    ),
    "not-a-whole-number": Kind("error", "{value} is no whole number.", "Write a whole number."),
    "many-decimals": Kind(
        "advice",
        "{cells} with more decimals than a paper prints, such as {value}; read as {data}.",
        "Round it, or give the cell a number format with the decimals to print.",
    ),
    "number-with-exponent": Kind(
        "error", "{value} has lost its digits in Excel.", "Format the column as a number, type it again and save."
    ),
    "not-a-date": Kind("error", "{value} is no date.", "Write it as 2013-12-31."),
    "date-as-number": Kind(
        "error", "{value} is a date that Excel saved as a number.", "Format the column as a date, or write it as 2013-12-31."
    ),
    "not-yes-or-no": Kind("error", "{value} is neither yes nor no.", "Write yes or no."),
    "not-a-choice": Kind("error", "{value} is not known{hint}.", "Choose from: {choices}."),
    "not-a-name": Kind(
        "error", "{value} can't be a short name.", "Use letters, digits and _ . : - between them, at most 40, without spaces."
    ),
    "control-character": Kind("error", "The text holds an invisible control character: {value}", "Type it again."),
    "text-is-a-date": Kind("advice", "Excel has turned this text into the date {value}.", "Format the cell as text and type it again."),
    "unknown-marker": Kind("error", "{value} has a marker that is not known.", "Use {choices}, or put it into a note column."),
    "excel-error": Kind("error", "The cell holds Excel's error {value}.", "Correct its formula, or write the figure."),
    "formula-without-value": Kind(
        "error", "The formula {value} has never been calculated.", "Open the workbook in Excel, let it calculate, and save."
    ),
    "day-first-date": Kind(
        "advice", "{cells} with the day first, such as {value}; read as {data}.", "Write dates as 2013-12-31, which nobody can misread."
    ),
    "sign-left-out": Kind(
        "advice", "{cells} with a sign or thousands comma, such as {value}; read as {data}.", "Leave them out: the unit says what it is."
    ),
    "star-left-out": Kind(
        "advice", "{cells} with a star, such as {value}; the star was left out.", "Use [p] for provisional, or say it in a note column."
    ),
    "excel-date-label": Kind(
        "advice",
        "{cells} that Excel turned from a label into a date, such as {value}; read as {data}.",
        "Format the column as text and type the labels again.",
    ),
    "unit-spelling": Kind("advice", "{cells} with a unit in another spelling, such as {value}; read as {data}.", "Write {data}."),
    "unit-near": Kind("advice", "The unit {value} is printed as typed: did you mean {near}?", "Correct it if so."),
    "high-percentage": Kind("advice", "{value} is more than 100 percent.", "Correct it; or set the indicator's maximum if it can be so."),
    "above-maximum": Kind("error", "{value} is more than the indicator's maximum of {data}.", "Correct the figure or the maximum."),
    # --- intake: what does not fit together
    "unknown-directorate": Kind("error", "There is no directorate {value}{hint}.", "Add it to directorates, or correct the name."),
    "unknown-section": Kind("error", "There is no section {value}{hint}.", "Add it to sections, or correct the name."),
    "unknown-indicator": Kind("error", "There is no indicator {value}{hint}.", "Add it to indicators, or correct the id."),
    "unknown-risk": Kind("error", "There is no risk {value}{hint}.", "Add it to risks, or correct the id."),
    "unknown-table": Kind("error", "There is no table {value}{hint}.", "Add it to tables, or correct the id."),
    "unknown-series": Kind(
        "error", "Indicator {indicator} has no series {value}{hint}.", "Declare it in the table series, or correct the name."
    ),
    "series-name-taken": Kind("error", "{value} is a column of observations already.", "Give the series another name."),
    "duplicate-name": Kind("error", "{value} stands here a second time; the first is in row {first}.", "Give each its own, or delete one."),
    "duplicate-period": Kind(
        "error",
        "Indicator {indicator} has two rows for the period that ends on {value}; the first is in row {first}.",
        "Delete one, or correct its period.",
    ),
    "duplicate-cell": Kind(
        "error", "The table has a cell for {value} already, in row {first}.", "Delete one, or correct its row or column."
    ),
    "rows-disagree": Kind("error", "The row says {value} here and {data} in row {first}.", "Say the same in every cell of a row."),
    "unreadable-period": Kind(
        "error", "The last day of {value} can't be told from its label.", "Give period_end, or a row in the table periods."
    ),
    "label-and-end-differ": Kind(
        "contradiction",
        "The period is labelled {value} but ends on {data}.",
        "Correct one of them; the papers print the label as it stands.",
    ),
    "target-on-range": Kind(
        "error", "Indicator {indicator} is within a range and can't have the target {value}.", "Use lower and upper, or another polarity."
    ),
    "range-upside-down": Kind("error", "The lower end {value} is above the upper end {data}.", "Exchange them."),
    "nothing-observed": Kind("advice", "Indicator {value} has no figures.", "Add rows to observations, or delete it."),
    "direction-without-reason": Kind("error", "The direction is declared without a reason.", "Fill in direction_reason."),
    "unrated-without-reason": Kind(
        "advice", "The indicator is declared unrated without a reason.", "Fill in unrated_reason: the papers print it."
    ),
    "end-before-start": Kind("error", "The end {value} is before the start {data}.", "Exchange them."),
    "negative-distance": Kind("error", "The distance {value} is negative.", "Write how far it lies, without a sign."),
    "floors-overlap": Kind(
        "error", "Two floor rules of indicator {value} hold for the same days; the first is in row {first}.", "Correct the dates."
    ),
    "score-not-product": Kind(
        "contradiction",
        "The score {value} of risk {risk} is not its likelihood times its impact, which is {data}.",
        "Correct the score, the likelihood or the impact.",
    ),
    "total-differs": Kind(
        "contradiction",
        "The {what} of {column} is given as {value}; its cells add up to {data}.",
        "Correct it, or leave it: the papers print it as given.",
    ),
    "total-rounded": Kind(
        "advice",
        "The {what} of {column} is given as {value}; its cells add up to {data}, as rounding explains.",
        "Say so in a note of the table.",
    ),
    "stated-sum-differs": Kind(
        "contradiction",
        "The published counts of {what} add up to {value}; there are {data}.",
        "Look them up; the papers print the computed counts.",
    ),
    "stated-total-differs": Kind(
        "contradiction",
        "The published total of {what} is {value}, but its parts add up to {data}.",
        "Look them up; the papers print the computed counts.",
    ),
    "stated-list-differs": Kind(
        "contradiction",
        "The published number of {what} is {value}; the list has {data}.",
        "List the others, or set unlisted to yes; the papers print the listed ones.",
    ),
    "stated-list-unlisted": Kind(
        "contradiction",
        "The published number of {what} is {value}; the list has {data}. The published one covers {more}.",
        "Nothing needs doing: unlisted is yes, and the papers print the listed ones and say so.",
    ),
    "unknown-subject": Kind("error", "{value} is nothing that can be counted{hint}.", "Choose from: {choices}."),
    # --- intake: phrases
    "phrases-not-toml": Kind(
        "error", "The phrases can't be read: {why}.", "Write one line for each: its key, =, its words in quotation marks."
    ),
    "unknown-phrase": Kind("error", "There is no phrase {value}{hint}.", "Take its key from docs/phrases.md."),
    "unknown-phrase-case": Kind(
        "error", "The phrase {key} has no case {value}.", "Choose from: {choices}; or leave the case out to say it in every case."
    ),
    "phrase-no-text": Kind("error", "The phrase {key} is no text: {value}.", "Put its words in quotation marks."),
    "phrase-twice": Kind("error", "The phrase {value} stands here a second time; the first is in {first}.", "Delete one."),
    "phrase-unclear": Kind("error", "The phrase {value} can't be read: {why}.", "docs/phrases.md shows the signs that a phrase may have."),
    "unknown-place": Kind("error", "The phrase {key} has no place {value}{hint}.", "Choose from: {choices}."),
    "missing-place": Kind("error", "The phrase {key} leaves {value} out: {meaning}.", "Put it where it belongs in the sentence."),
    # --- small numbers of people
    "limit-too-small": Kind(
        "error", "A limit of {value} for small numbers hides nothing.", "Set it to {data} or more, or leave it empty to suppress nothing."
    ),
    "unknown-figure": Kind(
        "error", "There is no figure {value}.", "Write an indicator's id, and its series and period after bars; or table | row | column."
    ),
    "people-not-counted": Kind(
        "advice",
        "Indicator {indicator} tells of people in {value}, so that its figures alone don't say how many.",
        "Name the series that counts them under numerator and denominator, or link it to what it is worked out from.",
    ),
    "total-of-suppressed": Kind(
        "contradiction",
        "This total is not what its cells add up to. No number is told here, because one of them is suppressed.",
        "Add up the cells in the file and correct what is wrong, or leave it: the papers print what is not suppressed as given.",
    ),
    "small-number-told": Kind(
        "contradiction",
        "The text on {name} holds a number that is suppressed as a count of people.",
        "Take it out if it tells how many people there are: texts are printed as they stand.",
    ),
    # --- intake: narrative
    "unknown-narrative": Kind("error", "The file stands for {value}, which the report does not have{hint}.", "Correct the file's name."),
    "narrative-not-in-outline": Kind(
        "advice",
        "{value} is not in the outline and is printed after all that is{hint}.",
        "Add it to the outline, or correct the file's name.",
    ),
    "narrative-not-printed": Kind(
        "advice", "The papers print nothing that is called {value}{hint}.", "Correct the file's name or the heading."
    ),
    "unknown-outline-part": Kind(
        "error", "The outline names {value}, which is neither computed nor written{hint}.", "Correct it, or write narrative/{value}.md."
    ),
    "narrative-twice": Kind("error", "The text of {value} stands twice; the first is in {first}.", "Join the two."),
    "narrative-kind": Kind("advice", "{name} is neither Markdown nor Word and was not read.", "Save it as .md or .docx."),
    "nothing-placed": Kind("error", "{value} places a {what} that the report does not have{hint}.", "Correct its id."),
    "unknown-mark": Kind("error", "{value} says neither chart, table nor indicator.", "Write it as {{{{chart CS01}}}}."),
    "placed-twice": Kind("error", "{value} is placed twice; the first is in {first}.", "Take one out."),
    "unknown-commentary-part": Kind(
        "advice",
        "{value} is no part of the indicator's commentary and is kept as a heading{hint}.",
        "Correct it, or add it to commentary_parts.",
    ),
    # --- what was published
    "previous-missing": Kind(
        "error",
        "There is no {value}, which the setting previous names as the last report.",
        "Correct the path: it leads from this report's folder to the last one's.",
    ),
    "never-published": Kind(
        "error",
        "The last report, {value}, was never published: it has no {name}.",
        "Publish it with papers publish; or take previous out and type its ratings in previous_ratings.",
    ),
    "record-damaged": Kind(
        "error", "The record of what was published can't be used: {why}.", "Put the file back as papers publish wrote it."
    ),
    "record-not-earlier": Kind(
        "error",
        "The report that previous names is on the period that ends on {value}, which is not before {data}.",
        "Name the report before this one.",
    ),
    "previous-period-differs": Kind(
        "contradiction",
        "The last report is called {value} here; its record is of {data}.",
        "Correct previous_period, or name another report with previous.",
    ),
    "former-unknown": Kind(
        "contradiction", "The last report published no indicator called {value}{hint}.", "Correct the id, or leave it empty."
    ),
    "former-missing": Kind(
        "contradiction",
        "{value} is new and has the title of {other}, which the last report published and this one does not have: {title}.",
        "If it is the same indicator, write {other} under formerly: its history then goes on.",
    ),
    "successor-untitled": Kind(
        "contradiction", "{value} follows {other} and still has its title.", "Give it a title, and a short title, of its own."
    ),
    "title-twice": Kind(
        "contradiction", "{value} has the same title as {other}: {title}.", "Give each a title that tells it from the other."
    ),
    "previous-rating-twice": Kind(
        "contradiction",
        "The last report published {indicator} as {data}; previous_ratings says {value}.",
        "Take the row out of previous_ratings: the papers print what was published.",
    ),
    "previous-score-differs": Kind(
        "contradiction",
        "The last report published risk {risk} with a score of {data}; its previous_score says {value}.",
        "Take previous_score out: the papers print what was published.",
    ),
    "restated-without-reason": Kind(
        "contradiction",
        "The {what} of {indicator} was published as {value}; it is now {data}, and no reason is given.",
        "Correct it, or give the reason as a footnote of the figure or a row of restatements.",
    ),
    "restatement-of-nothing": Kind(
        "advice",
        "The {value} of {indicator} is as it was published, and needs no reason.",
        "Take the row out, or correct its period or series.",
    ),
    "restatement-unpublished": Kind(
        "error", "What was published is not known.", "Fill in published, or name the last report with previous in report.toml."
    ),
    "edited-before-publishing": Kind(
        "error",
        "{name} was edited since it was built, so that the PDF would not say what it says.",
        "Bring the edits into the report, or publish into another folder with --out.",
    ),
    "already-published": Kind(
        "error",
        "{name} was published as version {value} with other data, and history is not rewritten.",
        "Raise version under [report] and say in restatements what changed; or put the data back.",
    ),
    # --- the next report
    "roll-unknown": Kind("error", "The report has no {what} called {value}{hint}.", "Correct the option."),
    "roll-option": Kind("error", "--{name} {value} can't be read.", "Write --rename OLD=NEW, --split OLD=A,B or --move ID=SECTION."),
    "roll-taken": Kind("error", "There is an indicator called {value} already.", "Choose another id."),
    "roll-no-period": Kind(
        "error", "The period after {value} does not follow from its name.", "Say it with --period and --period-end, its last day."
    ),
    # --- ratings, risks and published totals
    "unknown-scheme": Kind("error", "There is no rating scheme called {value}{hint}.", "Choose from: {choices}."),
    "scheme-not-toml": Kind(
        "error",
        "The rating scheme {value} can't be read: {why}.",
        "Put texts in quotation marks, one key a line; docs/ratings.md shows one.",
    ),
    "scheme-unclear": Kind(
        "error", "The rating scheme {value} is not clear: {why}.", "docs/ratings.md shows every key of a scheme and every form of a rule."
    ),
    "scheme-contrast": Kind(
        "error",
        "In the rating scheme {scheme} the word {value} has a contrast of {found} to 1 with its ground; text needs 4.5 to 1.",
        "Make the ink darker or the ground lighter, or the other way round.",
    ),
    "not-rated-indicator": Kind("error", "No indicator called {value} is rated.", "Choose from: {choices}."),
    "unknown-compare": Kind("error", "{value} is no way to compare figures{hint}.", "Choose from: {choices}."),
    "override-unknown-rating": Kind("error", "{value} is no rating of the scheme.", "Choose from: {choices}; or write not rated."),
    "override-nowhere": Kind(
        "error", "Indicator {indicator} has no figure for the period that ends on {value}.", "Correct the date, or take the override out."
    ),
    "override-twice": Kind(
        "error", "Two overrides of {indicator} are for the period that ends on {value}.", "Take out the one that no longer holds."
    ),
    "override-needless": Kind(
        "advice", "{indicator} is overridden as {value} for {period}, which is what the rule gives too.", "Take the override out."
    ),
    "unknown-direction": Kind("error", "There is no method for the direction of travel called {value}{hint}.", "Choose from: {choices}."),
    # --- direction of travel
    "direction-setting": Kind("error", "The setting {name} under [direction] is {value}.", "Set it to {bounds}."),
    # --- risks
    "unknown-risk-scheme": Kind("error", "There is no risk scheme called {value}.", "Choose from: {choices}."),
    "risk-scheme-unclear": Kind("error", "The risk scheme {value} is not clear: {why}.", "docs/risks.md shows every key of a risk scheme."),
    "off-the-scale": Kind(
        "error", "The {what} of risk {risk} is {value}; {scheme} goes from 1 to {most}.", "Correct it, or name another risk scheme."
    ),
    "risk-movement-differs": Kind(
        "contradiction", "Risk {risk} is declared {value}; by its scores {data}.", "Correct the movement or the previous score."
    ),
    "risk-target-above": Kind(
        "advice",
        "The target score of risk {risk}, {value}, is above its current score of {data}.",
        "Correct one of them, or say why in a note.",
    ),
    "impossible-score": Kind(
        "error",
        "The {what} score of risk {risk} is {value}, which {scheme} can't give.",
        "Correct it to a likelihood times an impact: {scores}.",
    ),
    "risk-level-differs": Kind(
        "contradiction",
        "Risk {risk} is published with the {what} level {value}; its score of {score} is {data}.",
        "Correct the score or the level.",
    ),
    "rating-differs": Kind(
        "contradiction",
        "{indicator} was published as {value} for {period}; its figures give {data}.",
        "The papers print the computed rating. Correct the figure, target or floor, or note why the published rating differs.",
    ),
    "earlier-rating-differs": Kind(
        "advice",
        "{indicator} was published as {value} for {period}, an earlier period; its figures give {data}.",
        "The published rating stands. Say in a note which rule it followed, or give the floor of that period.",
    ),
    "earlier-rating-untested": Kind(
        "advice",
        "{indicator} was published as {value} for {period}, an earlier period, and can't be rated: {data}.",
        "The published rating stands. Give the target of that period where it is known.",
    ),
    "previous-rating-unknown": Kind(
        "error",
        "{value}, the rating in the last report, is a rating of no scheme.",
        "Choose from: {choices}; or add its scheme to schemes.",
    ),
    "previous-rating-differs": Kind(
        "contradiction",
        "The last report rated {indicator} {value}; its own figures were published as {data} for {period}.",
        "The papers print the rating of the last report. Note which of the two is right.",
    ),
    "previous-scheme-doubtful": Kind(
        "contradiction",
        "No rating of the last report is {value}, but {scheme} gives it to {data} of the figures that it rated.",
        "If another scheme gave the last report's ratings, name it: previous_scheme under [ratings].",
    ),
    "published-count-differs": Kind(
        "contradiction",
        "The published count of {what} is {value}; counting gives {data}.",
        "The papers print the computed count. Correct the data, or note why the published count differs.",
    ),
    "published-count-unknown": Kind(
        "advice",
        "Nothing is counted as {subject}, {measure}, to hold the published count of {value} against.",
        "Choose a measure from: {choices}.",
    ),
    "floor-beyond-target": Kind(
        "advice",
        "The floor of {indicator} for {period}, {value}, is better than its target of {data}.",
        "Correct the floor or the target: a figure between the two is rated as if there were no floor.",
    ),
    "word-copied": Kind(
        "advice", "The block {value} stands in the file twice; the second is read as text of its own.", "Delete the one that is not meant."
    ),
    "word-added": Kind("advice", "Text was added to a block that the data makes: {value}", "Write it into the commentary."),
    "word-emptied": Kind("advice", "The commentary {value} has lost its text.", "Write it again, or build the paper anew."),
    # --- Word files that came back
    "word-heading-raised": Kind(
        "advice",
        "The heading {value} is of level {found}, after one of level {before}: it is read as one of level {level}.",
        "Go down one level at a time.",
    ),
    "word-controls-restored": Kind(
        "advice",
        "{value} blocks had lost their content controls, as LibreOffice saves them: they were found again by their bookmarks.",
        "Nothing is to be done; saving in Word keeps the controls.",
    ),
    "word-chart-restored": Kind(
        "advice",
        "The chart {value} had lost its text alternative or labels; its numbers are those that were sent, and so is the rest now.",
        "Nothing is to be done.",
    ),
    "word-template-dropped": Kind(
        "advice", "The file is tied to the template {value}: it is read without it.", "Nothing is to be done: papers have the house style."
    ),
    "word-chart-alt": Kind(
        "error",
        "The chart {value} has no text alternative.",
        "In Word, right-click it, choose View Alt Text and say what it shows; or restore it from the paper as it was built.",
    ),
    "word-running-changed": Kind(
        "error",
        "{what} says {value} where {data} was sent: papers make their own from the report and the house template.",
        "Change it there; what belongs to the text, write into a commentary.",
    ),
    "word-chart-apart": Kind(
        "error",
        "The chart {name} shows {value} for {series}, {category}, where its workbook says {data}.",
        "Restore it from the paper as it was built; correct figures in the data.",
    ),
    "word-chart-label": Kind(
        "error",
        "The chart {name} shows {value} for {series}, {category}, and labels it {data}.",
        "Restore it from the paper as it was built; correct figures in the data.",
    ),
    "word-untitled": Kind("advice", "The file's properties have no title: {value} is taken.", "Write it into File, Info, Properties."),
    # --- templates
    "template-name": Kind("error", "{value} names {name}, which is no field here.", "{fix}"),
    "template-missing": Kind("error", "{value} has no value to print.", "Give it one in the report, or ask for it with an if around it."),
    "template-syntax": Kind("error", "{value} can't be read: {why}.", "docs/templates.md shows the forms of tags."),
    "template-forbidden": Kind("error", "{value} uses {what}, which a template may not.", "docs/templates.md shows the forms of tags."),
    "template-filter": Kind("error", "{value} uses the filter {name}, which is not for this.", "{fix}"),
    "template-list": Kind("error", "{value} prints a list or a record.", "Go through a list with “for”; print a record's fields."),
    "template-no-list": Kind("error", "{value} goes through something that is no list.", "docs/fields.md says which fields are lists."),
    "template-unclosed": Kind("error", "{value} is never closed.", "Write its {end} after what it holds."),
    "template-opens-nothing": Kind("error", "{value} follows no {what}.", "Take it out, or write the tag that it belongs to before it."),
    "template-apart": Kind(
        "error",
        "{value} does not stand in the same place, or has not the same form, as {opened}.",
        "Give both the same form, in the same paragraph, table or cell.",
    ),
    "template-beside": Kind(
        "error", "{value} does not stand alone: the rest of its {holder} would be lost.", "Give the tag a {holder} of its own."
    ),
    "template-field": Kind("error", "The field {name} can't be printed: {why}.", "Correct it in the report."),
    "no-such-template": Kind("error", "No template is called {name}.", "Did you mean {near}? There are: {choices}."),
    "template-result": Kind("error", "The template can't be rendered: {why}.", "Take the tag out, or write it more plainly."),
    # --- rounds
    "collect-not-ours": Kind(
        "error", "{name} is none of the report's papers.", "To take its text as that of a section, add --section NAME."
    ),
    "collect-other-kind": Kind("error", "{name} can't be collected: it is no Word file of ours.", "{how}"),
    "collect-no-section": Kind("error", "There is no section called {value}.", "Choose from: {choices}."),
    "collect-no-copy": Kind(
        "advice",
        "{name} holds no copy of what was sent; it is compared with what the folder says now.",
        "Look through the account: what changed in the folder since looks like an edit.",
    ),
    "collect-link-unwrapped": Kind("advice", "A link led through a mail filter: {value}", "It now leads to {data}"),
    "collect-picture": Kind(
        "advice", "A picture came with the text: {value}", "If it shows a table, ask for the table; say in its brackets what it shows."
    ),
    "collect-merged-cells": Kind(
        "advice",
        "A table came with a cell over several rows or columns: {value}",
        "Its words are kept in the first of them; write into each cell what belongs there.",
    ),
    "collect-not-written": Kind(
        "error", "The text of {value} can't be written so that it reads the same.", "Nothing was changed. Take it over by hand."
    ),
    "quoted-figure-changed": Kind(
        "advice", "The text quotes {value}, which is now {data}: {sentence}", "Correct the sentence, or leave it if it tells of then."
    ),
    "no-such-finding": Kind("error", "Nothing waits under {value}.", "Choose from: {choices}."),
    "settle-by-hand": Kind(
        "error", "{value} has no commentary that can take it.", "Say which: --take --to section/NAME; or settle it without --take."
    ),
    "settle-figure": Kind(
        "error", "{value} is a figure, and only its data can say it: {where}.", "Write it there, or settle it without --take."
    ),
    "publish-prompt": Kind("error", "Commentary is awaited{owner}: {value}", "Write it in the Word file, or take the block out."),
    "publish-comment": Kind(
        "error", "{by} commented: {value}", "Settle it in Word and delete or resolve it; or publish with --comments drop."
    ),
    "publish-tracked": Kind(
        "error",
        "{by} tracked a change that nobody has decided ({what}): {value}",
        "Accept or reject it in Word; or say how: --tracked accepted.",
    ),
    "publish-draft": Kind("advice", "The Word file is marked: {value}.", "With --from FOLDER the mark goes when all is in."),
    "publish-figure": Kind(
        "error", "The file says {value} where the data says {data} ({where}).", "Correct the data, or refresh the file: papers refresh."
    ),
    "publish-sentence": Kind(
        "error", "Words that the data makes read otherwise: {value}", "Refresh the file: papers refresh; or move the words to a commentary."
    ),
    "publish-removed": Kind("advice", "The file leaves out {value}.", "Nothing needs doing if that is meant."),
    "unresolved": Kind("error", "{what} is unresolved: {value}.", "papers status lists it; papers settle takes or drops it."),
    "not-accessible": Kind(
        "error",
        "The PDF would say that everyone can read it, but {fault}.",
        "This is a defect of the program: nothing was written. Please report it with the paper.",
    ),
    # --- PDFs from anywhere
    "pdf-locked": Kind(
        "error",
        "This PDF is closed by a password.",
        "Ask its author for a copy without one: nobody can publish what they can't open.",
    ),
    "pdf-damaged": Kind(
        "error", "This is no PDF that can be read: {reason}.", "Open it in a PDF reader, save it again, or ask its author for a sound copy."
    ),
    "pdf-empty": Kind("error", "This PDF has no pages.", "Ask its author for the file again."),
    "pdf-portfolio": Kind(
        "error", "This PDF is a portfolio: a folder of files, of which only a cover can be printed.", "Ask for the files themselves."
    ),
    "pdf-xfa": Kind(
        "error", "This PDF is a form that only one program can show (XFA).", "Ask its author to print it to a PDF and send that."
    ),
    "pdf-hidden-layers": Kind("error", "This PDF has hidden layers.", "Ask its author for a copy in which nothing is hidden."),
    "pdf-redaction": Kind(
        "error",
        "Something is marked for redaction but still there, on page {value}.",
        "Ask its author to apply the redactions and send the file again: what lies under the marks can be read.",
    ),
    "pdf-page-size": Kind("error", "Page {page} is {value} points, which no pack can hold.", "Ask for it on a size of paper, up to A0."),
    "pdf-too-much": Kind("error", "Page {page} unpacks to more than a machine can hold.", "Ask its author to print it to a new PDF."),
    "pdf-repaired": Kind("advice", "The PDF was damaged and has been repaired.", "Look at its pages in the pack, or ask for a sound copy."),
    "pdf-restricted": Kind(
        "advice", "The PDF forbade some uses; in the pack it does not.", "Ask its author whether that is right, if you did not know."
    ),
    "pdf-attached": Kind("advice", "Files that it carried are left out: {value}.", "Add them as papers of their own, if they are meant."),
    "pdf-signed": Kind("advice", "Its digital signature is left out.", "Keep the signed file: a part of a pack can't be signed."),
    "pdf-form": Kind("advice", "Its form's fields are now part of its pages.", "Look at what they show."),
    "pdf-active": Kind("advice", "What acts by itself was taken out: {value}.", "Nothing needs doing; its author may wish to know."),
    "pdf-remarks": Kind("advice", "{value} of somebody's remarks were taken out.", "Ask its author whether the paper is final."),
    "pdf-scanned": Kind(
        "advice",
        "It is pictures of pages: nobody can search it or hear it read.",
        "Ask its author for the file that was printed and scanned.",
    ),
    "pack-not-accessible": Kind("advice", "Because of {value} the pack can't say that everyone can read it (PDF/UA-1): {fault}", "{ask}"),
    "pack-not-archival": Kind(
        "advice",
        "Because of {value} the pack can't say that it is made for the archive (PDF/A-2a).",
        "Ask its author to save it as PDF/A with tags: in Word, Save As PDF, Options, PDF/A compliant.",
    ),
    "pack-no-converter": Kind(
        "error", "{name} holds what a paper can't carry, and LibreOffice, which could print it, is not installed: {fault}", "{ask}"
    ),
    "pack-converter-failed": Kind("error", "LibreOffice could not print {name}: {why}.", "Ask its author for a PDF."),
    "pack-converted": Kind("advice", "{name} was printed by LibreOffice: {fault}", "Look at its pages in the pack, or ask for a PDF."),
    "pack-picture": Kind("error", "{name} can't be used: {why}.", "Save it as PNG or JPEG."),
    # --- packs: the agenda
    "agenda-not-toml": Kind("error", "The agenda can't be read: {why}.", "Put texts in quotation marks, one key a line."),
    "agenda-unknown-key": Kind("error", "An agenda has no key {value}{hint}.", "Correct or delete it; docs/packs.md lists the keys."),
    "agenda-missing-key": Kind("error", "{key} is missing: {meaning}.", "Write it, such as {key} = {example}."),
    "agenda-wrong-value": Kind("error", "{key} can't be {value}.", "It takes {takes}."),
    "agenda-day": Kind("error", "{date} is a {data}, not a {value}.", "Correct the day or the date."),
    "agenda-published-after": Kind("error", "The agenda is published on {value}, after the meeting.", "Correct one of the dates."),
    "agenda-late": Kind(
        "advice",
        "The pack would be late: published on {value} it leaves {clear} clear days of {wanted}.",
        "Publish by {latest}, or say why it is late under notice, which is printed.",
    ),
    "agenda-late-told": Kind(
        "advice",
        "The pack is late, and says why: published on {value} it leaves {clear} clear days of {wanted}.",
        "It should have been out by {latest}.",
    ),
    "agenda-no-items": Kind("error", "The agenda has no items.", "Write a table [[items]] for each."),
    "agenda-number-twice": Kind("error", "Two items have the number {value}.", "Give each its own."),
    "agenda-no-source": Kind("error", "The paper comes from nowhere.", "Name its file or its report, or write to_follow = true."),
    "agenda-two-sources": Kind("error", "The paper has a file and a report.", "Keep one of the two."),
    "agenda-here-already": Kind("error", "The paper is to follow, yet {value} is named.", "Take out to_follow or the file."),
    "agenda-no-paper": Kind(
        "error", "Which of the report's papers is meant is not said.", 'Write paper = "quarterly-performance-report" or another.'
    ),
    "agenda-other-kind": Kind("error", "{value} is no paper that a pack can take.", "Save it as a PDF. A pack takes: {choices}."),
    "agenda-no-alt": Kind("error", "The image {value} has no text alternative.", "Say under alt what it shows."),
    "agenda-procedure-reason": Kind("error", "There is no reason for {value}.", "Write procedure_reason: the law wants it published."),
    "agenda-open-in-closed": Kind(
        "error", "The item is closed to the public, one of its papers is not.", "Classify the papers, not the item."
    ),
    "agenda-paragraph-unwanted": Kind(
        "error", "What is {value} has no paragraph of schedule 12A and no public interest test.", "Take them out, or write exempt."
    ),
    "agenda-no-paragraph": Kind("error", "By which paragraph it is exempt is not said.", "Write paragraphs, from {first} to {last}."),
    "agenda-wrong-paragraph": Kind(
        "error", "{nation}'s schedule 12A has no paragraph {value} that makes a paper exempt.", "Choose from {first} to {last}."
    ),
    "agenda-no-test": Kind("error", "The public interest test is missing.", "Say under public_interest why secrecy outweighs disclosure."),
    # --- seals
    "not-a-folder": Kind("error", "{name} is no folder.", "Name the folder that holds the published files."),
    "seal-name": Kind("error", "{name} can't be sealed: {why}.", "Give it another name, or move it out of the folder."),
    "seal-clash": Kind(
        "error", "{name} and {other} are one file on systems that don't tell capitals or accents apart.", "Give one another name."
    ),
    "seal-strange": Kind("error", "{name} can't be sealed: {why}.", "Put the file itself in its place."),
    "seal-nothing": Kind("error", "{name} holds no file to seal.", "Build or copy the papers into it first."),
    "seal-there": Kind(
        "error",
        "{name} is sealed already, and {count} of its files are not as they were sealed.",
        "Ask papers verify which they are; --force seals the folder as it is now.",
    ),
    "seal-missing": Kind("error", "{name} has no manifest.json, so nothing can be verified.", "Seal the folder first: papers seal {name}."),
    "seal-damaged": Kind("error", "The manifest can't be trusted: {why}.", "Take it from the archive's own copy."),
    # --- what was published of a meeting
    "pack-published-gone": Kind(
        "error", "{value} was published on {pages} and is no longer in the agenda.", "Put it back: what was published stays."
    ),
    "pack-published-moved": Kind(
        "error",
        "{value} was published on {pages} and would now stand on {now}.",
        "Undo what moved it, or publish what is new in a supplement: papers supplement.",
    ),
    "pack-published-changed": Kind(
        "error",
        "{value}, published on {pages}, is not what it was.",
        "Put the published file back, or say in `corrected` why another stands for it and publish a supplement: papers supplement.",
    ),
    "pack-published-new": Kind(
        "error", "{value} was not in the pack that was published.", "Publish it in a supplement: papers supplement."
    ),
    "supplement-changed": Kind(
        "error",
        "{value}, published on {pages}, is not what it was.",
        "Say in `corrected` why another paper stands for it, or put the published file back.",
    ),
    "supplement-nothing": Kind("error", "Nothing is new since the last publication.", "Give a paper its file, or mark one as corrected."),
    "supplement-first": Kind("error", "Nothing of this meeting was published yet.", "Publish the pack first: papers pack --publish."),
    "publications-damaged": Kind("error", "The record of what was published can't be trusted: {why}.", "Take it from a copy."),
    "pack-leak": Kind(
        "error",
        "Words of {source}, which is closed to the public, stand in the public file ({where}): {value}",
        "Take them out of the paper that they came from. Nothing was written.",
    ),
    "pack-unsearched": Kind(
        "advice", "{value} is closed to the public and has no words to look for in public files.", "Look for it with your own eyes."
    ),
    # --- leaks
    "leak-unsearchable": Kind(
        "error", "{name} can't be searched for restricted words: {why}.", "Take it out, or ask its author for a copy that can be opened."
    ),
    # --- layout
    "character-without-glyph": Kind(
        "error",
        "The papers' fonts have no glyph for the character {value} ({point}).",
        "Write it in another way; accented letters must be single characters (Unicode form NFC).",
    ),
    "font-without-metrics": Kind(
        "error",
        "The house template uses the font {value}, of which no widths are known.",
        "The nearest is {near}; there are Arial, Times New Roman, Calibri and Cambria. Change the font in the template's styles.",
    ),
    "reference-to-nowhere": Kind(
        "error", "A link or page number leads to {value}, which is no block of this paper.", "Correct the target."
    ),
    "picture-unreadable": Kind("error", "The picture cannot be read.", "Save it again as PNG or JPEG."),
    "picture-in-press-colours": Kind("error", "The picture is in press colours (CMYK).", "Save it again in RGB, the colours of screens."),
    "block-too-tall": Kind(
        "error",
        "A row, chart or picture is {height} points high and a page holds {room}.",
        "Shorten its text, or part the row in two.",
    ),
    # --- checks of words
    "statement-false": Kind(
        "contradiction",
        "\u201c{sentence}\u201d: \u201c{value}\u201d does not agree with the data: {data}{where}.",
        "{wording}, or accept it: papers check FOLDER --accept {name} --by NAME --reason TEXT.",
    ),
    "style-slip": Kind(
        "advice",
        "House style ({rule}): {value} in \u201c{sentence}\u201d.",
        "Write {instead}; or accept it with --accept {name}, or switch the rule off in answers.toml.",
    ),
    "answers-unreadable": Kind("error", "The answers can't be read: {why}.", "docs/checks.md says how the file is written."),
    "no-such-statement": Kind("error", "There is no finding called {value}.", "Look its name up with papers check FOLDER."),
    # --- drafting
    "cover-part-not-carried": Kind(
        "error", "{part} holds a {what}, which the cover report has no place for.", "Say it in words, or put it into the report."
    ),
}
"""Every kind by its code. docs/problems.md is written from it and a test keeps the two alike."""


def problem(code: str, place: Place = NOWHERE, *, value: str | None = None, data: str | None = None, **words: object) -> Problem:
    """The problem of kind `code` on `place`, its sentence and fix filled with `words` and `value`. KeyError for an unknown code.

    A sentence has a place for a hint, which is empty unless it is given.
    """
    kind = KINDS[code]
    filled = {"value": value, "data": data, "hint": "", **words}
    return Problem(kind.level, code, place, _ended(kind.sentence.format(**filled)), kind.fix.format(**filled), value=value, data=data)


def _ended(sentence: str) -> str:
    """The sentence without a full stop after its question mark."""
    return sentence[:-1] if sentence.endswith("?.") else sentence
