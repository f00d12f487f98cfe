"""The tool row over the preview: day, ballet or dancer, paper size, zoom, print, save."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from castapp.ui.screens.callboard.wanted import CAST_SHEET, CASTING, DANCER
from castapp.ui.widgets.bar import ToolRow
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, Kind
from castapp.ui.widgets.calendar import DayField
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.pick import Option, PickField, finder_of

SCALES = (0.5, 0.67, 0.82, 1.0, 1.5, 2.0)
FORM_WORDS = {"pdf": "PDF", "xlsx": "Spreadsheet", "ics": "Calendar", "txt": "Text"}
_SIZES = {
    CASTING: (("A4", "A3 across"), ("Letter", "Tabloid across")),
    DANCER: (("A4", "A5"), ("Letter", "Half Letter")),
    CAST_SHEET: (("A4", "A5"), ("Letter", "Half Letter")),
}
_ACROSS = (("A4", "A4 across"), ("Letter", "Letter across"))


class Tools(ToolRow):
    """Emits what the person chose. `zoom_wanted` carries a scale, 0 to follow the width."""

    day_chosen = Signal(object)
    production_chosen = Signal(str)
    dancer_chosen = Signal(str)
    size_chosen = Signal(str)
    zoom_wanted = Signal(float)
    zoom_stepped = Signal(int)
    print_wanted = Signal()
    save_wanted = Signal(str)

    def __init__(self, today: date, first_weekday: int) -> None:
        super().__init__()
        self.day = DayField(today, "Day of the paper", first_weekday=first_weekday)
        self.day.setFixedWidth(156)
        self.day.committed.connect(self.day_chosen)
        self.production = ChoiceField(name="Ballet")
        self.production.setFixedWidth(144)
        self.production.chosen.connect(self.production_chosen)
        self.dancer = PickField(finder_of(()), name="Dancer", optional=False)
        self.dancer.setFixedWidth(144)
        self.dancer.picked.connect(self.dancer_chosen)
        self.size_field = ChoiceField(name="Paper size")
        self.size_field.setFixedWidth(116)
        self.size_field.chosen.connect(self.size_chosen)
        self._smaller = Button(icon="minus", kind=Kind.QUIET, name="Smaller", height=TOOL_HEIGHT)
        self.zoom = Button("100 %", kind=Kind.QUIET, height=TOOL_HEIGHT)
        self._larger = Button(icon="plus", kind=Kind.QUIET, name="Larger", height=TOOL_HEIGHT)
        self.print = Button("Print…", "printer", height=TOOL_HEIGHT)
        self.save = Button("Save as…", "download", height=TOOL_HEIGHT)
        self._forms: tuple[str, ...] = ()
        self._smaller.clicked.connect(lambda: self.zoom_stepped.emit(-1))
        self._larger.clicked.connect(lambda: self.zoom_stepped.emit(1))
        self.zoom.clicked.connect(self._open_zooms)
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self._open_forms)
        self.add_left(self.day, self.production, self.dancer, self.size_field)
        self.add_right(self._smaller, self.zoom, self._larger, self.rule(), self.print, self.save)

    def show_paper(self, paper: str, size: str, forms: Sequence[str]) -> None:
        """Offer what this paper needs; `size` is A4 or Letter."""
        self.production.setVisible(paper == CASTING)
        self.dancer.setVisible(paper == DANCER)
        self.size_field.show_choices(_SIZES.get(paper, _ACROSS))
        self.size_field.choose(size)
        self._forms = tuple(forms)

    def show_choices(
        self,
        works: Sequence[tuple[str, str]],
        production_id: str,
        people: Sequence[Option],
        person_id: str,
    ) -> None:
        """Offer these ballets and dancers, with one of each chosen."""
        self.production.show_choices(works)
        self.production.choose(production_id)
        self.dancer.set_finder(finder_of(people))
        chosen = next((one for one in people if one.key == person_id), None)
        if self.dancer.key != person_id or not self.dancer.hasFocus():
            self.dancer.show_option(chosen)

    def show_scale(self, scale: float) -> None:
        """Say how large the pages are shown."""
        self.zoom.set_text(f"{round(scale * 100)} %")
        self.zoom.setAccessibleName(f"Zoom, {round(scale * 100)} percent")

    def enable(self, on: bool) -> None:
        """Let pages be printed and saved, or not when there are none."""
        for button in (self.print, self.save):
            button.setEnabled(on)

    def zoom_menu(self) -> QMenu:
        """The scales to choose from."""
        menu = QMenu(self)
        menu.addAction("Fit the width\tCtrl+0", partial(self.zoom_wanted.emit, 0.0))
        menu.addSeparator()
        for scale in SCALES:
            words = f"{round(scale * 100)} %"
            menu.addAction(words, partial(self.zoom_wanted.emit, scale))
        return menu

    def form_menu(self) -> QMenu:
        """The formats this paper comes in."""
        menu = QMenu(self)
        for form in self._forms:
            words = f"{FORM_WORDS.get(form, form)} (.{form})…"
            menu.addAction(words, partial(self.save_wanted.emit, form))
        return menu

    def _open_zooms(self) -> None:
        _open(self.zoom_menu(), self.zoom)

    def _open_forms(self) -> None:
        _open(self.form_menu(), self.save)


def _open(menu: QMenu, below: Button) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))
