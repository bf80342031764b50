"""Words held against the data, and style."""

from papers.errors.problems import Kind

KINDS: dict[str, Kind] = {
    # --- checks of words
    "statement-false": Kind(
        "contradiction",
        "\u201c{sentence}\u201d: \u201c{value}\u201d does not agree with the data: {data}{where}.",
        "{wording}, or accept it: papers check FOLDER --accept {name} --by NAME --reason TEXT.",
    ),
    "figure-typed-over": Kind(
        "contradiction",
        "The file says {value} where the data says {data} ({where}).",
        "Correct the data, or refresh the file: papers refresh.",
    ),
    "words-typed-over": Kind(
        "contradiction",
        "Words that the data makes read otherwise: {value}",
        "Correct the data; or refresh the file, papers refresh, and write it into the commentary.",
    ),
    "style-slip": Kind(
        "advice",
        "House style ({rule}): {value} in \u201c{sentence}\u201d.",
        "Write {instead}; or accept it with --accept {name}, or switch the rule off in answers.toml.",
    ),
    "answers-unreadable": Kind("error", "The answers can't be read: {why}.", "docs/checks.md says how the file is written."),
    "answer-unknown-rule": Kind(
        "advice", "No rule or kind of finding that can be switched off is called {value}{hint}.", "docs/checks.md lists them."
    ),
    "no-such-statement": Kind("error", "There is no finding called {value}.", "Look its name up with papers check FOLDER."),
}
