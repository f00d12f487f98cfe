"""The sample's diary while it is filled: who is busy when, how long, and the calls made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from castapp.domain.agenda import AS_DANCER, show_stints
from castapp.domain.availability import Absence
from castapp.domain.book import Book
from castapp.domain.calling import line_people
from castapp.domain.calls import DANCED_KINDS, REHEARSAL_KINDS, Call, Called
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.record import Record
from castapp.domain.repertory import Role
from castapp.domain.roster import dancers, is_dancer, rank
from castapp.domain.slot import DAY_MINUTES, days_between, overlap
from castapp.domain.standing import standing
from castapp.services.sample.data import ident_at

DAY_MINUTES_DANCED = 6 * 60
DAYS = 100
WINDOWS = (6, 4, 2, 0)
WEEK_MINUTES = {
    "Principal": 1380,
    "First soloist": 1590,
    "Soloist": 1620,
    "Coryphée": 1650,
    "Corps": 1710,
    "Apprentice": 1650,
}


def _no_days() -> list[int]:
    return [0] * DAYS


@dataclass
class Diary:
    """What is already in the book's days: spans per person and room, danced minutes per day.

    `base` is the day `danced` counts from, at least a week before the first day filled. No seven
    days in a row may pass the rank's measure; the windows looked at are those that begin so many
    days `WINDOWS` back.
    """

    book: Book
    base: date
    made: list[Record] = field(default_factory=list)
    spans: dict[tuple[date, str], list[tuple[int, int]]] = field(default_factory=dict)
    rehearsed: Counter[tuple[date, str]] = field(default_factory=Counter)
    danced: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(_no_days))

    def enter_shows(self) -> None:
        """Count every performance's dancers as busy and at work."""
        for show in self.book.all(Performance):
            for stint in show_stints(self.book, show):
                self._span(stint.person_id, show.day, stint.start, stint.end)
                if stint.duty == AS_DANCER:
                    self._work(stint.person_id, show.day, stint.minutes)

    def enter_staff_away(self) -> None:
        """Mark the days staff are away as busy; dancers who are away are left out of calls."""
        for absence in self.book.all(Absence):
            if not is_dancer(self.book.get(Person, absence.person_id)) and absence.last:
                for day in days_between(absence.first, absence.last):
                    self._span(absence.person_id, day, 0, DAY_MINUTES)

    def free(self, who: str | None, day: date, start: int, end: int) -> bool:
        """Whether a person or a room is free for a span of clock minutes."""
        taken = self.spans.get((day, who or ""), ())
        return not any(overlap(start, end, *span) for span in taken)

    def full(self, person: str, day: date, minutes: int, most: int) -> bool:
        """Whether so many minutes more would pass what a day or the rank's week may hold.

        `most` is for rehearsal alone; class, warm-up and shows count towards the day's hours.
        """
        hours = DAY_MINUTES_DANCED
        for one in standing(self.book, person, day).restrictions:
            if one.code == "hours_a_day":
                hours = min(hours, int(one.amount * 60))
        place, worked = (day - self.base).days, self.danced[person]
        week = WEEK_MINUTES[rank(self.book, person, day)] - minutes
        return (
            self.rehearsed[day, person] + minutes > most
            or worked[place] + minutes > hours
            or any(sum(worked[place - back : place - back + 7]) > week for back in WINDOWS)
        )

    def put(self, call: Call, lines: Iterable[Called], people: Collection[str]) -> None:
        """Enter a call with its lines, and mark everybody it takes as busy."""
        self.made.append(call)
        for order, line in enumerate(lines):
            self.made.append(replace(line, id=ident_at(order, "called", call.id), call_id=call.id))
        for who in (*people, call.lead_id, call.pianist_id, call.studio_id):
            if who:
                self._span(who, call.day, call.start, call.end)
        if call.kind in DANCED_KINDS:
            for person in people:
                self._work(person, call.day, call.minutes)
                if call.kind in REHEARSAL_KINDS:
                    self.rehearsed[call.day, person] += call.minutes

    def people(self, call: Call, lines: Iterable[Called]) -> dict[str, frozenset[str]]:
        """Everybody lines stand for at a call, and what they would be asked to dance there."""
        asked: dict[str, frozenset[str]] = {}
        for one in (who for line in lines for who in line_people(self.book, call, line)):
            role = self.book.find(Role, one.role_id)
            demands = frozenset(role.demands if role else ())
            asked[one.person_id] = asked.get(one.person_id, frozenset()) | demands
        return asked

    def there(self, day: date) -> tuple[list[Person], list[Person]]:
        """The dancers who can be called on a day, and those who cannot, by rank."""
        can: list[Person] = []
        cannot: list[Person] = []
        for person in dancers(self.book, day):
            ready = standing(self.book, person.id, day).can_be_called
            (can if ready else cannot).append(person)
        return can, cannot

    def _span(self, who: str, day: date, start: int, end: int) -> None:
        self.spans.setdefault((day, who), []).append((start, end))

    def _work(self, person: str, day: date, minutes: int) -> None:
        self.danced[person][(day - self.base).days] += minutes
