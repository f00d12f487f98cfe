from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.draft import Draft
from castapp.domain.edit import Change, Edit
from castapp.domain.finding import Finding
from castapp.domain.office import AcceptedBreach
from castapp.domain.people import Person
from castapp.domain.record import Record
from castapp.services.desk import Clash, Desk, Refused
from tests.builders import THURSDAY, call, company_book
from tests.store.places import Opened


def adding(*records: Record, label: str = "Added a call") -> Edit:
    return Edit(label, tuple(Change(None, record) for record in records))


def moving(book: Book, call_id: str, start: int, label: str = "Moved a call") -> Edit:
    draft = Draft(book)
    draft.set(book.get(Call, call_id), start=start)
    return draft.edit(label)


@pytest.fixture
def desk(address: str, opened: Opened) -> Desk:
    return opened.founded(address, company_book(call("c", 600, 60, people=["vega"])))


def test_commit_is_in_the_book_and_in_the_store(desk: Desk, opened: Opened) -> None:
    desk.commit(moving(desk.book, "c", 700))
    assert desk.book.get(Call, "c").start == 700
    assert opened.desk(desk.address).book == desk.book
    assert desk.saved_at is not None
    assert abs((datetime.now(UTC) - desk.saved_at).total_seconds()) < 60


def test_an_empty_edit_does_nothing(desk: Desk) -> None:
    desk.commit(Edit("Nothing"))
    assert [entry.label for entry in desk.history()] == ["New company"]


def test_undo_and_redo_walk_the_trail(desk: Desk) -> None:
    books = [desk.book]
    for start in (700, 800):
        desk.commit(moving(desk.book, "c", start, f"Moved to {start}"))
        books.append(desk.book)
    assert (desk.undo_label, desk.redo_label) == ("Moved to 800", "")
    desk.undo()
    desk.undo()
    assert desk.book == books[0]
    assert (desk.undo_label, desk.redo_label) == ("", "Moved to 700")
    desk.redo()
    assert desk.book == books[1]
    desk.redo()
    assert desk.book == books[2]
    assert desk.redo() is None
    desk.undo()
    desk.commit(moving(desk.book, "c", 900))
    assert desk.redo_label == ""


def test_undo_and_redo_are_still_there_after_reopening(desk: Desk, opened: Opened) -> None:
    for start in (700, 800):
        desk.commit(moving(desk.book, "c", start, f"Moved to {start}"))
    desk.undo()
    again = opened.desk(desk.address)
    assert (again.undo_label, again.redo_label) == ("Moved to 700", "Moved to 800")
    again.undo()
    assert again.book.get(Call, "c").start == 600
    assert opened.desk(desk.address, author="Bo").undo() is None


def test_the_founding_of_the_company_is_never_undone(desk: Desk, opened: Opened) -> None:
    for one in (desk, opened.desk(desk.address)):
        assert one.undo_label == ""
        assert one.undo() is None
        with pytest.raises(Refused, match="founding"):
            one.take_back(1)


def test_listeners_hear_every_change_with_the_book_after_it(desk: Desk) -> None:
    heard: list[tuple[int, str]] = []
    stop = desk.subscribe(lambda book, edit: heard.append((book.get(Call, "c").start, edit.label)))
    desk.commit(moving(desk.book, "c", 700))
    desk.undo()
    stop()
    desk.redo()
    assert heard == [(700, "Moved a call"), (600, "Undo: Moved a call")]


def test_a_second_desk_is_caught_up_with(desk: Desk, opened: Opened) -> None:
    other = opened.desk(desk.address, author="Bo")
    assert other.catch_up() is None
    desk.commit(moving(desk.book, "c", 700))
    desk.commit(adding(*call("d", 900, 30)))
    heard: list[Edit] = []
    other.subscribe(lambda book, edit: heard.append(edit))
    edit = other.catch_up()
    assert edit is not None
    assert heard == [edit]
    assert {change.id for change in edit.changes} == {"c", "d"}
    assert other.book == desk.book
    assert other.undo_label == ""


def test_a_commit_on_an_old_head_is_written_on_the_new_one(desk: Desk, opened: Opened) -> None:
    other = opened.desk(desk.address, author="Bo")
    desk.commit(moving(desk.book, "c", 700))
    other.commit(adding(*call("d", 900, 30)))
    assert other.book.get(Call, "c").start == 700
    desk.catch_up()
    assert desk.book == other.book == opened.desk(desk.address).book


def test_two_changes_of_one_thing_are_not_merged_silently(desk: Desk, opened: Opened) -> None:
    other = opened.desk(desk.address, author="Bo")
    mine = moving(other.book, "c", 800)
    desk.commit(moving(desk.book, "c", 700))
    with pytest.raises(Refused, match="somebody changed the same thing"):
        other.commit(mine)
    assert other.book == desk.book


def test_a_change_that_would_point_at_nothing_is_refused(desk: Desk, opened: Opened) -> None:
    other = opened.desk(desk.address, author="Bo")
    gone = Draft(desk.book)
    for kind in (Call,):
        gone.drop(desk.book.get(kind, "c"))
    with pytest.raises(Refused, match="pointing at nothing"):
        other.commit(gone.edit("Took the call out, not its lines"))
    assert opened.desk(desk.address).book == desk.book == other.book


def test_breaking_a_rule_is_a_clash_and_writes_nothing(address: str, opened: Opened) -> None:
    before = opened.founded(address, company_book(call("c", 600, 60))).book
    finding = Finding("span", "breach", "Too long a day.", THURSDAY, ("vega",))
    desk = opened.desk(address, judge=lambda book, edit: [finding])
    with pytest.raises(Clash) as clash:
        desk.commit(moving(before, "c", 700))
    assert clash.value.findings == [finding]
    assert desk.book == before
    with pytest.raises(Refused, match="reason is missing"):
        desk.commit(moving(before, "c", 700), accepting=[finding])
    desk.commit(moving(before, "c", 700), accepting=[finding], reason="Guest leaves at noon")
    (accepted,) = desk.book.all(AcceptedBreach)
    assert (accepted.key, accepted.by, accepted.day) == (finding.key, "Ada", THURSDAY)
    desk.undo()
    assert desk.book == before


def test_warnings_and_unjudged_edits_go_through(address: str, opened: Opened) -> None:
    opened.founded(address, company_book(call("c", 600, 60)))
    warning = Finding("span", "warning", "Rather long.", THURSDAY)
    breach = replace(warning, severity="breach")
    opened.desk(address, judge=lambda b, e: [warning]).commit(adding(*call("d", 60, 60)))
    strict = opened.desk(address, judge=lambda b, e: [breach])
    strict.commit(adding(*call("e", 60, 60)), judged=False)
    assert strict.book.count(AcceptedBreach) == 0


def test_the_judge_is_asked_again_about_the_newer_book(desk: Desk, opened: Opened) -> None:
    asked: list[int] = []

    def judge(book: Book, edit: Edit) -> list[Finding]:
        asked.append(book.get(Call, "c").start)
        return []

    other = opened.desk(desk.address, author="Bo", judge=judge)
    desk.commit(moving(desk.book, "c", 700))
    other.commit(adding(*call("d", 900, 30)))
    assert asked == [600, 700]


def test_history_names_who_did_what_when(desk: Desk, opened: Opened) -> None:
    other = opened.desk(desk.address, author="Bo")
    other.commit(moving(desk.book, "c", 700))
    newest, oldest = desk.history()
    assert (newest.label, newest.author, newest.sequence) == ("Moved a call", "Bo", 2)
    assert newest.at.tzinfo is UTC
    assert newest.edit == moving(desk.book, "c", 700)
    assert desk.history(limit=1, before=2) == [oldest]


def test_an_older_entry_is_taken_back_unless_later_ones_stand_on_it(desk: Desk) -> None:
    desk.commit(moving(desk.book, "c", 700, "Moved"))
    desk.commit(adding(*call("d", 900, 30)))
    desk.take_back(2)
    assert desk.book.get(Call, "c").start == 600
    assert desk.book.find(Call, "d")
    assert (desk.undo_label, desk.history()[0].label) == ("Take back: Moved", "Take back: Moved")
    with pytest.raises(Refused, match="later changes stand on it"):
        desk.take_back(2)
    with pytest.raises(Refused, match="no entry 99"):
        desk.take_back(99)
    desk.undo()
    assert desk.book.get(Call, "c").start == 700
    assert desk.undo_label == "Added a call"


def test_undo_of_what_another_desk_changed_since_is_refused(desk: Desk, opened: Opened) -> None:
    desk.commit(moving(desk.book, "c", 700))
    other = opened.desk(desk.address, author="Bo")
    other.commit(moving(other.book, "c", 800))
    with pytest.raises(Refused, match="later changes stand on it"):
        desk.undo()
    assert desk.book.get(Call, "c").start == 800
    assert desk.undo_label == "Moved a call"


def test_a_desk_for_reading_only_refuses_to_write(desk: Desk, opened: Opened) -> None:
    desk.commit(moving(desk.book, "c", 700))
    reader = Desk(opened.store(desk.address, read_only=True), lambda b, e: (), "Ada")
    assert reader.read_only
    with pytest.raises(Refused, match="reading only"):
        reader.commit(moving(desk.book, "c", 800))
    with pytest.raises(Refused, match="reading only"):
        reader.undo()


def test_hostile_text_comes_back_as_it_went_in(desk: Desk, opened: Opened) -> None:
    names = [
        "<b>Ada</b>",
        "=1+1",
        "O'Hara; DROP TABLE person;--",
        "%s %(x)s :a ? {}",
        "\\",
        '"',
        "Ş",
    ]
    people = [Person(f"p{n}", given="x", family=name) for n, name in enumerate(names)]
    desk.commit(adding(*people))
    again = opened.desk(desk.address)
    assert [again.book.get(Person, f"p{n}").family for n in range(len(names))] == names
    assert again.history()[0].edit == adding(*people)
