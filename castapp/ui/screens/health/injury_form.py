"""The form of one sealed record, inside the unlocked medical part only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from castapp.domain.checks import Invalid
from castapp.services.injuries import ACTIVITIES, AREAS, ONSETS, SIDES, InjuryNotes
from castapp.ui import fonts
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.calendar import DayField
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.refusal import Refusal
from castapp.ui.widgets.typed import ClockField, WordsField

REVIEW_AFTER = timedelta(days=3)
_STATUSES = (
    ("off", "Off from that day"),
    ("rehab only", "Rehab only from that day"),
    ("modified", "Modified from that day"),
    ("", "No change to what may be done"),
)


@dataclass(frozen=True, slots=True)
class Logged:
    """What the form gives: the notes, and for a new record what the dancer may do from then on."""

    notes: InjuryNotes
    status: str = ""
    review: date | None = None
    since_clock: int | None = None


class InjuryForm(QWidget):
    """`kept` carries a Logged; `left` when it is given up; `used` on every change."""

    kept = Signal(object)
    left = Signal()
    used = Signal()

    def __init__(self, notes: InjuryNotes, today: date, *, new: bool) -> None:
        super().__init__()
        self._notes = notes
        self._new = new
        self._today = today
        self.day = DayField(today, "Day")
        self.hour = ClockField("Hour", optional=True)
        self.area = ChoiceField([(area, _capital(area)) for area in AREAS], name="Region")
        self.side = ChoiceField([(side, side or "–") for side in SIDES], name="Side")
        self.onset = ChoiceField([(onset, _capital(onset)) for onset in ONSETS], name="Onset")
        self.activity = ChoiceField(
            [(one, _capital(one) or "Not said") for one in ACTIVITIES], name="Activity"
        )
        self.diagnosis = WordsField("Diagnosis")
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName("Notes")
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(96)
        self.status = ChoiceField(_STATUSES, name="What the dancer may do")
        self.review = DayField(today, "Review", optional=True)
        self._refusal = Refusal(fonts.BODY)
        self._fill(notes)
        self._lay_out()
        self._listen()

    def send(self) -> None:
        """Give what was typed; a sentence if it cannot be kept."""
        read = (self.day.take(), self.hour.take(), self.diagnosis.take(), self.review.take())
        if not all(read) or self.day.value is None:
            return
        if self.day.value > self._today:
            self.refuse("The day cannot lie in the future: choose today or an earlier day.")
            return
        try:
            notes = replace(
                self._notes,
                day=self.day.value,
                area=self.area.key,
                side=self.side.key,
                onset=self.onset.key,
                activity=self.activity.key,
                diagnosis=self.diagnosis.value or "",
                notes=self.notes.toPlainText().strip(),
            )
        except Invalid as wrong:
            self.refuse(str(wrong))
            return
        if self._new:
            status = self.status.key
            review = self.review.value if status else None
            self.kept.emit(Logged(notes, status, review, self.hour.value))
        else:
            self.kept.emit(Logged(notes))

    @property
    def sentence(self) -> str:
        """What is said to be wrong, "" when nothing is."""
        return self._refusal.text()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong below the fields."""
        self._refusal.say(sentence)

    def _fill(self, notes: InjuryNotes) -> None:
        self.day.show_value(notes.day)
        self.area.choose(notes.area)
        self.side.choose(notes.side)
        self.onset.choose(notes.onset)
        self.activity.choose(notes.activity)
        self.diagnosis.show_value(notes.diagnosis)
        self.notes.setPlainText(notes.notes)
        self.status.choose("off")
        self.review.show_value(notes.day + REVIEW_AFTER)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first = (Field("Day", self.day), Field("Hour, if within it", self.hour))
        column.addLayout(_row(*first, shares=(3, 2)) if self._new else _row(first[0]))
        column.addLayout(_row(Field("Region", self.area), Field("Side", self.side)))
        column.addLayout(_row(Field("Onset", self.onset), Field("Activity", self.activity)))
        column.addWidget(Field("Diagnosis", self.diagnosis))
        column.addWidget(Field("Notes", self.notes))
        if self._new:
            column.addWidget(Field("What the dancer may do", self.status))
            column.addWidget(Field("Review", self.review))
        column.addWidget(self._refusal)
        keep = Button("Log it" if self._new else "Keep", "check")
        keep.clicked.connect(self.send)
        leave = Button("Cancel", kind=Kind.QUIET)
        leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(keep)
        row.addWidget(leave)
        row.addStretch(1)
        column.addLayout(row)

    def _listen(self) -> None:
        for field in (self.day, self.hour, self.diagnosis, self.review):
            field.textEdited.connect(lambda _text: self.used.emit())
        for choice in (self.area, self.side, self.onset, self.activity, self.status):
            choice.chosen.connect(lambda _key: self.used.emit())
        self.notes.textChanged.connect(self.used)


def _row(*fields: Field, shares: tuple[int, ...] = (1, 1)) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for field, share in zip(fields, shares, strict=False):
        row.addWidget(field, share)
    return row


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
