"""Text in Markdown."""

from papers.errors.problems import Kind

KINDS: dict[str, Kind] = {
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
}
