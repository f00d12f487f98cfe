"""The commands and what they take."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from castapp import __version__
from castapp.cli.house import FORMS, PAPERS
from castapp.domain.checks import Invalid, check_zone, clean
from castapp.domain.company import PAPERS as SIZES
from castapp.importers.cells import day_of, moment_of
from castapp.importers.columns import headings
from castapp.importers.kinds import KINDS

COMMANDS = (
    "open", "new", "import", "check", "show", "impact", "export", "history", "undo", "redo",
    "verify",
    "backup", "restore", "demo", "bench", "cover", "cast",
)  # fmt: skip
IMPORTED = ("people", "casting", "performances", "calls", "absences", "career", "auto")
SHOWN = (
    "people", "performances", "casting", "calls", "hours", "partners", "career", "readiness",
    "templates",
)  # fmt: skip


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
    _covering(command)
    return main


def _writing(command: Callable[..., Parser]) -> None:
    new = command("new", "Make a new company file.")
    new.add_argument("--sample", action="store_true", help="with the sample company in it")
    new.add_argument("--today", type=_day, metavar="D", help="the sample's today")
    _called(new)
    bring = command("import", "Bring tables in; a company file that is not there is made.")
    bring.add_argument("inputs", metavar="INPUT", nargs="+", type=Path, help=".csv, .xlsx or .ics")
    bring.add_argument("--kind", choices=IMPORTED, default="auto", help="what the tables hold")
    bring.add_argument("--dry-run", action="store_true", help="say what would come in, no more")
    bring.add_argument(
        "--newcomers", action="store_true", help="let unknown people and rooms in as new ones"
    )
    _called(bring)
    bring.formatter_class = argparse.RawDescriptionHelpFormatter
    bring.epilog = _tables()
    command("undo", "Take back the last thing done.")
    command("redo", "Do again what was taken back last.")


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
    export.add_argument("--format", dest="form", choices=FORMS, default="pdf", help="pdf if left")
    _days(export)
    export.add_argument(
        "--performance", type=_when, metavar="'D HH:MM'", help="of a cast sheet or a slip"
    )
    export.add_argument("--dancer", metavar="NAME", help="whose week or career")
    export.add_argument("--size", choices=SIZES, help="the paper; the company's if left out")
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


def _covering(command: Callable[..., Parser]) -> None:
    cover = command("cover", "Find who dances for somebody who is off.")
    cover.add_argument("--dancer", action="append", required=True, metavar="NAME")
    cover.add_argument("--from", dest="since", type=_when, metavar="'D HH:MM'")
    cover.add_argument("--until", type=_day, metavar="D", help="the last day off; unknown if left")
    cover.add_argument(
        "--performance", action="append", default=[], type=_when, metavar="'D HH:MM'"
    )
    cover.add_argument("--after-section", metavar="S", help="the last section they danced")
    cover.add_argument("--without", action="append", default=[], metavar="NAME")
    cover.add_argument("--keep", action="append", default=[], metavar="NAME")
    cover.add_argument("--take", type=int, metavar="N", help="commit solution N, from 1")
    cover.add_argument(
        "--absence", metavar="KIND", help="with --take: a planned absence, not off (leave, …)"
    )
    cover.add_argument(
        "--stays-on", action="store_true", help="with --take: set nobody off, only recast"
    )
    cast = command("cast", "Put a dancer in a spot of one performance.")
    cast.add_argument("--performance", required=True, type=_when, metavar="'D HH:MM'")
    cast.add_argument("--role", required=True, metavar="R")
    cast.add_argument("--spot", type=int, metavar="N", help="needed where a role has several")
    cast.add_argument("--dancer", required=True, metavar="NAME")
    cast.add_argument("--cover", type=int, default=0, metavar="N", help="as cover 1, 2 …")
    cast.add_argument(
        "--accept", metavar="REASON", help="keep it though a rule stands against it, and why"
    )
    cast.add_argument(
        "--given", action="store_true", help="correct the record of a show that has been danced"
    )


def _days(made: Parser) -> None:
    made.add_argument("--from", dest="first", type=_day, metavar="D")
    made.add_argument("--to", dest="last", type=_day, metavar="D")


def _called(made: Parser) -> None:
    made.add_argument("--name", type=_name, metavar="N", help="what the company is called")
    made.add_argument("--zone", type=_zone, metavar="Z", help="its time zone, as in Europe/Madrid")


def _tables() -> str:
    """The headings of every kind of table, wrapped for a terminal."""
    told = ["Headings each table takes, in any order and in English, French, German or Spanish:"]
    for kind in KINDS:
        named = f"{kind}: {', '.join(headings(kind))}"
        told += textwrap.wrap(named, 78, initial_indent="  ", subsequent_indent="      ")
    told.append("Casting may also have a column for each role, with the dancers under it.")
    return "\n".join(told)


def _name(text: str) -> str:
    try:
        return clean(text)
    except Invalid as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None


def _zone(text: str) -> str:
    try:
        check_zone(text)
    except Invalid as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None
    return text


def _day(text: str) -> date:
    try:
        return day_of(text)
    except Invalid as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None


def _moment(text: str) -> tuple[date, int]:
    day, clock = _when(text)
    return day, clock or 0


def _when(text: str) -> tuple[date, int | None]:
    try:
        return moment_of(text)
    except Invalid as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None
