from __future__ import annotations

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.ui.screens.schedule.verbs import VERBS
from tests.builders import THURSDAY, call, company_book

BOOK = company_book(
    call("one", 660, 60, people=["vega"], production_id="lake"),
    call("two", 720, 45, people=["vega"], production_id="lake"),
    call("far", 840, 60, studio_id="studio-2", people=["okoro"]),
)


def after(verb: str, *calls: str) -> Book:
    return BOOK.apply(VERBS[f"schedule.{verb}"](BOOK, calls))


def spans(book: Book) -> list[tuple[int, int]]:
    return sorted((one.start, one.end) for one in book.where(Call, "day", THURSDAY))


def test_a_call_is_split_on_the_quarter_and_joined_again() -> None:
    assert spans(after("split", "one"))[:2] == [(660, 690), (690, 720)]
    assert spans(after("join", "one", "two")) == [(660, 765), (840, 900)]


def test_two_calls_change_places() -> None:
    book = after("swap", "one", "far")
    assert (book.get(Call, "one").studio_id, book.get(Call, "one").start) == ("studio-2", 840)
    assert book.get(Call, "far").start == 660


def test_everything_from_here_moves_by_a_quarter() -> None:
    assert spans(after("later", "two")) == [(660, 720), (735, 780), (855, 915)]
    assert spans(after("later_here", "two")) == [(660, 720), (735, 780), (840, 900)]
    assert spans(after("earlier", "far"))[-1] == (825, 885)


@pytest.mark.parametrize(
    ("verb", "calls"), [("split", ["one", "two"]), ("join", ["one"]), ("swap", []), ("later", [])]
)
def test_a_wrong_number_of_calls_is_refused_in_words(verb: str, calls: list[str]) -> None:
    with pytest.raises(Invalid, match=r"^Choose "):
        VERBS[f"schedule.{verb}"](BOOK, calls)
