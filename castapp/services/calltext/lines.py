"""What was read as lines of who is called."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.book import Book
from castapp.domain.calls import Called
from castapp.domain.programme import casts, roles
from castapp.domain.record import new_id
from castapp.services.calltext.parts import Casts, Everyone, Named, RoleSet, Wanted
from castapp.services.calltext.rolenames import people_of, roles_named, told_casts

LEADING = ("single", "couple")


def called_lines(book: Book, want: Wanted, sections: Sequence[str]) -> tuple[Called, ...]:
    """Who is called, in lines bound to no call yet."""
    _names_to_roles(book, want, sections)
    _loose_casts(want)
    for role in want.sets:
        told_casts(book, want.production_id or "", role)
    sets = _merged(_spoken(want))
    people = _people(want)
    want.everyone = _everyone(want)
    if not _somebody(want, sets, people):
        more, everyone = _implied(book, want, sections)
        sets, want.everyone = [*more, *sets], [*everyone, *want.everyone]
    if want.covers:
        _cover_all(sets, want.everyone)
    known = len(casts(book, want.production_id or ""))
    made = [
        *(_role_line(one, known) for one in sets),
        *(_everyone_line(one) for one in want.everyone),
        *(_person_line(one) for one in people),
    ]
    return tuple(sorted(made, key=lambda line: line.exclude))


def _somebody(want: Wanted, sets: Sequence[RoleSet], people: Sequence[Named]) -> bool:
    """Whether the text says who is called; casts that nobody has yet ask for their roles."""
    if any(not one.exclude for one in sets) or any(not one.exclude for one in want.everyone):
        return True
    waiting = any(not cast.taken for cast in want.casts)
    return not waiting and any(not one.exclude for one in people)


def _names_to_roles(book: Book, want: Wanted, sections: Sequence[str]) -> None:
    """Names that follow casts become the roles they dance there; the rest stay people."""
    for cast in want.casts:
        if not cast.names:
            continue
        if cast.taken:
            known = _in_sets(book, want, cast)
            gone = [one for one in cast.names if one in known]
        else:
            gone = _made_sets(book, want, cast, sections)
        want.people = [
            one
            for one in want.people
            if not (one.casts is cast and one.person_id in gone and _untimed(one, cast))
        ]


def _untimed(one: Named, cast: Casts) -> bool:
    return (one.joins, one.leaves) in ((None, None), (cast.joins, cast.leaves))


def _in_sets(book: Book, want: Wanted, cast: Casts) -> set[str]:
    known: set[str] = set()
    for role in want.sets:
        if role.casts is cast:
            known |= people_of(book, role.role_id, cast.ids, covers=True)
    return known


def _made_sets(book: Book, want: Wanted, cast: Casts, sections: Sequence[str]) -> list[str]:
    gone: list[str] = []
    for cast_id in cast.ids:
        found, left = roles_named(book, want, cast_id, cast.names, sections)
        gone += [one for one in cast.names if one not in left]
        for role_id in found:
            want.sets.append(
                RoleSet(role_id, Casts([cast_id], taken=True), (), cast.covers,
                        cast.joins, cast.leaves, cast.exclude)
            )  # fmt: skip
    cast.taken = bool(gone)
    return gone


def _loose_casts(want: Wanted) -> None:
    """Casts with neither roles nor names: those that join later are the sets' before them."""
    for cast in want.casts:
        if cast.taken:
            continue
        before = [one for one in want.sets if not one.exclude]
        if cast.exclude:
            want.everyone.append(Everyone("", cast, exclude=True))
            cast.taken = True
        elif before:
            cast.taken = _given(want, cast, before)


def _given(want: Wanted, cast: Casts, before: Sequence[RoleSet]) -> bool:
    """Give casts that stand alone to the sets before them; whether that could be done."""
    if cast.joins is not None:
        for role_id in dict.fromkeys(one.role_id for one in before):
            want.sets.append(RoleSet(role_id, cast, (), cast.covers, cast.joins, cast.leaves))
    elif cast.leaves is not None:
        for one in before:
            if set(one.cast_ids) <= set(cast.ids):
                one.leaves = cast.leaves
    elif any(one.casts for one in before):
        return False
    else:
        for one in before:
            one.casts = cast
    return True


def _spoken(want: Wanted) -> list[RoleSet]:
    """The sets that are really called: a first line's topic is not, once lines below say who."""
    others = [one for one in want.sets if not (one.topic and one.bare)]
    below = [*others, *(one for one in want.people if not one.exclude), *want.everyone]
    return others if below else want.sets


def _merged(found: list[RoleSet]) -> list[RoleSet]:
    """Each set once: what is said again of a role adds its time, its casts, its covers."""
    kept: list[RoleSet] = []
    for one in found:
        same = [other for other in kept if _same(one, other)]
        bare = next((other for other in same if other.bare), None)
        if bare is not None and not one.exclude:
            kept[kept.index(bare)] = one
        elif same and one.casts is None and not one.spots and not one.names:
            for other in same:
                other.joins = one.joins if one.joins is not None else other.joins
                other.leaves = one.leaves if one.leaves is not None else other.leaves
                other.covers = other.covers or one.covers
        elif twin := next((other for other in same if other.cast_ids == one.cast_ids), None):
            twin.covers = twin.covers or one.covers
            twin.joins = one.joins if one.joins is not None else twin.joins
            twin.leaves = one.leaves if one.leaves is not None else twin.leaves
        else:
            kept.append(one)
    return kept


def _same(one: RoleSet, other: RoleSet) -> bool:
    return one.role_id == other.role_id and one.exclude == other.exclude


def _people(want: Wanted) -> list[Named]:
    """Each person once: a second mention brings a time."""
    kept: dict[tuple[str, bool], Named] = {}
    for one in want.people:
        known = kept.setdefault((one.person_id, one.exclude), one)
        if known is not one:
            known.joins = one.joins if one.joins is not None else known.joins
            known.leaves = one.leaves if one.leaves is not None else known.leaves
    return list(kept.values())


def _everyone(want: Wanted) -> list[Everyone]:
    """Each group once; a first line's full call is not one, once a line below says it again."""
    kept: list[Everyone] = []
    for one in want.everyone:
        known = next((other for other in kept if _once(one, other)), None)
        if known is None:
            kept.append(one)
            continue
        known.casts = one.casts or known.casts
        known.covers = known.covers or one.covers
        known.joins = one.joins if one.joins is not None else known.joins
        known.leaves = one.leaves if one.leaves is not None else known.leaves
    return kept


def _once(one: Everyone, other: Everyone) -> bool:
    """Whether two are the same people: of one group, or of casts one of which says none."""
    if (one.group, one.exclude) != (other.group, other.exclude):
        return False
    return bool(one.group) or one.casts is None or (other.topic and other.casts is None)


def _implied(
    book: Book, want: Wanted, sections: Sequence[str]
) -> tuple[list[RoleSet], list[Everyone]]:
    """Whom a text calls that names nobody: the roles of its sections, else the whole ballet."""
    loose = next((cast for cast in want.casts if not cast.taken), None)
    if want.production_id is None:
        return [], [Everyone("company")] if want.kind == "class" else []
    if not (sections or want.leads):
        said = want.casts or want.kind or want.covers
        return [], [Everyone("", loose, covers=bool(loose and loose.covers))] if said else []
    found = [
        RoleSet(role.id, loose, covers=bool(loose and loose.covers))
        for role in roles(book, want.production_id)
        if (not sections or any(place.section_id in sections for place in role.sections))
        and (not want.leads or role.kind in LEADING)
    ]
    return found, []


def _cover_all(sets: Sequence[RoleSet], everyone: Sequence[Everyone]) -> None:
    for role in sets:
        role.covers = not role.exclude
    for one in everyone:
        one.covers = not one.exclude and not one.group


def _role_line(one: RoleSet, known: int) -> Called:
    cast_ids = one.cast_ids if len(one.cast_ids) < known else ()
    return Called(
        new_id(), "", "role", one.role_id, cast_ids, one.spots, one.covers, None, "",
        one.exclude, one.joins, one.leaves,
    )  # fmt: skip


def _everyone_line(one: Everyone) -> Called:
    cast_ids = tuple(one.casts.ids) if one.casts else ()
    whom = "group" if one.group else "production"
    return Called(
        new_id(), "", whom, None, cast_ids if not one.group else (), (), one.covers, None,
        one.group, one.exclude, one.joins, one.leaves,
    )  # fmt: skip


def _person_line(one: Named) -> Called:
    return Called(
        new_id(), "", "person", one.role_id, (), (one.spot,) if one.spot else (), False,
        one.person_id, "", one.exclude, one.joins, one.leaves, one.as_cover,
    )  # fmt: skip
