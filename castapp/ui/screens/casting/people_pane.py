"""The inspector's count of each dancer in the run: shows, leads, covers, debuts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from castapp.domain.book import Book
from castapp.domain.roster import inside_name
from castapp.services.counting import Count
from castapp.ui import fonts, theme
from castapp.ui.screens.casting.panel_rows import Rows
from castapp.ui.widgets.drawing import focus_ring, words
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.tips import plain_tip

ROW, COLUMN = 22, 42
HEADS = ("shows", "leads", "covers")
_Right = Qt.AlignmentFlag.AlignRight


def fill(
    inspector: Inspector, book: Book, counted: tuple[Count, ...], go: Callable[[str], None]
) -> None:
    """Show everybody in the run; `go` is called with the dancer pressed."""
    if not counted:
        words = "Shows, leads and covers of each dancer are counted here once there is a cast."
        inspector.section().add(Label(words, fonts.TABLE, "t2", wrap=True))
        return
    rows = Rows()
    inspector.section("In this run", f"{len(counted)} dancers").add(rows)
    rows.add(Heads())
    for one in counted:
        row = CountRow(inside_name(book, one.person_id), one)
        row.clicked.connect(lambda _=False, who=one.person_id: go(who))
        rows.add(row)


class Heads(QWidget):
    """The words over the three columns of numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, head in enumerate(HEADS):
            room = _cell(self.width(), place)
            words(painter, room, head, fonts.font(fonts.LABEL), theme.current().t2, _Right)


class CountRow(QAbstractButton):
    """A dancer with three numbers; a star if one of the shows is a first time in a role."""

    def __init__(self, name: str, count: Count) -> None:
        super().__init__()
        self._count = count
        self.setText(name)
        self.setFixedHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        debuts = f", {count.debuts} debut{'' if count.debuts == 1 else 's'}" if count.debuts else ""
        said = f"{name}: {count.shows} shows, {count.leads} leads, {count.covers} covers{debuts}"
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))

    def sizeHint(self) -> QSize:
        return QSize(120, ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), tokens.hair)
        room = QRect(0, 0, _cell(self.width(), 0).left(), ROW)
        used = words(painter, room, self.text(), fonts.font(fonts.TABLE), tokens.t1)
        if self._count.debuts:
            star = room.adjusted(used + 4, 0, 0, 0)
            words(painter, star, "*", fonts.font(fonts.TABLE, 700), tokens.accent_t)
        numbers = (self._count.shows, self._count.leads, self._count.covers)
        for place, number in enumerate(numbers):
            face = fonts.font(fonts.TABLE, 600 if number else 400, figures=True)
            ink = tokens.t1 if number else tokens.t3
            cell = _cell(self.width(), place)
            words(painter, cell, str(number) if number else "–", face, ink, _Right)
        if self.hasFocus():
            focus_ring(painter, self.rect())


def _cell(width: int, place: int) -> QRect:
    return QRect(width - (len(HEADS) - place) * COLUMN, 0, COLUMN, ROW)
