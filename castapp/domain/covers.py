"""Covers of a night or a cast: who of those named could go on, and who is on stage then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Cast, Casting, Performance
from castapp.domain.nights import basis, kept
from castapp.domain.programme import Part, cast_parts, parts, section_starts, sections
from castapp.domain.repertory import Role, Section

Named = tuple[str, int, str]
"""Role, spot and the person named as a cover there."""
_ALWAYS = 1_000_000


@dataclass(frozen=True, slots=True)
class Busy:
    """Why a cover cannot go on: what they dance themselves, at once or with too little time.

    `gap` are the minutes between, of `needed` to change; None where both are at the same time.
    """

    role_id: str
    spot: int
    gap: int | None = None
    needed: int = 0

    def words(self, book: Book) -> str:
        """In words: dances Swans 3 then; 6 of 15 min to change with Spanish 3."""
        role = book.get(Role, self.role_id)
        name = f"{role.name} {role.spot_name(self.spot)}".strip()
        if self.gap is None:
            return f"dances {name} then"
        return f"{self.gap} of {self.needed} min to change with {name}"


@dataclass(frozen=True, slots=True)
class _Turn:
    """A stretch on stage: minutes of the evening."""

    role: Role
    spot: int
    start: int
    end: int


def busy(book: Book, show: Performance) -> Mapping[Named, Busy]:
    """The covers of a night who are none: on stage in the sections they cover, or too near them.

    Roles danced together by policy do not stand in each other's way.
    """
    return kept(
        book.cache("busy_covers", Role, Section),
        show.id,
        basis(book, show.id),
        lambda: dict(_busy(book, parts(book, show), section_starts(book, show))),
    )


def busy_in_cast(book: Book, cast_id: str) -> Mapping[Named, Busy]:
    """The same of a cast, as if its production were danced alone."""
    cast = book.get(Cast, cast_id)
    return kept(
        book.cache("busy_covers", Role, Section),
        cast_id,
        (book.where(Casting, "cast_id", cast_id),),
        lambda: dict(_busy(book, _cast(book, cast), _starts(book, cast.production_id))),
    )


def busy_beside(book: Book, cast_id: str, role_id: str, spot: int, person_id: str) -> Busy | None:
    """What somebody dances in a cast that keeps them from a spot of it; None if nothing does."""
    cast = book.get(Cast, cast_id)
    own = [
        part
        for part in _cast(book, cast)
        if part.person_id == person_id
        and part.cover == 0
        and (part.role_id, part.spot) != (role_id, spot)
    ]
    asked = Part(cast.production_id, role_id, spot, person_id, 1, cast_id)
    found = dict(_busy(book, [*own, asked], _starts(book, cast.production_id)))
    return found.get((role_id, spot, person_id))


def covers(book: Book, show: Performance) -> Mapping[tuple[str, int], tuple[str, ...]]:
    """Role and spot → those who could go on there that night, in the order they do."""
    taken = busy(book, show)
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for part in parts(book, show):
        place = (part.role_id, part.spot)
        known = found.get(place, ())
        named = part.cover > 0 and part.person_id not in known
        if named and part.person_id and (*place, part.person_id) not in taken:
            found[place] = (*known, part.person_id)
    return found


def _busy(
    book: Book, found: Iterable[Part], starts: Mapping[str, int]
) -> Iterator[tuple[Named, Busy]]:
    found = tuple(found)
    on: dict[str, list[_Turn]] = {}
    for part in found:
        if part.cover == 0 and part.person_id:
            on.setdefault(part.person_id, []).extend(_turns(book, part, starts))
    for part in found:
        if part.cover and part.person_id in on:
            role = book.get(Role, part.role_id)
            near = (
                _between(one, other)
                for one in _turns(book, part, starts)
                for other in on[part.person_id]
                if not _together(role, other.role)
            )
            reasons = [one for one in near if one is not None]
            if reasons:
                worst = min(reasons, key=lambda one: (one.gap is not None, one.gap or 0))
                yield (part.role_id, part.spot, part.person_id), worst


def _turns(book: Book, part: Part, starts: Mapping[str, int]) -> list[_Turn]:
    role = book.find(Role, part.role_id)
    since = starts.get(part.from_section_id or "", -_ALWAYS)
    until = starts.get(part.until_section_id or "", _ALWAYS)
    return [
        _Turn(role, part.spot, start, start + section.minutes)
        for place in (role.sections if role else ())
        if role
        and (section := book.find(Section, place.section_id))
        and (start := starts.get(section.id, -1)) >= since
        and 0 <= start < until
    ]


def _between(mine: _Turn, other: _Turn) -> Busy | None:
    if mine.start < other.end and other.start < mine.end:
        return Busy(other.role.id, other.spot)
    if mine.role.id == other.role.id:
        return None
    first, second = (mine, other) if mine.start < other.start else (other, mine)
    gap = second.start - first.end
    if gap < second.role.change_minutes:
        return Busy(other.role.id, other.spot, gap, second.role.change_minutes)
    return None


def _together(one: Role, other: Role) -> bool:
    if one.id == other.id:
        return False
    mine = (one.production_id, one.together)
    return bool(one.together) and mine == (other.production_id, other.together)


def _cast(book: Book, cast: Cast) -> Iterator[Part]:
    for (role_id, spot, cover), castings in cast_parts(book, cast.id).items():
        for casting in castings:
            yield Part(cast.production_id, role_id, spot, casting.person_id, cover, cast.id)


def _starts(book: Book, production_id: str) -> dict[str, int]:
    starts, minute = {}, 0
    for section in sections(book, production_id):
        starts[section.id] = minute
        minute += section.minutes
    return starts
