"""What somebody may do on a day; nothing turns to full by itself."""

from __future__ import annotations

from datetime import date

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.people import Engagement
from castapp.domain.standing import standing
from tests.builders import FRIDAY, MONDAY, THURSDAY, TUESDAY, company_book


def test_without_records_everybody_is_full() -> None:
    found = standing(company_book(), "vega", THURSDAY)
    assert (found.word, found.can_be_called) == ("full", True)


def test_the_last_record_begun_counts() -> None:
    book = company_book(
        [
            Participation("a", "vega", MONDAY, "off", review=TUESDAY),
            Participation("b", "vega", THURSDAY, "modified", (Restriction("no_jumps"),)),
        ]
    )
    assert standing(book, "vega", MONDAY).status == "off"
    assert standing(book, "vega", THURSDAY).restrictions == (Restriction("no_jumps"),)


def test_past_its_end_it_needs_review_and_stays() -> None:
    book = company_book([Participation("a", "vega", MONDAY, "off", until=TUESDAY)])
    assert not standing(book, "vega", TUESDAY).needs_review
    late = standing(book, "vega", FRIDAY)
    assert (late.status, late.needs_review, late.can_be_called) == ("off", True, False)


def test_overdue_is_measured_against_today_not_against_the_day_looked_at() -> None:
    book = company_book([Participation("a", "vega", MONDAY, "off", review=TUESDAY)])
    shown = standing(book, "vega", FRIDAY)
    assert not shown.overdue(MONDAY)
    assert not shown.overdue(TUESDAY)
    assert shown.overdue(THURSDAY)
    assert not standing(book, "moss", FRIDAY).overdue(FRIDAY)


def test_who_is_off_comes_to_treatment_and_who_is_in_rehab_to_conditioning_too() -> None:
    book = company_book(
        [
            Participation("a", "vega", MONDAY, "off"),
            Participation("b", "moss", MONDAY, "rehab only"),
            Absence("c", "fox", MONDAY),
        ]
    )
    kinds = ("rehearsal", "class", "conditioning", "physio", "fitting")
    comes = {
        who: [kind for kind in kinds if standing(book, who, MONDAY).comes_to(kind)]
        for who in ("vega", "moss", "fox", "paz")
    }
    assert comes == {
        "vega": ["physio", "fitting"],
        "moss": ["conditioning", "physio", "fitting"],
        "fox": [],
        "paz": list(kinds),
    }


def test_away_without_a_known_end() -> None:
    book = company_book([Absence("a", "vega", TUESDAY, kind="guest engagement")])
    assert standing(book, "vega", MONDAY).word == "full"
    assert standing(book, "vega", FRIDAY).word == "away"


def test_a_contract_that_has_ended() -> None:
    book = company_book([Engagement("e-vega", "vega", date(2020, 1, 1), MONDAY)])
    assert standing(book, "vega", MONDAY).engaged
    assert standing(book, "vega", TUESDAY).word == "not engaged"
