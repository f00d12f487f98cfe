"""What each person holds on a night: dances, covers, takes over. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.leads import is_lead
from castapp.domain.programme import bill
from castapp.domain.repertory import Production, Role
from castapp.domain.wording import work_code
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.rows import spot_label
from castapp.ui.screens.casting.seats import Seat, Seats, performance_seats

ORDINALS = ("", "cover", "2nd cover", "3rd cover")


@dataclass(frozen=True, slots=True)
class Hold:
    """Somebody in a spot of a night: `cover` 0 dances, 1 … stand by.

    `code` names the work if it is another than the one shown, `later` says that it begins
    mid-show. `lead` says that the role carries its ballet.
    """

    role: Role
    spot: int
    cover: int = 0
    override: bool = False
    code: str = ""
    later: bool = False
    lead: bool = False

    @property
    def label(self) -> str:
        """The role and spot in words, with the work where that is another."""
        pair = self.role.kind == "couple" and not self.role.spot_names
        named = self.role.name if pair else spot_label(self.role, self.spot)
        return f"{self.code} {named}".strip()

    @property
    def role_words(self) -> str:
        """The role alone, with the work where that is another."""
        return f"{self.code} {self.role.name}".strip()

    @property
    def leads(self) -> bool:
        """Whether it is a lead that is danced."""
        return self.cover == 0 and self.lead

    @property
    def cover_word(self) -> str:
        """Which cover it is: cover; 2nd cover."""
        return ORDINALS[self.cover] if self.cover < len(ORDINALS) else f"{self.cover}th cover"


Holds = dict[str, list[Hold]]


def night_holds(book: Book, production_id: str, column: Column, seats: Seats) -> Holds:
    """Person id → what they hold that night, other works of the bill after the one shown."""
    found: Holds = {}
    _take(book, found, seats.values(), "")
    for item in bill(book, column.performance_id) if column.performance_id else ():
        work = book.find(Production, item.production_id)
        if work is not None and work.id != production_id:
            others = performance_seats(book, item.performance_id, work.id)
            _take(book, found, others.values(), work_code(work))
    return found


def _take(book: Book, found: Holds, seats: Iterable[Seat], code: str) -> None:
    for seat in seats:
        role = book.find(Role, seat.role_id)
        if role is None:
            continue
        lead = is_lead(book, role.id)
        for who in seat.dancing:
            hold = Hold(role, seat.spot, 0, seat.override, code, lead=lead)
            found.setdefault(who, []).append(hold)
        if seat.turn and seat.turn.person_id:
            hold = Hold(role, seat.spot, 0, True, code, later=True, lead=lead)
            found.setdefault(seat.turn.person_id, []).append(hold)
        for place, (_, who) in enumerate(seat.covers, start=1):
            found.setdefault(who, []).append(Hold(role, seat.spot, place, False, code))
