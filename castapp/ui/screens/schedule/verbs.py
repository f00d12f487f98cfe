"""What is done with several calls, or with the days shown: split, join, swap, later, copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit

LATER, EARLIER = 15, -15
Verb = Callable[[Book, Sequence[str]], Edit]


def split(book: Book, calls: Sequence[str]) -> Edit:
    """Cut one call in two halves, on the quarter of an hour."""
    if len(calls) != 1:
        raise Invalid("Choose one call to split.")
    call = book.get(Call, calls[0])
    half = call.minutes // 2
    from castapp.services.board import split_call

    at = call.start + max(min(half, call.minutes - 1), half - half % 15 or half)
    return split_call(book, call.id, at)


def join(book: Book, calls: Sequence[str]) -> Edit:
    """Make one call of two."""
    from castapp.services.board import join_calls

    return join_calls(book, *_two(calls, "join"))


def swap(book: Book, calls: Sequence[str]) -> Edit:
    """Let two calls change places."""
    from castapp.services.board import swap_calls

    return swap_calls(book, *_two(calls, "swap"))


def later(book: Book, calls: Sequence[str]) -> Edit:
    """Move this call and everything of its day after it a quarter of an hour later."""
    return _shift(book, calls, LATER)


def earlier(book: Book, calls: Sequence[str]) -> Edit:
    """The same a quarter of an hour earlier."""
    return _shift(book, calls, EARLIER)


def later_here(book: Book, calls: Sequence[str]) -> Edit:
    """Move this call and everything after it in its studio a quarter of an hour later."""
    return _shift(book, calls, LATER, here=True)


VERBS: dict[str, Verb] = {
    "schedule.split": split,
    "schedule.join": join,
    "schedule.swap": swap,
    "schedule.later": later,
    "schedule.later_here": later_here,
    "schedule.earlier": earlier,
}


def _two(calls: Sequence[str], verb: str) -> tuple[str, str]:
    if len(calls) != 2:
        raise Invalid(f"Choose two calls to {verb}.")
    return calls[0], calls[1]


def _shift(book: Book, calls: Sequence[str], minutes: int, *, here: bool = False) -> Edit:
    if not calls:
        raise Invalid("Choose the first call that is to move.")
    from castapp.services.board import shift_after

    first = min((book.get(Call, one) for one in calls), key=lambda one: (one.day, one.start))
    return shift_after(book, first.day, first.start, minutes, first.studio_id if here else None)
