"""Where each number of a built paper comes from: the cell of a figure, a computation, a text of the data, or a person's commentary."""

from papers.tracing.numbers import Traced, Tracer

__all__ = ["Traced", "Tracer"]
