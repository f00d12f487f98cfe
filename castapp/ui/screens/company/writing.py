"""From a verb to the file: what cannot be is said where it was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from castapp.domain.checks import Invalid
from castapp.ui.widgets.typed import TypedField

if TYPE_CHECKING:
    from castapp.domain.book import Book
    from castapp.domain.edit import Edit
    from castapp.ui.screen import ScreenContext

Make = Callable[["Book"], "Edit"]
Refuse = Callable[[str], None]


def show_changed(fields: Mapping[str, TypedField[Any]], old: object, new: object) -> None:
    """Show what differs from the record shown before (None: all), so that typing elsewhere stays.

    Each field is named as the record's own.
    """
    for name, field in fields.items():
        value = getattr(new, name)
        if old is None or getattr(old, name) != value:
            field.show_value(value)


class Writer:
    """Builds an edit with a verb and commits it; a refusal goes to the field in one sentence."""

    def __init__(self, context: ScreenContext, put_back: Callable[[], None]) -> None:
        self._context = context
        self._put_back = put_back

    def __call__(
        self, make: Make, refuse: Refuse, written: Callable[[], None] | None = None
    ) -> bool:
        """True when nothing had to change or the edit is written."""
        refuse("")
        try:
            edit = make(self._context.book)
        except Invalid as wrong:
            refuse(str(wrong))
            return False
        if not edit:
            return True
        return self._context.commit(edit, put_back=self._put_back, written=written)
