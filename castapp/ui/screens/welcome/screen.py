"""The welcome page: the ways to begin at the left, what was open before at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.welcome.form import NewCompanyForm
from castapp.ui.screens.welcome.present import RecentFile, opened_words
from castapp.ui.widgets.banner import Banner
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.drawing import focus_ring, plate, shows_focus, words
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.tips import plain_tip

_WAYS = (
    (
        "sample",
        "sparkles",
        "Look around the sample company",
        "64 dancers, two ballets, a week with clashes to solve",
    ),
    (
        "new",
        "plus",
        "Start your company",
        "Studios, ranks and the rules you work under, in ten minutes",
    ),
    (
        "import",
        "file-spreadsheet",
        "Bring a spreadsheet",
        "Dancers, roles, a schedule; you see it before it is taken in",
    ),
    (
        "open",
        "folder-open",
        "Open a company file",
        "A .castapp file, or a company shared by several desks",
    ),
)


class WelcomeScreen(QWidget):
    """Says what was chosen; the program does it.

    `founded` carries a NewCompany, `recent` an address, `dropped` the path of a file let fall here.
    """

    sample = Signal()
    imported = Signal()
    opened = Signal()
    founded = Signal(object)
    recent = Signal(str)
    dropped = Signal(object)
    tour = Signal()

    def __init__(self, version: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setBackgroundRole(self.palette().ColorRole.Window)
        self.setAutoFillBackground(True)
        self.banner = Banner()
        self._version = version
        self._recent_list = QVBoxLayout()
        self._side = QStackedWidget()
        self._form: NewCompanyForm | None = None
        self._lay_out()

    def show_recent(self, files: Sequence[RecentFile], now: datetime) -> None:
        """List what was open before, the last first."""
        while self._recent_list.count():
            item = self._recent_list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in files:
            row = _Recent(each, opened_words(each.opened, now))
            row.clicked.connect(lambda _=False, address=each.address: self.recent.emit(address))
            self._recent_list.addWidget(row)
        if not files:
            nothing = "Nothing yet. What you open is listed here."
            self._recent_list.addWidget(Label(nothing, fonts.TABLE, "t2"))

    def say(self, sentence: str) -> None:
        """Show what went wrong, e.g. a file that cannot be opened."""
        self.banner.say(sentence, "hard")

    def show_form(self) -> None:
        """Open the form for a new company beside the ways."""
        if self._form is None:
            self._form = NewCompanyForm()
            self._form.filled.connect(self.founded)
            self._form.left.connect(self.leave_form)
            self._side.addWidget(self._form)
        self._side.setCurrentWidget(self._form)
        self._form.name.setFocus()

    def leave_form(self) -> None:
        """Show what was open before again."""
        self._side.setCurrentIndex(0)

    @property
    def form(self) -> NewCompanyForm | None:
        """The form, once it has been opened."""
        return self._form

    def choose(self, way: str) -> None:
        """Begin one of the four ways: sample, new, import, open."""
        chosen = {
            "sample": self.sample.emit,
            "new": self.show_form,
            "import": self.imported.emit,
            "open": self.opened.emit,
        }
        chosen[way]()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(Path(paths[0]))

    def _lay_out(self) -> None:
        page = QWidget()
        page.setFixedWidth(976)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_Masthead())
        column.addSpacing(44)
        halves = QHBoxLayout()
        halves.setSpacing(64)
        halves.addWidget(self._ways(), 0, Qt.AlignmentFlag.AlignTop)
        self._side.addWidget(self._recent_page())
        self._side.setFixedWidth(400)
        halves.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(halves)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.banner)
        whole.addStretch(1)
        whole.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)

    def _ways(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(512)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for key, icon, text, detail in _WAYS:
            way = _Way(icon, text, detail)
            way.clicked.connect(lambda _=False, key=key: self.choose(key))
            column.addWidget(way)
        column.addSpacing(4)
        column.addWidget(_Promise())
        return side

    def _recent_page(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label("Recent", fonts.TABLE, "t2", weight=600))
        column.addSpacing(8)
        column.addWidget(Rule())
        self._recent_list.setSpacing(0)
        column.addLayout(self._recent_list)
        column.addSpacing(16)
        tour = Button("A tour in five minutes", kind=Kind.LINK)
        tour.clicked.connect(self.tour)
        row = QHBoxLayout()
        row.addWidget(tour)
        row.addStretch(1)
        if self._version:
            row.addWidget(Label(f"Version {self._version}", fonts.TABLE, "t2"))
        column.addLayout(row)
        column.addStretch(1)
        return side


class _Masthead(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(50)
        self.setAccessibleName("Castapp")

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        icons.paint_logo(painter, 0, 1, 48)
        name = QRect(64, 0, 600, 28)
        words(painter, name, "Castapp", fonts.font(fonts.PAGE), tokens.t1)
        line = QRect(64, 30, 800, 20)
        about = "Casting, calls and care for a ballet company, in one file of your own."
        words(painter, line, about, fonts.font(fonts.TITLE, 400), tokens.t2)


class _Way(QAbstractButton):
    def __init__(self, icon: str, text: str, detail: str) -> None:
        super().__init__()
        self._icon = icon
        self._detail = detail
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(512, 66)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        plate(
            painter, self.rect(), tokens.hair if self.underMouse() else tokens.surface, tokens.line2
        )
        icons.paint_icon(painter, self._icon, tokens.accent_t, 16, 21, 24)
        first = QRect(56, 15, self.width() - 110, 20)
        words(painter, first, self.text(), fonts.font(fonts.TITLE), tokens.t1)
        second = QRect(56, 35, self.width() - 110, 16)
        words(painter, second, self._detail, fonts.font(), tokens.t2)
        icons.paint_icon(painter, "chevron-right", tokens.t2, self.width() - 34, 25)
        if shows_focus(self):
            focus_ring(painter, self.rect())


class _Recent(QAbstractButton):
    def __init__(self, file: RecentFile, opened: str) -> None:
        super().__init__()
        self._file = file
        self._opened = opened
        self.setText(file.name)
        self.setAccessibleName(f"{file.name}, {file.place}, {opened}".rstrip(", "))
        self.setToolTip(plain_tip(file.place))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(400, 52)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), tokens.hair)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.hair)
        icons.paint_icon(painter, "file", tokens.t2, 0, 18)
        first = QRect(28, 10, self.width() - 130, 16)
        words(painter, first, self.text(), fonts.font(fonts.BODY, 600), tokens.t1)
        second = QRect(28, 26, self.width() - 130, 16)
        words(painter, second, self._file.place, fonts.font(fonts.TABLE), tokens.t2)
        side = QRect(self.width() - 100, 0, 100, self.height())
        right = Qt.AlignmentFlag.AlignRight
        words(painter, side, self._opened, fonts.font(fonts.TABLE), tokens.t2, right)
        if shows_focus(self):
            focus_ring(painter, self.rect())


class _Promise(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(24)
        self._words = "Works without a network. Nothing leaves this computer unless you post it."
        self.setAccessibleName(self._words)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        icons.paint_icon(painter, "shield-check", tokens.t2, 0, 4)
        room = self.rect().adjusted(24, 0, 0, 0)
        words(painter, room, self._words, fonts.font(fonts.TABLE), tokens.t2)
