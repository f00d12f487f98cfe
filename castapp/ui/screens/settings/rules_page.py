"""The rules: the pack they come from, and each with what the company sets otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.services import rulebook
from castapp.ui import fonts
from castapp.ui.screens.settings.page import Card, Page
from castapp.ui.screens.settings.rule_card import RuleRow
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.button import Button
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.refusal import Refusal

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext

_ABOUT = (
    "A pack gives the rules their numbers, each with the clause it comes from. It is a starting "
    "point, not legal advice: set what your own agreement says."
)


class RulesPage(Page):
    """The pack, then a card for each group of rules."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "Rules", _ABOUT)
        self.pack = ChoiceField(rulebook.packs(), name="Rule pack")
        self.pack.setFixedWidth(320)
        self._own = Label("", fonts.TABLE, "t2")
        self.all_back = Button("All rules back to the pack", "undo-2")
        self.refusal = Refusal()
        self.rows: dict[str, RuleRow] = {}
        self._chooser = Card("Pack")
        self._chooser.add_row(Field("Work by", self.pack))
        self._chooser.add(self._own, self.all_back, self.refusal)
        self.add(self._chooser)
        self.pack.chosen.connect(
            lambda key: self.write(lambda book: rulebook.choose_pack(book, key), self.refusal.say)
        )
        self.all_back.clicked.connect(lambda: self.write(rulebook.back_to_pack, self.refusal.say))

    def show_book(self, book: Book) -> None:
        self.pack.choose(rulebook.works_by(book))
        count = rulebook.own_count(book)
        rules = f"{count} rule{' is' if count == 1 else 's are'}"
        self._own.setText(f"{rules} set otherwise than the pack." if count else "As the pack says.")
        self.all_back.setVisible(bool(count))
        try:
            groups = rulebook.rulebook(book)
        except Invalid as wrong:
            self.refusal.say(str(wrong))
            return
        if not self.rows:
            for heading, rules_of in groups:
                card = Card(heading)
                for place, rule in enumerate(rules_of):
                    if place:
                        card.add(Rule(tone="hair"))
                    self.rows[rule.name] = RuleRow(self, rule)
                    card.add(self.rows[rule.name])
                self.add(card)
        for _, rules_of in groups:
            for rule in rules_of:
                self.rows[rule.name].show_rule(rule)

    def put_back(self) -> None:
        for row in self.rows.values():
            row.put_back()
        super().put_back()

    def reveal(self, rule: str) -> bool:
        """Bring one rule into view. False if there is none such."""
        row = self.rows.get(rule)
        if row is not None:
            self.ensureWidgetVisible(row, 0, 80)
            row.severity.setFocus()
        return row is not None
