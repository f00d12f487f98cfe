from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.repertory import Production, Section
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.side.parts import parts, put_into, put_on_board
from tests.builders import THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import LEFT, NO_KEYS, Hands

OTHER = [
    Production("other", "Tidewater", "Tidewater"),
    Section("sea", "other", 1, "", "Sea", 20),
]
BOOK = company_book(call("solo", 660, 60), OTHER)
FREE = Held("", THURSDAY, "studio-2", 840, 900)


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK)
    made.window.do("schedule.side")
    made.screen.side.work.choose("lake")
    made.screen.side.wanted.emit()
    made.settle()
    yield made
    made.close()


def keys(typed: str = "", work_id: str = "lake") -> list[str]:
    return [one.key for one in parts(BOOK, THURSDAY, work_id, typed) if one.key]


def row_of(hands: Hands, key: str) -> int:
    rows = hands.screen.side.list.parts.rows
    return next(n for n, part in enumerate(rows) if part.key == key)


def drag(hands: Hands, key: str, onto: QPoint, *, drop: bool = True) -> None:
    """Carry a row of the list to a point of the board's viewport."""
    side, board = hands.screen.side.list, hands.board
    index = side.parts.index(row_of(hands, key))
    side.scrollTo(index)
    start = side.visualRect(index).center()
    end = side.viewport().mapFromGlobal(board.viewport().mapToGlobal(onto))
    steps = [(QEvent.Type.MouseButtonPress, start), (QEvent.Type.MouseMove, end)]
    for kind, point in [*steps, (QEvent.Type.MouseButtonRelease, end)][: 3 if drop else 2]:
        where = QPointF(side.viewport().mapToGlobal(point))
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
        event = QMouseEvent(kind, QPointF(point), where, LEFT, held, NO_KEYS)
        QApplication.sendEvent(side.viewport(), event)
    hands.settle()


def test_a_ballet_s_parts_come_before_the_people() -> None:
    found = keys()
    assert found.index("section:lake-ii") < found.index("role:queen:") < found.index("person:vega")
    assert "full:lake" in found
    assert not any(key.startswith("role:") for key in keys(work_id=""))


def test_typing_narrows_the_list() -> None:
    assert keys("veg") == ["person:vega"]
    assert keys("nobody at all") == []


def test_each_part_goes_where_it_belongs() -> None:
    book = BOOK.apply(put_into(BOOK, "solo", "section:lake-ii"))
    assert book.get(Call, "solo").production_id == "lake"
    assert book.get(Call, "solo").sections == ("lake-ii",)
    book = book.apply(put_into(book, "solo", "role:queen:"))
    book = book.apply(put_into(book, "solo", "person:vega"))
    book = book.apply(put_into(book, "solo", "cast:cast-1"))
    book = book.apply(put_into(book, "solo", "staff:hall"))
    whom = sorted(line.whom for line in book.where(Called, "call_id", "solo"))
    assert whom == ["person", "production", "role"]
    assert book.get(Call, "solo").lead_id == "hall"


def test_a_part_of_another_ballet_is_refused_in_a_sentence() -> None:
    book = BOOK.apply(put_into(BOOK, "solo", "section:lake-ii"))
    with pytest.raises(Invalid, match="Lake is rehearsed here; that is of Tidewater"):
        put_into(book, "solo", "section:sea")
    with pytest.raises(Invalid, match="is in this call already"):
        put_into(book, "solo", "section:lake-ii")


def test_a_part_makes_a_call_of_its_ballet() -> None:
    book = BOOK.apply(put_on_board(BOOK, FREE, "role:queen:"))
    made = next(one for one in book.all(Call) if one.id != "solo")
    assert (made.production_id, made.studio_id, made.start) == ("lake", "studio-2", 840)
    assert [line.role_id for line in book.where(Called, "call_id", made.id)] == ["queen"]


def test_a_person_is_dropped_on_a_call(hands: Hands) -> None:
    drag(hands, "person:vega", hands.middle("solo"))
    assert [one.person_id for one in hands.book.where(Called, "call_id", "solo")] == ["vega"]
    assert hands.selected() == ["solo"]


def test_a_section_dropped_on_empty_ground_is_a_new_call(hands: Hands) -> None:
    onto = hands.point("studio-2", 14 * 60 + 5)
    drag(hands, "section:lake-ii", onto, drop=False)
    assert hands.board.scene.offers
    drag(hands, "section:lake-ii", onto)
    made = hands.call(hands.selected()[0])
    assert (made.sections, made.start, made.studio_id) == (("lake-ii",), 840, "studio-2")
    assert not hands.board.scene.offers


def test_escape_ends_the_drag(hands: Hands) -> None:
    drag(hands, "person:vega", hands.middle("solo"), drop=False)
    QTest.keyClick(hands.screen.side.list, Qt.Key.Key_Escape)
    assert not hands.board.scene.offers
    assert hands.book == BOOK


def test_enter_puts_it_into_the_selected_call_or_the_empty_place(hands: Hands) -> None:
    side = hands.screen.side.list
    side.setCurrentIndex(side.parts.index(row_of(hands, "role:queen:")))
    QTest.keyClick(side, Qt.Key.Key_Return)
    assert "Choose a call" in hands.window.frame.banner.sentence
    hands.board.select(["solo"], "solo")
    QTest.keyClick(side, Qt.Key.Key_Return)
    assert [one.role_id for one in hands.book.where(Called, "call_id", "solo")] == ["queen"]
    hands.board.select([])
    hands.key(Qt.Key.Key_Space)
    QTest.keyClick(side, Qt.Key.Key_Return)
    assert len(hands.book.all(Call)) == 2


def test_it_opens_with_the_ballet_of_the_selected_call(qapp: object) -> None:
    made = Hands(company_book(call("sea", 660, 60, production_id="other"), OTHER))
    made.window.do("schedule.side")
    assert made.screen.side.work.key == "other"
    made.close()


def test_the_list_folds_away(hands: Hands) -> None:
    assert hands.screen.side.isVisible()
    hands.window.do("schedule.side")
    assert not hands.screen.side.isVisible()
    assert hands.board.hasFocus()
