"""Long work off the screen: a pure function in a worker thread, with progress and a way to stop."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QObject, Qt, Signal

from castapp.domain.checks import Invalid

TURN = 0.0005
"""Seconds after which a thread at work gives way to the window: the usual ten times as many make
it stutter, since it waits that long after each call into Qt."""

_log = logging.getLogger(__name__)


class Stopped(Exception):
    """Raised inside the work by `tick` once the person has asked it to stop."""


class Tick:
    """Given to the work: call it often with the fraction done (0 to 1) and perhaps a few words.

    Raises Stopped when the work shall end.
    """

    def __init__(self, tell: Callable[[float, str], None]) -> None:
        self._tell = tell
        self._stop = Event()

    def __call__(self, fraction: float, words: str = "") -> None:
        if self._stop.is_set():
            raise Stopped
        self._tell(fraction, words)

    def stop(self) -> None:
        """Make the next tick raise Stopped."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether the work has been asked to end (for work with its own way to stop)."""
        return self._stop.is_set()


class Job(QObject):
    """One piece of work. One of `done`, `failed`, `stopped` comes, in the window's thread."""

    progressed = Signal(float, str)
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()
    _ticked = Signal(float, str)
    _ended = Signal(str, object)

    def __init__(self, work: Callable[[Tick], object], parent: QObject) -> None:
        super().__init__(parent)
        self.tick = Tick(self._ticked.emit)
        self.worker = Thread(target=self._run, args=(work,), name="castapp job", daemon=True)
        later = Qt.ConnectionType.QueuedConnection
        self._ticked.connect(self.progressed, later)
        self._ended.connect(self._deliver, later)

    def cancel(self) -> None:
        """Ask the work to stop; `stopped` follows at its next tick."""
        self.tick.stop()

    def _run(self, work: Callable[[Tick], object]) -> None:
        try:
            result = work(self.tick)
        except Stopped:
            self._ended.emit("stopped", None)
        except Invalid as refused:
            self._ended.emit("failed", str(refused))
        except Exception:  # noqa: BLE001 (whatever happens in a thread must reach the screen)
            _log.exception("a job ended on an error")
            self._ended.emit("failed", "The work ended on an error; the log says which.")
        else:
            self._ended.emit("done", result)

    def _deliver(self, kind: str, value: object) -> None:
        if kind == "done":
            self.done.emit(value)
        elif kind == "failed":
            self.failed.emit(value)
        else:
            self.stopped.emit()
        self.deleteLater()


class Jobs(QObject):
    """Starts jobs in threads of their own, and ends them all with `close`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._started: list[tuple[Tick, Thread]] = []

    def start(self, work: Callable[[Tick], object]) -> Job:
        """Run `work(tick)` in a thread. It must touch no widget and no desk; the book is fine."""
        job = Job(work, self)
        self._started = [each for each in self._started if each[1].is_alive()]
        self._started.append((job.tick, job.worker))
        job.worker.start()
        return job

    @property
    def running(self) -> int:
        """How many threads are at work."""
        return sum(thread.is_alive() for _, thread in self._started)

    def close(self) -> None:
        """Stop every job and wait for its thread to end."""
        for tick, _ in self._started:
            tick.stop()
        for _, thread in self._started:
            thread.join()
