"""The inspector's pairs: who dances with whom, their history, and what the company wishes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from castapp.ui import fonts
from castapp.ui.screens.casting.pair_lines import PairLine, PairsShown
from castapp.ui.screens.casting.panel_rows import LineRow, Rows
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.pick import Option, PickField, finder_of

NONE, TOGETHER, APART = "none", "together", "apart"
WISHES = ((NONE, "No wish"), (TOGETHER, "Kept together"), (APART, "Not together"))
SHORT = {TOGETHER: "kept", APART: "not together"}
PRESS = "Press a pair to say whether it is kept together. The picking list minds it."
NO_PAIR = "Who dances with whom is listed here once leads or couples are cast."


class PairsPane(QObject):
    """`wished` carries two people and a wish (NONE takes it back); `refused` why it cannot be."""

    wished = Signal(str, str, str)
    refused = Signal(str)

    def fill(self, inspector: Inspector, shown: PairsShown) -> None:
        """Show the pairs of the run, other wishes, and the fields of a new one."""
        section = inspector.section("Pairs in this run", str(len(shown.run) or ""))
        if not shown.run:
            section.add(Label(NO_PAIR, fonts.TABLE, "t2", wrap=True))
        else:
            section.add(Label(PRESS, fonts.LABEL, "t2", wrap=True))
        for line in shown.run:
            shows = f"{line.run} show{'' if line.run == 1 else 's'}"
            self._pair(section, line, shows)
        if shown.wishes:
            section = inspector.section("Other wishes", str(len(shown.wishes)))
            for line in shown.wishes:
                self._pair(section, line, "")
        self._new(inspector.section("Wish for two dancers"), shown)

    def _pair(self, section: Section, line: PairLine, shows: str) -> None:
        rows = Rows()
        section.add(rows)
        row = LineRow(line.names, SHORT.get(line.wish, ""), shows, leads=True)
        row.clicked.connect(lambda: self._ask(row, line))
        rows.add(row)
        rows.add(Label(line.history, fonts.LABEL, "t2", wrap=True))

    def menu(self, line: PairLine, parent: QWidget) -> QMenu:
        """What may be wished for a pair, what is wished now ticked."""
        menu = QMenu(parent)
        for key, words in WISHES:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == (line.wish or NONE))
            action.triggered.connect(lambda _=False, one=key: self.wished.emit(*line.people, one))
        return menu

    def _ask(self, row: QWidget, line: PairLine) -> None:
        menu = self.menu(line, row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(row.mapToGlobal(row.rect().bottomLeft()))

    def _new(self, section: Section, shown: PairsShown) -> None:
        options = [Option(key, name) for key, name in shown.dancers]
        one = PickField(finder_of(options), name="One of them")
        other = PickField(finder_of(options), name="The other")
        keep, apart = Button("Keep together"), Button("Not together")
        keep.clicked.connect(lambda: self._wish(one.key, other.key, TOGETHER))
        apart.clicked.connect(lambda: self._wish(one.key, other.key, APART))
        section.add(Field("One of them", one), Field("The other", other), beside(keep, apart))

    def _wish(self, one: str, other: str, key: str) -> None:
        if not one or not other:
            self.refused.emit("Name both dancers first.")
        else:
            self.wished.emit(one, other, key)
