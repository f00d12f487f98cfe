from __future__ import annotations

from dataclasses import replace
from typing import Any

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.company import Studio
from castapp.domain.draft import Draft
from castapp.domain.office import Posting
from castapp.domain.people import Person
from castapp.export.callboard import Card, said
from castapp.export.callsheet import CallSheet, call_sheet
from castapp.export.callsheet_loose import UNPLACED
from castapp.export.dancerweek import dancer_week
from castapp.export.weeksheet import week_sheet
from tests.builders import FRIDAY, SUNDAY, THURSDAY, call, company_book
from tests.export.day import LAKE, full_day, posting, reissued_day
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


def test_conditioning_is_on_no_page_but_the_own() -> None:
    gym = call("gym", 615, 60, people=("orr",), kind="conditioning", title="Rehab", lead_id="hall")
    after = call("later", 600, 60, people=("orr",), kind="conditioning", title="Rehab", day=FRIDAY)
    book = full_day(gym, after, off_list_on_papers=True)
    assert not any(
        word in as_text(call_sheet(book, THURSDAY)) for word in ("Rehab", "conditioning")
    )
    assert "Rehab" not in as_text(week_sheet(book, THURSDAY))
    assert "Rehab" in as_text(dancer_week(book, "orr", THURSDAY))


def test_an_earlier_issue_does_not_bring_private_calls_back() -> None:
    book = full_day(call("gym", 615, 60, people=("orr",), title="Rehab"))
    draft = Draft(book)
    draft.put(posting(book, 1))
    draft.set(book.get(Call, "gym"), kind="conditioning")
    assert "Rehab" not in as_text(call_sheet(book.apply(draft.edit("private")), THURSDAY))


def times_of(sheet: CallSheet) -> dict[str, str]:
    found = (entry for group in sheet.names for entry in group.entries)
    return {one.name.replace("\u00a0", " "): one.times.replace("\u00a0", " ") for one in found}


def test_what_one_takes_and_plays_stands_by_the_name() -> None:
    times = times_of(sheet_of(call("own", 660, 30, people=("fox",), lead_id="lund",
                                   studio_id="studio-2", production_id="lake")))  # fmt: skip
    assert times["Lund"] == "17.00 press · takes 11.00 S2 LK"
    assert times["Hall"] == "takes 10.30 S1 class · 12.00 S1 LK · 12.00 S2 LK · 14.00 S1 LK"
    assert times["Ito"].startswith("plays 10.30 S1 class · 12.00 S1 LK")


def test_everybody_counted_as_changed_has_a_bar() -> None:
    book = reissued_day()
    sheet = call_sheet(book, THURSDAY)
    barred = [one.name for group in sheet.names for one in group.entries if one.changed]
    assert f"{len(barred)} people" in as_text(sheet.masthead)
    assert {"Hall", "Ito"} <= set(barred)


def test_calls_without_a_room_that_alone_need_another_page_are_a_list() -> None:
    rooms = [Studio(f"barn-{one}", site_id="site-annexe", name=f"Barn {one}", order=9 + one)
             for one in range(6)]  # fmt: skip
    used = [call(f"c-{one.id}", 1020, 30, people=("fox",), studio_id=one.id, **LAKE)
            for one in rooms]  # fmt: skip
    loose = call("where", 1080, 60, people=("fox",), studio_id=None, production_id="lake")
    rooms_used = company_book(rooms, *used, loose)
    sheet = call_sheet(rooms_used, THURSDAY)
    assert len(sheet.columns) == 6
    [block] = [one for one in sheet.lower if one.title == UNPLACED]
    assert said(block.entries[0].words) == "18.00–19.00 LAKE, Fox"


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
