"""What the rules say of the selected call, a sentence each, with the sign of its severity."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.edit import Edit
from castapp.services.findings import withdraw
from castapp.ui import fonts, icons, theme
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.call_facts import Trouble
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label

MOST, LINK_HEIGHT = 3, 20


class TroubleList(Section):
    """Says so when there is nothing to say. What was accepted stands last, with who and why.

    A rule that is broken can be accepted here for a reason, and what was accepted withdrawn.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context

    def show_troubles(self, troubles: Sequence[Trouble], accepted: Sequence[Trouble] = ()) -> None:
        """Show these, the worst first, and how many more there are; then what was accepted."""
        self.clear()
        for one in troubles[:MOST]:
            self._tell(one)
        if len(troubles) > MOST:
            more = f"and {len(troubles) - MOST} more in the strip of findings"
            self.add(Label(more, fonts.TABLE, "t2"))
        if not troubles and not accepted:
            self.add(Sentence(Trouble("", "No finding.", "")))
        for one in accepted:
            self._tell(one)

    def _tell(self, trouble: Trouble) -> None:
        sentence = Sentence(trouble)
        sentence.accept_wanted.connect(lambda: self._context.accept(*trouble.findings))
        sentence.withdraw_wanted.connect(lambda: self._withdraw(trouble))
        self.add(sentence)

    def _withdraw(self, trouble: Trouble) -> None:
        """Let what was accepted be open again."""
        edits = [withdraw(self._context.book, one) for one in trouble.findings]
        changes = tuple(change for edit in edits for change in edit.changes)
        self._context.commit(Edit(edits[0].label, changes), judged=False)


class Sentence(QWidget):
    """One finding: its sign, what is wrong, the clause. Without a severity all is well."""

    accept_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(self, trouble: Trouble) -> None:
        super().__init__()
        self._severity = trouble.severity
        self.setAccessibleName(f"{trouble.severity}: {trouble.text}")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 0, 0)
        column.setSpacing(1)
        quiet = not trouble.severity
        column.addWidget(Label(trouble.text, fonts.TABLE, "t2" if quiet else "t1", wrap=True))
        if trouble.clause:
            column.addWidget(Label(trouble.clause, fonts.LABEL, "t2", wrap=True))
        if trouble.findings and trouble.accepted:
            column.addWidget(self._link("Withdraw", trouble, self.withdraw_wanted))
        elif trouble.findings and trouble.severity == "breach":
            column.addWidget(self._link("Accept with reason…", trouble, self.accept_wanted))

    def _link(self, word: str, trouble: Trouble, signal: SignalInstance) -> Button:
        link = Button(word, kind=Kind.LINK, height=LINK_HEIGHT)
        link.setAccessibleDescription(trouble.text)
        link.clicked.connect(signal)
        return link

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        signal = tokens.findings.get(self._severity)
        name, ink = (signal.icon, signal.ink) if signal else ("check", tokens.t2)
        icons.paint_icon(QPainter(self), name, ink, 0, 0)
