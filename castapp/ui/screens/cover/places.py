"""The left list: every place somebody off holds, tonight, this week, this run. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.impact import CALLED, CONDUCTS, COVERS, PLAYS, TAKES
from castapp.domain.programme import parts, title
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import company, inside_name
from castapp.domain.slot import clock, week_start
from castapp.domain.wording import call_title, place
from castapp.services.cover.openings import Gap, Missed
from castapp.services.cover.price import partner_of_role
from castapp.services.cover.request import Request, section_words
from castapp.services.reason import short_day
from castapp.ui.screens.cover.answer import Answer, key_of

_DUTIES = {TAKES: "takes it", PLAYS: "plays for it", CONDUCTS: "conducts"}
MOST_FREE = 3


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place held, or the heading over some (`heading`). Only a gap has somebody to find."""

    key: str
    title: str
    detail: str = ""
    aside: str = ""
    colour: str = ""
    heading: bool = False
    gap: bool = False
    call_id: str = ""
    needy: bool = False

    @property
    def text(self) -> str:
        return self.title

    @property
    def choosable(self) -> bool:
        """Whether it can be chosen; headings cannot."""
        return not self.heading

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        parts_ = (self.title, self.aside, self.detail, "has nobody yet" if self.needy else "")
        return ", ".join(part for part in parts_ if part)


def place_rows(answer: Answer) -> tuple[PlaceRow, ...]:
    """The gaps of each group first, then calls to take and covers, then calls missed."""
    book, request = answer.book, answer.request
    groups: dict[str, list[PlaceRow]] = {}
    several = len(request.people) > 1
    for gap in (*answer.gaps, *answer.beyond):
        row = _gap(book, request, gap, several)
        if gap in answer.beyond:
            row = replace(row, gap=False, needy=False)
        groups.setdefault(_group(book, request, gap.day), []).append(row)
    everything = (*answer.missed, *answer.missed_beyond)
    weighty = sorted(everything, key=lambda one: one.as_what == CALLED)
    for one in weighty:
        row = _missed(book, request, one, several)
        known = groups.setdefault(_group(book, request, one.day), [])
        same = next((each for each in known if row.call_id and each.call_id == row.call_id), None)
        if same is not None and several:
            who = inside_name(book, one.person_id)
            known[known.index(same)] = replace(same, detail=f"{who} and {same.detail}")
            continue
        groups.setdefault(_group(book, request, one.day), []).append(row)
    found: list[PlaceRow] = []
    for name in _groups(book, request):
        rows = groups.get(name, [])
        opened = sum(row.gap for row in rows)
        if rows:
            count = f"{opened} gap{'' if opened == 1 else 's'}" if opened else str(len(rows))
            found.append(PlaceRow("", name, aside=count, heading=True))
            found += rows
    return tuple(found)


def gap_row_key(gap: Gap) -> str:
    """The key of a gap's row."""
    return " ".join(map(str, key_of(gap)))


def gap_words(book: Book, role_id: str, spot: int) -> str:
    """A part as it is spoken of: Myrtha; Swans 7; Duet I 1."""
    role = book.get(Role, role_id)
    return f"{role.name} {role.spot_name(spot)}".strip()


def _groups(book: Book, request: Request) -> tuple[str, str, str]:
    shows = [one for one in book.where(Performance, "day", request.first)
             if one.state != "cancelled"]  # fmt: skip
    first = short_day(request.first)
    if len(shows) == 1:
        first = f"{first}, {title(book, shows[0])}, {clock(shows[0].curtain)}"
    return (first, "This week", "This run and after")


def _group(book: Book, request: Request, day: date) -> str:
    names = _groups(book, request)
    if day <= request.first:
        return names[0]
    weekday = company(book).first_weekday
    sunday = week_start(request.first, weekday) + timedelta(days=6)
    return names[1] if day <= sunday else names[2]


def _gap(book: Book, request: Request, gap: Gap, several: bool) -> PlaceRow:
    work = book.get(Production, gap.production_id)
    show = book.get(Performance, gap.performance_id)
    at = "" if gap.day == request.first else f" {clock(show.curtain)}"
    said = [f"{work.short or work.title}{at}", _acts(book, gap), _with(book, gap)]
    if several:
        said.insert(0, inside_name(book, gap.person_id))
    return PlaceRow(
        gap_row_key(gap),
        gap_words(book, gap.role_id, gap.spot),
        ", ".join(filter(None, said)),
        _when(request, gap.day, show.curtain),
        work.colour,
        gap=True,
        needy=True,
    )


def _acts(book: Book, gap: Gap) -> str:
    if gap.from_section_id:
        return f"from {section_words(book.find(Section, gap.from_section_id))}"
    role = book.get(Role, gap.role_id)
    places = (book.find(Section, one.section_id) for one in role.sections)
    acts = list(dict.fromkeys(one.act for one in places if one and one.act))
    same = len(acts) > 1 and all(one.startswith("Act ") for one in acts)
    return f"Acts {', '.join(one[4:] for one in acts)}" if same else " and ".join(acts)


def _with(book: Book, gap: Gap) -> str:
    place_ = partner_of_role(book, gap.role_id, gap.spot)
    show = book.get(Performance, gap.performance_id)
    mates = [
        part.person_id
        for part in parts(book, show)
        if not part.cover and (part.role_id, part.spot) == place_
    ]
    return f"with {inside_name(book, mates[0])}" if mates and mates[0] else ""


def _when(request: Request, day: date, minute: int) -> str:
    """The time alone on the first day, the day alone after it."""
    return clock(minute) if day == request.first else short_day(day)


def _missed(book: Book, request: Request, one: Missed, several: bool) -> PlaceRow:
    who = f"{inside_name(book, one.person_id)}, " if several else ""
    key = f"missed {one.as_what} {one.person_id} {one.call_id or one.performance_id} {one.role_id}"
    when = _when(request, one.day, one.start)
    at = "" if one.day == request.first else f" {clock(one.start)}"
    call = book.find(Call, one.call_id)
    if call is not None:
        work = book.find(Production, call.production_id)
        free = [inside_name(book, each) for each in one.free]
        said = f"{who}{_DUTIES.get(one.as_what, 'called')}"
        if one.as_what in (TAKES, PLAYS):
            said += f"; free: {', '.join(free[:MOST_FREE]) or 'nobody'}"
        where = place(book, call.studio_id)
        sign = ";" if one.as_what in (TAKES, PLAYS) else ""
        said += f"{sign}{at}, {where}" if at else f"{sign or ','} {where}"
        colour = work.colour if work else ""
        shared = call.id if one.as_what == CALLED else ""
        return PlaceRow(key, call_title(book, call).text, said.rstrip(", "), when, colour,
                        call_id=shared)  # fmt: skip
    show = book.get(Performance, one.performance_id or "")
    if one.as_what == COVERS and one.role_id:
        role = book.get(Role, one.role_id)
        work = book.find(Production, role.production_id)
        said = f"{who}covers it in {title(book, show)}"
        name = gap_words(book, one.role_id, one.spot)
        return PlaceRow(key, f"{name}, cover", said, when, work.colour if work else "")
    pit = "pit" if one.as_what == CONDUCTS else _DUTIES.get(one.as_what, "")
    name = f"{title(book, show)}, {pit}" if pit else title(book, show)
    return PlaceRow(key, name, f"{who}conducts{at}", when, needy=one.as_what == CONDUCTS)


def first_key(rows: Sequence[PlaceRow]) -> str:
    """The key of the first gap, "" if there is none."""
    return next((row.key for row in rows if row.gap), "")
