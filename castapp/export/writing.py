"""Putting a made file into its place: whole or not at all, the earlier one kept until then."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import unicodedata
from pathlib import Path
from uuid import uuid4

from castapp.domain.checks import Invalid

LONGEST_NAME = 60


class Unwritten(Invalid):
    """A file could not be written; the text is one sentence for the person."""


def save(path: Path, data: bytes) -> None:
    """Write a file under a temporary name, flush it to the disk, and move it into its place.

    Raises Unwritten; what was there before is then as it was.
    """
    temporary = path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as wrong:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise Unwritten(_sentence(path, wrong)) from wrong


def file_word(text: str) -> str:
    """A text as part of a file name that every system takes: iveta-popov. Never empty.

    Latin letters lose their accents; letters of other scripts stay as they are.
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in folded if not unicodedata.combining(one))
    word = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", bare)).strip("-")
    return _shortened(word).strip("-") or "unnamed"


def _shortened(word: str) -> str:
    """At most LONGEST_NAME bytes, which is what file systems count, and no half letter."""
    return word.encode()[:LONGEST_NAME].decode(errors="ignore")


def _sentence(path: Path, wrong: OSError) -> str:
    if wrong.errno == errno.ENOSPC:
        return f"The disk is full: “{path.name}” was not written. Make room and try again."
    if wrong.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"“{path.parent}” cannot be written to: “{path.name}” was not written."
    if wrong.errno == errno.ENOENT:
        return f"The folder “{path.parent}” is not there: “{path.name}” was not written."
    return f"“{path.name}” was not written: {wrong.strerror or wrong}."
