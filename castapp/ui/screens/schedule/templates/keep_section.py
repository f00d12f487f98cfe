"""Keeping what stands as a template: its name, all calls or the chosen ones, or in place of one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from castapp.ui import fonts
from castapp.ui.screens.schedule.templates.present import LONGEST_NAME, Keeping
from castapp.ui.widgets.button import Button
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.label import Label


class KeepSection(Section):
    """`asked` says that the name or the choice is another; `kept` that it is to be kept."""

    asked = Signal()
    kept = Signal()

    def __init__(self) -> None:
        super().__init__("Keep as a template")
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self._field = Field("Name", self.name)
        self.only = Tick("only the chosen calls")
        self.make = Button("Keep", "plus")
        self._told = Label("", fonts.TABLE, "t2", wrap=True)
        self.add(self._field, self.only, self._told, self.make)
        self.name.textChanged.connect(lambda _text: self.asked.emit())
        self.name.returnPressed.connect(self.make.click)
        self.only.clicked.connect(lambda _on: self.asked.emit())
        self.make.clicked.connect(self.kept)

    def begin(self, span: str, chosen: int) -> None:
        """Ask for the name of a day's or a week's template; so many calls are chosen."""
        self.set_heading(f"Keep this {span} as a template")
        self.name.setPlaceholderText("Rehearsal day" if span == "day" else "Rehearsal week")
        self.name.clear()
        self.only.setVisible(chosen > 0)
        self.only.setChecked(chosen > 1)
        self.only.setText(
            f"only the {chosen} chosen calls" if chosen > 1 else "only the chosen call"
        )
        self.only.setAccessibleName(self.only.text())
        self.asked.emit()

    @property
    def chosen_only(self) -> bool:
        """Whether only the calls that were chosen are to be kept."""
        return not self.only.isHidden() and self.only.isChecked()

    def show_keeping(self, found: Keeping) -> None:
        """Say what would be kept, and in whose place."""
        self._field.refuse("")
        self._told.setText(found.told)
        self._told.show()
        self.name.setEnabled(True)
        self.make.set_text(f"Replace “{found.name}”" if found.replaces else "Keep")
        self.make.setEnabled(found.possible)

    def refuse(self, sentence: str) -> None:
        """Say why nothing can be kept."""
        self._field.refuse(sentence)
        self._told.hide()
        self.make.set_text("Keep")
        self.make.setEnabled(False)
