"""What is measured in this process: judging, committing, loading."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from castapp.bench.season import FIRST_DAY
from castapp.domain.agenda import agenda
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.slot import days_between
from castapp.services.calls import move_call
from castapp.services.findings import new_findings, week_findings

if TYPE_CHECKING:
    from castapp.services.desk import Desk

WEEK = FIRST_DAY + timedelta(days=14)
STEPS = 24


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once, in seconds."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def least(work: Callable[[], object], times: int) -> float:
    """The shortest of several runs, in milliseconds."""
    return min(seconds(work) for _ in range(times)) * 1000


def fixed_loop() -> float:
    """A pure-Python loop that is the same on every machine, in milliseconds."""

    def loop() -> int:
        total = 0
        for number in range(200_000):
            total += number % 7
        return total

    return least(loop, 5)


def raw_read(path: Path) -> int:
    """Every row of every table through the standard library's sqlite3."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
        names = [row[0] for row in raw.execute("select name from sqlite_master where type='table'")]
        kept = [name for name in names if not name.startswith(("sqlite_", "journal", "entry"))]
        return sum(len(raw.execute(f'select * from "{name}"').fetchall()) for name in kept)  # noqa: S608


def drag(book: Book) -> float:
    """The median of judging a place under the pointer while a call is dragged along its day."""
    call = _busiest(book)
    times = []
    for step in range(STEPS):
        start = 9 * 60 + 15 * step
        edit = move_call(book, call.id, call.day, start, call.studio_id)
        times.append(seconds(lambda edit=edit: new_findings(book, edit)))  # type: ignore[misc]
    return median(times) * 1000


def commit(desk: Desk) -> float:
    """The median of moving a call and having it written, judged and told."""
    call = _busiest(desk.book)
    times = []
    for step in range(12):
        edit = move_call(desk.book, call.id, call.day, 9 * 60 + 15 * step, call.studio_id)
        times.append(seconds(lambda edit=edit: _commit(desk, edit)))  # type: ignore[misc]
    return median(times) * 1000


def week(book: Book) -> float:
    """A week's findings when nothing of that week is known yet, in milliseconds."""
    week_findings(book, WEEK)
    weeks = [WEEK + timedelta(days=7 * number) for number in range(1, 9)]
    return median(seconds(lambda day=day: week_findings(book, day)) for day in weeks) * 1000  # type: ignore[misc]


def week_again(book: Book) -> float:
    """The same when it is, in milliseconds."""
    return least(lambda: week_findings(book, WEEK), 3)


def _busiest(book: Book) -> Call:
    """The call of a week with the most people."""
    calls = [call for day in days_between(WEEK, WEEK + timedelta(days=4))
             for call in book.where(Call, "day", day) if call.kind != "class"]  # fmt: skip
    return max(calls, key=lambda call: (_people(book, call), call.id))


def _people(book: Book, call: Call) -> int:
    stints = agenda(book, call.day).values()
    return sum(1 for day in stints for stint in day if stint.call is call)


def _commit(desk: Desk, edit: object) -> None:
    from castapp.domain.edit import Edit
    from castapp.services.desk import Clash

    if not isinstance(edit, Edit):
        return
    try:
        desk.commit(edit)
    except Clash as clash:
        desk.commit(edit, accepting=clash.findings, reason="measured")
