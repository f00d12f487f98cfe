"""A house for the command line on real company files, without a window."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from castapp.cli.house import House, Order
from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.record import new_id
from castapp.services.desk import Desk, refusing
from castapp.services.findings import new_findings
from castapp.store.door import create_store, open_store
from castapp.store.entry import NewEntry
from tests.builders import company_book


def open_desk(address: str) -> Desk:
    with refusing():
        return Desk(open_store(address), new_findings, "Ada")


def found(address: str, edits: Sequence[Edit]) -> Desk:
    entries = [NewEntry(new_id(), edit, "Ada", "founding") for edit in edits]
    with refusing():
        return Desk(create_store(address, *entries), new_findings, "Ada")


def zone() -> str:
    return "UTC"


def new_sample(address: str, today: date) -> Desk:
    with refusing():
        desk = Desk(create_store(address), new_findings, "Ada")
    desk.commit(whole(company_book()), judged=False)
    return desk


def whole(book: Book) -> Any:
    """Everything in a book as one edit."""
    from castapp.domain.draft import Draft
    from castapp.domain.records import KINDS

    draft = Draft(Book.of(()))
    for kind in KINDS:
        for record in book.all(kind):
            draft.put(record)
    return draft.edit("The small company")


def export(book: Book, order: Order) -> list[Path]:
    path = order.folder / f"{order.paper}.{order.form}"
    path.write_text(f"{order.first} {order.last} {order.dancer_id}", encoding="utf-8")
    return [path]


def demo(folder: Path) -> list[Path]:
    path = folder / "board.png"
    path.write_bytes(b"")
    return [path]


def bench() -> Mapping[str, Any]:
    return {"load": {"value": 3.1, "unit": "×", "within": True}}


def open_window(address: str | None) -> int:
    sys.stdout.write(f"window on {address}\n")
    return 0


HOUSE = House(open_window, open_desk, found, zone, new_sample, export, demo, bench)
