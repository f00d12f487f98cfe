"""Templates: calls of a day or a week kept under a name, to be laid out again."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.calls import (
    CALL_KINDS,
    CALL_STATES,
    WHOM,
    check_length,
)
from castapp.domain.checks import Invalid, check_choice, check_clock, check_range, check_text
from castapp.domain.record import Record

SPANS = ("day", "week")


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """Who a call of a template calls; the fields are those of Called."""

    whom: str
    role_id: str | None = None
    cast_ids: tuple[str, ...] = ()
    spots: tuple[int, ...] = ()
    covers: bool = False
    person_id: str | None = None
    group: str = ""
    exclude: bool = False
    joins: int | None = None
    leaves: int | None = None
    as_cover: bool = False

    def __post_init__(self) -> None:
        check_choice(self.whom, WHOM, "Who is called")


@dataclass(frozen=True, slots=True)
class TemplateCall:
    """A call of a template; `weekday` counts from Monday = 0 and is 0 in a day's template.

    What its ids name may be gone when it is laid out; then that is left out.
    """

    weekday: int
    start: int
    minutes: int
    kind: str = "rehearsal"
    studio_id: str | None = None
    production_id: str | None = None
    sections: tuple[str, ...] = ()
    title: str = ""
    tba: bool = False
    lead_id: str | None = None
    pianist_id: str | None = None
    state: str = "firm"
    note: str = ""
    called: tuple[TemplateLine, ...] = ()

    def __post_init__(self) -> None:
        check_range(self.weekday, 0, 6, "The weekday")
        check_clock(self.start, "The start")
        check_length(self.minutes)
        check_choice(self.kind, CALL_KINDS, "The kind of call")
        check_choice(self.state, CALL_STATES, "The call's state")


@dataclass(frozen=True, slots=True)
class Template(Record):
    """A day's or a week's calls under a name."""

    name: str
    span: str = "day"
    calls: tuple[TemplateCall, ...] = ()

    def __post_init__(self) -> None:
        check_text(self.name, "The template's name", required=True)
        check_choice(self.span, SPANS, "What the template spans")
        if not self.calls:
            raise Invalid(f"The template “{self.name}” needs at least one call.")
        if self.span == "day" and any(call.weekday for call in self.calls):
            raise Invalid(f"The template “{self.name}” is of one day; its calls have no weekday.")
