"""The pages that do not change the company: who can read what, one's own settings, backups."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from castapp.domain.book import Book
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.finding import Ref
from castapp.settings import SCHEMES, Settings, account_name
from castapp.ui import fonts
from castapp.ui.screens.settings.around import Around
from castapp.ui.screens.settings.page import Card, Page
from castapp.ui.screens.settings.present import ACCESS_WORDS, SCHEME_WORDS, backup_words
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.segment import Segment
from castapp.ui.widgets.typed import WordsField

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext


class AccessPage(Page):
    """What a company file keeps from whom, said plainly."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "Who can read what")
        for heading, words in ACCESS_WORDS:
            card = Card(heading)
            card.add(Label(words, fonts.BODY, wrap=True))
            self.add(card)

    def show_book(self, book: Book) -> None:
        """Nothing here depends on the book."""


class YoursPage(Page):
    """Name, colours and lines; followed at once, on this computer only."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "Your settings", "Kept on this computer, for your account only.")
        self._around = context.services if isinstance(context.services, Around) else None
        self.name = WordsField("Your name")
        self.name.setPlaceholderText(account_name())
        self.name.setFixedWidth(320)
        self.scheme = Segment(SCHEME_WORDS, name="Colours")
        self.lines = Tick("Stronger lines around fields and cards")
        named = Card("Name", "Written beside every change you make.")
        named.add(Field("Your name", self.name))
        look = Card("Look")
        look.add_row(Field("Colours", self.scheme))
        look.add(self.lines)
        self.add(named, look)
        self.name.committed.connect(lambda words: self._choose(name=words or ""))
        self.scheme.chosen.connect(self._choose_scheme)
        self.lines.clicked.connect(lambda on: self._choose(stronger_lines=on))

    def show_book(self, book: Book) -> None:
        kept = self._around.kept if self._around else Settings()
        self.name.show_value(kept.name)
        self.scheme.choose(kept.scheme)
        self.lines.setChecked(kept.stronger_lines)
        for widget in (self.name, self.scheme, self.lines):
            widget.setEnabled(self._around is not None)

    def _choose_scheme(self, key: str) -> None:
        self._choose(scheme=next(one for one in SCHEMES if one == key))

    def _choose(self, **fields: Any) -> None:
        if self._around is not None:
            self._around.choose(replace(self._around.kept, **fields))
            self.show_book(self.context.book)


class BackupsPage(Page):
    """When the company was last copied, and the way to its history."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "Backups and history")
        self._around = context.services if isinstance(context.services, Around) else None
        self._when = Label("", fonts.BODY, wrap=True)
        self.back_up = Button("Back up…", "download")
        self.history = Button("Open the history", "history")
        copies = Card(
            "Backups",
            "A backup is a whole company file, read back before it counts. Keep it on another "
            "disk. Copying the file by hand while it is open may give a broken copy.",
        )
        copies.add(self._when, beside(self.back_up))
        told = Card("History", "Every change is kept: what, who and when. Each can be taken back.")
        told.add(beside(self.history))
        self.add(copies, told)
        self.back_up.clicked.connect(self._back_up)
        self.history.clicked.connect(lambda: context.jump(Ref(Company, COMPANY_ID), "history"))

    def show_book(self, book: Book) -> None:
        at = self._around.backed_up if self._around else None
        local = at.astimezone() if at else None
        self._when.setText(backup_words(local, datetime.now().astimezone()))
        self.back_up.setEnabled(self._around is not None)

    def _back_up(self) -> None:
        if self._around is not None:
            self._around.do("file.backup")
            self.show_book(self.context.book)
