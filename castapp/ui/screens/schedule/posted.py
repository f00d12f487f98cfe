"""How far a day is posted, in words: for the tool row, the cards, the week's bands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.office import Posting
from castapp.domain.roster import company
from castapp.domain.slot import clock
from castapp.services.publish import CallDrift, drift, working_day_before

TAKEN_OUT = "taken out"
_MOVED = "moved, "
_UNPOSTED = ("physio", "free day")


@dataclass(frozen=True, slots=True)
class PostState:
    """What the tool row says of a day; an empty button means there is nothing to post."""

    words: str
    changes: str = ""
    button: str = ""
    short: str = ""


def last_posting(book: Book, day: date) -> Posting | None:
    """The newest issue of a day's call sheet."""
    issues = [one for one in book.where(Posting, "day", day) if one.paper == "callsheet"]
    return max(issues, key=lambda one: one.issue, default=None)


def changes(book: Book, day: date) -> Mapping[str, str]:
    """Calls and shows that are not as they were posted, with how they changed."""
    if last_posting(book, day) is None:
        return {}
    found = drift(book, day).calls
    return {one.ref_id: one.word.removeprefix(_MOVED) for one in found if one.word != TAKEN_OUT}


def taken_out(book: Book, day: date) -> tuple[CallDrift, ...]:
    """What stood on the last issue and stands nowhere any more, in the order of time."""
    if last_posting(book, day) is None:
        return ()
    gone = (one for one in drift(book, day).calls if one.word == TAKEN_OUT)
    return tuple(sorted(gone, key=lambda one: (one.start, one.place)))


def posted_of(book: Book, call_ids: Sequence[str]) -> int:
    """How many of these calls stand on a posted call sheet of their day."""
    return sum(_is_posted(book, call_id) for call_id in call_ids)


def taken_words(book: Book, call_ids: Sequence[str]) -> str:
    """What is asked before calls are taken out that have been posted; "" if none has."""
    posted, count = posted_of(book, call_ids), len(call_ids)
    if not posted:
        return ""
    if count == 1:
        what = "This call has"
    elif posted == count:
        what = f"These {count} calls have"
    else:
        what = f"{posted} of these {count} calls {'has' if posted == 1 else 'have'}"
    they = "it is" if posted == 1 else "they are"
    return f"{what} been posted. Taken out now, {they} missing from the next issue."


def _is_posted(book: Book, call_id: str) -> bool:
    call = book.find(Call, call_id)
    posting = last_posting(book, call.day) if call else None
    return posting is not None and any(line.ref_id == call_id for line in posting.lines)


def post_state(book: Book, day: date, today: date) -> PostState:
    """The tool row's words: Issue 1 tentative, posted Mon 12; 3 changes since; Post issue 2."""
    posting = last_posting(book, day)
    calls = _posted_calls(book, day)
    by = _by(book, day, today)
    if posting is None:
        if not calls:
            return PostState("Nothing to post yet")
        return PostState(f"Draft, {_count(calls, 'call')}", "", f"Post issue 1{by}")
    when = f" {_short(date.fromisoformat(posting.at[:10]))}" if posting.at else ""
    words = f"Issue {posting.issue} {posting.state}, posted{when}"
    short = f"Issue {posting.issue}, {posting.state}"
    count = len(drift(book, day).calls)
    if count:
        words_since = f"{_count(count, 'change')} since"
        return PostState(words, words_since, f"Post issue {posting.issue + 1}{by}", short)
    again = posting.state == "tentative"
    return PostState(words, "", f"Post issue {posting.issue + 1}{by}" if again else "", short)


def week_state(book: Book, day: date, today: date) -> tuple[str, bool]:
    """A day's posting in a word or two, and whether it asks for attention: what was never posted
    is a draft before its day, and after it says so.
    """
    posting = last_posting(book, day)
    if posting is None:
        word = "Draft" if day >= today else "Not posted"
        return (word if _posted_calls(book, day) else "", False)
    count = len(drift(book, day).calls)
    if count:
        return (_count(count, "change"), day >= today)
    return ("Posted" if posting.state == "firm" else "Tentative", False)


def drift_words(book: Book, day: date) -> str:
    """What has changed since the last issue in one line: Since issue 1: 2 moved, 1 new; 6 people.

    Empty if nothing has.
    """
    found = drift(book, day)
    if not found.calls:
        return ""
    counts = Counter(one.word.split(",")[0] for one in found.calls)
    kinds = ", ".join(f"{count} {word}" for word, count in counts.items())
    people = len(found.people)
    who = f"; {people} {'person' if people == 1 else 'people'}" if people else ""
    return f"Since issue {found.issue}: {kinds}{who}"


def due(book: Book, day: date) -> str:
    """When a day's call sheet must be up: Firm by Wed 14 Oct, 15.00."""
    eve = working_day_before(book, day)
    return f"Firm by {_short(eve)} {eve:%b}, {clock(company(book).posting_clock)}"


def due_short(book: Book, day: date, today: date) -> str:
    """The same in a column: today, 15.00; Thu 15, 15.00. Nothing once the day is there."""
    if day <= today or last_firm(book, day):
        return ""
    eve = working_day_before(book, day)
    hour = clock(company(book).posting_clock)
    return f"today, {hour}" if eve == today else f"{_short(eve)}, {hour}"


def last_firm(book: Book, day: date) -> bool:
    """Whether a day is posted as firm, and nothing has changed since."""
    posting = last_posting(book, day)
    return posting is not None and posting.state == "firm" and not drift(book, day).calls


def _by(book: Book, day: date, today: date) -> str:
    """Until when, as the button says it; nothing once the hour's day is over."""
    eve = working_day_before(book, day)
    hour = clock(company(book).posting_clock)
    if eve == today:
        return f" by {hour}"
    return f" by {eve:%a} {hour}" if eve > today else ""


def _posted_calls(book: Book, day: date) -> int:
    return sum(
        call.state != "cancelled" and call.kind not in _UNPOSTED
        for call in book.where(Call, "day", day)
    )


def _short(day: date) -> str:
    return f"{day:%a} {day.day}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
