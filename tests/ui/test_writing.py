from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.services.people import change_person
from castapp.ui.screen import ScreenContext
from castapp.ui.writing import Writer, write_or_say
from tests.ui.fake_desk import FakeDesk

POPOV = Person("popov", given="Iveta", family="Popov")


class Around:
    """A context that keeps what was committed and said."""

    def __init__(self) -> None:
        self.desk = FakeDesk(Book.of([POPOV]))
        self.said: list[str] = []
        self.put_back = 0
        self.writes = True
        whatever: Any = None
        self.context = ScreenContext(
            desk=self.desk,  # type: ignore[arg-type]
            signals=whatever,
            dialogs=whatever,
            jobs=whatever,
            today=date(2026, 10, 14),
            commit=self.commit,
            jump=whatever,
            go_to=whatever,
            say=self.said.append,
        )
        self.write = Writer(self.context, self.back)

    def back(self) -> None:
        self.put_back += 1

    def commit(
        self,
        edit: Edit,
        *,
        judged: bool = True,
        written: Callable[[], None] | None = None,
        put_back: Callable[[], None] | None = None,
    ) -> bool:
        if not self.writes:
            assert put_back is not None
            put_back()
            return False
        self.desk.commit(edit, judged=judged)
        if written is not None:
            written()
        return True

    @property
    def family(self) -> str:
        return self.desk.book.get(Person, "popov").family


@pytest.fixture
def around(qtbot: QtBot) -> Around:
    return Around()


def rename(book: Book, family: str) -> Edit:
    return change_person(book, "popov", family=family)


def test_what_is_written_is_told_and_the_old_refusal_goes(around: Around) -> None:
    heard: list[str] = []
    done = around.write(
        lambda book: rename(book, "Popova"), heard.append, lambda: heard.append("written")
    )
    assert done
    assert heard == ["", "written"]
    assert around.family == "Popova"


def test_what_cannot_be_is_said_at_the_field(around: Around) -> None:
    def refuse(book: Book) -> Edit:
        raise Invalid("The family name is missing.")

    heard: list[str] = []
    assert not around.write(refuse, heard.append)
    assert heard == ["", "The family name is missing."]
    assert around.desk.done == []
    assert around.said == []


def test_nothing_to_change_is_well_and_writes_nothing(around: Around) -> None:
    heard: list[str] = []
    assert around.write(lambda book: rename(book, "Popov"), heard.append)
    assert heard == [""]
    assert around.desk.done == []


def test_the_way_back_goes_with_the_edit(around: Around) -> None:
    around.writes = False
    assert not around.write(lambda book: rename(book, "Popova"), around.said.append)
    assert around.put_back == 1


def test_a_verb_with_its_words_is_written(around: Around) -> None:
    write_or_say(around.context, rename, "Popova")
    assert around.family == "Popova"
    write_or_say(around.context, rename, "Popova")
    assert len(around.desk.done) == 1
    assert around.said == []


def test_a_verb_that_refuses_is_said_to_the_person(around: Around) -> None:
    def refuse(book: Book, person_id: str) -> Edit:
        raise Invalid(f"{book.get(Person, person_id).family} is on the bill.")

    write_or_say(around.context, refuse, "popov")
    assert around.said == ["Popov is on the bill."]
    assert around.desk.done == []
