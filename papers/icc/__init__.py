"""The colour profile that PDFs carry; see LICENSE."""
