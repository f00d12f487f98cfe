"""Prices for the hand: the place under the pointer at once, the rest of the day in idle moments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.edits import copied
from castapp.ui.screens.schedule.zones import (
    Judge,
    Lifted,
    Tip,
    Zone,
    lift,
    price,
    price_at,
    scan,
    tip,
)

BUDGET = 0.006


class Appraiser(QObject):
    """Judges what is held. `zones_found` has all zones of the day known so far."""

    zones_found = Signal(object)

    def __init__(self, judge: Judge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._judge = judge
        self._lifted: Lifted | None = None
        self._steps: Iterator[list[Zone]] | None = None
        self._scanned: date | None = None
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._work)

    @property
    def working(self) -> bool:
        """Whether places of the day are still being judged."""
        return self._idle.isActive()

    def tip(
        self, book: Book, origin: Sequence[Held], held: Sequence[Held], *, copying: bool
    ) -> Tip | None:
        """The sentence for the place where everything held, which stood at `origin`, would be."""
        if not held or not all(one.id for one in held):
            return None
        try:
            if copying:
                return tip(price(self._judge(book, copied(book, held))))
            return tip(price_at(self._lift(book, origin), held, self._judge))
        except Invalid as wrong:
            return Tip("hard", "Not possible", (str(wrong),))

    def scan(
        self,
        book: Book,
        origin: Held,
        day: date,
        studios: Sequence[str | None],
        hours: tuple[int, int],
    ) -> None:
        """Begin to judge every start of a day for a call, unless that is being done already."""
        if self._scanned != day:
            self._scanned = day
            lifted = self._lift(book, (origin,))
            self._steps = scan(lifted, origin, day, studios, hours, self._judge)
            self._idle.start()

    def stop(self) -> None:
        """Leave off; nothing is held any more."""
        self._idle.stop()
        self._steps = None
        self._scanned = None
        self._lifted = None

    def _lift(self, book: Book, origin: Sequence[Held]) -> Lifted:
        if self._lifted is None:
            self._lifted = lift(book, origin, self._judge)
        return self._lifted

    def _work(self) -> None:
        """Judge as many places as fit the moment."""
        if self._steps is None:
            self._idle.stop()
            return
        over = perf_counter() + BUDGET
        zones: list[Zone] | None = None
        while perf_counter() < over:
            step = next(self._steps, None)
            if step is None:
                self._idle.stop()
                break
            zones = step
        if zones is not None:
            self.zones_found.emit(tuple(zones))
