"""Before a cast is changed: which performances follow it, which keep their own, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Danced, Override, Performance
from castapp.domain.programme import cast_parts, parts
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name

NOTED = "written down as danced"


@dataclass(frozen=True, slots=True)
class Kept:
    """A performance that does not follow in a spot: who has it there, and why (may be unsaid).

    `spot` is 0 where it need not be named.
    """

    show: Performance
    person_id: str | None
    why: str = ""
    spot: int = 0


@dataclass(frozen=True, slots=True)
class Following:
    """The performances of a cast by what a change in one of its spots does to them."""

    follow: tuple[Performance, ...]
    keep: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Painted:
    """What a cast does to a night that takes it: how many spots get somebody else, what stays."""

    show: Performance
    changes: int
    keep: tuple[str, ...]


def following(book: Book, cast_id: str, role_id: str, spot: int, cover: int = 0) -> Following:
    """What a change of who dances (cover 0) or covers a spot of a cast does to its shows."""
    follow: list[Performance] = []
    keep: list[Kept] = []
    for show in shows_of(book, cast_id):
        kept = _kept(book, show, role_id, spot, cover)
        if kept is None:
            follow.append(show)
        else:
            keep.append(kept)
    return Following(tuple(follow), tuple(keep))


def following_in_any(book: Book, cast_id: str, role: Role) -> Following:
    """The same for a whole role: a show follows if it does in any of its spots."""
    follow: dict[str, Performance] = {}
    keep: list[Kept] = []
    for spot in range(1, role.spots + 1):
        found = following(book, cast_id, role.id, spot)
        follow.update((show.id, show) for show in found.follow)
        keep += [replace(one, spot=spot if role.spots > 1 else 0) for one in found.keep]
    return Following(
        tuple(show for show in shows_of(book, cast_id) if show.id in follow),
        tuple(sorted(keep, key=lambda one: (one.show.day, one.show.curtain, one.spot))),
    )


def shows_of(book: Book, cast_id: str) -> list[Performance]:
    """The performances a cast dances that are not cancelled, in time order."""
    found = (
        book.find(Performance, item.performance_id)
        for item in book.where(BillItem, "cast_id", cast_id)
    )
    return sorted(
        (show for show in found if show and show.state != "cancelled"),
        key=lambda show: (show.day, show.curtain, show.id),
    )


def painted(book: Book, item_ids: Iterable[str], cast_id: str | None) -> tuple[Painted, ...]:
    """What it does to these nights to be danced by a cast; those it dances already are left out."""
    made = []
    for item_id in item_ids:
        item = book.find(BillItem, item_id)
        if item is not None and item.cast_id != cast_id:
            made.append(_painted(book, item, cast_id))
    return tuple(made)


def following_words(book: Book, found: Following) -> tuple[str, str]:
    """Both in a sentence each: who follows, who keeps their own and why; "" for nobody."""
    follow = ", ".join(night_words(show, found.follow) for show in found.follow)
    keep = _keep_words(book, found.keep)
    count = len(found.follow)
    said = f"{count} performance{'' if count == 1 else 's'} follow{'s' if count == 1 else ''}"
    own = len({kept.show.id for kept in found.keep})
    spots = any(kept.spot for kept in found.keep)
    verb = f"keep{'s' if own == 1 else ''}"
    what = "spots of their own" if spots else "its own" if own == 1 else "their own"
    return (
        f"{said}: {follow.rstrip('.')}." if follow else "No performance follows.",
        f"{own} {verb} {what}: {keep}." if keep else "",
    )


def painted_words(book: Book, cast_id: str | None, nights: tuple[Painted, ...]) -> str:
    """What painting would do, in a sentence."""
    cast = book.find(Cast, cast_id)
    name = f"the {cast.name} cast" if cast else "no cast"
    if not nights:
        return f"Danced by {name} already."
    changes = sum(night.changes for night in nights)
    alone = len(nights) == 1
    kept = [
        words if alone else f"{words}, {_night(night.show)}"
        for night in nights
        for words in night.keep
    ]
    where = _night(nights[0].show) if alone else f"{len(nights)} performances"
    first = f"{where} by {name}: {changes} spot{'' if changes == 1 else 's'} change hands."
    if not kept:
        return first
    more = f" and {len(kept) - 3} more" if len(kept) > 3 else ""
    own = "1 keeps its own" if len(kept) == 1 else f"{len(kept)} keep their own"
    return f"{first} {own}: {'; '.join(kept[:3])}{more}."


def night_words(show: Performance, among: Iterable[Performance] = ()) -> str:
    """A night in few words, with what parts it from another show of that day: Sat 17 mat."""
    twice = sum(one.day == show.day for one in among) > 1
    matinee = " mat." if show.curtain < 17 * 60 else " eve." if twice else ""
    return f"{_night(show)}{matinee}"


def _kept(book: Book, show: Performance, role_id: str, spot: int, cover: int) -> Kept | None:
    for noted in book.where(Danced, "performance_id", show.id):
        if (noted.role_id, noted.spot) == (role_id, spot) and cover == 0:
            return Kept(show, noted.person_id, NOTED)
    for one in book.where(Override, "performance_id", show.id):
        place = (one.role_id, one.spot, one.cover)
        if place == (role_id, spot, cover) and one.from_section_id is None:
            return Kept(show, one.person_id, one.why)
    return None


def _painted(book: Book, item: BillItem, cast_id: str | None) -> Painted:
    show = book.get(Performance, item.performance_id)
    wanted = cast_parts(book, cast_id) if cast_id else {}
    changes, keep = 0, []
    for part in parts(book, show):
        if part.production_id != item.production_id or part.cover or part.from_section_id:
            continue
        if part.override:
            role = book.get(Role, part.role_id)
            who = inside_name(book, part.person_id) or "open"
            keep.append(f"{role.name} {role.spot_name(part.spot)}".strip() + f" {who}")
            continue
        then = wanted.get((part.role_id, part.spot, 0), ())
        changes += (then[0].person_id if then else None) != part.person_id
    return Painted(show, changes, tuple(keep))


def _keep_words(book: Book, keep: Iterable[Kept]) -> str:
    nights: dict[str, list[Kept]] = {}
    for kept in keep:
        nights.setdefault(kept.show.id, []).append(kept)
    return "; ".join(
        f"{night_words(held[0].show)} ({_held_words(book, held)})" for held in nights.values()
    )


def _held_words(book: Book, held: list[Kept]) -> str:
    if len(held) > 1 and all(one.why == NOTED for one in held):
        return NOTED
    said = []
    for one in held[:3]:
        who = inside_name(book, one.person_id) or "open"
        spot = f"{one.spot} " if one.spot else ""
        said.append(f"{spot}{who}" + (f", {one.why}" if one.why else ""))
    more = f" and {len(held) - 3} more" if len(held) > 3 else ""
    return "; ".join(said) + more


def _night(show: Performance) -> str:
    return f"{show.day:%a} {show.day.day}"
