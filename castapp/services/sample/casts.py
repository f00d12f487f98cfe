"""The sample's repertory: productions fitted to the company, their casts and covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from castapp.domain.casting import Cast, Casting
from castapp.domain.record import Record
from castapp.domain.repertory import Role, RoleSection
from castapp.paths import resource
from castapp.services.casting import ORDINALS
from castapp.services.repertory import Template, load_template
from castapp.services.sample.data import ident, person_id, table, toml


def repertory() -> Iterator[Record]:
    """Every production with its sections and roles, its casts and who is in them."""
    for entry in toml("repertory")["production"]:
        work = entry["work"]
        template = load_template(resource("works") / f"{work}.toml")
        yield from _production(work, template, entry)
        for order in range(1, entry["casts"] + 1):
            name = ORDINALS[order - 1]
            yield Cast(cast_id(work, name), production_id(work), name, order)
        for row in table(f"casts/{work}"):
            yield from _castings(work, row)


def production_id(work: str) -> str:
    """The id of a production by its work's file name."""
    return ident("production", work)


def section_id(work: str, key: str) -> str:
    """The id of a section by the key its template gives it."""
    return ident("section", work, key)


def role_id(work: str, key: str) -> str:
    """The id of a role by the key its template gives it."""
    return ident("role", work, key)


def cast_id(work: str, name: str) -> str:
    """The id of a cast: 1st, 2nd, 3rd."""
    return ident("cast", work, name)


def _production(work: str, template: Template, entry: dict[str, Any]) -> Iterator[Record]:
    yield replace(template.production, id=production_id(work))
    for section in template.sections:
        yield replace(section, id=section_id(work, section.id), production_id=production_id(work))
    for role in template.roles:
        if role.id not in entry.get("without", ()):
            yield _role(work, role, entry.get("spots", {}).get(role.id, role.spots))


def _role(work: str, role: Role, spots: int) -> Role:
    places = tuple(
        RoleSection(section_id(work, place.section_id), place.name) for place in role.sections
    )
    return replace(
        role,
        id=role_id(work, role.id),
        production_id=production_id(work),
        sections=places,
        spots=spots,
        genders=role.genders if len(role.genders) == 1 else role.genders[:spots],
        spot_names=role.spot_names[:spots],
    )


def _castings(work: str, row: dict[str, str]) -> Iterator[Casting]:
    spot = int(row["spot"])
    for name in (column for column in row if column in ORDINALS):
        for cover, family in ((0, row[name]), (1, row[f"{name} cover"])):
            if family:
                yield Casting(
                    ident("casting", work, name, row["role"], spot, cover),
                    cast_id(work, name), role_id(work, row["role"]), spot, person_id(family), cover,
                )  # fmt: skip
