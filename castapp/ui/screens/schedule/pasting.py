"""Text from outside pasted on the board: the line of one call, or why it is none. No Qt."""

from __future__ import annotations

from datetime import date

from castapp.domain.book import Book
from castapp.domain.checks import Invalid

NOTHING = "Nothing to paste: copy a call on the board first."
GONE = "Nothing to paste: what was copied is no longer on the board."
SHOWN = 40


def same_text(text: str, other: str) -> bool:
    """Whether two texts have the same words, however their lines end."""
    return text.split() == other.split()


def call_line(book: Book, text: str, day: date) -> str:
    """The one line that can be read as a call. Raises Invalid with the sentence why there is none:
    nothing, a table, a letter, or words of which none is understood.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise Invalid(NOTHING)
    if len(lines) > 1:
        raise Invalid(
            f"The clipboard holds {len(lines)} lines; paste one call at a time. A table comes in "
            "with File, Bring a spreadsheet."
        )
    from castapp.services.calltext import reading

    line = " ".join(lines[0].split())
    read = reading(book, line, day)
    if read.call is None:
        raise Invalid(f"“{_short(line)}” cannot be pasted as a call. {read.problem}")
    if not read.pieces:
        raise Invalid(f"“{_short(line)}” is no call: no word of it was understood.")
    return line


def _short(line: str) -> str:
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rstrip()}…"
