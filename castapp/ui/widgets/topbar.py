"""The top bar: where we are in time, search, undo and redo, what is saved, who is here."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.bar import Bar, Rule
from castapp.ui.widgets.button import Button, Kind, icon_button
from castapp.ui.widgets.drawing import focus_ring, plate, shows_focus
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.marks import Swatch
from castapp.ui.widgets.saved import SavedState
from castapp.ui.widgets.tips import plain_tip


class TopBar(Bar):
    """Emits what was pressed; the window acts. `stepped` carries -1 or 1."""

    stepped = Signal(int)
    today = Signal()
    menu_wanted = Signal()
    search = Signal()
    undo = Signal()
    redo = Signal()
    retry = Signal()

    def __init__(self) -> None:
        super().__init__(48, "surface")
        self._back = icon_button("chevron-left", "Earlier (PgUp)")
        self._forward = icon_button("chevron-right", "Later (PgDn)")
        self._dot = Swatch()
        self._title = Label("", fonts.TITLE)
        self._menu = Button("", kind=Kind.QUIET, arrow=True)
        self._menu.setFont(fonts.font(fonts.TITLE))
        self._today = Button("Today")
        self.search_field = SearchField()
        self._undo = icon_button("undo-2", "Undo (Ctrl+Z)")
        self._redo = icon_button("redo-2", "Redo (Ctrl+Shift+Z)")
        self.saved = SavedState()
        self._avatar = Initials()
        self.menu_button = icon_button("ellipsis", "Menu (F10)")
        self._lay_out()
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._forward.clicked.connect(lambda: self.stepped.emit(1))
        self._today.clicked.connect(self.today)
        self._menu.clicked.connect(self.menu_wanted)
        self.search_field.clicked.connect(self.search)
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self.saved.clicked.connect(self.retry)
        self.show_undo("", "")

    def show_heading(self, text: str, *, steps: bool, colour: str = "", menu: bool = False) -> None:
        """Show the title; `steps` adds the arrows and Today, `menu` makes the title a button."""
        for widget in (self._back, self._forward, self._today):
            widget.setVisible(steps)
        self._gap.setVisible(not steps)
        self._dot.show_colour(colour)
        self._dot.setVisible(bool(colour))
        self._title.setText(text)
        self._title.setVisible(not menu)
        self._menu.set_text(text)
        self._menu.setVisible(menu)

    def show_undo(self, undo: str, redo: str) -> None:
        """Say what undo and redo would take back or do again; "" greys the button."""
        for button, word, label, keys in (
            (self._undo, "Undo", undo, "Ctrl+Z"),
            (self._redo, "Redo", redo, "Ctrl+Shift+Z"),
        ):
            button.setEnabled(bool(label))
            said = f"{word} {label}" if label else f"Nothing to {word.lower()}"
            button.setAccessibleName(said)
            button.setToolTip(plain_tip(f"{said} ({keys})"))

    def show_person(self, name: str) -> None:
        """Show who is at the desk."""
        self._avatar.show_name(name)

    @property
    def title_button(self) -> QWidget:
        """What a chooser opened from the title hangs under."""
        return self._menu

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 1)
        row.setSpacing(8)
        self._gap = QWidget()
        self._gap.setFixedWidth(0)
        for widget in (self._back, self._forward, self._gap, self._dot):
            row.addWidget(widget)
        row.addWidget(self._title)
        row.addWidget(self._menu)
        row.addSpacing(8)
        row.addWidget(self._today)
        row.addSpacing(16)
        row.addWidget(self.search_field)
        row.addStretch(1)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addWidget(Rule(upright=True))
        row.addWidget(self.saved)
        row.addWidget(self._avatar)
        row.addWidget(self.menu_button)


class SearchField(QAbstractButton):
    """Looks like a field, opens the command palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("Search or do…")
        self.setAccessibleName("Search or do, Ctrl+K")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(132)

    def sizeHint(self) -> QSize:
        return QSize(264, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        plate(painter, self.rect(), tokens.panel, tokens.line2)
        icons.paint_icon(painter, "search", tokens.t2, 9, 7)
        painter.setFont(fonts.font())
        painter.setPen(tokens.t3)
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(33, 0, self.width() - 80, self.height()), flags, self.text())
        key = QRect(self.width() - 47, 7, 41, 16)
        plate(painter, key, tokens.surface, tokens.line2, 3)
        painter.setFont(fonts.font(fonts.LABEL))
        painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), "Ctrl K")
        if shows_focus(self):
            focus_ring(painter, self.rect())


class Initials(QWidget):
    """The initials of who is at the desk, in a grey round."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(28, 28)
        self._letters = ""

    def show_name(self, name: str) -> None:
        """Show the first letters of the first and last word of a name."""
        parts = name.split()
        self._letters = "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()
        self.setAccessibleName(f"At the desk: {name}" if name else "")
        self.setToolTip(plain_tip(name))
        self.setVisible(bool(name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.sunken)
        painter.drawEllipse(self.rect())
        painter.setFont(fonts.font(fonts.LABEL, 600))
        painter.setPen(tokens.t2)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letters)
