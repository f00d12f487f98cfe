"""The menu under the title: which production, a new performance, its roles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from castapp.domain.book import Book
from castapp.domain.casting import Cast
from castapp.domain.programme import casts
from castapp.domain.repertory import Production
from castapp.services.castgrid.following import shows_of
from castapp.services.casting import copy_into
from castapp.ui import icons, theme
from castapp.ui.screens.casting.columns import span_words
from castapp.ui.screens.casting.runs import Run
from castapp.ui.widgets.marks import paint_swatch


class ProductionMenu(QMenu):
    """`chosen` carries a production's id; `run_chosen` a run of the one shown, None for all."""

    chosen = Signal(str)
    run_chosen = Signal(object)
    new_performance = Signal()
    open_repertory = Signal()


def production_menu(
    book: Book, shown: str, parent: QWidget, runs: Sequence[Run] = (), run: Run | None = None
) -> ProductionMenu:
    """The menu, deleted when it closes. Several runs of what is shown can be looked at singly."""
    menu = ProductionMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ink = theme.current().t2
    for work in sorted(book.all(Production), key=lambda one: one.title):
        words = f"{work.title} (shown)" if work.id == shown else work.title
        entry = menu.addAction(_swatch(work.colour), words.replace("&", "&&"))
        entry.triggered.connect(lambda _=False, key=work.id: menu.chosen.emit(key))
    if len(runs) > 1:
        menu.addSeparator()
        for one in (None, *runs):
            entry = menu.addAction(span_words(*one) if one else "The whole season")
            entry.setCheckable(True)
            entry.setChecked(one == run)
            entry.triggered.connect(lambda _=False, one=one: menu.run_chosen.emit(one))
    menu.addSeparator()
    new = menu.addAction(icons.icon("plus", ink), "New performance…")
    new.triggered.connect(menu.new_performance)
    roles = menu.addAction(icons.icon("music", ink), "Its roles and sections")
    roles.triggered.connect(menu.open_repertory)
    return menu


class CastMenu(QMenu):
    """`copied` carries the cast to be as the source; `added` asks for a new one like it."""

    copied = Signal(str)
    added = Signal()


def cast_menu(book: Book, source: str, parent: QWidget) -> CastMenu:
    """Where a cast can be copied to, and what that changes. Deleted when it closes."""
    menu = CastMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    cast = book.get(Cast, source)
    new = menu.addAction(icons.icon("plus", theme.current().t2), "To a new cast")
    new.triggered.connect(menu.added)
    for other in casts(book, cast.production_id):
        if other.id != source:
            entry = menu.addAction(copy_words(book, cast, other).replace("&", "&&"))
            entry.triggered.connect(lambda _=False, key=other.id: menu.copied.emit(key))
    return menu


def copy_words(book: Book, source: Cast, target: Cast) -> str:
    """What copying a cast over another changes: the spots, and the shows that follow."""
    changes = len(copy_into(book, source.id, target.id).changes)
    shows = len(shows_of(book, target.id))
    count = f"{changes} casting{'' if changes == 1 else 's'} change"
    follow = (
        f"{shows} performance{' follows' if shows == 1 else 's follow'}" if shows else "no show yet"
    )
    return f"Over the {target.name} cast: {count}, {follow if shows else 'no show yet'}"


def _swatch(colour: str) -> QIcon:
    drawn = QPixmap(16, 16)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_swatch(painter, colour, 4, 4)
    painter.end()
    return QIcon(drawn)
