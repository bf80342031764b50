"""Reading a report's folder: its files, tables, cells, and what does not fit together."""

from papers.errors.problems import Kind

KINDS: dict[str, Kind] = {
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
    "unknown-sheet": Kind("advice", "The sheet {name} is not known and was not read{hint}.", "Correct its name, or delete it."),
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
}
