"""Bytes into text: the encodings that spreadsheets and mail programs write."""

from __future__ import annotations

import codecs

from castapp.domain.checks import Invalid

LARGEST = 50_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(content: bytes, source: str) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252. Raises Invalid when it is none."""
    if len(content) > LARGEST:
        raise Invalid(f"{source} is larger than {LARGEST // 1_000_000} MB; bring it in by parts.")
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    for encoding in (marked,) if marked else (_unmarked_utf16(content), "utf-8", "cp1252"):
        if encoding:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise Invalid(f"{source} cannot be read as text; save it as CSV in UTF-8.")


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without its mark shows as a NUL in every other byte of plain letters."""
    sample = content[:2000]
    half = max(1, len(sample) // 2)
    if len(sample) >= 8 and len(content) % 2 == 0:
        if sample[1::2].count(0) > 0.6 * half:
            return "utf-16-le"
        if sample[::2].count(0) > 0.6 * half:
            return "utf-16-be"
    return None
