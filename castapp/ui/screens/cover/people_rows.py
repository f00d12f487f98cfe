"""The middle list: who could, who cannot and why, and the night as it would be. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import parts
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.slot import length
from castapp.domain.standing import standing
from castapp.services.cover.candidates import Candidate
from castapp.services.cover.openings import Gap
from castapp.services.cover.solution import Solution
from castapp.services.reason import CANNOT, CARE, GAP, Reason
from castapp.ui.screens.cover.answer import Answer, key_of
from castapp.ui.screens.cover.asking import evening
from castapp.ui.screens.cover.places import gap_words

HEADING, COULD, CANNOT_GO, CASTED = "heading", "could", "cannot", "cast"
MOST_CAST = 12
_LEVELS = {
    "cover": "cover that night",
    "performed": "has danced it",
    "knows": "cast in it",
    "learning": "learning it",
}
_ICONS = {
    "knows": "book-check",
    "rehearsed": "calendar-days",
    "restriction": "circle-alert",
    "partner": "users-round",
    "rest": "moon",
    "free": "clock",
    "height": "ruler",
    "week": "activity",
    "leaves": "repeat-2",
    "call": "calendar-clock",
    "cover": "shield-check",
}


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """A reason with its sign and the tone it is said in."""

    icon: str
    text: str
    tone: str = "t1"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the middle list. `kind` is heading, could, cannot or cast.

    Of a night as it would be, `before` is who leaves a part and `text` who dances it.
    """

    kind: str
    text: str
    person_id: str = ""
    number: str = ""
    status: str = ""
    about: str = ""
    badge: str = ""
    badge_tone: str = ""
    reasons: tuple[ReasonLine, ...] = ()
    before: str = ""

    @property
    def key(self) -> str:
        """What tells it from the other rows."""
        return f"{self.kind} {self.person_id} {self.about}"

    @property
    def choosable(self) -> bool:
        """Whether it can be chosen; headings cannot."""
        return self.kind != HEADING

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        said = [self.number, self.text, self.about, self.badge]
        said += [reason.text for reason in self.reasons]
        if self.before:
            said.append(f"for {self.before}")
        return ", ".join(one for one in said if one)


def person_rows(answer: Answer, gap: Gap, solution: Solution | None) -> tuple[PersonRow, ...]:
    """Who could, best first; then who cannot; then the night with a solution."""
    book = answer.book
    candidates = answer.people.get(key_of(gap), ())
    could = [one for one in candidates if one.can]
    cannot = [one for one in candidates if not one.can]
    found = [_could(book, gap, number, one) for number, one in enumerate(could, 1)]
    if cannot:
        found.append(PersonRow(HEADING, "Cannot go on"))
        found += [_cannot(book, gap, one) for one in cannot]
    if solution is not None:
        found += _night(answer, gap, solution)
    return tuple(found)


def list_heading(answer: Answer, gap: Gap) -> tuple[str, str]:
    """What the list is about, and how many could and cannot."""
    show = answer.book.get(Performance, gap.performance_id)
    candidates = answer.people.get(key_of(gap), ())
    could = sum(one.can for one in candidates)
    what = gap_words(answer.book, gap.role_id, gap.spot)
    when = evening(answer.book, show, answer.request.first)
    return f"{what}, {when}", f"{could} could, {len(candidates) - could} cannot"


def _could(book: Book, gap: Gap, number: int, one: Candidate) -> PersonRow:
    badge, tone = _badge(one)
    level = _LEVELS.get(one.level, "")
    return PersonRow(
        COULD,
        book.get(Person, one.person_id).name,
        one.person_id,
        str(number),
        _status(book, gap, one.person_id),
        ", ".join(part for part in (one.rank.casefold(), level) if part),
        badge,
        tone,
        tuple(_reasons(one)),
    )


def _badge(one: Candidate) -> tuple[str, str]:
    left = [reason.text for reason in one.leaves if reason.kind == "leaves"]
    if left:
        return f"leaves {left[0]}" + (f" +{len(left) - 1}" if len(left) > 1 else ""), "warning"
    debut = not any("danced" in reason.text for reason in one.reasons if reason.kind == "knows")
    return ("debut", "accent") if debut else ("no chain", "")


def _reasons(one: Candidate) -> Iterable[ReasonLine]:
    shown = [reason for reason in one.reasons if reason.kind not in ("cover", "where")]
    for reason in shown[:1]:
        yield _line(reason)
    where = one.where
    tone = "t1" if where.building else "warning"
    yield ReasonLine("map-pin" if where.building else "phone", where.text, tone)
    yield from (_line(reason) for reason in shown[1:])
    yield ReasonLine("activity", f"Week {length(one.week)}")
    for reason in one.leaves:
        yield ReasonLine(_ICONS[reason.kind], f"Leaves {reason.text}", "warning")


def _line(reason: Reason) -> ReasonLine:
    tone = {CANNOT: "hard", GAP: "breach", CARE: "warning"}.get(reason.severity, "t1")
    text = f"{reason.text[:1].upper()}{reason.text[1:]}"
    return ReasonLine(_ICONS.get(reason.kind, "info"), text, tone)


def _cannot(book: Book, gap: Gap, one: Candidate) -> PersonRow:
    why = next(reason.text for reason in one.reasons if reason.severity == CANNOT)
    name = book.get(Person, one.person_id).name
    status = _status(book, gap, one.person_id)
    return PersonRow(CANNOT_GO, name, one.person_id, status=status, about=why)


def _status(book: Book, gap: Gap, person_id: str) -> str:
    now = standing(book, person_id, gap.day)
    return "away" if now.absence or not now.engaged else now.status


def _night(answer: Answer, gap: Gap, solution: Solution) -> list[PersonRow]:
    """The parts that change first, then those that stay; the rest is counted."""
    book = answer.book
    show = book.get(Performance, gap.performance_id)
    moves = {
        (move.role_id, move.spot): move for move in solution.moves if move.performance_id == show.id
    }
    changed, same = [], []
    for part in parts(book, show):
        if part.cover:
            continue
        name = gap_words(book, part.role_id, part.spot)
        move = moves.get((part.role_id, part.spot))
        if move is not None and part.person_id == move.out_id:
            new = inside_name(book, move.in_id) or "open"
            out = inside_name(book, move.out_id)
            changed.append(
                PersonRow(CASTED, new, move.in_id or "", about=name, before=out, badge="changed")
            )
        elif part.person_id and book.get(Role, part.role_id).kind in ("single", "couple"):
            holder = inside_name(book, part.person_id)
            same.append(PersonRow(CASTED, holder, part.person_id, about=name))
    if not changed:
        return []
    kept = same[: max(0, MOST_CAST - len(changed))]
    dancing = {part.person_id for part in parts(book, show) if not part.cover and part.person_id}
    others = len(dancing) - len(changed) - len(kept)
    heading = f"{evening(book, show, answer.request.first)} with it"
    rest = f"and {others} more as cast" if others > 0 else ""
    return [PersonRow(HEADING, heading, about=rest), *changed, *kept]
