"""The kinds of statements that are held against the data, for the manual: what each says, an example, and how it is held."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatementKind:
    """A kind of statement: an example of its words, and what it is held against."""

    example: str
    held: str


KINDS = {
    "level": StatementKind(
        "84% of calls were answered; 654 entrants; nearly 48,000 calls", "The figure of the period that is named, else the latest."
    ),
    "period": StatementKind(
        "in December 2012, 654 entrants", "Where the data has the figure in the same month of another year alone, the year is misprinted."
    ),
    "target": StatementKind(
        "above target; the target of 75%; missed its target", "The target of the same period, by the indicator's polarity."
    ),
    "floor": StatementKind("below the floor standard", "The floor of the same period."),
    "comparator": StatementKind("ahead of the national average of 59%", "The comparator's figure of the same period."),
    "range": StatementKind("within the expected range of 600 to 660", "The lower and upper ends of the same period."),
    "unit": StatementKind(
        "13.1 for every 1,000 residents; 16 weeks where it is days",
        "The number of people that the data's rate is for; the unit of the indicator.",
    ),
    "direction": StatementKind(
        "rose; fell; improved; stayed the same",
        "The figure of the period that is named to compare with, else the result before; better and worse by polarity.",
    ),
    "change": StatementKind(
        "up by 3 percentage points; 58 fewer than in September; a 5.5% decrease",
        "The difference of the two figures; percent of the earlier one is no percentage point.",
    ),
    "ratio": StatementKind(
        "has halved; twice the target; a third of what it was in June", "One figure divided by the other; a number that the sentence gives."
    ),
    "rank": StatementKind("the highest since June; the best of six quarters", "Every figure of those periods."),
    "run": StatementKind(
        "for the third quarter running; for the first time since June; met in two of the last five quarters; never",
        "Every step, or every target, of those periods.",
    ),
    "rating": StatementKind("is rated Amber; moved from Amber to Red", "The computed rating, and the one that the last report published."),
    "count": StatementKind(
        "19 of the 35 indicators (54%) are Green; two thirds improved; all but two of the risks are Amber; one action is overdue",
        "The indicators of the report or of the part that is named, the risks, the mitigating actions.",
    ),
    "risk": StatementKind(
        "safeguarding scores 15; three above its target score; rose from 16 to 20; is a Red risk; owned by the Head of Finance",
        "The register of risks: scores, levels, targets, likelihood and impact, movements since the last report, owners.",
    ),
    "action": StatementKind(
        "the careers fair is complete; due by 31 December; overdue", "The mitigating action that the words name: its status and due date."
    ),
    "sum": StatementKind(
        "99,000 in all; 251,000 between them; 1,482 more pupils in Reception than in Year 7; more calls to A than to B",
        "The figures of the indicators or rows that are named; the sentence's own numbers.",
    ),
    "share": StatementKind("a quarter of all complaints concerned highways", "The row by the total, or by the other row that is named."),
    "budget": StatementKind("£3.3m under budget; short of what was planned", "The budget and the forecast in the row that is named."),
    "forecast": StatementKind("is forecast to fall to 148,100", "The forecast in the data, and the latest figure."),
    "report": StatementKind(
        "arranged by its four directorates; from October to December 2013; figures run to the end of November; one figure has been restated",
        "What the data lists; the report's period; the latest figures; what differs from what the last report published.",
    ),
    "reference": StatementKind(
        "in Appendix 9; on page 212; the map below",
        "What the report has; the page on which the part that is named stands, as the report is laid out.",
    ),
}
