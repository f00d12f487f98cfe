"""Prices for the hand: the place under the pointer at once, the rest of the day in idle moments.

Of many things in one hand the one under the pointer is judged at once, all when the hand rests.
While something is held, what is no longer used is collected between the steps, not in one.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from castapp.domain.agenda import agenda
from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.slot import days_between
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.edits import copied, created_ids
from castapp.ui.screens.schedule.price_words import tip
from castapp.ui.screens.schedule.zones import (
    Judge,
    Lifted,
    Tip,
    Zone,
    lift,
    price,
    price_at,
    scan,
)

BREATH_MS, REST_MS = 8, 60
AROUND = timedelta(days=9)
"""How far around a day what is wanted of people is known before the hand moves."""
AT_ONCE = 3


class Appraiser(QObject):
    """Judges what is held. `zones_found` has all zones of the day known so far; `told` the
    sentence of a place that was judged when the hand came to rest.
    """

    zones_found = Signal(object)
    told = Signal(object)

    def __init__(self, judge: Judge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._judge = judge
        self._lifted: Lifted | None = None
        self._steps: Iterator[list[Zone]] | None = None
        self._scanned: date | None = None
        self._idle = QTimer(self, interval=BREATH_MS)
        self._idle.timeout.connect(self._work)
        self._of: Book | None = None
        self._told: dict[tuple[tuple[Held, ...], bool], Tip] = {}
        self._asked: Callable[[], Tip] | None = None
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.answer)

    @property
    def working(self) -> bool:
        """Whether places are still being judged."""
        return self._idle.isActive() or self._rest.isActive()

    def prepare(self, book: Book, held: Sequence[Held]) -> None:
        """Get ready to judge places for what was taken into the hand."""
        if held and all(one.id for one in held):
            lifted = self._lift(book, held)
            first, last = min(one.day for one in held), max(one.day for one in held)
            for day in days_between(first - AROUND, last + AROUND):
                agenda(lifted.book, day)

    def take(self, lifted: Lifted) -> None:
        """Get ready to judge places for what is in the hand and not on the board yet."""
        self.stop()
        self._lifted = lifted

    def tip(
        self, book: Book, origin: Sequence[Held], held: Sequence[Held], *, copying: bool
    ) -> Tip | None:
        """The sentence for the place where everything held, which stood at `origin`, would be.

        None for new things, which nothing is known of. Of many it is that of the first, which is
        under the pointer; `told` has that of all of them when the hand comes to rest.
        """
        self._rest.stop()
        if not held or not all(one.id for one in held):
            return None
        if self._idle.isActive():
            self._idle.start()
        if len(held) <= AT_ONCE:
            return self._judged(book, origin, held, copying=copying)
        self._asked = lambda: self._judged(book, origin, held, copying=copying)
        self._rest.start()
        first = self._judged(book, origin, held[:1], copying=copying)
        others = f"The other {len(held) - 1} are judged when the hand rests."
        return first.then((others,))

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
        gc.enable()
        self._idle.stop()
        self._rest.stop()
        self._asked = None
        self._of = None
        self._told.clear()
        self._steps = None
        self._scanned = None
        self._lifted = None

    def _judged(
        self, book: Book, origin: Sequence[Held], held: Sequence[Held], *, copying: bool
    ) -> Tip:
        """What is said of a place, worked out once while the hand holds the same things."""
        if book is not self._of:
            self._told.clear()
            self._of = book
        key = (tuple(held), copying)
        told = self._told.get(key)
        if told is None:
            told = self._told[key] = self._judge_at(book, origin, held, copying=copying)
        return told

    def _judge_at(
        self, book: Book, origin: Sequence[Held], held: Sequence[Held], *, copying: bool
    ) -> Tip:
        try:
            if copying:
                edit = copied(book, held)
                return tip(price(self._judge(book, edit)), book, created_ids(edit))
            lifted = self._lift(book, origin)
            moved = [one.id for one in held]
            return tip(price_at(lifted, held, self._judge), lifted.book, moved)
        except Invalid as wrong:
            return Tip("hard", "Not possible", (str(wrong),))

    def answer(self) -> None:
        """The hand rests: say what was asked last."""
        if self._asked is not None:
            self.told.emit(self._asked())
            gc.collect(1)

    def _lift(self, book: Book, origin: Sequence[Held]) -> Lifted:
        if self._lifted is None:
            gc.disable()
            self._lifted = lift(book, origin, self._judge)
        return self._lifted

    def _work(self) -> None:
        """Judge one place, and breathe."""
        zones = next(self._steps, None) if self._steps is not None else None
        if zones is None:
            self._idle.stop()
            gc.collect(1)
        else:
            self.zones_found.emit(tuple(zones))
