"""The covers of a night after a recasting: who moves up, and who stands by where nobody is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Override, Performance
from castapp.domain.covers import covers as covering
from castapp.domain.draft import Draft
from castapp.domain.handover import cover_until, replaced_words
from castapp.domain.impact import COVERS
from castapp.domain.programme import parts
from castapp.domain.record import new_id
from castapp.services.cover.able import Able
from castapp.services.cover.knowing import Knowing
from castapp.services.cover.openings import missed
from castapp.services.cover.puzzle import bits
from castapp.services.cover.recast import recast
from castapp.services.cover.request import Locks, Request, is_over
from castapp.services.cover.solution import Solution
from castapp.services.cover.stage import Post, clashes, posts_of


@dataclass(frozen=True, slots=True)
class Refilled:
    """A cover's place that changes hands; nobody if it is left empty.

    `used` tells that who is named there dances something else now; the name is left standing.
    `others` tells that others still stand by for the spot.
    """

    performance_id: str
    role_id: str
    spot: int
    cover: int
    out_id: str
    in_id: str | None
    root_id: str
    used: bool = False
    others: bool = False


def refilled(
    book: Book, request: Request, solution: Solution, locks: Locks
) -> tuple[Refilled, ...]:
    """Every cover's place a solution empties, or whoever is off leaves empty, filled again; then
    the spots whose covers it uses up.

    The covers after it move up; where none is left, whoever knows the part and is free stands by.
    """
    lost = _lost(book, request, solution)
    if not lost and not solution.moves:
        return ()
    after = book.apply(recast(book, solution))
    able = Able(after, request, locks, Knowing(after, request.first))
    found: list[Refilled] = []
    for (show_id, role_id, spot), gone in lost.items():
        show = after.get(Performance, show_id)
        if not is_over(after, request, show):
            found += _of_spot(able, show, (role_id, spot), gone)
    used = (one for one in _used_up(book, after, solution)
            if (one.performance_id, one.role_id, one.spot) not in lost)  # fmt: skip
    return (*found, *used)


def _used_up(book: Book, after: Book, solution: Solution) -> Iterator[Refilled]:
    """The spots somebody could have gone on in before a solution, and nobody can after it."""
    roots: dict[str, str] = {}
    for move in solution.moves:
        roots.setdefault(move.performance_id, move.root_id)
    for show_id, root in roots.items():
        show = book.get(Performance, show_id)
        now = covering(after, show)
        for (role_id, spot), people in covering(book, show).items():
            if (role_id, spot) not in now:
                yield Refilled(show_id, role_id, spot, 1, people[0], None, root, used=True)


def refill(book: Book, draft: Draft, places: Sequence[Refilled]) -> None:
    """Put what was found into a draft as overrides of the nights; covers used up stay named."""
    for one in (place for place in places if not place.used):
        for old in book.where(Override, "performance_id", one.performance_id):
            if (old.role_id, old.spot, old.cover) == (one.role_id, one.spot, one.cover):
                draft.drop(old)
        draft.put(
            Override(
                new_id(), one.performance_id, one.role_id, one.spot, one.in_id, one.cover,
                why=replaced_words(book, one.root_id, one.out_id),
            )
        )  # fmt: skip


def until_words(book: Book, one: Refilled) -> str:
    """Until when somebody stands by: until their entry as Myrtha in Act II; empty for all night."""
    show = book.get(Performance, one.performance_id)
    return cover_until(book, show, one.in_id, one.role_id) if one.in_id else ""


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
    staying = _staying(able, show, place, [part.person_id for part in covers], gone)
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
                         gone.get(part.person_id, root), others=True)
            )  # fmt: skip
    return found


def _staying(
    able: Able,
    show: Performance,
    place: tuple[str, int],
    covers: Sequence[str | None],
    gone: dict[str, str],
) -> list[str]:
    """Who of the covers is left and could go on, in their order."""
    post = _post(able, show, place)
    free = covering(able.book, show).get(place, ())
    return [
        one
        for one in covers
        if one in free and one not in gone and (post is None or not able.bar(one, post))
    ]


def _post(able: Able, show: Performance, place: tuple[str, int]) -> Post | None:
    posts = posts_of(able.book, able.request, show)
    return next((post for post in posts if place in post.members), None)


def _found(
    able: Able, show: Performance, place: tuple[str, int], cover: int, out_id: str, root: str
) -> Refilled:
    """Who knows the part and could go on in it whole."""
    posts = posts_of(able.book, able.request, show)
    number = next((n for n, post in enumerate(posts) if place in post.members), None)
    chosen: str | None = None
    if number is not None:
        against = clashes(able.book, posts)[number]
        dancing = {posts[one].person_id for one in bits(against)}
        free = (
            Refilled(show.id, *place, cover, out_id, one, root)
            for one in able.people(posts[number])
            if one not in dancing
        )
        chosen = next((one.in_id for one in free if _stands(able.book, show, one)), None)
    return Refilled(show.id, *place, cover, out_id, chosen, root)


def _stands(book: Book, show: Performance, one: Refilled) -> bool:
    """Whether somebody put there would count as a cover that night."""
    draft = Draft(book)
    refill(book, draft, (one,))
    with_them = covering(book.apply(draft.edit("")), show)
    return one.in_id in with_them.get((one.role_id, one.spot), ())
