"""Nobody is in two places of one section: what is wished for a column, looked at as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.programme import cast_parts, parts
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import inside_name
from castapp.services.stagecraft import Wish, fill

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


def overlaps(book: Book, wish: Wish) -> tuple[Place, ...]:
    """Where else in the column of a wish its dancer is on stage in a section of that role."""
    if wish.person_id is None or wish.cover:
        return ()
    mine = (wish.role_id, wish.spot)
    return tuple(
        place
        for place, person_id in _held(book, wish).items()
        if person_id == wish.person_id and place != mine and _shared(book, wish, place) is not None
    )


def dance_alone(book: Book, wish: Wish) -> Edit:
    """Put somebody in a place, and take them out of what they dance in the same sections, as one
    edit. The label says out of what.
    """
    left = overlaps(book, wish)
    emptied = [replace(wish, role_id=role, spot=spot, person_id=None) for role, spot in left]
    made = fill(book, [*emptied, wish], fill(book, [wish]).label)
    names = [place_words(book, place) for place in left]
    said = f"{made.label}, and leaves {', '.join(names)}" if names else made.label
    return Edit(said, made.changes)


def fill_what_can(book: Book, wishes: Sequence[Wish], label: str) -> tuple[Edit, tuple[str, ...]]:
    """Fulfil wishes as one edit but for those that would put somebody in two places of one
    section; these are told in words: Fri 16 Oct: Novák dances Neapolitan couple 2 then.
    """
    now, whole, left = book, Edit(""), []
    for wish in wishes:
        try:
            after = now.apply(fill(now, [wish]))
        except Invalid as wrong:
            left.append(f"{_column(book, wish)}: {str(wrong).rstrip('.')}")
            continue
        other = overlaps(after, wish)
        if other:
            who = inside_name(book, wish.person_id)
            told = place_words(book, other[0])
            left.append(f"{_column(book, wish)}: {who} dances {told} then")
            continue
        whole = whole.then(fill(now, [wish]), label)
        now = after
    return Edit(label, whole.changes), tuple(dict.fromkeys(left))


def place_words(book: Book, place: Place) -> str:
    """A spot of a role in words: Princesses, Spanish; Swans 4."""
    role = book.get(Role, place[0])
    spot = role.spot_name(place[1])
    return f"{role.name}{' ' if spot.isdigit() else ', '}{spot}" if spot else role.name


def _shared(book: Book, wish: Wish, place: Place) -> str | None:
    """The section two places are both danced in ("" for two spots of a role), or None."""
    mine, other = book.get(Role, wish.role_id), book.get(Role, place[0])
    if mine.id == other.id:
        return ""
    if mine.together and mine.together == other.together:
        return None
    shared = {one.section_id for one in mine.sections} & {one.section_id for one in other.sections}
    return min(shared) if shared else None


def _check_pair(book: Book, wish: Wish, place: Place) -> None:
    shared = _shared(book, wish, place)
    if shared is None:
        return
    mine, other = book.get(Role, wish.role_id), book.get(Role, place[0])
    section = book.find(Section, shared)
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
