from __future__ import annotations

from castapp.domain.calls import Call
from castapp.services.calls import create_call, move_call, move_calls, remove_calls
from castapp.ui.deed_words import deed_words, whither
from tests.builders import FRIDAY, THURSDAY, call, company_book

BOOK = company_book(
    call("solo", 660, 60, people=["vega"]),
    call("duet", 840, 60, people=["moss"], studio_id="studio-2"),
)


def test_a_move_says_the_new_time_and_place_and_whether_there_is_a_finding() -> None:
    edit = move_call(BOOK, "solo", THURSDAY, 690, "studio-2")
    said = deed_words(BOOK.apply(edit), edit)
    assert said == "Rehearsal: 11.30 to 12.30, Studio 2. No finding."


def test_another_day_and_a_clash_are_said() -> None:
    moved = BOOK.apply(move_call(BOOK, "duet", FRIDAY, 660, "studio-1"))
    edit = move_call(moved, "solo", FRIDAY, 660, "studio-1")
    said = deed_words(moved.apply(edit), edit)
    assert said == "Rehearsal: Fri 16 Oct, 11.00 to 12.00, Studio 1. 1 finding."


def test_of_several_calls_the_deed_is_said() -> None:
    edit = move_calls(
        BOOK, [("solo", THURSDAY, 600, "studio-1"), ("duet", THURSDAY, 900, "studio-2")]
    )
    assert deed_words(BOOK.apply(edit), edit) == f"{edit.label}. No finding."
    assert whither(BOOK, edit) == "the first to Thu 15 Oct, 10.00 to 11.00, Studio 1"


def test_what_puts_no_call_anywhere_is_named_only() -> None:
    edit = remove_calls(BOOK, ["solo"])
    assert deed_words(BOOK.apply(edit), edit) == f"{edit.label}."
    assert whither(BOOK, edit) == ""


def test_a_new_call_goes_nowhere_from_anywhere() -> None:
    edit = create_call(BOOK, Call("new", THURSDAY, 1020, 60))
    assert whither(BOOK, edit) == ""
    said = deed_words(BOOK.apply(edit), edit)
    assert said.startswith("Rehearsal: Thu 15 Oct, 17.00 to 18.00, no studio.")
