"""Computed sentences: plain records in, inlines out, every figure with its key. Nothing here computes a rating or a count."""

from papers.narrative.actions import action_summary, due_summary
from papers.narrative.activity import activity
from papers.narrative.notes import data_notes
from papers.narrative.risks import risk_summary
from papers.narrative.status import status
from papers.narrative.summary import direction_summary, directorate_summary, summary

__all__ = [
    "action_summary",
    "activity",
    "data_notes",
    "direction_summary",
    "directorate_summary",
    "due_summary",
    "risk_summary",
    "status",
    "summary",
]
