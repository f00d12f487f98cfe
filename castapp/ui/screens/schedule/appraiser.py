"""Prices for the hand: the place under the pointer at once, the rest of the day in idle moments.

Of many things in one hand the one under the pointer is judged at once, all when the hand rests.
While something is held, what is no longer used is collected between the steps, not in one.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from castapp.domain.agenda import agenda
from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.slot import days_between
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.edits import copied, created_ids, drawn
from castapp.ui.screens.schedule.price_words import tip
from castapp.ui.screens.schedule.scanning import Scan, Studios, moves, resizes
from castapp.ui.screens.schedule.zones import (
    FREE,
    Judge,
    Lifted,
    Tip,
    lift,
    lift_copies,
    price,
    price_at,
)

BREATH_MS, WORK_MS, TELL_MS, REST_MS = 2, 5, 60, 60
"""How long the hand is let alone, how long places are judged between, how often that is shown."""
AROUND = timedelta(days=9)
"""How far around a day what is wanted of people is known before the hand moves."""
AT_ONCE, MOST_SCANNED = 3, 12
"""How many things in one hand are judged at every step, and at every place of the day."""


class Appraiser(QObject):
    """Judges what is held. `zones_found` has the day in zones, those not judged yet LOOKING;
    `told` the sentence of a place that was judged when the hand came to rest.
    """

    zones_found = Signal(object)
    told = Signal(object)

    def __init__(self, judge: Judge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._judge = judge
        self._lifted: Lifted | None = None
        self._scan: Scan | None = None
        self._scanned: tuple[object, ...] = ()
        self._begin: Callable[[], Scan] | None = None
        self._near: tuple[str | None, int] = (None, 0)
        self._shown = 0.0
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
        origin: Sequence[Held],
        landed: Sequence[Held],
        studios: Studios,
        hours: tuple[int, int],
        *,
        part: str = "body",
        copying: bool = False,
    ) -> None:
        """Begin to judge every place of a day for what is held, which stood at `origin` and would
        stand at `landed` now; the places nearest to that come first.
        """
        day = landed[0].day
        if len(origin) > MOST_SCANNED:
            return
        edge = landed[0].end if part == "end" else landed[0].start
        self._near = (landed[0].studio_id, edge)
        if self._scanned != (day, part, copying):
            self._scanned = (day, part, copying)
            self._scan = None
            self._begin = lambda: self._begun(
                book, origin, day, studios, hours, part, copying=copying
            )
            self._shown = 0.0
            self._idle.start()

    def drawn(self, book: Book, held: Held) -> Tip | None:
        """What a new call would run into here; None if nothing."""
        edit = drawn(book, held)
        judged = price(self._judge(book, edit))
        return tip(judged, book, created_ids(edit)) if judged.level != FREE else None

    def stop(self) -> None:
        """Leave off; nothing is held any more."""
        gc.enable()
        self._idle.stop()
        self._rest.stop()
        self._asked = None
        self._of = None
        self._told.clear()
        self._scan = self._begin = None
        self._scanned = ()
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

    def _begun(
        self,
        book: Book,
        origin: Sequence[Held],
        day: date,
        studios: Studios,
        hours: tuple[int, int],
        part: str,
        *,
        copying: bool,
    ) -> Scan:
        if copying:
            lifted, held = lift_copies(book, origin)
        else:
            lifted, held = self._lift(book, origin), tuple(origin)
        edge = part in ("start", "end")
        tries = resizes(held[0], part, hours) if edge else moves(held, day, studios, hours)
        return Scan(
            lifted.book, day, list(tries), studios, lambda one: price_at(lifted, one, self._judge)
        )

    def _work(self) -> None:
        """Judge some places, and breathe."""
        until = perf_counter() + WORK_MS / 1000
        if self._scan is None and self._begin is not None:
            self._scan = self._begin()
        scan = self._scan
        if scan is None:
            self._idle.stop()
            return
        scan.near = self._near
        while not scan.done and perf_counter() < until:
            scan.step()
        if scan.done:
            self._idle.stop()
            gc.collect(1)
        if scan.done or perf_counter() - self._shown >= TELL_MS / 1000:
            self._shown = perf_counter()
            self.zones_found.emit(scan.zones())
