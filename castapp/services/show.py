"""What a company file holds, as rows of plain values, for programs and for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call
from castapp.domain.casting import Cast, Performance
from castapp.domain.clock_change import true_minutes
from castapp.domain.company import Studio
from castapp.domain.people import Person
from castapp.domain.programme import Part, bill, parts, roles, running_minutes, title, zone
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import by_rank, engagement, rank
from castapp.domain.slot import DAY_MINUTES
from castapp.domain.wording import BOOKED, call_title
from castapp.domain.workload import day_work
from castapp.services.known import debuts
from castapp.services.pairs import pairs
from castapp.services.readiness import readiness

if TYPE_CHECKING:
    from castapp.services.careerlines import Line

Row = dict[str, Any]
PRIVATE = ("physio",)
KINDS = (
    "people", "performances", "casting", "calls", "hours", "partners", "career", "readiness",
    "templates",
)  # fmt: skip


def rows(book: Book, what: str, first: date | None, last: date | None) -> list[Row]:
    """The rows of one of KINDS, in time order; no day means from the first or to the last kept."""
    if what == "people":
        return people(book, last or first or _today())
    if what == "templates":
        from castapp.services.show_templates import templates

        return templates(book)
    if what == "readiness":
        return ready(book, last or first or _today())
    span = (first or date.min, last or date.max)
    return {
        "performances": performances,
        "casting": casting,
        "calls": calls,
        "hours": hours,
        "partners": partners,
        "career": careers,
    }[what](book, *span)


def busy_days(book: Book, first: date = date.min, last: date = date.max) -> list[date]:
    """The days that hold calls or performances, in order."""
    held: set[date] = {call.day for call in book.all(Call)}
    held |= {show.day for show in book.all(Performance)}
    return sorted(day for day in held if first <= day <= last)


def people(book: Book, day: date) -> list[Row]:
    """Everybody, by rank as of a day: names, what they do, contract."""
    return [_person(book, who, day) for who in by_rank(book, book.all(Person), day)]


def performances(book: Book, first: date, last: date) -> list[Row]:
    """Every performance: curtain on the venue's clock, its zone, venue, works and length."""
    return [
        {
            "performance": moment(show.day, show.curtain),
            "title": title(book, show),
            "productions": [
                production.title
                for item in bill(book, show.id)
                if (production := book.find(Production, item.production_id))
            ],
            "venue": _studio(book, show.venue_id),
            "zone": zone(book, show.venue_id),
            "minutes": running_minutes(book, show),
            "conductor": _name(book, show.conductor_id),
            "state": show.state,
        }
        for show in _shows(book, first, last)
    ]


def casting(book: Book, first: date, last: date) -> list[Row]:
    """Who dances and covers what at every performance; spots nobody has are left out.

    A spot that an override leaves open has an empty dancer. `section` is there only for somebody
    who takes over mid-show.
    """
    return [
        _part(book, show, part)
        for show in _shows(book, first, last)
        for part in parts(book, show)
        if part.person_id or part.override
    ]


def calls(book: Book, first: date, last: date) -> list[Row]:
    """Every call with everybody it wants; a private booking does not say what it is.

    `minutes` are those that really pass, also over a change of the clock.
    """
    held = (call for call in book.all(Call) if first <= call.day <= last)
    return [
        {
            "day": call.day.isoformat(),
            "start": clock(call.start),
            "end": clock(call.end),
            "minutes": true_minutes(book, call.day, call.start, call.end, call.studio_id),
            "kind": shown_kind(call),
            "what": call_title(book, call).text,
            "studio": _studio(book, call.studio_id),
            "lead": "" if call.kind in PRIVATE else _name(book, call.lead_id),
            "pianist": _name(book, call.pianist_id),
            "people": [_name(book, who.person_id) for who in called_people(book, call)],
            "state": call.state,
        }
        for call in sorted(held, key=lambda one: (one.day, one.start, one.studio_id or "", one.id))
    ]


def hours(book: Book, first: date, last: date) -> list[Row]:
    """Danced minutes and performances of every dancer on every day that has any."""
    found = []
    for day in busy_days(book, first, last):
        worked = day_work(book, day)
        for who in by_rank(book, _known(book, worked), day):
            work = worked[who.id]
            found.append(
                {
                    "dancer": who.name,
                    "day": day.isoformat(),
                    "minutes": work.minutes,
                    "performances": work.shows,
                }
            )
    return found


def partners(book: Book, first: date, last: date) -> list[Row]:
    """Who partners whom: roles, shows and rehearsals together, the last show; oftenest first."""
    return [
        {
            "dancers": [_name(book, one) for one in pair.people],
            "roles": pair.roles,
            "shows": pair.shows,
            "last": pair.last.isoformat() if pair.last else None,
            "rehearsals": pair.rehearsals,
        }
        for pair in pairs(book, first, last)
    ]


def careers(book: Book, first: date, last: date) -> list[Row]:
    """Every role everybody has danced, by rank: what stands on our own shows, then elsewhere."""
    from castapp.services.careerlines import lines_of

    day = min(last, max(busy_days(book), default=last))
    people = by_rank(book, book.all(Person), day)
    found = lines_of(book, [who.id for who in people], _today(), first, last)
    return [_career_line(who, line) for who in people for line in found.get(who.id, ())]


def ready(book: Book, day: date) -> list[Row]:
    """How ready everybody is for every role they have anything of, in billing order."""
    return [
        {
            "dancer": _name(book, one.person_id),
            "production": production.title,
            "role": role.name,
            "state": one.state,
            "by_hand": one.by_hand,
            "shows": one.shows,
            "rehearsals": one.rehearsals,
            "last": one.last.isoformat() if one.last else None,
        }
        for production in sorted(book.all(Production), key=lambda one: one.title)
        for role in roles(book, production.id)
        for one in readiness(book, role.id, day)
    ]


def moment(day: date, minutes: int) -> str:
    """A day and clock minutes as 2024-10-15T19:30."""
    return f"{day.isoformat()}T{clock(minutes)}"


def clock(minutes: int) -> str:
    """Minutes since midnight as 19:30; past midnight it begins anew."""
    hour, rest = divmod(minutes % DAY_MINUTES, 60)
    return f"{hour:02d}:{rest:02d}"


def shown_kind(call: Call) -> str:
    """The kind of a call as everybody may read it."""
    return BOOKED.lower() if call.kind in PRIVATE else call.kind


def _person(book: Book, who: Person, day: date) -> Row:
    contract = engagement(book, who.id, day)
    return {
        "name": who.name,
        "given": who.given,
        "family": who.family,
        "stage_name": who.stage_name,
        "rank": rank(book, who.id, day),
        "duties": list(who.duties),
        "gender": who.gender,
        "guest": contract.guest if contract else False,
        "from": contract.first.isoformat() if contract else None,
        "to": contract.last.isoformat() if contract and contract.last else None,
    }


def _part(book: Book, show: Performance, part: Part) -> Row:
    production = book.find(Production, part.production_id)
    role = book.find(Role, part.role_id)
    section = book.find(Section, part.from_section_id)
    cast = book.find(Cast, part.cast_id)
    row: Row = {
        "performance": moment(show.day, show.curtain),
        "production": production.title if production else "",
    }
    if section:
        row["section"] = f"{section.act} {section.name}".strip()
    return row | {
        "role": role.name if role else "",
        "spot": part.spot,
        "dancer": _name(book, part.person_id),
        "cast": cast.name if cast else "",
        "cover": part.cover,
        "override": part.override,
        "debut": _is_debut(book, show, part),
    }


def _today() -> date:
    return datetime.now().astimezone().date()


def _career_line(who: Person, line: Line) -> Row:
    return {
        "dancer": who.name,
        "ballet": line.work,
        "role": line.role,
        "where": line.where,
        "first": line.first,
        "when": line.last,
        "partner": ", ".join(line.partners),
        "times": line.times,
        "debut": line.debut,
    }


def _is_debut(book: Book, show: Performance, part: Part) -> bool:
    first_times = debuts(book, part.production_id)
    return not part.cover and (show.id, part.role_id, part.spot, part.person_id) in first_times


def _shows(book: Book, first: date, last: date) -> list[Performance]:
    held = (show for show in book.all(Performance) if first <= show.day <= last)
    return sorted(held, key=lambda show: (show.day, show.curtain, show.id))


def _known(book: Book, ids: Iterable[str]) -> list[Person]:
    return [who for one in ids if (who := book.find(Person, one))]


def _name(book: Book, person_id: str | None) -> str:
    who = book.find(Person, person_id)
    return who.name if who else ""


def _studio(book: Book, studio_id: str | None) -> str:
    studio = book.find(Studio, studio_id)
    return studio.name if studio else ""
