"""A cell of casting as it is written in a spreadsheet: names, and their covers if they are told."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

NO_COVER = ("no cover", "none", "open", "-", "–", "—")
_APART = re.compile(r",(?![^()]*\))")
_WORD = r"(?:covers?:?|c\.|cov\.)"
_COVERED = re.compile(rf"^(?P<name>[^()]*)\((?:{_WORD} ?(?P<covers>.+)|no cover)\)$", re.IGNORECASE)
_SAID = re.compile(rf"^{_WORD} ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """Who dances a spot, as written, and its covers in order; None says nothing of covers."""

    name: str
    covers: tuple[str, ...] | None = None


def table(text: str) -> list[list[str]]:
    """The cells of pasted text: tabs between them, a line a row; quoted ones may have lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    return [row or [""] for row in csv.reader(StringIO(lines), delimiter="\t")] or [[""]]


def write(name: str, covers: Sequence[str]) -> str:
    """A spot in words: Vane; Vane (cover Popov, Rey)."""
    return f"{name} (cover {', '.join(covers)})" if covers else name


def read(cell: str, *, several: bool) -> list[Written]:
    """The spots of a cell, one or `several`: Vane (cover Popov); Vane / Popov; or the covers on a
    second line, of several spots one for each.
    """
    first, _, second = cell.strip().partition("\n")
    spots = [_spot(one.strip()) for one in (_people_of(first) if several else [first])]
    under = " ".join(second.split())
    if not under:
        return spots
    said = _SAID.sub("", under)
    if several:
        each = [tuple(_people(one)) for one in said.split(",")]
        each += [()] * (len(spots) - len(each))
        return [Written(one.name, covers) for one, covers in zip(spots, each, strict=False)]
    return [Written(spots[0].name, tuple(_people(said)))]


def _people_of(text: str) -> list[str]:
    """The people of a cell of several, parted by commas; NOVÁK, Jiří is one of them."""
    parts = [one.strip() for one in _APART.split(text)]
    made: list[str] = []
    for part in parts:
        if made and _is_family(made[-1]) and not _is_family(part):
            made[-1] = f"{made[-1]}, {part}"
        else:
            made.append(part)
    return made


def _is_family(text: str) -> bool:
    """Whether this is a family name written in capitals, its given name still to come."""
    letters = "".join(one for one in text if one.isalpha())
    return len(letters) > 1 and letters.isupper() and "," not in text


def _spot(text: str) -> Written:
    found = _COVERED.match(text)
    if found:
        return Written(found["name"].strip(), tuple(_people(found["covers"] or "")))
    name, slash, covers = text.partition("/")
    if slash:
        return Written(name.strip(), tuple(_people(covers)))
    return Written(text)


def _people(text: str) -> Iterator[str]:
    for one in re.split(r"[,/;]", text):
        name = " ".join(one.split())
        if name and name.casefold() not in NO_COVER:
            yield name
