"""A solution as an edit: the night's overrides, and the calls people leave for it."""

from __future__ import annotations

from castapp.domain.agenda import AS_DANCER, stints
from castapp.domain.book import Book
from castapp.domain.calls import Called
from castapp.domain.casting import Override, Performance
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.handover import LEAVES, reason_words, replaced_words
from castapp.domain.impact import CALLED
from castapp.domain.office import Note
from castapp.domain.people import Person
from castapp.domain.programme import HALF, bill, cast_parts, running_minutes
from castapp.domain.record import new_id
from castapp.domain.repertory import Role
from castapp.domain.slot import overlap
from castapp.services.cover.openings import missed
from castapp.services.cover.request import Request
from castapp.services.cover.solution import Move, Solution


def recast(book: Book, solution: Solution) -> Edit:
    """The whole solution as one edit: one step of undo. Spots that stay open are opened."""
    draft = Draft(book)
    for move in solution.moves:
        _override(book, draft, move)
    left = {(move.in_id, move.performance_id): move.root_id for move in solution.moves}
    for (person_id, performance_id), root_id in left.items():
        if person_id:
            _leave_calls(book, draft, (person_id, root_id), book.get(Performance, performance_id))
    return draft.edit(_label(book, solution))


def release(book: Book, request: Request) -> Edit:
    """Take those who are off out of the calls they would miss; the calls themselves stay."""
    draft = Draft(book)
    names = " and ".join(book.get(Person, one).surname for one in request.people)
    for one in missed(book, request):
        if one.as_what == CALLED and one.call_id:
            draft.put(
                Called(new_id(), one.call_id, "person", person_id=one.person_id, exclude=True)
            )
    return draft.edit(f"{names} out of the calls missed")


def as_cast(book: Book, performance_id: str, role_id: str, spot: int, cover: int = 0) -> str | None:
    """Who has a spot, or a cover's place, by the cast of that night, overrides aside."""
    production_id = book.get(Role, role_id).production_id
    for item in bill(book, performance_id):
        if item.production_id == production_id and item.cast_id:
            held = cast_parts(book, item.cast_id).get((role_id, spot, cover), ())
            return held[0].person_id if held else None
    return None


def _override(book: Book, draft: Draft, move: Move) -> None:
    """One spot changes hands. Also back to whom the cast has: the reason stays, to be reversed."""
    mid_show = move.from_section_id is not None
    for old in book.where(Override, "performance_id", move.performance_id):
        same = (old.role_id, old.spot, old.cover) == (move.role_id, move.spot, 0)
        if same and (old.from_section_id is not None) == mid_show:
            draft.drop(old)
    draft.put(
        Override(
            new_id(),
            move.performance_id,
            move.role_id,
            move.spot,
            move.in_id,
            0,
            move.from_section_id,
            replaced_words(book, move.root_id, move.out_id),
        )
    )


def _leave_calls(book: Book, draft: Draft, who: tuple[str, str], show: Performance) -> None:
    """Take somebody out of the calls that meet a show they are put into for another."""
    person_id, root_id = who
    end = show.curtain + running_minutes(book, show)
    for one in stints(book, person_id, show.day):
        if one.call is None or one.duty != AS_DANCER:
            continue
        if overlap(one.start, one.end, show.curtain - HALF, end):
            line = Called(new_id(), one.call.id, "person", person_id=person_id, exclude=True)
            draft.put(line)
            draft.put(Note(new_id(), reason_words(book, root_id, LEAVES), about_id=line.id))


def _label(book: Book, solution: Solution) -> str:
    roots = dict.fromkeys(book.get(Person, move.root_id).surname for move in solution.moves)
    nights = {move.performance_id for move in solution.moves}
    where = "1 performance" if len(nights) == 1 else f"{len(nights)} performances"
    many = f"{solution.changes} change{'' if solution.changes == 1 else 's'}"
    return f"Cover for {' and '.join(roots)}: {many}, {where}" if roots else "Calls handed on"
