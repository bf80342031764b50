"""Files, folders and commands."""

from papers.errors.problems import Kind

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
}
