"""Copying the days shown: asks where to, tells what would clash, writes it as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from castapp.domain.checks import Invalid
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.copying.preview import CopyWords, copy_words, usual_target
from castapp.ui.screens.schedule.deeds import Deeds
from castapp.ui.screens.schedule.inspector import ScheduleInspector


class Copier(QObject):
    """`ended` is called when copying is over or left, to show what is selected again."""

    def __init__(
        self,
        context: ScreenContext,
        deeds: Deeds,
        panel: ScheduleInspector,
        ended: Callable[[], None],
    ) -> None:
        super().__init__(panel)
        self._context = context
        self._deeds = deeds
        self._panel = panel
        self._ended = ended
        self._days: tuple[date, ...] = ()
        self._target = context.today
        self._words: CopyWords | None = None
        pane = panel.copying
        pane.asked.connect(self._preview)
        pane.taken.connect(self._take)
        pane.left.connect(self.end)

    @property
    def copying(self) -> bool:
        """Whether a copy is being prepared."""
        return bool(self._days)

    def begin(self, days: Sequence[date], title: str, target: date | None = None) -> None:
        """Ask where to copy these days: one, or a week."""
        self._days = tuple(days)
        self._panel.show_copying(title)
        self._context.open_inspector()
        pane = self._panel.copying
        self._preview(target or usual_target(days), pane.tentative.isChecked())
        pane.day.setFocus()

    def at_once(self, source: date, title: str, target: date) -> None:
        """Copy a day to another straight away if nothing would clash, else tell what would."""
        words = copy_words(self._context.book, (source,), target)
        if words.clashing:
            self.begin((source,), title, target)
        else:
            self._deeds.commit(lambda _book: words.preview.edit)

    def end(self) -> None:
        """Copy nothing, and show what is selected."""
        self.leave()
        self._ended()

    def leave(self) -> None:
        """Copy nothing."""
        self._days = ()
        self._words = None

    def _preview(self, target: date, tentative: bool) -> None:
        pane = self._panel.copying
        self._target = target
        try:
            self._words = copy_words(self._context.book, self._days, target, tentative=tentative)
        except Invalid as wrong:
            self._words = None
            pane.refuse(str(wrong))
            return
        pane.show_copy(target, self._words)

    def _take(self, clashing_too: bool) -> None:
        words, target = self._words, self._target
        if words is None:
            return
        edit = words.preview.edit if clashing_too else words.without
        self.leave()
        if self._deeds.commit(lambda _book: edit) is not None:
            self._context.go_to(target)
            self._ended()
