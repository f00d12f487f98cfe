"""What the rules say of the selected call, a sentence each, with the sign of its severity."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.schedule.call_facts import Trouble
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label

MOST = 3


class TroubleList(Section):
    """Says so when there is nothing to say. What was accepted stands last, with who and why."""

    def show_troubles(self, troubles: Sequence[Trouble], accepted: Sequence[Trouble] = ()) -> None:
        """Show these, the worst first, and how many more there are; then what was accepted."""
        self.clear()
        for one in troubles[:MOST]:
            self.add(Sentence(one))
        if len(troubles) > MOST:
            more = f"and {len(troubles) - MOST} more in the strip of findings"
            self.add(Label(more, fonts.TABLE, "t2"))
        if not troubles and not accepted:
            self.add(Sentence(Trouble("", "No finding.", "")))
        self.add(*(Sentence(one) for one in accepted))


class Sentence(QWidget):
    """One finding: its sign, what is wrong, the clause. Without a severity all is well."""

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

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        signal = tokens.findings.get(self._severity)
        name, ink = (signal.icon, signal.ink) if signal else ("check", tokens.t2)
        icons.paint_icon(QPainter(self), name, ink, 0, 0)
