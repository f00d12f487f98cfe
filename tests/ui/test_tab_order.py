"""The Tab key goes through the window in reading order, whichever screen is up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from castapp.services.desk import Desk
from castapp.ui.screens import ENTRIES
from castapp.ui.strip_feed import findings_of
from castapp.ui.theme import Theme
from castapp.ui.window import MainWindow
from tests.builders import THURSDAY, call, company_book
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_dialogs import FakeDialogs

BOOK = company_book(
    call("solo", 660, 60, people=["vega"]),
    call("twice", 690, 60, people=["vega"], studio_id="studio-2"),
    call("waiting", 600, 45, studio_id=None, title="Mime"),
    call("off", 0, 30, kind="free day", studio_id=None),
)
LAST = 200
"""More stops than any screen has."""
Walk = Callable[[str], list[str]]


@pytest.fixture
def walk(qapp: QApplication) -> Iterator[Walk]:
    """Shows a screen and presses Tab until it comes round; the part each stop is in, in order."""
    desk = FakeDesk(BOOK)
    window = MainWindow(
        cast(Desk, desk), ENTRIES, FakeDialogs(), Theme(qapp), THURSDAY, findings=findings_of
    )
    window.resize(1440, 900)
    window.show()

    def go(screen: str) -> list[str]:
        window.show_screen(screen)
        for _ in range(4):
            QApplication.processEvents()
        board = getattr(window.screen_widget(screen), "board", None)
        if board is not None:
            board.select([board.cards.cards[0].id])
        window.frame.findings.open(True)
        stops = window.frame.stops()
        stops[0].setFocus()
        reached = [cast(QWidget, QApplication.focusWidget())]
        while len(reached) < LAST:
            QTest.keyClick(cast(QWidget, QApplication.focusWidget()), Qt.Key.Key_Tab)
            here = cast(QWidget, QApplication.focusWidget())
            if here is reached[0]:
                break
            reached.append(here)
        return [part(window, one) for one in reached]

    yield go
    window.close()
    window.deleteLater()


def part(window: MainWindow, widget: QWidget) -> str:
    frame, screen = window.frame, window.screen_widget(window.shown)
    parts = {
        "top bar": frame.top_bar, "tool row": screen.tool_row, "inspector": frame.fold,
        "findings": frame.findings, "rail": frame.rail,
    }  # fmt: skip
    inner = {name: getattr(screen, name, None) for name in ("lines", "tray")}
    views = getattr(screen, "views", None)
    if views is not None:
        inner |= {"heads": views.page.heads, "board": views.page}
    for name, holder in (*parts.items(), *inner.items(), ("body", frame.stack)):
        if holder is not None and (holder is widget or holder.isAncestorOf(widget)):
            return name
    return type(widget).__name__


def in_turn(stops: list[str]) -> list[str]:
    """The parts in the order they are come to, each time they are come to."""
    return [one for at, one in enumerate(stops) if at == 0 or stops[at - 1] != one]


def test_schedule_is_read_from_the_top_bar_to_the_rail(walk: Walk) -> None:
    assert in_turn(walk("schedule")) == [
        "top bar", "tool row", "lines", "heads", "board", "tray", "inspector", "findings", "rail",
    ]  # fmt: skip


@pytest.mark.parametrize("screen", ["casting", "company", "workload"])
def test_other_screens_are_read_the_same_way(walk: Walk, screen: str) -> None:
    order = ["top bar", "tool row", "body", "inspector", "findings", "rail"]
    reached = in_turn(walk(screen))
    assert reached == [one for one in order if one in reached]
    assert {"top bar", "body", "rail"} <= set(reached)
