"""Tables of the store itself: the journal, the edition of the tables, the medical keys."""

from __future__ import annotations

from castapp.store.columns import Row, checked, number, own_id, sealed, words


class JournalRow(Row, table=True):
    """An edit as it was committed. `takes_back` is the sequence of the entry it inverts.

    `entry_id` is made by the desk, so that an edit sent twice is kept once; `at` is the clock of
    the machine that holds the data (ISO, UTC).
    """

    __table_args__ = checked(sequence="sequence >= 1", at="at LIKE '____-__-__T__:__:__.%Z'")
    sequence: int = number(key=True)
    entry_id: str = words(unique=True)
    label: str = words()
    author: str = words()
    desk: str = words()
    at: str = words()
    takes_back: int | None = number()
    edit: bytes = sealed()


class EditionRow(Row, table=True):
    """The one row that says which edition these tables are."""

    __table_args__ = checked(id="id = 1")
    id: int = number(key=True)
    version: int = number()


class MedicalKeyRow(Row, table=True):
    """A key wrapped by another, outside the journal so that it can be truly dropped.

    `id` is "passphrase" or "recovery" for the medical key, else the person the data key is for.
    """

    id: str = own_id()
    salt: bytes = sealed()
    wrapped: bytes = sealed()
