"""What follows from a solution taken."""

from __future__ import annotations

from datetime import UTC, datetime

from castapp.domain.book import Book
from castapp.services import covering
from castapp.services.cover.take import take, told_at
from castapp.ui.screens.cover.taken import (
    Taken,
    paper_request,
    stands,
    taken_before,
    told_rows,
    told_words,
)
from tests.builders import FRIDAY, THURSDAY
from tests.ui.screens.cover.night import NIGHT, answer, chain

AT = datetime(2026, 10, 15, 15, 10, tzinfo=UTC)


def taken() -> tuple[Taken, Book, Book]:
    found = answer(chain())
    way = found.ways[0]
    edit = take(found.book, NIGHT, way.solution, way.after, off="off")
    made = Taken(edit.label, NIGHT, way.solution, way.after.put_ins, edit)
    return made, found.book, found.book.apply(edit)


def test_it_stands_until_it_is_undone() -> None:
    made, before, after = taken()
    assert stands(after, made)
    assert not stands(before, made)


def test_people_are_told_with_the_time_and_by_whom_and_untold() -> None:
    made, _, after = taken()
    rows = told_rows(after, made, THURSDAY)
    assert [row.name for row in rows] == [
        "Bo Okoro", "Ada Vega", "Isa Fox", "Hana Kim", "Rosa Hall", "Ken Ito", "Leo Reyes",
        "Wardrobe, wigs", "Front of house",
    ]  # fmt: skip
    assert rows[-3].desk == "conductor"
    assert told_words(rows) == "0 of 9 told"
    fox = next(one for one in made.told(after) if one.person_id == "fox")
    knows = after.apply(covering.tell(after, fox, AT, "Jana Mills"))
    rows = told_rows(knows, made, THURSDAY)
    assert [row.at for row in rows if row.person_id == "fox"] == ["16.10, Jana Mills"]
    assert told_rows(knows, made, FRIDAY)[2].at == "Thu 15 Oct, 16.10, Jana Mills"
    assert told_words(rows) == "1 of 9 told"
    again = knows.apply(covering.untell(knows, fox))
    assert told_words(told_rows(again, made, THURSDAY)) == "0 of 9 told"


def test_what_was_taken_is_found_again_with_its_ticks() -> None:
    made, before, after = taken()
    fox = next(one for one in made.told(after) if one.person_id == "fox")
    assert taken_before(before, NIGHT) is None
    found = taken_before(after, NIGHT)
    assert found is not None
    assert told_rows(after, found, THURSDAY) == told_rows(after, made, THURSDAY)
    whole = next(one for one in found.told(after) if one.person_id == "fox")
    knows = after.apply(covering.tell(after, fox, AT, "Jana Mills"))
    assert told_at(knows, whole) is not None
    assert told_at(after, whole) is None


def test_the_papers_are_of_the_nights_that_changed() -> None:
    made, _, after = taken()
    request = paper_request(after, made, "slip", FRIDAY)
    assert (request.paper, request.first, request.until) == ("slip", THURSDAY, THURSDAY)
