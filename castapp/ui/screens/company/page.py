"""What a person's page says, as lines for the inspector. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.finding import Ref
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.repertory import Role
from castapp.domain.roster import is_dancer
from castapp.domain.slot import clock, length
from castapp.services.personal import Away, Danced, InCast, Status, Week
from castapp.services.reason import said_day
from castapp.ui.screens.company.present import said, title_words

SOON = 14


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words, words below and at the right, and the record it leads to.

    `start` stands in a column of its own; `chosen` lines are tinted; tones are the palette's.
    """

    key: str
    text: str
    side: str = ""
    about: str = ""
    start: str = ""
    target: Ref | None = None
    tone: str = "t1"
    side_tone: str = "t2"
    weight: int = 400
    chosen: bool = False

    @property
    def spoken(self) -> str:
        """The whole line read out."""
        return ", ".join(part for part in (self.start, self.text, self.about, self.side) if part)


def kind_words(book: Book, person: Person, today: date) -> str:
    """The small line over the name: First soloist · coach Aubert; Pianist."""
    coach = book.find(Person, person.coach_id)
    title = title_words(book, person, today)
    return " · ".join(
        part for part in (title[:1].upper() + title[1:], f"coach {coach.surname}" if coach else "")
        if part
    )  # fmt: skip


def week_heading(week: Week) -> str:
    """This week, 12–18 Oct."""
    if week.first.month == week.last.month:
        return f"This week, {week.first.day}–{week.last.day} {week.last:%b}"
    return f"This week, {week.first.day} {week.first:%b} – {week.last.day} {week.last:%b}"


def week_sums(week: Week) -> str:
    """17 h 20 · 2 shows."""
    shows = f"{week.shows} show{'' if week.shows == 1 else 's'}" if week.shows else ""
    hours = length(week.minutes) if week.minutes else ""
    return " · ".join(part for part in (hours, shows) if part)


def week_lines(week: Week) -> list[tuple[str, list[Line]]]:
    """The week's days that hold anything, each with its lines in time order."""
    days: dict[str, list[Line]] = {}
    for one in week.doings:
        side = ", ".join(part for part in (one.as_what, one.where) if part)
        line = Line(one.target.id, one.what, side, start=f"{clock(one.start)}–{clock(one.end)}",
                    target=one.target)  # fmt: skip
        days.setdefault(f"{one.day:%A} {one.day.day}", []).append(line)
    return list(days.items())


def role_lines(danced: tuple[Danced, ...], today: date) -> list[tuple[str, list[Line]]]:
    """The roles under their ballets: how often, when last, when next, first times marked."""
    works: dict[str, list[Line]] = {}
    for one in danced:
        count = one.here + sum(line.times for line in one.elsewhere)
        side = f"{count} ×" if count else ""
        about = " · ".join(
            part
            for part in (
                f"last {said(one.last)}" if one.last else "",
                f"debut {said(one.debut)}" if one.debut and one.debut != one.last else "",
                "that was the debut" if one.debut and one.debut == one.last else "",
                _coming(one, today),
                "elsewhere only" if one.elsewhere and not one.here and not one.coming else "",
            )
            if part
        )
        target = Ref(Role, one.role_id) if one.role_id else None
        works.setdefault(one.work, []).append(
            Line(one.role_id, one.role, side, about, target=target)
        )
    return list(works.items())


def career_line(line: CareerLine) -> Line:
    """A line of the career record: Giselle, Giselle; where, when, with whom, how often."""
    about = " · ".join(
        part
        for part in (
            line.where,
            said_day(line.when) if line.when else "",
            f"with {line.partner}" if line.partner else "",
        )
        if part
    )
    return Line(line.id, f"{line.role}, {line.work}", f"{line.times} ×", about or "no place noted")


def away_line(away: Away, today: date) -> Line:
    """12–18 Oct; guest engagement, Paris; now, over or coming."""
    if away.last is None:
        when = f"from {said(away.first)}, no day of return yet"
    elif away.first == away.last:
        when = said(away.first)
    else:
        when = f"{said(away.first)} – {said(away.last)}"
    state = "over" if away.over else "now" if away.first <= today else "coming"
    words = away.words[:1].upper() + away.words[1:]
    return Line(away.target.id, words, state, when, target=away.target)


def contract_lines(book: Book, person: Person, today: date) -> list[Line]:
    """The contracts, the latest first: rank or title, from when to when."""
    held = sorted(
        book.where(Engagement, "person_id", person.id), key=lambda one: one.first, reverse=True
    )
    lines = []
    for one in held:
        named = one.rank or one.title or ("Dancer" if is_dancer(person) else "No title")
        until = said(one.last) if one.last else "open"
        state = "now" if one.first <= today and (one.last is None or one.last >= today) else ""
        state = "coming" if one.first > today else state
        guest = ", guest" if one.guest else ""
        lines.append(Line(one.id, f"{named}{guest}", state, f"{said(one.first)} – {until}"))
    return lines


def age_words(born: date | None, today: date) -> str:
    """How old somebody is: 25 years; empty if the birthday is not known."""
    if born is None or born > today:
        return ""
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return f"{years} years"


def _coming(one: Danced, today: date) -> str:
    if one.coming is None:
        return ""
    near = (one.coming - today).days < SOON
    when = f"{one.coming:%a} {one.coming.day} {one.coming:%b}" if near else said(one.coming)
    return f"{'debut' if one.coming_debut else 'next'} {when}"


def cast_lines(casts: tuple[InCast, ...]) -> list[Line]:
    """The places in casts: ballet and role, which cast, as cover or not."""
    lines = []
    for one in casts:
        cast = f"{one.cast} cast" if one.cast[:1].isdigit() else one.cast
        side = f"{cast}, cover" if one.cover else cast
        spot = f" {one.spot}" if one.spot else ""
        lines.append(Line(one.target.id, f"{one.role}{spot}", side, one.work, target=one.target))
    return lines


def status_words(found: Status, today: date) -> str:
    """Since when, and when it is looked at again; empty for somebody in full participation."""
    if found.word == "full" or found.since is None:
        return ""
    parts = [f"since {said(found.since)}"]
    if found.review is not None:
        when = "today" if found.review == today else said(found.review)
        parts.append(f"review {'was due ' if found.needs_review else ''}{when}")
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]


def coach_options(book: Book, person: Person, today: date) -> list[tuple[str, str, str]]:
    """Who may be a coach or mentor: id, name and title; staff before dancers, by name."""
    others = [one for one in book.all(Person) if one.id != person.id]
    others.sort(key=lambda one: (one.duties == ("dancer",), one.sort_key))
    return [(one.id, one.name, title_words(book, one, today)) for one in others]
