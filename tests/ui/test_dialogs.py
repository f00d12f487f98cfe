from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.dialogs import QtDialogs
from tests.ui.showing import show_active


def answer(parent: QWidget, word: str) -> QMessageBox:
    box = parent.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    button = next(each for each in box.buttons() if each.text().replace("&", "") == word)
    button.click()
    return box


def test_an_irreversible_act_waits_for_the_word(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[str] = []
    QtDialogs().confirm(parent, "Erase <b>all</b>?", "Erase", lambda: done.append("erased"))
    assert not done
    box = answer(parent, "Erase")
    assert "<b>" in box.text()
    assert done == ["erased"]


def test_turning_it_away_does_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[str] = []
    QtDialogs().confirm(parent, "Erase all?", "Erase", lambda: done.append("erased"))
    answer(parent, "Cancel")
    assert not done
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert parent.findChild(QMessageBox) is None


def test_a_file_chosen_comes_back_as_a_path(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[Path] = []
    QtDialogs().open_file(parent, "Open", "Company files (*.castapp)", chosen.append)
    dialog = parent.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "company.castapp"))
    assert chosen == [tmp_path / "company.castapp"]
    dialog.reject()


def test_saving_proposes_a_name(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    QtDialogs().save_file(parent, "Save", "Week 42.pdf", "PDF (*.pdf)", lambda path: None)
    dialog = parent.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == "pdf"
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.reject()


def test_file_questions_begin_in_the_folder_then_where_the_last_file_was(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    dialogs = QtDialogs(tmp_path)
    begun = []
    for _ in range(2):
        dialogs.open_file(parent, "Open", "Company files (*.castapp)", lambda path: None)
        dialog = parent.findChildren(QFileDialog)[-1]
        begun.append(Path(dialog.directory().absolutePath()))
        dialog.fileSelected.emit(str(elsewhere / "company.castapp"))
        dialog.reject()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert begun == [tmp_path, elsewhere]


def test_where_the_keyboard_is_shows_from_the_first_moment(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    QtDialogs().confirm(parent, "Erase all?", "Erase", lambda: None)
    box = parent.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    stay = next(each for each in box.buttons() if each.text() == "Cancel")
    show_active(box)
    assert stay.hasFocus()
    ring = stay.grab().toImage()
    next(each for each in box.buttons() if each is not stay).setFocus()
    assert stay.grab().toImage() != ring
    box.reject()
