"""The inspector of one spot: dancer, covers in order, why it differs, a change mid-show."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from castapp.services.readiness import STATES
from castapp.ui import fonts
from castapp.ui.screens.casting.counters import Tally
from castapp.ui.screens.casting.night_rows import show_follow, show_night
from castapp.ui.screens.casting.overview_panel import show_tally
from castapp.ui.screens.casting.panel_rows import LineRow, Rows
from castapp.ui.screens.casting.spot_facts import SpotFacts
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.chip import ChipFlow, ChipText
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.stating import StateRow
from castapp.ui.widgets.typed import WordsField


class SpotPanel(QObject):
    """Emits what a person did; the screen writes it.

    `pick` asks for the list (True: for a cover); `emptied`; `covers` the ids in their new order;
    `why` a reason; `follow` the cast again; `from_section` asks for the list for a change from
    that section on; `shown_person` opens a dancer; `ready_said` a person and how ready they are.
    """

    pick = Signal(bool)
    emptied = Signal()
    covers = Signal(list)
    why = Signal(str)
    follow = Signal()
    from_section = Signal(str)
    turn_gone = Signal()
    shown_person = Signal(str)
    ready_said = Signal(str, str)

    def fill(self, inspector: Inspector, facts: SpotFacts, tally: Tally) -> None:
        """Fill the inspector with a spot."""
        inspector.clear()
        inspector.show_head(facts.kind, facts.title, colour=facts.colour)
        self._dancer(inspector, facts)
        self._covers(inspector, facts)
        if facts.column.performance_id is not None:
            self._night(inspector, facts)
            show_night(inspector, facts.night)
            self._turn(inspector, facts)
        show_follow(inspector, facts.follow, with_cast=facts.column.performance_id is None)
        self._ready(inspector, facts)
        show_tally(inspector, tally)
        section = inspector.section("Danced it before", str(len(facts.danced) or ""))
        rows = Rows()
        section.add(rows)
        for name, times in facts.danced:
            rows.add(LineRow(name, "", times))
        if not facts.danced:
            section.add(Label("Nobody here yet.", fonts.TABLE, "t2"))
        if facts.asks:
            inspector.section("The spot asks").add(Label(facts.asks, fonts.TABLE, wrap=True))

    def _dancer(self, inspector: Inspector, facts: SpotFacts) -> None:
        section = inspector.section("Dances it")
        if facts.dancer is None:
            section.add(LineRow("open", sign="triangle-alert", tone="breach"))
        else:
            person_id, name, rank = facts.dancer
            row = LineRow(name, rank, leads=True)
            row.clicked.connect(lambda: self.shown_person.emit(person_id))
            section.add(row)
        for _, why in facts.against:
            said = why.told
            tone = "t2" if why.reason else why.severity
            section.add(Label(said[:1].upper() + said[1:], fonts.TABLE, tone, wrap=True))
        choose = Button("Choose…", "search")
        choose.clicked.connect(lambda: self.pick.emit(False))
        leave_open = Button("Leave open", kind=Kind.QUIET)
        leave_open.setEnabled(facts.dancer is not None)
        leave_open.clicked.connect(self.emptied)
        section.add(beside(choose, leave_open))
        for words in (facts.scope, facts.together):
            if words:
                section.add(Label(words, fonts.LABEL, "t2", wrap=True))

    def _covers(self, inspector: Inspector, facts: SpotFacts) -> None:
        section = inspector.section("Covers, in the order they go on")
        ids = [person_id for person_id, _ in facts.covers]
        flow = ChipFlow("Covers")
        flow.show_chips(
            [
                ChipText(person_id, f"{place}  {name}", removable=True)
                for place, (person_id, name) in enumerate(facts.covers, start=1)
            ]
        )
        flow.removed.connect(lambda gone: self.covers.emit([one for one in ids if one != gone]))
        flow.activated.connect(lambda one: self.covers.emit(_first(ids, one)))
        add = Button("Cover…", "plus", name="Add a cover (Ctrl+Enter in the list)")
        add.clicked.connect(lambda: self.pick.emit(True))
        if not facts.covers:
            section.add(Label("No cover.", fonts.TABLE, "t2"))
        else:
            section.add(flow)
        section.add(add)
        if len(ids) > 1:
            section.add(Label("Press a cover to put them first.", fonts.LABEL, "t2", wrap=True))

    def _ready(self, inspector: Inspector, facts: SpotFacts) -> None:
        section = inspector.section("How ready", "press to correct" if facts.ready else "")
        rows = Rows()
        section.add(rows)
        for stated in facts.ready:
            row = StateRow(stated, STATES)
            row.said.connect(lambda state, who=stated.key: self.ready_said.emit(who, state))
            rows.add(row)
        if not facts.ready:
            section.add(Label("Nobody is learning it yet.", fonts.TABLE, "t2"))

    def _night(self, inspector: Inspector, facts: SpotFacts) -> None:
        if not facts.override:
            return
        section = inspector.section("Differs from its cast")
        if facts.cast_has:
            section.add(Label(facts.cast_has, fonts.TABLE, wrap=True))
        why = WordsField("Why")
        why.show_value(facts.why)
        why.committed.connect(lambda words: self.why.emit(words or ""))
        section.add(Field("Why", why))
        back = Button("Follow the cast again", "undo-2")
        back.clicked.connect(self.follow)
        section.add(back)

    def _turn(self, inspector: Inspector, facts: SpotFacts) -> None:
        section = inspector.section("Change mid-show")
        names = dict(facts.sections)
        if facts.turn is not None:
            section_id, who, why = facts.turn
            section.add(LineRow(who, why, sign="file-diff", tone="t2"))
            place = names.get(section_id, "a section that is gone")
            section.add(Label(f"from {place}", fonts.TABLE, "t2", wrap=True))
            gone = Button("Take the change back", "undo-2")
            gone.clicked.connect(self.turn_gone)
            section.add(gone)
            return
        if len(facts.sections) < 2:
            section.add(Label("The role is danced in one section.", fonts.TABLE, "t2", wrap=True))
            return
        chooser = ChoiceField(facts.sections[1:], name="From which section")
        chooser.choose(facts.sections[1][0])
        section.add(Field("From which section", chooser))
        choose = Button("Who takes over…", "search")
        choose.clicked.connect(lambda: self.from_section.emit(chooser.key))
        section.add(choose)


def _first(ids: list[str], one: str) -> list[str]:
    return [one, *(other for other in ids if other != one)]
