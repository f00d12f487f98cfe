"""The wrapped keys of the medical part: outside the journal, so that a dropped key is gone."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Engine, delete, insert, select

from castapp.store.engine import reading, writing
from castapp.store.entry import WrappedKey
from castapp.store.outline import KEYS
from castapp.store.trouble import Trouble


class KeyRing:
    """Wrapped keys by name. Raises Trouble, in a sentence, when it cannot be done."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, name: str) -> WrappedKey | None:
        """The key of that name, if there is one."""
        with reading(self._engine) as connection:
            return _find(connection, name)

    def add(self, keys: Mapping[str, WrappedKey]) -> None:
        """Keep new keys. Raises Trouble if there is one of these names already."""
        with writing(self._engine) as connection:
            for name, key in keys.items():
                if _find(connection, name) is not None:
                    raise Trouble("This key is there already.")
                connection.execute(insert(KEYS).values(id=name, **key._asdict()))

    def replace(self, name: str, key: WrappedKey) -> None:
        """Keep a key in the place of the one of its name."""
        with writing(self._engine) as connection:
            connection.execute(delete(KEYS).where(KEYS.c.id == name))
            connection.execute(insert(KEYS).values(id=name, **key._asdict()))

    def drop(self, name: str) -> None:
        """Destroy a key: what it sealed can never be read again."""
        with writing(self._engine) as connection:
            connection.execute(delete(KEYS).where(KEYS.c.id == name))


def _find(connection: Connection, name: str) -> WrappedKey | None:
    row = connection.execute(select(KEYS.c.salt, KEYS.c.wrapped).where(KEYS.c.id == name)).first()
    return None if row is None else WrappedKey(bytes(row.salt), bytes(row.wrapped))
