"""The ladder of ranks: a rename carries contracts and calls along; what is held stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from castapp.domain.calls import Called
from castapp.domain.checks import Invalid
from castapp.domain.people import Engagement
from castapp.domain.roster import company, dancers, rank
from castapp.services.ranks import add_rank, holders, move_rank, remove_rank, rename_rank
from tests.builders import RANKS, THURSDAY, call, company_book

LINE = Called("corps-line", call_id="", whom="group", group="Corps")
BOOK = company_book(call("c1", 600, 60, LINE))


def test_a_rename_carries_contracts_and_calls_along() -> None:
    edit = rename_rank(BOOK, "Corps", " Corps  de ballet ")
    after = BOOK.apply(edit)
    assert company(after).ranks == ("Principal", "Soloist", "Corps de ballet")
    assert rank(after, "fox", THURSDAY) == "Corps de ballet"
    assert not after.where(Engagement, "rank", "Corps")
    assert after.get(Called, "corps-line").group == "Corps de ballet"
    assert [who.id for who in dancers(after, THURSDAY)] == [
        who.id for who in dancers(BOOK, THURSDAY)
    ]
    assert after.apply(edit.inverse()) == BOOK


def test_a_new_rank_stands_at_the_foot_and_moves() -> None:
    book = BOOK.apply(add_rank(BOOK, "Apprentice"))
    assert company(book).ranks == (*RANKS, "Apprentice")
    book = book.apply(move_rank(book, "Apprentice", -1))
    assert company(book).ranks[-2:] == ("Apprentice", "Corps")
    assert not move_rank(book, "Principal", -1)
    assert not move_rank(book, "Corps", 1)


@pytest.mark.parametrize("name", ["", "  ", "corps", "Women"])
def test_a_name_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(Invalid):
        add_rank(BOOK, name)


def test_the_same_name_changes_nothing() -> None:
    assert not rename_rank(BOOK, "Corps", "Corps ")
    assert company(BOOK.apply(rename_rank(BOOK, "Corps", "corps"))).ranks[-1] == "corps"


def test_a_rank_somebody_holds_stays() -> None:
    with pytest.raises(Invalid, match="4 contracts are for the rank Corps"):
        remove_rank(BOOK, "Corps")
    book = BOOK.apply(add_rank(BOOK, "Apprentice"))
    assert company(book.apply(remove_rank(book, "Apprentice"))).ranks == RANKS
    assert holders(BOOK, "Corps") == 4


def test_a_rank_that_calls_name_stays() -> None:
    book = BOOK.apply(add_rank(BOOK, "Apprentice"))
    line = replace(LINE, id="apprentices", call_id="c1", group="Apprentice")
    with pytest.raises(Invalid, match="Calls name the rank"):
        remove_rank(company_book([company(book), line]), "Apprentice")
