"""A folder, a workbook or DataFrames as grids by table, settings, and narrative files: everything that touches the disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from papers.dataset import SchemeText
from papers.errors import NOWHERE, PapersError, Place, problem
from papers.intake.columns import BY_NAME
from papers.intake.delimited import decoded, read_csv
from papers.intake.findings import Findings, hint
from papers.intake.grids import Grid
from papers.intake.phrasing import FILE as PHRASES
from papers.intake.phrasing import Given, toml_phrases
from papers.intake.settings import Entry, sheet_entries, toml_entries

if TYPE_CHECKING:
    from pandas import DataFrame

REPORT = "report.toml"
SETTINGS = "report"
NARRATIVE = "narrative"
SCHEME_FRAMES, SCHEME_COLUMNS = ("schemes", "risk_schemes"), ("name", "text")
"""Frames that hold the report's own rating and risk schemes, and their columns."""

RECORD = "published"
"""The frame whose one cell holds the text of the last report's record."""
NO_SETTINGS = "report.toml", "one with its [report] part"
"""What is missing where a report has no settings, and what to make."""

SCHEMES, RISK_SCHEMES = "schemes", "risk-schemes"
WORKBOOKS = (".xlsx", ".xlsm")
OTHER_WORKBOOKS = (".xls", ".xlsb", ".ods", ".numbers")
LOCK = "~$"
"""How the lock files begin that Word and Excel leave beside an open file."""


@dataclass(slots=True)
class Source:
    """What was found of a report, before any of it is understood.

    `entries` are the settings, None where there are none to read; `settings_place` is where they stand or should.
    """

    folder: Path | None = None
    grids: dict[str, Grid] = field(default_factory=dict)
    entries: tuple[Entry, ...] | None = None
    settings_place: Place = NOWHERE
    narrative: tuple[Path, ...] = ()
    schemes: tuple[SchemeText, ...] = ()
    risk_schemes: tuple[SchemeText, ...] = ()
    phrases: tuple[Given, ...] = ()
    record: str = ""
    """The text of the last report's record, where it came with the tables."""
    spoilt: set[str] = field(default_factory=set)
    """Tables that are there but could not be read: nothing is said about what they lack."""
    shape: str = "{name}.csv"
    """What a table of this source is, for a sentence that asks for one."""
    no_settings: tuple[str, str] = NO_SETTINGS
    strangers: tuple[str, ...] = ()
    """Names of files, sheets or frames that are no tables: one of them may be a misspelt one."""


def open_source(source: Path | str | Mapping[str, DataFrame], findings: Findings) -> Source:
    """Everything of the report as found. PapersError where there is nothing to look at."""
    if isinstance(source, Mapping):
        return _of_frames(source, findings)
    if not isinstance(source, str | Path):
        raise PapersError([problem("not-a-source", value=str(source))])
    path = Path(source)
    if path.is_dir():
        return _of_folder(path, findings)
    if not path.exists():
        raise PapersError([problem("no-such-file", Place(file=path.name), name=path.name)])
    if path.name == REPORT:
        return _of_folder(path.parent, findings)
    if path.suffix.lower() in WORKBOOKS:
        return _of_workbook(path, findings)
    code = "old-workbook" if path.suffix.lower() in OTHER_WORKBOOKS else "not-a-source"
    raise PapersError([problem(code, Place(file=path.name), name=path.name, value=path.name)])


def read_bytes(path: Path, name: str, findings: Findings) -> bytes | None:
    """The file's bytes; None, and a problem in words, where the system refuses them."""
    try:
        return path.read_bytes()
    except PermissionError:
        findings.add("file-open-elsewhere", Place(file=name), name=name)
    except OSError as error:
        findings.add("unreadable-file", Place(file=name), name=name, why=(error.strerror or "the system refuses").lower())
    return None


def _of_folder(folder: Path, findings: Findings) -> Source:
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith((LOCK, "."))]
    tables = [path for path in files if path.suffix.lower() == ".csv"]
    books = [path for path in files if path.suffix.lower() in WORKBOOKS]
    _report_others(files, findings)
    if books and not tables:
        return _of_one_workbook(books, findings)
    source = _beside_tables(folder, findings)
    for path in tables:
        _take_csv(path, source, findings)
    for path in books:
        findings.add("workbook-not-read", Place(file=path.name), name=path.name)
    _take_toml(source, findings)
    return source


def _report_others(files: Iterable[Path], findings: Findings) -> None:
    for path in files:
        if path.suffix.lower() in OTHER_WORKBOOKS:
            findings.add("old-workbook", Place(file=path.name), name=path.name)


def _of_one_workbook(books: list[Path], findings: Findings) -> Source:
    if len(books) > 1:
        findings.add("several-workbooks", NOWHERE, count=len(books), names=", ".join(path.name for path in books))
    return _of_workbook(books[0], findings)


def _take_csv(path: Path, source: Source, findings: Findings) -> None:
    """Read a table's file into the source; a file that is no table is pointed out."""
    name = path.stem.lower()
    if name not in BY_NAME:
        source.strangers += (name,)
        findings.add("unknown-file", Place(file=path.name), name=path.name, hint=hint(name, BY_NAME.keys() - source.grids.keys()))
        return
    data = read_bytes(path, path.name, findings)
    grid = None if data is None else read_csv(name, data, Place(file=path.name), findings)
    if grid is None:
        source.spoilt.add(name)
    else:
        source.grids[name] = grid


def _take_toml(source: Source, findings: Findings) -> None:
    """Read report.toml into the source where there is one."""
    path = source.folder / REPORT if source.folder else None
    if path is None or not path.exists():
        return
    if source.entries is not None:
        findings.add("two-reports", Place(file=REPORT))
    data = read_bytes(path, REPORT, findings)
    source.settings_place = Place(file=REPORT)
    source.entries = None if data is None else toml_entries(data, Place(file=REPORT), findings)
    if source.entries is None:
        source.spoilt.add(SETTINGS)


def _beside_tables(folder: Path, findings: Findings) -> Source:
    """What stands in a report's folder whatever form its tables have: narrative and schemes."""
    return Source(
        folder,
        settings_place=Place(file=REPORT),
        narrative=_narrative(folder, findings),
        schemes=read_schemes(folder, findings),
        risk_schemes=read_schemes(folder, findings, RISK_SCHEMES),
        phrases=_phrases(folder, findings),
    )


def _of_workbook(path: Path, findings: Findings) -> Source:
    from papers.intake.workbooks import read_workbook

    source = _beside_tables(path.parent, findings)
    source.shape = "a sheet {name}"
    source.no_settings = ("report.toml", "one with its [report] part, or a sheet report with the columns part, key and value")
    data = read_bytes(path, path.name, findings)
    book = read_workbook(data, path.name, findings) if data is not None else None
    if book is None:
        source.spoilt.update(BY_NAME)
    else:
        source.strangers = book.strangers
        _take_settings(book.grids, source, findings)
    _take_toml(source, findings)
    return source


def _take_settings(grids: dict[str, Grid], source: Source, findings: Findings) -> None:
    """Divide grids into settings and tables."""
    settings = grids.pop(SETTINGS, None)
    source.grids = grids
    if settings:
        source.entries = sheet_entries(settings, findings)
        source.settings_place = settings.place


def _of_frames(frames: Mapping[str, DataFrame], findings: Findings) -> Source:
    from papers.intake.frames import frame_grid, is_frame

    known = {*BY_NAME, SETTINGS, RECORD, *SCHEME_FRAMES}
    settings = ("frame report", "one with the columns part, key and value")
    strangers = tuple(str(name) for name in frames if name not in known)
    source = Source(settings_place=Place(sheet=SETTINGS), shape="a frame {name}", no_settings=settings, strangers=strangers)
    for name in strangers:
        findings.add("unknown-frame", Place(sheet=name), name=name, hint=hint(name, known))
    for name, frame in frames.items():
        if name in known and not is_frame(frame):
            findings.add("not-a-frame", Place(sheet=name), name=name, value=f"a {type(frame).__name__}")
            source.spoilt.add(name)
    sound = {name: frame for name, frame in frames.items() if name in known and name not in source.spoilt}
    if (record := sound.pop(RECORD, None)) is not None:
        source.record = "".join(str(text) for text in record.iloc[:, 0])
    source.schemes, source.risk_schemes = (_framed_schemes(name, sound.pop(name, None), source, findings) for name in SCHEME_FRAMES)
    _take_settings({name: frame_grid(name, frame) for name, frame in sound.items()}, source, findings)
    return source


def _framed_schemes(name: str, frame: DataFrame | None, source: Source, findings: Findings) -> tuple[SchemeText, ...]:
    """The schemes in a frame with the columns name and text: what a scheme's file would be called, without its end, and hold."""
    missing = [column for column in SCHEME_COLUMNS if frame is not None and column not in frame.columns]
    for column in missing:
        findings.add("missing-column", Place(sheet=name), name=column, hint="")
    if frame is None or missing:
        source.spoilt.update({name} if missing else ())
        return ()
    rows = zip(*(frame[column] for column in SCHEME_COLUMNS), strict=True)
    return tuple(SchemeText(str(called), str(text), Place(sheet=name, row=row)) for row, (called, text) in enumerate(rows, 2))


def read_schemes(folder: Path, findings: Findings, part: str = SCHEMES) -> tuple[SchemeText, ...]:
    """The report's own rating schemes, or those of another part of its folder, in the order of their names."""
    found = []
    for path in sorted((folder / part).glob("*.toml")):
        name = path.relative_to(folder).as_posix()
        data = read_bytes(path, name, findings)
        text = None if data is None else decoded(data, Place(file=name), findings)
        if text is not None:
            found.append(SchemeText(path.stem, text, Place(file=name)))
    return tuple(found)


def _phrases(folder: Path, findings: Findings) -> tuple[Given, ...]:
    """The report's own phrases, as they stand in its folder."""
    path = folder / PHRASES
    data = read_bytes(path, PHRASES, findings) if path.exists() else None
    return () if data is None else toml_phrases(data, Place(file=PHRASES), findings)


def _narrative(folder: Path, findings: Findings) -> tuple[Path, ...]:
    """The narrative's files, in the order of their names."""
    root = folder / NARRATIVE
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.name.startswith((LOCK, "."))]
    for path in files:
        if path.suffix.lower() in (".doc", ".odt", ".rtf", ".txt", ".pdf"):
            name = path.relative_to(folder).as_posix()
            findings.add("narrative-kind", Place(file=name), name=name)
    return tuple(path for path in files if path.suffix.lower() in (".md", ".docx"))
