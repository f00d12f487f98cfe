"""The commands and what they take."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from castapp import __version__
from castapp.cli.house import FORMS, PAPERS
from castapp.domain.checks import Invalid
from castapp.importers.cells import day_of, moment_of

COMMANDS = (
    "open", "new", "import", "check", "show", "impact", "export", "history", "undo", "verify",
    "backup", "restore", "demo", "bench",
)  # fmt: skip
IMPORTED = ("people", "casting", "performances", "calls", "absences", "auto")
SHOWN = ("people", "performances", "casting", "calls", "hours")


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments as any other wrong input is said."""

    def error(self, message: str) -> NoReturn:
        """Raise Invalid with the message, and where to read more."""
        sentence = message[:1].upper() + message[1:].rstrip(".")
        raise Invalid(f"{sentence}. See: {self.prog} --help")


def parser() -> Parser:
    """The parser of the whole command line."""
    main = Parser(
        prog="castapp", description="Castapp: a ballet company from casting to callboard."
    )
    main.add_argument("--version", action="version", version=f"castapp {__version__}")
    commands = main.add_subparsers(dest="command", metavar="COMMAND")
    shared = Parser(add_help=False)
    shared.add_argument("--json", action="store_true", help="print values for programs")

    def command(name: str, about: str, *, file: bool = True) -> Parser:
        made: Parser = commands.add_parser(name, help=about, description=about, parents=[shared])
        if file:
            made.add_argument("file", metavar="FILE", help="the company file")
        return made

    opening = command("open", "Open the window.", file=False)
    opening.add_argument("file", metavar="FILE", nargs="?", help="the company file")
    _writing(command)
    _looking(command)
    _keeping(command)
    return main


def _writing(command: Callable[..., Parser]) -> None:
    new = command("new", "Make a new company file.")
    new.add_argument("--sample", action="store_true", help="with the sample company in it")
    new.add_argument("--today", type=_day, metavar="D", help="the sample's today")
    bring = command("import", "Bring tables in; a company file that is not there is made.")
    bring.add_argument("inputs", metavar="INPUT", nargs="+", type=Path, help=".csv, .xlsx or .ics")
    bring.add_argument("--kind", choices=IMPORTED, default="auto", help="what the tables hold")
    bring.add_argument("--dry-run", action="store_true", help="say what would come in, no more")
    command("undo", "Take back the last thing done.")


def _looking(command: Callable[..., Parser]) -> None:
    _days(command("check", "Check the schedule and the casting against the rules."))
    show = command("show", "Print what the file holds.")
    show.add_argument("what", choices=SHOWN)
    _days(show)
    impact = command("impact", "List what somebody's absence touches.")
    impact.add_argument("--dancer", required=True, metavar="NAME")
    impact.add_argument("--from", dest="since", type=_moment, required=True, metavar="'D [HH:MM]'")
    command("history", "Print who did what, newest first.")


def _keeping(command: Callable[..., Parser]) -> None:
    export = command("export", "Write a paper.")
    export.add_argument("--paper", choices=PAPERS, required=True)
    export.add_argument("--format", dest="form", choices=FORMS, required=True)
    _days(export, required=True)
    export.add_argument("--dancer", metavar="NAME")
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    command("verify", "Look over a company file for damage.")
    backup = command("backup", "Copy a company file, which may be in use, into a folder.")
    backup.add_argument("folder", type=Path, metavar="DIR")
    restore = command(
        "restore", "Put a backup in a file's place; the old file is kept.", file=False
    )
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("file", metavar="FILE")
    demo = command(
        "demo", "Pictures of every screen and every paper, without a display.", file=False
    )
    demo.add_argument("--out", type=Path, required=True, metavar="DIR")
    command("bench", "Measure the program against its figures.", file=False)


def _days(made: Parser, *, required: bool = False) -> None:
    made.add_argument("--from", dest="first", type=_day, metavar="D", required=required)
    made.add_argument("--to", dest="last", type=_day, metavar="D")


def _day(text: str) -> date:
    try:
        return day_of(text)
    except Invalid as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None


def _moment(text: str) -> tuple[date, int]:
    try:
        day, clock = moment_of(text)
    except Invalid as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None
    return day, clock or 0
