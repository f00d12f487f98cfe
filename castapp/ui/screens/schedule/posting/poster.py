"""Posting the day shown: at once if nothing is open, else after the question in the inspector."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.office import Posting
from castapp.services.publish import post_day
from castapp.ui.screens.schedule.modes import DAY
from castapp.ui.screens.schedule.posting.present import Question, question

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.screen import ScheduleScreen

CALL_SHEET, FIRM = "callsheet", "firm"


class Poster:
    """Called, it posts the call sheet of the day shown as its next issue."""

    def __init__(self, screen: ScheduleScreen) -> None:
        self._screen = screen
        self._context = screen.context
        self._asked: Question | None = None
        self._day: date | None = None
        screen.context.signals.changed.connect(self._tell_taken_down)

    def __call__(self) -> None:
        """Post the day shown; ask first if something of it is broken, tentative or unplaced."""
        if self._screen.views.mode != DAY:
            self._context.say("Show the day that is to be posted first (Ctrl+1).")
            return
        day = self._screen.views.day
        try:
            edit = post_day(self._context.book, day, FIRM, *self._signed())
        except Invalid as wrong:
            self._context.say(str(wrong))
            return
        posting = next(one.after for one in edit.changes if isinstance(one.after, Posting))
        asked = question(self._context.book, day, posting)
        if asked:
            self._ask(day, asked)
        else:
            self._write(edit)

    def _ask(self, day: date, asked: Question) -> None:
        if self._asked is None:
            pane = self._screen.panel.posting
            pane.taken.connect(self._take)
            pane.left.connect(self._end)
        pane = self._screen.panel.posting
        if day != self._day:
            pane.reason.clear()
        self._day, self._asked = day, asked
        self._screen.panel.show_posting(asked)
        self._context.open_inspector()
        pane.ask(asked)

    def _take(self, state: str, reason: str) -> None:
        from castapp.services.issues import Request
        from castapp.services.posting import new_issue

        day, asked = self._day, self._asked
        if day is None or asked is None:
            return
        accepting = asked.open if state == FIRM else ()
        author, now = self._signed()
        try:
            issue = new_issue(self._context.book, Request(CALL_SHEET, day), state, author, now, (),
                              accepting, reason)  # fmt: skip
        except Invalid as wrong:
            self._context.say(str(wrong))
            return
        self._write(issue.edit)

    def _write(self, edit: Edit) -> None:
        if self._screen.deeds.commit(lambda _book: edit) is not None:
            if self._asked is not None:
                self._screen.panel.posting.reason.clear()
                self._end()
            what = edit.label.removeprefix("Post ")
            self._context.say(f"Posted: {what}. The papers are on the Callboard.")

    def _tell_taken_down(self, book: Book, edit: Edit) -> None:
        """Say so, once it is saved, if the posting of a call sheet was taken back."""
        sheets = [
            one.before
            for one in edit.of(Posting)
            if isinstance(one.before, Posting) and one.after is None
        ]
        for sheet in (one for one in sheets if one.paper == CALL_SHEET):
            words = f"Issue {sheet.issue} is taken down again; the papers may hang already."
            QTimer.singleShot(0, self._screen, lambda words=words: self._context.say(words))

    def _end(self) -> None:
        """Show what is selected again, with the keyboard on the board."""
        self._screen.looking.inspect()
        self._screen.views.shown.setFocus()

    def _signed(self) -> tuple[str, datetime]:
        return self._context.desk.author, datetime.now(UTC)
