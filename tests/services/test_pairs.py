"""Who dances with whom, and what everybody has danced here."""

from __future__ import annotations

import pytest

from castapp.domain.casting import Partnership
from castapp.domain.checks import Invalid
from castapp.domain.people import CareerLine
from castapp.services.pairs import (
    REGULAR,
    kept_with,
    ledger,
    pairs,
    regular,
    set_wish,
    wish,
)
from tests.builders import (
    FRIDAY,
    SATURDAY,
    THURSDAY,
    call,
    company_book,
    role_line,
    show,
)


def test_pairs_with_roles_shows_and_rehearsals() -> None:
    book = company_book(
        show(FRIDAY),
        call("c", 660, 60, role_line("l", "couple", "cast-1"), production_id="lake"),
    )
    found = {frozenset(one.people): one for one in pairs(book)}
    pair = found[frozenset(("paz", "orr"))]
    assert pair.roles == ["Duet"]
    assert pair.days == [THURSDAY, FRIDAY]
    assert pair.last == FRIDAY
    assert pair.rehearsals == 1


def test_only_the_days_asked_for() -> None:
    book = company_book(show(SATURDAY, cast_id="cast-2"))
    assert {frozenset(one.people) for one in pairs(book, SATURDAY)} >= {frozenset(("paz", "hart"))}
    assert frozenset(("paz", "orr")) not in {frozenset(one.people) for one in pairs(book, SATURDAY)}


def test_the_ledger_of_one_dancer() -> None:
    line = CareerLine("c", "vega", "Giselle", "Giselle", partner="Bo Okoro", times=4)
    book = company_book(show(FRIDAY), [line, Partnership("w", "lund", "vega", "apart")])
    okoro, lund = ledger(book, "vega", SATURDAY)
    assert (okoro.person_id, okoro.shows, okoro.last) == ("okoro", 6, FRIDAY)
    assert set(okoro.roles) == {"Queen", "Prince", "Giselle"}
    assert okoro.wish == ""
    assert (lund.person_id, lund.shows, lund.wish) == ("lund", 0, "apart")
    assert [one.person_id for one in ledger(book, "vega", THURSDAY)] == ["okoro", "lund"]


def test_a_wish_is_set_changed_and_taken_back() -> None:
    book = company_book()
    kept = book.apply(set_wish(book, "vega", "lund", "together"))
    found = wish(kept, "lund", "vega")
    assert found is not None
    assert found.wish == "together"
    assert kept_with(kept, "lund") == ("vega",)
    apart = kept.apply(set_wish(kept, "lund", "vega", "apart"))
    assert apart.count(Partnership) == 1
    assert kept_with(apart, "vega") == ()
    edit = set_wish(apart, "vega", "lund", None)
    assert edit.label == "Vega and Lund: no wish any more"
    assert apart.apply(edit) == book
    assert not set_wish(book, "vega", "lund", None)
    with pytest.raises(Invalid, match="A pair is two people"):
        set_wish(book, "vega", "vega", "together")


def test_regular_pairs_are_wished_or_danced_often_and_not_wished_apart() -> None:
    often = CareerLine("c", "vega", "Giselle", "Giselle", partner="Bo Okoro", times=REGULAR)
    book = company_book([often])
    vega = frozenset(("vega", "okoro"))
    assert regular(book, THURSDAY) == {vega}
    wished = book.apply(set_wish(book, "moss", "okoro", "together"))
    assert regular(wished, THURSDAY) == {vega, frozenset(("moss", "okoro"))}
    apart = wished.apply(set_wish(wished, "vega", "okoro", "apart"))
    assert regular(apart, THURSDAY) == {frozenset(("moss", "okoro"))}
    assert regular(company_book(), THURSDAY) == frozenset()


def test_partners_of_a_career_record_are_known_too() -> None:
    line = CareerLine("c", "vega", "Giselle", "Giselle", partner="Dan Lund", times=4)
    (pair,) = [one for one in pairs(company_book([line])) if set(one.people) == {"vega", "lund"}]
    assert (pair.shows, pair.roles, pair.last) == (4, ["Giselle"], None)
    bounded = pairs(company_book([line]), THURSDAY)
    assert {"vega", "lund"} not in [set(one.people) for one in bounded]
