"""What the settings say: ranks, studios, ways, backups."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from castapp.domain.people import Engagement
from castapp.ui.screens.settings.present import (
    ACCESS_WORDS,
    SECTIONS,
    backup_words,
    rank_rows,
    seasons,
    sites,
    stray_ranks,
    studio_rows,
    ways,
    zones,
)
from tests.builders import THURSDAY, call, company_book

BOOK = company_book(call("c1", 600, 60))


def test_the_ladder_says_who_holds_a_rank() -> None:
    rows = rank_rows(BOOK)
    assert [(row.name, row.held) for row in rows] == [
        ("Principal", "4 people"),
        ("Soloist", "2 people"),
        ("Corps", "4 people"),
    ]
    assert (rows[0].first, rows[-1].last, rows[1].first or rows[1].last) == (True, True, False)


def test_ranks_off_the_ladder_are_found() -> None:
    assert stray_ranks(BOOK) == []
    book = company_book([Engagement("e", "vega", THURSDAY, rank="Star")])
    assert stray_ranks(book) == ["Star"]


def test_studios_say_what_is_in_them() -> None:
    assert [site.name for site in sites(BOOK)] == ["Opera house", "Annexe"]
    rows = studio_rows(BOOK, "site-main")
    assert [(row.studio.name, row.used) for row in rows] == [
        ("Studio 1", "1 call"),
        ("Studio 2", "not used yet"),
        ("Stage", "1 show"),
    ]


def test_every_two_sites_make_a_way() -> None:
    (way,) = ways(BOOK)
    assert way.words == "Opera house – Annexe"
    assert way.journey is not None
    assert way.journey.minutes == 20
    assert [season.name for season in seasons(BOOK)] == ["2026/27"]


def test_zones_begin_with_regions() -> None:
    names = zones()
    assert "/" in names[0]
    assert "Europe/Madrid" in names


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (None, "No backup of this company has been made from here yet."),
        (datetime(2026, 10, 16, 9, 5, tzinfo=UTC), "Last backed up today, 16 Oct 2026 at 9.05."),
        (datetime(2026, 10, 15, 8, tzinfo=UTC), "Last backed up yesterday, 15 Oct 2026 at 8.00."),
        (datetime(2026, 10, 9, 9, 0, tzinfo=UTC), "Last backed up 7 days ago, 9 Oct 2026 at 9.00."),
    ],
)  # fmt: skip
def test_the_last_backup(at: datetime | None, said: str) -> None:
    assert backup_words(at, datetime(2026, 10, 16, 12, 0, tzinfo=UTC)) == said


def test_the_sentences_on_access_are_honest() -> None:
    said = " ".join(words for _, words in ACCESS_WORDS)
    assert "can read everything in it but the medical part" in said
    assert "anybody can type" in said
    assert len(SECTIONS) == 7
