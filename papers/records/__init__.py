"""What a report published: frozen as a record, written and read as text, and held against what a later report says."""

from papers.records.changes import changes_of
from papers.records.figures import figures_of
from papers.records.freezing import freeze, published_as
from papers.records.restating import restated
from papers.records.text import DamagedRecordError, read_record, write_record

__all__ = ["DamagedRecordError", "changes_of", "figures_of", "freeze", "published_as", "read_record", "restated", "write_record"]
