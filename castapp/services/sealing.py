"""Ciphers of the medical part: keys from passphrases, keys wrapped by keys, sealed text.

AES-256-GCM throughout; what is sealed is bound to the name it was sealed for, so that it cannot
be moved. Passphrases go through scrypt (n = 2¹⁶, r = 8, p = 1: 64 MiB, a third of a second).
"""

from __future__ import annotations

import base64
import os
import unicodedata

KEY_BYTES = 32
NONCE_BYTES = 12
RECOVERY_BYTES = 20  # 160 bits: 32 letters in groups of four
SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**16, 8, 1
LOOKALIKES = str.maketrans({"0": "O", "1": "I", "8": "B", "-": "", " ": ""})


class Unopened(Exception):
    """The key does not fit, or what it should open was altered."""


def new_key() -> bytes:
    """A fresh 256-bit key."""
    return os.urandom(KEY_BYTES)


def new_salt() -> bytes:
    """A fresh salt."""
    return os.urandom(16)


def new_recovery_key() -> str:
    """A fresh recovery key as it is printed: eight groups of four letters and digits."""
    text = base64.b32encode(os.urandom(RECOVERY_BYTES)).decode()
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def plain_recovery_key(typed: str) -> str:
    """A recovery key without the accidents of typing: case, blanks, 0 for O, 1 for I, 8 for B."""
    return typed.upper().translate(LOOKALIKES).strip()


def key_from(secret: str, salt: bytes) -> bytes:
    """The key a passphrase or a recovery key makes with a salt."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    maker = Scrypt(salt=salt, length=KEY_BYTES, n=SCRYPT_N, r=SCRYPT_R, p=SCRYPT_P)
    return maker.derive(unicodedata.normalize("NFC", secret).encode())


def seal(key: bytes, secret: bytes, name: str) -> bytes:
    """A secret sealed under a key, bound to a name."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, secret, name.encode())


def unseal(key: bytes, sealed: bytes, name: str) -> bytes:
    """The secret. Raises Unopened if key or name is wrong, or a byte was altered."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], name.encode())
    except (InvalidTag, ValueError) as wrong:
        raise Unopened from wrong
