"""Copying the days shown: asks where to, tells what would clash, writes it as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from castapp.ui.job import Job
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
        self._around: QWidget | None = None
        self._target = context.today
        self._words: CopyWords | None = None
        self._job: Job | None = None
        pane = panel.copying
        pane.asked.connect(self._preview)
        pane.taken.connect(self._take)
        pane.left.connect(self.end)

    @property
    def copying(self) -> bool:
        """Whether a copy is being prepared."""
        return bool(self._days)

    @property
    def asking(self) -> bool:
        """Whether it is still being worked out what would clash."""
        return self._job is not None

    def begin(self, days: Sequence[date], title: str, target: date | None = None) -> None:
        """Ask where to copy these days: one, or a week."""
        self._days = tuple(days)
        self._around = self._panel.window().focusWidget()
        self._panel.show_copying(title)
        self._context.open_inspector()
        pane = self._panel.copying
        self._preview(target or usual_target(days), pane.tentative.isChecked())
        pane.day.setFocus()

    def at_once(self, source: date, title: str, target: date) -> None:
        """Copy a day to another straight away if nothing would clash, else tell what would."""

        def take(words: CopyWords) -> None:
            if words.clashing:
                self.begin((source,), title, target)
            else:
                self._deeds.commit(lambda _book: words.preview.edit)

        self._ask((source,), target, False, take, self._context.say)

    def end(self) -> None:
        """Copy nothing, and show what is selected, with the keyboard where it came from."""
        self.leave()
        self._ended()
        if self._around is not None and isValid(self._around):
            self._around.setFocus()

    def leave(self) -> None:
        """Copy nothing."""
        self._stop()
        self._days = ()
        self._words = None

    def _preview(self, target: date, tentative: bool) -> None:
        pane = self._panel.copying
        self._target, self._words = target, None
        pane.day.show_value(target)

        def show(words: CopyWords) -> None:
            self._words = words
            pane.show_copy(target, words)

        self._ask(self._days, target, tentative, show, pane.refuse, pane.wait)

    def _ask(
        self,
        days: Sequence[date],
        target: date,
        tentative: bool,
        take: Callable[[CopyWords], None],
        refuse: Callable[[str], None],
        tell: Callable[[str], None] | None = None,
    ) -> None:
        """Work out aside what would clash; what was asked before is not answered any more."""
        self._stop()
        book = self._context.book
        job = self._context.jobs.start(
            lambda tick: copy_words(book, days, target, tentative=tentative, tick=tick)
        )
        self._job = job

        def still(then: Callable[[Any], None], value: object, *, over: bool = True) -> None:
            if job is self._job:
                self._job = None if over else job
                then(value)

        job.done.connect(lambda words: still(take, words))
        job.failed.connect(lambda sentence: still(refuse, sentence))
        if tell is not None:
            tell("Looking what would clash")
            job.progressed.connect(lambda _part, words: still(tell, words, over=False))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(self, clashing_too: bool) -> None:
        words, target = self._words, self._target
        if words is None:
            return
        edit = words.whole if clashing_too else words.without
        self.leave()

        def done() -> None:
            self._context.go_to(target)
            self._ended()
            self._context.say(words.copied_words(target, whole=clashing_too))

        self._context.commit(edit, judged=not clashing_too, written=done)
