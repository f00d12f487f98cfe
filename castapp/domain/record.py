"""What all records share: a frozen value with an id made by whoever creates it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the company file."""

    id: str


def new_id() -> str:
    """A fresh id for a record, an edit or a session: 32 hexadecimal characters."""
    return uuid4().hex
