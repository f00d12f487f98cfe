"""The office's own records: postings, notes, and breaches accepted with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.checks import check_choice, check_range, check_text
from castapp.domain.record import Record

PAPERS_POSTED = ("callsheet", "week", "casting")
POSTING_STATES = ("tentative", "firm")


@dataclass(frozen=True, slots=True)
class PostedLine:
    """One call or show as it was posted: what stood where, and who was called."""

    ref_id: str
    start: int
    minutes: int
    place: str
    what: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Posting(Record):
    """An issue of a paper, as posted (`at` is an ISO stamp, UTC), with what it said."""

    paper: str
    day: date
    issue: int
    state: str = "firm"
    at: str = ""
    by: str = ""
    production_id: str | None = None
    lines: tuple[PostedLine, ...] = ()

    def __post_init__(self) -> None:
        check_choice(self.paper, PAPERS_POSTED, "The paper")
        check_choice(self.state, POSTING_STATES, "The state of the posting")
        check_range(self.issue, 1, 999, "The issue")


@dataclass(frozen=True, slots=True)
class Note(Record):
    """A remark about a day, or about another record (its id in `about_id`)."""

    text: str
    day: date | None = None
    about_id: str | None = None

    def __post_init__(self) -> None:
        check_text(self.text, "The note", required=True)


@dataclass(frozen=True, slots=True)
class AcceptedBreach(Record):
    """A finding somebody decided to live with: its key, and the reason given."""

    rule: str
    key: str
    reason: str
    by: str = ""
    day: date | None = None

    def __post_init__(self) -> None:
        check_text(self.rule, "The rule", required=True)
        check_text(self.reason, "The reason", required=True)
        check_text(self.by, "The name")


@dataclass(frozen=True, slots=True)
class Told(Record):
    """Somebody has been told of a change: of which show or call, in which words, when, by whom.

    `at` is an ISO stamp, UTC. Whoever stands otherwise since then has not been told of that.
    """

    person_id: str
    ref_id: str
    what: str
    at: str = ""
    by: str = ""

    def __post_init__(self) -> None:
        check_text(self.what, "What was told", required=True)
        check_text(self.by, "The name")
