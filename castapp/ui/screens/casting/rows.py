"""The rows of the grid: act heads, roles, and the numbered spots of an opened role."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.programme import roles, sections
from castapp.domain.repertory import Role, Section
from castapp.domain.wording import act_words
from castapp.services.casting import together

WHOLE = "Whole ballet"
UNPLACED = "No section yet"


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `kind` is act, role, spot or person; `spot` is 0 unless the row is one spot alone.

    `opens` is set for a row that can be opened, `is_open` when it is. A person's row has
    `person_id`, and a role if it says what they have of that role alone.
    """

    kind: str
    key: str
    label: str
    detail: str = ""
    role_id: str = ""
    spot: int = 0
    opens: bool = False
    is_open: bool = False
    person_id: str = ""


def grid_rows(
    book: Book,
    production_id: str,
    open_roles: Collection[str] = (),
    closed_acts: Collection[str] = (),
) -> tuple[Row, ...]:
    """The rows of a production in the order of its acts, billing order inside."""
    made: list[Row] = []
    for act, members in by_act(book, production_id).items():
        closed = act in closed_acts
        if act:
            made.append(Row("act", act, act, opens=True, is_open=not closed))
        if not closed:
            for role in members:
                made.extend(_role_rows(role, role.id in open_roles, with_words(book, role)))
    return tuple(made)


def by_act(book: Book, production_id: str) -> dict[str, list[Role]]:
    """Roles under the acts they are danced in: whole ballet first, then as the evening goes.

    One act alone needs no head: its key is empty.
    """
    placed = sections(book, production_id)
    acts = list(dict.fromkeys(one.act for one in placed if not one.interval))
    act_of = {one.id: one for one in placed}
    groups: dict[str, list[Role]] = {}
    order: dict[str, tuple[int, int]] = {}
    for role in roles(book, production_id):
        head, place = _head(acts, _acts_of(role, act_of))
        groups.setdefault(head, []).append(role)
        order[head] = place
    return {head: groups[head] for head in sorted(groups, key=lambda one: order[one])}


def role_detail(role: Role) -> str:
    """How many of whom a role wants: 1 F; couple; 1 F 4 M; 24 F."""
    if role.kind == "couple" and role.spots == 2:
        return "couple"
    if role.kind == "children":
        return f"{role.spots} children" if role.spots > 1 else "1 child"
    letters = [role.gender(spot) for spot in range(1, role.spots + 1)]
    counts = [f"{letters.count(one)} {one}" for one in "FM" if one in letters]
    either = letters.count("X")
    if either:
        counts.append(str(either))
    names = {place.name for place in role.sections if place.name}
    return ("one dancer, " if names and role.spots == 1 else "") + " ".join(counts)


def spot_label(role: Role, spot: int) -> str:
    """A spot in words: Cygnets 2; Princesses, Spanish; Queen."""
    name = role.spot_name(spot)
    if not name:
        return role.name
    return f"{role.name} {name}" if name.isdigit() else f"{role.name}, {name}"


def with_words(book: Book, role: Role) -> str:
    """What the same dancer takes with a role by policy: with Wolfgang; empty for nothing."""
    others = [one.name for one in together(book, role) if one.id != role.id]
    return f"with {' and '.join(others)}" if others else ""


def _role_rows(role: Role, is_open: bool, with_others: str) -> list[Row]:
    many = role.spots > 1
    detail = " · ".join(part for part in (role_detail(role), with_others) if part)
    head = Row("role", role.id, role.name, detail, role.id, 0 if many else 1, many,
               many and is_open)  # fmt: skip
    if not head.is_open:
        return [head]
    words = {"F": "F", "M": "M", "X": ""}
    spots = [
        Row("spot", f"{role.id}|{spot}", role.spot_name(spot), words[role.gender(spot)],
            role.id, spot)
        for spot in range(1, role.spots + 1)
    ]  # fmt: skip
    return [head, *spots]


def _acts_of(role: Role, section_of: dict[str, Section]) -> list[str]:
    found = (section_of.get(place.section_id) for place in role.sections)
    return list(dict.fromkeys(one.act for one in found if one is not None))


def _head(acts: list[str], danced: list[str]) -> tuple[str, tuple[int, int]]:
    if not danced:
        return (UNPLACED, (len(acts) + 1, 0)) if len(acts) > 1 else ("", (0, 0))
    if len(acts) < 2:
        return "", (0, 0)
    if len(danced) > 1 and len(danced) > len(acts) / 2:
        return WHOLE, (-1, 0)
    in_order = [act for act in acts if act in danced]
    return act_words(in_order) or WHOLE, (acts.index(in_order[0]), len(in_order))
