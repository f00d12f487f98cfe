from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.paper import PaperView

A4 = QSizeF(842, 595)


class Pages:
    def __init__(self) -> None:
        self.painted: list[int] = []

    def paint(self, painter: QPainter, number: int) -> None:
        self.painted.append(number)
        painter.fillRect(QRectF(0, 0, A4.width(), 10), QColor("#ff0000"))


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def view(qtbot: QtBot, pages: Pages) -> PaperView:
    made = PaperView()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show_pages([A4, A4, A4], pages.paint)
    made.show()
    return made


def test_a_page_fills_the_width_and_only_what_is_seen_is_painted(
    view: PaperView, pages: Pages
) -> None:
    pages.painted.clear()
    image = view.grab().toImage()
    assert set(pages.painted) == {0}
    first = view.page_rects()[0]
    assert first.width() == pytest.approx(view.viewport().width() - 32, abs=1)
    assert image.pixelColor(first.center().toPoint()) == QColor("#ffffff")
    assert image.pixelColor(int(first.right()) - 5, int(first.top()) + 3) == QColor("#ff0000")
    assert view.accessibleDescription() == "3 pages"


def test_scrolling_brings_the_next_page(view: PaperView, pages: Pages) -> None:
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    pages.painted.clear()
    view.grab()
    assert 2 in pages.painted
    assert 0 not in pages.painted


def test_keys_zoom_in_steps_and_back_to_the_width(view: PaperView, qtbot: QtBot) -> None:
    fitting = view.scale
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(view.zoomed) as zoomed:
        QTest.keyClick(view, Qt.Key.Key_Plus, control)
    assert zoomed.args[0] > fitting
    QTest.keyClick(view, Qt.Key.Key_Minus, control)
    QTest.keyClick(view, Qt.Key.Key_Minus, control)
    assert view.scale < fitting
    QTest.keyClick(view, Qt.Key.Key_0, control)
    assert view.scale == fitting


def test_zooming_keeps_the_middle_in_place(view: PaperView) -> None:
    view.zoom_to(1.0)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = (bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep())
    view.zoom_to(2.0)
    after = (bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep())
    assert after == pytest.approx(before, abs=0.01)
