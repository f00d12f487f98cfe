"""Titles written in a file into productions: those in the repertory, others staged anew."""

from __future__ import annotations

from castapp.domain.repertory import Production
from castapp.importers.reading import Reading
from castapp.importers.repertory import find_production, near_production
from castapp.importers.words import fold, offer


def staged(reading: Reading, titles: list[tuple[int, str]]) -> dict[str, str]:
    """Folded title → production id, for titles with their lines; each new one is staged once.

    No title means the only ballet there is. Titles that are missing, or spelled almost like one
    in the repertory, are complained of and left out.
    """
    found: dict[str, str] = {}
    strange: set[str] = set()
    column = reading.columns.get("production")
    for line, title in titles:
        key = fold(title)
        if key in found or key in strange:
            continue
        production = _known(reading, title)
        near = near_production(reading.book, title) if title and production is None else []
        if near:
            sentence = f"no ballet is called “{title}”{offer(near)}."
            reading.complaints.add(line, column, sentence)
        elif production is None and title:
            production = _new(reading, title)
        elif production is None:
            reading.complaints.add(line, column, "the ballet is missing.")
        if production is None:
            strange.add(key)
        else:
            found[key] = production.id
    return found


def _known(reading: Reading, title: str) -> Production | None:
    if title:
        return find_production(reading.book, title)
    only = list(reading.book.all(Production))
    return only[0] if len(only) == 1 else None


def _new(reading: Reading, title: str) -> Production | None:
    edit = reading.asked.stage(reading.book, title)
    reading.take(edit)
    made = next((one.record for one in edit.of(Production)), None)
    return made if isinstance(made, Production) else None
