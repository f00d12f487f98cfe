"""Records as rows and rows as records: one generic mapping for every kind, made for speed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, get_args, get_origin

from castapp.domain.book import Table as BookTable
from castapp.domain.checks import Invalid
from castapp.domain.codec import parts_of, plain, reader
from castapp.domain.record import Record
from castapp.store.trouble import NotOurs

Write = Callable[[Any], Any]


class Memo(dict[Any, Any]):
    """Each stored value read once; equal values share one object."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, stored: Any) -> Any:
        value = self[stored] = None if stored is None else self._read(stored)
        return value


def records(kind: type[Record], rows: Sequence[Sequence[Any]], texts: Memo) -> BookTable:
    """The records behind rows whose columns are in the order of the fields.

    `texts` keeps one object per text across kinds. Raises NotOurs when a row holds what no
    record may hold.
    """
    if not rows:
        return {}
    columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
    for place, (name, hint) in enumerate(_fields(kind)):
        if name != "id" and (read := _reading(hint, texts)) is not None:
            columns[place] = map(read.__getitem__, columns[place])
    try:
        return {record.id: record for record in map(kind, *columns)}
    except (Invalid, ValueError, TypeError, KeyError) as wrong:
        raise NotOurs(
            f"A record in this company ({kind.__name__}) is damaged: {wrong} "
            "Restore the newest backup."
        ) from wrong


def _reading(hint: Any, texts: Memo) -> Memo | None:
    bare = _bare(hint)
    if bare is str:
        return texts
    if bare is bool:
        return Memo(bool)
    if bare is date:
        return Memo(date.fromisoformat)
    if get_origin(bare) is tuple:
        read = reader(bare)
        return Memo(lambda stored: read(json.loads(stored)))
    return None


def values(kind: type[Record], some: Iterable[Record]) -> list[dict[str, Any]]:
    """Records as rows to write, by column name."""
    writers = [(name, _writing(_bare(hint))) for name, hint in _fields(kind)]
    return [
        {
            name: getattr(record, name) if write is None else write(getattr(record, name))
            for name, write in writers
        }
        for record in some
    ]


def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    return parts_of(kind)


def _writing(bare: Any) -> Write | None:
    if bare is bool:
        return int
    if bare is date:
        return lambda value: value and value.isoformat()
    if get_origin(bare) is tuple:
        return lambda value: packed(value) if value else "[]"
    return None


def packed(value: Any) -> str:
    """A value as compact JSON."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def _bare(hint: Any) -> Any:
    """The type without its None."""
    known = [arg for arg in get_args(hint) if arg is not type(None)]
    return known[0] if type(None) in get_args(hint) else hint
