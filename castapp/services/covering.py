"""What a screen does with a way out of it besides taking it: calls added or left, people told."""

from __future__ import annotations

from datetime import UTC, datetime

from castapp.domain.book import Book
from castapp.domain.casting import Override, Performance
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.handover import named, reason_of
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.export.told_desks import desk_note, desk_notes
from castapp.export.told_people import ToTell
from castapp.services import telling
from castapp.services.cover.aftermath import put_call
from castapp.services.cover.openings import missed
from castapp.services.cover.price import FEWEST
from castapp.services.cover.putin import PutIn
from castapp.services.cover.recast import release
from castapp.services.cover.request import Request, is_over
from castapp.services.cover.solution import Move, Solution
from castapp.services.intake import person_named


def add_put_in(book: Book, put_in: PutIn) -> Edit:
    """A proposed put-in call on the schedule. Raises Invalid if a role of it is no longer there."""
    if any(line.role_id and book.find(Role, line.role_id) is None for line in put_in.lines):
        raise Invalid("The role of this call is no longer there.")
    draft = Draft(book)
    put_call(draft, put_in)
    return draft.edit(f"Call added: {put_in.call.title}")


def leave_calls(book: Book, request: Request) -> Edit | None:
    """Those who are off out of the calls that miss them; None if no call does."""
    if not missed(book, request):
        return None
    edit = release(book, request)
    return edit if edit.changes else None


def tell(book: Book, one: ToTell, at: datetime, by: str) -> Edit:
    """Note that somebody has been told everything that changed for them, at an aware moment."""
    if one.person_id:
        news = (telling.News(one.person_id, ref_id, what) for ref_id, what in one.matters)
        return telling.tell_all(book, news, at, by)
    draft = Draft(book)
    stamp = at.astimezone(UTC).isoformat(timespec="seconds")
    for ref_id, what in one.matters:
        for known in desk_notes(book, one.desk, ref_id):
            draft.drop(known)
        draft.put(desk_note(one.desk, ref_id, what, stamp, by))
    return draft.edit(f"Told {one.desk}")


def untell(book: Book, one: ToTell) -> Edit:
    """Take back that somebody has been told of it."""
    draft = Draft(book)
    for ref_id, _ in one.matters:
        if one.person_id:
            draft.take(telling.untell(book, one.person_id, ref_id))
        for known in () if one.person_id else desk_notes(book, one.desk, ref_id):
            draft.drop(known)
    who = book.get(Person, one.person_id).name if one.person_id else one.desk.capitalize()
    return draft.edit(f"{who} not told after all")


def standing_solution(book: Book, request: Request) -> Solution | None:
    """What was recast for those who are off in shows not over yet, as it stands in the book."""
    moves = []
    for one in book.all(Override):
        reason = reason_of(book, one.why)
        if one.cover or reason is None or reason.root_id not in request.people:
            continue
        show = book.get(Performance, one.performance_id)
        if show.state != "cancelled" and not is_over(book, request, show):
            out_id = named(book, reason.replaced) if reason.replaced else reason.root_id
            moves.append((show, _move(book, one, out_id, reason.root_id)))
    moves.sort(key=lambda pair: (pair[0].day, pair[0].curtain))
    return Solution(FEWEST, tuple(move for _, move in moves)) if moves else None


def unknown_words(book: Book, typed: str) -> str:
    """Why a name typed is nobody to ask about, with the nearest names."""
    try:
        who = person_named(book, typed)
    except Invalid as wrong:
        return str(wrong)
    return f"{who.name} is asked about already, or holds nothing that could be covered."


def _move(book: Book, one: Override, out_id: str | None, root_id: str) -> Move:
    return Move(
        one.performance_id,
        book.get(Role, one.role_id).production_id,
        one.role_id,
        one.spot,
        out_id,
        one.person_id,
        one.from_section_id,
        root_id,
        gap=out_id == root_id,
    )
