"""A dancer's career record on paper or as a table, where the person says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from castapp.services.papers import Request
from castapp.ui.handing_out import print_paper, save_paper

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext

TITLE = "Career record"
FORMS = (("pdf", "PDF…"), ("csv", "CSV, for another company’s file…"))


def career_menu(context: ScreenContext, host: QWidget, person_id: str) -> QMenu:
    """Print it, or save it as PDF or CSV; deleted when it closes."""
    request = Request("career", context.today, person_id=person_id)
    menu = QMenu(host)
    menu.aboutToHide.connect(menu.deleteLater)
    for form, words in FORMS:
        menu.addAction(words, partial(save_paper, host, context, request, form, TITLE))
    menu.addSeparator()
    menu.addAction("Print…", partial(print_paper, host, context, request, TITLE))
    return menu


def open_career(context: ScreenContext, host: QWidget, person_id: str, below: QWidget) -> None:
    """Offer it under a button, or where that is not shown at the top of the host."""
    over = below if below.isVisible() else host
    drop = over.height() + 2 if over is below else 8
    career_menu(context, host, person_id).popup(over.mapToGlobal(QPoint(0, drop)))
