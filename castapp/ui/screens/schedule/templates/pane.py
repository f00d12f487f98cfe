"""The inspector's pane of templates: which there are, what laying one out would do, keeping one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.ui import fonts
from castapp.ui.screens.schedule.copying.preview import CopyWords, calls_words, rest_words
from castapp.ui.screens.schedule.copying.told import Told
from castapp.ui.screens.schedule.templates.keep_section import KeepSection
from castapp.ui.screens.schedule.templates.list import TemplateList
from castapp.ui.screens.schedule.templates.naming import Naming
from castapp.ui.screens.schedule.templates.present import EMPTY, TemplateRow
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label

MOST_TOLD = 4


class TemplatesPane(QWidget):
    """`asked` wants the preview of a template (its id, whether as tentative); `taken` lays it out,
    with those that clash or without; `renamed` carries its id and a name, `removed` its id;
    `left` ends it.
    """

    asked = Signal(str, bool)
    taken = Signal(bool)
    renamed = Signal(str, str)
    removed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = TemplateList()
        self.naming = Naming()
        self.keep = KeepSection()
        self.tentative = Tick("as tentative")
        self.all = Button("Lay out", "check")
        self.without = Button("Lay out without those that clash")
        self.rename = Button("Rename", kind=Kind.LINK)
        self.remove = Button("Remove", kind=Kind.LINK)
        self.back = Button("Leave it", kind=Kind.LINK)
        self._empty = Label("", fonts.TABLE, "t2", wrap=True)
        self._known = Section()
        self._told = Told(MOST_TOLD)
        self._ways = Section()
        self._lay_out()
        self._connect()

    def show_rows(self, span: str, rows: Sequence[TemplateRow], chosen: str = "") -> None:
        """Show the templates of a "day" or a "week"; `chosen` is the one to be current."""
        aside = "Enter lays it out" if rows else ""
        self._known.set_heading(f"Templates of a {span}", aside)
        self._empty.setText(EMPTY[span])
        self._empty.setVisible(not rows)
        self.naming.leave()
        for part in (self._told, self._ways, self.rename, self.remove):
            part.setVisible(bool(rows))
        self.list.show_rows(rows, chosen)

    def show_laid(self, words: CopyWords) -> None:
        """Say what laying the current template out would do."""
        self._told.show_words(words)
        if not words.count:
            self._told.set_heading("Nothing to lay out")
        rest = words.count - words.clashing
        self.all.set_text(f"Lay out {calls_words(words.count)}" if words.count else "Lay out")
        self.all.setEnabled(words.count > 0)
        self.without.set_text(f"Lay out {rest_words(rest)}")
        self.without.setVisible(0 < rest < words.count)

    def wait(self) -> None:
        """Say that it is being worked out what would clash; nothing can be laid out until then."""
        self._told.show_waiting("Looking what would clash")
        self._close_ways()

    def refuse(self, sentence: str) -> None:
        """Say why the current template cannot be laid out."""
        self._told.show_refusal(sentence)
        self._close_ways()

    def focus_first(self) -> None:
        """Put the keyboard on the list, or where the first template is named."""
        (self.keep.name if self.list.isHidden() else self.list).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.naming.isVisible():
            self._stay()
        else:
            self.left.emit()

    def _connect(self) -> None:
        listed = self.list
        listed.picked.connect(lambda _key: self._pick())
        listed.taken.connect(self.all.click)
        for wanted in (listed.rename_wanted, self.rename.clicked):
            wanted.connect(self._begin_naming)
        for wanted in (listed.remove_wanted, self.remove.clicked):
            wanted.connect(self._remove)
        self.naming.named.connect(self.renamed)
        self.tentative.clicked.connect(lambda _on: self._ask())
        self.all.clicked.connect(lambda: self.taken.emit(True))
        self.without.clicked.connect(lambda: self.taken.emit(False))
        self.back.clicked.connect(self.left)

    def _lay_out(self) -> None:
        self._known.add(self._empty, self.list)
        self._known.add_row(self.rename, self.remove, QWidget(), stretches=(0, 0, 1))
        self._known.add(self.naming)
        self._ways.add(self.tentative, self.all, self.without)
        foot = Section()
        foot.add_row(self.back, QWidget(), stretches=(0, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._known, self._ways, self._told, self.keep, foot):
            column.addWidget(part)

    def _pick(self) -> None:
        """Another template is current: the tick says how its calls were kept."""
        if self.list.row is not None:
            self.tentative.setChecked(self.list.row.tentative)
        self._ask()

    def _ask(self) -> None:
        row = self.list.row
        self.naming.leave()
        if row is not None:
            self.remove.setAccessibleDescription(row.name)
            self.rename.setAccessibleDescription(row.name)
            self.asked.emit(row.id, self.tentative.isChecked())

    def _close_ways(self) -> None:
        self.all.setEnabled(False)
        self.without.hide()

    def _begin_naming(self) -> None:
        if self.list.row is not None:
            self.naming.begin(self.list.row)

    def _stay(self) -> None:
        """Rename nothing."""
        self.naming.leave()
        self.list.setFocus()

    def _remove(self) -> None:
        if self.list.row is not None:
            self.removed.emit(self.list.row.id)
