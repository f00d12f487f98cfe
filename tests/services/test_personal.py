"""What a person's page says: week, roles, partners, casts, days away, standing, load."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.calls import Call
from castapp.domain.casting import Danced as DancedRecord
from castapp.domain.casting import Performance
from castapp.domain.people import CareerLine
from castapp.domain.roster import company
from castapp.services.personal import (
    casts_of,
    days_away,
    load_words,
    partners,
    roles_danced,
    status,
    week,
)
from castapp.services.sample import sample_book
from tests.builders import FRIDAY, MONDAY, SATURDAY, THURSDAY, call, company_book, show

BOOK = company_book(call("c1", 600, 75, people=["vega"], lead_id="hall", pianist_id="ito"))


def test_a_dancers_week() -> None:
    found = week(BOOK, "vega", FRIDAY)
    assert (found.first, found.last) == (MONDAY, date(2026, 10, 18))
    rehearsal, evening = found.doings
    assert (rehearsal.target.kind, rehearsal.where, rehearsal.as_what) == (Call, "Studio 1", "")
    assert (evening.target.kind, evening.what) == (Performance, "Lake: Queen")
    assert evening.start == 19 * 60 + 30
    assert (found.minutes, found.shows) == (75 + 95, 1)


def test_what_staff_always_do_is_not_said_and_what_a_dancer_takes_is() -> None:
    for person_id in ("hall", "ito", "reyes"):
        assert [one.as_what for one in week(BOOK, person_id, FRIDAY).doings] == [""]
    assert week(BOOK, "ito", FRIDAY).minutes == 75
    led = company_book(call("c2", 600, 60, lead_id="lund"))
    assert week(led, "lund", FRIDAY).doings[0].as_what == "takes it"


def test_a_cover_stands_by_and_has_no_show() -> None:
    found = week(BOOK, "moss", FRIDAY)
    assert [one.as_what for one in found.doings] == ["cover"]
    assert found.shows == 0


def test_roles_here_and_to_come() -> None:
    book = company_book(show(SATURDAY))
    (queen,) = roles_danced(book, "vega", FRIDAY)
    assert (queen.work, queen.role, queen.here, queen.last) == ("Lake", "Queen", 1, THURSDAY)
    assert (queen.debut, queen.coming, queen.coming_debut) == (THURSDAY, SATURDAY, False)
    (before,) = roles_danced(book, "vega", THURSDAY)
    assert (before.here, before.coming, before.coming_debut) == (0, THURSDAY, True)


def test_a_line_of_the_career_joins_its_role_and_ends_the_debut() -> None:
    line = CareerLine("l1", "vega", "lake", "QUEEN", "Old house", "2018", times=3)
    other = CareerLine("l2", "vega", "Firebird", "Firebird")
    book = company_book([line, other])
    firebird, queen = roles_danced(book, "vega", FRIDAY)
    assert (queen.role, queen.debut, queen.elsewhere) == ("Queen", None, (line,))
    assert (firebird.here, firebird.elsewhere) == (0, (other,))


def test_what_was_really_danced_counts() -> None:
    night = f"show-{THURSDAY.isoformat()}-1170"
    book = company_book([DancedRecord("d1", night, "queen", 1, "moss")])
    assert not roles_danced(book, "vega", FRIDAY)
    assert roles_danced(book, "moss", FRIDAY)[0].here == 1


def test_partners_here_elsewhere_and_by_name_alone() -> None:
    book = company_book(
        [
            CareerLine("l1", "paz", "Giselle", "Giselle", partner="Finn Orr", times=4),
            CareerLine("l2", "paz", "Giselle", "Giselle", partner="Ada Fern; Max Nowhere", times=2),
        ]
    )
    first, fern, second = partners(book, "paz", FRIDAY)
    assert (first.person_id, first.name, first.shows) == ("orr", "Finn Orr", 5)
    assert (fern.person_id, fern.name, fern.shows) == ("", "Ada Fern", 2)
    assert (second.person_id, second.name, second.shows) == ("", "Max Nowhere", 2)
    assert "paz" in {one.person_id for one in partners(book, "orr", FRIDAY)}


def test_casts_tell_covers_apart() -> None:
    found = casts_of(BOOK, "vega")
    assert [(one.role, one.cast, one.cover) for one in found] == [
        ("Queen", "1st", 0),
        ("Queen", "2nd", 1),
    ]


def test_days_away_never_say_a_reason() -> None:
    book = company_book(
        [
            Absence("a1", "vega", THURSDAY, FRIDAY, "illness", note="private"),
            Absence("a2", "vega", date(2026, 11, 1), None, "guest engagement", "Paris"),
            Absence("a3", "vega", date(2020, 1, 1), date(2020, 1, 9), "leave"),
            Absence("a4", "vega", MONDAY, MONDAY, "free day"),
        ]
    )
    coming, now = days_away(book, "vega", FRIDAY)
    assert (coming.words, coming.last, coming.over) == ("guest engagement, Paris", None, False)
    assert (now.words, now.over) == ("away", False)
    assert days_away(book, "vega", SATURDAY)[1].over


def test_standing_says_what_is_not_allowed() -> None:
    limited = Participation(
        "p1", "vega", MONDAY, "modified", (Restriction("no_jumps"),), review=THURSDAY
    )
    found = status(company_book([limited]), "vega", FRIDAY)
    assert (found.word, found.not_allowed, found.needs_review) == ("modified", ("no jumps",), True)
    away = company_book([limited, Absence("a", "vega", FRIDAY, FRIDAY)])
    assert status(away, "vega", FRIDAY).word == "away"
    assert not status(away, "vega", FRIDAY).not_allowed


def test_load_is_told_only_where_the_company_switched_it_on() -> None:
    assert load_words(BOOK, "vega", FRIDAY) == ""
    book = company_book([replace(company(BOOK), bands_for_staff=True)])
    assert load_words(book, "vega", FRIDAY).startswith("1 h 35 in the seven days")
    assert load_words(book, "hall", FRIDAY) == ""


def test_the_sample_knows_its_ballerinas() -> None:
    book = sample_book(date(2026, 10, 14))
    known = {who.person_id for who in book.all(CareerLine) if who.where == "Bolshoi Theatre"}
    for person_id in known:
        roles = roles_danced(book, person_id, date(2026, 10, 14))
        assert any(one.elsewhere for one in roles)
        assert partners(book, person_id, date(2026, 10, 14))[0].shows > 4


def test_a_private_booking_of_somebody_is_booked_time_and_no_more() -> None:
    booking = call("own", 600, 30, people=["vega"], kind="physio", title="Physio")
    said = [one.what for one in week(company_book(booking), "vega", FRIDAY).doings]
    assert "Booked time" in said
    assert not [words for words in said if "physio" in words.casefold()]
