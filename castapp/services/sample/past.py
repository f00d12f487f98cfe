"""The sample's past: a lighter diary of the weeks before, who came, and how hard it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import DANCED_KINDS, Attendance, Call, Called, Rating
from castapp.domain.casting import Danced, Performance
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.record import Record
from castapp.domain.roster import dancers
from castapp.domain.slot import utc_minutes
from castapp.domain.standing import standing
from castapp.domain.workload import EFFORTS
from castapp.services.sample.casts import cast_id, production_id
from castapp.services.sample.data import day_of, ident, person_id
from castapp.services.sample.house import FIRST_WEEK, studio_id

FIRST_FULL_WEEK = -6
SATURDAY = 5
AFTER_CLASS = 12 * 60 + 30
LONGEST = 180
RANK_MINUTES = (120, 130, 145, 155, 170, 165)
SHARES = (0.75, 1.0, 1.2, 0.9, 1.15, 0.7, 1.2, 0.95)
FULL_SHARE = 1.15
BALLET_DAYS = (1, 3)
OVERRUNS = (0, 0, 0, 5, 0, -5, 0, 10, 0, 0, -10)
EXCEPTIONS = (("late", -10), ("absent", 0), ("late", -15), ("partial", -30), ("excused", 0))
RATED_DAYS = 28
EACH_RATED = 3


def earlier_weeks(book: Book, today: date) -> Iterator[Record]:
    """Eight weeks of class and one long rehearsal a day, so that hours have a history.

    The weeks are uneven, as weeks are; in the fullest there is rehearsal on Saturday too.
    """
    for week, share in zip(range(FIRST_WEEK, FIRST_FULL_WEEK), SHARES, strict=True):
        for weekday in range(SATURDAY + 1):
            day = day_of(today, week, weekday)
            yield from _class(book, day)
            if weekday < SATURDAY or share >= FULL_SHARE:
                yield from _long_rehearsal(book, day, week, share)


def as_held(book: Book, today: date) -> Iterator[Call]:
    """Past calls with the times they really had; those of yesterday are not written up yet."""
    for call in _past(book, today - timedelta(days=1)):
        overrun = OVERRUNS[_number(call.id) % len(OVERRUNS)]
        yield replace(call, actual_start=call.start, actual_minutes=call.minutes + overrun)


def attendance(book: Book, today: date) -> Iterator[Attendance]:
    """Who came late, left or stayed away, one in every ten calls or so; the rest came."""
    for call in _past(book, today):
        number = _number(call.id)
        people = called_people(book, call)
        if number % 10 == 0 and people:
            who = people[number // 10 % len(people)].person_id
            state, less = EXCEPTIONS[number // 100 % len(EXCEPTIONS)]
            minutes = None if less == 0 else call.minutes + less
            yield Attendance(ident("attendance", call.id), call.id, who, state, minutes)


def ratings(book: Book, today: date) -> Iterator[Rating]:
    """How hard their sessions were for every third dancer in the last four weeks."""
    rated = {who.id for who in dancers(book, today)[::EACH_RATED]}
    first = today - timedelta(days=RATED_DAYS)
    zone = book.get(Company, COMPANY_ID).zone
    for call in _past(book, today, first):
        for one in called_people(book, call):
            if one.person_id in rated:
                yield Rating(
                    ident("rating", call.id, one.person_id), one.person_id,
                    _effort(EFFORTS[call.kind], call.id, one.person_id), call_id=call.id,
                    rated_at=_stamp(call.day, call.end + 30, zone),
                )  # fmt: skip
    for show in book.all(Performance):
        if first <= show.day < today:
            danced = {one.person_id for one in book.where(Danced, "performance_id", show.id)}
            for who in sorted(danced & rated):
                yield Rating(
                    ident("rating", show.id, who), who, _effort(7.0, show.id, who),
                    performance_id=show.id, rated_at=_stamp(show.day, show.curtain + 210, zone),
                )  # fmt: skip


def _class(book: Book, day: date) -> Iterator[Record]:
    teacher = "Aubert" if day.weekday() % 2 == 0 else "Petrova"
    call = Call(
        ident("call", day, "class"), day, 615, 75, "class", studio_id("studio-1"), title="Class",
        lead_id=person_id(teacher), pianist_id=person_id("Wren"),
        actual_start=615, actual_minutes=75,
    )  # fmt: skip
    yield call
    yield Called(ident("called", call.id), call.id, "group", group="company")
    yield from _without(book, call)


def _long_rehearsal(book: Book, day: date, week: int, share: float) -> Iterator[Record]:
    """Everybody by rank, the highest released first; twice a week only those in the ballet."""
    weekday = day.weekday()
    work = ("giselle", "swan_lake")[(week + weekday) % 2]
    ranks = book.get(Company, COMPANY_ID).ranks
    lengths = [_fives(min(LONGEST, most * share)) for most in RANK_MINUTES]
    call = Call(
        ident("call", day, "rehearsal"), day, AFTER_CLASS, max(lengths), "rehearsal",
        studio_id("studio-1"), production_id(work), title="Season rehearsal",
        lead_id=person_id("Quiroga"), pianist_id=person_id("Malmqvist"),
        actual_start=AFTER_CLASS, actual_minutes=max(lengths),
    )  # fmt: skip
    yield call
    yield from _without(book, call)
    if weekday in BALLET_DAYS:
        casts = tuple(cast_id(work, name) for name in ("1st", "2nd"))
        yield Called(ident("called", call.id), call.id, "production", cast_ids=casts)
        return
    for rank, minutes in zip(ranks, lengths, strict=True):
        yield Called(
            ident("called", call.id, rank), call.id, "group", group=rank,
            leaves=AFTER_CLASS + minutes if minutes < call.minutes else None,
        )  # fmt: skip


def _without(book: Book, call: Call) -> Iterator[Called]:
    """The dancers away that day, left out."""
    for who in dancers(book, call.day):
        if not standing(book, who.id, call.day).can_be_called:
            yield Called(
                ident("called", call.id, who.id), call.id, "person", person_id=who.id, exclude=True
            )


def _fives(minutes: float) -> int:
    return 5 * round(minutes / 5)


def _past(book: Book, until: date, first: date | None = None) -> Iterator[Call]:
    for call in book.all(Call):
        if call.day < until and call.kind in DANCED_KINDS and (first is None or call.day >= first):
            yield call


def _number(key: str) -> int:
    """A number that looks thrown but is the same for the same id."""
    return int(key[:6], 16)


def _effort(usual: float, session: str, person: str) -> float:
    """An effort about the usual, in halves, the same for the same session and dancer."""
    thrown = (_number(session) + _number(person)) % 7 - 3
    return min(10.0, max(0.5, usual + thrown / 2))


def _stamp(day: date, minutes: int, zone: str) -> str:
    seconds = utc_minutes(day, minutes, zone) * 60
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
