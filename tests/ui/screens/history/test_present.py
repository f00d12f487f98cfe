"""The journal as rows by day, filtered by words and by person."""

from __future__ import annotations

from datetime import UTC, datetime

from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.services.calls import change_call
from castapp.services.casting import cast_dancer
from castapp.services.history import Entry
from castapp.store.entry import pack
from castapp.ui.screens.history.present import DayRow, EntryRow, detail, rows
from tests.builders import call, company_book

BOOK = company_book(call("c1", 660, 60, people=["fox"]))
MOVED = change_call(BOOK, "c1", start=690)
RECAST = cast_dancer(BOOK, "cast-1", "queen", 1, "paz")


def entry(sequence: int, edit: Edit, hour: int, takes_back: int | None = None) -> Entry:
    at = datetime(2026, 10, 14 + sequence // 3, hour, 5, tzinfo=UTC)
    changes = pack(edit.changes)
    return Entry(sequence, f"id{sequence}", edit.label, "Ada", "desk", at, takes_back, changes)


ENTRIES = [entry(3, MOVED, 8), entry(2, RECAST, 17), entry(1, MOVED, 16)]


def test_entries_stand_under_their_days_on_the_companys_clock() -> None:
    found = rows(BOOK, ENTRIES)
    assert found[0] == DayRow("Thursday 15 October 2026", "1")
    assert found[2] == DayRow("Wednesday 14 October 2026", "2")
    assert found[3] == EntryRow(2, "18.05", "Ada", RECAST.label, "")


def test_words_and_person_both_filter() -> None:
    assert [row.sequence for row in rows(BOOK, ENTRIES, "dances") if isinstance(row, EntryRow)] == [
        2
    ]
    touched = rows(BOOK, ENTRIES, person_id="paz")
    assert [row.sequence for row in touched if isinstance(row, EntryRow)] == [2]
    assert rows(BOOK, ENTRIES, "nothing like it") == []


def test_what_was_taken_back_says_so() -> None:
    undo = entry(4, MOVED.inverse(), 9, takes_back=3)
    states = {
        row.sequence: row.state for row in rows(BOOK, [undo, *ENTRIES]) if isinstance(row, EntryRow)
    }
    assert states == {4: "takes back", 3: "taken back", 2: "", 1: ""}
    told = detail(BOOK, [undo, *ENTRIES], 3)
    assert told is not None
    assert not told.can_be_taken_back


def test_one_entry_whole() -> None:
    told = detail(BOOK, ENTRIES, 1)
    assert told is not None
    assert told.when == "Ada, Wednesday 14 October 2026, 17.05"
    (record,) = told.records
    assert [(field.field, field.before, field.after) for field in record.fields] == [
        ("start", "11.00", "11.30")
    ]
    assert detail(BOOK, ENTRIES, 99) is None


def test_an_entry_of_another_version_is_listed_but_not_told() -> None:
    strange = Entry(
        5,
        "id5",
        "Old thing",
        "Ada",
        "desk",
        datetime(2026, 10, 16, tzinfo=UTC),
        None,
        b'[[null,{"record":"Unicorn","id":"x"}]]',
    )
    told = detail(BOOK, [strange], 5)
    assert told is not None
    assert (told.records, told.can_be_taken_back) == ((), False)
    assert len(rows(BOOK, [strange])) == 2


def test_long_entries_say_how_much_more_there_is() -> None:
    draft = Draft(BOOK)
    for number in range(50):
        for record in call(f"n{number}", 600, 30):
            draft.put(record)
    told = detail(BOOK, [entry(1, draft.edit("Many"), 9)], 1)
    assert told is not None
    assert (len(told.records), told.more) == (40, 10)
