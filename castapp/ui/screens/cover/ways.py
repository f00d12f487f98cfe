"""The ways out at the right: which is chosen, side by side, taken, or sent before it is taken."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from castapp.services.reason import short_day
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.cover.after import After
from castapp.ui.screens.cover.answer import Answer, WayOut
from castapp.ui.screens.cover.asking import off_words
from castapp.ui.screens.cover.card_view import Ticks
from castapp.ui.screens.cover.cards import LETTERS, cards, column_heading
from castapp.ui.screens.cover.comparing import compared
from castapp.ui.screens.cover.inquiry import Inquiry
from castapp.ui.screens.cover.right import CARDS, LOOKING, TAKEN, Right
from castapp.ui.screens.cover.taken import to_tell_lines

COVERED = "No part of theirs is open, so nobody need be found."
STOPPED = "Stopped before all was looked at. Ask again to look further."


class Ways(QObject):
    """`chosen` comes once another card is."""

    chosen = Signal()

    def __init__(
        self, context: ScreenContext, column: Right, after: After, inquiry: Inquiry
    ) -> None:
        super().__init__(after)
        self.letter = LETTERS[0]
        self._context = context
        self._column = column
        self._after = after
        self._inquiry = inquiry
        self._answer: Answer | None = None
        self._comparing = False
        column.chosen.connect(self._choose)
        column.compare_toggled.connect(self.compare)
        column.ready_wanted.connect(self._send)
        column.people_wanted.connect(self._show_to_tell)

    @property
    def way(self) -> WayOut | None:
        """The way out whose card is chosen."""
        ways = self._answer.ways if self._answer is not None else ()
        found = zip(LETTERS, ways, strict=False)
        return next((one for letter, one in found if letter == self.letter), None)

    def choose_first(self) -> None:
        """Something else is asked: the first card is chosen again."""
        self.letter = LETTERS[0]

    def show(self, answer: Answer) -> None:
        """Show the ways out of an answer; what was taken, where nothing is left to find."""
        self._answer = answer
        column, taken = self._column, self._after.taken is not None
        made = cards(answer)
        says = STOPPED if answer.stopped else "" if made else COVERED
        column.show_cards(
            column_heading(answer), made, self.letter, says, self._ticks(answer),
            may_take=not self._context.desk.read_only, again=taken,
        )  # fmt: skip
        lines = compared(answer) if self._comparing and len(made) > 1 else ()
        column.show_comparison(lines, self.letter)
        column.setVisible(bool(made) or answer.stopped or taken)
        if not taken or column.page == LOOKING:
            column.show_page(CARDS)
        if taken and not made:
            column.show_page(TAKEN)

    def compare(self, on: bool) -> None:
        """Put the ways out side by side, or no more."""
        self._comparing = on
        if self._answer is not None:
            self.show(self._answer)

    def _choose(self, letter: str) -> None:
        if letter != self.letter and self._answer is not None:
            self.letter = letter
            self.show(self._answer)
            self.chosen.emit()

    def _ticks(self, answer: Answer) -> Ticks:
        """What may be taken along with a card, in words."""
        asked = self._inquiry.asked
        if not answer.on:
            return Ticks(asked.also_off, asked.put_in)
        words = off_words(answer.book, replace(answer.request, people=answer.on))
        last = answer.request.last
        until = f" until {short_day(last)}" if last else ", no last day known"
        return Ticks(asked.also_off, asked.put_in, f"{words}{until}")

    def _send(self, paper: str) -> None:
        if self._answer is not None:
            number = LETTERS.index(self.letter)
            self._after.save_ready(self._answer, number, self._inquiry.asked, paper)

    def _show_to_tell(self) -> None:
        """Who must be told if the card chosen is taken, over the cards."""
        way = self.way
        if way is not None:
            self._column.show_to_tell(to_tell_lines(self._context.book, way.told))
