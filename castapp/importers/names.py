"""People by the names they are written with: matched, offered when near, split when new."""

from __future__ import annotations

from collections.abc import Iterable

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.importers.words import fold, nearest, offer

PARTICLES = frozenset(
    "de da di do du des del della dos das la le el al bin ben von van vom zu zum zur ter ten den"
    " der af av san st saint o mac mc ibn abu dal dalla lo".split()
)


class Names:
    """The people of a book by every way their names are written, accents and case aside."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._full: dict[str, list[Person]] = {}
        self._short: dict[str, list[Person]] = {}
        self.people: list[Person] = []
        for person in people:
            self.add(person)

    @staticmethod
    def of(book: Book) -> Names:
        """Everybody in a book."""
        return Names(book.all(Person))

    def add(self, person: Person) -> None:
        """Know one more person."""
        self.people.append(person)
        full = (person.name, f"{person.given} {person.family}", f"{person.family} {person.given}")
        short = (
            person.surname,
            f"{person.given[:1]} {person.surname}",
            f"{person.surname} {person.given[:1]}",
        )
        for known, written in ((self._full, full), (self._short, short)):
            for name in {fold(one) for one in written}:
                known.setdefault(name, []).append(person)

    def find(self, text: str) -> Person | None:
        """The person meant by a full name, stage name or surname; None if there is nobody.

        Raises Invalid when the name could be several people's.
        """
        for known in (self._full, self._short):
            found = known.get(fold(text), [])
            if len(found) > 1:
                named = " or ".join(sorted(person.name for person in found))
                raise Invalid(f"“{text}” could be {named}; write the name in full.")
            if found:
                return found[0]
        return None

    def exactly(self, text: str) -> Person | None:
        """The one person of that full name or stage name; None if there is none, or several."""
        found = self._full.get(fold(text), [])
        return found[0] if len(found) == 1 else None

    def get(self, text: str) -> Person:
        """The person meant. Raises Invalid offering the nearest names when there is nobody."""
        found = self.find(text)
        if found is None:
            raise Invalid(self.nobody(text))
        return found

    def nobody(self, text: str) -> str:
        """The sentence that nobody has this name, and whose name is near it."""
        return f"nobody here is called “{text}”{offer(self.near(text))}."

    def near(self, text: str, cutoff: float = 0.6) -> list[str]:
        """Up to three names spelled most like the text, in full or by the surname alone."""
        by_written = {fold(one.surname): one.name for one in self.people}
        by_written |= {fold(one.name): one.name for one in self.people}
        return list(dict.fromkeys(by_written[one] for one in nearest(text, by_written, cutoff)))


def split_name(text: str) -> tuple[str, str]:
    """Given and family name: “De Sola, Sasha”, “WANG Wei” and “Sasha De Sola” are understood.

    What begins as a formula would is nobody's two names; it stays as it was typed.
    """
    if text.startswith(("@", "=", "+", "-")):
        return "", text
    if "," in text:
        family, _, given = (part.strip() for part in text.partition(","))
        return given, family
    words = text.split()
    loud = [word for word in words if len(word) > 1 and word.isupper()]
    if loud and len(loud) < len(words):
        quiet = [word for word in words if word not in loud]
        return " ".join(quiet), " ".join(word.title() for word in loud)
    cut = len(words) - 1
    while cut > 1 and fold(words[cut - 1]) in PARTICLES:
        cut -= 1
    return " ".join(words[:cut]), " ".join(words[cut:])
