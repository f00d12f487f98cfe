"""Another name for a template, asked for under the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from castapp.ui.screens.schedule.templates.present import LONGEST_NAME, TemplateRow
from castapp.ui.widgets.field import Field


class Naming(QWidget):
    """`named` carries the template's id and what was typed. Hidden until it is asked for."""

    named = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.typed = QLineEdit()
        self.typed.setMaxLength(LONGEST_NAME)
        self._field = Field("New name, then Enter", self.typed)
        self._row: TemplateRow | None = None
        self.typed.returnPressed.connect(self._take)
        self.typed.textEdited.connect(lambda _text: self._field.refuse(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        self.hide()

    def begin(self, row: TemplateRow) -> None:
        """Ask for another name of this template."""
        self._row = row
        self.typed.setText(row.name)
        self.typed.selectAll()
        self._field.refuse("")
        self.show()
        self.typed.setFocus()

    def leave(self) -> None:
        """Ask for nothing any more."""
        self._row = None
        self.hide()

    def refuse(self, sentence: str) -> None:
        """Say why this name cannot be."""
        self._field.refuse(sentence)

    def _take(self) -> None:
        if self._row is not None:
            self.named.emit(self._row.id, self.typed.text())
