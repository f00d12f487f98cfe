"""One question at a time, answered aside; an older one is stopped and its answer thrown away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from castapp.domain.book import Book
from castapp.services.cover.request import Locks, Request
from castapp.ui.job import Job, Jobs, Tick
from castapp.ui.screens.cover.answer import work_out


class Question(QObject):
    """`answered` carries an Answer, `refused` a sentence, `progressed` what is looked for."""

    answered = Signal(object)
    refused = Signal(str)
    progressed = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    @property
    def asking(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def ask(self, book: Book, request: Request, locks: Locks) -> None:
        """Look for the answer; what was asked before is not answered any more."""
        self.stop()

        def work(tick: Tick) -> object:
            return work_out(book, request, locks, tick)

        job = self._jobs.start(work)
        job.progressed.connect(lambda _part, words: self._progress(job, words))
        job.done.connect(lambda found: self._answer(job, found))
        job.failed.connect(lambda sentence: self._refuse(job, sentence))
        self._job = job

    def stop(self) -> None:
        """Ask no more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _progress(self, job: Job, words: str) -> None:
        if job is self._job:
            self.progressed.emit(words)

    def _answer(self, job: Job, found: object) -> None:
        if job is self._job:
            self._job = None
            self.answered.emit(found)

    def _refuse(self, job: Job, sentence: str) -> None:
        if job is self._job:
            self._job = None
            self.refused.emit(sentence)
