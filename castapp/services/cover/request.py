"""What is asked: who is off from when to when, hurt after which section, and what is locked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid, check_clock
from castapp.domain.people import Person
from castapp.domain.programme import bill, running_minutes, section_starts, sections, title
from castapp.domain.repertory import Production, Section
from castapp.domain.slot import clock
from castapp.domain.standing import standing
from castapp.services.reason import short_day


@dataclass(frozen=True, slots=True)
class Request:
    """Dancers off from a clock minute of the first day to the end of the last (None: unknown).

    Hurt mid-show, `performance_id` is the show and `after_section_id` the last section they
    danced of it.
    """

    people: tuple[str, ...]
    first: date
    clock: int = 0
    last: date | None = None
    performance_id: str | None = None
    after_section_id: str | None = None

    def __post_init__(self) -> None:
        check_clock(self.clock, "The time they are off from")


@dataclass(frozen=True, slots=True)
class Must:
    """Somebody wanted in a spot of a role whatever else is better, on one night or on all."""

    person_id: str
    role_id: str
    spot: int = 1
    performance_id: str | None = None


@dataclass(frozen=True, slots=True)
class Locks:
    """Who may not be put in anywhere, who is not taken out of anything, and who must go on."""

    without: frozenset[str] = field(default_factory=frozenset)
    keep: frozenset[str] = field(default_factory=frozenset)
    must: tuple[Must, ...] = ()


def check(book: Book, request: Request, locks: Locks | None = None) -> None:
    """Refuse a request that cannot be meant. Raises Invalid with one sentence."""
    if not request.people:
        raise Invalid("Say who is off.")
    for place, person_id in enumerate(request.people):
        name = _person(book, person_id).name
        if person_id in request.people[:place]:
            raise Invalid(f"{name} is named twice.")
    if request.last is not None and request.last < request.first:
        raise Invalid(
            f"The time off ends on {short_day(request.last)}, before it begins on"
            f" {short_day(request.first)}."
        )
    if request.after_section_id and not request.performance_id:
        raise Invalid("Name the performance the section was danced in.")
    if request.performance_id:
        _check_show(book, request, request.performance_id)
    for person_id in sorted((locks or Locks()).keep & frozenset(request.people)):
        raise Invalid(f"{_person(book, person_id).name} is off and cannot be kept.")


def cut(book: Book, request: Request, show: Performance) -> int | None:
    """The clock minute of a show before which all is danced already; None if it has not begun.

    For a show that is over that is its end.
    """
    end = show.curtain + running_minutes(book, show)
    if show.day < request.first:
        return end
    if show.id == request.performance_id and request.after_section_id:
        section = book.get(Section, request.after_section_id)
        return section_starts(book, show)[section.id] + section.minutes
    if show.day == request.first and show.curtain < request.clock:
        return min(request.clock, end)
    return None


def is_over(book: Book, request: Request, show: Performance) -> bool:
    """Whether nothing of a show is still to come."""
    at = cut(book, request, show)
    return at is not None and at >= show.curtain + running_minutes(book, show)


def shows_asked(book: Book, request: Request) -> list[Performance]:
    """The performances of the days asked for that are not over yet, in time order."""
    found = [
        show
        for show in book.all(Performance)
        if show.state != "cancelled"
        and request.first <= show.day
        and (request.last is None or show.day <= request.last)
        and not is_over(book, request, show)
    ]
    return sorted(found, key=lambda show: (show.day, show.curtain, show.id))


def since_words(book: Book, person_id: str, request: Request) -> str:
    """What the records say of somebody on the first day: away or off since when; empty if here."""
    now = standing(book, person_id, request.first)
    if not now.engaged:
        return "not under contract"
    if now.absence:
        return f"already away since {short_day(now.absence.first)}"
    if now.status not in ("full", "modified"):
        since = f" since {short_day(now.since)}" if now.since else ""
        return f"already {now.status}{since}"
    return ""


def performance_at(book: Book, day: date, curtain: int | None) -> Performance:
    """The performance that begins then. Raises Invalid if there is none, or more than one."""
    held = [one for one in book.where(Performance, "day", day) if one.state != "cancelled"]
    found = [one for one in held if curtain is None or one.curtain == curtain]
    when = short_day(day) if curtain is None else f"{short_day(day)}, {clock(curtain)}"
    if not found:
        others = ", ".join(clock(one.curtain) for one in sorted(held, key=lambda one: one.curtain))
        raise Invalid(
            f"There is no performance on {when}" + (f"; that day at {others}." if others else ".")
        )
    if len(found) > 1:
        raise Invalid(f"{len(found)} performances are on {when}; say at what time or cancel one.")
    return found[0]


def section_named(book: Book, show: Performance, text: str) -> Section:
    """The section of a show meant by its name, act and name, or act alone (then its last one).

    Raises Invalid naming what there is.
    """
    danced = [one for item in bill(book, show.id) for one in sections(book, item.production_id)]
    wanted = _folded(text)
    named = [
        one
        for one in danced
        if wanted in (_folded(one.name), _folded(f"{one.act} {one.name}"), _folded(one.id))
    ]
    if len(named) > 1:
        acts = " or ".join(f"“{section_words(one)}”" for one in named)
        raise Invalid(f"“{text}” is danced more than once; write {acts}.")
    if named:
        return named[0]
    act = [one for one in danced if one.act and wanted == _folded(one.act)]
    if act:
        return act[-1]
    if not danced:
        raise Invalid(f"{title(book, show)} has no sections yet; add them in Repertory.")
    acts_there = ", ".join(dict.fromkeys(one.act for one in danced if one.act))
    raise Invalid(f"{title(book, show)} has no section “{text}”; its acts are {acts_there}.")


def section_words(section: Section | None) -> str:
    """A section as it is written to be found again: Act III Grand pas."""
    return f"{section.act} {section.name}".strip() if section else ""


def check_sections(book: Book, production_ids: Iterable[str]) -> None:
    """Refuse productions without sections: nobody could say who is on at the same time."""
    for production_id in dict.fromkeys(production_ids):
        if not sections(book, production_id):
            name = book.get(Production, production_id).title
            raise Invalid(f"{name} has no sections yet; add them in Repertory, then ask again.")


def _check_show(book: Book, request: Request, performance_id: str) -> None:
    show = book.find(Performance, performance_id)
    if show is None:
        raise Invalid("That performance is no longer there.")
    if show.day < request.first or (request.last and show.day > request.last):
        raise Invalid(f"The performance of {short_day(show.day)} lies outside the time off.")
    if request.after_section_id:
        danced = section_starts(book, show)
        if request.after_section_id not in danced:
            raise Invalid("That section is not danced in that performance.")


def _person(book: Book, person_id: str) -> Person:
    found = book.find(Person, person_id)
    if found is None:
        raise Invalid("That dancer is no longer there.")
    return found


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
