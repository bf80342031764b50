"""The style sheet: colours, fonts and proportions of the house template, for a screen of any width and for paper."""

from __future__ import annotations

from collections.abc import Mapping

from papers.document import Role
from papers.house import ROLE_STYLES, HouseStyle, Style
from papers.metrics import face

MEASURE = 46.0
"""The widest line of text in ems of the body text: about 90 letters, so that tables and charts keep their proportions."""
GENERIC, SERIF = "Arial, Helvetica, sans-serif", "Times, serif"
WITH_SERIFS = ("serif", "caladea")
"""Families of fonts with serifs, by the names that metrics have for them."""
ROLES: tuple[Role, ...] = ("title", "lead", "subtitle", "meta", "status", "label", "note", "caption")
SCREEN = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
main,header,footer{max-width:var(--measure);margin:0 auto;padding:0 1rem}
header{padding-top:1rem}
.page{padding:1rem 0 1.5rem}
.page+.page{border-top:1px solid var(--line)}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,.frame:focus-visible{outline:3px solid #FFBF47;outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:#FFFFFF;padding:.5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.chip{display:inline-block;padding:.05em .55em;border-radius:.25em;font-weight:bold;white-space:nowrap}
.travel{white-space:nowrap}
abbr{text-decoration:none}
.status .chip{margin-right:.5em}
.strip{table-layout:fixed}
.frame{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;width:100%;position:relative}
caption{text-align:left;font-weight:bold;padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0}
thead th{vertical-align:bottom}
tbody th{font-weight:normal}
.group>th,.subtotal>*,.total>*{font-weight:bold}
.right,.decimal{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
th.decimal,th.right,.words{white-space:normal}
.centre{text-align:center}
.short-1{padding-right:1.4rem}.short-2{padding-right:2rem}.short-3{padding-right:2.5rem}.short-4{padding-right:3.1rem}
figure{margin:.75rem 0}
svg.chart{max-width:100%;height:auto;display:block}
details{margin-top:.25rem}
.figures{width:auto;font-variant-numeric:tabular-nums}
.figures td{text-align:right}
.contents ul{list-style:none;padding-left:1.25rem}
.contents>ul{padding-left:0}
.contents li{margin:.2rem 0}
.commentary{margin:.75rem 0}
img{max-width:100%;height:auto}
.prompt{font-style:italic}
@media (max-width:40rem){.strip{min-width:34rem}.strip tbody>tr>*{font-size:1.25rem}}
"""
PRINT = """@page{size:A4;margin:18mm}
@media print{
.skip,details:not([open]){display:none}
.chip,svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}
h2,h3,h4,h5,.label,.status,caption{break-after:avoid}
tr,figure,.chip{break-inside:avoid}
thead{display:table-header-group;break-after:avoid}
.frame{overflow:visible}
main,header,footer{max-width:none}
}
"""


def style_sheet(house: HouseStyle, looks: Mapping[str, str]) -> str:
    """All rules: the page's own, those of the house, those of the colours in use."""
    normal = house.styles["Normal"]
    accent = house.styles["Heading 1"].colour
    line = house.table.row_line.colour
    rules = [
        f":root{{--measure:{MEASURE:g}rem;--accent:{accent};--line:{line}}}",
        f"body{{margin:0;background:#FFFFFF;font-family:{_family(normal)};font-size:1rem;line-height:{normal.line / normal.size:.3g};color:{normal.colour}}}",
        *(f"h{level + 1}{{{_look(house.styles[f'Heading {level}'], normal)}}}" for level in range(1, 5)),
        f"h1{{{_look(house.styles['Title'], normal, spaced=False)}}}",
        *(f".{role}{{{_look(house.styles[ROLE_STYLES[role]], normal, spaced=role != 'title')}}}" for role in ROLES),
        f".draft{{{_look(house.styles['Draft Mark'], normal)}}}",
        f"header,footer{{color:{house.styles['Header'].colour}}}",
        f"thead th,thead td{{border-bottom:{house.table.header_line.width:g}pt solid {house.table.header_line.colour};{_weight(house.styles['Table Header'])}}}",
        f"tbody th,tbody td{{border-bottom:{house.table.row_line.width:g}pt solid {line}}}",
        f".strip tbody>tr>*{{{_look(house.styles['Strip Figure'], normal, spaced=False)};border:0}}",
        f".strip .below{{display:block;{_look(house.styles['Strip Label'], normal, spaced=False)}}}",
        f".strip thead th{{{_look(house.styles['Strip Label'], normal, spaced=False)}}}",
        *(f".{name}{{{declared}}}" for declared, name in looks.items()),
    ]
    return "\n".join(rules) + SCREEN + PRINT


def _family(style: Style) -> str:
    own = f'"{style.font}"' if " " in style.font else style.font
    generic = SERIF if face(style.font).family in WITH_SERIFS else GENERIC
    return own if own == generic.partition(",")[0] else f"{own}, {generic}"


def _look(style: Style, normal: Style, *, spaced: bool = True) -> str:
    """Size, weight, slant, colour and the space around, in proportion to body text."""
    parts = [
        f"font-size:{style.size / normal.size:.3g}rem",
        f"line-height:{style.line / style.size:.3g}",
        f"color:{style.colour}",
        _weight(style),
    ]
    if style.font != normal.font:
        parts.append(f"font-family:{_family(style)}")
    if style.italic:
        parts.append("font-style:italic")
    if spaced:
        parts.append(f"margin:{style.before / normal.size:.3g}rem 0 {style.after / normal.size:.3g}rem")
    return ";".join(parts)


def _weight(style: Style) -> str:
    return f"font-weight:{'bold' if style.bold else 'normal'}"
