"""What the board asks of the screen: repainting, scrolling, dragging, opening a week, memory.

Measured in processes of their own, once at 100 % and once at 200 %, since the scale of a screen is
the whole process's.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from castapp.bench.figure import Figure, as_text, from_process
from castapp.bench.full_week import fill_week
from castapp.bench.season import season_records
from castapp.domain.book import Book
from castapp.domain.draft import Draft

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from castapp.bench.stage import Stage
    from castapp.domain.edit import Edit
    from castapp.services.desk import Desk

CHANGES = 1000
CARRIED = 50
SCALES = (1, 2)
DAY_PAINT, WEEK_PAINT, PEOPLE_PAINT = (
    "repaint of a full day", "repaint of a week of 420 calls", "repaint of 80 people",
)  # fmt: skip
PAINTS = (DAY_PAINT, WEEK_PAINT, PEOPLE_PAINT)
BEST = ", at best"
_MEASURE = """
import sys
from castapp.app import new_company
from castapp.bench.painting import measure
print(measure(new_company, sys.argv[1], int(sys.argv[2])))
sys.stdout.flush()
import os
os._exit(0)
"""


def painting_figures(changes: int = CHANGES) -> list[Figure]:
    """Every figure at 100 %, and how many times as long the repaints take at 200 %, at best."""
    usual, large = (measured(scale, changes if scale == 1 else 0) for scale in SCALES)
    once, doubled = ({one.name: one.value for one in found} for found in (usual, large))
    ratios = {name: doubled[name + BEST] / once[name + BEST] for name in PAINTS}
    return [
        *usual,
        *(Figure(f"{name}, 200 % ÷ 100 %", ratio, "×", 2) for name, ratio in ratios.items()),
    ]


def measure(new_company: Callable[[str, str], Desk], path: str, changes: int) -> str:
    """The figures of this process as JSON; `changes` of the week for its memory, 0 for none."""
    return as_text(_figures(_season(new_company, path), changes))


def measured(scale: int, changes: int) -> list[Figure]:
    """The figures of a process of its own at this scale."""
    with tempfile.TemporaryDirectory(prefix="castapp-bench-") as folder:
        path = str(Path(folder) / "season.castapp")
        return from_process(_MEASURE, path, str(changes), scale=scale)


def _season(new_company: Callable[[str, str], Desk], path: str) -> Desk:
    """A desk on the season with one full week."""
    desk = new_company(path, "Bench Ballet")
    for edit in (_all, fill_week):
        desk.commit(edit(desk.book), judged=False)
    return desk


def _all(book: Book) -> Edit:
    draft = Draft(book)
    for record in season_records():
        draft.put(record)
    return draft.edit("Bring a season")


def _figures(desk: Desk, changes: int) -> Iterator[Figure]:
    from castapp.bench.stage import Stage
    from castapp.ui.process import keep_collections_short

    stage = Stage(desk)
    keep_collections_short()
    board = stage.screen.board
    stage.open("week")
    yield from _painted(WEEK_PAINT, stage, board, 10)
    yield from _pair("scroll step of the week", stage.scrolling())
    yield from _dragged("week", stage)
    stage.open("day")
    yield from _painted(DAY_PAINT, stage, board, 10)
    yield from _pair("scroll step of the day", stage.scrolling())
    yield from _dragged("day", stage)
    stage.open("people")
    yield from _painted(PEOPLE_PAINT, stage, stage.screen.people, 16)
    stage.open("week")
    yield Figure("opening a week, cold", stage.opening(), "ms", 60)
    if changes:
        name = f"memory after {changes:,} week changes"
        yield Figure(name, stage.growth(changes), "MB", 5)


def _painted(name: str, stage: Stage, view: QAbstractScrollArea, most: float) -> Iterator[Figure]:
    """A repaint of which nothing was kept, and one of what was."""
    usual, best = stage.repaint(view)
    yield Figure(name, usual, "ms", most)
    yield Figure(f"{name}{BEST}", best)
    yield Figure(f"{name}, again", stage.again(view), "ms", most)


def _dragged(view: str, stage: Stage) -> Iterator[Figure]:
    for count in (1, CARRIED):
        name = "1 card" if count == 1 else f"{count} cards"
        yield from _pair(f"drag step of {name} in the {view}", stage.dragging(count))


def _pair(name: str, found: tuple[float, float]) -> Iterator[Figure]:
    yield Figure(name, found[0], "ms", 8)
    yield Figure(f"{name}, at worst", found[1], "ms", 8)


def main() -> None:
    """Print every figure."""
    for figure in painting_figures():
        print(figure.words)


if __name__ == "__main__":
    main()
