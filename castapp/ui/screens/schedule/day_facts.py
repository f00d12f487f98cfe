"""What the inspector says when nothing is selected: the day, or the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median_low

from castapp.domain.agenda import AS_DANCER, agenda
from castapp.domain.book import Book
from castapp.domain.calls import REHEARSAL_KINDS, Call
from castapp.domain.company import Company
from castapp.domain.people import Person
from castapp.domain.repertory import Production
from castapp.domain.roster import dancers
from castapp.domain.slot import length
from castapp.domain.standing import standing
from castapp.ui.screens.schedule.present import week_of

STATUSES = ("full", "modified", "rehab only", "off", "away")
_WORDS = {
    "full": "Full",
    "modified": "Modified",
    "rehab only": "Rehab only",
    "off": "Off",
    "away": "On leave or away",
}


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many dancers may be called how far."""

    status: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class WorkHours:
    """A production's rehearsal minutes in a week, and its share of the largest (0 … 1)."""

    name: str
    colour: str
    minutes: int
    share: float

    @property
    def words(self) -> str:
        return length(self.minutes)


@dataclass(frozen=True, slots=True)
class DancerHours:
    """The week's hours: who has most, the middle, and how many have no free day."""

    most_name: str
    most: int
    middle: int
    without_free_day: int


def status_counts(book: Book, day: date) -> tuple[StatusCount, ...]:
    """The company's dancers by what they may do on a day; each status, even if nobody has it."""
    counts = dict.fromkeys(STATUSES, 0)
    for person in dancers(book, day):
        word = standing(book, person.id, day).word
        counts[word if word in counts else "away"] += 1
    return tuple(StatusCount(status, _WORDS[status], counts[status]) for status in STATUSES)


def free_to_call(book: Book, day: date) -> int:
    """How many dancers can be called without a limit."""
    return status_counts(book, day)[0].count


def work_hours(book: Book, day: date) -> tuple[WorkHours, ...]:
    """Rehearsal minutes by production in the week of a day, most first."""
    minutes: dict[str, int] = {}
    for each in week_of(book, day):
        for call in book.where(Call, "day", each):
            if call.state != "cancelled" and call.kind in REHEARSAL_KINDS and call.production_id:
                work_id = call.production_id
                minutes[work_id] = minutes.get(work_id, 0) + call.minutes
    most = max(minutes.values(), default=1)
    found = [
        WorkHours(work.short or work.title, work.colour, spent, spent / most)
        for work_id, spent in minutes.items()
        if (work := book.find(Production, work_id))
    ]
    return tuple(sorted(found, key=lambda one: (-one.minutes, one.name)))


def dancer_hours(book: Book, day: date) -> DancerHours | None:
    """Working hours of the dancers in the week of a day, as planned; None without dancers."""
    days = week_of(book, day)
    engaged = {person.id for person in dancers(book, days[0])}
    if not engaged or not book.count(Company):
        return None
    minutes = dict.fromkeys(engaged, 0)
    worked = dict.fromkeys(engaged, 0)
    for each in days:
        for person_id, stints in agenda(book, each).items():
            danced = sum(one.minutes for one in stints if one.duty == AS_DANCER)
            if person_id in minutes and danced:
                minutes[person_id] += danced
                worked[person_id] += 1
    person_id = max(sorted(minutes), key=lambda one: minutes[one])
    full = sum(count == len(days) for count in worked.values())
    name = book.get(Person, person_id).name
    return DancerHours(name, minutes[person_id], median_low(list(minutes.values())), full)
