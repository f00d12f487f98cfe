"""What a night is cast from, and answers kept for as long as a night is cast the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from operator import is_not
from typing import Any, TypeVar

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Casting, Danced, Override, Performance

T = TypeVar("T")


def basis(book: Book, performance_id: str) -> tuple[object, ...]:
    """The records a night is cast from: the same objects for as long as none of them changes.

    Roles, sections and people are not among them.
    """
    items = book.where(BillItem, "performance_id", performance_id)
    return (
        book.find(Performance, performance_id),
        *items,
        *(book.where(Casting, "cast_id", item.cast_id) for item in items),
        book.where(Override, "performance_id", performance_id),
        book.where(Danced, "performance_id", performance_id),
    )


def kept(
    known: dict[Any, Any], key: Hashable, stands_on: Sequence[object], make: Callable[[], T]
) -> T:
    """What is known under a key while it stands on the same objects; made anew otherwise.

    `known` is a cache of the book for whatever else the answer reads.
    """
    entry = known.get(key)
    if entry is not None and same(entry[0], stands_on):
        found: T = entry[1]
        return found
    made = make()
    known[key] = (stands_on, made)
    return made


def same(before: Sequence[object], now: Sequence[object]) -> bool:
    """Whether two rows hold the same objects."""
    return len(before) == len(now) and not any(map(is_not, before, now))
