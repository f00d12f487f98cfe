"""Templates laid out: their calls on a day or a week, with a preview of what would clash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.roster import company
from castapp.domain.slot import week_start
from castapp.domain.template import Template, TemplateCall
from castapp.services.board.copying import Preview, preview_of
from castapp.services.board.keeping import template_of
from castapp.services.board.kept_calls import kept_name, remade
from castapp.services.board.known_calls import short_day
from castapp.services.calls import create_call

_Mark = tuple[object, ...]


def lay_out_template(
    book: Book, template_id: str, day: date, *, state: str = "", clashes: bool = True
) -> Preview:
    """A template's calls on a day, or on the company's week that a day lies in, as one edit.

    What stands there already is not put there twice. What a call named that is gone since is left
    out, with a note for each. `state` is that of all of them, "" for each as it was kept; `clashes`
    asks the rules.
    Raises Invalid if the template is gone.
    """
    template = template_of(book, template_id)
    first = day if template.span == "day" else week_start(day, company(book).first_weekday)
    draft, standing, notes = Draft(book), _standing(book, template, first), Counter[str]()
    twice = 0
    for kept in template.calls:
        call, lines, told = remade(book, kept, _day_of(template, kept, first), state=state)
        if call is not None and _stands(standing, call):
            twice += 1
            continue
        notes.update(told)
        if call is not None:
            try:
                draft.take(create_call(book, call, lines))
            except Invalid as wrong:
                notes[f"{kept_name(book, kept)} stays out: {wrong}"] += 1
    where = short_day(first) if template.span == "day" else f"the week of {short_day(first)}"
    edit = draft.edit(f"Lay out “{template.name}” on {where}")
    return preview_of(book, edit, _told(notes), _twice_note(twice), clashes=clashes)


def _day_of(template: Template, kept: TemplateCall, first: date) -> date:
    """The day of a template's call: in a week the one with its weekday."""
    if template.span == "day":
        return first
    return first + timedelta(days=(kept.weekday - first.weekday()) % 7)


def _standing(book: Book, template: Template, first: date) -> Counter[_Mark]:
    """What stands on the days already, each call by what makes it the same as another."""
    days = (first + timedelta(days=n) for n in range(1 if template.span == "day" else 7))
    found = [
        call for day in days for call in book.where(Call, "day", day) if call.state != "cancelled"
    ]
    return Counter(mark for call in found for mark in (_mark(call), _slot(call)))


def _stands(standing: Counter[_Mark], call: Call) -> bool:
    """Whether a call like it stands there; one like it covers one.

    A block that says neither ballet nor title is the same as any call of its kind in its place.
    """
    mark = _mark(call)
    if standing[mark] > 0:
        standing[mark] -= 1
        return True
    bare = bool(call.studio_id) and not (call.production_id or call.title)
    return bare and standing[_slot(call)] > 0


def _mark(call: Call) -> _Mark:
    return (*_slot(call), call.production_id, call.title, call.sections)


def _slot(call: Call) -> _Mark:
    return call.day, call.start, call.kind, call.studio_id


def _told(notes: Counter[str]) -> Iterable[str]:
    for note, times in notes.items():
        yield note if times == 1 else f"{note.removesuffix('.')} ({times} times)."


def _twice_note(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    said = "1 call stands" if count == 1 else f"{count} calls stand"
    return (f"{said} there already and {'is' if count == 1 else 'are'} not put there twice.",)
