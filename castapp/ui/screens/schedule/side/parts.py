"""What the side list offers, and what comes of it on the board or in a call. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import GROUPS, Call, Called
from castapp.domain.casting import Cast
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.domain.programme import casts, roles, sections
from castapp.domain.record import new_id
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import company, dancers
from castapp.domain.slot import length
from castapp.domain.standing import standing
from castapp.domain.who import group_words
from castapp.services.calls import add_called, change_call, create_call
from castapp.ui.reading import plain
from castapp.ui.screens.schedule.called_choices import COACHES, PIANISTS, line_of, people_with
from castapp.ui.screens.schedule.drag_state import Held


@dataclass(frozen=True, slots=True)
class Part:
    """One that can be put on the board, or (without a key) the heading above the next ones."""

    key: str
    text: str
    detail: str = ""

    @property
    def spoken(self) -> str:
        """How it is read out."""
        return f"{self.text}, {self.detail}" if self.detail else self.text


def parts(book: Book, day: date, work_id: str, typed: str = "") -> tuple[Part, ...]:
    """A ballet's sections, casts and roles, then groups and people; those whose words begin with
    what was typed. Headings without anything under them are left out.
    """
    wanted = plain(typed).split()
    groups = (
        ("Sections", _sections(book, work_id)),
        ("Casts", _casts(book, work_id)),
        ("Roles", _roles(book, work_id)),
        ("Groups", _groups(book)),
        ("Dancers", _dancers(book, day)),
        ("Coaches and pianists", _staff(book)),
    )
    found: list[Part] = []
    for heading, some in groups:
        fitting = [one for one in some if _fits(one, wanted)]
        if fitting:
            found += [Part("", heading), *fitting]
    return tuple(found)


def put_into(book: Book, call_id: str, key: str) -> Edit:
    """Put a part into a call: a section into what is rehearsed, a coach at its head, the rest
    among those called. Raises Invalid for a part of another ballet than the call's.
    """
    call = book.get(Call, call_id)
    kind, _, rest = key.partition(":")
    if kind == "staff":
        field = "pianist_id" if _plays(book.get(Person, rest)) else "lead_id"
        return change_call(book, call_id, **{field: rest})
    work_id = _work_of(book, key)
    if work_id is None:
        return add_called(book, call_id, (line_of(call, key),))
    if call.production_id not in (None, work_id):
        own, other = (book.get(Production, one) for one in (call.production_id, work_id))
        raise Invalid(f"{_short(own)} is rehearsed here; that is of {_short(other)}.")
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
    if kind == "section":
        return book.get(Section, first).production_id
    if kind == "role":
        return book.get(Role, first).production_id
    if kind == "cast":
        return book.get(Cast, first).production_id
    return first if kind == "full" else None


def _sections(book: Book, work_id: str) -> list[Part]:
    return [
        Part(f"section:{one.id}", _section_words(one),
             length(one.minutes))
        for one in sections(book, work_id)
        if not one.interval
    ]  # fmt: skip


def _section_words(section: Section) -> str:
    return f"{section.act.removeprefix('Act ')} {section.name}".strip()


def _casts(book: Book, work_id: str) -> list[Part]:
    if not work_id:
        return []
    named = [Part(f"cast:{one.id}", one.name, "cast") for one in casts(book, work_id)]
    return [Part(f"full:{work_id}", "Full call", "all casts"), *named]


def _roles(book: Book, work_id: str) -> list[Part]:
    return [Part(f"role:{one.id}:", one.name, "all casts") for one in roles(book, work_id)]


def _groups(book: Book) -> Iterator[Part]:
    for group in (*GROUPS, *company(book).ranks):
        yield Part(f"group:{group}", group_words(group), "group")


def _dancers(book: Book, day: date) -> Iterator[Part]:
    for person in dancers(book, day):
        word = standing(book, person.id, day).word
        yield Part(f"person:{person.id}", person.name, "" if word == "full" else word)


def _staff(book: Book) -> Iterator[Part]:
    for person in people_with(book, (*COACHES, *PIANISTS)):
        yield Part(f"staff:{person.id}", person.name, "pianist" if _plays(person) else "coach")


def _plays(person: Person) -> bool:
    """Whether somebody plays rather than leads."""
    return not set(COACHES) & set(person.duties)


def _fits(part: Part, wanted: Sequence[str]) -> bool:
    words = plain(part.text).split()
    return all(any(word.startswith(want) for word in words) for want in wanted)


def _short(work: Production) -> str:
    return work.short or work.title
