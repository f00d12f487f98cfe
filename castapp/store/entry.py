"""Entries of the journal: an edit with who, when, and what it takes back."""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from castapp.domain.checks import Invalid
from castapp.domain.codec import from_plain, to_plain
from castapp.domain.edit import Change, Edit
from castapp.store.trouble import Trouble

LARGE = 1024
NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")  # as JSON writes it, not as somebody typed it
UNFIT = Trouble("A text holds a character that cannot be stored; type it again.")


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An edit about to be written. `entry_id` stays the same however often it is sent."""

    entry_id: str
    edit: Edit
    author: str
    desk: str
    takes_back: int | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where an entry landed in the journal, and when by the clock of the store (aware, UTC)."""

    sequence: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """An entry without its edit: enough to know what can be undone."""

    sequence: int
    label: str
    author: str
    desk: str
    takes_back: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as the journal keeps it; `at` is aware, UTC. `edit` is read when asked for."""

    sequence: int
    edit_id: str
    label: str
    author: str
    desk: str
    at: datetime
    takes_back: int | None
    packed: bytes

    @property
    def edit(self) -> Edit:
        """The edit. Raises Trouble if another version of the program wrote it differently."""
        try:
            return Edit(self.label, unpack(self.packed))
        except (Invalid, ValueError, TypeError, KeyError, zlib.error) as wrong:
            raise Trouble(
                f"“{self.label}” was written by another version of Castapp and cannot be read."
            ) from wrong


def pack(changes: tuple[Change, ...]) -> bytes:
    """Changes as JSON pairs of before and after; compressed if that is worth it.

    Raises Trouble for half characters and NUL, which no database keeps alike.
    """
    pairs = [
        [
            change.before and to_plain(change.before),
            change.after and to_plain(change.after),
        ]
        for change in changes
    ]
    try:
        text = json.dumps(pairs, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError as wrong:
        raise UNFIT from wrong
    if NUL.search(text):
        raise UNFIT
    return zlib.compress(text, 1) if len(text) > LARGE else text


def unpack(packed: bytes) -> tuple[Change, ...]:
    """The changes behind such bytes."""
    text = packed if packed.startswith(b"[") else zlib.decompress(packed)
    return tuple(
        Change(before and from_plain(before), after and from_plain(after))
        for before, after in json.loads(text)
    )


class WrappedKey(NamedTuple):
    """A medical key that only another key opens, and the salt that one is made with."""

    salt: bytes
    wrapped: bytes
