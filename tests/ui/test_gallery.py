"""Pictures of the kit in both palettes and at both scales: nothing blank, nothing alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.finding_rows import FindingRow
from castapp.ui.theme import apply_theme
from castapp.ui.widgets.banner import Banner
from castapp.ui.widgets.bar import ToolRow
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.calendar import MonthGrid
from castapp.ui.widgets.chip import Chip, ChipText
from castapp.ui.widgets.choice import ChoiceField, Tick
from castapp.ui.widgets.clash import ClashPanel
from castapp.ui.widgets.empty import EmptyState
from castapp.ui.widgets.findings import FindingsStrip
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.marks import ParticipationMark
from castapp.ui.widgets.rail import Rail
from castapp.ui.widgets.segment import Segment
from castapp.ui.widgets.topbar import TopBar

ROW = FindingRow("hard", "Clash", "Iveta Popov", "14.15–15.00", "Two calls at once", "CA")


def rail() -> QWidget:
    made = Rail()
    made.add("today", "Today", "sun")
    made.choose("today")
    return made


def top_bar() -> QWidget:
    made = TopBar()
    made.show_heading("Thursday 15 October 2026", steps=True, colour="lake")
    made.show_person("Jana Mills")
    made.saved.show_failed("The disk is full.")
    return made


def tool_row() -> QWidget:
    made = ToolRow()
    made.add_left(Segment([("day", "Day"), ("week", "Week")], name="View"), made.rule())
    made.add_right(Button("Post", "send", Kind.FILLED))
    return made


def findings() -> QWidget:
    made = FindingsStrip()
    made.show_findings([ROW])
    made.open(True)
    return made


def inspector() -> QWidget:
    made = Inspector()
    made.show_head("Giselle", "Wilis", colour="fir")
    made.section("Called", "27 dancers").add(Tick("Told"))
    return made


def banner() -> QWidget:
    made = Banner()
    made.say("The disk is full.", "hard", button="Retry")
    return made


def chosen() -> QWidget:
    made = ChoiceField([("s1", "Studio 1")], name="Place")
    made.choose("s1")
    return made


MAKERS: dict[str, Callable[[], QWidget]] = {
    "rail": rail,
    "top_bar": top_bar,
    "tool_row": tool_row,
    "findings": findings,
    "inspector": inspector,
    "banner": banner,
    "choice": chosen,
    "button": lambda: Button("Find a slot", "calendar-search", arrow=True),
    "filled": lambda: Button("Post", "send", Kind.FILLED),
    "link": lambda: Button("Show", kind=Kind.LINK),
    "chip": lambda: Chip(ChipText("a", "no Alder", "x", dashed=True, removable=True, pair="fir")),
    "month": lambda: MonthGrid(date(2026, 10, 14)),
    "mark": lambda: ParticipationMark("modified"),
    "clash": lambda: ClashPanel("Not kept yet", [ROW]),
    "empty": lambda: EmptyState("sun", "Nothing yet", "It belongs here.", "New call"),
}


def picture(widget: QWidget, ratio: float) -> QImage:
    size = widget.sizeHint().expandedTo(QSize(12, 12))
    widget.resize(size)
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(widget.palette().color(widget.backgroundRole()))
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return image


def colours(image: QImage) -> set[int]:
    return {
        image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize("name", MAKERS)
def test_it_is_drawn_in_both_palettes_and_at_both_scales(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, name: str
) -> None:
    seen: dict[tuple[str, float], set[int]] = {}
    for scheme in ("light", "dark"):
        apply_theme(qapp, "light" if scheme == "light" else "dark")
        widget = MAKERS[name]()
        qtbot.addWidget(widget)
        for ratio in (1.0, 2.0):
            image = picture(widget, ratio)
            assert image.save(str(tmp_path / f"{name}-{scheme}-{ratio:g}x.png"))
            seen[scheme, ratio] = colours(image)
    for drawn in seen.values():
        assert len(drawn) >= 3
    assert seen["light", 1.0] != seen["dark", 1.0]
