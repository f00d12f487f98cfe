"""The program opens no network connection: a whole demonstration and a window, cut off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

GUARDED = """
import sys

NAMING = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname",
          "socket.sendto", "socket.sendmsg", "urllib.Request")
tried = []

def guard(event, arguments):
    if event in NAMING or event == "socket.__new__":
        tried.append((event, arguments[1:]))
        raise PermissionError(f"{event} was tried")

sys.addaudithook(guard)
from castapp import app

status = app.main(["demo", "--out", sys.argv[1]])
app.first_board(sys.argv[1] + "/Sample company.castapp")
loaded = {"PySide6.QtNetwork", "urllib.request", "http.client"} & set(sys.modules)
print(status, tried, sorted(loaded))
"""
TRYING = """
import socket
exec(open(__import__("sys").argv[1]).read().partition("from castapp")[0])
try:
    socket.create_connection(("127.0.0.1", 9), 0.1)
except PermissionError as refused:
    print(refused)
"""
CUT_OFF = ["unshare", "--user", "--map-root-user", "--net"]


def cut_off() -> list[str]:
    """What runs a command without any network, where the system lets us; else nothing."""
    if shutil.which(CUT_OFF[0]) is None:
        return []
    done = subprocess.run([*CUT_OFF, "true"], check=False, capture_output=True)
    return CUT_OFF if done.returncode == 0 else []


def test_the_demonstration_and_a_window_need_no_network(tmp_path: Path) -> None:
    home = {name: str(tmp_path / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [*cut_off(), sys.executable, "-c", GUARDED, str(tmp_path / "demo")],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "0 [] []"
    made = {path.suffix for path in (tmp_path / "demo").rglob("*") if path.is_file()}
    assert {".png", ".pdf", ".xlsx", ".ics", ".castapp"} <= made


def test_the_guard_would_see_a_connection(tmp_path: Path) -> None:
    guarded = tmp_path / "guarded.py"
    guarded.write_text(GUARDED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TRYING, str(guarded)], check=True, capture_output=True, text=True
    )
    assert "socket." in done.stdout
