"""Fields that understand what people type and refuse the rest in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from castapp.domain.slot import clock, length
from castapp.ui.reading import Unread, read_clock, read_day, read_minutes, read_span

T = TypeVar("T")


class TypedField(QLineEdit, Generic[T]):
    """`committed` carries a value that was read and differs; `refused` a sentence, "" when mended.

    Enter and leaving the field read it; Esc brings the last value back. What cannot be read stays
    as it was typed. An optional field gives None when it is emptied.
    """

    committed = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        read: Callable[[str], T],
        write: Callable[[T], str],
        *,
        name: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._write = write
        self._optional = optional
        self._value: T | None = None
        self._refusal = ""
        self._sent: str | None = None
        self.setAccessibleName(name)
        self.textEdited.connect(lambda: self._refuse(""))

    @property
    def refusing(self) -> bool:
        """Whether what stands in it could not be read."""
        return bool(self._refusal)

    @property
    def value(self) -> T | None:
        """The last value shown or read."""
        return self._value

    def show_value(self, value: T | None) -> None:
        """Show a value, unless the person is typing one."""
        changed = value != self._value
        self._value = value
        if changed or not (self.hasFocus() and self.isModified()):
            marked = self.hasSelectedText() and self.hasFocus()
            self.setText("" if value is None else self._write(value))
            if marked:
                self.selectAll()
            self._refuse("")

    def take(self) -> bool:
        """Read what is typed now. False if it was refused."""
        typed = self.text().strip()
        try:
            if not typed and not self._optional and self._value is not None:
                raise Unread("This cannot be left empty.")
            value = self._read(typed) if typed else None
        except Unread as unread:
            self._refuse(str(unread))
            return False
        changed = value != self._value
        self._value = value
        self.setText("" if value is None else self._write(value))
        self._refuse("")
        if changed:
            self._sent = self.text()
            self.committed.emit(value)
            self._sent = None
        return True

    def hold(self) -> None:
        """Show again what was typed and is being committed: it could not be written."""
        if self._sent is not None:
            self.setText(self._sent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.take():
                self.selectAll()
        elif key == Qt.Key.Key_Escape and self.isModified():
            self.setText("" if self._value is None else self._write(self._value))
            self._refuse("")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.isModified() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.take()
        super().focusOutEvent(event)

    def _refuse(self, sentence: str) -> None:
        if sentence == self._refusal:
            return
        self._refusal = sentence
        self.setProperty("refused", bool(sentence))
        self.style().unpolish(self)
        self.style().polish(self)
        self.refused.emit(sentence)


class ClockField(TypedField[int]):
    """A time of day in minutes since midnight: 10.30, 10:30, 1030, 2:30 pm."""

    def __init__(self, name: str = "Time", *, optional: bool = False) -> None:
        super().__init__(read_clock, clock, name=name, optional=optional)


class SpanField(TypedField[tuple[int, int | None]]):
    """Start and end: 11.45 – 13.00; typing one time alone moves the start (end None)."""

    def __init__(self, name: str = "Time") -> None:
        super().__init__(read_span, _span, name=name)


class MinutesField(TypedField[int]):
    """A length in minutes: 1 h 15, 1:15, 75."""

    def __init__(
        self, name: str = "Length", *, most: int = 16 * 60, optional: bool = False
    ) -> None:
        super().__init__(
            lambda typed: read_minutes(typed, most), length, name=name, optional=optional
        )


class NumberField(TypedField[int]):
    """A whole number between two limits."""

    def __init__(self, name: str, low: int, high: int, *, optional: bool = False) -> None:
        def read(typed: str) -> int:
            if not typed.lstrip("-").isdecimal() or not low <= int(typed) <= high:
                raise Unread(f"“{typed}” will not do; type a number from {low} to {high}.")
            return int(typed)

        super().__init__(read, str, name=name, optional=optional)


class WordsField(TypedField[str]):
    """A line of words; blanks at the ends go. Empty is "" unless `required`."""

    def __init__(self, name: str, *, required: bool = False) -> None:
        super().__init__(str.strip, str, name=name, optional=not required)


def show_changed(fields: Mapping[str, TypedField[Any]], old: object, new: object) -> None:
    """Show what differs from the record shown before (None: all), so that typing elsewhere stays.

    Each field is named as the record's own.
    """
    for name, field in fields.items():
        value = getattr(new, name)
        if old is None or getattr(old, name) != value:
            field.show_value(value)


def day_reader(today: date) -> Callable[[str], date]:
    """Reads days relative to `today`: fri, +3w, 14 oct."""
    return lambda typed: read_day(typed, today)


def _span(value: tuple[int, int | None]) -> str:
    start, end = value
    return clock(start) if end is None else f"{clock(start)} – {clock(end)}"
