"""The call sheet of a day: masthead, class line, studio columns with their cards, and bands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.office import Posting
from castapp.domain.programme import bill
from castapp.domain.roster import company, inside_name
from castapp.domain.who import call_who, who_lines
from castapp.domain.wording import call_title, coach_line, place, short_place
from castapp.export.callboard import (
    BAR,
    BOLD,
    DASHED_BOX,
    NO_BREAK,
    TINT_BOX,
    Block,
    Card,
    Column,
    Entry,
    Footer,
    Masthead,
    Run,
    Words,
    bound_words,
    isolated,
    plain,
    strengthened,
)
from castapp.export.callsheet_bands import bands
from castapp.export.callsheet_changes import Changes, changes_of
from castapp.export.callsheet_loose import UNPLACED, placed_apart
from castapp.export.callsheet_names import NameGroup, find_your_name, names_note, short_forms
from castapp.export.manner import Manner
from castapp.export.posted import PRIVATE_KINDS, Issue, issue_of, posted_lines

CLASS_KINDS = ("class", "warm-up")
BAND_KINDS = ("fitting", "meeting", "press", "free day")
TENTATIVE = "TENTATIVE"
MOST_COLUMNS = 6
LUNCH_AFTER, LUNCH_BEFORE, LUNCH_LEAST = 11 * 60 + 30, 14 * 60 + 30, 30


@dataclass(frozen=True, slots=True)
class CallSheet:
    """Everything on the call sheet of a day, in the order it is read."""

    day: date
    masthead: Masthead
    classes: tuple[Entry, ...]
    columns: tuple[Column, ...]
    lunch: tuple[int, int] | None
    manner: Manner
    upper: tuple[Block, ...]
    lower: tuple[Block, ...]
    names_head: Masthead
    names: tuple[NameGroup, ...]
    short_forms: str
    footer: Footer

    @property
    def lunch_words(self) -> str:
        """The lunch break on the clock; empty if there is none."""
        return self.manner.span(*self.lunch) if self.lunch else ""


def call_sheet(book: Book, day: date, paper: str = "") -> CallSheet:
    """The call sheet of a day as it stands now, with what changed since the issue it replaces."""
    house = company(book)
    manner = Manner(paper or house.paper)
    issue = issue_of(book, day)
    changes = changes_of(book, posted_lines(book, day), issue.base, manner)
    calls = [
        call
        for call in sorted(
            book.where(Call, "day", day),
            key=lambda one: (one.start, short_place(book, one.studio_id), one.id),
        )
        if call.state != "cancelled" and call.kind not in PRIVATE_KINDS
    ]
    columns = _columns(book, day, calls, changes, manner)
    lunch = _lunch(columns)
    right = _right(book, issue, changes, columns, manner)
    columns, unplaced = placed_apart(columns, MOST_COLUMNS)
    upper, lower = bands(book, day, calls, changes, manner, unplaced)
    about = _kind_of_day(book, day, calls)
    number = str(issue.number) if issue.posted else ""
    title = manner.long_day(day)
    kind = "DAILY CALL SHEET"
    masthead = Masthead(house.name, kind, about, title, right=right, issue=number)
    names_right = names_note(book, day, calls, changes, manner)
    return CallSheet(
        day,
        masthead,
        tuple(
            _class_entry(book, call, changes, manner) for call in calls if call.kind in CLASS_KINDS
        ),
        columns,
        lunch,
        manner,
        upper,
        lower,
        replace(masthead, about="Find your name", right=names_right),
        find_your_name(book, day, changes, manner),
        short_forms(book, day, calls),
        Footer(
            "A call ends on time; actual start and end are noted by whoever takes it.",
            f"{manner.day(day)} · {f'issue {number}' if number else 'draft'}",
        ),
    )


def shows_on(book: Book, day: date) -> list[Performance]:
    """The day's performances that have not been cancelled, in order."""
    found = [show for show in book.where(Performance, "day", day) if show.state != "cancelled"]
    return sorted(found, key=lambda show: (show.curtain, show.id))


def _kind_of_day(book: Book, day: date, calls: list[Call]) -> str:
    shows = len(shows_on(book, day))
    if shows:
        return {1: "show day", 2: "two-show day"}.get(shows, f"{shows} shows")
    working = any(call.kind != "free day" for call in calls)
    return "rehearsal day" if working else "free day"


def _right(
    book: Book, issue: Issue, changes: Changes, columns: tuple[Column, ...], manner: Manner
) -> tuple[Words, ...]:
    cards = [card for column in columns for card in column.cards]
    dashed = any(card.tentative for card in cards)
    lines: list[Words] = []
    if issue.posted is None:
        lines.append((Run("DRAFT", BOLD), Run(" · not posted")))
    else:
        except_dashed = " except dashed calls" if dashed and issue.posted.state == "firm" else ""
        lines.append((Run(issue.posted.state.upper(), BOLD), Run(except_dashed),
                      Run(f" · issued {_stamp(book, issue.posted, manner)}")))  # fmt: skip
    if issue.base is not None:
        first = plain(f"replaces issue {issue.base.issue} ({_when(book, issue.base, manner)}).  ")
        lines.append((*first, *_change_key(changes)))
    key: list[Run] = []
    if any(card.tinted for card in cards):
        key += [Run("tint", sign=TINT_BOX), Run(f" = tonight’s ballet{NO_BREAK * 3}")]
    if dashed:
        key += [Run("dashed", sign=DASHED_BOX), Run(" = tentative")]
    if key:
        lines.append(tuple(key))
    return tuple(lines)


def _change_key(changes: Changes) -> Words:
    count, people = changes.count, len(changes.people)
    if not count:
        return plain("No call has changed.")
    said = f" ({_some(count, 'change')}, {_some(people, 'person', 'people')})"
    return (Run("", sign=BAR), Run(" black bar + bold = changed", BOLD), Run(said))


def _some(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def _stamp(book: Book, posting: Posting, manner: Manner) -> str:
    by = f", {posting.by}" if posting.by else ""
    return f"{_when(book, posting, manner)}{by}"


def _when(book: Book, posting: Posting, manner: Manner) -> str:
    return manner.stamp(posting.at, company(book).zone) or "earlier"


def _class_entry(book: Book, call: Call, changes: Changes, manner: Manner) -> Entry:
    who = " ".join(call_who(book, call, manner.clock, brief=True))
    named = call.title or call.kind != "class"
    label = (call_title(book, call).what if named else who) or "Class"
    lead, pianist = inside_name(book, call.lead_id), inside_name(book, call.pianist_id)
    takers = " / ".join(filter(None, (lead, f"piano {pianist}" if pianist else "")))
    where = place(book, call.studio_id) or UNPLACED
    words = (
        Run(f"{label}, "),
        Run(where, 600),
        *plain(f" – {takers}" if takers else ""),
    )
    changed = call.id in changes.calls
    words = bound_words(book, strengthened(words) if changed else words)
    return Entry(words, manner.span(call.start, call.end), changed=changed)


def _columns(
    book: Book, day: date, calls: list[Call], changes: Changes, manner: Manner
) -> tuple[Column, ...]:
    tonight = {item.production_id for show in shows_on(book, day) for item in bill(book, show.id)}
    cards: dict[str | None, list[Card]] = {}
    for call in calls:
        if call.kind not in CLASS_KINDS and call.kind not in BAND_KINDS:
            tinted = call.production_id in tonight
            studio = book.find(Studio, call.studio_id)
            cards.setdefault(studio.id if studio else None, []).append(
                _card(book, call, changes, manner, tinted=tinted)
            )
    rooms = sorted(book.all(Studio), key=lambda one: (one.kind == "stage", one.order, one.name))
    wanted = [room for room in rooms if room.kind != "room" or room.id in cards]
    if len(wanted) + (None in cards) > MOST_COLUMNS:
        wanted = [room for room in wanted if room.id in cards]
    columns = [Column(room.name, room.about, tuple(cards.get(room.id, ()))) for room in wanted]
    if None in cards:
        columns.append(Column(UNPLACED, "", tuple(cards[None])))
    return tuple(columns)


def _card(book: Book, call: Call, changes: Changes, manner: Manner, *, tinted: bool) -> Card:
    title = call_title(book, call)
    head: Words = plain(title.what)
    if title.work:
        head = (
            Run(title.work.upper(), BOLD),
            *((Run(f" {title.what}", 500),) if title.what else ()),
        )
    lines: list[Words] = [
        tuple(Run(phrase.text, BOLD if phrase.strong else 400) for phrase in line)
        for line in who_lines(book, call, manner.clock)
    ]
    if call.note:
        lines.append(plain(call.note))
    tag = changes.calls.get(call.id)
    tentative = call.state == "tentative"
    if tentative:
        lines.append((Run(TENTATIVE, BOLD, small=True),))
    if tag is not None:
        head = strengthened(head)
        lines = [strengthened(line) for line in lines]
        if tag:
            last = lines.pop() if lines else ()
            lines.append((*last, Run(f"{' ' if last else ''}[{tag}]", BOLD, small=True)))
    pianist = inside_name(book, call.pianist_id)
    return Card(
        call.id,
        call.start,
        call.end,
        manner.span(call.start, call.end),
        isolated(coach_line(book, replace(call, pianist_id=None))),
        isolated(pianist),
        bound_words(book, head),
        tuple(bound_words(book, line) for line in lines),
        changed=tag is not None,
        tentative=tentative,
        staff_only=call.kind == "crew",
        tinted=tinted,
    )  # fmt: skip


def _lunch(columns: tuple[Column, ...]) -> tuple[int, int] | None:
    """The longest time about midday in which no dancer is called anywhere, if long enough."""
    spans = sorted(
        (card.start, card.end) for column in columns for card in column.cards if not card.staff_only
    )
    gaps: list[tuple[int, int, int]] = []
    busy_until = spans[0][0] if spans else 0
    for start, end in spans:
        if start > busy_until:
            gaps.append((start - busy_until, busy_until, start))
        busy_until = max(busy_until, end)
    fitting = [
        gap for gap in gaps if gap[0] >= LUNCH_LEAST and LUNCH_AFTER <= gap[1] <= LUNCH_BEFORE
    ]
    return max(fitting)[1:] if fitting else None
