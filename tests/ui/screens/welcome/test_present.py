from __future__ import annotations

from datetime import UTC, datetime

import pytest

from castapp.ui.reading import Unread
from castapp.ui.screens.welcome.present import opened_words, read_ranks, read_zone

NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("opened", "words"),
    [
        ("2026-10-14T08:21:00+00:00", "today 8.21"),
        ("2026-08-30T10:00:00+00:00", "30 August"),
        ("2025-08-30T10:00:00+00:00", "30 August 2025"),
        ("", ""),
        ("long ago", ""),
    ],
)
def test_when_a_file_was_open_is_told_shortly(opened: str, words: str) -> None:
    assert opened_words(opened, NOW) == words


def test_ranks_come_in_lines_or_with_commas() -> None:
    assert read_ranks("Étoile\nPremier danseur, Sujet\n\n") == (
        "Étoile",
        "Premier danseur",
        "Sujet",
    )


@pytest.mark.parametrize(("text", "why"), [(" \n,", "at least one"), ("Corps\ncorps", "twice")])
def test_ranks_that_will_not_do_are_refused(text: str, why: str) -> None:
    with pytest.raises(Unread, match=why):
        read_ranks(text)


def test_a_zone_is_read_in_any_case_with_blanks() -> None:
    zones = frozenset({"Europe/Madrid", "America/New_York"})
    assert read_zone("america/new york", zones) == "America/New_York"
    with pytest.raises(Unread, match="Choose a time zone"):
        read_zone("Madrid", zones)
