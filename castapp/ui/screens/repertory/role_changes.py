"""What a change in the inspector does to a role's fields. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.programme import roles
from castapp.domain.record import new_id
from castapp.domain.repertory import DEMANDS, Role, RoleSection
from castapp.services.castgrid.tied import contradicting


def with_spots(role: Role, spots: int) -> dict[str, Any]:
    """Another number of spots: letters one a spot go on in the pattern they have.

    Fewer spots keep their places on stage; with more, all are drawn in lines again.
    """
    genders = role.genders
    if len(genders) > 1:
        genders = "".join(genders[place % len(genders)] for place in range(spots))
    return {
        "spots": spots,
        "genders": genders,
        "spot_names": role.spot_names[:spots],
        "places": role.places[:spots] if spots <= len(role.places) else (),
    }


def with_demand(role: Role, demand: str, *, wanted: bool) -> dict[str, Any]:
    """A demand more or less, in the vocabulary's order."""
    asked = {*role.demands, demand} if wanted else set(role.demands) - {demand}
    return {"demands": tuple(one for one in DEMANDS if one in asked)}


def add_place(role: Role, section_id: str, order: Sequence[str]) -> dict[str, Any]:
    """One section more, in the order of the evening."""
    places = [*role.sections, RoleSection(section_id)]
    known = {key: place for place, key in enumerate(order)}
    places.sort(key=lambda one: known.get(one.section_id, len(known)))
    return {"sections": tuple(places)}


def drop_place(role: Role, section_id: str) -> dict[str, Any]:
    """One section less."""
    return {"sections": tuple(one for one in role.sections if one.section_id != section_id)}


def name_place(role: Role, section_id: str, name: str) -> dict[str, Any]:
    """The name the role bears in one section; empty for its own."""
    return {
        "sections": tuple(
            replace(one, name=name) if one.section_id == section_id else one
            for one in role.sections
        )
    }


def new_role(book: Book, production_id: str, after: Role | None = None) -> Edit:
    """A role more, below another or at the end of the billing."""
    listed = roles(book, production_id)
    order = after.order + 1 if after else max((one.order for one in listed), default=0) + 1
    draft = Draft(book)
    for one in listed:
        if one.order >= order:
            draft.set(one, order=one.order + 1)
    role = draft.put(Role(new_id(), production_id, order, _free_name(listed)))
    return draft.edit(f"New role {role.name}")


def take_together(book: Book, role_id: str, other_id: str) -> Edit:
    """Let one dancer take two roles together, or (no other) each on its own. The label says which
    casts have different dancers in them.
    """
    role = book.get(Role, role_id)
    draft = Draft(book)
    if not other_id:
        same = [one for one in roles(book, role.production_id) if one.together == role.together]
        for one in same if len(same) < 3 else [role]:
            draft.set(one, together="")
        return draft.edit(f"{role.name} is taken on its own")
    other = book.get(Role, other_id)
    key = other.together or role.together or other.id
    draft.set(role, together=key)
    draft.set(other, together=key)
    made = draft.edit(f"One dancer takes {role.name} and {other.name}")
    apart = contradicting(book.apply(made), [role.id, other.id])
    return Edit(f"{made.label}, but not in {'; '.join(apart)}", made.changes) if apart else made


def _free_name(listed: Sequence[Role]) -> str:
    taken = {one.name for one in listed}
    number = 1
    while (name := "New role" if number == 1 else f"New role {number}") in taken:
        number += 1
    return name
