"""Where things are: what ships with the program, and each person's own folders."""

from __future__ import annotations

import sys
from pathlib import Path

from platformdirs import PlatformDirs

_FOLDERS = PlatformDirs("castapp", appauthor=False)


def resources() -> Path:
    """The folder of icons, fonts, ballets and rule packs that ship with the program."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    beside = Path(__file__).resolve().parent / "resources"
    return beside if beside.is_dir() else Path(__file__).resolve().parents[1] / "resources"


def resource(name: str) -> Path:
    """One file or folder of what ships."""
    return resources() / name


def settings_file() -> Path:
    """The person's own settings (TOML)."""
    return Path(_FOLDERS.user_config_dir) / "settings.toml"


def geometry_file() -> Path:
    """Where the window last stood."""
    return Path(_FOLDERS.user_config_dir) / "window.ini"


def log_file() -> Path:
    """The rotating log."""
    return Path(_FOLDERS.user_log_dir) / "castapp.log"


def documents() -> Path:
    """Where company files go unless the person says otherwise."""
    return Path(_FOLDERS.user_documents_dir)
