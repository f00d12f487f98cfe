"""The store: one open company, in a file or a shared database, behind a handful of calls."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import RLock

from sqlalchemy import Connection, Engine

from castapp.domain.book import Book
from castapp.store import journal
from castapp.store.engine import put_away, reading, writing
from castapp.store.entry import Entry, Line, NewEntry, Stamp, pack
from castapp.store.keys import KeyRing
from castapp.store.presence import Presence
from castapp.store.trouble import Behind, Busy, CutOff, Trouble, Unsure

ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Loaded:
    """A book, the place in the journal it stands at, and when the last entry was written."""

    book: Book
    head: int
    saved_at: datetime | None


class Store:
    """One open company. Calls may come from any thread; they are served one at a time.

    `also_open` tells whether another window had the file open already. Everything raises
    Trouble, in a sentence, when it cannot be done.
    """

    def __init__(
        self,
        engine: Engine,
        address: str,
        presence: Presence | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        self.address = address
        self.read_only = read_only
        self.also_open = presence is not None and not presence.alone
        self._presence = presence
        self.keys = KeyRing(engine)
        self._engine = engine
        self._turn = RLock()

    def load(self) -> Loaded:
        """The whole company, as it stood at one moment."""
        with self._reading() as connection, _without_collector():
            sequence = journal.head(connection)
            saved_at = journal.moment(connection, sequence)
            return Loaded(journal.book(connection), sequence, saved_at)

    def append(self, entry: NewEntry, head: int) -> Stamp:
        """Write an edit and its entry, onto the head the desk has seen, or nothing at all.

        Raises Behind if the journal has moved on. After any other error the journal is asked
        whether the entry landed; if it did, that is no error; if that cannot be told, Unsure.
        """
        packed = pack(entry.edit.changes)
        for attempt in range(ATTEMPTS):
            try:
                return self._append(entry, packed, head)
            except Behind:
                raise
            except Busy as trouble:
                raise _unsaved(trouble) from trouble
            except Trouble as trouble:
                landed = self.landed(entry.entry_id)
                if landed is not None:
                    return landed
                if not isinstance(trouble, CutOff) or attempt + 1 == ATTEMPTS:
                    raise _unsaved(trouble) from trouble
        raise AssertionError("unreachable")

    def _append(self, entry: NewEntry, packed: bytes, head: int) -> Stamp:
        with self._turn, writing(self._engine) as connection:
            if journal.head(connection) != head:
                raise Behind("Somebody else has written to this company.")
            journal.write(connection, entry.edit)
            return journal.append(connection, entry, packed, head + 1)

    def landed(self, entry_id: str) -> Stamp | None:
        """Where an entry is in the journal, or None if it is not and never will be.

        Waits for a write that may still be under way. Raises Unsure if it cannot be told.
        """
        try:
            with self._turn, writing(self._engine) as connection:
                return journal.stamp_of(connection, entry_id)
        except Trouble as trouble:
            raise Unsure(
                f"{trouble} It is not known yet whether the last change was saved."
            ) from trouble

    def since(self, head: int) -> list[Entry]:
        """What was written after a place in the journal, oldest first."""
        with self._reading() as connection:
            return journal.after(connection, head)

    def newest(self, limit: int, before: int | None = None) -> list[Entry]:
        """The newest entries, newest first; only those before a place if one is given."""
        with self._reading() as connection:
            return journal.newest(connection, limit, before)

    def lines(self, limit: int) -> list[Line]:
        """The newest entries without their edits, oldest first."""
        with self._reading() as connection:
            return journal.lines(connection, limit)

    def count(self) -> int:
        """How many entries the journal has."""
        with self._reading() as connection:
            return journal.count(connection)

    def entry(self, sequence: int) -> Entry:
        """One entry. Raises Trouble if the journal has none there."""
        with self._reading() as connection:
            found = journal.at(connection, sequence)
        if found is None:
            raise Trouble(f"The history has no entry {sequence}.")
        return found

    def close(self) -> None:
        """Let go of the file or the connection."""
        with self._turn:
            if self._presence and not self.read_only:
                put_away(self._engine)
            self._engine.dispose()
            if self._presence:
                self._presence.leave()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._turn, reading(self._engine) as connection:
            yield connection


def _unsaved(trouble: Trouble) -> Trouble:
    return type(trouble)(f"{trouble} Nothing was saved.")


@contextmanager
def _without_collector() -> Iterator[None]:
    """A hundred thousand new records, none of them garbage: collecting meanwhile is waste."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
