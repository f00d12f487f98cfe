"""Finding a place: asks for the best, shows them on the board, puts the call where it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QTimer

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.services.calls import move_call
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.deeds import Deeds
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.inspector import ScheduleInspector
from castapp.ui.screens.schedule.offer_paint import Offer
from castapp.ui.screens.schedule.present import week_of
from castapp.ui.screens.schedule.search.found import Found, find_for, find_for_all


class Finder(QObject):
    """One search at a time. `ended` is called when it is over, to show what is selected again."""

    def __init__(
        self,
        context: ScreenContext,
        board: Board,
        deeds: Deeds,
        panel: ScheduleInspector,
        ended: Callable[[], None],
    ) -> None:
        super().__init__(board)
        self._context = context
        self._board = board
        self._deeds = deeds
        self._panel = panel
        self._ended = ended
        self._found: Found | None = None
        self._waiting: Found | None = None
        self._asked: tuple[str, ...] = ()
        pane = panel.places
        pane.taken.connect(self._take)
        pane.all_taken.connect(self._take_all)
        pane.marked.connect(self._mark)
        pane.wider.connect(self._look_wider)
        pane.left.connect(self.end)
        pane.covered.connect(self._give_way)
        board.offer_taken.connect(self._take)
        board.chosen.connect(self.leave)

    @property
    def searching(self) -> bool:
        """Whether places are being offered."""
        return self._found is not None

    def begin(self, call_ids: Sequence[str]) -> None:
        """Look for places for these calls on the days the board shows."""
        self._asked = tuple(call_ids)
        if not self._asked:
            self._context.say("Nothing waits for a place: choose a call first.")
            return
        self._look(self._board.view.days)

    def end(self) -> None:
        """Offer nothing any more, and show what is selected."""
        self.leave()
        self._board.setFocus()
        self._ended()

    def leave(self) -> None:
        """Offer nothing any more."""
        if self._found is not None or self._waiting is not None:
            self._found = self._waiting = None
            self._board.show_offers(())

    def _give_way(self) -> None:
        """Something else was chosen, in the tray or elsewhere."""
        if self._found is not None:
            self.leave()

    def _look(self, days: Sequence[date]) -> None:
        ahead = [day for day in days if day >= self._context.today] or list(days)
        book = self._context.book
        try:
            if len(self._asked) == 1:
                found = find_for(book, book.get(Call, self._asked[0]), ahead)
            else:
                found = find_for_all(book, self._asked, ahead)
        except (Invalid, KeyError) as wrong:
            self._context.say(str(wrong))
            return
        self._found = found
        self._panel.show_places(found, wider=len(days) == 1)
        self._mark(1)
        self._context.open_inspector()
        self._panel.places.focus_first()

    def _look_wider(self) -> None:
        self._look(week_of(self._context.book, self._deeds.day))

    def _mark(self, rank: int) -> None:
        if self._found is not None:
            rows = self._found.rows
            self._board.show_offers([Offer(row.held, row.rank, row.rank == rank) for row in rows])

    def _take(self, held: Held) -> None:
        """Put the call there."""
        if self._found is not None and self._found.placing is None:
            held = replace(held, id=self._asked[0])
            self._commit(
                lambda book: move_call(book, held.id, held.day, held.start, held.studio_id), held
            )

    def _take_all(self) -> None:
        placing = self._found.placing if self._found else None
        if placing is not None and placing.edit:
            self._commit(lambda _book: placing.edit, None)

    def _commit(self, make: Callable[[Book], Edit], held: Held | None) -> None:
        found = self._found
        self.leave()
        if self._deeds.commit(make, put_back=self._put_back) is None:
            self._wait(found, held)
            return
        if held is not None:
            if held.day not in self._board.view.days:
                self._context.go_to(held.day)
            self._board.select([held.id], held.id)
        self._board.setFocus()
        self._ended()

    def _wait(self, found: Found | None, held: Held | None) -> None:
        """It stands as a question: show where the call would go until that is answered."""
        if found is not None and held is not None:
            self._board.show_offers((Offer(held, marked=True),))
        self._waiting = found

    def _put_back(self) -> None:
        """Offer the places again, once the keyboard is free, unless something else was done."""
        QTimer.singleShot(0, self, self._offer_again)

    def _offer_again(self) -> None:
        if self._waiting is None:
            return
        self._found, self._waiting = self._waiting, None
        self._panel.show_places(self._found, wider=len(self._board.view.days) == 1)
        self._mark(1)
        self._panel.places.focus_first()
