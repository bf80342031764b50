"""The house style: what writers and layout need to know of the house template, a Word file that officers edit.

`read_house` reads page size, margins, the documented styles, and header and footer from templates/house.docx; Word's writer
fills the same file. So a council that makes Heading 1 purple in Word gets purple in the PDF. Lengths are points.
"""

from papers.house.fields import PROPERTIES, running_values, running_words
from papers.house.numbering import counted, heading_labels
from papers.house.palette import in_palette
from papers.house.reading import read_house
from papers.house.styles import (
    CHIP_MARK_FONT,
    CHIP_MARKS,
    KEEPING_ROLES,
    ROLE_STYLES,
    SHAPE_COLOURS,
    SHAPES,
    STYLES,
    HouseStyle,
    Line,
    Logo,
    Page,
    RunningPart,
    Style,
    TableStyle,
    contents_style,
)
from papers.house.unfollowed import unfollowed

__all__ = [
    "CHIP_MARKS",
    "CHIP_MARK_FONT",
    "KEEPING_ROLES",
    "PROPERTIES",
    "ROLE_STYLES",
    "SHAPES",
    "SHAPE_COLOURS",
    "STYLES",
    "HouseStyle",
    "Line",
    "Logo",
    "Page",
    "RunningPart",
    "Style",
    "TableStyle",
    "contents_style",
    "counted",
    "heading_labels",
    "in_palette",
    "read_house",
    "running_values",
    "running_words",
    "unfollowed",
]
