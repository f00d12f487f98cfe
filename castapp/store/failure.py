"""What a driver's error means, in one sentence, and whether the write may have landed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from castapp.store.trouble import Busy, CutOff, Loose, NotOurs, Trouble

FULL = Trouble("The disk is full. Make room on it, then save again.")
BUSY = Busy("Another program is writing to this company. Wait a moment, then try again.")
READ_ONLY = Trouble("This company can only be read here: the file or its folder is protected.")
LOOSE = Loose(
    "Something this change refers to, or something that refers to it, is in the way: "
    "it would leave a record pointing at nothing."
)
UNFIT = Trouble("The company refuses this change: a value lies outside what it can hold.")
DAMAGED = NotOurs("This company file is damaged. Restore the newest backup.")
OTHER = NotOurs(
    "This company was made by another version of Castapp: its tables are not those of this one."
)
FAILED = CutOff("The disk did not take the change. Check the disk or the network drive.")
CUT = CutOff("The connection to the shared company was lost. Check the network, then try again.")

SQLITE: dict[int, Trouble] = {
    sqlite3.SQLITE_ERROR: OTHER,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CONSTRAINT: UNFIT,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}
POSTGRESQL: dict[str, Trouble] = {
    "42703": OTHER,
    "42P01": OTHER,
    "53100": FULL,
    "55P03": BUSY,
    "40001": BUSY,
    "40P01": BUSY,
    "25006": READ_ONLY,
    "42501": READ_ONLY,
    "23503": LOOSE,
    "23": UNFIT,
    "22": UNFIT,
}


def failure(error: BaseException) -> Trouble:
    """The trouble behind a driver's error."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _sqlite(cause)
    state = getattr(cause, "sqlstate", None) or ""
    return POSTGRESQL.get(state) or POSTGRESQL.get(state[:2]) or CUT


def _sqlite(cause: sqlite3.Error) -> Trouble:
    code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_IOERR)
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return LOOSE
    return SQLITE.get(code & 0xFF, FAILED)


@contextmanager
def translated() -> Iterator[None]:
    """Turns the driver's errors into troubles."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        found = failure(error)
        raise type(found)(str(found)) from error
