"""Where commentaries live in the report's folder, and the folder's files with a commentary's new text in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import PurePosixPath

from papers.dataset import Dataset, Narrative, Placed
from papers.document import AuthoredBlock, Heading, plain
from papers.drafting.authored import commentary_id
from papers.drafting.ids import block_id
from papers.errors import NOWHERE
from papers.intake.narrative import key_of, part_key
from papers.readers.markdown import read_markdown
from papers.readers.markdown_syntax import CALL, NOTE, parser
from papers.rounds.merging import Merged
from papers.rounds.said import markdown_of
from papers.writers.markdown import write_markdown

NARRATIVE = "narrative"
UNDER_TITLE = 2
DEEPEST = 4
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

Part = tuple[AuthoredBlock | Placed, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """Where a commentary lives: its part, and which of the part's blocks it holds."""

    part: Narrative
    start: int
    end: int


def homes(dataset: Dataset) -> dict[str, Home]:
    """The homes of all commentaries by their ids: each stretch of a part between what it places."""
    found: dict[str, Home] = {}
    for part in dataset.narrative:
        key = commentary_id(part.key)
        if not part.blocks:
            found[key] = Home(part, 0, 0)
        for number, (start, end) in enumerate(_stretches(part.blocks), 1):
            found[key if number == 1 else block_id(key, f"part-{number}")] = Home(part, start, end)
    return found


def _stretches(blocks: Part) -> Iterator[tuple[int, int]]:
    start = 0
    for n, block in enumerate([*blocks, None]):
        if block is None or isinstance(block, Placed):
            if n > start:
                yield start, n
            start = n + 1


def part_of(commentary: str) -> str:
    """The key of the part that a commentary of this id belongs to: section/customer-services."""
    key = re.sub(r"/part-\d+$", "", commentary)
    return key if key.startswith("indicator/") else key.removesuffix("/commentary")


@dataclass(slots=True)
class Rewritten:
    """The files to write by their names within the folder, and those whose text is in another now."""

    files: dict[str, bytes] = field(default_factory=dict)
    replaced: list[str] = field(default_factory=list)


def rewrite(dataset: Dataset, merged: Mapping[str, Merged], texts: Mapping[str, bytes]) -> Rewritten:
    """The narrative's files with the merged commentaries in them. `texts` are the files as they are, by name within the folder."""
    known, out = homes(dataset), Rewritten()
    parts: dict[str, Part] = {}
    for key, each in merged.items():
        home = known.get(key) or Home(Narrative(part_of(key)), 0, 0)
        blocks = parts.get(home.part.key, home.part.blocks)
        late = len(home.part.blocks) - home.end
        parts[home.part.key] = (*blocks[: _start(home, blocks)], *_raw(each, home), *blocks[len(blocks) - late :])
    by_key = {part.key: part for part in dataset.narrative}
    for key, blocks in parts.items():
        _write_part(by_key.get(key) or Narrative(key), blocks, dataset, texts, out)
    return out


def _start(home: Home, blocks: Part) -> int:
    """Where the stretch begins in the part's blocks, some stretches of which are new already."""
    placed = sum(isinstance(each, Placed) for each in home.part.blocks[: home.start])
    if not placed:
        return 0
    return [n for n, each in enumerate(blocks) if isinstance(each, Placed)][placed - 1] + 1


def _raw(merged: Merged, home: Home) -> Part:
    """The commentary's blocks as its file holds them: its own as they stood, those that came back with headings on its levels."""
    top = min((each.level for each in home.part.blocks if isinstance(each, Heading)), default=UNDER_TITLE)
    blocks: list[AuthoredBlock | Placed] = []
    for piece in merged.pieces:
        own = piece.block if piece.index is None else home.part.blocks[home.start + piece.index]
        if piece.index is None and isinstance(own, Heading):
            own = replace(own, level=min(own.level + top - 1, DEEPEST))
        blocks.append(own)
    return tuple(blocks)


# --- files


def _write_part(part: Narrative, blocks: Part, dataset: Dataset, texts: Mapping[str, bytes], out: Rewritten) -> None:
    """Put the file with the part's new blocks into `out`."""
    name = part.place.file or _default_file(part.key, dataset, texts)
    if not name.endswith(".md"):
        out.replaced.append(name)
        name = _moved_to_markdown(name, dataset, out)
    data = out.files.get(name, texts.get(name, b""))
    source = data.decode("utf-8-sig", errors="replace")
    ending = "\r\n" if "\r\n" in source else "\n"
    text, pictures = _with_part(source.replace("\r\n", "\n"), name, part.key, blocks, dataset)
    out.files[name] = text.replace("\n", ending).encode()
    folder = PurePosixPath(name).parent
    out.files |= {str(folder / picture): found for picture, found in pictures.items() if str(folder / picture) not in texts}


def _default_file(key: str, dataset: Dataset, texts: Mapping[str, bytes]) -> str:
    """The file that a part belongs into which has none yet: that of its section, else one of its own."""
    head, _, rest = key.partition("/")
    section = next((each.section for each in dataset.indicators if head == "indicator" and each.id == rest.partition("/")[0]), "")
    shared = f"{NARRATIVE}/section-{section}.md"
    if section and shared in texts:
        return shared
    return f"{NARRATIVE}/{key.replace('/', '__') if head == 'indicator' else key.replace('/', '-', 1)}.md"


def _moved_to_markdown(name: str, dataset: Dataset, out: Rewritten) -> str:
    """The Markdown file that takes the place of a Word file of the narrative, with all that the Word file says."""
    moved = str(PurePosixPath(name).with_suffix(".md"))
    if moved not in out.files:
        parts = [part for part in dataset.narrative if part.place.file == name]
        text = "\n".join(
            filter(None, (_whole_part(part, first=not n, out=out, folder=PurePosixPath(name).parent) for n, part in enumerate(parts)))
        )
        out.files[moved] = text.encode()
    return moved


def _whole_part(part: Narrative, *, first: bool, out: Rewritten, folder: PurePosixPath) -> str:
    """The part under its heading, as a file of Markdown holds it."""
    indicator = part.key.split("/")[1] if part.key.startswith("indicator/") else ""
    heading = f"# {part.title}\n\n" if first and part.title else f"# {indicator}\n\n" if indicator and not first else ""
    if part.awaited:
        owner = f"from {part.awaited.owner}. " if part.awaited.owner else ""
        return f"{heading}Awaited: {owner}{part.awaited.prompt}\n"
    text, pictures = _body(part.blocks, {}, ())
    out.files |= {str(folder / name): data for name, data in pictures.items()}
    return heading + text


def _with_part(source: str, name: str, key: str, blocks: Part, dataset: Dataset) -> tuple[str, Mapping[str, bytes]]:
    """The file's text with the part's body replaced, and the pictures of the new body."""
    lines = source.split("\n")
    start, end, heading = _body_range(source, name, key, dataset)
    old, rest = "\n".join(lines[start:end]), "\n".join([*lines[:start], *lines[end:]])
    elsewhere = {*CALL.findall(rest)}
    body, pictures = _body(blocks, _sources(old), elsewhere)
    kept = [line for line in _note_lines(old) if (found := NOTE.match(line)) and found[1] in elsewhere]
    remarks = [each for each in COMMENT.findall(old) if each not in body]
    text = "\n\n".join(filter(None, [heading, body.strip("\n"), *kept, *remarks]))
    before, after = _without_unused("\n".join(lines[:start]), "\n".join(lines[end:]), CALL.findall(old), rest)
    return "\n\n".join(each.strip("\n") for each in (before, text, after) if each.strip("\n")) + "\n", pictures


def _note_lines(text: str) -> Iterator[str]:
    return (line for line in text.split("\n") if NOTE.match(line))


def _without_unused(before: str, after: str, called: Iterable[str], rest: str) -> tuple[str, str]:
    """The text around a body without the footnotes that only the old body called."""
    still = {found for line in rest.split("\n") if not NOTE.match(line) for found in CALL.findall(line)}
    gone = set(called) - still

    def kept(text: str) -> str:
        return "\n".join(line for line in text.split("\n") if not ((found := NOTE.match(line)) and found[1] in gone))

    return kept(before), kept(after)


def _body(blocks: Part, sources: Mapping[str, str], labels: Iterable[str]) -> tuple[str, Mapping[str, bytes]]:
    """The blocks as Markdown: those that stand in the source as they stand there, what is placed as its mark."""
    texts: list[str] = []
    pictures: dict[str, bytes] = {}
    taken = set(labels)
    stretch: list[AuthoredBlock] = []

    def flush() -> None:
        if stretch:
            written = write_markdown(stretch, taken)
            taken.update(CALL.findall(written.text))
            pictures.update(written.pictures)
            texts.append(written.text.strip("\n"))
            stretch.clear()

    for block in blocks:
        own = f"{{{{{block.kind} {block.id}}}}}" if isinstance(block, Placed) else sources.get(markdown_of(block))
        if own is None and not isinstance(block, Placed):
            stretch.append(block)
        else:
            flush()
            texts.append(own or "")
    flush()
    return "\n\n".join(texts) + "\n", pictures


def _sources(body: str) -> dict[str, str]:
    """How the body writes each of its blocks, by the block as Markdown; none with footnotes, whose numbers may change, and no lists."""
    lines, found = body.split("\n"), {}
    for token in parser().parse(body, {}):
        if token.level or token.map is None or token.type not in ("paragraph_open", "heading_open", "table_open"):
            continue
        text = "\n".join(lines[token.map[0] : token.map[1]]).strip("\n")
        blocks, problems = read_markdown(text, "x", None, NOWHERE)
        if len(blocks) == 1 and not problems and not CALL.search(text):
            found[markdown_of(blocks[0])] = text
    return found


def _body_range(source: str, name: str, key: str, dataset: Dataset) -> tuple[int, int, str]:
    """The lines of the part's body, and the heading that opens it where the file has none for it yet."""
    openings = list(_openings(source, name, dataset))
    for (opened, start, _), (_, _, end) in zip(openings, [*openings[1:], ("", 0, len(source.split("\n")))], strict=True):
        if opened == key:
            return start, end, ""
    last = len(source.split("\n"))
    indicator = key.split("/")[1] if key.startswith("indicator/") else ""
    return last, last, f"# {indicator}" if indicator else ""


def _openings(source: str, name: str, dataset: Dataset) -> Iterator[tuple[str, int, int]]:
    """The parts of a file as intake tells them: key, the line on which the body begins, the line on which the part's heading stands."""
    own = key_of(PurePosixPath(name).relative_to(NARRATIVE))
    known = {each.id: each.commentary_parts for each in dataset.indicators}
    indicator = own.split("/")[1] if own.startswith("indicator/") else ""
    heads = [(int(level[1:]), words, lines) for level, words, lines in _headings(source)]
    titled = bool(heads) and heads[0][0] == 1 and heads[0][1] not in known and not "\n".join(source.split("\n")[: heads[0][2][0]]).strip()
    yield part_key(indicator) if indicator and own.count("/") == 1 else own, heads[0][2][1] if titled else 0, 0
    for level, words, (start, end) in heads:
        if level == 1 and words in known:
            indicator = words
            yield part_key(words), end, start
        named = next((each for each in known.get(indicator, ()) if each.casefold() == words.casefold()), "")
        if level == UNDER_TITLE and named:
            yield part_key(indicator, named), end, start


def _headings(source: str) -> Iterator[tuple[str, str, Sequence[int]]]:
    """Tag, words and lines of each heading."""
    tokens = parser().parse(source, {})
    for token, following in pairwise(tokens):
        if token.type == "heading_open" and not token.level and token.map:
            blocks, _ = read_markdown(f"# {following.content}", "x", None, NOWHERE)
            yield token.tag, plain(blocks[0].inlines).strip() if blocks and isinstance(blocks[0], Heading) else "", token.map
