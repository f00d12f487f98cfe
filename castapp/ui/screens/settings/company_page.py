"""The company's own choices: name, clock, week, paper, posting hour, switches, ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.company import PAPERS, Company
from castapp.domain.roster import company
from castapp.services.company import change_company
from castapp.ui import fonts
from castapp.ui.screens.settings.page import Card, Page
from castapp.ui.screens.settings.present import WEEKDAYS, zones
from castapp.ui.screens.settings.ranks_card import RanksCard
from castapp.ui.widgets.choice import ChoiceField, Tick
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.pick import Option, PickField, finder_of
from castapp.ui.widgets.typed import ClockField, WordsField, show_changed

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext

_OFF_LIST = "Print who is off or modified on papers and in calendars"
_BANDS = "Show artistic staff how a dancer’s week compares with their usual"


class CompanyPage(Page):
    """Every field is written as it is left."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "Company")
        self._shown: Company | None = None
        self.name = WordsField("Name", required=True)
        self.zone = PickField(finder_of(_zone_options()), name="Time zone", optional=False)
        self.weekday = ChoiceField([(str(n), day) for n, day in WEEKDAYS], name="Week begins on")
        self.paper = ChoiceField([(one, one) for one in PAPERS], name="Paper")
        self.posting = ClockField("Posting hour")
        self.off_list = Tick(_OFF_LIST)
        self.bands = Tick(_BANDS)
        self.fields = {
            "name": Field("Name", self.name),
            "zone": Field("Time zone", self.zone),
            "first_weekday": Field("Week begins on", self.weekday),
            "paper": Field("Paper", self.paper),
            "posting_clock": Field("Posted the day before by", self.posting),
        }
        self.ranks = RanksCard(self)
        self._lay_out()
        self._connect()

    def show_book(self, book: Book) -> None:
        self.ranks.show_book(book)
        house = company(book)
        if house == self._shown:
            return
        old, self._shown = self._shown, house
        show_changed({"name": self.name, "posting_clock": self.posting}, old, house)
        if old is None or old.zone != house.zone:
            self.zone.show_option(Option(house.zone, house.zone))
        self.weekday.choose(str(house.first_weekday))
        self.paper.choose(house.paper)
        self.off_list.setChecked(house.off_list_on_papers)
        self.bands.setChecked(house.bands_for_staff)

    def put_back(self) -> None:
        self._shown = None
        self.ranks.put_back()
        super().put_back()

    def _lay_out(self) -> None:
        about = Card("The house")
        about.add_row(self.fields["name"], self.fields["zone"], stretches=(1, 1))
        about.add_row(self.fields["first_weekday"], self.fields["paper"],
                      self.fields["posting_clock"], stretches=(1, 1, 1))  # fmt: skip
        seen = Card("Who sees what")
        seen.add(_told(self.off_list, "A list of who is off is always there for staff."))
        seen.add(_told(self.bands, "In words only: below, usual, above. Never a number of load."))
        self.add(about, seen, self.ranks)

    def _connect(self) -> None:
        self.name.committed.connect(lambda words: self._change("name", words))
        self.zone.picked.connect(lambda key: self._change("zone", key))
        self.weekday.chosen.connect(lambda key: self._change("first_weekday", int(key)))
        self.paper.chosen.connect(lambda key: self._change("paper", key))
        self.posting.committed.connect(lambda clock: self._change("posting_clock", clock))
        self.off_list.clicked.connect(lambda on: self._change("off_list_on_papers", on))
        self.bands.clicked.connect(lambda on: self._change("bands_for_staff", on))

    def _change(self, field: str, value: Any) -> None:
        told = self.fields.get(field, self.fields["name"])
        self.write(lambda book: change_company(book, **{field: value}), told.refuse)


def _zone_options() -> list[Option]:
    return [Option(name, name) for name in zones()]


def _told(tick: Tick, words: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(tick)
    about = Label(words, fonts.TABLE, "t2", wrap=True)
    about.setContentsMargins(26, 0, 0, 0)
    column.addWidget(about)
    return holder
