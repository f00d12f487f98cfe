"""A request as it is typed: names, days, performances and sections in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.programme import bill, roles, title
from castapp.domain.repertory import Role, Section
from castapp.importers.words import fold, nearest, offer
from castapp.services.cover.openings import gaps
from castapp.services.cover.request import (
    Locks,
    Request,
    check,
    cut,
    performance_at,
    section_named,
    since_words,
)
from castapp.services.cover.wishes import check_locks
from castapp.services.intake import person_named
from castapp.services.reason import short_day

Moment = tuple[date, int | None]


def request_asked(
    book: Book,
    names: Sequence[str],
    since: Moment | None,
    until: date | None,
    performances: Sequence[Moment],
    after_section: str | None,
) -> Request:
    """The request meant. Raises Invalid with one sentence."""
    people = tuple(person_named(book, name).id for name in names)
    if after_section and not performances:
        raise Invalid('Say which performance the section was danced in: --performance "D HH:MM".')
    show = _one_performance(book, performances)
    section = section_named(book, show, after_section) if show and after_section else None
    if since is None and show is None:
        raise Invalid('Say since when they are off: --from "D HH:MM".')
    first, clock = since if since is not None else (None, None)
    if show is not None and first is None:
        first, clock = show.day, show.curtain
    if first is None:
        raise Invalid('Say since when they are off: --from "D HH:MM".')
    request = Request(
        people, first, clock or 0, until, show.id if show else None, section.id if section else None
    )
    check(book, request)
    if show is not None and section is not None:
        request = _at_least(book, request, show, section)
    refuse_settled(book, request)
    return request


def locks_asked(book: Book, without: Sequence[str], keep: Sequence[str]) -> Locks:
    """The locks meant. Raises Invalid for a name nobody has, and for wishes that clash."""
    locks = Locks(
        frozenset(person_named(book, name).id for name in without),
        frozenset(person_named(book, name).id for name in keep),
    )
    check_locks(book, locks)
    return locks


def performance_asked(book: Book, moment: Moment) -> Performance:
    """The performance that begins then. Raises Invalid."""
    return performance_at(book, *moment)


def role_asked(book: Book, show: Performance, text: str) -> Role:
    """The role of a show meant by its name, or by the name it bears in a section.

    Raises Invalid offering the nearest.
    """
    named: dict[str, list[Role]] = {}
    for item in bill(book, show.id):
        for role in roles(book, item.production_id):
            written = {role.name, *role.name.split("/"), *(one.name for one in role.sections)}
            for name in written:
                if name:
                    named.setdefault(fold(name), []).append(role)
    found = named.get(fold(text), [])
    if len(found) == 1:
        return found[0]
    if found:
        raise Invalid(f"“{text}” is a role of more than one ballet that night.")
    near = {name: role.name for name, held in named.items() for role in held}
    offered = offer(dict.fromkeys(near[one] for one in nearest(text, near, 0.6)))
    raise Invalid(f"{title(book, show)} has no role “{text}”{offered}.")


def refuse_settled(book: Book, request: Request) -> None:
    """Refuse somebody already off of whom nothing is left open."""
    opened = {gap.person_id for gap in gaps(book, request)}
    for person_id in request.people:
        words = since_words(book, person_id, request)
        if words and person_id not in opened:
            name = book.get(Person, person_id).name
            raise Invalid(f"{name} is {words}; nothing of theirs is left to cover.")


def _one_performance(book: Book, moments: Sequence[Moment]) -> Performance | None:
    found = [performance_at(book, *moment) for moment in moments]
    for place, show in enumerate(found):
        if show in found[:place]:
            raise Invalid(f"The performance of {short_day(show.day)} is named twice.")
    if len(found) > 1:
        raise Invalid("Name one performance: the one in which they were hurt.")
    return found[0] if found else None


def _at_least(book: Book, request: Request, show: Performance, section: Section) -> Request:
    """Hurt after a section, they are off from its end at the earliest."""
    at = cut(book, request, show)
    if at is None or request.first != show.day or request.clock >= at:
        return request
    return Request(
        request.people, request.first, min(at, 24 * 60 - 1), request.last, show.id, section.id
    )
