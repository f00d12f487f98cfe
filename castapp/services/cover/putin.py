"""Put-in calls: when whoever goes on and their partners are all free, and a studio too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.domain.agenda import stints
from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.handover import PUT_IN, reason_words
from castapp.domain.impact import PLAYS, TAKES
from castapp.domain.office import Note
from castapp.domain.programme import HALF, parts
from castapp.domain.record import new_id
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock, overlap
from castapp.domain.standing import standing
from castapp.services.cover.price import partner_of_role
from castapp.services.cover.request import Request
from castapp.services.cover.solution import Move, Solution
from castapp.services.cover.unrehearsed import needs_put_in
from castapp.services.cover.whereabouts import free_staff
from castapp.services.reason import short_day

LENGTH = {"single": 45, "couple": 30, "group": 30, "character": 20, "corps": 20, "children": 20}
SHORT = 30
FIRST_START = 10 * 60
LAST_END = 18 * 60 + 30
BEFORE_HALF = 60
NOTICE = 30
STEP = 15
MOST_TRIED = 8
SMALL_GROUP = 8

Fits = Callable[["PutIn"], bool]


@dataclass(frozen=True, slots=True)
class PutIn:
    """A call that should be added before somebody goes on: the call, its lines, why it is there,
    and its words.
    """

    call: Call
    lines: tuple[Called, ...]
    note: Note
    text: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What one call would put in: the moves of a night that share people, and all of those."""

    show: Performance
    moves: tuple[Move, ...]
    people: tuple[str, ...]

    def minutes(self, book: Book) -> int:
        return max(LENGTH[book.get(Role, one.role_id).kind] for one in self.moves)


def _anything(_put_in: PutIn) -> bool:
    return True


def put_ins(
    book: Book, request: Request, solution: Solution, fits: Fits = _anything
) -> tuple[PutIn, ...]:
    """A put-in call for each pair or small group with something new in it, where one fits.

    The day of the show or, for later shows, the day before too; before the warm-up. Where its
    length is too much for somebody's day, a SHORT one.
    """
    found: list[PutIn] = []
    for wanted in _wanted(book, request, solution):
        usual = wanted.minutes(book)
        lengths = dict.fromkeys((usual, min(usual, SHORT)))
        placed = (_place(book, request, wanted, one, found, fits) for one in lengths)
        made = next((one for one in placed if one is not None), None)
        if made is not None:
            found.append(made)
    return tuple(found)


def _wanted(book: Book, request: Request, solution: Solution) -> list[_Wanted]:
    """What is to be put in, once for each part and person; moves of one pair as one."""
    found: list[_Wanted] = []
    done: set[tuple[str, str, int]] = set()
    for move in solution.moves:
        key = (move.in_id or "", move.role_id, move.spot)
        people = _people(book, solution, move)
        if move.in_id is None or move.from_section_id or len(people) < 2 or key in done:
            continue
        role = book.get(Role, move.role_id)
        if not needs_put_in(book, move.in_id, role, people[1:], request.first):
            continue
        done.add(key)
        show = book.get(Performance, move.performance_id)
        same = next((one for one in found if one.show.id == show.id
                     and set(one.people) & set(people)), None)  # fmt: skip
        if same is None:
            found.append(_Wanted(show, (move,), tuple(people)))
        else:
            everybody = tuple(dict.fromkeys((*same.people, *people)))
            found[found.index(same)] = _Wanted(show, (*same.moves, move), everybody)
    return found


def _people(book: Book, solution: Solution, move: Move) -> list[str]:
    """Who goes on and who dances it with them: the partner, or the group's others."""
    if move.in_id is None:
        return []
    now = {(one.performance_id, one.role_id, one.spot): one.in_id for one in solution.moves}
    role = book.get(Role, move.role_id)
    place = partner_of_role(book, move.role_id, move.spot)
    wanted = {place} if place else set()
    if role.kind == "group" and role.spots <= SMALL_GROUP:
        wanted |= {(role.id, spot) for spot in range(1, role.spots + 1)}
    found = [move.in_id]
    for part in parts(book, book.get(Performance, move.performance_id)):
        spot = (part.role_id, part.spot)
        if part.cover == 0 and spot in wanted:
            person = now.get((move.performance_id, *spot), part.person_id)
            if person and person not in found:
                found.append(person)
    return found


def _place(
    book: Book,
    request: Request,
    wanted: _Wanted,
    minutes: int,
    made: list[PutIn],
    fits: Fits,
) -> PutIn | None:
    """The first hour at which everybody and a studio are free and no rule is against it."""
    tried = 0
    for day in dict.fromkeys((wanted.show.day, wanted.show.day - timedelta(days=1))):
        if day < request.first:
            continue
        begin = FIRST_START
        if day == request.first:
            begin = max(begin, -(-(request.clock + NOTICE) // STEP) * STEP)
        tonight = day == wanted.show.day
        until = _warm_up(book, wanted, minutes) if tonight else LAST_END
        for start in _starts(begin, until - minutes, latest_first=tonight):
            call = _call(book, wanted, day, start, minutes, made)
            if call is not None and tried < MOST_TRIED:
                tried += 1
                found = _put_in(book, call, wanted)
                if fits(found):
                    return found
    return None


def _warm_up(book: Book, wanted: _Wanted, minutes: int) -> int:
    """By when it must be over on the day of the show: before the warm-up any of them has."""
    last = min(LAST_END, wanted.show.curtain - HALF - BEFORE_HALF + minutes)
    warm_ups = [
        one.start
        for person_id in wanted.people
        for one in stints(book, person_id, wanted.show.day)
        if one.call is not None and one.call.kind == "warm-up" and one.start < wanted.show.curtain
    ]
    return min([last, *(start - STEP for start in warm_ups if start > FIRST_START)])


def _starts(first: int, last: int, *, latest_first: bool) -> list[int]:
    found = list(range(first, last + 1, STEP))
    return found[::-1] if latest_first else found


def _call(
    book: Book, wanted: _Wanted, day: date, start: int, minutes: int, made: list[PutIn]
) -> Call | None:
    """The call at that time, if everybody and a studio are free then."""
    end = start + minutes
    taken = [one for one in made if one.call.day == day
             and overlap(one.call.start, one.call.end, start, end)]  # fmt: skip
    busy = {line.person_id for one in taken for line in one.lines}
    if busy & set(wanted.people):
        return None
    if not all(_free(book, one, day, start, end) for one in wanted.people):
        return None
    studio = _studio(book, day, start, end, {one.call.studio_id for one in taken})
    if studio is None:
        return None
    roles = list(dict.fromkeys(book.get(Role, one.role_id).name for one in wanted.moves))
    production_id = book.get(Role, wanted.moves[0].role_id).production_id
    call = Call(new_id(), day, start, minutes, "rehearsal", studio.id, production_id,
                title=f"Put-in, {' and '.join(roles)}")  # fmt: skip
    given = {one.call.lead_id for one in taken} | {one.call.pianist_id for one in taken}
    return replace(call, lead_id=_first(free_staff(book, call, TAKES), given),
                      pianist_id=_first(free_staff(book, call, PLAYS), given))  # fmt: skip


def _first(people: tuple[str, ...], taken: set[str | None]) -> str | None:
    return next((one for one in people if one not in taken), None)


def _free(book: Book, person_id: str, day: date, start: int, end: int) -> bool:
    if not standing(book, person_id, day).can_be_called:
        return False
    return not any(overlap(one.start, one.end, start, end) for one in stints(book, person_id, day))


def _studio(book: Book, day: date, start: int, end: int, taken: set[str | None]) -> Studio | None:
    """The first studio in the company's order that nobody is in; never the stage."""
    used = {
        call.studio_id
        for call in book.where(Call, "day", day)
        if call.state != "cancelled" and overlap(call.start, call.end, start, end)
    }
    rooms = sorted(book.all(Studio), key=lambda one: (one.order, one.name))
    free = (room for room in rooms if room.id not in used and room.id not in taken)
    return next((room for room in free if room.kind != "stage"), None)


def _put_in(book: Book, call: Call, wanted: _Wanted) -> PutIn:
    parts_of = {one.in_id: one for one in wanted.moves}
    lines = tuple(
        Called(new_id(), call.id, "person", parts_of[one].role_id, spots=(parts_of[one].spot,),
               person_id=one) if one in parts_of
        else Called(new_id(), call.id, "person", person_id=one)
        for one in wanted.people
    )  # fmt: skip
    why = reason_words(book, wanted.moves[0].root_id, PUT_IN)
    note = Note(new_id(), why, about_id=call.id)
    return PutIn(call, lines, note, _words(book, call, wanted))


def _words(book: Book, call: Call, wanted: _Wanted) -> str:
    studio = book.find(Studio, call.studio_id)
    what = call.title.removeprefix("Put-in, ")
    names = " and ".join(
        inside_name(book, one) for one in dict.fromkeys(move.in_id for move in wanted.moves)
    )
    played = "" if call.pianist_id else ", no pianist free"
    return (
        f"Put-in rehearsal, {what}, {names}:"
        f" {short_day(call.day)}, {clock(call.start)}, {studio.name if studio else 'no studio'},"
        f" all partners free{played}"
    )
