"""The medical part as the screens share it: opened once, locked by itself, closed on leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from castapp.services.desk import Desk
    from castapp.services.medical import SetUp, Vault
    from castapp.ui.screen import ScreenContext

IDLE = 5 * 60 * 1000
"""Milliseconds without use after which the medical part locks itself."""


class MedicalSession(QObject):
    """Holds the open vault of one desk. `changed` tells that it was opened or locked.

    A screen that may show what is inside calls `stay` when it comes up and `leave` when it goes;
    going from one such screen to another keeps the part open, going anywhere else locks it.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None, idle: int = IDLE) -> None:
        super().__init__(parent)
        self._desk = desk
        self._vault: Vault | None = None
        self._known = False
        self._idle = QTimer(self, singleShot=True, interval=idle)
        self._idle.timeout.connect(self.lock)
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self._leaving.timeout.connect(self.lock)

    @property
    def is_set_up(self) -> bool:
        """Whether this company has a medical part. Raises Refused if that cannot be read."""
        from castapp.services import medical

        self._known = self._known or medical.is_set_up(self._desk)
        return self._known

    @property
    def vault(self) -> Vault | None:
        """The open vault, None while locked."""
        return self._vault

    @property
    def is_open(self) -> bool:
        """Whether the medical part is open."""
        return self._vault is not None

    def prepare(self, passphrase: str) -> SetUp:
        """Begin a medical part; nothing is kept until `finish`. Raises Refused."""
        from castapp.services import medical

        return medical.set_up(passphrase)

    def finish(self, prepared: SetUp, typed: str) -> None:
        """Make the medical part, its recovery key typed back, and open it. Raises Refused."""
        from castapp.services import medical

        self._open(medical.finish(self._desk, prepared, typed))

    def unlock(self, passphrase: str) -> None:
        """Open the medical part. Raises Refused."""
        from castapp.services import medical

        self._open(medical.unlock(self._desk, passphrase))

    def recover(self, recovery_key: str, passphrase: str) -> None:
        """Open it with the recovery key and give it a new passphrase. Raises Refused."""
        from castapp.services import medical

        vault = medical.recover(self._desk, recovery_key)
        medical.change_passphrase(self._desk, vault, passphrase)
        self._open(vault)

    def lock(self) -> None:
        """Forget the key."""
        self._idle.stop()
        self._leaving.stop()
        vault, self._vault = self._vault, None
        if vault is not None:
            vault.lock()
            self.changed.emit()

    def stay(self) -> None:
        """A screen that may show what is inside has come up."""
        self._leaving.stop()

    def leave(self) -> None:
        """Such a screen goes: lock, unless another one comes up at once."""
        if self.is_open:
            self._leaving.start()

    def touch(self) -> None:
        """It is in use: the time to the lock begins anew."""
        if self.is_open:
            self._idle.start()

    def _open(self, vault: Vault) -> None:
        self._known = True
        self._vault = vault
        self._idle.start()
        self.changed.emit()


def medical_session(context: ScreenContext) -> MedicalSession:
    """The session the program hands to its screens, as `services` or its `medical`.

    A window put together without one gets one on its own desk, kept with the desk's signals so
    that all its screens share it.
    """
    found = getattr(context.services, "medical", context.services)
    if isinstance(found, MedicalSession):
        return found
    kept = context.signals.findChild(MedicalSession)
    return kept or MedicalSession(context.desk, context.signals)
