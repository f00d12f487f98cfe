"""How far a paper is posted: draft, the issues so far, the one to come; and what it would be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.office import Posting
from castapp.domain.roster import company
from castapp.domain.slot import clock
from castapp.services.issues import Request, issues, lines_now, stands
from castapp.services.publish import working_day_before
from castapp.ui.screens.callboard.wanted import CALL_SHEET, CASTING

DONE, NEXT, LATER = "done", "next", "later"
TENTATIVE, FIRM = "tentative", "firm"
ISSUES_SHOWN = 3
MORE = "more"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way: `mark` is DONE, NEXT or LATER; `late` if its hour is past.

    One that can be pressed has `opens`: the id of the issue to be read, or MORE for the earlier.
    """

    word: str
    mark: str
    aside: str = ""
    about: str = ""
    late: bool = False
    opens: str = ""

    @property
    def spoken(self) -> str:
        """The step read out."""
        state = {DONE: "done", NEXT: "to be posted next", LATER: "not yet"}[self.mark]
        return ", ".join(part for part in (self.word, state, self.aside, self.about) if part)


@dataclass(frozen=True, slots=True)
class Offer:
    """The issue that can be posted now. `refusal` says why none can be; `states` are offered."""

    number: int
    state: str
    states: tuple[str, ...] = ()
    refusal: str = ""


def offer(book: Book, request: Request, now: datetime, chosen: str = "") -> Offer:
    """What the button posts; `chosen` is the state the person asked for, if any."""
    posted = issues(book, request)
    last = posted[-1] if posted else None
    number = last.issue + 1 if last else 1
    if request.paper == CASTING or (last and last.state == FIRM):
        states: tuple[str, ...] = ()
        state = FIRM
    else:
        states = (TENTATIVE, FIRM)
        state = chosen or _proposed(book, request, last, now)
    refusal = ""
    if last is None and not lines_now(book, request):
        refusal = _NOTHING.get(request.paper, "There is nothing to post yet.")
    elif last and last.state == state and stands(book, request):
        refusal = f"Issue {last.issue} stands: nothing has changed since it was posted."
    return Offer(number, state, states, refusal)


_NOTHING = {
    "callsheet": "Nothing is called on this day yet.",
    "week": "Nothing is called in this week yet.",
    "casting": "There is no show to cast yet.",
}


def steps(
    book: Book, request: Request, now: datetime, offered: Offer, *, whole: bool = False
) -> tuple[Step, ...]:
    """The way of a paper from its draft to its later issues; `whole` with every earlier one."""
    posted = issues(book, request)
    found = [Step("Draft", DONE if posted or not offered.refusal else NEXT, _size(book, request))]
    hidden = 0 if whole else max(0, len(posted) - ISSUES_SHOWN)
    if hidden:
        found.append(Step(f"{hidden} earlier issue{'s' * (hidden != 1)}", DONE, opens=MORE))
    found += [_posted(book, one) for one in posted[hidden:]]
    if not offered.refusal:
        due, late = _due(book, request, now, offered)
        found.append(Step(_word(request.paper, offered.state, offered.number), NEXT, due, "", late))
    if FIRM in offered.states and (offered.refusal or offered.state == TENTATIVE):
        due, late = _due(book, request, now, offered)
        found.append(Step("Firm", LATER, due, "", late))
    found.append(Step("Later issues", LATER, "–"))
    return tuple(found)


def posted_when(book: Book, posting: Posting) -> str:
    """When an issue was posted, on the company's clock: Mon 12 Oct, 15.00."""
    if not posting.at:
        return ""
    at = datetime.fromisoformat(posting.at).astimezone(ZoneInfo(company(book).zone))
    return f"{_day(at.date())}, {clock(at.hour * 60 + at.minute)}"


def _posted(book: Book, posting: Posting) -> Step:
    word = _word(posting.paper, posting.state, posting.issue)
    return Step(word, DONE, posted_when(book, posting), posting.by, opens=posting.id)


def issue_words(posting: Posting) -> str:
    """An issue as it is called: Firm, issue 2."""
    return _word(posting.paper, posting.state, posting.issue)


def _word(paper: str, state: str, number: int) -> str:
    return f"Issue {number}" if paper == CASTING else f"{state.capitalize()}, issue {number}"


def _size(book: Book, request: Request) -> str:
    """What the paper holds: 16 calls, 1 show."""
    lines = lines_now(book, request)
    shows = sum(book.find(Performance, line.ref_id) is not None for line in lines)
    counts = ((len(lines) - shows, "call"), (shows, "show"))
    said = (f"{count} {word}{'s' * (count != 1)}" for count, word in counts if count)
    return ", ".join(said) or "empty"


def _proposed(book: Book, request: Request, last: Posting | None, now: datetime) -> str:
    """Firm once a tentative issue is up, or on the eve of the day; tentative before that."""
    if last is not None:
        return FIRM
    if request.paper != CALL_SHEET:
        return TENTATIVE
    eve = working_day_before(book, request.first)
    return FIRM if _local(book, now).date() >= eve else TENTATIVE


def _due(book: Book, request: Request, now: datetime, offered: Offer) -> tuple[str, bool]:
    """Until when a call sheet is to be firm, and whether that is over."""
    if request.paper != CALL_SHEET or not offered.states:
        return "", False
    house, here = company(book), _local(book, now)
    eve, hour = working_day_before(book, request.first), clock(house.posting_clock)
    late = (here.date(), here.hour * 60 + here.minute) > (eve, house.posting_clock)
    when = hour if eve == here.date() else f"{_day(eve)}, {hour}"
    return (f"was due {when}" if late else f"due {when}"), late


def _local(book: Book, now: datetime) -> datetime:
    return now.astimezone(ZoneInfo(company(book).zone))


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"
