"""Runs a command: its answer to the terminal, what is wrong in one sentence, never a traceback."""

from __future__ import annotations

import io
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from castapp.cli import bringing, covering, keeping, looking
from castapp.cli.answer import FINE, WRONG, Answer
from castapp.cli.arguments import COMMANDS, parser
from castapp.cli.house import House
from castapp.domain.checks import Invalid
from castapp.services.desk import Clash, Refused

Command = Callable[[Namespace, House], Answer]
DOES: dict[str, Command] = {
    "new": bringing.new,
    "import": bringing.bring,
    "undo": bringing.undo,
    "redo": bringing.redo,
    "check": looking.check,
    "show": looking.show,
    "impact": looking.impact,
    "history": looking.history,
    "export": keeping.export,
    "verify": keeping.verify,
    "backup": keeping.backup,
    "restore": keeping.restore,
    "demo": keeping.demo,
    "bench": keeping.bench,
    "cover": covering.cover,
    "cast": covering.cast,
}


def run(argv: Sequence[str], house: House) -> int:
    """Carry out a command line (without the program's name).

    The exit status: 0 fine, 1 findings, 2 an error, told in one sentence on stderr.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(list(argv), house)
    except (Invalid, Refused) as wrong:
        return _wrong(str(wrong))
    except Clash as clash:
        return _wrong(f"Nothing was written: {clash}")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return _wrong("Stopped.")
    except OSError as wrong:
        where = f"{wrong.filename}: " if wrong.filename else ""
        return _wrong(f"{where}{wrong.strerror or wrong}.")
    except Exception as wrong:
        logging.getLogger(__name__).exception("castapp %s", " ".join(argv))
        name = type(wrong).__name__
        return _wrong(f"Something went wrong inside Castapp ({name}); the log has the details.")


def _run(argv: list[str], house: House) -> int:
    if not argv:
        return house.open_window(None)
    if argv[0] not in COMMANDS and not argv[0].startswith("-") and Path(argv[0]).exists():
        argv = ["open", *argv]
    try:
        args = parser().parse_args(argv)
    except SystemExit as left:
        return int(left.code or FINE)
    if args.command in (None, "open"):
        return house.open_window(args.file if args.command else None)
    answer = DOES[args.command](args, house)
    print(answer.printed(as_json=args.json), flush=True)
    return answer.status


def _wrong(sentence: str) -> int:
    print(f"castapp: {sentence}", file=sys.stderr)
    return WRONG
