"""The papers of casting: the public cast sheet of one night, the casting sheet of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from castapp.services.issues import Request, run_at
from castapp.ui.handing_out import FORM_WORDS, print_paper, save_paper
from castapp.ui.screens.casting.columns import Column, performance_columns

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext

CAST_SHEET, CASTING_SHEET = "Cast sheet", "Casting sheet"
NO_NIGHT = "There is no performance yet; a cast sheet is of one night."
_FORMS = {CAST_SHEET: ("pdf", "txt"), CASTING_SHEET: ("pdf", "xlsx")}


class Sheets(QObject):
    """Prints and saves them. `where` answers the production, the night chosen ("" for none) and
    the day looked at.
    """

    def __init__(
        self, context: ScreenContext, where: Callable[[], tuple[str, str, date]], host: QWidget
    ) -> None:
        super().__init__(host)
        self._context = context
        self._where = where
        self._host = host

    def print(self, title: str = CAST_SHEET) -> bool:
        """Print a paper of the night chosen or next; of the run it lies in."""
        request = self._request(title)
        if request is not None:
            print_paper(self._host, self._context, request, title)
        return True

    def save(self, title: str, form: str) -> None:
        """Save a paper in a format."""
        request = self._request(title)
        if request is not None:
            save_paper(self._host, self._context, request, form, title)

    def menu(self) -> QMenu:
        """What can be printed and saved, and of which night."""
        menu = QMenu(self._host)
        night = self._night()
        for title in (CAST_SHEET, CASTING_SHEET):
            whose = night.when if night and title == CAST_SHEET else "the run"
            words = f"{title}, {whose}"
            keys = "\tCtrl+P" if title == CAST_SHEET else ""
            menu.addAction(f"Print {words}…{keys}", partial(self.print, title))
            for form in _FORMS[title]:
                menu.addAction(f"{FORM_WORDS[form]}: {words}…", partial(self.save, title, form))
            menu.addSeparator()
        return menu

    def open(self, below: QWidget) -> None:
        """Offer them under a button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))

    def _night(self) -> Column | None:
        work, chosen, day = self._where()
        return night_meant(performance_columns(self._context.book, work, day), chosen, day)

    def _request(self, title: str) -> Request | None:
        work = self._where()[0]
        night = self._night()
        if night is None or night.day is None:
            self._context.say(NO_NIGHT)
            return None
        if title == CAST_SHEET:
            return Request("cast-sheet", night.day, performance_id=night.performance_id or "")
        run = run_at(self._context.book, work, night.day) or (night.day, night.day)
        return Request("casting", *run, production_id=work)


def night_meant(nights: Sequence[Column], chosen: str, day: date) -> Column | None:
    """The night chosen (a performance's id), else the next from a day on, else the last."""
    found = next((one for one in nights if chosen and one.performance_id == chosen), None)
    standing = [one for one in nights if one.state != "cancelled"]
    coming = (one for one in standing if one.day and one.day >= day)
    return found or next(coming, standing[-1] if standing else None)
