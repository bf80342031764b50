"""A report's data out of a folder, a workbook or DataFrames: every problem at once, each on its cell with what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from papers.dataset import Dataset, Narrative
from papers.errors import Problem
from papers.intake import records
from papers.intake.canonical import canonical, checksum
from papers.intake.confidential import without_small_numbers
from papers.intake.findings import Findings
from papers.intake.giving import tables_of
from papers.intake.last_report import last_record, named, with_history
from papers.intake.narrative import Known, part_key, read_narrative
from papers.intake.observations import observations
from papers.intake.phrasing import phrases
from papers.intake.relations import Reading, check_all, section_slugs
from papers.intake.settings import Settings, read_settings
from papers.intake.sources import SETTINGS, Source, open_source
from papers.intake.starter import filled_workbook, new_folder, new_workbook
from papers.intake.supplements import tables
from papers.intake.totals import check_stated
from papers.intake.vocabulary import COMPUTED

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["canonical", "filled_workbook", "new_folder", "new_workbook", "part_key", "read_partly", "read_report", "tables_of"]


def read_report(source: Path | str | Mapping[str, DataFrame], *, sealed: bool = True, as_typed: bool = False) -> Dataset:
    """The report in a folder, a workbook, or DataFrames by the names of their tables.

    Not `sealed`, it has no checksum, which only papers need. `as_typed`, it is what analysts keep and no paper prints: nothing is
    suppressed, nothing marked or filled in from what the last report published, and indicators that ended are among the others.

    PapersError holds every error there is, with the contradictions and advice found on the way; without an error those are the
    dataset's problems.
    """
    findings = Findings()
    read = _read(source, findings, as_typed=as_typed)
    problems = findings.stop_on_errors()
    assert read is not None, "settings that can't be read are an error"
    read = replace(read, problems=problems)
    return replace(read, checksum=checksum(read)) if sealed else read


def read_partly(source: Path | str | Mapping[str, DataFrame]) -> tuple[Dataset | None, tuple[Problem, ...]]:
    """What can be read of the report, for checks that need no more, and every problem; None where its settings can't be read.

    Overrides are among it only where every figure could be read that they may be of. PapersError where there is nothing to read.
    """
    findings = Findings()
    return _read(source, findings, as_typed=False), findings.all()


def _read(source: Path | str | Mapping[str, DataFrame], findings: Findings, *, as_typed: bool) -> Dataset | None:
    """The sound rows of every table as a dataset, with what is wrong with the others in the findings."""
    found = open_source(source, findings)
    settings = _settings(found, findings)
    info = settings.info
    reading = Reading(findings, found.grids, frozenset(found.spoilt), found.shape, found.strangers)
    parts = {**_tables(reading, settings.outline), "phrases": phrases(reading, found.phrases)}
    narrative = _narrative(found, reading, settings)
    if info is None:
        return None
    if not as_typed:
        parts = without_small_numbers(parts, narrative, info, findings)
        record = last_record(found, info, settings.previous_place, findings)
        info = named(info, record, settings.previous_place, findings)
        parts = with_history(parts, info, record, reading)
    if not _has_whole_figures(found, findings):
        parts["overrides"] = ()
    return Dataset(info, **parts, schemes=found.schemes, risk_schemes=found.risk_schemes, narrative=narrative)


def _has_whole_figures(found: Source, findings: Findings) -> bool:
    """Whether every row of figures could be read."""
    grid = found.grids.get("observations")
    where = (grid.place.file, grid.place.sheet) if grid else None
    return grid is not None and not any(each.level == "error" and (each.place.file, each.place.sheet) == where for each in findings.all())


def _settings(found: Source, findings: Findings) -> Settings:
    """The settings; without any there is a problem."""
    if found.entries is not None:
        schemes = {"scheme": found.schemes, "previous_scheme": found.schemes, "risk_scheme": found.risk_schemes}
        own = {name: tuple(each.name for each in texts) for name, texts in schemes.items()}
        return read_settings(found.entries, found.settings_place, own, findings)
    if SETTINGS not in found.spoilt:
        name, how = found.no_settings
        findings.add("missing-report", found.settings_place, name=name, how=how)
    return Settings()


def _tables(reading: Reading, outline: tuple[str, ...]) -> dict[str, Any]:
    """The fields of the dataset that tables fill, after every check that needs no rating."""
    check_all(reading)
    directorates = records.directorates(reading)
    sections = records.sections(reading, directorates)
    indicators = records.indicators(reading, sections)
    series = records.series(reading, {one.id: one.unit for one in indicators})
    actions, stated = records.actions(reading), records.stated(reading)
    countable = [one for one in stated if reading.is_whole("risk_actions") or not one.subject.startswith("risk_actions")]
    check_stated(countable, indicators if reading.is_whole("indicators") else (), actions, reading.findings)
    return {
        "directorates": directorates,
        "sections": sections,
        "indicators": indicators,
        "observations": observations(reading, indicators, series),
        "series": series,
        "floors": records.floors(reading),
        "previous": records.previous(reading),
        "overrides": records.overrides(reading),
        "risks": records.risks(reading),
        "actions": actions,
        "stated": stated,
        "links": records.links(reading),
        "tables": tables(reading, {*reading.known("directorates"), *section_slugs(reading), *COMPUTED, *outline}),
    }


def _narrative(found: Source, reading: Reading, settings: Settings) -> tuple[Narrative, ...]:
    """The authored parts; none without a folder to find them in. Without tables to hold them against, names in them are not judged."""
    if found.folder is None:
        return ()
    indicators = {name: record["commentary_parts"] or () for name, record in reading.known("indicators").items()}
    sections, directorates, supplements = (
        frozenset(names) for names in (section_slugs(reading), reading.known("directorates"), reading.known("tables"))
    )
    sure = not any(map(reading.is_unsure, ("directorates", "sections", "indicators", "tables")))
    known = Known(sections, directorates, indicators, supplements, settings.outline, settings.outline_place, sure)
    return read_narrative(found.folder, found.narrative, known, reading.findings)
