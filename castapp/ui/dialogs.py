"""The few questions that need a dialog: files and irreversible acts. One service, injected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from castapp.ui.widgets.button import Button

if TYPE_CHECKING:
    from castapp.ui.preview import Preview

Chosen = Callable[[Path], None]


class Dialogs(Protocol):
    """Each question comes back through a callable, only if the person did not turn it away."""

    def open_file(self, parent: QWidget, title: str, kinds: str, then: Chosen) -> None:
        """Ask for an existing file. `kinds` is Qt's filter, e.g. "Company files (*.castapp)"."""

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str, then: Chosen) -> None:
        """Ask where to write; `name` is proposed."""

    def choose_folder(self, parent: QWidget, title: str, then: Chosen) -> None:
        """Ask for a folder."""

    def confirm(self, parent: QWidget, text: str, yes: str, then: Callable[[], None]) -> None:
        """Ask before something that cannot be undone. `yes` is the word on the button."""

    def preview(
        self, parent: QWidget, preview: Preview, then: Callable[[], None] | None = None
    ) -> None:
        """Show what would be done, all of it, before it is done; or what cannot be."""

    def tell(self, parent: QWidget, text: str) -> None:
        """Say something that must be read before going on."""


class QtDialogs:
    """The real ones: never blocking, gone when closed.

    File questions begin in `folder`, then where the last file was.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def open_file(self, parent: QWidget, title: str, kinds: str, then: Chosen) -> None:
        dialog = QFileDialog(parent, title, self._start(), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open_for_path(dialog, then)

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str, then: Chosen) -> None:
        dialog = QFileDialog(parent, title, self._start(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        self._open_for_path(dialog, then)

    def choose_folder(self, parent: QWidget, title: str, then: Chosen) -> None:
        dialog = QFileDialog(parent, title, self._start())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open_for_path(dialog, then)

    def confirm(self, parent: QWidget, text: str, yes: str, then: Callable[[], None]) -> None:
        box = _box(parent, QMessageBox.Icon.Question, text)
        go = _button(box, yes, QMessageBox.ButtonRole.AcceptRole)
        stay = _button(box, "Cancel", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.finished.connect(lambda _: then() if box.clickedButton() is go else None)
        box.open()

    def preview(
        self, parent: QWidget, preview: Preview, then: Callable[[], None] | None = None
    ) -> None:
        from castapp.ui.preview import PreviewDialog

        dialog = PreviewDialog(preview, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if then is not None:
            dialog.taken.connect(then)
        dialog.open()

    def tell(self, parent: QWidget, text: str) -> None:
        box = _box(parent, QMessageBox.Icon.Information, text)
        box.setDefaultButton(_button(box, "OK", QMessageBox.ButtonRole.AcceptRole))
        box.open()

    def _start(self) -> str:
        return str(self._folder) if self._folder is not None and self._folder.is_dir() else ""

    def _open_for_path(self, dialog: QFileDialog, then: Chosen) -> None:
        def chosen(text: str) -> None:
            path = Path(text)
            self._folder = path if path.is_dir() else path.parent
            then(path)

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(chosen)
        dialog.open()


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def _button(box: QMessageBox, text: str, role: QMessageBox.ButtonRole) -> Button:
    """A button that shows where the keyboard is from the first moment."""
    button = Button(text, parent=box)
    button.ringed = True
    box.addButton(button, role)
    return button
