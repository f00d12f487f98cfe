"""The all-day lines of a day, as chips above it and in short at the head of its band. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.called_lines import called_lines
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Performance
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.programme import title
from castapp.domain.record import new_id
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock
from castapp.domain.wording import call_who, place
from castapp.services.calls import create_call

FREE, TRAVEL, FITTING = "free day", "travel", "fitting"
MADE = ((TRAVEL, "Travel day"), (FREE, "Free day"), (FITTING, "Fitting list"))
"""The lines that can be made, with their names."""
FITTING_START, FITTING_MINUTES = 12 * 60, 60
TRAVEL_START, TRAVEL_MINUTES = 10 * 60, 4 * 60
_ICONS = {FREE: "sun", TRAVEL: "arrow-right", "fitting": "ruler", "show": "star"}


@dataclass(frozen=True, slots=True)
class DayLine:
    """One line of a day: the record behind it, its icon, and its words."""

    ref: Ref
    kind: str
    text: str

    @property
    def icon(self) -> str:
        return _ICONS[self.kind]


def day_lines(book: Book, day: date) -> tuple[DayLine, ...]:
    """Shows, then what makes the day another day, then fittings in time order."""
    calls = [one for one in book.where(Call, "day", day) if one.state != "cancelled"]
    calls.sort(key=lambda one: (one.start, one.id))
    free = [one for one in calls if one.kind == FREE]
    travel = [one for one in calls if is_travel(one)]
    fittings = [one for one in calls if one.kind == "fitting"]
    return (
        *_shows(book, day),
        *(DayLine(Ref(Call, one.id), FREE, _free_words(book, one)) for one in free),
        *(DayLine(Ref(Call, one.id), TRAVEL, _travel_words(book, one)) for one in travel),
        *(DayLine(Ref(Call, one.id), "fitting", _fitting_words(book, one)) for one in fittings),
    )


def short_lines(book: Book, day: date) -> tuple[str, ...]:
    """Travel and fittings in short, for the head of a day in the week."""
    calls = [one for one in book.where(Call, "day", day) if one.state != "cancelled"]
    lines = ["Travel"] if any(is_travel(one) for one in calls) else []
    fittings = sum(one.kind == "fitting" for one in calls)
    if fittings:
        lines.append("1 fitting" if fittings == 1 else f"{fittings} fittings")
    return tuple(lines)


def is_travel(call: Call) -> bool:
    """Whether a call without a studio is a journey: its title begins with Travel."""
    return call.studio_id is None and call.title.casefold().startswith(TRAVEL)


def add_day_line(book: Book, day: date, kind: str) -> Edit:
    """Make a day a free day for everyone, a travel day, or a day with a list of fittings; to the
    last two nobody is called yet.

    Raises Invalid if it cannot be.
    """
    call_id = new_id()
    if kind == FREE:
        everyone = Called(new_id(), call_id, "group", group="company")
        return create_call(book, Call(call_id, day, 0, 60, kind=FREE), [everyone])
    if kind == FITTING:
        call = Call(call_id, day, FITTING_START, FITTING_MINUTES, kind=FITTING, state="tentative")
        return create_call(book, call)
    call = Call(call_id, day, TRAVEL_START, TRAVEL_MINUTES, kind="meeting", title="Travel")
    return create_call(book, call)


def _shows(book: Book, day: date) -> list[DayLine]:
    shows = sorted(book.where(Performance, "day", day), key=lambda one: one.curtain)
    return [DayLine(Ref(Performance, one.id), "show", _show_words(book, one)) for one in shows]


def _show_words(book: Book, show: Performance) -> str:
    where = place(book, show.venue_id)
    cancelled = ", cancelled" if show.state == "cancelled" else ""
    return f"{title(book, show)} {clock(show.curtain)}{f', {where}' if where else ''}{cancelled}"


def _free_words(book: Book, call: Call) -> str:
    who = _who(book, call)
    return f"{call.title or 'Free day'}{f', {who}' if who else ''}"


def _travel_words(book: Book, call: Call) -> str:
    who = _who(book, call)
    return f"{call.title} {clock(call.start)}{f', {who}' if who else ''}"


def _fitting_words(book: Book, call: Call) -> str:
    """Fittings 15.15 Lund, 15.30 Moss: each at the time they come."""
    lines = [one for one in called_lines(book, call) if not one.exclude]
    persons = [one for one in lines if one.whom == "person"]
    if not lines or len(persons) < len(lines):
        return f"Fitting {clock(call.start)} {_who(book, call) or call.title or 'nobody yet'}"
    times = sorted(
        (call.start if one.joins is None else one.joins, inside_name(book, one.person_id))
        for one in persons
    )
    word = "Fitting" if len(times) == 1 else "Fittings"
    return f"{word} " + ", ".join(f"{clock(start)} {name}" for start, name in times)


def _who(book: Book, call: Call) -> str:
    return ", ".join(call_who(book, call))
