"""A week of the generated season with as many calls as a board must bear: 420 on screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from castapp.bench.season import DANCERS, FIRST_DAY
from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.slot import days_between

WEEK = FIRST_DAY + timedelta(days=14)
FULL = 420

_EVENING, _MINUTES, _ROOMS = 17 * 60 + 30, 40, 6


def fill_week(book: Book) -> Edit:
    """What brings the season's week, which has 200 calls, to FULL: more of them each evening."""
    days = [day for day in days_between(WEEK, WEEK + timedelta(days=6)) if day.weekday() != 6]
    missing = FULL - sum(len(book.where(Call, "day", day)) for day in days)
    draft = Draft(book)
    for number, day in enumerate(days):
        count = missing * (number + 1) // len(days) - missing * number // len(days)
        for call, people in _evening(day, count):
            draft.put(call)
            for one in people:
                draft.put(Called(f"l-{call.id}-{one}", call.id, "person", person_id=one))
    return draft.edit("Fill a week")


def _evening(day: date, count: int) -> Iterator[tuple[Call, list[str]]]:
    """So many coachings of two, in all rooms but the stage; nobody is in two of them."""
    dancers = [f"dancer-{number:02d}" for number in range(DANCERS)]
    for made in range(count):
        slot, room = divmod(made, _ROOMS)
        work = (made + day.day) % 6
        call = Call(
            f"c-{day:%m%d}-evening-{made:02d}",
            day,
            _EVENING + slot * _MINUTES,
            _MINUTES,
            studio_id=f"studio-{room}",
            production_id=f"work-{work}",
            sections=(f"work-{work}-s{made % 3}",),
        )
        yield call, dancers[2 * made : 2 * made + 2]
