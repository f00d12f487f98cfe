"""What hands and keys do on the board, as edits that are committed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.services.calls import remove_calls
from castapp.ui.announce import say
from castapp.ui.reading import short_day
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule import edits
from castapp.ui.screens.schedule.all_day.lines import FREE, TRAVEL, add_day_line
from castapp.ui.screens.schedule.asked import asked_ghosts, placed_calls
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.consequences import consequences, studio_words, work_words
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.pasting import GONE, NOTHING, call_line, same_text
from castapp.ui.screens.schedule.posted import taken_words
from castapp.ui.screens.schedule.verbs import VERBS


class Deeds(QObject):
    """Listens to a board."""

    def __init__(self, context: ScreenContext, board: Board, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._board = board
        self._kept: tuple[str, ...] = ()
        self._cut = False
        self._text = ""
        self.day: date = context.today
        board.carried.connect(self._carry)
        board.resized.connect(lambda held: self._carry((held,), False))
        board.stretched.connect(self._stretch)
        self._deeds: dict[str, Callable[[], None]] = {
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

    def tell_gone(self, edit: Edit | None) -> None:
        """Say so, once it is saved, if an edit took a studio from under its calls."""
        gone = studio_words(edit) if edit is not None else ""
        if gone:
            QTimer.singleShot(0, self, lambda: self._context.say(gone))

    def commit(
        self, make: Callable[[Book], Edit], *, put_back: Callable[[], None] | None = None
    ) -> Edit | None:
        """Commit an edit of the book; None if it was refused or waits for a reason. `put_back` is
        called if it is put back then.
        """
        try:
            edit = make(self._context.book)
        except Invalid as wrong:
            self._context.say(str(wrong))
            return None
        written: list[Edit] = []

        def done() -> None:
            written.append(edit)
            self._board.show_asked(())
            self._choose(edits.created_ids(edit) or [one.id for one in placed_calls(edit)])
            told = consequences(self._context.book, edit, self._context.today)
            if told:
                self._context.say(told)

        if not edit:
            self._context.say("Nothing to do: it is so already.")
            return None

        def back() -> None:
            self._board.show_asked(())
            if put_back is not None:
                put_back()

        if not self._context.commit(edit, written=done, put_back=back) and not written:
            asked = asked_ghosts(self._context.book, edit)
            if asked:
                self._board.choose_room(None)
            self._choose([one.held.id for one in asked])
            self._board.show_asked(asked)
        return edit if written else None

    def _choose(self, ids: Sequence[str]) -> None:
        """Select what was made or put elsewhere, as far as it stands on the board."""
        here = [one for one in ids if self._board.cards.row_of(one) is not None]
        if here and set(here) != set(self._board.selected_ids()):
            self._board.select(here, here[0])

    def _carry(self, held: Sequence[Held], copying: bool) -> None:
        self.commit(lambda book: edits.landed(book, held, copying=copying))

    def _stretch(self, minutes: int) -> None:
        calls = self._board.selected_calls()
        if len(calls) == 1:
            self.commit(lambda book: edits.stretched(book, calls[0], minutes))

    def _add_line(self, kind: str) -> None:
        """Make the day shown a free day or a travel day; one with work on it after a question."""
        day = self.day

        def add() -> None:
            self.commit(lambda book: add_day_line(book, day, kind))

        busy = work_words(self._context.book, day)
        if not busy:
            add()
            return
        what = "a free day for the whole company" if kind == FREE else "a travel day"
        asked = f"{short_day(day)} has {busy}. They stay. Make it {what} as well?"
        self._context.dialogs.confirm(self._board, asked, "Make it so", add)

    def _keep(self, *, cut: bool) -> None:
        calls = self._chosen()
        if calls:
            self._kept, self._cut = tuple(calls), cut
            count = "1 call" if len(calls) == 1 else f"{len(calls)} calls"
            say(self._board, f"{count} {'cut' if cut else 'copied'}.")
            cards = [card for card in self._board.view.cards if card.id in calls]
            self._text = "\n\n".join(card.whole for card in cards)
            QGuiApplication.clipboard().setText(self._text)

    def _paste(self) -> None:
        """Put what was kept in the empty place chosen, else on the day shown; what is pasted beside
        itself follows itself. Text from elsewhere is read as a call.
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
        room = self._board.room if self._board.isVisible() else None
        studios = self._board.view.studios
        held = edits.pasted_at(kept, room, studios) if room else edits.pasted(kept, self.day)
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
        calls = [book.get(Call, one) for one in self._chosen()]
        if calls:
            self._carry(edits.following(calls), copying=True)

    def _unplace(self) -> None:
        held = self._board.held(self._chosen())
        if held:
            self._carry([replace(one, studio_id=None) for one in held], copying=False)

    def _delete(self) -> None:
        calls = self._chosen()
        shows = len(self._board.selected_ids()) - len(calls)
        what = "The performance stays" if shows == 1 else f"The {shows} performances stay"
        self.take_out(calls, f"{what}: that is changed in Casting." if shows else "")

    def _chosen(self) -> list[str]:
        """The calls selected; says so where there are none."""
        calls = self._board.selected_calls()
        if not calls:
            self._context.say("Choose a call first.")
        return calls

    def take_out(self, calls: Sequence[str], also: str = "") -> None:
        """Take calls off the board; those that have been posted only after a question. `also` is
        a sentence about what else is selected.
        """
        if not calls:
            return
        asked = taken_words(self._context.book, calls)
        if asked:
            asked = f"{asked} {also}".strip()
            take = "Take out"
            self._context.dialogs.confirm(self._board, asked, take, lambda: self._remove(calls))
        elif self.commit(lambda book: remove_calls(book, calls)) is not None and also:
            self._context.say(also)

    def _remove(self, calls: Sequence[str]) -> None:
        self.commit(lambda book: remove_calls(book, calls))
