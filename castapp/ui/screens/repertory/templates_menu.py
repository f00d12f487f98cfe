"""The menu of ballets that ship, read only when it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from castapp.services.repertory import Template, templates


class TemplatesMenu(QMenu):
    """`chosen` carries the template."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for template in templates():
            self._add(template)

    def _add(self, template: Template) -> None:
        count = len(template.roles)
        words = f"{template.name}, {count} roles".replace("&", "&&")
        self.addAction(words).triggered.connect(lambda: self.chosen.emit(template))
