"""The inspector: the steps, what changed since the last issue, what is still in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from castapp.ui import fonts
from castapp.ui.screens.callboard.foot import Foot
from castapp.ui.screens.callboard.obstacle_rows import ObstacleRow
from castapp.ui.screens.callboard.present import Change, Obstacle
from castapp.ui.screens.callboard.step_rows import IssueRow, StepRow
from castapp.ui.screens.callboard.steps import FIRM, Offer, Step
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label

HAND_OUT = "An own week is handed out or sent, never posted. Print it or save it above."


class Side(Inspector):
    """`shown` carries the obstacle somebody wants to see; `issue_wanted` the id of an issue that
    is to be read, or MORE for the earlier ones.
    """

    shown = Signal(object)
    issue_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("How far the paper is posted")
        self.foot = Foot()
        self.set_foot(self.foot)
        self._typed = ""
        self._field: Field | None = None

    @property
    def reason(self) -> str:
        """The reason typed to post all the same."""
        return self._typed.strip()

    def forget_reason(self) -> None:
        """Another paper is shown: its reason is not yet given."""
        self._typed = ""

    def ask_reason(self) -> None:
        """Say that a reason is missing, and put the keyboard there."""
        if self._field is not None:
            self._field.refuse("Say why it is posted all the same.")
            self._field.widget.setFocus()

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Begin anew with these steps."""
        self.clear()
        self._field = None
        if not steps:
            return
        section = self.section()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for step in steps:
            column.addWidget(self._step(step))
        section.add(holder)

    def show_own(self, changes: Sequence[Change]) -> None:
        """Say how somebody's week differs from what hangs on the board."""
        section = self.section("Not as it is on the board")
        for line in (line for one in changes for line in one.lines):
            section.add(Label(line, fonts.TABLE, wrap=True))
        if not changes:
            section.add(Label("Nothing: what is posted of this week stands.", fonts.TABLE, "t2"))

    def show_changes(self, since: int, changes: Sequence[Change], *, stands: bool) -> None:
        """Say what changed since issue `since` (0: there is none yet), per dancer."""
        if not since:
            return
        people = sum(one.people for one in changes)
        aside = f"{people} {'person' if people == 1 else 'people'}" if people else ""
        section = self.section(f"Changed since issue {since}", aside)
        if stands:
            section.add(Label("Nothing.", fonts.TABLE, "t2"))
        elif not changes:
            section.add(Label("Nobody’s own day; see the marks on the paper.", fonts.TABLE, "t2"))
        for one in changes:
            section.add(_change(one))

    def show_obstacles(self, obstacles: Sequence[Obstacle], offer: Offer) -> None:
        """List what should be settled first, and ask why if it is posted firm all the same.

        What the issue that stands went out with is told apart, with the reason.
        """
        self._list("Posted all the same", [one for one in obstacles if one.despite])
        section = self._list("Still in the way", [one for one in obstacles if not one.despite])
        if section is None:
            return
        if offer.refusal:
            return
        if offer.state == FIRM:
            reason = QLineEdit(self._typed)
            reason.textEdited.connect(self._type)
            self._field = Field("It can be posted with a reason", reason)
            section.add(self._field)
        else:
            may = "A tentative issue may go up with it; a firm one needs a reason."
            section.add(Label(may, fonts.TABLE, "t2", wrap=True))

    def _list(self, heading: str, obstacles: Sequence[Obstacle]) -> Section | None:
        """A section of obstacles with each reason given, once; None if there are none."""
        if not obstacles:
            return None
        section = self.section(heading)
        for one in obstacles:
            row = ObstacleRow(one)
            row.clicked.connect(lambda _=False, one=one: self.shown.emit(one))
            section.add(row)
        for reason in dict.fromkeys(one.despite for one in obstacles if one.despite):
            section.add(Label(reason, fonts.TABLE, "t2", wrap=True))
        return section

    def _step(self, step: Step) -> QWidget:
        if not step.opens:
            return StepRow(step)
        row = IssueRow(step)
        row.clicked.connect(lambda: self.issue_wanted.emit(step.opens))
        return row

    def _type(self, text: str) -> None:
        self._typed = text
        if self._field is not None:
            self._field.refuse("")


def _change(change: Change) -> QWidget:
    holder = QWidget()
    holder.setAccessibleName(": ".join((change.who, "; ".join(change.lines))))
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Label(change.who, fonts.TABLE, weight=600, wrap=True))
    for line in change.lines:
        column.addWidget(Label(line, fonts.TABLE, "t2", wrap=True))
    return holder
