from __future__ import annotations

from pathlib import Path

import pytest

from castapp.store.presence import Presence, lock_beside, sole
from castapp.store.trouble import Trouble


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "company.castapp"


def test_those_who_come_later_are_not_alone(path: Path) -> None:
    first, second = Presence(path), Presence(path)
    assert (first.alone, second.alone) == (True, False)
    first.leave()
    third = Presence(path)
    assert not third.alone
    second.leave()
    third.leave()


def test_the_last_to_leave_takes_the_lock_away(path: Path) -> None:
    first, second = Presence(path), Presence(path)
    first.leave()
    assert lock_beside(path).exists()
    second.leave()
    second.leave()
    assert not lock_beside(path).exists()


def test_a_lock_left_by_a_killed_program_stops_nobody(path: Path) -> None:
    lock_beside(path).touch()
    presence = Presence(path)
    assert presence.alone
    presence.leave()
    assert not lock_beside(path).exists()


def test_having_a_file_to_oneself_waits_for_nobody(path: Path) -> None:
    presence = Presence(path)
    with pytest.raises(Trouble, match="open in a window"), sole(path):
        raise AssertionError("not reached")
    presence.leave()
    with sole(path):
        late = Presence(path)
        assert not late.alone
    late.leave()
    assert not lock_beside(path).exists()


def test_where_no_lock_can_be_kept_one_passes_for_alone(tmp_path: Path) -> None:
    nowhere = tmp_path / "no folder" / "company.castapp"
    presence = Presence(nowhere)
    assert presence.alone
    presence.leave()
    with pytest.raises(Trouble, match="Nothing can be written"), sole(nowhere):
        raise AssertionError("not reached")
