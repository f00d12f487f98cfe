"""What dev.py works out before it does anything: versions, stamps, remedies, surroundings."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev

ROOT = Path(dev.__file__).parent
LOCKS = sorted((ROOT / "packaging").glob("*.txt"))


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_these_pythons_will_do(version: tuple[int, int]) -> None:
    assert dev.refusal(version) == ""


@pytest.mark.parametrize("version", [(2, 7), (3, 10), (3, 14), (4, 0)])
def test_other_pythons_are_refused_by_number(version: tuple[int, int]) -> None:
    assert f"this is {version[0]}.{version[1]}." in dev.refusal(version)


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    """A folder that looks like an environment without a stamp."""
    python = dev.python_of(tmp_path / ".venv")
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path / ".venv"


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "run.txt"
    path.write_bytes(b"tomli-w==1.2.0\n")
    return path


def test_an_environment_without_a_stamp_is_not_made(venv: Path, lock: Path) -> None:
    assert not dev.is_made(venv, [dev.stamp_of(lock, (3, 11))])


def test_an_environment_is_made_when_its_stamp_is_of_this_lock(venv: Path, lock: Path) -> None:
    stamp = dev.stamp_of(lock, (3, 11))
    (venv / "castapp-stamp").write_text(stamp)
    assert dev.is_made(venv, ["another", stamp])


def test_an_environment_whose_python_is_gone_is_not_made(venv: Path, lock: Path) -> None:
    stamp = dev.stamp_of(lock, (3, 11))
    (venv / "castapp-stamp").write_text(stamp)
    dev.python_of(venv).unlink()
    assert not dev.is_made(venv, [stamp])


def test_a_changed_lock_or_python_changes_the_stamp_and_line_ends_do_not(lock: Path) -> None:
    first = dev.stamp_of(lock, (3, 11))
    assert dev.stamp_of(lock, (3, 12)) != first
    lock.write_bytes(b"tomli-w==1.2.0\r\n")
    assert dev.stamp_of(lock, (3, 11)) == first
    lock.write_bytes(b"tomli-w==1.3.0\n")
    assert dev.stamp_of(lock, (3, 11)) != first


@pytest.fixture
def bench_of_tools(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """`environment` with its tools replaced by a list of what they were asked to do."""
    done: list[str] = []

    def create(venv: Path) -> None:
        done.append("create")
        dev.python_of(venv).parent.mkdir(parents=True, exist_ok=True)
        dev.python_of(venv).touch()

    monkeypatch.setattr(dev, "LOCKS", tmp_path)
    monkeypatch.setattr(dev, "create", create)
    monkeypatch.setattr(dev, "install", lambda python, lock: done.append(f"install {lock.stem}"))
    monkeypatch.setattr(dev, "answers", lambda python, version: python.exists())
    for name in ("run", "dev"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n")
    return done


def test_an_environment_is_made_once(bench_of_tools: list[str], tmp_path: Path) -> None:
    for _ in range(2):
        dev.environment("run", tmp_path / ".venv")
    assert bench_of_tools == ["create", "install run"]


def test_the_developers_environment_serves_to_run(
    bench_of_tools: list[str], tmp_path: Path
) -> None:
    dev.environment("dev", tmp_path / ".venv")
    dev.environment("run", tmp_path / ".venv")
    assert bench_of_tools == ["create", "install dev"]


def test_what_runs_does_not_serve_to_test(bench_of_tools: list[str], tmp_path: Path) -> None:
    dev.environment("run", tmp_path / ".venv")
    dev.environment("dev", tmp_path / ".venv")
    assert bench_of_tools == ["create", "install run", "install dev"]


def test_an_environment_cut_off_in_the_making_is_made_anew(
    bench_of_tools: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(python: Path, lock: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(dev, "install", killed)
        with pytest.raises(KeyboardInterrupt):
            dev.environment("run", tmp_path / ".venv")
    dev.environment("run", tmp_path / ".venv")
    assert bench_of_tools == ["create", "create", "install run"]


@pytest.mark.parametrize(
    ("platform", "apt", "line"),
    [
        ("linux", True, "sudo apt-get update && sudo apt-get install -y libegl1 poppler-utils"),
        ("linux", False, "libegl1 poppler-utils"),
        ("darwin", False, "brew install poppler"),
        ("win32", False, "winget install"),
    ],
)
def test_the_remedy_is_one_line(platform: str, apt: bool, line: str) -> None:
    said = dev.remedy(["libegl1", "poppler-utils"], platform, apt)
    assert line in said
    assert "\n" not in said


def test_what_is_missing_is_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "uv", lambda: "uv")
    monkeypatch.setattr("shutil.which", lambda program: None)
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    assert dev.missing(testing=True) == ["libegl1", "poppler-utils"]
    assert dev.missing(testing=False) == ["libegl1"]


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A Debian without libegl1 until it is installed; the first two words of each order."""
    given: list[str] = []

    def call(command: Sequence[str], variables: object = None, folder: object = None) -> int:
        given.append(" ".join(command[:2]))
        return 0

    monkeypatch.setattr(dev, "call", call)
    monkeypatch.setattr("shutil.which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(
        dev, "missing", lambda testing: [] if "apt-get install" in given else ["libegl1"]
    )
    return given


def test_root_on_debian_has_what_is_missing_installed(
    orders: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    dev.furnish(testing=True)
    dev.furnish(testing=True)
    assert orders == ["apt-get update", "apt-get install"]


def test_anybody_else_is_told_the_line_to_run(
    orders: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(dev.Stop, match="apt-get install -y libegl1"):
        dev.furnish(testing=True)
    assert orders == []


def test_a_library_that_is_nowhere_does_not_load() -> None:
    assert not dev.loads("libnowhere-at-all.so.99")


@pytest.mark.parametrize(
    ("platform", "known", "expected"),
    [
        ("linux", {}, "offscreen"),
        ("linux", {"QT_QPA_PLATFORM": "xcb"}, "xcb"),
        ("linux", {"DISPLAY": ":0"}, None),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, None),
        ("darwin", {}, None),
        ("win32", {}, None),
    ],
)
def test_no_window_is_tried_where_there_is_no_display(
    platform: str, known: dict[str, str], expected: str | None
) -> None:
    assert dev.surroundings(known, platform).get("QT_QPA_PLATFORM") == expected


def test_castapp_can_be_imported_beside_what_the_caller_had() -> None:
    assert dev.surroundings({}, "linux")["PYTHONPATH"] == str(ROOT)
    both = dev.surroundings({"PYTHONPATH": "mine"}, "linux")["PYTHONPATH"]
    assert both == os.pathsep.join([str(ROOT), "mine"])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What Castapp was asked to do, instead of doing it."""
    words: list[tuple[object, ...]] = []

    def castapp(*arguments: object) -> int:
        words.append(arguments)
        return 0

    monkeypatch.setattr(dev, "castapp", castapp)
    return words


def test_run_without_a_display_says_so_and_makes_the_demo(
    asked: list[tuple[object, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda known, platform: False)
    assert dev.main(["run"]) == 0
    assert "no display" in capsys.readouterr().out
    assert asked == [("demo", "--out", str(ROOT / "build" / "demo"))]


def test_run_opens_the_sample_made_today_once(
    asked: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda known, platform: True)
    monkeypatch.setattr(dev, "BUILD", tmp_path)
    dev.main(["run"])
    [(_, sample, _), opened] = asked
    assert isinstance(sample, Path)
    assert asked[0] == ("new", sample, "--sample")
    assert opened == ("open", sample)
    sample.touch()
    dev.main(["run"])
    assert asked[2:] == [("open", sample)]


def test_run_with_arguments_needs_no_display(
    asked: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda known, platform: False)
    dev.main(["run", "check", "company.castapp", "--json"])
    assert asked == [("check", "company.castapp", "--json")]


def test_what_has_to_be_put_right_is_said_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "uv", lambda: None)
    assert dev.main(["lock"]) == 2
    assert capsys.readouterr().err.startswith("dev.py: Locks are made by uv")


def test_arguments_after_the_verb_are_passed_on(asked: list[tuple[object, ...]]) -> None:
    dev.main(["demo", "--out", "there"])
    dev.main(["bench", "--json"])
    assert asked == [("demo", "--out", "there"), ("bench", "--json")]


def test_a_word_that_is_no_verb_is_refused() -> None:
    said = subprocess.run(
        [sys.executable, ROOT / "dev.py", "dance"], capture_output=True, text=True, check=False
    )
    assert said.returncode == 2
    assert "invalid choice: 'dance'" in said.stderr


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_a_lock_is_hashed_and_carries_no_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in text
    wanted = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert wanted
    assert all("--hash=sha256:" in one for one in wanted)


def test_the_locks_agree() -> None:
    pins = [
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", path.read_text(), re.MULTILINE)) for path in LOCKS
    ]
    assert [path.stem for path in LOCKS] == ["dev", "package", "run"]
    in_dev, in_package, in_run = pins
    assert in_run.items() <= in_dev.items()
    assert in_run.items() <= in_package.items()


def test_the_qt_that_aborts_is_not_locked() -> None:
    pins = dict(
        re.findall(r"^(pyside6-\w+)==(\S+)", (ROOT / "packaging/run.txt").read_text(), re.MULTILINE)
    )
    assert pins == {"pyside6-essentials": "6.11.3"}
