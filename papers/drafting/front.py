"""What stands before the summary: title page, contents, key to the ratings, note on data quality."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from papers.assess import book_of, contradictions, kpis
from papers.dataset import ReportInfo
from papers.document import Block, Bullets, Contents, Heading, Inline, Item, Paragraph, Role, Section, Table, inlines
from papers.drafting.ids import block_id
from papers.drafting.material import Material
from papers.drafting.parts import cell, chip, columns, header, row, travel
from papers.drafting.shares import shares
from papers.narrative.markers import marker_notes
from papers.narrative.risks import scored
from papers.results import DatedRule, Direction
from papers.risks import risk_scheme_of
from papers.travel import key_of
from papers.travel.key import Key
from papers.wording import date_words, listed

UNRATED_MEANING = "There is no figure or no target to rate. Percentages leave these indicators out and say so."

COMPARED = {
    "published": "Figures are compared with their targets as published, to the decimals that are printed.",
    "unrounded": "Figures are compared with their targets before they are rounded, where the unrounded figure is known.",
}
PREVIOUS = "The previous rating is the one that the last report published."
FLOOR = (
    "A floor standard is the least that is acceptable. It belongs to a period, as a target does, and moves with it. Where it was not "
    "published, the data notes of the indicator say so."
)
ACTIVITY = "Activity indicators show demand. They have no target and no rating."
RANGES = (
    "Where an expected range is set, the chart shows its upper and lower thresholds. The text says whether the latest figure lies above, "
    "below or within the range of its own period, and for how long it has without a break."
)
CARRIED_FORWARD = (
    "A rating that is carried forward is that of the last period with a figure, where the figure of a later period was due and is not in."
)
SET_BY_A_PERSON = "A rating that is set by a person says who set it, when and why; the data notes name the rating that the rules give."
BEST = {
    "higher": "higher figures are better",
    "lower": "lower figures are better",
    "closest": "figures closest to the target are best",
    "range": "figures within the expected range are best",
}
"""What a rule serves, in words."""

STATED = "stated-"
"""How codes of problems with published totals begin; other problems of intake concern the analyst's files, not the reader."""

DIFFERENCES = "The papers print what the figures give. The published report says otherwise in these places."
SIGNS = (
    "In a row of actuals n/a stands for a past figure that is not available; a figure that is not yet due belongs to a period still to "
    "come. An empty cell in the other rows belongs to a period for which no figure was published, or is still to come."
)


def title_page(info: ReportInfo, title: str, subtitle: str, lead: Sequence[Inline] = ()) -> Section:
    """Council, title, period, the message of the paper where it has one, and who made it when."""
    lines: list[tuple[str, Role, str | Sequence[Inline]]] = [
        ("organisation", "meta", info.organisation),
        ("title", "title", title),
        ("period", "subtitle", subtitle),
        ("message", "lead", lead),
        ("date", "meta", date_words(info.date)),
        ("author", "meta", f"Produced by {info.author}" if info.author else ""),
        ("contact", "meta", info.contact),
        ("version", "meta", f"Version {info.version}, data of {date_words(info.data_date)}"),
        ("notice", "note", info.notice),
    ]
    blocks = tuple(
        Paragraph(block_id("title", name), inlines(line) if isinstance(line, str) else tuple(line), role)
        for name, role, line in lines
        if line
    )
    return Section("title-page", blocks, title_page=True)


def contents_page(depth: int) -> Section:
    """The table of contents on pages of its own, with headings down to that depth."""
    return Section("pages/contents", (Contents("contents", depth=depth),))


def key_blocks(source: Material) -> Iterator[Block]:
    """The key to the ratings in force: words, floors, how figures are compared, directions, activity, risk scores, signs."""
    yield Heading("key", 1, inlines("Key to the ratings"))
    yield _ratings(source)
    yield from _bounds(source)
    yield from _directions(key_of(source.info.direction, source.info.travel))
    yield from _other_methods(source)
    yield from _activity(source)
    yield from _risk_scores(source)
    yield Paragraph(block_id("key", "signs-label"), inlines("Signs in tables"), "label")
    yield Paragraph(block_id("key", "signs"), inlines(" ".join([SIGNS, *_markers(source)])))


def _markers(source: Material) -> Iterator[str]:
    """What the markers of the report's figures stand for."""
    observed = (value for each in source.dataset.observations for value in each.values.values())
    cells = (cell for table in source.dataset.tables for each in table.rows for cell in each.cells if cell)
    return marker_notes((*observed, *(value for each in cells for value in (each.value, each.comparator))), source.info.small_numbers)


def _ratings(source: Material) -> Table:
    """Each rating's chip and meaning, best first."""
    scheme = source.assessed.scheme
    rows = [row((cell(chip(scheme, band.word)), cell(band.meaning))) for band in scheme.bands]
    rows.append(row((cell(chip(scheme, None)), cell(UNRATED_MEANING))))
    return Table(
        block_id("key", "ratings"), "Ratings and what they mean", columns(shares([112, 370]), 2), (header("Rating", "Meaning"), *rows)
    )


def _bounds(source: Material) -> Iterator[Block]:
    """What ratings are held against: floors where the report has them, the scheme's settings, and which figure is compared."""
    scheme = source.assessed.scheme
    has_floors = source.dataset.floors or any("floor" in each.values for each in source.dataset.observations)
    if has_floors and "floor" in book_of(source.dataset).needs:
        yield Paragraph(block_id("key", "floors"), inlines(FLOOR))
    if scheme.settings:
        yield Paragraph(block_id("key", "settings"), inlines(" ".join(setting.says for setting in scheme.settings)))
    measured = {(each.polarity, source.unit(each)) for each in kpis(source.dataset)}
    dated = [rule for rule in scheme.dated if any(rule.serves(*each) for each in measured)]
    if dated:
        yield Paragraph(block_id("key", "dated"), inlines(" ".join(map(_dated, dated))))
    yield Paragraph(block_id("key", "compared"), inlines(" ".join([COMPARED[scheme.compare], PREVIOUS, *_beside_the_rule(source)])))


def _dated(rule: DatedRule) -> str:
    """Which periods and indicators the rule is for, what it gives, and what it never gives."""
    start = f"on or after {date_words(rule.start)}" if rule.start > dt.date.min else ""
    end = f"by {date_words(rule.end)}" if rule.end < dt.date.max else ""
    units = f" and the unit is {listed(rule.units, 'or')}" if rule.units else ""
    earned = "; ".join(f"{word} is for {what}" for word, what in rule.earned)
    never = f"; no {listed(rule.never, 'or')} is given" if rule.never else ""
    best = listed([BEST[each] for each in rule.polarities], "or")
    return f"For periods that end {listed(filter(None, (start, end)))}, where {best}{units}, a rule of its own holds: {earned}{never}."


def _activity(source: Material) -> Iterator[Block]:
    """What activity indicators are, and how they are held against expected ranges; nothing where the report has none."""
    activity = [each for each in source.dataset.indicators if each.kind == "activity"]
    if activity:
        ranged = any({"lower", "upper"} & each.values.keys() for indicator in activity for each in source.of(indicator))
        yield Paragraph(block_id("key", "activity-label"), inlines("Activity indicators"), "label")
        yield Paragraph(block_id("key", "activity"), inlines(f"{ACTIVITY} {RANGES}" if ranged else ACTIVITY))


def _beside_the_rule(source: Material) -> Iterator[str]:
    """What a rating that is carried forward or set by a person is, where the report has one."""
    current = [each.current for each in source.assessed.by_indicator.values()]
    if any(each.carried for each in current):
        yield CARRIED_FORWARD
    if any(each.override for each in current):
        yield SET_BY_A_PERSON


def _risk_scores(source: Material) -> Iterator[Block]:
    """How risks are scored and what of the scheme was chosen; nothing where there is no more to say than the risks' own pages do."""
    scheme = risk_scheme_of(source.dataset)
    if not source.dataset.risks or not scheme.note:
        return
    yield Paragraph(block_id("key", "risks-label"), inlines("Risk scores"), "label")
    yield Paragraph(block_id("key", "risks"), inlines(f"{scored(scheme)} {scheme.note}"))


def _directions(key: Key) -> Iterator[Block]:
    """How direction of travel is told by the report's method, what each direction means, and the method's settings."""
    yield Paragraph(block_id("key", "directions-label"), inlines("Direction of travel"), "label")
    yield Paragraph(block_id("key", "directions-method"), inlines(key.question))
    rows = [row((cell(travel(Direction(went, "", method=key.method))), cell(meaning))) for went, meaning in key.meanings.items()]
    title = "Directions of travel and what they mean"
    yield Table(block_id("key", "directions"), title, columns(shares([140, 342]), 2), (header("Direction", "Meaning"), *rows))
    if key.settings:
        yield Paragraph(block_id("key", "directions-settings"), inlines(" ".join(key.settings)))


def _other_methods(source: Material) -> Iterator[Block]:
    """How direction of travel is told of the indicators that have a method of their own, method by method."""
    named: dict[str, list[str]] = {}
    for indicator in kpis(source.dataset):
        if indicator.method not in {"", source.info.direction}:
            named.setdefault(indicator.method, []).append(indicator.name)
    for method, names in named.items():
        key = key_of(method, source.info.travel)
        question = key.question[:1].lower() + key.question[1:]
        yield Paragraph(block_id("key", "directions", method), inlines(f"{listed(names)}: {' '.join([question, *key.settings])}"))


def differences(source: Material) -> Iterator[Block]:
    """What was published and differs from what the figures give, as a list; nothing where all agree."""
    sums = [each for each in source.dataset.problems if each.code.startswith(STATED)]
    found = [*contradictions(source.dataset, source.assessed), *sums]
    said = dict.fromkeys(each.message for each in found if each.level == "contradiction")
    if said:
        yield Heading(block_id("data-quality", "differences-heading"), 2, inlines("Where published figures differ"))
        yield Paragraph(block_id("data-quality", "differences-lead"), inlines(DIFFERENCES))
        yield Bullets(block_id("data-quality", "differences"), tuple(Item(inlines(message)) for message in said))
