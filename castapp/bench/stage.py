"""The Schedule screen in a window without a display, and a hand that works it by the clock."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, cast

from castapp.bench.full_week import WEEK
from castapp.bench.inside import seconds
from castapp.bench.season import WEEKS
from castapp.domain.calls import Call, Called

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from castapp.services.desk import Desk
    from castapp.ui.screens.schedule.screen import ScheduleScreen

TIMES = 15
STEPS = 24
_SIZE = (1440, 900)
_ROUNDS = 4
_ASIDE = 400


class Stage:
    """A window of 1440 × 900 on a desk. Every method gives milliseconds but `growth`."""

    def __init__(self, desk: Desk) -> None:
        from castapp.ui.dialogs import QtDialogs
        from castapp.ui.process import application
        from castapp.ui.screens import ENTRIES
        from castapp.ui.strip_feed import findings_of
        from castapp.ui.theme import Theme
        from castapp.ui.window import MainWindow

        self._app = application()
        self._theme = Theme(self._app)
        self._theme.choose("light")
        entries = [entry for entry in ENTRIES if entry.name == "schedule"]
        self._window = MainWindow(
            desk, entries, QtDialogs(), self._theme, WEEK, findings=findings_of
        )
        self._window.resize(*_SIZE)
        self._window.show_screen("schedule")
        self._window.show()
        self.screen = cast("ScheduleScreen", self._window.screen_widget("schedule"))
        self._settle()

    def open(self, mode: str, day: date = WEEK) -> None:
        """Show a view of a day."""
        self._window.go_to(day)
        self.screen.show_mode(mode)
        self._settle()

    def repaint(self, view: QAbstractScrollArea) -> tuple[float, float]:
        """A whole repaint of which nothing was kept, as after a step of zoom on the board or in a
        window made wider; in the middle and at best.
        """
        times = [self._anew(view, number % 2) for number in range(2 * TIMES)][2:]
        return median(times), min(times)

    def again(self, view: QAbstractScrollArea) -> float:
        """A repaint of what has been painted before, as after another window lay over it."""
        return median(seconds(view.viewport().repaint) for _ in range(TIMES)) * 1000

    def opening(self) -> float:
        """Opening weeks nothing is known of yet, until they are on the screen."""
        return median(self._opened(WEEK + timedelta(days=7 * number)) for number in range(2, 9))

    def scrolling(self) -> tuple[float, float]:
        """A step of the wheel, in the middle and at worst."""
        board = self.screen.board
        bar = board.verticalScrollBar()
        times = []
        for step in range(2 * STEPS):
            to = bar.maximum() * (step % STEPS) // STEPS

            def scroll(to: int = to) -> None:
                bar.setValue(to)
                board.viewport().repaint()

            times.append(seconds(scroll) * 1000)
        return median(times), max(times)

    def dragging(self, count: int) -> tuple[float, float]:
        """A step of so many cards over the board, judged and painted; in the middle and at worst.

        The first two steps are not counted: until then nothing has moved. The hand rests between
        none of them.
        """
        from PySide6.QtCore import QPoint, Qt

        board, none = self.screen.board, Qt.KeyboardModifier.NoModifier
        ids = self._busiest(count)
        board.select(ids, ids[0])
        board.scrollTo(board.currentIndex())
        self._settle()
        start = board.visualRect(board.currentIndex()).center()
        board.hand.press(start, none)
        self._settle()
        times = []
        for step in range(STEPS + 2):
            point = start + QPoint(8 * (step % 12 + 1), 4 * (step % 5))
            times.append(self._step(lambda point=point: board.hand.move(point, none)))  # type: ignore[misc]
        board.hand.cancel()
        self._settle()
        return median(times[2:]), max(times[2:])

    def growth(self, changes: int) -> float:
        """Megabytes more after so many changes of the week than after the season was seen once."""
        for number in range(WEEKS):
            self._opened(WEEK + timedelta(days=7 * number))
        before = resident()
        for number in range(changes):
            self._opened(WEEK + timedelta(days=7 * (number % WEEKS)))
        return resident() - before

    def _busiest(self, count: int) -> list[str]:
        """The rehearsals shown that have the most people, those of one day before the next."""
        book, cards = self.screen.context.book, self.screen.board.view.cards
        calls = [book.get(Call, card.id) for card in cards if card.is_call]
        people = {one.id: len(book.where(Called, "call_id", one.id)) for one in calls}
        danced = [one for one in calls if one.kind != "class"]
        danced.sort(key=lambda one: (-people[one.id], one.day, one.start, one.id))
        return [one.id for one in danced[:count]]

    def _opened(self, day: date) -> float:
        taken = seconds(lambda: self._turn_to(day)) * 1000
        self._settle()
        return taken

    def _turn_to(self, day: date) -> None:
        """Show another week, and let the window paint itself."""
        self._window.go_to(day)
        self.screen.board.viewport().repaint()
        self._app.processEvents()

    def _anew(self, view: QAbstractScrollArea, other: int) -> float:
        if view is self.screen.board:
            self.screen.board.zoom(1.1 if other else 0, 0)
        else:
            view.resize(view.width() + (1 if other else -1), view.height())
        return seconds(view.viewport().repaint) * 1000

    def _step(self, move: Callable[[], object]) -> float:
        def step() -> None:
            move()
            self.screen.board.viewport().repaint()

        return seconds(step) * 1000

    def _settle(self) -> None:
        """What a running event loop does between two turns; what is thrown away goes too."""
        from PySide6.QtCore import QEvent

        for _ in range(_ROUNDS):
            self._app.processEvents()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def resident() -> float:
    """The memory this process holds, in megabytes."""
    try:
        with Path("/proc/self/statm").open(encoding="ascii") as told:
            return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        import resource

        unit = 1e6 if sys.platform == "darwin" else 1e3
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
