"""The medical part: opened by a passphrase or the recovery key, each dancer under an own key.

Sealed records travel through the desk like any other; the keys stay out of the journal.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from castapp.domain.availability import Injury
from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.record import new_id
from castapp.services import sealing
from castapp.services.desk import Desk, Refused, refusing
from castapp.services.sealing import Unopened
from castapp.store.entry import WrappedKey
from castapp.store.trouble import Trouble

LABEL = "Changed a sealed record"
PASSPHRASE, RECOVERY = "passphrase", "recovery"
SHORTEST = 8
BLOCK = 256  # sealed text is filled up to whole blocks, so that its length tells nothing

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SetUp:
    """A medical part about to be made; nothing is kept until its recovery key is typed back."""

    recovery_key: str
    passphrase: str = field(repr=False)
    medical_key: bytes = field(repr=False)


class Vault:
    """The medical part, unlocked. Locking it forgets the key."""

    def __init__(self, desk: Desk, medical_key: bytes) -> None:
        self._desk = desk
        self._key: bytes | None = medical_key

    @property
    def is_locked(self) -> bool:
        """Whether the key was forgotten."""
        return self._key is None

    def lock(self) -> None:
        """Forget the key."""
        self._key = None

    @property
    def key(self) -> bytes:
        """The medical key. Raises Refused if the vault is locked."""
        if self._key is None:
            raise Refused("The medical part is locked. Type the passphrase.")
        return self._key

    def data_key(self, person_id: str, *, make: bool = False) -> bytes:
        """The key of one dancer's records; made if there is none and `make` is given."""
        name = _data_name(person_id)
        with refusing():
            kept = self._desk.keys.get(name)
            if kept is None and make:
                fresh = sealing.seal(self.key, sealing.new_key(), name)
                _add_once(self._desk, name, fresh)
                kept = self._desk.keys.get(name)
        if kept is None:
            raise Refused("This medical record was erased and cannot be read again.")
        try:
            return sealing.unseal(self.key, kept.wrapped, name)
        except Unopened as wrong:
            raise Refused("The key of this medical record is damaged.") from wrong


def is_set_up(desk: Desk) -> bool:
    """Whether this company has a medical part."""
    with refusing():
        return desk.keys.get(PASSPHRASE) is not None


def set_up(passphrase: str) -> SetUp:
    """Prepare a medical part: its recovery key has to be printed, then typed back to `finish`."""
    _check_passphrase(passphrase)
    return SetUp(sealing.new_recovery_key(), passphrase, sealing.new_key())


def finish(desk: Desk, prepared: SetUp, typed: str) -> Vault:
    """Make the medical part, once the recovery key was typed back right. Raises Refused."""
    if sealing.plain_recovery_key(typed) != sealing.plain_recovery_key(prepared.recovery_key):
        raise Refused("This is not the recovery key; look at the printed one and type it again.")
    recovery = sealing.plain_recovery_key(prepared.recovery_key)
    if is_set_up(desk):
        raise Refused("This company has a medical part already.")
    with refusing():
        desk.keys.add(
            {
                PASSPHRASE: _wrapped(prepared.passphrase, prepared.medical_key, PASSPHRASE),
                RECOVERY: _wrapped(recovery, prepared.medical_key, RECOVERY),
            }
        )
    return Vault(desk, prepared.medical_key)


def unlock(desk: Desk, passphrase: str) -> Vault:
    """Open the medical part with its passphrase. Raises Refused."""
    return _opened(desk, PASSPHRASE, passphrase, "The passphrase is not right. Type it again.")


def recover(desk: Desk, recovery_key: str) -> Vault:
    """Open the medical part with its recovery key, to choose a new passphrase. Raises Refused."""
    typed = sealing.plain_recovery_key(recovery_key)
    return _opened(desk, RECOVERY, typed, "This is not the recovery key of this company.")


def change_passphrase(desk: Desk, vault: Vault, passphrase: str) -> None:
    """Put a new passphrase in the place of the old one; the recovery key stays. Raises Refused."""
    _check_passphrase(passphrase)
    wrapped = _wrapped(passphrase, vault.key, PASSPHRASE)
    with refusing():
        desk.keys.replace(PASSPHRASE, wrapped)


def seal(vault: Vault, person_id: str, fields: Fields, record: Injury | None = None) -> Injury:
    """A record with these fields sealed in it: a new one, or `record` with new content."""
    record_id = record.id if record else new_id()
    text = json.dumps(dict(fields), ensure_ascii=False).encode()
    filled = text.ljust(-(-len(text) // BLOCK) * BLOCK)
    sealed = sealing.seal(vault.data_key(person_id, make=True), filled, _record_name(record_id))
    return Injury(record_id, person_id=person_id, payload=base64.b64encode(sealed).decode())


def read(vault: Vault, record: Injury) -> dict[str, str]:
    """What a sealed record says. Raises Refused if it was erased or altered."""
    key = vault.data_key(record.person_id)
    try:
        sealed = base64.b64decode(record.payload, validate=True)
        fields: dict[str, str] = json.loads(sealing.unseal(key, sealed, _record_name(record.id)))
    except (Unopened, binascii.Error) as wrong:
        raise Refused(
            "This medical record was altered outside Castapp; it is not shown."
        ) from wrong
    return fields


def keep(book: Book, record: Injury) -> Edit:
    """The edit that puts a sealed record into the book."""
    draft = Draft(book)
    draft.put(record)
    return draft.edit(LABEL)


def erase(desk: Desk, person_id: str) -> None:
    """Take somebody's medical records out and destroy their key; no undo makes them legible.

    Backups made before still hold them. Raises Refused.
    """
    draft = Draft(desk.book)
    for record in desk.book.where(Injury, "person_id", person_id):
        draft.drop(record)
    desk.commit(draft.edit(LABEL), judged=False)
    with refusing():
        desk.keys.drop(_data_name(person_id))


def _check_passphrase(passphrase: str) -> None:
    if len(passphrase) < SHORTEST:
        raise Refused(f"The passphrase is too short; give it at least {SHORTEST} characters.")


def _wrapped(secret: str, medical_key: bytes, name: str) -> WrappedKey:
    salt = sealing.new_salt()
    return WrappedKey(salt, sealing.seal(sealing.key_from(secret, salt), medical_key, name))


def _opened(desk: Desk, name: str, secret: str, refusal: str) -> Vault:
    with refusing():
        kept = desk.keys.get(name)
    if kept is None:
        raise Refused("This company has no medical part yet.")
    try:
        return Vault(desk, sealing.unseal(sealing.key_from(secret, kept.salt), kept.wrapped, name))
    except Unopened as wrong:
        raise Refused(refusal) from wrong


def _add_once(desk: Desk, name: str, wrapped: bytes) -> None:
    try:
        desk.keys.add({name: WrappedKey(b"", wrapped)})
    except Trouble:
        if desk.keys.get(name) is None:
            raise


def _data_name(person_id: str) -> str:
    return f"person:{person_id}"


def _record_name(record_id: str) -> str:
    return f"Injury:{record_id}"
