"""Document and layout to a tagged PDF that keeps to PDF/UA-1 and PDF/A (level a), the same bytes for the same input."""

from papers.writers.pdf.attachments import Attachment
from papers.writers.pdf.writing import write_pdf

__all__ = ["Attachment", "write_pdf"]
