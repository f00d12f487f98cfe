from __future__ import annotations

from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.ui.desk_signals import DeskSignals
from tests.ui.fake_desk import FakeDesk


def someone(book: Book) -> Edit:
    draft = Draft(book)
    draft.put(Person("p", given="Iveta", family="Popov"))
    return draft.edit("New person")


def test_every_commit_is_told_with_the_book_after_it(qtbot: QtBot) -> None:
    desk = FakeDesk(Book.of(()))
    signals = DeskSignals(desk)  # type: ignore[arg-type]
    edit = someone(desk.book)
    with qtbot.waitSignals([signals.changed, signals.saved]):
        desk.commit(edit)


def test_a_closed_desk_is_left_alone(qtbot: QtBot) -> None:
    desk = FakeDesk(Book.of(()))
    signals = DeskSignals(desk)  # type: ignore[arg-type]
    signals.close()
    assert desk.listeners == 0
    with qtbot.assertNotEmitted(signals.changed):
        desk.commit(someone(desk.book))
