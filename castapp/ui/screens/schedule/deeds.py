"""What hands and keys do on the board, as edits that are committed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.services.calls import remove_calls
from castapp.services.publish import post_day
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule import edits
from castapp.ui.screens.schedule.all_day.lines import FREE, TRAVEL, add_day_line
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.consequences import consequences, studio_words
from castapp.ui.screens.schedule.drag_state import Held, shifted
from castapp.ui.screens.schedule.pasting import GONE, NOTHING, call_line, same_text
from castapp.ui.screens.schedule.posted import is_posted
from castapp.ui.screens.schedule.verbs import VERBS


class Deeds(QObject):
    """Listens to a board. `created` carries the id of a new call."""

    created = Signal(str)

    def __init__(self, context: ScreenContext, board: Board, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._board = board
        self._kept: tuple[str, ...] = ()
        self._cut = False
        self._text = ""
        self.day: date = context.today
        board.drawn.connect(self._draw)
        board.carried.connect(self._carry)
        board.resized.connect(lambda held: self._carry((held,), False))
        board.nudged.connect(self._nudge)
        board.stretched.connect(self._stretch)
        self._deeds: dict[str, Callable[[], None]] = {
            "schedule.new": self._new,
            "edit.copy": lambda: self._keep(cut=False),
            "edit.cut": lambda: self._keep(cut=True),
            "edit.paste": self._paste,
            "edit.duplicate": self._duplicate,
            "edit.delete": self._delete,
            "schedule.unplace": self._unplace,
            "schedule.free_day": lambda: self._add_line(FREE),
            "schedule.travel": lambda: self._add_line(TRAVEL),
        }

    def act(self, action: str) -> bool:
        """Carry out a command of the menu. False if it is not one for the board."""
        verb = VERBS.get(action)
        if verb is not None:
            chosen = self._board.selected_calls()
            self.commit(lambda book: verb(book, chosen))
            return True
        deed = self._deeds.get(action)
        if deed is not None:
            deed()
        return deed is not None

    def post(self) -> None:
        """Post the call sheet of the day shown as its next issue, firm."""
        author, now = self._context.desk.author, datetime.now(UTC)
        edit = self.commit(lambda book: post_day(book, self.day, "firm", author, now))
        if edit is not None:
            self._context.say(f"{edit.label}. The papers are on the Callboard.")

    def tell_gone(self, edit: Edit | None) -> None:
        """Say so, once it is saved, if an edit took a studio from under its calls."""
        gone = studio_words(edit) if edit is not None else ""
        if gone:
            QTimer.singleShot(0, self, lambda: self._context.say(gone))

    def commit(self, make: Callable[[Book], Edit]) -> Edit | None:
        """Commit an edit of the book; None if it was refused or waits for a reason."""
        try:
            edit = make(self._context.book)
        except Invalid as wrong:
            self._context.say(str(wrong))
            return None
        written: list[Edit] = []

        def done() -> None:
            written.append(edit)
            made = edits.created_ids(edit)
            if made:
                self._board.select(made, made[0])
            told = consequences(self._context.book, edit, self._context.today)
            if told:
                self._context.say(told)

        if not edit:
            self._context.say("Nothing to do: it is so already.")
            return None
        self._context.commit(edit, written=done)
        return edit if written else None

    def _draw(self, held: Held) -> None:
        edit = self.commit(lambda book: edits.drawn(book, held))
        if edit is not None:
            self.created.emit(edits.created_ids(edit)[0])

    def _carry(self, held: Sequence[Held], copying: bool) -> None:
        self.commit(lambda book: edits.landed(book, held, copying=copying))

    def _nudge(self, minutes: int, places: int) -> None:
        held = self._board.held(self._board.selected_calls())
        moved = shifted(held, minutes, places, self._board.view.studios)
        if moved and moved != held:
            self._carry(moved, copying=False)

    def _stretch(self, minutes: int) -> None:
        calls = self._board.selected_calls()
        if len(calls) == 1:
            self.commit(lambda book: edits.stretched(book, calls[0], minutes))

    def _new(self) -> None:
        place = edits.first_gap(self._board.view, self.day)
        if place is None:
            self._context.say("There is no studio yet; add one in Settings first.")
        else:
            self._draw(place)

    def _add_line(self, kind: str) -> None:
        self.commit(lambda book: add_day_line(book, self.day, kind))

    def _keep(self, *, cut: bool) -> None:
        calls = self._board.selected_calls()
        if calls:
            self._kept, self._cut = tuple(calls), cut
            cards = [card for card in self._board.view.cards if card.id in calls]
            self._text = "\n\n".join(card.whole for card in cards)
            QGuiApplication.clipboard().setText(self._text)

    def _paste(self) -> None:
        """Put what was kept on the day shown; what is pasted beside itself follows itself. Text
        from elsewhere is read as a call.
        """
        book = self._context.book
        text = QGuiApplication.clipboard().text()
        if text.strip() and not same_text(text, self._text):
            self._paste_text(text)
            return
        kept = [call for one in self._kept if (call := book.find(Call, one)) is not None]
        if not kept:
            self._context.say(GONE if self._text else NOTHING)
            return
        held = edits.pasted(kept, self.day)
        cut, self._cut = self._cut, False
        if cut:
            self._kept = ()
        self._carry(held, copying=not cut)

    def _paste_text(self, text: str) -> None:
        """Open the field with a line from elsewhere, if it says anything of a call."""
        try:
            line = call_line(self._context.book, text, self.day)
        except Invalid as wrong:
            self._context.say(str(wrong))
            return
        if self._board.isVisible():
            self._board.typed.emit(line)
        else:
            self._context.say("Show the day or the week to write a call there (Ctrl+1).")

    def _duplicate(self) -> None:
        book = self._context.book
        calls = [book.get(Call, one) for one in self._board.selected_calls()]
        if calls:
            self._carry(edits.following(calls), copying=True)

    def _unplace(self) -> None:
        held = self._board.held(self._board.selected_calls())
        if held:
            self._carry([replace(one, studio_id=None) for one in held], copying=False)

    def _delete(self) -> None:
        self.take_out(self._board.selected_calls())

    def take_out(self, calls: Sequence[str]) -> None:
        """Take calls off the board; those that have been posted only after a question."""
        if not calls:
            return
        if not is_posted(self._context.book, calls):
            self.commit(lambda book: remove_calls(book, calls))
            return
        what = "This call has" if len(calls) == 1 else "Some of these calls have"
        self._context.dialogs.confirm(
            self._board,
            f"{what} been posted. Taken out now, it is missing from the next issue.",
            "Take out",
            lambda: self._remove(calls),
        )

    def _remove(self, calls: Sequence[str]) -> None:
        self.commit(lambda book: remove_calls(book, calls))
