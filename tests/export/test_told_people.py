"""Who must be told, from the records alone: castings, covers, calls, put-ins, the pit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.export.told_people import ToTell, told_at, told_back
from castapp.services import covering
from castapp.services.cover.aftermath import aftermath
from castapp.services.cover.coming_back import back_on
from castapp.services.cover.request import Request
from castapp.services.cover.solution import NO_RECASTING
from castapp.services.cover.solve import fewest
from castapp.services.cover.take import take, told, told_of
from tests.builders import THURSDAY, call, casting, company_book, role_line, staff

NIGHT = Request(("vega",), THURSDAY, 12 * 60, THURSDAY)


def after(book: Book, request: Request = NIGHT) -> Book:
    solution = fewest(book, request) or NO_RECASTING
    return book.apply(take(book, request, solution, aftermath(book, request, solution), off="off"))


def by_person(found: tuple[ToTell, ...]) -> dict[str, ToTell]:
    return {one.person_id or one.desk: one for one in found}


def test_before_it_is_taken_and_after_the_same_is_said() -> None:
    book = company_book(call("c", 15 * 60, 30, role_line("l", "queen", "cast-1"), lead_id="hall"))
    solution = fewest(book, NIGHT)
    assert solution is not None
    follows = aftermath(book, NIGHT, solution)
    assert follows.put_ins
    before = told(book, NIGHT, solution, follows)
    now = told_of(book.apply(take(book, NIGHT, solution, follows, off="off")), NIGHT)
    assert before == now


def test_whoever_takes_a_put_in_or_a_changed_call_is_told() -> None:
    now = after(
        company_book(call("c", 15 * 60, 30, role_line("l", "queen", "cast-1"), lead_id="hall"))
    )
    found = by_person(told_of(now, NIGHT))
    put_in = next(one for one in now.all(Call) if one.title == "Put-in, Queen")
    assert put_in.pianist_id == "ito"
    texts = found["hall"].texts
    assert any("Put-in, Queen" in text and "new call" in text for text in texts)
    assert any("Moss comes for Vega" in text for text in texts)
    assert any("Put-in, Queen" in text for text in found["ito"].texts)
    assert found["moss"].by == min(15 * 60, put_in.start)
    assert found["hall"].desk == "répétiteur"


def test_who_covers_now_is_told_and_desks_without_anybody_stand_too() -> None:
    now = after(company_book([casting("cast-1", "queen", 1, "hana-kim", 2)]))
    found = by_person(told_of(now, NIGHT))
    assert any("covers Queen" in text for text in found["hana-kim"].texts)
    assert found["wardrobe, wigs"].by == 19 * 60 + 30 - 35
    assert found["front of house"].by == 18 * 60 + 30


def test_many_calls_are_told_as_one() -> None:
    calls = [call(f"c{n}", 15 * 60, 30, people=["vega", "fox"], lead_id="hall",
                  day=THURSDAY + timedelta(days=n)) for n in range(5)]  # fmt: skip
    request = Request(("vega",), THURSDAY, 12 * 60)
    found = by_person(told_of(after(company_book(*calls), request), request))
    texts = found["vega"].texts
    assert "5 calls, Thu 15 Oct to Mon 19 Oct: does not come" in texts
    assert len(found["vega"].matters) == 6


def test_a_conductor_off_is_followed_in_the_pit() -> None:
    book = company_book(staff("Amy Stone", "conductor"))
    request = Request(("reyes",), THURSDAY, 12 * 60, THURSDAY)
    found = by_person(told_of(after(book, request), request))
    assert found["stone"].texts == ("Lake, Thu 15 Oct, 19.30: conducts for Reyes",)
    assert found["reyes"].texts == ("Lake, Thu 15 Oct, 19.30: does not conduct, Stone conducts",)


def test_back_on_is_told_to_those_alone_who_heard_of_it() -> None:
    now = after(company_book())
    whole = now.apply(back_on(now, "vega", THURSDAY, 12 * 60))
    assert told_back(now, whole, THURSDAY, "vega") == ()
    moss = by_person(told_of(now, NIGHT))["moss"]
    knows = now.apply(covering.tell(now, moss, datetime(2026, 10, 15, 12, tzinfo=UTC), "Mills"))
    heard = by_person(told_back(knows, whole, THURSDAY, "vega"))
    assert set(heard) == {"moss"}
    assert any("does not dance Queen" in text for text in heard["moss"].texts)


def test_a_desk_alone_is_told_and_untold_and_hears_that_somebody_is_back() -> None:
    now = after(company_book())
    front = by_person(told_of(now, NIGHT))["front of house"]
    at = datetime(2026, 10, 15, 12, tzinfo=UTC)
    knows = now.apply(covering.tell(now, front, at, "Mills"))
    note = told_at(knows, front)
    assert note is not None
    assert (note.at, note.by) == ("2026-10-15T12:00:00+00:00", "Mills")
    assert told_at(knows, by_person(told_of(now, NIGHT))["wardrobe, wigs"]) is None
    assert {one.key for one in told_back(knows, now, THURSDAY, "vega")} == {"front of house"}
    assert knows.apply(covering.untell(knows, front)) == now
