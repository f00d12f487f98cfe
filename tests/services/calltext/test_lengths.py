from __future__ import annotations

import pytest

from castapp.domain.calls import Call
from castapp.services.calltext import reading
from tests.builders import THURSDAY, call, company_book

BOOK = company_book(
    call("class-1", 615, 75, kind="class"),
    call("class-2", 615, 75, kind="class", studio_id="studio-2"),
    call("next", 720, 60, studio_id="studio-2"),
)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("lake duet s2 9.00", 60),
        ("class s2 14.00", 75),
        ("lake duet s2 11.30", 30),
        ("lake duet s2 9.00 45 min", 45),
        ("lake duet s2 9.00-9.20", 20),
        ("stage call lake stage 18.30", 25),
        ("lake duet", 15),
    ],
)
def test_a_length_is_the_usual_one_as_far_as_the_place_it_goes_to_has_room(
    text: str, minutes: int
) -> None:
    around = Call("new", THURSDAY, 690, 15, studio_id="studio-1")
    found = reading(BOOK, text, THURSDAY, around)
    assert found.call is not None, found.problem
    assert found.call.minutes == minutes


def test_a_loose_length_gives_way_where_it_stands() -> None:
    around = Call("new", THURSDAY, 690, 15, studio_id="studio-1")
    found = reading(BOOK, "class", THURSDAY, around, loose=True)
    assert found.call is not None
    assert found.call.minutes == 75


def test_a_call_of_the_book_keeps_its_length_wherever_it_goes() -> None:
    drawn = company_book(call("drawn", 690, 15))
    found = reading(drawn, "lake s2 9.00", THURSDAY, drawn.get(Call, "drawn"))
    assert found.call is not None
    assert found.call.minutes == 15
