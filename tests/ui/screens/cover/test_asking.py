"""What is typed, as a request; locks; who is proposed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from castapp.services.cover.request import Locks, Must
from castapp.ui.screens.cover.asking import (
    FROM_ACT,
    KEEP,
    LEAVE_OUT,
    MUST,
    TONIGHT,
    UNKNOWN,
    UNTIL,
    Asked,
    hurt_choices,
    hurt_of,
    lock_words,
    locked,
    off_words,
    reaching,
    request_of,
    unlocked,
)
from tests.builders import FRIDAY, THURSDAY, company_book
from tests.ui.screens.cover.night import NIGHT, SHOW

ASKED = Asked(THURSDAY, 960, ("vega",))


def test_nobody_named_is_no_request_yet() -> None:
    assert request_of(company_book(), replace(ASKED, people=())) is None
    assert request_of(company_book(), replace(ASKED, reach=UNTIL)) is None


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        (ASKED, THURSDAY),
        (replace(ASKED, reach=UNTIL, last=FRIDAY), FRIDAY),
        (replace(ASKED, reach=UNKNOWN), None),
    ],
)
def test_the_reach_is_that_day_until_a_day_or_unknown(asked: Asked, last: object) -> None:
    request = request_of(company_book(), asked)
    assert request is not None
    assert (request.first, request.clock, request.last) == (THURSDAY, 960, last)


def test_hurt_mid_show_they_are_off_from_the_end_of_the_section() -> None:
    book = company_book()
    choices = hurt_choices(book, ASKED)
    assert choices[0] == ("", "Before it begins")
    assert [words for _, words in choices[1:]] == [
        "After Act I Waltz",
        "After Act I Duet",
        "After Act II Spirits",
    ]
    hurt = hurt_of(choices[1][0])
    assert hurt == (SHOW, "lake-i-1")
    request = request_of(book, replace(ASKED, hurt=hurt))
    assert request is not None
    assert (request.performance_id, request.after_section_id) == (SHOW, "lake-i-1")
    assert request.clock == 19 * 60 + 50


def test_who_does_not_dance_that_night_is_not_asked_after_what() -> None:
    assert len(hurt_choices(company_book(), replace(ASKED, people=("hall",)))) == 1


def test_the_last_one_taken_off_the_list_takes_the_locks_along() -> None:
    asked = replace(ASKED, locks=Locks(frozenset({"moss"})), hurt=(SHOW, "lake-i-1"))
    assert asked.without_person("vega") == Asked(THURSDAY, 960)
    kept = asked.with_person("moss").without_person("vega")
    assert kept.people == ("moss",)
    assert kept.hurt is not None


def test_a_lock_lets_go_of_what_contradicts_it() -> None:
    must = Must("moss", "queen", 1, SHOW)
    locks = locked(locked(Locks(), LEAVE_OUT, "moss"), MUST, "moss", must)
    assert locks == Locks(must=(must,))
    assert locked(locks, KEEP, "moss") == Locks(keep=frozenset({"moss"}))
    other = locked(locks, MUST, "paz", Must("paz", "queen", 1, SHOW))
    assert [one.person_id for one in other.must] == ["paz"]


def test_locks_in_words_can_be_taken_away_by_their_keys() -> None:
    locks = Locks(frozenset({"moss"}), frozenset({"okoro"}), (Must("paz", "queen", 1, SHOW),))
    words = lock_words(company_book(), locks)
    assert [text for _, text in words] == ["Keep Okoro", "Not Moss", "Paz must, Thu 15 Oct"]
    for key, _ in words:
        locks = unlocked(locks, key)
    assert locks == Locks()


def test_from_an_act_on_the_act_before_is_danced_and_tonight_takes_it_back() -> None:
    book = company_book()
    mid = reaching(book, ASKED, FROM_ACT)
    assert (mid.reach, mid.hurt) == (FROM_ACT, (SHOW, "lake-i-2"))
    request = request_of(book, mid)
    assert request is not None
    assert request.last == THURSDAY
    run = reaching(book, mid, UNKNOWN)
    assert (run.reach, run.hurt) == (UNKNOWN, mid.hurt)
    assert reaching(book, replace(run, last=FRIDAY), UNKNOWN).reach == UNTIL
    assert reaching(book, mid, TONIGHT).hurt is None


def test_from_an_act_on_in_a_show_under_way_what_is_over_counts() -> None:
    late = replace(ASKED, clock=19 * 60 + 52)
    mid = reaching(company_book(), late, FROM_ACT)
    assert mid.hurt == (SHOW, "lake-i-1")


def test_the_first_named_is_off_from_now_unless_a_time_is_typed() -> None:
    assert Asked(THURSDAY).with_person("vega", 965).clock == 965
    assert Asked(THURSDAY, 960).with_person("vega", 965).clock == 960
    assert ASKED.with_person("fox", 970).clock == 960


def test_who_is_off_in_words() -> None:
    book = company_book()
    assert off_words(book, NIGHT) == "Vega is off from 16.00"
    both = replace(NIGHT, people=("vega", "okoro"), clock=0)
    assert off_words(book, both) == "Vega and Okoro are off from Thu 15 Oct"
