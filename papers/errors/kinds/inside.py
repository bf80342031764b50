"""The data held against itself."""

from papers.errors.problems import Kind

KINDS: dict[str, Kind] = {
    # --- the data held against itself
    "share-differs": Kind(
        "contradiction",
        "{indicator} is {value} for {period}; {part} of {whole} is {data}.",
        "Correct the figure, its numerator or its denominator.",
    ),
    "growth-differs": Kind(
        "contradiction",
        "{label} of {indicator} is {value} for {period}; from {then} ({before}) to {now} it is {data}, however these were rounded.",
        "Correct it, or leave it: the papers print it as given.",
    ),
    "linked-same-differs": Kind(
        "contradiction",
        "{figure} is {value} and {parts} is {data}, though links says that they are one figure ({where}).",
        "Correct one of them.",
    ),
    "linked-sum-differs": Kind(
        "contradiction",
        "{figure} is {value}; {parts}, which links says add up to it, give {data} ({where}).",
        "Correct the sum or a part of it; or take the link out.",
    ),
    "figure-twice-differs": Kind(
        "contradiction",
        "{what} is {value} for {period}; {other}, which has the same figures in {count} other periods, has {data} ({where}).",
        "Correct one of them.",
    ),
    "table-change-differs": Kind(
        "contradiction",
        "In \u201c{table}\u201d {column} of {row} is {value}; from {then} to {now} it is {data}.",
        "Correct one of the three, or leave it: the papers print it as given.",
    ),
    "table-share-differs": Kind(
        "contradiction",
        "In \u201c{table}\u201d {column} of {row} is {value}; {part} of {whole} is {data}.",
        "Correct one of the three, or leave it: the papers print it as given.",
    ),
    "figure-jumps": Kind(
        "advice",
        "{what} is {value} for {period}, far from all its other figures: {data} for {before}, and usually about {usual}.",
        "Look it up. If it is right, say what happened in a note of the period or a footnote of the figure.",
    ),
    "series-copied": Kind(
        "advice",
        "{what} and {other} have the same {count} figures in the same periods.",
        "Look whether one was copied over the other.",
    ),
    "period-copied": Kind(
        "advice",
        "In {section} all {count} figures of {period} are those of the period before.",
        "Look whether the period before was copied over it.",
    ),
    "column-copied": Kind(
        "advice",
        "In \u201c{table}\u201d the columns {what} and {other} hold the same figures.",
        "Look whether one was copied over the other.",
    ),
    "period-left-out": Kind(
        "advice",
        "{indicator} is {frequency} and has nothing between {before} and {period}.",
        "Give the periods between, with [x] where there is no figure; or correct the year of one of the two.",
    ),
    "periods-out-of-order": Kind(
        "advice",
        "{indicator} has {value} in a row after {before}.",
        "Look whether a year is misprinted; the papers print the periods in the order of their last days.",
    ),
    "figure-before-its-time": Kind(
        "contradiction",
        "{indicator} has the figure {value} for {period}, which ends after the day on which the data was final: {data}.",
        "Correct the period or its year, or data_date in report.toml; mark a figure of the year to date as provisional: [p].",
    ),
    "report-period-differs": Kind(
        "contradiction", "The report is on {value}, but period_end says that this ends in {data}.", "Correct one of them."
    ),
    "previous-period-later": Kind(
        "contradiction", "The last report is on {value}, which is not before {data}.", "Correct previous_period."
    ),
    "published-before-data": Kind(
        "contradiction", "The report is published on {value}, before its data is final on {data}.", "Correct date or data_date."
    ),
    "target-out-of-line": Kind(
        "advice",
        "The target of {indicator} is {value} for {period} and {data} before and after it.",
        "Correct it, or give the reason in a note of the period or a footnote of the target.",
    ),
    "target-eased": Kind(
        "advice",
        "The target of {indicator} is {value} for {period}, easier than the {data} for {before}, and no reason is given.",
        "Correct it, or give the reason in a note of the period or a footnote of the target.",
    ),
    "risk-at-target": Kind(
        "advice", "The target score of risk {risk} is its current score, {value}.", "Correct one of them, or say why work on it goes on."
    ),
    "risk-target-gravest": Kind(
        "advice",
        "The target score of risk {risk}, {value}, is itself {data}, the gravest level.",
        "Correct it, or say why no lower one can be reached.",
    ),
    "risk-numbers-left-out": Kind(
        "advice", "The numbers of the risks leave out {value}.", "Look whether a risk is missing; closed ones leave such gaps."
    ),
    "stated-status-untold": Kind(
        "advice",
        "The published counts of actions of \u201c{batch}\u201d give no number for these, which the list has: {value}.",
        "Look them up; the papers print the listed ones.",
    ),
    "titles-differ": Kind(
        "advice",
        "The short title of {indicator} says \u201c{value}\u201d where its title says {data}.",
        "Let both say what the figure covers.",
    ),
    "portfolio-differs": Kind(
        "advice", "The portfolio of {name} is {value} here and {data} elsewhere.", "Write it in one way, if it is the same."
    ),
}
