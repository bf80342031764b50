"""Texts that come back in files that are no papers of ours: read as blocks where that can be, else what to ask for is said."""

from __future__ import annotations

import email
import email.policy
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from papers.dataset import Narrative
from papers.document import AuthoredBlock
from papers.errors import PapersError, Place, problem
from papers.readers.word import Authored, read_authored
from papers.rounds.account import Finding
from papers.rounds.fitting import unprintable
from papers.rounds.plaintext import plain_blocks
from papers.rounds.said import markdown_of
from papers.rounds.strays import AUTHORED
from papers.rounds.wrappers import unwrap_blocks

PREFIX = "text"
SECONDS = 60
CONVERTED = (".odt", ".doc", ".rtf")
PLAIN = (".txt", ".md")
MAIL = ".eml"
KINDS = {
    ".pdf": "Ask for the Word file (.docx) that it was made from: a PDF has no paragraphs to take.",
    ".msg": "In Outlook, save the mail as text (.txt), or its attachment by itself.",
    ".pages": "Ask for it as Word: in Pages, File, Export To, Word.",
}


def refuse_other_kinds(name: str, data: bytes) -> None:
    """PapersError for what is no Word file, with what to ask for or how to take its text."""
    if name.lower().endswith(".docx") and not data.startswith(b"%PDF"):
        return
    ending = ".pdf" if data.startswith(b"%PDF") else Path(name).suffix.lower()
    how = KINDS.get(ending, "Take its text as that of a section: --section NAME.")
    raise PapersError([problem("collect-other-kind", Place(file=name), name=name, how=how)])


def read_foreign(name: str, data: bytes) -> Authored:
    """The blocks of a file of any kind that has a text, and what could not be carried. PapersError where there is no way to read it."""
    ending = ".pdf" if data.startswith(b"%PDF") else Path(name).suffix.lower()
    if ending in PLAIN:
        read = _plain(data.decode("utf-8-sig", errors="replace"))
    elif ending == MAIL:
        read = _plain(_mail_text(data))
    elif ending in (*CONVERTED, ".docx"):
        read = read_authored(_as_word(name, data) if ending in CONVERTED else data, PREFIX)
    else:
        refuse_other_kinds(name, data)
        return Authored((), ())
    blocks, links = unwrap_blocks(read.blocks)
    led = (problem("collect-link-unwrapped", Place(file=name), value=was, data=leads) for was, leads in links)
    return Authored(blocks, (*read.problems, *led), read.dropped)


def _plain(text: str) -> Authored:
    """The blocks of plain text, and the characters of it that no paper can print."""
    blocks = plain_blocks(text, PREFIX)
    return Authored(blocks, tuple(unprintable(blocks)))


def proposal(key: str, part: Narrative | None, blocks: Iterable[AuthoredBlock]) -> Finding:
    """The text as what is proposed for the part, beside what the folder has."""
    own = "\n\n".join(markdown_of(block) for block in (part.blocks if part else ()) if isinstance(block, AUTHORED))
    text = "\n\n".join(map(markdown_of, blocks))
    return Finding("proposal", key, part.title if part else "", sent=own, returned=text, now=own, where=str(part.place) if part else "")


def _mail_text(data: bytes) -> str:
    """The plain text of a mail."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain",))
    return str(body.get_content()) if body else ""


def _as_word(name: str, data: bytes) -> bytes:
    """The file as LibreOffice saves it for Word. PapersError where LibreOffice is not there or can't."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise PapersError([problem("collect-other-kind", Place(file=name), name=name, how="Save it in Word as Word Document (.docx).")])
    with tempfile.TemporaryDirectory() as made:
        source = Path(made) / f"text{Path(name).suffix.lower()}"
        source.write_bytes(data)
        call = [
            program,
            f"-env:UserInstallation=file://{made}/profile",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            made,
            str(source),
        ]
        try:
            subprocess.run(call, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603 - a program by its full name, no shell
            return (Path(made) / "text.docx").read_bytes()
        except (OSError, subprocess.SubprocessError) as failed:
            how = "Save it in Word as Word Document (.docx)."
            raise PapersError([problem("collect-other-kind", Place(file=name), name=name, how=how)]) from failed
