"""Bytes into text: the encodings that spreadsheets and mail programs write."""

from __future__ import annotations

import codecs
import re

from castapp.domain.checks import Invalid

LARGEST = 50_000_000
AS_1252 = "is not in UTF-8; it was read as Windows-1252. Look at the accents."
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


_BEYOND_ASCII = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]")


def decoded(content: bytes, source: str) -> tuple[str, list[str]]:
    """The text of a file in UTF-8, UTF-16 or Windows-1252, and what to look at in it.

    In a file that is plainly UTF-8 a spoilt letter becomes U+FFFD, so that the cell it stands in
    can be named. Raises Invalid when it is no text.
    """
    if len(content) > LARGEST:
        raise Invalid(f"{source} is larger than {LARGEST // 1_000_000} MB; bring it in by parts.")
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    for encoding in (marked,) if marked else (_unmarked_utf16(content), "utf-8", "cp1252"):
        if encoding == "cp1252" and _is_spoilt_utf8(content):
            return content.decode("utf-8", "replace"), []
        if encoding:
            try:
                text = content.decode(encoding)
            except UnicodeDecodeError:
                continue
            return text, [f"{source} {AS_1252}"] if encoding == "cp1252" else []
    if marked == "utf-8-sig":
        return content.decode(marked, "replace"), []
    raise Invalid(f"{source} cannot be read as text; save it as CSV in UTF-8.")


def _is_spoilt_utf8(content: bytes) -> bool:
    """Whether letters beyond ASCII are written as UTF-8 somewhere in what is not all UTF-8."""
    return _BEYOND_ASCII.search(content.decode("utf-8", "surrogateescape")) is not None


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
