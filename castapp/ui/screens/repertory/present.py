"""What the repertory shows: productions, sections under their acts, roles, who knows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Casting, Performance
from castapp.domain.company import Season
from castapp.domain.people import Person
from castapp.domain.programme import roles, sections
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import rank
from castapp.domain.slot import clock, length
from castapp.domain.wording import act_words, section_words
from castapp.services.known import dancers_of
from castapp.services.reason import said_day

ROLES, SECTIONS, KNOWN = "roles", "sections", "known"
HEADS = {
    ROLES: ("Role", "Who", "Danced in", "Asks", "Effort", "Change", "Know it"),
    SECTIONS: ("Section", "From", "Minutes", "Roles"),
    KNOWN: ("Dancer", "Rank", "Danced", "Last", "Cast"),
}


@dataclass(frozen=True, slots=True)
class Text:
    """One cell: its words, a smaller line, a tone of the palette, a swatch before it."""

    text: str = ""
    detail: str = ""
    tone: str = "t1"
    weight: int = 400
    swatch: str = ""
    right: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the record's id and its cells; or a heading over rows, with words at the right."""

    key: str
    cells: tuple[Text, ...] = ()
    group: str = ""
    aside: str = ""


def work_lines(book: Book, day: date) -> tuple[Line, ...]:
    """The productions by title, those on the bill this season before those that rest."""
    shows = _shows(book, day)
    ordered = sorted(book.all(Production), key=lambda one: (not shows.get(one.id), one.title))
    made: list[Line] = []
    heads = {True: "This season", False: "Not this season"}
    for work in ordered:
        on = bool(shows.get(work.id))
        if heads.get(on):
            made.append(Line("", group=heads.pop(on)))
        made.append(Line(work.id, (_work(book, work, shows.get(work.id, 0)),)))
    return tuple(made)


def lines(book: Book, production_id: str, view: str, day: date) -> tuple[Line, ...]:
    """The table of a production in one of its three views; `day` is when who knows it is asked."""
    if book.find(Production, production_id) is None:
        return ()
    if view == SECTIONS:
        return section_lines(book, production_id)
    if view == KNOWN:
        return known_lines(book, production_id, day)
    return role_lines(book, production_id, day)


def role_lines(book: Book, production_id: str, day: date) -> tuple[Line, ...]:
    """The roles in billing order."""
    return tuple(_role(book, role, day) for role in roles(book, production_id))


def section_lines(book: Book, production_id: str) -> tuple[Line, ...]:
    """The sections under their acts, with when each begins after the curtain."""
    made: list[Line] = []
    act, at = None, 0
    placed = sections(book, production_id)
    danced = _danced(book, production_id)
    for section in placed:
        if section.act != act:
            act = section.act
            if act:
                whole = sum(one.minutes for one in placed if one.act == act)
                made.append(Line("", group=act, aside=length(whole)))
        count = danced.get(section.id, 0)
        made.append(
            Line(
                section.id,
                (
                    Text(section.name, tone="t2" if section.interval else "t1"),
                    Text(clock(at), tone="t2", right=True),
                    Text(str(section.minutes), right=True),
                    Text("interval" if section.interval else str(count or "–"), tone="t2"),
                ),
            )
        )
        at += section.minutes
    return tuple(made)


def known_lines(book: Book, production_id: str, day: date) -> tuple[Line, ...]:
    """Who danced each role before, and in which cast they are now."""
    made: list[Line] = []
    for role in roles(book, production_id):
        known = dancers_of(book, role, day)
        cast = _casts(book, role)
        people = [*known, *(who for who in cast if who not in known)]
        made.append(Line("", group=role.name, aside=f"{len(known)} danced it"))
        for who in people:
            person = book.find(Person, who)
            if person is not None:
                record = known.get(who)
                made.append(
                    Line(
                        f"{who}|{role.id}",
                        (
                            Text(person.name, weight=500),
                            Text(rank(book, who, day), tone="t2"),
                            Text(f"{record.times} ×" if record else "not yet", tone="t2"),
                            Text(said_day(record.last) if record and record.last else ""),
                            Text(cast.get(who, ""), tone="t2"),
                        ),
                    )
                )
    return tuple(made)


def summary(book: Book, production_id: str) -> str:
    """A production in a line: 4 acts · 2 h 35 · 22 roles."""
    placed = sections(book, production_id)
    acts = {one.act for one in placed if one.act and not one.interval}
    minutes = sum(one.minutes for one in placed)
    count = len(roles(book, production_id))
    parts = [
        f"{len(acts)} act{'' if len(acts) == 1 else 's'}" if acts else "",
        length(minutes) if minutes else "",
        f"{count} role{'' if count == 1 else 's'}",
    ]
    return " · ".join(part for part in parts if part)


def who_words(role: Role) -> str:
    """The spots of a role: 1 F; couple; 4 F; 1 F 4 M."""
    if role.kind == "couple" and role.spots == 2:
        return "couple"
    letters = [role.gender(spot) for spot in range(1, role.spots + 1)]
    counts = [f"{letters.count(one)} {one}" for one in "FM" if one in letters]
    either = letters.count("X")
    return " ".join([*counts, f"{either} either"] if either else counts)


def demand_words(role: Role) -> str:
    """What a role asks: jumps, pointe, partnering. Big jumps say jumps too."""
    asked = [one for one in role.demands if one != "jumps" or "big_jumps" not in role.demands]
    return ", ".join(one.replace("_", " ") for one in asked)


def _work(book: Book, work: Production, shows: int) -> Text:
    count = f"{shows} show{'' if shows == 1 else 's'}" if shows else ""
    detail = " · ".join(part for part in (work.code, summary(book, work.id), count) if part)
    return Text(work.title, detail, weight=500, swatch=work.colour)


def _role(book: Book, role: Role, day: date) -> Line:
    known = len(dancers_of(book, role, day))
    acts = [one.act for one in _places(book, role)]
    placed = act_words(acts) or (
        section_words(book, role.production_id, [one.section_id for one in role.sections])
    )
    count = len(role.sections)
    names = ", ".join(dict.fromkeys(place.name for place in role.sections if place.name))
    change = f"{role.change_minutes} min" if role.change_minutes else "–"
    kind = role.kind + (f", as {names}" if names else "")
    return Line(
        role.id,
        (
            Text(role.name, kind, weight=500),
            Text(who_words(role)),
            Text(
                placed or "no section yet",
                f"{count} section{'' if count == 1 else 's'}" if count else "",
                tone="t1" if placed else "warning",
            ),
            Text(demand_words(role), tone="t2"),
            Text(f"{role.effort:g}", right=True),
            Text(change, tone="t2", right=True),
            Text(str(known) if known else "–", right=True),
        ),
    )


def _places(book: Book, role: Role) -> list[Section]:
    placed = sections(book, role.production_id)
    danced = {place.section_id for place in role.sections}
    return [one for one in placed if one.id in danced]


def _shows(book: Book, day: date) -> dict[str, int]:
    season = next((one for one in book.all(Season) if one.first <= day <= one.last), None)
    counts: dict[str, int] = {}
    for item in book.all(BillItem):
        show = book.find(Performance, item.performance_id)
        inside = show and (season is None or season.first <= show.day <= season.last)
        if show and inside and show.state != "cancelled":
            counts[item.production_id] = counts.get(item.production_id, 0) + 1
    return counts


def _danced(book: Book, production_id: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for role in roles(book, production_id):
        for place in role.sections:
            counts[place.section_id] = counts.get(place.section_id, 0) + 1
    return counts


def _casts(book: Book, role: Role) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    placed = book.where(Casting, "role_id", role.id)
    for casting in sorted(placed, key=lambda one: one.cover):
        cast = book.find(Cast, casting.cast_id)
        if cast is not None:
            words = f"{cast.name}{' (cover)' if casting.cover else ''}"
            names = found.setdefault(casting.person_id, [])
            if words not in names:
                names.append(words)
    return {who: ", ".join(sorted(names)) for who, names in found.items()}


def section_choices(book: Book, production_id: str) -> list[tuple[str, str]]:
    """The sections that are danced, as choices: Act II, Adage."""
    return [
        (one.id, section_name(one)) for one in sections(book, production_id) if not one.interval
    ]


def section_name(section: Section) -> str:
    """A section with its act: Act II, Adage."""
    return f"{section.act}, {section.name}" if section.act else section.name
