"""The records of the medical part: logged with what it means for the work, changed, staged back.

Labels of edits say only what everybody may know; the rest is sealed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from castapp.domain.availability import Injury, Restriction
from castapp.domain.book import Book
from castapp.domain.checks import Invalid, check_choice, check_span
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.services import medical
from castapp.services.absences import set_participation
from castapp.services.desk import Refused
from castapp.services.medical import Vault

AREAS = (
    "head",
    "neck",
    "shoulder",
    "upper arm",
    "elbow",
    "forearm",
    "wrist",
    "hand",
    "chest",
    "thoracic spine",
    "lumbosacral",
    "abdomen",
    "hip or groin",
    "thigh",
    "knee",
    "lower leg",
    "ankle",
    "foot",
    "several",
    "not specified",
)
"""Body areas of the IOC consensus of 2020 (Bahr et al.), in its order."""

SIDES = ("", "left", "right", "both", "central")
ONSETS = ("sudden", "gradual", "mixed or unknown")
ACTIVITIES = (
    "",
    "class",
    "rehearsal",
    "stage call",
    "performance",
    "conditioning",
    "outside the company",
)
STAGES = (
    "Off",
    "Rehab and conditioning",
    "Barre",
    "Centre, no jumps, no pointe",
    "Small jumps, pointe at the barre",
    "Full class",
    "Rehearsal, marked or limited",
    "Full-out rehearsal, partnering",
    "One performance or part of a role",
    "Unrestricted",
)
"""The stages of a return, 0–9. Only medical staff move somebody; nothing moves by itself."""

_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class InjuryNotes:
    """What a sealed record says. `stages` are the days a stage began and its number, in order.

    `more` holds fields this program does not edit; they are kept as they were.
    """

    day: date
    area: str = "not specified"
    side: str = ""
    onset: str = "sudden"
    activity: str = ""
    diagnosis: str = ""
    notes: str = ""
    stages: tuple[tuple[date, int], ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_span(self.day, None, "The record")
        check_choice(self.onset, ONSETS, "The onset")
        for text, what in ((self.diagnosis, "The diagnosis"), (self.notes, "The notes")):
            _check_words(text, what)
        for _, stage in self.stages:
            _check_stage(stage)

    @property
    def stage(self) -> int | None:
        """The stage of return reached, 0–9; None if none was ever set."""
        return self.stages[-1][1] if self.stages else None

    @property
    def title(self) -> str:
        """The record in a few words: left ankle, sudden."""
        return ", ".join(part for part in (f"{self.side} {self.area}".strip(), self.onset) if part)


@dataclass(frozen=True, slots=True)
class Opened:
    """A sealed record and what it says, or the sentence why it cannot be read."""

    record: Injury
    notes: InjuryNotes | None
    refusal: str = ""


def records(book: Book, vault: Vault, person_id: str) -> tuple[Opened, ...]:
    """Somebody's sealed records, the latest first; what cannot be read says why, and comes last."""
    opened = [_opened(vault, record) for record in book.where(Injury, "person_id", person_id)]
    return tuple(
        sorted(opened, key=lambda one: one.notes.day if one.notes else date.min, reverse=True)
    )


def log_injury(
    book: Book,
    vault: Vault,
    person_id: str,
    notes: InjuryNotes,
    *,
    since: date,
    status: str,
    restrictions: Iterable[Restriction] = (),
    review: date | None = None,
    since_clock: int | None = None,
) -> Edit:
    """One edit: the sealed record, and what the dancer may do from a day on. Raises Refused.

    Its label is that of the participation alone.
    """
    allowed = set_participation(
        book, person_id, since, status, restrictions, review=review, since_clock=since_clock
    )
    draft = Draft(book)
    draft.take(allowed)
    draft.put(medical.seal(vault, person_id, _fields(notes)))
    return draft.edit(allowed.label)


def add_record(book: Book, vault: Vault, person_id: str, notes: InjuryNotes) -> Edit:
    """A sealed record alone, for something that does not change what may be done now."""
    return medical.keep(book, medical.seal(vault, person_id, _fields(notes)))


def change_record(book: Book, vault: Vault, record_id: str, notes: InjuryNotes) -> Edit:
    """Seal new content into a record. Raises Refused."""
    record = book.get(Injury, record_id)
    return medical.keep(book, medical.seal(vault, record.person_id, _fields(notes), record))


def remove_record(book: Book, record_id: str) -> Edit:
    """Take out a record that was entered by mistake."""
    record = book.get(Injury, record_id)
    draft = Draft(book)
    draft.drop(record)
    return draft.edit(medical.LABEL)


def at_stage(notes: InjuryNotes, day: date, stage: int) -> InjuryNotes:
    """The notes with a stage of return reached on a day; later stages are taken back."""
    _check_stage(stage)
    before = tuple(one for one in notes.stages if one[0] < day)
    return replace(notes, stages=(*before, (day, stage)))


def _check_words(text: str, what: str) -> None:
    if len(text) > _LONGEST:
        raise Invalid(f"{what} cannot be longer than {_LONGEST:,} characters.")
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in text):
        raise Invalid(f"{what} hold half a character; type it again.")


def _check_stage(stage: int) -> None:
    if not 0 <= stage < len(STAGES):
        raise Invalid(f"There is no stage {stage}; they run from 0 to {len(STAGES) - 1}.")


def _opened(vault: Vault, record: Injury) -> Opened:
    try:
        return Opened(record, _notes(medical.read(vault, record)))
    except (Refused, Invalid) as wrong:
        return Opened(record, None, str(wrong))


def _fields(notes: InjuryNotes) -> dict[str, str]:
    return {
        **notes.more,
        "day": notes.day.isoformat(),
        "body_area": notes.area,
        "side": notes.side,
        "onset": notes.onset,
        "activity": notes.activity,
        "diagnosis": notes.diagnosis,
        "notes": notes.notes,
        "stages": " ".join(f"{day.isoformat()}={stage}" for day, stage in notes.stages),
    }


def _notes(fields: Mapping[str, str]) -> InjuryNotes:
    rest = dict(fields)
    taken = {name: rest.pop(name, "") for name in _NAMES}
    try:
        return InjuryNotes(
            day=date.fromisoformat(taken["day"]),
            area=taken["body_area"] or "not specified",
            side=taken["side"],
            onset=taken["onset"] or "mixed or unknown",
            activity=taken["activity"],
            diagnosis=taken["diagnosis"],
            notes=taken["notes"],
            stages=tuple(_stage(part) for part in taken["stages"].split()),
            more=rest,
        )
    except ValueError as wrong:
        raise Refused("This record cannot be read: its content is damaged.") from wrong


_NAMES = ("day", "body_area", "side", "onset", "activity", "diagnosis", "notes", "stages")


def _stage(text: str) -> tuple[date, int]:
    day, _, stage = text.partition("=")
    return date.fromisoformat(day), int(stage)
