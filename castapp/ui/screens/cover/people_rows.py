"""The middle list: who could, who cannot and why, and the night as it would be. No Qt here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.domain.roster import dancers
from castapp.domain.slot import length
from castapp.domain.standing import standing
from castapp.services.cover.candidates import Candidate
from castapp.services.cover.openings import Gap
from castapp.services.reason import CANNOT, CARE, GAP, Reason
from castapp.ui.screens.cover.answer import Answer, key_of
from castapp.ui.screens.cover.conditions import is_debut, meets
from castapp.ui.screens.cover.nights import evening, night_words
from castapp.ui.screens.cover.places import gap_words

HEADING, COULD, CANNOT_GO, CASTED = "heading", "could", "cannot", "cast"
_GENDERS = {"F": "women", "M": "men"}
LEVELS = {
    "cover": "cover",
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

    Of a night as it would be, `before` is who leaves a part and `text` who dances it; `place`
    tells the same line of two nights apart.
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
    note: str = ""
    place: str = ""

    @property
    def key(self) -> str:
        """What tells it from the other rows."""
        return f"{self.kind} {self.person_id} {self.about} {self.place}".rstrip()

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
        said.append(self.note)
        return ", ".join(one for one in said if one)


def person_rows(answer: Answer, gap: Gap, wanted: Collection[str] = ()) -> tuple[PersonRow, ...]:
    """Who could and meets the conditions wanted, best first; then who cannot."""
    book = answer.book
    candidates = answer.people.get(key_of(gap), ())
    could = [one for one in candidates if one.can]
    cannot = [one for one in candidates if not one.can]
    found = [
        _could(book, gap, number, one)
        for number, one in enumerate(could, 1)
        if meets(one, wanted)
    ]  # fmt: skip
    if could and not found:
        found.append(PersonRow(HEADING, "Nobody meets the conditions"))
    if cannot and not wanted:
        show = book.get(Performance, gap.performance_id)
        when = night_words(book, show, answer.request.first)
        found.append(PersonRow(HEADING, f"Cannot go on {when}"))
        found += [_cannot(book, gap, one) for one in cannot]
    return tuple(found)


def list_heading(answer: Answer, gap: Gap, wanted: Collection[str] = ()) -> tuple[str, str]:
    """What the list is about, and how many of whom were looked at, or meet the conditions."""
    book = answer.book
    show = book.get(Performance, gap.performance_id)
    candidates = answer.people.get(key_of(gap), ())
    could = [one for one in candidates if one.can]
    what = f"{gap_words(book, gap.role_id, gap.spot)}, {evening(book, show, answer.request.first)}"
    if wanted:
        met = sum(meets(one, wanted) for one in could)
        return what, f"{met} of {len(could)} who could"
    gender = book.get(Role, gap.role_id).gender(gap.spot)
    all_ = [who for who in dancers(book, show.day) if gender in ("X", who.gender)]
    many = max(len(all_), len(candidates))
    return what, f"{len(candidates)} of {many} {_GENDERS.get(gender, 'dancers')} looked at"


def _could(book: Book, gap: Gap, number: int, one: Candidate) -> PersonRow:
    badge, tone = _badge(one)
    level = LEVELS.get(one.level, "")
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
    return ("debut", "accent") if is_debut(one) else ("no chain", "")


def _reasons(one: Candidate) -> Iterable[ReasonLine]:
    shown = [reason for reason in one.reasons if reason.kind not in ("cover", "where")]
    for reason in shown[:1]:
        yield _line(reason)
    where = one.where
    tone = "t1" if where.building else "warning"
    yield ReasonLine("map-pin" if where.building else "phone", where.text, tone)
    yield from (_line(reason) for reason in shown[1:])
    tone = "warning" if one.week_word == "above usual" else "t1"
    said = f", {one.week_word}" if one.week_word else ""
    yield ReasonLine("activity", f"Week {length(one.week)}{said}", tone)
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
