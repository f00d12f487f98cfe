"""Casting: who dances and covers what, in a cast or on one night."""

from __future__ import annotations

from collections.abc import Iterable

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Casting, Danced, Override, Performance
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.domain.programme import bill, cast_parts, casts, parts
from castapp.domain.record import new_id
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import inside_name
from castapp.services.coverplace import cover_place

ORDINALS = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th")


def add_cast(book: Book, production_id: str, name: str = "") -> Edit:
    """Add the next cast of a production; unnamed, it is 1st, 2nd, 3rd …"""
    order = max((cast.order for cast in casts(book, production_id)), default=0) + 1
    draft = Draft(book)
    named = name or (ORDINALS[order - 1] if order <= len(ORDINALS) else f"{order}th")
    cast = draft.put(Cast(new_id(), production_id, named, order))
    return draft.edit(f"New {cast.name} cast of {_title(book, production_id)}")


def remove_cast(book: Book, cast_id: str) -> Edit:
    """Take a cast away with its castings; performances that took it have none then."""
    cast = book.get(Cast, cast_id)
    draft = Draft(book)
    for casting in book.where(Casting, "cast_id", cast_id):
        draft.drop(casting)
    for item in book.where(BillItem, "cast_id", cast_id):
        draft.set(item, cast_id=None)
    draft.drop(cast)
    return draft.edit(f"Remove {cast.name} cast of {_title(book, cast.production_id)}")


def copy_cast(book: Book, cast_id: str) -> Edit:
    """Add a cast with the same castings."""
    cast = book.get(Cast, cast_id)
    added = add_cast(book, cast.production_id)
    new_cast = added.changes[0].record
    draft = Draft(book)
    draft.take(added)
    for casting in book.where(Casting, "cast_id", cast_id):
        draft.put(
            Casting(
                new_id(),
                new_cast.id,
                casting.role_id,
                casting.spot,
                casting.person_id,
                casting.cover,
            )
        )
    return draft.edit(f"Copy {cast.name} cast of {_title(book, cast.production_id)}")


def copy_into(book: Book, from_cast: str, to_cast: str) -> Edit:
    """Let a cast have exactly the castings of another of its production; what it had goes."""
    one, other = book.get(Cast, from_cast), book.get(Cast, to_cast)
    if one.production_id != other.production_id:
        raise Invalid(f"The {one.name} cast is of another production.")
    draft = Draft(book)
    if from_cast != to_cast:
        wanted = cast_parts(book, from_cast)
        for slot, held in cast_parts(book, to_cast).items():
            for extra in held[1 if slot in wanted else 0 :]:
                draft.drop(extra)
        for (role_id, spot, cover), castings in wanted.items():
            _fill(book, draft, to_cast, role_id, spot, cover, castings[0].person_id)
    return draft.edit(f"{other.name} cast is now as the {one.name}")


def cast_dancer(
    book: Book, cast_id: str, role_id: str, spot: int, person_id: str | None, cover: int = 0
) -> Edit:
    """Put a dancer in a spot of a cast, or empty it; with them the roles danced together.

    `cover` 0 dances, 1 … are the covers in the order they go on, without gaps: a later place than
    the next one is the next. Raises Invalid if somebody would cover what they dance there.
    """
    role = _role(book, role_id)
    _check_spot(role, spot)
    cast = book.get(Cast, cast_id)
    if role.production_id != cast.production_id:
        raise Invalid(f"{role.name} is not in {_title(book, cast.production_id)}.")
    draft = Draft(book)
    moved = _together_at(book, role, spot)
    if cover:
        held = {
            (slot[2], casting.person_id)
            for slot, castings in cast_parts(book, cast_id).items()
            if slot[:2] == (role.id, spot)
            for casting in castings
        }
        cover = cover_place(book, role, held, person_id, cover)
    for one in moved:
        _fill(book, draft, cast_id, one.id, spot, cover, person_id)
    where = f"{cast.name} cast of {_title(book, cast.production_id)}"
    return draft.edit(_label(book, moved, spot, person_id, cover, where))


def override(
    book: Book,
    performance_id: str,
    role_id: str,
    spot: int,
    person_id: str | None,
    *,
    cover: int = 0,
    from_section_id: str | None = None,
    why: str = "",
) -> Edit:
    """Let one performance differ from its cast in a spot; nobody leaves it open.

    Giving back the person the cast has takes the override away. Covers as in `cast_dancer`.
    """
    role = _role(book, role_id)
    _check_spot(role, spot)
    performance = book.get(Performance, performance_id)
    _check_on_bill(book, performance, role)
    draft = Draft(book)
    moved = _together_at(book, role, spot)
    if cover:
        held = {
            (part.cover, part.person_id)
            for part in parts(book, performance)
            if (part.role_id, part.spot) == (role.id, spot) and part.person_id
        }
        cover = cover_place(book, role, held, person_id, cover)
    for partner_role in moved:
        slot = (partner_role.id, spot, cover)
        _drop_override(book, draft, performance_id, slot, from_section_id)
        as_cast = _cast_person(book, performance_id, partner_role, slot)
        if from_section_id is not None or person_id != as_cast:
            draft.put(
                Override(
                    new_id(), performance_id, *slot[:2], person_id, cover, from_section_id, why
                )
            )
    return draft.edit(_label(book, moved, spot, person_id, cover, _night(performance)))


def clear_override(book: Book, override_id: str) -> Edit:
    """Let a performance follow its cast again in one spot."""
    old = book.get(Override, override_id)
    role = _role(book, old.role_id)
    draft = Draft(book)
    draft.drop(old)
    night = _night(book.get(Performance, old.performance_id))
    return draft.edit(f"{role.name} follows the cast again, {night}")


def take_cast(book: Book, item_ids: Iterable[str], cast_id: str | None) -> Edit:
    """Let works on performances' bills be danced by a cast; overrides stay."""
    draft = Draft(book)
    nights = []
    for item_id in item_ids:
        item = book.get(BillItem, item_id)
        draft.set(item, cast_id=cast_id)
        nights.append(_night(book.get(Performance, item.performance_id)))
    cast = book.find(Cast, cast_id)
    where = nights[0] if len(nights) == 1 else f"{len(nights)} performances"
    return draft.edit(f"{cast.name if cast else 'No'} cast dances {where}")


def record_danced(book: Book, performance_id: str) -> Edit:
    """Write down that the performance was danced as cast."""
    performance = book.get(Performance, performance_id)
    draft = Draft(book)
    for old in book.where(Danced, "performance_id", performance_id):
        draft.drop(old)
    for part in parts(book, performance):
        if part.person_id and part.cover == 0:
            draft.put(
                Danced(
                    new_id(),
                    performance_id,
                    part.role_id,
                    part.spot,
                    part.person_id,
                    part.from_section_id,
                )
            )
    draft.set(performance, state="given")
    return draft.edit(f"Danced as cast, {_night(performance)}")


def together(book: Book, role: Role) -> list[Role]:
    """A role and those one dancer takes with it by the production's policy."""
    if not role.together:
        return [role]
    same = book.where(Role, "together", role.together)
    return [one for one in same if one.production_id == role.production_id]


def _fill(
    book: Book,
    draft: Draft,
    cast_id: str,
    role_id: str,
    spot: int,
    cover: int,
    person_id: str | None,
) -> None:
    held = cast_parts(book, cast_id).get((role_id, spot, cover), ())
    for extra in held[1:]:
        draft.drop(extra)
    if held and person_id is None:
        draft.drop(held[0])
    elif held and person_id is not None:
        draft.set(held[0], person_id=person_id)
    elif person_id is not None:
        draft.put(Casting(new_id(), cast_id, role_id, spot, person_id, cover))


def _drop_override(
    book: Book,
    draft: Draft,
    performance_id: str,
    slot: tuple[str, int, int],
    from_section_id: str | None,
) -> None:
    for old in book.where(Override, "performance_id", performance_id):
        same = (old.role_id, old.spot, old.cover) == slot
        if same and (old.from_section_id is None) == (from_section_id is None):
            draft.drop(old)


def _cast_person(
    book: Book, performance_id: str, role: Role, slot: tuple[str, int, int]
) -> str | None:
    for item in bill(book, performance_id):
        if item.production_id == role.production_id and item.cast_id:
            held = cast_parts(book, item.cast_id).get(slot, ())
            return held[0].person_id if held else None
    return None


def _role(book: Book, role_id: str) -> Role:
    role = book.find(Role, role_id)
    if role is None:
        raise Invalid("That role is no longer there.")
    return role


def _together_at(book: Book, role: Role, spot: int) -> list[Role]:
    """The role itself, then those danced with it that have this spot too."""
    others = (one for one in together(book, role) if one.id != role.id and spot <= one.spots)
    return [role, *others]


def _check_on_bill(book: Book, performance: Performance, role: Role) -> None:
    works = [item.production_id for item in bill(book, performance.id)]
    if role.production_id not in works:
        work = _title(book, role.production_id)
        raise Invalid(f"{role.name} is of {work}, which is not danced {_night(performance)}.")


def _check_spot(role: Role, spot: int) -> None:
    if not 1 <= spot <= role.spots:
        raise Invalid(f"{role.name} has no spot {spot}; it has {role.spots}.")


def _title(book: Book, production_id: str) -> str:
    production = book.find(Production, production_id)
    return (production.short or production.title) if production else "a production"


def _night(performance: Performance) -> str:
    return f"{performance.day:%a} {performance.day.day} {performance.day:%b}"


def _label(
    book: Book, moved: list[Role], spot: int, person_id: str | None, cover: int, where: str
) -> str:
    who = inside_name(book, person_id) if book.find(Person, person_id) else "Nobody"
    named = " with ".join(f"{role.name} {role.spot_name(spot)}".strip() for role in moved)
    return f"{who} {'covers' if cover else 'dances'} {named}, {where}"
