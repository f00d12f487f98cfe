"""One question at a time, answered aside; an older one is stopped and its answer thrown away."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from castapp.domain.book import Book
from castapp.services.cover.request import Locks, Request
from castapp.ui.job import Job, Jobs, Tick
from castapp.ui.screens.cover.answer import work_out

PATIENCE_MS = 100
"""From then on the search is said to go on, and can be stopped."""


class Question(QObject):
    """`answered` carries an Answer, `refused` a sentence, `progressed` how far it is and what is
    looked for, `waiting` that it has taken longer than PATIENCE_MS, `partly` an Answer of what is
    known by then.
    """

    answered = Signal(object)
    refused = Signal(str)
    progressed = Signal(float, str)
    waiting = Signal()
    partly = Signal(object)
    _found = Signal(object, object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._enough = Event()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.waiting)
        self._found.connect(self._part)

    @property
    def asking(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def ask(self, book: Book, request: Request, locks: Locks) -> None:
        """Look for the answer; what was asked before is not answered any more."""
        self.stop()
        enough = self._enough = Event()

        def work(tick: Tick) -> object:
            return work_out(
                book,
                request,
                locks,
                tick,
                lambda: enough.is_set() or tick.stopping,
                lambda found: self._found.emit(enough, found),
            )

        job = self._jobs.start(work)
        job.progressed.connect(lambda part, words: self._progress(job, part, words))
        job.done.connect(lambda found: self._answer(job, found))
        job.failed.connect(lambda sentence: self._refuse(job, sentence))
        self._job = job
        self._patience.start()

    def enough(self) -> None:
        """Answer with what is found so far."""
        self._enough.set()

    def stop(self) -> None:
        """Ask no more."""
        self._patience.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _progress(self, job: Job, part: float, words: str) -> None:
        if job is self._job:
            self.progressed.emit(part, words)

    def _answer(self, job: Job, found: object) -> None:
        if job is self._job:
            self._end()
            self.answered.emit(found)

    def _part(self, enough: object, found: object) -> None:
        """What is known so far, if it is still asked."""
        if self._job is not None and enough is self._enough:
            self.partly.emit(found)

    def _refuse(self, job: Job, sentence: str) -> None:
        if job is self._job:
            self._end()
            self.refused.emit(sentence)

    def _end(self) -> None:
        self._patience.stop()
        self._job = None
