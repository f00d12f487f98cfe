"""The sample's past: hours with a history, attendance, ratings, and what was posted."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from statistics import median

import pytest

from castapp.domain.calls import DANCED_KINDS, Attendance, Call, Rating
from castapp.domain.casting import Danced, Performance
from castapp.domain.office import Posting
from castapp.domain.programme import parts
from castapp.domain.roster import dancers, rank
from castapp.domain.standing import standing
from castapp.domain.usual import heat
from castapp.domain.workload import minutes_between
from castapp.services.publish import drift
from castapp.services.sample.plot import next_working_day
from tests.services.sample.days import WEDNESDAY, WEEK, book_of, week_of

USUAL_HOURS = {
    "Principal": (14, 24),
    "First soloist": (14, 27),
    "Soloist": (14, 28),
    "Coryphée": (16, 29),
    "Corps": (17, 29),
    "Apprentice": (15, 29),
}


@pytest.mark.parametrize("week", range(-14, 4))
def test_the_middle_dancer_of_each_rank_has_usual_hours(week: int) -> None:
    book = book_of(WEDNESDAY)
    days = week_of(WEDNESDAY, week)
    hours: dict[str, list[float]] = {}
    for who in dancers(book, WEDNESDAY):
        if all(standing(book, who.id, day).can_be_called for day in days):
            worked = minutes_between(book, who.id, days[0], days[-1]) / 60
            hours.setdefault(rank(book, who.id, WEDNESDAY), []).append(worked)
    for held, found in hours.items():
        low, high = USUAL_HOURS[held]
        assert low <= median(found) <= high, held
        assert max(found) <= 30, held


@pytest.mark.parametrize("today", WEEK)
def test_weeks_can_be_compared_and_most_are_usual(today: date) -> None:
    book = book_of(today)
    people = [who.id for who in dancers(book, today)]
    ahead = today + timedelta(days=7)
    cells = heat(book, people, ahead, ahead, today=today)
    states = Counter(line[0].usual.state for line in cells.values())
    assert states["building history"] <= 1
    assert states["usual"] >= 36
    assert states["usual"] < 64


def test_past_shows_are_written_down_and_future_ones_are_not() -> None:
    book = book_of(WEDNESDAY)
    for show in book.all(Performance):
        noted = book.where(Danced, "performance_id", show.id)
        if show.day >= WEDNESDAY:
            assert not noted
        else:
            cast = [one for one in parts(book, show) if one.person_id and one.cover == 0]
            assert len(noted) == len(cast)


def test_only_past_calls_have_real_times_attendance_and_ratings() -> None:
    book = book_of(WEDNESDAY)
    recorded = {one.call_id for one in book.all(Attendance)}
    rated = {one.call_id for one in book.all(Rating) if one.call_id}
    for call in book.all(Call):
        if call.day >= WEDNESDAY:
            assert call.actual_minutes is None
            assert call.id not in recorded | rated
        elif call.day < WEDNESDAY - timedelta(days=1) and call.kind in DANCED_KINDS:
            assert call.actual_minutes is not None
    assert {one.state for one in book.all(Attendance)} >= {"late", "absent", "partial"}
    stamps = [datetime.fromisoformat(one.rated_at) for one in book.all(Rating)]
    assert all(stamp.tzinfo is not None for stamp in stamps)
    assert len(stamps) > 1000


def test_today_stands_as_posted_and_the_coming_day_has_changed() -> None:
    book = book_of(WEDNESDAY)
    assert not drift(book, WEDNESDAY)
    (today,) = book.where(Posting, "day", WEDNESDAY)
    assert today.state == "firm"
    (tentative,) = book.where(Posting, "day", next_working_day(WEDNESDAY))
    assert tentative.state == "tentative"
    changed = drift(book, next_working_day(WEDNESDAY))
    assert {one.what for one in changed.calls} >= {"Tidewater Duet I", "Fitting"}
