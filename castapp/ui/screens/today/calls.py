"""The calls and shows of the morning page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.domain.agenda import agenda
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.finding import Finding, Ref
from castapp.domain.people import Person
from castapp.domain.programme import HALF, bill, parts, title
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import dancers, inside_name
from castapp.domain.slot import clock, span
from castapp.domain.who import call_who
from castapp.domain.wording import call_title, coach_line, place, run_place, short_place
from castapp.ui.screens.today.lines import Block, Line, ShowLine

CALLS_SHOWN = 14
LEADS = 2
QUIET_KINDS = ("fitting", "physio", "crew", "free day")


def call_lines(book: Book, day: date) -> Block:
    """A day's calls in time order; fittings and the like are counted, not listed."""
    calls = _calls(book, day)
    listed = [call for call in calls if call.kind not in QUIET_KINDS]
    lines = [_call_line(book, call) for call in listed[:CALLS_SHOWN]]
    rest = len(listed) - len(lines)
    if rest > 0:
        lines.append(Line(day, f"{rest} more calls", tone="accent_t", screen="schedule"))
    wanted = agenda(book, day)
    everyone = dancers(book, day)
    called = sum(1 for who in everyone if who.id in wanted)
    aside = f"{len(calls)} calls, {called} of {len(everyone)} called" if calls else ""
    return Block("Today", aside, tuple(lines), empty="No calls today.")


def shows(book: Book, day: date) -> tuple[ShowLine, ...]:
    """A day's shows as bands."""
    return tuple(_show_line(book, show) for show in _shows(book, day))


def tomorrow_lines(book: Book, day: date, found: Sequence[Finding]) -> Block:
    """The first call of tomorrow, its shows, and what clashes before it can be posted."""
    lines = []
    calls = [call for call in _calls(book, day) if call.kind not in QUIET_KINDS]
    if calls:
        first = [call for call in calls if call.start == calls[0].start]
        named = ", ".join(dict.fromkeys(call_title(book, call).text for call in first))
        rooms = ", ".join(dict.fromkeys(short_place(book, call.studio_id) for call in first))
        lines.append(
            Line(day, "First call", named, rooms, clock(calls[0].start), colour="class",
                 screen="schedule")
        )  # fmt: skip
    for show in _shows(book, day):
        band = _show_line(book, show)
        lines.append(
            Line(band.target, band.title, band.leads, place(book, show.venue_id), band.curtain,
                 colour=band.colour, screen="schedule")
        )  # fmt: skip
    lines.extend(
        Line(one.refs[0] if one.refs else day, "Clash before posting", one.what, "",
             "" if one.start is None else clock(one.start), finding="hard")
        for one in found
        if one.severity == "hard" and one.day == day
    )  # fmt: skip
    return Block("Tomorrow", f"{day:%A} {day.day} {day:%B}", tuple(lines), empty="Nothing yet.")


def title_of(book: Book, show: Performance) -> str:
    """The evening's name; for the second show of a day, which one."""
    word = "tonight" if show.curtain >= 17 * 60 else "today"
    return f"{title(book, show)} {word}"


def _calls(book: Book, day: date) -> list[Call]:
    found = [call for call in book.where(Call, "day", day) if call.state != "cancelled"]
    return sorted(found, key=lambda call: (call.start, _room_order(book, call), call.id))


def _room_order(book: Book, call: Call) -> int:
    studio = book.find(Studio, call.studio_id)
    return studio.order if studio else 99


def _shows(book: Book, day: date) -> list[Performance]:
    found = [show for show in book.where(Performance, "day", day) if show.state != "cancelled"]
    return sorted(found, key=lambda show: show.curtain)


def _call_line(book: Book, call: Call) -> Line:
    production = book.find(Production, call.production_id)
    named = call_title(book, call)
    said = ", ".join(part for part in (named.work, named.what) if part)
    who = call_who(book, call)
    about = " · ".join(part for part in (*who[:1], coach_line(book, call)) if part)
    room = place(book, call.studio_id) or "unplaced"
    return Line(
        Ref(Call, call.id),
        said,
        about,
        room,
        span(call.start, call.end),
        colour=production.colour if production else "class",
        screen="schedule",
    )


def _show_line(book: Book, show: Performance) -> ShowLine:
    number, of = run_place(book, show)
    run = f"{number} of {of} · " if number else ""
    first = next(iter(bill(book, show.id)), None)
    production = book.find(Production, first.production_id) if first else None
    conductor = book.find(Person, show.conductor_id)
    return ShowLine(
        Ref(Performance, show.id),
        title(book, show),
        f"{run}the half {clock(show.curtain - HALF)}",
        ", ".join(leads(book, show)),
        f"conductor {conductor.surname}" if conductor else "",
        clock(show.curtain),
        production.colour if production else "slate",
    )


def leads(book: Book, show: Performance) -> list[str]:
    """The surnames of those who dance the first roles billed."""
    names = []
    for part in parts(book, show):
        role = book.get(Role, part.role_id)
        if part.cover == 0 and part.person_id and role.kind == "single":
            names.append(inside_name(book, part.person_id))
        if len(names) == LEADS:
            break
    return names
