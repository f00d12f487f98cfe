"""Each import contract of pyproject.toml catches the import it was written for."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"

MODULES = (
    "__main__",
    "app",
    "paths",
    "settings",
    "log",
    "domain.book",
    "rules.meal",
    "planner.solve",
    "export.callboard",
    "export.pdf",
    "importers.csv",
    "store.journal",
    "services.calls",
    "cli.show",
    "ui.window",
    "ui.paint",
    "ui.widgets.board",
    "ui.screens.today.screen",
    "ui.screens.today.present",
    "ui.screens.casting.screen",
)

ALLOWED = (
    ("__main__", "castapp.app"),
    ("app", "castapp.ui.window"),
    ("app", "castapp.cli.show"),
    ("app", "castapp.store.journal"),
    ("ui.window", "castapp.ui.screens.today.screen"),
    ("ui.window", "PySide6"),
    ("ui.paint", "PySide6"),
    ("ui.screens.today.screen", "castapp.ui.screens.today.present"),
    ("ui.screens.today.screen", "castapp.ui.widgets.board"),
    ("ui.screens.today.screen", "castapp.services.calls"),
    ("cli.show", "castapp.services.calls"),
    ("services.calls", "castapp.store.journal"),
    ("services.calls", "castapp.rules.meal"),
    ("store.journal", "sqlmodel"),
    ("store.journal", "castapp.domain.book"),
    ("export.pdf", "PySide6"),
    ("rules.meal", "castapp.paths"),
    ("domain.book", "datetime"),
)

# The contract, the module that offends, what it imports.
OFFENCES = (
    ("layers", "domain.book", "castapp.rules.meal"),
    ("layers", "services.calls", "castapp.ui.window"),
    ("layers", "services.calls", "castapp.cli.show"),
    ("layers", "store.journal", "castapp.services.calls"),
    ("layers", "store.journal", "castapp.rules.meal"),
    ("layers", "export.callboard", "castapp.importers.csv"),
    ("layers", "planner.solve", "castapp.rules.meal"),
    ("layers", "cli.show", "castapp.ui.window"),
    ("layers", "ui.window", "castapp.app"),
    ("layers", "paths", "castapp.services.calls"),
    ("domain", "domain.book", "pydantic"),
    ("qt", "services.calls", "PySide6"),
    ("qt", "cli.show", "PySide6"),
    ("qt", "app", "PySide6"),
    ("qt", "export.callboard", "PySide6"),
    ("present", "ui.screens.today.present", "PySide6"),
    ("present", "ui.screens.today.present", "castapp.ui.paint"),
    ("sql", "services.calls", "sqlmodel"),
    ("sql", "importers.csv", "sqlalchemy"),
    ("screens", "ui.screens.casting.screen", "castapp.ui.screens.today.screen"),
    ("widgets", "ui.widgets.board", "castapp.ui.screens.today.screen"),
    ("ui-store", "ui.screens.today.screen", "castapp.store.journal"),
)


def contracts() -> dict[str, str]:
    """Contract id → the name it is reported under."""
    with PYPROJECT.open("rb") as file:
        found = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    return {contract["id"]: contract["name"] for contract in found}


def small_tree(root: Path, imports: tuple[tuple[str, str], ...]) -> None:
    """Write a castapp of nearly empty modules, holding only `imports`, with the real contracts."""
    shutil.copy(PYPROJECT, root)
    for module in MODULES:
        path = root / "castapp" / (module.replace(".", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"import {what}\n" for where, what in imports if where == module))
    for folder in [root / "castapp", *(root / "castapp").rglob("*/")]:
        (folder / "__init__.py").touch()


def verdicts(root: Path) -> dict[str, str]:
    """Run import-linter in `root`; contract id → "KEPT" or "BROKEN"."""
    program = "from importlinter.cli import lint_imports_command as run; run()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "COLUMNS": "400", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = dict(re.findall(r"^(.+?) (KEPT|BROKEN)\b", done.stdout, re.MULTILINE))
    found = {id_: said[name] for id_, name in contracts().items() if name in said}
    assert len(found) == len(contracts()), done.stdout + done.stderr
    assert (done.returncode == 0) == ("BROKEN" not in found.values())
    return found


def test_a_lawful_tree_keeps_every_contract(tmp_path: Path) -> None:
    small_tree(tmp_path, ALLOWED)
    assert set(verdicts(tmp_path).values()) == {"KEPT"}


@pytest.mark.parametrize(("contract", "where", "what"), OFFENCES)
def test_an_offending_import_is_caught(
    tmp_path: Path, contract: str, where: str, what: str
) -> None:
    small_tree(tmp_path, (*ALLOWED, (where, what)))
    assert verdicts(tmp_path)[contract] == "BROKEN"


def test_every_contract_has_an_offence() -> None:
    assert {contract for contract, _, _ in OFFENCES} == set(contracts())


def test_the_domain_contract_names_every_dependency() -> None:
    with PYPROJECT.open("rb") as file:
        said = tomllib.load(file)
    wanted = {
        re.split(r"[^A-Za-z0-9-]", line, maxsplit=1)[0].lower().replace("_", "-")
        for line in said["project"]["dependencies"]
    }
    modules = {
        module
        for module, names in importlib.metadata.packages_distributions().items()
        if {name.lower().replace("_", "-") for name in names} & wanted
    }
    [domain] = [c for c in said["tool"]["importlinter"]["contracts"] if c["id"] == "domain"]
    assert modules <= set(domain["forbidden_modules"])
