"""The book: an immutable picture of the whole company file, indexed on demand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar, cast

from castapp.domain.edit import Change, Edit
from castapp.domain.record import Record
from castapp.domain.records import KINDS

R = TypeVar("R", bound=Record)
Table = dict[str, Record]
Index = dict[object, tuple[Record, ...]]


class Stale(Exception):
    """An edit was made against a record that has changed meanwhile."""


class Book:
    """Tables of frozen records. `apply` gives a new book that shares what did not change."""

    __slots__ = ("_caches", "_indexes", "_tables")

    def __init__(
        self,
        tables: Mapping[type[Record], Table],
        indexes: dict[tuple[type[Record], str], Index] | None = None,
        caches: dict[str, tuple[tuple[type[Record], ...], dict[Any, Any]]] | None = None,
    ) -> None:
        self._tables = {kind: tables.get(kind, {}) for kind in KINDS}
        self._indexes = indexes or {}
        self._caches = caches or {}

    @staticmethod
    def of(records: Iterable[Record]) -> Book:
        """A book holding these records."""
        tables: dict[type[Record], Table] = {}
        for record in records:
            tables.setdefault(type(record), {})[record.id] = record
        return Book(tables)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Book) and self._tables == other._tables

    __hash__ = None  # type: ignore[assignment]

    def all(self, kind: type[R]) -> Collection[R]:
        """Every record of a kind, in no promised order."""
        return cast("Collection[R]", self._tables[kind].values())

    def count(self, kind: type[Record]) -> int:
        """How many records of a kind there are."""
        return len(self._tables[kind])

    def find(self, kind: type[R], record_id: str | None) -> R | None:
        """The record with this id, or None."""
        return cast("R | None", self._tables[kind].get(record_id)) if record_id else None

    def get(self, kind: type[R], record_id: str) -> R:
        """The record with this id. Raises KeyError if there is none."""
        return cast("R", self._tables[kind][record_id])

    def where(self, kind: type[R], field: str, value: object) -> tuple[R, ...]:
        """The records of a kind whose field has a value; the same tuple until one changes."""
        return cast("tuple[R, ...]", self._index(kind, field).get(value, ()))

    def values(self, kind: type[Record], field: str) -> Collection[object]:
        """The values a field takes."""
        return self._index(kind, field).keys()

    def cache(self, owner: str, *kinds: type[Record]) -> dict[Any, Any]:
        """A dict kept from book to book for as long as no record of these kinds changes.

        For answers derived from those kinds alone; `owner` names who keeps what in it.
        """
        found = self._caches.get(owner)
        if found is None:
            found = self._caches[owner] = (kinds, {})
        return found[1]

    def apply(self, edit: Edit) -> Book:
        """The book after an edit. Raises Stale if a record is not as the edit found it."""
        by_kind: dict[type[Record], list[Change]] = {}
        for change in edit.changes:
            by_kind.setdefault(change.kind, []).append(change)
        tables = dict(self._tables)
        for kind, changes in by_kind.items():
            tables[kind] = _changed_table(tables[kind], changes)
        indexes = {
            key: _changed_index(index, key[1], by_kind[key[0]]) if key[0] in by_kind else index
            for key, index in self._indexes.items()
        }
        caches = {
            owner: kept
            for owner, kept in self._caches.items()
            if not any(kind in by_kind for kind in kept[0])
        }
        return Book(tables, indexes, caches)

    def _index(self, kind: type[Record], field: str) -> Index:
        index = self._indexes.get((kind, field))
        if index is None:
            buckets: dict[object, list[Record]] = {}
            for record in self._tables[kind].values():
                buckets.setdefault(getattr(record, field), []).append(record)
            index = {value: tuple(records) for value, records in buckets.items()}
            self._indexes[(kind, field)] = index
        return index


def _changed_table(table: Table, changes: list[Change]) -> Table:
    changed = dict(table)
    for change in changes:
        if changed.get(change.id) != change.before:
            raise Stale(f"{change.kind.__name__} {change.id} has changed meanwhile.")
        if change.after is None:
            del changed[change.id]
        else:
            changed[change.id] = change.after
    return changed


def _changed_index(index: Index, field: str, changes: list[Change]) -> Index:
    changed = dict(index)
    for change in changes:
        old = getattr(change.before, field) if change.before else None
        new = getattr(change.after, field) if change.after else None
        if change.before and change.after and old == new:
            changed[old] = tuple(
                change.after if record.id == change.id else record for record in changed[old]
            )
            continue
        if change.before:
            rest = tuple(record for record in changed[old] if record.id != change.id)
            if rest:
                changed[old] = rest
            else:
                del changed[old]
        if change.after:
            changed[new] = (*changed.get(new, ()), change.after)
    return changed
