"""Absences: who is away, from when to when, and the kind of it; never why in more detail."""

from __future__ import annotations

from dataclasses import replace

from castapp.domain.availability import ABSENCE_KINDS, Absence
from castapp.domain.checks import Invalid
from castapp.domain.record import new_id
from castapp.importers.names import Names
from castapp.importers.reading import Reading
from castapp.importers.table import Row
from castapp.importers.words import fold

KIND_WORDS = {
    **{fold(kind): kind for kind in ABSENCE_KINDS},
    **dict.fromkeys(
        ("holiday", "holidays", "vacation", "annual leave", "urlaub", "conge", "conges",
         "vacances", "vacaciones", "permiso"),
        "leave",
    ),
    **dict.fromkeys(
        ("guest", "guesting", "guest artist", "gastspiel", "gast", "artiste invite", "invite",
         "artista invitado"),
        "guest engagement",
    ),
    **dict.fromkeys(
        ("ill", "sick", "sick leave", "krank", "krankheit", "maladie", "malade", "enfermedad",
         "enfermo", "enferma", "baja"),
        "illness",
    ),
    **dict.fromkeys(
        ("maternity", "paternity", "maternity leave", "paternity leave", "elternzeit",
         "mutterschutz", "conge maternite", "maternidad"),
        "parental leave",
    ),
    **dict.fromkeys(("course", "studium", "fortbildung", "formation", "estudios"), "study"),
    **dict.fromkeys(("bereavement", "funeral", "deuil", "trauerfall"), "compassionate"),
    **dict.fromkeys(("day off", "off", "frei", "freier tag", "jour libre", "libre"), "free day"),
    **dict.fromkeys(("sonstiges", "autre", "otro", "otra", "private"), "other"),
}  # fmt: skip
PLACED = ("guest engagement", "study")


def read_absences(reading: Reading) -> None:
    """Bring in a table of absences of people the company knows; one known already stays one.

    No free text about an absence comes in but the place of an engagement elsewhere.
    """
    names = reading.names()
    draft = reading.draft()
    known = {(one.person_id, one.first, one.last, one.kind) for one in reading.book.all(Absence)}
    for row in reading.table.rows:
        try:
            absence = _absence(reading, row, names)
        except Invalid as wrong:
            reading.complaints.add(row.line, None, wrong)
            continue
        if absence is None:
            continue
        if absence.where and absence.kind not in PLACED:
            reading.doubt("Where somebody is was left out, except for guest engagements and study.")
            absence = replace(absence, where="")
        key = (absence.person_id, absence.first, absence.last, absence.kind)
        if key not in known:
            known.add(key)
            draft.put(absence)
    reading.complaints.settle()
    reading.take(draft.edit("Import absences"))


def absence_kind(text: str) -> str:
    """The kind of absence a word means. Raises Invalid for other words."""
    kind = KIND_WORDS.get(fold(text))
    if kind is None:
        raise Invalid(f"“{text}” is not known; it is one of {', '.join(ABSENCE_KINDS)}.")
    return kind


def _absence(reading: Reading, row: Row, names: Names) -> Absence | None:
    column = "dancer" if "dancer" in reading.columns else "name"
    if "family" in reading.columns:
        text = f"{reading.cell(row, 'given')} {reading.cell(row, 'family')}".strip()
        person = reading.read_text(row.line, reading.columns["family"], text, names.get, None)
    else:
        text = reading.cell(row, column)
        person = reading.read(row, column, names.get, None)
    if not text:
        reading.missing(row, column, "the name is missing.")
    first_column = "from" if "from" in reading.columns else "date"
    first = reading.day(row, first_column)
    last = reading.day(row, "to") or (first if first_column == "date" else None)
    kind_column = "kind" if "kind" in reading.columns else "what"
    kind = reading.read(row, kind_column, absence_kind, "leave")
    if not reading.cell(row, first_column):
        reading.missing(row, first_column, "the first day is missing.")
    if person is None or first is None:
        return None
    where = reading.cell(row, "where") or reading.cell(row, "venue")
    return Absence(new_id(), person.id, first, last, kind, where)
