"""What a file is, found out before anything in it is touched; and whether it is whole."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from castapp.store.engine import bare_connection
from castapp.store.failure import failure
from castapp.store.trouble import NotOurs, Trouble
from castapp.store.upgrade import APPLICATION_ID, check_edition

DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_protected(path: Path) -> bool:
    """Whether the file or its folder may only be read."""
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def check_place(path: Path) -> None:
    """Refuse what cannot be a company file by its looks. Raises NotOurs."""
    if not path.exists():
        raise NotOurs(f"There is no file {path.name} in {path.parent}.")
    if not path.is_file():
        raise NotOurs(f"{path.name} is not a file; choose a company file.")
    if path.stat().st_size == 0:
        raise NotOurs(f"{path.name} is empty; it is no company file. Restore the newest backup.")


def identify(path: Path) -> int:
    """The edition of a company file.

    Raises NotOurs, in words, for a file that is missing, empty, something else, damaged, or
    written by a newer program.
    """
    check_place(path)
    try:
        with closing(bare_connection(path, read_only=is_protected(path))) as connection:
            mark = _number(connection, "PRAGMA application_id")
            edition = _number(connection, "PRAGMA user_version")
    except sqlite3.Error as error:
        if _code(error) == sqlite3.SQLITE_NOTADB:
            raise NotOurs(f"{path.name} is not a Castapp company file.") from error
        raise _opening(path, error) from error
    if mark != APPLICATION_ID or edition < 1:
        raise NotOurs(f"{path.name} is not a Castapp company file.")
    check_edition(edition)
    return edition


def wounds(path: Path, name: str = "") -> list[str]:
    """What is wrong inside a company file, a sentence each; nothing if it is whole.

    The sentences call it `name` if one is given: of a copy, what it is a copy of. Raises Trouble
    if it cannot be looked at just now.
    """
    named = name or path.name
    try:
        with closing(bare_connection(path, read_only=is_protected(path))) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
            if _is_cut_short(connection, path):
                found.append("its end is missing")
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.Error as error:
        if _code(error) in DAMAGE:
            return [f"{named} is damaged."]
        raise _opening(path, error) from error
    sentences = [f"{named} is damaged ({text})." for text in found if text != "ok"]
    for table in dict.fromkeys(row[0] for row in loose):
        count = sum(1 for row in loose if row[0] == table)
        sentences.append(f"{count} of the records in “{table}” point at something that is gone.")
    return sentences


def check_whole(path: Path, name: str = "") -> None:
    """Refuse a damaged file, under its own name or another. Raises NotOurs."""
    found = wounds(path, name)
    if found:
        raise NotOurs(f"{found[0]} Restore the newest backup.")


def _opening(path: Path, error: sqlite3.Error) -> Trouble:
    code = _code(error)
    if code in DAMAGE:
        return NotOurs(f"{path.name} is damaged. Restore the newest backup.")
    if code == sqlite3.SQLITE_CANTOPEN:
        return NotOurs(f"{path.name} cannot be opened; you may not have the right to read it.")
    if code == sqlite3.SQLITE_READONLY:
        return NotOurs(
            f"{path.name} was being written when the program last stopped, and cannot be mended "
            "where nothing may be written. Open it once where you may write."
        )
    return failure(error)


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_IOERR)) & 0xFF


def _is_cut_short(connection: sqlite3.Connection, path: Path) -> bool:
    connection.execute("BEGIN")
    pages = _number(connection, "PRAGMA page_count") * _number(connection, "PRAGMA page_size")
    size = path.stat().st_size
    connection.execute("COMMIT")
    return size < pages


def _number(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])
