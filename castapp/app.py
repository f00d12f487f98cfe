"""The composition root: puts store, rules, screens and command line together."""

from __future__ import annotations

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


def main(argv: Sequence[str] | None = None) -> int:
    """Start Castapp: the window, or one command. Returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    log.start(paths.log_file())
    if not arguments:
        return open_window(None)
    if len(arguments) == 2 and arguments[0] == "open":
        return open_window(arguments[1])
    from castapp.cli.run import run

    return run(arguments, house())


def house() -> House:
    """What the command line may do with the program around it."""
    from castapp.cli.house import House

    return House(
        open_window=open_window,
        open_desk=open_desk,
        new_company=new_company,
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
    return _made(address, found_company(name, zone, **fields))


def new_sample(address: str, today: date) -> Desk:
    """A desk on the sample company, its plot set around `today`."""
    from castapp.services.medical import finish, set_up
    from castapp.services.sample import PASSPHRASE, sample_edit, seal_sample

    desk = _made(address, sample_edit(today))
    prepared = set_up(PASSPHRASE)
    vault = finish(desk, prepared, prepared.recovery_key)
    desk.commit(seal_sample(vault, desk.book), judged=False)
    return desk


def open_window(address: str | None) -> int:
    """Open the window on a company, or on the welcome page; the exit status when it closes."""
    return _program().run(address)


def first_board(address: str) -> None:
    """Open the window on a company and return once its first screen is painted."""
    program = _program()
    program.begin(address)
    program.paint()


def _program() -> Program:
    from castapp.ui.errands import Doors
    from castapp.ui.program import Program

    doors = Doors(open_desk, new_company, new_sample, _back_up, _bring)
    kept = settings.read(paths.settings_file())
    return Program(doors, kept, paths.settings_file(), paths.documents())


def local_zone() -> str:
    """The time zone of this computer by name, Europe/London if it cannot be told."""
    import os
    from zoneinfo import available_timezones

    known = available_timezones()
    named = os.environ.get("TZ", "").lstrip(":")
    if named in known:
        return named
    linked = os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    return linked if linked in known else "Europe/London"


def _made(address: str, edit: Edit) -> Desk:
    """A company and its first entry in one breath: a kill between them leaves no file."""
    from castapp.domain.record import new_id
    from castapp.services.desk import Desk, refusing
    from castapp.store.door import create_store
    from castapp.store.entry import NewEntry

    founding = NewEntry(new_id(), edit, _author(), "founding")
    with refusing():
        store = create_store(address, founding)
    return Desk(store, _judge, _author())


def _judge(book: Book, edit: Edit) -> Sequence[Finding]:
    from castapp.services.findings import new_findings

    return new_findings(book, edit)


def _author() -> str:
    return settings.read(paths.settings_file()).author


def _export(book: Book, order: Order) -> list[Path]:
    from castapp.services.papers import Request, write

    request = Request(order.paper, order.first, order.last, order.dancer_id or "")
    return write(book, request, (order.form,), order.folder)


def _back_up(address: str, folder: Path) -> Path:
    from castapp.services.safekeeping import backup

    return backup(address, folder)


def _bring(book: Book, inputs: Sequence[Path]) -> tuple[Edit, list[str]]:
    from castapp.services.intake import intake

    brought = intake(book, inputs, "auto")
    return brought.edit, [str(doubt) for doubt in brought.doubts]


def _demo(folder: Path) -> list[Path]:
    from castapp.demo import demo

    return demo(folder, new_sample)


def _bench() -> Mapping[str, Any]:
    from castapp.bench.figures import figures

    return figures(open_desk, new_company, new_sample)
