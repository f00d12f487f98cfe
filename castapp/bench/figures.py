"""Measures everything once and tells each figure beside its limit."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from castapp.bench import inside, outside
from castapp.bench.board import board_figures
from castapp.bench.casting import casting_figures
from castapp.bench.cover import cover_figures
from castapp.bench.figure import Figure
from castapp.bench.painting import painting_figures
from castapp.bench.season import season_records
from castapp.domain.book import Book
from castapp.domain.draft import Draft

if TYPE_CHECKING:
    from castapp.services.desk import Desk


def figures(
    open_desk: Callable[[str], Desk],
    new_company: Callable[[str, str], Desk],
    new_sample: Callable[[str, date], Desk],
) -> Mapping[str, dict[str, Any]]:
    """Every figure by name. Takes some minutes; files go into a folder of their own."""
    with tempfile.TemporaryDirectory(prefix="castapp-bench-") as folder:
        sample, season = Path(folder) / "sample.castapp", Path(folder) / "season.castapp"
        new_sample(str(sample), datetime.now().astimezone().date()).close()
        loop = inside.fixed_loop()
        found = [Figure("fixed loop", loop, "ms", beside="the same pure-Python loop everywhere")]
        desk = new_company(str(season), "Bench Ballet")
        found.append(_import(desk))
        found += _at_work(desk, loop)
        found += _named("board", board_figures(desk.book))
        desk.close()
        found += _named("painting", painting_figures())
        found += _named("casting", casting_figures())
        found += _named("cover", cover_figures())
        found.append(_load(open_desk, season))
        found += _started(sample, season)
    return {figure.name: figure.row() for figure in found}


def _named(part: str, measured: Iterable[Figure]) -> list[Figure]:
    return [replace(one, name=f"{part}: {one.name}") for one in measured]


def _import(desk: Desk) -> Figure:
    seconds = inside.seconds(lambda: desk.commit(season_edit(desk.book), judged=False))
    return Figure("import a season", seconds, "s", 15, "8,000 calls, 120,000 called lines")


def season_edit(book: Book) -> Any:
    """The generated season as one edit on a company that has just been made."""
    draft = Draft(book)
    for record in season_records():
        draft.put(record)
    return draft.edit("Bring a season")


def _load(open_desk: Callable[[str], Desk], season: Path) -> Figure:
    def load() -> None:
        open_desk(str(season)).close()

    raw = inside.least(lambda: inside.raw_read(season), 5)
    ours = inside.least(load, 5)
    beside = f"{ours:.0f} ms, raw read {raw:.0f} ms"
    return Figure("load ÷ raw read", ours / raw, "×", 4, beside)


def _at_work(desk: Desk, loop: float) -> list[Figure]:
    loops = f"{{:.2f}} × the fixed loop of {loop:.1f} ms"
    judged = inside.drag(desk.book)
    committed = inside.commit(desk)
    week = inside.week(desk.book)
    again = inside.week_again(desk.book)
    return [
        Figure("live check while dragging", judged, "ms", 16, loops.format(judged / loop)),
        Figure("commit of a move", committed, "ms", 30, loops.format(committed / loop)),
        Figure("a week's findings, cold", week, "ms", 30, loops.format(week / loop)),
        Figure("a week's findings, warm", again, "ms"),
    ]


def _started(sample: Path, season: Path) -> list[Figure]:
    bare, ours = outside.starts(sample)
    light, heavy = outside.memory(season)
    return [
        Figure(
            "start to first board ÷ bare window",
            ours / bare,
            "×",
            1.6,
            f"{ours:.2f} s, bare Qt window with sqlmodel {bare:.2f} s",
        ),
        Figure("memory above a bare window", heavy - light, "MB", 150, "with the season open"),
    ]
