"""What is typed: who is off from when to when, hurt after what, and what is locked. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import bill, parts, section_starts, sections
from castapp.domain.repertory import Section
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock
from castapp.services.cover.request import Locks, Must, Request, cut, section_words
from castapp.services.cover.setting_off import OFF_KIND
from castapp.services.reason import short_day

TONIGHT, FROM_ACT, UNTIL, UNKNOWN = "tonight", "act", "until", "unknown"
LAST_MINUTE = 24 * 60 - 1
LEAVE_OUT, KEEP, MUST = "without", "keep", "must"


@dataclass(frozen=True, slots=True)
class Asked:
    """The choices of the person at the screen.

    `reach` tells whether they are off for the first day, for the rest of its show, until a day, or
    for nobody knows how long; `hurt` are the ids of a performance and of the last section danced
    of it. `kind` is how the time off is kept; `also_off` whether it is, and `put_in` whether
    put-in calls are added, when a way out is taken; `typed` whether the time they are off from is.
    """

    first: date
    clock: int = 0
    people: tuple[str, ...] = ()
    reach: str = TONIGHT
    last: date | None = None
    hurt: tuple[str, str] | None = None
    locks: Locks = field(default_factory=Locks)
    kind: str = OFF_KIND
    also_off: bool = True
    put_in: bool = True
    typed: bool = False

    def with_person(self, person_id: str, minute: int | None = None) -> Asked:
        """The same with one more off; the first is off from the minute it is now, if given."""
        people = (*(one for one in self.people if one != person_id), person_id)
        if self.people or minute is None or self.clock:
            return replace(self, people=people)
        return replace(self, people=people, clock=minute)

    def without_person(self, person_id: str) -> Asked:
        """The same with somebody not off; what else was said of the night goes with the last."""
        people = tuple(one for one in self.people if one != person_id)
        hurt = self.hurt if people else None
        return replace(self, people=people, hurt=hurt, locks=self.locks if people else Locks())


def request_of(book: Book, asked: Asked) -> Request | None:
    """The request meant, None while nobody is named or a day is missing."""
    if not asked.people or (asked.reach == UNTIL and asked.last is None):
        return None
    reaches = {TONIGHT: asked.first, FROM_ACT: asked.first, UNTIL: asked.last, UNKNOWN: None}
    last = reaches[asked.reach]
    show = book.find(Performance, asked.hurt[0]) if asked.hurt else None
    if show is None or asked.hurt is None or show.day != asked.first:
        return Request(asked.people, asked.first, asked.clock, last)
    whole = Request(asked.people, asked.first, asked.clock, last, *asked.hurt)
    over = cut(book, whole, show) or 0
    return replace(whole, clock=min(max(asked.clock, over), LAST_MINUTE))


def hurt_choices(book: Book, asked: Asked) -> list[tuple[str, str]]:
    """Keys and words of the sections somebody off may have danced last, on the first day.

    The first choice is that they have not been on yet; nothing else if nobody of them dances.
    """
    found = [("", "Before it begins")]
    shows = sorted(book.where(Performance, "day", asked.first), key=lambda one: one.curtain)
    held = [
        show
        for show in shows
        if show.state != "cancelled"
        and any(part.person_id in asked.people and not part.cover for part in parts(book, show))
    ]
    for show in held:
        beside = f", {clock(show.curtain)}" if len(held) > 1 else ""
        found += [
            (f"{show.id} {one.id}", f"After {section_words(one)}{beside}")
            for item in bill(book, show.id)
            for one in sections(book, item.production_id)
            if not one.interval
        ]
    return found


def hurt_of(key: str) -> tuple[str, str] | None:
    """The ids behind a key of `hurt_choices`."""
    show_id, _, section_id = key.partition(" ")
    return (show_id, section_id) if section_id else None


def reaching(book: Book, asked: Asked, reach: str) -> Asked:
    """The same asked for that day, for the rest of its show, or for the run.

    From an act on, the last section of the act before is taken as danced; it can be changed.
    """
    if reach == FROM_ACT:
        return replace(asked, reach=reach, hurt=asked.hurt or _first_act_over(book, asked))
    if reach == TONIGHT:
        return replace(asked, reach=reach, hurt=None)
    return replace(asked, reach=UNTIL if asked.last else UNKNOWN)


def _first_act_over(book: Book, asked: Asked) -> tuple[str, str] | None:
    """The last section over at the time they are off, else the last of the first act."""
    shows = sorted(book.where(Performance, "day", asked.first), key=lambda one: one.curtain)
    keys = [hurt_of(key) for key, _ in hurt_choices(book, asked)]
    choices = [one for one in keys if one is not None]
    for show in shows:
        mine = [section_id for show_id, section_id in choices if show_id == show.id]
        starts = section_starts(book, show)
        over = [one for one in mine if starts[one] + book.get(Section, one).minutes <= asked.clock]
        if over:
            return show.id, over[-1]
        if mine:
            act = book.get(Section, mine[0]).act
            return show.id, [one for one in mine if book.get(Section, one).act == act][-1]
    return None


def lock_words(book: Book, locks: Locks) -> list[tuple[str, str]]:
    """Keys and words of what is locked: not Vane, keep Okabe, Popov must dance Myrtha."""
    found = [(f"{LEAVE_OUT} {one}", f"Not {inside_name(book, one)}") for one in locks.without]
    found += [(f"{KEEP} {one}", f"Keep {inside_name(book, one)}") for one in locks.keep]
    for number, must in enumerate(locks.must):
        show = book.find(Performance, must.performance_id)
        when = f", {short_day(show.day)}" if show else ""
        found.append((f"{MUST} {number}", f"{inside_name(book, must.person_id)} must{when}"))
    return sorted(found, key=lambda one: one[1])


def locked(locks: Locks, kind: str, person_id: str, must: Must | None = None) -> Locks:
    """The locks with one more; what would contradict it is let go."""
    others = tuple(
        one
        for one in locks.must
        if one.person_id != person_id
        and (must is None or (one.role_id, one.spot) != (must.role_id, must.spot))
    )
    without, keep = locks.without - {person_id}, locks.keep - {person_id}
    if kind == LEAVE_OUT:
        return Locks(without | {person_id}, keep, others)
    if kind == KEEP:
        return Locks(without, keep | {person_id}, others)
    return Locks(without, keep, (*others, must) if must else others)


def unlocked(locks: Locks, key: str) -> Locks:
    """The locks without the one of this key."""
    kind, _, rest = key.partition(" ")
    if kind == LEAVE_OUT:
        return replace(locks, without=locks.without - {rest})
    if kind == KEEP:
        return replace(locks, keep=locks.keep - {rest})
    return replace(locks, must=tuple(one for n, one in enumerate(locks.must) if str(n) != rest))


def off_words(book: Book, request: Request) -> str:
    """Who is off since when: Popov is off from 16.00; Popov and Okabe are off from Thu 15 Oct."""
    names = [inside_name(book, one) for one in request.people if book.find(Person, one)]
    who = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
    since = clock(request.clock) if request.clock else short_day(request.first)
    return f"{who} {'are' if len(names) > 1 else 'is'} off from {since}"
