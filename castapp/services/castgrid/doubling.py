"""Nobody is in two places of one section: what is wished for a column, looked at as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.programme import cast_parts, parts
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import inside_name
from castapp.services.stagecraft import Wish

Place = tuple[str, int]


def check_doubling(book: Book, after: Book, wishes: Sequence[Wish]) -> None:
    """Raise Invalid if a wish has put somebody into two places of one section.

    Who was in both before may stay; roles danced together by policy are one.
    """
    for wish in wishes:
        if wish.person_id is None or wish.cover:
            continue
        held = _held(after, wish)
        if held.get((wish.role_id, wish.spot)) != wish.person_id:
            other = after.get(Role, wish.role_id)
            raise Invalid(
                f"{other.name} is danced together with another role, and two dancers are "
                "named for them; nothing was changed."
            )
        before = _held(book, wish)
        mine = (wish.role_id, wish.spot)
        for place, person_id in held.items():
            if person_id != wish.person_id or place == mine:
                continue
            if not before.get(place) == before.get(mine) == person_id:
                _check_pair(after, wish, place)


def _check_pair(book: Book, wish: Wish, place: Place) -> None:
    mine, other = book.get(Role, wish.role_id), book.get(Role, place[0])
    if mine.id != other.id and mine.together and mine.together == other.together:
        return
    shared = {one.section_id for one in mine.sections} & {one.section_id for one in other.sections}
    if not shared and mine.id != other.id:
        return
    section = book.find(Section, min(shared)) if shared else None
    where = f" in {section.name}" if section else ""
    who = inside_name(book, wish.person_id)
    if mine.id == other.id:
        names = f"spots {' and '.join(map(str, sorted((wish.spot, place[1]))))} of {mine.name}"
    else:
        names = f"both {mine.name} and {other.name}{where}"
    raise Invalid(f"{who} would be in {names} ({_column(book, wish)}); nothing was changed.")


def _held(book: Book, wish: Wish) -> dict[Place, str]:
    """Who dances which spot in the column of a wish."""
    if wish.performance_id is not None:
        show = book.get(Performance, wish.performance_id)
        return {
            (part.role_id, part.spot): part.person_id
            for part in parts(book, show)
            if part.person_id and not part.cover and not part.from_section_id
        }
    return {
        (role_id, spot): castings[0].person_id
        for (role_id, spot, cover), castings in cast_parts(book, wish.cast_id or "").items()
        if cover == 0
    }


def _column(book: Book, wish: Wish) -> str:
    show = book.find(Performance, wish.performance_id)
    return f"{show.day:%a} {show.day.day} {show.day:%b}" if show else "in that cast"
