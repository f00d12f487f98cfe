"""The preview: the pages as they will be printed, laid out aside when that takes long."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.services import papers
from castapp.services.issues import Request
from castapp.ui.job import Jobs
from castapp.ui.widgets.empty import EmptyState, stacked
from castapp.ui.widgets.paper import PaperView

if TYPE_CHECKING:
    from castapp.export.sheet import Sheet

SLOW = 0.1
"""Seconds: a paper that took longer to lay out is laid out in a thread the next time."""


class Preview(QWidget):
    """`laid` is emitted when other pages, or none, have come to be shown."""

    laid = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._asked = 0
        self._shown: tuple[str, ...] = ()
        self._slow: set[tuple[str, str]] = set()
        self.pages: tuple[Sheet, ...] = ()
        self.view = PaperView("Preview")
        self.empty = EmptyState("clipboard-list", "Nothing to show", "")
        self._stack = stacked(self, self.view, self.empty)

    def show_request(self, book: Book, request: Request) -> None:
        """Show a paper as it is now; the place on it is kept while it is the same paper."""
        self._asked += 1
        kind = (request.paper, request.production_id)
        if kind in self._slow and self.pages:
            self._lay_aside(book, request)
            return
        began = perf_counter()
        try:
            found = papers.pages(book, request)
        except Invalid as wrong:
            self._refuse(str(wrong))
            return
        if perf_counter() - began > SLOW:
            self._slow.add(kind)
        self._take(found, request)

    def _lay_aside(self, book: Book, request: Request) -> None:
        asked = self._asked
        job = self._jobs.start(lambda _tick: papers.pages(book, request))

        def take(found: object) -> None:
            if asked == self._asked:
                self._take(cast("tuple[Sheet, ...]", found), request)

        def refuse(sentence: str) -> None:
            if asked == self._asked:
                self._refuse(sentence)

        job.done.connect(take)
        job.failed.connect(refuse)

    def _take(self, pages: tuple[Sheet, ...], request: Request) -> None:
        self.pages = pages
        self.view.show_pages([QSizeF(*papers.page_points(page)) for page in pages], self._paint)
        shown = (
            request.paper,
            request.first.isoformat(),
            request.production_id,
            request.person_id,
        )
        if shown != self._shown:
            self._shown = shown
            self.view.verticalScrollBar().setValue(0)
            self.view.horizontalScrollBar().setValue(0)
        self._stack.setCurrentIndex(0)
        self.view.zoomed.emit(self.view.scale)
        self.laid.emit()

    def _refuse(self, sentence: str) -> None:
        self.pages = ()
        self.view.show_pages([], self._paint)
        self.empty.say("Nothing to show", sentence)
        self._stack.setCurrentIndex(1)
        self.laid.emit()

    def _paint(self, painter: QPainter, number: int) -> None:
        papers.paint_page(painter, self.pages[number], 1.0)
