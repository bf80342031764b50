"""A whole quarter by docxtpl, matplotlib and LibreOffice: quarter.py TEMPLATE OUT W.json ...; one process builds, one converts all."""

import subprocess
import sys
from pathlib import Path

import docx_docxtpl


def build(template, out, sources):
    papers = []
    for source in sources:
        papers.append(str(Path(out) / f"{Path(source).stem}.docx"))
        docx_docxtpl.build(source, template, papers[-1])
    profile = f"-env:UserInstallation={(Path(out) / 'profile').absolute().as_uri()}"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", out, *papers], check=True, capture_output=True)


if __name__ == "__main__":
    build(sys.argv[1], sys.argv[2], sys.argv[3:])
