from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg.errors
import pytest
from sqlalchemy.exc import OperationalError

from castapp.store.door import create_store, open_store
from castapp.store.failure import failure, translated
from castapp.store.trouble import Busy, CutOff, Loose, NotOurs, Trouble


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("it failed")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (sqlite_error(sqlite3.SQLITE_FULL), Trouble, "disk is full"),
        (sqlite_error(sqlite3.SQLITE_BUSY), Busy, "Another program is writing"),
        (sqlite_error(sqlite3.SQLITE_READONLY_DBMOVED), Trouble, "only be read"),
        (sqlite_error(sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY), Loose, "pointing at nothing"),
        (sqlite_error(sqlite3.SQLITE_CONSTRAINT_CHECK), Trouble, "refuses this change"),
        (sqlite_error(sqlite3.SQLITE_CORRUPT), NotOurs, "damaged"),
        (sqlite_error(sqlite3.SQLITE_IOERR_FSYNC), CutOff, "disk did not take"),
        (sqlite3.ProgrammingError("no code at all"), CutOff, "disk did not take"),
        (psycopg.errors.DiskFull("x"), Trouble, "disk is full"),
        (psycopg.errors.LockNotAvailable("x"), Busy, "Another program is writing"),
        (psycopg.errors.ForeignKeyViolation("x"), Loose, "pointing at nothing"),
        (psycopg.errors.CheckViolation("x"), Trouble, "refuses this change"),
        (psycopg.errors.InsufficientPrivilege("x"), Trouble, "only be read"),
        (psycopg.errors.AdminShutdown("x"), CutOff, "connection"),
        (psycopg.OperationalError("x"), CutOff, "connection"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_a_drivers_error_is_put_in_words(error: Exception, kind: type[Trouble], words: str) -> None:
    for found in (failure(error), failure(OperationalError("SELECT", {}, error))):
        assert type(found) is kind
        assert words in str(found)


def test_every_trouble_is_raised_anew() -> None:
    raised = []
    for _ in range(2):
        with pytest.raises(Trouble) as caught, translated():
            raise sqlite_error(sqlite3.SQLITE_FULL)
        raised.append(caught.value)
    assert raised[0] is not raised[1]


def test_tables_of_another_version_are_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.castapp"
    create_store(str(path)).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("alter table person drop column phone")
        raw.commit()
    store = open_store(str(path))
    try:
        with pytest.raises(NotOurs, match="made by another version"):
            store.load()
    finally:
        store.close()
