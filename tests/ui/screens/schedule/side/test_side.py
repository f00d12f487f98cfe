from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.repertory import Production, Section
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.side.into import put_into, put_on_board
from castapp.ui.screens.schedule.side.over_people import ON_BOARD
from castapp.ui.screens.schedule.side.parts import parts
from castapp.ui.screens.schedule.side.putting import ELSEWHERE
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
    rows = hands.screen.side.list.parts.lines
    return next(n for n, part in enumerate(rows) if part.key == key)


def drag(
    hands: Hands, key: str, onto: QPoint, *, drop: bool = True, over: QWidget | None = None
) -> None:
    """Carry a row of the list to a point of the board's viewport, or of another widget."""
    side, ground = hands.screen.side.list, over or hands.board.viewport()
    index = side.parts.index(row_of(hands, key))
    side.scrollTo(index)
    start = side.visualRect(index).center()
    end = side.viewport().mapFromGlobal(ground.mapToGlobal(onto))
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
    assert [one.held.start for one in hands.board.scene.ghosts] == [840]
    hands.board.hand.cancel()
    drag(hands, "section:lake-ii", onto)
    made = hands.call(hands.selected()[0])
    assert (made.sections, made.start, made.studio_id) == (("lake-ii",), 840, "studio-2")
    assert not hands.board.scene.ghosts


def test_the_place_of_what_is_dragged_from_the_list_is_judged(qapp: object) -> None:
    made = Hands(company_book(call("solo", 660, 60), call("duet", 840, 60, people=["vega"]), OTHER))
    made.window.do("schedule.side")
    made.settle()
    drag(made, "person:vega", made.point("studio-2", 14 * 60 + 5), drop=False)
    tip = made.board.hand.tip
    assert tip is not None
    assert tip.severity == "hard"
    assert tip.lines[0].startswith("Vega is in Studio 1 14.00–15.00")
    while made.screen.putting.judging:
        made.settle()
    assert {"free", "clash"} <= {zone.level for zone in made.board.hand.zones}
    made.board.hand.cancel()
    assert made.board.hand.zones == ()
    made.close()


def test_over_a_call_the_tip_says_whom_it_would_call(hands: Hands) -> None:
    drag(hands, "person:vega", hands.middle("solo"), drop=False)
    tip = hands.board.hand.tip
    assert tip is not None
    assert tip.lines[0] == "Calls Vega as well."
    assert hands.board.hand.ghosts()[0].tag == "+ 1"
    hands.board.hand.cancel()


def test_a_part_that_cannot_go_into_a_call_says_so_before_it_is_let_go(hands: Hands) -> None:
    drag(hands, "section:lake-ii", hands.middle("solo"))
    drag(hands, "section:lake-ii", hands.middle("solo"), drop=False)
    tip = hands.board.hand.tip
    assert tip is not None
    assert tip.lines == ("Spirits is in this call already.",)
    hands.board.hand.cancel()


def test_a_section_in_a_cast_calls_those_who_dance_it() -> None:
    key = next(one for one in keys("spirits all") if one.startswith("set:"))
    book = BOOK.apply(put_into(BOOK, "solo", key))
    assert book.get(Call, "solo").sections == ("lake-ii",)
    lines = book.where(Called, "call_id", "solo")
    assert lines
    assert {line.whom for line in lines} <= {"role", "production"}
    with pytest.raises(Invalid, match="is called so already"):
        put_into(book, "solo", key)


def test_a_section_opens_to_its_casts(hands: Hands) -> None:
    side = hands.screen.side.list
    closed = len(side.parts.lines)
    side.setCurrentIndex(side.parts.index(row_of(hands, "section:lake-ii")))
    QTest.keyClick(side, Qt.Key.Key_Right)
    assert len(side.parts.lines) > closed
    assert side.part_at(side.currentIndex()) is not None
    QTest.keyClick(side, Qt.Key.Key_Left)
    assert len(side.parts.lines) == closed


def test_from_the_field_down_goes_to_the_first_found(hands: Hands) -> None:
    hands.screen.side.typed.setText("vega")
    QTest.keyClick(hands.screen.side.typed, Qt.Key.Key_Down)
    side = hands.screen.side.list
    part = side.part_at(side.currentIndex())
    assert side.hasFocus()
    assert part is not None
    assert part.key == "person:vega"


def test_escape_ends_the_drag(hands: Hands) -> None:
    drag(hands, "person:vega", hands.middle("solo"), drop=False)
    QTest.keyClick(hands.screen.side.list, Qt.Key.Key_Escape)
    assert not hands.board.scene.ghosts
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


def people_of(hands: Hands, person_id: str, minute: int) -> tuple[QWidget, QPoint]:
    """The People view, and where a time of somebody's row is in it."""
    hands.window.do("schedule.people")
    hands.settle()
    table = hands.screen.people
    number = table.people.number_of(person_id)
    assert number is not None
    rect = table.visualRect(table.people.index(number))
    return table.viewport(), QPoint(table.plan.x(minute), rect.center().y())


@pytest.fixture
def called(qapp: object) -> Iterator[Hands]:
    made = Hands(company_book(call("solo", 660, 60, people=["vega"]), OTHER))
    made.window.do("schedule.side")
    made.screen.side.work.choose("lake")
    made.screen.side.wanted.emit()
    yield made
    made.close()


def test_over_a_call_of_the_people_view_it_goes_into_that_call(called: Hands) -> None:
    view, at = people_of(called, "vega", 690)
    drag(called, "person:moss", at, drop=False, over=view)
    over = called.screen.putting.over_people
    assert over.tip is not None
    assert over.tip.lines[0] == "Calls Moss as well."
    assert over.overlay.isVisible()
    drag(called, "person:moss", at, over=view)
    whom = {one.person_id for one in called.book.where(Called, "call_id", "solo")}
    assert whom == {"vega", "moss"}
    assert not over.overlay.isVisible()


def test_beside_the_calls_of_the_people_view_it_says_where_it_can_go(called: Hands) -> None:
    before = called.book
    view, at = people_of(called, "vega", 840)
    drag(called, "section:lake-ii", at, drop=False, over=view)
    over = called.screen.putting.over_people
    assert over.tip is not None
    assert (over.tip.head, over.tip.lines) == ("No call here to put it in", (ON_BOARD,))
    drag(called, "section:lake-ii", at, over=view)
    assert called.window.frame.banner.sentence == ON_BOARD
    assert over.overlay.isHidden()
    assert called.book == before


def test_escape_ends_the_drag_over_the_people_view(called: Hands) -> None:
    view, at = people_of(called, "vega", 690)
    drag(called, "person:moss", at, drop=False, over=view)
    QTest.keyClick(called.screen.side.list, Qt.Key.Key_Escape)
    assert not called.screen.putting.over_people.overlay.isVisible()


def test_over_the_month_it_says_where_it_can_go(called: Hands) -> None:
    before = called.book
    called.window.do("schedule.month")
    called.settle()
    overview = called.screen.views.overview
    drag(called, "section:lake-ii", overview.rect().center(), over=overview)
    assert called.window.frame.banner.sentence == ELSEWHERE
    assert called.book == before


def test_what_is_not_here_says_where_it_is() -> None:
    told = parts(BOOK, THURSDAY, "other", "que")
    assert [one.text for one in told] == ["Nothing here for “que”", "Queen is in Lake"]
    assert [one.text for one in parts(BOOK, THURSDAY, "lake", "sea")][1:] == ["Sea is in Tidewater"]
    assert [one.text for one in parts(BOOK, THURSDAY, "lake", "zzz")] == ["Nothing here for “zzz”"]


def test_enter_goes_to_the_ballet_it_is_in(hands: Hands) -> None:
    side = hands.screen.side
    side.typed.setFocus()
    QTest.keyClicks(side.typed, "sea")
    QTest.keyClick(side.typed, Qt.Key.Key_Return)
    assert side.work.key == "other"
    assert side.list.hasFocus()
    chosen = side.list.part_at(side.list.currentIndex())
    assert chosen is not None
    assert chosen.key == "section:sea"
    assert hands.book == BOOK


def test_an_empty_list_is_not_entered_and_escape_leaves(hands: Hands) -> None:
    side = hands.screen.side
    side.typed.setFocus()
    QTest.keyClicks(side.typed, "zzz")
    QTest.keyClick(side.typed, Qt.Key.Key_Down)
    assert side.typed.hasFocus()
    QTest.keyClick(side.typed, Qt.Key.Key_Escape)
    assert hands.board.hasFocus()
    side.typed.clear()
    QTest.keyClick(side.typed, Qt.Key.Key_Down)
    assert side.list.hasFocus()
    QTest.keyClick(side.list, Qt.Key.Key_Escape)
    assert hands.board.hasFocus()
