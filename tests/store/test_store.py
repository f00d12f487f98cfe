from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.draft import Draft
from castapp.domain.edit import Change, Edit
from castapp.domain.people import Person
from castapp.domain.record import new_id
from castapp.services.desk import Desk, Refused
from castapp.store import engine
from castapp.store.engine import writing
from castapp.store.entry import NewEntry, Stamp
from castapp.store.store import Store
from castapp.store.trouble import Behind, Busy, CutOff, Trouble, Unsure
from tests.builders import call, company_book
from tests.store.places import Opened, founding, lenient

BOOK = company_book(call("c", 600, 60, people=["vega"]))


def entry(edit: Edit, entry_id: str = "") -> NewEntry:
    return NewEntry(entry_id or new_id(), edit, "Ada", "desk")


def moved(book: Book, start: int) -> Edit:
    draft = Draft(book)
    draft.set(book.get(Call, "c"), start=start)
    return draft.edit("Moved")


@pytest.fixture
def store(address: str, opened: Opened) -> Store:
    store = opened.create(address)
    store.append(entry(founding(BOOK), "founding"), 0)
    return store


def test_what_was_appended_is_loaded(store: Store) -> None:
    loaded = store.load()
    assert (loaded.book, loaded.head) == (BOOK, 1)
    stamp = store.append(entry(moved(BOOK, 700)), 1)
    loaded = store.load()
    assert (loaded.book, loaded.head) == (BOOK.apply(moved(BOOK, 700)), 2)
    assert (stamp.sequence, stamp.at) == (2, loaded.saved_at)


def test_a_new_company_is_empty(address: str, opened: Opened) -> None:
    loaded = opened.create(address).load()
    assert (loaded.book, loaded.head, loaded.saved_at) == (Book.of(()), 0, None)


def test_nothing_is_appended_onto_a_head_that_moved_on(store: Store) -> None:
    with pytest.raises(Behind):
        store.append(entry(moved(BOOK, 700)), 0)
    assert store.load().book == BOOK
    assert store.count() == 1


def test_a_change_of_what_is_not_there_is_refused_whole(store: Store) -> None:
    ghost = Person("ghost", given="Nobody", family="")
    edit = Edit("Ghost", (*moved(BOOK, 700).changes, Change(ghost, None)))
    with pytest.raises(Trouble, match="no longer holds"):
        store.append(entry(edit), 1)
    assert store.load().book == BOOK
    again = Edit("Twice", (Change(None, BOOK.get(Person, "vega")),))
    with pytest.raises(Trouble, match="Nothing was saved"):
        store.append(entry(again), 1)
    assert store.count() == 1


@pytest.mark.parametrize("hostile", ["half \ud800", "nul \x00"])
def test_what_no_database_keeps_alike_is_refused(store: Store, hostile: str) -> None:
    line = Called("x", "c", "group", group=hostile)
    with pytest.raises(Trouble, match="cannot be stored"):
        store.append(entry(Edit("Hostile", (Change(None, line),))), 1)
    typed = Called("x", "c", "group", group=r"\u0000 \\u0000")
    store.append(entry(Edit("Typed", (Change(None, typed),))), 1)
    assert store.load().book.get(Called, "x") == typed


def test_order_inside_an_edit_does_not_matter(store: Store) -> None:
    everything = founding(BOOK)
    store.append(entry(everything.inverse()), 1)
    assert store.load().book == Book.of(())
    store.append(entry(Edit("Back", tuple(reversed(everything.changes)))), 2)
    assert store.load().book == BOOK


def test_a_busy_company_is_waited_for_but_not_forever(
    address: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    store = opened.create(address)
    other = opened.store(address)
    with writing(other._engine), pytest.raises(Busy, match="Another program is writing"):
        store.append(entry(founding(BOOK)), 0)
    store.append(entry(founding(BOOK)), 0)


def test_a_save_cut_off_before_it_landed_is_sent_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, sent = store._append, []

    def cut_once(new: NewEntry, packed: bytes, head: int) -> Stamp:
        sent.append(new.entry_id)
        if len(sent) == 1:
            raise CutOff("The connection was lost.")
        return real(new, packed, head)

    monkeypatch.setattr(store, "_append", cut_once)
    store.append(entry(moved(BOOK, 700)), 1)
    assert sent[0] == sent[1]
    assert store.count() == 2


def test_a_save_cut_off_after_it_landed_is_no_error(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = store._append

    def landed_then_cut(new: NewEntry, packed: bytes, head: int) -> Stamp:
        real(new, packed, head)
        raise CutOff("The connection was lost.")

    monkeypatch.setattr(store, "_append", landed_then_cut)
    assert store.append(entry(moved(BOOK, 700)), 1).sequence == 2
    assert store.count() == 2


@pytest.mark.parametrize("landed", [True, False])
def test_a_save_nobody_can_tell_of_is_settled_before_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch, landed: bool
) -> None:
    desk = Desk(store, lenient, "Ada")
    real = store.append

    def unsure(new: NewEntry, head: int) -> Stamp:
        if landed:
            real(new, head)
        raise Unsure("It is not known yet whether the last change was saved.")

    edit = moved(desk.book, 700)
    with monkeypatch.context() as patched:
        patched.setattr(store, "append", unsure)
        with pytest.raises(Refused, match="not known yet"):
            desk.commit(edit)
    desk.commit(edit)
    assert desk.book == store.load().book
    assert desk.book.get(Call, "c").start == 700
    assert store.count() == 2
    assert desk.undo_label == "Moved"


def test_many_desks_at_once_lose_nothing(store: Store, opened: Opened) -> None:
    desks = [opened.desk(store.address, author=f"Desk {number}") for number in range(4)]

    def work(desk: Desk) -> None:
        for number in range(8):
            person = Person(new_id(), given=desk.author, family=str(number))
            desk.commit(Edit("Added", (Change(None, person),)))

    with ThreadPoolExecutor(len(desks)) as pool:
        list(pool.map(work, desks))
    loaded = store.load()
    assert loaded.head == 1 + 4 * 8
    names = {who.name for who in loaded.book.all(Person)}
    assert names >= {f"Desk {n} {m}" for n in range(4) for m in range(8)}
    for desk in desks:
        desk.catch_up()
        assert desk.book == loaded.book


def test_large_edits_are_read_back_whole(store: Store) -> None:
    people = [Person(new_id(), given="Ada", family=str(number)) for number in range(500)]
    edit = Edit("Many", tuple(Change(None, person) for person in people))
    store.append(entry(edit), 1)
    (found,) = store.since(1)
    assert found.edit == edit
    assert len(found.packed) < 100 * len(people)


def test_the_journal_is_read_in_pages(store: Store) -> None:
    for number in range(3):
        store.append(entry(moved(store.load().book, number)), 1 + number)
    assert [one.sequence for one in store.newest(2)] == [4, 3]
    assert [one.sequence for one in store.newest(5, before=3)] == [2, 1]
    assert [one.sequence for one in store.lines(3)] == [2, 3, 4]
    with pytest.raises(Trouble, match="no entry 9"):
        store.entry(9)
