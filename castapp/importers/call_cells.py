"""Single cells of a table of calls: how long, what for, which sections."""

from __future__ import annotations

from castapp.domain.calls import CALL_STATES, LONGEST_CALL, Call
from castapp.domain.checks import Invalid
from castapp.domain.programme import sections
from castapp.domain.slot import DAY_MINUTES, clock
from castapp.domain.wording import call_title
from castapp.importers.call_words import Subject, subject
from castapp.importers.cells import end_of, minutes_of
from castapp.importers.reading import Reading
from castapp.importers.table import Row
from castapp.importers.words import fold, nearest, offer


def minutes(reading: Reading, row: Row, start: int | None) -> int | None:
    """The length in minutes, from the end or as it is given; the end counts if they differ."""
    end_column = "end" if "end" in reading.columns else "to"
    length = reading.read(row, "minutes", minutes_of, None)
    begun = start or 0
    until = reading.read(row, end_column, lambda text: _until(text, begun, start), None)
    if not reading.cell(row, "minutes") and not reading.cell(row, end_column):
        reading.missing(row, "minutes", "the length is missing; give minutes or the end.")
    if length is not None and until is not None and length != until:
        reading.doubt(
            f"Line {row.line}: the length says {length} minutes, the end {until}; the end counts."
        )
    return length if until is None else until


def _until(text: str, begun: int, start: int | None) -> int:
    length = end_of(text, begun)
    if start is not None and length > LONGEST_CALL:
        where = (
            "is the start" if length == DAY_MINUTES else f"comes before the start, {clock(start)}"
        )
        raise Invalid(f"the end, “{text}”, {where}.")
    return length


def what(reading: Reading, row: Row) -> Subject:
    """What the call is, from its kind, from what it says it is for, or from both."""
    otherwise = "meeting" if "uid" in reading.columns else None
    first = reading.read(
        row, "kind", lambda text: subject(reading.book, text, otherwise), Subject("rehearsal")
    )
    text = reading.cell(row, "what")
    if not text:
        return first
    if not reading.cell(row, "kind"):
        alone = Subject("rehearsal")
        return reading.read(row, "what", lambda one: subject(reading.book, one, "rehearsal"), alone)
    told = subject(reading.book, text, "meeting")
    title = told.title or ("" if told.production_id or told.kind == first.kind else text)
    return Subject(first.kind, told.production_id or first.production_id, title)


def free_text(reading: Reading, kind: str, text: str) -> str:
    """Words a call bears; a physio call bears none, for everybody may read them."""
    if text and kind == "physio":
        reading.doubt("What physio calls are about was left out; everybody may read a call.")
        return ""
    return text


def title(reading: Reading, row: Row, fresh: Call, old: Call) -> str:
    """The title: the old one if the row merely says what the call is called already."""
    said = call_title(reading.book, old).text
    if fold(reading.cell(row, "what")) == fold(said):
        return old.title
    return fresh.title or old.title


def section_ids(reading: Reading, row: Row, production_id: str | None) -> tuple[str, ...]:
    """The sections named, parted by semicolons; what is none is written down."""
    text = reading.cell(row, "section")
    if not text:
        return ()
    found: list[str] = []
    everything = sections(reading.book, production_id) if production_id else ()
    for part in text.split(";"):
        wanted = fold(part)
        these = [
            one.id
            for one in everything
            if wanted in (fold(one.name), fold(one.act), fold(f"{one.act} {one.name}"))
            and not one.interval
        ]
        if not these:
            near = offer(nearest(part, [one.name for one in everything]))
            sentence = f"there is no section “{part.strip()}”{near}."
            reading.complaints.add(row.line, reading.columns["section"], sentence)
        found.extend(these)
    return tuple(dict.fromkeys(found))


def state(text: str) -> str:
    """One of CALL_STATES. Raises Invalid for other words."""
    words = {fold(one): one for one in CALL_STATES}
    if fold(text) not in words:
        raise Invalid(f"“{text}” is not known; it is one of {', '.join(CALL_STATES)}.")
    return words[fold(text)]
