"""Writes the dump of today's edition, with a record of every kind: python -m tests.schemas.dump.

Once an edition is released its dump stays as it is.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from castapp.domain.availability import Absence, Injury, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.calls import Attendance, Call, Rating
from castapp.domain.casting import Correction, Danced, Override, Partnership
from castapp.domain.company import RuleSetting
from castapp.domain.draft import Draft
from castapp.domain.edit import Change, Edit
from castapp.domain.finding import Finding
from castapp.domain.office import AcceptedBreach, Note, PostedLine, Posting, Told
from castapp.domain.people import CareerLine
from castapp.domain.record import Record
from castapp.domain.records import KINDS
from castapp.domain.repertory import Role, StagePlace
from castapp.domain.template import Template, TemplateCall, TemplateLine
from castapp.services.desk import Desk
from castapp.store.door import create_store
from castapp.store.upgrade import newest
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book, role_line

SHOW = "show-2026-10-15-1170"
MORE: tuple[Record, ...] = (
    RuleSetting("setting", rule="hours_a_day", limit="hours", value=6.5, why="the house’s habit"),
    CareerLine("career", "vega", "Giselle", "Myrtha", "Paris", "2018-09", "x", 3),
    Override("override", SHOW, "queen", 1, "moss", from_section_id="lake-ii", why="ill"),
    Danced("danced", SHOW, "queen", 1, "vega"),
    Attendance("attendance", "c", "vega", "partial", 45),
    Rating("rating", "vega", 7.5, call_id="c", rated_at="2026-10-15T12:00:00Z"),
    Absence("absence", "moss", MONDAY, kind="guest engagement", where="Paris"),
    Participation(
        "participation",
        "orr",
        MONDAY,
        "modified",
        (Restriction("no_jumps"), Restriction("hours_a_day", 4)),
        review=FRIDAY,
        since_clock=700,
    ),
    Injury("injury", "vega", payload="c2VhbGVk"),
    Posting(
        "posting",
        "callsheet",
        THURSDAY,
        1,
        at="2026-10-14T15:00:00Z",
        by="Ada",
        lines=(PostedLine("c", 600, 60, "S1", "Queen", ("vega",)),),
    ),
    Note("note", "Floor wet", THURSDAY, "studio-1"),
    AcceptedBreach("accepted", "span", "span|x", "Guest leaves", "Ada", THURSDAY),
    Partnership("pair", "vega", "moss", note="four seasons"),
    Correction("correction", "vega", "queen", "rehearsed"),
    Template(
        "template",
        "Class and Queen",
        calls=(
            TemplateCall(
                0,
                600,
                60,
                studio_id="studio-1",
                production_id="lake",
                called=(TemplateLine("role", "queen", ("cast-1",), (1,), covers=True),),
            ),
        ),
    ),
    Told("told", "vega", SHOW, "dances Queen", "2026-10-15T16:20:00Z", "Ada"),
)


def lenient(book: Book, edit: Edit) -> Sequence[Finding]:
    """A judge who finds nothing wrong."""
    return ()


def fill(desk: Desk) -> None:
    """Put a record of every kind in, and a history of every sort."""
    line = role_line("line", "queen", "cast-1", spots=(1,), covers=True)
    book = company_book(call("c", 600, 60, line, people=["vega"]))
    everything = tuple(Change(None, record) for kind in KINDS for record in book.all(kind))
    desk.commit(Edit("New company", everything))
    desk.commit(Edit("Filled in", tuple(Change(None, record) for record in MORE)))
    draft = Draft(desk.book)
    draft.set(desk.book.get(Call, "c"), start=700)
    draft.set(desk.book.get(Role, "queen"), places=(StagePlace(50, 20),))
    desk.commit(draft.edit("Moved a call"))
    desk.undo()


def write(target: Path) -> None:
    """Write the dump."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "company.castapp"
        desk = Desk(create_store(str(path)), lenient, "Ada")
        fill(desk)
        missing = [kind.__name__ for kind in KINDS if not desk.book.count(kind)]
        desk.close()
        if missing:
            raise SystemExit(f"No record of: {', '.join(missing)}")
        with closing(sqlite3.connect(path)) as connection:
            header = [
                f"PRAGMA {name} = {connection.execute(f'PRAGMA {name}').fetchone()[0]};"
                for name in ("application_id", "user_version")
            ]
            lines = ["PRAGMA foreign_keys = OFF;", *connection.iterdump(), *header]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(__file__).with_name(f"edition-{newest()}.sql"))
