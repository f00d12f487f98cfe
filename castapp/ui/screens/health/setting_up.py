"""Setting up the medical part: a passphrase twice, the recovery key shown once and typed back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.services.medical import SetUp
from castapp.ui import fonts
from castapp.ui.dialogs import Dialogs
from castapp.ui.medical_session import MedicalSession
from castapp.ui.screens.health.key_forms import KeyForm, same_twice
from castapp.ui.screens.health.recovery_page import FILE_NAME, print_page, save_page
from castapp.ui.widgets.button import Button
from castapp.ui.widgets.label import Label

_FIRST = (
    "Choose a passphrase of at least 8 characters. It opens these records for medical staff and "
    "for nobody else."
)
_SECOND = (
    "This is the recovery key. It is shown once and kept nowhere: print or save it, then type it "
    "back. If the passphrase and this key are both lost, the records are lost."
)


class SettingUp(QWidget):
    """Two steps. `left` when it is given up; the session tells when it is done."""

    left = Signal()

    def __init__(self, session: MedicalSession, dialogs: Dialogs, company: str) -> None:
        super().__init__()
        self._session = session
        self._dialogs = dialogs
        self._company = company
        self._prepared: SetUp | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        fields = (("Passphrase", True), ("The same again", True))
        self.form = KeyForm(_FIRST, fields, "Go on", self._prepare)
        self.form.left.connect(self.left)
        self._column.addWidget(self.form)

    @property
    def recovery_key(self) -> str:
        """The recovery key while it is shown, "" before."""
        return self._prepared.recovery_key if self._prepared else ""

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.form.begin()

    def _prepare(self, typed: list[str]) -> None:
        self._prepared = self._session.prepare(same_twice(typed))
        self.form.hide()
        self.form.deleteLater()
        key = Label(_in_lines(self._prepared.recovery_key), fonts.TITLE, figures=True, wrap=True)
        key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        key.setAccessibleName(" ".join(self._prepared.recovery_key))
        self.note = Label("", fonts.TABLE, "t2", wrap=True)
        self.note.hide()
        printed, saved = Button("Print…", "printer"), Button("Save…", "download")
        printed.clicked.connect(self._print)
        saved.clicked.connect(self._save)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(printed)
        row.addWidget(saved)
        row.addStretch(1)
        self._column.setSpacing(8)
        self._column.addWidget(Label(_SECOND, fonts.TABLE, "t2", wrap=True))
        self._column.addWidget(key)
        self._column.addLayout(row)
        self._column.addWidget(self.note)
        self.form = KeyForm("", (("Type the recovery key", False),), "Finish", self._finish)
        self.form.left.connect(self.left)
        self._column.addWidget(self.form)
        self.form.begin()

    def _finish(self, typed: list[str]) -> None:
        if self._prepared is not None:
            self._session.finish(self._prepared, typed[0])

    def _print(self) -> None:
        print_page(self.window(), self._company, self.recovery_key)

    def _save(self) -> None:
        self._dialogs.save_file(
            self, "Save the recovery key", FILE_NAME, "Text (*.txt)", self._save_to
        )

    def _save_to(self, path: Path) -> None:
        wrong = save_page(path, self._company, self.recovery_key)
        self.note.setText(wrong or f"Saved as {path.name}. Move it off this computer.")
        self.note.set_tone("hard" if wrong else "t2")
        self.note.show()


def _in_lines(key: str) -> str:
    """A long key in two lines of groups."""
    groups = key.split("-")
    half = (len(groups) + 1) // 2
    return "-".join(groups[:half]) + "-\n" + "-".join(groups[half:])
