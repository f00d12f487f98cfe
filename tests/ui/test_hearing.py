from __future__ import annotations

from datetime import UTC, datetime

from castapp.store.entry import Entry
from castapp.ui.hearing import in_words

AT = datetime(2026, 10, 14, 12, tzinfo=UTC)


def entry(sequence: int, author: str, label: str) -> Entry:
    return Entry(sequence, f"e{sequence}", label, author, "there", AT, None, b"")


def test_who_did_what_is_said_in_the_order_it_was_done() -> None:
    newest = [entry(9, "Petrova", "Remove call"), entry(8, "Aubert", "Move Giselle")]
    assert in_words(newest, 2) == "Aubert: Move Giselle. Petrova: Remove call."


def test_more_than_that_is_counted() -> None:
    assert in_words([entry(9, "Petrova", "Move Wilis")], 2) == (
        "Petrova: Move Wilis. And 1 more change before that."
    )
