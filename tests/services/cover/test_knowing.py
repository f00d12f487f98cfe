"""Who knows what: casts, records, rehearsals, and spots of a mixed group."""

from __future__ import annotations

from datetime import date

from castapp.domain.availability import Participation, Restriction
from castapp.domain.casting import Performance
from castapp.domain.people import CareerLine, Person
from castapp.domain.repertory import Role
from castapp.services.cover.knowing import Knowing
from castapp.services.cover.limited import no_double_days, rooms
from tests.builders import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    call,
    casting,
    company_book,
    role_line,
    show,
)


def test_where_the_knowledge_comes_from() -> None:
    book = company_book(
        [CareerLine("k", "paz", "Lake", "Queen", when="2018", times=2)],
        call("c", 600, 60, role_line("l", "queen", "cast-2"), day=MONDAY, production_id="lake"),
    )
    knowing = Knowing(book, THURSDAY)
    found = knowing.of(book.get(Role, "queen"))
    assert {who: one.level for who, one in found.items()} == {
        "vega": "knows",
        "moss": "knows",
        "paz": "performed",
    }
    assert found["moss"].cast == "2nd cast"
    assert found["moss"].rehearsed is not None
    assert found["vega"].rehearsed is None


def test_in_a_pair_the_spot_of_the_other_is_not_known() -> None:
    book = company_book()
    couple = book.get(Role, "couple")
    knowing = Knowing(book, THURSDAY)
    orr, known = book.get(Person, "orr"), knowing.of(couple)["orr"]
    assert knowing.suits(couple, 2, orr, known)
    assert not knowing.suits(couple, 1, orr, known)


def test_a_record_alone_suits_by_gender() -> None:
    book = company_book([CareerLine("k", "lund", "Lake", "Duet")])
    couple = book.get(Role, "couple")
    knowing = Knowing(book, THURSDAY)
    lund, known = book.get(Person, "lund"), knowing.of(couple)["lund"]
    assert knowing.suits(couple, 2, lund, known)
    assert not knowing.suits(couple, 1, lund, known)


def test_all_spots_of_a_corps_are_one_role() -> None:
    book = company_book([casting("cast-2", "spirits", 2, "paz", 2)])
    spirits = book.get(Role, "spirits")
    knowing = Knowing(book, THURSDAY)
    assert knowing.suits(spirits, 1, book.get(Person, "paz"), knowing.of(spirits)["paz"])


def test_room_in_a_week_and_days_of_one_show() -> None:
    limits = (Restriction("shows_a_week", 2), Restriction("no_double_show"))
    book = company_book(
        show(FRIDAY, cast_id="cast-2"),
        [Participation("p", "moss", date(2026, 10, 1), "modified", limits)],
    )
    shows = sorted(book.all(Performance), key=lambda one: one.day)
    (room,) = rooms(book, "moss", shows)
    assert room.most == 1
    assert room.shows == {shows[0].id}
    assert no_double_days(book, "moss", shows) == {THURSDAY, FRIDAY}
    assert rooms(book, "paz", shows) == []


def test_what_was_rehearsed_today_before_now_counts() -> None:
    book = company_book(
        call("c", 600, 60, role_line("l", "queen", "cast-2"), day=MONDAY, production_id="lake"),
        call("d", 840, 60, role_line("m", "queen", "cast-2"), production_id="lake"),
    )
    queen = book.get(Role, "queen")
    before, after = Knowing(book, THURSDAY, 850), Knowing(book, THURSDAY, 900)
    assert before.rehearsed(queen)["moss"].last == MONDAY
    assert after.rehearsed(queen)["moss"].last == THURSDAY
    assert (after.rehearsed(queen)["moss"].times, after.rehearsed(queen)["moss"].recent) == (2, 2)
