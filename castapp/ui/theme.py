"""Dressing the application: which palette, the Qt palette from it, following the system."""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from castapp.ui import fonts
from castapp.ui.sheet import style_sheet
from castapp.ui.tokens import DARK, LIGHT, Tokens, with_stronger_lines

Scheme = Literal["system", "light", "dark"]

_PROPERTY = "castapp.palette"
_PALETTES = {
    each.name: each for each in (LIGHT, DARK, with_stronger_lines(LIGHT), with_stronger_lines(DARK))
}


def current() -> Tokens:
    """The palette the application wears now. The application keeps its name; light before that."""
    app = QApplication.instance()
    name = app.property(_PROPERTY) if app is not None else None
    return _PALETTES.get(cast(str, name), LIGHT)


def choose(scheme: Scheme, stronger_lines: bool = False) -> Tokens:
    """The palette for a setting; "system" asks the desktop."""
    if scheme == "system":
        hints = QApplication.styleHints()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
    else:
        dark = scheme == "dark"
    tokens = DARK if dark else LIGHT
    return _PALETTES[f"{tokens.name}-strong" if stronger_lines else tokens.name]


def apply_theme(
    app: QApplication, scheme: Scheme = "system", *, stronger_lines: bool = False
) -> Tokens:
    """Dress the application: Fusion, our palette, fonts and style sheet. Returns the palette."""
    tokens = choose(scheme, stronger_lines)
    if app.property(_PROPERTY) is None:
        app.setStyle(QStyleFactory.create("Fusion"))
        fonts.load()
    app.setFont(fonts.font(fonts.BODY))
    if app.property(_PROPERTY) != tokens.name:
        app.setProperty(_PROPERTY, tokens.name)
        app.setPalette(palette(tokens))
        app.setStyleSheet(style_sheet(tokens))
    return tokens


class Theme(QObject):
    """Keeps the application dressed: takes the user's choice, follows the system when asked to."""

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.scheme: Scheme = "system"
        self.stronger_lines = False
        self._worn = False
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(self, scheme: Scheme, *, stronger_lines: bool = False) -> None:
        """Wear this scheme from now on."""
        self.scheme = scheme
        self.stronger_lines = stronger_lines
        self._worn = True
        before = current()
        if apply_theme(self._app, scheme, stronger_lines=stronger_lines) is not before:
            self.changed.emit()

    def _system_changed(self) -> None:
        if self._worn and self.scheme == "system":
            self.choose("system", stronger_lines=self.stronger_lines)


def palette(tokens: Tokens) -> QPalette:
    """The Qt palette of these tokens, for all three states of a widget."""
    result = QPalette()
    role = QPalette.ColorRole
    colours: dict[QPalette.ColorRole, QColor] = {
        role.Window: tokens.bg,
        role.WindowText: tokens.t1,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.panel,
        role.Text: tokens.t1,
        role.Button: tokens.surface,
        role.ButtonText: tokens.t1,
        role.BrightText: tokens.on_accent,
        role.Highlight: tokens.sel,
        role.HighlightedText: tokens.t1,
        role.PlaceholderText: tokens.t3,
        role.Link: tokens.accent_t,
        role.LinkVisited: tokens.accent_t,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.t1,
        role.Light: tokens.surface,
        role.Midlight: tokens.hair,
        role.Mid: tokens.line2,
        role.Dark: tokens.line2,
        role.Shadow: tokens.line2,
        role.Accent: tokens.accent,
    }
    for each, colour in colours.items():
        result.setColor(QPalette.ColorGroup.All, each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, each, tokens.t3)
    return result
