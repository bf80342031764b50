"""The next report opened from this one: what lasts carried on, periods shifted, commentary due again."""

from papers.rolling.changing import Change, Kind, changed
from papers.rolling.files import folder_files, workbook_bytes
from papers.rolling.rolling import Rolled, roll

__all__ = ["Change", "Kind", "Rolled", "changed", "folder_files", "roll", "workbook_bytes"]
