"""From a verb to the file: what cannot be is said in one sentence, where it was typed or above."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from castapp.domain.checks import Invalid

if TYPE_CHECKING:
    from castapp.domain.book import Book
    from castapp.domain.edit import Edit
    from castapp.ui.screen import ScreenContext

Make = Callable[["Book"], "Edit"]
Refuse = Callable[[str], None]


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


def write_or_say(context: ScreenContext, make: Callable[..., Edit], *arguments: object) -> None:
    """Build an edit with a verb (the book first) and write it; say what is refused."""
    try:
        edit = make(context.book, *arguments)
    except Invalid as wrong:
        context.say(str(wrong))
        return
    if edit:
        context.commit(edit)
