"""What happens in the sample: the two stories, one clash, and little else that is wrong."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from castapp.domain.agenda import stints
from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.casting import Casting, Danced, Override, Performance
from castapp.domain.finding import Finding
from castapp.domain.office import AcceptedBreach
from castapp.domain.people import CareerLine, Person
from castapp.domain.programme import parts, sections, title
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import rank
from castapp.domain.standing import standing
from castapp.rules.judge import findings
from castapp.services.injuries import STAGES
from castapp.services.sample.casts import production_id, role_id
from castapp.services.sample.data import person_id, toml
from castapp.services.sample.plot import next_working_day
from tests.services.sample.days import ODD_DAYS, WEDNESDAY, WEEK, book_of, week_of

EMILIO, IVETA = person_id("Bektemirova"), person_id("Popov")
ODETTE = role_id("swan_lake", "odette_odile")
GISELLE = role_id("giselle", "giselle")
DAYS = [*WEEK, *ODD_DAYS]


def dancing(book: Book, show: Performance, role: str) -> list[str | None]:
    return [part.person_id for part in parts(book, show) if part.role_id == role and not part.cover]


def shows(book: Book, name: str) -> list[Performance]:
    found = [show for show in book.all(Performance) if title(book, show) == name]
    return sorted(found, key=lambda show: (show.day, show.curtain))


@pytest.mark.parametrize("today", DAYS)
def test_the_first_ballerina_is_who_the_story_says(today: date) -> None:
    book = book_of(today)
    emilio = book.get(Person, EMILIO)
    assert emilio.name == "Emilio Bektemirova"
    assert rank(book, EMILIO, today) == "Principal"
    assert emilio.born is not None
    assert emilio.born.replace(year=emilio.born.year + 25) <= today
    assert emilio.born.replace(year=emilio.born.year + 26) > today
    assert book.get(Person, emilio.coach_id or "").name == "Natalia Petrova"
    line = next(
        one for one in book.where(CareerLine, "person_id", EMILIO) if one.role == "Odette/Odile"
    )
    assert (line.work, line.where, line.when) == ("Swan Lake", "Bolshoi Theatre", "2018")


@pytest.mark.parametrize("today", DAYS)
def test_she_was_hurt_in_act_one_of_a_giselle_and_somebody_took_over(today: date) -> None:
    book = book_of(today)
    off = min(book.where(Participation, "person_id", EMILIO), key=lambda one: one.since)
    assert off.status == "off"
    assert 11 <= (today - off.since).days <= 17
    show = next(one for one in shows(book, "Giselle") if one.day == off.since)
    assert off.since_clock is not None
    assert show.curtain < off.since_clock
    taken = next(
        one for one in book.where(Override, "performance_id", show.id) if one.from_section_id
    )
    start = book.get(Section, taken.from_section_id or "")
    assert start.act == "Act I"
    danced = {
        (one.person_id, one.from_section_id)
        for one in book.where(Danced, "performance_id", show.id)
        if one.role_id == GISELLE
    }
    assert danced == {(EMILIO, None), (taken.person_id, start.id)}
    ordered = [one.id for one in sections(book, production_id("giselle"))]
    clock = show.curtain + sum(
        book.get(Section, one).minutes for one in ordered[: ordered.index(start.id)]
    )
    assert clock - 5 <= off.since_clock <= clock


@pytest.mark.parametrize("today", DAYS)
def test_she_comes_back_through_stages_and_is_cast_for_odette_on_thursday(today: date) -> None:
    book = book_of(today)
    records = sorted(book.where(Participation, "person_id", EMILIO), key=lambda one: one.since)
    words = [one.status for one in records]
    assert words[:3] == ["off", "rehab only", "modified"]
    assert all(one.since <= today for one in records)
    thursday = week_of(today, 0 if today.weekday() <= 3 else 1)[3]
    now = standing(book, EMILIO, today)
    assert now.status == "modified"
    assert now.review is not None
    assert today <= now.review <= thursday
    back = next(one for one in shows(book, "Swan Lake") if one.day == thursday)
    assert dancing(book, back, ODETTE) == [EMILIO]
    hurt = records[0].since
    for show in book.all(Performance):
        if hurt < show.day < thursday:
            assert EMILIO not in {one.person_id for one in parts(book, show) if not one.cover}


def test_what_the_board_says_of_her_is_what_her_stage_says() -> None:
    """The stages are those of the sealed record; a Sunday sees all but the last three."""
    book = book_of(WEEK[6])
    records = sorted(book.where(Participation, "person_id", EMILIO), key=lambda one: one.since)
    stages = toml("sealed")["record"][0]["stages"]
    said = {
        STAGES[stage]: {one.words for one in record.restrictions}
        for record, stage in zip(records, stages, strict=False)
    }
    assert {"no jumps", "no pointe"} <= said["Centre, no jumps, no pointe"]


@pytest.mark.parametrize("today", DAYS)
def test_the_second_ballerina_dances_with_her_partner_and_is_about_to_leave(today: date) -> None:
    book = book_of(today)
    assert book.get(Person, IVETA).name == "Iveta Popov"
    partner = book.get(Person, person_id("Kuznetsov"))
    assert partner.name == "Sergei Kuznetsov"
    nights = [one for one in shows(book, "Swan Lake") if dancing(book, one, ODETTE) == [IVETA]]
    siegfried = role_id("swan_lake", "siegfried")
    assert len(nights) == 4
    assert all(dancing(book, one, siegfried) == [partner.id] for one in nights)
    (away,) = book.where(Absence, "person_id", IVETA)
    assert (away.kind, away.where) == ("guest engagement", "Palais Garnier, Paris")
    assert 7 <= (away.first - today).days <= 21
    assert away.last is not None
    left = [
        show
        for show in book.all(Performance)
        if away.first <= show.day <= away.last
        and IVETA in {part.person_id for part in parts(book, show) if part.cover == 0}
    ]
    assert len(left) == 2
    giselle = next(one for one in left if title(book, one) == "Giselle")
    covers = [one for one in parts(book, giselle) if one.role_id == GISELLE and one.cover]
    assert covers == []


@pytest.mark.parametrize("today", DAYS)
def test_the_coming_day_has_one_clash_and_a_few_more_faults(today: date) -> None:
    book = book_of(today)
    day = next_working_day(today)
    found = findings(book, [day])
    own = [one for one in found if one.about != "week"]
    assert [one.rule for one in own if one.severity == "hard"] == ["person_twice"]
    assert next(one for one in own if one.severity == "hard").people == (IVETA,)
    assert sum(one.severity == "breach" for one in own) <= 6


@pytest.mark.parametrize("today", DAYS)
@pytest.mark.parametrize("week", range(-14, 4))
def test_no_week_is_full_of_findings(today: date, week: int) -> None:
    found = findings(book_of(today), week_of(today, week))
    count = Counter(one.severity for one in found)
    assert count["hard"] <= 2, _told(found)
    assert count["breach"] <= 6, _told(found)
    assert count["warning"] <= 10, _told(found)
    if week < 0:
        assert count["hard"] + count["breach"] + count["warning"] == 0, _told(found)


@pytest.mark.parametrize("today", DAYS)
def test_nobody_else_is_in_two_places(today: date) -> None:
    book = book_of(today)
    for week in range(-6, 4):
        for day in week_of(today, week):
            for who in book.all(Person):
                own = stints(book, who.id, day)
                twice = any(b.start < a.end for a, b in pairwise(own))
                assert not twice or (who.id, day) == (IVETA, next_working_day(today))


def test_sunday_is_free() -> None:
    book = book_of(WEDNESDAY)
    for week in range(-14, 4):
        sunday = week_of(WEDNESDAY, week)[6]
        assert not any(stints(book, who.id, sunday) for who in book.all(Person))


@pytest.mark.parametrize("today", WEEK)
def test_reviews_are_due_today_and_overdue(today: date) -> None:
    book = book_of(today)
    due = {standing(book, who.id, today).review for who in book.all(Person)}
    assert today in due
    assert today - timedelta(days=1) in due
    assert Counter(standing(book, who.id, today).status for who in book.all(Person))["off"] == 2


def test_one_breach_is_accepted_with_its_reason() -> None:
    book = book_of(WEDNESDAY)
    (accepted,) = book.all(AcceptedBreach)
    keys = {one.key for one in findings(book, [next_working_day(WEDNESDAY)])}
    assert accepted.key in keys
    assert accepted.reason


def test_a_part_is_open_next_week() -> None:
    book = book_of(WEDNESDAY)
    coming = findings(book, week_of(WEDNESDAY, 1))
    open_roles = [ref.id for one in coming if one.rule == "uncast" for ref in one.refs]
    assert role_id("swan_lake", "princesses") in open_roles
    assert book.get(Role, role_id("swan_lake", "princesses")).spot_name(2) == "Hungarian"


def _told(found: list[Finding]) -> list[str]:
    return [f"{one.day} {one.severity} {one.rule} {one.what}" for one in found]


def test_whoever_is_off_tonight_is_replaced_by_a_cover_who_then_has_one() -> None:
    book = book_of(WEDNESDAY)
    tonight = next(one for one in book.all(Performance) if one.day == WEDNESDAY)
    swapped = [
        one for one in book.where(Override, "performance_id", tonight.id) if one.why == "stands in"
    ]
    assert swapped
    for one in swapped:
        spot = [part for part in parts(book, tonight) if part.role_id == one.role_id]
        covers = [part.person_id for part in spot if part.spot == one.spot and part.cover]
        assert one.person_id not in covers
        assert standing(book, one.person_id or "", WEDNESDAY).can_be_called


@pytest.mark.parametrize("today", DAYS)
def test_covers_are_of_a_rank_a_ballet_master_would_sign(today: date) -> None:
    book = book_of(today)
    danced = {
        (one.role_id, rank(book, one.person_id, today))
        for one in book.all(Casting)
        if not one.cover
    }
    for show in book.all(Performance):
        covered: dict[str, set[Role]] = {}
        for part in parts(book, show):
            if part.cover and part.person_id:
                covered.setdefault(part.person_id, set()).add(book.get(Role, part.role_id))
        for who, roles in covered.items():
            place = rank(book, who, today)
            named = (show.day, book.get(Person, who).name, sorted(one.name for one in roles))
            corps = any(one.kind == "corps" for one in roles)
            if place == "Principal":
                assert all((one.id, place) in danced for one in roles), named
            if place in ("Principal", "First soloist", "Soloist"):
                assert not corps, named
            assert not corps or sum(one.kind == "single" for one in roles) < 2, named
