"""Find your name: every dancer by rank, on tonight or not, and when each own call starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.agenda import (
    AS_CONDUCTOR,
    AS_DANCER,
    AS_LEAD,
    AS_PIANIST,
    Stint,
    agenda,
    stints,
)
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import by_rank, company, dancers, inside_name, is_dancer, rank
from castapp.domain.standing import standing
from castapp.domain.who import group_words
from castapp.domain.wording import short_place, work_code
from castapp.export.callboard import BAR, BOLD, NO_BREAK, Run, Words, bound, plain
from castapp.export.callsheet_changes import Changes
from castapp.export.callsheet_status import AWAY, OFF, status_label
from castapp.export.manner import Manner
from castapp.export.posted import PRIVATE_KINDS
from castapp.export.spotmaps import is_mapped

LEFT_OUT = ("class", "warm-up", *PRIVATE_KINDS, "free day")
DUTIES = {AS_LEAD: "takes", AS_PIANIST: "plays"}
STAFF, GUESTS = "Staff", "Guests"
JOINT = f"{NO_BREAK}· "


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A dancer, what tonight holds, and the own start times."""

    name: str
    tonight: str
    times: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class NameGroup:
    """A rank and its dancers, alphabetical."""

    rank: str
    entries: tuple[NameEntry, ...]


def find_your_name(
    book: Book, day: date, changes: Changes, manner: Manner
) -> tuple[NameGroup, ...]:
    """Every dancer under contract that day, also those with nothing; then who works with them."""
    groups: dict[str, list[NameEntry]] = {}
    for person in dancers(book, day):
        held = rank(book, person.id, day)
        heading = group_words(held) if held else "Dancers"
        groups.setdefault(heading, []).append(_entry(book, person, day, changes, manner))
    for person in _others(book, day, changes):
        heading = GUESTS if is_dancer(person) else STAFF
        groups.setdefault(heading, []).append(_other_entry(book, person, day, changes, manner))
    return tuple(NameGroup(name, tuple(entries)) for name, entries in groups.items())


def _others(book: Book, day: date, changes: Changes) -> list[Person]:
    """Everybody else who has anything that day, or had it before the change."""
    listed = {person.id for person in dancers(book, day)}
    busy = {
        person_id
        for person_id, found in agenda(book, day).items()
        if any(stint.performance or not _is_private(stint) for stint in found)
    }
    wanted = (busy | changes.people) - listed
    return by_rank(book, (who for one in wanted if (who := book.find(Person, one))), day)


def _is_private(stint: Stint) -> bool:
    return stint.call is not None and stint.call.kind in PRIVATE_KINDS


def names_note(
    book: Book, day: date, calls: list[Call], changes: Changes, manner: Manner
) -> tuple[Words, ...]:
    """What page 2 says beside its title: when class was, when the half is, what a bar means."""
    lines: list[Words] = []
    classes = [call for call in calls if call.kind == "class"]
    if classes:
        said = ", ".join(
            dict.fromkeys(
                f"{manner.span(call.start, call.end)} {short_place(book, call.studio_id)}".strip()
                for call in classes
            )
        )
        lines.append(plain(f"After class ({said})."))
    warm_ups = [call for call in calls if call.kind == "warm-up"]
    today = [
        f"warm-up {manner.clock(call.start)} {short_place(book, call.studio_id)}".strip()
        for call in warm_ups
    ]
    today += [
        f"the half {manner.clock(show.curtain - manner.half)}"
        for show in sorted(book.where(Performance, "day", day), key=lambda one: one.curtain)
        if show.state != "cancelled"
    ]
    if today:
        lines.append(plain(f"On today: {', '.join(today)}."))
    if changes.people:
        lines.append((Run("", sign=BAR), Run(" bar + bold = your day changed", BOLD)))
    return tuple(lines)


def short_forms(book: Book, day: date, calls: list[Call]) -> str:
    """What the short forms on page 2 mean."""
    works: dict[str, str] = {}
    for call in calls:
        work = book.find(Production, call.production_id)
        if work and work_code(work) != (work.short or work.title):
            works[work_code(work)] = work.short or work.title
    said = ", ".join(f"{code} {name}" for code, name in works.items())
    shows = ""
    if _shows(book, day):
        shows = " “on” = dancing with the corps. “cover” = sign in by the half and stay."
    start = f"{said}. " if said else ""
    return f"{start}A time is when you start; “to” = released early; “takes” = in charge.{shows}"


def _shows(book: Book, day: date) -> bool:
    return any(show.state != "cancelled" for show in book.where(Performance, "day", day))


def _entry(book: Book, person: Person, day: date, changes: Changes, manner: Manner) -> NameEntry:
    everything = stints(book, person.id, day)
    own = [stint for stint in everything if stint.duty == AS_DANCER]
    label = ""
    if company(book).off_list_on_papers:
        label = status_label(standing(book, person.id, day))
    shows = [(stint.performance, stint) for stint in own if stint.performance is not None]
    calls = [(stint.call, stint) for stint in own if stint.call and stint.call.kind not in LEFT_OUT]
    tonight = " · ".join(
        _show_word(book, show, stint, manner, bills=len({title(book, one) for one, _ in shows}))
        for show, stint in shows
    )
    if not tonight and _shows(book, day):
        tonight = "not on"
    if label in (OFF, AWAY):
        tonight = label
    if label in (OFF, AWAY):
        calls, everything = [], ()
    words = [_call_word(book, call, stint, manner) for call, stint in calls]
    times = JOINT.join((*words, *_duty_words(book, everything, manner)))
    in_class = label not in (OFF, AWAY) and any(
        stint.call and stint.call.kind == "class" for stint in own
    )
    return NameEntry(
        bound(book, inside_name(book, person.id)),
        tonight,
        times or ("class only" if in_class else "" if shows and not label else "no calls"),
        changed=person.id in changes.people,
    )


def _other_entry(
    book: Book, person: Person, day: date, changes: Changes, manner: Manner
) -> NameEntry:
    own = stints(book, person.id, day)
    tonight = " · ".join(
        _show_word(book, stint.performance, stint, manner, bills=1)
        for stint in own
        if stint.performance is not None
    )
    words = [
        _call_word(book, stint.call, stint, manner)
        for stint in own
        if stint.call and stint.duty == AS_DANCER and stint.call.kind not in LEFT_OUT
    ]
    times = JOINT.join((*words, *_duty_words(book, own, manner)))
    return NameEntry(
        bound(book, inside_name(book, person.id)),
        tonight,
        times or ("" if tonight else "no calls"),
        changed=person.id in changes.people,
    )


def _duty_words(book: Book, own: tuple[Stint, ...], manner: Manner) -> list[str]:
    """What somebody takes, then what somebody plays, each in time order."""
    told = []
    for duty, verb in DUTIES.items():
        words = [
            _call_word(book, stint.call, stint, manner)
            for stint in own
            if stint.call and stint.duty == duty and not _is_private(stint)
        ]
        if words:
            told.append(f"{verb}{NO_BREAK}{JOINT.join(words)}")
    return told


def _show_word(book: Book, show: Performance, stint: Stint, manner: Manner, *, bills: int) -> str:
    """19.30 Myrtha; 18.55 cover Giselle; 19.30 on (corps), with the work if the bills differ."""
    if stint.duty == AS_CONDUCTOR:
        return f"{manner.clock(show.curtain)} conducts"
    if stint.standby:
        names = _role_names(book, stint.roles[:1])
        return f"{manner.clock(show.curtain - manner.half)} cover {names}"
    corps = all(
        (role.kind in ("corps", "children") or is_mapped(role))
        for one in stint.roles
        if (role := book.find(Role, one))
    )
    what = "on" if corps else _role_names(book, stint.roles[:2])
    work = f" {title(book, show)}" if bills > 1 and corps else ""
    return f"{manner.clock(show.curtain)} {what}{work}"


def _role_names(book: Book, role_ids: tuple[str, ...]) -> str:
    return ", ".join(role.name for one in role_ids if (role := book.find(Role, one)))


def _call_word(book: Book, call: Call, stint: Stint, manner: Manner) -> str:
    """12.00 S2 SL; 14.30 S3 SL (to 15.00); 13.15 fitting."""
    work = book.find(Production, call.production_id)
    if call.kind in ("fitting", "press", "meeting"):
        words = [call.kind]
    else:
        words = [short_place(book, call.studio_id), work_code(work) if work else call.kind]
    if call.state == "tentative":
        words.append("tent.")
    if stint.end < call.end:
        words.append(f"(to {manner.clock(stint.end)})")
    return " ".join(filter(None, (manner.clock(stint.start), *words))).replace(" ", "\u00a0")
