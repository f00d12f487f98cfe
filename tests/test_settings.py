"""Settings survive a round trip, and a damaged file is as at first."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from castapp.settings import MOST_RECENT, Recent, Settings, read, remembering, write


def test_what_is_written_is_read(tmp_path: Path) -> None:
    kept = Settings("Ada", "dark", True, (Recent("a.castapp", "Ballet", "2026-10-14"),))
    write(tmp_path / "deep" / "settings.toml", kept)
    assert read(tmp_path / "deep" / "settings.toml") == kept


@pytest.mark.parametrize(
    "text",
    ["", "not toml [", 'scheme = "pink"\nname = 3', 'recent = "none"', "recent = [1, {name = 2}]"],
)
def test_a_damaged_file_is_as_at_first(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    assert read(path) == Settings()


def test_no_file_is_as_at_first(tmp_path: Path) -> None:
    assert read(tmp_path / "none.toml") == Settings()


def test_the_last_opened_comes_first_and_once() -> None:
    settings = Settings()
    for number in range(12):
        settings = remembering(settings, Recent(f"{number % 10}.castapp", "Ballet", str(number)))
    assert len(settings.recent) == MOST_RECENT
    assert settings.recent[0] == Recent("1.castapp", "Ballet", "11")
    assert len({one.address for one in settings.recent}) == MOST_RECENT


def test_changes_always_carry_a_name() -> None:
    assert Settings(name="Ada").author == "Ada"
    assert Settings().author


def test_the_name_beside_changes_is_never_that_of_the_login(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pwd = pytest.importorskip("pwd")

    def account(gecos: str) -> None:
        found = SimpleNamespace(pw_name="ada", pw_gecos=gecos)
        monkeypatch.setattr(pwd, "getpwuid", lambda _uid: found)

    account("Ada Vega,,,")
    assert Settings().author == "Ada Vega"
    account("ada")
    assert Settings().author == "Desk"
    assert Settings("Cleo").author == "Cleo"
