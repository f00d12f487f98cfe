"""Every icon the program names is bundled, can be drawn and tinted, and fetches nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).parents[2]
ICONS = ROOT / "resources" / "icons"
FILES = sorted(ICONS.glob("*.svg"))
NAMESPACE = "http://www.w3.org/2000/svg"
DRAWS = {"icon", "pixmap", "paint_icon"}
LOOK = {
    "sun",
    "calendar-days",
    "crown",
    "users-round",
    "music",
    "heart-pulse",
    "activity",
    "clipboard-list",
    "history",
    "settings",
    "search",
    "undo-2",
    "redo-2",
    "chevron-left",
    "chevron-right",
    "chevron-down",
    "plus",
    "x",
    "check",
    "calendar-search",
    "wand-sparkles",
    "copy",
    "paintbrush",
    "send",
    "printer",
    "list-filter",
    "arrow-down-wide-narrow",
    "pin",
    "utensils",
    "circle-question-mark",
    "file-diff",
    "log-in",
    "log-out",
    "shield-check",
    "repeat-2",
    "book-check",
    "map-pin",
    "phone",
    "moon",
    "star",
    "ruler",
    "clock-alert",
    "lock",
    "key-round",
    "arrow-up-from-line",
    "footprints",
    "dumbbell",
    "move-up",
    "rotate-cw",
    "arrow-down-to-line",
    "timer",
    "align-horizontal-distribute-center",
    "pencil-line",
    "copy-x",
    "file-text",
    "calendar-range",
    "user-round",
    "door-open",
    "list-x",
    "list-ordered",
    "rss",
    "octagon-x",
    "triangle-alert",
    "circle-alert",
    "info",
    "chevrons-up",
    "chevron-up",
    "minus",
    "chevrons-down",
}


def named(source: str) -> Iterator[str]:
    """Icon names written out in a module: icon("sun"), paint_icon(painter, "sun"), icon="sun"."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        values = [word.value for word in node.keywords if word.arg == "icon"]
        values += node.args[:2] if called in DRAWS else []
        for value in values:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value


def test_names_are_found_however_they_are_passed() -> None:
    source = 'icon("sun", tone)\nicons.paint_icon(painter, "x", tone)\nButton("Go", icon="send")'
    assert sorted(named(source)) == ["send", "sun", "x"]
    assert not list(named('label("sun")\nButton(icon="")'))


def test_every_icon_the_window_names_is_bundled() -> None:
    modules = sorted((ROOT / "castapp" / "ui").rglob("*.py"))
    wanted = {name for path in modules for name in named(path.read_text(encoding="utf-8"))}
    assert wanted <= {path.stem for path in FILES}


def test_every_icon_of_the_look_is_bundled() -> None:
    assert not LOOK - {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_icon_can_be_drawn_and_tinted(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")
    assert QSvgRenderer(str(path)).isValid()
    if path.stem != "castapp":
        assert 'stroke="currentColor"' in drawing
        assert 'stroke-width="2"' in drawing
        assert not re.search(r"#[0-9a-fA-F]{3}", drawing)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_icon_holds_no_address_but_its_namespace(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")
    assert re.findall(r"\w+://[^\"'\s>]*", drawing) == [NAMESPACE]
    assert "href" not in drawing
    assert "url(" not in drawing


def test_the_program_has_a_picture_of_its_own() -> None:
    picture = QImage(str(ICONS / "castapp.png"))
    assert (picture.width(), picture.height()) == (256, 256)
    assert picture.pixelColor(20, 128).name() == "#8a1c3f"
    assert picture.pixelColor(0, 0).alpha() == 0


def test_the_licence_lies_beside_the_icons() -> None:
    licence = (ICONS / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("ISC License")
    assert "Lucide" in licence
