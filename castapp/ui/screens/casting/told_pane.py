"""The inspector's list of who has been told what they dance, night by night; ticked off here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from castapp.services.telling import News
from castapp.ui import fonts
from castapp.ui.screens.casting.panel_rows import LineRow, Rows
from castapp.ui.screens.casting.told_lines import ToldLine, ToldRun
from castapp.ui.widgets.button import Button
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label

NOBODY = "Whoever dances or covers a coming night is ticked off here once they have been told."


class ToldPane(QObject):
    """`told` carries what was told (a list of news), `untold` one taken back; `chosen` a night."""

    told = Signal(list)
    untold = Signal(object)
    chosen = Signal(str)

    def fill(self, inspector: Inspector, run: ToldRun) -> None:
        """Show the nights, and the people of the one chosen."""
        if not run.nights:
            inspector.section().add(Label(NOBODY, fonts.TABLE, "t2", wrap=True))
            return
        nights = Rows()
        done = sum(night.all_know for night in run.nights)
        inspector.section("Nights to come", f"{done} of {len(run.nights)} told").add(nights)
        for night in run.nights:
            sign = "circle-check" if night.all_know else "circle"
            row = LineRow(night.when, "shown" if night.key == run.chosen else "", night.words,
                          sign=sign, tone="t2", leads=True)  # fmt: skip
            row.clicked.connect(lambda _=False, key=night.key: self.chosen.emit(key))
            nights.add(row)
        self._people(inspector, run)

    def _people(self, inspector: Inspector, run: ToldRun) -> None:
        night = next((one for one in run.nights if one.key == run.chosen), None)
        if night is None or not run.lines:
            return
        section = inspector.section(night.when, night.words)
        if run.left:
            everybody = Button("All of them are told", "check")
            everybody.clicked.connect(lambda: self.told.emit(list(run.left)))
            section.add(everybody)
        rows = Rows()
        section.add(rows)
        for line in run.lines:
            self._line(rows, line)

    def _line(self, rows: Rows, line: ToldLine) -> None:
        tick = Tick(line.name, name=f"{line.name} is told: {line.news.what}")
        tick.setChecked(line.known)
        tick.toggled.connect(lambda on, news=line.news: self._ticked(news, on))
        rows.add(tick)
        words = f"{line.news.what}, told {line.when}" if line.when else line.news.what
        rows.add(_Below(words))
        if line.stale:
            rows.add(_Below(f"was told: {line.stale}", "breach"))

    def _ticked(self, news: News, on: bool) -> None:
        if on:
            self.told.emit([news])
        else:
            self.untold.emit(news)


class _Below(Label):
    """Words under a tick, set in as its words are."""

    def __init__(self, text: str, tone: str = "t2") -> None:
        super().__init__(text, fonts.LABEL, tone, wrap=True)
        self.setContentsMargins(26, 0, 0, 5)
