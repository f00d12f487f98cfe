from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from castapp.domain.availability import Injury
from castapp.domain.edit import Change, Edit
from castapp.services import medical
from castapp.services.desk import Desk, Refused
from castapp.services.medical import Vault
from castapp.services.safekeeping import backup
from castapp.store.entry import unpack
from tests.builders import company_book
from tests.store.places import Opened

PHRASE = "grand jeté at dawn"
DIAGNOSIS = "Stress fracture of the second metatarsal"
FIELDS = {"diagnosis": DIAGNOSIS, "site": "left foot – métatarse"}


@pytest.fixture
def desk(address: str, opened: Opened) -> Desk:
    return opened.founded(address, company_book())


def made(desk: Desk) -> tuple[Vault, str]:
    prepared = medical.set_up(PHRASE)
    return medical.finish(desk, prepared, prepared.recovery_key), prepared.recovery_key


def kept(desk: Desk, vault: Vault) -> Injury:
    record = medical.seal(vault, "vega", FIELDS)
    desk.commit(medical.keep(desk.book, record))
    return record


def test_what_was_sealed_is_read_with_the_passphrase(desk: Desk, opened: Opened) -> None:
    assert not medical.is_set_up(desk)
    vault, _ = made(desk)
    record = kept(desk, vault)
    again = opened.desk(desk.address)
    assert medical.is_set_up(again)
    unlocked = medical.unlock(again, PHRASE)
    assert medical.read(unlocked, again.book.get(Injury, record.id)) == FIELDS
    changed = medical.seal(unlocked, "vega", {"diagnosis": "healed"}, record)
    assert changed.id == record.id
    assert medical.read(unlocked, changed) == {"diagnosis": "healed"}


def test_a_wrong_passphrase_opens_nothing(desk: Desk) -> None:
    with pytest.raises(Refused, match="no medical part yet"):
        medical.unlock(desk, PHRASE)
    made(desk)
    with pytest.raises(Refused, match="passphrase is not right"):
        medical.unlock(desk, PHRASE + " ")


def test_set_up_is_not_finished_until_the_recovery_key_is_typed_back(desk: Desk) -> None:
    prepared = medical.set_up(PHRASE)
    with pytest.raises(Refused, match="not the recovery key"):
        medical.finish(desk, prepared, prepared.recovery_key[:-1])
    assert not medical.is_set_up(desk)
    typed = prepared.recovery_key.lower().replace("-", " ").replace("o", "0")
    medical.finish(desk, prepared, typed)
    with pytest.raises(Refused, match="already"):
        medical.finish(desk, prepared, typed)
    with pytest.raises(Refused, match="at least 8"):
        medical.set_up("short")


def test_the_recovery_key_opens_and_lets_choose_a_new_passphrase(desk: Desk) -> None:
    vault, recovery_key = made(desk)
    record = kept(desk, vault)
    with pytest.raises(Refused, match="not the recovery key"):
        medical.recover(desk, "AAAA-BBBB")
    medical.change_passphrase(desk, medical.recover(desk, recovery_key), "port de bras")
    with pytest.raises(Refused, match="passphrase is not right"):
        medical.unlock(desk, PHRASE)
    assert medical.read(medical.unlock(desk, "port de bras"), record) == FIELDS


def test_a_locked_vault_reads_and_seals_nothing(desk: Desk) -> None:
    vault, _ = made(desk)
    record = kept(desk, vault)
    vault.lock()
    assert vault.is_locked
    with pytest.raises(Refused, match="locked"):
        medical.read(vault, record)
    with pytest.raises(Refused, match="locked"):
        medical.seal(vault, "moss", FIELDS)


def test_a_record_altered_or_moved_is_not_shown(desk: Desk) -> None:
    vault, _ = made(desk)
    record = kept(desk, vault)
    altered = "A" if record.payload[40] != "A" else "B"
    payload = record.payload[:40] + altered + record.payload[41:]
    for wrong in (
        replace(record, id="another"),
        replace(record, payload=payload),
        replace(record, payload="no base64 at all!"),
    ):
        with pytest.raises(Refused, match="altered outside"):
            medical.read(vault, wrong)


def test_two_desks_sealing_for_one_dancer_use_one_key(desk: Desk, opened: Opened) -> None:
    vault, _ = made(desk)
    other = medical.unlock(opened.desk(desk.address), PHRASE)
    assert vault.data_key("vega", make=True) == other.data_key("vega", make=True)
    assert vault.data_key("vega") != vault.data_key("moss", make=True)


def test_erased_records_stay_illegible_whatever_is_undone(desk: Desk) -> None:
    vault, _ = made(desk)
    record = kept(desk, vault)
    medical.erase(desk, "vega")
    assert desk.book.count(Injury) == 0
    desk.undo()
    with pytest.raises(Refused, match="erased"):
        medical.read(vault, desk.book.get(Injury, record.id))


def test_the_history_has_no_medical_word(desk: Desk) -> None:
    vault, _ = made(desk)
    record = kept(desk, vault)
    medical.erase(desk, "vega")
    for entry in desk.history()[:2]:
        assert entry.label == "Changed a sealed record"
        assert "metatarsal" not in repr(entry.edit)
    assert desk.history()[1].edit == Edit(medical.LABEL, (Change(None, record),))


def test_no_byte_stored_tells_the_diagnosis(desk: Desk, tmp_path: Path) -> None:
    vault, _ = made(desk)
    kept(desk, vault)
    medical.erase(desk, "vega")
    for where in (stored_in_file, stored_on_server):
        content = where(desk.address, tmp_path)
        for secret in (DIAGNOSIS, "metatarsal", "métatarse", PHRASE):
            assert secret.encode() not in content
            assert secret.encode("utf-16-le") not in content
    assert b"Meridian Ballet" in content


def stored_in_file(address: str, folder: Path) -> bytes:
    """Every byte of the company file, or of a copy of the shared company, journal unpacked."""
    copy = backup(address, folder)
    with closing(sqlite3.connect(copy)) as connection:
        edits = [repr(unpack(row[0])) for row in connection.execute("SELECT edit FROM journal")]
    own = b"" if "://" in address else Path(address).read_bytes()
    return own + copy.read_bytes() + "".join(edits).encode()


def stored_on_server(address: str, folder: Path) -> bytes:
    """Every row of every table on the server, as text."""
    if "://" not in address:
        return stored_in_file(address, folder)
    with psycopg.connect(address) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        rows = [
            row
            for (name,) in names.fetchall()
            for row in connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608
        ]
    return repr(rows).encode()
