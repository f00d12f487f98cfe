"""Who could fill a gap, in what order, with what they would leave and where they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.calls import Call
from castapp.domain.people import CareerLine, Person
from castapp.domain.record import Record
from castapp.services.cover.candidates import Candidate, candidates
from castapp.services.cover.openings import gaps
from castapp.services.cover.request import Request
from castapp.services.cover.whereabouts import free_staff, whereabouts
from tests.builders import (
    FRIDAY,
    THURSDAY,
    call,
    casting,
    company_book,
    dancer,
    role_line,
    show,
    staff,
)

NIGHT = Request(("vega",), THURSDAY, 16 * 60, THURSDAY)


def asked(*more: Iterable[Record]) -> tuple[Candidate, ...]:
    book = company_book(*more)
    (gap,) = gaps(book, NIGHT)
    return candidates(book, NIGHT, gap)


def test_covers_then_who_performed_it_then_who_knows_it_then_who_learns_it() -> None:
    found = asked(
        dancer("Nora Ash"),
        dancer("Olga Bird"),
        dancer("Pia Crow"),
        [casting("cast-2", "queen", 1, "ash", 3), CareerLine("c", "bird", "Lake", "Queen")],
        call("c", 600, 60, *[role_line("l", "queen")], people=[], production_id="lake"),
    )
    assert [(one.person_id, one.level) for one in found if one.can] == [
        ("moss", "cover"),
        ("bird", "performed"),
        ("ash", "knows"),
    ]


def test_what_they_would_leave_is_named() -> None:
    found = asked([casting("cast-2", "queen", 1, "fox", 3)], call("c", 19 * 60, 60, people=["fox"]))
    fox = next(one for one in found if one.person_id == "fox")
    assert [one.text for one in fox.leaves] == ["Spirits 1", "Rehearsal, 19.00–20.00"]
    assert not fox.moves_nobody
    assert found[0].moves_nobody


def test_who_cannot_is_listed_last_with_why() -> None:
    found = asked([Absence("a", "moss", THURSDAY), casting("cast-2", "queen", 1, "paz", 3)])
    assert [(one.person_id, one.can) for one in found][:2] == [("paz", True), ("moss", False)]
    assert found[1].reasons[0].text == "Away, no date of return"


def test_everybody_looked_at_is_listed_with_why_not() -> None:
    found = {one.person_id: one for one in asked(dancer("Nora Ash"))}
    why = {who: one.reasons[0].text for who, one in found.items() if not one.can}
    assert why["ash"] == "Has not learnt it"
    assert why["fox"] == "Tonight’s Spirits 1, has not learnt it"
    assert not why.keys() & {"vega", "moss", "okoro"}


def test_whom_the_rules_keep_from_it_cannot() -> None:
    limited = Participation("p", "moss", date(2026, 10, 1), "modified",
                            (Restriction("shows_a_week", 1),))  # fmt: skip
    found = asked([limited], show(FRIDAY, cast_id="cast-2"), dancer("Nora Ash"),
                  [casting("cast-2", "queen", 1, "ash", 3)],
                  call("c", 6 * 60, 60, day=FRIDAY, people=["ash"]))  # fmt: skip
    why = {one.person_id: one.reasons[0].text for one in found if not one.can}
    assert why["moss"] == "At most 1 show a week: dances Fri 16"
    assert "rest" in why["ash"]


def test_the_partner_is_named() -> None:
    moss = asked([Person("moss", "Ada", "Moss", gender="F", height_cm=168),
                  Person("okoro", "Ben", "Okoro", gender="M", height_cm=180)])[0]  # fmt: skip
    said = [one.text for one in moss.reasons]
    assert "never with Okoro" in said
    assert "1.68 m, 12 cm less than he" in said
    danced = CareerLine("c", "moss", "Giselle", "Giselle", partner="Okoro", times=22)
    assert "with Okoro 22 times" in [one.text for one in asked([danced])[0].reasons]


def test_where_they_are_is_said_once() -> None:
    moss = asked(call("c", 10 * 60, 60, people=["moss"]))[0]
    assert [one.kind for one in moss.reasons].count("where") == 1
    assert "free" not in [one.kind for one in moss.reasons]


def test_the_week_counts_the_role_once() -> None:
    before, after = asked(), asked(call("c", 600, 90, people=["moss"]))
    assert after[0].week - before[0].week == 90


def test_where_they_are_now() -> None:
    book = company_book(
        call("c", 15 * 60, 90, people=["moss", "fox"]),
        call("d", 17 * 60, 60, people=["fox"]),
        call("e", 11 * 60, 60, people=["hart"]),
    )
    now = {
        who: whereabouts(book, who, THURSDAY, minute)
        for who, minute in (("moss", 16 * 60), ("lund", 20 * 60), ("hart", 16 * 60))
    }
    assert now["moss"].text == "Called until 16.30: Rehearsal, Studio 1"
    assert now["moss"].building
    assert now["lund"].text == "Covers tonight, Stage"
    assert now["hart"].text == "Free since 12.00" or now["hart"].until
    between = whereabouts(book, "fox", THURSDAY, 16 * 60 + 45)
    assert between.building
    assert between.text == "Free until 17.00"
    assert not whereabouts(book, "fox", THURSDAY, 9 * 60).building


def test_staff_who_could_take_the_call() -> None:
    book = company_book(
        staff("Mia Lark", "répétiteur"),
        call("one", 11 * 60, 60, lead_id="hall"),
        call("two", 11 * 60, 60, lead_id="lark", studio_id="studio-2"),
        call("three", 13 * 60, 60, lead_id="hall", pianist_id="ito"),
    )
    assert free_staff(book, book.get(Call, "one"), "takes") == ()
    assert free_staff(book, book.get(Call, "three"), "takes") == ("lark",)
    assert free_staff(book, book.get(Call, "one"), "plays") == ("ito",)
