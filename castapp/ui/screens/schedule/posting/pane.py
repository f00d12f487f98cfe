"""The inspector's pane before a day is posted: what is still open, and the reason to post."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from castapp.ui import fonts
from castapp.ui.announce import say
from castapp.ui.finding_rows import FindingRow
from castapp.ui.screens.schedule.call_facts import Trouble
from castapp.ui.screens.schedule.posting.present import Question
from castapp.ui.screens.schedule.trouble import Sentence
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.label import Label

LISTED = 8
MISSING = "Say why it is posted all the same; the reason is kept with the issue."
FIRM, TENTATIVE = "firm", "tentative"


class PostPane(QWidget):
    """`taken` carries the state to post it in, and the reason; `left` ends it. Enter posts."""

    taken = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._needed = False
        self._points = Section("Still open")
        self._list = Section("What is broken")
        self._out = Section("What goes out")
        self.reason = QLineEdit()
        self.reason.setMaxLength(500)
        self.reason.setPlaceholderText("e.g. agreed with the dancers")
        self.reason.returnPressed.connect(self._post)
        self._field = Field("Reason to post it, kept with the issue", self.reason)
        self.post = Button("Post", "send", Kind.FILLED)
        self.post.clicked.connect(self._post)
        self.tentative = Button("Post as tentative")
        self.tentative.clicked.connect(lambda: self.taken.emit(TENTATIVE, ""))
        back = Button("Leave it", kind=Kind.LINK)
        back.clicked.connect(self.left)
        ways = Section()
        ways.add(self._field)
        ways.add_row(self.post, self.tentative, QWidget(), stretches=(0, 0, 1))
        ways.add_row(back, QWidget(), stretches=(0, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._points, self._out, ways, self._list):
            column.addWidget(part)

    def show_question(self, asked: Question) -> None:
        """Show what is open; the reason is asked for only where the house wants one."""
        self._needed = bool(asked.open)
        self._points.clear()
        self._points.add(*(Label(one, fonts.TABLE, wrap=True) for one in asked.points))
        self._out.clear()
        self._out.add(Label(asked.out, fonts.TABLE, wrap=True))
        self._out.add(*(Label(one, fonts.TABLE, "t2", wrap=True) for one in changed_lines(asked)))
        self._field.setVisible(self._needed)
        self._field.refuse("")
        self.tentative.setVisible(asked.may_be_tentative)
        self._list.clear()
        self._list.setVisible(bool(asked.rows))
        self._list.add(*(Sentence(_trouble(row)) for row in asked.rows[:LISTED]))
        more = len(asked.rows) - LISTED
        words = f"and {more} more. " if more > 0 else ""
        self._list.add(Label(f"{words}F8 goes through them on the board.", fonts.TABLE, "t2",
                             wrap=True))  # fmt: skip

    def ask(self, asked: Question) -> None:
        """Take the keyboard, and say what is asked."""
        (self.reason if self._needed else self.post).setFocus()
        say(self, asked.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _post(self) -> None:
        reason = self.reason.text().strip()
        if self._needed and not reason:
            self._field.refuse(MISSING)
            say(self.reason, MISSING)
            self.reason.setFocus()
        else:
            self.taken.emit(FIRM, reason)


def changed_lines(asked: Question) -> tuple[str, ...]:
    """The first changes, and how many more there are."""
    more = len(asked.changed) - LISTED
    return (*asked.changed[:LISTED], *((f"and {more} more",) if more > 0 else ()))


def _trouble(row: FindingRow) -> Trouble:
    head = ", ".join(part for part in (row.kind, row.who, row.when) if part)
    return Trouble(row.severity, f"{head}: {row.what}", row.clause)
