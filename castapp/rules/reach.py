"""How far an edit reaches: the days and the people whose findings it may change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.edit import Edit
from castapp.domain.people import Engagement, Person
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.slot import week_start


@dataclass
class Reach:
    """Days touched, and the people; `everybody` if they cannot be named."""

    days: set[date] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    everybody: bool = False

    def who(self) -> frozenset[str] | None:
        """The people as a view takes them: None is everybody."""
        return None if self.everybody else frozenset(self.people)


def reach(before: Book, after: Book, edit: Edit) -> Reach:
    """The days and people an edit touches, as the book was and as it will be.

    Settings of the house (sites, studios, rules, ranks) touch nobody: they change what is judged,
    not what anybody is asked to do.
    """
    found = Reach()
    for change in edit.changes:
        grow = _GROW.get(change.kind)
        if grow is None:
            continue
        for book, record in ((before, change.before), (after, change.after)):
            if record is not None:
                grow(found, book, record)
    return found


def judged_days(book: Book, touched: Iterable[date]) -> list[date]:
    """The days on which findings about touched days are told: the day, the next morning, and the
    first day of the week.
    """
    company = book.find(Company, COMPANY_ID)
    first_weekday = company.first_weekday if company else 0
    days: set[date] = set()
    for day in touched:
        days |= {day, day + timedelta(days=1), week_start(day, first_weekday)}
    return sorted(days)


def rolled_days(touched: Iterable[date], back: int) -> list[date]:
    """The days on which a rule that looks so many days back tells of touched days."""
    return sorted({day + timedelta(days=n) for day in touched for n in range(back + 1)})


def _call(found: Reach, book: Book, record: Record) -> None:
    if isinstance(record, Call):
        found.days.add(record.day)
        found.people |= {who.person_id for who in called_people(book, record)}
        found.people |= {one for one in (record.lead_id, record.pianist_id) if one}


def _called(found: Reach, book: Book, record: Record) -> None:
    call = book.find(Call, record.call_id) if isinstance(record, Called) else None
    if call is not None:
        _call(found, book, call)


def _performance(found: Reach, _: Book, record: Record) -> None:
    if isinstance(record, Performance):
        found.days.add(record.day)
        found.everybody = True


def _of_performance(found: Reach, book: Book, record: Record) -> None:
    if isinstance(record, BillItem):
        show = book.find(Performance, record.performance_id)
        if show is not None:
            found.everybody = True
        found.days |= {show.day} if show else set()


def _override(found: Reach, book: Book, record: Record) -> None:
    if not isinstance(record, Override):
        return
    show = book.find(Performance, record.performance_id)
    if show is None:
        return
    found.days.add(show.day)
    found.people |= {record.person_id} if record.person_id else set()
    for item in book.where(BillItem, "performance_id", show.id):
        for casting in book.where(Casting, "cast_id", item.cast_id):
            if casting.role_id == record.role_id:
                found.people.add(casting.person_id)
    for other in book.where(Override, "performance_id", show.id):
        if other.role_id == record.role_id and other.person_id:
            found.people.add(other.person_id)


def _casting(found: Reach, book: Book, record: Record) -> None:
    if not isinstance(record, Casting):
        return
    found.people.add(record.person_id)
    for other in book.where(Casting, "cast_id", record.cast_id):
        if (other.role_id, other.spot) == (record.role_id, record.spot):
            found.people.add(other.person_id)
    found.days |= _show_days(book, "cast_id", record.cast_id)
    role = book.find(Role, record.role_id)
    if role is not None:
        found.days |= _following_days(book, role, record)


def _cast(found: Reach, book: Book, record: Record) -> None:
    if isinstance(record, Cast):
        _work(found, book, record.production_id)


def _repertory(found: Reach, book: Book, record: Record) -> None:
    if isinstance(record, Production):
        _work(found, book, record.id)
    elif isinstance(record, Role | Section):
        _work(found, book, record.production_id)


def _work(found: Reach, book: Book, production_id: str) -> None:
    found.everybody = True
    found.days |= _show_days(book, "production_id", production_id)
    found.days |= _rehearsal_days(book, production_id)


def _spell(found: Reach, book: Book, record: Record) -> None:
    if isinstance(record, Absence | Engagement):
        found.people.add(record.person_id)
        found.days |= _busy_days(book, record.first, record.last)
    elif isinstance(record, Participation):
        found.people.add(record.person_id)
        found.days |= _busy_days(book, record.since, None)


def _person(found: Reach, book: Book, record: Record) -> None:
    found.people.add(record.id)
    found.days |= _busy_days(book, date.min, None)


def _show_days(book: Book, field_name: str, value: str) -> set[date]:
    items = book.where(BillItem, field_name, value)
    shows = (book.find(Performance, item.performance_id) for item in items)
    return {show.day for show in shows if show is not None}


def _following_days(book: Book, role: Role, casting: Casting) -> set[date]:
    """The days of calls that follow a casting: by its role, by the whole production, or, for
    somebody with restrictions, by what they dance where they are named.
    """
    limited = any(
        one.restrictions for one in book.where(Participation, "person_id", casting.person_id)
    )
    days = set()
    for line in book.where(Called, "role_id", role.id):
        call = book.find(Call, line.call_id)
        if call is not None and line.whom == "role":
            days.add(call.day)
    for call in book.where(Call, "production_id", role.production_id):
        lines = book.where(Called, "call_id", call.id)
        if limited or any(line.whom == "production" for line in lines):
            days.add(call.day)
    return days


def _rehearsal_days(book: Book, production_id: str) -> set[date]:
    """The days of a production's calls, and of others that call one of its roles."""
    days = {call.day for call in book.where(Call, "production_id", production_id)}
    for role in book.where(Role, "production_id", production_id):
        for line in book.where(Called, "role_id", role.id):
            call = book.find(Call, line.call_id)
            if call is not None:
                days.add(call.day)
    return days


def _busy_days(book: Book, first: date, last: date | None) -> set[date]:
    """The days with any call or show from a day on."""
    known = {*book.values(Call, "day"), *book.values(Performance, "day")}
    return {
        day
        for day in known
        if isinstance(day, date) and first <= day and (last is None or day <= last)
    }


_Grow = Callable[[Reach, Book, Record], None]
_GROW: dict[type[Record], _Grow] = {
    Call: _call,
    Called: _called,
    Performance: _performance,
    BillItem: _of_performance,
    Override: _override,
    Casting: _casting,
    Cast: _cast,
    Production: _repertory,
    Role: _repertory,
    Section: _repertory,
    Absence: _spell,
    Engagement: _spell,
    Participation: _spell,
    Person: _person,
}
