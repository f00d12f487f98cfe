"""The tables of a company, one for each kind of record; rows never leave the store."""

from __future__ import annotations

from sqlalchemy import Table

from castapp.domain.record import Record
from castapp.domain.records import KINDS
from castapp.store.columns import METADATA
from castapp.store.outline import table_name
from castapp.store.tables import (
    availability,
    calls,
    casting,
    company,
    keeping,
    office,
    people,
    repertory,
)

__all__ = ["METADATA", "MODULES", "TABLES"]

MODULES = (company, people, repertory, casting, calls, availability, office, keeping)
TABLES: dict[type[Record], Table] = {
    kind: METADATA.tables[table_name(kind.__name__)] for kind in KINDS
}
