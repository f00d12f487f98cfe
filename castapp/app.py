"""The composition root: puts store, rules, screens and command line together."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from castapp import log, paths, settings
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding

if TYPE_CHECKING:
    from castapp.cli.house import House, Order
    from castapp.domain.book import Book
    from castapp.services.desk import Desk
    from castapp.ui.program import Program

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
YOUNG = 50_000
"""Objects made between two collections: a week of the board makes half as many."""

MAKER = "Castapp"
"""Who made the sample company; nobody at a desk can undo it by accident."""


def main(argv: Sequence[str] | None = None) -> int:
    """Start Castapp: the window, or one command. Returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    log.start(paths.log_file())
    if not arguments:
        return open_window(None)
    if len(arguments) == 2 and arguments[0] == "open" and not arguments[1].startswith("-"):
        return open_window(arguments[1])
    from castapp.cli.run import run

    return run(arguments, house())


def house() -> House:
    """What the command line may do with the program around it."""
    from castapp.cli.house import House

    return House(
        open_window=open_window,
        open_desk=open_desk,
        found=_made,
        zone=local_zone,
        new_sample=new_sample,
        export=_export,
        demo=_demo,
        bench=_bench,
    )


def open_desk(address: str) -> Desk:
    """A desk on a company that is there, a path or a postgresql:// address. Raises Refused."""
    from castapp.services.desk import Desk, refusing
    from castapp.store.door import open_store

    with refusing():
        store = open_store(address)
    return Desk(store, _judge, _author())


def new_company(address: str, name: str, **fields: Any) -> Desk:
    """A desk on a company made at this address, in the zone of this computer unless given."""
    from castapp.services.company import found_company

    zone = fields.pop("zone", "") or local_zone()
    return _made(address, [found_company(name, zone, **fields)])


def new_sample(address: str, today: date) -> Desk:
    """A desk on the sample company, its plot set around `today`."""
    from castapp.services.medical import finish, set_up
    from castapp.services.sample import PASSPHRASE, sample_edit, seal_sample

    desk = _made(address, [sample_edit(today)], author=MAKER)
    prepared = set_up(PASSPHRASE)
    vault = finish(desk, prepared, prepared.recovery_key)
    desk.commit(seal_sample(vault, desk.book), judged=False)
    desk.close()
    return open_desk(address)


def open_window(address: str | None) -> int:
    """Open the window on a company, or on the welcome page; the exit status when it closes.

    Without a display it says so and gives 2: Qt itself would end the process.
    """
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        print(
            "castapp: There is no display here, so no window; try castapp --help.", file=sys.stderr
        )
        return 2
    _come_in(address)
    from castapp.ui.guard import refusal_here

    refused = refusal_here()
    if refused:
        print(f"castapp: {refused}", file=sys.stderr)
        return 2
    return _begun(address).run()


def first_board(address: str) -> None:
    """Open the window on a company and return once its first screen is painted."""
    _come_in(address)
    _begun(address)


def _come_in(address: str | None) -> None:
    """Import what a company needs before Qt, whose import hook reads every module loaded after it.

    Nothing is collected until the first window is painted: a start makes half a million objects
    and drops none.
    """
    gc.disable()
    if address is not None:
        importlib.import_module("castapp.store.door")
        importlib.import_module("castapp.services.desk")
        importlib.import_module("castapp.services.findings")


def _begun(address: str | None) -> Program:
    """The program with its first window painted."""
    program = _program()
    program.begin(address)
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 100)
    gc.enable()
    return program


def _program() -> Program:
    from castapp.ui.errands import Doors
    from castapp.ui.program import Folders, Program

    doors = Doors(open_desk, new_company, new_sample, back_up, bring)
    kept = settings.read(paths.settings_file())
    folders = Folders(paths.settings_file(), paths.geometry_file(), paths.documents())
    return Program(doors, kept, folders)


def local_zone() -> str:
    """The time zone of this computer by name, Europe/London if it cannot be told."""
    from zoneinfo import available_timezones

    known = available_timezones()
    named = os.environ.get("TZ", "").lstrip(":")
    if named in known:
        return named
    linked = os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    return linked if linked in known else "Europe/London"


def _made(address: str, edits: Sequence[Edit], author: str = "") -> Desk:
    """A company and its first entries in one breath: a kill between them leaves no file."""
    from castapp.domain.record import new_id
    from castapp.services.desk import Desk, refusing
    from castapp.store.door import create_store
    from castapp.store.entry import NewEntry

    who = author or _author()
    entries = [NewEntry(new_id(), edit, who, "founding") for edit in edits]
    with refusing():
        store = create_store(address, *entries)
    return Desk(store, _judge, who)


def _judge(book: Book, edit: Edit) -> Sequence[Finding]:
    from castapp.services.findings import new_findings

    return new_findings(book, edit)


def _author() -> str:
    return settings.read(paths.settings_file()).author


def _export(book: Book, order: Order) -> list[Path]:
    from castapp.services.papers import Request, unprintable, write

    request = Request(
        order.paper,
        order.first,
        order.last,
        order.dancer_id or "",
        sequence=order.sequence,
        performance_id=order.performance_id,
    )
    made = write(book, request, (order.form,), order.folder)
    boxes = unprintable(book, request) if order.form == "pdf" else ""
    if boxes:
        print(f"castapp: {boxes}", file=sys.stderr)
    return made


def back_up(address: str, folder: Path) -> Path:
    """Copy a company into a folder; the copy, read back and whole. Raises Refused."""
    from castapp.services.safekeeping import backup

    return backup(address, folder)


def bring(book: Book, inputs: Sequence[Path]) -> tuple[Edit, list[str]]:
    """What tables would add to a book, and doubts about them. Raises Invalid."""
    from castapp.services.intake import intake

    brought = intake(book, inputs, "auto")
    return brought.edit, [str(doubt) for doubt in brought.doubts]


def _demo(folder: Path) -> list[Path]:
    from castapp.demo import demo

    return demo(folder, new_sample)


def _bench() -> Mapping[str, Any]:
    from castapp.bench.figures import figures

    return figures(open_desk, new_company, new_sample)
