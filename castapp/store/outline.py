"""The tables by name and columns alone, which is all that reading and writing rows takes.

Types, checks and keys are in `tables`, which takes long to import and is only needed to make,
copy or renew a company.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import TableClause, column, table

from castapp.domain.codec import parts_of
from castapp.domain.record import Record
from castapp.domain.records import KINDS


def table_name(kind: str) -> str:
    """The table a kind of record is kept in: CareerLine is career_line."""
    return "".join(f"_{one.lower()}" if one.isupper() else one for one in kind).lstrip("_")


def _outline(name: str, *columns: str) -> TableClause:
    return table(name, *(column(one) for one in columns))


def _fields(kind: Any) -> list[str]:
    return [name for name, _ in parts_of(kind)]


OUTLINES: dict[type[Record], TableClause] = {
    kind: _outline(table_name(kind.__name__), *_fields(kind)) for kind in KINDS
}
JOURNAL = _outline(
    "journal", "sequence", "entry_id", "label", "author", "desk", "at", "takes_back", "edit"
)
EDITION = _outline("edition", "id", "version")
KEYS = _outline("medical_key", "id", "salt", "wrapped")


def reading_all(kind: type[Record]) -> str:
    """The question for every row of a kind, its columns in the order of the fields.

    Each column goes with its table: SQLite takes a quoted name it does not know for a text.
    """
    table = f'"{table_name(kind.__name__)}"'
    columns = ", ".join(f'{table}."{name}"' for name in _fields(kind))
    return f"SELECT {columns} FROM {table}"  # noqa: S608 - our own names
