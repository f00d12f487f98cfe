"""The bands under a call sheet's grid: evening, cast, tomorrow; fittings, status, notices."""

from __future__ import annotations

from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.office import PostedLine
from castapp.domain.people import Person
from castapp.domain.programme import running_minutes, title
from castapp.domain.roster import company, inside_name, is_dancer
from castapp.domain.wording import call_title, place, run_place, short_place
from castapp.export.callboard import BOLD, Block, Entry, Run, Words, bold, bound, plain
from castapp.export.callsheet_cast import cast_block
from castapp.export.callsheet_changes import CAST_CHANGED, Changes
from castapp.export.callsheet_status import status_block
from castapp.export.manner import Manner
from castapp.export.posted import PRIVATE_KINDS, posted_lines, postings, wanted

EVENING = 17 * 60
BEGINNERS = 5
DAYS_AHEAD = 14
MOST_DATES = 4
TOMORROW_CUT = 1


def bands(
    book: Book,
    day: date,
    calls: list[Call],
    changes: Changes,
    manner: Manner,
    unplaced: Block | None = None,
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The upper band and the lower one; a block with nothing to say is left out."""
    shows = sorted(
        (show for show in book.where(Performance, "day", day) if show.state != "cancelled"),
        key=lambda show: (show.curtain, show.id),
    )
    upper = [
        _evening(book, shows, changes, manner),
        cast_block(book, shows, changes, manner),
        _tomorrow(book, day + timedelta(days=1), manner),
    ]
    lower = [
        _fittings(book, calls, changes, manner),
        unplaced,
        status_block(book, day, manner) if company(book).off_list_on_papers else None,
        _notices(book, calls, changes, manner),
    ]
    return tuple(filter(None, upper)), tuple(filter(None, lower))


def _evening(
    book: Book, shows: list[Performance], changes: Changes, manner: Manner
) -> Block | None:
    if not shows:
        return None
    word = "This evening" if shows[0].curtain >= EVENING else "Today’s shows"
    entries: list[Entry] = []
    for show in shows:
        head = f"{title(book, show).upper()} {manner.clock(show.curtain)}"
        entries.append(Entry(bold(head), changed=_moved(changes, show), large=True))
        entries.append(Entry(bold(_before_curtain(show, manner))))
        entries.append(Entry(plain(bound(book, _about_show(book, show, manner)))))
    entries.append(Entry(plain("Covers sign in by the half and stay.")))
    return Block(word, tuple(entries))


def _moved(changes: Changes, show: Performance) -> bool:
    return changes.calls.get(show.id, CAST_CHANGED) != CAST_CHANGED


def _before_curtain(show: Performance, manner: Manner) -> str:
    half = f"{manner.clock(show.curtain - manner.half)} the half"
    half += " (30 min)" if manner.american else ""
    return f"{half} · {manner.clock(show.curtain - BEGINNERS)} {manner.beginners}"


def _about_show(book: Book, show: Performance, manner: Manner) -> str:
    nth, of = run_place(book, show)
    conductor = inside_name(book, show.conductor_id)
    minutes = running_minutes(book, show)
    ends = f"ends approx. {manner.clock(show.curtain + minutes)}" if minutes else ""
    stages = [one for one in book.all(Studio) if one.kind == "stage"]
    where = place(book, show.venue_id) if len(stages) > 1 else ""
    words = (f"Perf. {nth} of {of}", f"cond. {conductor}" if conductor else "", ends, where)
    return " · ".join(filter(None, words))


def _tomorrow(book: Book, day: date, manner: Manner) -> Block | None:
    calls = sorted(
        (
            call
            for call in book.where(Call, "day", day)
            if call.state != "cancelled" and call.kind not in (*PRIVATE_KINDS, "crew")
        ),
        key=lambda call: (call.start, call.id),
    )
    issues = postings(book, day)
    state = issues[-1].state.upper() if issues else "NOT YET POSTED"
    entries = [Entry(plain(_day_ahead(book, day, calls, manner)))]
    if posted_lines(book, day) and (not issues or issues[-1].state != "firm"):
        firm = manner.exact(company(book).posting_clock).rstrip(".")
        entries.append(Entry(plain(f"Firm at {firm}.")))
    coming = _next_shows(book, day + timedelta(days=1), manner)
    if coming:
        entries.append(Entry(plain(f"Next shows: {coming}")))
    return Block(f"Tomorrow, {manner.day(day)} – {state}", tuple(entries), cut=TOMORROW_CUT)


def _day_ahead(book: Book, day: date, calls: list[Call], manner: Manner) -> str:
    classes = [call for call in calls if call.kind == "class"]
    working = [call for call in calls if call.kind not in ("class", "free day", "fitting")]
    words = []
    if classes:
        rooms = ", ".join(filter(None, (short_place(book, call.studio_id) for call in classes)))
        words.append(f"{manner.clock(classes[0].start)} class {rooms}".strip() + ".")
    if working:
        first = working[0]
        where = short_place(book, first.studio_id)
        said = call_title(book, first).text + (f", {where}" if where else "")
        words.append(f"First call {manner.clock(first.start)}: {said}.")
    if not calls:
        words.append("No calls.")
    elif not classes and not working:
        words.append("Free day.")
    shows = sorted(
        (show.curtain, title(book, show))
        for show in book.where(Performance, "day", day)
        if show.state != "cancelled"
    )
    for curtain, name in shows:
        words.append(f"{name} {manner.clock(curtain)}.")
    return " ".join(words) + ("" if shows else " No show.")


def _next_shows(book: Book, day: date, manner: Manner) -> str:
    """The shows of the coming fortnight by title: Giselle Fri 16, Sat 17 (2)."""
    found: dict[str, dict[date, int]] = {}
    for offset in range(DAYS_AHEAD):
        on = day + timedelta(days=offset)
        for show in book.where(Performance, "day", on):
            if show.state != "cancelled":
                days = found.setdefault(title(book, show), {})
                days[on] = days.get(on, 0) + 1
    titles = []
    for name, days in found.items():
        said = [
            manner.day_among(on, (day, *days)) + (f" ({count})" if count > 1 else "")
            for on, count in list(days.items())[:MOST_DATES]
        ]
        titles.append(f"{name} {', '.join(said)}" + (" …" if len(days) > MOST_DATES else ""))
    return "; ".join(titles).removesuffix(".")


def _fittings(book: Book, calls: list[Call], changes: Changes, manner: Manner) -> Block | None:
    fittings = [call for call in calls if call.kind == "fitting"]
    if not fittings:
        return None
    places = {place(book, call.studio_id) for call in fittings}
    where = places.pop() if len(places) == 1 else ""
    return Block(
        "Fittings" + (f" · {where}" if where else ""),
        tuple(
            _short_entry(book, call, start, people, changes, manner)
            for call in fittings
            for start, people in _by_start(book, call)
        ),
    )


def _by_start(book: Book, call: Call) -> list[tuple[int, str]]:
    """Who comes when to a call that people attend one after another."""
    found: dict[int, list[str]] = {}
    for who in called_people(book, call):
        found.setdefault(who.start, []).append(inside_name(book, who.person_id))
    ordered = [(start, ", ".join(names)) for start, names in sorted(found.items())]
    return ordered or [(call.start, "")]


def _short_entry(
    book: Book, call: Call, start: int, people: str, changes: Changes, manner: Manner
) -> Entry:
    said = call_title(book, call).text
    what = "" if said.casefold().removesuffix("s") == call.kind else said
    tag = changes.calls.get(call.id)
    words: Words = plain(bound(book, " – ".join(filter(None, (people, what)))))
    if tag:
        words = (*(Run(run.text, BOLD) for run in words), Run(f" [{tag}]", BOLD, small=True))
    return Entry(words, manner.clock(start), changed=tag is not None)


def _notices(book: Book, calls: list[Call], changes: Changes, manner: Manner) -> Block | None:
    entries = [
        _short_entry(book, call, start, people, changes, manner)
        for call in calls
        if call.kind in ("press", "meeting")
        for start, people in _by_start(book, call)
    ]
    entries += [_taken_out(book, line, manner) for line in changes.taken_out]
    return Block("Notices", tuple(entries)) if entries else None


def _taken_out(book: Book, line: PostedLine, manner: Manner) -> Entry:
    people = [
        inside_name(book, who.person_id)
        for who in wanted(line)
        if (person := book.find(Person, who.person_id)) and is_dancer(person)
    ]
    names = list(dict.fromkeys(people))
    who = ", ".join(names) if len(names) <= MOST_DATES else f"{len(names)} dancers"
    said = f"{line.place} {manner.clock(line.start)} {line.what}".strip()
    words = (
        Run("Taken out: ", BOLD),
        Run(bound(book, said + (f" ({who})" if who else "") + ".")),
    )
    return Entry(words, changed=True)
