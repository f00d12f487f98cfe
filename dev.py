"""The one tool of the house: makes Castapp's environment; runs, tests, checks and packages it.

Needs Python 3.11 to 3.13 and nothing else, on Linux, macOS and Windows.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent
BUILD = ROOT / "build"
LOCKS = ROOT / "packaging"
PYTHONS = ((3, 11), (3, 13))
HASHED = ("--require-hashes", "--requirement")

# What the program loads from the system on Linux, and the Debian package that brings it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# What the tests read our papers back with.
PROGRAMS = {"pdftotext": "poppler-utils", "pdftoppm": "poppler-utils"}


class Stop(Exception):
    """Something the person at the keyboard has to put right; the message says what."""


# --- what is there and what is missing ---------------------------------------------------------


def refusal(version: tuple[int, int]) -> str:
    """Why this Python cannot be used; empty when it can."""
    if PYTHONS[0] <= version <= PYTHONS[1]:
        return ""
    return (
        f"Castapp needs Python 3.11, 3.12 or 3.13; this is {version[0]}.{version[1]}. "
        "Run dev.py with one of those."
    )


def loads(library: str) -> bool:
    """Whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(testing: bool) -> list[str]:
    """Debian packages that have to be there and are not, each once, in order of name."""
    packages = {name for program, name in PROGRAMS.items() if testing and not shutil.which(program)}
    if sys.platform == "linux":
        packages |= {name for library, name in LIBRARIES.items() if not loads(library)}
        if not uv() and importlib.util.find_spec("ensurepip") is None:
            packages.add("python3-venv")
    return sorted(packages)


def remedy(packages: Iterable[str], platform: str, apt: bool) -> str:
    """The one line that brings `packages` on this platform."""
    if apt:
        return "sudo apt-get update && sudo apt-get install -y " + " ".join(packages)
    if platform == "darwin":
        return "brew install poppler"
    if platform == "win32":
        return "winget install oschwartz10612.Poppler"
    return "install, by whatever name your system gives them: " + " ".join(packages)


def furnish(testing: bool) -> None:
    """Install missing system packages on Debian as root; elsewhere stop with the line to run."""
    packages = missing(testing)
    if not packages:
        return
    apt = shutil.which("apt-get") is not None
    if not (apt and os.geteuid() == 0):
        raise Stop("This machine lacks something. Run:\n  " + remedy(packages, sys.platform, apt))
    print("Installing " + " ".join(packages), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    call(["apt-get", "update", "-qq"], quiet)
    must(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], quiet)
    if left := missing(testing):
        raise Stop("Still missing after installing: " + " ".join(left))


# --- the environment ---------------------------------------------------------------------------


def uv() -> str | None:
    """Where uv is, if it is on the path."""
    return shutil.which("uv")


def python_of(venv: Path) -> Path:
    """The Python inside an environment."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def stamp_of(lock: Path, version: tuple[int, int]) -> str:
    """What an environment made from `lock` is stamped with: Python's version, the lock's hash."""
    content = lock.read_bytes().replace(b"\r\n", b"\n")
    return f"{version[0]}.{version[1]} {lock.stem} {hashlib.sha256(content).hexdigest()}"


def is_made(venv: Path, stamps: Iterable[str]) -> bool:
    """Whether `venv` bears one of `stamps` and its Python is still there."""
    stamp = venv / "castapp-stamp"
    return (
        python_of(venv).exists()
        and stamp.exists()
        and stamp.read_text(encoding="utf-8") in set(stamps)
    )


def environment(name: str, venv: Path = ROOT / ".venv") -> Path:
    """The Python of an environment holding the lock `name`; made or brought up to date first.

    An environment cut off while it was being made is known by its marker and made anew.
    """
    version = sys.version_info[:2]
    lock = LOCKS / f"{name}.txt"
    enough = {"run": ("run", "dev")}.get(name, (name,))
    python = python_of(venv)
    if is_made(venv, (stamp_of(LOCKS / f"{one}.txt", version) for one in enough)):
        return python
    unfinished = venv / "castapp-unfinished"
    print(f"Making {venv.name} from packaging/{lock.name} (once; about a minute)", flush=True)
    if unfinished.exists() or not answers(python, version):
        create(venv)
    unfinished.touch()
    (venv / "castapp-stamp").unlink(missing_ok=True)
    install(python, lock)
    (venv / "castapp-stamp").write_text(stamp_of(lock, version), encoding="utf-8")
    unfinished.unlink()
    return python


def answers(python: Path, version: tuple[int, int]) -> bool:
    """Whether `python` is there, runs, is of this version and can be installed into."""
    if not python.exists():
        return False
    ask = f"import sys{'' if uv() else ', pip'}; print(sys.version_info[0], sys.version_info[1])"
    said = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=False)
    return said.stdout.split() == [str(part) for part in version]


def create(venv: Path) -> None:
    """Make an empty environment of this Python, in place of whatever was there."""
    base = getattr(sys, "_base_executable", sys.executable)
    if found := uv():
        must([found, "venv", "--quiet", "--clear", "--python", base, str(venv)])
    else:
        must([base, "-m", "venv", "--clear", str(venv)])


def install(python: Path, lock: Path) -> None:
    """Install what `lock` names, and nothing whose hash differs."""
    if found := uv():
        must([found, "pip", "install", "--quiet", "--python", str(python), *HASHED, str(lock)])
    else:
        quiet = ["--quiet", "--disable-pip-version-check"]
        must([str(python), "-m", "pip", "install", *quiet, "--no-deps", *HASHED, str(lock)])


# --- running things ----------------------------------------------------------------------------


def surroundings(known: Mapping[str, str], platform: str) -> dict[str, str]:
    """The variables our programs run with: castapp importable, no window where no display is."""
    inherited = known.get("PYTHONPATH")
    path = os.pathsep.join([str(ROOT), inherited]) if inherited else str(ROOT)
    mine = {**known, "PYTHONPATH": path, "PYTHONUTF8": "1"}
    if not has_display(known, platform):
        mine.setdefault("QT_QPA_PLATFORM", "offscreen")
    return mine


def has_display(known: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown."""
    return platform != "linux" or bool(known.get("DISPLAY") or known.get("WAYLAND_DISPLAY"))


def call(
    command: Sequence[str | Path],
    variables: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> int:
    """Run a command to its end; its exit status."""
    words = [str(part) for part in command]
    return subprocess.run(words, env=variables, cwd=folder, check=False).returncode


def must(command: Sequence[str], variables: Mapping[str, str] | None = None) -> None:
    """Run a command; stop when it fails."""
    if status := call(command, variables):
        raise Stop(f"This failed (status {status}):\n  {' '.join(command)}")


def tool(python: Path, module: str, *arguments: str | Path) -> int:
    """Run a Python module in the environment, from the project folder; its exit status."""
    variables = surroundings(os.environ, sys.platform)
    return call([python, "-m", module, *arguments], variables, ROOT)


def castapp(*arguments: str | Path) -> int:
    """Run Castapp where the caller stands, so that files are found by name; its exit status."""
    furnish(testing=False)
    command = [environment("run"), "-m", "castapp", *arguments]
    return call(command, surroundings(os.environ, sys.platform))


# --- the verbs ---------------------------------------------------------------------------------


def run(rest: Sequence[str]) -> int:
    """Open the window on the sample company, or do what Castapp's own arguments say."""
    if rest:
        return castapp(*rest)
    if not has_display(os.environ, sys.platform):
        print("There is no display here, so no window: making the demo instead.", flush=True)
        return demo([])
    sample = BUILD / f"sample-{date.today()}.castapp"  # noqa: DTZ011 - the day on this desk
    BUILD.mkdir(exist_ok=True)
    made = 0 if sample.exists() else castapp("new", sample, "--sample")
    return made or castapp("open", sample)


def test(rest: Sequence[str]) -> int:
    """Run the tests: all of them on several cores, or as pytest's arguments say."""
    furnish(testing=True)
    spread = ["--numprocesses=auto", "--maxprocesses=4"]
    return tool(environment("dev"), "pytest", *(rest or spread))


def check(rest: Sequence[str]) -> int:
    """Format, ruff, mypy, import contracts, tests; with --static all but the tests."""
    furnish(testing=True)
    python = environment("dev")
    steps: tuple[tuple[str | Path, ...], ...] = (
        (python, "-m", "ruff", "format", "--check", "."),
        (python, "-m", "ruff", "check", "."),
        (python, "-m", "mypy", "--strict", "castapp", "tests", "dev.py"),
        (python.with_name("lint-imports"), "--no-logo"),
    )
    failed = []
    for step in steps:
        name = " ".join([Path(step[0]).name, *map(str, step[1:])])
        print(f"— {name}", flush=True)
        if call(step, folder=ROOT):
            failed.append(name)
    if failed:
        print("Not in order: " + ", ".join(failed), flush=True)
    tested = 0 if "--static" in rest else test([])
    return 1 if failed else tested


def bench(rest: Sequence[str]) -> int:
    """Measure; prints the figures."""
    return castapp("bench", *rest)


def demo(rest: Sequence[str]) -> int:
    """Make the sample company, pictures of every screen and every paper, into a folder."""
    return castapp("demo", *(rest or ["--out", str(BUILD / "demo")]))


def lock(rest: Sequence[str]) -> int:
    """Choose versions anew and write the locks; needs uv."""
    found = uv()
    if not found:
        raise Stop("Locks are made by uv, which is not here. Run:\n  python3 -m pip install uv")
    common = ("--universal", "--generate-hashes", "--python-version", "3.11", "--no-annotate")
    for name, *groups in (("dev", "--group", "dev"), ("run",), ("package", "--group", "package")):
        out = LOCKS / f"{name}.txt"
        agree = () if name == "dev" else ("--constraint", str(LOCKS / "dev.txt"))
        said = ("--custom-compile-command", "python3 dev.py lock", "--quiet", "--upgrade")
        source = str(ROOT / "pyproject.toml")
        must(
            [
                found,
                "pip",
                "compile",
                *common,
                *said,
                *agree,
                *groups,
                *rest,
                source,
                "-o",
                str(out),
            ]
        )
        print(f"packaging/{out.name}")
    return 0


def package(rest: Sequence[str]) -> int:
    """Make the program that runs where there is no Python, and this system's installer of it."""
    furnish(testing=False)
    python = environment("package", BUILD / "package-env")
    folders = ("--distpath", BUILD / "dist", "--workpath", BUILD / "work")
    if status := tool(
        python, "PyInstaller", "--noconfirm", *folders, LOCKS / "castapp.spec", *rest
    ):
        return status
    if sys.platform == "win32":
        return call(["powershell", "-ExecutionPolicy", "Bypass", "-File", LOCKS / "windows.ps1"])
    return call(["bash", LOCKS / ("macos.sh" if sys.platform == "darwin" else "deb.sh")])


VERBS = (run, test, check, bench, demo, lock, package)


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; the exit status."""
    verbs = {verb.__name__: verb for verb in VERBS}
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Runs, tests, checks and packages Castapp.",
        epilog="\n".join(f"  {name:8} {verb.__doc__}" for name, verb in verbs.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("verb", choices=list(verbs))
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="passed on")
    asked = parser.parse_args(arguments)
    try:
        if reason := refusal(sys.version_info[:2]):
            raise Stop(reason)
        return verbs[asked.verb](asked.rest)
    except Stop as stop:
        print(f"dev.py: {stop}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
