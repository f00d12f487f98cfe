"""The hand on the templates: shows them, lays one out, keeps, renames and removes them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.template import Template
from castapp.services.board import (
    keep_template,
    remove_template,
    rename_template,
    replace_template,
)
from castapp.services.board.keeping import span_of
from castapp.ui.job import Job
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.copying.preview import CopyWords
from castapp.ui.screens.schedule.deeds import Deeds
from castapp.ui.screens.schedule.ghost_paint import Ghost
from castapp.ui.screens.schedule.inspector import ScheduleInspector
from castapp.ui.screens.schedule.templates.present import keeping, laid_words, template_rows


class Keeper(QObject):
    """Works the pane of templates. `ended` is called when it is left, to show what is selected."""

    def __init__(
        self,
        context: ScreenContext,
        board: Board,
        deeds: Deeds,
        panel: ScheduleInspector,
        ended: Callable[[], None],
    ) -> None:
        super().__init__(panel)
        self._context = context
        self._board = board
        self._deeds = deeds
        self._panel = panel
        self._ended = ended
        self._days: tuple[date, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._words: CopyWords | None = None
        self._job: Job | None = None
        self._pane = panel.templates
        self._pane.asked.connect(self._preview)
        self._pane.taken.connect(self._take)
        self._pane.renamed.connect(self._rename)
        self._pane.removed.connect(self._remove)
        self._pane.left.connect(self.end)
        self._pane.keep.asked.connect(self._weigh)
        self._pane.keep.kept.connect(self._keep)
        context.signals.changed.connect(self._follow)

    def begin(self, days: Sequence[date], title: str, chosen: Collection[str] = ()) -> None:
        """Show the templates for these days (one, or a week); `chosen` are calls of theirs."""
        self._days, self._chosen = tuple(days), tuple(chosen)
        self._panel.show_templates(title)
        self._context.open_inspector()
        self._refill()
        self._pane.keep.begin(span_of(self._days), len(self._chosen))
        self._pane.focus_first()

    def end(self) -> None:
        """Leave the templates, and show what is selected."""
        self._leave()
        self._board.setFocus()
        self._ended()

    def _refill(self, chosen: str = "") -> None:
        span = span_of(self._days)
        self._pane.show_rows(span, template_rows(self._context.book, span), chosen)

    def _follow(self, _book: Book, edit: Edit) -> None:
        """Templates were kept, renamed or removed, here or elsewhere, or that was taken back."""
        if self._pane.isVisible() and edit.touches(Template):
            made = [change.id for change in edit.of(Template) if change.before is None]
            self._refill(made[0] if made else "")
            self._weigh()

    def _preview(self, template_id: str, tentative: bool) -> None:
        """Work out aside what would clash; what was asked before is not answered any more."""
        book, day = self._context.book, self._days[0]
        self._leave()
        self._pane.wait()
        job = self._context.jobs.start(
            lambda _tick: laid_words(book, template_id, day, tentative=tentative)
        )
        self._job = job
        job.done.connect(lambda words: self._show_laid(job, words))
        job.failed.connect(lambda sentence: self._show_refusal(job, sentence))

    def _show_laid(self, job: Job, words: CopyWords) -> None:
        if job is self._job:
            self._job, self._words = None, words
            self._pane.show_laid(words)

    def _show_refusal(self, job: Job, sentence: str) -> None:
        if job is self._job:
            self._job = None
            self._pane.refuse(sentence)

    def _leave(self) -> None:
        """Wait for no answer any more."""
        self._words = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(self, clashing_too: bool) -> None:
        words = self._words
        if words is None:
            return
        edit = words.preview.edit if clashing_too else words.without
        if self._deeds.commit(lambda _book: edit) is not None:
            self.end()
        else:
            self._mark(words.preview.clashing)

    def _mark(self, clashing: Collection[str]) -> None:
        """While it stands as a question, only the calls that clash look so."""
        self._board.show_asked(
            [one if one.held.id in clashing else _sound(one) for one in self._board.asked]
        )

    def _weigh(self) -> None:
        """Say what would be kept under the name typed so far."""
        keep = self._pane.keep
        try:
            found = keeping(self._context.book, self._days, self._wanted(), keep.name.text())
        except Invalid as wrong:
            keep.refuse(str(wrong))
        else:
            keep.show_keeping(found)

    def _keep(self) -> None:
        book, name = self._context.book, self._pane.keep.name.text()
        try:
            taken = keeping(book, self._days, self._wanted(), name).replaces
            if taken:
                edit = replace_template(book, taken, self._days, self._wanted())
            else:
                edit = keep_template(book, name, self._days, self._wanted())
        except Invalid as wrong:
            self._pane.keep.refuse(str(wrong))
            return
        if self._commit(edit, f"Kept as “{' '.join(name.split())}”."):
            self._pane.keep.name.clear()
            self._pane.focus_first()

    def _rename(self, template_id: str, name: str) -> None:
        try:
            edit = rename_template(self._context.book, template_id, name)
        except Invalid as wrong:
            self._pane.naming.refuse(str(wrong))
            return
        if self._commit(edit, f"The template is called “{' '.join(name.split())}” now."):
            self._pane.naming.leave()
            self._pane.focus_first()

    def _remove(self, template_id: str) -> None:
        book = self._context.book
        try:
            edit = remove_template(book, template_id)
        except Invalid as wrong:
            self._context.say(str(wrong))
            return
        name = book.get(Template, template_id).name
        if self._commit(edit, f"“{name}” is removed; Ctrl+Z brings it back."):
            self._pane.focus_first()

    def _commit(self, edit: Edit, told: str) -> bool:
        """Write it, and say that it is so; an edit that changes nothing is as good."""
        if edit and not self._context.commit(edit, judged=False):
            return False
        self._context.say(told)
        return True

    def _wanted(self) -> tuple[str, ...]:
        return self._chosen if self._pane.keep.chosen_only else ()


def _sound(ghost: Ghost) -> Ghost:
    """The same ghost without a mark, and its card without a finding."""
    card = replace(ghost.card, severity="", troubles=()) if ghost.card is not None else None
    return replace(ghost, card=card, asked="")
