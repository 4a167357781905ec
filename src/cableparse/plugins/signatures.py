"""The first bytes of files that are no text, whatever else is in them."""

SIGNATURES = {
    b"PAR1\x15": "application/vnd.apache.parquet",  # `PAR1S` is how a scanner may read PARIS
    b"ARROW1\0\0": "application/vnd.apache.arrow.file",
    b"SQLite format 3\0": "application/x-sqlite3",
    b"PK\x03\x04": "application/zip",
    b"PK\x05\x06": "application/zip",
    b"7z\xbc\xaf\x27\x1c": "application/x-7z-compressed",
    b"Rar!\x1a\x07": "application/vnd.rar",
    b"\x1f\x8b\x08": "application/gzip",
    b"\xfd7zXZ\0": "application/x-xz",
    b"\x28\xb5\x2f\xfd": "application/zstd",
    **{b"BZh%d1AY&SY" % level: "application/x-bzip2" for level in range(1, 10)},
    b"%PDF-": "application/pdf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "application/x-ole-storage",  # an old .doc or .msg
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
    b"\x7fELF": "application/x-elf",
}
"""Media types by how such a file begins. Each has a byte that no text has there, or is a name."""

_ALL = tuple(SIGNATURES)


def binary_kind(data: bytes) -> str:
    """Give the media type of what begins as no text does; empty where that is not known."""
    if not data.startswith(_ALL):  # so it is with each cable
        return ""
    return next(kind for signature, kind in SIGNATURES.items() if data.startswith(signature))
