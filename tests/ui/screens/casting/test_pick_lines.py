from __future__ import annotations

from dataclasses import replace

from castapp.domain.availability import Absence
from castapp.domain.people import CareerLine
from castapp.services.eligible import Place, eligible
from castapp.ui.screens.casting.pick_lines import can_words, chosen_at_first, pick_lines
from tests.builders import FRIDAY, WEDNESDAY, company_book, show

DANCED = [CareerLine(who, who, "Lake", "Queen", when="2025") for who in ("moss", "vega")]
BOOK = company_book([Absence("a", "gia-kim", WEDNESDAY), *DANCED], show(FRIDAY, cast_id="cast-2"))
FOUND = eligible(BOOK, Place("queen", 1, "show-2026-10-15-1170", "cast-1"), WEDNESDAY)


def test_best_first_numbered_and_who_cannot_with_why() -> None:
    lines = pick_lines(BOOK, FOUND, "")
    heads = [line.text for line in lines if not line.person_id]
    assert heads == ["Best first", "Could learn it", "Usually danced by others", "Cannot"]
    assert (lines[1].text, lines[1].number) == ("Cleo Moss", "1")
    assert lines[1].aside == "principal, cover"
    last = lines[-1]
    assert (last.text, last.third, last.tone) == ("Gia Kim", "Away, no date of return", "hard")


def test_a_gap_has_no_number_and_says_what_it_opens() -> None:
    fox = next(line for line in pick_lines(BOOK, FOUND, "") if line.person_id == "fox")
    assert fox.number == ""
    assert fox.tone == "breach"
    assert fox.third == "Spirits 1 that night (Act II): leaves a gap there"


def test_typing_brings_matches_first_and_marks_them() -> None:
    lines = pick_lines(BOOK, FOUND, "KI")
    assert lines[0].text == "Matches “KI”"
    assert {line.person_id for line in lines[1:3]} == {"hana-kim", "gia-kim"}
    hana = next(line for line in lines if line.person_id == "hana-kim")
    assert hana.text[slice(*hana.mark)] == "Ki"


def test_nobody_has_the_name_and_nobody_is_chosen() -> None:
    lines = pick_lines(BOOK, FOUND, "zzzz")
    assert lines[0].text == "Nobody is called “zzzz”"
    assert lines[1].text == "Others who can, best first"
    assert chosen_at_first(lines, "zzzz") is None
    assert chosen_at_first(lines, " ") == 2


def test_the_nearest_names_are_offered_and_not_chosen() -> None:
    lines = pick_lines(BOOK, FOUND, "Mosss")
    assert [one.text for one in lines[:3]] == ["Nobody is called “Mosss”", "Perhaps", "Cleo Moss"]
    assert [one.person_id for one in lines].count("moss") == 1
    assert chosen_at_first(lines, "Mosss") is None


def test_how_many_can_counts_those_it_usually_is_and_who_know_it() -> None:
    assert can_words(FOUND) == "2 of 6 can"
    assert can_words([replace(one, knows=False) for one in FOUND]) == "nobody knows it yet"


def test_a_line_reads_out_whole() -> None:
    moss = pick_lines(BOOK, FOUND, "")[1]
    assert moss.spoken.startswith(
        "Cleo Moss, principal, cover, full, Knows it, danced once, last 2025"
    )


def test_every_reason_is_told_in_whole_what_stops_first() -> None:
    fox = next(line for line in pick_lines(BOOK, FOUND, "") if line.person_id == "fox")
    assert fox.whole.startswith("Spirits 1 that night (Act II): leaves a gap there")
    moss = next(line for line in pick_lines(BOOK, FOUND, "") if line.person_id == "moss")
    assert moss.whole.startswith("Leads Fri 16 too, the night after")
    assert "not rehearsed in 14 days" in moss.spoken
