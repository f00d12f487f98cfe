"""What follows from a solution, said before it is taken."""

from __future__ import annotations

from castapp.domain.casting import Performance
from castapp.services.cover.aftermath import aftermath
from castapp.services.cover.coming_back import coming_back
from castapp.services.cover.following import following
from castapp.services.cover.request import Request
from castapp.services.cover.solution import NO_RECASTING
from castapp.services.cover.take import take
from tests.builders import THURSDAY, call, company_book, staff

SHOW = "show-2026-10-15-1170"


def test_who_takes_which_call_of_a_pianist() -> None:
    book = company_book(
        staff("Ned Orme", "pianist"),
        call("c", 17 * 60, 30, people=["fox"], pianist_id="ito", production_id="lake"),
        call("d", 17 * 60, 45, people=["paz"], pianist_id="ito", production_id="lake"),
    )
    request = Request(("ito",), THURSDAY, 16 * 60, THURSDAY)
    said = following(book, aftermath(book, request, NO_RECASTING))
    assert said == [
        "Thu 15 Oct, 17.00, Lake: played for by Orme",
        "Thu 15 Oct, 17.00, Lake: has nobody who plays for it",
    ]


def test_the_pit_of_a_conductor_goes_to_another_and_back() -> None:
    book = company_book(staff("Amy Stone", "conductor"))
    request = Request(("reyes",), THURSDAY, 16 * 60, THURSDAY)
    after = aftermath(book, request, NO_RECASTING)
    assert following(book, after) == ["Thu 15 Oct, 19.30, Lake, pit: conducted by Stone"]
    taken = book.apply(take(book, request, NO_RECASTING, after))
    assert taken.get(Performance, SHOW).conductor_id == "stone"
    back = taken.apply(coming_back(taken, "reyes", THURSDAY, 17 * 60).edit)
    assert back.get(Performance, SHOW).conductor_id == "reyes"
