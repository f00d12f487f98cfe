"""Dancers by the names they are written with in a spreadsheet or in a cell, in any order."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.roster import is_dancer
from castapp.importers.names import Names

OPEN_WORDS = ("", "open", "-", "–", "—", "tba")
NOTHING_DONE = "nothing was pasted"


class DancerNames:
    """Every dancer of a book by every way their name is written; asked once per spelling."""

    def __init__(self, book: Book) -> None:
        self._names = Names(one for one in book.all(Person) if is_dancer(one))
        self._known: dict[str, str] = {}

    def find(self, written: str, where: str) -> str | None:
        """The dancer meant; None where the place is to stay open.

        Raises Invalid saying where it stands, and which names are near it.
        """
        text = " ".join(written.split())
        if text.casefold() in OPEN_WORDS:
            return None
        if text not in self._known:
            self._known[text] = self._dancer(text, where)
        return self._known[text]

    def _dancer(self, text: str, where: str) -> str:
        try:
            found = self._names.find(text)
        except Invalid as wrong:
            raise Invalid(f"{str(wrong).rstrip('.')} ({where}); {NOTHING_DONE}.") from wrong
        if found is None:
            near = self._names.near(text)
            offered = f", perhaps {' or '.join(near)}" if near else ""
            raise Invalid(f"No dancer is called “{text}” ({where}){offered}; {NOTHING_DONE}.")
        return found.id
