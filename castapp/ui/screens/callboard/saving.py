"""Saving one paper as a file, where the person says."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from castapp.domain.checks import Invalid
from castapp.services.issues import Request
from castapp.services.posting import make, save
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.callboard.tools import FORM_WORDS


def save_paper(
    parent: QWidget,
    context: ScreenContext,
    request: Request,
    form: str,
    title: str,
    folder: Path | None,
) -> None:
    """Ask where, then write the paper in a format; `folder` is proposed, `title` the question."""
    try:
        made = make(context.book, request, form, datetime.now(UTC))[0]
    except Invalid as wrong:
        context.say(str(wrong))
        return

    def write(path: Path) -> None:
        try:
            save(path, made.data)
        except Invalid as wrong:
            context.say(str(wrong))
        else:
            context.say(f"{path.name} is written.")

    name = str(folder / made.name) if folder else made.name
    kinds = f"{FORM_WORDS.get(form, form)} (*.{form})"
    context.dialogs.save_file(parent, title, name, kinds, write)
