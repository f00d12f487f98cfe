"""Every rule pack says known rules with known limits, and carries clause, year and source."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from castapp.domain.finding import SEVERITIES

PACKS = Path(__file__).parents[2] / "resources" / "rulepacks"
FILES = sorted(PACKS.glob("*.toml"))
# Each rule and the limits it reads.
LIMITS: dict[str, set[str]] = {
    "person_twice": set(),
    "studio_twice": set(),
    "lead_twice": set(),
    "pianist_twice": set(),
    "travel": set(),
    "absent": set(),
    "not_available": set(),
    "not_under_contract": set(),
    "restriction": set(),
    "two_roles": set(),
    "uncast": set(),
    "uncovered": set(),
    "spot_twice": set(),
    "leads_in_a_row": set(),
    "hours_a_day": {"hours"},
    "hours_a_week": {"hours"},
    "span": {"hours", "overtime_hours"},
    "consecutive": {"hours", "pause_minutes"},
    "meal": {"minutes", "within_hours"},
    "overnight_rest": {"hours"},
    "show_day": {"hours", "dress_hours"},
    "two_show_day": {"hours"},
    "free_days": {"days", "per_days"},
}
SEVERITY = {
    "person_twice": "hard",
    "studio_twice": "hard",
    "lead_twice": "hard",
    "absent": "hard",
    "not_available": "hard",
    "spot_twice": "hard",
    "leads_in_a_row": "warning",
    "uncast": "warning",
    "uncovered": "note",
}
# The figures of the contracts, pack by pack.
FIGURES: dict[str, dict[str, tuple[float, ...]]] = {
    "us1": {
        "hours_a_day": (6,),
        "hours_a_week": (30,),
        "span": (9, 2),
        "consecutive": (3, 15),
        "meal": (60, 3),
        "two_show_day": (0,),
    },
    "us2": {
        "person_twice": (),
        "hours_a_week": (30,),
        "consecutive": (3, 15),
        "meal": (60, 4),
    },
    "us3": {"hours_a_day": (5,), "show_day": (2, 3)},
    "us4": {"free_days": (2, 7)},
    "ca": {
        "hours_a_day": (6,),
        "hours_a_week": (30,),
        "span": (8, 0),
        "show_day": (2, 2),
        "two_show_day": (0.5,),
        "free_days": (2, 7),
    },
    "de": {"hours_a_day": (7,), "overnight_rest": (11,), "free_days": (1, 7)},
    "fr": {"hours_a_day": (7,), "meal": (60, 5)},
    "no": {"hours_a_day": (5,), "show_day": (4, 4)},
    "uk": {"span": (10, 0), "consecutive": (3, 15), "meal": (60, 3), "free_days": (2, 14)},
}


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((PACKS / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def pack(request: pytest.FixtureRequest) -> dict[str, Any]:
    return read(request.param.stem)


def test_the_packs_are_there() -> None:
    assert {path.stem for path in FILES} == {"house", *FIGURES}


def test_a_pack_says_what_it_is(pack: dict[str, Any]) -> None:
    assert set(pack) == {"name", "title", "year", "source", "rule"}
    assert all(pack[key].strip() for key in ("name", "title", "year", "source"))


def test_names_tell_packs_apart() -> None:
    names = [read(path.stem)["name"] for path in FILES]
    assert len(set(names)) == len(names)


def test_rules_and_limits_are_known(pack: dict[str, Any]) -> None:
    for rule in pack["rule"]:
        assert set(rule) == {"name", "severity", "clause", "source", "limits"}
        assert set(rule["limits"]) == LIMITS[rule["name"]], rule["name"]
        assert rule["severity"] in SEVERITIES
        assert all(value >= 0 for value in rule["limits"].values())


def test_a_rule_stands_once_in_a_pack(pack: dict[str, Any]) -> None:
    names = [rule["name"] for rule in pack["rule"]]
    assert len(set(names)) == len(names)


def test_each_clause_names_its_pack_and_source(pack: dict[str, Any]) -> None:
    for rule in pack["rule"]:
        assert rule["clause"].startswith(f"{pack['name']} · ")
        assert re.fullmatch(r"[a-z]+[0-9]?(-[a-z0-9]+)?", rule["source"]), rule["source"]


def test_severities_are_the_agreed_ones(pack: dict[str, Any]) -> None:
    for rule in pack["rule"]:
        assert rule["severity"] == SEVERITY.get(rule["name"], "breach"), rule["name"]


def test_the_house_pack_has_every_rule() -> None:
    assert [rule["name"] for rule in read("house")["rule"]] == list(LIMITS)


@pytest.mark.parametrize("name", FIGURES)
def test_figures_are_those_of_the_contract(name: str) -> None:
    said = {rule["name"]: tuple(rule["limits"].values()) for rule in read(name)["rule"]}
    assert said == FIGURES[name]
