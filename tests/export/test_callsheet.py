from __future__ import annotations

from dataclasses import replace
from typing import Any

from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.office import Posting
from castapp.domain.people import Person
from castapp.export.callboard import Card, said
from castapp.export.callsheet import UNPLACED, CallSheet, call_sheet
from tests.builders import SUNDAY, THURSDAY, call
from tests.export.day import LAKE, full_day, reissued_day
from tests.export.neutral import as_text, golden


def cards(sheet: CallSheet) -> dict[str, Card]:
    return {card.ref_id: card for column in sheet.columns for card in column.cards}


def sheet_of(*more: Any, **house: Any) -> CallSheet:
    return call_sheet(full_day(*more, **house), THURSDAY)


def renamed(book: Book, person_id: str, family: str) -> Book:
    draft = Draft(book)
    draft.put(replace(book.get(Person, person_id), family=family))
    return book.apply(draft.edit("rename"))


def test_the_whole_sheet() -> None:
    book = reissued_day(off_list_on_papers=True)
    assert as_text(call_sheet(book, THURSDAY)) == golden("call-sheet.txt")


def test_the_american_sheet() -> None:
    sheet = call_sheet(reissued_day(off_list_on_papers=True), THURSDAY, "Letter")
    assert as_text(sheet.masthead) + as_text(sheet.upper) == golden("call-sheet-letter.txt")


def test_no_health_status_unless_the_company_switched_it_on() -> None:
    quiet = as_text(sheet_of())
    assert not any(word in quiet for word in ("OFF", "MOD", "AWAY", "no jumps", "review"))
    assert "OFF" in as_text(sheet_of(off_list_on_papers=True))


def test_private_bookings_are_on_no_call_sheet() -> None:
    text = as_text(sheet_of(off_list_on_papers=True)).casefold()
    assert "physio" not in text
    assert "15.45" not in text


def test_changes_are_marked_in_words() -> None:
    found = cards(call_sheet(reissued_day(), THURSDAY))
    assert said(found["leads"].lines[-1]).endswith("[moved, was 14.00]")
    assert said(found["extra"].lines[-1]).endswith("[new]")
    assert {ref for ref, card in found.items() if card.changed} == {"leads", "extra"}
    assert all(run.weight >= 700 for run in found["leads"].head)


def test_what_was_taken_out_is_said() -> None:
    lines = [said(entry.words) for entry in call_sheet(reissued_day(), THURSDAY).lower[-1].entries]
    assert "Taken out: Studio 2 15.30 Lake Act I Duet (Paz)." in lines


def test_marks_stay_for_one_issue() -> None:
    book = reissued_day()
    second = next(one for one in book.where(Posting, "issue", 2))
    draft = Draft(book)
    draft.put(replace(second, id="issue-3", issue=3))
    third = call_sheet(book.apply(draft.edit("post")), THURSDAY)
    assert third.masthead.issue == "3"
    assert not any(card.changed for card in cards(third).values())


def test_a_draft_has_no_number() -> None:
    sheet = sheet_of()
    assert sheet.masthead.issue == ""
    assert sheet.footer.ref.endswith("draft")
    assert said(sheet.masthead.right[0]).startswith("DRAFT")


def test_lunch_is_when_no_dancer_is_called() -> None:
    assert sheet_of().lunch == (780, 840)
    over = call("over", 780, 60, people=("fox",), studio_id="studio-2", **LAKE)
    assert sheet_of(over).lunch is None


def test_lights_do_not_take_lunch_away() -> None:
    lights = call("lamps", 760, 120, kind="crew", studio_id="stage")
    assert sheet_of(lights).lunch == (780, 840)


def test_a_call_without_a_room_has_a_column_of_its_own() -> None:
    sheet = sheet_of(call("where", 840, 60, people=("fox",), studio_id=None, production_id="lake"))
    assert sheet.columns[-1].name == UNPLACED
    assert [card.ref_id for card in sheet.columns[-1].cards] == ["where"]


def test_an_empty_day_says_so() -> None:
    sheet = call_sheet(full_day(), SUNDAY)
    assert sheet.lunch is None
    assert not cards(sheet)
    assert sheet.masthead.about == "free day"


def test_hostile_names_are_only_text() -> None:
    for name in ("<b>Fox</b>", "=1+1", "שלום", "X" * 200):
        text = as_text(call_sheet(renamed(full_day(), "vega", name), THURSDAY))
        assert name in text
