"""The pairs of a run with all their history, and what the company wishes for pairs. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.casting import Partnership
from castapp.domain.people import Person
from castapp.domain.roster import by_rank, inside_name, is_dancer
from castapp.services.known import partnerships, together
from castapp.services.pairs import Pair, pairs, wish
from castapp.services.reason import said_day
from castapp.ui.screens.casting.columns import Column


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two people: their shows in this run and before, roles, when last, rehearsals, the wish."""

    people: tuple[str, str]
    names: str
    run: int
    before: int
    roles: str
    last: str
    rehearsals: int
    wish: str = ""

    @property
    def history(self) -> str:
        """Odette/Odile, Siegfried · 7 shows so far · last 10 Oct 2026 · 14 rehearsals."""
        shows = f"{self.before} show{'' if self.before == 1 else 's'} so far"
        told = (
            self.roles,
            shows if self.before else "new together",
            f"last {self.last}" if self.last else "",
            f"{self.rehearsals} rehearsal{'' if self.rehearsals == 1 else 's'}"
            if self.rehearsals
            else "",
        )
        return " · ".join(one for one in told if one)


@dataclass(frozen=True, slots=True)
class PairsShown:
    """The pairs of the run, wishes for others, and who can be named in a new wish."""

    run: tuple[PairLine, ...]
    wishes: tuple[PairLine, ...]
    dancers: tuple[tuple[str, str], ...]


def pairs_shown(book: Book, columns: tuple[Column, ...], today: date, day: date) -> PairsShown:
    """What the pane shows of a run, as known before today; `day` says who is in the company."""
    shows = [one.performance_id for one in columns if one.performance_id]
    known = {frozenset(one.people): one for one in pairs(book, last=today - timedelta(days=1))}
    run = [
        _line(book, _in_order(book, pair), count, known.get(pair), today)
        for kind in ("single", "couple")
        for pair, count in partnerships(book, shows, (kind,)).items()
    ]
    told = {frozenset(line.people) for line in run}
    wished = [
        _line(book, (one.one_id, one.other_id), 0, known.get(pair), today)
        for one in book.all(Partnership)
        if (pair := frozenset((one.one_id, one.other_id))) not in told and _both(book, one)
    ]
    wished.sort(key=lambda line: (line.wish == "apart", line.names))
    people = [who for who in book.all(Person) if is_dancer(who)]
    dancers = tuple((who.id, who.name) for who in by_rank(book, people, day))
    return PairsShown(tuple(run), tuple(wished), dancers)


def _line(
    book: Book, people: tuple[str, str], count: int, known: Pair | None, today: date
) -> PairLine:
    one, other = people
    said = wish(book, one, other)
    return PairLine(
        people,
        f"{inside_name(book, one)} – {inside_name(book, other)}",
        count,
        together(book, one, other, today),
        ", ".join(known.roles) if known else "",
        said_day(known.last.isoformat()) if known and known.last else "",
        known.rehearsals if known else 0,
        said.wish if said else "",
    )


def _in_order(book: Book, pair: frozenset[str]) -> tuple[str, str]:
    """Women first, as the papers name a pair."""
    one, other = sorted(pair, key=lambda who: (book.get(Person, who).gender != "F", who))
    return one, other


def _both(book: Book, said: Partnership) -> bool:
    return all(book.find(Person, one) is not None for one in (said.one_id, said.other_id))
