"""Who could dance a spot, and every reason for and against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Correction, Override, Partnership, Performance
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.record import Record
from castapp.domain.records import KINDS
from castapp.domain.repertory import Role
from castapp.services.casting import record_danced
from castapp.services.eligible import Candidate, Place, eligible, partner_of, usual_weeks
from castapp.services.knowing import PERFORMED
from castapp.services.reasons import ALL
from tests.builders import (
    FRIDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    call,
    casting,
    company_book,
    dancer,
    role_line,
    show,
)

SHOW = "show-2026-10-15-1170"
QUEEN = Place("queen", 1, SHOW, "cast-1")
LAKE: dict[str, Any] = {"production_id": "lake"}


def limited(person_id: str, *limits: Restriction, status: str = "modified") -> list[Record]:
    return [Participation("p", person_id, date(2026, 10, 1), status, limits)]


def matinee() -> list[Record]:
    return show(curtain=14 * 60, cast_id="cast-2")


def tall(person_id: str, height: int) -> list[Record]:
    person = company_book().get(Person, person_id)
    return [replace(person, height_cm=height)]


def candidate(person_id: str, place: Place, *more: Iterable[Record]) -> Candidate:
    found = eligible(company_book(*more), place, WEDNESDAY)
    return next(one for one in found if one.person_id == person_id)


CASES: list[tuple[str, str, str, Place, list[Record], str]] = [
    (
        "knows",
        "moss",
        "Knows it, danced 7 times, last 21 Mar 2026",
        QUEEN,
        [CareerLine("c", "moss", "Lake", "Queen", when="2026-03-21", times=7)],
        "",
    ),
    ("knows", "moss", "Would be her debut · in it now: 2nd cast, learning", QUEEN, [], ""),
    (
        "knows",
        "moss",
        ("Moves her debut from Sat 17 mat. forward by 2 days · in it now: 2nd cast, learning"),
        QUEEN,
        show(SATURDAY, 14 * 60, "cast-2"),
        "",
    ),
    (
        "knows",
        "moss",
        "Knew it, danced once, last 2013",
        QUEEN,
        [CareerLine("c", "moss", "Lake", "Queen", when="2013")],
        "",
    ),
    (
        "knows",
        "fox",
        "Would be her debut · learning, rehearsed once, last Tue 13 Oct",
        QUEEN,
        [
            *call(
                "c",
                600,
                60,
                replace(role_line("l", "queen"), whom="person", person_id="fox"),
                day=TUESDAY,
                **LAKE,
            )
        ],
        "",
    ),
    ("knows", "paz", "Would be her debut · new to the role", QUEEN, [], ""),
    (
        "knows",
        "gia-kim",
        "In it now: 1st cast, learning",
        Place("spirits", 1, SHOW, "cast-1"),
        [],
        "",
    ),
    (
        "rehearsed",
        "moss",
        "rehearsed Tue 13 Oct",
        QUEEN,
        [
            *call("c", 600, 60, role_line("l", "queen"), day=TUESDAY, **LAKE),
            CareerLine("c", "moss", "Lake", "Queen"),
        ],
        "",
    ),
    (
        "status",
        "moss",
        "Away until Sun 18 Oct",
        QUEEN,
        [Absence("a", "moss", WEDNESDAY, date(2026, 10, 18))],
        "hard",
    ),
    ("status", "moss", "Off since Thu 1 Oct", QUEEN, limited("moss", status="off"), "hard"),
    ("status", "moss", "Away, no date of return", QUEEN, [Absence("a", "moss", WEDNESDAY)], "hard"),
    (
        "restriction",
        "moss",
        "No pointe: the role is on pointe",
        QUEEN,
        limited("moss", Restriction("no_pointe")),
        "hard",
    ),
    (
        "restriction",
        "moss",
        "Marking only",
        QUEEN,
        limited("moss", Restriction("marking_only")),
        "hard",
    ),
    (
        "restriction",
        "moss",
        "Modified: no kneeling",
        QUEEN,
        limited("moss", Restriction("no_kneeling")),
        "warning",
    ),
    (
        "other roles",
        "fox",
        "Spirits 1 that night (Act II): leaves a gap there",
        QUEEN,
        [],
        "breach",
    ),
    (
        "other roles",
        "paz",
        "Duet 1 that night (Duet, act I): 0 of 10 min to change",
        QUEEN,
        [],
        "warning",
    ),
    (
        "elsewhere",
        "moss",
        "Called 19.00–20.00: Lake Queen",
        QUEEN,
        call("c", 19 * 60, 60, role_line("l", "queen", "cast-2"), **LAKE),
        "breach",
    ),
    ("elsewhere", "moss", "Two shows that day", QUEEN, matinee(), "warning"),
    (
        "elsewhere",
        "moss",
        "No double-show day: dances that day already",
        QUEEN,
        [*matinee(), *limited("moss", Restriction("no_double_show"))],
        "hard",
    ),
    (
        "elsewhere",
        "moss",
        "On stage elsewhere at the same time",
        QUEEN,
        show(curtain=19 * 60, cast_id="cast-2"),
        "hard",
    ),
    ("rest", "moss", "show Fri 16 after", QUEEN, show(FRIDAY, cast_id="cast-2"), ""),
    (
        "leads",
        "moss",
        "Leads Fri 16 too, the night after",
        QUEEN,
        show(FRIDAY, cast_id="cast-2"),
        "warning",
    ),
    ("leads", "moss", "Two leads that day", QUEEN, matinee(), "warning"),
    (
        "rest",
        "moss",
        "Shows Wed 14, two Fri 16, Sat 17: fifth in four days",
        QUEEN,
        [
            *show(WEDNESDAY, cast_id="cast-2"),
            *show(FRIDAY, cast_id="cast-2"),
            *show(FRIDAY, 14 * 60, "cast-2"),
            *show(SATURDAY, cast_id="cast-2"),
        ],
        "warning",
    ),
    (
        "other roles",
        "vega",
        "Queen in this cast: leaves a gap there",
        Place("spirits", 1, None, "cast-3"),
        [
            Cast("cast-3", production_id="lake", name="3rd", order=3),
            casting("cast-3", "queen", 1, "vega"),
        ],
        "breach",
    ),
    (
        "rest",
        "moss",
        "Shows Fri 16, Sat 17: third in four days",
        QUEEN,
        [*show(FRIDAY, cast_id="cast-2"), *show(SATURDAY, cast_id="cast-2")],
        "warning",
    ),
    (
        "rest",
        "moss",
        "At most 1 show a week",
        QUEEN,
        [*show(WEDNESDAY, cast_id="cast-2"), *limited("moss", Restriction("shows_a_week", 1))],
        "hard",
    ),
    (
        "partner",
        "moss",
        "with Okoro 3 times",
        QUEEN,
        [CareerLine("c", "moss", "Giselle", "Giselle", partner="Bo Okoro", times=3)],
        "",
    ),
    (
        "height",
        "moss",
        "1.78 m, 2 cm less than he",
        QUEEN,
        [*tall("moss", 178), *tall("okoro", 180)],
        "warning",
    ),
    (
        "height",
        "moss",
        "1.68 m, 17 cm less than he",
        QUEEN,
        [*tall("moss", 168), *tall("okoro", 185)],
        "",
    ),
    (
        "rehearsed",
        "moss",
        "not rehearsed in 14 days, last Fri 25 Sep",
        QUEEN,
        call("c", 600, 60, role_line("l", "queen"), day=date(2026, 9, 25), **LAKE),
        "",
    ),
    ("rehearsed", "moss", "not rehearsed in 14 days", QUEEN, [], ""),
    (
        "rehearsed with",
        "moss",
        "rehearsed with Okoro once",
        QUEEN,
        call("c", 600, 60, role_line("l", "queen"), role_line("m", "prince"), day=TUESDAY, **LAKE),
        "",
    ),
    (
        "knows",
        "paz",
        "Would be her debut · knows (by hand)",
        QUEEN,
        [Correction("k", "paz", "queen", "knows")],
        "",
    ),
    (
        "knows",
        "moss",
        "Would be her debut · in it now: 2nd cast · rehearsed (by hand)",
        QUEEN,
        [Correction("k", "moss", "queen", "rehearsed")],
        "",
    ),
    (
        "knows",
        "moss",
        "Would be her debut · in it now: 2nd cast, stage call",
        QUEEN,
        call(
            "c",
            600,
            60,
            role_line("l", "queen", "cast-2"),
            day=date(2026, 10, 13),
            kind="stage call",
            **LAKE,
        ),
        "",
    ),
    ("wish", "moss", "kept with Okoro", QUEEN, [Partnership("w", "okoro", "moss")], ""),
    ("wish", "moss", "otherwise kept with Lund", QUEEN, [Partnership("w", "moss", "lund")], ""),
    (
        "wish",
        "moss",
        "Not with Okoro: wished apart",
        QUEEN,
        [Partnership("w", "moss", "okoro", "apart")],
        "warning",
    ),
    (
        "rest",
        "moss",
        "show Mon 12 before, Sat 17 after",
        QUEEN,
        [*show(date(2026, 10, 12), cast_id="cast-2"), *show(SATURDAY, cast_id="cast-2")],
        "",
    ),
    (
        "rest after",
        "moss",
        "12 h 55 of rest to 10.00 next day",
        QUEEN,
        call("c", 600, 60, role_line("l", "queen"), day=FRIDAY, **LAKE),
        "",
    ),
    (
        "rest after",
        "moss",
        "9 h 55 of rest to 7.00 next day",
        QUEEN,
        call("c", 420, 60, role_line("l", "queen"), day=FRIDAY, **LAKE),
        "warning",
    ),
    ("gender", "lund", "Usually a woman’s role", QUEEN, [], ""),
    (
        "free",
        "moss",
        "free after 12.30",
        QUEEN,
        call("c", 11 * 60 + 30, 60, role_line("l", "queen", "cast-2"), **LAKE),
        "",
    ),
]


@pytest.mark.parametrize(("kind", "who", "text", "place", "more", "severity"), CASES)
def test_reason(
    kind: str, who: str, text: str, place: Place, more: list[Record], severity: str
) -> None:
    found = [one for one in candidate(who, place, more).reasons if one.kind == kind]
    assert [(one.text, one.severity) for one in found] == [(text, severity)]


def test_every_reason_is_in_the_table() -> None:
    names = {
        "knows",
        "status",
        "restriction",
        "other_roles",
        "elsewhere",
        "rest",
        "partner",
        "wished",
        "free_after",
        "rest_after",
        "height",
        "gender",
    }
    names |= {"leads_near", "other_roles_in_cast"}
    assert {judge.__name__ for judge in ALL} == names
    functions = {
        "leads": "leads_near",
        "other roles": "other_roles",
        "free": "free_after",
        "wish": "wished",
        "rest after": "rest_after",
    }
    kinds = {functions.get(case[0], case[0]) for case in CASES}
    assert names - {"other_roles_in_cast"} <= kinds


def test_a_dancer_no_longer_under_contract_that_day_is_not_asked() -> None:
    book = company_book([Engagement("e-moss", "moss", date(2020, 8, 1), date(2026, 10, 10))])
    assert all(one.person_id != "moss" for one in eligible(book, QUEEN, WEDNESDAY))


def test_the_cover_comes_first_then_who_cannot_then_other_genders() -> None:
    book = company_book([Absence("a", "gia-kim", WEDNESDAY)], show(FRIDAY))
    found = eligible(book, QUEEN, WEDNESDAY)
    order = [one.person_id for one in found]
    assert order[0] == "moss"
    assert found[0].holds == "cover"
    assert order.index("hana-kim") < order.index("gia-kim") < order.index("lund")


def test_holding_the_spot_is_told() -> None:
    assert candidate("vega", QUEEN).holds == "has it now"
    cover_on = [Override("o", SHOW, "queen", 1, "moss")]
    assert candidate("moss", QUEEN, cover_on).holds == "has it now"


def test_what_the_spot_asks_counts_not_what_the_role_asks() -> None:
    couple = Place("couple", 1, SHOW, "cast-1")
    no_lift = limited("paz", Restriction("no_lifting"))
    assert candidate("paz", couple, no_lift).can


def test_in_a_cast_all_its_coming_nights_count() -> None:
    place = Place("queen", 1, None, "cast-1")
    away = [Absence("a", "moss", FRIDAY, FRIDAY)]
    found = candidate("moss", place, show(FRIDAY), away)
    status = next(one for one in found.reasons if one.kind == "status")
    assert (status.text, status.severity) == ("Away until Fri 16 Oct (1 of 2 shows)", "breach")
    assert found.can
    assert found.gap


def test_what_is_still_to_come_is_no_experience() -> None:
    """On Wednesday the shows of Thursday and Friday are danced by nobody yet."""
    saturday = Place("queen", 1, "show-2026-10-17-1170", "cast-1")
    coming = [*show(FRIDAY, cast_id="cast-2"), *show(SATURDAY)]
    rehearsal = call("c", 600, 60, role_line("l", "queen"), day=FRIDAY, **LAKE)
    shown = {one.kind: one.text for one in candidate("moss", saturday, coming, rehearsal).reasons}
    assert shown["knows"].endswith("n it now: 2nd cast, learning")
    assert shown["rehearsed"] == "not rehearsed in 14 days"
    found = eligible(company_book(coming, rehearsal), saturday, SATURDAY)
    moss = next(one for one in found if one.person_id == "moss")
    assert [one.text for one in moss.reasons if one.kind in ("knows", "rehearsed")] == [
        "Knows it, danced once, last 16 Oct 2026",
        "rehearsed Fri 16 Oct",
    ]


def test_who_is_new_to_the_role_could_learn_it() -> None:
    book = company_book()
    found = {one.person_id: one for one in eligible(book, QUEEN, WEDNESDAY)}
    assert not found["moss"].knows
    assert found["hana-kim"].can
    assert not found["hana-kim"].knows


def test_a_cast_without_nights_asks_about_today() -> None:
    book = Book.of(_without_shows(company_book()))
    found = eligible(book, Place("queen", 1, None, "cast-1"), THURSDAY)
    assert found
    assert all(one.week is None for one in found)


def test_heights_in_a_line_are_compared_with_the_others() -> None:
    line = replace(company_book().get(Role, "spirits"), kind="group", spots=3)
    heights = [*tall("fox", 166), *tall("gia-kim", 168), *tall("hana-kim", 180)]
    found = candidate("hana-kim", Place("spirits", 3, SHOW, "cast-1"), [line], heights)
    told = next(one for one in found.reasons if one.kind == "height")
    assert (told.text, told.severity) == ("1.80 m, the line 1.67 m", "warning")


def test_the_week_counts_the_role_once_and_is_compared_with_the_own_usual() -> None:
    book = company_book()
    usual: dict[str, tuple[float | None, float | None]] = {
        "moss": (0.0, 30.0),
        "vega": (0.0, 200.0),
        "paz": (600.0, 900.0),
    }
    found = {one.person_id: one for one in eligible(book, QUEEN, WEDNESDAY, usual)}
    assert (found["moss"].week, found["moss"].week_word) == (60, "above usual")
    assert (found["vega"].week, found["vega"].week_word) == (95, "usual")
    assert found["paz"].week_word == "below usual"
    assert found["fox"].week_word == ""


def test_usual_weeks_name_every_dancer_and_none_without_history() -> None:
    usual = usual_weeks(company_book(), THURSDAY)
    assert usual["vega"] == (None, None)
    assert "hall" not in usual


def test_the_partner_is_found_in_the_same_column() -> None:
    book = company_book()
    assert partner_of(book, QUEEN) == "okoro"
    assert partner_of(book, Place("queen", 1, None, "cast-2")) == "lund"
    assert partner_of(book, Place("spirits", 1, SHOW, "cast-1")) is None


def test_a_role_that_is_gone_is_an_error() -> None:
    with pytest.raises(KeyError):
        eligible(company_book(), Place("nothing", 1, SHOW), WEDNESDAY)


def test_a_guest_of_that_night_is_asked() -> None:
    guest = dancer("Uma Sol", "Principal")
    assert any(one.person_id == "sol" for one in eligible(company_book(guest), QUEEN, WEDNESDAY))


def _without_shows(book: Book) -> list[Record]:
    return [one for kind in KINDS if kind not in (BillItem, Performance) for one in book.all(kind)]


def test_without_any_contract_noted_dancers_are_asked_all_the_same() -> None:
    bare = Book.of([one for one in _records(company_book()) if not isinstance(one, Engagement)])
    found = eligible(bare, QUEEN, WEDNESDAY, usual_weeks(bare, THURSDAY))
    assert found[0].person_id == "moss"
    assert found[0].can
    assert {"vega", "moss", "fox"} <= {one.person_id for one in found}
    assert "hall" not in {one.person_id for one in found}


def test_whoever_is_said_to_know_it_by_hand_counts_among_those_who_know_it() -> None:
    assert candidate("paz", QUEEN, [Correction("k", "paz", "queen", "knows")]).knows
    assert not candidate("paz", QUEEN, [Correction("k", "paz", "queen", "learning")]).knows


def test_a_wish_changes_the_order() -> None:
    wish = [Partnership("w", "gia-kim", "okoro")]
    order = [one.person_id for one in eligible(company_book(wish), QUEEN, WEDNESDAY)]
    plain = [one.person_id for one in eligible(company_book(), QUEEN, WEDNESDAY)]
    assert plain.index("fox") < plain.index("gia-kim")
    assert order.index("gia-kim") < order.index("fox")


def _records(book: Book) -> list[Record]:
    return [one for kind in KINDS for one in book.all(kind)]


def test_who_performed_it_comes_before_who_only_covers_and_who_knew_it_after() -> None:
    performed = [
        CareerLine("c", "fox", "Lake", "Queen", when="2025"),
        CareerLine("d", "hana-kim", "Lake", "Queen", when="2013", times=21),
    ]
    days = (date(2026, 9, 21), date(2026, 9, 22), date(2026, 9, 23))
    rehearsals = [
        record
        for day in days
        for record in call(f"c{day}", 600, 60, role_line(f"l{day}", "queen"), day=day, **LAKE)
    ]
    found = eligible(company_book(performed, rehearsals), QUEEN, WEDNESDAY)
    order = [one.person_id for one in found]
    assert order[0] == "fox"
    assert order.index("moss") < order.index("hana-kim")
    knows = {one.person_id: one.knows for one in found}
    assert (knows["fox"], knows["moss"], knows["hana-kim"]) == (True, True, False)


def test_on_a_night_that_was_given_whoever_danced_it_has_performed_it() -> None:
    old = CareerLine("c", "vega", "Lake", "Queen", when="2010", times=9)
    planned = company_book([old])
    given = planned.apply(record_danced(planned, "show-2026-10-15-1170"))
    place = Place("queen", 1, "show-2026-10-15-1170")

    def vega(book: Book) -> Candidate:
        found = eligible(book, place, THURSDAY)
        return next(one for one in found if one.person_id == "vega")

    assert vega(planned).tier != PERFORMED
    assert (vega(given).tier, vega(given).holds) == (PERFORMED, "has it now")
    assert vega(given).reasons[0].text == "Knows it, danced 10 times, last 15 Oct 2026"


def test_a_place_nobody_had_yet_is_offered_to_those_near_in_rank() -> None:
    empty = [Cast("cast-9", production_id="lake", name="9th", order=9)]
    book = company_book(empty)
    bare = Book.of([one for one in _records(book) if not hasattr(one, "spot")])
    found = eligible(bare, Place("spirits", 1, None, "cast-9"), WEDNESDAY)
    ranks = [one.rank for one in found if one.suits]
    assert ranks[0] == "Corps"
    assert ranks[-1] == "Principal"
