"""What all records share: a frozen value with an id made by whoever creates it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from secrets import token_hex
from time import time_ns

_MARK = "7"
_MARKED = 12
_MADE = count()


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the company file."""

    id: str


def new_id() -> str:
    """A fresh id for a record, an edit or a session: 32 hexadecimal characters.

    Those made later at one desk sort after: it begins with the milliseconds since 1970 and a
    count (as a UUID of version 7 does), and ends by chance.
    """
    return f"{at_place(time_ns() // 1_000_000)}{next(_MADE) % 0x10000000:07x}{token_hex(6)}"


def at_place(place: int) -> str:
    """How an id begins that sorts by a number, as `new_id` does by the time: 13 characters."""
    return f"{place:012x}{_MARK}"


def born(record: Record) -> str:
    """To sort records by when they were made; those with an id of another kind come first, as
    they stand.
    """
    made = record.id[_MARKED : _MARKED + 1] == _MARK and len(record.id) == 32
    return record.id if made else ""
