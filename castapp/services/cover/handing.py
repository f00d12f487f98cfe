"""The calls of those who are off: who takes their place in each, or that nobody does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.agenda import stints
from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Performance
from castapp.domain.draft import Draft
from castapp.domain.handover import PUT_IN, reason_of, reason_words
from castapp.domain.impact import CALLED, CONDUCTS, PLAYS, TAKES
from castapp.domain.office import Note
from castapp.domain.people import Person
from castapp.domain.programme import parts, title
from castapp.domain.record import new_id
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock, overlap
from castapp.domain.standing import standing
from castapp.domain.wording import call_title
from castapp.services.cover.openings import Missed, missed
from castapp.services.cover.recast import recast
from castapp.services.cover.request import Request
from castapp.services.cover.solution import Solution
from castapp.services.reason import short_day

COMING_NIGHTS = 6
CONDUCTOR = "conductor"


@dataclass(frozen=True, slots=True)
class Handed:
    """A call that loses somebody off; `to_id` comes in their place, nobody if it is None.

    `as_what` is called, takes, plays or conducts (words of castapp.domain.impact); who conducts is
    missed in a show, and its `call_id` is "".
    """

    call_id: str
    off_id: str
    as_what: str
    to_id: str | None = None
    role_id: str | None = None
    performance_id: str = ""


def handed(book: Book, request: Request, solution: Solution) -> tuple[Handed, ...]:
    """What becomes of each call that misses somebody, in time order.

    Whoever dances the role now comes to its call, else who covers it, if they are free then; of a
    time without end, all that is planned is seen to.
    """
    after = book.apply(recast(book, solution))
    found: list[Handed] = []
    for one in missed(book, request):
        if one.call_id and one.as_what in (CALLED, TAKES, PLAYS):
            to_id = (
                _heir(after, one, solution, found)
                if one.as_what == CALLED
                else _stand_in(book, one, found)
            )
            found.append(Handed(one.call_id, one.person_id, one.as_what, to_id, one.role_id))
        elif one.performance_id and one.as_what == CONDUCTS:
            to_id = _conductor(book, one)
            found.append(
                Handed("", one.person_id, CONDUCTS, to_id, performance_id=one.performance_id)
            )
    return tuple(found)


def hand_on(book: Book, draft: Draft, calls: Sequence[Handed]) -> None:
    """Put what was found into a draft: out of the call, and who comes instead.

    A note about each line and call says for whom, so that it can be told and reversed.
    """
    for one in calls:
        if one.as_what == CONDUCTS:
            show = book.get(Performance, one.performance_id)
            draft.set(show, conductor_id=one.to_id)
            _note(book, draft, one.off_id, show.id, CONDUCTS)
        call = draft.find(Call, one.call_id)
        if call is None:
            continue
        if one.as_what in (TAKES, PLAYS):
            taken = {TAKES: "lead_id", PLAYS: "pianist_id"}[one.as_what]
            draft.set(call, **{taken: one.to_id})
            _note(book, draft, one.off_id, call.id, one.as_what)
        else:
            lines = [Called(new_id(), call.id, "person", person_id=one.off_id, exclude=True)]
            if one.to_id:
                lines.append(
                    Called(new_id(), call.id, "person", role_id=one.role_id, person_id=one.to_id)
                )
            for line in lines:
                draft.put(line)
                _note(book, draft, one.off_id, line.id)


def hand_back(book: Book, draft: Draft, person_id: str, now: tuple[date, int]) -> int:
    """Put into a draft what reverses it in calls and in the pit of shows still to come, put-ins
    among them; in how many.
    """
    found = set()
    for note in book.all(Note):
        reason = reason_of(book, note.text) if note.about_id else None
        if reason is None or reason.root_id != person_id:
            continue
        show = book.find(Performance, note.about_id)
        if show is not None and (show.day, show.curtain) > now:
            draft.set(show, conductor_id=person_id)
            draft.drop(note)
            found.add(show.id)
        line, call = book.find(Called, note.about_id), book.find(Call, note.about_id)
        call = call or (book.find(Call, line.call_id) if line else None)
        if call is None or (call.day, call.start) <= now:
            continue
        if line is not None:
            draft.drop(line)
        elif reason.said == PUT_IN:
            for one in book.where(Called, "call_id", call.id):
                draft.drop(one)
            draft.drop(call)
        else:
            taken = {TAKES: "lead_id", PLAYS: "pianist_id"}[reason.said]
            draft.set(draft.find(Call, call.id) or call, **{taken: person_id})
        draft.drop(note)
        found.add(call.id)
    return len(found)


def _note(book: Book, draft: Draft, root_id: str, about_id: str, said: str = "") -> None:
    draft.put(Note(new_id(), reason_words(book, root_id, said), about_id=about_id))


def call_words(book: Book, one: Handed) -> str:
    """A call that is handed on, in words: Sat 31 Oct, 11.45, Notes and Act II."""
    day, start, what = called_when(book, one)
    return f"{short_day(day)}, {clock(start)}, {what}"


def called_when(book: Book, one: Handed) -> tuple[date, int, str]:
    """The day, clock minute and name of the call, or of the show that has nobody in the pit."""
    if one.as_what == CONDUCTS:
        show = book.get(Performance, one.performance_id)
        return show.day, show.curtain, f"{title(book, show)}, pit"
    call = book.get(Call, one.call_id)
    return call.day, call.start, call_title(book, call).text


def handed_words(book: Book, one: Handed) -> str:
    """What becomes of it: moved to Popov; Bektemirova is taken out."""
    to = inside_name(book, one.to_id)
    if one.as_what != CALLED:
        verb = _DONE[one.as_what]
        return f"{verb} by {to}" if to else f"has nobody who {_DUTY[one.as_what]}"
    return f"moved to {to}" if to else f"{inside_name(book, one.off_id)} is taken out"


_DUTY = {TAKES: "takes it", PLAYS: "plays for it", CONDUCTS: "conducts it"}
_DONE = {TAKES: "taken", PLAYS: "played for", CONDUCTS: "conducted"}


def _heir(book: Book, one: Missed, solution: Solution, found: Sequence[Handed]) -> str | None:
    """Who dances the role instead, or covers it, and can come to its call."""
    call = book.get(Call, one.call_id or "")
    if one.role_id is None or one.cover or book.find(Role, one.role_id) is None:
        return None
    there = {who.person_id for who in called_people(book, call)}
    for person_id in _heirs(book, one, solution):
        if person_id in there:
            return None
        if _is_free(book, person_id, call, found):
            return person_id
    return None


def _heirs(book: Book, one: Missed, solution: Solution) -> list[str]:
    """Who was put in for them in the role, the next night first; then the role's covers."""
    moves = [
        (book.get(Performance, move.performance_id), move.in_id)
        for move in solution.moves
        if move.in_id and move.out_id == one.person_id and move.role_id == one.role_id
    ]
    moves.sort(key=lambda pair: (pair[0].day < one.day, pair[0].day, pair[0].curtain))
    nights = sorted(
        (show for show in book.all(Performance) if show.day >= one.day),
        key=lambda show: (show.day, show.curtain),
    )
    covers = [
        part.person_id
        for show in nights[:COMING_NIGHTS]
        for part in parts(book, show)
        if part.role_id == one.role_id and part.cover and part.person_id
    ]
    return list(dict.fromkeys([person_id for _, person_id in moves if person_id] + covers))


def _is_free(book: Book, person_id: str, call: Call, found: Sequence[Handed]) -> bool:
    if not standing(book, person_id, call.day).can_be_called:
        return False
    busy = [(one.start, one.end) for one in stints(book, person_id, call.day)]
    for other in found:
        if other.to_id == person_id:
            theirs = book.get(Call, other.call_id)
            if theirs.day == call.day:
                busy.append((theirs.start, theirs.end))
    return not any(overlap(start, end, call.start, call.end) for start, end in busy)


def _conductor(book: Book, one: Missed) -> str | None:
    """A conductor who is here and wanted nowhere else at the show's time."""
    able = [who for who in book.all(Person) if CONDUCTOR in who.duties]
    for who in sorted(able, key=lambda each: each.sort_key):
        now = standing(book, who.id, one.day)
        busy = any(
            overlap(each.start, each.end, one.start, one.end)
            for each in stints(book, who.id, one.day)
        )
        if who.id != one.person_id and now.engaged and now.absence is None and not busy:
            return who.id
    return None


def _stand_in(book: Book, one: Missed, found: Sequence[Handed]) -> str | None:
    """Who of the staff could take or play for a call and has not been given another then."""
    call = book.get(Call, one.call_id or "")
    free = (
        person_id
        for person_id in one.free
        if book.find(Person, person_id) and _is_free(book, person_id, call, found)
    )
    return next(free, None)
