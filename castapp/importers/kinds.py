"""What a table is about, told by its headings."""

from __future__ import annotations

from castapp.importers.table import Table
from castapp.importers.words import is_role_heading

KINDS = ("people", "performances", "casting", "calls", "absences", "career")
_PERSON = frozenset({"name", "dancer", "given", "family"})
_ABOUT_PEOPLE = frozenset({"rank", "gender", "height", "born", "email", "phone", "duties"})


def kind_of(table: Table) -> str | None:
    """One of KINDS, or None if the headings tell nothing."""
    known = {name for name in table.fields if name}
    person = bool(known & _PERSON)
    dated = bool(known & {"date", "performance"})
    danced = known & {"first_danced", "last_danced", "times"}
    if person and danced and {"role", "production"} <= known and not dated:
        return "career"
    if "role" in known and (person or "cover" in known):
        return "casting"
    if dated and known & {"time", "from"} and known & {"end", "minutes", "to"} and not person:
        return "calls"
    if "uid" in known or (dated and "who" in known):
        return "calls"
    if person and known & {"from", "to", "date"} and not known & _ABOUT_PEOPLE:
        return "absences"
    if person and not dated:
        return "people"
    if dated and not person:
        return "casting" if _has_role_columns(table) else "performances"
    return None


def _has_role_columns(table: Table) -> bool:
    strange = [place for place, name in enumerate(table.headings) if is_role_heading(name)]
    return any(any(row.cells[place : place + 1]) for row in table.rows for place in strange)
