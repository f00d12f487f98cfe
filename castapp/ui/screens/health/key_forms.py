"""The ways into the medical part: setting it up, its recovery key, the passphrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from castapp.services.desk import Refused
from castapp.ui import fonts
from castapp.ui.screens.health.waiting import waiting
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label


class KeyForm(QWidget):
    """Fields, a button, a way back, and one sentence when it does not go.

    `given` is called with what was typed and may raise Refused; its sentence stands under the
    last field, and what was typed stays.
    """

    left = Signal()

    def __init__(
        self,
        text: str,
        fields: Sequence[tuple[str, bool]],
        button: str,
        given: Callable[[list[str]], None],
        parent: QWidget | None = None,
    ) -> None:
        """`fields` are labels, each with whether what is typed is hidden."""
        super().__init__(parent)
        self._given = given
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if text:
            column.addWidget(Label(text, fonts.TABLE, "t2", wrap=True))
        self.lines: list[QLineEdit] = []
        self._fields: list[Field] = []
        for label, hidden in fields:
            line = QLineEdit()
            if hidden:
                line.setEchoMode(QLineEdit.EchoMode.Password)
            line.returnPressed.connect(self._next)
            line.textEdited.connect(lambda: self._fields[-1].refuse(""))
            self.lines.append(line)
            self._fields.append(Field(label, line))
            column.addWidget(self._fields[-1])
        self.button = Button(button)
        self.button.clicked.connect(self.send)
        back = Button("Cancel", kind=Kind.QUIET)
        back.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)

    @property
    def refusal(self) -> str:
        """The sentence that says what is wrong, "" when nothing is."""
        return self._fields[-1].refusal

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self) -> None:
        """Try with what was typed."""
        try:
            with waiting():
                self._given([line.text() for line in self.lines])
        except Refused as refused:
            self._fields[-1].refuse(str(refused))
            self.lines[-1].setFocus()
            self.lines[-1].selectAll()

    def _next(self) -> None:
        place = next((n for n, line in enumerate(self.lines) if line.hasFocus()), -1)
        if place + 1 < len(self.lines) and not self.lines[place + 1].text():
            self.lines[place + 1].setFocus()
        else:
            self.send()


def same_twice(typed: Sequence[str]) -> str:
    """The passphrase typed twice. Raises Refused if the two differ."""
    first, second = typed[-2:]
    if first != second:
        raise Refused("The two passphrases are not the same; type them again.")
    return first
