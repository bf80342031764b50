"""Small numbers, ratings, directions, risks."""

from papers.errors.problems import Kind

KINDS: dict[str, Kind] = {
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
}
