"""What single rules do beyond their plain case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.casting import Casting, Override
from castapp.domain.company import COMPANY_ID, Company, RuleSetting, Site, Studio
from castapp.domain.draft import Draft
from castapp.domain.finding import Finding
from castapp.domain.record import Record
from castapp.domain.repertory import Role
from castapp.rules.judge import accepted, findings
from castapp.services import findings as service
from tests.builders import MONDAY, THURSDAY, TUESDAY, call, company_book, dancer, role_line, show

SHOW = f"show-{THURSDAY.isoformat()}-1170"
FREE = dancer("Zoe Lane")


def found(book: Book, rule: str, day: date = MONDAY) -> list[Finding]:
    return [one for one in findings(book, [day]) if one.rule == rule]


def setting(rule: str, limit: str = "", value: float = 0.0, word: str = "") -> RuleSetting:
    return RuleSetting(f"s-{rule}-{limit}", rule, limit, value, word)


def changed(book: Book, *records: object) -> Book:
    draft = Draft(book)
    for record in records:
        draft.put(record)  # type: ignore[type-var]
    return book.apply(draft.edit("test"))


def test_a_call_past_midnight_clashes_with_the_next_morning() -> None:
    book = company_book(
        call("late", 1380, 120, people=["vega"], day=MONDAY),
        call("early", 30, 60, people=["vega"], day=TUESDAY, studio_id="studio-2"),
    )
    (clash,) = found(book, "person_twice", TUESDAY)
    assert (clash.start, clash.end, clash.over) == (30, 60, 30)


def test_touching_calls_do_not_clash() -> None:
    book = company_book(
        call("a", 600, 60, people=["vega"], day=MONDAY),
        call("b", 660, 60, people=["vega"], day=MONDAY, studio_id="studio-2"),
    )
    assert found(book, "person_twice") == []


def test_somebody_who_leaves_early_is_free_then() -> None:
    book = company_book(
        call("a", 600, 120, role_line("l", "queen", "cast-1", leaves=660), day=MONDAY),
        call("b", 660, 60, people=["vega"], day=MONDAY, studio_id="studio-2"),
    )
    assert found(book, "person_twice") == []


def test_cancelled_calls_break_nothing() -> None:
    book = company_book(
        call("a", 600, 120, people=["vega"], day=MONDAY, state="cancelled"),
        call("b", 660, 60, people=["vega"], day=MONDAY),
    )
    assert findings(book, [MONDAY]) == []


def test_a_call_during_a_show_is_only_warned_of_for_a_cover() -> None:
    book = company_book(call("a", 1200, 30, people=["vega", "moss"], studio_id="studio-2"))
    grades = {one.people: one.severity for one in found(book, "person_twice", THURSDAY)}
    assert grades == {("vega",): "hard", ("moss",): "warning"}


def test_lead_of_one_call_and_dancer_in_another() -> None:
    book = company_book(
        call("a", 600, 60, day=MONDAY, lead_id="vega"),
        call("b", 600, 60, people=["vega"], day=MONDAY, studio_id="studio-2"),
    )
    assert len(found(book, "person_twice")) == 1
    assert found(book, "lead_twice") == []


def test_what_began_at_a_clock_time_counts_from_then() -> None:
    book = company_book(
        FREE,
        call("a", 600, 60, people=["lane"], day=MONDAY),
        call("b", 720, 60, people=["lane"], day=MONDAY),
        [Participation("p", "lane", MONDAY, "off", since_clock=680)],
    )
    assert [one.start for one in found(book, "not_available")] == [720]


@pytest.mark.parametrize(("clock", "told"), [(1200, True), (1270, False)])
def test_off_during_a_show(clock: int, told: bool) -> None:
    """The queen has a section from 20.25 on: off at 20.00 she misses it, at 21.10 nothing."""
    book = company_book([Participation("p", "vega", THURSDAY, "off", since_clock=clock)])
    assert bool(found(book, "not_available", THURSDAY)) is told


def test_a_cover_who_is_off_is_warned_of() -> None:
    book = company_book([Participation("p", "moss", THURSDAY, "off")])
    (one,) = found(book, "not_available", THURSDAY)
    assert (one.severity, one.what) == ("warning", "off, covers Queen in Lake")


def test_rehab_only_leaves_conditioning() -> None:
    book = company_book(
        FREE,
        call("a", 600, 60, people=["lane"], day=MONDAY, kind="conditioning"),
        call("b", 720, 60, people=["lane"], day=MONDAY, kind="class"),
        [Participation("p", "lane", MONDAY, "rehab only")],
    )
    assert [one.what for one in found(book, "not_available")] == ["rehab only, called to Class"]


def test_acts_in_a_row_are_named_whole() -> None:
    whole: dict[str, Any] = {"production_id": "lake", "day": THURSDAY}
    book = company_book(
        call("a", 600, 75, people=["vega"], title="Acts II, III & IV", **whole),
        call("b", 720, 75, people=["vega"], title="Pas de deux, act II", **whole),
    )
    (one,) = found(book, "show_day", THURSDAY)
    assert one.what.endswith(": Acts II, III & IV, Pas de deux")


def test_a_repetiteur_away_is_told_too() -> None:
    book = company_book(
        call("a", 600, 60, day=MONDAY, lead_id="hall"), [Absence("a", "hall", MONDAY)]
    )
    (one,) = found(book, "absent")
    assert (one.people, one.what) == (("hall",), "away, takes Rehearsal")


def test_a_restriction_in_a_section_the_role_does_not_dance() -> None:
    limits = Participation("p", "fox", MONDAY, "modified", (Restriction("no_pointe"),))
    asked = role_line("l", "spirits")
    there = call("a", 600, 60, asked, day=MONDAY, production_id="lake", sections=("lake-ii",))
    elsewhere = call("a", 600, 60, asked, day=MONDAY, production_id="lake", sections=("lake-i-2",))
    assert len(found(company_book([limits], there), "restriction")) == 1
    assert found(company_book([limits], elsewhere), "restriction") == []


def test_a_restriction_of_somebody_named_for_their_own_role() -> None:
    limits = Participation("p", "fox", MONDAY, "modified", (Restriction("no_pointe"),))
    book = company_book(
        [limits], call("a", 600, 60, people=["fox"], day=MONDAY, production_id="lake")
    )
    assert len(found(book, "restriction")) == 1


def test_class_is_left_to_the_dancer() -> None:
    limits = Participation("p", "fox", MONDAY, "modified", (Restriction("barre_only"),))
    book = company_book([limits], call("a", 600, 60, people=["fox"], day=MONDAY, kind="class"))
    assert found(book, "restriction") == []


@pytest.mark.parametrize(
    ("restriction", "says"),
    [
        (Restriction("hours_a_day", 2), "3 h called, at most 2 h a day"),
        (Restriction("consecutive_minutes", 90), "2 h without a break, at most 90 min in a row"),
    ],
)
def test_counted_restrictions(restriction: Restriction, says: str) -> None:
    book = company_book(
        FREE,
        call("a", 600, 120, people=["lane"], day=MONDAY),
        call("b", 780, 60, people=["lane"], day=MONDAY),
        [Participation("p", "lane", MONDAY, "modified", (restriction,))],
    )
    assert [one.what for one in found(book, "restriction")] == [says]


def test_pointe_minutes_count_the_roles_danced_on_pointe() -> None:
    limits = Participation("p", "vega", MONDAY, "modified", (Restriction("pointe_minutes", 45),))
    book = company_book(
        [limits],
        call("a", 600, 60, role_line("l", "queen", "cast-1"), day=MONDAY, production_id="lake"),
        call("b", 690, 60, people=["vega"], day=MONDAY, kind="class"),
    )
    assert [one.over for one in found(book, "restriction")] == [15]


def test_shows_are_counted_by_the_week_and_by_the_day() -> None:
    week = Participation("p", "vega", MONDAY, "modified", (Restriction("shows_a_week", 1),))
    day = Participation("p", "vega", MONDAY, "modified", (Restriction("no_double_show"),))
    twice = show(curtain=840)
    (weekly,) = found(company_book(twice, [week]), "restriction")
    assert (weekly.day, weekly.what) == (MONDAY, "2 shows this week, at most 1 shows a week")
    (daily,) = found(company_book(twice, [day]), "restriction", THURSDAY)
    assert daily.what == "2 shows, no double-show day"


def test_time_to_change_is_a_grade_milder_than_an_overlap() -> None:
    book = company_book([Override("o", SHOW, "couple", 1, "vega")])
    (one,) = found(book, "two_roles", THURSDAY)
    assert (one.severity, one.over) == ("warning", 10)
    assert one.what == "Lake: 0 of 10 min to change between Queen and Duet 1"


def test_roles_danced_together_are_one() -> None:
    book = company_book([Override("o", SHOW, "spirits", 1, "vega")])
    queen, spirits = book.get(Role, "queen"), book.get(Role, "spirits")
    joined = changed(book, replace(queen, together="both"), replace(spirits, together="both"))
    assert found(book, "two_roles", THURSDAY)
    assert found(joined, "two_roles", THURSDAY) == []


def test_taking_over_mid_show_only_what_is_left_counts() -> None:
    book = company_book([Override("o", SHOW, "spirits", 1, "okoro", from_section_id="lake-ii")])
    assert found(book, "two_roles", THURSDAY)
    freed = changed(book, Override("o2", SHOW, "prince", 1, "lund", from_section_id="lake-ii"))
    assert found(freed, "two_roles", THURSDAY) == []


def test_no_cast_is_told_once() -> None:
    book = company_book(show(MONDAY, cast_id=None))
    assert [one.what for one in found(book, "uncast")] == ["The Lake: no cast chosen"]


def test_covers_wanted_for_the_corps_if_the_company_says_so() -> None:
    leads = company_book([setting("uncovered", "couple", 0)])
    assert found(leads, "uncovered", THURSDAY) == []
    asked = company_book([setting("uncovered", "couple", 0), setting("uncovered", "corps", 1)])
    assert [one.what for one in found(asked, "uncovered", THURSDAY)] == [
        "Lake: no cover for Spirits 1"
    ]


def test_class_and_shows_count_as_hours_only_if_the_limits_say_so() -> None:
    day = [
        *call("class", 600, 90, people=["vega"], day=MONDAY, kind="class"),
        *call("a", 690, 150, people=["vega"], day=MONDAY),
        *call("b", 900, 150, people=["vega"], day=MONDAY),
    ]
    assert [one.over for one in found(company_book(day), "hours_a_day")] == [30]
    without = company_book(day, [setting("hours_a_day", "class", 0)])
    assert found(without, "hours_a_day") == []


def test_hours_that_two_calls_share_count_once() -> None:
    book = company_book(
        call("a", 600, 240, people=["vega"], day=MONDAY),
        call("b", 660, 240, people=["vega"], day=MONDAY, studio_id="studio-2"),
    )
    assert found(book, "hours_a_day") == []


def test_past_the_overtime_the_span_says_so() -> None:
    book = company_book(
        call("a", 540, 60, people=["vega"], day=MONDAY),
        call("b", 1200, 60, people=["vega"], day=MONDAY),
    )
    (one,) = found(book, "span")
    assert one.what == "ends 12 h after the first call; 11 h is the most with overtime"


def test_an_overtime_day_is_no_show_day() -> None:
    book = company_book(call("a", 540, 60, people=["vega"]))
    assert found(book, "span", THURSDAY) == []
    limited = company_book(call("a", 540, 60, people=["vega"]), [setting("span", "show_hours", 11)])
    assert [one.over for one in found(limited, "span", THURSDAY)] == [65]


@pytest.mark.parametrize(
    ("sunday", "says"),
    [
        (date(2026, 10, 25), None),
        (date(2027, 3, 28), "10 h 30 of 11 h rest after Rehearsal"),
        (date(2027, 3, 21), None),
    ],
)
def test_rest_is_counted_in_true_hours(sunday: date, says: str | None) -> None:
    """22.30 to 10.00 is 11½ h by the clock: 12½ when it goes back, 10½ when it goes forward."""
    book = company_book(
        call("a", 1290, 60, people=["vega"], day=sunday - timedelta(days=1)),
        call("b", 600, 60, people=["vega"], day=sunday),
    )
    assert [one.what for one in found(book, "overnight_rest", sunday)] == ([says] if says else [])


def test_rest_on_tour_counts_by_each_venue_s_clock() -> None:
    book = company_book(
        [Site("tour", "Madrid", "Europe/Madrid"), Studio("real", "tour", "Teatro Real")],
        call("a", 1320, 60, people=["vega"], day=MONDAY),
        call("b", 600, 60, people=["vega"], day=TUESDAY, studio_id="real"),
    )
    assert [one.over for one in found(book, "overnight_rest", TUESDAY)] == [60]


def test_time_to_undress_is_taken_off_the_rest() -> None:
    night = [*call("b", 495, 60, people=["vega"], day=THURSDAY + timedelta(days=1))]
    friday = THURSDAY + timedelta(days=1)
    assert found(company_book(night), "overnight_rest", friday) == []
    strict = company_book(night, [setting("overnight_rest", "strip_minutes", 30)])
    assert [one.over for one in found(strict, "overnight_rest", friday)] == [20]


def test_a_dress_rehearsal_on_a_show_day_has_its_own_limit() -> None:
    book = company_book(call("a", 600, 180, people=["vega"], kind="dress"))
    assert found(book, "show_day", THURSDAY) == []


def _working(*days: date, person_id: str = "lane") -> list[list[Record]]:
    return [call(f"c{day}", 600, 60, people=[person_id], day=day) for day in days]


def test_free_days_of_a_fortnight() -> None:
    days = [MONDAY + timedelta(days=n) for n in range(-6, 6)]
    strict = [
        setting("free_days", "days", 2),
        setting("free_days", "per_days", 14),
    ]
    sunday = days[-1] + timedelta(days=1)
    calls = _working(*days)
    for day in (*days, sunday):
        assert found(company_book(FREE, *calls, strict), "free_days", day) == []
    more = company_book(FREE, *calls, *_working(sunday), strict)
    assert found(more, "free_days", days[-1]) == []
    (one,) = found(more, "free_days", sunday)
    assert one.what == "1 of 2 free days in 14 days to Sun 18 Oct"


def test_any_seven_days_in_a_row_count_whatever_week_they_lie_in() -> None:
    """A free Monday, then the Sunday of the week after: twelve days of work between them."""
    days = [MONDAY + timedelta(days=n) for n in range(1, 13)]
    book = company_book(FREE, *_working(*days))
    told = {day: [one.what for one in found(book, "free_days", day)] for day in days}
    assert [day for day in days if told[day]] == days[6:]
    assert told[days[6]] == ["no free day in 7 days to Mon 19 Oct"]


def test_a_call_that_joins_two_weeks_of_work_breaks_the_rule_on_the_seventh_day() -> None:
    days = [MONDAY + timedelta(days=n) for n in (3, 4, 5, 7, 8, 9)]
    book = company_book(FREE, *_working(*days))
    draft = Draft(book)
    for record in call("joins", 600, 60, people=["lane"], day=MONDAY + timedelta(days=6)):
        draft.put(record)
    new = [one for one in service.new_findings(book, draft.edit("join")) if one.rule == "free_days"]
    assert [one.day for one in new] == [MONDAY + timedelta(days=9)]


def test_a_silent_rule_says_nothing() -> None:
    book = company_book(
        call("a", 600, 90, people=["vega"], day=MONDAY),
        call("b", 660, 60, people=["vega"], day=MONDAY, studio_id="studio-2"),
        [setting("person_twice", word="off")],
    )
    assert findings(book, [MONDAY]) == []


def test_a_company_that_starts_its_week_on_sunday() -> None:
    book = company_book(
        [setting("hours_a_week", "hours", 1)], call("a", 600, 120, people=["vega"], day=MONDAY)
    )
    company = book.get(Company, COMPANY_ID)
    book = changed(book, replace(company, first_weekday=6))
    assert found(book, "hours_a_week") == []
    assert found(book, "hours_a_week", MONDAY - timedelta(days=1))


def test_only_what_concerns_the_people_asked_about() -> None:
    book = company_book(call("a", 600, 400, people=["vega", "moss"], day=MONDAY))
    assert {one.people for one in findings(book, [MONDAY], ["moss"])} == {("moss",)}


def test_acceptance_holds_for_the_same_finding() -> None:
    book = company_book(call("a", 600, 400, people=["vega"], day=MONDAY))
    (one,) = found(book, "hours_a_day")
    assert accepted(book, one) is None
    after = book.apply(service.accept(book, one, "agreed with the delegate", "JM"))
    breach = accepted(after, one)
    assert breach is not None
    assert (breach.reason, breach.by) == ("agreed with the delegate", "JM")


def test_a_cover_on_stage_in_those_sections_is_no_cover() -> None:
    asked = company_book([setting("uncovered", "corps", 0)])
    assert "Spirits" not in " ".join(one.what for one in found(asked, "uncovered", THURSDAY))
    alternate = [one for one in asked.all(Casting) if one.role_id == "spirits" and one.cover]
    assert alternate
    only = company_book(
        [replace(one, person_id="fox") for one in alternate if one.cast_id == "cast-1"]
    )
    said = "Lake: cover of Spirits 2 cannot go on (Fox dances Spirits 1 then)"
    assert said in {one.what for one in found(only, "uncovered", THURSDAY)}
