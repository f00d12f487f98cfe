"""One dancer's month for the inspector: the curve, the facts, and what a role would change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.roster import inside_name, rank
from castapp.domain.slot import length
from castapp.domain.standing import standing
from castapp.domain.usual import CHANGE_WORDS, LOAD, MINUTES, Usual, heat
from castapp.domain.workload import (
    by_activity,
    days_since_free,
    longest_break,
    shows_in,
    work,
)
from castapp.services.whatif import WhatIf
from castapp.ui.reading import short_day
from castapp.ui.screens.workload.present import Question, amount_words
from castapp.ui.screens.workload.sentences import ordinal, pronoun

ACTIVITIES = 4
"""Activities named one by one."""

UNUSUAL_STATES = ("above", "below", "far above", "far below")


@dataclass(frozen=True, slots=True)
class Point:
    """One day of the curve: the seven days ending there, and the day alone (minutes or AU)."""

    day: date
    week: float
    alone: float
    planned: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """28 days, the usual band (None where it is not known or not to be shown), the role tried."""

    points: tuple[Point, ...]
    low: float | None
    high: float | None
    whose: str
    today: date
    measure: str
    tried: tuple[Point, ...] = ()
    tried_words: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table of facts. With `before` it says what was and, in `tone`, would be."""

    label: str
    value: str
    before: str = ""
    tone: str = "t1"


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """The inspector's head and facts of one dancer."""

    person_id: str
    name: str
    about: str
    status: str
    lines: tuple[Line, ...]


def person_facts(book: Book, person_id: str, asked: Question) -> PersonFacts:
    """What there is to say of a dancer. Raises KeyError if the person is gone."""
    who = book.get(Person, person_id)
    day, end = asked.day, asked.sum_day
    now = heat(book, (person_id,), end, end, asked.measure, _yesterday(asked))[person_id][0].usual
    mentor = inside_name(book, who.coach_id)
    about = [rank(book, person_id, day), f"mentor {mentor}" if mentor else ""]
    if asked.banded and now.weeks:
        about.append(f"{now.weeks} week{'' if now.weeks == 1 else 's'} of history")
    word = standing(book, person_id, day).word
    lines = [Line(f"7 days to {short_day(end)}", amount_words(now.amount, asked.measure))]
    if asked.banded:
        lines.extend(_against(now, who, asked))
    lines.extend(_hours(book, person_id, day, end))
    return PersonFacts(
        person_id,
        who.name,
        " · ".join(part for part in about if part),
        "full" if word == "not engaged" else word,
        tuple(lines),
    )


def curve(book: Book, person_id: str, asked: Question, tried: WhatIf | None = None) -> Curve:
    """The seven-day sums of the days shown, and of those a role would change."""
    days = asked.days
    cells = heat(book, (person_id,), days[0], days[-1], asked.measure, _yesterday(asked))[person_id]
    points = tuple(
        Point(cell.day, cell.usual.amount, cell.amount, cell.day >= asked.today) for cell in cells
    )
    band = next((c.usual for c in cells if c.day == asked.sum_day), None) if asked.banded else None
    extra: tuple[Point, ...] = ()
    words = ""
    if tried is not None:
        extra = tuple(
            Point(cell.day, cell.usual.amount, cell.amount, planned=True)
            for cell in tried.line
            if cell.day <= days[-1]
        )
        total = amount_words(tried.after.usual.amount, asked.measure)
        words = f"with {tried.day:%a} {tried.day.day}: {total}"
    return Curve(
        points,
        band.low if band else None,
        band.high if band else None,
        pronoun(book.get(Person, person_id)),
        asked.today,
        asked.measure,
        extra,
        words,
    )


def tried_lines(book: Book, person_id: str, tried: WhatIf, asked: Question) -> tuple[Line, ...]:
    """What a role would change on its night, before and after."""
    before, after, day = tried.before, tried.after, tried.day
    whose = pronoun(book.get(Person, person_id))
    night = short_day(day)
    lines = [
        Line(
            f"7 days to {night}",
            amount_words(after.usual.amount, asked.measure),
            amount_words(before.usual.amount, asked.measure),
        )
    ]
    now, was = _percentile(after.usual), _percentile(before.usual)
    if asked.banded and now:
        lines.append(Line(f"{_unit(asked)} among {whose} own weeks", now, was))
    if asked.banded and after.usual.change is not None:
        tone = "breach" if _more_unusual(after.usual, before.usual) else "t1"
        change, was = (_change(one, asked.measure) for one in (after.usual, before.usual))
        lines.append(Line("Change from the 7 days before", change, was, tone))
    lines.append(Line("Performances in 7 days", str(after.shows), str(before.shows)))
    for label, then, as_is in (
        (f"Longest break on {day:%A}", after.longest_break, before.longest_break),
        ("Rest before the next morning", after.rest, before.rest),
    ):
        if then is not None or as_is is not None:
            lines.append(Line(label, _length(then), _length(as_is)))
    if tried.calls:
        count = "1 call" if tried.calls == 1 else f"{tried.calls} calls"
        said = f"{count}, {length(tried.call_minutes)}, not counted"
        lines.append(Line("Rehearsals of the role by then", said))
    return tuple(lines)


def _against(now: Usual, who: Person, asked: Question) -> list[Line]:
    """Two measures, each by its name: the hours among the own weeks, and how they changed."""
    among = _percentile(now) or now.note
    lines = [Line(f"{_unit(asked)} among {pronoun(who)} own weeks", among)]
    if now.change is not None:
        percent = f" ({_sign(now.percent)}{abs(now.percent):.0f} %)" if now.percent else ""
        word = f", {CHANGE_WORDS[now.state]}" if now.state in UNUSUAL_STATES else ""
        said = f"{_change(now, asked.measure)}{percent}{word}"
        lines.append(Line("Change from the 7 days before", said))
    if asked.measure == LOAD and now.z is not None:
        lines.append(Line("Robust deviations of that change", f"{now.z:+.1f}".replace("-", "−")))
    if now.coverage is not None:
        lines.append(Line("Rated of the minutes danced", f"{now.coverage:.0%}".replace("%", " %")))
    return lines


def _unit(asked: Question) -> str:
    return "Load" if asked.measure == LOAD else "Hours"


def _change(now: Usual, measure: str) -> str:
    change = now.change or 0.0
    return f"{_sign(change)}{amount_words(abs(change), measure)}"


def _sign(change: float) -> str:
    return "+" if change >= 0 else "−"


def _more_unusual(after: Usual, before: Usual) -> bool:
    """Whether a role makes a change unusual, or more so than it is."""
    return after.state in UNUSUAL_STATES and abs(after.z or 0.0) > abs(before.z or 0.0)


def _hours(book: Book, person_id: str, day: date, end: date) -> list[Line]:
    first = end - timedelta(days=6)
    shows = f"{shows_in(book, person_id, end, 7)} in 7 days, "
    shows += f"{shows_in(book, person_id, end, 28)} in 28"
    free = days_since_free(book, person_id, day)
    activities = by_activity(book, person_id, first, end)
    most = list(activities.items())
    if len(most) > ACTIVITIES:
        rest = sum(minutes for _, minutes in most[ACTIVITIES - 1 :])
        most = [*most[: ACTIVITIES - 1], ("other", rest)]
    said = ", ".join(f"{name} {length(minutes)}" for name, minutes in most)
    return [
        Line(f"Performances to {short_day(end)}", shows),
        Line(f"Hours on {short_day(day)}", length(work(book, person_id, day).minutes)),
        Line(f"Longest break on {short_day(day)}", _length(longest_break(book, person_id, day))),
        Line("Days since a free day", str(free) if free else "free that day"),
        Line("By activity", said or "nothing danced"),
    ]


def _percentile(now: Usual) -> str:
    return "" if now.percentile is None else f"{ordinal(round(now.percentile))} percentile"


def _length(minutes: int | None) -> str:
    return "–" if minutes is None else length(minutes)


def _yesterday(asked: Question) -> date | None:
    return None if asked.measure == MINUTES else asked.today - timedelta(days=1)
