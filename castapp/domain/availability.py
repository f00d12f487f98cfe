"""Who may be called: absences, participation with its fixed vocabulary, and sealed records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.checks import check_choice, check_clock, check_range, check_span, check_text
from castapp.domain.record import Record

ABSENCE_KINDS = (
    "leave",
    "guest engagement",
    "illness",
    "parental leave",
    "study",
    "compassionate",
    "free day",
    "other",
)
STATUSES = ("full", "modified", "rehab only", "off")
RESTRICTIONS = (
    "barre_only",
    "no_jumps",
    "small_jumps_only",
    "no_pointe",
    "pointe_minutes",
    "no_partnering",
    "no_lifting",
    "not_lifted",
    "no_turns",
    "no_turns_left",
    "no_turns_right",
    "no_kneeling",
    "no_weight_on_hands",
    "marking_only",
    "hours_a_day",
    "consecutive_minutes",
    "shows_a_week",
    "no_double_show",
)
COUNTED = ("pointe_minutes", "hours_a_day", "consecutive_minutes", "shows_a_week")
FORBIDS: dict[str, tuple[str, ...]] = {
    "barre_only": (
        "jumps",
        "big_jumps",
        "pointe",
        "partnering",
        "lifting",
        "lifted",
        "turns",
        "kneeling",
        "weight_on_hands",
    ),
    "no_jumps": ("jumps", "big_jumps"),
    "small_jumps_only": ("big_jumps",),
    "no_pointe": ("pointe",),
    "no_partnering": ("partnering", "lifting", "lifted"),
    "no_lifting": ("lifting",),
    "not_lifted": ("lifted",),
    "no_turns": ("turns",),
    "no_turns_left": ("turns",),
    "no_turns_right": ("turns",),
    "no_kneeling": ("kneeling",),
    "no_weight_on_hands": ("weight_on_hands",),
}
WORDS: dict[str, str] = {
    "barre_only": "barre only",
    "no_jumps": "no jumps",
    "small_jumps_only": "small jumps only",
    "no_pointe": "no pointe",
    "pointe_minutes": "pointe at most {0:g} min",
    "no_partnering": "no partnering",
    "no_lifting": "no lifting",
    "not_lifted": "not to be lifted",
    "no_turns": "no turns",
    "no_turns_left": "no turns to the left",
    "no_turns_right": "no turns to the right",
    "no_kneeling": "no kneeling",
    "no_weight_on_hands": "no weight on hands",
    "marking_only": "marking only",
    "hours_a_day": "at most {0:g} h a day",
    "consecutive_minutes": "at most {0:g} min in a row",
    "shows_a_week": "at most {0:g} shows a week",
    "no_double_show": "no double-show day",
}


@dataclass(frozen=True, slots=True)
class Absence(Record):
    """Someone is away. No last day means it is not yet known; no reason beyond the kind is kept."""

    person_id: str
    first: date
    last: date | None = None
    kind: str = "leave"
    where: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        check_span(self.first, self.last, "The absence")
        check_choice(self.kind, ABSENCE_KINDS, "The kind of absence")
        check_text(self.where, "The place")
        check_text(self.note, "The note")


@dataclass(frozen=True, slots=True)
class Restriction:
    """Something a dancer may not do, from the fixed vocabulary, with its number if it has one."""

    code: str
    amount: float = 0.0

    def __post_init__(self) -> None:
        check_choice(self.code, RESTRICTIONS, "The restriction")
        check_range(self.amount, 0, 10_000, "The number of the restriction")

    @property
    def words(self) -> str:
        """How staff read it: "no jumps", "at most 4 h a day"."""
        words = WORDS[self.code].format(self.amount)
        return words.replace("shows", "show") if self.amount == 1 else words

    def forbids(self, demand: str) -> bool:
        """Whether it rules out what a role demands."""
        return demand in FORBIDS.get(self.code, ())


@dataclass(frozen=True, slots=True)
class Participation(Record):
    """What a dancer may do from a day on, until the next such record.

    After `review` or `until` it stands, marked as needing review; it never turns to full by
    itself. `since_clock` (minutes since midnight) is set when it began within the day.
    """

    person_id: str
    since: date
    status: str = "full"
    restrictions: tuple[Restriction, ...] = ()
    review: date | None = None
    until: date | None = None
    since_clock: int | None = None

    def __post_init__(self) -> None:
        check_choice(self.status, STATUSES, "The participation")
        check_span(self.since, self.until, "The participation")
        if self.review is not None:
            check_span(self.since, self.review, "The participation's review")
        if self.since_clock is not None:
            check_clock(self.since_clock, "The time it began")


@dataclass(frozen=True, slots=True)
class Injury(Record):
    """A sealed record of the medical part: base64 ciphertext, opened only with its key."""

    person_id: str
    payload: str
