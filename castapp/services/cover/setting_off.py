"""Setting somebody off as Health would, from the moment asked about to the last day, if known."""

from __future__ import annotations

from datetime import date, timedelta

from castapp.domain.agenda import stints
from castapp.domain.availability import ABSENCE_KINDS, Absence, Participation
from castapp.domain.book import Book
from castapp.domain.checks import check_choice
from castapp.domain.draft import Draft
from castapp.domain.people import Person
from castapp.domain.record import new_id
from castapp.domain.roster import is_dancer
from castapp.domain.standing import participation, standing
from castapp.services.cover.request import Request

OFF_KIND = "off"

REVIEW_AFTER = timedelta(days=7)


def still_on(book: Book, request: Request) -> tuple[str, ...]:
    """Those asked about of whom the records do not say yet that they are off or away."""
    return tuple(one for one in request.people if standing(book, one, request.first).can_be_called)


def off_since(book: Book, person_id: str, day: date) -> date | None:
    """The first day of the last time somebody was off or away, begun by a day; None if never."""
    days = [one.first for one in book.where(Absence, "person_id", person_id) if one.first <= day]
    days += [
        one.since
        for one in book.where(Participation, "person_id", person_id)
        if one.status in ("off", "rehab only") and one.since <= day
    ]
    return max(days, default=None)


def set_off(book: Book, draft: Draft, request: Request, kind: str = OFF_KIND) -> None:
    """Put into a draft that those asked about are off; who is off already stays as they are.

    A dancer who is `off` may do nothing from that clock time, and with a last day may do from the
    next what they might before; without one it stands until it is reviewed. Staff, and anybody
    with a planned absence, are away whole days: from the next one, where calls of theirs are over
    by that time. Raises Invalid for a kind there is not.
    """
    if kind != OFF_KIND:
        check_choice(kind, ABSENCE_KINDS, "The kind of absence")
    for person_id in still_on(book, request):
        if kind == OFF_KIND and is_dancer(book.get(Person, person_id)):
            _set_off(book, draft, person_id, request)
        else:
            absence = "other" if kind == OFF_KIND else kind
            _set_away(book, draft, person_id, request, absence)


def _set_off(book: Book, draft: Draft, person_id: str, request: Request) -> None:
    first, last = request.first, request.last
    began = request.clock or None
    if last is None:
        review = first + REVIEW_AFTER
        draft.put(
            Participation(new_id(), person_id, first, "off", review=review, since_clock=began)
        )
        return
    draft.put(Participation(new_id(), person_id, first, "off", until=last, since_clock=began))
    again = last + timedelta(days=1)
    later = participation(book, person_id, again)
    if later is None or later.since <= last:
        before = participation(book, person_id, last)
        draft.put(
            Participation(
                new_id(), person_id, again,
                before.status if before else "full",
                before.restrictions if before else (),
                before.review if before and before.review and before.review >= again else None,
                before.until if before and before.until and before.until >= again else None,
            )
        )  # fmt: skip


def _set_away(book: Book, draft: Draft, person_id: str, request: Request, kind: str) -> None:
    """Away whole days; a first day begun with calls or shows of theirs is not one of them."""
    first = request.first
    if any(one.end <= request.clock for one in stints(book, person_id, first)):
        first += timedelta(days=1)
    if request.last is None or first <= request.last:
        draft.put(Absence(new_id(), person_id, first, request.last, kind))


def set_on(book: Book, draft: Draft, request: Request) -> None:
    """Put into a draft that who was off or away is back from the moment asked about.

    What they might do before is what they may do again; an absence ends the day before.
    """
    for person_id in request.people:
        now = standing(book, person_id, request.first)
        if now.absence is not None:
            if now.absence.first >= request.first:
                draft.drop(now.absence)
            else:
                draft.set(now.absence, last=request.first - timedelta(days=1))
        current = participation(book, person_id, request.first)
        if current is not None and current.status in ("off", "rehab only"):
            _restore(book, draft, current, request)
            _forget_end(book, draft, current)


def _restore(book: Book, draft: Draft, current: Participation, request: Request) -> None:
    began = (request.first, request.clock)
    if (current.since, current.since_clock or 0) >= began:
        draft.drop(current)
        return
    earlier = [
        one
        for one in book.where(Participation, "person_id", current.person_id)
        if (one.since, one.since_clock or 0) < (current.since, current.since_clock or 0)
    ]
    before = max(earlier, key=lambda one: (one.since, one.since_clock or 0), default=None)
    usable = before is not None and before.status in ("full", "modified")
    draft.put(
        Participation(
            new_id(), current.person_id, request.first,
            before.status if before and usable else "full",
            before.restrictions if before and usable else (),
            since_clock=request.clock or None,
        )
    )  # fmt: skip


def _forget_end(book: Book, draft: Draft, current: Participation) -> None:
    """Take out what was to count from the day after the last day off, kept by the same taking."""
    if current.until is not None:
        again = current.until + timedelta(days=1)
        for one in book.where(Participation, "person_id", current.person_id):
            if one.since == again and one.since_clock is None:
                draft.drop(one)
