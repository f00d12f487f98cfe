"""Rule packs: the TOML files that give rules their numbers, and the company's own settings."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.company import COMPANY_ID, Company, RuleSetting
from castapp.domain.finding import SEVERITIES
from castapp.paths import resource
from castapp.rules import ALL
from castapp.rules.limits import OFF, Limits
from castapp.rules.rule import Rule

HOUSE = "house"
WORDS = (*SEVERITIES, OFF)
RULES: Mapping[str, Rule] = {rule.name: rule for rule in ALL}

_FOLDER = "rulepacks"
_Kinds = Mapping[str, type[str] | type[list[Any]] | type[dict[str, Any]]]
_TOP: _Kinds = {"name": str, "title": str, "year": str, "source": str, "rule": list}
_OF_RULE: _Kinds = {"name": str, "severity": str, "clause": str, "source": str, "limits": dict}


class BadPack(Invalid):
    """A rule pack that cannot be used; its text names the file and the key."""


@dataclass(frozen=True, slots=True)
class PackRule:
    """What a pack says of one rule: its limits, and the key of the source they come from."""

    limits: Limits
    source: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A rule pack. `key` is its file's name, which a company chooses it by."""

    key: str
    name: str
    title: str
    year: str
    source: str
    rules: Mapping[str, PackRule]


def load_packs() -> dict[str, Pack]:
    """The packs that ship with the program, by key. Raises BadPack for the first bad one."""
    found = sorted(resource(_FOLDER).glob("*.toml"))
    return {path.stem: _kept(path) for path in found}


def read_pack(path: Path) -> Pack:
    """One pack from its file. Raises BadPack."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadPack(f"The rule pack {path.name} cannot be read: {problem}.") from problem
    _check_keys(path, "", data, _TOP)
    rules: dict[str, PackRule] = {}
    for entry in data["rule"]:
        name, rule = _read_rule(path, entry)
        if name in rules:
            raise BadPack(f"The rule pack {path.name} has the rule {name} twice.")
        rules[name] = rule
    top = {key: data[key] for key in ("name", "title", "year", "source")}
    return Pack(path.stem, **top, rules=rules)


def chosen(book: Book) -> Pack:
    """The pack the company works by. Raises BadPack if it is not among those that ship."""
    company = book.find(Company, COMPANY_ID)
    key = company.rulepack if company else HOUSE
    path = resource(_FOLDER) / f"{key}.toml"
    known = [one.stem for one in sorted(path.parent.glob("*.toml"))]
    if key not in known:
        raise BadPack(
            f"The rule pack “{key}” does not ship with Castapp; "
            f"choose one of {', '.join(known)} in Settings."
        )
    return _kept(path)


def limits(book: Book, rule: str) -> Limits:
    """What a rule is judged by: its pack's numbers with the company's own above them."""
    kept: dict[str, Limits] = book.cache("limits", Company, RuleSetting)
    if rule not in kept:
        kept[rule] = _limits(book, RULES[rule])
    return kept[rule]


def _limits(book: Book, rule: Rule) -> Limits:
    said = chosen(book).rules.get(rule.name)
    if said is None and rule.always:
        said = _kept(resource(_FOLDER) / f"{HOUSE}.toml").rules.get(rule.name)
    base = said.limits if said else Limits(OFF, dict(rule.defaults))
    values, severity = dict(base.values), base.severity
    for setting in book.where(RuleSetting, "rule", rule.name):
        if setting.limit in rule.needs or setting.limit in rule.defaults:
            values[setting.limit] = setting.value
        elif not setting.limit and setting.word in WORDS:
            severity = setting.word
    if any(name not in values for name in rule.needs):
        severity = OFF
    return Limits(severity, values, base.clause)


@lru_cache(maxsize=64)
def _kept(path: Path) -> Pack:
    return read_pack(path)


def _read_rule(path: Path, entry: Any) -> tuple[str, PackRule]:
    if not isinstance(entry, dict):
        raise BadPack(f"In the rule pack {path.name}, “rule” must be a list of [[rule]] tables.")
    name = entry.get("name", "?")
    where = f" of the rule {name}"
    _check_keys(path, where, entry, _OF_RULE)
    rule = RULES.get(name)
    if rule is None:
        raise BadPack(f"The rule pack {path.name} names the rule “{name}”, which does not exist.")
    if entry["severity"] not in WORDS:
        raise BadPack(
            f"In the rule pack {path.name}, the severity{where} is “{entry['severity']}”; "
            f"it is one of {', '.join(WORDS)}."
        )
    values = _read_limits(path, where, rule, entry["limits"])
    return name, PackRule(Limits(entry["severity"], values, entry["clause"]), entry["source"])


def _read_limits(path: Path, where: str, rule: Rule, given: dict[str, Any]) -> dict[str, float]:
    values = dict(rule.defaults)
    for key, value in given.items():
        if key not in rule.needs and key not in rule.defaults:
            raise BadPack(
                f"In the rule pack {path.name}, the limits{where} have the unknown key “{key}”."
            )
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 10000:
            raise BadPack(
                f"In the rule pack {path.name}, the limit “{key}”{where} "
                "is not a number from 0 to 10000."
            )
        values[key] = float(value)
    missing = [key for key in rule.needs if key not in values]
    if missing:
        raise BadPack(f"In the rule pack {path.name}, the limit “{missing[0]}”{where} is missing.")
    return values


def _check_keys(path: Path, where: str, data: dict[str, Any], known: _Kinds) -> None:
    for key in data:
        if key not in known:
            raise BadPack(f"The rule pack {path.name} has the unknown key “{key}”{where}.")
    for key, kind in known.items():
        if key not in data:
            raise BadPack(f"The rule pack {path.name} lacks the key “{key}”{where}.")
        if not isinstance(data[key], kind):
            raise BadPack(
                f"In the rule pack {path.name}, the key “{key}”{where} is not a {kind.__name__}."
            )
