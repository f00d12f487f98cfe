"""The inspector of a section: act, name, minutes, its place in the evening."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from castapp.domain.repertory import Section
from castapp.ui import fonts
from castapp.ui.screens.repertory.order_section import OrderSection
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.typed import NumberField, WordsField


class SectionPanel(QObject):
    """`changed` carries the fields a person set; `moved` -1 or 1; `added` a new one after it."""

    changed = Signal(dict)
    moved = Signal(int)
    added = Signal()
    removed = Signal()

    def fill(
        self, inspector: Inspector, section: Section, colour: str, roles: tuple[str, ...]
    ) -> None:
        """Show a section and the roles that dance in it."""
        inspector.clear()
        kind = "Interval" if section.interval else "Section"
        inspector.show_head(kind, section.name, colour=colour)
        body = inspector.section()
        name = WordsField("Name", required=True)
        name.show_value(section.name)
        name.committed.connect(lambda words: self.changed.emit({"name": words or ""}))
        act = WordsField("Act")
        act.show_value(section.act)
        act.committed.connect(lambda words: self.changed.emit({"act": words or ""}))
        minutes = NumberField("Minutes", 0, 300)
        minutes.show_value(section.minutes)
        minutes.committed.connect(lambda value: self.changed.emit({"minutes": value}))
        body.add(Field("Name", name))
        body.add_row(Field("Act", act), Field("Minutes", minutes), stretches=(2, 1))
        pause = Tick("An interval")
        pause.setChecked(section.interval)
        pause.clicked.connect(lambda on: self.changed.emit({"interval": on}))
        body.add(pause)
        self._order(inspector)
        danced = inspector.section("Danced by", str(len(roles) or ""))
        danced.add(Label(", ".join(roles) or "Nobody yet.", fonts.TABLE, "t1", wrap=True))

    def _order(self, inspector: Inspector) -> None:
        section = OrderSection("Order", "Earlier", "Later", "New section after it")
        section.moved.connect(self.moved)
        section.added.connect(self.added)
        section.removed.connect(self.removed)
        inspector.add(section)
