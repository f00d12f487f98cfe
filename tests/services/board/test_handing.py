from __future__ import annotations

import pytest

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.services.board.handing import hand_over
from tests.builders import call, company_book

BOOK = company_book(call("solo", 660, 60, people=["vega"], lead_id="hall"))


def people(book: Book) -> set[str]:
    return {one.person_id for one in called_people(book, book.get(Call, "solo"))}


def grouped(*more: Called) -> Book:
    line = Called("all", "solo", "group", group="company")
    return company_book(call("solo", 660, 60), [line, *more])


def test_one_s_own_line_goes_to_the_other_with_its_times() -> None:
    line = Called("late", "solo", "person", person_id="vega", joins=690)
    book = company_book(call("solo", 660, 60), [line])
    after = book.apply(hand_over(book, "solo", "vega", "moss"))
    (who,) = called_people(after, after.get(Call, "solo"))
    assert (who.person_id, who.start) == ("moss", 690)


def test_somebody_of_a_group_is_taken_out_by_name() -> None:
    book = grouped(Called("not", "solo", "person", person_id="moss", exclude=True))
    assert "moss" not in people(book)
    after = book.apply(hand_over(book, "solo", "vega", "moss"))
    assert "vega" not in people(after)
    assert "moss" in people(after)
    assert len(people(after)) == len(people(book))


def test_also_leaves_both() -> None:
    after = BOOK.apply(hand_over(BOOK, "solo", "vega", "moss", also=True))
    assert people(after) == {"vega", "moss"}


def test_who_takes_it_is_replaced_as_that() -> None:
    after = BOOK.apply(hand_over(BOOK, "solo", "hall", "moss"))
    assert after.get(Call, "solo").lead_id == "moss"
    assert people(after) == {"vega"}
    with pytest.raises(Invalid, match="only one person can"):
        hand_over(BOOK, "solo", "hall", "moss", also=True)


def test_what_cannot_be_is_said_in_a_sentence() -> None:
    both = BOOK.apply(hand_over(BOOK, "solo", "vega", "moss", also=True))
    with pytest.raises(Invalid, match="is called to rehearsal already"):
        hand_over(both, "solo", "vega", "moss")
    with pytest.raises(Invalid, match="is not called to rehearsal any more"):
        hand_over(BOOK, "solo", "okoro", "moss")
    with pytest.raises(Invalid, match="no longer there"):
        hand_over(BOOK, "gone", "vega", "moss")
