"""The archive's seal: what was published, file by file, as a plain JSON manifest, and what has become of it since."""

from papers.seals.comparing import Finding, Held, compare
from papers.seals.describing import describe
from papers.seals.manifest import (
    MANIFEST,
    PLAIN,
    DamagedManifestError,
    Manifest,
    Origin,
    SealedFile,
    origin_as_json,
    read_manifest,
    read_origin,
    write_manifest,
)
from papers.seals.names import clashes, hostile, shown

__all__ = [
    "MANIFEST",
    "PLAIN",
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
    "origin_as_json",
    "read_manifest",
    "read_origin",
    "shown",
    "write_manifest",
]
