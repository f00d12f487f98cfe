from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui import theme
from castapp.ui.theme import Scheme, Theme, apply_theme
from castapp.ui.tokens import DARK, LIGHT


@pytest.mark.parametrize(("scheme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_the_application_wears_the_palette(
    qapp: QApplication, scheme: Scheme, tokens: object
) -> None:
    assert apply_theme(qapp, scheme) is tokens
    assert theme.current() is tokens
    worn = qapp.palette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        assert worn.color(group, QPalette.ColorRole.Base) == theme.current().surface
        assert worn.color(group, QPalette.ColorRole.Text) == theme.current().t1
        assert worn.color(group, QPalette.ColorRole.Highlight) == theme.current().sel
    assert theme.current().surface.name() in qapp.styleSheet()


def test_disabled_words_are_quieter(qapp: QApplication) -> None:
    disabled = theme.palette(LIGHT).color(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText
    )
    assert disabled == LIGHT.t3


def test_stronger_lines_can_be_asked_for(qapp: QApplication) -> None:
    strong = apply_theme(qapp, "dark", stronger_lines=True)
    assert strong.line2 == DARK.t3
    assert strong.surface == DARK.surface


def test_switching_tells_once_and_repaints_windows(qtbot: QtBot, qapp: QApplication) -> None:
    chosen = Theme(qapp)
    chosen.choose("light")
    window = QWidget()
    qtbot.addWidget(window)
    window.ensurePolished()
    with qtbot.waitSignal(chosen.changed):
        chosen.choose("dark")
    assert window.palette().color(QPalette.ColorRole.Window) == DARK.bg
    with qtbot.assertNotEmitted(chosen.changed):
        chosen.choose("dark")


def test_the_system_is_followed_only_when_asked_to(qapp: QApplication) -> None:
    chosen = Theme(qapp)
    chosen.choose("dark")
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert theme.current() is DARK
    chosen.choose("system")
    assert theme.current() is theme.choose("system")
