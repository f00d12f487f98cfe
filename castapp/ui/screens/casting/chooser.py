"""The menu under the title: which production, a new performance, its roles."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from castapp.domain.book import Book
from castapp.domain.repertory import Production
from castapp.ui import icons, theme
from castapp.ui.widgets.marks import paint_swatch


class ProductionMenu(QMenu):
    """`chosen` carries a production's id."""

    chosen = Signal(str)
    new_performance = Signal()
    open_repertory = Signal()


def production_menu(book: Book, shown: str, parent: QWidget) -> ProductionMenu:
    """The menu, deleted when it closes."""
    menu = ProductionMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ink = theme.current().t2
    for work in sorted(book.all(Production), key=lambda one: one.title):
        words = f"{work.title} (shown)" if work.id == shown else work.title
        entry = menu.addAction(_swatch(work.colour), words.replace("&", "&&"))
        entry.triggered.connect(lambda _=False, key=work.id: menu.chosen.emit(key))
    menu.addSeparator()
    new = menu.addAction(icons.icon("plus", ink), "New performance…")
    new.triggered.connect(menu.new_performance)
    roles = menu.addAction(icons.icon("music", ink), "Its roles and sections")
    roles.triggered.connect(menu.open_repertory)
    return menu


def _swatch(colour: str) -> QIcon:
    drawn = QPixmap(16, 16)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_swatch(painter, colour, 4, 4)
    painter.end()
    return QIcon(drawn)
