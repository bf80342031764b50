"""Word files: house templates, templates, what officers sent back, what can't be laid out."""

from papers.errors.problems import Kind

KINDS: dict[str, Kind] = {
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
    # --- drafting
    "cover-part-not-carried": Kind(
        "error", "{part} holds a {what}, which the cover report has no place for.", "Say it in words, or put it into the report."
    ),
}
