"""What of a recast night, a cover's place or a call each person must be told, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.handover import (
    LEAVES,
    PUT_IN,
    ChangedCall,
    ChangedCover,
    ChangedPit,
    cover_until,
)
from castapp.domain.impact import CALLED, PLAYS, TAKES
from castapp.domain.partnering import partner_place
from castapp.domain.programme import HALF, parts, section_starts, title
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock
from castapp.domain.wording import call_title, place
from castapp.export.manner import Manner
from castapp.export.recastings import Recasting, inside_part_name, since_words

A4 = Manner()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to tell somebody: of what, when, what is new of it, and whom it concerns besides.

    `by` is the clock minute of the day by which they must know. `ref_id` is the show or call it is
    of; `own` tells that it is what they dance themselves. `many` counts calls told as one, up to
    the day `last`. `back` is what is told instead once whoever was off is back.
    """

    person_id: str
    day: date
    clock: int
    about: str
    new: str
    rest: str
    by: int
    ref_id: str
    own: bool = False
    back: str = ""
    many: int = 1
    last: date | None = None

    @property
    def text(self) -> str:
        """All of it, for a screen: Lake, Thu 15 Oct, 19.30: dances Queen, for Vega."""
        return f"{self.head}: {self.new}{self.rest}"

    @property
    def head(self) -> str:
        """Of what, and when."""
        if self.last is not None:
            return f"{self.about}, {A4.day(self.day)} to {A4.day(self.last)}"
        return f"{self.about}, {A4.day(self.day)}, {clock(self.clock)}"


def of_recasting(book: Book, one: Recasting) -> Iterator[Item]:
    """Whoever goes on, whoever leaves, and the partner of both."""
    part = inside_part_name(book, one)
    since = f" {since_words(book, one)}" if one.mid_show else ""
    new, old = inside_name(book, one.in_id), inside_name(book, one.out_id)
    if one.in_id:
        instead = f", for {old}" if old else ""
        yield _of_show(book, one.show, one.in_id, f"dances {part}{since}", instead,
                       f"does not dance {part}", one.from_section_id)  # fmt: skip
    if one.out_id:
        now = f", {new} dances it" if new else ", it stays open"
        yield _of_show(book, one.show, one.out_id, f"leaves {part}{since}", now,
                       f"dances {part} again", one.from_section_id)  # fmt: skip
    partner_id = _partner(book, one)
    if partner_id and partner_id not in (one.in_id, one.out_id):
        yield _of_show(book, one.show, partner_id, f"{part}{since} is {new or 'open'}",
                       f", for {old}" if old else "", f"{part} is {old or 'open'} again",
                       one.from_section_id, own=False)  # fmt: skip


def of_cover(book: Book, one: ChangedCover) -> Iterator[Item]:
    """Whoever covers a part now, and whoever is off and does not."""
    role = book.get(Role, one.role_id)
    part = f"{role.name} {role.spot_name(one.spot)}".strip()
    old = inside_name(book, one.out_id)
    if one.in_id:
        until = cover_until(book, one.show, one.in_id, one.role_id)
        covers = f"covers {part} {until}".rstrip()
        yield _of_show(book, one.show, one.in_id, covers, f", for {old}" if old else "",
                       f"does not cover {part}")  # fmt: skip
    if one.out_id == one.root_id:
        yield _of_show(book, one.show, one.root_id, f"does not cover {part}", "",
                       f"covers {part} again")  # fmt: skip


def of_call(book: Book, one: ChangedCall) -> Iterator[Item]:
    """Whoever does not come, whoever does instead, and who takes the call and plays for it."""
    if one.as_what == PUT_IN:
        yield from _of_put_in(book, one.call)
        return
    call = one.call
    out, to = inside_name(book, one.out_id), inside_name(book, one.to_id)
    does, no_more = _DOES.get(one.as_what, ("comes", "does not come"))
    if one.out_id:
        instead = f", {to} {does}" if to else ""
        yield _item(book, call, one.out_id, no_more, instead, f"{does} again")
    if one.to_id:
        yield _item(book, call, one.to_id, does, f" for {out}", no_more)
    for person_id in dict.fromkeys((call.lead_id, call.pianist_id)):
        if person_id and person_id not in (one.out_id, one.to_id):
            new = f"{to} {does}" if to else f"{out} {no_more}"
            yield _item(book, call, person_id, new, f" for {out}" if to else "",
                        f"{out} {does} again")  # fmt: skip


def of_pit(book: Book, one: ChangedPit) -> Iterator[Item]:
    """Who conducts, and who does not."""
    new, old = inside_name(book, one.to_id), inside_name(book, one.root_id)
    now = f", {new} conducts" if new else ", nobody conducts yet"
    yield _of_show(book, one.show, one.root_id, "does not conduct", now, "conducts again",
                   own=False)  # fmt: skip
    if one.to_id:
        yield _of_show(book, one.show, one.to_id, "conducts", f" for {old}", "does not conduct",
                       own=False)  # fmt: skip


_DOES = {
    CALLED: ("comes", "does not come"),
    LEAVES: ("comes", "does not come"),
    TAKES: ("takes it", "does not take it"),
    PLAYS: ("plays for it", "does not play for it"),
}


def _of_put_in(book: Book, call: Call) -> Iterator[Item]:
    people = [one.person_id for one in called_people(book, call)]
    where = place(book, call.studio_id)
    for person_id in (*people, call.lead_id, call.pianist_id):
        if person_id:
            others = [inside_name(book, one) for one in people if one != person_id]
            who = f", with {', '.join(others)}" if others else ""
            new = ", ".join(filter(None, ("new call", where)))
            yield _item(book, call, person_id, new, who, "is not held")


def _item(book: Book, call: Call, person_id: str, new: str, rest: str, back: str) -> Item:
    about = call_title(book, call).text
    return Item(person_id, call.day, call.start, about, new, rest, call.start, call.id, back=back)


def _of_show(
    book: Book,
    show: Performance,
    person_id: str,
    new: str,
    rest: str,
    back: str,
    from_section_id: str | None = None,
    *,
    own: bool = True,
) -> Item:
    by = show.curtain - HALF
    if from_section_id:
        by = section_starts(book, show).get(from_section_id, by)
    ref_id = show.id if own else slip_ref(show)
    return Item(person_id, show.day, show.curtain, title(book, show), new, rest, by, ref_id, own,
                back)  # fmt: skip


def slip_ref(show: Performance) -> str:
    """What a note is about when it is the change of a show, not what its owner dances in it."""
    return f"slip {show.id}"


def _partner(book: Book, one: Recasting) -> str | None:
    where = partner_place(book, book.get(Role, one.role_id), one.spot)
    found = [
        part.person_id
        for part in parts(book, one.show)
        if part.cover == 0 and (part.role_id, part.spot) == where and part.until_section_id is None
    ]
    return found[0] if found else None
