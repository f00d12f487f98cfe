"""Calls: when, where, what, who leads and plays, and who is called."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from castapp.domain.calls import CALL_STATES, Call, Called
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.company import Site, Studio
from castapp.domain.draft import Draft
from castapp.domain.programme import sections
from castapp.domain.record import new_id
from castapp.importers.call_people import Lines, called_lines
from castapp.importers.call_words import Subject, subject
from castapp.importers.cells import clock_of, end_of, minutes_of
from castapp.importers.names import Names
from castapp.importers.places import find_venue
from castapp.importers.reading import Reading
from castapp.importers.staging import staged
from castapp.importers.table import Row
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
    minutes = _minutes(reading, row, start)
    what = reading.read(row, "kind", lambda text: _subject(work, text), Subject("rehearsal"))
    production_id = work.productions.get(fold(reading.cell(row, "production")))
    if reading.cell(row, "production") and production_id is None:
        return
    production_id = production_id or what.production_id
    fields: dict[str, Any] = {
        "production_id": production_id,
        "title": what.title,
        "sections": _sections(reading, row, production_id),
        "state": reading.read(row, "state", _state, "firm"),
        "note": reading.cell(row, "note"),
        "lead_id": _person(work, row, "lead") or _person(work, row, "coach"),
        "pianist_id": _person(work, row, "pianist"),
    }
    if day is None or start is None or minutes is None:
        return
    studio_id = work.studios.get(fold(_place(reading, row)))
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
            title=fresh.title or old.title,
            production_id=fresh.production_id or old.production_id,
            sections=fresh.sections or old.sections,
            tba=old.tba and bool(fresh.production_id or old.production_id),
            lead_id=fresh.lead_id or old.lead_id,
            pianist_id=fresh.pianist_id or old.pianist_id,
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
    for gone in old:
        work.draft.drop(gone)
    for line in lines:
        work.draft.put(line)


def _minutes(reading: Reading, row: Row, start: int | None) -> int | None:
    end_column = "end" if "end" in reading.columns else "to"
    length = reading.read(row, "minutes", minutes_of, None)
    begun = start or 0
    until = reading.read(row, end_column, lambda text: end_of(text, begun), None)
    if not reading.cell(row, "minutes") and not reading.cell(row, end_column):
        reading.missing(row, "minutes", "the length is missing; give minutes or the end.")
    return length if length is not None else until


def _subject(work: _Work, text: str) -> Subject:
    return subject(work.reading.book, text, strict="uid" not in work.reading.columns)


def _sections(reading: Reading, row: Row, production_id: str | None) -> tuple[str, ...]:
    text = reading.cell(row, "section")
    if not text:
        return ()
    found: list[str] = []
    everything = sections(reading.book, production_id) if production_id else ()
    for part in text.split(";"):
        wanted = fold(part)
        these = [
            one.id
            for one in everything
            if wanted in (fold(one.name), fold(one.act), fold(f"{one.act} {one.name}"))
            and not one.interval
        ]
        if not these:
            near = offer(nearest(part, [one.name for one in everything]))
            sentence = f"there is no section “{part.strip()}”{near}."
            reading.complaints.add(row.line, reading.columns["section"], sentence)
        found.extend(these)
    return tuple(dict.fromkeys(found))


def _state(text: str) -> str:
    words = {fold(state): state for state in CALL_STATES}
    if fold(text) not in words:
        raise Invalid(f"“{text}” is not known; it is one of {', '.join(CALL_STATES)}.")
    return words[fold(text)]


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
            reading.complaints.add(row.line, column, f"no studio is called “{text}”{near}.")
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
    reading.doubt(f"“{name}” was added to the studios of {site.name}.")
    return studio
