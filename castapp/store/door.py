"""The door to the store: make a company, open a company, in a file or a shared database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine

from castapp.store import journal
from castapp.store.copying import arriving, check_free, sweep
from castapp.store.engine import file_engine, is_shared, reading, shared_engine, writing
from castapp.store.entry import NewEntry, pack
from castapp.store.inspection import check_whole, identify, is_protected
from castapp.store.presence import Presence
from castapp.store.renewal import renew
from castapp.store.store import Store
from castapp.store.upgrade import check_edition, climb, edition, furnish, newest


def create_store(address: str, *founding: NewEntry) -> Store:
    """Make a company at a path or in an empty PostgreSQL database, and open it.

    Its first entries are written in the same breath: either all are there or there is no company.
    Never writes over anything. Raises Trouble, in a sentence.
    """
    if is_shared(address):
        engine = shared_engine(address)
        try:
            _found(engine, founding)
        except BaseException:
            engine.dispose()
            raise
        return Store(engine, address)
    path = Path(address).resolve()
    check_free(path)
    with arriving(path, replacing=False) as fresh:
        engine = file_engine(fresh)
        try:
            _found(engine, founding)
        finally:
            engine.dispose()
    return Store(file_engine(path), address, Presence(path))


def _found(engine: Engine, founding: Sequence[NewEntry]) -> None:
    with writing(engine) as connection:
        furnish(connection)
        for sequence, entry in enumerate(founding, start=1):
            journal.write(connection, entry.edit)
            journal.append(connection, entry, pack(entry.edit.changes), sequence)


def open_store(address: str, *, read_only: bool = False) -> Store:
    """Open a company; for reading only if asked, or if the file or its folder is protected.

    A file several windows have open is shared: each change lands on the newest state or not at
    all. An older file is brought up to date first. Raises NotOurs or Trouble, in a sentence, and
    leaves the file as it was.
    """
    if is_shared(address):
        return _open_shared(address, read_only=read_only)
    path = Path(address).resolve()
    found = identify(path)
    if found < newest():
        check_whole(path)
        renew(path, found)
    protected = read_only or is_protected(path)
    presence = Presence(path)
    try:
        if not protected:
            sweep(path)
        check_whole(path)
    except BaseException:
        presence.leave()
        raise
    engine = file_engine(path, read_only=protected)
    return Store(engine, address, presence, read_only=protected)


def _open_shared(address: str, *, read_only: bool) -> Store:
    engine = shared_engine(address)
    try:
        with reading(engine) as connection:
            found = edition(connection)
            check_edition(found)
        if found < newest():
            with writing(engine) as connection:
                climb(connection)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, address, read_only=read_only)
