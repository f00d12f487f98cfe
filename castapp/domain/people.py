"""The people of the company, when they are engaged, and what they danced before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.checks import Invalid, check_choice, check_range, check_span, check_text
from castapp.domain.record import Record

DUTIES = (
    "dancer",
    "répétiteur",
    "ballet master",
    "teacher",
    "coach",
    "pianist",
    "conductor",
    "physio",
    "stage manager",
    "wardrobe",
    "company manager",
    "coordinator",
    "director",
)
GENDERS = ("", "F", "M")


@dataclass(frozen=True, slots=True)
class Person(Record):
    """Someone who works with the company. `gender` is a default for casting, never a lock.

    `file_under` overrides the letter the family name is filed under; height in centimetres.
    """

    given: str
    family: str
    stage_name: str = ""
    file_under: str = ""
    duties: tuple[str, ...] = ("dancer",)
    gender: str = ""
    born: date | None = None
    height_cm: int | None = None
    coach_id: str | None = None
    email: str = ""
    phone: str = ""

    def __post_init__(self) -> None:
        check_text(self.given, "The given name")
        check_text(self.family, "The family name")
        check_text(self.stage_name, "The stage name")
        check_text(self.given + self.family + self.stage_name, "The person's name", required=True)
        check_text(self.email, "The e-mail address")
        check_text(self.phone, "The telephone number")
        check_choice(self.gender, GENDERS, "The gender")
        for duty in self.duties:
            check_choice(duty, DUTIES, "The duty")
        if self.height_cm is not None:
            check_range(self.height_cm, 90, 230, "The height in centimetres")

    @property
    def name(self) -> str:
        """The name on papers: the stage name if there is one."""
        return self.stage_name or f"{self.given} {self.family}".strip()

    @property
    def surname(self) -> str:
        """The name in narrow places."""
        return self.family or self.stage_name or self.given

    @property
    def sort_key(self) -> tuple[str, str]:
        """Alphabetical order inside a rank."""
        return ((self.file_under or self.surname).casefold(), self.given.casefold())


@dataclass(frozen=True, slots=True)
class Engagement(Record):
    """A contract: from a day, perhaps to a day, with a rank (dancers) or a title (staff)."""

    person_id: str
    first: date
    last: date | None = None
    rank: str = ""
    title: str = ""
    guest: bool = False

    def __post_init__(self) -> None:
        check_span(self.first, self.last, "The engagement")
        check_text(self.rank, "The rank")
        check_text(self.title, "The title")


@dataclass(frozen=True, slots=True)
class CareerLine(Record):
    """A role someone danced before or elsewhere. `when` is a year, a month or a day (ISO).

    Several partners stand in `partner` with a semicolon between them.
    """

    person_id: str
    work: str
    role: str
    where: str = ""
    when: str = ""
    partner: str = ""
    times: int = 1

    def __post_init__(self) -> None:
        check_text(self.work, "The ballet", required=True)
        check_text(self.role, "The role", required=True)
        check_text(self.where, "The house")
        check_text(self.partner, "The partner")
        check_range(self.times, 0, 10_000, "How often it was danced")
        if self.when:
            _check_partial_day(self.when)

    @property
    def partners(self) -> tuple[str, ...]:
        """Each partner's name."""
        names = (name.strip() for name in self.partner.split(";"))
        return tuple(name for name in names if name)


def _check_partial_day(text: str) -> None:
    padded = text + "0000-01-01"[len(text) :]
    try:
        date.fromisoformat(padded)
    except ValueError:
        raise Invalid(
            f"“{text}” is not a year, month or day (2018, 2018-09, 2018-09-14)."
        ) from None
