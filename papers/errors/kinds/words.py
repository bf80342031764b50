"""Words held against the data, and style."""

from papers.errors.problems import Kind

KINDS: dict[str, Kind] = {
    # --- checks of words
    "statement-false": Kind(
        "contradiction",
        "\u201c{sentence}\u201d: \u201c{value}\u201d does not agree with the data: {data}{where}.",
        "{wording}, or accept it: {command} --accept {name} --by NAME --reason TEXT.",
    ),
    "statement-doubtful": Kind(
        "advice",
        "\u201c{sentence}\u201d: \u201c{value}\u201d may not agree with the data: {data}{where}. The sentence says much else that holds, or is long.",
        "{wording} if it is about this, or accept it: {command} --accept {name} --by NAME --reason TEXT.",
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
    "check-not-ours": Kind(
        "error",
        "{name} is none of the report's papers, so there is nothing to hold it against.",
        "Name the report that it was built from with --from; text from elsewhere comes home with papers collect --section NAME.",
    ),
    "check-other-report": Kind(
        "error",
        "{name} was built from another report: {value}. The report here is {data}.",
        "Name the report that it was built from with --from.",
    ),
    "check-over-input": Kind(
        "error", "The copy with comments would replace {name}, the file that is checked.", "Give --comments another name."
    ),
    "check-copy-not-word": Kind("error", "The copy with comments is a Word file, and {name} is no name of one.", "End the name in .docx."),
    "not-checked": Kind(
        "advice",
        "The words, the style and most of the data were not checked: the errors stand in the way.",
        "Put the errors right first, then check again.",
    ),
    "nothing-accepted": Kind("error", "Nothing was accepted: the report can't be read.", "Put its errors right first."),
    "no-such-statement": Kind("error", "There is no finding called {value}; nothing was accepted.", "Look its name up: {command}."),
}
