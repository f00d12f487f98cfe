"""One site: its name, zone and address, and the studios and stages on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from castapp.domain.book import Book
from castapp.domain.company import Site, Studio
from castapp.services.company import put_place, remove_site
from castapp.ui import fonts
from castapp.ui.screens.settings.page import Card, foot_aligned
from castapp.ui.screens.settings.place_changes import new_studio
from castapp.ui.screens.settings.present import studio_rows, zones
from castapp.ui.screens.settings.rows import Rows
from castapp.ui.screens.settings.studio_row import ABOUT, KIND, NAME, SHORT, StudioLine
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button, icon_button
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.pick import Option, PickField, finder_of
from castapp.ui.widgets.refusal import Refusal
from castapp.ui.widgets.typed import WordsField, show_changed

if TYPE_CHECKING:
    from castapp.ui.screens.settings.page import Page


class SiteCard(Card):
    """Every field is written as it is left."""

    def __init__(self, page: Page, site_id: str) -> None:
        super().__init__("Site")
        self._page = page
        self._id = site_id
        self._shown: Site | None = None
        self.name = WordsField("Site", required=True)
        self.zone = PickField(finder_of([Option(one, one) for one in zones()]), name="Time zone")
        self.zone.setPlaceholderText("the company’s own")
        self.address = WordsField("Address")
        self.away = icon_button("trash-2", "Remove this site")
        self.new = Button("Add a studio or stage", "plus")
        self.studios = Rows(lambda studio_id: StudioLine(page, studio_id))
        self.refusal = Refusal()
        self._lay_out()
        self._connect()

    def show_book(self, book: Book) -> None:
        """Show the site and its studios."""
        site = book.get(Site, self._id)
        rows = studio_rows(book, self._id)
        self.studios.show_ids([row.studio.id for row in rows])
        for row in rows:
            self.studios.rows[row.studio.id].show_row(row)
        near = [row.studio.id for row in rows]
        for one, line in self.studios.rows.items():
            line.up.setEnabled(one != near[0])
            line.down.setEnabled(one != near[-1])
        self._heads.setVisible(bool(rows))
        if site != self._shown:
            old, self._shown = self._shown, site
            self.heading.setText(site.name)
            show_changed({"name": self.name, "address": self.address}, old, site)
            if old is None or old.zone != site.zone:
                self.zone.show_option(Option(site.zone, site.zone) if site.zone else None)
            self.refusal.say("")

    def put_back(self) -> None:
        """Show the site as it is kept, next time it is shown."""
        self._shown = None
        for line in self.studios.rows.values():
            line.put_back()

    def focus_studio(self, studio_id: str) -> None:
        """Go to a studio's name."""
        field = self.studios.rows[studio_id].name
        field.setFocus()
        field.selectAll()

    def _lay_out(self) -> None:
        self.add_row(Field("Name", self.name), Field("Time zone", self.zone),
                     Field("Address", self.address), foot_aligned(self.away),
                     stretches=(3, 3, 4, 0))  # fmt: skip
        self.add(self.refusal)
        words = ("Studio or stage", "Short", "Kind", "What is in it", "")
        heads = [Label(each, fonts.LABEL, "t3") for each in words]
        heads[-1].setFixedWidth(3 * 28 + 2 * 8)
        self._heads = beside(*heads, stretches=(NAME, SHORT, KIND, ABOUT, 0))
        self.add(self._heads, self.studios.widget, beside(self.new))

    def _connect(self) -> None:
        self.name.refused.connect(self.refusal.say)
        self.name.committed.connect(lambda words: self._change("name", words))
        self.zone.refused.connect(self.refusal.say)
        self.zone.picked.connect(lambda key: self._change("zone", key))
        self.address.committed.connect(lambda words: self._change("address", words or ""))
        self.away.clicked.connect(
            lambda: self._page.write(lambda book: remove_site(book, self._id), self.refusal.say)
        )
        self.new.clicked.connect(self._add)

    def _change(self, field: str, value: Any) -> None:
        def make(book: Book) -> Any:
            return put_place(book, replace(book.get(Site, self._id), **{field: value}))

        self._page.write(make, self.refusal.say)

    def _add(self) -> None:
        edit = new_studio(self._page.context.book, self._id)
        fresh = next(one.id for one in edit.of(Studio))
        if self._page.write(lambda _: edit, self.refusal.say):
            self.focus_studio(fresh)
