"""The repertory: productions from templates of works, their sections and roles."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Correction, Danced, Override
from castapp.domain.checks import Invalid, clean
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.programme import roles, sections
from castapp.domain.record import Record, new_id
from castapp.domain.repertory import COLOURS, Production, Role, RoleSection, Section
from castapp.paths import resource


@dataclass(frozen=True, slots=True)
class Template:
    """A ballet as it ships: a production with its sections and roles, not yet in any book."""

    production: Production
    sections: tuple[Section, ...]
    roles: tuple[Role, ...]

    @property
    def name(self) -> str:
        """How the template is chosen: the work and, where there are several, the version."""
        version = self.production.version
        return f"{self.production.work} ({version})" if version else self.production.work


def templates() -> tuple[Template, ...]:
    """Every ballet that ships, by name."""
    found = [load_template(path) for path in sorted(resource("works").glob("*.toml"))]
    return tuple(sorted(found, key=lambda template: template.name))


def load_template(path: Path) -> Template:
    """Read a template. Raises Invalid naming the file when it cannot be read."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        return _template(values)
    except (KeyError, TypeError, ValueError) as wrong:
        raise Invalid(f"The ballet in {path.name} cannot be read: {wrong}") from wrong


def production_from(book: Book, template: Template) -> Edit:
    """Take a template into the repertory as a production of the company's own, freely edited."""
    fresh = new_id()
    draft = Draft(book)
    taken = [production.colour for production in book.all(Production)]
    colour = template.production.colour
    if colour in taken:
        colour = next((one for one in COLOURS if one not in taken), colour)
    draft.put(replace(template.production, id=fresh, colour=colour))
    for section in template.sections:
        draft.put(replace(section, id=f"{fresh}-{section.id}", production_id=fresh))
    for role in template.roles:
        places = tuple(
            RoleSection(f"{fresh}-{place.section_id}", place.name) for place in role.sections
        )
        draft.put(replace(role, id=f"{fresh}-{role.id}", production_id=fresh, sections=places))
    return draft.edit(f"New production {template.production.title}")


def add_production(book: Book, title: str) -> Edit:
    """A production from nothing: one act, no roles yet."""
    taken = [production.colour for production in book.all(Production)]
    colour = next((one for one in COLOURS if one not in taken), COLOURS[-1])
    draft = Draft(book)
    tidy = clean(title)
    fresh = draft.put(Production(new_id(), tidy, tidy, tidy, tidy[:2].upper(), colour=colour))
    draft.put(Section(new_id(), fresh.id, 1, "Act I", "Act I", 30))
    return draft.edit(f"New production {fresh.title}")


def change_production(book: Book, production_id: str, **fields: Any) -> Edit:
    """Set fields of a production."""
    production = book.get(Production, production_id)
    draft = Draft(book)
    changed = draft.set(production, **fields)
    return draft.edit(f"Change {changed.title}")


def remove_production(book: Book, production_id: str) -> Edit:
    """Take a production out that was never on a bill or in a call."""
    production = book.get(Production, production_id)
    used: tuple[type[Record], ...] = (BillItem, Call)
    if any(book.where(kind, "production_id", production_id) for kind in used):
        raise Invalid(f"{production.title} has performances or calls; it stays in the repertory.")
    draft = Draft(book)
    for cast in book.where(Cast, "production_id", production_id):
        for casting in book.where(Casting, "cast_id", cast.id):
            draft.drop(casting)
        draft.drop(cast)
    for role in roles(book, production_id):
        for said in book.where(Correction, "role_id", role.id):
            draft.drop(said)
        draft.drop(role)
    for section in sections(book, production_id):
        draft.drop(section)
    draft.drop(production)
    return draft.edit(f"Remove {production.title}")


def put_section(book: Book, section: Section) -> Edit:
    """Add a section, or set it in place of the one with its id."""
    draft = Draft(book)
    draft.put(section)
    return draft.edit(f"{_title(book, section.production_id)}: {section.name}")


def remove_section(book: Book, section_id: str) -> Edit:
    """Take a section out; roles and calls no longer name it."""
    section = book.get(Section, section_id)
    draft = Draft(book)
    for role in roles(book, section.production_id):
        kept = tuple(place for place in role.sections if place.section_id != section_id)
        if kept != role.sections:
            draft.set(role, sections=kept)
    for call in book.where(Call, "production_id", section.production_id):
        if section_id in call.sections:
            draft.set(call, sections=tuple(one for one in call.sections if one != section_id))
    draft.drop(section)
    return draft.edit(f"{_title(book, section.production_id)}: {section.name} removed")


def put_role(book: Book, role: Role) -> Edit:
    """Add a role, or set it in place of the one with its id.

    Castings in spots it no longer has go with them.
    """
    draft = Draft(book)
    draft.put(role)
    for casting in book.where(Casting, "role_id", role.id):
        if casting.spot > role.spots:
            draft.drop(casting)
    return draft.edit(f"{_title(book, role.production_id)}: {role.name}")


def remove_role(book: Book, role_id: str) -> Edit:
    """Take a role out with its castings. One that was danced stays."""
    role = book.get(Role, role_id)
    if book.where(Danced, "role_id", role_id):
        raise Invalid(f"{role.name} has been danced; it belongs to the record and stays.")
    draft = Draft(book)
    placed: tuple[type[Record], ...] = (Casting, Override, Called, Correction)
    for kind in placed:
        for record in book.where(kind, "role_id", role_id):
            draft.drop(record)
    draft.drop(role)
    return draft.edit(f"{_title(book, role.production_id)}: {role.name} removed")


def _template(values: dict[str, Any]) -> Template:
    production = Production(
        "production",
        work=values["work"],
        title=values.get("title", values["work"]),
        short=values.get("short", values["work"]),
        code=values.get("code", ""),
        version=values.get("version", ""),
        choreography=values.get("choreography", ""),
        colour=values.get("colour", "lake"),
    )
    made = tuple(
        Section(
            entry["key"],
            production.id,
            order,
            entry.get("act", ""),
            entry["name"],
            entry["minutes"],
            entry.get("interval", False),
        )
        for order, entry in enumerate(values.get("section", ()), start=1)
    )
    cast = tuple(_role(entry, order) for order, entry in enumerate(values.get("role", ()), start=1))
    return Template(production, made, cast)


def _role(entry: dict[str, Any], order: int) -> Role:
    places = tuple(
        RoleSection(place, "")
        if isinstance(place, str)
        else RoleSection(place["key"], place.get("name", ""))
        for place in entry.get("sections", ())
    )
    return Role(
        entry["key"],
        "production",
        order,
        entry["name"],
        entry.get("kind", "single"),
        entry.get("spots", 1),
        entry.get("genders", "X"),
        tuple(entry.get("spot_names", ())),
        places,
        tuple(entry.get("demands", ())),
        float(entry.get("effort", 6.0)),
        entry.get("change_minutes", 0),
        entry.get("together", ""),
    )


def _title(book: Book, production_id: str) -> str:
    production = book.find(Production, production_id)
    return (production.short or production.title) if production else "Production"
