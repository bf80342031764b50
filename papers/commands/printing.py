"""Word files printed by LibreOffice, which is let fetch nothing: no picture, text, sheet or style from the network or from this machine."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

PROGRAMS = ("soffice", "libreoffice")
PATIENCE = 180
"""Seconds after which LibreOffice is given up."""
DOCX = "docx"
PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"2"}}'

SCRIPTING, UPDATING, NETWORK = "Office.Common/Security/Scripting", "Office.Writer/Content/Update", "Inet/Settings"
NOWHERE, NO_PORT = "127.0.0.1", "9"
SETTINGS = (
    (SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (SCRIPTING, "DisableActiveContent", "true"),
    (SCRIPTING, "DisableMacrosExecution", "true"),
    (SCRIPTING, "MacroSecurityLevel", "3"),
    (UPDATING, "Link", "0"),
    (NETWORK, "ooInetProxyType", "2"),
    (NETWORK, "ooInetNoProxy", ""),
    *(
        (NETWORK, f"ooInet{scheme}Proxy{key}", value)
        for scheme in ("HTTP", "HTTPS", "FTP")
        for key, value in (("Name", NOWHERE), ("Port", NO_PORT))
    ),
)
"""Links are not followed and macros not run; what is fetched all the same, such as a style sheet, is asked of a proxy that is not there."""
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>
"""
ITEM = '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'

OLE, RTF, ZIP = b"\xd0\xcf\x11\xe0", b"{\\rtf", b"PK\x03\x04"
BEGINNINGS = {".docx": (ZIP,), ".odt": (ZIP,), ".rtf": (RTF,), ".doc": (OLE, RTF)}
"""How files begin by the ends of their names; LibreOffice opens any other as what it takes it for, such as a web page."""


class PrintingError(Exception):
    """LibreOffice could not print a file; its text says why."""


def converter() -> str | None:
    """The program, None where it is not installed."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def converted(program: str, data: bytes, suffix: str, to: str = PDF) -> bytes:
    """The Word file, whose name ends in `suffix`, as a tagged PDF, or as `to` says. PrintingError where that can't be."""
    if not data.startswith(BEGINNINGS[suffix]):
        raise PrintingError(f"it is not what its name says, a {suffix} file")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_profile(), "utf-8")
        paper = folder / f"paper{suffix}"
        paper.write_bytes(data)
        profile = f"-env:UserInstallation={user.parent.as_uri()}"
        _run([program, profile, "--headless", "--norestore", "--convert-to", to, "--outdir", str(folder / "converted"), str(paper)])
        result = folder / "converted" / f"paper.{to.partition(':')[0]}"
        if not result.is_file():
            raise PrintingError("it wrote nothing")
        return result.read_bytes()


def _profile() -> str:
    return PROFILE.format(items="".join(ITEM.format(path=path, name=name, value=escape(value)) for path, name, value in SETTINGS))


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)  # noqa: S603 - its own path, no shell
    except subprocess.TimeoutExpired:
        raise PrintingError(f"it took longer than {PATIENCE} seconds") from None
    if done.returncode:
        raise PrintingError(done.stderr.strip()[:200] or f"it ended with {done.returncode}")
