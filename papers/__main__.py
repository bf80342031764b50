"""`python -m papers` is `papers`."""

from papers.cli import main

main()
