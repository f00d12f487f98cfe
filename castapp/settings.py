"""Each person's own settings: a frozen dataclass kept as TOML in their own folder."""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

Scheme = Literal["system", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark")
MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Recent:
    """A company opened before: where it is, what it is called, when it was last open and last
    backed up from here (ISO).
    """

    address: str
    name: str
    opened: str = ""
    backed_up: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose for themselves; the company's own choices are in its file."""

    name: str = ""
    scheme: Scheme = "system"
    stronger_lines: bool = False
    recent: tuple[Recent, ...] = ()

    @property
    def author(self) -> str:
        """The name written beside changes: the one given, else the account holder's."""
        return self.name or account_name()


def account_name() -> str:
    """The full name of whoever's account it is at this computer, never the name it is logged in
    with; "Desk" where none is known.
    """
    try:
        import pwd

        account = pwd.getpwuid(os.getuid())
    except (ImportError, OSError, KeyError):
        return "Desk"
    full = account.pw_gecos.partition(",")[0].strip()
    return "Desk" if full in ("", account.pw_name) else full


def read(path: Path) -> Settings:
    """The settings in a file; what is missing or cannot be read is as at first."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _from_values(values)


def write(path: Path, settings: Settings) -> None:
    """Keep the settings: written beside, then put in place. Raises OSError."""
    import tomli_w

    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    values = asdict(settings)
    values["recent"] = [asdict(recent) for recent in settings.recent]
    beside.write_bytes(tomli_w.dumps(values).encode("utf-8"))
    beside.replace(path)


def remembering(settings: Settings, opened: Recent) -> Settings:
    """The settings with a company at the head of those opened last, its backup still known."""
    known = next((one for one in settings.recent if one.address == opened.address), opened)
    others = (one for one in settings.recent if one.address != opened.address)
    first = replace(opened, backed_up=opened.backed_up or known.backed_up)
    return replace(settings, recent=(first, *others)[:MOST_RECENT])


def _from_values(values: dict[str, Any]) -> Settings:
    first = Settings()
    scheme = values.get("scheme")
    lines = values.get("stronger_lines")
    name = values.get("name")
    recent = values.get("recent")
    return Settings(
        name=name if isinstance(name, str) else first.name,
        scheme=next((one for one in SCHEMES if one == scheme), first.scheme),
        stronger_lines=lines if isinstance(lines, bool) else first.stronger_lines,
        recent=tuple(_recent(one) for one in recent if _is_recent(one))
        if isinstance(recent, list)
        else (),
    )


def _is_recent(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(value.get(key), str) for key in ("address", "name")
    )


def _recent(value: dict[str, Any]) -> Recent:
    stamps = (value.get(key, "") for key in ("opened", "backed_up"))
    opened, backed_up = (stamp if isinstance(stamp, str) else "" for stamp in stamps)
    return Recent(value["address"], value["name"], opened, backed_up)
