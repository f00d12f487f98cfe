from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from castapp.store.copying import STALE_SECONDS, arriving, copy_company, take_place
from castapp.store.trouble import NotOurs
from tests.builders import company_book
from tests.store.places import Opened

KEPT = 0o600 if sys.platform != "win32" else 0o666  # Windows keeps rights elsewhere
SHARED = 0o660 if sys.platform != "win32" else 0o666


@pytest.fixture
def company(tmp_path: Path, opened: Opened) -> Path:
    path = tmp_path / "Meridian.castapp"
    opened.founded(str(path), company_book()).close()
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refuse_links(source: object, target: object) -> None:
    raise OSError(1, "no links here")


def two_at_once(target: Path) -> None:
    with arriving(target, replacing=False) as one:
        one.write_bytes(b"one")
        with arriving(target, replacing=False) as two:
            assert one != two
            two.write_bytes(b"two")


@pytest.mark.parametrize("links", [True, False])
def test_of_two_makers_of_one_file_one_wins_and_nothing_mixes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", refuse_links)
    target = tmp_path / "new.castapp"
    with pytest.raises(NotOurs, match="is there already"):
        two_at_once(target)
    assert target.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_killed_maker_left_is_swept_away_after_an_hour(tmp_path: Path) -> None:
    target = tmp_path / "new.castapp"
    old, young, other = (
        tmp_path / name
        for name in (
            ".new.castapp.1.arriving",
            ".new.castapp.2.arriving",
            ".old.castapp.3.arriving",
        )
    )
    for left in (old, young, other):
        left.touch()
    for left in (old, other):
        then = left.stat().st_mtime - STALE_SECONDS - 60
        os.utime(left, (then, then))
    with arriving(target) as fresh:
        fresh.write_bytes(b"x")
    assert set(tmp_path.iterdir()) == {target, young, other}


def test_a_company_is_its_makers_alone_to_read(company: Path, tmp_path: Path) -> None:
    assert mode(company) == KEPT
    copy = tmp_path / "copy.castapp"
    copy_company(str(company), copy)
    assert mode(copy) == KEPT


def test_a_file_others_may_read_stays_so_when_it_is_replaced(company: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.castapp"
    copy_company(str(company), copy)
    company.chmod(SHARED)
    take_place(copy, company, None)
    assert mode(company) == SHARED


def test_damage_is_told_of_the_file_that_has_it(company: Path, tmp_path: Path) -> None:
    content = bytearray(company.read_bytes())
    content[8192:12288] = bytes(4096)
    company.write_bytes(content)
    target = tmp_path / "copy.castapp"
    with pytest.raises(NotOurs, match=r"^Meridian\.castapp is damaged"):
        copy_company(str(company), target)
    with pytest.raises(NotOurs, match=r"^Meridian\.castapp is damaged"):
        take_place(company, target, None)
    assert list(tmp_path.iterdir()) == [company]
