"""What follows from a solution taken."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.services.cover.take import take
from castapp.ui.screens.cover.taken import Taken, paper_request, stands, told_rows, told_words
from tests.builders import FRIDAY, THURSDAY
from tests.ui.screens.cover.night import answer, chain


def taken() -> tuple[Taken, Book, Book]:
    found = answer(chain())
    edit = take(found.book, found.solutions[0])
    made = Taken(edit, found.solutions[0], found.told[0], found.put_ins[0])
    return made, found.book, found.book.apply(edit)


def test_it_stands_until_it_is_undone() -> None:
    made, before, after = taken()
    assert stands(after, made)
    assert not stands(before, made)


def test_people_are_told_with_the_time_and_untold() -> None:
    made, _, after = taken()
    rows = told_rows(after, made, THURSDAY)
    assert [row.name for row in rows] == [
        "Bo Okoro", "Ada Vega", "Isa Fox", "Hana Kim", "Leo Reyes",
    ]  # fmt: skip
    assert rows[-1].desk == "conductor"
    assert {row.by for row in rows} == {"by 18.55"}
    rows = told_rows(after, made.with_heard("fox", 970), FRIDAY)
    assert [row.at for row in rows if row.person_id == "fox"] == ["16.10"]
    assert rows[0].by == "by Thu 15 Oct, 18.55"
    assert told_words(rows) == "1 of 5 told"
    again = made.with_heard("fox", 970).with_heard("fox", None)
    assert told_words(told_rows(after, again, THURSDAY)) == "0 of 5 told"


def test_the_papers_are_of_the_nights_that_changed() -> None:
    made, _, after = taken()
    request = paper_request(after, made, "slip")
    assert (request.paper, request.first, request.until) == ("slip", THURSDAY, THURSDAY)
