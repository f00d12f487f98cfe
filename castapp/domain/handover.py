"""What was changed because somebody is off, and how the records say so.

An override's reason, and a note about each line of a call and about each call, name who is off:
“Iveta Popov off”; further down a chain also who is replaced: “Iveta Popov off, for Nora Alder”.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Override, Performance
from castapp.domain.impact import CALLED, PLAYS, TAKES
from castapp.domain.leads import is_lead
from castapp.domain.office import Note
from castapp.domain.people import Person
from castapp.domain.programme import parts, section_starts
from castapp.domain.repertory import Role, Section

OFF = "off"
LEAVES, PUT_IN = "leaves", "put-in"
FOR = "for "


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason taken apart: who is off, and what was said after that."""

    root_id: str
    said: str = ""

    @property
    def replaced(self) -> str:
        """The name of who is replaced further down a chain, "" for whoever is off."""
        return self.said.removeprefix(FOR) if self.said.startswith(FOR) else ""


@dataclass(frozen=True, slots=True)
class ChangedCall:
    """A call that is otherwise because `root_id` is off.

    `as_what` is called, takes, plays, leaves (somebody who goes on and cannot come) or put-in;
    `out_id` does not come, `to_id` comes instead.
    """

    call: Call
    root_id: str
    as_what: str
    out_id: str | None = None
    to_id: str | None = None


@dataclass(frozen=True, slots=True)
class ChangedCover:
    """A cover's place in a show that is otherwise because `root_id` is off."""

    show: Performance
    role_id: str
    spot: int
    cover: int
    root_id: str
    out_id: str | None
    in_id: str | None


@dataclass(frozen=True, slots=True)
class ChangedPit:
    """A show that `root_id` would have conducted, and who does."""

    show: Performance
    root_id: str
    to_id: str | None


def reason_words(book: Book, root_id: str, said: str = "") -> str:
    """The reason as it is kept: Iveta Popov off, for Nora Alder."""
    return ", ".join(filter(None, (f"{book.get(Person, root_id).name} {OFF}", said)))


def replaced_words(book: Book, root_id: str, out_id: str | None) -> str:
    """The reason of a change of hands: who is off and, if another, who is replaced."""
    out = book.find(Person, out_id)
    return reason_words(book, root_id, f"{FOR}{out.name}" if out and out_id != root_id else "")


def reason_of(book: Book, text: str) -> Reason | None:
    """A reason taken apart; None for words that name nobody off."""
    name, mark, rest = text.partition(f" {OFF}")
    root_id = named(book, name) if mark else None
    if root_id is None or (rest and not rest.startswith(", ")):
        return None
    return Reason(root_id, rest.removeprefix(", "))


def named(book: Book, name: str) -> str | None:
    """Who bears this name on papers; None for nobody."""
    kept: dict[str, str] = book.cache("people_by_name", Person)
    if not kept:
        kept.update((who.name, who.id) for who in reversed(tuple(book.all(Person))))
    return kept.get(name)


def changed_calls(book: Book, roots: Collection[str] | None = None) -> tuple[ChangedCall, ...]:
    """Every call that is otherwise because somebody (of these) is off, in time order."""
    found: list[ChangedCall] = []
    lines: dict[tuple[str, str], list[Called]] = {}
    for note in book.all(Note):
        reason = reason_of(book, note.text) if note.about_id else None
        if reason is None or (roots is not None and reason.root_id not in roots):
            continue
        line, call = book.find(Called, note.about_id), book.find(Call, note.about_id)
        if line is not None and reason.said == LEAVES:
            left = book.find(Call, line.call_id)
            if left is not None:
                found.append(ChangedCall(left, reason.root_id, LEAVES, line.person_id))
        elif line is not None:
            lines.setdefault((line.call_id, reason.root_id), []).append(line)
        elif call is not None:
            found.append(_of_call(call, reason))
    for (call_id, root_id), held in lines.items():
        call = book.find(Call, call_id)
        if call is not None:
            out = next((one.person_id for one in held if one.exclude), None)
            to = next((one.person_id for one in held if not one.exclude), None)
            found.append(ChangedCall(call, root_id, CALLED, out, to))
    return tuple(sorted(found, key=lambda one: (one.call.day, one.call.start, one.call.id)))


def changed_pits(book: Book, roots: Collection[str] | None = None) -> tuple[ChangedPit, ...]:
    """The shows another conducts because somebody (of these) is off, in time order."""
    found = []
    for note in book.all(Note):
        reason = reason_of(book, note.text) if note.about_id else None
        show = book.find(Performance, note.about_id)
        if reason is None or show is None or (roots is not None and reason.root_id not in roots):
            continue
        found.append(ChangedPit(show, reason.root_id, show.conductor_id))
    return tuple(sorted(found, key=lambda one: (one.show.day, one.show.curtain)))


def changed_covers(
    book: Book, first: date, last: date | None, roots: Collection[str] | None = None
) -> tuple[ChangedCover, ...]:
    """The covers' places of these days' shows that are otherwise, in time order."""
    found = []
    for one in book.all(Override):
        reason = reason_of(book, one.why) if one.cover else None
        show = book.find(Performance, one.performance_id)
        if reason is None or show is None or show.state == "cancelled":
            continue
        if show.day < first or (last is not None and show.day > last):
            continue
        if roots is None or reason.root_id in roots:
            out_id = named(book, reason.replaced) if reason.replaced else reason.root_id
            found.append(
                ChangedCover(show, one.role_id, one.spot, one.cover, reason.root_id, out_id,
                             one.person_id)
            )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.show.day, one.show.curtain, one.cover)))


def cover_until(book: Book, show: Performance, person_id: str, role_id: str) -> str:
    """Until when the cover of a lead can stand by who is on themselves later: until the entry as
    Myrtha in Act II. Empty for all night, and for other roles, of which nobody tells it.
    """
    if not is_lead(book, role_id):
        return ""
    starts = section_starts(book, show)

    def entry(role: Role) -> tuple[int, str]:
        found = ((starts.get(one.section_id, 0), one.section_id) for one in role.sections)
        return min(found, default=(0, ""))

    own = [
        role
        for part in parts(book, show)
        if part.person_id == person_id and not part.cover and part.until_section_id is None
        for role in (book.get(Role, part.role_id),)
        if entry(role) > entry(book.get(Role, role_id))
    ]
    if not own:
        return ""
    first = min(own, key=entry)
    section = book.find(Section, entry(first)[1])
    where = f" in {section.act}" if section and section.act else ""
    return f"until the entry as {first.name}{where}"


def _of_call(call: Call, reason: Reason) -> ChangedCall:
    if reason.said == PUT_IN:
        return ChangedCall(call, reason.root_id, PUT_IN)
    to_id = call.lead_id if reason.said == TAKES else call.pianist_id
    as_what = TAKES if reason.said == TAKES else PLAYS
    to_id = None if to_id == reason.root_id else to_id
    return ChangedCall(call, reason.root_id, as_what, reason.root_id, to_id)
