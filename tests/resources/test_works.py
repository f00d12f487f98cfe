"""Every ballet template is whole: the book takes it, and its structure is that of the work."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest

from castapp.domain.repertory import Production, Role, RoleSection, Section

WORKS = Path(__file__).parents[2] / "resources" / "works"
FILES = sorted(WORKS.glob("*.toml"))
HEAD = {"work", "version", "title", "short", "code", "colour", "choreography"}
SECTION = {"key", "act", "name", "minutes", "interval"}
ROLE = {
    "key",
    "name",
    "kind",
    "spots",
    "genders",
    "spot_names",
    "sections",
    "demands",
    "effort",
    "change_minutes",
    "together",
}
# Minutes of each act as a company printed them; of the other works no timings were found.
PRINTED = {
    "giselle": {"Act I": 55, "Act II": 50},
    "romeo_and_juliet": {"Act I": 60, "Act II": 34, "Act III": 40},
}
# One dancer did these on one night in a published cast: it must stay possible.
SAME_NIGHT = [
    ("swan_lake", ("two_swans", "princesses")),
    ("swan_lake", ("waltz_women", "cygnets", "princesses")),
    ("nutcracker_wright", ("harlequin", "spanish")),
    ("nutcracker_wright", ("columbine", "mirlitons")),
    ("nutcracker_wright", ("partner", "russian")),
    ("nutcracker_wright", ("mouse_king", "escorts")),
    ("la_bayadere", ("djampe", "shades_solo")),
    ("romeo_and_juliet", ("lord_montague", "friar")),
    ("sleeping_beauty", ("cavaliers", "princes", "florestan")),
    ("sleeping_beauty", ("fairies", "sisters")),
    ("sleeping_beauty", ("fairies", "friends")),
    ("don_quixote", ("kitri", "dulcinea")),
]
NEVER_ONE = [
    ("la_bayadere", ("nikiya", "gamzatti")),
    ("giselle", ("giselle", "myrtha")),
    ("swan_lake", ("cygnets", "swans")),
    ("sleeping_beauty", ("fairies", "cavaliers")),
]


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((WORKS / f"{name}.toml").read_text(encoding="utf-8"))


def places(role: dict[str, Any]) -> dict[str, str]:
    """Section keys of a role and the name it bears there."""
    return {
        place if isinstance(place, str) else place["key"]: (
            "" if isinstance(place, str) else place["name"]
        )
        for place in role["sections"]
    }


def clock(work: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """From and to, in minutes since curtain, of each section."""
    ends = list(itertools.accumulate(section["minutes"] for section in work["section"]))
    starts = [0, *ends[:-1]]
    keys = (section["key"] for section in work["section"])
    return dict(zip(keys, zip(starts, ends, strict=True), strict=True))


def can_double(work: dict[str, Any], keys: tuple[str, ...]) -> bool:
    """Whether one dancer gets from each of these roles to the next with time to change."""
    at = clock(work)
    roles = {role["key"]: role for role in work["role"]}
    stints = sorted((*at[place], key) for key in keys for place in places(roles[key]))
    return all(
        before[2] == after[2] or after[0] - before[1] >= roles[after[2]]["change_minutes"]
        for before, after in itertools.pairwise(stints)
    )


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def work(request: pytest.FixtureRequest) -> dict[str, Any]:
    return read(request.param.stem)


def test_the_ballets_a_company_can_start_from_are_there() -> None:
    assert {path.stem for path in FILES} == {
        "don_quixote",
        "giselle",
        "la_bayadere",
        "nutcracker_balanchine",
        "nutcracker_wright",
        "romeo_and_juliet",
        "sleeping_beauty",
        "swan_lake",
        "lamplighters",
        "ostinato",
        "tidewater",
    }


def test_each_says_what_the_format_asks_and_nothing_else(work: dict[str, Any]) -> None:
    assert set(work) == HEAD | {"section", "role"}
    for section in work["section"]:
        assert SECTION - {"interval"} <= set(section) <= SECTION
    for role in work["role"]:
        assert ROLE - {"spot_names", "together"} <= set(role) <= ROLE


def test_codes_tell_the_templates_apart() -> None:
    codes = [read(path.stem)["code"] for path in FILES]
    assert len(set(codes)) == len(codes)


def test_keys_are_unique_and_short(work: dict[str, Any]) -> None:
    for kind in ("section", "role"):
        keys = [entry["key"] for entry in work[kind]]
        assert len(set(keys)) == len(keys)
        assert all(len(key) <= 18 and key.isascii() for key in keys)


def test_the_book_takes_it(work: dict[str, Any]) -> None:
    Production(id="p", **{key: work[key] for key in HEAD})
    for order, section in enumerate(work["section"]):
        fields = {key: value for key, value in section.items() if key != "key"}
        Section(id=section["key"], production_id="p", order=order, **fields)
    for order, role in enumerate(work["role"]):
        fields = {key: value for key, value in role.items() if key not in ("key", "sections")}
        fields |= {"demands": tuple(role["demands"])}
        fields |= {"spot_names": tuple(role.get("spot_names", ()))}
        sections = tuple(RoleSection(key, name) for key, name in places(role).items())
        Role(id=role["key"], production_id="p", order=order, sections=sections, **fields)


def test_roles_dance_in_sections_that_exist_in_their_order(work: dict[str, Any]) -> None:
    danced = [section["key"] for section in work["section"] if not section.get("interval")]
    for role in work["role"]:
        keys = list(places(role))
        assert keys, role["key"]
        assert keys == [key for key in danced if key in keys], role["key"]
        assert len(keys) == len(role["sections"]), role["key"]


def test_somebody_is_on_in_every_section_but_the_overture(work: dict[str, Any]) -> None:
    on = {key for role in work["role"] for key in places(role)}
    silent = {
        section["key"]
        for section in work["section"]
        if section["key"] not in on and not section.get("interval")
    }
    assert silent <= {"I.overture", "I.intro"}


def test_acts_are_whole_and_intervals_stand_between_them(work: dict[str, Any]) -> None:
    acts = [act for act, _ in itertools.groupby(work["section"], key=lambda each: each["act"])]
    named = [act for act in acts if act]
    assert len(set(named)) == len(named)
    assert acts[0]
    assert acts[-1]
    for section in work["section"]:
        assert bool(section["act"]) != section.get("interval", False)
        assert section["minutes"] > 0


def test_spots_fit_the_kind_of_role(work: dict[str, Any]) -> None:
    for role in work["role"]:
        names = role.get("spot_names", [])
        assert len(names) in (0, role["spots"]), role["key"]
        assert len(set(names)) == len(names), role["key"]
        if role["kind"] == "single":
            assert role["spots"] == 1, role["key"]
        if role["kind"] == "couple":
            assert sorted(role["genders"]) == ["F", "M"], role["key"]
            assert role["spots"] == 2, role["key"]
        if role["kind"] in ("group", "corps"):
            assert role["spots"] > 1, role["key"]


def test_pointe_is_asked_of_no_man(work: dict[str, Any]) -> None:
    for role in work["role"]:
        if set(role["genders"]) == {"M"}:
            assert "pointe" not in role["demands"], role["key"]


def test_effort_follows_the_kind_of_work(work: dict[str, Any]) -> None:
    expected = {"corps": {6}, "children": {3}, "character": {3, 4}, "group": {8}, "couple": {8}}
    for role in work["role"]:
        assert role["effort"] in expected.get(role["kind"], {6, 8}), role["key"]


def test_a_role_taken_together_names_a_role(work: dict[str, Any]) -> None:
    keys = {role["key"] for role in work["role"]}
    assert {role["together"] for role in work["role"] if "together" in role} <= keys


@pytest.mark.parametrize("name", PRINTED)
def test_acts_last_as_long_as_printed(name: str) -> None:
    work = read(name)
    totals: dict[str, int] = {}
    for section in work["section"]:
        if not section.get("interval"):
            totals[section["act"]] = totals.get(section["act"], 0) + section["minutes"]
    assert totals == PRINTED[name]


def test_an_evening_has_the_length_of_an_evening(work: dict[str, Any]) -> None:
    minutes = sum(section["minutes"] for section in work["section"])
    whole = len({section["act"] for section in work["section"]} - {""}) > 1
    assert (100 <= minutes <= 200) if whole else (20 <= minutes <= 35)


@pytest.mark.parametrize(("name", "keys"), SAME_NIGHT)
def test_doubling_seen_on_stage_is_possible(name: str, keys: tuple[str, ...]) -> None:
    assert can_double(read(name), keys)


@pytest.mark.parametrize(("name", "keys"), NEVER_ONE)
def test_roles_that_meet_on_stage_cannot_be_doubled(name: str, keys: tuple[str, ...]) -> None:
    assert not can_double(read(name), keys)


def test_odette_and_odile_are_one_role_under_two_names() -> None:
    roles = {role["key"]: role for role in read("swan_lake")["role"]}
    names = places(roles["odette_odile"])
    assert {key.split(".")[0] for key, name in names.items() if name == "Odette"} == {"II", "IV"}
    assert {key.split(".")[0] for key, name in names.items() if name == "Odile"} == {"III"}
    assert all(names.values())


def test_swan_lake_has_its_spots() -> None:
    roles = {role["key"]: role for role in read("swan_lake")["role"]}
    assert roles["princesses"]["spot_names"] == ["Spanish", "Hungarian", "Italian", "Polish"]
    assert roles["spanish"]["genders"] == "FMMMM"
    assert (roles["cygnets"]["spots"], roles["two_swans"]["spots"]) == (4, 2)
    assert (roles["swans"]["spots"], roles["swans"]["kind"]) == (24, "corps")
    assert roles["czardas"]["name"] == "Czárdás couple"


def test_kitri_and_dulcinea_are_one_dancer_by_policy() -> None:
    roles = {role["key"]: role for role in read("don_quixote")["role"]}
    assert roles["kitri"]["together"] == roles["dulcinea"]["together"] == "kitri"
