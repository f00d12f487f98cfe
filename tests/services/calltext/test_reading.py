from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.company import Studio
from castapp.domain.draft import Draft
from castapp.domain.repertory import Role
from castapp.services.calltext import LONGEST, Reading, reading
from tests.builders import THURSDAY, company_book, dancer

BOOK = company_book()


def read(text: str, book: Book = BOOK, **fields: Any) -> Reading:
    around = Call("new", THURSDAY, 600, 60, **fields)
    return reading(book, text, THURSDAY, around)


def call_of(found: Reading) -> Call:
    assert found.call is not None, found.problem
    return found.call


def sets(found: Reading) -> set[tuple[str | None, tuple[str, ...], bool]]:
    return {
        (line.role_id, line.cast_ids, line.covers)
        for line in found.called
        if line.whom == "role" and not line.exclude
    }


def people(found: Reading, *, exclude: bool = False) -> set[str | None]:
    return {
        line.person_id for line in found.called if line.whom == "person" and line.exclude == exclude
    }


def line(found: Reading, person_id: str) -> Called:
    return next(one for one in found.called if one.person_id == person_id)


def test_ballet_act_role_cast_and_coach_in_one_breath() -> None:
    found = read("lake II spirits 1st cast hall")
    call = call_of(found)
    assert call.production_id == "lake"
    assert call.sections == ("lake-ii",)
    assert call.lead_id == "hall"
    assert sets(found) == {("spirits", ("cast-1",), False)}
    assert found.understood


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("lk spirits 1st+2nd cast", {("spirits", (), False)}),
        ("LAKE Spirits 2nd", {("spirits", ("cast-2",), False)}),
        ("lake spirits cast 2", {("spirits", ("cast-2",), False)}),
        ("lake spirits second cast", {("spirits", ("cast-2",), False)}),
        ("lake spirits 2 cast", {("spirits", ("cast-2",), False)}),
        ("lake 2nd cast spirits", {("spirits", ("cast-2",), False)}),
        (
            "lake queen, prince 1st w. covers",
            {("queen", ("cast-1",), True), ("prince", ("cast-1",), True)},
        ),
        (
            "lake queen 1st prince 2nd",
            {("queen", ("cast-1",), False), ("prince", ("cast-2",), False)},
        ),
        ("lake duet", {("couple", (), False)}),
        ("spirit 2nd", {("spirits", ("cast-2",), False)}),
        (
            "lake 1st cast vega, okoro",
            {("queen", ("cast-1",), False), ("prince", ("cast-1",), False)},
        ),
    ],
)
def test_role_sets(text: str, wanted: set[object]) -> None:
    found = read(text)
    assert sets(found) == wanted
    assert not found.unread


def test_an_act_alone_calls_its_roles_and_a_section_its_own() -> None:
    assert {role for role, _, _ in sets(read("lake II"))} == {"queen", "prince", "spirits"}
    assert {role for role, _, _ in sets(read("lake waltz 1st"))} == {"queen", "prince"}


def test_leads_only_and_the_full_call() -> None:
    leads = read("lake leads only 2nd")
    assert sets(leads) == {
        ("queen", ("cast-2",), False), ("prince", ("cast-2",), False),
        ("couple", ("cast-2",), False),
    }  # fmt: skip
    full = read("lake full call, 1st cast")
    assert [(one.whom, one.cast_ids) for one in full.called] == [("production", ("cast-1",))]


@pytest.mark.parametrize(
    ("text", "group"),
    [("class women", "women"), ("class men", "men"), ("class soloists", "Soloist"),
     ("principals call", "Principal"), ("class", "company")],
)  # fmt: skip
def test_groups_and_ranks(text: str, group: str) -> None:
    found = read(text)
    assert [one.group for one in found.called] == [group]
    assert not found.unread


def test_added_excluded_late_early_and_swapped() -> None:
    found = read("12-1 lake spirits 1st, no fox, orr joins 12.30, paz leaves 12.45, also gia kim")
    assert people(found) == {"orr", "paz", "gia-kim"}
    assert people(found, exclude=True) == {"fox"}
    assert line(found, "orr").joins == 750
    assert line(found, "paz").leaves == 765
    swapped = read("lake spirits 1st; spirits 2 hana kim for gia kim")
    new = line(swapped, "hana-kim")
    assert (new.role_id, new.spots) == ("spirits", (2,))
    assert people(swapped, exclude=True) == {"gia-kim"}


def test_a_role_is_left_out_and_covers_are_named() -> None:
    without = read("lake II 1st no queen")
    assert [one.role_id for one in without.called if one.exclude] == ["queen"]
    named = read("lake queen 1st w. cover paz, moss")
    assert {one.person_id for one in named.called if one.as_cover} == {"paz", "moss"}


def test_spots_of_a_set() -> None:
    found = read("lake spirits 2 1st cast")
    assert [(one.spots, one.cast_ids) for one in found.called] == [((2,), ("cast-1",))]


def test_when_where_who_and_state() -> None:
    call = call_of(read("lake duet s2 2.30-3.45 coach hall pno ito tentative stage call"))
    assert (call.studio_id, call.start, call.minutes) == ("studio-2", 870, 75)
    assert (call.lead_id, call.pianist_id) == ("hall", "ito")
    assert (call.state, call.kind) == ("tentative", "stage call")
    assert call_of(read("lake tba")).tba
    assert call_of(read("lake duet hall / ito")).pianist_id == "ito"


@pytest.mark.parametrize(
    ("text", "start", "minutes"),
    [
        ("lake 14.00–15.15", 840, 75), ("lake 14-15.15", 840, 75), ("lake 1400-1515", 840, 75),
        ("lake 2 pm 45 min", 840, 45), ("lake 14.00 1 h 15", 840, 75), ("lake 1½ h", 600, 90),
        ("lake 11.30-1.15", 690, 105), ("lake 9 to 11", 540, 120), ("lake 14h30", 870, 60),
        ("lake 23.00-0.30", 1380, 90), ("lake until 10.45", 600, 45), ("lake 2-3 pm", 840, 60),
        ("lake 6.00-14.00", 360, 480), ("lake 3-5", 900, 120),
    ],
)  # fmt: skip
def test_times_as_people_type_them(text: str, start: int, minutes: int) -> None:
    found = read(text)
    assert (call_of(found).start, call_of(found).minutes) == (start, minutes)
    assert not found.unread


def test_what_is_not_said_stays_as_it_was_around() -> None:
    call = call_of(read("spirits 2nd", studio_id="studio-1", lead_id="hall", production_id="lake"))
    assert (call.studio_id, call.lead_id, call.production_id) == ("studio-1", "hall", "lake")
    alone = reading(BOOK, "lake", THURSDAY)
    assert (call_of(alone).start, call_of(alone).minutes, call_of(alone).studio_id) == (
        600, 60, None,
    )  # fmt: skip


def test_accents_and_capitals_do_not_matter() -> None:
    book = company_book(dancer("Élise Gagnon"))
    assert people(read("LAKE also ELISE GAGNON", book)) == {"gagnon"}


def test_the_pieces_stand_in_order_and_cover_what_was_read() -> None:
    text = "lake II spirits 1st hall"
    found = read(text)
    assert [(text[one.start : one.end], one.words) for one in found.pieces] == [
        ("lake", "Lake"), ("II", "Act II"), ("spirits", "Spirits"), ("1st", "1st cast"),
        ("hall", "Hall"),
    ]  # fmt: skip


def test_what_is_not_understood_is_told_with_the_nearest_and_the_text_is_kept() -> None:
    found = read("lake spirts IX")
    assert found.text == "lake spirts IX"
    assert [(one.word, one.start) for one in found.unread] == [("spirts", 5), ("IX", 12)]
    assert found.unread[0].nearest == ("Spirits",)
    assert found.unread[1].nearest == ("Act I", "Act II")
    assert "nearest: Spirits" in found.unread[0].sentence
    assert not found.understood


def test_namesakes_are_asked_for() -> None:
    found = read("lake kim")
    assert found.unread[0].nearest == ("Kim G.", "Kim H.")
    assert people(read("lake kim h.")) == {"hana-kim"}


def test_a_time_outside_the_call_and_a_second_time_are_told() -> None:
    late = read("lake 14.00-15.00 orr joins 12.30")
    assert "not within the call" in late.unread[0].sentence
    twice = read("lake 14.00-15.00 16.00")
    assert "has its time already" in twice.unread[0].sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lake 14.00-13.00", "ends before it begins"),
        ("lake 14.00-14.00", "has no length"),
        ("lake 0 min", "cannot last 0 minutes"),
        ("lake 20 h", "cannot last 20 hours"),
        ("lake 0 hours", "cannot last 0 minutes"),
        ("lake 20 hours", "cannot last 20 hours"),
        ("lake 10.00-10.00", "has no length"),
        ("tba", "must name the ballet"),
        ("lake\x00", "NUL"),
        ("lake " + "x" * LONGEST, "more than one call"),
    ],
)
def test_a_call_that_cannot_be_is_one_sentence(text: str, said: str) -> None:
    found = read(text)
    assert found.call is None
    assert said in found.problem
    assert found.text == text


@pytest.mark.parametrize("typed", ["22.00-1.00", "22.00–1.00", "22-1", "22.00-1 am"])
def test_a_span_may_end_the_next_morning(typed: str) -> None:
    found = read(f"lake {typed}")
    assert found.call is not None
    assert (found.call.start, found.call.minutes) == (22 * 60, 180)
    assert found.note.endswith("the next morning, 3 h.")


def test_a_span_on_the_clock_of_24_hours_is_taken_at_its_word() -> None:
    long = read("lake 3.00-23.00")
    assert long.call is None
    assert long.problem == "A call cannot last 20 hours; 16 is the most."
    early = read("lake 3.00-14.00")
    assert (call_of(early).start, call_of(early).minutes) == (180, 660)
    assert early.note == "It begins in the night: 3.00–14.00, 11 h."


def test_what_is_not_known_is_said_with_the_nearest_and_kept() -> None:
    found = read("laek IX")
    assert found.text == "laek IX"
    assert [one.sentence for one in found.unread] == [
        "“laek” was not understood; nearest: Lake.",
        "“IX” was not understood.",
    ]
    assert "nearest: Act I, Act II" in read("lake IX").unread[0].sentence


def test_over_midnight_is_noted_and_over_a_skipped_hour_refused() -> None:
    assert "the next morning" in read("lake 23.00-0.30").note
    spring = reading(BOOK, "lake 1.30 am-3 am", date(2027, 3, 28))
    assert "put forward" in spring.problem


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "🩰🩰 %$# ;;;,,, ––",
        "a\tb\nc\rd",
        "((((",
        "1" * 60,
        "14.00-",
        "no",
        "joins 12",
        "+++ & /",
    ],
)
def test_rubbish_is_read_without_falling_over(text: str) -> None:
    found = read(text)
    assert found.text == text
    for one in found.unread:
        assert text[one.start : one.end] == one.word


def test_only_signs_are_not_taken_for_nothing() -> None:
    assert read("🩰🩰 %$#").unread
    assert not read("").unread


def test_a_meeting_keeps_its_words_as_title() -> None:
    call = call_of(read("meeting budget 9.30"))
    assert (call.kind, call.title, call.start) == ("meeting", "budget", 570)


def test_a_renamed_studio_is_known_by_its_new_name() -> None:
    studio = next(one for one in BOOK.all(Studio) if one.id == "studio-2")
    draft = Draft(BOOK)
    draft.put(replace(studio, name="Ashton Room", short="AR"))
    assert read("lake ashton room", BOOK).unread
    assert call_of(read("lake ashton room", BOOK.apply(draft.edit("")))).studio_id == "studio-2"


@pytest.mark.parametrize("text", ["lake from 2.00 until 3.15", "lake until 15.15, 14.00"])
def test_from_and_until_are_the_calls_own(text: str) -> None:
    call = call_of(reading(BOOK, text, THURSDAY, Call("new", THURSDAY, 960, 60)))
    assert (call.start, call.minutes) == (840, 75)


WORDS = ("lake", "II", "spirits", "1st", "+", "2nd cast", "no", "vega", ",", ";", "\n", "joins",
         "12.30", "14-15", "w. covers", "kim", "9", "until", "for", "pno", "/", "🩰", "20 h",
         "full call", "“x”", "tba", "class", "3 pm", "and", "zzz", "waltz", "'", "0",
         "pdd", "pd3")  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=12) | st.lists(st.text(max_size=8), max_size=6))
def test_any_typing_is_read_and_nothing_of_it_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)
    assert found.text == text
    places = sorted(
        [(one.start, one.end) for one in found.pieces]
        + [(one.start, one.end) for one in found.unread]
    )
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= two[0] for one, two in pairwise(places))
    assert (found.call is None) == bool(found.problem)
    assert all(one.call_id == "new" for one in found.called)


def test_a_coach_and_a_pianist_named_after_who_is_left_out_take_the_call() -> None:
    found = read("class women no fox hall ito 20.00")
    call = call_of(found)
    assert people(found, exclude=True) == {"fox"}
    assert (call.lead_id, call.pianist_id) == ("hall", "ito")
    assert not found.unread
    assert [one.words for one in found.pieces][2:5] == ["no Fox", "Hall", "Ito"]


def test_staff_are_not_left_out() -> None:
    found = read("fitting fox no hall")
    assert "Only dancers can be left out of a call" in found.unread[0].sentence


NUMBERED = company_book(
    [
        Role("solo-1", "lake", 8, "Solo I"),
        Role("solo-2", "lake", 9, "Solo II"),
        Role("air-3", "lake", 10, "Air 3"),
    ]
)


@pytest.mark.parametrize(
    ("text", "role"),
    [("lake solo 1", "solo-1"), ("lake solo II", "solo-2"), ("lake solo 2 2nd cast", "solo-2"),
     ("lake air iii", "air-3"), ("lake air 3", "air-3")],
)  # fmt: skip
def test_numerals_are_read_alike(text: str, role: str) -> None:
    found = read(text, NUMBERED)
    assert {one for one, _, _ in sets(found)} == {role}
    assert not found.unread


def test_a_number_that_begins_a_span_is_no_numeral() -> None:
    found = read("lake solo i 1-2", NUMBERED)
    assert call_of(found).start == 780
    assert {piece.words for piece in read("lake solo 1-2", NUMBERED).pieces} == {"Lake", "1-2"}
