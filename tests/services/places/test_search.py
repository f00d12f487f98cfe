from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.company import RuleSetting
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.services.calls import move_call, move_calls
from castapp.services.findings import new_findings
from castapp.services.places import Place, Search, find_places, moved_to
from tests.builders import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    call,
    company_book,
    role_line,
)

ROOMS = ("studio-1", "studio-2")


def search(book: Book, *days: date, **more: Any) -> Search:
    chosen = days or (FRIDAY,)
    return find_places(book, book.get(Call, "it"), chosen, studios=ROOMS, **more)


def starts(found: Search, studio_id: str = "studio-1") -> set[int]:
    return {spot.start for spot in found.ranking if spot.studio_id == studio_id}


def place(found: Search, start: int) -> Place:
    return next(one for one in found.best if one.spot.start == start)


def test_nobody_is_put_where_they_are_already_called() -> None:
    book = company_book(
        call("it", 600, 60, people=("vega",), day=FRIDAY),
        call("other", 660, 60, people=("vega",), day=FRIDAY, studio_id="studio-a"),
    )
    assert not {start for start in starts(search(book)) if 600 < start < 720}
    assert {600, 720} <= starts(search(book))


def test_a_taken_studio_and_a_busy_coach_are_left_out() -> None:
    book = company_book(
        call("it", 600, 60, people=("vega",), day=FRIDAY, lead_id="hall"),
        call("room", 600, 60, people=("moss",), day=FRIDAY),
        call("coach", 720, 60, people=("paz",), day=FRIDAY, studio_id="studio-a", lead_id="hall"),
    )
    found = search(book)
    assert 615 not in starts(found)
    assert 600 in starts(found, "studio-2")
    assert 720 not in starts(found, "studio-2")


def test_the_stage_is_held_by_the_show_from_the_half() -> None:
    book = company_book(call("it", 600, 60, people=("hart",), kind="stage call"))
    found = find_places(book, book.get(Call, "it"), [THURSDAY], studios=["stage"])
    assert max(spot.start for spot in found.ranking) + 60 <= 19 * 60 + 30 - 35


def test_a_call_over_midnight_holds_its_people_next_morning() -> None:
    book = company_book(
        call("it", 600, 60, people=("vega",), day=FRIDAY),
        call("night", 23 * 60, 9 * 60 + 30, people=("vega",), studio_id="studio-a"),
    )
    assert min(starts(search(book))) == 8 * 60 + 30


def test_joining_late_only_counts_from_then_on() -> None:
    book = company_book(
        call("it", 600, 60, day=FRIDAY),
        [Called("l", "it", "person", person_id="vega", joins=630)],
        call("other", 720, 30, people=("vega",), day=FRIDAY, studio_id="studio-a"),
    )
    assert 720 in starts(search(book))
    assert 705 not in starts(search(book))


def test_the_best_is_where_nobody_waits() -> None:
    book = company_book(
        call("it", 1080, 60, people=("vega", "okoro"), day=FRIDAY),
        call("before", 660, 60, people=("vega", "okoro"), day=FRIDAY),
    )
    best = search(book).best[0]
    assert best.spot.start in (600, 720, 735)
    assert "nobody waits" in best.words


def test_beside_the_other_call_of_the_section_in_the_same_studio() -> None:
    lake: dict[str, Any] = {"production_id": "lake", "sections": ("lake-ii",), "day": FRIDAY}
    book = company_book(
        call("it", 1080, 60, people=("vega",), **lake),
        call("before", 660, 60, people=("vega",), studio_id="studio-2", **lake),
    )
    best = search(book).best[0]
    assert best.spot.studio_id == "studio-2"
    assert "LK II" in best.words


def test_lunch_and_the_day_are_said_with_their_numbers() -> None:
    book = company_book(
        call("it", 1080, 45, people=("vega",), day=FRIDAY),
        call("morning", 600, 120, people=("vega",), day=FRIDAY),
        call("afternoon", 780, 180, people=("vega",), day=FRIDAY),
    )
    found = search(book, hours=(720, 780))
    assert "of 60 min for a meal" in place(found, 720).words
    long_day = search(book, hours=(960, 1200))
    assert "over 6 h a day" not in long_day.best[0].words
    tight = book.apply(_put(book, RuleSetting("s", "hours_a_day", "hours", 5.0)))
    assert "45 min over 5 h a day" in search(tight, hours=(960, 1200)).best[0].words


def test_the_week_counts_and_so_does_the_free_day() -> None:
    week = [MONDAY + timedelta(days=n) for n in range(7)]
    days = [
        call(f"d{n}", 600, 60, people=("vega",), day=day, studio_id="studio-2")
        for n, day in enumerate(week) if day not in (SATURDAY, THURSDAY)
    ]  # fmt: skip
    book = company_book(call("it", 600, 60, people=("vega",), day=FRIDAY), *days)
    assert "no free day" in search(book, SATURDAY).best[0].words
    assert "no free day" not in search(book, MONDAY).best[0].words


def test_free_days_are_counted_over_any_days_in_a_row() -> None:
    """Six days of work from a Friday on: a day before or after them would be the seventh."""
    monday = MONDAY + timedelta(days=14)
    worked = [monday + timedelta(days=n) for n in (4, 5, 6, 7, 8, 9)]
    days = [
        call(f"d{n}", 600, 60, people=("vega",), day=day, studio_id="studio-2")
        for n, day in enumerate(worked)
    ]
    book = company_book(call("it", 600, 60, people=("vega",), day=monday), *days)

    def told(after: int) -> bool:
        day = monday + timedelta(days=after)
        edit = move_call(book, "it", day, 600, "studio-1")
        said = "no free day" in search(book, day).best[0].words
        assert said == any(one.rule == "free_days" for one in new_findings(book, edit))
        return said

    assert [told(after) for after in (2, 3, 10, 11)] == [False, True, True, False]


def test_night_rest_and_travel() -> None:
    book = company_book(
        call("it", 600, 60, people=("vega",), day=WEDNESDAY),
        call("late", 20 * 60, 180, people=("vega",), day=TUESDAY),
        call("far", 900, 60, people=("vega",), day=WEDNESDAY, studio_id="studio-a"),
    )
    assert "short of 11 h of rest" in search(book, WEDNESDAY, hours=(480, 540)).best[0].words
    assert "short for the way" in search(book, WEDNESDAY, hours=(840, 900)).best[0].words


def test_away_all_the_time_is_offered_last_and_said() -> None:
    book = company_book(
        call("it", 600, 60, people=("vega", "okoro"), day=FRIDAY),
        [Absence("a", "vega", FRIDAY, FRIDAY)],
    )
    both = search(book, FRIDAY, SATURDAY)
    assert {spot.day for spot in both.ranking} == {SATURDAY}
    only = search(book, FRIDAY)
    assert only.best[0].hard
    assert "Vega is away or off" in only.best[0].words


def test_off_from_the_afternoon_leaves_the_morning() -> None:
    book = company_book(
        call("it", 600, 60, people=("vega",), day=FRIDAY),
        [Participation("p", "vega", FRIDAY, "off", since_clock=840)],
    )
    assert max(starts(search(book))) < 840


def test_a_new_call_is_searched_for_with_its_lines() -> None:
    book = company_book(call("other", 600, 600, people=("vega",), day=FRIDAY, studio_id="studio-a"))
    new = Call("new", FRIDAY, 600, 60, production_id="lake")
    line = role_line("l", "queen", "cast-1")
    bound = Called("l", "new", "role", line.role_id, line.cast_ids)
    found = find_places(book, new, [FRIDAY], [bound], studios=ROOMS)
    assert starts(found) == {480, 495, 510, 525, 540, *range(1200, 1261, 15)}
    with pytest.raises(Invalid, match="another call"):
        find_places(book, new, [FRIDAY], [Called("l", "x", "person", person_id="vega")])


def test_why_there_is_no_place() -> None:
    full = company_book(
        call("it", 600, 60, people=("vega",), day=FRIDAY),
        call("a", 420, 900, day=FRIDAY),
        call("b", 420, 900, day=FRIDAY, studio_id="studio-2"),
    )
    assert search(full).nowhere[0].startswith("Every studio is taken")
    busy = company_book(
        call("it", 600, 60, people=("vega",), day=FRIDAY),
        call("a", 420, 900, day=FRIDAY, studio_id="studio-a", people=("vega",)),
    )
    assert search(busy).nowhere[0].startswith("Whenever a studio is free")
    assert search(busy, hours=(600, 630)).nowhere[0].startswith("The call is longer")
    none = find_places(busy, busy.get(Call, "it"), [FRIDAY], studios=["gone"])
    assert "no studio" in none.nowhere[0]


def test_the_best_five_do_not_lie_on_one_another() -> None:
    book = company_book(call("it", 600, 60, people=("vega",), day=FRIDAY))
    best = search(book).best
    assert len(best) == 5
    for one, two in combinations(best, 2):
        overlapping = one.spot.start < two.end and two.spot.start < one.end
        assert not overlapping or one.spot.studio_id != two.spot.studio_id


def test_a_single_studio_is_enough_for_five() -> None:
    book = company_book(call("it", 600, 60, people=("vega",), day=FRIDAY))
    found = find_places(book, book.get(Call, "it"), [FRIDAY], studios=["studio-1"])
    assert len(found.best) == 5


def test_the_judge_finds_nothing_hard_in_the_small_book() -> None:
    book = company_book(
        call("it", 600, 60, role_line("l", "spirits"), day=THURSDAY, lead_id="hall"),
        call("o1", 660, 60, people=("fox",), day=THURSDAY, lead_id="hall", studio_id="studio-2"),
        call("o2", 840, 60, people=("gia-kim",), day=THURSDAY, studio_id="studio-a"),
    )
    found = search(book, THURSDAY, FRIDAY)
    assert found.ranking
    for spot in found.ranking:
        edit = move_calls(book, [moved_to(book.get(Call, "it"), spot)])
        assert not [one for one in new_findings(book, edit) if one.severity == "hard"]


def _put(book: Book, record: RuleSetting) -> Edit:
    draft = Draft(book)
    draft.put(record)
    return draft.edit("")
