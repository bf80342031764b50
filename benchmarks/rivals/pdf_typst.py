"""typst with native charts, tagged PDF: pdf_typst.py W.json OUT.pdf (both in the folder of report.typ's root)."""

import sys
from pathlib import Path

import typst

HERE = Path(__file__).resolve().parent


def build(source, out, fonts):
    root = Path(source).resolve().parent
    template = root / "report.typ"
    if not template.exists():
        template.write_bytes((HERE / "report.typ").read_bytes())
    data = {"data": "/" + Path(source).name}
    typst.compile(str(template), output=out, root=str(root), ignore_system_fonts=True, font_paths=[fonts], sys_inputs=data, pdf_tags=True)


if __name__ == "__main__":
    build(*sys.argv[1:4])
