"""The program does not start where Qt's own bindings would abort under it."""

from __future__ import annotations

import os
import subprocess
import sys

import PySide6
import pytest

from castapp.ui.guard import refusal

MANY_CALLS = """
import sys
from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit

class Told(QObject):
    said = Signal(object)

app = QApplication(["many"])
model, field, told = QStandardItemModel(), QLineEdit(), Told()
model.appendRow(QStandardItem("one"))
heard = []
told.said.connect(heard.append)
for n in range(20_000):
    model.index(0, 0).data(Qt.ItemDataRole.UserRole)
    model.setData(model.index(0, 0), None, Qt.ItemDataRole.UserRole)
    field.setEnabled(True)
    field.isEnabled()
    field.validator()
    field.setParent(None)
    told.said.emit(None)
    told.said.emit(True)
    QPoint(n, n) == QPoint(n, n)
    model.parent(QModelIndex()).isValid()
    if n % 2_000 == 0:
        QTimer.singleShot(0, lambda: None)
        app.processEvents()
sys.exit(0 if len(heard) == 40_000 else 3)
"""


@pytest.mark.parametrize(
    ("pyside", "python", "words"),
    [
        ("6.12.0", (3, 11, 2), "6.12.0 with Python 3.11"),
        ("6.12.0", (3, 10), "6.12.0 with Python 3.10"),
        ("6.7.3", (3, 13, 1), "needs PySide 6.8 or newer; 6.7.3"),
        ("5.15.2", (3, 11), "needs PySide 6.8 or newer"),
    ],
)
def test_what_aborts_is_refused_in_one_sentence(
    pyside: str, python: tuple[int, ...], words: str
) -> None:
    said = refusal(pyside, python)
    assert words in said
    assert said.endswith(".")
    assert "\n" not in said


@pytest.mark.parametrize(
    ("pyside", "python"),
    [
        ("6.12.0", (3, 12, 0)),
        ("6.12.0", (3, 13)),
        ("6.12.1", (3, 11, 2)),
        ("6.11.3", (3, 11, 2)),
        ("6.8.0", (3, 11)),
        ("6.8.0.1", (3, 11)),
        ("6.13.0a1", (3, 11)),
    ],
)
def test_what_runs_well_is_let_in(pyside: str, python: tuple[int, ...]) -> None:
    assert refusal(pyside, python) == ""


def test_this_very_pair_is_let_in() -> None:
    assert refusal(PySide6.__version__, sys.version_info[:3]) == ""


def test_very_many_calls_end_well_on_this_pair() -> None:
    """References dropped to None or True end in an abort; here they must not."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
