"""What holds of a PDF, from anywhere: what it is, what it says of itself, and which rules of PDF/UA-1 and PDF/A it keeps.

Our own checks, for people and for packs. They find what most often fails; only a full validator proves a claim (the tests run one).
"""

from papers.inspection.checks import CHECKS, Check
from papers.inspection.inspecting import Finding, Inspection, inspect_opened, inspect_pdf

__all__ = ["CHECKS", "Check", "Finding", "Inspection", "inspect_opened", "inspect_pdf"]
