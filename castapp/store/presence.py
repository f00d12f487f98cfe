"""Who has a company file open: a lock beside it that every open window shares.

Windows may share a file, for each change is written onto the newest state or not at all. What
takes the file's place as a whole (restoring, upgrading) needs it to itself. The lock is the
operating system's and goes with its process, however that ends.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from castapp.store.trouble import Trouble

SLOTS = 64
TRIES, PAUSE = 50, 0.01  # somebody who only looks whether they are alone is gone by then

if sys.platform == "win32":
    import msvcrt

    def _own(handle: int) -> bool:
        return _locked(handle, 0, SLOTS)

    def _share(handle: int) -> bool:
        return any(_locked(handle, slot, 1) for slot in range(SLOTS))

    def _locked(handle: int, start: int, count: int) -> bool:
        os.lseek(handle, start, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, count)
        except OSError:
            return False
        return True

    def _free(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, SLOTS)

else:
    import fcntl

    def _own(handle: int) -> bool:
        return _locked(handle, fcntl.LOCK_EX)

    def _share(handle: int) -> bool:
        return _locked(handle, fcntl.LOCK_SH)

    def _locked(handle: int, how: int) -> bool:
        try:
            fcntl.flock(handle, how | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _free(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


class Presence:
    """A window's place at a company file. `alone` tells whether it was the only one when it came.

    Where no lock can be kept (a folder that may only be read), it passes for alone.
    """

    def __init__(self, path: Path) -> None:
        self._lock = lock_beside(path)
        self._handle = _opened(self._lock)
        self.alone = True
        if self._handle is not None:
            self.alone = _own(self._handle)
            if self.alone:
                _free(self._handle)
            _join(self._handle)

    def leave(self) -> None:
        """Give the place up; the last to leave takes the lock file away."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        _free(handle)
        if _own(handle):
            with suppress(OSError):
                self._lock.unlink()
        os.close(handle)


def _join(handle: int) -> None:
    for _ in range(TRIES):
        if _share(handle):
            return
        time.sleep(PAUSE)


@contextmanager
def sole(path: Path) -> Iterator[None]:
    """While nobody else has the company open, and nobody can. Raises Trouble if somebody has."""
    lock = lock_beside(path)
    handle = _opened(lock)
    if handle is None:
        raise Trouble(f"Nothing can be written in {path.parent}.")
    try:
        if not _own(handle):
            raise Trouble(f"{path.name} is open in a window. Close it everywhere, then try again.")
        yield
        with suppress(OSError):
            lock.unlink()
    finally:
        os.close(handle)


def lock_beside(path: Path) -> Path:
    """The lock file of a company file."""
    return path.with_name(f".{path.name}.open")


def _opened(lock: Path) -> int | None:
    while True:
        try:
            handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError:
            return None
        with suppress(OSError):
            if os.path.samestat(os.fstat(handle), lock.stat()):
                return handle
        os.close(handle)
