"""After taking it: the people to tell, ticked off with the time; papers; put-in calls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from castapp.services import papers
from castapp.services.cover.putin import PutIn
from castapp.ui import fonts
from castapp.ui.screens.cover.taken import ToldRow, told_words
from castapp.ui.widgets.bar import Bar
from castapp.ui.widgets.button import TOOL_HEIGHT, Button
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.flow import FlowLayout
from castapp.ui.widgets.label import Label

PAPERS = (
    ("slip", "pdf", "Change slip…", "file-diff"),
    ("slip", "txt", "Texts…", "file-text"),
    ("told", "pdf", "Told list…", "list-ordered"),
    ("cast-sheet", "pdf", "Cast sheet…", "crown"),
    ("casting", "pdf", "Casting sheet…", "crown"),
    ("callsheet", "pdf", "Call sheet…", "clipboard-list"),
)
TIPS = {
    ("slip", "pdf"): "The change slip, to cut, and its texts",
    ("slip", "txt"): "The texts to read aloud and to paste",
    ("told", "pdf"): "Who must be told, with those who know ticked",
    ("cast-sheet", "pdf"): "The public cast sheet, changes marked",
    ("casting", "pdf"): "The casting sheet, changes marked",
    ("callsheet", "pdf"): "The day’s call sheet",
}


class TakenPanel(QWidget):
    """`told` carries a person or desk and whether they know; `paper_wanted` a paper, a format."""

    told = Signal(str, bool)
    paper_wanted = Signal(str, str)
    print_wanted = Signal()
    call_wanted = Signal(int)
    leave_wanted = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("What was taken")
        self._title = Label("", weight=600)
        self._count = Label("", tone="t2", align=Qt.AlignmentFlag.AlignRight)
        self._papers = Section("Ready to send")
        self._calls = Section("Calls")
        self._people = Section("To be told")
        self.ticks: dict[str, Tick] = {}
        self.add_buttons: list[Button] = []
        self.print_button: Button | None = None
        self._undoes = Label("Undo takes all of it back.", fonts.TABLE, "t2")
        self._shown: tuple[object, ...] = ()
        self._lay_out()

    def show_taken(
        self,
        label: str,
        rows: tuple[ToldRow, ...],
        calls: Sequence[tuple[PutIn, bool]],
        still_called: str,
        *,
        may_return: bool,
        undoes: bool = False,
        sends: bool = True,
    ) -> None:
        """Show what was taken: each put-in call with whether it is on the schedule, a sentence
        about calls that still miss somebody, and perhaps the way back to the solutions. `undoes`
        tells that the next undo takes all of it back, `sends` that there are papers of it.
        """
        if self.print_button is None:
            self._fill_papers()
        self._title.setText(label.partition(":")[0])
        self._title.setToolTip(label)
        self._undoes.setVisible(undoes)
        self._papers.setVisible(sends)
        self._count.setText(told_words(rows))
        self.done_button.setVisible(may_return)
        self._show_calls(calls, still_called)
        if self._shown == _people(rows):
            for row in rows:
                self._mark(row)
        else:
            self._show_people(rows)
            self._shown = _people(rows)

    def take_keyboard(self) -> None:
        """Give the keyboard to the first who is to be told, once the list stands."""
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        first = next(iter(self.ticks.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = Bar(36, line="line2")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 1)
        row.addWidget(self._title, 1)
        row.addWidget(self._count)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for section in (self._papers, self._calls, self._people):
            inner.addWidget(section)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        foot = Bar(44, at_top=True)
        across = QHBoxLayout(foot)
        across.setContentsMargins(16, 1, 16, 0)
        self.done_button = Button("Back to the solutions", "chevron-left", height=TOOL_HEIGHT)
        self.done_button.clicked.connect(self.done)
        across.addWidget(self.done_button)
        across.addStretch(1)
        across.addWidget(self._undoes)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(area, 1)
        column.addWidget(foot)

    def _fill_papers(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, 6)
        there = {one.name for one in papers.catalogue()}
        for paper, form, text, icon in PAPERS:
            if paper not in there:
                continue
            button = Button(text, icon, height=TOOL_HEIGHT)
            button.setToolTip(TIPS[(paper, form)])
            button.clicked.connect(
                lambda _=False, paper=paper, form=form: self.paper_wanted.emit(paper, form)
            )
            flow.addWidget(button)
        self.print_button = Button("Print slip…", "printer", height=TOOL_HEIGHT)
        self.print_button.clicked.connect(self.print_wanted)
        flow.addWidget(self.print_button)
        self._papers.add(holder)

    def _show_calls(self, calls: Sequence[tuple[PutIn, bool]], still_called: str) -> None:
        self._calls.clear()
        self.add_buttons = []
        self._calls.setVisible(bool(calls) or bool(still_called))
        for number, (put_in, added) in enumerate(calls):
            button = Button("On the schedule" if added else "Add", height=TOOL_HEIGHT)
            button.set_icon("check" if added else "plus")
            button.setAccessibleName(f"{button.text()}: {put_in.text}")
            button.setEnabled(not added)
            button.clicked.connect(lambda _=False, number=number: self.call_wanted.emit(number))
            self.add_buttons.append(button)
            text = Label(put_in.text, fonts.TABLE, wrap=True)
            self._calls.add_row(text, button, stretches=(1, 0))
        if still_called:
            leave = Button("Take out", "log-out", height=TOOL_HEIGHT)
            leave.setAccessibleName(f"Take out: {still_called}")
            leave.clicked.connect(self.leave_wanted)
            text = Label(still_called, fonts.TABLE, wrap=True)
            self._calls.add_row(text, leave, stretches=(1, 0))

    def _show_people(self, rows: tuple[ToldRow, ...]) -> None:
        self._people.clear()
        self.ticks = {}
        for row in rows:
            when = Label(row.by, fonts.TABLE, "t2", align=Qt.AlignmentFlag.AlignRight)
            tick = Tick(row.name, name=f"{row.name} is told")
            tick.toggled.connect(lambda on, key=row.key: self.told.emit(key, on))
            self.ticks[row.key] = tick
            when.setObjectName(f"when {row.key}")
            when.setFixedHeight(tick.sizeHint().height())
            self._people.add_row(tick, when, stretches=(1, 0))
            texts = QWidget()
            inner = QVBoxLayout(texts)
            inner.setContentsMargins(26, 0, 0, 4)
            inner.setSpacing(2)
            if row.desk:
                inner.addWidget(Label(row.desk.capitalize(), fonts.LABEL, "t2"))
            for text in row.texts:
                inner.addWidget(Label(text, fonts.TABLE, "t2", wrap=True))
            self._people.add(texts)
            self._mark(row)

    def _mark(self, row: ToldRow) -> None:
        tick = self.ticks.get(row.key)
        if tick is None:
            return
        tick.blockSignals(True)
        tick.setChecked(bool(row.at))
        tick.blockSignals(False)
        when = self.findChild(Label, f"when {row.key}")
        if when is not None:
            when.setText(f"told {row.at}" if row.at else row.by)


def _people(rows: tuple[ToldRow, ...]) -> tuple[object, ...]:
    """What of the rows is drawn once: all but who was told."""
    return tuple((row.key, row.name, row.desk, row.texts, row.by) for row in rows)
