"""What a lead is, for every count of leads."""

from __future__ import annotations

from dataclasses import replace

from castapp.domain.leads import is_lead, leads
from castapp.domain.repertory import Role
from tests.builders import company_book


def test_the_pair_opposite_each_other_leads() -> None:
    assert leads(company_book(), "lake") == {"queen", "prince"}


def test_a_hard_single_role_beside_them_is_none() -> None:
    jester = Role("jester", "lake", 9, "Jester", effort=9.0)
    assert not is_lead(company_book([jester]), "jester")


def test_without_a_pair_hard_couples_lead() -> None:
    book = company_book()
    queen = replace(book.get(Role, "queen"), demands=())
    duet = replace(book.get(Role, "couple"), effort=8.0)
    assert leads(company_book([queen, duet]), "lake") == {"couple"}
    assert not is_lead(book, "nothing")
