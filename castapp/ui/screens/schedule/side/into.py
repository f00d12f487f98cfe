"""What comes of a part of the side list: into a call, or a new call of its own. No Qt."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Cast
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.domain.record import new_id
from castapp.domain.repertory import Production, Role, Section
from castapp.services.calls import add_called, change_call, create_call
from castapp.ui.screens.schedule.called_choices import line_of
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.side.parts import plays
from castapp.ui.screens.schedule.side.sets import set_lines


def put_into(book: Book, call_id: str, key: str) -> Edit:
    """Put a part into a call: a section into what is rehearsed, a coach at its head, the rest
    among those called; a section in a cast does both. Raises Invalid for a part of another ballet
    than the call's.
    """
    call = book.get(Call, call_id)
    kind, _, rest = key.partition(":")
    if kind == "staff":
        field = "pianist_id" if plays(book.get(Person, rest)) else "lead_id"
        return change_call(book, call_id, **{field: rest})
    work_id = _work_of(book, key)
    if work_id is None:
        return add_called(book, call_id, (line_of(call, key),))
    if call.production_id not in (None, work_id):
        own, other = (book.get(Production, one) for one in (call.production_id, work_id))
        raise Invalid(f"{_short(own)} is rehearsed here; that is of {_short(other)}.")
    if kind == "set":
        return _with_set(book, call, rest)
    if kind == "section":
        if rest in call.sections:
            raise Invalid(f"{book.get(Section, rest).name} is in this call already.")
        kept = (*call.sections, rest)
        return change_call(book, call_id, production_id=work_id, sections=kept)
    return _calling(book, call, work_id, key)


def put_on_board(book: Book, held: Held, key: str) -> Edit:
    """A new call of a part over a span of the board. Raises Invalid if it cannot be."""
    call = Call(
        new_id(), held.day, held.start, held.minutes, studio_id=held.studio_id,
        production_id=_work_of(book, key),
    )  # fmt: skip
    made = create_call(book, call)
    draft = Draft(book)
    draft.take(made)
    draft.take(put_into(book.apply(made), call.id, key))
    return draft.edit(made.label)


def _with_set(book: Book, call: Call, rest: str) -> Edit:
    """A section in a cast: the section is rehearsed, and those who dance it so are called."""
    section_id, _, which = rest.partition(":")
    section = book.get(Section, section_id)
    known = {_gist(line) for line in book.where(Called, "call_id", call.id)}
    lines = [one for one in set_lines(book, section, which, call.id) if _gist(one) not in known]
    if not lines:
        raise Invalid(f"{section.name} is called so already.")
    draft = Draft(book)
    kept = dict.fromkeys((*call.sections, section.id))
    draft.set(call, production_id=section.production_id, sections=tuple(kept))
    added = add_called(book, call.id, lines)
    draft.take(added)
    return draft.edit(added.label)


def _gist(line: Called) -> tuple[object, ...]:
    return (line.whom, line.role_id, line.cast_ids, line.covers, line.exclude)


def _calling(book: Book, call: Call, work_id: str, key: str) -> Edit:
    """Call a role, a cast or everybody of a ballet, which becomes the call's if it has none."""
    kind, _, rest = key.partition(":")
    if kind == "role":
        line = line_of(call, key)
    else:
        chosen = (rest,) if kind == "cast" else ()
        line = Called(new_id(), call.id, "production", cast_ids=chosen)
    draft = Draft(book)
    if call.production_id is None:
        draft.set(call, production_id=work_id)
    added = add_called(book, call.id, (line,))
    draft.take(added)
    return draft.edit(added.label)


def _work_of(book: Book, key: str) -> str | None:
    """The ballet a part is of, None for people and groups."""
    kind, _, rest = key.partition(":")
    first = rest.partition(":")[0]
    if kind in ("section", "set"):
        return book.get(Section, first).production_id
    if kind == "role":
        return book.get(Role, first).production_id
    if kind == "cast":
        return book.get(Cast, first).production_id
    return first if kind == "full" else None


def _short(work: Production) -> str:
    return work.short or work.title
