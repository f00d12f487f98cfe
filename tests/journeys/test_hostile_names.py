"""Names that look like markup, formulas or another direction are shown and written as typed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from castapp.demo import papers
from castapp.domain.availability import Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Cast, Override, Performance
from castapp.domain.company import Company, Site, Studio
from castapp.domain.draft import Draft
from castapp.domain.finding import Ref
from castapp.domain.people import CareerLine, Person
from castapp.domain.repertory import Production, Role, Section
from castapp.services.publish import post_day
from castapp.ui.screen import Screen
from tests.builders import FRIDAY, SATURDAY, THURSDAY, call, company_book, role_line, show
from tests.journeys.conftest import SitDown
from tests.journeys.sitting import Sitting, columns
from tests.ui.medical_house import desk_with

MARKUP = "<b>Vega</b>"
FORMULA = "=1+1"
HEBREW = "שלום כהן"
REFS = (
    Ref(Person, "vega"), Ref(Person, "okoro"), Ref(Call, "solo"), Ref(Role, "queen"),
    Ref(Performance, "show-2026-10-17-1170"), Ref(Override, "night"), Ref(Section, "lake-ii"),
)  # fmt: skip
SCREENS = (
    "today", "casting", "company", "repertory", "health", "workload", "callboard", "history",
    "settings", "schedule",
)  # fmt: skip
MARKED = re.compile(r"<(?!p style|/p>)\w+")


def hostile_book() -> Book:
    """The small company, everything that has a name renamed."""
    book = company_book(
        show(FRIDAY, cast_id="cast-2"),
        show(SATURDAY),
        call("act", 660, 60, role_line("line", "queen"), production_id="lake", lead_id="hall"),
        call("solo", 690, 60, people=["vega", "okoro"], studio_id="studio-2"),
        [
            Participation("off", "vega", THURSDAY, "off", review=FRIDAY),
            Participation("some", "fox", THURSDAY, "modified", (Restriction("no_jumps"),), FRIDAY),
            CareerLine("line-1", "vega", "<i>Lake</i>", role="<u>Queen</u>", where=FORMULA),
            Override("night", "show-2026-10-17-1170", "queen", 1, "moss", why="<b>why</b>"),
        ],
    )
    draft = Draft(book)
    draft.set(book.get(Person, "vega"), family=MARKUP)
    draft.set(book.get(Person, "okoro"), given="", family=FORMULA)
    draft.set(book.get(Person, "fox"), family=HEBREW)
    draft.set(next(iter(book.all(Company))), name="<h1>Meridian</h1>")
    for kind, field in (
        (Production, "title"), (Production, "short"), (Role, "name"), (Section, "name"),
        (Cast, "name"), (Studio, "name"), (Site, "name"),
    ):  # fmt: skip
        for record in book.all(kind):
            named = f"<b>{getattr(record, field)}</b>"
            draft.put(replace(record, **{field: named}))
    for one in book.all(Call):
        draft.set(one, title="<s>struck</s>", note="<img src=x>")
    whole = book.apply(draft.edit("Rename everything"))
    at = datetime.fromisoformat("2026-10-14T12:00+00:00")
    whole = whole.apply(post_day(whole, THURSDAY, "firm", "<b>Ada</b>", at))
    moved = Draft(whole)
    moved.set(whole.get(Call, "solo"), start=780)
    return whole.apply(moved.edit("Move"))


@pytest.fixture
def me(sit_down: SitDown, tmp_path: Path) -> Sitting:
    desk_with(tmp_path, hostile_book()).close()
    made = sit_down("<b>Ada</b>", THURSDAY)
    made.open(tmp_path / "small.castapp")
    return made


@pytest.mark.parametrize("name", SCREENS)
def test_no_screen_obeys_a_name(me: Sitting, name: str) -> None:
    screen = me.go(name, Screen)
    entry = next(one for one in me.window.entries if one.name == name)
    parts = [screen, screen.inspector, screen.tool_row, me.window.frame.findings]
    shown = [part for part in parts if part is not None]
    found = set(obeyed(shown))
    for ref in (one for one in REFS if one.kind in entry.reveals):
        assert screen.reveal(ref), ref
        me.settle()
        found |= set(obeyed(shown))
    assert not found
    if name in ("company", "casting", "health", "workload"):
        assert MARKUP in me.seen(screen)


def obeyed(parts: Sequence[QWidget]) -> list[tuple[str, str]]:
    """Every tip or label in which a name would be read as markup."""
    widgets = [one for part in parts for one in (part, *part.findChildren(QWidget))]
    tips = [
        (type(one).__name__, tip)
        for one in widgets
        for tip in (one.toolTip(), *_tips(one))
        if MARKED.search(tip)
    ]
    rich = [
        (type(one).__name__, one.text())
        for one in widgets
        if isinstance(one, QLabel) and one.textFormat() != Qt.TextFormat.PlainText
    ]
    return tips + rich


def _tips(widget: QWidget) -> Iterator[str]:
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    if model is None:
        return
    for row in range(model.rowCount()):
        for column in range(columns(model)):
            yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def test_no_paper_obeys_a_name(tmp_path: Path) -> None:
    made = papers(hostile_book(), tmp_path / "papers", THURSDAY)
    for path in made:
        if path.suffix == ".xlsx":
            cells = [
                cell
                for sheet in openpyxl.load_workbook(path)
                for row in sheet.iter_rows()
                for cell in row
                if cell.value is not None
            ]
            assert {cell.data_type for cell in cells} <= {"s", "n", "d"}, path.name
            with zipfile.ZipFile(path) as packed:
                assert not [name for name in packed.namelist() if "hyperlink" in name.lower()]
        if path.suffix == ".ics":
            assert path.read_text("utf-8").count("BEGIN:VCALENDAR") == 1
    assert any(path.suffix == ".pdf" for path in made)
