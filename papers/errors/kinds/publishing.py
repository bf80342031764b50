"""What was published, the next report, rounds of commentary."""

from papers.errors.problems import Kind

KINDS: dict[str, Kind] = {
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
}
