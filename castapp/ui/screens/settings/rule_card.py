"""One rule: severity, numbers, clause and source, and the way back to the pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.services import rulebook
from castapp.services.rulebook import Number, RuleText
from castapp.ui import fonts
from castapp.ui.reading import Unread
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.choice import ChoiceField, Tick
from castapp.ui.widgets.flow import FlowLayout
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.refusal import Refusal
from castapp.ui.widgets.typed import TypedField

if TYPE_CHECKING:
    from castapp.ui.screens.settings.page import Page

FIELD, LINE = 28, 16


class RuleRow(QWidget):
    """Every choice and number is written as it is left; the pack's own value goes back to it."""

    def __init__(self, page: Page, rule: RuleText) -> None:
        super().__init__()
        self._page = page
        self._name = rule.name
        self._shown: RuleText | None = None
        self.setAccessibleName(rule.title)
        self.severity = ChoiceField(rulebook.severities(), name=f"{rule.title}, what it does")
        self.severity.setFixedWidth(152)
        self.numbers = {one.key: _number(rule, one) for one in rule.numbers}
        self.back = Button("Back to the pack", kind=Kind.LINK, height=LINE)
        self.pack_words = Label("", fonts.TABLE, "accent_t", weight=500, wrap=True)
        self._silent = Label("", fonts.TABLE, "warning", wrap=True)
        self._clause = Label("", fonts.LABEL, "t2", wrap=True)
        self.refusal = Refusal()
        self._lay_out(rule)
        self._connect()

    def show_rule(self, rule: RuleText) -> None:
        """Show the rule as it stands."""
        if rule == self._shown:
            return
        old = {one.key: one for one in self._shown.numbers} if self._shown else {}
        self._shown = rule
        self.severity.choose(rule.severity)
        for number in rule.numbers:
            widget = self.numbers[number.key]
            if isinstance(widget, Tick):
                widget.setChecked(bool(number.value))
            elif number.key not in old or old[number.key].value != number.value:
                widget.show_value(number.value)
        words = " · ".join(part for part in (rule.clause, rule.source) if part)
        self._clause.setText(words or "Not in this pack")
        self.pack_words.setText(rule.pack_words)
        self.pack_words.setVisible(bool(rule.pack_words))
        self._silent.setText(rule.missing)
        self._silent.setVisible(bool(rule.missing))
        self.back.setVisible(rule.own)
        self.refusal.say("")

    def put_back(self) -> None:
        """Show the rule as it is kept, next time it is shown."""
        self._shown = None

    def _lay_out(self, rule: RuleText) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(rule.title, fonts.BODY, weight=500))
        words.addWidget(Label(rule.about, fonts.TABLE, "t2", wrap=True))
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.severity, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        if rule.numbers:
            column.addWidget(self._figures(rule))
        column.addWidget(self.refusal)
        column.addWidget(self._silent)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.pack_words, 1)
        foot.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        column.addWidget(self._clause)

    def _figures(self, rule: RuleText) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, 16)
        for number in rule.numbers:
            widget = self.numbers[number.key]
            if isinstance(widget, Tick):
                widget.setFixedHeight(FIELD)
            flow.addWidget(widget if isinstance(widget, Tick) else _labelled(number, widget))
        return holder

    def _connect(self) -> None:
        say = self.refusal.say
        self.severity.chosen.connect(
            lambda word: self._page.write(
                lambda book: rulebook.put_severity(book, self._name, word), say
            )
        )
        self.back.clicked.connect(
            lambda: self._page.write(lambda book: rulebook.back_to_pack(book, self._name), say)
        )
        for key, widget in self.numbers.items():
            if isinstance(widget, Tick):
                widget.clicked.connect(lambda on, key=key: self._put(key, float(on)))
            else:
                widget.refused.connect(say)
                widget.committed.connect(lambda value, key=key: self._put(key, value))

    def _put(self, key: str, value: float | None) -> None:
        self._page.write(
            lambda book: rulebook.put_number(book, self._name, key, value), self.refusal.say
        )


def read_number(typed: str) -> float:
    """A number of hours, minutes or days: 6, 6.5, 6,5, 6 h 30, 6:30. Raises Unread."""
    text = typed.strip().lower().removesuffix("days").removesuffix("min").strip()
    hours, colon, minutes = text.replace(" ", "").replace("h", ":").partition(":")
    try:
        if colon and hours.isdecimal() and (not minutes or minutes.isdecimal()):
            value = int(hours) + int(minutes or 0) / 60
        else:
            value = float(text.replace(",", "."))
    except ValueError:
        raise Unread(f"“{typed.strip()}” is not a number; type it like 6 or 6.5.") from None
    if not 0 <= value <= 10_000:
        raise Unread(f"{typed.strip()} will not do; type a number from 0 to 10000.")
    return value


def _number(rule: RuleText, number: Number) -> TypedField[float] | Tick:
    if number.switch:
        return Tick(number.label, name=f"{number.label}, {rule.title}")
    name = f"{rule.title}, {number.label}, {number.unit}"
    field = TypedField(read_number, lambda value: f"{value:.4g}", name=name, optional=True)
    field.setPlaceholderText("none")
    field.setFixedWidth(56)
    return field


def _labelled(number: Number, field: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(Label(number.label, fonts.TABLE, "t2"))
    row.addWidget(field)
    row.addWidget(Label(number.unit, fonts.TABLE, "t2"))
    return holder
