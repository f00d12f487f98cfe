"""The composition root: a window only where there is a display, zones of this computer."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from castapp import app
from castapp.domain.availability import Injury
from castapp.domain.company import Company
from castapp.services.medical import read, unlock
from castapp.services.sample import PASSPHRASE


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if name not in app.DISPLAYS}
    return subprocess.run(
        [sys.executable, "-m", "castapp", *arguments],
        capture_output=True, text=True, env=bare, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("arguments", [(), ("open", "some.castapp")])
def test_without_a_display_it_says_so(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr == "castapp: There is no display here, so no window; try castapp --help.\n"


def test_help_needs_no_display() -> None:
    done = run("open", "--help")
    assert done.returncode == 0
    assert "usage: castapp open" in done.stdout


def test_the_zone_of_this_computer_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Madrid")
    assert app.local_zone() == "Europe/Madrid"
    desk = app.new_company(str(tmp_path / "a.castapp"), "Meridian Ballet")
    assert next(iter(desk.book.all(Company))).zone == "Europe/Madrid"
    desk.close()


def test_nobody_undoes_the_sample_by_accident(tmp_path: Path) -> None:
    desk = app.new_sample(str(tmp_path / "s.castapp"), date(2026, 10, 14))
    assert desk.undo_label == ""
    vault = unlock(desk, PASSPHRASE)
    records = [read(vault, record) for record in desk.book.all(Injury)]
    assert any(records)
    desk.close()
