from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QScrollArea

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding, Ref
from castapp.domain.office import Posting
from castapp.services.findings import new_findings
from castapp.services.publish import post_day
from castapp.services.sample import sample_book
from castapp.ui.screens.schedule.clicking import double_click
from castapp.ui.screens.schedule.edits import landed
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book, role_line
from tests.ui.screens.schedule.hands import Hands

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
BOOK = company_book(
    call("solo", 11 * 60, 60, people=["vega"]),
    call("duet", 14 * 60, 60, people=["vega", "okoro"], studio_id="studio-2"),
    call("waiting", 600, 45, studio_id=None, production_id="lake", title="Mime"),
)
Open = Callable[[Book], Hands]


@pytest.fixture
def open_board(qapp: object) -> Iterator[Open]:
    opened: list[Hands] = []

    def open_one(book: Book) -> Hands:
        opened.append(Hands(book))
        return opened[-1]

    yield open_one
    for hands in opened:
        hands.close()


def test_a_day_is_built_by_hand_and_taken_back(open_board: Open) -> None:
    """The journey: draw, move, resize, edit in the inspector, undo all of it, redo it."""
    hands = open_board(company_book())
    before = hands.book
    hands.drag(hands.point("studio-1", 11 * 60 + 2), hands.point("studio-1", 12 * 60 + 1))
    hands.enter()
    made = hands.selected()[0]
    assert (hands.call(made).start, hands.call(made).minutes) == (660, 60)
    hands.drag(hands.middle(made), hands.middle(made) + QPoint(0, 96))
    assert hands.call(made).start == 780
    hands.drag(hands.middle(made), hands.point("studio-2", 13 * 60 + 30))
    assert hands.call(made).studio_id == "studio-2"
    hands.drag(hands.edge(made, top=False), hands.edge(made, top=False) + QPoint(0, 24))
    assert hands.call(made).end == 14 * 60 + 30
    hands.drag(hands.edge(made, top=True), hands.edge(made, top=True) + QPoint(0, 12))
    assert hands.call(made).start == 13 * 60 + 15
    pane = hands.screen.panel.call
    pane.work.chosen.emit("lake")
    hands.type_in(pane.title, "Act II, notes")
    hands.type_in(pane.time, "15.00-16.30")
    hands.type_in(pane.length, "1 h")
    assert hands.call(made).title == "Act II, notes"
    assert (hands.call(made).start, hands.call(made).minutes) == (900, 60)
    after = hands.book
    steps = len(hands.desk.done)
    assert steps == 9
    for _ in range(steps):
        hands.window.do("edit.undo")
    assert hands.book == before
    for _ in range(steps):
        hands.window.do("edit.redo")
    assert hands.book == after
    assert [card.title for card in hands.board.view.cards if card.id == made] == [
        "Lake Act II, notes"
    ]


def test_the_sample_company_is_shown_by_day_and_by_week(open_board: Open) -> None:
    hands = open_board(sample_book(THURSDAY))
    shown = {card.id for card in hands.board.view.cards}
    placed = {one.id for one in hands.book.where(Call, "day", THURSDAY) if one.studio_id}
    assert placed <= shown
    hands.window.do("schedule.week")
    assert len(hands.board.view.days) == 7
    assert {card.id for card in hands.board.view.cards} > shown
    assert not hands.screen.grab().isNull()


def test_ctrl_drag_copies_with_its_people(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.drag(hands.middle("solo"), hands.point("studio-a", 17 * 60), CTRL)
    copy = hands.selected()[0]
    assert copy != "solo"
    assert [one.person_id for one in hands.book.where(Called, "call_id", copy)] == ["vega"]
    assert hands.call("solo").start == 660


def test_escape_takes_a_drag_back(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.press(hands.middle("solo"))
    hands.move(hands.point("studio-a", 17 * 60))
    assert hands.board.hand.ghosts()
    hands.key(Qt.Key.Key_Escape)
    hands.release(hands.point("studio-a", 17 * 60))
    assert hands.book == BOOK
    assert not hands.board.hand.ghosts()


def test_a_place_where_a_dancer_is_busy_is_told_before_it_is_taken(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.press(hands.middle("solo"))
    hands.move(hands.point("studio-a", 14 * 60 + 40))
    tip = hands.board.hand.tip
    assert tip is not None
    assert tip.severity == "hard"
    assert tip.lines
    while hands.screen.appraiser.working:
        hands.settle()
    assert {"free", "clash"} <= {zone.level for zone in hands.board.hand.zones}
    hands.key(Qt.Key.Key_Escape)
    assert hands.board.hand.zones == ()


def test_a_clash_stands_as_a_question_and_the_card_goes_back(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.desk.found = [Finding("span", "breach", "Too long.", THURSDAY, ("vega",))]
    hands.drag(hands.middle("solo"), hands.middle("solo") + QPoint(0, 96))
    assert hands.window.committer.asking
    assert hands.call("solo").start == 660
    assert hands.board.held(["solo"])[0].start == 660


def test_a_group_moves_together(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.click(hands.middle("solo"))
    hands.click(hands.middle("duet"), CTRL)
    assert set(hands.selected()) == {"solo", "duet"}
    hands.drag(hands.middle("duet"), hands.middle("duet") + QPoint(0, 48))
    assert (hands.call("solo").start, hands.call("duet").start) == (720, 900)
    assert len(hands.desk.done) == 1


def test_shift_drag_selects_what_it_touches(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.drag(hands.point("studio-1", 10 * 60), hands.point("studio-2", 16 * 60), SHIFT)
    assert set(hands.selected()) == {"solo", "duet"}


def test_a_double_click_makes_an_hour(open_board: Open) -> None:
    hands = open_board(BOOK)
    double_click(hands.board, hands.point("studio-a", 15 * 60 + 5), 15)
    hands.enter()
    made = hands.call(hands.selected()[0])
    assert (made.start, made.minutes, made.studio_id) == (900, 60, "studio-a")


def test_a_show_is_selected_but_not_moved(open_board: Open) -> None:
    hands = open_board(BOOK)
    show = next(iter(hands.book.all(Performance))).id
    hands.drag(hands.middle(show), hands.point("studio-1", 17 * 60))
    assert hands.book == BOOK
    assert hands.selected() == [show]


def test_out_of_the_tray_and_back(open_board: Open) -> None:
    hands = open_board(BOOK)
    card = hands.screen.tray.list.cards.cards[0]
    where = hands.point("studio-a", 15 * 60 + 1)
    globally = hands.board.viewport().mapToGlobal
    hands.screen.tray.lifted.emit(card, globally(where - QPoint(0, 9)))
    hands.screen.tray.dragged.emit(globally(where))
    hands.screen.tray.dropped.emit(globally(where))
    assert (hands.call("waiting").studio_id, hands.call("waiting").start) == ("studio-a", 900)
    tray = hands.screen.tray
    over = hands.board.viewport().mapFromGlobal(tray.mapToGlobal(tray.rect().center()))
    hands.drag(hands.middle("waiting"), over)
    assert hands.call("waiting").studio_id is None


def test_a_call_stays_in_the_inspector_when_it_gets_or_loses_its_place(open_board: Open) -> None:
    hands = open_board(BOOK)
    assert hands.screen.reveal(Ref(Call, "waiting"))
    pane = hands.screen.panel.call
    hands.type_in(pane.title, "Another mime")
    assert hands.screen.tray.selected_id() == "waiting"
    pane.place.chosen.emit("studio-a")
    assert hands.selected() == ["waiting"]
    pane.place.chosen.emit("")
    assert hands.screen.tray.selected_id() == "waiting"
    assert pane.isVisible()


def test_an_unplaced_call_is_carried_into_the_week(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.window.do("schedule.week")
    hands.settle()
    tray = hands.screen.tray
    where = hands.board.viewport().mapToGlobal(hands.point("studio-a", 12 * 60 + 1, FRIDAY))
    tray.lifted.emit(hands.board.view.tray[0], where - QPoint(9, 0))
    tray.dragged.emit(where)
    tray.dropped.emit(where)
    assert (hands.call("waiting").day, hands.call("waiting").start) == (FRIDAY, 720)


def test_keys_go_nudge_stretch_and_open(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"])
    hands.key(Qt.Key.Key_Right)
    assert hands.selected() == ["duet"]
    hands.key(Qt.Key.Key_Down, ALT)
    assert hands.call("duet").start == 14 * 60 + 15
    hands.key(Qt.Key.Key_Right, ALT)
    assert hands.call("duet").studio_id == "studio-a"
    hands.key(Qt.Key.Key_Down, ALT | SHIFT)
    assert hands.call("duet").minutes == 75
    hands.key(Qt.Key.Key_Return)
    assert hands.window.focusWidget() is hands.screen.panel.call.work


def test_copy_paste_duplicate_and_delete(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"])
    hands.window.do("edit.duplicate")
    twin = hands.call(hands.selected()[0])
    assert (twin.start, twin.studio_id) == (720, "studio-1")
    hands.window.do("edit.copy")
    hands.window.go_to(FRIDAY)
    hands.window.do("edit.paste")
    pasted = hands.call(hands.selected()[0])
    assert (pasted.day, pasted.start) == (FRIDAY, 720)
    hands.window.do("edit.delete")
    assert hands.book.find(Call, pasted.id) is None
    assert not hands.dialogs.asked


def test_a_posted_call_is_only_taken_out_after_a_question(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.screen.act("schedule.post")
    assert not hands.book.all(Posting)
    hands.screen.panel.posting.post.click()
    posting = next(iter(hands.book.all(Posting)))
    assert (posting.day, posting.issue, posting.state) == (THURSDAY, 1, "firm")
    hands.dialogs.yes = False
    hands.board.select(["solo"])
    hands.window.do("edit.delete")
    assert len(hands.dialogs.asked) == 1
    assert hands.book.find(Call, "solo") is not None


def test_a_card_that_was_posted_elsewhere_says_so(open_board: Open) -> None:
    at = datetime(2026, 10, 14, 13, tzinfo=UTC)
    hands = open_board(BOOK.apply(post_day(BOOK, THURSDAY, "firm", "Jana", at)))
    hands.board.select(["solo"])
    hands.key(Qt.Key.Key_Down, ALT)
    card = next(card for card in hands.board.view.cards if card.id == "solo")
    assert (card.changed, card.was) == (True, "was 11.00")
    assert "was 11.00" in card.spoken


def test_the_selection_is_kept_from_day_to_week_and_back(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.select(["duet"])
    hands.window.do("schedule.week")
    assert hands.selected() == ["duet"]
    hands.window.do("schedule.day")
    assert hands.selected() == ["duet"]
    assert hands.screen.heading().text == "Thursday 15 October 2026"


def test_a_call_is_carried_to_another_day_of_the_week(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.window.do("schedule.week")
    hands.settle()
    friday = hands.point("studio-2", 14 * 60 + 30, FRIDAY)
    hands.drag(hands.point("studio-2", 14 * 60 + 30), friday)
    assert (hands.call("duet").day, hands.call("duet").start) == (FRIDAY, 840)


def test_the_arrows_of_the_top_bar_step_by_what_is_shown(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.window.do("go.forward")
    assert hands.window.day == FRIDAY
    hands.window.do("schedule.week")
    hands.window.do("go.back")
    assert hands.screen.heading().text == "Mon 5 – Sun 11 October 2026"


def test_what_cannot_be_read_stays_and_is_said_under_its_field(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.select(["solo"])
    hands.settle()
    pane = hands.screen.panel.call
    hands.type_in(pane.time, "25:00")
    assert pane.time.text() == "25:00"
    assert "25:00" in pane.refusal("Time")
    hands.type_in(pane.length, "-5")
    assert pane.refusal("Length")
    assert hands.book == BOOK


def test_who_is_called_is_changed_by_chips(open_board: Open) -> None:
    hands = open_board(
        company_book(call("act", 600, 60, role_line("line", "queen"), production_id="lake"))
    )
    hands.board.select(["act"])
    pane = hands.screen.panel.call.called
    pane.add.picked.emit("role:spirits:cast-1")
    assert hands.screen.panel.call.called.names.model().rowCount() > 2
    pane.editor.changed.emit("line", {"cast_ids": ("cast-2",), "joins": 615})
    line = hands.book.get(Called, "line")
    assert (line.cast_ids, line.joins) == (("cast-2",), 615)
    pane.timed.removed.emit("line")
    assert hands.book.find(Called, "line") is None


def test_an_empty_day_teaches_and_copies_one_like_it(open_board: Open) -> None:
    hands = open_board(company_book(call("solo", 660, 60, day=MONDAY, people=["vega"])))
    hands.window.go_to(FRIDAY)
    assert hands.screen.views.empty.words is not None
    hands.screen.views.empty.chosen.emit("copy")
    while hands.screen.copier.asking:
        hands.settle()
    assert [one.start for one in hands.book.where(Call, "day", FRIDAY)] == [660]
    assert hands.screen.views.empty.words is None


@pytest.mark.parametrize(("way", "back"), [("yesterday", 1), ("last_week", 7)])
def test_an_empty_day_takes_the_day_before_or_last_week_s(
    open_board: Open, way: str, back: int
) -> None:
    source = FRIDAY - timedelta(days=back)
    hands = open_board(company_book(call("solo", 660, 60, day=source)))
    hands.window.go_to(FRIDAY)
    hands.screen.views.empty.chosen.emit(way)
    while hands.screen.copier.asking:
        hands.settle()
    assert [one.start for one in hands.book.where(Call, "day", FRIDAY)] == [660]


def test_an_empty_day_opens_the_templates(open_board: Open) -> None:
    hands = open_board(company_book())
    hands.window.go_to(FRIDAY)
    hands.screen.views.empty.chosen.emit("template")
    hands.settle()
    assert hands.screen.panel.templates.isVisible()


def test_a_free_day_can_be_made_a_working_day(open_board: Open) -> None:
    hands = open_board(
        company_book(call("free", 600, 60, day=FRIDAY, kind="free day", studio_id=None))
    )
    hands.window.go_to(FRIDAY)
    hands.screen.views.empty.chosen.emit("work")
    assert not hands.book.where(Call, "day", FRIDAY)


def test_the_menu_of_a_card_works_on_it(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.board.customContextMenuRequested.emit(hands.middle("duet"))
    assert hands.selected() == ["duet"]
    menu = hands.board.findChildren(QMenu)[-1]
    texts = {action.text().partition("\t")[0]: action for action in menu.actions()}
    texts["Take out of the studio"].trigger()
    menu.close()
    assert hands.call("duet").studio_id is None


def test_a_folded_inspector_opens_for_a_call(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.window.frame.fold.fold(True)
    hands.board.opened.emit("solo")
    assert not hands.window.frame.fold.folded


def test_a_record_is_revealed_wherever_it_is(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.window.go_to(FRIDAY)
    hands.window.jump(Ref(Call, "duet"))
    assert hands.window.day == THURSDAY
    assert hands.selected() == ["duet"]
    assert hands.screen.reveal(Ref(Call, "waiting"))
    assert not hands.screen.reveal(Ref(Call, "gone"))


def test_every_card_is_announced_through_the_accessibility_interface(open_board: Open) -> None:
    hands = open_board(BOOK)
    board = QAccessible.queryAccessibleInterface(hands.board)
    said = [
        board.child(n).text(QAccessible.Text.Name)
        for n in range(board.childCount())
        if board.child(n) is not None
    ]
    for card in hands.board.view.cards:
        assert card.spoken in said


def test_ctrl_and_wheel_zoom_keep_the_time_under_the_pointer(open_board: Open) -> None:
    hands = open_board(BOOK)
    high = hands.board.plan.height
    hands.board.zoom(1.5, 200)
    assert hands.board.plan.height > high
    hands.board.zoom(0.1, 0)
    plan = hands.board.plan
    assert (plan.first, plan.last) == (7 * 60, 24 * 60)
    assert plan.height == hands.board.viewport().height()


def test_what_the_judge_says_of_a_drag_is_what_a_commit_would_say(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.press(hands.middle("solo"))
    hands.move(hands.point("studio-a", 14 * 60 + 30))
    tip = hands.board.hand.tip
    edit = landed(hands.book, hands.board.hand.landing)
    assert tip is not None
    found = new_findings(hands.book, edit)
    assert tip.severity == found[0].severity
    assert tip.clause == found[0].clause
    QTest.keyClick(hands.board, Qt.Key.Key_Escape)


def test_enter_goes_to_the_time_but_to_the_ballet_of_a_call_that_says_nothing(
    open_board: Open,
) -> None:
    hands = open_board(company_book(call("class", 615, 75, kind="class"), call("bare", 720, 60)))
    pane = hands.screen.panel.call
    for call_id, field in (("class", pane.time), ("bare", pane.work)):
        hands.board.select([call_id], call_id)
        hands.screen.open_inspector()
        assert field.hasFocus()


def test_another_call_begins_at_the_top_of_the_inspector(open_board: Open) -> None:
    hands = open_board(BOOK)
    hands.window.resize(1440, 640)
    hands.board.select(["solo"])
    hands.settle()
    area = hands.screen.panel.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    hands.board.select(["duet"])
    assert bar.value() == 0


def test_what_is_selected_beside_the_calls_taken_out_is_said_to_stay(open_board: Open) -> None:
    hands = open_board(BOOK)
    show = next(card.id for card in hands.board.view.cards if card.id.startswith("show-"))
    hands.board.select(["solo", show])
    hands.window.do("edit.delete")
    assert hands.book.find(Call, "solo") is None
    assert "The performance stays" in hands.window.frame.banner.sentence


def test_redo_answers_both_its_keys(open_board: Open) -> None:
    hands = open_board(BOOK)
    keys = {one.toString() for one in hands.window.menus.actions["edit.redo"].shortcuts()}
    assert keys == {"Ctrl+Shift+Z", "Ctrl+Y"}
