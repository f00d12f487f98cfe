"""The covers of a night after a recasting: who moves up, and who stands by where nobody is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Override, Performance
from castapp.domain.draft import Draft
from castapp.domain.impact import COVERS
from castapp.domain.people import Person
from castapp.domain.programme import parts
from castapp.domain.record import new_id
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import inside_name
from castapp.services.cover.able import Able
from castapp.services.cover.knowing import Knowing
from castapp.services.cover.openings import missed
from castapp.services.cover.puzzle import bits
from castapp.services.cover.recast import OFF, recast
from castapp.services.cover.request import Locks, Request, is_over
from castapp.services.cover.solution import Solution
from castapp.services.cover.stage import Post, clashes, posts_of


@dataclass(frozen=True, slots=True)
class Refilled:
    """A cover's place that changes hands; nobody if it is left empty.

    `until_role_id` is set when they are on themselves later that night, from `until_section_id`.
    """

    performance_id: str
    role_id: str
    spot: int
    cover: int
    out_id: str
    in_id: str | None
    root_id: str
    until_role_id: str | None = None
    until_section_id: str | None = None


def refilled(
    book: Book, request: Request, solution: Solution, locks: Locks
) -> tuple[Refilled, ...]:
    """Every cover's place a solution empties, or whoever is off leaves empty, filled again.

    The covers after it move up; where none is left, whoever knows the part and is free stands by.
    """
    lost = _lost(book, request, solution)
    if not lost:
        return ()
    after = book.apply(recast(book, solution))
    able = Able(after, request, locks, Knowing(after, request.first))
    found: list[Refilled] = []
    for (show_id, role_id, spot), gone in lost.items():
        show = after.get(Performance, show_id)
        if not is_over(after, request, show):
            found += _of_spot(able, show, (role_id, spot), gone)
    return tuple(found)


def refill(book: Book, draft: Draft, places: Sequence[Refilled]) -> None:
    """Put what was found into a draft as overrides of the nights."""
    for one in places:
        for old in book.where(Override, "performance_id", one.performance_id):
            if (old.role_id, old.spot, old.cover) == (one.role_id, one.spot, one.cover):
                draft.drop(old)
        draft.put(
            Override(
                new_id(), one.performance_id, one.role_id, one.spot, one.in_id, one.cover,
                why=_why(book, one),
            )
        )  # fmt: skip


def until_words(book: Book, one: Refilled) -> str:
    """Until when somebody stands by: until their entry as Myrtha in Act II; empty for all night."""
    role, section = book.find(Role, one.until_role_id), book.find(Section, one.until_section_id)
    if role is None:
        return ""
    where = f" in {section.act}" if section and section.act else ""
    return f"until the entry as {role.name}{where}"


Lost = dict[tuple[str, str, int], dict[str, str]]


def _lost(book: Book, request: Request, solution: Solution) -> Lost:
    """Per spot of a night the covers who cannot stand by, each with who set it off."""
    found: Lost = {}
    for one in missed(book, request):
        if one.as_what == COVERS and one.performance_id and one.role_id:
            place = (one.performance_id, one.role_id, one.spot)
            found.setdefault(place, {})[one.person_id] = one.person_id
    for move in solution.moves:
        place = (move.performance_id, move.role_id, move.spot)
        covers = {
            part.person_id
            for part in parts(book, book.get(Performance, move.performance_id))
            if part.cover and (part.role_id, part.spot) == place[1:]
        }
        if move.in_id and move.in_id in covers and move.from_section_id is None:
            found.setdefault(place, {})[move.in_id] = move.root_id
    return found


def _of_spot(
    able: Able, show: Performance, place: tuple[str, int], gone: dict[str, str]
) -> list[Refilled]:
    """The places of one spot's covers that change hands."""
    covers = sorted(
        (part for part in parts(able.book, show)
         if part.cover and part.person_id and (part.role_id, part.spot) == place),
        key=lambda part: part.cover,
    )  # fmt: skip
    staying = [part.person_id for part in covers if part.person_id not in gone]
    root = next(iter(gone.values()))
    if not staying:
        first = covers[0] if covers else None
        if first is None or first.person_id is None:
            return []
        return [_found(able, show, place, first.cover, first.person_id, root)]
    found = []
    for number, part in enumerate(covers):
        now = staying[number] if number < len(staying) else None
        if part.person_id and now != part.person_id:
            found.append(
                Refilled(show.id, *place, part.cover, part.person_id, now,
                         gone.get(part.person_id, root))
            )  # fmt: skip
    return found


def _found(
    able: Able, show: Performance, place: tuple[str, int], cover: int, out_id: str, root: str
) -> Refilled:
    """Who knows the part and could go on in it, whole or up to an entry of their own."""
    posts = posts_of(able.book, able.request, show)
    number = next((n for n, post in enumerate(posts) if place in post.members), None)
    until: tuple[str | None, str | None] = (None, None)
    chosen: str | None = None
    if number is not None:
        against = clashes(able.book, posts)[number]
        for person_id in able.people(posts[number]):
            mine = [posts[one] for one in bits(against) if posts[one].person_id == person_id]
            if not mine:
                chosen, until = person_id, (None, None)
                break
            if chosen is None:
                entry = _entry(posts[number], mine)
                if entry is not None:
                    chosen, until = person_id, entry
    return Refilled(show.id, *place, cover, out_id, chosen, root, *until)


def _entry(post: Post, mine: Sequence[Post]) -> tuple[str, str] | None:
    """The part somebody enters in themselves, if that is after the part covered begins."""
    first = min(mine, key=lambda one: one.turns[0].start)
    if first.turns[0].start <= post.turns[0].start:
        return None
    return first.role_id, first.turns[0].section_id


def _why(book: Book, one: Refilled) -> str:
    root = book.get(Person, one.root_id).name
    if one.out_id == one.root_id:
        return f"{root} {OFF}"
    return f"{root} {OFF}, for {book.get(Person, one.out_id).name}"


def cover_words(book: Book, one: Refilled) -> str:
    """Who stands by now, in words: Lindqvist covers it until the entry as Myrtha in Act II."""
    until = until_words(book, one)
    new = inside_name(book, one.in_id)
    return f"{new} stands by {until}".rstrip() if new else "nobody is left to stand by"
