"""Whom the cast has in a spot where a night has its own, and in what they differ. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.book import Book
from castapp.domain.casting import Cast
from castapp.domain.roster import inside_name
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.seats import Seat


def cast_words(book: Book, seat: Seat, column: Column) -> str:
    """Whom the cast of a night has in a spot: The 3rd cast has Vane, cover Popov. Empty where
    the night is as its cast, or has none.
    """
    cast = book.find(Cast, column.cast_id)
    if cast is None or seat.usual is None:
        return ""
    said = usual_words(book, seat).replace("its cast", f"the {cast.name} cast")
    return f"{said[:1].upper()}{said[1:]}."


def usual_words(book: Book, seat: Seat) -> str:
    """The same in short, for a line: its cast has Vane, cover Popov; only the covers differ, …"""
    usual = seat.usual
    if usual is None:
        return ""
    covers = _names(book, [who for _, who in usual.covers])
    if covers_only(seat):
        return f"only the covers differ, its cast has {covers or 'none'}"
    dancers = _names(book, usual.dancing) or "nobody"
    if seat.turn is not None and seat.dancing == usual.dancing:
        return f"its cast has {dancers} to the end"
    return f"its cast has {dancers}" + (f", cover {covers}" if covers else "")


def covers_only(seat: Seat) -> bool:
    """Whether a night has the dancer of its cast to the end, and other covers."""
    usual = seat.usual
    return usual is not None and seat.turn is None and seat.dancing == usual.dancing


def _names(book: Book, people: Sequence[str]) -> str:
    return ", ".join(inside_name(book, who) for who in people)
