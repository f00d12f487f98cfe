"""Moving many calls at once: all after a time, or a group that keeps its shape."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.company import Studio
from castapp.domain.edit import Edit
from castapp.domain.slot import clock, length
from castapp.services.board.known_calls import call_of, short_day, within_day
from castapp.services.calls import move_calls


def shift_after(
    book: Book, day: date, after: int, minutes: int, studio_id: str | None = None
) -> Edit:
    """Move every call of a day that begins at a clock time or later; shows stay.

    `minutes` may be negative. With `studio_id` only that studio's calls move; without it all
    move, the unplaced ones too. Raises Invalid if a call would leave its day; an edit without
    changes if there is nothing to move.
    """
    studio = book.find(Studio, studio_id)
    if studio_id is not None and studio is None:
        raise Invalid("That studio is no longer there; choose another.")
    calls = sorted(
        (
            call
            for call in book.where(Call, "day", day)
            if call.start >= after
            and call.state != "cancelled"
            and (studio_id is None or call.studio_id == studio_id)
        ),
        key=lambda call: (call.start, call.id),
    )
    for call in calls:
        within_day(book, call, day, call.start + minutes)
    if not minutes:
        return Edit("Move nothing")
    moves = [(call.id, day, call.start + minutes, call.studio_id) for call in calls]
    where = f" in {studio.name}" if studio else ""
    way = "later" if minutes > 0 else "earlier"
    label = (
        f"Move everything after {clock(after)}{where} {length(abs(minutes))} {way}, "
        f"{short_day(day)}"
    )
    return Edit(label, move_calls(book, moves).changes)


def move_group(
    book: Book,
    call_ids: Collection[str],
    anchor_id: str,
    place: tuple[date, int, str | None],
    studios: Sequence[str],
) -> Edit:
    """Move calls together: the anchor to a place (day, start, studio), the rest by the same days,
    minutes and studios.

    `studios` is the order of the board's columns. Unplaced calls stay unplaced; if the anchor is
    or becomes unplaced, the others keep their studios. Raises Invalid if one would leave its day
    or the board.
    """
    anchor = call_of(book, anchor_id)
    day, start, studio_id = place
    days, minutes = day - anchor.day, start - anchor.start
    columns = _columns(anchor.studio_id, studio_id, studios)
    moves = []
    for call_id in dict.fromkeys((anchor_id, *call_ids)):
        call = call_of(book, call_id)
        there = call.day + days
        within_day(book, call, there, call.start + minutes)
        column = _column(call.studio_id, columns, studios)
        moves.append((call.id, there, call.start + minutes, column))
    if anchor.studio_id is None or studio_id is None:
        moves[0] = (anchor.id, day, start, studio_id)
    return move_calls(book, moves)


def _columns(mine: str | None, theirs: str | None, studios: Sequence[str]) -> int:
    if mine is None or theirs is None or mine == theirs:
        return 0
    if mine not in studios or theirs not in studios:
        raise Invalid("That studio is not on the board; unfold it first.")
    return studios.index(theirs) - studios.index(mine)


def _column(studio_id: str | None, step: int, studios: Sequence[str]) -> str | None:
    if studio_id is None or not step:
        return studio_id
    if studio_id not in studios:
        raise Invalid("A call of the group is in a studio that is not on the board.")
    place = studios.index(studio_id) + step
    if not 0 <= place < len(studios):
        raise Invalid("The group does not fit there: it would reach past the last studio.")
    return studios[place]
