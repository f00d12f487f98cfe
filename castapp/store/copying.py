"""Whole copies of a company: through SQLite's own backup, checked, then moved into place."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from sqlalchemy import insert, select

from castapp.store.engine import (
    bare_connection,
    file_engine,
    is_shared,
    reading,
    shared_engine,
    writing,
)
from castapp.store.failure import translated
from castapp.store.inspection import check_whole, identify, is_protected
from castapp.store.trouble import NotOurs, Trouble
from castapp.store.upgrade import furnish

BATCH = 5000
OWN = 0o600  # a company is read by whoever made it, until they let others
STALE_SECONDS = 60 * 60  # nothing arrives so slowly: its maker was killed


def copy_company(address: str, target: Path) -> None:
    """Copy a company, a file or a shared one, to a new file; the company may be in use.

    What is at `target` afterwards is whole, or nothing. Raises Trouble in a sentence.
    """
    with arriving(target) as fresh:
        if is_shared(address):
            _copy_shared(address, fresh)
        else:
            copy_file(Path(address).resolve(), fresh)
        check_whole(fresh, target.name if is_shared(address) else Path(address).name)


def copy_file(source: Path, target: Path) -> None:
    """Copy a company file that may be in use onto an empty one."""
    identify(source)
    with (
        translated(),
        closing(bare_connection(source, read_only=is_protected(source))) as old,
        closing(bare_connection(target, read_only=False)) as new,
    ):
        old.backup(new, pages=-1)


def _copy_shared(address: str, target: Path) -> None:
    from castapp.store.tables import METADATA

    here = file_engine(target)
    there = shared_engine(address)
    try:
        with reading(there) as source, writing(here) as goal:
            furnish(goal)
            for table in METADATA.sorted_tables:
                if table.name == "edition":
                    continue
                rows = source.execution_options(yield_per=BATCH).execute(select(table)).mappings()
                for part in rows.partitions(BATCH):
                    goal.execute(insert(table), [dict(row) for row in part])
    finally:
        here.dispose()
        there.dispose()


@contextmanager
def arriving(target: Path, *, replacing: bool = True) -> Iterator[Path]:
    """An empty file beside `target` that takes its place, safely on disk, if all goes well.

    Nobody else writes to it: each has a name of its own. It is its maker's alone to read, unless
    it replaces a file that others may. Raises NotOurs if `target` is there and may not be replaced.
    """
    fresh = target.with_name(f".{target.name}.{uuid4().hex[:12]}.arriving")
    try:
        sweep(target)
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWN))
        yield fresh
        settle(fresh)
        if replacing and target.exists():
            fresh.chmod(stat.S_IMODE(target.stat().st_mode))
        if replacing:
            fresh.replace(target)
        else:
            _take_free(fresh, target)
        settle(target.parent)
    except OSError as error:
        raise Trouble(f"{target.name} could not be written: {error.strerror}.") from error
    finally:
        _discard(fresh)


def _discard(fresh: Path) -> None:
    for left in (fresh, fresh.with_name(f"{fresh.name}-journal")):
        with suppress(OSError):
            left.unlink()


def sweep(target: Path) -> None:
    """Take away what makers of this file left behind when they were killed, an hour ago or more."""
    started = f".{target.name}."
    for left in target.parent.iterdir():
        if left.name.startswith(started) and left.name.endswith(".arriving"):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > STALE_SECONDS:
                    _discard(left)


def _take_free(fresh: Path, target: Path) -> None:
    """Give the file its name; whoever comes second is refused, however close."""
    try:
        os.link(fresh, target)
    except FileExistsError:
        check_free(target)
        raise
    except OSError:  # a file system without links: an empty file keeps the name meanwhile
        try:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL, OWN))
        except FileExistsError:
            check_free(target)
            raise
        fresh.replace(target)


def check_free(path: Path) -> None:
    """Refuse a name that is taken. Raises NotOurs."""
    if path.exists():
        raise NotOurs(f"{path.name} is there already. Choose another name.")


def settle(path: Path) -> None:
    """See a file, or a folder's list of files, safely onto the disk."""
    if path.is_dir() and sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def take_place(source: Path, target: Path, kept: Path | None) -> None:
    """Put a whole copy of `source` at `target`; what was there goes to `kept`, damaged or not."""
    with arriving(target) as fresh:
        copy_file(source, fresh)
        check_whole(fresh, source.name)
        if kept:
            _set_aside(target, kept)


def _set_aside(path: Path, aside: Path) -> None:
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.replace(aside.with_name(f"{aside.name}-journal"))
    try:
        os.link(path, aside)
    except OSError:
        path.replace(aside)
