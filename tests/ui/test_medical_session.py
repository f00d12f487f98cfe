"""The medical part as screens share it: opened once, locked in time and on leaving."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from castapp.services.desk import Desk, Refused
from castapp.ui.medical_session import MedicalSession, medical_session
from castapp.ui.screen import ScreenContext
from tests.builders import company_book
from tests.ui.medical_house import PHRASE, desk_with, with_medical_part


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_with(tmp_path, company_book())
    yield made
    made.close()


def test_set_up_needs_the_recovery_key_typed_back(desk: Desk, qtbot: QtBot) -> None:
    session = MedicalSession(desk)
    assert not session.is_set_up
    with pytest.raises(Refused, match="too short"):
        session.prepare("short")
    prepared = session.prepare(PHRASE)
    with pytest.raises(Refused, match="not the recovery key"):
        session.finish(prepared, "something else")
    assert session.vault is None
    with qtbot.waitSignal(session.changed):
        session.finish(prepared, prepared.recovery_key.lower())
    assert session.is_open
    session.lock()
    assert MedicalSession(desk).is_set_up
    session.recover(prepared.recovery_key, "another passphrase")
    session.lock()
    with pytest.raises(Refused):
        session.unlock(PHRASE)
    session.unlock("another passphrase")
    session.lock()


def test_locking_forgets_the_key(desk: Desk, qtbot: QtBot) -> None:
    with_medical_part(desk)
    session = MedicalSession(desk)
    session.unlock(PHRASE)
    vault = session.vault
    assert vault is not None
    with qtbot.waitSignal(session.changed):
        session.lock()
    assert vault.is_locked
    assert session.vault is None


def test_it_locks_itself_when_it_is_not_used(desk: Desk, qtbot: QtBot) -> None:
    with_medical_part(desk)
    session = MedicalSession(desk, idle=1)
    with qtbot.waitSignals([session.changed, session.changed]):
        session.unlock(PHRASE)
    assert not session.is_open


def test_leaving_locks_unless_another_such_screen_comes_up(desk: Desk, qtbot: QtBot) -> None:
    with_medical_part(desk)
    session = MedicalSession(desk)
    session.unlock(PHRASE)
    session.leave()
    session.stay()
    qtbot.wait(1)
    assert session.is_open
    with qtbot.waitSignal(session.changed):
        session.leave()
    assert not session.is_open


def test_screens_share_one_session(desk: Desk, qtbot: QtBot) -> None:
    given = MedicalSession(desk)
    signals = QObject()

    def found(services: object) -> MedicalSession:
        context = SimpleNamespace(desk=desk, signals=signals, services=services)
        return medical_session(cast(ScreenContext, context))

    assert found(given) is given
    assert found(SimpleNamespace(medical=given)) is given
    own = found(None)
    assert own is not given
    assert found(None) is own
