"""Charts and pictures in line with the text, with their text alternatives, and the parts that they need."""

from __future__ import annotations

from papers.document import Chart, Picture
from papers.writers.word.chart_frame import frame
from papers.writers.word.charts import WORKBOOK_RELATION, chart_part
from papers.writers.word.workbook import workbook
from papers.writers.word.writing import Writing
from papers.writers.word.xml import CHART, DECLARATION, DECORATIVE, EMU, PACKAGE, PICTURE, RELATION, attribute

CHART_KIND = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SUFFIXES = {"image/png": "png", "image/jpeg": "jpeg"}
LEAST_SIDE = 1.0


def chart_run(chart: Chart, writing: Writing, room: int) -> str:
    """The chart as wide as it says, or as `room` (in twips), named by its id, and its parts: the chart and its workbook."""
    writing.charts += 1
    number = writing.charts
    width = max(LEAST_SIDE, min(chart.width or room / 20, room / 20))
    part = chart_part(chart, frame(chart, width, writing.house.styles["Chart Label"]))
    name = f"charts/chart{number}.xml"
    data = f"embeddings/chart{number}.xlsx"
    writing.parts[f"word/{name}"] = part.encode()
    writing.parts[f"word/{data}"] = workbook(chart)
    writing.parts[f"word/charts/_rels/chart{number}.xml.rels"] = _relation_to(f"../{data}")
    writing.kinds[f"/word/{name}"] = CHART_KIND
    relation = writing.relations.add(f"{RELATION}/chart", name)
    shown = f'<a:graphicData uri="{CHART}"><c:chart r:id="{relation}"/></a:graphicData>'
    return _inline(writing, (width, chart.height), chart.id, chart.alt, shown)


def _relation_to(target: str) -> bytes:
    return (
        f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="{WORKBOOK_RELATION}" Type="{RELATION}/package" Target="{target}"/></Relationships>'
    ).encode()


def picture_run(picture: Picture, writing: Writing) -> str:
    """The picture, scaled down where it is wider than the text or higher than the page."""
    room, height = writing.width / 20, writing.height
    scale = min(1.0, room / picture.width, height / picture.height)
    size = max(LEAST_SIDE, picture.width * scale), max(LEAST_SIDE, picture.height * scale)
    if scale < 1:
        writing.prompts[f"papers.size:{picture.id}"] = f"{picture.width}x{picture.height} shown {round(size[0])}x{round(size[1])}"
    relation = _picture_part(picture, writing)
    name = f"Picture {len(writing.pictures)}"
    extent = f'<a:ext cx="{round(size[0] * EMU)}" cy="{round(size[1] * EMU)}"/>'
    shown = (
        f'<a:graphicData uri="{PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/>{extent}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    )
    return _inline(writing, size, name, picture.alt, shown)


def _picture_part(picture: Picture, writing: Writing) -> str:
    """The relationship to the picture's part; one part for all places that show the same picture."""
    if picture.data not in writing.pictures:
        name = f"media/image{len(writing.pictures) + 1}.{SUFFIXES[picture.media_type]}"
        writing.parts[f"word/{name}"] = picture.data
        writing.pictures[picture.data] = writing.relations.add(f"{RELATION}/image", name)
    return writing.pictures[picture.data]


def _inline(writing: Writing, size: tuple[float, float], name: str, alt: str, shown: str) -> str:
    """A drawing in line with the text. One without a text alternative says that it is a decoration."""
    writing.drawings += 1
    about = f'id="{writing.drawings}" name="{name}" descr="{attribute(alt)}"'
    kind = f'<a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst>'
    placed = f"<wp:docPr {about}/>" if alt else f"<wp:docPr {about}>{kind}</wp:docPr>"
    return (
        '<w:r><w:rPr><w:noProof/><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{round(size[0] * EMU)}" cy="{round(size[1] * EMU)}"/>{placed}<wp:cNvGraphicFramePr/>'
        f"<a:graphic>{shown}</a:graphic></wp:inline></w:drawing></w:r>"
    )
