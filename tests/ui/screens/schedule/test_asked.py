"""A breach that is asked stays on the board where it was let go, and is kept as what it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.edit import Edit
from castapp.services.desk import Clash
from castapp.services.findings import findings, new_findings
from castapp.services.keeping import kept
from castapp.ui.screens.schedule.call_pane import EMPTY
from castapp.ui.screens.schedule.zones import LOOKING
from castapp.ui.widgets.clash import ClashPanel
from tests.builders import THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

BOOK = company_book(
    call("solo", 660, 60, people=["vega"]),
    call("duet", 840, 60, people=["vega", "okoro"], studio_id="studio-2"),
    call("alone", 1020, 60, studio_id="studio-2"),
)


class Strict:
    """The desk of the hands, but it judges and keeps as the real one does."""

    def __init__(self, hands: Hands) -> None:
        self._write = hands.desk.commit
        self._hands = hands

    def __call__(self, edit: Edit, *, accepting: object = (), reason: str = "",
                 judged: bool = True) -> None:  # fmt: skip
        book: Book = self._hands.book
        found = [one for one in new_findings(book, edit) if one.severity in ("hard", "breach")]
        if judged and found and not accepting:
            raise Clash(found)
        self._write(kept(book, edit, found), reason=reason)


@pytest.fixture
def hands(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    made = Hands(BOOK)
    monkeypatch.setattr(made.desk, "commit", Strict(made))
    yield made
    made.close()


def panel(hands: Hands) -> ClashPanel:
    found = hands.window.findChild(ClashPanel)
    assert isinstance(found, ClashPanel)
    return found


def drop_on_itself(hands: Hands) -> None:
    hands.drag(hands.middle("duet"), hands.point("studio-a", 690) + QPoint(0, 4))


def test_what_is_asked_stays_where_it_was_let_go_and_is_selected(hands: Hands) -> None:
    drop_on_itself(hands)
    (ghost,) = hands.board.scene.ghosts
    assert (ghost.held.id, ghost.held.studio_id) == ("duet", "studio-a")
    assert ghost.asked == "hard"
    assert "not kept yet" in ghost.tag
    assert "duet" in hands.board.scene.lifted
    assert hands.selected() == ["duet"]
    panel(hands).put_back.emit()
    hands.settle()
    assert hands.board.scene.ghosts == ()
    assert "duet" not in hands.board.scene.lifted


def test_the_impossible_is_kept_tentative_stays_found_and_selected(hands: Hands) -> None:
    drop_on_itself(hands)
    assert panel(hands).buttons[0] == "Keep it tentative"
    panel(hands).kept.emit("we try")
    hands.settle()
    assert hands.call("duet").state == "tentative"
    assert hands.selected() == ["duet"]
    assert hands.board.scene.ghosts == ()
    row = hands.board.cards.row_of("duet")
    assert row is not None
    card = hands.board.cards.cards[row]
    assert (card.severity, card.tentative) == ("hard", True)
    assert findings(hands.book, THURSDAY, THURSDAY)[0].severity == "hard"


def test_without_them_the_call_stands_there_without_who_is_elsewhere(hands: Hands) -> None:
    drop_on_itself(hands)
    assert "Without them" in panel(hands).buttons
    panel(hands).without.emit()
    hands.settle()
    assert hands.call("duet").studio_id == "studio-a"
    assert hands.call("duet").state == "firm"
    assert hands.selected() == ["duet"]


def test_a_new_call_that_is_asked_is_what_the_inspector_shows(hands: Hands) -> None:
    hands.drag(hands.point("studio-1", 615), hands.point("studio-1", 700))
    assert hands.screen.writer.field.line.hasFocus()
    assert not hands.window.committer.asking
    hands.enter()
    (ghost,) = hands.board.scene.ghosts
    assert hands.book.find(Call, ghost.held.id) is None
    assert hands.screen.panel.accessibleName()
    assert hands.screen.looking.asking
    panel(hands).put_back.emit()
    hands.settle()
    assert not hands.screen.looking.asking


def test_what_is_typed_after_drawing_over_a_call_is_the_call(hands: Hands) -> None:
    hands.drag(hands.point("studio-1", 615), hands.point("studio-1", 700))
    QTest.keyClicks(hands.screen.writer.field.line, "lake duet")
    hands.enter()
    (ghost,) = hands.board.scene.ghosts
    assert ghost.card is not None
    assert ghost.card.title.startswith("Lake")
    assert panel(hands).reason.text() == ""
    assert hands.board.room is None


def test_a_span_drawn_and_left_makes_no_call(hands: Hands) -> None:
    before = hands.book
    hands.drag(hands.point("studio-a", 915), hands.point("studio-a", 975))
    QTest.keyClick(hands.screen.writer.field.line, Qt.Key.Key_Escape)
    assert hands.book == before
    assert hands.board.room is not None
    hands.board.setFocus()
    hands.key(Qt.Key.Key_Escape)
    assert hands.board.room is None


def test_an_empty_call_is_remarked_in_the_inspector(hands: Hands) -> None:
    hands.drag(hands.point("studio-a", 915), hands.point("studio-a", 975))
    hands.enter()
    said = [one.text() for one in hands.screen.panel.call.trouble.findChildren(QLabel)]
    assert EMPTY in said
    assert "No finding." not in said


def test_a_span_drawn_over_a_call_says_that_the_place_is_taken(hands: Hands) -> None:
    hands.press(hands.point("studio-1", 615))
    hands.move(hands.point("studio-1", 700))
    tip = hands.board.scene.tip
    assert tip is not None
    assert tip.severity == "hard"
    assert "Studio 1 is taken" in tip.lines[0]
    hands.board.hand.cancel()


def test_a_span_drawn_where_nothing_is_says_nothing(hands: Hands) -> None:
    hands.press(hands.point("studio-a", 615))
    hands.move(hands.point("studio-a", 700))
    assert hands.board.scene.tip is None
    hands.board.hand.cancel()


@pytest.mark.parametrize("part", ["body", "end"])
def test_places_not_judged_yet_are_marked_and_soon_all_are_told(hands: Hands, part: str) -> None:
    at = hands.middle("solo") if part == "body" else hands.edge("solo", top=False)
    hands.press(at)
    hands.move(at + QPoint(0, 30))
    appraiser = hands.screen.appraiser
    assert appraiser.working
    while hands.screen.appraiser.working:
        hands.settle()
    zones = hands.board.scene.zones
    assert zones
    assert not [one for one in zones if one.level == LOOKING]
    if part == "end":
        assert {one.studio_id for one in zones} == {"studio-1"}
    hands.board.hand.cancel()
    assert hands.board.scene.zones == ()


def test_the_tray_says_what_will_be_let_go_there(hands: Hands) -> None:
    tray = hands.screen.tray
    where = hands.board.viewport().mapFromGlobal(tray.mapToGlobal(tray.rect().center()))
    hands.press(hands.middle("alone"))
    hands.move(where)
    assert tray.words == "Let go: the call will wait here for a place."
    hands.board.hand.cancel()
    assert tray.words == "Nothing waits for a place."
