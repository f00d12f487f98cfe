"""What can go wrong with a store, each as one sentence for the person at the desk."""

from __future__ import annotations


class Trouble(Exception):
    """The store cannot do it; the text says what is wrong and what to do."""


class Behind(Trouble):
    """Somebody else wrote meanwhile: catch up, then try again."""


class Busy(Trouble):
    """Somebody else is writing just now, and took longer than we wait."""


class CutOff(Trouble):
    """The connection was lost or the disk failed half-way: look whether the entry is there."""


class Unsure(Trouble):
    """It cannot be told whether the entry is there; ask again under its id."""


class Loose(Trouble):
    """The change would leave a record pointing at nothing."""


class NotOurs(Trouble):
    """The file or database is no company, or not one this program can open."""
