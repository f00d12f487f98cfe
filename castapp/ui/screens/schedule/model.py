"""The cards of the board as a Qt list: what each says, and how it is read out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from castapp.ui.reading import plain
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.widgets.tips import plain_tip

CARD_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


def card_words(card: Card) -> list[str]:
    """The words a card is found by: its title, who is called, who takes it."""
    return plain(" ".join((card.title, *card.text.who, card.text.team))).split()


def begun(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether each wanted beginning is that of a word."""
    return all(any(word.startswith(one) for word in words) for one in wanted)


class CardModel(QAbstractListModel):
    """Cards in the order they are read out. `set_cards` changes as little as it can."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()
        self._rows: dict[str, int] = {}

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards, row by row."""
        return self._cards

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards instead; rows that stay the same are left alone."""
        new = tuple(cards)
        if [card.id for card in new] == [card.id for card in self._cards]:
            before, self._cards = self._cards, new
            for row, (old, card) in enumerate(zip(before, new, strict=True)):
                if old != card:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._cards = new
        self._rows = {card.id: row for row, card in enumerate(new)}
        self.endResetModel()

    def row_of(self, record_id: str) -> int | None:
        """The row of a record, or None if it is not shown."""
        return self._rows.get(record_id)

    def named(self, text: str) -> list[str]:
        """The records among whose words is one for each of the text's, begun with it."""
        wanted = plain(text).split()
        return [card.id for card in self._cards if wanted and begun(card_words(card), wanted)]

    def card(self, index: Index) -> Card | None:
        """The card at an index, or None for one that is not valid."""
        return self._cards[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        card = self.card(index)
        if card is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(card.whole)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.spoken
        if role == CARD_ROLE:
            return card
        return None
