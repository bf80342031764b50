"""The fields of the Cabinet cover report's template, as docs/templates.md lists them: every number computed, none typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from papers.assess import kpis
from papers.dataset import Dataset, Indicator, Narrative, Observation, ReportInfo, Value
from papers.document import Bullets, Heading, Inline, Item, Link, Paragraph, Run, inlines, plain
from papers.drafting.authored import due
from papers.drafting.blocks import sentence
from papers.drafting.material import Material, material
from papers.drafting.parts import bold, chip, figure_run, travel
from papers.drafting.summary import NoneMoved, moved, unmoved
from papers.drafting.tallies import NOT_KNOWN
from papers.errors import PapersError, problem
from papers.narrative import counts as say
from papers.narrative import direction_summary
from papers.narrative.figures import Part, paragraph
from papers.narrative.phrases import Counted
from papers.narrative.status import is_awaited
from papers.narrative.summary import members
from papers.results import Assessed, Band
from papers.wording import date_words, percentage, shown

COVER = "cabinet-cover-report"
KEY = "summary"
PARTED = " | "
"""Between the lines of a setting that holds several."""

KPI = "kpi"
"""The noun, among the phrases, of what the cover report calls key performance indicators, once it has named them."""

Words = tuple[Inline, ...]
Fields = dict[str, object]


def cover_fields(dataset: Dataset, assessed: Assessed, page_of: Mapping[str, int] | None = None) -> Fields:
    """Every field by name. `page_of` gives the report's pages, for where its summary stands.

    PapersError where an authored part of the cover holds what its template can't carry.
    """
    source = material(dataset, assessed)
    indicators = kpis(dataset)
    return {
        **_of_report(source, page_of or {}),
        **_counts(source),
        "document": _properties(dataset),
        "ratings": [_rating(source, band) for band in assessed.scheme.bands],
        "comparable": say.before(assessed.counts) is not None,
        "incomparable_sentence": inlines(*paragraph(say.left_out(source.phrases, assessed.counts, KEY, KPI)[1:])),
        "headline": inlines(*say.ratings(source.phrases, assessed.counts, assessed.scheme, KEY, KPI, then=say.before(assessed.counts))[0]),
        "net_direction": direction_summary(source.phrases, assessed, KPI),
        "moved": [_moved(source, indicator) for indicator in moved(source, indicators)],
        "moved_sentence": _moved_sentence(source, moved(source, indicators)),
        "reds": [_worst(source, indicator) for indicator in indicators if _is_worst(source, indicator)],
        **{name: list(_authored(source.narrative.get(f"cover/{name}"))) for name in ("financial", "legal", "equality")},
    }


def draft_line(dataset: Dataset, parts: Iterable[Narrative]) -> str | None:
    """What marks every page of a paper while any of its authored parts, or any figure, is awaited; None where all are in."""
    if not any(part.awaited for part in parts) and not awaited_figures(dataset):
        return None
    return f"DRAFT, version {dataset.info.version}, data of {date_words(dataset.info.data_date)}"


def awaited_figures(dataset: Dataset) -> tuple[tuple[Observation, Value], ...]:
    """The figures that are due and still to come, with their observations; "no data" is another thing."""
    values = ((o, value) for o in dataset.observations for value in o.values.values())
    return tuple((o, value) for o, value in values if is_awaited(value))


def _properties(dataset: Dataset) -> Mapping[str, str]:
    """What becomes the file's properties and the Document's own."""
    info = dataset.info
    return {
        "paper": COVER,
        "title": f"{info.title}: cover report",
        "organisation": info.organisation,
        "period": info.period,
        "subject": info.cover.get("subject", info.title),
        "author": info.author,
        "notice": info.notice,
        "language": info.language,
        "date": info.date.isoformat(),
        "draft": draft_line(dataset, dataset.narrative) or "",
        "checksum": dataset.checksum,
    }


def _of_report(source: Material, page_of: Mapping[str, int]) -> Fields:
    """What the report says of itself and of the meeting."""
    info, cover = source.info, source.info.cover
    meeting, date = cover.get("meeting", "Cabinet"), cover.get("meeting_date", "")
    appendix = cover.get("appendix", "Appendix 1")
    return {
        "council": info.organisation,
        "report_title": info.title,
        "period": info.period,
        "previous_period": info.previous_period or source.phrases.text("change.last_report"),
        "meeting": meeting,
        "meeting_date": date,
        "from_lines": _lines(cover.get("from", "")),
        "to": ", ".join(part for part in (cover.get("to", meeting), date) if part),
        "decision_no": cover.get("decision_no", "N/A"),
        "subject": cover.get("subject", f"{info.title}, {info.period}"),
        "classification": cover.get("classification", "Unrestricted"),
        "appendix": appendix,
        "summary_pages": summary_pages(page_of),
        "recommendations": _recommendations(info, meeting, appendix),
        "contact_lines": [_contact(line) for line in _lines(cover.get("contact", info.contact))],
        "background": [inlines(line) for line in _lines(cover.get("background", ""))],
    }


def _lines(setting: str) -> list[str]:
    return [line.strip() for line in setting.split(PARTED) if line.strip()]


def _contact(line: str) -> Words:
    """The line; a link where it is an e-mail address."""
    return (Link((Run(line),), f"mailto:{line}"),) if "@" in line and " " not in line else inlines(line)


def _recommendations(info: ReportInfo, meeting: str, appendix: str) -> list[Words]:
    """What the meeting is asked to do: as the report sets it, else to note the report."""
    given = _lines(info.cover.get("recommendations", ""))
    usual = inlines(f"{meeting} is asked to ", bold("note"), f" the {info.title} for {info.period} ({appendix}).")
    return [inlines(line) for line in given] or [usual]


def summary_pages(page_of: Mapping[str, int]) -> str:
    """The pages from the summary's heading to the page before the next part: "4 to 6"; nothing where they are not known."""
    if KEY not in page_of:
        return ""
    first = page_of[KEY]
    later = [number for key, number in page_of.items() if key.startswith("pages/") and number > first]
    last = min(later) - 1 if later else max(page_of.values())
    return f"{first} to {last}" if last > first else str(first)


# --- counts


def _counts(source: Material) -> Fields:
    """The counts as figures, under the names of the scheme's words and of the directions."""
    found, rated = source.assessed.counts, say.rated(source.assessed.counts)
    by_word = {word.lower(): _figure(count, f"{KEY}/rating/{word}") for word, count in found.rating.items()}
    shares = {f"{word.lower()}_percent": _percent(count, rated, word) for word, count in found.rating.items()}
    directions = {went: _figure(found.direction.get(went, 0), f"{KEY}/direction/{went}") for went in ("improved", "worsened", "same")}
    return {
        "kpi_count": _figure(found.total, f"{KEY}/total"),
        "rated_count": _figure(rated, f"{KEY}/rated"),
        "unrated": _figure(found.unrated, f"{KEY}/unrated"),
        "unrated_sentence": inlines(*_unrated(source)),
        "rounding_sentence": inlines(*say.rounded(source.phrases, found)),
        "no_direction": _figure(found.no_direction, f"{KEY}/direction/none"),
        **by_word,
        **shares,
        **directions,
    }


def _unrated(source: Material) -> list[Part]:
    """How many are not rated, or that none is; nothing where all are."""
    found = source.assessed.counts
    if found.unrated and not say.rated(found):
        return say.ratings(source.phrases, found, source.assessed.scheme, KEY, KPI)[0]
    return say.unrated(source.phrases, found, KEY, KPI)


def _figure(count: int, key: str) -> Run:
    return figure_run(str(count), key)


def _percent(count: int, rated: int, word: str) -> Run:
    """The share of the rated indicators; n/a where none is rated."""
    return figure_run(shown(percentage(count, rated), "percent") if rated else "n/a", f"{KEY}/percent/{word}")


def _rating(source: Material, band: Band) -> Fields:
    found = source.assessed.counts
    rated, then = say.rated(found), say.before(found)
    return {
        "word": band.word,
        "chip": chip(source.assessed.scheme, band.word),
        "count": _figure(found.rating[band.word], f"{KEY}/rating/{band.word}"),
        "percent": _percent(found.rating[band.word], rated, band.word),
        "previous": _figure(then.rating[band.word], f"{KEY}/previous/{band.word}") if then else NOT_KNOWN,
        "change": _change(source, band.word),
        "meaning": band.meaning,
    }


def _change(source: Material, word: str) -> str:
    """How the count changed on the last report: "one fewer", "no change"; that it is not known."""
    found = source.assessed.counts
    then = say.before(found)
    if then is None:
        return NOT_KNOWN
    return plain(inlines(*say.changed(source.phrases, "change.table", found.rating[word], then.rating[word])))


# --- what moved


def _moved(source: Material, indicator: Indicator) -> Fields:
    found, scheme = source.assessment(indicator), source.assessed.scheme
    return {
        "name": indicator.name,
        "previous": chip(scheme, found.previous_rating, f"{indicator.id}/previous"),
        "current": chip(scheme, found.current.rating, f"{indicator.id}/rating"),
        "direction": travel(found.direction, f"{indicator.id}/direction"),
    }


def _moved_sentence(source: Material, indicators: list[Indicator]) -> Words:
    """How many changed rating, and which indicators joined or left since the last report."""
    joined = members(source.phrases, source.changes, {i.id: i.name for i in kpis(source.dataset)}) if source.changes else []
    return inlines(*paragraph([_how_many_moved(source, indicators), joined]))


NONE_MOVED = NoneMoved("cover.moved_none", "cover.moved_none_else", "cover.moved_none_known")


def _how_many_moved(source: Material, indicators: list[Indicator]) -> list[Part]:
    """How many changed rating: moved up or down, had none before, have none now."""
    phrases, counts = source.phrases, source.assessed.counts
    if counts.previous_unknown == counts.total:
        return phrases.say("cover.moved_unknown")
    nouns = phrases.noun(KPI)
    if not indicators:
        return paragraph(unmoved(source, indicators, NONE_MOVED, **nouns))
    clauses = phrases.listed(phrases.say(phrase, count=Counted(count)) for phrase, count in _ways(source, indicators) if count)
    changed = phrases.say("cover.moved", count=Counted(len(indicators)), clauses=clauses, **nouns)
    return paragraph([changed, *unmoved(source, indicators, NONE_MOVED, **nouns)])


def _ways(source: Material, indicators: list[Indicator]) -> Iterator[tuple[str, int]]:
    """The phrase of each way in which a rating can change, and how many changed so."""
    words = [band.word for band in source.assessed.scheme.bands]
    changes = [(source.assessment(each).previous_rating, source.assessment(each).current.rating) for each in indicators]
    both = [(words.index(before), words.index(now)) for before, now in changes if before in words and now in words]
    yield "cover.up", sum(now < before for before, now in both)
    yield "cover.down", sum(now > before for before, now in both)
    yield "cover.joined", sum(before is None for before, _ in changes)
    yield "cover.lost", sum(now is None for _, now in changes)


def _is_worst(source: Material, indicator: Indicator) -> bool:
    return source.assessment(indicator).current.rating == source.assessed.scheme.bands[-1].word


def _worst(source: Material, indicator: Indicator) -> Fields:
    return {"name": indicator.name, "sentence": sentence(source, indicator, source.assessment(indicator))}


# --- authored parts


def _authored(part: Narrative | None) -> Iterator[Fields]:
    """The part's paragraphs and list items; its prompt where it is awaited. PapersError where it holds a table or picture."""
    if part is None:
        return
    if part.awaited:
        yield {"words": inlines(due(part.awaited)), "bullet": False}
    for block in part.blocks:
        match block:
            case Paragraph():
                yield {"words": block.inlines, "bullet": False}
            case Heading():
                yield {"words": (bold(plain(block.inlines)),), "bullet": False}
            case Bullets():
                yield from ({"words": item.inlines, "bullet": True} for item in _items(block))
            case _:
                raise PapersError([problem("cover-part-not-carried", part.place, what=type(block).__name__.lower(), part=part.key)])


def _items(bullets: Bullets) -> Iterator[Item]:
    """The list's items with those nested under them, in order."""
    for item in bullets.items:
        yield item
        yield from _items(item.nested) if item.nested else ()
