"""The archive's seal: what was published, file by file, as a plain JSON manifest, and what has become of it since."""

from papers.seals.comparing import Finding, Held, compare
from papers.seals.describing import describe
from papers.seals.manifest import MANIFEST, DamagedManifestError, Manifest, Origin, SealedFile, read_manifest, write_manifest
from papers.seals.names import clashes, hostile, shown

__all__ = [
    "MANIFEST",
    "DamagedManifestError",
    "Finding",
    "Held",
    "Manifest",
    "Origin",
    "SealedFile",
    "clashes",
    "compare",
    "describe",
    "hostile",
    "read_manifest",
    "shown",
    "write_manifest",
]
