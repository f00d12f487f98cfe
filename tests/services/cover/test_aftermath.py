"""What follows a solution: calls handed on, covers refilled, put-ins, set off, and back again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.covers import covers as going_on
from castapp.domain.programme import parts
from castapp.domain.standing import standing
from castapp.services.calls import add_called
from castapp.services.cover.aftermath import aftermath
from castapp.services.cover.coming_back import coming_back, replaced_people
from castapp.services.cover.following import following
from castapp.services.cover.handing import handed_words
from castapp.services.cover.refilling import until_words
from castapp.services.cover.request import Locks, Request
from castapp.services.cover.solution import NO_RECASTING, Solution
from castapp.services.cover.solve import fewest
from castapp.services.cover.take import take, told
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

SHOW = "show-2026-10-15-1170"
NIGHT = Request(("vega",), THURSDAY, 16 * 60, THURSDAY)


def solved(book: Book, request: Request = NIGHT) -> Solution:
    found = fewest(book, request)
    assert found is not None
    return found


def taken(book: Book, request: Request = NIGHT, off: str = "off") -> Book:
    solution = solved(book, request)
    return book.apply(take(book, request, solution, aftermath(book, request, solution), off=off))


def called(book: Book, call_id: str) -> set[str]:
    return {one.person_id for one in called_people(book, book.get(Call, call_id))}


def covers(book: Book, role_id: str = "queen") -> list[tuple[int, str | None]]:
    night = book.get(Performance, SHOW)
    return [(one.cover, one.person_id) for one in parts(book, night)
            if one.cover and one.role_id == role_id]  # fmt: skip


def test_the_call_of_the_role_goes_to_whoever_dances_it_now() -> None:
    book = company_book(call("c", 17 * 60, 30, role_line("l", "queen", "cast-1")))
    after = aftermath(book, NIGHT, solved(book))
    (one,) = after.calls
    assert (one.to_id, handed_words(book, one)) == ("moss", "moved to Moss")
    assert called(taken(book), "c") == {"moss"}


def test_whoever_is_busy_then_does_not_come_and_other_calls_are_left() -> None:
    book = company_book(
        call("c", 17 * 60, 30, role_line("l", "queen", "cast-1")),
        call("fitting", 17 * 60, 30, people=["moss"]),
        call("class", 16 * 60 + 15, 30, people=["vega", "fox"]),
    )
    found = aftermath(book, NIGHT, solved(book)).calls
    assert [one.to_id for one in found] == [None, None]
    assert handed_words(book, found[0]) == "Vega is taken out"
    assert called(taken(book), "class") == {"fox"}


def test_of_a_time_without_end_all_calls_planned_are_handed_on() -> None:
    later = THURSDAY + timedelta(days=7)
    book = company_book(
        call("c", 17 * 60, 30, people=["vega"]), call("d", 17 * 60, 30, people=["vega"], day=later)
    )
    request = replace(NIGHT, last=None)
    found = aftermath(book, request, solved(book, request)).calls
    assert [one.call_id for one in found] == ["c", "d"]


def test_a_call_to_take_goes_to_free_staff_and_comes_back() -> None:
    book = company_book(
        staff("Ira Dunn", "répétiteur"),
        call("c", 17 * 60, 30, role_line("l", "spirits"), lead_id="hall", production_id="lake"),
    )
    request = replace(NIGHT, people=("hall",))
    assert fewest(book, request) is None
    after = aftermath(book, request, NO_RECASTING)
    assert handed_words(book, after.calls[0]) == "taken by Dunn"
    edit = take(book, request, NO_RECASTING, after, off="off")
    assert edit.label == "Cover for Hall: calls handed on"
    now = book.apply(edit)
    assert now.get(Call, "c").lead_id == "dunn"
    assert standing(now, "hall", THURSDAY).word == "away"
    back = now.apply(coming_back(now, "hall", THURSDAY, 16 * 60 + 5).edit)
    assert back.get(Call, "c").lead_id == "hall"
    assert standing(back, "hall", THURSDAY).word == "full"


def test_the_cover_who_goes_on_is_followed_by_the_next() -> None:
    book = company_book(dancer("Nora Ash"), [casting("cast-1", "queen", 1, "ash", 2)])
    assert covers(taken(book)) == [(1, "ash")]


def test_where_no_cover_is_left_somebody_who_knows_it_stands_by() -> None:
    book = company_book(dancer("Nora Ash"), [casting("cast-2", "queen", 1, "ash", 3)])
    solution = solved(book)
    (place,) = aftermath(book, NIGHT, solution).covers
    assert place.out_id == "moss"
    assert place.in_id == "ash"
    assert until_words(book, place) == ""
    without = Locks(frozenset({"ash"}))
    (left,) = aftermath(book, NIGHT, solution, without).covers
    assert left.in_id is None


@pytest.mark.parametrize("cast_id", ["cast-1", "cast-2"])
def test_nobody_who_dances_then_is_called_the_cover(cast_id: str) -> None:
    book = company_book([casting(cast_id, "queen", 1, "paz", 3)])
    solution = solved(book)
    after = aftermath(book, NIGHT, solution)
    (place,) = after.covers
    assert (place.out_id, place.in_id) == ("moss", None)
    assert following(book, after)[0] == "Thu 15 Oct, Queen: has no cover left"
    assert going_on(taken(book), book.get(Performance, SHOW)).get(("queen", 1), ()) == ()


def test_the_covers_a_solution_uses_up_are_said_and_stay_named() -> None:
    away = Absence("a", "moss", THURSDAY)
    named = [casting("cast-1", "couple", 1, "fox", 1), casting("cast-2", "queen", 1, "fox", 3)]
    book = company_book([away], named)
    assert going_on(book, book.get(Performance, SHOW))[("couple", 1)] == ("fox",)
    solution = solved(book)
    after = aftermath(book, NIGHT, solution)
    used = {(one.role_id, one.spot, one.out_id, one.in_id) for one in after.covers if one.used}
    assert used == {("couple", 1, "fox", None), ("spirits", 2, "hana-kim", None)}
    assert "Thu 15 Oct, Duet 1: has no cover left" in following(book, after)
    assert (1, "fox") in covers(taken(book), "couple")


def test_whoever_is_off_covers_nobody() -> None:
    book = company_book([casting("cast-1", "prince", 1, "vega", 2)])
    assert "vega" not in {one for _, one in covers(taken(book), "prince")}


def test_set_off_as_health_would_and_only_who_is_not_off_yet() -> None:
    after = taken(company_book())
    now = standing(after, "vega", THURSDAY)
    assert (now.word, now.since_clock, now.until) == ("off", 16 * 60, THURSDAY)
    known = company_book([Participation("p", "vega", THURSDAY, "off")])
    assert list(taken(known).all(Participation)) == list(known.all(Participation))


def test_a_planned_absence_is_kept_as_one() -> None:
    book = company_book(show(FRIDAY, cast_id="cast-1"))
    request = Request(("vega",), THURSDAY, 0, FRIDAY)
    away = standing(taken(book, request, "guest engagement"), "vega", FRIDAY).absence
    assert away is not None
    assert (away.first, away.last, away.kind) == (THURSDAY, FRIDAY, "guest engagement")
    with pytest.raises(Invalid, match="kind of absence"):
        taken(book, request, "holiday")


def test_back_on_gives_calls_covers_and_standing_back() -> None:
    book = company_book(
        call("c", 17 * 60, 30, role_line("l", "queen", "cast-1")),
        [casting("cast-1", "queen", 1, "paz", 2)],
        [Participation("p", "vega", THURSDAY.replace(day=1), "modified",
                       (Restriction("no_turns_left"),))],
    )  # fmt: skip
    gone = taken(book)
    assert replaced_people(gone) == ("vega",)
    back = coming_back(gone, "vega", THURSDAY, 16 * 60 + 5)
    assert (back.nights, back.calls > 0, back.danced) == (1, True, ())
    again = gone.apply(back.edit)
    assert called(again, "c") == {"vega"}
    assert covers(again) == [(1, "moss"), (2, "paz")]
    now = standing(again, "vega", THURSDAY)
    assert (now.word, [one.code for one in now.restrictions]) == ("modified", ["no_turns_left"])
    assert [one.id for one in again.all(Call)] == ["c"]


def test_what_has_been_danced_stays_and_is_said() -> None:
    book = company_book(show(FRIDAY, cast_id="cast-1"))
    request = Request(("vega",), THURSDAY, 16 * 60, FRIDAY)
    gone = taken(book, request)
    back = coming_back(gone, "vega", FRIDAY, 10 * 60)
    assert back.nights == 1
    assert back.danced == ("Lake, Thu 15 Oct: Queen was danced by Moss",)
    late = coming_back(gone, "vega", FRIDAY, 23 * 60)
    assert not late.anything
    assert not late.edit


def test_an_exclusion_by_hand_is_not_touched_by_coming_back() -> None:
    plain = company_book(call("c", 17 * 60, 30, people=["vega", "fox"]))
    by_hand = Called("by-hand", "c", "person", person_id="vega", exclude=True)
    mine = plain.apply(add_called(plain, "c", [by_hand]))
    gone = taken(mine)
    back = gone.apply(coming_back(gone, "vega", THURSDAY, 16 * 60 + 5).edit)
    assert called(back, "c") == {"fox"}


def test_who_covers_and_who_comes_to_a_call_is_told() -> None:
    book = company_book(
        call("c", 17 * 60, 30, role_line("l", "queen", "cast-1")),
        dancer("Nora Ash"),
        [casting("cast-1", "queen", 1, "ash", 2)],
    )
    solution = solved(book)
    after = aftermath(book, NIGHT, solution)
    found = {one.person_id: one for one in told(book, NIGHT, solution, after)}
    covers_it = "covers Queen, for Moss"
    assert f"Lake, Thu 15 Oct, 19.30: {covers_it}" in found["ash"].texts
    assert any("comes for Vega" in text for text in found["moss"].texts)
    assert found["moss"].by < 19 * 60


def test_an_absence_ends_the_day_before_they_are_back() -> None:
    book = company_book(show(FRIDAY, cast_id="cast-1"),
                        [Absence("a", "vega", THURSDAY)])  # fmt: skip
    request = Request(("vega",), THURSDAY, 0)
    gone = taken(book, request)
    again = gone.apply(coming_back(gone, "vega", FRIDAY, 9 * 60).edit)
    (absence,) = again.all(Absence)
    assert absence.last == THURSDAY
