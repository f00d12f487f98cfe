"""The way back when somebody is on again: what is still open of an earlier taking is reversed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Override, Performance
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.handover import changed_calls, named, reason_of
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.cover.handing import hand_back
from castapp.services.cover.recast import as_cast
from castapp.services.cover.request import Request
from castapp.services.cover.setting_off import off_since, set_on
from castapp.services.reason import short_day


@dataclass(frozen=True, slots=True)
class ComingBack:
    """Somebody on again: the edit, how much it reverses, and what it cannot any more, in words."""

    person_id: str
    edit: Edit
    nights: int
    calls: int
    danced: tuple[str, ...]

    @property
    def anything(self) -> bool:
        """Whether anything is left to reverse."""
        return bool(self.nights or self.calls)


def back_on(book: Book, person_id: str, day: date, minute: int = 0) -> Edit:
    """The edit alone; empty if nothing is left to reverse."""
    return coming_back(book, person_id, day, minute).edit


def coming_back(book: Book, person_id: str, day: date, minute: int = 0) -> ComingBack:
    """Reverse what was changed because somebody was off, in shows and calls not begun by then.

    Overrides go; where one had taken the place of another, that one comes back. They are called
    again where a taking had them out, whoever came for them is not, and put-in calls go. Who is off
    or away in the records is so no more.
    """
    draft = Draft(book)
    open_ones, danced = _overrides(book, person_id, day, minute)
    name = book.get(Person, person_id).name
    for override in open_ones:
        reason = reason_of(book, override.why)
        replaced = (reason.replaced if reason else "") or name
        before = _before(book, override, replaced)
        if before is None:
            draft.drop(override)
        else:
            draft.set(override, person_id=before, why="")
    calls = hand_back(book, draft, person_id, (day, minute))
    nights = len({one.performance_id for one in open_ones})
    if nights or calls:
        set_on(book, draft, Request((person_id,), day, minute))
    where = "1 performance" if nights == 1 else f"{nights} performances"
    label = f"{book.get(Person, person_id).surname} back on, {where}"
    return ComingBack(
        person_id, draft.edit(label), nights, calls,
        tuple(dict.fromkeys(_danced_words(book, one) for one in danced)),
    )  # fmt: skip


def replaced_people(book: Book) -> tuple[str, ...]:
    """Everybody for whom something is recast or handed on, in the order of the file."""
    reasons = (reason_of(book, one.why) for one in book.all(Override))
    roots = {one.root_id for one in reasons if one is not None}
    roots |= {one.root_id for one in changed_calls(book)}
    return tuple(who.id for who in book.all(Person) if who.id in roots)


def _overrides(
    book: Book, person_id: str, day: date, minute: int
) -> tuple[list[Override], list[Override]]:
    """The overrides made for somebody: those of shows to come, and of shows begun or over."""
    coming: list[Override] = []
    begun: list[Override] = []
    since = off_since(book, person_id, day)
    for override in book.all(Override):
        reason = reason_of(book, override.why)
        if reason is None or reason.root_id != person_id:
            continue
        show = book.get(Performance, override.performance_id)
        if (show.day, show.curtain) > (day, minute):
            coming.append(override)
        elif not override.cover and (since is None or show.day >= since):
            begun.append(override)
    return coming, begun


def _danced_words(book: Book, override: Override) -> str:
    show = book.get(Performance, override.performance_id)
    role = book.get(Role, override.role_id)
    who = inside_name(book, override.person_id) or "nobody"
    what = f"{role.name} {role.spot_name(override.spot)}".strip()
    return f"{title(book, show)}, {short_day(show.day)}: {what} was danced by {who}"


def _before(book: Book, override: Override, name: str) -> str | None:
    """Who had the place by an override before; None if it was the cast's own."""
    held = as_cast(
        book, override.performance_id, override.role_id, override.spot, override.cover
    )  # fmt: skip
    if held and book.get(Person, held).name == name:
        return None
    return named(book, name)
