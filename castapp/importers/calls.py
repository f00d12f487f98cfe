"""Calls: when, where, what, who leads and plays, and who is called."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.clock_change import check_clock_shows
from castapp.domain.company import Site, Studio
from castapp.domain.draft import Draft
from castapp.domain.record import new_id
from castapp.domain.wording import BOOKED
from castapp.importers import call_cells as cells
from castapp.importers.call_people import Lines, called_lines
from castapp.importers.cells import clock_of
from castapp.importers.names import Names
from castapp.importers.places import find_venue
from castapp.importers.reading import Reading
from castapp.importers.staging import staged
from castapp.importers.table import Row, Stranger
from castapp.importers.words import fold, nearest, offer

Spot = tuple[date, int, str | None, str]


@dataclass(slots=True)
class _Work:
    """The calls of one table, put into a draft row by row."""

    reading: Reading
    draft: Draft
    names: Names
    productions: dict[str, str]
    studios: dict[str, str]
    known: dict[Spot, Call] = field(default_factory=dict)


def read_calls(reading: Reading) -> None:
    """Bring in a table of calls; a call known by its day, start, studio and kind is renewed."""
    rows = reading.table.rows
    titles = [(row.line, text) for row in rows if (text := reading.cell(row, "production"))]
    productions = staged(reading, titles)
    studios = _studios(reading)
    work = _Work(reading, reading.draft(), reading.names(), productions, studios)
    for call in reading.book.all(Call):
        work.known[(call.day, call.start, call.studio_id, call.kind)] = call
    for row in rows:
        if reading.book.find(Performance, reading.cell(row, "uid").partition("@")[0]):
            continue
        try:
            _put(work, row)
        except Invalid as wrong:
            reading.complaints.add(row.line, None, wrong)
    reading.complaints.settle()
    reading.take(work.draft.edit("Import calls"))


def _put(work: _Work, row: Row) -> None:
    reading = work.reading
    day, clock = reading.moment(row, "date")
    start_column = "time" if "time" in reading.columns else "from"
    start = reading.read(row, start_column, clock_of, clock)
    if not reading.cell(row, "date"):
        reading.missing(row, "date", "the day is missing.")
    if start is None and not reading.cell(row, start_column):
        reading.missing(row, start_column, "the time is missing.")
    minutes = cells.minutes(reading, row, start)
    if fold(reading.cell(row, "kind")) == fold(BOOKED):
        reading.doubt("Booked time stays as it is; its rows were left out.")
        return
    what = cells.what(reading, row)
    production_id = work.productions.get(fold(reading.cell(row, "production")))
    if reading.cell(row, "production") and production_id is None:
        return
    production_id = production_id or what.production_id
    fields: dict[str, Any] = {
        "production_id": production_id,
        "title": cells.free_text(reading, what.kind, what.title),
        "sections": cells.section_ids(reading, row, production_id),
        "state": reading.read(row, "state", cells.state, "firm"),
        "note": cells.free_text(reading, what.kind, reading.cell(row, "note")),
        "lead_id": _person(work, row, "lead") or _person(work, row, "coach"),
        "pianist_id": _person(work, row, "pianist"),
    }
    if day is None or start is None or minutes is None:
        return
    studio_id = work.studios.get(fold(_place(reading, row)))
    try:
        check_clock_shows(reading.book, day, start, studio_id)
    except Invalid as wrong:
        reading.complaints.add(row.line, reading.columns.get(start_column), wrong)
        return
    call = _renewed(work, row, Call(new_id(), day, start, minutes, what.kind, studio_id, **fields))
    if "who" in reading.columns or "dancer" in reading.columns:
        _put_lines(work, row, call)


def _renewed(work: _Work, row: Row, fresh: Call) -> Call:
    """The call put in the draft: an older one with its new values, or the fresh one.

    A calendar's event that is a call of this file's own only moves it.
    """
    uid = work.reading.cell(row, "uid")
    ours = work.reading.book.find(Call, uid.partition("@")[0])
    if ours is not None:
        return work.draft.set(
            ours,
            day=fresh.day,
            start=fresh.start,
            minutes=fresh.minutes,
            studio_id=fresh.studio_id or ours.studio_id,
        )
    if uid:
        fresh = replace(fresh, id=uuid5(NAMESPACE_URL, uid).hex)
        old = work.reading.book.find(Call, fresh.id)
    else:
        old = work.known.get((fresh.day, fresh.start, fresh.studio_id, fresh.kind))
    if old is not None:
        fresh = replace(
            fresh,
            id=old.id,
            title=cells.title(work.reading, row, fresh, old),
            production_id=fresh.production_id or old.production_id,
            sections=fresh.sections or old.sections,
            tba=old.tba and bool(fresh.production_id or old.production_id),
            lead_id=fresh.lead_id or old.lead_id,
            pianist_id=fresh.pianist_id or old.pianist_id,
            note=fresh.note or old.note,
            state=fresh.state if "state" in work.reading.columns else old.state,
            actual_start=old.actual_start,
            actual_minutes=old.actual_minutes,
            series=old.series,
        )
    return work.draft.put(fresh)


def _put_lines(work: _Work, row: Row, call: Call) -> None:
    reading = work.reading
    name = "who" if "who" in reading.columns else "dancer"

    def read(text: str) -> Lines:
        return called_lines(reading.book, work.names, call, text)

    nobody: Lines = ()
    lines = reading.read(row, name, read, nobody)
    old = reading.book.where(Called, "call_id", call.id)
    if [replace(one, id="") for one in old] == [replace(one, id="") for one in lines]:
        return
    if old and _same_people(reading, call, lines):
        return
    for gone in old:
        work.draft.drop(gone)
    for line in lines:
        work.draft.put(line)


def _same_people(reading: Reading, call: Call, lines: Lines) -> bool:
    """Whether lines that merely list people list those who are called already."""
    if not all(one.whom == "person" and not (one.exclude or one.as_cover) for one in lines):
        return False
    called = {one.person_id for one in called_people(reading.book, call)}
    return called == {one.person_id for one in lines}


def _person(work: _Work, row: Row, name: str) -> str | None:
    person = work.reading.read(row, name, work.names.find, None)
    text = work.reading.cell(row, name)
    if text and person is None:
        near = offer(work.names.near(text))
        work.reading.complaints.add(
            row.line, work.reading.columns[name], f"nobody here is called “{text}”{near}."
        )
    return person.id if person else None


def _place(reading: Reading, row: Row) -> str:
    return reading.cell(row, "studio") or reading.cell(row, "venue")


def _studios(reading: Reading) -> dict[str, str]:
    """Folded name → studio id; unknown rooms become studios where newcomers are asked for."""
    found: dict[str, str] = {}
    column = reading.columns.get("studio", reading.columns.get("venue"))
    for row in reading.table.rows:
        text = _place(reading, row)
        key = fold(text)
        if not key or key in found:
            continue
        studio = find_venue(reading.book, text)
        if studio is None and "uid" in reading.columns:
            reading.doubt(f"“{text}” is no studio; its calls are unplaced.")
            continue
        if studio is None and not reading.asked.newcomers:
            near = offer(nearest(text, [one.name for one in reading.book.all(Studio)]))
            stranger = Stranger(f"no studio is called “{text}”{near}.")
            reading.complaints.add(row.line, column, stranger)
            continue
        if studio is None:
            studio = _new_studio(reading, text)
        found[key] = studio.id
    return found


def _new_studio(reading: Reading, name: str) -> Studio:
    draft = reading.draft()
    sites = list(reading.book.all(Site))
    site = sites[0] if sites else draft.put(Site(new_id(), "Main building"))
    order = reading.book.count(Studio) + 1
    studio = draft.put(Studio(new_id(), site.id, name, order=order))
    reading.take(draft.edit(f"New {name}"))
    reading.doubt(f"“{name}” is new among the studios of {site.name}.")
    return studio
