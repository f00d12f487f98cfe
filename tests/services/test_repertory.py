"""Productions from templates and from nothing, and what may be taken out of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from castapp.domain.casting import Casting, Danced
from castapp.domain.checks import Invalid
from castapp.domain.programme import roles, sections
from castapp.domain.repertory import Production, Role, RoleSection, Section
from castapp.services.repertory import (
    add_production,
    load_template,
    production_from,
    put_role,
    remove_production,
    remove_role,
    remove_section,
    templates,
)
from tests.builders import company_book

BOOK = company_book()


def test_every_ballet_that_ships_can_be_taken_in() -> None:
    works = {template.production.work for template in templates()}
    assert works >= {"Swan Lake", "Giselle", "The Nutcracker", "La Bayadère", "Don Quixote",
                     "Romeo and Juliet", "The Sleeping Beauty"}  # fmt: skip
    for template in templates():
        book = BOOK.apply(production_from(BOOK, template))
        (fresh,) = [one for one in book.all(Production) if one.id != "lake"]
        known = {section.id for section in sections(book, fresh.id)}
        for role in roles(book, fresh.id):
            assert role.sections, role.name
            assert {place.section_id for place in role.sections} <= known


def test_odette_and_odile_are_one_role() -> None:
    (template,) = [one for one in templates() if one.production.work == "Swan Lake"]
    (role,) = [one for one in template.roles if one.name == "Odette/Odile"]
    names = {
        section.act: role.name_in(section.id)
        for section in template.sections
        if section.id in {place.section_id for place in role.sections}
    }
    assert names == {"Act II": "Odette", "Act III": "Odile", "Act IV": "Odette"}


def test_two_productions_take_different_colours() -> None:
    after = BOOK.apply(add_production(BOOK, "Wave"))
    assert len({one.colour for one in after.all(Production)}) == 2


def test_a_template_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('work = "X"\n[[role]]\nkey = "a"\n', encoding="utf-8")
    with pytest.raises(Invalid, match=r"broken\.toml"):
        load_template(broken)


def test_fewer_spots_let_castings_go() -> None:
    spirits = BOOK.get(Role, "spirits")
    after = BOOK.apply(put_role(BOOK, replace(spirits, spots=1)))
    assert {one.spot for one in after.where(Casting, "role_id", "spirits")} == {1}


def test_what_was_used_stays() -> None:
    with pytest.raises(Invalid, match="stays in the repertory"):
        remove_production(BOOK, "lake")
    danced = company_book([Danced("d", "show", "queen", 1, "vega")])
    with pytest.raises(Invalid, match="has been danced"):
        remove_role(danced, "queen")


def test_a_section_taken_out_leaves_no_trace() -> None:
    after = BOOK.apply(remove_section(BOOK, "lake-ii"))
    assert after.find(Section, "lake-ii") is None
    assert after.get(Role, "queen").sections == (RoleSection("lake-i-1"),)


def test_a_new_production_can_be_taken_out_again() -> None:
    after = BOOK.apply(add_production(BOOK, "Wave"))
    (wave,) = [one for one in after.all(Production) if one.id != "lake"]
    assert after.apply(remove_production(after, wave.id)) == BOOK
