"""The journal and the records under it, read and written inside a given transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    CursorResult,
    Row,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from castapp.domain.book import Book, Table
from castapp.domain.edit import Edit
from castapp.domain.record import Record
from castapp.domain.records import KINDS
from castapp.store.entry import Entry, Line, NewEntry, Stamp
from castapp.store.outline import JOURNAL, OUTLINES, reading_all
from castapp.store.rows import Memo, records, values
from castapp.store.trouble import NotOurs, Trouble

BATCH = 8000  # rows read at a time, so that rows and records are not all there at once
NOW = {
    "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
    "postgresql": "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC',"
    ' \'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\')',
}


def head(connection: Connection) -> int:
    """The sequence of the newest entry; 0 before the first."""
    return connection.scalar(select(func.max(JOURNAL.c.sequence))) or 0


def count(connection: Connection) -> int:
    """How many entries there are."""
    return connection.scalar(select(func.count()).select_from(JOURNAL)) or 0


def moment(connection: Connection, sequence: int) -> datetime | None:
    """When an entry was written, if it is there."""
    found = connection.scalar(select(JOURNAL.c.at).where(JOURNAL.c.sequence == sequence))
    return _moment(found) if found else None


def book(connection: Connection) -> Book:
    """Everything the company holds."""
    texts = Memo(str)
    tables: dict[type[Record], Table] = {}
    for kind in KINDS:
        rows = connection.exec_driver_sql(reading_all(kind)).cursor
        table = tables[kind] = {}
        while some := rows.fetchmany(BATCH):
            table.update(records(kind, some, texts))
    return Book(tables)


def write(connection: Connection, edit: Edit) -> None:
    """Bring the records to where the edit leaves them.

    Goes through the kinds so that what is pointed at is written first and taken out last.
    Raises Trouble if a record to be changed is not there.
    """
    gone: dict[type[Record], list[Record]] = {}
    new: dict[type[Record], list[Record]] = {}
    changed: dict[type[Record], list[Record]] = {}
    for change in edit.changes:
        if change.after is None:
            gone.setdefault(change.kind, []).append(change.record)
        else:
            (changed if change.before else new).setdefault(change.kind, []).append(change.after)
    for kind in reversed(KINDS):
        if kind in gone:
            ids = [{"at_id": record.id} for record in gone[kind]]
            table = OUTLINES[kind]
            _run(connection, delete(table).where(table.c.id == bindparam("at_id")), ids)
    for kind in KINDS:
        if kind in new:
            connection.execute(insert(OUTLINES[kind]), values(kind, new[kind]))
        if kind in changed:
            _update(connection, kind, values(kind, changed[kind]))


def _update(connection: Connection, kind: type[Record], rows: list[dict[str, Any]]) -> None:
    table = OUTLINES[kind]
    targets: dict[str, Any] = {column.name: bindparam(f"to_{column.name}") for column in table.c}
    _run(
        connection,
        update(table).where(table.c.id == bindparam("at_id")).values(targets),
        [{"at_id": row["id"], **{f"to_{name}": row[name] for name in row}} for row in rows],
    )


def _run(connection: Connection, statement: Any, rows: list[dict[str, Any]]) -> None:
    done: CursorResult[Any] = connection.execute(statement, rows)
    if done.rowcount != len(rows):
        raise Trouble("The company no longer holds what this change starts from. Open it again.")


def append(connection: Connection, entry: NewEntry, packed: bytes, sequence: int) -> Stamp:
    """Write the entry at a place in the journal, its edit packed."""
    at = str(connection.exec_driver_sql(NOW[connection.dialect.name]).scalar())
    connection.execute(
        insert(JOURNAL).values(
            sequence=sequence,
            entry_id=entry.entry_id,
            label=entry.edit.label,
            author=entry.author,
            desk=entry.desk,
            at=at,
            takes_back=entry.takes_back,
            edit=packed,
        )
    )
    return Stamp(sequence, _moment(at))


def stamp_of(connection: Connection, entry_id: str) -> Stamp | None:
    """Where an entry landed, if it did."""
    found = connection.execute(
        select(JOURNAL.c.sequence, JOURNAL.c.at).where(JOURNAL.c.entry_id == entry_id)
    ).first()
    return Stamp(found[0], _moment(found[1])) if found else None


def after(connection: Connection, sequence: int) -> list[Entry]:
    """The entries after a place in the journal, oldest first."""
    asked = select(JOURNAL).where(JOURNAL.c.sequence > sequence).order_by(JOURNAL.c.sequence)
    return [_entry(row) for row in connection.execute(asked)]


def newest(connection: Connection, limit: int, before: int | None) -> list[Entry]:
    """The newest entries, newest first; only those before a place if one is given."""
    asked = select(JOURNAL).order_by(JOURNAL.c.sequence.desc()).limit(limit)
    if before is not None:
        asked = asked.where(JOURNAL.c.sequence < before)
    return [_entry(row) for row in connection.execute(asked)]


def at(connection: Connection, sequence: int) -> Entry | None:
    """The entry at a place in the journal."""
    row = connection.execute(select(JOURNAL).where(JOURNAL.c.sequence == sequence)).first()
    return _entry(row) if row else None


def lines(connection: Connection, limit: int) -> list[Line]:
    """The newest entries without their edits, oldest first."""
    asked = (
        select(*(JOURNAL.c[name] for name in Line.__slots__))
        .order_by(JOURNAL.c.sequence.desc())
        .limit(limit)
    )
    found: Sequence[Row[Any]] = connection.execute(asked).all()
    return [Line(*row) for row in reversed(found)]


def _entry(row: Row[Any]) -> Entry:
    sequence, entry_id, label, author, desk, stamp, takes_back, packed = tuple(row)
    at = _moment(stamp)
    return Entry(sequence, entry_id, label, author, desk, at, takes_back, bytes(packed))


def _moment(stamp: str) -> datetime:
    try:
        return datetime.fromisoformat(stamp)
    except ValueError as wrong:
        raise NotOurs("The history is damaged. Restore the newest backup.") from wrong
