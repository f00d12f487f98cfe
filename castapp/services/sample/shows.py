"""The sample's performances: their bills and casts, and who really danced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Danced, Performance
from castapp.domain.programme import parts
from castapp.domain.record import Record
from castapp.services.sample.casts import cast_id, production_id
from castapp.services.sample.data import clock_of, day_of, ident, person_id, toml
from castapp.services.sample.house import studio_id

CONDUCTOR = "Ashby"
LATER = 3


def performances(today: date) -> Iterator[Record]:
    """Every performance with what is on its bill and the cast that takes it."""
    for programme in toml("repertory")["performance"]:
        for run in programme["runs"]:
            yield from _performance(today, programme["bill"], run)


def given(book: Book, today: date) -> Iterator[Danced]:
    """Who danced each part of every performance before today."""
    for show in book.all(Performance):
        if show.day < today:
            for part in parts(book, show):
                if part.person_id and part.cover == 0:
                    yield Danced(
                        ident("danced", show.id, part.role_id, part.spot, part.from_section_id),
                        show.id, part.role_id, part.spot, part.person_id, part.from_section_id,
                    )  # fmt: skip


def _performance(today: date, works: list[str], run: dict[str, Any]) -> Iterator[Record]:
    day = day_of(today, run["week"], run["weekday"])
    show_id = ident("show", day, run["at"])
    yield Performance(
        show_id, day, clock_of(run["at"]), studio_id("stage"), person_id(CONDUCTOR),
        "given" if day < today else "planned" if run["week"] >= LATER else "announced",
    )  # fmt: skip
    for order, (work, name) in enumerate(zip(works, run["casts"], strict=True)):
        yield BillItem(
            ident("bill", show_id, order), show_id, production_id(work), order, cast_id(work, name)
        )
