"""A block of the People view carried along time or to another dancer: what that would do. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.roster import inside_name
from castapp.domain.slot import span
from castapp.domain.wording import call_title
from castapp.services.board.handing import hand_over
from castapp.services.calls import move_call
from castapp.services.findings import new_findings
from castapp.ui.screens.schedule.geometry import snap, within_day
from castapp.ui.screens.schedule.price_words import tip
from castapp.ui.screens.schedule.zones import Tip, price

STEP = 15


@dataclass(frozen=True, slots=True)
class Carried:
    """A call taken up at a person's row, and where it would be let go.

    `minutes` is how much later; `to_id` whom it would go to, "" while on its own row; `also`
    whether that is in addition.
    """

    call_id: str
    from_id: str
    minutes: int = 0
    to_id: str = ""
    also: bool = False

    @property
    def changes(self) -> bool:
        """Whether letting go would do anything."""
        return bool(self.minutes or self.to_id)


def carried(
    book: Book, call_id: str, from_id: str, minutes: float, to_id: str = "", *, also: bool = False
) -> Carried:
    """A call held so many minutes later, or over another dancer's row: time stands still there."""
    if to_id and to_id != from_id:
        return Carried(call_id, from_id, 0, to_id, also)
    start = book.get(Call, call_id).start
    whole = snap(start + minutes, STEP) - start if abs(minutes) >= STEP / 2 else 0
    return Carried(call_id, from_id, within_day(start + whole) - start)


def carrying_edit(book: Book, held: Carried) -> Edit:
    """What letting go does, as one edit. Raises Invalid if it cannot be."""
    if held.to_id:
        return hand_over(book, held.call_id, held.from_id, held.to_id, also=held.also)
    call = book.get(Call, held.call_id)
    return move_call(book, call.id, call.day, call.start + held.minutes, call.studio_id)


def carrying_tip(book: Book, held: Carried) -> Tip:
    """What letting go would do and what it costs."""
    try:
        edit = carrying_edit(book, held)
    except Invalid as wrong:
        return Tip("warning", "Not possible", (str(wrong),), signs=("warning",))
    told = tip(price(new_findings(book, edit)), book, (held.call_id,))
    return told.then(_said(book, held), first=True)


def _said(book: Book, held: Carried) -> tuple[str, ...]:
    call = book.get(Call, held.call_id)
    name = call_title(book, call).text
    if not held.to_id:
        start = call.start + held.minutes
        return (f"{name} at {span(start, start + call.minutes)} {_whom(book, call)}.",)
    one, other = inside_name(book, held.to_id), inside_name(book, held.from_id)
    if held.also:
        return (f"{one} comes to {name} as well as {other}.", "Without Ctrl: instead.")
    return (f"{one} comes to {name} instead of {other}.", "With Ctrl: as well.")


def _whom(book: Book, call: Call) -> str:
    """How many people a call moves with it."""
    count = len(called_people(book, call))
    if count < 2:
        return "for the one person called" if count else "for nobody yet"
    return "for both people called" if count == 2 else f"for all {count} people called"
