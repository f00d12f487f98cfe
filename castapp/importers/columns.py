"""What each kind of table takes, and what is said of the columns it does not."""

from __future__ import annotations

from collections.abc import Iterator

from castapp.importers.table import Table
from castapp.importers.words import FIELDS, is_role_heading

OUR_OWN = "our_own"
_ONLY_LONG = frozenset({"role", "spot", "dancer", "name", "cover", "section"})
TAKES: dict[str, tuple[str, ...]] = {
    "people": (
        "name", "dancer", "given", "family", "stage_name", "rank", "duties", "production",
        "gender", "height", "born", "email", "phone", "coach", "from", "to", "guest",
    ),
    "performances": (
        "date", "performance", "time", "production", "venue", "studio", "conductor", "state",
        "note",
    ),
    "casting": (
        "date", "performance", "time", "production", "venue", "studio", "role", "spot", "dancer",
        "name", "cast", "cover", "section", "conductor", "state", "note",
    ),
    "calls": (
        "date", "time", "from", "end", "to", "minutes", "kind", "what", "production", "section",
        "studio", "venue", "lead", "coach", "pianist", "who", "dancer", "state", "note", "uid",
    ),
    "absences": (
        "name", "dancer", "given", "family", "from", "date", "to", "kind", "what", "where", "venue",
    ),
    "career": (
        "name", "dancer", "given", "family", "production", "role", "where", "venue",
        "first_danced", "last_danced", "times", "partner",
    ),
}  # fmt: skip
USUAL: dict[str, tuple[str, ...]] = {
    "people": (
        "name", "given", "family", "stage_name", "rank", "duties", "gender", "height", "born",
        "email", "phone", "coach", "from", "to", "guest",
    ),
    "performances": ("date", "time", "production", "venue", "conductor", "state", "note"),
    "casting": (
        "date", "time", "production", "venue", "role", "spot", "dancer", "cast", "cover",
        "section", "conductor", "state", "note",
    ),
    "calls": (
        "date", "time", "end", "minutes", "kind", "what", "production", "section", "studio",
        "lead", "pianist", "who", "state", "note",
    ),
    "absences": ("dancer", "from", "to", "kind", "where"),
    "career": (
        "dancer", "production", "role", "where", "first_danced", "last_danced", "times", "partner",
    ),
}  # fmt: skip


def headings(kind: str) -> tuple[str, ...]:
    """The headings to write in a table of this kind, one for each thing it can hold."""
    return tuple(FIELDS[one][0].capitalize() for one in USUAL[kind])


def left_out(table: Table, kind: str) -> Iterator[str]:
    """A sentence for every column with something in it that a table of this kind does not take."""
    wide = kind == "casting" and "role" not in table.fields
    for column, (heading, known) in enumerate(zip(table.headings, table.fields, strict=True)):
        if known == OUR_OWN or not any(any(row.cells[column : column + 1]) for row in table.rows):
            continue
        if wide and is_role_heading(heading):
            continue
        if known in TAKES[kind] and not (wide and known in _ONLY_LONG):
            continue
        if not heading:
            yield f"Column {column + 1} has no heading and was left out."
        elif kind == "absences" and known == "note":
            yield f"The column “{heading}” was left out: why somebody is away does not come in."
        elif known is None:
            yield f"The column “{heading}” is not known and was left out."
        else:
            yield f"The column “{heading}” has no place among {kind} and was left out."
