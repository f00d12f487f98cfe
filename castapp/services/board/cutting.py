"""Splitting a call, joining two, swapping two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.record import new_id
from castapp.domain.repertory import Section
from castapp.domain.roster import inside_name
from castapp.domain.slot import DAY_MINUTES, clock, span
from castapp.services.board.known_calls import call_of, short_day, unheld, within_day
from castapp.services.board.settling import settled, times_of
from castapp.services.calls import call_name, move_calls


def split_call(book: Book, call_id: str, at: int) -> Edit:
    """Cut a call in two at a clock time; everybody stays in the part they were wanted in.

    The first part keeps the call's id. A time after midnight (0.15 of a call from 23.00) is the
    next morning's; the second part then begins on the next day. Raises Invalid outside the call.
    """
    call = call_of(book, call_id)
    unheld(book, call, "split")
    if at <= call.start and call.end > DAY_MINUTES:
        at += DAY_MINUTES
    if not call.start < at < call.end:
        raise Invalid(f"{clock(at)} is not within the call, {span(call.start, call.end)}.")
    over = DAY_MINUTES if at >= DAY_MINUTES else 0
    first = replace(call, minutes=at - call.start)
    second = replace(
        call,
        id=new_id(),
        day=call.day + timedelta(days=1 if over else 0),
        start=at - over,
        minutes=call.end - at,
    )
    people = times_of(book, call)
    draft = Draft(book)
    lines = book.where(Called, "call_id", call.id)
    early = {who: (start, min(end, at)) for who, (start, end) in people.items() if start < at}
    late = {
        who: (max(start, at) - over, end - over) for who, (start, end) in people.items() if end > at
    }
    settled(book, draft, first, _first_lines(lines, at), early)
    settled(book, draft, second, _second_lines(lines, second.id, at, over), late)
    when = f"{short_day(call.day)} {clock(call.start)}"
    return draft.edit(f"Split {call_name(book, call)}, {when} at {clock(at)}")


def _first_lines(lines: tuple[Called, ...], at: int) -> Iterator[Called]:
    for line in lines:
        if line.joins is None or line.joins < at:
            leaves = line.leaves if line.leaves is not None and line.leaves < at else None
            yield replace(line, leaves=leaves)


def _second_lines(lines: tuple[Called, ...], call_id: str, at: int, over: int) -> Iterator[Called]:
    for line in lines:
        if line.leaves is None or line.leaves > at:
            joins = line.joins - over if line.joins is not None and line.joins > at else None
            leaves = None if line.leaves is None else line.leaves - over
            yield replace(line, id=new_id(), call_id=call_id, joins=joins, leaves=leaves)


def join_calls(book: Book, first_id: str, second_id: str) -> Edit:
    """Make one call of two on one day: from the first's start to the last's end, everybody wanted
    from when to when they were. It keeps the earlier call's id, studio and répétiteur; another
    répétiteur or pianist of the later one is kept in the note. Raises Invalid for calls of two
    ballets, two days, two kinds, or of more than a call can last.
    """
    one, two = call_of(book, first_id), call_of(book, second_id)
    first, second = sorted((one, two), key=lambda call: (call.start, call.end))
    _joinable(book, first, second)
    end = max(first.end, second.end)
    joined = replace(
        first,
        minutes=end - first.start,
        production_id=first.production_id or second.production_id,
        sections=_sections(book, first, second),
        title=first.title if first.title == second.title else _both(first.title, second.title),
        tba=first.tba and second.tba,
        lead_id=first.lead_id or second.lead_id,
        pianist_id=first.pianist_id or second.pianist_id,
        state="tentative" if "tentative" in (first.state, second.state) else first.state,
        note=_note(book, first, second),
    )
    wanted = times_of(book, first)
    for who, (start, until) in times_of(book, second).items():
        known = wanted.get(who, (start, until))
        wanted[who] = (min(start, known[0]), max(until, known[1]))
    draft = Draft(book)
    settled(book, draft, joined, _joined_lines(book, first, second, end), wanted)
    for line in book.where(Called, "call_id", second.id):
        draft.drop(line)
    draft.drop(second)
    when = f"{short_day(first.day)} {span(first.start, end)}"
    return draft.edit(f"Join {call_name(book, first)} and {call_name(book, second)}, {when}")


def _joinable(book: Book, first: Call, second: Call) -> None:
    if first.id == second.id:
        raise Invalid("That is one call; choose two to join.")
    if first.day != second.day:
        raise Invalid("The two calls are on different days; move one beside the other first.")
    ballets = {first.production_id, second.production_id} - {None}
    if len(ballets) > 1:
        raise Invalid("The two calls are of different ballets; a call is of one.")
    if first.kind != second.kind:
        raise Invalid(f"A {first.kind} and a {second.kind} cannot be one call.")
    for call in (first, second):
        unheld(book, call, "joined")


def _joined_lines(book: Book, first: Call, second: Call, end: int) -> Iterator[Called]:
    """The lines of both; those alike in both once, the others within their own call's times."""
    later = {_gist(line): line for line in book.where(Called, "call_id", second.id)}
    same = set()
    for line in book.where(Called, "call_id", first.id):
        twin = later.get(_gist(line))
        if twin is not None:
            same.add(_gist(line))
            yield replace(line, leaves=twin.leaves if second.end == end else line.leaves)
        elif not line.exclude:
            leaves = line.leaves if line.leaves is not None else first.end
            yield replace(line, leaves=leaves if leaves < end else None)
    for gist, line in later.items():
        if gist not in same and not line.exclude:
            joins = line.joins if line.joins is not None else second.start
            yield replace(
                line, id=new_id(), call_id=first.id,
                joins=joins if joins > first.start else None,
            )  # fmt: skip


def _gist(line: Called) -> tuple[object, ...]:
    return (
        line.whom, line.role_id, line.cast_ids, line.spots, line.covers, line.person_id,
        line.group, line.exclude, line.as_cover,
    )  # fmt: skip


def _sections(book: Book, first: Call, second: Call) -> tuple[str, ...]:
    """The sections of both in the ballet's order; none if one call is of the whole ballet."""
    if not first.sections or not second.sections:
        return ()
    both = dict.fromkeys((*first.sections, *second.sections))
    known = (book.find(Section, one) for one in both)
    return tuple(one.id for one in sorted((one for one in known if one), key=lambda one: one.order))


def _both(one: str, other: str) -> str:
    return ", ".join(filter(None, (one, other)))


def _note(book: Book, first: Call, second: Call) -> str:
    told = [first.note, second.note if second.note != first.note else ""]
    for mine, theirs, verb in (
        (first.lead_id, second.lead_id, "takes it"),
        (first.pianist_id, second.pianist_id, "plays"),
    ):
        if mine and theirs and mine != theirs:
            told.append(f"{inside_name(book, theirs)} {verb} from {clock(second.start)}")
    return "; ".join(filter(None, told))


def swap_calls(book: Book, first_id: str, second_id: str) -> Edit:
    """Let two calls change places. Two that touch in one studio keep their outer ends; others
    take each other's day, start and studio. Raises Invalid if that leaves a day.
    """
    one, two = call_of(book, first_id), call_of(book, second_id)
    if one.id == two.id:
        raise Invalid("That is one call; choose two to swap.")
    first, second = sorted((one, two), key=lambda call: (call.day, call.start))
    touching = (first.day, first.studio_id, first.end) == (
        second.day,
        second.studio_id,
        second.start,
    )
    start = second.end - first.minutes if touching else second.start
    within_day(book, first, second.day, start)
    moved = move_calls(
        book,
        [
            (first.id, second.day, start, second.studio_id),
            (second.id, first.day, first.start, first.studio_id),
        ],
    )
    names = f"{call_name(book, first)} and {call_name(book, second)}"
    return Edit(f"Swap {names}, {short_day(first.day)}", moved.changes)
