"""One call as a template keeps it, and made anew on a day without what is gone since."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Cast
from castapp.domain.company import Studio
from castapp.domain.people import Person
from castapp.domain.record import new_id
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.slot import clock
from castapp.domain.template import TemplateCall, TemplateLine
from castapp.services.calls import call_name

_CALL = tuple(
    field.name for field in fields(TemplateCall) if field.name not in ("weekday", "called")
)
_LINE = tuple(field.name for field in fields(TemplateLine))
ANY_DAY = date(2001, 1, 1)


def as_kept(book: Book, call: Call, weekday: int) -> TemplateCall:
    """One call with its lines as a template keeps it; what was recorded of it stays behind."""
    lines = book.where(Called, "call_id", call.id)
    called = tuple(TemplateLine(**{name: getattr(line, name) for name in _LINE}) for line in lines)
    return TemplateCall(weekday, **{name: getattr(call, name) for name in _CALL}, called=called)


def remade(
    book: Book, kept: TemplateCall, day: date, *, state: str = ""
) -> tuple[Call | None, tuple[Called, ...], tuple[str, ...]]:
    """The call with its lines, and a sentence for each thing of it that is gone. Without a `state`
    it has the one it was kept with.

    No call if its ballet is gone. Raises Invalid for a day that cannot be.
    """
    name = kept_name(book, kept)
    if kept.production_id and book.find(Production, kept.production_id) is None:
        return None, (), (f"{name} stays out: its ballet is no longer there.",)
    call, notes = _with_what_is_there(book, as_call(kept, day), name)
    if state:
        call = replace(call, state=state)
    lines = [_line(book, one, call.id) for one in kept.called]
    for line, one in zip(lines, kept.called, strict=True):
        if line is None:
            what = "somebody" if one.whom == "person" else "a role or cast"
            notes.append(f"{name} calls {what} no longer there; that is left out.")
    return call, tuple(line for line in lines if line is not None), tuple(notes)


def as_call(kept: TemplateCall, day: date) -> Call:
    """The call with a fresh id on a day, naming what it was kept with."""
    return Call(new_id(), day, **{name: getattr(kept, name) for name in _CALL})


def kept_name(book: Book, kept: TemplateCall) -> str:
    """What a template's call is called in a sentence: Swan Lake Act II 11.45."""
    named = call_name(book, as_call(kept, ANY_DAY))
    return f"{named[:1].upper()}{named[1:]} {clock(kept.start)}"


def _with_what_is_there(book: Book, call: Call, name: str) -> tuple[Call, list[str]]:
    notes: list[str] = []
    if call.studio_id and book.find(Studio, call.studio_id) is None:
        call = replace(call, studio_id=None)
        notes.append(f"{name} had a studio that is no longer there; it waits for a place.")
    known = tuple(one for one in call.sections if book.find(Section, one) is not None)
    if known != call.sections:
        call = replace(call, sections=known)
        notes.append(f"{name} had a section that is no longer there; it comes without.")
    if call.lead_id and book.find(Person, call.lead_id) is None:
        call = replace(call, lead_id=None)
        notes.append(f"{name} is led by nobody yet: who took it is no longer there.")
    if call.pianist_id and book.find(Person, call.pianist_id) is None:
        call = replace(call, pianist_id=None)
        notes.append(f"{name} has no pianist yet: who played is no longer there.")
    return call, notes


def _line(book: Book, kept: TemplateLine, call_id: str) -> Called | None:
    """Who is called, with the casts that are still there; None if none of it is left."""
    casts = tuple(one for one in kept.cast_ids if book.find(Cast, one) is not None)
    gone = (
        (kept.role_id is not None and book.find(Role, kept.role_id) is None)
        or (kept.person_id is not None and book.find(Person, kept.person_id) is None)
        or (bool(kept.cast_ids) and not casts)
    )
    if gone:
        return None
    values = {name: getattr(kept, name) for name in _LINE}
    return Called(new_id(), call_id, **(values | {"cast_ids": casts}))
